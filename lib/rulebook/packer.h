/* SPDX-License-Identifier: MIT */
/* Part of the generator: packing texts. An image is built twice: the first time to see which texts there are, the
   second time to put down where each of them lies. */
#ifndef OGPI_RULEBOOK_PACKER_H
#define OGPI_RULEBOOK_PACKER_H

#include "rulebook/image.h"
#include "rulebook/pack.h"

enum { OGPI_PACK_BYTES = 256 /* symbols of the trainer's below are bytes, the others pairs */ };

typedef struct ogpi_packer {
    ogpi_pool texts;   /* each once, as they came */
    uint32_t *offsets; /* bit by offset in texts; NULL before ogpi_packer_train() */
    uint16_t *pairs;
    size_t pair_count;
    ogpi_buffer symbols, packed; /* as ogpi_pack has them */
    uint32_t end;
    uint8_t shortest[16];
    uint32_t limits[OGPI_PACK_LONGEST + 1];
    uint32_t ranks[OGPI_PACK_LONGEST + 1];
} ogpi_packer;

void ogpi_packer_init(ogpi_packer *packer);
void ogpi_packer_clear(ogpi_packer *packer);
/* Offset of texts, each ended by NUL: 0 as long as the packer is not trained. False without memory, or for what it has
   not seen. */
bool ogpi_packer_add(void *packer, const char *texts, size_t size, uint32_t *offset);
/* Chooses the pairs and packs what was added. */
bool ogpi_packer_train(ogpi_packer *packer);
/* Part of it: from the symbols of all texts, each text ended by 0. False without memory. */
bool ogpi_packer_encode(ogpi_packer *packer, const uint16_t *symbols, size_t count);

#endif
