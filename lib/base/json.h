/* SPDX-License-Identifier: MIT */
/* JSON through jansson, behind limits and with places for errors. */
#ifndef OGPI_JSON_H
#define OGPI_JSON_H

#include "base/memory.h"
#include <jansson.h>

/* Parses one JSON text. Refuses: a BOM, invalid UTF-8, NUL, duplicate keys, trailing bytes, more than limits->depth
   levels, strings over limits->string_bytes, more than limits->members values. The allocator is for what reading takes
   besides the values. Errors carry line and column, duplicate keys the pointer. */
int ogpi_json_parse(json_t **out, const char *text, size_t length, const ogp_limits *limits,
                    const ogp_allocator *allocator, ogp_error *error);

/* The value of a text in UTF-8, or NULL where it is not JSON or has what jansson would refuse. */
json_t *ogpi_json_build(const char *text, size_t length, const ogp_allocator *allocator, bool *no_memory);

/* The place of the value that a JSON pointer names, in a text that parsed. 0, 0 when not there. */
void ogpi_json_locate(const char *text, size_t length, const char *pointer, unsigned *line, unsigned *column);

/* A JSON pointer under construction (RFC 6901); fixed size, cut silently at the end. */
typedef struct ogpi_pointer { char text[256]; size_t length; } ogpi_pointer;
size_t ogpi_pointer_push(ogpi_pointer *pointer, const char *key);   /* returns the old length, for ogpi_pointer_pop */
/* Keys with slashes between them, "lead/contact". One of more than 63 bytes is left out, and what follows it. */
size_t ogpi_pointer_push_path(ogpi_pointer *pointer, const char *path);
size_t ogpi_pointer_push_index(ogpi_pointer *pointer, size_t index);
void ogpi_pointer_pop(ogpi_pointer *pointer, size_t old_length);

/* "a string", "a number" ... for messages. */
const char *ogpi_json_kind(const json_t *value);

/* Bytes at the start of a text that stand in a JSON string as they are. */
size_t ogpi_json_plain(const char *text, size_t length);
/* Writing: a quoted, escaped JSON string. */
void ogpi_buffer_json(ogpi_buffer *buffer, const char *text, size_t length);

#endif
