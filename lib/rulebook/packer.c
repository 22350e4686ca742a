/* SPDX-License-Identifier: MIT */
/* Byte pair encoding: again and again the commonest pair of symbols becomes a symbol of its own. */
#include "rulebook/packer.h"

#define LEAST_OCCURRENCES 3

typedef struct trainer {
    uint16_t *symbols; /* of all texts, each ended by 0 */
    size_t count;
    uint32_t *occurrences; /* by pair */
    uint32_t *pairs;       /* those met so far, each once */
    size_t pair_count, pair_capacity;
    uint8_t depth[OGPI_PACK_SYMBOLS];
    bool failed;
} trainer;

static uint32_t pair_of(unsigned first, unsigned second)
{
    return first << 12 | second;
}

static void more(trainer *t, unsigned first, unsigned second)
{
    uint32_t pair = pair_of(first, second);
    void *pairs = t->pairs;
    if (!first || !second)
        return;
    if (t->occurrences[pair]++ > 0)
        return;
    t->failed |= !ogpi_grow(NULL, &pairs, &t->pair_capacity, t->pair_count + 1, sizeof *t->pairs);
    t->pairs = pairs;
    if (!t->failed)
        t->pairs[t->pair_count++] = pair;
}

static void fewer(trainer *t, unsigned first, unsigned second)
{
    if (first && second)
        t->occurrences[pair_of(first, second)]--;
}

/* The commonest pair, the lowest of equals; 0 when none is worth a symbol. Forgets pairs that are gone. */
static uint32_t commonest(trainer *t)
{
    uint32_t best = 0, most = LEAST_OCCURRENCES - 1;
    size_t kept = 0;
    for (size_t i = 0; i < t->pair_count; i++) {
        uint32_t pair = t->pairs[i], occurrences = t->occurrences[pair];
        if (occurrences == 0)
            continue;
        t->pairs[kept++] = pair;
        if (t->depth[pair >> 12] >= OGPI_PACK_DEPTH || t->depth[pair & 4095] >= OGPI_PACK_DEPTH)
            continue;
        if (occurrences > most || (occurrences == most && pair < best)) {
            best = pair;
            most = occurrences;
        }
    }
    t->pair_count = kept;
    return best;
}

/* Puts a symbol in the place of a pair, wherever it stands. */
static void replace(trainer *t, uint32_t pair, uint16_t symbol)
{
    uint16_t first = (uint16_t)(pair >> 12), second = pair & 4095;
    uint16_t *s = t->symbols;
    size_t end = 0;
    for (size_t i = 0; i < t->count; i++) {
        if (i + 1 == t->count || s[i] != first || s[i + 1] != second) {
            s[end++] = s[i];
            continue;
        }
        unsigned before = end ? s[end - 1] : 0, after = i + 2 < t->count ? s[i + 2] : 0;
        fewer(t, before, first);
        fewer(t, first, second);
        fewer(t, second, after);
        more(t, before, symbol);
        more(t, symbol, after);
        s[end++] = symbol;
        i++;
    }
    t->count = end;
}

static void learn(trainer *t, ogpi_packer *packer)
{
    for (size_t i = 0; i + 1 < t->count; i++)
        more(t, t->symbols[i], t->symbols[i + 1]);
    for (unsigned symbol = OGPI_PACK_BYTES; symbol < OGPI_PACK_SYMBOLS && !t->failed; symbol++) {
        uint32_t pair = commonest(t);
        if (!pair)
            return;
        uint8_t a = t->depth[pair >> 12], b = t->depth[pair & 4095];
        t->depth[symbol] = (uint8_t)((a > b ? a : b) + 1);
        packer->pairs[2 * packer->pair_count] = (uint16_t)(pair >> 12);
        packer->pairs[2 * packer->pair_count + 1] = pair & 4095;
        packer->pair_count++;
        replace(t, pair, (uint16_t)symbol);
    }
}

bool ogpi_packer_train(ogpi_packer *packer)
{
    trainer t = {.count = packer->texts.count};
    t.symbols = ogpi_calloc(NULL, t.count + 1, sizeof *t.symbols);
    t.occurrences = ogpi_calloc(NULL, (size_t)1 << 24, sizeof *t.occurrences);
    packer->offsets = ogpi_calloc(NULL, t.count + 1, sizeof *packer->offsets);
    packer->pairs = ogpi_calloc(NULL, OGPI_PACK_SYMBOLS, 2 * sizeof *packer->pairs);
    t.failed = !t.symbols || !t.occurrences || !packer->offsets || !packer->pairs;
    for (size_t i = 0; !t.failed && i < t.count; i++)
        t.symbols[i] = (unsigned char)packer->texts.data[i];
    if (!t.failed)
        learn(&t, packer);
    t.failed = t.failed || !ogpi_packer_encode(packer, t.symbols, t.count);
    ogpi_free(NULL, t.symbols);
    ogpi_free(NULL, t.occurrences);
    ogpi_free(NULL, t.pairs);
    return !t.failed;
}

bool ogpi_packer_add(void *user, const char *texts, size_t size, uint32_t *offset)
{
    ogpi_packer *packer = user;
    size_t known = packer->texts.count;
    uint32_t at = 0;
    *offset = 0;
    if (!ogpi_pool_add(&packer->texts, texts, size, &at) || (packer->offsets && at >= known))
        return false;
    if (packer->offsets)
        *offset = packer->offsets[at];
    return true;
}

void ogpi_packer_init(ogpi_packer *packer)
{
    memset(packer, 0, sizeof *packer);
    ogpi_pool_init(&packer->texts, 1, NULL);
    ogpi_buffer_init(&packer->symbols, NULL);
    ogpi_buffer_init(&packer->packed, NULL);
}

void ogpi_packer_clear(ogpi_packer *packer)
{
    ogpi_pool_clear(&packer->texts);
    ogpi_buffer_clear(&packer->symbols);
    ogpi_buffer_clear(&packer->packed);
    ogpi_free(NULL, packer->offsets);
    ogpi_free(NULL, packer->pairs);
}
