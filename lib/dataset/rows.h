/* SPDX-License-Identifier: MIT */
/* Commitments with their IRM figures, row by row, whatever they come from: a table of OGP's, a plan, or a stream of
   commitments. Memory does not grow with rows. */
#ifndef OGPI_ROWS_H
#define OGPI_ROWS_H

#include "dataset/table.h"
#include <ogp/commitment.h>
#include <ogp/plan.h>

typedef struct ogpi_rows ogpi_rows;

typedef struct ogpi_row {
    size_t number;       /* record in the table, or position in the stream, from 1 */
    const char *name;    /* "JO0062", or country/plan/number where there is no id */
    const char *country; /* as the table spells it, or the member's code */
    const char *member;  /* "" where not known */
    const char *plan;    /* number in a table, id in a plan */
    ogpi_csv_cell commitment_number;
    const char *method;  /* "irm-2014", "" where no year is known */
    int year;            /* of submission as the input says; 0 where it does not */
    int16_t *values;     /* by slot */
    bool of_table;       /* the input is a table: plan is a number that repeats from country to country */
    const char *edition; /* "irm-2016", "plan" */
    /* From a dataset; NULL where the table or the commitment is to be asked: */
    const char *lead, *region, *areas; /* ids of areas, separated by semicolons */
    const ogpi_table_row *table; /* NULL unless the input is a table */
    const ogp_commitment *commitment; /* NULL when the input is a table */
} ogpi_row;

/* The source is taken over and closed, also on failure. */
int ogpi_rows_open(ogpi_rows **out, const ogpi_source *source, const ogp_context *context, ogp_error *error);
int ogpi_rows_open_path(ogpi_rows **out, const char *path, const ogp_context *context, ogp_error *error);
void ogpi_rows_close(ogpi_rows *rows);
/* 1, 0 at the end, or an error. The figures of the program's rows are worked out. */
int ogpi_rows_next(ogpi_rows *rows, ogpi_row *row, ogp_error *error);
/* Instead of rows, the bytes of an input that is no table: how many, 0 at the end, or an error. */
ptrdiff_t ogpi_rows_bytes(ogpi_rows *rows, char *buffer, size_t size, ogp_error *error);
/* Before the first row: a slot that is to be filled besides those of the program's rows. */
void ogpi_rows_need(ogpi_rows *rows, size_t slot);
const ogpi_irm *ogpi_rows_irm(const ogpi_rows *rows);
/* NULL unless the input is a table. */
ogpi_table *ogpi_rows_table(ogpi_rows *rows);
/* The plan of the commitment given last; NULL when the input is a table. */
const ogp_plan *ogpi_rows_plan(const ogpi_rows *rows);
/* True where the commitment given last was a line of a stream, false for a whole plan and a table. */
bool ogpi_rows_of_lines(const ogpi_rows *rows);
/* "irm-2016", "plan" ... */
const char *ogpi_rows_edition(const ogpi_rows *rows);

#endif
