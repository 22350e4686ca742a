/* SPDX-License-Identifier: MIT */
#include "io/xml_scan.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"

typedef ogpi_xml_cursor scan;
typedef ogpi_xml_markup markup;

static bool begins(const scan *s, const char *with)
{
    size_t length = strlen(with);
    return s->length - s->at >= length && memcmp(s->text + s->at, with, length) == 0;
}

/* Goes behind the next occurrence; to the end, and false, when there is none. */
static bool skip_past(scan *s, const char *what)
{
    const char *found = memmem(s->text + s->at, s->length - s->at, what, strlen(what));
    s->at = found ? (size_t)(found - s->text) + strlen(what) : s->length;
    return found;
}

static markup broken(scan *s, const char *why)
{
    s->why = why;
    return OGPI_XML_BROKEN;
}

/* Goes behind the ">" of a tag, over quoted values; counts the attributes. */
static markup skip_tag(scan *s)
{
    char quote = '\0', last = '\0';
    s->tags++;
    s->members++;
    for (s->at++; s->at < s->length; last = s->text[s->at++]) {
        char c = s->text[s->at];
        if (quote) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
            s->members++;
        } else if (c == '>') {
            s->at++;
            return last == '/' ? OGPI_XML_EMPTY_TAG : OGPI_XML_START_TAG;
        }
    }
    return broken(s, "not XML: a tag is not closed");
}

/* What is not closed, or has hyphens where it should not, would be searched through again and again by the parser. */
static markup skip_comment(scan *s)
{
    s->at += 4;
    if (!skip_past(s, "--"))
        return broken(s, "not XML: a comment is not closed");
    if (s->at == s->length || s->text[s->at] != '>')
        return broken(s, "not XML: two hyphens within a comment");
    s->at++;
    return OGPI_XML_OTHER;
}

markup ogpi_xml_next(scan *s, size_t *start)
{
    const char *found = s->at < s->length ? memchr(s->text + s->at, '<', s->length - s->at) : NULL;
    *start = s->at = found ? (size_t)(found - s->text) : s->length;
    if (!found)
        return OGPI_XML_END;
    if (begins(s, "<!--"))
        return skip_comment(s);
    if (begins(s, "<![CDATA["))
        return skip_past(s, "]]>") ? OGPI_XML_OTHER : broken(s, "not XML: a CDATA section is not closed");
    if (begins(s, "<?"))
        return skip_past(s, "?>") ? OGPI_XML_OTHER : broken(s, "not XML: an instruction is not closed");
    if (begins(s, "<!"))
        return OGPI_XML_DECLARATION;
    if (begins(s, "</"))
        return skip_past(s, ">") ? OGPI_XML_END_TAG : broken(s, "not XML: a tag is not closed");
    return skip_tag(s);
}

static int refuse(const scan *s, size_t at, int code, const char *message, ogp_error *error)
{
    unsigned line, column;
    ogpi_utf8_place(s->text, s->length, at, &line, &column);
    return ogpi_error_at(error, code, line, column, "%s", message);
}

/* The bytes must be UTF-8 and say nothing else: one way to read them, whatever the parser was built with. */
static int check_bytes(const scan *s, ogp_error *error)
{
    size_t bad;
    if (!ogpi_utf8_valid(s->text, s->length, &bad))
        return refuse(s, bad, OGP_ERROR_SYNTAX, "invalid UTF-8; save the file as UTF-8", error);
    const char *nul = s->length ? memchr(s->text, '\0', s->length) : NULL;
    return nul ? refuse(s, (size_t)(nul - s->text), OGP_ERROR_SYNTAX, "a NUL byte; XML is text and has none", error)
               : OGP_OK;
}

static bool same_word(const char *text, size_t length, const char *word)
{
    size_t i = 0;
    while (i < length && word[i] && (text[i] == word[i] || text[i] == (word[i] ^ 0x20)))
        i++;
    return i == length && !word[i];
}

static int check_encoding(const scan *s, ogp_error *error)
{
    if (!begins(s, "<?xml") || s->length - s->at < 6 || !memchr(" \t\r\n", s->text[s->at + 5], 4))
        return OGP_OK;
    scan declaration = *s;
    skip_past(&declaration, "?>");
    declaration.length = declaration.at;
    declaration.at = s->at;
    skip_past(&declaration, "encoding");
    while (declaration.at < declaration.length && memchr(" \t\r\n='\"", s->text[declaration.at], 7))
        declaration.at++;
    const char *name = s->text + declaration.at;
    size_t length = 0;
    while (declaration.at + length < declaration.length && !memchr("'\"?> ", name[length], 5))
        length++;
    if (length == 0 || same_word(name, length, "UTF-8") || same_word(name, length, "US-ASCII"))
        return OGP_OK;
    return refuse(s, declaration.at, OGP_ERROR_FORMAT, "another encoding than UTF-8; save the file as UTF-8", error);
}

static int check_markup(const scan *s, markup kind, size_t start, size_t depth, const ogp_limits *limits,
                        ogp_error *error)
{
    if (kind == OGPI_XML_BROKEN)
        return refuse(s, start, OGP_ERROR_SYNTAX, s->why, error);
    if (kind == OGPI_XML_DECLARATION)
        return refuse(s, start, OGP_ERROR_FORMAT,
                      "a DOCTYPE is not taken; remove it and write characters instead of entities", error);
    /* A list is an element of its own around its records, and unknown members have one around them. */
    if (depth > limits->depth + 2)
        return refuse(s, start, OGP_ERROR_LIMIT, "nested deeper than the limit depth allows", error);
    if (s->members > limits->members)
        return refuse(s, start, OGP_ERROR_LIMIT, "more elements and attributes than the limit members allows", error);
    return OGP_OK;
}

/* Attributes of one element: parsers compare each with each. */
#define ATTRIBUTES ((size_t)256)

int ogpi_xml_scan(const char *text, size_t length, const ogp_limits *limits, ogp_error *error)
{
    scan s = {.text = text, .length = length};
    if (length > limits->input_bytes)
        return ogpi_error_too_large(error, limits->input_bytes);
    int rc = check_bytes(&s, error);
    s.at = begins(&s, "\xEF\xBB\xBF") ? 3 : 0;
    if (rc == OGP_OK)
        rc = check_encoding(&s, error);
    for (size_t depth = 0; rc == OGP_OK;) {
        size_t start, before = s.members;
        markup kind = ogpi_xml_next(&s, &start);
        if (kind == OGPI_XML_END)
            break;
        if (s.members - before > ATTRIBUTES)
            return refuse(&s, start, OGP_ERROR_LIMIT, "more than 255 attributes", error);
        depth += kind == OGPI_XML_START_TAG;
        depth -= kind == OGPI_XML_END_TAG && depth;
        rc = check_markup(&s, kind, start, depth, limits, error);
    }
    return rc;
}

void ogpi_xml_locate(const char *text, size_t length, size_t ordinal, unsigned *line, unsigned *column)
{
    scan s = {.text = text, .length = length};
    size_t start = 0;
    markup kind;
    *line = *column = 0;
    do
        kind = ogpi_xml_next(&s, &start);
    while (kind != OGPI_XML_END && kind != OGPI_XML_DECLARATION && kind != OGPI_XML_BROKEN && s.tags < ordinal);
    if (kind != OGPI_XML_END && ordinal && s.tags == ordinal)
        ogpi_utf8_place(text, length, start, line, column);
}

bool ogpi_xml_begins(const char *text, size_t length)
{
    size_t at = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < length && memchr(" \t\r\n", text[at], 4))
        at++;
    return at < length && text[at] == '<';
}
