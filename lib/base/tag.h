/* SPDX-License-Identifier: MIT */
/* Tags of languages (BCP 47): "fr", "fr-CA". */
#ifndef OGPI_TAG_H
#define OGPI_TAG_H

#include <stdbool.h>

/* Whether two tags have the same primary subtag, in capitals or not. */
bool ogpi_same_language(const char *a, const char *b);

#endif
