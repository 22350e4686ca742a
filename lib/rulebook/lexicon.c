/* SPDX-License-Identifier: MIT */
#include "rulebook/lexicon.h"

int ogpi_lexicon_build(ogpi_lexicon **out, const ogp_rulebook *book, const ogp_allocator *allocator, ogp_error *error)
{
    (void)book;
    (void)allocator;
    (void)error;
    *out = NULL;
    return 0;
}

void ogpi_lexicon_free(ogpi_lexicon *lexicon, const ogp_allocator *allocator)
{
    (void)lexicon;
    (void)allocator;
}

void ogpi_lexicon_emit(const ogpi_lexicon *lexicon, ogpi_buffer *out)
{
    (void)lexicon;
    (void)out;
}
