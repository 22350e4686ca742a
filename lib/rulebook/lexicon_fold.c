/* SPDX-License-Identifier: MIT */
#include "rulebook/lexicon_fold.h"

#include "base/error.h"
#include "rulebook/image.h"
#include <stdlib.h>

typedef struct edge {
    uint32_t parent, symbol, child;
} edge;

typedef struct fold {
    ogpi_lexicon_out *out;
    uint32_t *head;
    ogpi_builder *b;
    uint32_t *same;
    edge *edges; /* but for those of the root: a word knows its own */
    size_t edge_count;
    uint32_t *signature; /* of the node at hand: its outputs and its edges */
    ogpi_pool signatures;
    uint32_t *numbers; /* node of the lexicon, by place of its signature */
    ogpi_pool outputs; /* lists of them, each once */
    ogpi_pool masks;   /* of classes */
    uint32_t node_count;
    bool failed, full;
} fold;

static int by_parent(const void *left, const void *right)
{
    const edge *a = left, *b = right;
    if (a->parent != b->parent)
        return a->parent < b->parent ? -1 : 1;
    return (a->symbol > b->symbol) - (a->symbol < b->symbol);
}

static void sort_edges(fold *f, const uint32_t *renumbered)
{
    for (uint32_t i = 2; i < f->b->node_count; i++) {
        const ogpi_build_node *node = &f->b->nodes[i];
        uint32_t symbol = node->symbol < OGPI_SYMBOL_SETS ? renumbered[node->symbol] : node->symbol;
        if (node->parent != 1)
            f->edges[f->edge_count++] = (edge){node->parent, symbol, i};
    }
    qsort(f->edges, f->edge_count, sizeof *f->edges, by_parent);
}

static int by_node(const void *left, const void *right)
{
    const ogpi_build_output *a = left, *b = right;
    if (a->node != b->node)
        return a->node < b->node ? -1 : 1;
    return (a->id > b->id) - (a->id < b->id);
}

static uint32_t add(fold *f, ogpi_pool *pool, const uint32_t *items, size_t count)
{
    uint32_t offset = 0;
    f->failed |= count && !ogpi_pool_add(pool, items, count, &offset);
    return offset;
}

static void write_edges(fold *f, const edge *edges, size_t count)
{
    uint32_t at = ogpi_out_halves(f->out, 2 * count);
    for (size_t i = 0; i < count && !f->out->failed; i++) {
        f->out->halves[at + 2 * i] = (uint16_t)edges[i].symbol;
        f->out->halves[at + 2 * i + 1] = (uint16_t)f->same[edges[i].child];
    }
}

static uint32_t edges_written(const fold *f)
{
    return (uint32_t)(f->out->half_count - f->head[OGPI_LANG_EDGES]) / 2;
}

static uint32_t pack_output(const ogpi_build_output *output)
{
    bool large = output->value >= OGPI_OUTPUT_MOST;
    return output->id | (large ? OGPI_OUTPUT_THOUSANDS : 0) | output->value / (large ? 1000 : 1) << OGPI_OUTPUT_VALUE;
}

static void write_node(fold *f, const ogpi_build_node *node, const ogpi_build_output *built, size_t output_count)
{
    uint32_t packed[OGPI_CLASS_COUNT] = {0};
    for (size_t i = 0; i < output_count; i++)
        packed[i] = pack_output(&built[i]);
    uint32_t classes[2] = {(uint32_t)node->classes, (uint32_t)(node->classes >> 32)};
    uint32_t outputs = add(f, &f->outputs, packed, output_count), mask = add(f, &f->masks, classes, 2) / 2;
    uint32_t first = edges_written(f), at = ogpi_out_cells(f->out, OGPI_NODE_CELLS);
    f->full |= outputs > 0xFFFF || first > 0xFFFF || mask > 0xFFFF;
    if (f->out->failed)
        return;
    f->out->cells[at + OGPI_NODE_PLACES] = outputs | first << 16;
    f->out->cells[at + OGPI_NODE_REST] = (uint32_t)output_count | node->shape << 8 | mask << 16;
}

/* Children come after their parent, so that they are known when it is its turn. */
static void fold_node(fold *f, uint32_t number, const ogpi_build_output *outputs, size_t output_count,
                      const edge *edges, size_t edge_count)
{
    ogpi_build_node *node = &f->b->nodes[number];
    size_t length = 0, known = f->signatures.count;
    for (size_t i = 0; i < output_count; i++) {
        f->signature[length++] = outputs[i].id;
        f->signature[length++] = outputs[i].value;
    }
    for (size_t i = 0; i < edge_count; i++) {
        f->signature[length++] = edges[i].symbol | 0x80000000u; /* no class looks like it */
        f->signature[length++] = f->same[edges[i].child];
        node->classes |= f->b->nodes[edges[i].child].classes;
    }
    uint32_t place = add(f, &f->signatures, f->signature, length);
    if (f->failed || length == 0)
        return;
    if (f->signatures.count > known) {
        f->numbers[place] = ++f->node_count;
        write_node(f, node, outputs, output_count);
        write_edges(f, edges, edge_count);
    }
    f->same[number] = f->numbers[place];
}

static void fold_nodes(fold *f)
{
    const ogpi_build_output *outputs = f->b->outputs;
    size_t edge_end = f->edge_count, output_end = f->b->output_count;
    for (uint32_t i = (uint32_t)f->b->node_count; i-- > 2 && !f->failed;) {
        size_t edge_first = edge_end, output_first = output_end;
        while (edge_first > 0 && f->edges[edge_first - 1].parent == i)
            edge_first--;
        while (output_first > 0 && outputs[output_first - 1].node == i)
            output_first--;
        fold_node(f, i, outputs + output_first, output_end - output_first, f->edges + edge_first,
                  edge_end - edge_first);
        edge_end = edge_first;
        output_end = output_first;
    }
}

static uint32_t write_pool(fold *f, const ogpi_pool *pool)
{
    uint32_t at = ogpi_out_cells(f->out, pool->count);
    if (!f->out->failed && pool->count)
        memcpy(f->out->cells + at, pool->data, pool->count * sizeof(uint32_t));
    return at;
}

static void fold_all(fold *f, const uint32_t *renumbered)
{
    const ogpi_build_node none = { 0 };
    sort_edges(f, renumbered);
    if (f->b->output_count)
        qsort(f->b->outputs, f->b->output_count, sizeof *f->b->outputs, by_node);
    f->head[OGPI_LANG_EDGES] = (uint32_t)f->out->half_count;
    f->head[OGPI_LANG_NODES] = ogpi_out_cells(f->out, 0);
    write_node(f, &none, NULL, 0);
    fold_nodes(f);
    write_node(f, &none, NULL, 0); /* where the edges of the last one end */
    f->head[OGPI_LANG_OUTPUTS] = write_pool(f, &f->outputs);
    f->head[OGPI_LANG_MASKS] = write_pool(f, &f->masks);
}

int ogpi_lexicon_fold(ogpi_lexicon_out *out, uint32_t *head, ogpi_builder *b, const uint32_t *renumbered,
                      uint32_t *same)
{
    fold f = {.out = out, .head = head, .b = b, .same = same};
    size_t most = 2 * (b->node_count + b->output_count);
    ogpi_pool_init(&f.signatures, sizeof(uint32_t), out->allocator);
    ogpi_pool_init(&f.outputs, sizeof(uint32_t), out->allocator);
    ogpi_pool_init(&f.masks, sizeof(uint32_t), out->allocator);
    f.edges = ogpi_calloc(out->allocator, b->node_count, sizeof *f.edges);
    f.signature = ogpi_calloc(out->allocator, most, sizeof *f.signature);
    f.numbers = ogpi_calloc(out->allocator, most, sizeof *f.numbers);
    f.failed = !f.edges || !f.signature || !f.numbers;
    if (!f.failed)
        fold_all(&f, renumbered);
    ogpi_free(out->allocator, f.edges);
    ogpi_free(out->allocator, f.signature);
    ogpi_free(out->allocator, f.numbers);
    ogpi_pool_clear(&f.signatures);
    ogpi_pool_clear(&f.outputs);
    ogpi_pool_clear(&f.masks);
    if (f.failed || out->failed)
        return ogpi_error_memory(b->error);
    return f.full ? ogpi_error(b->error, OGP_ERROR_LIMIT, "too many phrases in one language") : 0;
}
