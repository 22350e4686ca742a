/* SPDX-License-Identifier: MIT */
/* Names of bodies learnt from a plan, found again whatever their spelling. */
#include "text/scan.h"

#include "base/error.h"
#include "base/utf8.h"
#include <stdlib.h>

#define NAMES_MAX 4096

/* A name as hashes of its words. */
typedef struct name {
    uint32_t first; /* in hashes */
    uint32_t count;
    const uint32_t *words; /* once they are in order */
} name;

/* In the order of their words when a text is read, so that the cost of a look-up hardly grows with their number,
   whatever they are and however many begin alike. */
struct ogpi_names {
    ogpi_words words; /* of the name at hand */
    name *items;
    size_t count, capacity;
    uint32_t *hashes;
    size_t hash_count, hash_capacity;
    uint8_t begins[256]; /* OGPI_START_BODY for the lowest byte of each hash that a first word may have */
    bool sorted;
};

static uint32_t word_hash(const ogpi_scanner *s, const ogpi_words *words, size_t i)
{
    return ogpi_word_hash(&s->memo, &words->items[i]);
}

static bool add_hash(const ogp_allocator *allocator, struct ogpi_names *names, uint32_t hash)
{
    if (names->hash_count == names->hash_capacity &&
        !ogpi_grow(allocator, (void **)&names->hashes, &names->hash_capacity, names->hash_count + 1, sizeof(uint32_t)))
        return false;
    names->hashes[names->hash_count++] = hash;
    return true;
}

static bool add_name(const ogpi_scanner *s, struct ogpi_names *names, const ogpi_words *words)
{
    const ogp_allocator *allocator = s->allocator;
    name fresh = { .first = (uint32_t)names->hash_count, .count = (uint32_t)words->count };
    if (!ogpi_grow(allocator, (void **)&names->items, &names->capacity, names->count + 1, sizeof(name)))
        return false;
    for (size_t i = 0; i < words->count; i++)
        if (!add_hash(allocator, names, word_hash(s, words, i)))
            return false;
    names->begins[(uint8_t)names->hashes[fresh.first]] = OGPI_START_BODY;
    names->items[names->count++] = fresh;
    names->sorted = false;
    return true;
}

/* A name worth knowing: at least four letters, and no plain word of the languages. */
static bool worth_learning(const ogpi_words *words)
{
    size_t bytes = 0;
    for (size_t i = 0; i < words->count; i++)
        bytes += words->items[i].kind == OGPI_WORD ? words->items[i].length : 0;
    if (words->count == 1)
        return bytes >= 3 && (words->items[0].flags & (OGPI_WORD_UPPER | OGPI_WORD_CAPITAL)) != 0;
    return bytes >= 4 && words->count <= 32;
}

int ogpi_scanner_learn(ogpi_scanner *s, const char *text, size_t length, ogp_error *error)
{
    size_t bad = 0;
    if (length > 4096 || !ogpi_utf8_valid(text, length, &bad))
        return 0;
    if (!s->names && !(s->names = ogpi_calloc(s->allocator, 1, sizeof(*s->names))))
        return ogpi_error_memory(error);
    if (s->names->count >= NAMES_MAX)
        return 0;
    ogpi_words *words = &s->names->words;
    words->allocator = s->allocator;
    words->elided = s->words.elided;
    int status = s->memo.words ? ogpi_split_remembered(s, words, text, length, error)
                               : ogpi_words_split(words, text, length, error);
    if (status == 0 && words->count > 0 && worth_learning(words) && !add_name(s, s->names, words))
        status = ogpi_error_memory(error);
    return status;
}

void ogpi_scanner_forget(ogpi_scanner *s)
{
    if (!s->names)
        return;
    s->names->count = s->names->hash_count = 0;
    memset(s->names->begins, 0, sizeof(s->names->begins));
}

void ogpi_names_free(ogpi_scanner *s)
{
    if (!s->names)
        return;
    ogpi_free(s->allocator, s->names->items);
    ogpi_free(s->allocator, s->names->hashes);
    ogpi_words_clear(&s->names->words);
    ogpi_free(s->allocator, s->names);
    s->names = NULL;
}

static int by_words(const void *left, const void *right)
{
    const name *a = left, *b = right;
    for (uint32_t i = 0; i < a->count && i < b->count; i++)
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    return (a->count > b->count) - (a->count < b->count);
}

void ogpi_names_sort(ogpi_scanner *s)
{
    struct ogpi_names *names = s->names;
    if (!names || names->sorted)
        return;
    for (size_t i = 0; i < names->count; i++)
        names->items[i].words = names->hashes + names->items[i].first;
    if (names->count)
        qsort(names->items, names->count, sizeof(name), by_words);
    names->sorted = true;
}

/* The first of items[low..high), which are alike up to there, whose word at `depth` is not below the hash (above
   it). */
static size_t border(const struct ogpi_names *names, size_t low, size_t high, uint32_t depth, uint32_t hash, bool above)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const name *item = &names->items[middle];
        if (item->count <= depth || item->words[depth] < hash || (above && item->words[depth] == hash))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void ogpi_names_mark(ogpi_scanner *s)
{
    const struct ogpi_names *names = s->names;
    if (!names || names->count == 0)
        return;
    const ogpi_memo_word *const known = s->memo.words;
    const ogpi_word *word = s->words.items;
    uint8_t *starts = s->marks.starts;
    for (const ogpi_word *end = word + ogpi_count(s); word < end; word++, starts++)
        *starts |= names->begins[word->place == OGPI_NO_PLACE ? (uint8_t)word->hash : known[word->place].hash];
}

size_t ogpi_names_match(const ogpi_scanner *s, size_t i)
{
    struct ogpi_names *names = s->names;
    size_t best = i, low = 0, high = names ? names->count : 0;
    if (high == 0 || s->words.items[i].kind != OGPI_WORD || !names->begins[(uint8_t)word_hash(s, &s->words, i)])
        return i;
    for (uint32_t depth = 0; low < high && i + depth < ogpi_count(s); depth++) {
        uint32_t hash = word_hash(s, &s->words, i + depth);
        low = border(names, low, high, depth, hash, false);
        high = border(names, low, high, depth, hash, true);
        if (low < high && names->items[low].count == depth + 1)
            best = i + depth + 1;
    }
    return best;
}
