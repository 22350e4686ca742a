/* SPDX-License-Identifier: MIT */
#include "dataset/date_cell.h"
#include <ogp/text.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST = 96 };

/* Up to three numbers with one kind of separator between them, and nothing else. */
typedef struct numbers {
    int value[3];
    size_t digits[3];
    size_t count;
} numbers;

static bool scan_numbers(const char *text, size_t length, numbers *out)
{
    size_t i = 0;
    char separator = 0;

    *out = (numbers){.count = 0};
    while (i < length && out->count < 3) {
        size_t first = i;
        int n = 0;
        for (; i < length && text[i] >= '0' && text[i] <= '9' && i - first < 9; i++)
            n = n * 10 + (text[i] - '0');
        if (i == first)
            return false;
        out->value[out->count] = n;
        out->digits[out->count++] = i - first;
        if (i == length)
            return true;
        if (!strchr("/.-", text[i]) || (separator && text[i] != separator))
            return false;
        separator = text[i++];
    }
    return false;
}

static int full_year(int year, size_t digits)
{
    return digits <= 2 ? (year < 70 ? 2000 : 1900) + year : year;
}

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static bool real_day(int year, int month, int day)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (month == 2 && leap(year));
}

static bool is_day_month_year(const numbers *n)
{
    return n->count == 3 && n->digits[0] <= 2 && n->digits[1] <= 2 && (n->digits[2] == 4 || n->digits[2] == 2) &&
           n->value[0] >= 1 && n->value[1] >= 1 && n->value[0] <= 31 && n->value[1] <= 31;
}

int ogpi_date_evidence(const char *text, size_t length)
{
    numbers n;

    if (!scan_numbers(text, length, &n) || !is_day_month_year(&n) || (n.value[0] > 12 && n.value[1] > 12))
        return 0;
    return n.value[0] > 12 ? 1 : n.value[1] > 12 ? -1 : 0;
}

static ogpi_date_status point(ogp_edtf *out, int year, int month, int day)
{
    *out = (ogp_edtf){.kind = OGP_EDTF_DATE, .from = {year, (uint8_t)month, (uint8_t)day, OGP_DATE_CERTAIN}};
    return OGPI_DATE_READ;
}

/* Days since 1899-12-30. A day in 1905 is a year that a spreadsheet took for a number of days. */
static ogpi_date_status from_serial(ogp_edtf *out, int serial)
{
    ogp_date d = ogp_date_from_day(ogp_date_to_day(1899, 12, 30) + serial);

    return point(out, d.year, d.month, d.day);
}

static ogpi_date_status from_triple(ogp_edtf *out, const numbers *n, ogpi_date_order order)
{
    int a = n->value[0], b = n->value[1], year = full_year(n->value[2], n->digits[2]);
    bool month_first = order == OGPI_DATES_MONTH_FIRST;

    if (order == OGPI_DATES_MIXED && b == 1 && n->digits[1] == 2 && a <= 12)
        return point(out, year, a, 0);
    if (a > 12)
        month_first = false;
    else if (b > 12)
        month_first = true;
    int month = month_first ? a : b, day = month_first ? b : a;
    if (!real_day(year, month, day))
        return OGPI_DATE_IMPOSSIBLE;
    if (year == 1905)
        return point(out, ogp_date_to_day(year, (unsigned)month, (unsigned)day) - ogp_date_to_day(1899, 12, 30), 0, 0);
    return point(out, year, month, day);
}

static ogpi_date_status from_numbers(ogp_edtf *out, const numbers *n, ogpi_date_order order)
{
    if (n->count == 1 && n->digits[0] == 4 && n->value[0] >= 1900 && n->value[0] < 2200)
        return point(out, n->value[0], 0, 0);
    if (n->count == 1 && n->digits[0] == 5 && n->value[0] >= 20000 && n->value[0] < 80000)
        return from_serial(out, n->value[0]);
    if (n->count == 2 && n->digits[0] <= 2 && n->value[0] >= 1 && n->value[0] <= 12 &&
        (n->digits[1] == 2 || n->digits[1] == 4))
        return point(out, full_year(n->value[1], n->digits[1]), n->value[0], 0);
    if (n->count == 2 && n->digits[0] == 4 && n->digits[1] == 4 && n->value[0] <= n->value[1]) {
        *out = (ogp_edtf){.kind = OGP_EDTF_INTERVAL, .from = {.year = n->value[0]}, .to = {.year = n->value[1]}};
        return OGPI_DATE_READ;
    }
    return is_day_month_year(n) ? from_triple(out, n, order) : OGPI_DATE_UNKNOWN;
}

/* One date that the text says and nothing else. */
static bool from_words(ogp_edtf *out, const char *text, size_t length, const ogp_context *context)
{
    static const char *const languages[] = {"en", "fr", "es", "ar"};
    bool found = false;

    for (size_t i = 0; i < sizeof languages / sizeof *languages && !found; i++) {
        ogp_facts *facts;
        if (ogp_text_facts(&facts, text, length, languages[i], context, NULL) < 0)
            continue;
        const ogp_fact *fact = ogp_facts_at(facts, 0);
        if (ogp_facts_count(facts) == 1 && fact->type == OGP_FACT_DATE && fact->start <= 4 && fact->end + 1 >= length)
            found = ogp_edtf_parse(out, fact->norm, strlen(fact->norm), NULL) == 0;
        ogp_facts_unref(facts);
    }
    return found;
}

/* "Jul-12" and "Feb 22, 13": the year in full. Returns the length, 0 where there is nothing to complete. */
static size_t complete_year(char out[LONGEST], const char *text, size_t length)
{
    bool two = length >= 5 && text[length - 1] >= '0' && text[length - 1] <= '9' && text[length - 2] >= '0' &&
               text[length - 2] <= '9' && strchr("- ,'", text[length - 3]);
    size_t letters = 0;

    while (letters < length && ((unsigned char)text[letters] >= 0x80 || (text[letters] | 32) >= 'a'))
        letters++;
    if (!two || letters < 3)
        return 0;
    int year = full_year((text[length - 2] - '0') * 10 + text[length - 1] - '0', 2);
    return (size_t)snprintf(out, LONGEST, "%.*s %d", (int)length - 3, text, year);
}

/* "IV quarter of 2021" is "Q4 2021". */
static size_t arabic_quarter(char out[LONGEST], const char *text, size_t length)
{
    static const char *const roman[] = {"I", "II", "III", "IV"};
    size_t n = strcspn(text, " ");

    for (int i = 0; i < 4; i++)
        if (n == strlen(roman[i]) && strncmp(text, roman[i], n) == 0 && length > n + 12 && strstr(text, "uarter"))
            return (size_t)snprintf(out, LONGEST, "Q%d %.4s", i + 1, text + length - 4);
    return 0;
}

/* "September/December 2011": from the one to the other. */
static bool from_pair(ogp_edtf *out, const char *text, size_t length, const ogp_context *context)
{
    const char *slash = memchr(text, '/', length), *blank = strrchr(text, ' ');
    char first[LONGEST];
    ogp_edtf from, to;

    if (!slash || !blank || blank < slash)
        return false;
    size_t n = (size_t)snprintf(first, sizeof first, "%.*s%s", (int)(slash - text), text, blank);
    if (!from_words(&from, first, n, context) ||
        !from_words(&to, slash + 1, length - (size_t)(slash + 1 - text), context) || from.kind != OGP_EDTF_DATE ||
        to.kind != OGP_EDTF_DATE)
        return false;
    *out = (ogp_edtf){.kind = OGP_EDTF_INTERVAL, .from = from.from, .to = to.from};
    return true;
}

static bool has_digit(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] >= '0' && text[i] <= '9')
            return true;
    return false;
}

ogpi_date_status ogpi_date_read(ogp_edtf *out, const char *text, size_t length, ogpi_date_order order,
                                const ogp_context *context)
{
    char copy[LONGEST], other[LONGEST];
    numbers n;
    size_t m;

    *out = (ogp_edtf){.kind = OGP_EDTF_NONE};
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '.'))
        length--;
    if (length == 0 || !has_digit(text, length))
        return OGPI_DATE_NONE;
    if (length >= LONGEST)
        return OGPI_DATE_UNKNOWN;
    memcpy(copy, text, length);
    copy[length] = '\0';
    if (scan_numbers(copy, length, &n)) {
        ogpi_date_status status = from_numbers(out, &n, order);
        if (status != OGPI_DATE_UNKNOWN)
            return status;
    }
    if (ogp_edtf_parse(out, copy, length, NULL) == 0)
        return OGPI_DATE_READ;
    if ((m = complete_year(other, copy, length)) != 0 || (m = arabic_quarter(other, copy, length)) != 0)
        return from_words(out, other, m, context) ? OGPI_DATE_READ : OGPI_DATE_UNKNOWN;
    if (from_pair(out, copy, length, context) || from_words(out, copy, length, context))
        return OGPI_DATE_READ;
    *out = (ogp_edtf){.kind = OGP_EDTF_NONE};
    return OGPI_DATE_UNKNOWN;
}
