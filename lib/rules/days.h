/* SPDX-License-Identifier: MIT */
/* Days as numbers, as in <ogp/date.h>: 1970-01-01 is 0. A day that is not known is OGPI_NO_DAY; what is worked out from
   it is not known either. */
#ifndef OGPI_DAYS_H
#define OGPI_DAYS_H

#include <ogp/date.h>

#define OGPI_NO_DAY INT32_MIN

/* A date of the caller's, called `name` in the error: NO_DAY where all of it is 0, USAGE where it is no whole day that
   exists. */
int ogpi_day_read(int32_t *out, const ogp_date *date, const char *name, ogp_error *error);
int32_t ogpi_day_add_months(int32_t day, int32_t months);
/* Whole months between two known days; negative when `to` comes first. */
int32_t ogpi_day_months_between(int32_t from, int32_t to);
/* 0 where it is not known. */
int32_t ogpi_day_year(int32_t day);
/* Year 0 where it is not known. */
ogp_date ogpi_day_date(int32_t day);

#define OGPI_DAY_SIZE 16
/* "2022-08-31"; "" where it is not known. Returns buffer. */
const char *ogpi_day_text(int32_t day, char buffer[OGPI_DAY_SIZE]);

#endif
