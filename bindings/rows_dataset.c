/* SPDX-License-Identifier: MIT */
#include "bindings/rows_help.h"

#include <stdio.h>
#include <string.h>

static json_t *cell(const ogp_dataset *dataset, const ogp_column *column, size_t index, size_t row)
{
    char word[24];
    size_t length;
    if (column->type != OGP_COLUMN_CODE && column->type != OGP_COLUMN_NUMBER) {
        const char *text = ogp_dataset_text(dataset, index, row, &length);
        return json_stringn(text, length);
    }
    int code = ogp_dataset_code(dataset, index, row);
    length = ogp_dataset_word(dataset, index, row, word, sizeof word);
    /* A figure is a number, unless its codes stand for words: PotImp and not 4. */
    bool number = length && strspn(word, "-0123456789") == length;
    if (!ogp_is_missing(code) && number && (column->derived || column->type == OGP_COLUMN_NUMBER))
        return json_integer(code);
    return json_stringn(word, length);
}

static bool is_key(const char *name)
{
    static const char *const keys[] = { "country", "id", "method", "number", "plan" };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (!strcmp(name, keys[i]))
            return true;
    return false;
}

static json_t *dataset_row(const ogp_dataset *dataset, size_t row, bool figures_only)
{
    json_t *object = json_object();
    for (size_t i = 0; object && i < ogp_dataset_column_count(dataset); i++) {
        ogp_column column = OGP_COLUMN_INIT;
        if (ogp_dataset_column_at(dataset, i, &column) == 0 && (!figures_only || column.derived || is_key(column.name)))
            json_object_set_new(object, column.name, cell(dataset, &column, i, row));
    }
    return object;
}

json_t *ogpb_dataset_row(const ogp_dataset *dataset, size_t row, ogp_error *error)
{
    if (row >= ogp_dataset_rows(dataset))
        return json_null();
    json_t *object = dataset_row(dataset, row, false);
    return ogpb_whole(object, object != NULL, error);
}

json_t *ogpb_dataset_irm(const ogp_dataset *dataset, ogp_error *error)
{
    json_t *rows = json_array();
    bool complete = rows != NULL;
    for (size_t i = 0; complete && i < ogp_dataset_rows(dataset); i++)
        complete = json_array_append_new(rows, dataset_row(dataset, i, true)) == 0;
    return ogpb_whole(rows, complete, error);
}

json_t *ogpb_dataset_columns(const ogp_dataset *dataset)
{
    json_t *names = json_array();
    for (size_t i = 0; names && i < ogp_dataset_column_count(dataset); i++) {
        ogp_column column = OGP_COLUMN_INIT;
        if (ogp_dataset_column_at(dataset, i, &column) == 0)
            json_array_append_new(names, json_string(column.name));
    }
    return names;
}

static json_t *group_row(const ogp_summary *summary, size_t group)
{
    json_t *row = json_pack("{s:I, s:I}", "commitments", (json_int_t)ogp_summary_commitments(summary, group),
                            "reviewed", (json_int_t)ogp_summary_reviewed(summary, group));
    for (size_t d = 0; row && d < ogp_summary_dimension_count(summary); d++)
        json_object_set_new(row, ogp_summary_dimension(summary, d), json_string(ogp_summary_key(summary, group, d)));
    for (size_t f = 0; row && f < ogp_summary_figure_count(summary); f++)
        json_object_set_new(row, ogp_summary_figure(summary, f),
                            json_pack("{s:I, s:I}", "ones", (json_int_t)ogp_summary_ones(summary, group, f),
                                      "of", (json_int_t)ogp_summary_of(summary, group, f)));
    for (size_t m = 0; row && m < ogp_summary_median_count(summary); m++) {
        int32_t twice = ogp_summary_median_twice(summary, group, m);
        char name[64];
        snprintf(name, sizeof name, "median_%s", ogp_summary_median_name(summary, m));
        json_object_set_new(row, name,
                            twice == INT32_MIN ? json_null()
                            : twice % 2        ? json_real(twice / 2.0)
                                               : json_integer(twice / 2));
    }
    return row;
}

json_t *ogpb_summary_rows(const ogp_summary *summary, ogp_error *error)
{
    json_t *rows = json_array();
    bool complete = rows != NULL;
    for (size_t i = 0; complete && i < ogp_summary_group_count(summary); i++)
        complete = json_array_append_new(rows, group_row(summary, i)) == 0;
    return ogpb_whole(rows, complete, error);
}

json_t *ogpb_dataset_summary(const ogp_dataset *dataset, const char *by, ogp_error *error)
{
    ogp_summary *summary = NULL;
    if (ogp_dataset_summarize(&summary, dataset, by, error) < 0)
        return NULL;
    json_t *rows = ogpb_summary_rows(summary, error);
    ogp_summary_unref(summary);
    return rows;
}
