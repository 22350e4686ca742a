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
void ogpi_convert_csv_header(ogpi_buffer *out);
void ogpi_convert_csv_row(const ogpi_convert *convert, const ogpi_row *row, ogpi_buffer *out);
/* A row of a table as a line of a stream of commitments; cells that have no member of their own stay under "table". */
void ogpi_convert_json_row(const ogpi_convert *convert, const ogpi_row *row, ogpi_buffer *out);

/* Rows of one plan, put together. */
typedef struct ogpi_gathering {
    const ogpi_convert *convert; /* NULL where the input is no table */
    ogpi_buffer commitments;
    char plan[OGPI_PLAN_NAME_SIZE], member[64], language[32], submitted[32];
    size_t count;
} ogpi_gathering;

void ogpi_gather_begin(ogpi_gathering *g, const ogpi_convert *convert, const ogp_allocator *allocator);
/* FORMAT where the row is of another plan than the first. */
int ogpi_gather_row(ogpi_gathering *g, const ogpi_rows *rows, const ogpi_row *row, ogp_error *error);
/* The plan; FORMAT where there was no row. */
int ogpi_gather_end(ogp_plan **out, ogpi_gathering *g, const ogp_context *context, ogp_error *error);
void ogpi_gather_clear(ogpi_gathering *g);
/* What a row of a table says of its plan and of itself, as members of an object. */
ogpi_csv_cell ogpi_convert_plan_id(const ogpi_convert *convert, const ogpi_row *row, char buffer[OGPI_PLAN_NAME_SIZE]);
int ogpi_convert_year(const ogpi_convert *convert, const ogpi_row *row); /* as the table states it, else 0 */
void ogpi_convert_commitment(const ogpi_convert *convert, const ogpi_row *row, ogpi_buffer *out, bool in_plan);

#endif
