/* SPDX-License-Identifier: MIT */
/* Packed texts of the built-in rulebook: what is long and read one at a time. A text is a run of symbols, the last of
   them 0: a symbol is a byte or a pair of symbols. Those that are used more have shorter codes and lower ranks
   (Huffman's codes in canonical order), so that a code's length and its distance from the first of that length tell the
   symbol. */
#ifndef OGPI_RULEBOOK_PACK_H
#define OGPI_RULEBOOK_PACK_H

#include "rulebook/rulebook.h"

enum {
    OGPI_PACK_SYMBOLS = 4095, /* at most */
    OGPI_PACK_BYTE = 4095,    /* in the place of a pair's first half: the second is a byte */
    OGPI_PACK_DEPTH = 48,     /* pairs within pairs, at most */
    OGPI_PACK_LONGEST = 16    /* bits of a code */
};

struct ogpi_pack {
    const uint8_t *symbols; /* three bytes each: two halves of 12 bits, the lowest first */
    const uint8_t *texts;   /* bits, the highest first; three bytes follow the last */
    uint32_t end;           /* the symbol that ends a text */
    uint8_t shortest[16];   /* by the first four bits of a code: how long it is at least */
    uint32_t limits[OGPI_PACK_LONGEST + 1]; /* by length: codes from here on, with zeros behind them, are longer */
    uint32_t ranks[OGPI_PACK_LONGEST + 1];  /* by length: what, added to a code, makes it a rank */
};

/* Where the text behind one begins. */
uint32_t ogpi_pack_next(const ogpi_pack *pack, uint32_t offset);
/* Writes as many of a text's bytes as fit, without a NUL; returns how many it has. The offset is in bits. */
size_t ogpi_unpack(const ogpi_pack *pack, uint32_t offset, char *out, size_t size);

#endif
