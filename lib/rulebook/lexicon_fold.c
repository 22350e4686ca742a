/* SPDX-License-Identifier: MIT */
#include "rulebook/lexicon_fold.h"

#include "base/error.h"
#include "rulebook/lexicon_edges.h"
#include <stdlib.h>

typedef struct edge {
    uint32_t parent, symbol, child;
} edge;

/* A node of the lexicon. */
typedef struct folded {
    uint32_t number; /* in the order in which they were found, from 1 on */
    uint32_t words;  /* that it is known of */
    uint32_t look, group;
    unsigned part; /* of the order of nodes */
    size_t first, count; /* edges */
} folded;

typedef struct fold {
    ogpi_lexicon_out *out;
    uint32_t *head;
    ogpi_builder *b;
    const uint32_t *groups; /* by the builder's number of a word */
    edge *edges;            /* but for those of the root: a word knows its own */
    size_t edge_count;
    uint32_t *signature; /* of the node at hand: its outputs, its edges, its group */
    ogpi_pool signatures;
    uint32_t *numbers; /* of a folded node, by place of its signature */
    uint32_t *same;    /* the same, by the builder's node */
    folded *nodes;
    uint32_t node_count; /* with the one that is none */
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

static uint32_t pack_output(const ogpi_build_output *output)
{
    bool large = output->value >= OGPI_OUTPUT_MOST;
    return output->id | (large ? OGPI_OUTPUT_THOUSANDS : 0) | output->value / (large ? 1000 : 1) << OGPI_OUTPUT_VALUE;
}

/* What ends at a node and where it leads, as nodes of all languages share it. */
static uint32_t add_look(fold *f, const ogpi_build_node *node, const ogpi_build_output *built, size_t count)
{
    ogpi_lexicon_out *out = f->out;
    uint32_t packed[OGPI_CLASS_COUNT] = {0}, outputs = 0, mask = 0, look = 0;
    const uint32_t classes[2] = {(uint32_t)node->classes, (uint32_t)(node->classes >> 32)};
    for (size_t i = 0; i < count; i++)
        packed[i] = pack_output(&built[i]);
    f->failed |= (count && !ogpi_pool_add(&out->outputs, packed, count, &outputs)) ||
                 !ogpi_pool_add(&out->masks, classes, 2, &mask);
    const uint16_t halves[OGPI_LOOK_HALVES] = {[OGPI_LOOK_OUTPUTS] = (uint16_t)outputs,
                                               [OGPI_LOOK_SHAPE] = (uint16_t)(count | node->shape << 8),
                                               [OGPI_LOOK_MASK] = (uint16_t)(mask / 2)};
    f->failed |= !ogpi_pool_add(&out->looks, halves, OGPI_LOOK_HALVES, &look);
    look /= OGPI_LOOK_HALVES;
    f->full |= outputs > UINT16_MAX || mask / 2 > UINT16_MAX || look >= OGPI_NODE_LOOKS;
    return look;
}

/* The folded node whose signature is at hand; `fresh` where it was not there yet. */
static folded *find_node(fold *f, size_t length, bool *fresh)
{
    size_t known = f->signatures.count;
    uint32_t place = 0;
    if (length == 0)
        return f->nodes;
    f->failed |= !ogpi_pool_add(&f->signatures, f->signature, length, &place);
    if (f->failed)
        return f->nodes;
    *fresh = f->signatures.count > known;
    if (*fresh) {
        f->numbers[place] = f->node_count++;
        f->nodes[f->numbers[place]] = (folded){.number = f->numbers[place]};
    }
    return &f->nodes[f->numbers[place]];
}

/* No class and no symbol looks like it. */
#define GROUP_FOLLOWS (UINT32_MAX - 1)

/* Children come after their parent, so that they are known when it is its turn. */
static void fold_node(fold *f, uint32_t number, const ogpi_build_output *outputs, size_t output_count,
                      size_t edge_first, size_t edge_count)
{
    ogpi_build_node *node = &f->b->nodes[number];
    uint32_t group = node->parent == 1 ? f->groups[node->symbol] : 0;
    size_t length = 0;
    bool fresh = false;
    for (size_t i = 0; i < output_count; i++) {
        f->signature[length++] = outputs[i].id;
        f->signature[length++] = outputs[i].value;
    }
    for (const edge *at = f->edges + edge_first; at < f->edges + edge_first + edge_count; at++) {
        f->signature[length++] = at->symbol | 0x80000000u; /* no class looks like it */
        f->signature[length++] = f->same[at->child];
        node->classes |= f->b->nodes[at->child].classes;
    }
    if (group) {
        f->signature[length++] = GROUP_FOLLOWS;
        f->signature[length++] = group;
    }
    folded *same = find_node(f, length, &fresh);
    if (fresh) {
        same->look = add_look(f, node, outputs, output_count);
        same->group = group;
        same->first = edge_first;
        same->count = edge_count;
    }
    f->same[number] = same->number;
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
        fold_node(f, i, outputs + output_first, output_end - output_first, edge_first, edge_end - edge_first);
        edge_end = edge_first;
        output_end = output_first;
    }
}

/* The folded node of each word, by the builder's number; one with a group alone has a node too. */
static void find_words(fold *f, uint32_t *node_of)
{
    const ogpi_build_node none = {0};
    for (uint32_t i = 1; i <= f->b->word_count && !f->failed; i++) {
        uint32_t root = f->b->words[i - 1].node;
        folded *node = &f->nodes[f->same[root]];
        bool fresh = false;
        if (!root && f->groups[i]) {
            f->signature[0] = GROUP_FOLLOWS;
            f->signature[1] = f->groups[i];
            node = find_node(f, 2, &fresh);
            node->look = fresh ? add_look(f, &none, NULL, 0) : node->look;
            node->group = f->groups[i];
        }
        node->words++;
        node_of[i] = node->number;
    }
}

static int by_words(const void *left, const void *right)
{
    const folded *a = left, *b = right;
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

static int by_part(const void *left, const void *right)
{
    const folded *a = left, *b = right;
    return a->part == b->part ? by_words(left, right) : a->part < b->part ? -1 : 1;
}

/* In the order of how many words they are known of, as the blocks of words want it, but for groups: those of the first
   OGPI_BLOCK_NODES go to the end of these, those of the others to their front. */
static void sort_nodes(fold *f)
{
    uint32_t first = 0, count = 0;
    qsort(f->nodes + 1, f->node_count - 1, sizeof *f->nodes, by_words);
    for (uint32_t i = 0; i < f->node_count; i++)
        f->nodes[i].part = f->nodes[i].group ? 1 : i < OGPI_BLOCK_NODES ? 0 : 2;
    qsort(f->nodes + 1, f->node_count - 1, sizeof *f->nodes, by_part);
    while (first < f->node_count && f->nodes[first].part == 0)
        first++;
    while (first + count < f->node_count && f->nodes[first + count].part == 1)
        count++;
    f->head[OGPI_LANG_GROUP_FIRST] = first;
    f->head[OGPI_LANG_GROUP_COUNT] = count;
    f->head[OGPI_LANG_GROUPS] = ogpi_out_halves(f->out, count);
    for (uint32_t i = 0; i < count && !f->out->failed; i++)
        f->out->halves[f->head[OGPI_LANG_GROUPS] + i] = (uint16_t)f->nodes[first + i].group;
}

/* f->numbers receives the places of nodes; the edges as they are written. */
static uint16_t *number_nodes(fold *f)
{
    uint16_t *written = ogpi_calloc(f->out->allocator, f->edge_count + 1, 2 * sizeof *written);
    for (uint32_t i = 0; i < f->node_count; i++)
        f->numbers[f->nodes[i].number] = i;
    for (size_t i = 0; written && i < f->edge_count; i++) {
        written[2 * i] = (uint16_t)f->edges[i].symbol;
        written[2 * i + 1] = (uint16_t)f->numbers[f->same[f->edges[i].child]];
    }
    return written;
}

static void write_node(fold *f, uint32_t nodes, uint32_t i, uint32_t edges)
{
    const folded *node = &f->nodes[i];
    uint32_t count = node->count < OGPI_NODE_MANY ? (uint32_t)node->count : OGPI_NODE_MANY;
    uint16_t *half = f->out->halves + nodes + (size_t)i * OGPI_NODE_HALVES;
    half[OGPI_NODE_EDGES] = (uint16_t)edges;
    half[OGPI_NODE_LOOK] = (uint16_t)(count << OGPI_NODE_COUNT | node->look);
}

static int by_count(const void *left, const void *right)
{
    const folded *a = *(folded *const *)left, *b = *(folded *const *)right;
    return a->count == b->count ? (a > b) - (a < b) : a->count > b->count ? -1 : 1;
}

/* Nodes with many edges first: within theirs there is room for those of others. */
static void write_in_order(fold *f, uint32_t nodes, folded **order, const uint16_t *written, ogpi_edge_lists *lists)
{
    for (uint32_t i = 0; i < f->node_count; i++)
        order[i] = &f->nodes[i];
    qsort(order, f->node_count, sizeof(folded *), by_count);
    for (uint32_t i = 0; i < f->node_count && !f->out->failed; i++) {
        uint32_t edges = ogpi_edges_add(lists, written + 2 * order[i]->first, (uint32_t)order[i]->count);
        write_node(f, nodes, (uint32_t)(order[i] - f->nodes), edges);
    }
}

static void write_nodes(fold *f)
{
    const ogp_allocator *allocator = f->out->allocator;
    uint32_t nodes = ogpi_out_halves(f->out, (size_t)f->node_count * OGPI_NODE_HALVES);
    uint16_t *written = number_nodes(f);
    folded **order = ogpi_calloc(allocator, f->node_count, sizeof(folded *));
    ogpi_edge_lists lists;
    f->failed |= ogpi_edges_init(&lists, f->out, f->node_count) || !written || !order;
    f->head[OGPI_LANG_NODES] = nodes;
    f->head[OGPI_LANG_EDGES] = lists.begin;
    if (!f->failed && !f->out->failed)
        write_in_order(f, nodes, order, written, &lists);
    f->full |= lists.count > UINT16_MAX || f->node_count > UINT16_MAX;
    ogpi_edges_clear(&lists);
    ogpi_free(allocator, written);
    ogpi_free(allocator, order);
}

static void fold_all(fold *f, const uint32_t *renumbered, uint32_t *node_of)
{
    const ogpi_build_node none = {0};
    f->nodes[f->node_count++].look = add_look(f, &none, NULL, 0);
    sort_edges(f, renumbered);
    if (f->b->output_count)
        qsort(f->b->outputs, f->b->output_count, sizeof *f->b->outputs, by_node);
    fold_nodes(f);
    find_words(f, node_of);
    if (f->failed)
        return;
    sort_nodes(f);
    write_nodes(f);
    for (uint32_t i = 1; i <= f->b->word_count; i++)
        node_of[i] = f->numbers[node_of[i]];
}

int ogpi_lexicon_fold(ogpi_lexicon_out *out, uint32_t *head, ogpi_builder *b, const uint32_t *renumbered,
                      const uint32_t *groups, uint32_t *node_of)
{
    fold f = {.out = out, .head = head, .b = b, .groups = groups};
    size_t nodes = b->node_count + b->word_count + 1, most = 2 * (nodes + b->node_count + b->output_count);
    ogpi_pool_init(&f.signatures, sizeof(uint32_t), out->allocator);
    f.edges = ogpi_calloc(out->allocator, b->node_count, sizeof *f.edges);
    f.nodes = ogpi_calloc(out->allocator, nodes, sizeof *f.nodes);
    f.same = ogpi_calloc(out->allocator, b->node_count, sizeof *f.same);
    f.signature = ogpi_calloc(out->allocator, most, sizeof *f.signature);
    f.numbers = ogpi_calloc(out->allocator, most, sizeof *f.numbers);
    f.failed = !f.edges || !f.nodes || !f.same || !f.signature || !f.numbers;
    if (!f.failed)
        fold_all(&f, renumbered, node_of);
    ogpi_free(out->allocator, f.edges);
    ogpi_free(out->allocator, f.nodes);
    ogpi_free(out->allocator, f.same);
    ogpi_free(out->allocator, f.signature);
    ogpi_free(out->allocator, f.numbers);
    ogpi_pool_clear(&f.signatures);
    if (f.failed || out->failed)
        return ogpi_error_memory(b->error);
    return f.full ? ogpi_error(b->error, OGP_ERROR_LIMIT, "too many phrases in one language") : 0;
}
