/* SPDX-License-Identifier: MIT */
/* The lines of a source, one after the other, in memory that grows with the longest alone. */
#ifndef OGPI_LINES_H
#define OGPI_LINES_H

#include "base/memory.h"
#include "base/source.h"

typedef struct ogpi_lines {
    const ogp_allocator *allocator;
    ogpi_source source;
    char *window;
    size_t capacity, start, length; /* what is not yet given out: window[start .. start + length) */
    size_t limit;                   /* bytes of one line */
    unsigned number;                /* of the line given last, from 1 */
    bool ended;
} ogpi_lines;

void ogpi_lines_init(ogpi_lines *lines, const ogpi_source *source, const ogp_allocator *allocator, size_t limit);
/* The next line without its newline; it lives until the next call. 1, 0 at the end, or an error: IO, LIMIT, MEMORY. */
int ogpi_lines_next(ogpi_lines *lines, const char **line, size_t *length, ogp_error *error);
/* Everything that is left, as one piece; the line given last is part of it when `again` is set. */
int ogpi_lines_rest(ogpi_lines *lines, const char *again, const char **text, size_t *length, ogp_error *error);
/* Closes the source. */
void ogpi_lines_clear(ogpi_lines *lines);

#endif
