/* SPDX-License-Identifier: MIT */
/* Numbers of a rulebook that are reckoned with: sums and products of them must fit, and nothing is divided by 0. */
#ifndef OGPI_RULEBOOK_RANGES_H
#define OGPI_RULEBOOK_RANGES_H

#include "rulebook/check.h"

/* Every such number that the document has; one it leaves out is the rules' own concern. */
bool ogpi_check_ranges(ogpi_checker *c);

#endif
