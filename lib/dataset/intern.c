/* SPDX-License-Identifier: MIT */
#include "dataset/intern.h"

/* The halves of a product, put together. */
static uint64_t mix(uint64_t a, uint64_t b)
{
#ifdef __SIZEOF_INT128__
    __extension__ unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)(product >> 64) ^ (uint64_t)product;
#else
    uint64_t al = (uint32_t)a, ah = a >> 32, bl = (uint32_t)b, bh = b >> 32, low = al * bl;
    uint64_t middle = ah * bl + (low >> 32), other = al * bh + (uint32_t)middle;
    return (ah * bh + (middle >> 32) + (other >> 32)) ^ (other << 32 | (uint32_t)low);
#endif
}

/* Keyed, so that nobody can send strings that all meet in one place. */
static uint32_t hash_bytes(const ogpi_intern *intern, const char *text, size_t length)
{
    uint64_t h = intern->key ^ length, w;

    for (; length >= 8; text += 8, length -= 8) {
        memcpy(&w, text, 8);
        h = mix(h ^ w, 0xFF51AFD7ED558CCDu);
    }
    w = 0;
    if (length)
        memcpy(&w, text, length);
    h = mix(h ^ w ^ intern->key, 0xC4CEB9FE1A85EC53u);
    return (uint32_t)(h ^ h >> 32);
}

void ogpi_intern_init(ogpi_intern *intern, const ogp_allocator *allocator)
{
    *intern = (ogpi_intern){.allocator = allocator};
    ogpi_arena_init(&intern->arena, allocator);
}

void ogpi_intern_clear(ogpi_intern *intern)
{
    ogpi_arena_clear(&intern->arena);
    ogpi_free(intern->allocator, intern->items);
    ogpi_free(intern->allocator, intern->table);
    ogpi_intern_init(intern, intern->allocator);
}

/* The place of a string in the table, or of the free entry where it would go. */
static size_t place_of(const ogpi_intern *intern, uint32_t hash, const char *text, size_t length)
{
    size_t mask = intern->table_size - 1;

    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        uint32_t entry = intern->table[i];
        if (entry == 0)
            return i;
        const ogpi_interned *item = &intern->items[entry - 1];
        if (item->hash == hash && item->length == length && memcmp(item->text, text, length) == 0)
            return i;
    }
}

uint32_t ogpi_intern_find(const ogpi_intern *intern, const char *text, size_t length)
{
    if (intern->table_size == 0)
        return OGPI_INTERN_NONE;
    uint32_t entry = intern->table[place_of(intern, hash_bytes(intern, text, length), text, length)];
    return entry ? entry - 1 : OGPI_INTERN_NONE;
}

static bool grow_table(ogpi_intern *intern)
{
    size_t size = intern->table_size ? intern->table_size * 2 : 64;
    uint32_t *table = ogpi_calloc(intern->allocator, size, sizeof *table);

    if (!table)
        return false;
    /* Where memory lies cannot be known from outside. No answer depends on it. */
    if (!intern->table)
        intern->key = mix((uintptr_t)table ^ 0x9E3779B97F4A7C15u,
                          (uintptr_t)intern ^ (uint64_t)(uintptr_t)&ogpi_default_allocator << 24);
    ogpi_free(intern->allocator, intern->table);
    intern->table = table;
    intern->table_size = size;
    for (size_t i = 0; i < intern->count; i++) {
        size_t at = intern->items[i].hash & (size - 1);
        while (table[at])
            at = (at + 1) & (size - 1);
        table[at] = (uint32_t)i + 1;
    }
    return true;
}

uint32_t ogpi_intern_add(ogpi_intern *intern, const char *text, size_t length)
{
    if (intern->count * 4 >= intern->table_size * 3 && !grow_table(intern))
        return OGPI_INTERN_NONE;
    uint32_t hash = hash_bytes(intern, text, length);
    size_t at = place_of(intern, hash, text, length);
    if (intern->table[at])
        return intern->table[at] - 1;
    if (!ogpi_grow(intern->allocator, (void **)&intern->items, &intern->capacity, intern->count + 1,
                   sizeof *intern->items))
        return OGPI_INTERN_NONE;
    char *copy = ogpi_arena_strndup(&intern->arena, text, length);
    if (!copy)
        return OGPI_INTERN_NONE;
    intern->items[intern->count] = (ogpi_interned){copy, (uint32_t)length, hash};
    intern->table[at] = (uint32_t)++intern->count;
    return (uint32_t)intern->count - 1;
}

size_t ogpi_intern_bytes(const ogpi_intern *intern)
{
    return intern->arena.total + intern->capacity * sizeof *intern->items + intern->table_size * sizeof *intern->table;
}
