/* SPDX-License-Identifier: MIT */
/* A row of OGP's tables as a commitment: its title, full text, dates, lead and supporting institution. */
#ifndef OGPI_ROW_COMMITMENT_H
#define OGPI_ROW_COMMITMENT_H

#include "dataset/table.h"
#include "model/model.h"
#include "text/text.h"

typedef struct ogpi_row_commitment {
    ogp_commitment commitment; /* texts are borrowed from the row */
    ogpi_scanner *scanner;     /* for dates in words */
    ogpi_text_item items[4];
    ogp_institution supporting;
    ogpi_table *table;
    int title, text, lead, support, start, end; /* slots */
} ogpi_row_commitment;

/* Before the first row: says which columns are needed. */
int ogpi_row_commitment_open(ogpi_row_commitment *out, ogpi_table *table, const ogp_context *context, ogp_error *error);
void ogpi_row_commitment_close(ogpi_row_commitment *row);
/* Good until the next row. */
const ogp_commitment *ogpi_row_commitment_take(ogpi_row_commitment *out, const ogpi_table_row *row);

/* A date as the tables write it: "31/12/2013", "7/2013", "43525", "Jul-12", "End of 2014". False where there is
   none. */
bool ogpi_table_date(ogp_edtf *out, const char *text, size_t length, bool month_first, ogpi_scanner *scanner);

#endif
