/* SPDX-License-Identifier: MIT */
#include "base/json_write.h"
#include "base/json.h"

void ogpi_jw_init(ogpi_json_writer *writer, ogpi_buffer *buffer)
{
    *writer = (ogpi_json_writer){.buffer = buffer, .first = true};
}

static bool is_tall(const ogpi_json_writer *writer)
{
    return writer->tall >> (writer->depth & 63) & 1;
}

static void new_line(ogpi_json_writer *writer)
{
    char *line = ogpi_buffer_room(writer->buffer, 1 + 2 * (size_t)writer->depth);
    if (!line)
        return;
    line[0] = '\n';
    memset(line + 1, ' ', 2 * (size_t)writer->depth);
}

/* What must stand before an item. */
static void before(ogpi_json_writer *writer)
{
    if (writer->named) {
        writer->named = false;
        return;
    }
    bool tall = is_tall(writer);
    if (!writer->first)
        ogpi_buffer_add(writer->buffer, ", ", tall ? 1 : 2);
    if (writer->depth && tall)
        new_line(writer);
    writer->first = false;
}

static void open(ogpi_json_writer *writer, char bracket, bool tall)
{
    before(writer);
    ogpi_buffer_putc(writer->buffer, bracket);
    writer->depth++;
    uint64_t bit = (uint64_t)1 << (writer->depth & 63);
    writer->tall = tall ? writer->tall | bit : writer->tall & ~bit;
    writer->first = true;
}

static void close(ogpi_json_writer *writer, char bracket)
{
    bool tall = is_tall(writer);
    writer->depth--;
    if (tall && !writer->first)
        new_line(writer);
    ogpi_buffer_putc(writer->buffer, bracket);
    writer->first = false;
}

void ogpi_jw_object(ogpi_json_writer *writer, bool tall)
{
    open(writer, '{', tall);
}

void ogpi_jw_array(ogpi_json_writer *writer, bool tall)
{
    open(writer, '[', tall);
}

void ogpi_jw_end_object(ogpi_json_writer *writer)
{
    close(writer, '}');
}

void ogpi_jw_end_array(ogpi_json_writer *writer)
{
    close(writer, ']');
}

void ogpi_jw_name(ogpi_json_writer *writer, const char *name)
{
    before(writer);
    ogpi_buffer_json(writer->buffer, name, strlen(name));
    ogpi_buffer_add(writer->buffer, ": ", 2);
    writer->named = true;
}

void ogpi_jw_raw(ogpi_json_writer *writer, const char *json, size_t length)
{
    before(writer);
    ogpi_buffer_add(writer->buffer, json, length);
}

void ogpi_jw_string_n(ogpi_json_writer *writer, const char *text, size_t length)
{
    before(writer);
    ogpi_buffer_json(writer->buffer, text, length);
}

void ogpi_jw_string(ogpi_json_writer *writer, const char *text)
{
    if (text)
        ogpi_jw_string_n(writer, text, strlen(text));
    else
        ogpi_jw_null(writer);
}

void ogpi_jw_size(ogpi_json_writer *writer, size_t value)
{
    before(writer);
    ogpi_buffer_printf(writer->buffer, "%zu", value);
}

void ogpi_jw_bool(ogpi_json_writer *writer, bool value)
{
    ogpi_jw_raw(writer, value ? "true" : "false", value ? 4 : 5);
}

void ogpi_jw_null(ogpi_json_writer *writer)
{
    ogpi_jw_raw(writer, "null", 4);
}

void ogpi_jw_member(ogpi_json_writer *writer, const char *name, const char *text)
{
    ogpi_jw_name(writer, name);
    ogpi_jw_string(writer, text);
}

void ogpi_jw_member_size(ogpi_json_writer *writer, const char *name, size_t value)
{
    ogpi_jw_name(writer, name);
    ogpi_jw_size(writer, value);
}
