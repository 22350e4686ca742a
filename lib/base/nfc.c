/* SPDX-License-Identifier: MIT */
#include "base/nfc.h"

#include <utf8proc.h>

static const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;

/* Letters of Korean syllables, and blocks with characters that stand for another one. */
static const utf8proc_int32_t blocks[][2] = {
    {0x0340, 0x0387}, {0x0958, 0x0FB9}, {0x1100, 0x11FF}, {0x1F00, 0x2001}, {0x2126, 0x212B}, {0x2329, 0x2ADC},
    {0xF900, 0xFB4E}, {0x1D15E, 0x1D1C0}, {0x2F800, 0x2FA1D},
};

static bool may_change(utf8proc_int32_t c)
{
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (c >= blocks[i][0] && c <= blocks[i][1])
            return true;
    return utf8proc_get_property(c)->combining_class > 0;
}

bool ogpi_nfc_needed(const char *text, size_t length)
{
    utf8proc_int32_t c;
    for (size_t i = 0; i < length;) {
        if ((unsigned char)text[i] < 0xCC) { /* below U+0300 nothing changes */
            i++;
            continue;
        }
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text + i, (utf8proc_ssize_t)(length - i), &c);
        if (n <= 0 || may_change(c))
            return n > 0;
        i += (size_t)n;
    }
    return false;
}

char *ogpi_nfc(ogpi_arena *arena, const char *text, size_t length, size_t *out_length)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    utf8proc_ssize_t count = utf8proc_decompose(bytes, (utf8proc_ssize_t)length, NULL, 0, options);
    utf8proc_int32_t *room = count < 0 ? NULL : ogpi_arena_alloc(arena, ((size_t)count + 1) * sizeof *room);
    if (!room)
        return NULL;
    count = utf8proc_decompose(bytes, (utf8proc_ssize_t)length, room, count, options);
    *out_length = (size_t)utf8proc_reencode(room, count, options);
    return (char *)room;
}
