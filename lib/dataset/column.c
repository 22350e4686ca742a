/* SPDX-License-Identifier: MIT */
/* Storage of one column. */
#include "dataset/dataset.h"

static size_t element_size(ogp_column_type type)
{
    switch (type) {
    case OGP_COLUMN_NUMBER:
    case OGP_COLUMN_TERM16:
        return 2;
    case OGP_COLUMN_TERM32:
        return 4;
    default:
        return 1;
    }
}

ogpi_column *ogpi_dataset_add_column(ogp_dataset *d, const char *name, ogp_column_type type, int slot)
{
    if (!ogpi_grow(d->allocator, (void **)&d->columns, &d->column_capacity, d->column_count + 1, sizeof *d->columns))
        return NULL;
    ogpi_column *c = &d->columns[d->column_count++];
    *c = (ogpi_column){.type = type, .slot = slot};
    strncpy(c->name, name, sizeof c->name - 1);
    ogpi_intern_init(&c->terms, d->allocator);
    return c;
}

bool ogpi_column_add_code(ogpi_column *c, size_t row, int value, const ogp_allocator *allocator)
{
    if (row >= c->capacity && !ogpi_grow(allocator, &c->data, &c->capacity, row + 1, element_size(c->type)))
        return false;
    if (c->type == OGP_COLUMN_NUMBER)
        ((int16_t *)c->data)[row] = (int16_t)value;
    else
        ((int8_t *)c->data)[row] = (int8_t)(value > INT8_MAX || value < INT8_MIN ? OGP_MISSING_UNKNOWN : value);
    return true;
}

/* More terms than 16 bits can number. */
static bool widen(ogpi_column *c, size_t rows, const ogp_allocator *allocator)
{
    size_t capacity = c->capacity;
    uint32_t *wide = ogpi_alloc(allocator, capacity * sizeof *wide);

    if (!wide)
        return false;
    for (size_t i = 0; i < rows; i++)
        wide[i] = ((uint16_t *)c->data)[i];
    ogpi_free(allocator, c->data);
    c->data = wide;
    c->type = OGP_COLUMN_TERM32;
    return true;
}

bool ogpi_column_add_term(ogpi_column *c, size_t row, const char *text, size_t length, const ogp_allocator *allocator)
{
    if (row >= c->capacity && !ogpi_grow(allocator, &c->data, &c->capacity, row + 1, element_size(c->type)))
        return false;
    uint32_t id = ogpi_intern_add(&c->terms, text, length);
    if (id == OGPI_INTERN_NONE || (c->type == OGP_COLUMN_TERM16 && id > UINT16_MAX && !widen(c, row, allocator)))
        return false;
    if (c->type == OGP_COLUMN_TERM16)
        ((uint16_t *)c->data)[row] = (uint16_t)id;
    else
        ((uint32_t *)c->data)[row] = id;
    return true;
}

bool ogpi_column_add_text(ogpi_column *c, size_t row, const char *text, size_t length, const ogp_allocator *allocator)
{
    if (c->length + length > UINT32_MAX ||
        !ogpi_grow(allocator, (void **)&c->offsets, &c->offset_capacity, row + 2, sizeof *c->offsets) ||
        !ogpi_grow(allocator, &c->data, &c->capacity, c->length + length + 1, 1))
        return false;
    if (length)
        memcpy((char *)c->data + c->length, text, length);
    c->offsets[row] = (uint32_t)c->length;
    c->length += length;
    c->offsets[row + 1] = (uint32_t)c->length;
    return true;
}

static void trim(void **data, size_t size, const ogp_allocator *allocator)
{
    void *less = *data ? ogpi_realloc(allocator, *data, size ? size : 1) : NULL;
    *data = less ? less : *data;
}

static bool finish_terms(ogpi_column *c, const ogp_allocator *allocator)
{
    size_t total = 0;

    for (size_t i = 0; i < c->terms.count; i++)
        total += c->terms.items[i].length;
    c->term_offsets = ogpi_alloc(allocator, (c->terms.count + 1) * sizeof *c->term_offsets);
    c->term_bytes = ogpi_alloc(allocator, total + 1);
    if (!c->term_offsets || !c->term_bytes || total > UINT32_MAX)
        return false;
    total = 0;
    for (size_t i = 0; i < c->terms.count; i++) {
        c->term_offsets[i] = (uint32_t)total;
        memcpy(c->term_bytes + total, c->terms.items[i].text, c->terms.items[i].length);
        total += c->terms.items[i].length;
    }
    c->term_offsets[c->terms.count] = (uint32_t)total;
    c->term_count = c->terms.count;
    ogpi_intern_clear(&c->terms);
    return true;
}

bool ogpi_column_finish(ogpi_column *c, size_t rows, const ogp_allocator *allocator)
{
    bool terms = c->type == OGP_COLUMN_TERM16 || c->type == OGP_COLUMN_TERM32;

    if (terms && !c->term_offsets && !finish_terms(c, allocator))
        return false;
    if (c->type == OGP_COLUMN_TEXT) {
        if (!c->offsets && !(c->offsets = ogpi_calloc(allocator, 1, sizeof *c->offsets)))
            return false;
        trim((void **)&c->offsets, (rows + 1) * sizeof *c->offsets, allocator);
        trim(&c->data, c->length, allocator);
    } else {
        trim(&c->data, rows * element_size(c->type), allocator);
    }
    return true;
}

void ogpi_column_clear(ogpi_column *c, const ogp_allocator *allocator)
{
    if (!c->borrowed)
        ogpi_free(allocator, c->data);
    ogpi_free(allocator, c->offsets);
    ogpi_free(allocator, c->term_offsets);
    ogpi_free(allocator, c->term_bytes);
    ogpi_intern_clear(&c->terms);
}

size_t ogpi_column_index_at(const ogpi_column *c, size_t row)
{
    return c->type == OGP_COLUMN_TERM16 ? ((const uint16_t *)c->data)[row] : ((const uint32_t *)c->data)[row];
}
