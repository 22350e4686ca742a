/* SPDX-License-Identifier: MIT */
/* The names that word lists are written with. Each function gives a name's number, or -1. */
#ifndef OGPI_LEXICON_NAMES_H
#define OGPI_LEXICON_NAMES_H

int ogpi_class_of(const char *name);
int ogpi_form_of(const char *name);
int ogpi_option_of(const char *name);
/* Of the bits OGPI_AFFIX_ in their order. */
int ogpi_mark_of(const char *name);

#endif
