/* SPDX-License-Identifier: MIT */
/* Part of the generator: packing texts. An image is built twice: the first time to see which texts there are, the second
   time to put down where each of them lies. */
#ifndef OGPI_RULEBOOK_PACKER_H
#define OGPI_RULEBOOK_PACKER_H

#include "rulebook/image.h"

typedef struct ogpi_packer {
    ogpi_pool texts;   /* each once, as they came */
    uint32_t *offsets; /* packed offset by offset in texts; NULL before ogpi_packer_train() */
    uint16_t *pairs;
    size_t pair_count;
    ogpi_buffer packed;
} ogpi_packer;

void ogpi_packer_init(ogpi_packer *packer);
void ogpi_packer_clear(ogpi_packer *packer);
/* Offset of a text: 0 as long as the packer is not trained. False without memory, or for a text it has not seen. */
bool ogpi_packer_add(void *packer, const char *text, uint32_t *offset);
/* Chooses the pairs and packs what was added. */
bool ogpi_packer_train(ogpi_packer *packer);

#endif
