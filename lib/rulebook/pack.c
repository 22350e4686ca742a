/* SPDX-License-Identifier: MIT */
#include "rulebook/pack.h"

static unsigned symbol_at(const uint8_t *packed, size_t index)
{
    const uint8_t *p = packed + index / 2 * 3;
    return index % 2 ? p[1] >> 4 | (unsigned)p[2] << 4 : p[0] | (p[1] & 15u) << 8;
}

/* Adds a symbol's bytes behind `length`. The second halves of pairs wait on the stack. */
static size_t add_symbol(const ogp_rulebook *book, unsigned symbol, char *out, size_t size, size_t length)
{
    uint16_t stack[OGPI_PACK_DEPTH + 1];
    size_t depth = 0;
    for (;;) {
        while (symbol >= OGPI_PACK_BYTES) {
            const uint16_t *pair = book->pairs + 2 * (size_t)(symbol - OGPI_PACK_BYTES);
            stack[depth++] = pair[1];
            symbol = pair[0];
        }
        if (length < size)
            out[length] = (char)symbol;
        length++;
        if (depth == 0)
            return length;
        symbol = stack[--depth];
    }
}

size_t ogpi_unpack(const ogp_rulebook *book, uint32_t offset, char *out, size_t size)
{
    size_t length = 0;
    unsigned symbol;
    for (size_t i = 0; (symbol = symbol_at(book->packed + offset, i)) != 0; i++)
        length = add_symbol(book, symbol, out, size, length);
    return length;
}
