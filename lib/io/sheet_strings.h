/* SPDX-License-Identifier: MIT */
/* The strings of a workbook that its cells point to. */
#ifndef OGPI_SHEET_STRINGS_H
#define OGPI_SHEET_STRINGS_H

#include "io/archive.h"
#include "io/xml_pull.h"

typedef struct ogpi_sheet_strings {
    ogpi_buffer bytes;
    size_t *ends;
    size_t count, capacity;
} ogpi_sheet_strings;

/* Text of a string item or of a cell's own string (<si>, <is>): its runs, without phonetic ones; added to the
   buffer. */
int ogpi_sheet_text(ogpi_xml *xml, ogpi_buffer *scratch, ogpi_buffer *out);
/* Reads the part. All strings together may take as much as a document in memory. */
int ogpi_sheet_strings_read(ogpi_sheet_strings *strings, ogpi_archive *archive, const char *part,
                            const ogp_limits *limits, const ogp_allocator *allocator, ogp_error *error);
void ogpi_sheet_strings_clear(ogpi_sheet_strings *strings);
/* NULL past the end. */
const char *ogpi_sheet_strings_at(const ogpi_sheet_strings *strings, size_t index, size_t *length);

#endif
