/* SPDX-License-Identifier: MIT */
#include "rulebook/image.h"

/* Offsets must fit the payload of a cell, one bit left for INT. */
#define POOL_LIMIT ((size_t)1 << 28)

static uint32_t hash_bytes(const void *bytes, size_t length)
{
    const unsigned char *p = bytes;
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ p[i]) * 16777619u;
    return hash;
}

void ogpi_pool_init(ogpi_pool *pool, size_t element, const ogp_allocator *allocator)
{
    memset(pool, 0, sizeof *pool);
    pool->allocator = allocator;
    pool->element = element;
}

void ogpi_pool_clear(ogpi_pool *pool)
{
    ogpi_free(pool->allocator, pool->data);
    ogpi_free(pool->allocator, pool->entries);
    ogpi_pool_init(pool, pool->element, pool->allocator);
}

static bool same(const ogpi_pool *pool, const ogpi_pool_entry *entry, uint32_t hash, const void *items, size_t count)
{
    return entry->hash == hash && entry->count == count &&
           memcmp(pool->data + entry->offset * pool->element, items, count * pool->element) == 0;
}

static ogpi_pool_entry *find(const ogpi_pool *pool, uint32_t hash, const void *items, size_t count)
{
    size_t mask = pool->entry_capacity - 1;
    size_t i = hash & mask;
    while (pool->entries[i].count && !same(pool, &pool->entries[i], hash, items, count))
        i = (i + 1) & mask;
    return &pool->entries[i];
}

/* Keeps the table at most half full. */
static bool make_room(ogpi_pool *pool)
{
    if (2 * (pool->entry_count + 1) <= pool->entry_capacity)
        return true;
    size_t capacity = pool->entry_capacity ? 2 * pool->entry_capacity : 256;
    ogpi_pool_entry *entries = ogpi_calloc(pool->allocator, capacity, sizeof *entries);
    if (!entries)
        return false;
    for (size_t i = 0; i < pool->entry_capacity; i++) {
        size_t j = pool->entries[i].hash & (capacity - 1);
        while (pool->entries[i].count && entries[j].count)
            j = (j + 1) & (capacity - 1);
        if (pool->entries[i].count)
            entries[j] = pool->entries[i];
    }
    ogpi_free(pool->allocator, pool->entries);
    pool->entries = entries;
    pool->entry_capacity = capacity;
    return true;
}

bool ogpi_pool_add(ogpi_pool *pool, const void *items, size_t count, uint32_t *offset)
{
    if (!make_room(pool))
        return false;
    uint32_t hash = hash_bytes(items, count * pool->element);
    ogpi_pool_entry *entry = find(pool, hash, items, count);
    if (!entry->count) {
        void *data = pool->data;
        if (count > POOL_LIMIT - pool->count ||
            !ogpi_grow(pool->allocator, &data, &pool->capacity, pool->count + count, pool->element))
            return false;
        pool->data = data;
        memcpy(pool->data + pool->count * pool->element, items, count * pool->element);
        *entry = (ogpi_pool_entry){hash, (uint32_t)pool->count, (uint32_t)count};
        pool->count += count;
        pool->entry_count++;
    }
    *offset = entry->offset;
    return true;
}

bool ogpi_pool_know(ogpi_pool *pool, uint32_t offset, size_t count)
{
    const char *items = pool->data + offset * pool->element;
    if (!make_room(pool))
        return false;
    uint32_t hash = hash_bytes(items, count * pool->element);
    ogpi_pool_entry *entry = find(pool, hash, items, count);
    if (!entry->count) {
        *entry = (ogpi_pool_entry){hash, offset, (uint32_t)count};
        pool->entry_count++;
    }
    return true;
}

void ogpi_image_init(ogpi_image *image, const ogp_allocator *allocator)
{
    memset(image, 0, sizeof *image);
    ogpi_pool_init(&image->cells, sizeof(uint32_t), allocator);
    ogpi_pool_init(&image->strings, 1, allocator);
    image->root = ogpi_cell(OGPI_RB_NONE, 0);
}

void ogpi_image_clear(ogpi_image *image)
{
    ogpi_pool_clear(&image->cells);
    ogpi_pool_clear(&image->strings);
}
