/* SPDX-License-Identifier: MIT */
/* What U+0080 to U+07FF fold to: one of the marks below, a code point, or two ASCII letters. */
#ifndef OGPI_FOLD_TABLE_H
#define OGPI_FOLD_TABLE_H

#include <stdint.h>

enum { OGPI_FOLD_MARK = 1, OGPI_FOLD_HIDDEN = 2, OGPI_FOLD_SPACE = 3, OGPI_FOLD_PUNCT = 4, OGPI_FOLD_PAIR = 0x8000 };

extern const uint16_t ogpi_fold_table[0x780];

#endif
