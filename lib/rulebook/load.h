/* SPDX-License-Identifier: MIT */
/* Rulebooks built at run time. */
#ifndef OGPI_RULEBOOK_LOAD_H
#define OGPI_RULEBOOK_LOAD_H

#include "base/json.h"
#include "rulebook/rulebook.h"

/* From a document that has been validated. */
int ogpi_rulebook_from_json(ogp_rulebook **out, const json_t *document, const ogp_allocator *allocator,
                            ogp_error *error);
/* Like ogp_rulebook_parse(), with limits and an allocator of the caller (copied). NULL: the defaults. */
int ogpi_rulebook_parse(ogp_rulebook **out, const char *text, size_t length, const ogp_context *context,
                        ogp_error *error);

#endif
