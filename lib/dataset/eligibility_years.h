/* SPDX-License-Identifier: MIT */
/* Which years of which countries were seen, and which were below the minimum. */
#ifndef OGPI_ELIGIBILITY_YEARS_H
#define OGPI_ELIGIBILITY_YEARS_H

#include "base/memory.h"

enum { OGPI_YEARS_COUNTRIES = 1024, OGPI_YEARS_FIRST = 1990, OGPI_YEARS_SPAN = 256 };

/* Points of a year in which something was measured. */
typedef struct ogpi_years_points { int32_t year, total, maximum; } ogpi_years_points;

typedef struct ogpi_years_country {
    char name[56];
    ogpi_years_points last; /* year 0: none yet */
    uint64_t seen[OGPI_YEARS_SPAN / 64], below[OGPI_YEARS_SPAN / 64];
} ogpi_years_country;

typedef struct ogpi_years { size_t count; ogpi_years_country countries[OGPI_YEARS_COUNTRIES]; } ogpi_years;

/* The country's entry; NULL when there are too many countries, or the name is longer than a name is. */
ogpi_years_country *ogpi_years_find(ogpi_years *years, const char *name, size_t length);
/* Notes a year. True when it had been there before. */
bool ogpi_years_note(ogpi_years_country *country, int32_t year, bool below);
bool ogpi_years_below(const ogpi_years_country *country, int32_t year);
/* Notes the points of a year. Gives the year before it of those noted so far; year 0 where the rows run backwards. */
ogpi_years_points ogpi_years_score(ogpi_years_country *country, ogpi_years_points now);

#endif
