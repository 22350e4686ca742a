/* SPDX-License-Identifier: MIT */
/* Members that we do not know, in XML: maps, arrays, strings, numbers, booleans and nulls as XPath 3.1 writes JSON. */
#ifndef OGPI_XML_JSON_H
#define OGPI_XML_JSON_H

#include "io/xml.h"
#include "io/xml_pull.h"

/* The map at the element met last, as the unknown members of a record of that shape. */
int ogpi_xml_read_unknown(ogpi_xml *xml, ogpi_record *record, const ogpi_shape *shape, ogpi_arena *arena,
                          ogpi_pointer *pointer);

#endif
