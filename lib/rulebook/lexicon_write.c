/* SPDX-License-Identifier: MIT */
#include "rulebook/lexicon_write.h"

#include "base/error.h"
#include "rulebook/lexicon_fold.h"
#include "rulebook/lexicon_keys.h"
#include <stdlib.h>

/* What is worked with while a language is written. */
typedef struct writer {
    ogpi_lexicon_out *out;
    uint32_t *head;
    ogpi_builder *b;
    ogpi_sorted_word *words;
    uint32_t *renumbered; /* number in the order of words, by the builder's number; as the next two */
    uint32_t *groups;     /* where its sets are, and whether it tells the language: ogpi_lang.groups */
    uint32_t *node_of;
    uint16_t *list;
    bool full;
} writer;

/* ---- room ---- */

uint32_t ogpi_out_cells(ogpi_lexicon_out *out, size_t count)
{
    size_t at = out->cell_count;
    void *cells = out->cells;
    out->failed |= !ogpi_grow(out->allocator, &cells, &out->cell_capacity, at + count, sizeof *out->cells);
    out->cells = cells;
    if (out->failed)
        return 0;
    if (count)
        memset(out->cells + at, 0, count * sizeof *out->cells);
    out->cell_count += count;
    return (uint32_t)at;
}

uint32_t ogpi_out_halves(ogpi_lexicon_out *out, size_t count)
{
    size_t at = out->half_count;
    void *halves = out->halves;
    out->failed |= !ogpi_grow(out->allocator, &halves, &out->half_capacity, at + count, sizeof *out->halves);
    out->halves = halves;
    if (out->failed)
        return 0;
    if (count)
        memset(out->halves + at, 0, count * sizeof *out->halves);
    out->half_count += count;
    return (uint32_t)at;
}

uint32_t ogpi_out_bytes(ogpi_lexicon_out *out, const char *bytes, size_t length)
{
    uint32_t at = (uint32_t)out->bytes.length;
    ogpi_buffer_add(&out->bytes, bytes, length);
    out->failed |= out->bytes.failed;
    return at;
}

uint32_t ogpi_out_zeros(ogpi_lexicon_out *out, size_t length)
{
    uint32_t at = (uint32_t)out->bytes.length;
    char *room = ogpi_buffer_room(&out->bytes, length);
    if (room)
        memset(room, 0, length);
    out->failed |= out->bytes.failed;
    return at;
}

void ogpi_out_init(ogpi_lexicon_out *out, const ogp_allocator *allocator)
{
    *out = (ogpi_lexicon_out){.allocator = allocator};
    ogpi_buffer_init(&out->bytes, allocator);
    ogpi_buffer_init(&out->elided, allocator);
    ogpi_pool_init(&out->looks, sizeof(uint16_t), allocator);
    ogpi_pool_init(&out->masks, sizeof(uint32_t), allocator);
    ogpi_pool_init(&out->outputs, sizeof(uint32_t), allocator);
    ogpi_pool_init(&out->sets, sizeof(uint16_t), allocator);
}

void ogpi_out_clear(ogpi_lexicon_out *out)
{
    ogpi_free(out->allocator, out->cells);
    ogpi_free(out->allocator, out->halves);
    ogpi_buffer_clear(&out->bytes);
    ogpi_buffer_clear(&out->elided);
    ogpi_pool_clear(&out->looks);
    ogpi_pool_clear(&out->masks);
    ogpi_pool_clear(&out->outputs);
    ogpi_pool_clear(&out->sets);
}

static uint32_t out_halves(ogpi_lexicon_out *out, const ogpi_pool *pool)
{
    uint32_t at = ogpi_out_halves(out, pool->count);
    if (!out->failed && pool->count)
        memcpy(out->halves + at, pool->data, pool->count * sizeof(uint16_t));
    return at;
}

static uint32_t out_cells(ogpi_lexicon_out *out, const ogpi_pool *pool)
{
    uint32_t at = ogpi_out_cells(out, pool->count);
    if (!out->failed && pool->count)
        memcpy(out->cells + at, pool->data, pool->count * sizeof(uint32_t));
    return at;
}

void ogpi_out_shared(ogpi_lexicon_out *out)
{
    uint32_t looks = out_halves(out, &out->looks), sets = out_halves(out, &out->sets),
             masks = out_cells(out, &out->masks), outputs = out_cells(out, &out->outputs);
    if (out->failed)
        return;
    out->cells[OGPI_LEXICON_LOOKS] = looks;
    out->cells[OGPI_LEXICON_MASKS] = masks;
    out->cells[OGPI_LEXICON_OUTPUTS] = outputs;
    out->cells[OGPI_LEXICON_SETS] = sets;
}

/* ---- words ---- */

static int by_key(const void *left, const void *right)
{
    const ogpi_sorted_word *a = left, *b = right;
    int order = memcmp(a->key, b->key, a->length < b->length ? a->length : b->length);
    return order ? order : (a->length > b->length) - (a->length < b->length);
}

static void sort_words(writer *w)
{
    for (uint32_t i = 0; i < w->b->word_count; i++) {
        const char *key = w->b->strings->data + w->b->words[i].string;
        w->words[i] = (ogpi_sorted_word){.key = key, .length = (unsigned char)key[-1], .number = i + 1};
    }
    qsort(w->words, w->b->word_count, sizeof *w->words, by_key);
    for (uint32_t i = 0; i < w->b->word_count; i++)
        w->renumbered[w->words[i].number] = i + 1;
}

/* How many bits of a slot are left for a tag. */
static uint32_t tag_bits_of(uint32_t words)
{
    uint32_t bits = 16;
    for (uint32_t most = (words + OGPI_BLOCK_WORDS - 1) / OGPI_BLOCK_WORDS; most; most >>= 1)
        bits--;
    return bits;
}

static void write_slots(writer *w)
{
    ogpi_lexicon_out *out = w->out;
    uint32_t words = (uint32_t)w->b->word_count, buckets = (words + words / 6) / OGPI_BUCKET + 1,
             count = buckets * OGPI_BUCKET, slots = ogpi_out_halves(out, count), bits = tag_bits_of(words);
    w->head[OGPI_LANG_SLOT_COUNT] = count;
    w->head[OGPI_LANG_SLOTS] = slots;
    w->head[OGPI_LANG_TAG_BITS] = bits;
    for (uint32_t i = 0; i < words && !out->failed; i++) {
        uint32_t hash = ogpi_key_hash(w->words[i].key, w->words[i].length),
                 slot = OGPI_BUCKET_OF(hash, buckets) * OGPI_BUCKET;
        while (out->halves[slots + slot])
            slot = slot + 1 == count ? 0 : slot + 1;
        out->halves[slots + slot] = (uint16_t)((i / OGPI_BLOCK_WORDS + 1) << bits | (hash & ((1u << bits) - 1)));
    }
}

/* ---- what is known of a word ---- */

/* The sets that a word is in, ended by 0; place 0 is the empty list. */
static uint32_t sets_of(writer *w, uint32_t number)
{
    uint32_t offset = 0;
    size_t count = 0;
    for (size_t i = 0; i < w->b->member_count; i++)
        if (w->b->members[i].word == number)
            w->list[count++] = (uint16_t)w->b->members[i].symbol;
    w->list[count++] = 0;
    w->out->failed |= !ogpi_pool_add(&w->out->sets, w->list, count, &offset);
    return offset;
}

static void find_groups(writer *w)
{
    sets_of(w, 0);
    for (uint32_t i = 1; i <= w->b->word_count; i++) {
        uint32_t sets = sets_of(w, i);
        w->groups[i] = 2 * sets + w->b->words[i - 1].guess;
        w->full |= sets > UINT16_MAX / 2;
    }
}

static int write_all(writer *w)
{
    sort_words(w);
    find_groups(w);
    int status = ogpi_lexicon_fold(w->out, w->head, w->b, w->renumbered, w->groups, w->node_of);
    if (status < 0)
        return status;
    for (uint32_t i = 0; i < w->b->word_count; i++)
        w->words[i].node = w->node_of[w->words[i].number];
    w->full |= !ogpi_lexicon_write_keys(w->out, w->head, w->words, (uint32_t)w->b->word_count);
    write_slots(w);
    w->head[OGPI_LANG_AND] = w->renumbered[w->b->and_word];
    w->head[OGPI_LANG_AND_NODE] = w->node_of[w->b->and_word];
    if (w->out->failed)
        return ogpi_error_memory(w->b->error);
    return w->full ? ogpi_error(w->b->error, OGP_ERROR_LIMIT, "too many kinds of words in one language") : 0;
}

int ogpi_lexicon_write(ogpi_lexicon_out *out, uint32_t *head, ogpi_builder *b)
{
    writer w = {.out = out, .head = head, .b = b};
    w.words = ogpi_calloc(out->allocator, b->word_count + 1, sizeof *w.words);
    w.renumbered = ogpi_calloc(out->allocator, b->word_count + 1, sizeof *w.renumbered);
    w.groups = ogpi_calloc(out->allocator, b->word_count + 1, sizeof *w.groups);
    w.node_of = ogpi_calloc(out->allocator, b->word_count + 1, sizeof *w.node_of);
    w.list = ogpi_calloc(out->allocator, b->member_count + 1, sizeof *w.list);
    int status =
        w.words && w.renumbered && w.groups && w.node_of && w.list ? write_all(&w) : ogpi_error_memory(b->error);
    ogpi_free(out->allocator, w.words);
    ogpi_free(out->allocator, w.renumbered);
    ogpi_free(out->allocator, w.groups);
    ogpi_free(out->allocator, w.node_of);
    ogpi_free(out->allocator, w.list);
    return status;
}
