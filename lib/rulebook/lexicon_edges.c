/* SPDX-License-Identifier: MIT */
#include "rulebook/lexicon_edges.h"

int ogpi_edges_init(ogpi_edge_lists *x, ogpi_lexicon_out *out, size_t nodes)
{
    *x = (ogpi_edge_lists){.out = out, .begin = (uint32_t)out->half_count};
    x->last = ogpi_calloc(out->allocator, nodes, sizeof *x->last);
    return x->last ? 0 : -1;
}

void ogpi_edges_clear(ogpi_edge_lists *x)
{
    ogpi_free(x->out->allocator, x->last);
    ogpi_free(x->out->allocator, x->before);
}

/* The number of the first edge of such a list among those that are there; 0: none. */
static uint32_t find_list(const ogpi_edge_lists *x, const uint16_t *edges, uint32_t count)
{
    const uint16_t *written = x->out->halves + x->begin;
    for (uint32_t number = x->last[edges[1]]; number; number = x->before[number - 1])
        if (number - 1 + count <= x->count &&
            memcmp(written + 2 * (size_t)(number - 1), edges, 2 * (size_t)count * sizeof *edges) == 0)
            return number;
    return 0;
}

/* Room for one more, of which none is before; the number of it, 0 without memory. */
static uint32_t put_edge(ogpi_edge_lists *x, uint16_t symbol, uint16_t node)
{
    ogpi_lexicon_out *out = x->out;
    void *before = x->before;
    uint32_t at = ogpi_out_halves(out, 2);
    out->failed |= !ogpi_grow(out->allocator, &before, &x->capacity, x->count + 1, sizeof *x->before);
    x->before = before;
    if (out->failed)
        return 0;
    out->halves[at] = symbol;
    out->halves[at + 1] = node;
    x->before[x->count] = 0;
    return ++x->count;
}

static void add_edge(ogpi_edge_lists *x, uint16_t symbol, uint16_t node)
{
    uint32_t number = put_edge(x, symbol, node);
    if (!number)
        return;
    x->before[number - 1] = x->last[node];
    x->last[node] = number;
}

uint32_t ogpi_edges_add(ogpi_edge_lists *x, const uint16_t *edges, uint32_t count)
{
    uint32_t found = count && count < OGPI_NODE_MANY && !x->out->failed ? find_list(x, edges, count) : 0;
    if (found || !count)
        return found ? found - 1 : 0;
    if (count >= OGPI_NODE_MANY)
        put_edge(x, 0, (uint16_t)count); /* in front of the list; no symbol is 0 */
    uint32_t first = x->count;
    for (uint32_t i = 0; i < count; i++)
        add_edge(x, edges[2 * (size_t)i], edges[2 * (size_t)i + 1]);
    return first;
}
