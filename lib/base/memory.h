/* SPDX-License-Identifier: MIT */
/* Memory: the caller's allocator, an arena over it, a growing buffer, reference counts. */
#ifndef OGPI_MEMORY_H
#define OGPI_MEMORY_H

#include <ogp/context.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

/* malloc, realloc, free. Used wherever an allocator pointer is NULL. */
extern const ogp_allocator ogpi_default_allocator;

void *ogpi_alloc(const ogp_allocator *allocator, size_t size);
void *ogpi_calloc(const ogp_allocator *allocator, size_t count, size_t size); /* zeroed, overflow-checked */
void *ogpi_realloc(const ogp_allocator *allocator, void *memory, size_t size);
void ogpi_free(const ogp_allocator *allocator, void *memory);
/* A text and its NUL into room for them, which is given back; NULL stays NULL. */
static inline char *ogpi_copy_text(char *room, const char *text, size_t length)
{
    if (!room)
        return NULL;
    if (length)
        memcpy(room, text, length);
    room[length] = '\0';
    return room;
}
char *ogpi_strndup(const ogp_allocator *allocator, const char *text, size_t length);

/* Makes room for `need` elements in *items; doubles. NULL-safe start: *items NULL, *capacity 0.
   Returns false and leaves everything as it was when memory runs out. */
bool ogpi_grow(const ogp_allocator *allocator, void **items, size_t *capacity, size_t need, size_t element_size);

/* Arena: many small allocations, freed at once. Memory is aligned for any type. */
typedef struct ogpi_arena_chunk ogpi_arena_chunk;
typedef struct ogpi_arena {
    const ogp_allocator *allocator;
    ogpi_arena_chunk *chunks;
    char *next;
    size_t left;
    size_t total; /* bytes asked of the allocator so far */
} ogpi_arena;
void ogpi_arena_init(ogpi_arena *arena, const ogp_allocator *allocator);
void *ogpi_arena_alloc(ogpi_arena *arena, size_t size);                    /* not zeroed; NULL without memory */
void *ogpi_arena_calloc(ogpi_arena *arena, size_t count, size_t size);     /* zeroed */
char *ogpi_arena_strndup(ogpi_arena *arena, const char *text, size_t length); /* NUL-terminated copy */
void ogpi_arena_reset(ogpi_arena *arena);                                  /* empties, keeps one chunk */
void ogpi_arena_clear(ogpi_arena *arena);                                  /* frees all; may be used again */

/* A growing byte buffer. A failure sticks: check `failed` once at the end. data is NUL-terminated when length > 0. */
typedef struct ogpi_buffer {
    const ogp_allocator *allocator;
    char *data;
    size_t length;
    size_t capacity;
    bool failed;
} ogpi_buffer;
void ogpi_buffer_init(ogpi_buffer *buffer, const ogp_allocator *allocator);
void ogpi_buffer_clear(ogpi_buffer *buffer); /* frees */
void ogpi_buffer_add(ogpi_buffer *buffer, const char *bytes, size_t length);
void ogpi_buffer_puts(ogpi_buffer *buffer, const char *text);
/* Makes room for `more` bytes and a NUL. False without memory, and once something has failed. */
bool ogpi_buffer_reserve(ogpi_buffer *buffer, size_t more);
/* So many bytes at the end, for the caller to write all of them at once; NULL without memory. */
static inline char *ogpi_buffer_room(ogpi_buffer *buffer, size_t length)
{
    if (length >= buffer->capacity - buffer->length && !ogpi_buffer_reserve(buffer, length))
        return NULL;
    char *room = buffer->data + buffer->length;
    buffer->length += length;
    room[length] = '\0';
    return room;
}
void ogpi_buffer_putc(ogpi_buffer *buffer, char c);
void ogpi_buffer_printf(ogpi_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Hands the bytes over (NUL-terminated, never NULL unless failed); the buffer is empty afterwards. */
char *ogpi_buffer_take(ogpi_buffer *buffer, size_t *length);

/* Reference counts. A count of OGPI_STATIC is never touched. */
typedef struct ogpi_refcount { atomic_int count; } ogpi_refcount;
#define OGPI_STATIC (-1)
void ogpi_ref_init(ogpi_refcount *refcount);
void ogpi_ref(ogpi_refcount *refcount);
bool ogpi_unref(ogpi_refcount *refcount); /* true when it was the last */

#endif
