/* SPDX-License-Identifier: MIT */
#include "io/sheet_value.h"
#include "base/decimal.h"
#include "base/utf8.h"

#include <ogp/date.h>

enum { DIGITS = 15, PLAIN = 21 };

ogpi_sheet_kind ogpi_sheet_builtin_kind(size_t id)
{
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
        (id >= 57 && id <= 58))
        return OGPI_SHEET_DATE;
    return id == 22 ? OGPI_SHEET_TIME : OGPI_SHEET_PLAIN;
}

/* Behind what a format only shows: a quoted text, a character after a backslash, a colour or language in brackets. */
static const char *skip_shown(const char *at)
{
    const char *end;
    switch (*at) {
    case '"':
        end = strchr(at + 1, '"');
        return end ? end + 1 : at + strlen(at);
    case '[':
        end = strchr(at, ']');
        return end ? end + 1 : at + strlen(at);
    case '\\':
    case '_':
    case '*':
        return at[1] ? at + 2 : at + 1;
    default:
        return at;
    }
}

/* "[h]": hours that have gone by. */
static bool goes_by(const char *at)
{
    size_t length = *at == '[' ? strspn(at + 1, "hHmMsS") : 0;
    return length && at[length + 1] == ']';
}

ogpi_sheet_kind ogpi_sheet_format_kind(const char *code)
{
    bool day = false, month = false, time = false;
    if ((*code | 0x20) == 'g' && strlen(code) >= 7 && (code[1] | 0x20) == 'e' && (code[2] | 0x20) == 'n')
        return OGPI_SHEET_PLAIN;
    while (*code && *code != ';') {
        const char *next = skip_shown(code);
        time = time || goes_by(code);
        if (next != code) {
            code = next;
            continue;
        }
        int letter = *code++ | 0x20;
        day = day || letter == 'y' || letter == 'd';
        month = month || letter == 'm';
        time = time || letter == 'h' || letter == 's';
    }
    if (!day && (!month || time))
        return OGPI_SHEET_PLAIN;
    return time ? OGPI_SHEET_TIME : OGPI_SHEET_DATE;
}

bool ogpi_sheet_place(const char *text, size_t *row, size_t *column)
{
    size_t c = 0, r = 0;
    while (*text >= 'A' && *text <= 'Z' && c <= OGPI_SHEET_COLUMNS)
        c = c * 26 + (size_t)(*text++ - 'A') + 1;
    while (*text >= '0' && *text <= '9' && r <= OGPI_SHEET_ROWS)
        r = r * 10 + (size_t)(*text++ - '0');
    *row = r;
    *column = c;
    return *text == '\0' && c >= 1 && c <= OGPI_SHEET_COLUMNS && r >= 1 && r <= OGPI_SHEET_ROWS;
}

/* A decimal number: its digits without leading zeros, and where the point stands among them. */
typedef struct decimal {
    bool negative;
    char digits[DIGITS + 1];
    int count, point;
} decimal;

static const char *read_digits(decimal *d, const char *at, const char *end, bool *any, int *dropped)
{
    bool fraction = false;
    for (; at < end && ((*at >= '0' && *at <= '9') || (*at == '.' && !fraction)); at++) {
        if (*at == '.') {
            fraction = true;
            continue;
        }
        *any = true;
        bool leading = d->count == 0 && *at == '0';
        if (!leading && d->count < DIGITS)
            d->digits[d->count++] = *at;
        else if (!leading && *dropped < 0)
            *dropped = *at - '0';
        d->point += (fraction ? 0 : !leading) - (fraction && leading);
    }
    return at;
}

static bool read_exponent(const char *at, const char *end, int *out)
{
    int value = 0;
    if (at == end)
        return true;
    if ((*at++ | 0x20) != 'e' || at == end)
        return false;
    bool negative = *at == '-';
    at += *at == '-' || *at == '+';
    if (at == end || end - at > 3)
        return false;
    for (; at < end && *at >= '0' && *at <= '9'; at++)
        value = value * 10 + (*at - '0');
    *out = negative ? -value : value;
    return at == end;
}

/* One more in the last place. */
static void round_up(decimal *d)
{
    int i = d->count;
    while (i > 0 && d->digits[i - 1] == '9')
        i--;
    if (i == 0) {
        d->digits[0] = '1';
        d->count = 1;
        d->point++;
        return;
    }
    d->digits[i - 1]++;
    d->count = i;
}

static bool read_decimal(decimal *d, const char *text, size_t length)
{
    const char *end = text + length;
    bool any = false;
    int exponent = 0, dropped = -1;
    *d = (decimal){.negative = length && *text == '-'};
    const char *at = read_digits(d, text + (length && (*text == '-' || *text == '+')), end, &any, &dropped);
    if (!any || length > 400 || !read_exponent(at, end, &exponent))
        return false;
    d->point += exponent;
    if (dropped >= 5)
        round_up(d);
    while (d->count && d->digits[d->count - 1] == '0')
        d->count--;
    return true;
}

static void put_zeros(ogpi_buffer *out, int count)
{
    while (count-- > 0)
        ogpi_buffer_putc(out, '0');
}

void ogpi_sheet_put_number(ogpi_buffer *out, const char *text, size_t length)
{
    decimal d;
    if (!read_decimal(&d, text, length) || d.point > PLAIN || d.point < -PLAIN) {
        ogpi_buffer_add(out, text, length);
        return;
    }
    if (d.count == 0)
        d.point = 0;
    else if (d.negative)
        ogpi_buffer_putc(out, '-');
    int whole = d.point < 0 ? 0 : d.point < d.count ? d.point : d.count;
    ogpi_buffer_add(out, d.digits, (size_t)whole);
    put_zeros(out, d.point - whole);
    if (d.point <= 0)
        ogpi_buffer_putc(out, '0');
    if (d.count > whole) {
        ogpi_buffer_putc(out, '.');
        put_zeros(out, -d.point);
        ogpi_buffer_add(out, d.digits + whole, (size_t)(d.count - whole));
    }
}

/* The calendar's day for a number of days; 1900 had no 29 February, whatever 60 says. */
static bool day_of(int32_t days, bool from_1904, ogp_date *out)
{
    if (days < (from_1904 ? 0 : 1) || days > (from_1904 ? 2957003 : 2958465) || (!from_1904 && days == 60))
        return false;
    int32_t first = from_1904 ? ogp_date_to_day(1904, 1, 1) : ogp_date_to_day(1899, 12, days < 60 ? 31 : 30);
    *out = ogp_date_from_day(first + days);
    return true;
}

void ogpi_sheet_put_date(ogpi_buffer *out, const char *text, size_t length, ogpi_sheet_kind kind, bool from_1904)
{
    double number;
    ogp_date date;
    bool good = ogpi_decimal_parse(text, length, &number) && number >= 0 && number < 3e6;
    int32_t days = good ? (int32_t)number : 0;
    int32_t seconds = good ? (int32_t)((number - days) * 86400 + 0.5) : 0;
    if (seconds == 86400)
        seconds = 0, days++;
    if (!good || !day_of(days, from_1904, &date)) {
        ogpi_sheet_put_number(out, text, length);
        return;
    }
    ogpi_buffer_printf(out, "%04d-%02d-%02d", (int)date.year, date.month, date.day);
    if (kind == OGPI_SHEET_TIME && seconds)
        ogpi_buffer_printf(out, "T%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

static int hex(const char *at)
{
    static const char digits[] = "0123456789ABCDEF";
    int value = 0;
    for (int i = 0; i < 4; i++) {
        const char *found = strchr(digits, at[i] & (at[i] >= 'a' ? ~0x20 : ~0));
        if (!found || !at[i])
            return -1;
        value = value * 16 + (int)(found - digits);
    }
    return value;
}

size_t ogpi_sheet_unescape(char *text, size_t length)
{
    size_t n = 0;
    for (size_t i = 0; i < length;) {
        bool escape = length - i >= 7 && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_';
        int c = escape ? hex(text + i + 2) : -1;
        if (c > 0 && (c < 0xD800 || c > 0xDFFF)) {
            n += ogpi_utf8_encode((uint32_t)c, text + n);
            i += 7;
        } else {
            text[n++] = text[i++];
        }
    }
    return n;
}
