/* SPDX-License-Identifier: MIT */
#include "dataset/eligibility_years.h"

static size_t slot_of(const char *name, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)name[i]) * 16777619u;
    return hash % OGPI_YEARS_COUNTRIES;
}

ogpi_years_country *ogpi_years_find(ogpi_years *years, const char *name, size_t length)
{
    if (length == 0 || length >= sizeof years->countries[0].name)
        return NULL;
    for (size_t slot = slot_of(name, length);; slot = (slot + 1) % OGPI_YEARS_COUNTRIES) {
        ogpi_years_country *country = &years->countries[slot];
        if (!country->name[0]) {
            if (years->count >= OGPI_YEARS_COUNTRIES * 3 / 4)
                return NULL;
            years->count++;
            memcpy(country->name, name, length);
            return country;
        }
        if (strlen(country->name) == length && memcmp(country->name, name, length) == 0)
            return country;
    }
}

static bool known(const uint64_t *bits, int32_t year)
{
    int32_t at = year - OGPI_YEARS_FIRST;
    return at >= 0 && at < OGPI_YEARS_SPAN && bits[at / 64] >> (at % 64) & 1;
}

bool ogpi_years_note(ogpi_years_country *country, int32_t year, bool below)
{
    int32_t at = year - OGPI_YEARS_FIRST;
    bool before = known(country->seen, year);
    if (at < 0 || at >= OGPI_YEARS_SPAN)
        return false;
    country->seen[at / 64] |= (uint64_t)1 << (at % 64);
    if (below)
        country->below[at / 64] |= (uint64_t)1 << (at % 64);
    return before;
}

bool ogpi_years_below(const ogpi_years_country *country, int32_t year)
{
    return known(country->below, year);
}

ogpi_years_points ogpi_years_score(ogpi_years_country *country, ogpi_years_points now)
{
    ogpi_years_points before = country->last;
    if (before.year >= now.year)
        return (ogpi_years_points){0, 0, 0};
    country->last = now;
    return before;
}
