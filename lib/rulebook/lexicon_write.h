/* SPDX-License-Identifier: MIT */
/* From the tables of a builder to those of a lexicon: lexicon_layout.h. */
#ifndef OGPI_LEXICON_WRITE_H
#define OGPI_LEXICON_WRITE_H

#include "rulebook/image.h"
#include "rulebook/lexicon_build.h"

typedef struct ogpi_lexicon_out {
    const ogp_allocator *allocator;
    uint32_t *cells;
    size_t cell_count, cell_capacity;
    uint16_t *halves;
    size_t half_count, half_capacity;
    ogpi_buffer bytes;
    ogpi_buffer elided;
    ogpi_pool looks, masks, outputs, sets; /* what languages share; the first look and set are empty */
    bool failed; /* no memory; check once at the end */
} ogpi_lexicon_out;

void ogpi_out_init(ogpi_lexicon_out *out, const ogp_allocator *allocator);
void ogpi_out_clear(ogpi_lexicon_out *out);
/* What languages share, behind the last of them. */
void ogpi_out_shared(ogpi_lexicon_out *out);
/* Room for so many, zeroed; the index of the first. */
uint32_t ogpi_out_cells(ogpi_lexicon_out *out, size_t count);
uint32_t ogpi_out_halves(ogpi_lexicon_out *out, size_t count);
uint32_t ogpi_out_zeros(ogpi_lexicon_out *out, size_t length);
uint32_t ogpi_out_bytes(ogpi_lexicon_out *out, const char *bytes, size_t length);
/* Words, sets and phrases of a language; fills in its head. */
int ogpi_lexicon_write(ogpi_lexicon_out *out, uint32_t *head, ogpi_builder *builder);
/* What is decided by weight; their heads are cells already. */
int ogpi_lexicon_write_weights(ogpi_lexicon_out *out, ogpi_rb weights, ogp_error *error);

#endif
