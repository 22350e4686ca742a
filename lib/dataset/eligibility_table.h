/* SPDX-License-Identifier: MIT */
/* A table of country-years, row by row, each judged as it comes. Memory does not grow with rows; of countries a bounded
   number is remembered, for years below the minimum that follow each other. */
#ifndef OGPI_ELIGIBILITY_TABLE_H
#define OGPI_ELIGIBILITY_TABLE_H

#include "dataset/eligibility_years.h"
#include "io/csv.h"
#include "rules/eligibility.h"

enum { OGPI_ELI_COLUMNS = 64 };

typedef struct ogpi_eligibility_table ogpi_eligibility_table;

/* A cell that could not be taken. */
typedef struct ogpi_eligibility_bad { int cell; ogpi_cell_fault fault; size_t column; ogpi_csv_cell text; } ogpi_eligibility_bad;

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

/* The source is taken over and closed, also on failure. FORMAT when the first row is no header of ours. */
int ogpi_eligibility_table_open(ogpi_eligibility_table **out, const ogpi_source *source, const ogp_context *context,
                                ogp_error *error);
void ogpi_eligibility_table_close(ogpi_eligibility_table *table);
/* 1, 0 at the end, or an error. Texts of the row are good until the next one. */
int ogpi_eligibility_table_next(ogpi_eligibility_table *table, ogpi_eligibility_row *row, ogp_error *error);
const ogpi_eligibility_rules *ogpi_eligibility_table_rules(const ogpi_eligibility_table *table);
/* Everything about one row as findings: bad cells and the reasons of its verdict. */
int ogpi_eligibility_table_explain(ogp_report **out, const ogpi_eligibility_table *table, const ogpi_eligibility_row *row,
                                   ogp_error *error);
/* What was wrong with the table, its columns and cells; once, at the end. Paths are "/row/column". */
int ogpi_eligibility_table_report(ogp_report **out, ogpi_eligibility_table *table, ogp_error *error);

#endif
