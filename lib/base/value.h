/* SPDX-License-Identifier: MIT */
/* A JSON-like value in an arena: what a document holds beyond the members we know, kept to be written back.
   Member order is kept. Numbers keep their own spelling. */
#ifndef OGPI_VALUE_H
#define OGPI_VALUE_H

#include "base/json.h"

typedef enum ogpi_value_kind {
    OGPI_VALUE_NULL,
    OGPI_VALUE_FALSE,
    OGPI_VALUE_TRUE,
    OGPI_VALUE_NUMBER,
    OGPI_VALUE_STRING,
    OGPI_VALUE_ARRAY,
    OGPI_VALUE_OBJECT
} ogpi_value_kind;

typedef struct ogpi_member ogpi_member;
typedef struct ogpi_value {
    ogpi_value_kind kind;
    size_t count;                  /* bytes of text, elements, members */
    union {
        const char *text;          /* STRING, NUMBER */
        const struct ogpi_value *items; /* ARRAY */
        const ogpi_member *members; /* OBJECT */
    } as;
} ogpi_value;
struct ogpi_member { const char *key; ogpi_value value; };

/* Copies a jansson value into the arena. */
int ogpi_value_from_json(ogpi_value *out, const json_t *json, ogpi_arena *arena, ogp_error *error);
/* Writes a value as JSON; indent < 0 writes it on one line, else at that depth of two blanks a level. */
void ogpi_value_write(const ogpi_value *value, ogpi_buffer *buffer, int indent);
/* The member with that key, or NULL. */
const ogpi_value *ogpi_value_get(const ogpi_value *object, const char *key);

#endif
