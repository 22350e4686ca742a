/* SPDX-License-Identifier: MIT */
/* Commitments between forms: any edition of the table, plans and streams into one common table; tables into streams. */
#ifndef OGPI_CONVERT_H
#define OGPI_CONVERT_H

#include "dataset/rows.h"

typedef struct ogpi_convert ogpi_convert;

/* Before the first row: asks for the columns it writes. The rows must outlive it. */
int ogpi_convert_open(ogpi_convert **out, ogpi_rows *rows, const ogp_context *context, ogp_error *error);
void ogpi_convert_close(ogpi_convert *convert);
/* The common form: columns are the rulebook's names, levels its ids, dates EDTF. */
void ogpi_convert_csv_header(const ogpi_convert *convert, ogpi_buffer *out);
void ogpi_convert_csv_row(const ogpi_convert *convert, const ogpi_row *row, ogpi_buffer *out);
/* A row of a table as a line of a stream of commitments; cells that have no member of their own stay under "table". */
void ogpi_convert_json_row(const ogpi_convert *convert, const ogpi_row *row, ogpi_buffer *out);

#endif
