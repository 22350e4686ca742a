/* SPDX-License-Identifier: MIT */
/* Dates as tables have them, into EDTF. Which of day and month comes first is decided for a whole column by
   evidence. */
#ifndef OGPI_DATE_CELL_H
#define OGPI_DATE_CELL_H

#include <ogp/context.h>
#include <ogp/date.h>
#include <stdbool.h>

typedef enum ogpi_date_order {
    OGPI_DATES_MONTH_FIRST,
    OGPI_DATES_DAY_FIRST,
    OGPI_DATES_MIXED /* MM/01/YYYY is a month; else day first, unless only the month can come first */
} ogpi_date_order;

typedef enum ogpi_date_status {
    OGPI_DATE_READ,
    OGPI_DATE_NONE,      /* no date: blank, a missing word, "Ongoing" */
    OGPI_DATE_UNKNOWN,   /* not understood */
    OGPI_DATE_IMPOSSIBLE /* no such day */
} ogpi_date_status;

/* What one cell shows: +1 only day first is possible, -1 only month first, 0 either or no such date. */
int ogpi_date_evidence(const char *text, size_t length);
/* Reads one cell. context is for texts ("IV quarter of 2021"). */
ogpi_date_status ogpi_date_read(ogp_edtf *out, const char *text, size_t length, ogpi_date_order order,
                                const ogp_context *context);

#endif
