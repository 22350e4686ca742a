/* SPDX-License-Identifier: MIT */
/* Encodings that spreadsheets write, into UTF-8. */
#ifndef OGPI_CSV_ENCODING_H
#define OGPI_CSV_ENCODING_H

#include "io/csv.h"

/* Tells the encoding from the first bytes; *bom is the length of a byte order mark to skip. */
ogpi_csv_encoding ogpi_csv_detect(const char *bytes, size_t length, size_t *bom);
/* The separator of the first records: the one of , ; tab | that stands equally often, outside quotes, in most of them;
   of two such, or in a single record, the more frequent one. */
char ogpi_csv_detect_separator(const char *bytes, size_t length);
/* "a ZIP archive (an Excel workbook?)" and the like when the bytes are no table at all, else NULL. */
const char *ogpi_csv_detect_foreign(const char *bytes, size_t length);
/* UTF-16 into UTF-8: reads whole units of in[0..length), writes at most 3 bytes for 2; *used tells how much was read
   (a cut pair stays unless `last`). Lone surrogates become U+FFFD. */
size_t ogpi_utf16_decode(const char *in, size_t length, bool big, bool last, char *out, size_t *used);
/* One byte of Windows-1252. */
uint32_t ogpi_windows_1252(unsigned char byte);

#endif
