/* SPDX-License-Identifier: MIT */
/* What a dataset looks like to Arrow: its fields with their buffers, made once and shared by all batches. */
#ifndef OGPI_ARROW_H
#define OGPI_ARROW_H

#include "dataset/dataset.h"
#include <ogp/arrow.h>

/* A pool of strings as Arrow has it: offsets[count + 1] into bytes. */
typedef struct ogpi_arrow_strings {
    const int32_t *offsets;
    const char *bytes;
    int64_t count;
} ogpi_arrow_strings;

typedef struct ogpi_arrow_field {
    char name[64];
    const char *format;         /* of the values, or of the indices */
    bool has_dictionary;
    ogpi_arrow_strings strings; /* the dictionary's, or the column's own */
    const void *data;           /* values or indices; NULL for texts */
    const uint8_t *validity;    /* NULL: no nulls */
    int64_t nulls;
} ogpi_arrow_field;

typedef struct ogpi_arrow {
    ogpi_refcount refs;
    ogp_dataset *dataset;
    ogpi_arena arena; /* buffers that the dataset does not have */
    ogpi_arrow_field *fields;
    size_t field_count;
} ogpi_arrow;

int ogpi_arrow_new(ogpi_arrow **out, const ogp_dataset *dataset, ogp_error *error);
ogpi_arrow *ogpi_arrow_ref(ogpi_arrow *arrow);
void ogpi_arrow_unref(ogpi_arrow *arrow);

/* False without memory; then nothing is left to release. */
bool ogpi_arrow_schema(struct ArrowSchema *out, const ogpi_arrow *arrow);
bool ogpi_arrow_batch(struct ArrowArray *out, ogpi_arrow *arrow, size_t first, size_t rows);

#endif
