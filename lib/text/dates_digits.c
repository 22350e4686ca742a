/* SPDX-License-Identifier: MIT */
/* Dates written in digits with separators. */
#include "text/dates.h"

#define MOST_YEARS 12 /* of a range such as 2019-22 */

typedef struct digits {
    int value[3];
    unsigned length[3];
    unsigned count;
    size_t next;
    char sign; /* between them */
} digits;

static bool add_part(digits *d, const char *key, size_t length)
{
    int value = 0;
    if (d->count == 3 || length == 0 || length > 4)
        return false;
    for (size_t i = 0; i < length; i++)
        value = value * 10 + (key[i] - '0');
    d->value[d->count] = value;
    d->length[d->count++] = (unsigned)length;
    return true;
}

/* One word such as 31.12.2025. */
static bool split_points(digits *d, const char *key, size_t length)
{
    size_t start = 0;
    for (size_t i = 0; i <= length; i++) {
        if (i < length && key[i] != '.')
            continue;
        for (size_t k = start; k < i; k++)
            if (key[k] < '0' || key[k] > '9')
                return false;
        if (!add_part(d, key + start, i - start))
            return false;
        start = i + 1;
    }
    return true;
}

/* The sign between the number at i and a number after it, glued to both; 0 where there is none. */
static char joint(const ogpi_scanner *s, size_t i, size_t *next)
{
    if (ogpi_is_kind(s, i + 1, OGPI_NUMBER) && (ogpi_flags(s, i + 1) & OGPI_WORD_HYPHEN)) {
        *next = i + 1;
        return '-';
    }
    if (ogpi_sign(s, i + 1, '/') && ogpi_is_kind(s, i + 2, OGPI_NUMBER) &&
        (ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) == (ogpi_flags(s, i + 2) & OGPI_WORD_GLUED)) {
        *next = i + 2;
        return '/';
    }
    return 0;
}

static bool read_digits(const ogpi_scanner *s, size_t i, digits *d)
{
    const ogpi_word *word = &s->words.items[i];
    if (memchr(ogpi_key(s, i), '.', word->length)) {
        d->sign = '.';
        d->next = i + 1;
        return split_points(d, ogpi_key(s, i), word->length) && d->count > 1;
    }
    for (;;) {
        size_t next = i;
        if (ogpi_plain_digits(s, i, 4) < 0 || !add_part(d, ogpi_key(s, i), s->words.items[i].length))
            return false;
        d->next = i + 1;
        char sign = joint(s, i, &next);
        if (!sign)
            return d->count > 1;
        if (d->sign && (sign != d->sign || d->count == 3))
            return d->count == 3 || (sign == '-' && d->length[1] == 4); /* 01/01/2024-31/12/2025, 07/2024-06/2025 */
        d->sign = sign;
        i = next;
    }
}

static bool is_year(const digits *d, unsigned part)
{
    return d->length[part] == 4 && d->value[part] >= 1900 && d->value[part] <= 2100;
}

static bool set_day(ogpi_point *out, int year, int month, int day)
{
    if (month < 1 || month > 12 || day < 1 || day > ogpi_last_day(year, month))
        return false;
    out->year = year;
    out->month = month;
    out->day = day;
    return true;
}

/* "7/1/2018 - 12/31/2019": whether a date near word i can only have its month first, and none its day. */
static bool near_month_first(const ogpi_scanner *s, size_t i)
{
    enum { FAR = 24 }; /* words */
    bool found = false;
    for (size_t at = i > FAR ? i - FAR : 0; at < i + FAR && at < ogpi_count(s); at++) {
        digits d = {.count = 0};
        if (!ogpi_sign(s, at + 1, '/') || !ogpi_is_kind(s, at, OGPI_NUMBER) || !read_digits(s, at, &d) || d.count < 3)
            continue;
        if (d.value[0] > 12)
            return false; /* a day, or a year before the month */
        found |= d.value[1] > 12;
        at = d.next - 1;
    }
    return found;
}

static bool three_parts(const ogpi_scanner *s, size_t i, const digits *d, ogpi_point *out)
{
    int a = d->value[0], b = d->value[1], year = d->value[2];
    if (is_year(d, 0))
        return set_day(out, a, b, d->value[2]);
    if (d->length[2] == 2 && d->sign != '-' && (d->sign != '.' || d->length[0] + d->length[1] == 4))
        year += 2000; /* 4.4.13 is the number of a section */
    else if (!is_year(d, 2))
        return false;
    bool month_first = (s->languages[s->language].options & OGPI_OPTION_MONTH_FIRST) != 0;
    if (a <= 12 && (month_first || b > 12 || (d->sign == '/' && a != b && near_month_first(s, i))))
        return set_day(out, year, a, b);
    return set_day(out, year, b, a);
}

static bool two_parts(const digits *d, ogpi_point *out)
{
    int a = d->value[0], b = d->value[1];
    if (is_year(d, 0) && d->length[1] == 2 && b >= 1 && b <= 12) {
        if (d->sign == '/' && b == (a + 1) % 100) { /* 2011/12 */
            out->year_to = a + 1;
            b = 0;
        }
        out->year = a;
        out->month = b;
        return true;
    }
    if (is_year(d, 0) && d->length[1] == 2 && b == (a + 1) % 100 && d->sign != '.') {
        out->year = a;
        out->year_to = a + 1;
        return true;
    }
    if (is_year(d, 0) && d->length[1] == 2 && d->sign == '-' && b > a % 100 && b <= a % 100 + MOST_YEARS) {
        out->year = a; /* 2019-22 */
        out->year_to = a - a % 100 + b;
        return true;
    }
    if (is_year(d, 1) && d->length[0] <= 2 && a >= 1 && a <= 12) {
        out->year = b;
        out->month = a;
        return true;
    }
    return false;
}

/* A Roman numeral up to 12; 0 where it is none. */
static int roman(const char *key, size_t length)
{
    int sum = 0, last = 0;
    for (size_t i = length; i-- > 0;) {
        int digit = key[i] == 'i' ? 1 : key[i] == 'v' ? 5 : key[i] == 'x' ? 10 : 0;
        if (!digit)
            return 0;
        sum += digit < last ? -digit : digit;
        last = digit;
    }
    return length <= 4 && sum <= 12 ? sum : 0;
}

/* "15-IX-2025", "15.IX.2025", "15 IX 2025" */
static bool roman_month(const ogpi_scanner *s, size_t i, ogpi_point *out)
{
    int day = ogpi_plain_digits(s, i, 2);
    size_t at = i + 1 + (ogpi_sign(s, i + 1, '.') || ogpi_sign(s, i + 1, '/'));
    size_t year = at + 1 + (at - i - 1);
    if (day < 1 || !ogpi_is_kind(s, at, OGPI_WORD) || !ogpi_is_kind(s, year, OGPI_NUMBER) ||
        !(at > i + 1 || (ogpi_flags(s, at) & (OGPI_WORD_CAPITAL | OGPI_WORD_UPPER | OGPI_WORD_HYPHEN))) ||
        (ogpi_flags(s, at) & OGPI_WORD_HYPHEN) != (ogpi_flags(s, year) & OGPI_WORD_HYPHEN) ||
        (at > i + 1 && (ogpi_is_kind(s, at + 1, OGPI_SIGN) == 0 || *ogpi_key(s, at + 1) != *ogpi_key(s, i + 1))))
        return false;
    int value = ogpi_plain_digits(s, year, 4);
    out->next = year + 1;
    return value >= 1900 && value <= 2100 &&
           set_day(out, value, roman(ogpi_key(s, at), s->words.items[at].length), day);
}

bool ogpi_digits_point(const ogpi_scanner *s, size_t i, ogpi_point *out)
{
    digits d = { .count = 0 };
    if (!ogpi_is_kind(s, i, OGPI_NUMBER))
        return false;
    if (!ogpi_is_kind(s, i + 1, OGPI_NUMBER) && roman_month(s, i, out))
        return true;
    if (!read_digits(s, i, &d))
        return false;
    out->next = d.next;
    return d.count == 3 ? three_parts(s, i, &d, out) : two_parts(&d, out);
}
