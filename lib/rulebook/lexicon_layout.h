/* SPDX-License-Identifier: MIT */
/* How a lexicon lies in memory: the cells begin with a head for each language; it says where its tables
   are in the cells, halves and bytes. The bytes begin with what is elided, in all languages. Built-in word lists are
   many, so every table is as narrow as it can be. */
#ifndef OGPI_LEXICON_LAYOUT_H
#define OGPI_LEXICON_LAYOUT_H

enum {
    OGPI_LANG_CODE,         /* bytes */
    OGPI_LANG_SCRIPT,
    OGPI_LANG_OPTIONS,
    OGPI_LANG_AND,
    OGPI_LANG_SLOTS,        /* halves */
    OGPI_LANG_TAGS,         /* bytes */
    OGPI_LANG_SLOT_COUNT,
    OGPI_LANG_KEYS,         /* bytes */
    OGPI_LANG_BLOCKS,       /* halves */
    OGPI_LANG_BLOCK_BYTES,
    OGPI_LANG_KINDS_OF,     /* halves */
    OGPI_LANG_KINDS,        /* halves */
    OGPI_LANG_SETS,         /* halves */
    OGPI_LANG_NODES,        /* cells */
    OGPI_LANG_MASKS,        /* cells */
    OGPI_LANG_EDGES,        /* halves */
    OGPI_LANG_OUTPUTS,      /* cells */
    OGPI_LANG_PREFIXES,     /* cells */
    OGPI_LANG_PREFIX_COUNT,
    OGPI_LANG_PREFIX_MASKS, /* cells, OGPI_AFFIX_MASKS of them */
    OGPI_LANG_SUFFIXES,     /* cells */
    OGPI_LANG_SUFFIX_COUNT,
    OGPI_LANG_SUFFIX_MASKS,
    OGPI_LANG_FORMS,        /* cells */
    OGPI_LANG_FORM_COUNT,
    OGPI_LANG_FORM_MASKS,   /* cells, OGPI_FORM_MASKS of them */
    OGPI_LANG_CELLS
};
/* What the cells begin with: the number of languages; that of the one that a text is in where nothing tells. */
enum { OGPI_LEXICON_COUNT, OGPI_LEXICON_DEFAULT, OGPI_LEXICON_HEADS };

/* Words are kept in their order, so many to a block. The upper half of a byte holds how many bytes a word shares with
   the one before (none for the first), the lower half how many are its own, or that the next byte says it; then come
   these. A block begins about as many times OGPI_LANG_BLOCK_BYTES behind the first as there are blocks before it; how
   far it is off, up or down, is in the halves. */
enum { OGPI_BLOCK_WORDS = 8, OGPI_BLOCK_SHARED = 15, OGPI_BLOCK_LONG = 15 };

/* A word's bucket of slots, by the upper bits of its hash, and the byte that tells most other words of the bucket
   apart: its upper bit says that the slot is taken. A word stands in the first bucket from its own on that had room. */
enum { OGPI_BUCKET = 8 };
#define OGPI_BUCKET_OF(hash, count) ((uint32_t)((uint64_t)(hash) * (count) >> 32))
#define OGPI_TAG(hash) ((uint8_t)((hash) | 0x80))

/* Which affixes a key may have, one bit each, by what its second byte ends with for a prefix, its last for a suffix. */
enum { OGPI_AFFIX_MASKS = 64, OGPI_AFFIX_MOST = 32 };

/* What the letters of a word tell: where the bytes are that it begins and ends with; the number of the form, how it is
   compared, how many bytes stand in front, how many behind the stem, how many letters behind these, how many bytes the
   stem has at least. */
enum { OGPI_FORM_LETTERS, OGPI_FORM_HOW, OGPI_FORM_CELLS };
enum {
    OGPI_FORM_NUMBER = 31,
    OGPI_FORM_NOT = 1 << 5,
    OGPI_FORM_WRITTEN = 1 << 6,
    OGPI_FORM_FRONT = 8,   /* where the sizes begin: 5 bits, */
    OGPI_FORM_BACK = 16,   /* 5 bits, */
    OGPI_FORM_BEHIND = 24, /* 2 bits, */
    OGPI_FORM_LEAST = 26   /* 5 bits */
};
enum { OGPI_FORM_MOST = 32 }; /* patterns of a language */

/* Which forms a key may have: by what its second byte ends with, by its last one, and those that accents tell. */
enum { OGPI_FORM_BYTES = 64, OGPI_FORM_MASKS = 2 * OGPI_FORM_BYTES + 1 };

/* What alike words share: where the phrases that begin with them do; twice where their sets are, and 1 where they tell
   the language. */
enum { OGPI_KIND_NODE, OGPI_KIND_SETS, OGPI_KIND_HALVES };

/* What ends at a node: class, whether the value is counted in thousands, value. */
enum { OGPI_OUTPUT_CLASS = 63, OGPI_OUTPUT_THOUSANDS = 64, OGPI_OUTPUT_VALUE = 7, OGPI_OUTPUT_MOST = 1 << 25 };

/* A node: where its outputs and its edges begin, 16 bits each; 8 bits of outputs, 8 of shape, 16 for its place among
   the masks of classes, two cells each. Its edges end where those of the next one begin. */
enum { OGPI_NODE_PLACES, OGPI_NODE_REST, OGPI_NODE_CELLS };

#endif
