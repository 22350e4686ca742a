/* SPDX-License-Identifier: MIT */
/* What a context keeps of rules from one check to the next: texts unpacked, members of JSON, severities. */
#ifndef OGPI_RULEBOOK_KEPT_H
#define OGPI_RULEBOOK_KEPT_H

#include "rulebook/rulebook.h"

/* Puts `fresh` into an empty slot, or frees it where another thread was first; returns what the slot then holds. NULL
   for NULL. */
void *ogpi_publish(ogpi_shared *slot, void *fresh, const ogp_allocator *allocator);
/* True for the rulebook's own strings, which live as long as it. */
static inline bool ogpi_of_book(const ogp_rulebook *book, const char *text)
{
    return (uintptr_t)text - (uintptr_t)book->strings < book->string_size;
}
/* A rule's message or mend as the rulebook has it, ready for arguments; NULL without memory. */
char *ogpi_rule_text(const ogp_rule *rule, int kind, int language, const ogp_allocator *allocator);
/* That text from the context, which keeps it; NULL without a context or memory. */
const char *ogpi_kept_text(const ogp_context *context, const ogp_rule *rule, int kind, int language);
/* ogp_rule_severity(), from the context where it was asked for before and the edition's id is a string of the rulebook,
   as the editions are that a check chooses. NULL as a rule: NONE. */
ogp_severity ogpi_kept_severity(const ogp_context *context, const ogp_rule *rule, const char *edition);

#endif
