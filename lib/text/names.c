/* SPDX-License-Identifier: MIT */
/* Names of bodies learnt from a plan, found again whatever their spelling. */
#include "text/scan.h"

#include "base/error.h"
#include "base/utf8.h"

#define NAMES_MAX 4096

/* A name as hashes of its words; the names that begin alike hang together by `next`. */
typedef struct name {
    uint32_t first; /* in hashes */
    uint32_t count;
    uint32_t next;  /* 0: the last */
} name;

struct ogpi_names {
    name *items; /* the first is not used */
    size_t count, capacity;
    uint32_t *hashes;
    size_t hash_count, hash_capacity;
    uint32_t heads[1024];
};

static uint32_t word_hash(const ogpi_words *words, size_t i)
{
    return ogpi_key_hash(words->keys + words->items[i].key, words->items[i].length);
}

static bool add_hash(const ogp_allocator *allocator, struct ogpi_names *names, uint32_t hash)
{
    if (names->hash_count == names->hash_capacity &&
        !ogpi_grow(allocator, (void **)&names->hashes, &names->hash_capacity, names->hash_count + 1, sizeof(uint32_t)))
        return false;
    names->hashes[names->hash_count++] = hash;
    return true;
}

static bool add_name(const ogp_allocator *allocator, struct ogpi_names *names, const ogpi_words *words)
{
    name fresh = { .first = (uint32_t)names->hash_count };
    if (names->count + 1 >= names->capacity &&
        !ogpi_grow(allocator, (void **)&names->items, &names->capacity, names->count + 2, sizeof(name)))
        return false;
    for (size_t i = 0; i < words->count; i++)
        if (!add_hash(allocator, names, word_hash(words, i)))
            return false;
    fresh.count = (uint32_t)names->hash_count - fresh.first;
    uint32_t *head = &names->heads[names->hashes[fresh.first] & 1023];
    fresh.next = *head;
    names->items[++names->count] = fresh;
    *head = (uint32_t)names->count;
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
    ogpi_words words;
    if (length > 4096 || !ogpi_utf8_valid(text, length, &bad))
        return 0;
    if (!s->names && !(s->names = ogpi_calloc(s->allocator, 1, sizeof(*s->names))))
        return ogpi_error_memory(error);
    if (s->names->count >= NAMES_MAX)
        return 0;
    ogpi_words_init(&words, s->allocator);
    int status = ogpi_words_split(&words, text, length, error);
    if (status == 0 && words.count > 0 && worth_learning(&words) && !add_name(s->allocator, s->names, &words))
        status = ogpi_error_memory(error);
    ogpi_words_clear(&words);
    return status;
}

void ogpi_scanner_forget(ogpi_scanner *s)
{
    if (!s->names)
        return;
    s->names->count = s->names->hash_count = 0;
    memset(s->names->heads, 0, sizeof(s->names->heads));
}

void ogpi_names_free(ogpi_scanner *s)
{
    if (!s->names)
        return;
    ogpi_free(s->allocator, s->names->items);
    ogpi_free(s->allocator, s->names->hashes);
    ogpi_free(s->allocator, s->names);
    s->names = NULL;
}

static size_t compare_name(const ogpi_scanner *s, const name *item, size_t i)
{
    for (uint32_t k = 0; k < item->count; k++)
        if (i + k >= ogpi_count(s) || word_hash(&s->words, i + k) != s->names->hashes[item->first + k])
            return i;
    return i + item->count;
}

size_t ogpi_names_match(const ogpi_scanner *s, size_t i)
{
    size_t best = i;
    if (!s->names || s->names->count == 0 || s->words.items[i].kind != OGPI_WORD)
        return i;
    for (uint32_t k = s->names->heads[word_hash(&s->words, i) & 1023]; k; k = s->names->items[k].next) {
        size_t end = compare_name(s, &s->names->items[k], i);
        best = end > best ? end : best;
    }
    return best;
}
