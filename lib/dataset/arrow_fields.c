/* SPDX-License-Identifier: MIT */
/* The fields of a dataset for Arrow. Terms and texts are handed over as they are; codes get a dictionary of their
   words, and what is missing a bitmap and a twin column of words. */
#include "dataset/arrow.h"
#include "base/error.h"

#include <stdio.h>

#define WORD_SIZE 24

/* A dictionary being made: at most 256 words, in the order in which they are met. */
typedef struct words {
    char text[256][WORD_SIZE];
    size_t count;
} words;

static size_t word_index(words *w, const char *text)
{
    size_t i = 0;
    while (i < w->count && strcmp(w->text[i], text) != 0)
        i++;
    if (i == w->count && w->count < 256)
        snprintf(w->text[w->count++], WORD_SIZE, "%s", text);
    return i;
}

static bool keep_words(ogpi_arrow *arrow, ogpi_arrow_strings *out, const words *w)
{
    int32_t *offsets = ogpi_arena_calloc(&arrow->arena, w->count + 1, sizeof *offsets);
    char *bytes = ogpi_arena_alloc(&arrow->arena, w->count * WORD_SIZE);
    if (!offsets || !bytes)
        return false;
    for (size_t i = 0; i < w->count; i++) {
        size_t length = strlen(w->text[i]);
        memcpy(bytes + offsets[i], w->text[i], length);
        offsets[i + 1] = offsets[i] + (int32_t)length;
    }
    *out = (ogpi_arrow_strings){offsets, bytes, (int64_t)w->count};
    return true;
}

static ogpi_arrow_field *add_field(ogpi_arrow *arrow, const char *name, const char *suffix, const char *format)
{
    ogpi_arrow_field *field = &arrow->fields[arrow->field_count++];
    snprintf(field->name, sizeof field->name, "%s%s", name, suffix);
    field->format = format;
    return field;
}

/* Bits of the rows that are (not) missing; none are made where nothing is missing. */
static bool add_validity(ogpi_arrow *arrow, ogpi_arrow_field *field, size_t column, bool of_missing)
{
    size_t rows = arrow->dataset->rows;
    uint8_t *bits = ogpi_arena_calloc(&arrow->arena, rows / 8 + 1, 1);
    if (!bits)
        return false;
    for (size_t row = 0; row < rows; row++) {
        bool missing = ogp_is_missing(ogp_dataset_code(arrow->dataset, column, row));
        if (missing == of_missing)
            bits[row / 8] |= (uint8_t)(1u << row % 8);
        else
            field->nulls++;
    }
    field->validity = field->nulls ? bits : NULL;
    return true;
}

/* One index a row. Each code's word is looked up once. */
static bool add_indices(ogpi_arrow *arrow, ogpi_arrow_field *field, size_t column, bool of_missing)
{
    /* No word stood where the input had no such variable; a figure that cannot be had is ND. */
    int absent = arrow->dataset->columns[column].derived ? OGP_MISSING_BLANK : OGP_MISSING_ABSENT;
    words dictionary = {.count = 0};
    int16_t known[256];
    size_t rows = arrow->dataset->rows;
    uint8_t *indices = ogpi_arena_calloc(&arrow->arena, rows + 1, 1);
    if (!indices)
        return false;
    memset(known, -1, sizeof known);
    for (size_t row = 0; row < rows; row++) {
        char word[WORD_SIZE];
        int code = ogp_dataset_code(arrow->dataset, column, row);
        if (ogp_is_missing(code) != of_missing)
            continue;
        int16_t *index = &known[(uint8_t)code];
        if (*index < 0) {
            if (of_missing)
                snprintf(word, sizeof word, "%s", ogp_missing_word(code == absent ? OGP_MISSING_BLANK : code));
            else
                ogp_dataset_word(arrow->dataset, column, row, word, sizeof word);
            *index = (int16_t)word_index(&dictionary, word);
        }
        indices[row] = (uint8_t)*index;
    }
    field->data = indices;
    field->has_dictionary = true;
    return keep_words(arrow, &field->strings, &dictionary);
}

static bool add_twin(ogpi_arrow *arrow, const ogp_column *view, size_t column)
{
    ogpi_arrow_field *twin = add_field(arrow, view->name, "_missing", "C");
    return add_indices(arrow, twin, column, true) && add_validity(arrow, twin, column, true);
}

static bool add_coded(ogpi_arrow *arrow, const ogp_column *view, size_t column)
{
    bool number = view->type == OGP_COLUMN_NUMBER;
    ogpi_arrow_field *field = add_field(arrow, view->name, "", number ? "s" : "C");
    if (number)
        field->data = view->data;
    else if (!add_indices(arrow, field, column, false))
        return false;
    if (!add_validity(arrow, field, column, false))
        return false;
    return field->nulls == 0 || add_twin(arrow, view, column);
}

/* Offsets of up to two gigabytes are the same bits as Arrow's. */
static bool add_strings(ogpi_arrow *arrow, const ogp_column *view)
{
    bool text = view->type == OGP_COLUMN_TEXT;
    ogpi_arrow_field *field = add_field(arrow, view->name, "",
                                        text                              ? "u"
                                        : view->type == OGP_COLUMN_TERM16 ? "S"
                                                                          : "I");
    const uint32_t *offsets = text ? view->offsets : view->term_offsets;
    size_t count = text ? view->rows : view->term_count;
    field->has_dictionary = !text;
    field->data = text ? NULL : view->data;
    field->strings =
        (ogpi_arrow_strings){(const int32_t *)offsets, text ? view->data : view->term_bytes, (int64_t)count};
    return offsets[count] <= INT32_MAX;
}

static int add_column(ogpi_arrow *arrow, size_t column, ogp_error *error)
{
    ogp_column view = OGP_COLUMN_INIT;
    if (ogp_dataset_column_at(arrow->dataset, column, &view) < 0)
        return ogpi_error(error, OGP_ERROR_USAGE, "the dataset has no such column");
    if (view.type == OGP_COLUMN_CODE || view.type == OGP_COLUMN_NUMBER)
        return add_coded(arrow, &view, column) ? OGP_OK : ogpi_error_memory(error);
    if (add_strings(arrow, &view))
        return OGP_OK;
    return ogpi_error(error, OGP_ERROR_LIMIT, "column %s has more than two gigabytes of text; keep codes only",
                      view.name);
}

int ogpi_arrow_new(ogpi_arrow **out, const ogp_dataset *dataset, ogp_error *error)
{
    *out = NULL;
    ogpi_arrow *arrow = ogpi_calloc(dataset->allocator, 1, sizeof *arrow);
    if (!arrow)
        return ogpi_error_memory(error);
    ogpi_ref_init(&arrow->refs);
    arrow->dataset = ogp_dataset_ref((ogp_dataset *)dataset);
    ogpi_arena_init(&arrow->arena, dataset->allocator);
    arrow->fields = ogpi_arena_calloc(&arrow->arena, 2 * dataset->column_count + 1, sizeof *arrow->fields);
    int rc = arrow->fields ? OGP_OK : ogpi_error_memory(error);
    for (size_t i = 0; rc == OGP_OK && i < dataset->column_count; i++)
        rc = add_column(arrow, i, error);
    if (rc < 0)
        ogpi_arrow_unref(arrow);
    else
        *out = arrow;
    return rc;
}

ogpi_arrow *ogpi_arrow_ref(ogpi_arrow *arrow)
{
    ogpi_ref(&arrow->refs);
    return arrow;
}

void ogpi_arrow_unref(ogpi_arrow *arrow)
{
    if (!arrow || !ogpi_unref(&arrow->refs))
        return;
    ogp_dataset *dataset = arrow->dataset;
    ogpi_arena_clear(&arrow->arena);
    ogpi_free(dataset->allocator, arrow);
    ogp_dataset_unref(dataset);
}
