/* SPDX-License-Identifier: MIT */
/* Texts of rules that a context keeps. */
#ifndef OGPI_RULEBOOK_KEPT_H
#define OGPI_RULEBOOK_KEPT_H

#include "rulebook/rulebook.h"

/* Puts a text where there is none yet, and returns what is there then; which of several threads is the first does not
   matter. NULL for a NULL text. */
const char *ogpi_publish(_Atomic(char *) *slot, char *fresh, const ogp_allocator *allocator);
/* A rule's message or mend as the rulebook has it, ready for arguments; NULL without memory. */
char *ogpi_rule_text(const ogp_rule *rule, int kind, int language, const ogp_allocator *allocator);
/* A text of any kind from the context, which keeps it; NULL without a context or memory. */
const char *ogpi_kept_text(const ogp_context *context, const ogp_rule *rule, int kind, int language);

#endif
