/* SPDX-License-Identifier: MIT */
/* Arrow's C stream interface over a dataset. Structs that a consumer may move or release on its own come from malloc
   and free themselves; the buffers belong to the shared ogpi_arrow. */
#include "dataset/arrow.h"
#include "base/error.h"

#include <errno.h>
#include <stdlib.h>

#define BATCH_ROWS 65536

/* ---- schema */

static void release_schema(struct ArrowSchema *schema)
{
    for (int64_t i = 0; i < schema->n_children; i++) {
        if (schema->children[i] && schema->children[i]->release)
            schema->children[i]->release(schema->children[i]);
        free(schema->children[i]);
    }
    if (schema->dictionary && schema->dictionary->release)
        schema->dictionary->release(schema->dictionary);
    free(schema->dictionary);
    free(schema->children);
    free(schema->private_data);
    schema->release = NULL;
}

static bool begin_schema(struct ArrowSchema *schema, const char *format, const char *name)
{
    char *copy = strdup(name);
    *schema = (struct ArrowSchema){.format = format, .name = copy, .flags = ARROW_FLAG_NULLABLE, .private_data = copy,
                                   .release = release_schema};
    return copy != NULL;
}

static bool field_schema(struct ArrowSchema *schema, const ogpi_arrow_field *field)
{
    if (!begin_schema(schema, field->format, field->name))
        return false;
    if (!field->has_dictionary)
        return true;
    schema->dictionary = calloc(1, sizeof *schema->dictionary);
    return schema->dictionary && begin_schema(schema->dictionary, "u", "");
}

bool ogpi_arrow_schema(struct ArrowSchema *out, const ogpi_arrow *arrow)
{
    bool good = begin_schema(out, "+s", "");
    out->flags = 0;
    out->children = calloc(arrow->field_count + 1, sizeof *out->children);
    good = good && out->children;
    for (size_t i = 0; good && i < arrow->field_count; i++) {
        out->children[i] = calloc(1, sizeof **out->children);
        out->n_children++;
        good = out->children[i] && field_schema(out->children[i], &arrow->fields[i]);
    }
    if (!good)
        release_schema(out);
    return good;
}

/* ---- batches */

typedef struct hold {
    ogpi_arrow *arrow;
    const void *buffers[3];
} hold;

static void release_array(struct ArrowArray *array)
{
    hold *held = array->private_data;
    for (int64_t i = 0; i < array->n_children; i++) {
        if (array->children[i] && array->children[i]->release)
            array->children[i]->release(array->children[i]);
        free(array->children[i]);
    }
    if (array->dictionary && array->dictionary->release)
        array->dictionary->release(array->dictionary);
    free(array->dictionary);
    free(array->children);
    if (held)
        ogpi_arrow_unref(held->arrow);
    free(held);
    array->release = NULL;
}

static bool begin_array(struct ArrowArray *array, ogpi_arrow *arrow, size_t rows, int64_t buffers)
{
    hold *held = calloc(1, sizeof *held);
    *array = (struct ArrowArray){
        .length = (int64_t)rows, .n_buffers = buffers, .private_data = held, .release = release_array};
    if (!held)
        return false;
    held->arrow = ogpi_arrow_ref(arrow);
    array->buffers = held->buffers;
    return true;
}

static bool string_array(struct ArrowArray *array, ogpi_arrow *arrow, const ogpi_arrow_strings *strings, size_t rows)
{
    if (!begin_array(array, arrow, rows, 3))
        return false;
    array->buffers[1] = strings->offsets;
    array->buffers[2] = strings->bytes;
    return true;
}

/* A slice is the whole column with an offset. */
static bool field_array(struct ArrowArray *array, ogpi_arrow *arrow, const ogpi_arrow_field *field, size_t first,
                        size_t rows)
{
    bool text = !field->data;
    bool good = text ? string_array(array, arrow, &field->strings, rows) : begin_array(array, arrow, rows, 2);
    if (!good)
        return false;
    array->offset = (int64_t)first;
    array->buffers[0] = field->validity;
    array->null_count = field->validity ? -1 : 0;
    if (!text)
        array->buffers[1] = field->data;
    if (!field->has_dictionary)
        return true;
    array->dictionary = calloc(1, sizeof *array->dictionary);
    return array->dictionary && string_array(array->dictionary, arrow, &field->strings, (size_t)field->strings.count);
}

bool ogpi_arrow_batch(struct ArrowArray *out, ogpi_arrow *arrow, size_t first, size_t rows)
{
    bool good = begin_array(out, arrow, rows, 1);
    out->children = calloc(arrow->field_count + 1, sizeof *out->children);
    good = good && out->children;
    for (size_t i = 0; good && i < arrow->field_count; i++) {
        out->children[i] = calloc(1, sizeof **out->children);
        out->n_children++;
        good = out->children[i] && field_array(out->children[i], arrow, &arrow->fields[i], first, rows);
    }
    if (!good)
        release_array(out);
    return good;
}

/* ---- the stream */

typedef struct stream {
    ogpi_arrow *arrow;
    size_t next;
} stream;

static int get_schema(struct ArrowArrayStream *self, struct ArrowSchema *out)
{
    return ogpi_arrow_schema(out, ((stream *)self->private_data)->arrow) ? 0 : ENOMEM;
}

static int get_next(struct ArrowArrayStream *self, struct ArrowArray *out)
{
    stream *s = self->private_data;
    size_t left = s->arrow->dataset->rows - s->next;
    size_t rows = left < BATCH_ROWS ? left : BATCH_ROWS;
    if (rows == 0) {
        *out = (struct ArrowArray){0};
        return 0;
    }
    if (!ogpi_arrow_batch(out, s->arrow, s->next, rows))
        return ENOMEM;
    s->next += rows;
    return 0;
}

static const char *get_last_error(struct ArrowArrayStream *self)
{
    (void)self;
    return "out of memory";
}

static void release_stream(struct ArrowArrayStream *self)
{
    stream *s = self->private_data;
    ogpi_arrow_unref(s->arrow);
    free(s);
    self->release = NULL;
}

int ogp_dataset_arrow(struct ArrowArrayStream *out, const ogp_dataset *dataset, ogp_error *error)
{
    if (!out || !dataset)
        return ogpi_error_needs(error, "a stream to fill in and a dataset");
    *out = (struct ArrowArrayStream){0};
    ogpi_arrow *arrow = NULL;
    int rc = ogpi_arrow_new(&arrow, dataset, error);
    if (rc < 0)
        return rc;
    stream *s = calloc(1, sizeof *s);
    if (!s) {
        ogpi_arrow_unref(arrow);
        return ogpi_error_memory(error);
    }
    s->arrow = arrow;
    *out = (struct ArrowArrayStream){get_schema, get_next, get_last_error, release_stream, s};
    return OGP_OK;
}
