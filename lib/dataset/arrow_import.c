/* SPDX-License-Identifier: MIT */
/* Any Arrow stream as a dataset: its rows become those of a table, which is then read as tables are. So headers, codes,
   dates and findings are the same, wherever the table came from. */
#include "base/error.h"
#include "dataset/arrow_cell.h"
#include "dataset/arrow_check.h"
#include "dataset/dataset.h"

enum { CHUNK = 65536 };

typedef struct import {
    struct ArrowArrayStream *stream;
    struct ArrowSchema schema;
    struct ArrowArray batch;
    int64_t row;
    ptrdiff_t *twin; /* by field: its <name>_missing, or -1; -2 for such a twin itself */
    ogpi_buffer text;
    size_t at; /* bytes handed on */
    bool begun;
    ogp_error failure;
} import;

static ptrdiff_t fail(import *in, int code, const char *what, const char *detail)
{
    return ogpi_error(&in->failure, code, "%s%s", what, detail);
}

/* Always quoted, so that no name is taken for the beginning of a document. */
static void put_quoted(ogpi_buffer *out, const char *text, size_t length)
{
    ogpi_buffer_putc(out, '"');
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"')
            ogpi_buffer_putc(out, '"');
        ogpi_buffer_putc(out, text[i]);
    }
    ogpi_buffer_putc(out, '"');
}

static const char *name_of(const import *in, int64_t field)
{
    const char *name = in->schema.children[field]->name;
    return name ? name : "";
}

static ptrdiff_t find_twin(const import *in, int64_t field)
{
    const char *name = name_of(in, field);
    size_t length = strlen(name);
    for (int64_t i = 0; i < in->schema.n_children; i++) {
        const char *other = name_of(in, i);
        if (strncmp(other, name, length) == 0 && strcmp(other + length, "_missing") == 0)
            return (ptrdiff_t)i;
    }
    return -1;
}

static void put_header(import *in)
{
    bool first = true;
    for (int64_t i = 0; i < in->schema.n_children; i++)
        in->twin[i] = -1;
    for (int64_t i = 0; i < in->schema.n_children; i++) {
        ptrdiff_t twin = in->twin[i] == -2 ? -1 : find_twin(in, i);
        if (twin >= 0) {
            in->twin[i] = twin;
            in->twin[twin] = -2;
        }
    }
    for (int64_t i = 0; i < in->schema.n_children; i++) {
        if (in->twin[i] == -2)
            continue;
        if (!first)
            ogpi_buffer_putc(&in->text, ',');
        put_quoted(&in->text, name_of(in, i), strlen(name_of(in, i)));
        first = false;
    }
    ogpi_buffer_puts(&in->text, "\r\n");
}

static void put_cell(import *in, int64_t field)
{
    ogpi_arrow_cell cell;
    int64_t row = in->row + in->batch.offset;
    ogpi_arrow_read(&cell, in->schema.children[field], in->batch.children[field], row);
    if (!cell.text && in->twin[field] >= 0)
        ogpi_arrow_read(&cell, in->schema.children[in->twin[field]], in->batch.children[in->twin[field]], row);
    if (cell.text)
        put_quoted(&in->text, cell.text, cell.length);
}

static void put_row(import *in)
{
    bool first = true;
    for (int64_t i = 0; i < in->schema.n_children; i++) {
        if (in->twin[i] == -2)
            continue;
        if (!first)
            ogpi_buffer_putc(&in->text, ',');
        put_cell(in, i);
        first = false;
    }
    ogpi_buffer_puts(&in->text, "\r\n");
}

static void drop_batch(import *in)
{
    if (in->batch.release)
        in->batch.release(&in->batch);
    in->batch.release = NULL;
}

static const char *last_error(import *in)
{
    const char *said = in->stream->get_last_error ? in->stream->get_last_error(in->stream) : NULL;
    return said ? said : "it does not say why";
}

static ptrdiff_t check_batch(import *in)
{
    const struct ArrowArray *batch = &in->batch;
    if (batch->n_children != in->schema.n_children || (batch->n_children > 0 && !batch->children))
        return fail(in, OGP_ERROR_FORMAT, "a batch of the Arrow stream has other columns than its schema", "");
    if (batch->length < 0 || batch->offset < 0 || batch->offset > INT64_MAX - batch->length)
        return fail(in, OGP_ERROR_FORMAT, "a batch of the Arrow stream has no number of rows", "");
    for (int64_t i = 0; i < batch->n_children; i++) {
        const char *wrong = ogpi_arrow_wrong(in->schema.children[i], batch->children[i], batch->offset + batch->length);
        if (wrong)
            return fail(in, OGP_ERROR_FORMAT, "an Arrow stream that is damaged: ", wrong);
    }
    return 1;
}

/* 1, 0 at the end, or below 0. */
static ptrdiff_t next_batch(import *in)
{
    drop_batch(in);
    in->row = 0;
    if (in->stream->get_next(in->stream, &in->batch) != 0) {
        in->batch.release = NULL;
        return fail(in, OGP_ERROR_IO, "the Arrow stream failed: ", last_error(in));
    }
    if (!in->batch.release)
        return 0;
    return check_batch(in);
}

static ptrdiff_t refill(import *in)
{
    ptrdiff_t more = 1;
    in->at = in->text.length = 0;
    if (!in->begun)
        put_header(in);
    in->begun = true;
    while (more > 0 && in->text.length < CHUNK && !in->text.failed) {
        if (in->batch.release && in->row < in->batch.length) {
            put_row(in);
            in->row++;
        } else {
            more = next_batch(in);
        }
    }
    return in->text.failed ? fail(in, OGP_ERROR_MEMORY, "out of memory", "") : more;
}

static ptrdiff_t read_on(void *user, char *buffer, size_t size)
{
    import *in = user;
    ptrdiff_t more = in->at < in->text.length ? 1 : refill(in);
    size_t left = in->text.length - in->at;
    if (more < 0)
        return more;
    left = left < size ? left : size;
    if (left)
        memcpy(buffer, in->text.data + in->at, left);
    in->at += left;
    return (ptrdiff_t)left;
}

static int check_schema(import *in, ogp_error *error)
{
    if (!in->schema.format || strcmp(in->schema.format, "+s") != 0 || in->schema.n_children < 0)
        return ogpi_error(error, OGP_ERROR_FORMAT, "the Arrow stream holds one column alone: a table is needed");
    for (int64_t i = 0; i < in->schema.n_children; i++)
        if (!ogpi_arrow_readable(in->schema.children[i]))
            return ogpi_error(error, OGP_ERROR_FORMAT,
                              "column \"%.100s\" has Arrow's type \"%.40s\": texts, numbers, truth values and dates "
                              "can be read; leave it out or make it text",
                              name_of(in, i), in->schema.children[i]->format);
    return OGP_OK;
}

static int read_schema(import *in, const ogp_allocator *allocator, ogp_error *error)
{
    if (in->stream->get_schema(in->stream, &in->schema) != 0) {
        in->schema.release = NULL;
        return ogpi_error(error, OGP_ERROR_IO, "the Arrow stream failed: %s", last_error(in));
    }
    int code = check_schema(in, error);
    if (code < 0)
        return code;
    in->twin = ogpi_calloc(allocator, (size_t)in->schema.n_children + 1, sizeof *in->twin);
    return in->twin ? OGP_OK : ogpi_error_memory(error);
}

static int run(ogp_dataset **out, import *in, const ogp_dataset_options *options, const ogp_context *context,
               ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogpi_source source;
    int code = read_schema(in, allocator, error);
    ogpi_buffer_init(&in->text, allocator);
    if (code == OGP_OK) {
        ogpi_source_function(&source, read_on, in);
        code = ogpi_dataset_read_source(out, &source, options, context, error);
    }
    if (code < 0 && in->failure.code)
        code = ogpi_error(error, in->failure.code, "%s", in->failure.message);
    ogpi_buffer_clear(&in->text);
    ogpi_free(allocator, in->twin);
    drop_batch(in);
    if (in->schema.release)
        in->schema.release(&in->schema);
    return code;
}

int ogp_dataset_import_arrow(ogp_dataset **out, struct ArrowArrayStream *stream, const ogp_dataset_options *options,
                             const ogp_context *context, ogp_error *error)
{
    import in = {.stream = stream, .failure = OGP_ERROR_INIT};
    int code;
    if (out)
        *out = NULL;
    if (!out || !stream || !stream->release || (options && options->struct_size < sizeof *options))
        code = ogpi_error_needs(error, "a stream, a place for the dataset and OGP_DATASET_OPTIONS_INIT in the options");
    else
        code = run(out, &in, options, context, error);
    if (stream && stream->release)
        stream->release(stream);
    return code;
}
