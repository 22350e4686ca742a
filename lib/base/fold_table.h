/* SPDX-License-Identifier: MIT */
/* What U+0080 to U+07FF fold to: one of the marks below, a code point, or two ASCII letters; and whether they are upper
 * case. */
#ifndef OGPI_FOLD_TABLE_H
#define OGPI_FOLD_TABLE_H

#include <stdint.h>

enum { OGPI_FOLD_MARK = 1, OGPI_FOLD_HIDDEN = 2, OGPI_FOLD_SPACE = 3, OGPI_FOLD_PUNCT = 4 };

/* Flags, and what is left without them. */
enum { OGPI_FOLD_UPPER = 0x4000, OGPI_FOLD_PAIR = 0x8000, OGPI_FOLD_POINT = 0x3FFF };

extern const uint16_t ogpi_fold_table[0x780];

#endif
