/* SPDX-License-Identifier: MIT */
/* Packed texts of the built-in rulebook: what is read seldom and long. A text is a run of 12-bit symbols that ends with 0;
   two symbols to three bytes. Symbols below 256 are bytes, a higher one stands for a pair of lower ones. */
#ifndef OGPI_RULEBOOK_PACK_H
#define OGPI_RULEBOOK_PACK_H

#include "rulebook/rulebook.h"

enum {
    OGPI_PACK_SYMBOLS = 4096,
    OGPI_PACK_BYTES = 256, /* symbols that are bytes */
    OGPI_PACK_DEPTH = 48   /* pairs within pairs, at most */
};

/* Writes as many of a text's bytes as fit, without a NUL; returns how many it has. */
size_t ogpi_unpack(const ogp_rulebook *book, uint32_t offset, char *out, size_t size);

#endif
