/* SPDX-License-Identifier: MIT */
/* Dates as stretches of days, so that "2024-06" and "2024-06-15" can be compared without guessing. */
#ifndef OGPI_PERIOD_H
#define OGPI_PERIOD_H

#include "model/model.h"

/* The first and the last day that may be meant; not known where nothing is stated or an end is open. */
typedef struct ogpi_period { int32_t first, last; bool known; } ogpi_period;

ogpi_period ogpi_period_of(const ogpi_date *date);
/* Every day of a lies before every day of b. False where one is not known: the benefit of the doubt. */
static inline bool ogpi_before(ogpi_period a, ogpi_period b) { return a.known && b.known && a.last < b.first; }
/* Names at least the month. */
bool ogpi_date_exact(const ogpi_date *date);
#endif
