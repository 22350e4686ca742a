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
    OGPI_LANG_AND_NODE,
    OGPI_LANG_SLOTS,        /* halves */
    OGPI_LANG_SLOT_COUNT,
    OGPI_LANG_TAG_BITS,
    OGPI_LANG_WORD_COUNT,
    OGPI_LANG_KEYS,         /* bytes */
    OGPI_LANG_PAIRS,        /* halves, OGPI_PAIRS of them */
    OGPI_LANG_BLOCKS,       /* halves */
    OGPI_LANG_BLOCK_BYTES,
    OGPI_LANG_NODES,        /* halves */
    OGPI_LANG_EDGES,        /* halves */
    OGPI_LANG_GROUPS,       /* halves */
    OGPI_LANG_GROUP_FIRST,
    OGPI_LANG_GROUP_COUNT,
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
/* Of what is decided by weight: where the points are in the bytes, the masks in the cells (0: no weights), what a case
   weighs by itself, how much it takes to overrule the clues, and which clues and tests are weighed (two cells each). */
enum { OGPI_WEIGHTS_POINTS, OGPI_WEIGHTS_MASKS, OGPI_WEIGHTS_START, OGPI_WEIGHTS_DOUBT,
       OGPI_WEIGHTS_MADE, OGPI_WEIGHTS_MENTIONED = OGPI_WEIGHTS_MADE + 2,
       OGPI_WEIGHTS_CELLS = OGPI_WEIGHTS_MENTIONED + 2 };
/* What the cells begin with: the number of languages; that of the one that a text is in where nothing tells; where that
   is what they share; the weights of what is decided by them. */
enum {
    OGPI_LEXICON_COUNT,
    OGPI_LEXICON_DEFAULT,
    OGPI_LEXICON_LOOKS,   /* halves */
    OGPI_LEXICON_MASKS,   /* cells */
    OGPI_LEXICON_OUTPUTS, /* cells */
    OGPI_LEXICON_SETS,    /* halves */
    OGPI_LEXICON_WEIGHTS,
    OGPI_LEXICON_HEADS = OGPI_LEXICON_WEIGHTS + OGPI_WEIGHTS_CELLS
};

/* Words are kept in their order, so many to a block. The upper half of a byte holds how many bytes a word shares with
   the one before (none for the first), the lower half how many bytes follow, or that the next byte says it; these are
   its node and what it has of its own. A node is a byte below OGPI_BLOCK_NODES; two bytes are OGPI_BLOCK_NODES and so
   many times 256 as it is above that, and the rest; three are OGPI_BLOCK_WIDE and the node, the lower byte first. A
   byte that is in no word stands for two that often stand side by side: the pairs say for each byte what it stands for,
   the first in the lower half, 0 above it where it stands for itself. A block begins about as many times
   OGPI_LANG_BLOCK_BYTES behind the first as there are blocks before it; how far it is off, up or down, is in the
   halves. */
enum { OGPI_BLOCK_WORDS = 8, OGPI_BLOCK_SHARED = 15, OGPI_BLOCK_LONG = 15, OGPI_PAIRS = 256 };
enum { OGPI_BLOCK_NODES = 0xE0, OGPI_BLOCK_WIDE = 0xFF };

/* A word's bucket of slots is told by the upper bits of its hash. A slot is 0 where it is free, else one more than the
   number of the word's block, and below that as many lower bits of the hash as there is room for: they tell most other
   words apart. A word stands in the first bucket from its own on that had room. */
enum { OGPI_BUCKET = 8 };
#define OGPI_BUCKET_OF(hash, count) ((uint32_t)((uint64_t)(hash) * (count) >> 32))

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

/* What ends at a node: class, whether the value is counted in thousands, value. */
enum { OGPI_OUTPUT_CLASS = 63, OGPI_OUTPUT_THOUSANDS = 64, OGPI_OUTPUT_VALUE = 7, OGPI_OUTPUT_MOST = 1 << 25 };

/* A node: where its edges begin; how many they are in the upper bits of the other half, or OGPI_NODE_MANY where the
   half in front of them says it; below it what else is of the node. Lists of edges may lie within each other. Nodes of
   which many words are known come first, behind the one that is none. Those whose words are in sets, or tell the
   language, stand together: from OGPI_LANG_GROUP_FIRST on, a half each says twice where the sets are, and 1 where they
   tell the language. */
enum { OGPI_NODE_EDGES, OGPI_NODE_LOOK, OGPI_NODE_HALVES };
enum { OGPI_NODE_COUNT = 12, OGPI_NODE_LOOKS = 1 << OGPI_NODE_COUNT, OGPI_NODE_MANY = 15 };

/* What a node shares with others: where its outputs begin; how many they are in the lower byte, its shape in the upper
   one; its place among the masks of classes, two cells each. */
enum { OGPI_LOOK_OUTPUTS, OGPI_LOOK_SHAPE, OGPI_LOOK_MASK, OGPI_LOOK_HALVES };

#endif
