/* SPDX-License-Identifier: MIT */
/* A dataset read out. */
#include "dataset/dataset.h"
#include "base/error.h"
#include "dataset/summary_private.h"

ogp_dataset *ogp_dataset_ref(ogp_dataset *dataset)
{
    if (dataset)
        ogpi_ref(&dataset->refs);
    return dataset;
}

void ogp_dataset_unref(ogp_dataset *d)
{
    if (!d || !ogpi_unref(&d->refs))
        return;
    ogp_context *context = d->context;
    for (size_t i = 0; i < d->column_count; i++)
        ogpi_column_clear(&d->columns[i], d->allocator);
    ogpi_free(d->allocator, d->columns);
    ogp_report_unref(d->report);
    ogpi_irm_close(d->irm);
    ogpi_free(d->allocator, d);
    ogp_context_unref(context);
}

size_t ogp_dataset_rows(const ogp_dataset *d)
{
    return d ? d->rows : 0;
}

const char *ogp_dataset_edition(const ogp_dataset *d)
{
    return d ? d->edition : "";
}

const ogp_report *ogp_dataset_report(const ogp_dataset *d)
{
    return d ? d->report : NULL;
}

size_t ogp_dataset_bytes(const ogp_dataset *d)
{
    size_t total = 0;

    for (size_t i = 0; d && i < d->column_count; i++) {
        const ogpi_column *c = &d->columns[i];
        bool wide = c->type == OGP_COLUMN_NUMBER || c->type == OGP_COLUMN_TERM16;
        if (c->type == OGP_COLUMN_TEXT)
            total += c->length + (d->rows + 1) * sizeof *c->offsets;
        else if (!c->borrowed)
            total += d->rows * (c->type == OGP_COLUMN_TERM32 ? 4 : wide ? 2 : 1);
        if (c->term_offsets)
            total += (c->term_count + 1) * sizeof *c->term_offsets + c->term_offsets[c->term_count];
    }
    return total;
}

size_t ogp_dataset_column_count(const ogp_dataset *d)
{
    return d ? d->column_count : 0;
}

int ogp_dataset_column_at(const ogp_dataset *d, size_t index, ogp_column *out)
{
    if (!d || !out || index >= d->column_count || out->struct_size < sizeof *out)
        return OGP_ERROR_USAGE;
    const ogpi_column *c = &d->columns[index];
    *out = (ogp_column){sizeof *out, c->name, c->type, c->derived, d->rows, c->data, c->offsets,
                        c->term_count, c->term_offsets, c->term_bytes};
    return 0;
}

ptrdiff_t ogp_dataset_column_index(const ogp_dataset *d, const char *name)
{
    for (size_t i = 0; d && name && i < d->column_count; i++)
        if (strcmp(d->columns[i].name, name) == 0)
            return (ptrdiff_t)i;
    return -1;
}

int ogp_dataset_code(const ogp_dataset *d, size_t column, size_t row)
{
    if (!d || column >= d->column_count || row >= d->rows)
        return OGP_MISSING_ABSENT;
    const ogpi_column *c = &d->columns[column];
    if (c->type == OGP_COLUMN_CODE)
        return ((const int8_t *)c->data)[row];
    return c->type == OGP_COLUMN_NUMBER ? ((const int16_t *)c->data)[row] : OGP_MISSING_ABSENT;
}

const char *ogp_dataset_text(const ogp_dataset *d, size_t column, size_t row, size_t *length)
{
    size_t unused;

    length = length ? length : &unused;
    *length = 0;
    if (!d || column >= d->column_count || row >= d->rows)
        return "";
    const ogpi_column *c = &d->columns[column];
    if (c->type == OGP_COLUMN_TEXT) {
        *length = c->offsets[row + 1] - c->offsets[row];
        return (const char *)c->data + c->offsets[row];
    }
    if (!c->term_offsets)
        return "";
    size_t term = ogpi_column_index_at(c, row);
    *length = c->term_offsets[term + 1] - c->term_offsets[term];
    return c->term_bytes + c->term_offsets[term];
}

size_t ogp_dataset_word(const ogp_dataset *d, size_t column, size_t row, char *out, size_t size)
{
    char word[OGPI_IRM_WORD_SIZE] = "";

    if (!out || size < sizeof word)
        return 0;
    if (d && column < d->column_count && d->columns[column].slot >= 0 && d->columns[column].type <= OGP_COLUMN_NUMBER)
        ogpi_irm_spell(word, ogpi_irm_slot_scale(d->irm, (size_t)d->columns[column].slot),
                       ogp_dataset_code(d, column, row));
    memcpy(out, word, sizeof word);
    return strlen(word);
}
