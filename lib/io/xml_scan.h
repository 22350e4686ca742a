/* SPDX-License-Identifier: MIT */
/* What must be known of an XML text before a parser may see it, and where in it something stands. */
#ifndef OGPI_XML_SCAN_H
#define OGPI_XML_SCAN_H

#include <ogp/context.h>
#include <stdbool.h>

/* From one piece of markup to the next. */
typedef struct ogpi_xml_cursor {
    const char *text;
    size_t length;
    size_t at;       /* behind the markup met last */
    size_t tags;     /* start tags met */
    size_t members;  /* elements and attributes met */
    const char *why; /* of BROKEN */
} ogpi_xml_cursor;

typedef enum ogpi_xml_markup {
    OGPI_XML_END,         /* of the text */
    OGPI_XML_START_TAG,
    OGPI_XML_EMPTY_TAG,   /* <x/> */
    OGPI_XML_END_TAG,
    OGPI_XML_DECLARATION, /* <!DOCTYPE and its kin */
    OGPI_XML_OTHER,       /* comment, CDATA section, instruction */
    OGPI_XML_BROKEN       /* not closed, or not as XML has it */
} ogpi_xml_markup;

/* Goes behind the next piece of markup; *start is where it began. */
ogpi_xml_markup ogpi_xml_next(ogpi_xml_cursor *cursor, size_t *start);

/* Refuses what would cost too much or reach beyond the text: a DOCTYPE, too deep or too many elements and attributes,
   an encoding other than UTF-8. Takes the text as it comes; what else is not well-formed is left to the parser to
   say. */
int ogpi_xml_scan(const char *text, size_t length, const ogp_limits *limits, ogp_error *error);
/* The place of the n-th start tag, from 1, in a text that parsed so far. 0, 0 when there is none. */
void ogpi_xml_locate(const char *text, size_t length, size_t ordinal, unsigned *line, unsigned *column);
/* True when the first byte that is no blank says XML. */
bool ogpi_xml_begins(const char *text, size_t length);

#endif
