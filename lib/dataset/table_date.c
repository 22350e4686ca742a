/* SPDX-License-Identifier: MIT */
/* Dates in OGP's tables: two orders in one column, months alone, spreadsheet serials, years that became dates,
   words. */
#include "dataset/row_commitment.h"

typedef struct parts {
    int32_t number[3];
    size_t digits[3];
    size_t count;
    bool rest; /* something else follows */
} parts;

static parts split(const char *text, size_t length)
{
    parts p = {.count = 0};
    size_t i = 0;
    while (i < length && p.count < 3) {
        size_t from = i;
        for (; i < length && text[i] >= '0' && text[i] <= '9' && i - from < 9; i++)
            p.number[p.count] = p.number[p.count] * 10 + (text[i] - '0');
        p.digits[p.count] = i - from;
        if (i == from)
            break;
        p.count++;
        if (i >= length || !strchr("/-.", text[i]))
            break;
        i++;
    }
    p.rest = i < length;
    return p;
}

static bool set_date(ogp_edtf *out, int32_t year, int32_t month, int32_t day)
{
    if (year < 100)
        year += 2000;
    bool good = year >= 1900 && year <= 2100 && month >= 0 && month <= 12 && day >= 0 && day <= 31;
    *out = (ogp_edtf){good ? OGP_EDTF_DATE : OGP_EDTF_NONE,
                      {year, (uint8_t)(good ? month : 0), (uint8_t)(good ? day : 0), 0},
                      {0, 0, 0, 0}};
    return good;
}

/* Days since 1899-12-30. A date in 1905 is a year that was turned into a date: the serial number is the year. */
static bool from_serial(ogp_edtf *out, int32_t serial)
{
    ogp_date date = ogp_date_from_day(ogp_date_to_day(1899, 12, 30) + serial);
    return set_date(out, date.year, date.month, date.day);
}

static bool from_three(ogp_edtf *out, const parts *p, bool month_first)
{
    int32_t a = p->number[0], b = p->number[1], year = p->number[2];
    if (p->digits[0] == 4)
        return set_date(out, a, b, year);
    if (year == 1905) {
        int32_t serial = ogp_date_to_day(year, (unsigned)(a <= 12 ? a : 1), (unsigned)(b <= 31 ? b : 1)) -
                         ogp_date_to_day(1899, 12, 30);
        return set_date(out, serial, 0, 0);
    }
    if (a > 12)
        return set_date(out, year, b, a);
    if (b > 12 || month_first)
        return set_date(out, year, a, b);
    return p->digits[1] == 2 && b == 1 ? set_date(out, year, a, 0) : set_date(out, year, b, a);
}

static bool from_words(ogp_edtf *out, const char *text, size_t length, ogpi_scanner *scanner)
{
    const ogp_fact *facts;
    size_t count;
    if (!scanner || ogpi_scan(scanner, text, length, "en", &facts, &count, NULL) < 0)
        return false;
    for (size_t i = 0; i < count; i++)
        if (facts[i].type == OGP_FACT_DATE)
            return ogp_edtf_parse(out, facts[i].norm, strlen(facts[i].norm), NULL) == 0;
    return false;
}

bool ogpi_table_date(ogp_edtf *out, const char *text, size_t length, bool month_first, ogpi_scanner *scanner)
{
    parts p = split(text, length);
    *out = (ogp_edtf){0};
    if (!p.rest && p.count == 3)
        return from_three(out, &p, month_first);
    if (!p.rest && p.count == 2)
        return p.digits[0] == 4 ? set_date(out, p.number[0], p.number[1], 0)
                                : set_date(out, p.number[1], p.number[0], 0);
    if (!p.rest && p.count == 1 && p.digits[0] == 5)
        return from_serial(out, p.number[0]);
    if (!p.rest && p.count == 1)
        return p.digits[0] == 4 && set_date(out, p.number[0], 0, 0);
    return from_words(out, text, length, scanner);
}
