/* SPDX-License-Identifier: MIT */
/* What a dataset is made of. */
#ifndef OGPI_DATASET_H
#define OGPI_DATASET_H

#include "dataset/intern.h"
#include "dataset/rows.h"
#include <ogp/dataset.h>

typedef struct ogpi_column {
    char name[48];
    ogp_column_type type;
    bool derived;
    int slot;             /* of the value or text, or -1 */
    void *data;           /* while reading, grows */
    size_t capacity;      /* elements, or bytes of texts */
    size_t length;        /* bytes of texts */
    uint32_t *offsets;
    size_t offset_capacity;
    ogpi_intern terms;    /* while reading */
    uint32_t *term_offsets;
    char *term_bytes;
    size_t term_count;
    bool date, smart;     /* smart: filled by ogpi_smart_columns_add() */
    size_t borrowed;      /* data is that of column borrowed - 1; 0: its own */
} ogpi_column;

struct ogp_dataset {
    ogpi_refcount refs;
    const ogp_allocator *allocator;
    ogp_context *context;
    ogpi_irm *irm;
    char edition[40];
    ogpi_column *columns;
    size_t column_count, column_capacity;
    size_t rows;
    ogp_report *report;
};

/* Storage. False without memory, or (texts) when they pass four gigabytes. */
ogpi_column *ogpi_dataset_add_column(ogp_dataset *dataset, const char *name, ogp_column_type type, int slot);
bool ogpi_column_add_code(ogpi_column *column, size_t row, int value, const ogp_allocator *allocator);
bool ogpi_column_add_term(ogpi_column *column, size_t row, const char *text, size_t length,
                          const ogp_allocator *allocator);
bool ogpi_column_add_text(ogpi_column *column, size_t row, const char *text, size_t length,
                          const ogp_allocator *allocator);
/* Terms become two arrays; spare room goes. */
bool ogpi_column_finish(ogpi_column *column, size_t rows, const ogp_allocator *allocator);
void ogpi_column_clear(ogpi_column *column, const ogp_allocator *allocator);
size_t ogpi_column_index_at(const ogpi_column *column, size_t row); /* of a term */

/* Takes the source over and closes it. */
int ogpi_dataset_read_source(ogp_dataset **out, ogpi_source *source, const ogp_dataset_options *options,
                             const ogp_context *context, ogp_error *error);

/* Dates: the terms of a column, spelt as in the input and led by the group of rows they come from, become EDTF. The
   order of day and month is decided here for each group. Adds a column <name>_published with the input's spelling. */
int ogpi_dataset_read_dates(ogp_dataset *dataset, size_t column, ogpi_table *table, ogp_error *error);
/* The group of dates ('a', 'b' ...) that rows of a year belong to, by the edition's rules. */
char ogpi_date_group(const ogpi_table *table, int year);

#endif
