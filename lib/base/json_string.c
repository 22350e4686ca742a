/* SPDX-License-Identifier: MIT */
/* Strings as JSON has them: which bytes need an escape, and that escape. */
#include "base/eight.h"
#include "base/json.h"

/* Bits of which the lowest is in the first of eight bytes that needs an escape; 0 where none does. A borrow reaches
   later bytes only. */
static inline uint64_t odd_bytes(uint64_t word)
{
    const uint64_t ones = UINT64_MAX / 255, high = ones << 7;
    uint64_t control = word - ones * 0x20, quote = (word ^ ones * '"') - ones;
    uint64_t backslash = (word ^ ones * '\\') - ones, rubout = (word ^ ones * 0x7F) - ones;
    return (control | quote | backslash | rubout) & ~word & high;
}

static inline uint64_t four_bytes(const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;
    return bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24;
}

/* One to seven bytes, and 0 behind them. What is read twice lands in the same place. */
static inline uint64_t few_bytes(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    if (length >= 4)
        return four_bytes(text) | four_bytes(text + length - 4) << 8 * (length - 4);
    return bytes[0] | (uint64_t)bytes[length / 2] << 8 * (length / 2) | (uint64_t)bytes[length - 1] << 8 * (length - 1);
}

size_t ogpi_json_plain(const char *text, size_t length)
{
    size_t i = 0;
    uint64_t odd = 0;
    while (i + 8 <= length && (odd = odd_bytes(ogpi_eight_load(text + i))) == 0)
        i += 8;
    if (odd == 0 && i < length)
        odd = odd_bytes(length < 8 ? few_bytes(text, length)
                                   : ogpi_eight_load(text + length - 8) >> 8 * (i + 8 - length));
    i += odd ? (size_t)__builtin_ctzll(odd) / 8 : length - i;
    return i < length ? i : length;
}

static void add_escape(ogpi_buffer *buffer, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    static const char special[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *known = memchr(special, c, sizeof special - 1);
    if (known) {
        char escape[] = {'\\', letters[known - special]};
        ogpi_buffer_add(buffer, escape, 2);
    } else {
        char escape[] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
        ogpi_buffer_add(buffer, escape, 6);
    }
}

void ogpi_buffer_json(ogpi_buffer *buffer, const char *text, size_t length)
{
    size_t plain = ogpi_json_plain(text, length);
    char *room = ogpi_buffer_room(buffer, plain + (plain == length ? 2 : 1));
    if (!room)
        return;
    room[0] = '"';
    if (plain)
        memcpy(room + 1, text, plain);
    if (plain == length) {
        room[plain + 1] = '"';
        return;
    }
    while (plain < length) {
        add_escape(buffer, (unsigned char)text[plain++]);
        size_t more = ogpi_json_plain(text + plain, length - plain);
        ogpi_buffer_add(buffer, text + plain, more);
        plain += more;
    }
    ogpi_buffer_putc(buffer, '"');
}
