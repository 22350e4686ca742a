/* SPDX-License-Identifier: MIT */
/* The header of a table of country-years. */
#ifndef OGPI_ELIGIBILITY_COLUMNS_H
#define OGPI_ELIGIBILITY_COLUMNS_H

#include "io/csv.h"
#include "rules/eligibility.h"

enum { OGPI_ELI_HEADER = 256, OGPI_ELI_NAME = 64 };

typedef struct ogpi_eligibility_columns {
    size_t count;                              /* of the header's cells */
    char names[OGPI_ELI_HEADER][OGPI_ELI_NAME]; /* as the table spells them, cut */
    int country, year, member, un_member;      /* index, or -1 */
    int of_cell[OGPI_ELI_CELLS];
} ogpi_eligibility_columns;

/* `path` is the header's. Columns that are missing, unknown or refused are findings. FORMAT when it is no header of
   country-years. */
int ogpi_eligibility_columns_read(ogpi_eligibility_columns *out, const ogpi_eligibility_rules *rules, ogpi_csv *csv,
                                  const ogpi_csv_row *row, const char *path, ogpi_report_builder *report,
                                  ogp_error *error);

#endif
