/* SPDX-License-Identifier: MIT */
#include "rules/days.h"

#include <stdio.h>

int32_t ogpi_day_add_months(int32_t day, int32_t months)
{
    if (day == OGPI_NO_DAY)
        return day;
    ogp_date date = ogp_date_add_months(ogp_date_from_day(day), months);
    return ogp_date_to_day(date.year, date.month, date.day);
}

int32_t ogpi_day_months_between(int32_t from, int32_t to)
{
    ogp_date a = ogp_date_from_day(from), b = ogp_date_from_day(to);
    int32_t months = (b.year - a.year) * 12 + b.month - a.month;
    if (to >= from)
        return ogpi_day_add_months(from, months) > to ? months - 1 : months;
    return ogpi_day_add_months(from, months) < to ? months + 1 : months;
}

ogp_date ogpi_day_date(int32_t day)
{
    return day == OGPI_NO_DAY ? (ogp_date){0} : ogp_date_from_day(day);
}

int32_t ogpi_day_year(int32_t day)
{
    return ogpi_day_date(day).year;
}

const char *ogpi_day_text(int32_t day, char buffer[OGPI_DAY_SIZE])
{
    ogp_date date = ogpi_day_date(day);
    buffer[0] = '\0';
    if (day != OGPI_NO_DAY)
        snprintf(buffer, OGPI_DAY_SIZE, "%04d-%02u-%02u", (int)date.year, (unsigned)date.month, (unsigned)date.day);
    return buffer;
}
