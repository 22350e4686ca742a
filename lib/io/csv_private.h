/* SPDX-License-Identifier: MIT */
/* What the files of the CSV reader share. */
#ifndef OGPI_CSV_PRIVATE_H
#define OGPI_CSV_PRIVATE_H

#include "io/csv.h"
#include "io/workbook.h"
#include "rulebook/rulebook.h"

struct ogpi_csv {
    const ogp_allocator *allocator;
    const ogp_limits *limits;
    ogpi_source source;
    ogpi_workbook *book; /* NULL unless the source is one */
    char *data; /* one byte more than capacity, for a NUL */
    size_t capacity, begin, fill;
    char *raw; /* undecoded bytes, when the source is UTF-16 */
    size_t raw_fill;
    ogpi_csv_cell *cells;
    bool *escaped;
    size_t cell_capacity, cell_count;
    ogpi_arena converted;
    unsigned char stops[256];
    char separator;
    ogpi_csv_encoding encoding;
    bool end, again;
    bool no_memory; /* for a text: said with the next row */
    size_t bytes, row_number;
    unsigned line, row_line;
};

/* More bytes behind the row that begins at csv->begin. */
int ogpi_csv_refill(ogpi_csv *csv, ogp_error *error);

#endif
