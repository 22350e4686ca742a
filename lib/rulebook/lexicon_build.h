/* SPDX-License-Identifier: MIT */
/* Compiling a lexicon: the growing tables of one language, and the reader of patterns that fills them. */
#ifndef OGPI_LEXICON_BUILD_H
#define OGPI_LEXICON_BUILD_H

#include "rulebook/lexicon.h"

typedef struct ogpi_build_word { uint32_t string, node; bool guess; } ogpi_build_word;
typedef struct ogpi_build_node { uint32_t parent, symbol, shape; uint64_t classes; } ogpi_build_node;
typedef struct ogpi_build_output { uint32_t node, id, value; } ogpi_build_output;
typedef struct ogpi_build_member { uint32_t word, symbol; } ogpi_build_member;

/* One language while it is compiled. */
typedef struct ogpi_builder {
    const ogp_allocator *allocator;
    ogp_error *error;
    ogpi_buffer *strings;
    ogpi_rb language;
    ogpi_rb paradigms;
    ogpi_words split;
    ogpi_build_word *words;
    size_t word_count, word_capacity;
    uint32_t *slots;
    size_t slot_count;
    ogpi_build_node *nodes;
    size_t node_count, node_capacity;
    uint32_t *edges; /* node numbers by hash of parent and symbol */
    size_t edge_count;
    ogpi_build_output *outputs;
    size_t output_count, output_capacity;
    ogpi_build_member *members;
    size_t member_count, member_capacity;
    const char *set_names[512];
    size_t set_count;
    char drop[16];
    size_t drop_length;
    bool keep_prefix;  /* the word at hand begins like the prefix but does not have it */
    uint32_t and_word;
    size_t *work; /* spent so far, in all languages */
} ogpi_builder;

/* What becomes of each sequence of words that a pattern stands for. */
typedef int ogpi_pattern_use(ogpi_builder *builder, const char *words, uint32_t id, uint32_t value);

/* Calls `use` for every plain spelling of a pattern. */
int ogpi_pattern_expand(ogpi_builder *builder, const char *pattern, ogpi_pattern_use *use, uint32_t id, uint32_t value);

/* Counts what patterns cost (bytes copied, members of sets looked at), so that none takes long to load. */
int ogpi_builder_spend(ogpi_builder *builder, size_t bytes);

int ogpi_builder_word(ogpi_builder *builder, uint32_t *number, const char *key, size_t length);
int ogpi_builder_phrase(ogpi_builder *builder, const char *words, uint32_t id, uint32_t value);
int ogpi_builder_member(ogpi_builder *builder, const char *words, uint32_t symbol, uint32_t unused);
/* The number of a node's child, made where it is not there yet. */
int ogpi_builder_child(ogpi_builder *builder, uint32_t *child, uint32_t node, uint32_t symbol);

#endif
