/* SPDX-License-Identifier: MIT */
/* The words of a language as blocks of keys: lexicon_layout.h. */
#ifndef OGPI_LEXICON_KEYS_H
#define OGPI_LEXICON_KEYS_H

#include "rulebook/lexicon_write.h"

typedef struct ogpi_sorted_word {
    const char *key;
    size_t length;
    uint32_t number; /* the builder's */
    uint32_t node;
} ogpi_sorted_word;

/* Writes the keys of words in the order of these, and where they are into the head. Whether the blocks are where the
   halves can tell; `out` says whether there was memory. */
bool ogpi_lexicon_write_keys(ogpi_lexicon_out *out, uint32_t *head, const ogpi_sorted_word *words, uint32_t count);

#endif
