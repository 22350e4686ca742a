/* SPDX-License-Identifier: MIT */
/* Where the edges of nodes lie: a list of few of them within another one, where that holds it. */
#ifndef OGPI_LEXICON_EDGES_H
#define OGPI_LEXICON_EDGES_H

#include "rulebook/lexicon_write.h"

typedef struct ogpi_edge_lists {
    ogpi_lexicon_out *out;
    uint32_t begin, count; /* of the edges, in the halves */
    uint32_t *last;        /* by node: the number of the last edge that leads to it, from 1 on; 0: none */
    uint32_t *before;      /* by number of an edge: the one before it that leads to the same node */
    size_t capacity;
} ogpi_edge_lists;

int ogpi_edges_init(ogpi_edge_lists *lists, ogpi_lexicon_out *out, size_t nodes);
void ogpi_edges_clear(ogpi_edge_lists *lists);
/* Where the edges of a node lie: two halves each, the symbol and the node. The longest list comes first. */
uint32_t ogpi_edges_add(ogpi_edge_lists *lists, const uint16_t *edges, uint32_t count);

#endif
