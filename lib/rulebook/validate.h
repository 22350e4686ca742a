/* SPDX-License-Identifier: MIT */
/* Whether a document is a rulebook: docs/schema/ogp-rulebook-1.schema.json says what it looks like, and beyond the
   schema every reference must lead somewhere (sources, editions, families), ids be unique and {names} the same in all
   languages. */
#ifndef OGPI_RULEBOOK_VALIDATE_H
#define OGPI_RULEBOOK_VALIDATE_H

#include "base/json.h"

/* 0, or OGP_ERROR_FORMAT with the JSON pointer of what is wrong, or OGP_ERROR_MEMORY. */
int ogpi_rulebook_validate(const json_t *document, ogp_error *error);

#endif
