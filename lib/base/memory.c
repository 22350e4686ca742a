/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include <stdlib.h>

static void *default_allocate(size_t size, void *user)
{
    (void)user;
    return malloc(size);
}

static void *default_reallocate(void *memory, size_t size, void *user)
{
    (void)user;
    return realloc(memory, size);
}

static void default_release(void *memory, void *user)
{
    (void)user;
    free(memory);
}

const ogp_allocator ogpi_default_allocator = {default_allocate, default_reallocate, default_release, NULL};

static const ogp_allocator *or_default(const ogp_allocator *allocator)
{
    return allocator ? allocator : &ogpi_default_allocator;
}

void *ogpi_alloc(const ogp_allocator *allocator, size_t size)
{
    allocator = or_default(allocator);
    return allocator->allocate(size ? size : 1, allocator->user);
}

void *ogpi_calloc(const ogp_allocator *allocator, size_t count, size_t size)
{
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        return NULL;
    void *memory = ogpi_alloc(allocator, total);
    if (memory)
        memset(memory, 0, total);
    return memory;
}

void *ogpi_realloc(const ogp_allocator *allocator, void *memory, size_t size)
{
    allocator = or_default(allocator);
    return allocator->reallocate(memory, size ? size : 1, allocator->user);
}

void ogpi_free(const ogp_allocator *allocator, void *memory)
{
    allocator = or_default(allocator);
    if (memory)
        allocator->release(memory, allocator->user);
}

char *ogpi_strndup(const ogp_allocator *allocator, const char *text, size_t length)
{
    return length == SIZE_MAX ? NULL : ogpi_copy_text(ogpi_alloc(allocator, length + 1), text, length);
}

bool ogpi_grow(const ogp_allocator *allocator, void **items, size_t *capacity, size_t need, size_t element_size)
{
    if (need <= *capacity)
        return true;
    size_t wanted = *capacity ? *capacity : 8;
    while (wanted < need) {
        if (wanted > SIZE_MAX / 2)
            return false;
        wanted *= 2;
    }
    size_t bytes;
    if (__builtin_mul_overflow(wanted, element_size, &bytes))
        return false;
    void *grown = ogpi_realloc(allocator, *items, bytes);
    if (!grown)
        return false;
    *items = grown;
    *capacity = wanted;
    return true;
}

void ogpi_ref_init(ogpi_refcount *refcount)
{
    atomic_init(&refcount->count, 1);
}

void ogpi_ref(ogpi_refcount *refcount)
{
    if (atomic_load_explicit(&refcount->count, memory_order_relaxed) != OGPI_STATIC)
        atomic_fetch_add_explicit(&refcount->count, 1, memory_order_relaxed);
}

bool ogpi_unref(ogpi_refcount *refcount)
{
    if (atomic_load_explicit(&refcount->count, memory_order_relaxed) == OGPI_STATIC)
        return false;
    return atomic_fetch_sub_explicit(&refcount->count, 1, memory_order_acq_rel) == 1;
}
