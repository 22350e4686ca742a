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
    OGPI_WORD_BREAK = 64   /* an empty line before it */
};

#define OGPI_KEY_MAX 64 /* longer keys are in no list */

#define OGPI_WORD_FORM                                                                   \
    uint16_t length; /* of the key; 65535 stands for more too */                         \
    uint8_t kind;                                                                        \
    uint8_t flags;                                                                       \
    uint32_t hash;  /* of the key */                                                     \
    uint32_t stamp; /* of its place in the memo; OGPI_NO_STAMP: not there */             \
    uint16_t place; /* in the memo */

#define OGPI_NO_STAMP UINT32_MAX

/* What does not depend on where a word stands. */
typedef struct ogpi_word_form {
    OGPI_WORD_FORM
} ogpi_word_form;

typedef struct ogpi_word {
    uint32_t start; /* bytes in the text */
    uint32_t end;
    uint32_t key;   /* offset in keys; OGPI_KEY_PAD readable bytes follow the last one */
    union {
        ogpi_word_form form;
        struct {
            OGPI_WORD_FORM
        };
    };
} ogpi_word;

#define OGPI_KEY_PAD 16

/* A word as it is written, up to OGPI_MEMO_BYTES of it, and what it is split into: texts repeat their words. What the
   caller knows of it lies beside, in a line of the cache of its own that is fetched with the first. */
#define OGPI_MEMO_BYTES 24
#define OGPI_MEMO_ABOUT 64
typedef struct ogpi_memo_word {
    uint64_t raw[OGPI_MEMO_BYTES / 8]; /* no word has a byte 0 */
    char key[OGPI_MEMO_BYTES];
    ogpi_word_form form; /* stamp: another for each word that is put in, from 1 on */
    char about[OGPI_MEMO_ABOUT]; /* the caller's; zeroed when the word is put in */
} ogpi_memo_word;

typedef struct ogpi_memo {
    ogpi_memo_word *words; /* `last` + 1 of them, a power of two from 2 to 65536; zeroed at first */
    uint32_t last;
    uint32_t stamp; /* the last one given */
} ogpi_memo;

/* Memory is kept from text to text. */
typedef struct ogpi_words {
    const ogp_allocator *allocator;
    ogpi_word *items;
    size_t count;
    size_t capacity;
    char *keys;
    size_t key_length;
    size_t key_capacity;
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

#endif
