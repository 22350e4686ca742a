/* SPDX-License-Identifier: MIT */
#include "io/xml_walk.h"
#include "base/utf8.h"
#include "io/xml.h"
#include "io/xml_scan.h"

typedef struct walk {
    ogpi_xml_cursor cursor;
    ogpi_pointer pointer;
    ogpi_xml_visit *visit;
    void *user;
    bool ended; /* nothing more can be told */
} walk;

/* An element met: its tag and its name without a prefix. */
typedef struct element {
    size_t start;   /* of the tag */
    size_t content; /* behind the tag */
    bool empty;
    char name[64];
} element;

static void tell(walk *w, size_t start, size_t end)
{
    w->visit(w->user, w->pointer.text, w->pointer.length, start, end);
}

static void read_name(const walk *w, element *out)
{
    const char *name = w->cursor.text + out->start + 1;
    size_t length = strcspn(name, " \t\r\n/>");
    const char *colon = memchr(name, ':', length);
    if (colon) {
        length -= (size_t)(colon + 1 - name);
        name = colon + 1;
    }
    if (length >= sizeof out->name)
        length = 0;
    memcpy(out->name, name, length);
    out->name[length] = '\0';
}

/* The next child of the element under way; false at its end, where *end is the start of its end tag. */
static bool next_child(walk *w, element *out, size_t *end)
{
    while (!w->ended) {
        ogpi_xml_markup kind = ogpi_xml_next(&w->cursor, end);
        if (kind == OGPI_XML_END_TAG)
            return false;
        w->ended = kind == OGPI_XML_END || kind == OGPI_XML_BROKEN || kind == OGPI_XML_DECLARATION;
        if (kind != OGPI_XML_START_TAG && kind != OGPI_XML_EMPTY_TAG)
            continue;
        *out = (element){.start = *end, .content = w->cursor.at, .empty = kind == OGPI_XML_EMPTY_TAG};
        read_name(w, out);
        return true;
    }
    return false;
}

/* Goes behind the end of an element; gives the start of its end tag. */
static size_t skip(walk *w, const element *e)
{
    size_t end = e->content, depth = 1;
    while (!e->empty && depth && !w->ended) {
        ogpi_xml_markup kind = ogpi_xml_next(&w->cursor, &end);
        w->ended = kind == OGPI_XML_END || kind == OGPI_XML_BROKEN || kind == OGPI_XML_DECLARATION;
        depth += kind == OGPI_XML_START_TAG;
        depth -= kind == OGPI_XML_END_TAG;
    }
    return end;
}

static void tell_content(walk *w, const element *e, size_t end)
{
    if (e->empty)
        tell(w, e->start, e->content);
    else
        tell(w, e->content, end);
}

typedef struct attribute { const char *name, *value; size_t name_length, value_length; } attribute;

/* The next attribute of a tag at *at; false at its end, and where it is none. */
static bool next_attribute(const char **at, const char *end, attribute *out)
{
    static const char blanks[] = " \t\r\n";
    const char *p = *at;
    while (p < end && memchr(blanks, *p, 4))
        p++;
    for (out->name = p; p < end && !memchr(" \t\r\n=/>", *p, 7);)
        p++;
    out->name_length = (size_t)(p - out->name);
    while (p < end && memchr(" \t\r\n=", *p, 5))
        p++;
    const char *close = p < end && (*p == '"' || *p == '\'') ? memchr(p + 1, *p, (size_t)(end - p - 1)) : NULL;
    if (!out->name_length || !close)
        return false;
    out->value = p + 1;
    out->value_length = (size_t)(close - out->value);
    *at = close + 1;
    return true;
}

/* The value of xml:lang in the tag, or an empty string. */
static void read_language(const walk *w, const element *e, char out[64])
{
    static const char name[] = "xml:lang";
    const char *at = w->cursor.text + e->start, *end = w->cursor.text + e->content;
    attribute found;
    out[0] = '\0';
    at += strcspn(at, " \t\r\n/>");
    while (next_attribute(&at, end, &found)) {
        if (found.name_length != sizeof name - 1 || memcmp(found.name, name, found.name_length) != 0 ||
            found.value_length >= 64)
            continue;
        memcpy(out, found.value, found.value_length);
        out[found.value_length] = '\0';
    }
}

static void walk_text(walk *w, const element *e)
{
    char language[64];
    size_t end = skip(w, e), above = w->pointer.length;
    tell_content(w, e, end);
    read_language(w, e, language);
    ogpi_pointer_push(&w->pointer, language);
    tell_content(w, e, end);
    ogpi_pointer_pop(&w->pointer, above);
}

static void walk_record(walk *w, const element *self, const ogpi_shape *shape);

static void walk_list(walk *w, const element *self, const ogpi_field *field)
{
    element e;
    size_t end, index = 0;
    while (!self->empty && next_child(w, &e, &end)) {
        size_t above = ogpi_pointer_push_index(&w->pointer, index++);
        if (field->kind == OGPI_FIELD_RECORDS) {
            walk_record(w, &e, field->shape);
        } else {
            end = skip(w, &e);
            tell_content(w, &e, end);
        }
        ogpi_pointer_pop(&w->pointer, above);
    }
    tell(w, self->start, w->cursor.at);
}

static void walk_field(walk *w, const element *e, const ogpi_field *field)
{
    size_t above = ogpi_pointer_push(&w->pointer, field->name);
    switch (field->kind) {
    case OGPI_FIELD_STRING:
    case OGPI_FIELD_DATE:
        tell_content(w, e, skip(w, e));
        break;
    case OGPI_FIELD_TEXT:
        walk_text(w, e);
        break;
    case OGPI_FIELD_RECORD:
        walk_record(w, e, field->shape);
        break;
    default:
        walk_list(w, e, field);
    }
    ogpi_pointer_pop(&w->pointer, above);
}

static void walk_record(walk *w, const element *self, const ogpi_shape *shape)
{
    element e;
    size_t end;
    while (!self->empty && next_child(w, &e, &end)) {
        const ogpi_field *field = ogpi_shape_field(shape, e.name);
        if (field)
            walk_field(w, &e, field);
        else
            skip(w, &e);
    }
    tell(w, self->start, w->cursor.at);
}

void ogpi_xml_walk(const char *text, size_t length, ogpi_xml_visit *visit, void *user)
{
    walk w = {.cursor = {.text = text, .length = length}, .visit = visit, .user = user};
    element root;
    size_t end;
    if (next_child(&w, &root, &end))
        walk_record(&w, &root, &ogpi_plan_shape);
}

/* The code point of a character reference such as "#233;" or "#xE9;", 0 when it is none. */
static uint32_t numbered(const char *text, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    uint32_t base = length > 2 && text[1] == 'x' ? 16 : 10, value = 0;
    for (size_t i = base == 16 ? 2 : 1; i + 1 < length; i++) {
        const char *digit = memchr(digits, text[i] | 0x20, base);
        if (!digit || value > 0x10FFFF)
            return 0;
        value = value * base + (uint32_t)(digit - digits);
    }
    return value > 0x10FFFF ? 0 : value;
}

size_t ogpi_xml_decode(const char *raw, size_t left, char out[4], size_t *length)
{
    static const struct { const char *name; char meant; } entities[] = {
        {"amp;", '&'}, {"lt;", '<'}, {"gt;", '>'}, {"quot;", '"'}, {"apos;", '\''}
    };
    out[0] = raw[0];
    *length = !(raw[0] == '\r' && left > 1 && raw[1] == '\n'); /* parsers read the two as one newline */
    const char *end = raw[0] == '&' ? memchr(raw, ';', left < 12 ? left : 12) : NULL;
    if (!end)
        return 1;
    size_t size = (size_t)(end - raw);
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (strncmp(raw + 1, entities[i].name, size) == 0 && entities[i].name[size] == '\0')
            out[0] = entities[i].meant;
    uint32_t code_point = raw[1] == '#' ? numbered(raw + 1, size) : 0;
    if (code_point)
        *length = ogpi_utf8_encode(code_point, out);
    return size + 1;
}
