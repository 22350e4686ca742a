/* SPDX-License-Identifier: MIT */
/* From symbols to bits: Huffman's codes in canonical order, and the tables that read them. */
#include "rulebook/pack.h"
#include "rulebook/packer.h"
#include <stdlib.h>

typedef struct use {
    uint32_t count;
    uint16_t symbol; /* as the trainer numbers it: bytes, then pairs */
} use;

typedef struct coder {
    ogpi_packer *packer;
    use uses[OGPI_PACK_SYMBOLS]; /* by rank */
    size_t ranked, coded;          /* symbols in all; those that stand in a text themselves, which come first */
    uint16_t rank[OGPI_PACK_SYMBOLS];
    uint32_t weights[2 * OGPI_PACK_SYMBOLS];
    uint16_t parents[2 * OGPI_PACK_SYMBOLS];
    uint8_t lengths[2 * OGPI_PACK_SYMBOLS]; /* by rank */
    uint16_t codes[OGPI_PACK_SYMBOLS];      /* by rank */
    uint32_t bits;
    unsigned bit_count;
} coder;

static int by_use(const void *a, const void *b)
{
    const use *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return x->symbol - y->symbol;
}

/* Symbols by how often they stand in a text; behind them the bytes that only pairs need. */
static void rank_symbols(coder *c, const uint16_t *symbols, size_t count)
{
    const ogpi_packer *packer = c->packer;
    bool needed[OGPI_PACK_SYMBOLS] = {false};
    uint32_t counts[OGPI_PACK_SYMBOLS] = {0};
    for (size_t i = 0; i < count; i++)
        counts[symbols[i]]++;
    for (size_t i = 0; i < packer->pair_count; i++)
        needed[packer->pairs[2 * i]] = needed[packer->pairs[2 * i + 1]] = true;
    for (unsigned s = 0; s < OGPI_PACK_BYTES + packer->pair_count; s++) {
        c->coded += counts[s] > 0;
        if (counts[s] || needed[s])
            c->uses[c->ranked++] = (use){counts[s], (uint16_t)s};
    }
    qsort(c->uses, c->ranked, sizeof *c->uses, by_use);
    for (size_t i = 0; i < c->ranked; i++)
        c->rank[c->uses[i].symbol] = (uint16_t)i;
    c->packer->end = c->rank[0];
}

/* The lighter of the last leaf left and the first inner node left. */
static size_t lightest(const coder *c, size_t *leaves, size_t *inner, size_t nodes)
{
    if (*leaves > 0 && (*inner == nodes || c->weights[*leaves - 1] <= c->weights[*inner]))
        return --*leaves;
    return (*inner)++;
}

/* Lengths of codes by rank; returns the longest. */
static unsigned measure(coder *c)
{
    size_t nodes = c->coded, inner = nodes, leaves = nodes;
    unsigned longest = 1;
    while (leaves + (nodes - inner) > 1) {
        size_t a = lightest(c, &leaves, &inner, nodes), b = lightest(c, &leaves, &inner, nodes);
        c->weights[nodes] = c->weights[a] + c->weights[b];
        c->parents[a] = c->parents[b] = (uint16_t)nodes++;
    }
    c->lengths[nodes - 1] = nodes == 1;
    for (size_t i = nodes - 1; i-- > 0;) {
        c->lengths[i] = (uint8_t)(c->lengths[c->parents[i]] + 1);
        longest = c->lengths[i] > longest ? c->lengths[i] : longest;
    }
    return longest;
}

/* Rare symbols are made less rare until no code is too long. */
static void choose_lengths(coder *c)
{
    for (size_t i = 0; i < c->coded; i++)
        c->weights[i] = c->uses[i].count;
    while (measure(c) > OGPI_PACK_LONGEST)
        for (size_t i = 0; i < c->coded; i++)
            c->weights[i] = c->weights[i] / 2 + 1;
}

static void number_codes(coder *c)
{
    uint32_t code = 0;
    size_t rank = 0;
    for (unsigned length = 1; length <= OGPI_PACK_LONGEST; length++) {
        c->packer->ranks[length] = (uint32_t)rank - code;
        for (; rank < c->coded && c->lengths[rank] == length; rank++)
            c->codes[rank] = (uint16_t)code++;
        c->packer->limits[length] = code << (OGPI_PACK_LONGEST - length);
        code <<= 1;
    }
}

static void find_shortest(ogpi_packer *packer)
{
    for (uint32_t start = 0; start < 16; start++) {
        uint8_t length = 1;
        while (length < OGPI_PACK_LONGEST && packer->limits[length] <= start << (OGPI_PACK_LONGEST - 4))
            length++;
        packer->shortest[start] = length;
    }
}

static void write_symbols(coder *c)
{
    for (size_t i = 0; i < c->ranked; i++) {
        unsigned s = c->uses[i].symbol, first = OGPI_PACK_BYTE, second = s;
        if (s >= OGPI_PACK_BYTES) {
            const uint16_t *pair = c->packer->pairs + 2 * (s - OGPI_PACK_BYTES);
            first = c->rank[pair[0]];
            second = c->rank[pair[1]];
        }
        for (unsigned pair = first | second << 12, k = 0; k < 3; k++)
            ogpi_buffer_putc(&c->packer->symbols, (char)(pair >> 8 * k & 255));
    }
}

static void put_bits(coder *c, uint32_t bits, unsigned count)
{
    c->bits = c->bits << count | bits;
    for (c->bit_count += count; c->bit_count >= 8; c->bit_count -= 8)
        ogpi_buffer_putc(&c->packer->packed, (char)(c->bits >> (c->bit_count - 8) & 255));
}

static void write_texts(coder *c, const uint16_t *symbols)
{
    ogpi_packer *packer = c->packer;
    for (size_t i = 0; i < packer->texts.count; i += strlen(packer->texts.data + i) + 1) {
        packer->offsets[i] = 8 * (uint32_t)packer->packed.length + c->bit_count;
        do
            put_bits(c, c->codes[c->rank[*symbols]], c->lengths[c->rank[*symbols]]);
        while (*symbols++ != 0);
    }
    put_bits(c, 0, 15); /* a reader looks three bytes ahead */
    put_bits(c, 0, 16);
}

bool ogpi_packer_encode(ogpi_packer *packer, const uint16_t *symbols, size_t count)
{
    coder *c = ogpi_calloc(NULL, 1, sizeof *c);
    if (!c)
        return false;
    c->packer = packer;
    rank_symbols(c, symbols, count);
    if (c->coded > 0) {
        choose_lengths(c);
        number_codes(c);
        find_shortest(packer);
        write_symbols(c);
        write_texts(c, symbols);
    }
    ogpi_free(NULL, c);
    return !packer->symbols.failed && !packer->packed.failed;
}
