/* SPDX-License-Identifier: MIT */
/* Bytes that come piece by piece: from a file, standard input, memory or a function of the caller's. */
#ifndef OGPI_SOURCE_H
#define OGPI_SOURCE_H

#include <ogp/error.h>

typedef struct ogpi_source {
    int fd; /* -1 where it is no file */
    const char *text;
    size_t length;
    ptrdiff_t (*read)(void *user, char *buffer, size_t size);
    void *user;
} ogpi_source;

/* "-" is standard input. Errors: IO. */
int ogpi_source_open(ogpi_source *source, const char *path, ogp_error *error);
void ogpi_source_memory(ogpi_source *source, const char *text, size_t length);
/* The function gives the number of bytes read, 0 at the end, or a negative ogp_code. */
void ogpi_source_function(ogpi_source *source, ptrdiff_t (*read)(void *user, char *buffer, size_t size), void *user);
/* *got is 0 at the end alone. Errors: IO, or what the function says. */
int ogpi_source_read(ogpi_source *source, char *buffer, size_t size, size_t *got, ogp_error *error);
void ogpi_source_close(ogpi_source *source);

#endif
