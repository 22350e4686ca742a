/* SPDX-License-Identifier: MIT */
/* Cells merged downwards: what the uppermost one says holds for each row that they cover. */
#ifndef OGPI_SHEET_MERGES_H
#define OGPI_SHEET_MERGES_H

#include "io/archive.h"

typedef struct ogpi_sheet_merge {
    uint32_t top, bottom, column; /* from 1 */
} ogpi_sheet_merge;

/* What a column still holds from above. */
typedef struct ogpi_sheet_held {
    uint32_t bottom;
    char *text;
    size_t length;
} ogpi_sheet_held;

typedef struct ogpi_sheet_merges {
    const ogp_allocator *allocator;
    ogpi_sheet_merge *list; /* by row and column */
    size_t count, capacity, next;
    ogpi_sheet_held *held; /* by column, from 0 */
    size_t held_count;
} ogpi_sheet_merges;

/* They stand behind the cells: the sheet is unpacked once for them alone. */
int ogpi_sheet_merges_read(ogpi_sheet_merges *merges, ogpi_archive *archive, const char *part, const ogp_limits *limits,
                           ogp_error *error);
void ogpi_sheet_merges_clear(ogpi_sheet_merges *merges);
/* A cell was met; rows and columns must come in order. */
int ogpi_sheet_merges_note(ogpi_sheet_merges *merges, size_t row, size_t column, const char *text, size_t length,
                           ogp_error *error);
/* What holds for a cell that says nothing itself; NULL for nothing. */
const ogpi_sheet_held *ogpi_sheet_merges_at(const ogpi_sheet_merges *merges, size_t row, size_t column);

#endif
