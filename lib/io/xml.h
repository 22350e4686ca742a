/* SPDX-License-Identifier: MIT */
/* A plan as XML: what its reader and its writer share. docs/plan-format.md describes the form. */
#ifndef OGPI_IO_XML_H
#define OGPI_IO_XML_H

#include "io/plan.h"

#define OGPI_XML_PLAN "urn:ogp:plan:1"
/* Members that we do not know are written as XPath 3.1's xml-to-json() has it. */
#define OGPI_XML_JSON "http://www.w3.org/2005/xpath-functions"

int ogpi_plan_read_xml(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length, ogp_error *error);

/* `format` is no element: the namespace says it. */
static inline bool ogpi_xml_is_format(const ogpi_shape *shape, const ogpi_field *field)
{
    return shape == &ogpi_plan_shape && field == shape->fields;
}

/* XML cannot hold most control characters. A text with one is written with backslashes, as in JSON, and marked
   escaped="true". What is no escape stands for itself when it is read. */
bool ogpi_xml_needs_escape(const char *text, size_t length);
void ogpi_xml_escape(ogpi_buffer *out, const char *text, size_t length);
void ogpi_xml_unescape(ogpi_buffer *out, const char *text, size_t length);

#endif
