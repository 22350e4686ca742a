/* SPDX-License-Identifier: MIT */
/* Runs of letters in valid UTF-8, folded as fold.h says but many at a time: of ASCII, and of U+0080 to U+07FF. */
#ifndef OGPI_LETTERS_H
#define OGPI_LETTERS_H

#include "base/eight.h"
#include "base/fold.h"
#include "base/fold_table.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define OGPI_EACH UINT64_C(0x0101010101010101) /* a 1 in each of eight bytes */

/* A run as it is read. `key` has room for 8 bytes more than there are from `at` to `end`. */
typedef struct ogpi_letters {
    const char *at, *end; /* of the text */
    char *key;
    size_t letters;
    bool lower; /* one of them is lower case */
} ogpi_letters;

static inline uint64_t ogpi_load_eight(const char *bytes, size_t length)
{
    uint64_t eight = 0;
    if (length >= 8)
        return ogpi_eight_load(bytes);
    memcpy(&eight, bytes, length);
    return ogpi_eight_turn(eight);
}

/* The upper bit of each of eight bytes that is no letter of ASCII. */
static inline uint64_t ogpi_not_letters(uint64_t eight)
{
    uint64_t low = (eight | OGPI_EACH * 0x20) & OGPI_EACH * 0x7F;
    return (~(low + OGPI_EACH * (0x80 - 'a')) | (low + OGPI_EACH * (0x7F - 'z')) | eight) & OGPI_EACH * 0x80;
}

/* Which of the sixteen bytes there are letters of ASCII or not of ASCII at all, a bit each. */
static inline unsigned ogpi_letter_bits(const char *at)
{
#ifdef __SSE2__
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at);
    __m128i raised = _mm_add_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8(0x7F - 'z'));
    __m128i letters = _mm_cmpgt_epi8(raised, _mm_set1_epi8(0x7F - 26)); /* 'z' is the greatest byte now */
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(letters, bytes));
#else
    const uint64_t gather = UINT64_C(0x0102040810204080);
    uint64_t low = ogpi_eight_load(at), high = ogpi_eight_load(at + 8);
    low = (~ogpi_not_letters(low) | low) >> 7 & OGPI_EACH;
    high = (~ogpi_not_letters(high) | high) >> 7 & OGPI_EACH;
    return (unsigned)(low * gather >> 56 | high * gather >> 56 << 8);
#endif
}

/* How many of the sixteen bytes there, from the first on, are such. */
static inline unsigned ogpi_letters_ahead(const char *at)
{
    return (unsigned)__builtin_ctz(~ogpi_letter_bits(at));
}

/* Letters of ASCII, the bulk of most texts: eight at a time. */
static inline void ogpi_letters_ascii(ogpi_letters *r)
{
    for (unsigned some = 8; some == 8 && r->at < r->end; r->at += some, r->key += some, r->letters += some) {
        uint64_t eight = ogpi_load_eight(r->at, (size_t)(r->end - r->at)), others = ogpi_not_letters(eight);
        ogpi_eight_store(r->key, eight | OGPI_EACH * 0x20);
        some = others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
        r->lower |= ((((others & (0 - others)) >> 7) - 1) & eight & OGPI_EACH * 0x20) != 0; /* before the first other */
    }
}

static inline bool ogpi_is_pair(const char *at, const char *end)
{
    return end - at > 1 && (unsigned char)*at >= 0xC2 && (unsigned char)*at < 0xE0;
}

static inline unsigned ogpi_pair_entry(const char *at)
{
    return ogpi_fold_table[(((unsigned char)at[0] & 31u) << 6 | ((unsigned char)at[1] & 63u)) - 0x80];
}

/* Whether what a pair of bytes folds to is a letter of two bytes or of ASCII, or two of the latter. */
static inline bool ogpi_is_letter(unsigned entry)
{
    unsigned point = entry & OGPI_FOLD_POINT;
    return (entry & OGPI_FOLD_PAIR) || (point >= 0x80 && point < 0x800) || (point >= 'a' && point <= 'z');
}

static inline void ogpi_put_letter(ogpi_letters *r, unsigned entry)
{
    unsigned point = entry & OGPI_FOLD_POINT;
    bool two = entry & OGPI_FOLD_PAIR;
    if (two || point >= 0x80)
        *r->key++ = (char)(two ? point >> 7 : 0xC0 | point >> 6);
    *r->key++ = (char)(two ? point & 127 : point >= 0x80 ? 0x80 | (point & 63) : point);
    r->letters++;
    r->lower |= !(entry & OGPI_FOLD_UPPER);
}

/* Letters of two bytes with the marks on them: the bulk of Arabic. Whether there were any. */
static inline bool ogpi_letters_pairs(ogpi_letters *r)
{
    const char *first = r->at;
    for (; ogpi_is_pair(r->at, r->end); r->at += 2) {
        unsigned entry = ogpi_pair_entry(r->at);
        if (ogpi_is_letter(entry))
            ogpi_put_letter(r, entry);
        else if (entry != OGPI_FOLD_MARK)
            break;
    }
    return r->at > first;
}

static inline void ogpi_letters_read(ogpi_letters *r)
{
    do
        ogpi_letters_ascii(r);
    while (ogpi_letters_pairs(r));
}

#endif
