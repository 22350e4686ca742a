/* SPDX-License-Identifier: MIT */
#include "rules/days.h"
#include "base/error.h"

#include <stdbool.h>
#include <stdio.h>

int ogpi_day_read(int32_t *out, const ogp_date *date, const char *name, ogp_error *error)
{
    *out = OGPI_NO_DAY;
    if (date->year == 0 && date->month == 0 && date->day == 0)
        return OGP_OK;
    bool whole = date->year >= 1900 && date->year <= 9999 && date->month >= 1 && date->month <= 12 && date->day >= 1;
    int32_t day = whole ? ogp_date_to_day(date->year, date->month, date->day) : 0;
    ogp_date back = ogp_date_from_day(day);
    if (!whole || back.month != date->month || back.day != date->day)
        return ogpi_error(error, OGP_ERROR_USAGE, "%s: %d-%02u-%02u is no day of the years 1900 to 9999", name,
                          (int)date->year, (unsigned)date->month, (unsigned)date->day);
    *out = day;
    return OGP_OK;
}

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
