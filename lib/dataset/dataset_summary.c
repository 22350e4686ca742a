/* SPDX-License-Identifier: MIT */
/* Sums over a dataset: its columns become rows again, one at a time. */
#include "base/error.h"
#include "dataset/dataset.h"
#include "dataset/summary_private.h"

enum { WORD = 512 };

typedef struct words {
    char country[WORD], member[WORD], region[WORD], plan[WORD], lead[WORD], method[WORD], areas[2048];
} words;

static const char *copy(const ogp_dataset *d, const char *column, size_t row, char *out, size_t size)
{
    ptrdiff_t index = ogp_dataset_column_index(d, column);
    size_t length;
    const char *text = index < 0 ? "" : ogp_dataset_text(d, (size_t)index, row, &length);

    if (index < 0)
        length = 0;
    length = length < size - 1 ? length : size - 1;
    memcpy(out, text, length);
    out[length] = '\0';
    return out;
}

static void take_row(const ogp_dataset *d, size_t at, ogpi_row *row, words *w, int16_t *values)
{
    *row = (ogpi_row){.number = at + 1, .values = values};
    row->country = copy(d, "country", at, w->country, WORD);
    row->member = copy(d, "member", at, w->member, WORD);
    row->plan = copy(d, "plan", at, w->plan, WORD);
    row->method = copy(d, "method", at, w->method, WORD);
    row->region = copy(d, "region", at, w->region, WORD);
    row->lead = copy(d, "lead", at, w->lead, WORD);
    row->areas = copy(d, "policy_areas", at, w->areas, sizeof w->areas);
    row->edition = d->edition;
    row->of_table = strcmp(d->edition, "plan") != 0;
    for (size_t i = 0; i < d->column_count; i++)
        if (!d->columns[i].derived && d->columns[i].slot >= 0 && d->columns[i].type <= OGP_COLUMN_NUMBER)
            values[d->columns[i].slot] = (int16_t)ogp_dataset_code(d, i, at);
    ptrdiff_t year = ogp_dataset_column_index(d, "year");
    int y = year < 0 ? 0 : ogp_dataset_code(d, (size_t)year, at);
    row->year = ogp_is_missing(y) ? 0 : y;
}

static int add_all(ogp_summary *s, const ogp_dataset *d, int16_t *values, bool *wanted, words *w, ogp_error *error)
{
    int code = 0;

    ogpi_irm_clear(d->irm, values);
    ogpi_summary_want(s, wanted);
    for (size_t i = 0; i < d->rows && code == 0; i++) {
        ogpi_row row;
        take_row(d, i, &row, w, values);
        for (size_t k = 0; k < d->irm->formula_count; k++)
            if (wanted[k])
                ogpi_irm_eval(d->irm, k, values, NULL);
        code = ogpi_summary_add(s, NULL, &row, error);
    }
    return code < 0 ? code : ogpi_summary_sort(s, error);
}

int ogp_dataset_summarize(ogp_summary **out, const ogp_dataset *d, const char *by, ogp_error *error)
{
    if (!out || !d || !by)
        return ogpi_error_needs(error, "a dataset, what to group by and a place for the summary");
    int code = ogp_summary_new(out, by, d->context, error);
    if (code < 0)
        return code;
    int16_t *values = ogpi_calloc(d->allocator, d->irm->slot_count, sizeof *values);
    bool *wanted = ogpi_calloc(d->allocator, d->irm->formula_count + 1, sizeof *wanted);
    words *w = ogpi_alloc(d->allocator, sizeof *w);
    code = values && wanted && w ? add_all(*out, d, values, wanted, w, error) : ogpi_error_memory(error);
    ogpi_free(d->allocator, values);
    ogpi_free(d->allocator, wanted);
    ogpi_free(d->allocator, w);
    if (code < 0) {
        ogp_summary_unref(*out);
        *out = NULL;
    }
    return code;
}
