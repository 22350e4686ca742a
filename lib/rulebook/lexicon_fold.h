/* SPDX-License-Identifier: MIT */
/* Folding the trie of phrases: branches that say the same become one. */
#ifndef OGPI_LEXICON_FOLD_H
#define OGPI_LEXICON_FOLD_H

#include "rulebook/lexicon_write.h"

/* Writes nodes, edges and outputs. `renumbered` gives the number of a word in the lexicon by the builder's; `same`
   receives the node of the lexicon for each of the builder's. */
int ogpi_lexicon_fold(ogpi_lexicon_out *out, uint32_t *head, ogpi_builder *builder, const uint32_t *renumbered,
                      uint32_t *same);

#endif
