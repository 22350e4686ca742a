/* SPDX-License-Identifier: MIT */
/* Bytes that come piece by piece: from a file, standard input, memory or a function of the caller's. */
#ifndef OGPI_SOURCE_H
#define OGPI_SOURCE_H

#include <ogp/error.h>
#include <stdbool.h>

enum { OGPI_SOURCE_PEEK = 64 };

typedef struct ogpi_source {
    int fd; /* -1 where it is no file */
    const char *text;
    size_t length;
    ptrdiff_t (*read)(void *user, char *buffer, size_t size);
    void *user;
    void (*close)(void *user);  /* NULL, or called once at the end */
    const ogp_error *failure;   /* NULL, or why the function failed, where it knows */
    size_t taken; /* bytes fetched so far */
    char head[OGPI_SOURCE_PEEK]; /* looked at, not yet handed on */
    size_t head_length, head_at;
} ogpi_source;

/* "-" is standard input. Errors: IO. */
int ogpi_source_open(ogpi_source *source, const char *path, ogp_error *error);
void ogpi_source_memory(ogpi_source *source, const char *text, size_t length);
/* The function gives the number of bytes read, 0 at the end, or a negative ogp_code. */
void ogpi_source_function(ogpi_source *source, ptrdiff_t (*read)(void *user, char *buffer, size_t size), void *user);
/* *got is 0 at the end alone. Errors: IO, or what the function says. */
int ogpi_source_read(ogpi_source *source, char *buffer, size_t size, size_t *got, ogp_error *error);
/* Looks at the first bytes, before anything was read: fewer than OGPI_SOURCE_PEEK when there are no more. */
int ogpi_source_peek(ogpi_source *source, ogp_error *error);
/* The first of them that is no blank and belongs to no byte order mark, in UTF-16 too; NUL where there is none. */
char ogpi_source_first(const ogpi_source *source);
/* Back to the first byte: true for memory and for a regular file that was at its beginning. */
bool ogpi_source_rewind(ogpi_source *source);
void ogpi_source_close(ogpi_source *source);
/* Closes what there is no memory to read: OGP_ERROR_MEMORY, for who was to take it over. */
int ogpi_source_drop(const ogpi_source *source, ogp_error *error);

#endif
