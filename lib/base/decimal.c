/* SPDX-License-Identifier: MIT */
#include "base/decimal.h"

#include "base/utf8.h"
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { EXACT_DIGITS = 15, LARGEST_EXPONENT = 22 };

typedef struct number {
    int64_t digits;
    int kept, scale, exponent;
    bool negative, point, any, rest; /* rest: a digit beyond the exact ones is not 0 */
} number;

static int digit_of(uint32_t c)
{
    if (c >= '0' && c <= '9')
        return (int)(c - '0');
    if (c >= 0x0660 && c <= 0x0669)
        return (int)(c - 0x0660);
    return c >= 0x06F0 && c <= 0x06F9 ? (int)(c - 0x06F0) : -1;
}

static void take_digit(number *n, int digit)
{
    n->any = true;
    if (n->kept == 0 && digit == 0) {
        n->scale += n->point;
    } else if (n->kept < EXACT_DIGITS) {
        n->digits = n->digits * 10 + digit;
        n->kept++;
        n->scale += n->point;
    } else {
        n->rest |= digit != 0;
        n->scale -= !n->point;
    }
}

static bool take_exponent(number *n, const char *text, size_t length)
{
    size_t i = length > 0 && (text[0] == '+' || text[0] == '-');
    int value = 0;
    if (i == length || length - i > 3)
        return false;
    for (size_t k = i; k < length; k++) {
        if (text[k] < '0' || text[k] > '9')
            return false;
        value = value * 10 + (text[k] - '0');
    }
    n->exponent = text[0] == '-' ? -value : value;
    return true;
}

static bool scan(number *n, const char *text, size_t length)
{
    size_t i = 0;
    if (length > 0 && (text[0] == '-' || text[0] == '+'))
        n->negative = text[i++] == '-';
    while (i < length) {
        uint32_t c = (unsigned char)text[i];
        size_t size = c < 0x80 ? 1 : ogpi_utf8_decode(text + i, length - i, &c);
        int digit = digit_of(c);
        i += size;
        if (digit >= 0)
            take_digit(n, digit);
        else if ((c == '.' || c == ',' || c == 0x066B) && !n->point)
            n->point = true;
        else if ((c == 'e' || c == 'E') && n->any)
            return take_exponent(n, text + i, length - i);
        else
            return false;
    }
    return n->any;
}

/* The next double above one that is not negative. */
static double next_above(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    bits += value < DBL_MAX;
    memcpy(&value, &bits, sizeof bits);
    return value;
}

bool ogpi_decimal_parse(const char *text, size_t length, double *out)
{
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    number n = {0};
    size_t bad;
    if (!ogpi_utf8_valid(text, length, &bad) || !scan(&n, text, length))
        return false;
    int exponent = n.exponent - n.scale;
    double value = (double)n.digits;
    if (exponent > LARGEST_EXPONENT)
        value = n.digits ? HUGE_VAL : 0;
    else if (exponent >= 0)
        value *= powers[exponent];
    else if (exponent >= -LARGEST_EXPONENT)
        value /= powers[-exponent];
    else
        value = n.digits ? next_above(0) : 0;
    if (n.rest)
        value = next_above(value);
    *out = n.negative ? -value : value;
    return true;
}

static const char *trim_zeros(char *text)
{
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == '0')
        length--;
    if (length > 0 && text[length - 1] == '.')
        length--;
    text[length] = '\0';
    return text;
}

const char *ogpi_decimal_text(double value, char buffer[OGPI_DECIMAL_SIZE])
{
    long long micro = (long long)(value * 1e6 + (value < 0 ? -0.5 : 0.5));
    const char *sign = micro < 0 ? "-" : "";
    micro = micro < 0 ? -micro : micro;
    snprintf(buffer, OGPI_DECIMAL_SIZE, "%s%lld.%06lld", sign, micro / 1000000, micro % 1000000);
    return trim_zeros(buffer);
}

const char *ogpi_share_text(int32_t numerator, int32_t denominator, char buffer[OGPI_DECIMAL_SIZE])
{
    int64_t parts = ((int64_t)numerator * 20000 + denominator) / ((int64_t)denominator * 2);
    if (numerator < 0 || numerator > denominator)
        return ogpi_decimal_text((double)numerator / denominator, buffer);
    memcpy(buffer, parts == 10000 ? "1.0000" : "0.0000", 7);
    for (int at = 5; at > 1; at--, parts /= 10)
        buffer[at] = (char)('0' + parts % 10);
    return trim_zeros(buffer);
}

char *ogpi_whole_text(char *out, uint64_t value, unsigned width)
{
    char digits[OGPI_WHOLE_SIZE];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    while (sizeof digits - at < width && at > 0)
        digits[--at] = '0';
    memcpy(out, digits + at, sizeof digits - at);
    out += sizeof digits - at;
    *out = '\0';
    return out;
}
