/* SPDX-License-Identifier: MIT */
/* One folding of text for every comparison of names and words: case, Latin accents, Arabic vowel marks, tatweel and
   letter variants, digits of all scripts, presentation forms, quotes, dashes and blanks come out the same. */
#ifndef OGPI_FOLD_H
#define OGPI_FOLD_H

#include "base/memory.h"
#include <stdint.h>

typedef enum ogpi_fold_kind {
    OGPI_FOLD_LETTER,   /* letters and what joins words in other scripts */
    OGPI_FOLD_DIGIT,    /* folded to ASCII digits */
    OGPI_FOLD_BLANK,    /* blanks and line ends, folded to ' ' or '\n' */
    OGPI_FOLD_SIGN,     /* punctuation and symbols */
    OGPI_FOLD_EXTEND,   /* a combining mark: dropped, belongs to the letter before it */
    OGPI_FOLD_INVISIBLE /* a control: dropped */
} ogpi_fold_kind;

#define OGPI_FOLD_MAX 80 /* bytes that one code point folds to, at most */

typedef struct ogpi_fold {
    uint8_t kind;
    uint8_t upper;  /* the code point is an upper-case letter */
    uint8_t length; /* of bytes */
    char bytes[OGPI_FOLD_MAX];
} ogpi_fold;

/* ASCII, ready made: kind in the low 3 bits, upper in bit 3, the folded byte in bits 8-15. */
extern const uint16_t ogpi_fold_ascii[128];

/* Folds the code point at text[0..length), valid UTF-8, length > 0; returns how many bytes it takes there. */
size_t ogpi_fold_next(ogpi_fold *out, const char *text, size_t length);

/* Folds a whole text. offsets, where not NULL, gets for each byte added to `out` the offset in `text` that it comes
 * from. */
void ogpi_fold_text(ogpi_buffer *out, uint32_t *offsets, const char *text, size_t length);

/* A key for comparing names: folded, everything between words one blank, none at the ends. Invalid bytes are left
   out. */
void ogpi_fold_key(ogpi_buffer *out, const char *text, size_t length);

#endif
