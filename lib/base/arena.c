/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#define CHUNK_MIN ((size_t)4096)
#define CHUNK_MAX ((size_t)1 << 20)
#define ALIGNMENT _Alignof(max_align_t)

struct ogpi_arena_chunk {
    ogpi_arena_chunk *previous;
    size_t size;
    _Alignas(max_align_t) char bytes[];
};

void ogpi_arena_init(ogpi_arena *arena, const ogp_allocator *allocator)
{
    *arena = (ogpi_arena){.allocator = allocator};
}

static bool add_chunk(ogpi_arena *arena, size_t need)
{
    size_t size = arena->chunks ? arena->chunks->size * 2 : CHUNK_MIN;
    if (size > CHUNK_MAX)
        size = CHUNK_MAX;
    if (size < need)
        size = need;
    if (size > SIZE_MAX - sizeof(ogpi_arena_chunk))
        return false;
    ogpi_arena_chunk *chunk = ogpi_alloc(arena->allocator, sizeof *chunk + size);
    if (!chunk)
        return false;
    chunk->previous = arena->chunks;
    chunk->size = size;
    arena->chunks = chunk;
    arena->next = chunk->bytes;
    arena->left = size;
    arena->total += sizeof *chunk + size;
    return true;
}

void *ogpi_arena_alloc(ogpi_arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT)
        return NULL;
    size = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
    if (size == 0)
        size = ALIGNMENT;
    if (size > arena->left && !add_chunk(arena, size))
        return NULL;
    void *memory = arena->next;
    arena->next += size;
    arena->left -= size;
    return memory;
}

void *ogpi_arena_calloc(ogpi_arena *arena, size_t count, size_t size)
{
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        return NULL;
    void *memory = ogpi_arena_alloc(arena, total);
    if (memory)
        memset(memory, 0, total);
    return memory;
}

char *ogpi_arena_strndup(ogpi_arena *arena, const char *text, size_t length)
{
    return length == SIZE_MAX ? NULL : ogpi_copy_text(ogpi_arena_alloc(arena, length + 1), text, length);
}

static void free_chunks(ogpi_arena *arena, ogpi_arena_chunk *chunk)
{
    while (chunk) {
        ogpi_arena_chunk *previous = chunk->previous;
        arena->total -= sizeof *chunk + chunk->size;
        ogpi_free(arena->allocator, chunk);
        chunk = previous;
    }
}

void ogpi_arena_reset(ogpi_arena *arena)
{
    ogpi_arena_chunk *newest = arena->chunks;
    if (!newest)
        return;
    free_chunks(arena, newest->previous);
    newest->previous = NULL;
    arena->next = newest->bytes;
    arena->left = newest->size;
}

void ogpi_arena_clear(ogpi_arena *arena)
{
    free_chunks(arena, arena->chunks);
    ogpi_arena_init(arena, arena->allocator);
}
