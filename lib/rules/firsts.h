/* SPDX-License-Identifier: MIT */
/* Finds repeated keys in a list in n log n steps, whatever the keys. */
#ifndef OGPI_FIRSTS_H
#define OGPI_FIRSTS_H

#include "base/memory.h"

typedef struct ogpi_keyed { const char *key; size_t length; size_t index; } ogpi_keyed;
typedef struct ogpi_firsts {
    const ogp_allocator *allocator;
    ogpi_keyed *keyed;
    size_t count, capacity;
} ogpi_firsts;

void ogpi_firsts_init(ogpi_firsts *firsts, const ogp_allocator *allocator);
void ogpi_firsts_clear(ogpi_firsts *firsts);
void ogpi_firsts_begin(ogpi_firsts *firsts);
/* Blanks and full stops at the ends do not count; an empty key is left out. False without memory. */
bool ogpi_firsts_add(ogpi_firsts *firsts, const char *key, size_t index);
/* Calls for every key that is there a second time, in the order of indexes, with the index that had it first. */
void ogpi_firsts_repeated(ogpi_firsts *firsts, void (*seen)(void *data, size_t index, size_t first), void *data);

#endif
