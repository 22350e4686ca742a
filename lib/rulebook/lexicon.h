/* SPDX-License-Identifier: MIT */
/* The rulebook's `text` section compiled: for each language a table of words and a trie of phrases over them. A phrase
   gives a class (month, number, body ...) and a value. Flat 32-bit cells, so that it can be compiled in. */
#ifndef OGPI_LEXICON_H
#define OGPI_LEXICON_H

#include "base/words.h"
#include "rulebook/lexicon_layout.h"
#include "rulebook/rulebook.h"

typedef enum ogpi_class {
#define OGPI_CLASS(name) OGPI_CLASS_##name,
#include "rulebook/classes.list"
#undef OGPI_CLASS
    OGPI_CLASS_COUNT
} ogpi_class;

_Static_assert(OGPI_CLASS_COUNT <= 64, "a set of classes is a uint64_t");

#define OGPI_BIT(name) ((uint64_t)1 << OGPI_CLASS_##name)

/* What the letters of a word tell of it, as bits. */
enum {
#define OGPI_FORM(name) OGPI_FORM_PLACE_##name,
#include "rulebook/forms.list"
#undef OGPI_FORM
    OGPI_FORM_COUNT
};
_Static_assert(OGPI_FORM_COUNT <= 31, "forms are bits of an int");
enum {
#define OGPI_FORM(name) OGPI_FORM_##name = 1 << OGPI_FORM_PLACE_##name,
#include "rulebook/forms.list"
#undef OGPI_FORM
};

struct ogpi_lexicon {
    const uint32_t *cells;
    uint32_t cell_count;
    const uint16_t *halves;
    uint32_t half_count;
    const uint8_t *bytes;
    uint32_t byte_count;
};

/* One language of a lexicon: pointers into it. */
typedef struct ogpi_lang {
    const char *code;
    const uint8_t *bytes;
    const uint16_t *slots;    /* where words are, by hash */
    uint32_t slot_count;
    uint32_t tag_bits;        /* of a slot, */
    uint32_t tag_mask;        /* the same as ones */
    uint32_t word_count;
    const uint8_t *keys;
    const uint16_t *pairs;    /* what a byte of the keys stands for */
    const uint16_t *blocks;
    uint32_t block_bytes;
    const uint16_t *nodes;    /* OGPI_NODE_HALVES each; 0 is no node */
    const uint16_t *edges;    /* symbol and node, in the order of symbols within a node */
    const uint16_t *groups;   /* of nodes from group_first on */
    uint32_t group_first;
    uint32_t group_count;
    const uint16_t *looks;    /* OGPI_LOOK_HALVES each; this and the next three are of all languages */
    const uint32_t *masks;    /* of classes: low and high half */
    const uint32_t *outputs;
    const uint16_t *sets;     /* symbols, each list ended by 0 */
    const uint32_t *prefixes; /* OGPI_AFFIX_CELLS each */
    uint32_t prefix_count;
    const uint32_t *prefix_masks;
    const uint32_t *suffixes;
    uint32_t suffix_count;
    const uint32_t *suffix_masks;
    const uint32_t *forms;    /* OGPI_FORM_CELLS each */
    uint32_t form_count;
    const uint32_t *form_masks;
    uint32_t and_word;        /* number of the word that `and` begins with, for the prefix of that meaning, */
    uint32_t and_node;        /* and its node */
    uint32_t script;          /* ogpi_script */
    uint32_t options;         /* OGPI_OPTION_ bits */
} ogpi_lang;

typedef enum ogpi_script { OGPI_SCRIPT_LATIN, OGPI_SCRIPT_ARABIC, OGPI_SCRIPT_OTHER } ogpi_script;

/* How a language writes and joins words: docs/word-lists.md. */
enum {
#define OGPI_OPTION(id, name) OGPI_OPTION_PLACE_##id,
#include "rulebook/options.list"
#undef OGPI_OPTION
    OGPI_OPTION_COUNT
};
_Static_assert(OGPI_OPTION_COUNT < 16, "options are 16 bits");
enum {
#define OGPI_OPTION(id, name) OGPI_OPTION_##id = 1 << OGPI_OPTION_PLACE_##id,
#include "rulebook/options.list"
#undef OGPI_OPTION
    OGPI_OPTION_BY_OF = 1 << OGPI_OPTION_COUNT /* a noun is joined to another by a word: in no other way */
};

enum {
    OGPI_AFFIX_STRING,
    OGPI_AFFIX_LENGTH,
    OGPI_AFFIX_ADD,
    OGPI_AFFIX_ADD_LENGTH,
    OGPI_AFFIX_MARKS,
    OGPI_AFFIX_OUTSIDE,
    OGPI_AFFIX_CELLS
};

/* A place in the trie of phrases. */
typedef struct ogpi_node_entry {
    uint64_t classes;        /* of the phrases that end here or further on */
    const uint32_t *outputs; /* of each phrase that ends here: ogpi_output_class, ogpi_output_value */
    uint32_t output_count;
    const uint16_t *edges;
    uint32_t edge_count;
    uint32_t shape; /* what leads on: */
} ogpi_node_entry;
enum { OGPI_NODE_HAS_WORDS = 1, OGPI_NODE_HAS_SETS = 2, OGPI_NODE_HAS_ANY = 4, OGPI_NODE_HAS_NUMBER = 8 };

enum { OGPI_SYMBOL_SETS = 60000, OGPI_SYMBOL_ANY = 65000, OGPI_SYMBOL_NUMBER = 65001 };

/* What an affix says of the word it was taken from. An ending marked VERB says it of a word that is in no list. */
enum {
    OGPI_AFFIX_AND = 1,
    OGPI_AFFIX_PREPOSITION = 2,
    OGPI_AFFIX_THE = 4,
    OGPI_AFFIX_DUAL = 8,
    OGPI_AFFIX_OWNER = 16,
    OGPI_AFFIX_VERB = 32,
    OGPI_AFFIX_FOR = 64, /* "ل" */
    OGPI_AFFIX_BY = 128  /* "ب" */
};

/* A word found in a language. number 0: not found. */
typedef struct ogpi_found {
    uint16_t number;  /* word number + 1 */
    uint16_t node;    /* that is known of it; 0: none */
    uint8_t prefix;   /* bytes of the key taken off in front */
    uint8_t suffix;   /* and behind */
    uint8_t outside;  /* bytes of the prefix that are words of their own */
    uint8_t affixes;  /* OGPI_AFFIX_ bits */
} ogpi_found;

size_t ogpi_lexicon_count(const ogpi_lexicon *lexicon);
/* The language of a text where nothing tells it. */
size_t ogpi_lexicon_default(const ogpi_lexicon *lexicon);
/* Of all languages, as ogpi_words.elided has it. */
const char *ogpi_lexicon_elided(const ogpi_lexicon *lexicon);
bool ogpi_lexicon_at(ogpi_lang *out, const ogpi_lexicon *lexicon, size_t index);
/* The word a key stands for, whole or without its affixes. The key is readable for OGPI_KEY_PAD bytes past its end. */
ogpi_found ogpi_lang_find(const ogpi_lang *lang, const char *key, size_t length, uint32_t hash);
/* A block of words, as lexicon_layout.h tells. */
static inline const uint8_t *ogpi_lang_block(const ogpi_lang *lang, uint32_t block)
{
    return lang->keys + (ptrdiff_t)(block * lang->block_bytes) + (int16_t)lang->blocks[block];
}

/* OGPI_LOOK_ of a node. */
static inline const uint16_t *ogpi_lang_look(const ogpi_lang *lang, uint32_t node)
{
    uint32_t look = lang->nodes[node * OGPI_NODE_HALVES + OGPI_NODE_LOOK] % OGPI_NODE_LOOKS;
    return lang->looks + (size_t)look * OGPI_LOOK_HALVES;
}

/* The edges of a node: two halves each, the symbol and the node that it leads to, in the order of symbols. */
static inline const uint16_t *ogpi_lang_edges(const ogpi_lang *lang, uint32_t node, uint32_t *count)
{
    const uint16_t *place = lang->nodes + (size_t)node * OGPI_NODE_HALVES;
    const uint16_t *edges = lang->edges + 2 * (size_t)place[OGPI_NODE_EDGES];
    *count = place[OGPI_NODE_LOOK] >> OGPI_NODE_COUNT;
    if (*count == OGPI_NODE_MANY)
        *count = edges[-1];
    return edges;
}

static inline uint32_t ogpi_lang_group(const ogpi_lang *lang, uint32_t node)
{
    uint32_t place = node - lang->group_first;
    return place < lang->group_count ? lang->groups[place] : 0;
}

/* The sets of the words that a node is known of: offset in ogpi_lang.sets, 0: none. */
static inline uint32_t ogpi_lang_sets(const ogpi_lang *lang, uint32_t node)
{
    return ogpi_lang_group(lang, node) / 2;
}

/* Whether they tell the language. */
static inline bool ogpi_lang_tells(const ogpi_lang *lang, uint32_t node)
{
    return ogpi_lang_group(lang, node) % 2;
}

/* What leads on from a node: OGPI_NODE_HAS_ bits. */
static inline uint32_t ogpi_lang_shape(const ogpi_lang *lang, uint32_t node)
{
    return ogpi_lang_look(lang, node)[OGPI_LOOK_SHAPE] >> 8;
}

/* How many phrases end at it. */
static inline uint32_t ogpi_lang_ends(const ogpi_lang *lang, uint32_t node)
{
    return ogpi_lang_look(lang, node)[OGPI_LOOK_SHAPE] & 0xFF;
}

static inline uint64_t ogpi_lang_classes(const ogpi_lang *lang, uint32_t node)
{
    const uint32_t *mask = lang->masks + 2 * (size_t)ogpi_lang_look(lang, node)[OGPI_LOOK_MASK];
    return mask[0] | (uint64_t)mask[1] << 32;
}

static inline ogpi_node_entry ogpi_lang_node(const ogpi_lang *lang, uint32_t node)
{
    uint32_t count;
    const uint16_t *edges = ogpi_lang_edges(lang, node, &count);
    return (ogpi_node_entry){.classes = ogpi_lang_classes(lang, node),
                             .outputs = lang->outputs + ogpi_lang_look(lang, node)[OGPI_LOOK_OUTPUTS],
                             .output_count = ogpi_lang_ends(lang, node),
                             .edges = edges,
                             .edge_count = count,
                             .shape = ogpi_lang_shape(lang, node)};
}

static inline uint32_t ogpi_output_class(uint32_t output)
{
    return output & OGPI_OUTPUT_CLASS;
}

static inline uint32_t ogpi_output_value(uint32_t output)
{
    return (output >> OGPI_OUTPUT_VALUE) * (output & OGPI_OUTPUT_THOUSANDS ? 1000 : 1);
}

/* Classes of the phrases that end at a node. */
static inline uint64_t ogpi_ending(const ogpi_node_entry *node)
{
    uint64_t classes = 0;
    for (uint32_t i = 0; i < node->output_count; i++)
        classes |= (uint64_t)1 << ogpi_output_class(node->outputs[i]);
    return classes;
}

/* Child of a trie node by symbol, 0 where there is none. The search takes as many steps whatever is found. */
static inline uint32_t ogpi_lang_child(const ogpi_lang *lang, uint32_t node, uint32_t symbol)
{
    uint32_t count;
    const uint16_t *edge = ogpi_lang_edges(lang, node, &count);
    if (count == 0)
        return 0;
    while (count > 1) {
        uint32_t half = count / 2;
        edge = edge[2 * half] <= symbol ? edge + 2 * half : edge;
        count -= half;
    }
    return edge[0] == symbol ? edge[1] : 0;
}

/* The same of OGPI_SYMBOL_ANY and OGPI_SYMBOL_NUMBER, which no symbol lies behind. */
static inline uint32_t ogpi_lang_last_child(const ogpi_lang *lang, uint32_t node, uint32_t symbol)
{
    uint32_t end;
    const uint16_t *edges = ogpi_lang_edges(lang, node, &end);
    for (; end > 0 && edges[2 * (end - 1)] >= symbol; end--)
        if (edges[2 * (end - 1)] == symbol)
            return edges[2 * end - 1];
    return 0;
}

/* Compiles book's "text" section, in one allocation; *out is NULL where there is none. FORMAT says what is wrong. */
int ogpi_lexicon_build(ogpi_lexicon **out, const ogp_rulebook *book, const ogp_allocator *allocator, ogp_error *error);
void ogpi_lexicon_free(ogpi_lexicon *lexicon, const ogp_allocator *allocator);

#endif
