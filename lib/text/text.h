/* SPDX-License-Identifier: MIT */
/* The door of the text room for the rules: a scanner whose memory is used again from text to text. */
#ifndef OGPI_TEXT_H
#define OGPI_TEXT_H

#include "rulebook/rulebook.h"
#include <ogp/text.h>

typedef struct ogpi_scanner ogpi_scanner; /* not shared between threads */

int ogpi_scanner_new(ogpi_scanner **out, const ogp_context *context, ogp_error *error);
void ogpi_scanner_free(ogpi_scanner *scanner);
/* Gives up its reference to the context: for a scanner that the context itself keeps. */
void ogpi_scanner_lend(ogpi_scanner *scanner);
/* Whether it has room for a few thousand words at the most, which is what a context keeps. */
bool ogpi_scanner_is_modest(const ogpi_scanner *scanner);
/* One that the context has kept, or a new one; to be given back with the outcome of the call. */
int ogpi_scanner_take(ogpi_scanner **out, const ogp_context *context, ogp_error *error);
void ogpi_scanner_give(ogpi_scanner *scanner, const ogp_context *context, int code);
/* A name of a body to be known in texts from now on (a plan's own lead and supporting institutions). */
int ogpi_scanner_learn(ogpi_scanner *scanner, const char *name, size_t length, ogp_error *error);
void ogpi_scanner_forget(ogpi_scanner *scanner);
/* Whether the rulebook has word lists for a language. */
bool ogpi_scanner_knows(const ogpi_scanner *scanner, const char *language);
/* Facts of one text, in order of start; they and their norms live until the next call. language NULL: guessed. */
int ogpi_scan(ogpi_scanner *scanner, const char *text, size_t length, const char *language,
              const ogp_fact **facts, size_t *count, ogp_error *error);
/* The language of the last text: the one given, or the one guessed. */
const char *ogpi_scan_language(const ogpi_scanner *scanner);
/* Names of OGP values that the last text speaks to, as bits: 1 access-to-information, 2 civic-participation,
   4 public-accountability, 8 technology. A hint, never a verdict. */
unsigned ogpi_scan_values(const ogpi_scanner *scanner);
/* How many words of the last text say that something is made or changed: "publish", "adoption of". */
unsigned ogpi_scan_acts(const ogpi_scanner *scanner);
/* How many of its sentences hold facts of two kinds or more: what and by when, who and how many. */
unsigned ogpi_scan_steps(const ogpi_scanner *scanner);
/* How many words, numbers and signs the last text has. */
size_t ogpi_scan_words(const ogpi_scanner *scanner);

#endif
