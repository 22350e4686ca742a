/* SPDX-License-Identifier: MIT */
/* Strings that another one ends with need no room of their own. For the generator. */
#ifndef OGPI_RULEBOOK_TAILS_H
#define OGPI_RULEBOOK_TAILS_H

#include "rulebook/image.h"

/* Adds the strings of a pool, each ended by NUL, to an empty one, those within others that end with them. False without
   memory. */
bool ogpi_tails_add(ogpi_pool *to, const ogpi_pool *strings);

#endif
