/* SPDX-License-Identifier: MIT */
#include "base/json.h"
#include "base/error.h"
#include "base/json_place.h"
#include "base/utf8.h"

#include <stdio.h>

static int error_at_offset(ogp_error *error, int code, const char *text, size_t length, size_t offset,
                           const char *message)
{
    unsigned line, column;
    ogpi_utf8_place(text, length, offset, &line, &column);
    return ogpi_error_at(error, code, line, column, "%s", message);
}

static bool is_blank(const char *text, size_t length)
{
    size_t i = 0;
    while (i < length && memchr(" \t\r\n", text[i], 4))
        i++;
    return i == length;
}

/* What can be told from the bytes alone. */
static int check_bytes(const char *text, size_t length, ogp_error *error)
{
    size_t bad = 0;
    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        return ogpi_error_at(error, OGP_ERROR_SYNTAX, 1, 1,
                             "the file begins with a byte order mark; save it as UTF-8 without one");
    if (length >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0))
        return ogpi_error_at(error, OGP_ERROR_SYNTAX, 1, 1, "the file is UTF-16; save it as UTF-8");
    if (!ogpi_utf8_valid(text, length, &bad))
        return error_at_offset(error, OGP_ERROR_SYNTAX, text, bad, bad, "invalid UTF-8; save the file as UTF-8");
    const char *nul = length ? memchr(text, '\0', length) : NULL;
    if (nul)
        return error_at_offset(error, OGP_ERROR_SYNTAX, text, length, (size_t)(nul - text),
                               "a NUL byte; JSON is text and has none");
    return OGP_OK;
}

typedef struct scan {
    const char *text;
    size_t length, at, depth, members;
    const ogp_limits *limits;
} scan;

static const char *scan_string(scan *s)
{
    size_t start = ++s->at;
    while (s->at < s->length && s->text[s->at] != '"')
        s->at += s->text[s->at] == '\\' ? 2 : 1;
    return s->at - start > s->limits->string_bytes ? "a string is longer than the limit string_bytes allows" : NULL;
}

/* Brackets and commas: as many as there are values, an empty list or object counting as one. */
static const char *count_value(scan *s)
{
    return ++s->members > s->limits->members ? "more values than the limit members allows" : NULL;
}

static const char *scan_byte(scan *s)
{
    switch (s->text[s->at]) {
    case '"':
        return scan_string(s);
    case '{':
    case '[':
        return ++s->depth > s->limits->depth ? "nested deeper than the limit depth allows" : count_value(s);
    case '}':
    case ']':
        s->depth -= s->depth > 0;
        return NULL;
    case ',':
        return count_value(s);
    default:
        return NULL;
    }
}

/* Limits are checked before jansson builds anything. */
static int check_limits(const char *text, size_t length, const ogp_limits *limits, ogp_error *error)
{
    scan s = {.text = text, .length = length, .limits = limits};
    for (; s.at < length; s.at++) {
        size_t place = s.at;
        const char *trouble = scan_byte(&s);
        if (trouble)
            return error_at_offset(error, OGP_ERROR_LIMIT, text, length, place, trouble);
    }
    return OGP_OK;
}

static const struct { enum json_error_code theirs; int code; const char *message; } syntax_errors[] = {
    {json_error_out_of_memory, OGP_ERROR_MEMORY, "out of memory"},
    {json_error_stack_overflow, OGP_ERROR_LIMIT, "nested deeper than the limit depth allows"},
    {json_error_premature_end_of_input, OGP_ERROR_SYNTAX, "the JSON ends too early; a bracket or quote is not closed"},
    {json_error_end_of_input_expected, OGP_ERROR_SYNTAX, "something stands after the end of the JSON value"},
    {json_error_null_character, OGP_ERROR_SYNTAX, "\\u0000 in a string; remove it"},
    {json_error_null_byte_in_key, OGP_ERROR_SYNTAX, "\\u0000 in a member's name; remove it"},
    {json_error_duplicate_key, OGP_ERROR_SYNTAX, "a member stands twice in one object; keep one of the two"},
    {json_error_numeric_overflow, OGP_ERROR_LIMIT, "a number too large to be kept"},
};

/* jansson's place; it counts the column from 0 after a line break within a token. */
static int error_at(ogp_error *error, int code, const json_error_t *theirs, int length, const char *message)
{
    return ogpi_error_at(error, code, theirs->line > 0 ? (unsigned)theirs->line : 1,
                         theirs->column > 0 ? (unsigned)theirs->column : 1, "%.*s", length, message);
}

/* jansson's own words, without the excerpt of the input that follows " near ". */
static int other_syntax_error(const json_error_t *theirs, ogp_error *error)
{
    char message[sizeof theirs->text + 16];
    const char *near = strstr(theirs->text, " near ");
    int length = near ? (int)(near - theirs->text) : (int)strlen(theirs->text);
    snprintf(message, sizeof message, "not JSON: %.*s", length, theirs->text);
    return error_at(error, OGP_ERROR_SYNTAX, theirs, (int)strlen(message), message);
}

static int syntax_error(const json_error_t *theirs, const char *text, size_t length, ogp_error *error)
{
    enum json_error_code code = json_error_code(theirs);
    for (size_t i = 0; i < sizeof syntax_errors / sizeof *syntax_errors; i++) {
        const char *message = syntax_errors[i].message;
        if (syntax_errors[i].theirs != code)
            continue;
        error_at(error, syntax_errors[i].code, theirs, (int)strlen(message), message);
        if (code == json_error_duplicate_key) {
            ogpi_pointer pointer;
            ogpi_json_pointer_at(text, length, (size_t)theirs->position, &pointer);
            ogpi_error_path(error, pointer.text);
        }
        return syntax_errors[i].code;
    }
    return other_syntax_error(theirs, error);
}

int ogpi_json_parse(json_t **out, const char *text, size_t length, const ogp_limits *limits,
                    const ogp_allocator *allocator, ogp_error *error)
{
    json_error_t theirs;
    bool no_memory;
    *out = NULL;
    if (length > limits->input_bytes)
        return ogpi_error(error, OGP_ERROR_LIMIT, "larger than %zu bytes; raise the limit or cut it in pieces",
                          limits->input_bytes);
    if (is_blank(text, length))
        return ogpi_error_at(error, OGP_ERROR_SYNTAX, 1, 1, "the input is empty");
    int rc = check_bytes(text, length, error);
    if (rc == OGP_OK)
        rc = check_limits(text, length, limits, error);
    if (rc < 0)
        return rc;
    *out = ogpi_json_build(text, length, allocator, &no_memory);
    if (*out || no_memory)
        return *out ? OGP_OK : ogpi_error_memory(error);
    *out = json_loadb(text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &theirs);
    return *out ? OGP_OK : syntax_error(&theirs, text, length, error);
}

const char *ogpi_json_kind(const json_t *value)
{
    static const char *const kinds[] = {"an object", "an array", "a string", "a number",
                                        "a number",  "true",     "false",    "null"};
    return value ? kinds[json_typeof(value)] : "nothing";
}
