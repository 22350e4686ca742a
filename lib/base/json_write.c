/* SPDX-License-Identifier: MIT */
#include "base/json_write.h"
#include "base/json.h"

void ogpi_jw_init(ogpi_json_writer *writer, ogpi_buffer *buffer)
{
    *writer = (ogpi_json_writer){.buffer = buffer, .first = true};
}

static inline bool is_tall(const ogpi_json_writer *writer)
{
    return writer->tall >> (writer->depth & 63) & 1;
}

/* A line's end and the indentation of the next one. */
static char *put_line(char *room, unsigned depth)
{
    *room = '\n';
    memset(room + 1, ' ', 2 * (size_t)depth);
    return room + 1 + 2 * (size_t)depth;
}

/* Room for an item on a line of its own, behind what must stand before it; NULL without memory. */
static char *tall_item(ogpi_json_writer *writer, size_t length)
{
    bool line = writer->depth > 0;
    size_t comma = writer->first ? 0 : 1;
    char *room = ogpi_buffer_room(writer->buffer, comma + (line ? 1 + 2 * (size_t)writer->depth : 0) + length);
    writer->first = false;
    if (!room)
        return NULL;
    memcpy(room, ",", comma);
    return line ? put_line(room + comma, writer->depth) : room + comma;
}

/* The same wherever it stands. */
static inline char *item(ogpi_json_writer *writer, size_t length)
{
    if (!writer->named && is_tall(writer))
        return tall_item(writer, length);
    bool comma = !writer->named && !writer->first;
    char *room = ogpi_buffer_room(writer->buffer, length + (comma ? 2 : 0));
    writer->first = writer->named = false;
    if (!room || !comma)
        return room;
    memcpy(room, ", ", 2);
    return room + 2;
}

static void open(ogpi_json_writer *writer, char bracket, bool tall)
{
    char *room = item(writer, 1);
    if (room)
        *room = bracket;
    writer->depth++;
    uint64_t bit = (uint64_t)1 << (writer->depth & 63);
    writer->tall = tall ? writer->tall | bit : writer->tall & ~bit;
    writer->first = true;
}

static void close(ogpi_json_writer *writer, char bracket)
{
    bool line = is_tall(writer) && !writer->first;
    writer->depth--;
    writer->first = false;
    char *room = ogpi_buffer_room(writer->buffer, (line ? 1 + 2 * (size_t)writer->depth : 0) + 1);
    if (room)
        *(line ? put_line(room, writer->depth) : room) = bracket;
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

static inline char *put(char *room, const char *bytes, size_t length)
{
    memcpy(room, bytes, length);
    return room + length;
}

static inline char *put_quoted(char *room, const char *text, size_t length)
{
    *room = '"';
    room = put(room + 1, text, length);
    *room = '"';
    return room + 1;
}

void ogpi_jw_name(ogpi_json_writer *writer, const char *name)
{
    size_t length = strlen(name);
    char *room = item(writer, length + 4);
    if (room)
        put(put_quoted(room, name, length), ": ", 2);
    writer->named = true;
}

void ogpi_jw_raw(ogpi_json_writer *writer, const char *json, size_t length)
{
    char *room = item(writer, length);
    if (room && length)
        memcpy(room, json, length);
}

void ogpi_jw_string_n(ogpi_json_writer *writer, const char *text, size_t length)
{
    bool plain = ogpi_json_plain(text, length) == length;
    char *room = item(writer, plain ? length + 2 : 0);
    if (room && plain)
        put_quoted(room, length ? text : "", length);
    else if (room)
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
    char digits[24], *first = digits + sizeof digits;
    do
        *--first = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    ogpi_jw_raw(writer, first, (size_t)(digits + sizeof digits - first));
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
    size_t name_length = strlen(name), length = text ? strlen(text) : 0;
    if (!text || ogpi_json_plain(text, length) < length) {
        ogpi_jw_name(writer, name);
        ogpi_jw_string(writer, text);
        return;
    }
    char *room = item(writer, name_length + length + 6);
    if (room)
        put_quoted(put(put_quoted(room, name, name_length), ": ", 2), text, length);
}

void ogpi_jw_member_size(ogpi_json_writer *writer, const char *name, size_t value)
{
    ogpi_jw_name(writer, name);
    ogpi_jw_size(writer, value);
}
