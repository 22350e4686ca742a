/* SPDX-License-Identifier: MIT */
#include "rulebook/pack.h"
#include "rulebook/image.h"

/* The symbol whose code begins at a bit. */
static inline uint32_t next_symbol(const ogpi_pack *pack, uint32_t *bit)
{
    const uint8_t *p = pack->texts + *bit / 8;
    uint32_t four = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
    uint32_t window = four << *bit % 8 >> (32 - OGPI_PACK_LONGEST);
    unsigned length = pack->shortest[window >> (OGPI_PACK_LONGEST - 4)];
    while (window >= pack->limits[length])
        length++;
    *bit += length;
    return pack->ranks[length] + (window >> (OGPI_PACK_LONGEST - length));
}

/* Adds a symbol's bytes behind `length`; *last is the last of them. The second halves of pairs wait on the stack. */
static inline size_t add_symbol(const ogpi_pack *pack, uint32_t symbol, char *out, size_t size, size_t length,
                                uint32_t *last)
{
    uint16_t stack[OGPI_PACK_DEPTH + 1];
    size_t depth = 0;
    for (;;) {
        uint32_t pair = ogpi_three_bytes(pack->symbols, symbol);
        while ((symbol = pair & 0xFFF) != OGPI_PACK_BYTE) {
            stack[depth++] = (uint16_t)(pair >> 12);
            pair = ogpi_three_bytes(pack->symbols, symbol);
        }
        *last = pair >> 12;
        if (length < size)
            out[length] = (char)*last;
        length++;
        if (depth == 0)
            return length;
        symbol = stack[--depth];
    }
}

uint32_t ogpi_pack_next(const ogpi_pack *pack, uint32_t offset)
{
    while (next_symbol(pack, &offset) != pack->end)
        ;
    return offset;
}

size_t ogpi_unpack(const ogpi_pack *pack, uint32_t offset, char *out, size_t size)
{
    size_t length = 0;
    uint32_t last;
    do
        length = add_symbol(pack, next_symbol(pack, &offset), out, size, length, &last);
    while (last != 0);
    return length - 1;
}
