/* SPDX-License-Identifier: MIT */
/* JSON written member by member into a buffer: commas, escapes and indentation are seen to. Deterministic. */
#ifndef OGPI_JSON_WRITE_H
#define OGPI_JSON_WRITE_H

#include "base/memory.h"

typedef struct ogpi_json_writer {
    ogpi_buffer *buffer;
    unsigned depth;   /* at most 64 */
    uint64_t tall;    /* a bit per level: items stand on lines of their own */
    bool first, named;
} ogpi_json_writer;

void ogpi_jw_init(ogpi_json_writer *writer, ogpi_buffer *buffer);
/* Containers. A tall one has each item on its own line, a flat one stands on one line with all it holds. */
void ogpi_jw_object(ogpi_json_writer *writer, bool tall);
void ogpi_jw_array(ogpi_json_writer *writer, bool tall);
void ogpi_jw_end_object(ogpi_json_writer *writer);
void ogpi_jw_end_array(ogpi_json_writer *writer);
/* The name of the value that comes next: an id or a word of the code, no byte of which needs an escape. */
void ogpi_jw_name(ogpi_json_writer *writer, const char *name);
/* Values; a NULL string is null. */
void ogpi_jw_string(ogpi_json_writer *writer, const char *text);
void ogpi_jw_string_n(ogpi_json_writer *writer, const char *text, size_t length);
void ogpi_jw_size(ogpi_json_writer *writer, size_t value);
void ogpi_jw_bool(ogpi_json_writer *writer, bool value);
void ogpi_jw_null(ogpi_json_writer *writer);
/* A value already written as JSON. */
void ogpi_jw_raw(ogpi_json_writer *writer, const char *json, size_t length);
/* Name and value together. */
void ogpi_jw_member(ogpi_json_writer *writer, const char *name, const char *text);
void ogpi_jw_member_size(ogpi_json_writer *writer, const char *name, size_t value);

#endif
