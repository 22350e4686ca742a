/* SPDX-License-Identifier: MIT */
/* What the letters of a word tell of it in its language, whatever the lists have: "-ed", "-ront". */
#ifndef OGPI_LEXICON_FORMS_H
#define OGPI_LEXICON_FORMS_H

#include "rulebook/lexicon_build.h"
#include "rulebook/lexicon_write.h"

/* A word folded, and as it is written. */
typedef struct ogpi_spelling {
    const char *key;
    size_t length;
    const char *written;
    size_t written_length;
} ogpi_spelling;

/* OGPI_FORM_ bits. */
uint32_t ogpi_lang_forms(const ogpi_lang *lang, const ogpi_spelling *word);
/* Writes the forms of the builder's language, and where they are into its head. */
int ogpi_lexicon_write_forms(ogpi_lexicon_out *out, uint32_t *head, ogpi_builder *builder);

#endif
