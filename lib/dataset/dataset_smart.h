/* SPDX-License-Identifier: MIT */
/* SMART marks as columns: worked out while rows are read, so that their texts need not be kept. */
#ifndef OGPI_DATASET_SMART_H
#define OGPI_DATASET_SMART_H

#include "dataset/dataset.h"
#include "dataset/row_commitment.h"
#include "rules/smart.h"

typedef struct ogpi_smart_columns {
    ogpi_rows *rows;
    ogpi_row_commitment row; /* of a table */
    ogpi_smart_scorer *scorer;
    size_t first; /* column */
} ogpi_smart_columns;

/* Before the first row. Adds smart_specific ... smart_score at the end of the columns. */
int ogpi_smart_columns_open(ogpi_smart_columns *out, ogp_dataset *dataset, ogpi_rows *rows, ogp_error *error);
void ogpi_smart_columns_close(ogpi_smart_columns *columns);
/* The cells of the row that is being added. */
int ogpi_smart_columns_add(ogpi_smart_columns *columns, ogp_dataset *dataset, const ogpi_row *row, ogp_error *error);

#endif
