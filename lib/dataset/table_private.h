/* SPDX-License-Identifier: MIT */
/* What the files of the table reader share. */
#ifndef OGPI_TABLE_PRIVATE_H
#define OGPI_TABLE_PRIVATE_H

#include "dataset/cell.h"
#include "dataset/table.h"

enum { OGPI_TABLE_SEEN = 8 };

typedef struct ogpi_table_cell {
    size_t column, slot;
    bool label;  /* its text names a level */
    bool paired; /* the variable has both a label and a code column */
    ogpi_cell_memo memo;
} ogpi_table_cell;

typedef struct ogpi_table_country {
    const char *country, *member;
} ogpi_table_country;

struct ogpi_table {
    const ogp_allocator *allocator;
    ogpi_arena arena;
    ogpi_csv *csv;
    ogpi_irm *irm;
    ogpi_header header;
    ogpi_members members;
    ogpi_report_builder *report;
    uint64_t seen[OGPI_TABLE_SEEN]; /* rows before the header */
    size_t seen_count;
    int16_t *values, *levels;
    bool *need;   /* by slot */
    bool *wanted; /* by formula */
    ogpi_table_cell *cells;
    size_t cell_count;
    ogpi_intern countries; /* spellings */
    ogpi_table_country *country_known;
    size_t country_capacity;
    int country_slot, member_slot, id_slot, number_slot, plan_slot, plan_id_slot, year_slot, table_year_slot;
    int country_column;
    bool blank_is_absent; /* a table of our own leaves a cell blank for what its input did not have */
    int table_year, method_year, last_plan;
    const char *method, *last_dated;
    size_t rows;
};

/* Tells rows that come again. */
uint64_t ogpi_table_row_hash(const ogpi_csv_row *row);
/* Fill in the country and the member, the year and the method. */
void ogpi_table_take_country(ogpi_table *table, ogpi_table_row *row);
void ogpi_table_take_year(ogpi_table *table, ogpi_table_row *row);

#endif
