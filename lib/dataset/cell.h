/* SPDX-License-Identifier: MIT */
/* What a cell means: a code, a level, a missing word. */
#ifndef OGPI_CELL_H
#define OGPI_CELL_H

#include "io/csv.h"
#include "rules/irm.h"

/* The last spellings seen in a column, so that each is looked up once. */
enum { OGPI_CELL_MEMO = 16, OGPI_CELL_MEMO_TEXT = 44 };
typedef struct ogpi_cell_memo {
    struct {
        uint16_t length; /* 0: free */
        int16_t value;
        char text[OGPI_CELL_MEMO_TEXT];
    } entries[OGPI_CELL_MEMO];
} ogpi_cell_memo;

/* A whole number, also spelt "3.0": true and *out. */
bool ogpi_cell_int(const char *text, size_t length, int *out);
/* A cell of a column with numbers or codes: the number, a missing word, or OGP_MISSING_UNKNOWN. */
int ogpi_cell_number(const ogpi_irm *irm, const ogpi_irm_column *column, const ogpi_csv_cell *cell,
                     ogpi_cell_memo *memo);
/* A cell of a column with labels: the index of a level, or a missing word. */
int ogpi_cell_level(const ogpi_irm *irm, const ogpi_irm_column *column, const ogpi_csv_cell *cell,
                    ogpi_cell_memo *memo);
/* A commitment's number as spreadsheets spoil it ("4.0999999999999996" is 4.1): true when `out` holds another one. */
#define OGPI_NUMBER_SIZE 32
bool ogpi_cell_repair(const char *text, size_t length, char out[OGPI_NUMBER_SIZE]);

#endif
