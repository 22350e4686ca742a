/* SPDX-License-Identifier: MIT */
/* What is known of each word in one byte a kind, so that eight words are looked at at once. */
#ifndef OGPI_MARKS_H
#define OGPI_MARKS_H

#include "base/letters.h"
#include "base/words.h"

/* Which grammars may begin at a word: all of those that do, and few others. */
enum {
    OGPI_START_BAR = 1,
    OGPI_START_DATE = 2,
    OGPI_START_DURATION = 4,
    OGPI_START_QUANTITY = 8,
    OGPI_START_BODY = 16,
    OGPI_START_VAGUE = 32,
    OGPI_START_THING = 64,
    OGPI_START_VALUE = 128,
    OGPI_START_NUMBER = OGPI_START_BAR | OGPI_START_DATE | OGPI_START_DURATION | OGPI_START_QUANTITY /* digits */
};

/* What a word is already part of. */
enum {
    OGPI_USED_DATE = 1,
    OGPI_USED_DURATION = 2,
    OGPI_USED_QUANTITY = 4,
    OGPI_USED_BODY = 8,
    OGPI_USED_VAGUE = 16,
    OGPI_USED_BARRED = 32, /* the number or year of a law, plan, article */
    OGPI_USED_THING = 64
};

enum {
    OGPI_HINT_BREAK = 1,    /* a new sentence or clause begins here */
    OGPI_HINT_GOVERNED = 2, /* a word that may be governed by the one before */
    OGPI_HINT_LONGER = 4,   /* phrases of more than one word may begin here; once they were looked up: do */
    OGPI_HINT_NUMBERED = 8, /* ... with numbers inside */
    /* What may end right before this word, by whatever else stands there: */
    OGPI_HINT_MAKES = 16,  /* an act whose object is a thing that is made or published */
    OGPI_HINT_PAST = 32,   /* what tells of the past, as ogpi_past_before does */
    OGPI_HINT_PASSIVE = 64, /* an act that may be in the past: "published" */
    OGPI_HINT_AFTER_LONGER = 128 /* a phrase of more than one word */
};

#define OGPI_MARKS_PAD 24 /* bytes before the first word and behind the last: 0, and OGPI_HINT_BREAK for hints */

/* Valid from -OGPI_MARKS_PAD to count + OGPI_MARKS_PAD - 1, so that who looks around a word need not ask where the text
   begins and ends: no words are there, and a sentence begins. */
enum { OGPI_MARKS_PLANES = 5 };
typedef struct ogpi_marks {
    uint8_t *starts;
    uint8_t *used;
    uint8_t *hints;
    uint8_t *kinds; /* OGPI_IS_, or a sign itself */
    uint8_t *flags; /* OGPI_WORD_ bits */
    void *block;
    size_t capacity; /* bytes of the block */
} ogpi_marks;

/* The first word from i on whose byte has one of the bits; `count` where there is none. */
static inline size_t ogpi_next_mark(const uint8_t *marks, size_t i, size_t count, unsigned bits)
{
    for (; i < count; i += 8) {
        uint64_t some = ogpi_load_eight((const char *)marks + i, 8) & OGPI_EACH * bits;
        if (some)
            return i + (unsigned)__builtin_ctzll(some) / 8;
    }
    return count;
}

/* The last word up to i whose byte has one of the bits, which there must be from -OGPI_MARKS_PAD on. */
static inline size_t ogpi_last_mark(const uint8_t *marks, size_t i, unsigned bits)
{
    uint64_t some = 0;
    for (; !(some = ogpi_eight_load(marks + i - 7) & OGPI_EACH * bits); i -= 8)
        continue;
    return i - (unsigned)__builtin_clzll(some) / 8;
}

/* A byte of ones for each of the first `count` of eight words. */
static inline uint64_t ogpi_first_marks(size_t count)
{
    return UINT64_MAX >> (64 - 8 * (count < 8 ? count : 8));
}

/* All bits of bytes [first, end). */
static inline unsigned ogpi_all_marks(const uint8_t *marks, size_t first, size_t end)
{
    uint64_t all = 0;
    for (; first < end; first += 8)
        all |= ogpi_eight_load(marks + first) & ogpi_first_marks(end - first);
    all |= all >> 32;
    all |= all >> 16;
    return (unsigned)(all | all >> 8) & UINT8_MAX;
}

/* Whether one of bytes [first, end) is this one. */
static inline bool ogpi_is_among(const uint8_t *marks, size_t first, size_t end, uint8_t byte)
{
    for (; first < end; first += 8) {
        uint64_t other = ogpi_eight_load(marks + first) ^ OGPI_EACH * byte;
        if ((other - OGPI_EACH) & ~other & OGPI_EACH * 0x80 & ogpi_first_marks(end - first))
            return true;
    }
    return false;
}

/* Whether one of the bits is with the words from eight * `eights` - 1 before word i up to i. */
static inline bool ogpi_mark_near(const uint8_t *marks, size_t i, unsigned eights, unsigned bits)
{
    uint64_t all = 0;
    for (unsigned k = 1; k <= eights; k++)
        all |= ogpi_load_eight((const char *)marks + i + 1 - 8 * k, 8);
    return (all & OGPI_EACH * bits) != 0;
}

#endif
