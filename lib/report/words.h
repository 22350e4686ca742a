/* SPDX-License-Identifier: MIT */
/* The words of a report in one language, from the rulebook's section "report". */
#ifndef OGPI_WORDS_H
#define OGPI_WORDS_H

#include "rulebook/rulebook.h"

typedef struct ogpi_words {
    const ogp_rulebook *book; /* where it has no such section, the built-in one's words are taken */
    const char *language;
    bool right_to_left;
} ogpi_words;

/* A word or a phrase, "" when there is none of that name. */
const char *ogpi_word(const ogpi_words *words, const char *name);
/* A phrase with {names} filled in; values go in as they are. */
typedef struct ogpi_filling { const char *name, *value; } ogpi_filling;
void ogpi_fill(ogpi_buffer *out, const char *phrase, const ogpi_filling *fillings, size_t count);
/* "3 errors", in the plural form that the language wants for that number. `rule` may be NULL. */
void ogpi_counted(ogpi_buffer *out, const ogpi_words *words, const char *what, size_t n, const char *rule);
/* The totals of a report as "3 errors, 2 notes", or that there is nothing to report. */
struct ogp_report;
void ogpi_totals(ogpi_buffer *out, const ogpi_words *words, const struct ogp_report *report);
/* A text on one line, between isolates where it runs against the direction of the page. */
void ogpi_isolated(ogpi_buffer *out, const ogpi_words *words, const char *text);

#endif
