/* SPDX-License-Identifier: MIT */
/* Again and again the commonest pair of bytes becomes a byte of its own; no pair is part of another. */
#include "rulebook/lexicon_pairs.h"

enum {
    LEAST_TIMES = 2,      /* that a pair is worth a byte */
    MOST_LOOKED = 1 << 21 /* bytes, however many strings there are: whoever loads a rulebook waits for it */
};

typedef struct learner {
    uint16_t *pairs;
    uint8_t *bytes;
    size_t length;
    uint32_t *times;      /* that a pair stands in the bytes */
    uint8_t own[UINT8_MAX]; /* bytes that words have */
    size_t own_count;
    uint8_t free[UINT8_MAX]; /* and those that none has */
    size_t free_count;
} learner;

static bool is_own(const learner *l, unsigned byte)
{
    return byte && l->pairs[byte] <= UINT8_MAX;
}

static void count(learner *l, unsigned first, unsigned second, int change)
{
    if (is_own(l, first) && is_own(l, second))
        l->times[first | second << 8] += (uint32_t)change;
}

static void look_at(learner *l)
{
    bool has[OGPI_PAIRS] = {false};
    for (size_t i = 0; i < l->length; i++)
        has[l->bytes[i]] = true;
    for (unsigned byte = 0; byte < OGPI_PAIRS; byte++) {
        l->pairs[byte] = (uint16_t)byte;
        if (byte && has[byte])
            l->own[l->own_count++] = (uint8_t)byte;
        else if (byte)
            l->free[l->free_count++] = (uint8_t)byte;
    }
    for (size_t i = 0; i + 1 < l->length; i++)
        count(l, l->bytes[i], l->bytes[i + 1], 1);
}

/* The commonest pair, the first of equals; 0 where none is worth a byte. */
static unsigned commonest(const learner *l)
{
    unsigned best = 0;
    uint32_t most = LEAST_TIMES - 1;
    for (size_t i = 0; i < l->own_count; i++)
        for (size_t k = 0; k < l->own_count; k++) {
            unsigned pair = l->own[i] | (unsigned)l->own[k] << 8;
            if (l->times[pair] > most) {
                most = l->times[pair];
                best = pair;
            }
        }
    return best;
}

/* Writes a byte in the place of a pair, wherever it stands. */
static void replace(learner *l, unsigned pair, uint8_t byte)
{
    uint8_t *b = l->bytes;
    size_t end = 0;
    l->pairs[byte] = (uint16_t)pair;
    for (size_t i = 0; i < l->length; i++) {
        if (b[i] != (pair & UINT8_MAX) || i + 1 == l->length || b[i + 1] != pair >> 8) {
            b[end++] = b[i];
            continue;
        }
        count(l, end ? b[end - 1] : 0, b[i], -1);
        count(l, b[i], b[i + 1], -1);
        count(l, b[i + 1], i + 2 < l->length ? b[i + 2] : 0, -1);
        b[end++] = byte;
        i++;
    }
    l->length = end;
}

bool ogpi_pairs_write(uint16_t pairs[OGPI_PAIRS], uint8_t *bytes, size_t *length, const ogp_allocator *allocator)
{
    learner l = {.pairs = pairs, .bytes = bytes, .length = *length};
    size_t looked = 0;
    unsigned pair;
    l.times = ogpi_calloc(allocator, OGPI_PAIRS * OGPI_PAIRS, sizeof(*l.times));
    if (!l.times)
        return false;
    look_at(&l);
    for (size_t i = 0; i < l.free_count && looked <= MOST_LOOKED && (pair = commonest(&l)) != 0; i++) {
        looked += l.length;
        replace(&l, pair, l.free[i]);
    }
    ogpi_free(allocator, l.times);
    *length = l.length;
    return true;
}
