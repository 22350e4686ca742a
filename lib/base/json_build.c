/* SPDX-License-Identifier: MIT */
/* Good JSON into jansson's values. jansson's own lexer forgets to look whether its buffer could grow: without memory it
   runs past it. So it is asked for words only, about texts that are not JSON. */
#include "base/json.h"
#include "base/utf8.h"

enum { DEEPEST = 2048 }; /* jansson's own bound */

typedef struct builder {
    const char *at, *end;
    size_t depth;
    ogpi_buffer scratch; /* keys under way, and the string read last behind them */
    bool no_memory;
} builder;

static void skip_blanks(builder *b)
{
    while (b->at < b->end && (*b->at == ' ' || *b->at == '\n' || *b->at == '\t' || *b->at == '\r'))
        b->at++;
}

static bool take(builder *b, char c)
{
    bool there = b->at < b->end && *b->at == c;
    b->at += there;
    return there;
}

static json_t *made(builder *b, json_t *value)
{
    b->no_memory |= !value;
    return value;
}

static bool take_digits(builder *b)
{
    const char *start = b->at;
    while (b->at < b->end && *b->at >= '0' && *b->at <= '9')
        b->at++;
    return b->at > start;
}

static bool take_number(builder *b)
{
    take(b, '-');
    if (!take(b, '0') && !take_digits(b))
        return false;
    if (take(b, '.') && !take_digits(b))
        return false;
    if (!take(b, 'e') && !take(b, 'E'))
        return true;
    if (!take(b, '+'))
        take(b, '-');
    return take_digits(b);
}

/* Numbers are jansson's to read; it needs no strings for them. */
static json_t *build_number(builder *b)
{
    json_error_t theirs;
    const char *start = b->at;
    if (!take_number(b))
        return NULL;
    json_t *number = json_loadb(start, (size_t)(b->at - start), JSON_DECODE_ANY, &theirs);
    b->no_memory |= !number && json_error_code(&theirs) != json_error_numeric_overflow;
    return number;
}

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

/* The four digits of a \u escape, or -1. */
static int32_t take_unit(builder *b)
{
    int32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        int digit = b->at < b->end ? hex(*b->at++) : -1;
        if (digit < 0)
            return -1;
        unit = unit << 4 | digit;
    }
    return unit;
}

static bool take_code_point(builder *b)
{
    char bytes[4];
    int32_t c = take_unit(b);
    if (c >= 0xD800 && c < 0xDC00) {
        int32_t low = take(b, '\\') && take(b, 'u') ? take_unit(b) : -1;
        c = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : -1;
    }
    if (c <= 0 || (c >= 0xDC00 && c < 0xE000))
        return false;
    ogpi_buffer_add(&b->scratch, bytes, ogpi_utf8_encode((uint32_t)c, bytes));
    return true;
}

static bool take_escape(builder *b)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char *known = b->at < b->end ? memchr(letters, *b->at, sizeof letters - 1) : NULL;
    if (!known)
        return take(b, 'u') && take_code_point(b);
    b->at++;
    ogpi_buffer_putc(&b->scratch, meant[known - letters]);
    return true;
}

/* Adds what the string says to the scratch. */
static bool take_string(builder *b)
{
    if (!take(b, '"'))
        return false;
    for (;;) {
        const char *start = b->at;
        while (b->at < b->end && *b->at != '"' && *b->at != '\\' && (unsigned char)*b->at >= 0x20)
            b->at++;
        ogpi_buffer_add(&b->scratch, start, (size_t)(b->at - start));
        if (take(b, '"'))
            break;
        if (!take(b, '\\') || !take_escape(b))
            return false;
    }
    b->no_memory |= b->scratch.failed;
    return !b->scratch.failed;
}

static json_t *build_string(builder *b)
{
    size_t start = b->scratch.length;
    if (!take_string(b))
        return NULL;
    json_t *string = made(b, json_stringn_nocheck(b->scratch.data + start, b->scratch.length - start));
    b->scratch.length = start;
    return string;
}

static json_t *build_value(builder *b);

static bool add_item(builder *b, json_t *array)
{
    json_t *item = build_value(b);
    if (item && json_array_append_new(array, item) < 0)
        b->no_memory = true;
    return item && !b->no_memory;
}

/* A member that stands twice is left to jansson to tell of. */
static bool add_member(builder *b, json_t *object)
{
    size_t key = b->scratch.length;
    skip_blanks(b);
    if (!take_string(b))
        return false;
    ogpi_buffer_putc(&b->scratch, '\0');
    skip_blanks(b);
    if (b->scratch.failed || json_object_get(object, b->scratch.data + key) || !take(b, ':'))
        return b->no_memory |= b->scratch.failed, false;
    json_t *value = build_value(b);
    if (value && json_object_set_new_nocheck(object, b->scratch.data + key, value) < 0)
        b->no_memory = true;
    b->scratch.length = key;
    return value && !b->no_memory;
}

/* Behind the opening bracket. Takes `all` over. */
static json_t *build_items(builder *b, json_t *all, char close, bool (*add)(builder *, json_t *))
{
    bool good = all && ++b->depth <= DEEPEST;
    skip_blanks(b);
    if (good && !take(b, close)) {
        do {
            good = add(b, all);
            skip_blanks(b);
        } while (good && take(b, ','));
        good = good && take(b, close);
    }
    b->depth--;
    if (good)
        return all;
    json_decref(all);
    return NULL;
}

static bool take_word(builder *b, const char *word)
{
    size_t length = strlen(word);
    bool there = (size_t)(b->end - b->at) >= length && memcmp(b->at, word, length) == 0;
    b->at += there ? length : 0;
    return there;
}

static json_t *build_value(builder *b)
{
    skip_blanks(b);
    switch (b->at < b->end ? *b->at : '\0') {
    case '{':
        b->at++;
        return build_items(b, made(b, json_object()), '}', add_member);
    case '[':
        b->at++;
        return build_items(b, made(b, json_array()), ']', add_item);
    case '"':
        return build_string(b);
    case 't':
        return take_word(b, "true") ? json_true() : NULL;
    case 'f':
        return take_word(b, "false") ? json_false() : NULL;
    case 'n':
        return take_word(b, "null") ? json_null() : NULL;
    default:
        return build_number(b);
    }
}

json_t *ogpi_json_build(const char *text, size_t length, const ogp_allocator *allocator, bool *no_memory)
{
    builder b = {.at = text, .end = text + length};
    ogpi_buffer_init(&b.scratch, allocator);
    json_t *value = build_value(&b);
    skip_blanks(&b);
    if (value && b.at < b.end) {
        json_decref(value);
        value = NULL;
    }
    ogpi_buffer_clear(&b.scratch);
    *no_memory = b.no_memory;
    return value;
}
