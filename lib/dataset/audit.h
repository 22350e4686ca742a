/* SPDX-License-Identifier: MIT */
/* Published figures against recomputed ones. */
#ifndef OGPI_AUDIT_H
#define OGPI_AUDIT_H

#include "dataset/table.h"

/* One difference. Strings are good during the call. */
typedef struct ogpi_difference {
    const char *name;       /* of the row */
    const char *column;     /* as the file names it */
    const char *published;
    const char *recomputed;
    const char *why;
} ogpi_difference;

typedef void (*ogpi_audit_fn)(const ogpi_difference *difference, const ogpi_table_row *row, void *user);

typedef struct ogpi_audit ogpi_audit;
/* Before the first row: asks the table for all it needs. */
int ogpi_audit_open(ogpi_audit **out, ogpi_table *table, const ogp_context *context, ogp_error *error);
int ogpi_audit_row(ogpi_audit *audit, const ogpi_table_row *row, ogpi_audit_fn each, void *user, ogp_error *error);
/* Figures compared so far. */
size_t ogpi_audit_compared(const ogpi_audit *audit);
void ogpi_audit_close(ogpi_audit *audit);

#endif
