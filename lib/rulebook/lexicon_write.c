/* SPDX-License-Identifier: MIT */
#include "rulebook/lexicon_write.h"

#include "base/error.h"
#include "rulebook/image.h"
#include "rulebook/lexicon_fold.h"
#include <stdlib.h>

typedef struct sorted_word {
    const char *key;
    size_t length;
    uint32_t number; /* the builder's */
} sorted_word;

/* What is worked with while a language is written. */
typedef struct writer {
    ogpi_lexicon_out *out;
    uint32_t *head;
    ogpi_builder *b;
    sorted_word *words;
    uint32_t *renumbered; /* number in the order of words, by the builder's number */
    uint32_t *same;       /* node of the lexicon, by the builder's */
    uint32_t *begin;      /* of each block of keys, in the bytes */
    uint16_t *list;
    ogpi_pool sets;
    ogpi_pool kinds;
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

static uint32_t out_pool(ogpi_lexicon_out *out, const ogpi_pool *halves)
{
    uint32_t at = ogpi_out_halves(out, halves->count);
    if (!out->failed && halves->count)
        memcpy(out->halves + at, halves->data, halves->count * sizeof(uint16_t));
    return at;
}

/* ---- words ---- */

static int by_key(const void *left, const void *right)
{
    const sorted_word *a = left, *b = right;
    int order = memcmp(a->key, b->key, a->length < b->length ? a->length : b->length);
    return order ? order : (a->length > b->length) - (a->length < b->length);
}

static void sort_words(writer *w)
{
    for (uint32_t i = 0; i < w->b->word_count; i++) {
        const char *key = w->b->strings->data + w->b->words[i].string;
        w->words[i] = (sorted_word){key, (unsigned char)key[-1], i + 1};
    }
    qsort(w->words, w->b->word_count, sizeof *w->words, by_key);
    for (uint32_t i = 0; i < w->b->word_count; i++)
        w->renumbered[w->words[i].number] = i + 1;
}

static size_t shared(const sorted_word *a, const sorted_word *b)
{
    size_t i = 0;
    while (i < OGPI_BLOCK_SHARED && i < a->length && i < b->length && a->key[i] == b->key[i])
        i++;
    return i;
}

static void write_keys(writer *w, uint32_t *begin)
{
    size_t count = w->b->word_count;
    for (size_t i = 0; i < count && !w->out->failed; i++) {
        const sorted_word *word = &w->words[i];
        size_t front = i % OGPI_BLOCK_WORDS ? shared(word - 1, word) : 0;
        if (i % OGPI_BLOCK_WORDS == 0)
            begin[i / OGPI_BLOCK_WORDS] = (uint32_t)w->out->bytes.length;
        size_t own = word->length - front, nibble = own < OGPI_BLOCK_LONG ? own : OGPI_BLOCK_LONG;
        ogpi_out_bytes(w->out, (const char[]){(char)(front << 4 | nibble), (char)own}, own < OGPI_BLOCK_LONG ? 1 : 2);
        ogpi_out_bytes(w->out, word->key + front, own);
    }
}

/* Where each block of keys begins: by how much it is off from where blocks of the same size would. */
static void write_blocks(writer *w, const uint32_t *begin)
{
    uint32_t count = (uint32_t)((w->b->word_count + OGPI_BLOCK_WORDS - 1) / OGPI_BLOCK_WORDS),
             blocks = ogpi_out_halves(w->out, count), keys = count ? begin[0] : 0,
             step = count ? ((uint32_t)w->out->bytes.length - keys) / count : 0;
    for (uint32_t i = 0; i < count && !w->out->failed; i++) {
        int64_t off = (int64_t)begin[i] - keys - (int64_t)i * step;
        w->full |= off != (int16_t)off;
        w->out->halves[blocks + i] = (uint16_t)off;
    }
    w->head[OGPI_LANG_KEYS] = keys;
    w->head[OGPI_LANG_BLOCKS] = blocks;
    w->head[OGPI_LANG_BLOCK_BYTES] = step;
}

static void write_slots(writer *w)
{
    ogpi_lexicon_out *out = w->out;
    uint32_t buckets = (uint32_t)((w->b->word_count + w->b->word_count / 6) / OGPI_BUCKET + 1),
             count = buckets * OGPI_BUCKET;
    uint32_t slots = ogpi_out_halves(out, count), tags = (uint32_t)out->bytes.length;
    for (uint32_t i = 0; i < count; i++)
        ogpi_out_bytes(out, "", 1);
    w->head[OGPI_LANG_SLOT_COUNT] = count;
    w->head[OGPI_LANG_SLOTS] = slots;
    w->head[OGPI_LANG_TAGS] = tags;
    for (uint32_t i = 0; i < w->b->word_count && !out->failed; i++) {
        uint32_t hash = ogpi_key_hash(w->words[i].key, w->words[i].length),
                 slot = OGPI_BUCKET_OF(hash, buckets) * OGPI_BUCKET;
        while (out->halves[slots + slot])
            slot = slot + 1 == count ? 0 : slot + 1;
        out->halves[slots + slot] = (uint16_t)(i + 1);
        out->bytes.data[tags + slot] = (char)OGPI_TAG(hash);
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
    w->out->failed |= !ogpi_pool_add(&w->sets, w->list, count, &offset);
    return offset;
}

static void write_kinds(writer *w)
{
    ogpi_lexicon_out *out = w->out;
    uint32_t kinds_of = ogpi_out_halves(out, w->b->word_count);
    sets_of(w, 0);
    for (size_t i = 0; i < w->b->word_count && !out->failed; i++) {
        const ogpi_build_word *word = &w->b->words[w->words[i].number - 1];
        uint32_t sets = sets_of(w, w->words[i].number), offset = 0;
        uint16_t kind[OGPI_KIND_HALVES] = {(uint16_t)(word->node ? w->same[word->node] : 0),
                                           (uint16_t)(2 * sets + word->guess)};
        out->failed |= !ogpi_pool_add(&w->kinds, kind, OGPI_KIND_HALVES, &offset);
        w->full |= sets > 0x7FFF || offset / OGPI_KIND_HALVES > 0xFFFF;
        if (!out->failed)
            out->halves[kinds_of + i] = (uint16_t)(offset / OGPI_KIND_HALVES);
    }
    w->head[OGPI_LANG_KINDS_OF] = kinds_of;
    w->head[OGPI_LANG_KINDS] = out_pool(out, &w->kinds);
    w->head[OGPI_LANG_SETS] = out_pool(out, &w->sets);
}

static int write_all(writer *w)
{
    sort_words(w);
    write_keys(w, w->begin);
    write_blocks(w, w->begin);
    write_slots(w);
    int status = ogpi_lexicon_fold(w->out, w->head, w->b, w->renumbered, w->same);
    if (status < 0)
        return status;
    write_kinds(w);
    w->head[OGPI_LANG_AND] = w->renumbered[w->b->and_word];
    if (w->out->failed)
        return ogpi_error_memory(w->b->error);
    return w->full ? ogpi_error(w->b->error, OGP_ERROR_LIMIT, "too many kinds of words in one language") : 0;
}

int ogpi_lexicon_write(ogpi_lexicon_out *out, uint32_t *head, ogpi_builder *b)
{
    writer w = {.out = out, .head = head, .b = b};
    ogpi_pool_init(&w.sets, sizeof(uint16_t), out->allocator);
    ogpi_pool_init(&w.kinds, sizeof(uint16_t), out->allocator);
    w.words = ogpi_calloc(out->allocator, b->word_count + 1, sizeof *w.words);
    w.renumbered = ogpi_calloc(out->allocator, b->word_count + 1, sizeof *w.renumbered);
    w.same = ogpi_calloc(out->allocator, b->node_count + 1, sizeof *w.same);
    w.begin = ogpi_calloc(out->allocator, b->word_count / OGPI_BLOCK_WORDS + 1, sizeof *w.begin);
    w.list = ogpi_calloc(out->allocator, b->member_count + 1, sizeof *w.list);
    int status = w.words && w.renumbered && w.same && w.begin && w.list ? write_all(&w) : ogpi_error_memory(b->error);
    ogpi_free(out->allocator, w.words);
    ogpi_free(out->allocator, w.renumbered);
    ogpi_free(out->allocator, w.same);
    ogpi_free(out->allocator, w.begin);
    ogpi_free(out->allocator, w.list);
    ogpi_pool_clear(&w.sets);
    ogpi_pool_clear(&w.kinds);
    return status;
}
