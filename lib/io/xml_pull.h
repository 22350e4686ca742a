/* SPDX-License-Identifier: MIT */
/* Pulling elements and texts out of libxml2's text reader, with errors of ours and places. No other file of the readers
   knows libxml2. */
#ifndef OGPI_XML_PULL_H
#define OGPI_XML_PULL_H

#include "base/memory.h"
#include "io/xml_guard.h"

/* Bytes of a part: their number, 0 at the end, or an error. */
typedef int ogpi_xml_more(void *user, char *buffer, size_t size, size_t *got, ogp_error *error);

typedef struct ogpi_xml {
    struct _xmlTextReader *reader;
    const char *text; /* NULL for a part */
    size_t length;
    const char *part; /* its name, for messages */
    ogpi_xml_more *more;
    void *user;
    ogpi_xml_guard guard;
    const ogp_limits *limits;
    ogp_error *error;
    const ogp_allocator *allocator; /* for keys; NULL: malloc */
    size_t ordinal; /* of the start tag met last */
    bool empty;     /* it closes itself, and has not been left yet */
    int failed;     /* what the parser reported, or 0 */
} ogpi_xml;

/* The attributes that mean something to us; a bit for each that an element may have. */
enum {
    OGPI_XML_LANG = 1,       /* xml:lang */
    OGPI_XML_DIR = 2,        /* ltr, rtl or auto */
    OGPI_XML_ESCAPED = 4,    /* true or false */
    OGPI_XML_KEY = 8,
    OGPI_XML_ESCAPED_KEY = 16
};
typedef struct ogpi_xml_attributes {
    unsigned present; /* of the bits above */
    bool escaped, escaped_key;
    char language[64];
    ogpi_buffer key;
} ogpi_xml_attributes;

/* Checks the text and begins. Errors: SYNTAX, FORMAT, LIMIT, MEMORY. The text must last. */
int ogpi_xml_open(ogpi_xml *xml, const char *text, size_t length, const ogp_limits *limits, ogp_error *error);
/* The same for bytes that come piece by piece, which are watched on their way. Errors tell the part and no place. */
int ogpi_xml_open_part(ogpi_xml *xml, const char *part, ogpi_xml_more *more, void *user, const ogp_limits *limits,
                       ogp_error *error);
void ogpi_xml_close(ogpi_xml *xml); /* may be called for one that is zeroed or failed to open */
/* The next child element of the element under way: 1. At its end: 0. Text between elements is an error. */
int ogpi_xml_child(ogpi_xml *xml);
/* Goes behind the end of the element under way, whatever it holds. */
int ogpi_xml_skip(ogpi_xml *xml);
/* All text up to the end of the element under way, which may have no children. */
int ogpi_xml_content(ogpi_xml *xml, ogpi_buffer *out);
/* Behind the root's end: nothing but blanks, comments and instructions may follow. */
int ogpi_xml_finish(ogpi_xml *xml);

/* Of the element met last; valid until the next step. */
const char *ogpi_xml_name(const ogpi_xml *xml);
const char *ogpi_xml_namespace(const ogpi_xml *xml);
/* Reads the attributes of the element met last; those not allowed are an error. The key is allocated: clear it. */
int ogpi_xml_attributes_read(ogpi_xml *xml, unsigned allowed, ogpi_xml_attributes *out);

/* The next attribute of the element met last, by its local name; false, and the element again, behind the last one.
   Both are valid until the next step. */
bool ogpi_xml_attribute_next(ogpi_xml *xml, const char **name, const char **value);

/* An error at the element met last. */
int ogpi_xml_error(const ogpi_xml *xml, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));

#if defined(__clang_analyzer__) && !defined(OGPI_ERROR_ITSELF)
#define ogpi_xml_error(xml, code, ...) (ogpi_xml_error(xml, code, __VA_ARGS__), (code)) /* as in base/error.h */
#endif

#endif
