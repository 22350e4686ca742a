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

/* Which of the language's patterns the word may have, by two of its bytes and whether it has accents. */
uint32_t ogpi_lang_may_form(const ogpi_lang *lang, const ogpi_spelling *word);
/* Whether one of those is compared with the word as it is written. */
static inline bool ogpi_lang_asks_accents(const ogpi_lang *lang, uint32_t patterns)
{
    return patterns && (patterns & lang->form_masks[OGPI_FORM_MASKS - 1]);
}
/* OGPI_FORM_ bits, by those patterns. */
uint32_t ogpi_lang_forms(const ogpi_lang *lang, const ogpi_spelling *word, uint32_t patterns);
/* Writes the forms of the builder's language, and where they are into its head. */
int ogpi_lexicon_write_forms(ogpi_lexicon_out *out, uint32_t *head, ogpi_builder *builder);

#endif
