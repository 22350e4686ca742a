/* SPDX-License-Identifier: MIT */
/* Splits a text into words, numbers and signs, each with its folded key and its place in the text as given. */
#ifndef OGPI_WORDS_H
#define OGPI_WORDS_H

#include "base/eight.h"
#include "base/fold.h"

typedef enum ogpi_word_kind { OGPI_WORD, OGPI_NUMBER, OGPI_SIGN } ogpi_word_kind;

enum {
    OGPI_WORD_CAPITAL = 1, /* begins with an upper-case letter */
    OGPI_WORD_UPPER = 2,   /* has no lower-case letter and at least two letters */
    OGPI_WORD_GLUED = 4,   /* nothing between it and the one before */
    OGPI_WORD_HYPHEN = 8,  /* a hyphen and nothing else between it and the one before */
    OGPI_WORD_ELIDED = 16, /* ended by an apostrophe: l', d', qu' */
    OGPI_WORD_SUFFIX = 32, /* the 's of a possessive */
    OGPI_WORD_BREAK = 64,  /* an empty line before it */
    OGPI_WORD_LINE = 128   /* the end of a line before it */
};

#define OGPI_KEY_MAX 64 /* longer keys are in no list */

/* What a word is, in a byte: of a sign that folds to one byte of ASCII, the sign itself. */
enum { OGPI_IS_NOTHING, OGPI_IS_WORD, OGPI_IS_NUMBER, OGPI_IS_SIGN };

typedef struct ogpi_word {
    uint32_t start;  /* bytes in the text */
    uint32_t end;
    uint32_t place;  /* in the memo, or OGPI_NO_PLACE */
    uint16_t length; /* of the key; 65535 stands for more too */
    uint8_t kind;
    uint8_t flags;
    uint32_t key;    /* of a word without a place: offset in keys; OGPI_KEY_PAD readable bytes follow the last, */
    uint32_t hash;   /* and hash of the key */
} ogpi_word;

#define OGPI_NO_PLACE 0 /* nobody's in the memo: nothing is known there */
#define OGPI_KEY_PAD 16

/* A word as it is written, up to OGPI_MEMO_BYTES of it, and what it is split into: texts repeat their words. What every
   reading needs is one line of the cache: what the caller asks of every word stands there too. */
#define OGPI_MEMO_BYTES 24
typedef struct ogpi_memo_word {
    uint64_t raw[OGPI_MEMO_BYTES / 8]; /* no word has a byte 0; all 0 where the place is free */
    uint64_t about[4];                 /* the caller's, as marks: zeroed when the word is put in */
    uint8_t marks[4];
    uint8_t length;                    /* of the key */
    uint8_t flags;                     /* that it has wherever it stands */
    uint8_t what;                      /* OGPI_IS_ */
    uint8_t hash;                      /* the lowest byte of it */
} ogpi_memo_word;

/* What is seldom asked for. */
typedef struct ogpi_memo_rest {
    uint64_t about[4]; /* the caller's; zeroed too */
    char key[OGPI_MEMO_BYTES];
    uint32_t hash;     /* of the key */
    uint32_t unused;   /* fills a line of the cache */
} ogpi_memo_rest;

/* A word stays in its place while a text is read. Where no place is free, it has none: before the next text there are
   more, or the oldest make room. An index of narrow cells tells where a word is, so that no other line is read. */
typedef struct ogpi_memo {
    ogpi_memo_word *words;
    ogpi_memo_rest *rest;
    uint32_t *index; /* twice as many cells as places; its upper half tells words apart, the lower is the place */
    void *block;
    uint32_t places; /* a power of two up to 32768; the first is nobody's */
    uint32_t next;   /* the one that is given next, */
    uint32_t free;   /* so many are free from there on, */
    uint32_t wanted; /* and so many more were asked for */
} ogpi_memo;

/* words_memo.c: before each text. Makes the memo, with `first` places; gives it more, up to `most`. False without
   memory. */
bool ogpi_memo_ready(ogpi_memo *memo, const ogp_allocator *allocator, uint32_t first, uint32_t most);
void ogpi_memo_clear(ogpi_memo *memo, const ogp_allocator *allocator);

/* Memory is kept from text to text. */
typedef struct ogpi_words {
    const ogp_allocator *allocator;
    ogpi_word *items;
    size_t count;
    size_t capacity;
    char *keys;
    size_t key_length;
    size_t key_capacity;
    const char *elided; /* what an apostrophe parts from the next word ("l", "qu"): folded, each ended by 0, an empty
                           one last; NULL: nothing; kept by who gives it */
} ogpi_words;

void ogpi_words_init(ogpi_words *words, const ogp_allocator *allocator);
void ogpi_words_clear(ogpi_words *words);
/* Valid UTF-8 of less than 2^31 bytes. 0 or OGP_ERROR_MEMORY. */
int ogpi_words_split(ogpi_words *words, const char *text, size_t length, ogp_error *error);

/* The same with a memo; the text is readable, and blank, for OGPI_TEXT_PAD bytes past its end. */
#define OGPI_TEXT_PAD 32
int ogpi_words_split_again(ogpi_words *words, ogpi_memo *memo, const char *text, size_t length, ogp_error *error);

/* Hash of a key; reads up to 7 bytes past its end. */
static inline uint32_t ogpi_key_hash(const char *key, size_t length)
{
    uint64_t hash = 0x9E3779B97F4A7C15u ^ length;
    for (; length > 8; key += 8, length -= 8) {
        hash = (hash ^ ogpi_eight_load(key)) * 0xFF51AFD7ED558CCDu;
        hash ^= hash >> 32;
    }
    uint64_t part = ogpi_eight_load(key) & ~(uint64_t)0 >> (64 - 8 * length);
    hash = (hash ^ part) * 0xFF51AFD7ED558CCDu;
    return (uint32_t)(hash ^ hash >> 29);
}

/* What a word is, by its kind and key. */
static inline uint8_t ogpi_what_of(const ogpi_word *word, const char *key)
{
    if (word->kind == OGPI_SIGN && word->length == 1 && (unsigned char)*key > OGPI_IS_SIGN)
        return (uint8_t)*key;
    return (uint8_t)(word->kind + OGPI_IS_WORD);
}

static inline const char *ogpi_word_key(const ogpi_words *words, const ogpi_memo *memo, const ogpi_word *word)
{
    return word->place == OGPI_NO_PLACE ? words->keys + word->key : memo->rest[word->place].key;
}

static inline uint32_t ogpi_word_hash(const ogpi_memo *memo, const ogpi_word *word)
{
    return word->place == OGPI_NO_PLACE ? word->hash : memo->rest[word->place].hash;
}

#endif
