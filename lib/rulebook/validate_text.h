/* SPDX-License-Identifier: MIT */
/* Whether the section `text` of a rulebook has the shape of word lists. */
#ifndef OGPI_RULEBOOK_VALIDATE_TEXT_H
#define OGPI_RULEBOOK_VALIDATE_TEXT_H

#include "rulebook/check.h"

bool ogpi_check_text(ogpi_checker *c, const json_t *value);

#endif
