/* SPDX-License-Identifier: MIT */
/* Values of Arrow arrays as text, as a table would hold them. */
#ifndef OGPI_ARROW_CELL_H
#define OGPI_ARROW_CELL_H

#include "base/memory.h"
#include <ogp/arrow.h>

#define OGPI_ARROW_WORD 40

/* A text of the array itself, or of `word`. NULL where the value is null. */
typedef struct ogpi_arrow_cell {
    const char *text;
    size_t length;
    char word[OGPI_ARROW_WORD];
} ogpi_arrow_cell;

/* Strings, whole and decimal numbers, truth values, days and moments, dictionaries of these. */
bool ogpi_arrow_readable(const struct ArrowSchema *schema);
/* The value at a row of a readable array. */
void ogpi_arrow_read(ogpi_arrow_cell *out, const struct ArrowSchema *schema, const struct ArrowArray *array,
                     int64_t row);

#endif
