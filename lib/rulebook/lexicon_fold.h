/* SPDX-License-Identifier: MIT */
/* Folding the trie of phrases: branches that say the same become one. */
#ifndef OGPI_LEXICON_FOLD_H
#define OGPI_LEXICON_FOLD_H

#include "rulebook/lexicon_write.h"

/* Writes nodes and edges, and adds to what languages share. By the builder's number of a word: `renumbered` gives its
   number in the lexicon, `groups` that of its node; `node_of` receives that node. */
int ogpi_lexicon_fold(ogpi_lexicon_out *out, uint32_t *head, ogpi_builder *builder, const uint32_t *renumbered,
                      const uint32_t *groups, uint32_t *node_of);

#endif
