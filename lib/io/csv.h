/* SPDX-License-Identifier: MIT */
/* A streaming reader of CSV: RFC 4180 and what published spreadsheets do besides. It knows bytes, quotes and
   separators, and nothing of what a table means. Memory: one row and one block, whatever the length of the file. */
#ifndef OGPI_CSV_H
#define OGPI_CSV_H

#include "base/memory.h"
#include "base/source.h"

typedef enum ogpi_csv_encoding { OGPI_CSV_UTF8, OGPI_CSV_UTF16LE, OGPI_CSV_UTF16BE } ogpi_csv_encoding;

/* A cell without its quotes, NUL-terminated; good until the next row is asked for. Bytes as in the file:
   ogpi_csv_text() makes sure of UTF-8. */
typedef struct ogpi_csv_cell {
    char *text;
    size_t length;
} ogpi_csv_cell;

typedef struct ogpi_csv_row {
    ogpi_csv_cell *cells;
    size_t count;
    size_t number; /* of the record in the file, from 1, as a spreadsheet counts */
    unsigned line; /* where it begins, from 1 */
} ogpi_csv_row;

typedef struct ogpi_csv ogpi_csv;

/* The reader takes the source over and closes it, also when it fails. Errors: MEMORY, IO, SYNTAX (not text at all). */
int ogpi_csv_open(ogpi_csv **out, const ogpi_source *source, const ogp_context *context, ogp_error *error);
void ogpi_csv_close(ogpi_csv *csv);
/* The next row: 1, 0 at the end, or an error with its line and column: SYNTAX for a quote never closed,
   LIMIT for too many columns or a cell too long. */
int ogpi_csv_next(ogpi_csv *csv, ogpi_csv_row *row, ogp_error *error);
/* The row given last will be the next one too. */
void ogpi_csv_again(ogpi_csv *csv);
/* True for what begins as a plan or a stream does, and no table: JSON with a brace or a bracket, XML with a
   declaration, a comment or the plan itself ("<br/>Country" heads a column). */
bool ogpi_csv_is_document(const char *bytes, size_t length);
/* Valid UTF-8 for a cell, in NFC: itself, or its bytes read as Windows-1252 (*converted is set). Good until the next
   row; empty where memory runs out, and the next row is then an error. */
ogpi_csv_cell ogpi_csv_text(ogpi_csv *csv, const ogpi_csv_cell *cell, bool *converted);

/* Cuts blanks of all kinds, and marks that are not seen, off both ends. */
void ogpi_csv_cut(ogpi_csv_cell *cell);

char ogpi_csv_separator(const ogpi_csv *csv);
ogpi_csv_encoding ogpi_csv_encoding_of(const ogpi_csv *csv);
size_t ogpi_csv_bytes(const ogpi_csv *csv); /* read so far, for progress */

/* Writing: one cell, quoted only where it must be. */
void ogpi_csv_write_cell(ogpi_buffer *out, const char *text, size_t length);

#endif
