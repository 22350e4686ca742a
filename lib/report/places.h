/* SPDX-License-Identifier: MIT */
/* Lines and columns of many JSON pointers, found in one walk through the text. */
#ifndef OGPI_PLACES_H
#define OGPI_PLACES_H

#include "base/memory.h"
#include <ogp/report.h>

/* Where the words of a finding stand; line 0: not known. Columns are code points, the end is exclusive. */
typedef struct ogpi_place {
    unsigned line, column;
    unsigned end_line, end_column; /* 0 where only the beginning is known */
    bool exact;                    /* the value itself; else the nearest value around it that is there */
} ogpi_place;

/* One place a finding of the report, in its order; freed with ogpi_free. text NULL: all unknown.
   The text need not be good JSON: what cannot be found is unknown. NULL without memory. */
ogpi_place *ogpi_places_find(const ogp_report *report, const char *text, size_t length, const ogp_allocator *allocator);

#endif
