/* SPDX-License-Identifier: MIT */
/* Names that a result hands out: where the rulebook has them packed, each is unpacked when it is asked for first and
   kept as long as the result. */
#ifndef OGPI_RULEBOOK_NAMES_H
#define OGPI_RULEBOOK_NAMES_H

#include "rulebook/rulebook.h"

typedef struct ogpi_kept_name ogpi_kept_name;

/* All zero to begin with. Any thread may ask first. */
typedef struct ogpi_names {
    _Atomic(ogpi_kept_name *) first;
} ogpi_names;

/* As ogpi_rb_text() for a language or NULL; the fallback where there is no memory. */
const char *ogpi_names_get(const ogpi_names *names, const ogp_allocator *allocator, ogpi_rb v, const char *language,
                           const char *fallback);
/* The name of one of "terms", "" for no id or an unknown one, the id where there is no memory. */
const char *ogpi_names_term(const ogpi_names *names, const ogp_allocator *allocator, const ogp_rulebook *book,
                            const char *id, const char *language);
void ogpi_names_clear(ogpi_names *names, const ogp_allocator *allocator);

#endif
