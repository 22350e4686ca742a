/* SPDX-License-Identifier: MIT */
/* What a cell of a sheet shows, from what is stored. */
#ifndef OGPI_SHEET_VALUE_H
#define OGPI_SHEET_VALUE_H

#include "base/memory.h"

typedef enum ogpi_sheet_kind { OGPI_SHEET_PLAIN, OGPI_SHEET_DATE, OGPI_SHEET_TIME } ogpi_sheet_kind;

enum { OGPI_SHEET_COLUMNS = 16384, OGPI_SHEET_ROWS = 1048576 };

/* What a number format makes of a number: a day, a day with a time, or a number. */
ogpi_sheet_kind ogpi_sheet_format_kind(const char *code);
ogpi_sheet_kind ogpi_sheet_builtin_kind(size_t id);
/* "AB12" into 28 and 12, from 1; false for what is no cell of a sheet. */
bool ogpi_sheet_place(const char *text, size_t *row, size_t *column);
/* A number without exponent, binary dust and superfluous zeros, as Excel's fifteen digits show it; other text as it
   is. */
void ogpi_sheet_put_number(ogpi_buffer *out, const char *text, size_t length);
/* A number of days as "2021-12-30", with "T14:05:00" where it says a time and the format shows one; as a number where
   it is no day. */
void ogpi_sheet_put_date(ogpi_buffer *out, const char *text, size_t length, ogpi_sheet_kind kind, bool from_1904);
/* Takes out "_x000D_" and its like: characters that XML cannot hold. Works in place; the new length. */
size_t ogpi_sheet_unescape(char *text, size_t length);

#endif
