/* SPDX-License-Identifier: MIT */
/* A sheet of an Excel workbook (.xlsx) as the bytes of a CSV: commas, UTF-8, a line a row, so that row numbers are the
   sheet's. What the cells show is docs/tables.md. Memory: the shared strings and styles, and one row. */
#ifndef OGPI_WORKBOOK_H
#define OGPI_WORKBOOK_H

#include "base/memory.h"
#include "base/source.h"

typedef struct ogpi_workbook ogpi_workbook;

/* True for the first bytes of what may be a workbook. */
bool ogpi_workbook_begins(const char *bytes, size_t length);
/* head[0..length) is what was read of the source so far; the source must last as long as the workbook. Opens the sheet
   that the context names, else the first one. Errors: SYNTAX, FORMAT, LIMIT, MEMORY, IO, USAGE (no such sheet). */
int ogpi_workbook_open(ogpi_workbook **out, ogpi_source *source, const char *head, size_t length,
                       const ogp_context *context, ogp_error *error);
void ogpi_workbook_close(ogpi_workbook *book);
/* *got is 0 at the end alone. An error in a cell has its row and column as line and column. */
int ogpi_workbook_read(ogpi_workbook *book, char *buffer, size_t size, size_t *got, ogp_error *error);

#endif
