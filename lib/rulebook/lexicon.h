/* SPDX-License-Identifier: MIT */
/* The "text" section of a rulebook, compiled for the text room. */
#ifndef OGPI_LEXICON_H
#define OGPI_LEXICON_H

#include "rulebook/rulebook.h"

/* Compiles book's "text" section; *out is NULL where there is none. */
int ogpi_lexicon_build(ogpi_lexicon **out, const ogp_rulebook *book, const ogp_allocator *allocator, ogp_error *error);
void ogpi_lexicon_free(ogpi_lexicon *lexicon, const ogp_allocator *allocator);
/* For the generator: appends C definitions of static arrays and of `static const ogpi_lexicon builtin_lexicon`;
   rulebook/lexicon.h is included before them. */
void ogpi_lexicon_emit(const ogpi_lexicon *lexicon, ogpi_buffer *out);

#endif
