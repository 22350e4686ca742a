/* SPDX-License-Identifier: MIT */
#include "base/value.h"
#include "base/error.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* The shortest of 15 to 17 digits that reads back the same; a point whatever the host's locale. */
static void write_real(double number, char *out, size_t size)
{
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(out, size, "%.*g", precision, number);
        if (strtod(out, NULL) == number)
            break;
    }
    bool real = false;
    for (char *c = out; *c; c++) {
        if (!strchr("0123456789+-eE", *c))
            *c = '.';
        real |= *c == '.' || *c == 'e';
    }
    if (!real)
        strncat(out, ".0", size - strlen(out) - 1);
}

static int from_number(ogpi_value *out, const json_t *json, ogpi_arena *arena, ogp_error *error)
{
    char digits[64];
    if (json_is_integer(json))
        snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT, json_integer_value(json));
    else
        write_real(json_real_value(json), digits, sizeof digits);
    out->kind = OGPI_VALUE_NUMBER;
    out->count = strlen(digits);
    out->as.text = ogpi_arena_strndup(arena, digits, out->count);
    return out->as.text ? OGP_OK : ogpi_error_memory(error);
}

static int from_string(ogpi_value *out, const json_t *json, ogpi_arena *arena, ogp_error *error)
{
    out->kind = OGPI_VALUE_STRING;
    out->count = json_string_length(json);
    out->as.text = ogpi_arena_strndup(arena, json_string_value(json), out->count);
    return out->as.text ? OGP_OK : ogpi_error_memory(error);
}

static int from_array(ogpi_value *out, const json_t *json, ogpi_arena *arena, ogp_error *error)
{
    size_t count = json_array_size(json);
    ogpi_value *items = ogpi_arena_calloc(arena, count, sizeof *items);
    if (!items)
        return ogpi_error_memory(error);
    *out = (ogpi_value){.kind = OGPI_VALUE_ARRAY, .count = count, .as.items = items};
    int rc = OGP_OK;
    for (size_t i = 0; i < count && rc == OGP_OK; i++)
        rc = ogpi_value_from_json(&items[i], json_array_get(json, i), arena, error);
    return rc;
}

static int from_object(ogpi_value *out, const json_t *json, ogpi_arena *arena, ogp_error *error)
{
    size_t count = json_object_size(json), i = 0;
    ogpi_member *members = ogpi_arena_calloc(arena, count, sizeof *members);
    if (!members)
        return ogpi_error_memory(error);
    *out = (ogpi_value){.kind = OGPI_VALUE_OBJECT, .count = count, .as.members = members};
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)json, key, value)
    {
        members[i].key = ogpi_arena_strndup(arena, key, strlen(key));
        if (!members[i].key)
            return ogpi_error_memory(error);
        int rc = ogpi_value_from_json(&members[i++].value, value, arena, error);
        if (rc < 0)
            return rc;
    }
    return OGP_OK;
}

int ogpi_value_from_json(ogpi_value *out, const json_t *json, ogpi_arena *arena, ogp_error *error)
{
    *out = (ogpi_value){.kind = OGPI_VALUE_NULL};
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        return from_object(out, json, arena, error);
    case JSON_ARRAY:
        return from_array(out, json, arena, error);
    case JSON_STRING:
        return from_string(out, json, arena, error);
    case JSON_INTEGER:
    case JSON_REAL:
        return from_number(out, json, arena, error);
    case JSON_TRUE:
    case JSON_FALSE:
        out->kind = json_is_true(json) ? OGPI_VALUE_TRUE : OGPI_VALUE_FALSE;
        break;
    case JSON_NULL:
        break;
    }
    return OGP_OK;
}

static void newline(ogpi_buffer *buffer, int indent)
{
    if (indent < 0)
        return;
    ogpi_buffer_putc(buffer, '\n');
    for (int i = 0; i < indent; i++)
        ogpi_buffer_add(buffer, "  ", 2);
}

static void write_items(const ogpi_value *value, ogpi_buffer *buffer, int indent)
{
    bool object = value->kind == OGPI_VALUE_OBJECT;
    int inner = indent < 0 ? indent : indent + 1;
    ogpi_buffer_putc(buffer, object ? '{' : '[');
    for (size_t i = 0; i < value->count; i++) {
        if (i)
            ogpi_buffer_puts(buffer, indent < 0 ? ", " : ",");
        newline(buffer, inner);
        if (object) {
            ogpi_buffer_json(buffer, value->as.members[i].key, strlen(value->as.members[i].key));
            ogpi_buffer_puts(buffer, ": ");
        }
        ogpi_value_write(object ? &value->as.members[i].value : &value->as.items[i], buffer, inner);
    }
    if (value->count)
        newline(buffer, indent);
    ogpi_buffer_putc(buffer, object ? '}' : ']');
}

void ogpi_value_write(const ogpi_value *value, ogpi_buffer *buffer, int indent)
{
    static const char *const words[] = {
        [OGPI_VALUE_NULL] = "null", [OGPI_VALUE_FALSE] = "false", [OGPI_VALUE_TRUE] = "true"};
    switch (value->kind) {
    case OGPI_VALUE_ARRAY:
    case OGPI_VALUE_OBJECT:
        write_items(value, buffer, indent);
        break;
    case OGPI_VALUE_STRING:
        ogpi_buffer_json(buffer, value->as.text, value->count);
        break;
    case OGPI_VALUE_NUMBER:
        ogpi_buffer_add(buffer, value->as.text, value->count);
        break;
    default:
        ogpi_buffer_puts(buffer, words[value->kind]);
    }
}

const ogpi_value *ogpi_value_get(const ogpi_value *object, const char *key)
{
    if (object->kind != OGPI_VALUE_OBJECT)
        return NULL;
    for (size_t i = 0; i < object->count; i++)
        if (strcmp(object->as.members[i].key, key) == 0)
            return &object->as.members[i].value;
    return NULL;
}
