/* SPDX-License-Identifier: MIT */
/* What must be known of an XML text before a parser may see it, and where in it something stands. */
#ifndef OGPI_XML_SCAN_H
#define OGPI_XML_SCAN_H

#include <ogp/context.h>

/* Refuses what would cost too much or reach beyond the text: a DOCTYPE, too deep or too many elements and attributes, an
   encoding other than UTF-8. Takes the text as it comes; what is not well-formed is left to the parser to say. */
int ogpi_xml_scan(const char *text, size_t length, const ogp_limits *limits, ogp_error *error);
/* The place of the n-th start tag, from 1, in a text that parsed so far. 0, 0 when there is none. */
void ogpi_xml_locate(const char *text, size_t length, size_t ordinal, unsigned *line, unsigned *column);

#endif
