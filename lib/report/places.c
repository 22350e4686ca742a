/* SPDX-License-Identifier: MIT */
#include "report/places.h"
#include "base/json.h"
#include "base/utf8.h"
#include "io/xml_scan.h"
#include "io/xml_walk.h"

#include <stdlib.h>

enum { DEEPEST = 512 };

/* A pointer wanted, and where its value stands. */
typedef struct spot {
    const char *pointer; /* NULL: an empty slot */
    size_t length;
    size_t start, end;   /* end 0: not found */
} spot;

typedef struct atlas {
    const ogp_allocator *allocator;
    spot *slots;
    size_t mask;
    const char *text;
    size_t length, at;
    ogpi_pointer pointer; /* of the value at the cursor */
    unsigned depth;
    bool xml;
} atlas;

static uint64_t hash_of(const char *bytes, size_t length)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001b3);
    return hash ^ hash >> 29;
}

static spot *slot_of(const atlas *a, const char *pointer, size_t length)
{
    size_t i = (size_t)hash_of(pointer, length) & a->mask;
    while (a->slots[i].pointer && (a->slots[i].length != length || memcmp(a->slots[i].pointer, pointer, length)))
        i = (i + 1) & a->mask;
    return &a->slots[i];
}

/* A pointer cut before its last segment; "" stays. */
static size_t parent_length(const char *pointer, size_t length)
{
    while (length && pointer[--length] != '/')
        ;
    return length;
}

static size_t segments(const char *pointer)
{
    size_t n = 1;
    for (; *pointer; pointer++)
        n += *pointer == '/';
    return n;
}

/* Every finding's pointer is wanted, and every one above it, in case it is not there itself. */
static bool collect(atlas *a, const ogp_report *report)
{
    size_t wanted = 1, size = 16;
    for (size_t i = 0; i < ogp_report_count(report); i++)
        wanted += segments(ogp_finding_path(ogp_report_at(report, i)));
    while (size < wanted * 2)
        size *= 2;
    a->mask = size - 1;
    a->slots = ogpi_calloc(a->allocator, size, sizeof *a->slots);
    if (!a->slots)
        return false;
    for (size_t i = 0; i < ogp_report_count(report); i++) {
        const char *pointer = ogp_finding_path(ogp_report_at(report, i));
        size_t length = strlen(pointer);
        for (;;) {
            spot *slot = slot_of(a, pointer, length);
            if (slot->pointer)
                break;
            *slot = (spot){pointer, length, 0, 0};
            if (!length)
                break;
            length = parent_length(pointer, length);
        }
    }
    return true;
}

static char peek(const atlas *a)
{
    return a->at < a->length ? a->text[a->at] : '\0';
}

static void skip_blanks(atlas *a)
{
    while (a->at < a->length && memchr(" \t\r\n", a->text[a->at], 4))
        a->at++;
}

static void skip_string(atlas *a)
{
    for (a->at++; a->at < a->length && a->text[a->at] != '"'; a->at++)
        a->at += a->text[a->at] == '\\';
    a->at = a->at < a->length ? a->at + 1 : a->length;
}

static unsigned hex4(const char *text)
{
    unsigned value = 0;
    for (int i = 0; i < 4; i++) {
        char c = text[i];
        value = value << 4 | (unsigned)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return value;
}

/* One character of a JSON string at raw[0..left): bytes read, and bytes that it stands for. */
static size_t decode_unit(const char *raw, size_t left, char out[4], size_t *length)
{
    static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
    *length = 1;
    out[0] = raw[0];
    if (raw[0] != '\\' || left < 2)
        return 1;
    const char *known = memchr(letters, raw[1], sizeof letters - 1);
    out[0] = known ? meant[known - letters] : raw[1];
    if (raw[1] != 'u' || left < 6)
        return 2;
    uint32_t c = hex4(raw + 2);
    bool pair = c >= 0xD800 && c < 0xDC00 && left >= 12 && raw[6] == '\\';
    if (pair)
        c = 0x10000 + ((c - 0xD800) << 10) + (hex4(raw + 8) - 0xDC00);
    *length = c < 0x110000 ? ogpi_utf8_encode(c, out) : 1;
    return pair ? 12 : 6;
}

/* The key at the cursor becomes the next segment; the cursor moves to its value. */
static void read_key(atlas *a)
{
    char key[sizeof a->pointer.text], unit[4];
    size_t length = 0, at = a->at + 1, n;
    skip_string(a);
    while (at + 1 < a->at && length + 5 < sizeof key) {
        at += decode_unit(a->text + at, a->at - 1 - at, unit, &n);
        memcpy(key + length, unit, n);
        length += n;
    }
    key[length] = '\0';
    ogpi_pointer_push(&a->pointer, key);
    skip_blanks(a);
    a->at += peek(a) == ':';
    skip_blanks(a);
}

/* A value met in XML. */
static void on_xml(void *user, const char *pointer, size_t length, size_t start, size_t end)
{
    atlas *a = user;
    spot *slot = slot_of(a, pointer, length);
    if (slot->pointer && !slot->end)
        *slot = (spot){slot->pointer, slot->length, start, end};
}

static void walk_value(atlas *a);

static void walk_items(atlas *a, bool object)
{
    size_t index = 0;
    a->at++;
    skip_blanks(a);
    while (a->at < a->length && peek(a) != '}' && peek(a) != ']') {
        size_t old = a->pointer.length, start = a->at;
        if (object && peek(a) == '"')
            read_key(a);
        else
            ogpi_pointer_push_index(&a->pointer, index++);
        walk_value(a);
        ogpi_pointer_pop(&a->pointer, old);
        skip_blanks(a);
        a->at += peek(a) == ',' || a->at == start;
        skip_blanks(a);
    }
    a->at += a->at < a->length;
}

static void walk_value(atlas *a)
{
    spot *slot = slot_of(a, a->pointer.text, a->pointer.length);
    size_t start = a->at;
    char c = peek(a);
    if (++a->depth > DEEPEST)
        a->at = a->length;
    else if (c == '{' || c == '[')
        walk_items(a, c == '{');
    else if (c == '"')
        skip_string(a);
    else
        while (a->at < a->length && !memchr("\"{}[],: \t\r\n", a->text[a->at], 11))
            a->at++;
    a->depth--;
    if (slot->pointer && !slot->end)
        *slot = (spot){slot->pointer, slot->length, start, a->at};
}

/* From bytes of the decoded string to bytes of the text. */
static void narrow(const atlas *a, spot *value, size_t start, size_t end)
{
    char unit[4];
    size_t quote = a->xml ? 0 : 1;
    size_t decoded = 0, at = value->start + quote, last = value->end - quote, n, from = at;
    for (; at < last && decoded < end; decoded += n) {
        from = decoded <= start ? at : from;
        at += (a->xml ? ogpi_xml_decode : decode_unit)(a->text + at, last - at, unit, &n);
    }
    if (decoded >= end && end > start)
        *value = (spot){value->pointer, value->length, from, at};
}

/* True for a string that can be read unit by unit: in XML, one without comments and sections in it. */
static bool is_plain(const atlas *a, const spot *value)
{
    if (!a->xml)
        return a->text[value->start] == '"';
    return !memchr(a->text + value->start, '<', value->end - value->start);
}

/* What a finding speaks of, as bytes of the text. */
static spot find(const atlas *a, const ogp_finding *finding, bool *exact)
{
    const char *pointer = ogp_finding_path(finding);
    size_t length = strlen(pointer);
    spot found = *slot_of(a, pointer, length);
    *exact = found.end > 0;
    while (!found.end && length) {
        length = parent_length(pointer, length);
        found = *slot_of(a, pointer, length);
    }
    if (*exact && ogp_finding_end(finding) && is_plain(a, &found))
        narrow(a, &found, ogp_finding_start(finding), ogp_finding_end(finding));
    return found;
}

typedef struct mark { size_t offset, finding; bool end; } mark;

static int by_offset(const void *left, const void *right)
{
    const mark *a = left, *b = right;
    if (a->offset != b->offset)
        return a->offset < b->offset ? -1 : 1;
    if (a->finding != b->finding)
        return a->finding < b->finding ? -1 : 1;
    return a->end - b->end;
}

static void count_lines(const atlas *a, ogpi_place *places, mark *marks, size_t count)
{
    unsigned line = 1, column = 1;
    size_t at = 0;
    qsort(marks, count, sizeof *marks, by_offset);
    for (size_t i = 0; i < count; i++) {
        for (; at < marks[i].offset; at++) {
            bool newline = a->text[at] == '\n';
            line += newline;
            column = newline ? 1 : column + (((unsigned char)a->text[at] & 0xC0) != 0x80);
        }
        ogpi_place *place = &places[marks[i].finding];
        *(marks[i].end ? &place->end_line : &place->line) = line;
        *(marks[i].end ? &place->end_column : &place->column) = column;
    }
}

/* The end is told for plain values only: a whole commitment marked from end to end helps nobody. */
static bool locate(atlas *a, const ogp_report *report, ogpi_place *places)
{
    size_t count = ogp_report_count(report), n = 0;
    mark *marks = ogpi_calloc(a->allocator, count * 2, sizeof *marks);
    if (!marks)
        return false;
    for (size_t i = 0; i < count; i++) {
        spot found = find(a, ogp_report_at(report, i), &places[i].exact);
        if (!found.end)
            continue;
        marks[n++] = (mark){found.start, i, false};
        if (places[i].exact && !memchr("{[<", a->text[found.start], 3))
            marks[n++] = (mark){found.end, i, true};
    }
    count_lines(a, places, marks, n);
    ogpi_free(a->allocator, marks);
    return true;
}

ogpi_place *ogpi_places_find(const ogp_report *report, const char *text, size_t length, const ogp_allocator *allocator)
{
    atlas a = {.allocator = allocator, .text = text, .length = text ? length : 0};
    ogpi_place *places = ogpi_calloc(allocator, ogp_report_count(report) + 1, sizeof *places);
    if (!places)
        return NULL;
    skip_blanks(&a);
    a.xml = ogpi_xml_begins(text, a.length);
    if (!a.xml && peek(&a) != '{' && peek(&a) != '[')
        return places;
    bool done = collect(&a, report);
    if (done && a.xml)
        ogpi_xml_walk(text, a.length, on_xml, &a);
    else if (done)
        walk_value(&a);
    done = done && locate(&a, report, places);
    ogpi_free(allocator, a.slots);
    if (done)
        return places;
    ogpi_free(allocator, places);
    return NULL;
}
