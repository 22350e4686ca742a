/* SPDX-License-Identifier: MIT */
/* Which column of a table is what. Editions are told apart by the names in their header, never by file names. */
#ifndef OGPI_HEADER_H
#define OGPI_HEADER_H

#include "io/csv.h"
#include "rules/irm.h"

typedef enum ogpi_role {
    OGPI_ROLE_UNKNOWN, /* not understood */
    OGPI_ROLE_IGNORED, /* understood, of no use here */
    OGPI_ROLE_VALUE,   /* a value, or the label of a coded variable */
    OGPI_ROLE_CODE     /* the code of a variable that has a label too */
} ogpi_role;

typedef struct ogpi_header_column {
    const char *name; /* as in the file, blanks at the ends cut */
    int slot;         /* of ogpi_irm, or -1 */
    ogpi_role role;
    int twin; /* an earlier column with the same slot and role, or -1: then this one is not read */
} ogpi_header_column;

typedef struct ogpi_header {
    const char *edition; /* "irm-2016" ..., "unknown" */
    ogpi_rb rb;          /* tables/editions/<edition> */
    bool process;        /* rows are plans, not commitments */
    ogpi_header_column *columns;
    size_t count, known, unknown;
    size_t row;        /* record number of the header */
    int *value_column; /* by slot: column of the value or label, or -1 */
    int *code_column;  /* by slot: column of the code, or -1 */
} ogpi_header;

/* How many cells of a row are names of columns, and whether one of them tells of a country. */
size_t ogpi_header_score(const ogpi_irm *irm, const ogpi_csv_row *row, size_t *filled, bool *country);
/* Takes a row for the header. Memory is in the arena. FORMAT when a needed column is missing: the error names it. */
int ogpi_header_take(ogpi_header *out, const ogpi_irm *irm, const ogpi_csv_row *row, ogpi_arena *arena,
                     ogp_error *error);

#endif
