/* SPDX-License-Identifier: MIT */
/* Filling in the caller's ogp_error, which may be NULL. Each returns the code, so that `return ogpi_error(...)` reads
   well. */
#ifndef OGPI_ERROR_H
#define OGPI_ERROR_H

#include <ogp/error.h>

int ogpi_error(ogp_error *error, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));
int ogpi_error_at(ogp_error *error, int code, unsigned line, unsigned column, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Another error's code, place and words. */
int ogpi_error_as(ogp_error *error, const ogp_error *why);
/* Adds a JSON pointer to an error already set. */
void ogpi_error_path(ogp_error *error, const char *path);
/* Adds a place to an error already set. */
void ogpi_error_place(ogp_error *error, unsigned line, unsigned column);
/* OGP_ERROR_IO with what was being done and the words for errno. */
int ogpi_error_io(ogp_error *error, const char *doing);
int ogpi_error_memory(ogp_error *error);
/* OGP_ERROR_USAGE for a call that lacks an argument: "the call needs `what`". */
int ogpi_error_needs(ogp_error *error, const char *what);
/* OGP_ERROR_LIMIT for an input of more bytes than the limit. */
int ogpi_error_too_large(ogp_error *error, size_t limit);

#if defined(__clang_analyzer__) && !defined(OGPI_ERROR_ITSELF)
/* What an analyzer that sees one file at a time cannot know: they return the code. */
#define ogpi_error(error, code, ...) (ogpi_error(error, code, __VA_ARGS__), (code))
#define ogpi_error_at(error, code, line, column, ...) (ogpi_error_at(error, code, line, column, __VA_ARGS__), (code))
#define ogpi_error_io(error, doing) (ogpi_error_io(error, doing), OGP_ERROR_IO)
#define ogpi_error_memory(error) (ogpi_error_memory(error), OGP_ERROR_MEMORY)
#define ogpi_error_needs(error, what) (ogpi_error_needs(error, what), OGP_ERROR_USAGE)
#define ogpi_error_too_large(error, limit) (ogpi_error_too_large(error, limit), OGP_ERROR_LIMIT)
#endif

#endif
