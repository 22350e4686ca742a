/* SPDX-License-Identifier: MIT */
/* Which parts of an archive make up the workbook, and what its cells' styles mean. */
#ifndef OGPI_WORKBOOK_PARTS_H
#define OGPI_WORKBOOK_PARTS_H

#include "io/archive.h"

typedef struct ogpi_workbook_parts {
    const ogp_allocator *allocator;
    const ogp_limits *limits;
    ogpi_archive *archive;
    char *sheet;   /* names of parts; allocated */
    char *strings; /* NULL where there is none */
    unsigned char *styles; /* by style: an ogpi_sheet_kind */
    size_t style_count, style_capacity;
    bool from_1904;
} ogpi_workbook_parts;

/* Finds everything for one sheet, the first visible one where no name is given. */
int ogpi_workbook_parts_read(ogpi_workbook_parts *parts, const char *sheet, ogp_error *error);
void ogpi_workbook_parts_clear(ogpi_workbook_parts *parts);

#endif
