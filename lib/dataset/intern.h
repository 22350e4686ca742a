/* SPDX-License-Identifier: MIT */
/* Strings kept once, numbered from 0 in the order in which they came. */
#ifndef OGPI_INTERN_H
#define OGPI_INTERN_H

#include "base/memory.h"

#define OGPI_INTERN_NONE UINT32_MAX

typedef struct ogpi_interned {
    const char *text; /* NUL-terminated */
    uint32_t length;
    uint32_t hash;
} ogpi_interned;

typedef struct ogpi_intern {
    const ogp_allocator *allocator;
    ogpi_arena arena;
    ogpi_interned *items;
    size_t count, capacity;
    uint32_t *table; /* index + 1; 0: free */
    size_t table_size;
    uint64_t key; /* of the hash */
} ogpi_intern;

void ogpi_intern_init(ogpi_intern *intern, const ogp_allocator *allocator);
void ogpi_intern_clear(ogpi_intern *intern);
uint32_t ogpi_intern_find(const ogpi_intern *intern, const char *text, size_t length);
/* OGPI_INTERN_NONE without memory. */
uint32_t ogpi_intern_add(ogpi_intern *intern, const char *text, size_t length);
static inline const char *ogpi_intern_text(const ogpi_intern *intern, uint32_t id)
{
    return id < intern->count ? intern->items[id].text : "";
}
/* Bytes in use, for reports on memory. */
size_t ogpi_intern_bytes(const ogpi_intern *intern);

#endif
