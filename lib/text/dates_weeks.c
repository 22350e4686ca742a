/* SPDX-License-Identifier: MIT */
/* Days told by the week: "the second Tuesday of March 2026", "the week of 20 April 2026". */
#include "text/dates.h"

/* Values of the list `weekday`: 1 is Monday, 7 Sunday; the same and this where it is the last one of its month. */
enum { WEEKDAY_LAST = 8 };

/* The day of the week: 1 is Monday. */
static int weekday_of(int year, int month, int day)
{
    static const int shifts[] = { 0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4 };
    int y = month < 3 ? year - 1 : year;
    int from_sunday = (y + y / 4 - y / 100 + y / 400 + shifts[month - 1] + day) % 7;
    return from_sunday ? from_sunday : 7;
}

/* "second", "2nd" */
static size_t rank_at(const ogpi_scanner *s, size_t i, uint32_t *rank)
{
    int digits = ogpi_plain_digits(s, i, 1);
    if (digits <= 0)
        return ogpi_match(s, i, OGPI_CLASS_ordinal, rank);
    *rank = (uint32_t)digits;
    return ogpi_has(s, i + 1, OGPI_CLASS_suffix) ? i + 2 : i;
}

size_t ogpi_ranked_weekday_at(const ogpi_scanner *s, size_t i, ogpi_point *out)
{
    uint32_t rank = 0, day = 0;
    size_t ranked = rank_at(s, i, &rank), at = ogpi_match(s, ranked, OGPI_CLASS_weekday, &day);
    bool last = day > WEEKDAY_LAST;
    int weekday = (int)(last ? day - WEEKDAY_LAST : day);
    if (at == ranked || weekday == 0 || last != (ranked == i) || rank > 5)
        return i;
    size_t linked = ogpi_skip_links(s, at);
    if (linked == at || !ogpi_point_at(s, linked, out) || !out->month || !out->year || out->day || out->edge)
        return i;
    int end = ogpi_last_day(out->year, out->month);
    int first = 1 + (weekday - weekday_of(out->year, out->month, 1) + 7) % 7;
    out->day = last ? first + (end - first) / 7 * 7 : first + 7 * ((int)rank - 1);
    out->first = i;
    return out->day <= end ? out->next : i;
}

/* The day six days later. */
static ogpi_point week_end(const ogpi_point *from)
{
    ogpi_point to = *from;
    int end = ogpi_last_day(from->year, from->month);
    to.day += 6;
    if (to.day <= end)
        return to;
    to.day -= end;
    to.month = from->month % 12 + 1;
    to.year += to.month == 1;
    return to;
}

size_t ogpi_week_at(const ogpi_scanner *s, size_t i, ogpi_point *from, ogpi_point *to)
{
    if (!ogpi_says(s, i, OGPI_CLASS_period, OGPI_PERIOD_WEEK))
        return i;
    size_t at = ogpi_skip_links(s, ogpi_skip(s, i, OGPI_CLASS_period));
    at = ogpi_skip(s, at, OGPI_CLASS_weekday);
    if (!ogpi_point_at(s, at, from) || !from->day || !from->month || !from->year || from->edge ||
        ogpi_skip(s, from->next, OGPI_CLASS_to) > from->next)
        return i;
    from->first = i;
    *to = week_end(from);
    return from->next;
}
