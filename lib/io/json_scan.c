/* SPDX-License-Identifier: MIT */
#include "io/json_scan.h"
#include "base/eight.h"
#include "base/utf8.h"
#include "model/fill.h"

static bool bad(ogpi_json_scan *s)
{
    s->bad = true;
    return false;
}

static bool no_memory(ogpi_json_scan *s)
{
    s->memory = true;
    return bad(s);
}

/* Brackets and commas are what the limit on values counts. */
static bool count_member(ogpi_json_scan *s)
{
    return ++s->members <= s->limits->members || bad(s);
}

bool ogpi_json_enter(ogpi_json_scan *s, char bracket)
{
    if (s->bad || ogpi_json_peek(s) != bracket || ++s->depth > s->limits->depth)
        return bad(s);
    s->at++;
    return count_member(s);
}

bool ogpi_json_next(ogpi_json_scan *s, char bracket, bool first)
{
    char c = s->bad ? '\0' : ogpi_json_peek(s);
    if (c == bracket + 2) { /* in ASCII, brackets and braces close two places after they open */
        s->at++;
        s->depth--;
        return false;
    }
    if (first)
        return c != '\0' || bad(s);
    if (c != ',')
        return bad(s);
    s->at++;
    return count_member(s);
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The highest bit of each byte that is below 0x20, a quote or a backslash. A borrow may mark a byte after such a one
   too, never one before it. */
static uint64_t special(uint64_t word)
{
    uint64_t quote = word ^ EACH('"'), backslash = word ^ EACH('\\');
    uint64_t below = (word - EACH(0x20)) & ~word, is_quote = (quote - EACH(1)) & ~quote,
             is_backslash = (backslash - EACH(1)) & ~backslash;
    return (below | is_quote | is_backslash) & EACH(0x80);
}

/* Goes over plain characters, eight at a time; gathers their bits. */
static const char *skip_plain(const char *at, const char *end, uint64_t *seen)
{
    for (; end - at >= 8; at += 8) {
        uint64_t word = ogpi_eight_load(at), marks = special(word);
        if (marks) {
            uint64_t before = (marks & -marks) - 1;
            *seen |= word & before;
            return at + __builtin_ctzll(marks) / 8;
        }
        *seen |= word;
    }
    while (at < end && *at != '"' && *at != '\\' && (unsigned char)*at >= 0x20)
        *seen |= (unsigned char)*at++;
    return at;
}

bool ogpi_json_string(ogpi_json_scan *s, ogpi_json_raw *out)
{
    uint64_t seen = 0;
    if (s->bad || ogpi_json_peek(s) != '"')
        return bad(s);
    *out = (ogpi_json_raw){.text = ++s->at};
    for (;;) {
        s->at = skip_plain(s->at, s->end, &seen);
        if (s->end - s->at < 2 && (s->at == s->end || *s->at != '"'))
            return bad(s);
        if (*s->at == '"')
            break;
        if (*s->at != '\\')
            return bad(s);
        out->escaped = true;
        s->at += 2;
    }
    out->length = (size_t)(s->at++ - out->text);
    if (out->length > s->limits->string_bytes)
        return bad(s);
    return !(seen & EACH(0x80)) || ogpi_utf8_valid(out->text, out->length, NULL) || bad(s);
}

bool ogpi_json_key(ogpi_json_scan *s, ogpi_json_raw *out)
{
    if (!ogpi_json_string(s, out) || ogpi_json_peek(s) != ':')
        return bad(s);
    s->at++;
    return true;
}

static bool hex4(const char *text, const char *end, uint32_t *value)
{
    *value = 0;
    if (end - text < 4)
        return false;
    for (size_t i = 0; i < 4; i++) {
        char c = text[i];
        uint32_t digit = c >= '0' && c <= '9'                     ? (uint32_t)(c - '0')
                         : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (uint32_t)((c | 0x20) - 'a') + 10
                                                                  : 16;
        if (digit > 15)
            return false;
        *value = *value << 4 | digit;
    }
    return true;
}

/* The character of \uXXXX, or of two of them; `at` is behind the "u". NULL for none, NUL and halves of pairs. */
static const char *unicode(const char *at, const char *end, char **out)
{
    uint32_t c, low;
    if (!hex4(at, end, &c) || c == 0 || (c >= 0xDC00 && c <= 0xDFFF))
        return NULL;
    at += 4;
    if (c >= 0xD800 && c <= 0xDBFF) {
        if (end - at < 6 || at[0] != '\\' || at[1] != 'u' || !hex4(at + 2, end, &low) || low < 0xDC00 || low > 0xDFFF)
            return NULL;
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        at += 6;
    }
    *out += ogpi_utf8_encode(c, *out);
    return at;
}

/* What an escaped string says is never longer than how it is written. */
static char *unescape(const ogpi_json_raw *raw, char *out)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char *at = raw->text, *end = raw->text + raw->length;
    while (at < end) {
        if (*at != '\\') {
            *out++ = *at++;
            continue;
        }
        const char *letter = memchr(letters, at[1], sizeof letters - 1);
        if (letter) {
            *out++ = meant[letter - letters];
            at += 2;
        } else if (at[1] != 'u' || !(at = unicode(at + 2, end, &out))) {
            return NULL;
        }
    }
    return out;
}

const char *ogpi_json_text(ogpi_json_scan *s, const ogpi_json_raw *raw, size_t *length)
{
    char *copy = s->bad ? NULL : ogpi_arena_alloc(s->arena, raw->length + 1);
    if (!copy) {
        s->memory |= !s->bad;
        s->bad = true;
        return NULL;
    }
    char *end = copy + raw->length;
    if (raw->escaped)
        end = unescape(raw, copy);
    else
        memcpy(copy, raw->text, raw->length);
    if (!end) {
        s->bad = true;
        return NULL;
    }
    *end = '\0';
    *length = (size_t)(end - copy);
    return copy;
}

static bool string_value(ogpi_json_scan *s, ogpi_value *out)
{
    ogpi_json_raw raw;
    if (!ogpi_json_string(s, &raw))
        return false;
    out->kind = OGPI_VALUE_STRING;
    out->as.text = ogpi_json_text(s, &raw, &out->count);
    return out->as.text;
}

/* Short whole numbers are kept as they stand; what else could be one is left to jansson, so that there is one
   spelling. */
static bool number_value(ogpi_json_scan *s, ogpi_value *out)
{
    const char *start = s->at;
    while (s->at < s->end && (unsigned char)(*s->at - '+') <= 'e' - '+' && strchr("+-.0123456789Ee", *s->at))
        s->at++;
    size_t length = (size_t)(s->at - start), digits = 0, sign = *start == '-';
    while (sign + digits < length && start[sign + digits] >= '0' && start[sign + digits] <= '9')
        digits++;
    bool whole = sign + digits == length && digits && digits <= 18 && (start[sign] != '0' || (digits == 1 && !sign));
    if (whole) {
        const char *text = ogpi_arena_strndup(s->arena, start, length);
        *out = (ogpi_value){.kind = OGPI_VALUE_NUMBER, .count = length, .as.text = text};
        return text || no_memory(s);
    }
    json_t *json = json_loadb(start, length, JSON_DECODE_ANY, NULL);
    int rc = json ? ogpi_value_from_json(out, json, s->arena, NULL) : OGP_ERROR_FORMAT;
    json_decref(json);
    return rc == OGP_ERROR_MEMORY ? no_memory(s) : rc == OGP_OK || bad(s);
}

static bool word_value(ogpi_json_scan *s, ogpi_value *out)
{
    static const struct { const char *word; ogpi_value_kind kind; } words[] = {
        {"null", OGPI_VALUE_NULL}, {"false", OGPI_VALUE_FALSE}, {"true", OGPI_VALUE_TRUE}
    };
    for (size_t i = 0; i < 3; i++) {
        size_t length = strlen(words[i].word);
        if ((size_t)(s->end - s->at) < length || memcmp(s->at, words[i].word, length) != 0)
            continue;
        s->at += length;
        out->kind = words[i].kind;
        return true;
    }
    return bad(s);
}

static bool array_value(ogpi_json_scan *s, ogpi_value *out)
{
    const void *items = NULL;
    *out = (ogpi_value){.kind = OGPI_VALUE_ARRAY};
    bool first = true;
    for (ogpi_json_enter(s, '['); ogpi_json_next(s, '[', first); first = false) {
        ogpi_value item;
        if (!ogpi_json_value(s, &item))
            return false;
        if (!ogpi_append(s->arena, &items, &out->count, &item, sizeof item))
            return no_memory(s);
        out->as.items = items;
    }
    return !s->bad;
}

/* Names are compared each with each: an object with more members is left to jansson. */
#define NAMES 64

bool ogpi_json_member(ogpi_json_scan *s, ogpi_value *object, const ogpi_json_raw *key)
{
    ogpi_member member = {.key = NULL};
    size_t length;
    const void *members = object->as.members;
    member.key = ogpi_json_text(s, key, &length);
    if (!member.key || object->count == NAMES)
        return bad(s);
    for (size_t i = 0; i < object->count; i++)
        if (strcmp(object->as.members[i].key, member.key) == 0)
            return bad(s);
    if (!ogpi_json_value(s, &member.value))
        return false;
    if (!ogpi_append(s->arena, &members, &object->count, &member, sizeof member))
        return no_memory(s);
    object->kind = OGPI_VALUE_OBJECT;
    object->as.members = members;
    return true;
}

static bool object_value(ogpi_json_scan *s, ogpi_value *out)
{
    bool first = true;
    *out = (ogpi_value){.kind = OGPI_VALUE_OBJECT};
    for (ogpi_json_enter(s, '{'); ogpi_json_next(s, '{', first); first = false) {
        ogpi_json_raw key;
        if (!ogpi_json_key(s, &key) || !ogpi_json_member(s, out, &key))
            return false;
    }
    return !s->bad;
}

bool ogpi_json_value(ogpi_json_scan *s, ogpi_value *out)
{
    char c = ogpi_json_peek(s);
    *out = (ogpi_value){.kind = OGPI_VALUE_NULL};
    if (c == '"')
        return string_value(s, out);
    if (c == '{')
        return object_value(s, out);
    if (c == '[')
        return array_value(s, out);
    return c == '-' || (c >= '0' && c <= '9') ? number_value(s, out) : word_value(s, out);
}

bool ogpi_json_done(ogpi_json_scan *s)
{
    return !s->bad && ogpi_json_peek(s) == '\0' && s->at == s->end;
}
