/* SPDX-License-Identifier: MIT */
#include "dataset/dataset_smart.h"
#include "base/error.h"

#include <stdio.h>

static bool add_columns(ogp_dataset *d)
{
    bool made = true;
    for (int i = 0; made && i < OGP_SMART_CRITERIA; i++) {
        char name[48];
        snprintf(name, sizeof name, "smart_%s", ogp_smart_criterion_name((ogp_smart_criterion)i));
        ogpi_column *c = ogpi_dataset_add_column(d, name, OGP_COLUMN_TERM16, -1);
        made = c != NULL;
        if (c)
            c->derived = c->smart = true;
    }
    ogpi_column *score = made ? ogpi_dataset_add_column(d, "smart_score", OGP_COLUMN_NUMBER, -1) : NULL;
    if (score)
        score->derived = score->smart = true;
    return score != NULL;
}

int ogpi_smart_columns_open(ogpi_smart_columns *out, ogp_dataset *dataset, ogpi_rows *rows, ogp_error *error)
{
    ogpi_table *table = ogpi_rows_table(rows);
    *out = (ogpi_smart_columns){.rows = rows, .first = dataset->column_count};
    if (!add_columns(dataset))
        return ogpi_error_memory(error);
    int code = table ? ogpi_row_commitment_open(&out->row, table, dataset->context, error) : OGP_OK;
    return code < 0 ? code : ogpi_smart_new(&out->scorer, dataset->context, error);
}

void ogpi_smart_columns_close(ogpi_smart_columns *columns)
{
    ogpi_smart_free(columns->scorer);
    ogpi_row_commitment_close(&columns->row);
}

int ogpi_smart_columns_add(ogpi_smart_columns *s, ogp_dataset *d, const ogpi_row *row, ogp_error *error)
{
    const ogp_commitment *c = row->table ? ogpi_row_commitment_take(&s->row, row->table) : row->commitment;
    ogpi_smart_result result;
    int code = ogpi_smart_commitment(s->scorer, ogpi_rows_plan(s->rows), c, &result, error);
    bool added = true;
    if (code < 0)
        return code;
    for (size_t i = 0; added && i < OGP_SMART_CRITERIA; i++) {
        const char *mark = ogp_smart_mark_name((ogp_smart_mark)result.marks[i]);
        added = ogpi_column_add_term(&d->columns[s->first + i], d->rows, mark, strlen(mark), d->allocator);
    }
    added =
        added && ogpi_column_add_code(&d->columns[s->first + OGP_SMART_CRITERIA], d->rows, result.score, d->allocator);
    return added ? OGP_OK : ogpi_error_memory(error);
}
