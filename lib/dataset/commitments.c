/* SPDX-License-Identifier: MIT */
/* Tables as streams of commitments: each row becomes a line, which the stream then reads. */
#include "base/error.h"
#include "dataset/convert.h"
#include "io/stream.h"
#include <ogp/convert.h>

typedef struct reader {
    const ogp_allocator *allocator;
    ogpi_rows *rows;
    ogpi_convert *convert; /* NULL unless the input is a table */
    ogpi_buffer line;
    size_t at; /* bytes of the line handed on */
    ogp_error failure;
} reader;

static ptrdiff_t next_line(reader *r)
{
    ogpi_row row;
    r->at = r->line.length = 0;
    int rc = ogpi_rows_next(r->rows, &row, &r->failure);
    if (rc > 0)
        ogpi_convert_json_row(r->convert, &row, &r->line);
    return r->line.failed ? ogpi_error_memory(&r->failure) : rc;
}

static ptrdiff_t read_on(void *user, char *buffer, size_t size)
{
    reader *r = user;
    if (!r->convert)
        return ogpi_rows_bytes(r->rows, buffer, size, &r->failure);
    ptrdiff_t rc = r->at < r->line.length ? 1 : next_line(r);
    if (rc <= 0)
        return rc;
    size_t left = r->line.length - r->at;
    left = left < size ? left : size;
    memcpy(buffer, r->line.data + r->at, left);
    r->at += left;
    return (ptrdiff_t)left;
}

static void close_reader(void *user)
{
    reader *r = user;
    ogpi_convert_close(r->convert);
    ogpi_rows_close(r->rows);
    ogpi_buffer_clear(&r->line);
    ogpi_free(r->allocator, r);
}

static int open_source(ogp_stream **out, const ogp_context *context, ogpi_source *source, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    reader *r = ogpi_calloc(allocator, 1, sizeof *r);
    ogpi_source lines;
    if (!r) {
        ogpi_source_close(source);
        return ogpi_error_memory(error);
    }
    r->allocator = allocator;
    r->failure = (ogp_error)OGP_ERROR_INIT;
    ogpi_buffer_init(&r->line, allocator);
    int rc = ogpi_rows_open(&r->rows, source, context, error);
    if (rc == OGP_OK && ogpi_rows_table(r->rows))
        rc = ogpi_convert_open(&r->convert, r->rows, context, error);
    if (rc < 0) {
        close_reader(r);
        return rc;
    }
    ogpi_source_function(&lines, read_on, r);
    lines.close = close_reader;
    lines.failure = &r->failure;
    return ogpi_stream_open_source(out, context, &lines, error);
}

static int check_arguments(ogp_stream **out, bool input, ogp_error *error)
{
    if (out)
        *out = NULL;
    return out && input ? OGP_OK : ogpi_error_needs(error, "an input and a place for the stream");
}

int ogp_commitments_open(ogp_stream **out, const ogp_context *context, const char *path, ogp_error *error)
{
    ogpi_source source;
    int rc = check_arguments(out, path != NULL, error);
    if (rc == OGP_OK)
        rc = ogpi_source_open(&source, path, error);
    return rc < 0 ? rc : open_source(out, context, &source, error);
}

int ogp_commitments_open_function(ogp_stream **out, const ogp_context *context, ogp_read_function read, void *user,
                                  ogp_error *error)
{
    ogpi_source source;
    int rc = check_arguments(out, read != NULL, error);
    ogpi_source_function(&source, read, user);
    return rc < 0 ? rc : open_source(out, context, &source, error);
}
