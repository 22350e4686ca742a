/* SPDX-License-Identifier: MIT */
/* Rows as csv (RFC 4180), ndjson, json (one array of objects) or text (columns in line, right when numbers).
   Rows leave as they come; only text waits for the last one, since its columns are as wide as the widest cell. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "tools/command.h"

/* For the formats of a command, in the order wanted. */
#define CLI_TABLE_FORMATS "csv|ndjson|json|text"

typedef struct cli_table {
    cli_out *out;
    const char *const *columns;
    size_t column_count;
    int format;
    size_t column; /* the next cell's */
    size_t rows;
    ogpi_buffer text; /* waiting cells, each ended by NUL, for text */
} cli_table;

/* The call's format decides. `columns` must live as long as the table. */
void cli_table_begin(cli_table *table, cli_call *call, const char *const *columns, size_t column_count);
/* Cells of a row, from the left. Texts are UTF-8; NULL is a blank: nothing in csv, null in JSON. */
void cli_table_text(cli_table *table, const char *text);
void cli_table_text_n(cli_table *table, const char *text, size_t length);
void cli_table_int(cli_table *table, long long value);
/* A number already spelt ("2.5"). */
void cli_table_number(cli_table *table, const char *spelling);
void cli_table_blank(cli_table *table);
/* A code that is written as a number where it is one (1, 0, -3) and as text else ("NR"). */
void cli_table_code(cli_table *table, const char *code);
/* Ends a row; cells not given are blank. False when writing makes no sense any more: stop. */
bool cli_table_row(cli_table *table);
/* Ends the table. Also after a failure: it frees. */
void cli_table_end(cli_table *table);

#endif
