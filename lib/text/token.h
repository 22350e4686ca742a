/* SPDX-License-Identifier: MIT */
/* What is known of a word in a language, whatever stands around it. */
#ifndef OGPI_TOKEN_H
#define OGPI_TOKEN_H

#include "rulebook/lexicon.h"
#include "text/marks.h"

/* It lies in two parts. Every reading needs the first, which lies with the word in the memo: ogpi_memo_word.about, */
enum {
    OGPI_ABOUT_FOUND,   /* classes of the phrases that the word is by itself */
    OGPI_ABOUT_SYMBOLS, /* what leads to this word in a phrase, a bit each */
    OGPI_ABOUT_LEADS,   /* what may stand next in the phrases that begin here */
    OGPI_ABOUT_POINTS   /* for each language that the text may be in, OGPI_POINTS_BITS each; 0: not known yet */
};
/* and ogpi_memo_word.marks. */
enum {
    OGPI_MARK_STARTS, /* OGPI_START_ bits by the word itself */
    OGPI_MARK_HINTS,  /* OGPI_HINT_ bits that it may take from the one before; LONGER where it has that by itself */
    OGPI_MARK_GIVES,  /* OGPI_HINT_ bits for the next word, which has LONGER of its own; OGPI_GIVES_BACKGROUND */
    OGPI_MARK_READER  /* OGPI_READER of what it was read by; 0: not known yet */
};
enum { OGPI_GIVES_BACKGROUND = OGPI_HINT_NUMBERED }; /* by itself it tells that what follows is there already */
#define OGPI_READER(language, script) (((language) + 1) << 2 | (script))
#define OGPI_READS(reader) (((reader) >> 2) - 1u)

/* Of OGPI_ABOUT_SYMBOLS and OGPI_ABOUT_LEADS; the lower bits stand for words and sets. */
#define OGPI_SYMBOL_BIT_ANY ((uint64_t)1 << 63)
#define OGPI_SYMBOL_BIT_NUMBER ((uint64_t)1 << 62)

/* Of OGPI_ABOUT_POINTS: how many bits a language has, the most that a word says for one, the bit that says it is known.
 */
enum { OGPI_POINTS_BITS = 4, OGPI_POINTS_MOST = 6, OGPI_POINTS_KNOWN = 8 };

/* The second part, where grammars look at a word. */
typedef struct ogpi_token {
    uint64_t classes; /* of the phrases that may begin here, by the first word alone */
    uint64_t found;   /* of those that the word is by itself */
    uint32_t forms;   /* OGPI_FORM_ bits: what its letters tell */
    uint16_t node;    /* where they begin in the trie; 0: none */
    uint16_t outputs; /* of that node, in ogpi_lang.outputs */
    uint16_t number;  /* of the word, 0: not in the lexicon */
    uint16_t options; /* OGPI_OPTION_ bits of the language */
    uint8_t language; /* index */
    uint8_t affixes;  /* OGPI_AFFIX_ bits */
    uint8_t outside;  /* bytes of the key in front that are words of their own */
    uint8_t shape;    /* of the node: OGPI_NODE_HAS_ bits, and OGPI_SHAPE_AFTER_AND */
} ogpi_token;
enum {
    OGPI_SHAPE_OF_NODE = 15,
    OGPI_SHAPE_AFTER_AND = 128 /* phrases may begin with its "and" prefix */
};

/* Both parts of a word that has no place in the memo. */
typedef struct ogpi_fresh {
    ogpi_memo_word word;
    ogpi_token token;
} ogpi_fresh;

#endif
