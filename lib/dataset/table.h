/* SPDX-License-Identifier: MIT */
/* A table of OGP's, row by row: header found, cells understood, figures worked out. Memory does not grow with rows. */
#ifndef OGPI_TABLE_H
#define OGPI_TABLE_H

#include "dataset/cell.h"
#include "dataset/header.h"
#include "dataset/member.h"
#include "rulebook/finding.h"

typedef struct ogpi_table ogpi_table;

typedef struct ogpi_table_row {
    size_t number; /* record in the file, from 1 */
    unsigned line;
    ogpi_csv_cell *cells;
    size_t cell_count;
    int16_t *values;       /* by slot: codes, then derived figures once they are worked out */
    const int16_t *levels; /* by column slot: index of the level that the label names, or a missing word */
    const char *country;   /* as the table first spelt it */
    const char *member;    /* "MKD"; "" where not known */
    int year;              /* of submission; 0 where neither the table nor the rulebook knows */
    const char *method;    /* "irm-2014", "" where no year is known */
} ogpi_table_row;

/* The source is taken over and closed, also on failure. */
int ogpi_table_open(ogpi_table **out, const ogpi_source *source, const ogp_context *context, ogp_error *error);
void ogpi_table_close(ogpi_table *table);

/* Which cells are wanted, to be said before the first row: of the others only keys are read. */
void ogpi_table_need_slot(ogpi_table *table, size_t slot);
/* The formula, what it rests on, and the columns those read. */
void ogpi_table_need_formula(ogpi_table *table, size_t formula);
/* What the program's rows need. */
void ogpi_table_need_output(ogpi_table *table);
/* Every column and, for each formula that the edition publishes, the formula. */
void ogpi_table_need_all(ogpi_table *table);

/* 1, 0 at the end, or an error. Formulas asked for are worked out in row->values. */
int ogpi_table_next(ogpi_table *table, ogpi_table_row *row, ogp_error *error);

const ogpi_irm *ogpi_table_irm(const ogpi_table *table);
const ogpi_header *ogpi_table_header(const ogpi_table *table);
const ogpi_members *ogpi_table_members(const ogpi_table *table);
ogpi_csv *ogpi_table_csv(ogpi_table *table);
size_t ogpi_table_rows(const ogpi_table *table);

/* Text of a column in this row, UTF-8, blanks at the ends cut; "" where there is none. Good until the next row. */
ogpi_csv_cell ogpi_table_text(ogpi_table *table, const ogpi_table_row *row, int slot);
/* A commitment's number, repaired (ogpi_cell_repair). */
ogpi_csv_cell ogpi_table_number(ogpi_table *table, const ogpi_table_row *row, char buffer[OGPI_NUMBER_SIZE]);
/* The number of the plan, else its id; as the number is missing where there is neither. */
#define OGPI_PLAN_NAME_SIZE 64
void ogpi_table_plan(ogpi_table *table, const ogpi_table_row *row, char out[OGPI_PLAN_NAME_SIZE]);
/* "JO0062", or country/plan/number where the table has no ids. */
#define OGPI_ROW_NAME_SIZE 160
void ogpi_table_row_name(ogpi_table *table, const ogpi_table_row *row, ogpi_csv_cell number,
                         char out[OGPI_ROW_NAME_SIZE]);

/* Adds a finding about a place in the table; args are name, value pairs, ended by NULL. */
void ogpi_table_find(ogpi_table *table, const char *rule, const char *subject, ...);
/* The findings so far, handed over once, at the end. */
int ogpi_table_report(ogp_report **out, ogpi_table *table, ogp_error *error);

#endif
