/* SPDX-License-Identifier: MIT */
/* Where things stand in a JSON text. jansson keeps no places, so the text is walked again, only when an error needs
   it. */
#include "base/json.h"
#include "base/json_place.h"
#include "base/utf8.h"

typedef struct walk {
    const char *text;
    size_t length;
    size_t at;
} walk;

static char peek(const walk *w)
{
    return w->at < w->length ? w->text[w->at] : '\0';
}

static void skip_blanks(walk *w)
{
    while (w->at < w->length && memchr(" \t\r\n", w->text[w->at], 4))
        w->at++;
}

static void skip_string(walk *w)
{
    for (w->at++; w->at < w->length && w->text[w->at] != '"'; w->at++)
        if (w->text[w->at] == '\\')
            w->at++;
    w->at = w->at < w->length ? w->at + 1 : w->length;
}

static void skip_value(walk *w)
{
    size_t depth = 0;
    do {
        char c = peek(w);
        if (c == '"') {
            skip_string(w);
        } else if (c && strchr("{}[],:", c)) {
            depth += c == '{' || c == '[';
            if (c == '}' || c == ']')
                depth = depth ? depth - 1 : 0;
            w->at++;
        } else {
            do
                w->at++;
            while (w->at < w->length && !memchr("\"{}[],: \t\r\n", w->text[w->at], 11));
        }
        skip_blanks(w);
    } while (depth && w->at < w->length);
}

/* Steps to the next member or element of the container; false at its end. The cursor is on the key or the element. */
static bool next_item(walk *w, bool first)
{
    if (first)
        w->at++;
    skip_blanks(w);
    if (!first && peek(w) == ',') {
        w->at++;
        skip_blanks(w);
    }
    return w->at < w->length && peek(w) != '}' && peek(w) != ']';
}

/* The key at the cursor, unescaped as a JSON pointer would write it; the cursor moves to the value. */
static bool read_key(walk *w, ogpi_pointer *segment)
{
    size_t start = w->at;
    if (peek(w) != '"')
        return false;
    skip_string(w);
    json_t *key = json_loadb(w->text + start, w->at - start, JSON_DECODE_ANY, NULL);
    if (!json_is_string(key)) {
        json_decref(key);
        return false;
    }
    *segment = (ogpi_pointer){0};
    ogpi_pointer_push(segment, json_string_value(key));
    json_decref(key);
    skip_blanks(w);
    w->at += peek(w) == ':';
    skip_blanks(w);
    return true;
}

static bool read_segment(walk *w, bool object, size_t index, ogpi_pointer *segment)
{
    if (object)
        return read_key(w, segment);
    *segment = (ogpi_pointer){0};
    ogpi_pointer_push_index(segment, index);
    return true;
}

/* Goes down one step of the pointer; false when there is no such item. */
static bool descend(walk *w, const char *step, size_t step_length)
{
    bool object = peek(w) == '{';
    if (!object && peek(w) != '[')
        return false;
    size_t index = 0;
    for (bool first = true; next_item(w, first); first = false, index++) {
        ogpi_pointer segment;
        if (!read_segment(w, object, index, &segment))
            return false;
        if (segment.length == step_length && memcmp(segment.text, step, step_length) == 0)
            return true;
        skip_value(w);
    }
    return false;
}

void ogpi_json_locate(const char *text, size_t length, const char *pointer, unsigned *line, unsigned *column)
{
    walk w = {text, length, 0};
    *line = *column = 0;
    skip_blanks(&w);
    while (*pointer) {
        size_t step = 1 + strcspn(pointer + 1, "/");
        if (!descend(&w, pointer, step))
            return;
        pointer += step;
    }
    ogpi_utf8_place(text, length, w.at, line, column);
}

void ogpi_json_pointer_at(const char *text, size_t length, size_t offset, ogpi_pointer *pointer)
{
    walk w = {text, length, 0};
    *pointer = (ogpi_pointer){0};
    skip_blanks(&w);
    bool deeper = true;
    while (deeper && (peek(&w) == '{' || peek(&w) == '[')) {
        bool object = peek(&w) == '{';
        size_t index = 0;
        deeper = false;
        for (bool first = true; next_item(&w, first) && w.at < offset; first = false, index++) {
            ogpi_pointer segment;
            if (!read_segment(&w, object, index, &segment))
                return;
            walk after = w;
            skip_value(&after);
            bool inside = offset <= w.at || offset < after.at;
            if (inside || after.at >= length) {
                ogpi_pointer joined = *pointer;
                if (joined.length + segment.length < sizeof joined.text) {
                    memcpy(joined.text + joined.length, segment.text, segment.length + 1);
                    joined.length += segment.length;
                }
                *pointer = joined;
                deeper = offset > w.at;
                break;
            }
            w = after;
        }
    }
}
