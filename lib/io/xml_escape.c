/* SPDX-License-Identifier: MIT */
#include "io/xml.h"
#include "base/utf8.h"

static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";

/* The length of a character that XML 1.0 does not have; 0 for any other. */
static size_t forbidden(const char *text, size_t length)
{
    unsigned char c = (unsigned char)text[0];
    if (c < 0x20)
        return c != '\t' && c != '\n' && c != '\r';
    /* U+FFFE and U+FFFF */
    return length >= 3 && c == 0xEF && (unsigned char)text[1] == 0xBF && ((unsigned char)text[2] & 0xFE) == 0xBE ? 3
                                                                                                                 : 0;
}

bool ogpi_xml_needs_escape(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (forbidden(text + i, length - i))
            return true;
    return false;
}

void ogpi_xml_escape(ogpi_buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        size_t bytes = forbidden(text + i, length - i);
        if (bytes) {
            uint32_t code_point;
            ogpi_utf8_decode(text + i, bytes, &code_point);
            ogpi_buffer_printf(out, "\\u%04x", (unsigned)code_point);
            i += bytes;
        } else {
            if (text[i] == '\\')
                ogpi_buffer_putc(out, '\\');
            ogpi_buffer_putc(out, text[i++]);
        }
    }
}

static bool hex4(const char *text, size_t length, uint32_t *value)
{
    static const char digits[] = "0123456789abcdef";
    *value = 0;
    for (size_t i = 0; i < 4; i++) {
        const char *digit = i < length && text[i] ? strchr(digits, text[i] | 0x20) : NULL;
        if (!digit || (text[i] < '0'))
            return false;
        *value = *value * 16 + (uint32_t)(digit - digits);
    }
    return true;
}

/* A \u escape, or the two of a surrogate pair, after the backslash. Returns its length, 0 when it is none. */
static size_t unicode_escape(const char *text, size_t length, uint32_t *code_point)
{
    uint32_t low;
    if (length < 5 || text[0] != 'u' || !hex4(text + 1, length - 1, code_point) || *code_point == 0)
        return 0;
    if (*code_point < 0xD800 || *code_point > 0xDFFF)
        return 5;
    if (*code_point > 0xDBFF || length < 11 || text[5] != '\\' || text[6] != 'u' || !hex4(text + 7, length - 7, &low) ||
        low < 0xDC00 || low > 0xDFFF)
        return 0;
    *code_point = 0x10000 + ((*code_point - 0xD800) << 10) + (low - 0xDC00);
    return 11;
}

/* What an escape after its backslash means. Returns its length, 0 when it is none. */
static size_t put_escape(ogpi_buffer *out, const char *text, size_t length)
{
    uint32_t code_point;
    char bytes[4];
    const char *letter = length && text[0] ? strchr(letters, text[0]) : NULL;
    if (letter) {
        ogpi_buffer_putc(out, meant[letter - letters]);
        return 1;
    }
    size_t used = unicode_escape(text, length, &code_point);
    if (used)
        ogpi_buffer_add(out, bytes, ogpi_utf8_encode(code_point, bytes));
    return used;
}

void ogpi_xml_unescape(ogpi_buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        size_t used = text[i] == '\\' ? put_escape(out, text + i + 1, length - i - 1) : 0;
        if (used) {
            i += 1 + used;
            continue;
        }
        ogpi_buffer_putc(out, text[i++]);
    }
}
