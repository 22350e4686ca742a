/* SPDX-License-Identifier: MIT */
/* Where the values of a plan stand in its XML: every member by its JSON pointer, in one walk. */
#ifndef OGPI_XML_WALK_H
#define OGPI_XML_WALK_H

#include <stddef.h>

/* A value and its bytes: the content of a string, date or text, the whole element of a record or list. A text is told
   by its own pointer and by that of its language. */
typedef void ogpi_xml_visit(void *user, const char *pointer, size_t pointer_length, size_t start, size_t end);

/* The text need not be good: what cannot be told is not told. */
void ogpi_xml_walk(const char *text, size_t length, ogpi_xml_visit *visit, void *user);

/* One character of content at raw[0..left): bytes read; the bytes that it stands for, and their number. */
size_t ogpi_xml_decode(const char *raw, size_t left, char out[4], size_t *length);

#endif
