/* SPDX-License-Identifier: MIT */
#include "base/lines.h"
#include "base/error.h"

#define PIECE ((size_t)65536)

void ogpi_lines_init(ogpi_lines *lines, const ogpi_source *source, const ogp_allocator *allocator, size_t limit)
{
    *lines = (ogpi_lines){.allocator = allocator, .source = *source, .limit = limit};
}

/* Reads one more piece behind what is there. */
static int fill(ogpi_lines *lines, ogp_error *error)
{
    size_t got;
    void *window = lines->window;
    if (lines->start) {
        memmove(lines->window, lines->window + lines->start, lines->length);
        lines->start = 0;
    }
    if (!ogpi_grow(lines->allocator, &window, &lines->capacity, lines->length + PIECE, 1))
        return ogpi_error_memory(error);
    lines->window = window;
    int rc = ogpi_source_read(&lines->source, lines->window + lines->length, PIECE, &got, error);
    lines->length += got;
    lines->ended = rc < 0 || got == 0;
    return rc;
}

/* Gives out `length` bytes and skips them and `more`. */
static int give(ogpi_lines *lines, const char **line, size_t *length, size_t bytes, size_t more)
{
    *line = lines->window + lines->start;
    *length = bytes;
    lines->start += bytes + more;
    lines->length -= bytes + more;
    lines->number++;
    return 1;
}

int ogpi_lines_next(ogpi_lines *lines, const char **line, size_t *length, ogp_error *error)
{
    size_t searched = 0;
    for (;;) {
        const char *from = lines->length ? lines->window + lines->start : "";
        const char *newline = lines->length > searched ? memchr(from + searched, '\n', lines->length - searched) : NULL;
        searched = newline ? (size_t)(newline - from) : lines->length;
        if (searched > lines->limit) {
            lines->ended = true;
            lines->length = 0;
            return ogpi_error_at(error, OGP_ERROR_LIMIT, lines->number + 1, 0, "a line is longer than %zu bytes",
                                 lines->limit);
        }
        if (newline)
            return give(lines, line, length, searched, 1);
        if (lines->ended)
            return lines->length ? give(lines, line, length, lines->length, 0) : 0;
        int rc = fill(lines, error);
        if (rc < 0)
            return rc;
    }
}

int ogpi_lines_rest(ogpi_lines *lines, const char *again, const char **text, size_t *length, ogp_error *error)
{
    if (again) {
        size_t back = (size_t)(lines->window + lines->start - again);
        lines->start -= back;
        lines->length += back;
    }
    while (!lines->ended) {
        int rc = fill(lines, error);
        if (rc < 0)
            return rc;
        if (lines->length > lines->limit)
            return ogpi_error_too_large(error, lines->limit);
    }
    *text = lines->window + lines->start;
    *length = lines->length;
    lines->start += lines->length;
    lines->length = 0;
    return OGP_OK;
}

void ogpi_lines_clear(ogpi_lines *lines)
{
    ogpi_source_close(&lines->source);
    ogpi_free(lines->allocator, lines->window);
    lines->window = NULL;
}
