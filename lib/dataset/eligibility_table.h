/* SPDX-License-Identifier: MIT */
/* A table of country-years, row by row, each judged as it comes. Memory does not grow with rows; of countries a bounded
   number is remembered, for years below the minimum that follow each other. */
#ifndef OGPI_ELIGIBILITY_TABLE_H
#define OGPI_ELIGIBILITY_TABLE_H

#include "base/json_write.h"
#include "base/source.h"
#include "dataset/eligibility_columns.h"
#include "dataset/eligibility_years.h"

/* A cell that could not be taken. */
typedef struct ogpi_eligibility_bad {
    int cell;
    ogpi_cell_fault fault;
    size_t column;
    ogpi_csv_cell text;
} ogpi_eligibility_bad;

typedef struct ogpi_eligibility_row {
    size_t number; /* record in the file, from 1 */
    unsigned line;
    ogpi_csv_cell country; /* UTF-8 */
    ogpi_csv_cell year_text;
    bool judged;           /* false: no year, so nothing but the country is known */
    int32_t review_from;   /* year before this one that was below the minimum too, or 0 */
    ogpi_years_points before; /* of an earlier year; year 0: none */
    char subject[96];      /* "TUN 2014" */
    ogpi_country_year values;
    ogpi_eligibility_verdict verdict;
    ogpi_needs needs;
    size_t bad_count;
    ogpi_eligibility_bad bad[OGPI_ELI_CELLS];
} ogpi_eligibility_row;

/* What the paths of findings look like: "/12/column" in a table, "/11/column" in a list of records, "/column" in
   one. */
typedef enum ogpi_eligibility_form { OGPI_ELI_TABLE, OGPI_ELI_RECORDS, OGPI_ELI_RECORD } ogpi_eligibility_form;

struct ogp_eligibility_table {
    const ogp_allocator *allocator;
    const ogp_context *context;
    ogpi_source source; /* of records; a table's is its reader's */
    ogpi_buffer records; /* from JSON, as a table */
    ogpi_eligibility_form form;
    ogpi_csv *csv;
    ogpi_report_builder *builder;
    ogp_report *report; /* at the end */
    ogpi_eligibility_book *book;
    ogpi_eligibility_columns columns;
    ogpi_years years;
    size_t rows, judged, unverified;
    ogpi_json_writer writer; /* what a writer of portions keeps from one to the next */
    bool begun, ended;
};

/* The source is taken over and closed, also on failure. */
int ogpi_eligibility_table_open(ogp_eligibility_table **out, const ogpi_source *source, const ogp_context *context,
                                ogp_error *error);
/* Up to the header. The source is taken over. FORMAT when it is no table of country-years. */
int ogpi_eligibility_table_begin(ogp_eligibility_table *table, const ogpi_source *source, ogp_error *error);
/* After the last row: makes the table's report. */
int ogpi_eligibility_table_end(ogp_eligibility_table *table, ogp_error *error);
/* 1, 0 at the end, or an error. Texts of the row are good until the next one. */
int ogpi_eligibility_table_next(ogp_eligibility_table *table, ogpi_eligibility_row *row, ogp_error *error);
/* Everything about one row as findings: bad cells and the reasons of its verdict. */
int ogpi_eligibility_table_explain(ogp_report **out, const ogp_eligibility_table *table,
                                   const ogpi_eligibility_row *row, ogp_error *error);
/* A record in JSON, or a list of them, as a table. FORMAT with the place of what is neither. */
int ogpi_eligibility_records(ogp_eligibility_table *table, ogp_error *error);

#endif
