/* SPDX-License-Identifier: MIT */
/* What a context keeps of rules. */
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
/* ogp_rule_severity(), from the context where it was asked for before and the edition's id is a string of the rulebook,
   as the editions are that a check chooses. NULL as a rule: NONE. */
ogp_severity ogpi_kept_severity(const ogp_context *context, const ogp_rule *rule, const char *edition);

#endif
