/* SPDX-License-Identifier: MIT */
/* Pairs of bytes that words have often, each written as one byte that no word has: lexicon_layout.h. */
#ifndef OGPI_LEXICON_PAIRS_H
#define OGPI_LEXICON_PAIRS_H

#include "rulebook/lexicon_layout.h"
#include "rulebook/rulebook.h"

/* Strings, each ended by a 0, are written with pairs, and *length becomes what is left of them; `pairs` says for each
   byte what it stands for. False without memory. */
bool ogpi_pairs_write(uint16_t pairs[OGPI_PAIRS], uint8_t *bytes, size_t *length, const ogp_allocator *allocator);

#endif
