/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include "base/eight.h"

#include <string.h>

/* Length of the well-formed sequence at s, or 0. Ranges of the second byte: Unicode, table 3-7. */
static size_t sequence(const unsigned char *s, size_t left)
{
    if (s[0] < 0x80)
        return 1;
    if (s[0] < 0xC2 || s[0] > 0xF4)
        return 0;
    size_t length = s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    if (left < length)
        return 0;
    unsigned char low = s[0] == 0xE0 ? 0xA0 : s[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = s[0] == 0xED ? 0x9F : s[0] == 0xF4 ? 0x8F : 0xBF;
    if (s[1] < low || s[1] > high)
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    return length;
}

/* Bytes of plain ASCII at the start, many at a time. */
static size_t ascii_run(const char *text, size_t length)
{
    size_t i = 0;
    for (; i + 32 <= length; i += 32) {
        uint64_t some = ogpi_eight_load(text + i) | ogpi_eight_load(text + i + 8),
                 more = ogpi_eight_load(text + i + 16) | ogpi_eight_load(text + i + 24);
        if ((some | more) & UINT64_C(0x8080808080808080))
            break;
    }
    for (; i + 8 <= length; i += 8) {
        uint64_t others = ogpi_eight_load(text + i) & UINT64_C(0x8080808080808080);
        if (others)
            return i + (unsigned)__builtin_ctzll(others) / 8;
    }
    if (i < length && length >= 8) { /* the last eight, some of them again */
        uint64_t others = ogpi_eight_load(text + length - 8) & UINT64_C(0x8080808080808080);
        return others ? length - 8 + (unsigned)__builtin_ctzll(others) / 8 : length;
    }
    while (i < length && (unsigned char)text[i] < 0x80)
        i++;
    return i;
}

/* Bytes of well-formed pairs at the start. */
static size_t run_of_pairs(const char *text, size_t length)
{
    const unsigned char *s = (const unsigned char *)text;
    size_t i = 0;
    while (i + 1 < length && s[i] >= 0xC2 && s[i] < 0xE0 && (s[i + 1] & 0xC0) == 0x80)
        i += 2;
    return i;
}

bool ogpi_utf8_valid(const char *text, size_t length, size_t *bad)
{
    size_t i = 0;
    while (i < length) {
        i += ascii_run(text + i, length - i);
        i += run_of_pairs(text + i, length - i);
        if (i == length)
            break;
        size_t n = sequence((const unsigned char *)text + i, length - i);
        if (n == 0) {
            if (bad)
                *bad = i;
            return false;
        }
        i += n;
    }
    return true;
}

size_t ogpi_utf8_decode(const char *text, size_t length, uint32_t *code_point)
{
    const unsigned char *s = (const unsigned char *)text;
    if (s[0] < 0x80) {
        *code_point = s[0];
        return 1;
    }
    size_t n = s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    if (n > length) {
        *code_point = 0xFFFD;
        return length;
    }
    uint32_t c = s[0] & (0xFFu >> (n + 1));
    for (size_t i = 1; i < n; i++)
        c = c << 6 | (s[i] & 0x3F);
    *code_point = c;
    return n;
}

size_t ogpi_utf8_encode(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)((0xF00u >> n & 0xFF) | c);
    return n;
}

/* Of U+2000 to U+206F. */
static ogpi_white punctuation_blank(uint32_t c)
{
    if (c <= 0x200A || c == 0x202F || c == 0x205F || c == 0x2028 || c == 0x2029)
        return OGPI_WHITE_BLANK;
    return c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060 ? OGPI_WHITE_HIDDEN : OGPI_WHITE_NONE;
}

static ogpi_white blank_kind(uint32_t c)
{
    if (c == 0xA0 || c == 0x3000)
        return OGPI_WHITE_BLANK;
    if (c >= 0x2000 && c <= 0x206F)
        return punctuation_blank(c);
    return c == 0xAD || c == 0x061C || c == 0xFEFF ? OGPI_WHITE_HIDDEN : OGPI_WHITE_NONE;
}

ogpi_white ogpi_utf8_white(const char *text, size_t length, size_t *bytes)
{
    uint32_t c;
    *bytes = 1;
    if (length == 0 || (unsigned char)*text <= ' ')
        return length ? OGPI_WHITE_BLANK : OGPI_WHITE_NONE;
    if ((unsigned char)*text < 0xC2)
        return OGPI_WHITE_NONE;
    *bytes = sequence((const unsigned char *)text, length);
    if (*bytes == 0)
        return OGPI_WHITE_NONE;
    ogpi_utf8_decode(text, length, &c);
    return blank_kind(c);
}

void ogpi_utf8_cut(const char **text, size_t *length)
{
    const char *start = *text, *end = start + *length;
    size_t bytes;
    while (start < end && ogpi_utf8_white(start, (size_t)(end - start), &bytes) != OGPI_WHITE_NONE)
        start += bytes;
    while (end > start) {
        const char *last = end - 1;
        while (last > start && end - last < 3 && (*last & 0xC0) == 0x80)
            last--;
        if (ogpi_utf8_white(last, (size_t)(end - last), &bytes) == OGPI_WHITE_NONE || bytes != (size_t)(end - last))
            break;
        end = last;
    }
    *text = start;
    *length = (size_t)(end - start);
}

size_t ogpi_utf8_count(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += (text[i] & 0xC0) != 0x80;
    return count;
}

void ogpi_utf8_place(const char *text, size_t length, size_t offset, unsigned *line, unsigned *column)
{
    if (offset > length)
        offset = length;
    size_t start = 0;
    unsigned lines = 1;
    const char *newline;
    while ((newline = memchr(text + start, '\n', offset - start)) != NULL) {
        lines++;
        start = (size_t)(newline - text) + 1;
    }
    *line = lines;
    *column = (unsigned)ogpi_utf8_count(text + start, offset - start) + 1;
}
