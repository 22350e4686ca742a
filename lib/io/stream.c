/* SPDX-License-Identifier: MIT */
/* Commitments one after the other: the lines of NDJSON, or those of a whole plan. */
#include "io/stream.h"
#include "base/error.h"
#include "base/lines.h"
#include "io/plan.h"
#include "io/xml_scan.h"
#include "rulebook/rulebook.h"

struct ogp_stream {
    ogp_context *context; /* NULL: the defaults */
    ogpi_lines lines;
    ogp_plan *plan; /* of the commitment given last */
    size_t index;
    bool begun, document, ended;
};

int ogpi_stream_open_source(ogp_stream **out, const ogp_context *context, ogpi_source *source, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogp_stream *stream = ogpi_calloc(allocator, 1, sizeof *stream);
    if (!stream) {
        ogpi_source_close(source);
        return ogpi_error_memory(error);
    }
    stream->context = ogp_context_ref((ogp_context *)context);
    ogpi_lines_init(&stream->lines, source, allocator, ogp_context_limits(context)->input_bytes);
    *out = stream;
    return OGP_OK;
}

static int check_arguments(ogp_stream **out, bool input, ogp_error *error)
{
    if (out)
        *out = NULL;
    return out && input ? OGP_OK : ogpi_error_needs(error, "an input and a place for the stream");
}

int ogp_stream_open(ogp_stream **out, const ogp_context *context, const char *path, ogp_error *error)
{
    ogpi_source source;
    int rc = check_arguments(out, path, error);
    if (rc == OGP_OK)
        rc = ogpi_source_open(&source, path, error);
    return rc < 0 ? rc : ogpi_stream_open_source(out, context, &source, error);
}

int ogp_stream_open_memory(ogp_stream **out, const ogp_context *context, const char *text, size_t length,
                           ogp_error *error)
{
    ogpi_source source;
    int rc = check_arguments(out, text, error);
    ogpi_source_memory(&source, text, length);
    return rc < 0 ? rc : ogpi_stream_open_source(out, context, &source, error);
}

int ogp_stream_open_function(ogp_stream **out, const ogp_context *context, ogp_read_function read, void *user,
                             ogp_error *error)
{
    ogpi_source source;
    int rc = check_arguments(out, read, error);
    ogpi_source_function(&source, read, user);
    return rc < 0 ? rc : ogpi_stream_open_source(out, context, &source, error);
}

void ogp_stream_close(ogp_stream *stream)
{
    if (!stream)
        return;
    ogp_context *context = stream->context;
    ogp_plan_unref(stream->plan);
    ogpi_lines_clear(&stream->lines);
    ogpi_free(ogpi_context_allocator(context), stream);
    ogp_context_unref(context);
}

/* Blanks at both ends do not count; false for a line of nothing else. */
static bool trim(const char **line, size_t *length)
{
    static const char blanks[] = " \t\r\n";
    while (*length && memchr(blanks, **line, 4))
        ++*line, --*length;
    while (*length && memchr(blanks, (*line)[*length - 1], 4))
        --*length;
    return *length > 0;
}

/* A whole plan begins with "<", perhaps behind a byte order mark, or with a line of JSON that goes on, unless all of it
   stands on one line. */
static bool begins_document(const char *line, size_t length)
{
    return ogpi_xml_begins(line, length) || (line[0] == '{' && memchr("{[,:", line[length - 1], 4));
}

static void forget(ogp_stream *stream)
{
    ogp_plan_unref(stream->plan);
    stream->plan = NULL;
}

static int read_document(ogp_stream *stream, const char *line, ogp_error *error)
{
    const char *text;
    size_t length;
    unsigned above = stream->lines.number - 1;
    stream->document = true;
    forget(stream);
    int rc = ogpi_lines_rest(&stream->lines, line, &text, &length, error);
    if (rc == OGP_OK)
        rc = ogp_plan_parse(&stream->plan, stream->context, text, length, error);
    stream->ended = rc < 0;
    if (rc < 0 && error && error->line)
        ogpi_error_place(error, error->line + above, error->column);
    return rc;
}

/* A plan whose memory can be used again: the last one, unless somebody holds it. */
static ogp_plan *fresh_plan(ogp_stream *stream)
{
    if (stream->plan && ogpi_plan_sole(stream->plan)) {
        ogpi_plan_reset(stream->plan);
        return stream->plan;
    }
    ogp_plan_unref(stream->plan);
    return stream->plan = ogpi_plan_new(stream->context);
}

static int read_line(ogp_stream *stream, const char *line, size_t length, ogp_error *error)
{
    ogp_plan *plan = fresh_plan(stream);
    if (!plan)
        return ogpi_error_memory(error);
    int rc = ogpi_commitment_read_json(plan, ogp_context_limits(stream->context), line, length, error);
    if (rc < 0)
        ogpi_plan_reset(plan);
    if (rc < 0 && error)
        ogpi_error_place(error, stream->lines.number, error->column);
    return rc;
}

/* A plan that stands on one line shows itself by its format. */
static bool is_plan(const ogp_plan *plan)
{
    const ogpi_value *format = ogpi_value_get(&ogpi_commitment_at(plan, 0)->record.unknown, "format");
    return format && format->kind == OGPI_VALUE_STRING && strncmp(format->as.text, "ogp-plan/", 9) == 0;
}

/* The next line that is not blank. `whole` is that line as it stands. */
static int find_line(ogp_stream *stream, const char **whole, const char **line, size_t *length, ogp_error *error)
{
    int rc;
    do {
        rc = ogpi_lines_next(&stream->lines, line, length, error);
        *whole = *line;
    } while (rc > 0 && !trim(line, length));
    stream->ended = rc <= 0;
    return rc;
}

static int next_line(ogp_stream *stream, ogp_error *error)
{
    const char *whole, *line;
    size_t length;
    bool first = !stream->begun;
    int rc = find_line(stream, &whole, &line, &length, error);
    if (rc <= 0)
        return rc;
    stream->begun = true;
    if (first && begins_document(line, length))
        return read_document(stream, whole, error);
    rc = read_line(stream, whole, length + (size_t)(line - whole), error);
    if (rc == OGP_OK && first && is_plan(stream->plan))
        return read_document(stream, whole, error);
    return rc < 0 ? rc : 1;
}

static int next_of_document(const ogp_commitment **out, ogp_stream *stream)
{
    const ogp_plan *plan = stream->plan;
    if (stream->index >= plan->commitments.count) {
        stream->ended = true;
        return 0;
    }
    *out = ogpi_commitment_at(plan, stream->index);
    return 1;
}

int ogp_stream_next(const ogp_commitment **out, ogp_stream *stream, ogp_error *error)
{
    if (!out || !stream)
        return ogpi_error_needs(error, "a stream and a place for the commitment");
    *out = NULL;
    if (stream->ended)
        return 0;
    int rc;
    if (stream->document) {
        stream->index++;
        rc = next_of_document(out, stream);
    } else {
        rc = next_line(stream, error);
        if (rc == OGP_OK && stream->document)
            rc = next_of_document(out, stream);
        else if (rc > 0)
            *out = ogpi_commitment_at(stream->plan, 0);
    }
    if (stream->ended)
        forget(stream);
    return rc;
}

ogp_plan *ogp_stream_plan(const ogp_stream *stream)
{
    return stream && stream->plan && stream->plan->commitments.count ? stream->plan : NULL;
}

unsigned ogp_stream_line(const ogp_stream *stream)
{
    return stream && !stream->document ? stream->lines.number : 0;
}

size_t ogp_stream_index(const ogp_stream *stream)
{
    return stream ? stream->index : 0;
}
