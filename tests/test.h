/* SPDX-License-Identifier: MIT */
/* What every unit test includes. */
#ifndef OGP_TEST_H
#define OGP_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <ogp/context.h>

/* An allocator that counts, and fails the n-th allocation (0: none). */
typedef struct counting { size_t calls, fail_at, live; } counting;

static void *counting_allocate(size_t size, void *user)
{
    counting *c = user;
    if (++c->calls == c->fail_at)
        return NULL;
    void *memory = malloc(size);
    c->live += memory != NULL;
    return memory;
}

static void *counting_reallocate(void *memory, size_t size, void *user)
{
    counting *c = user;
    if (++c->calls == c->fail_at)
        return NULL;
    void *grown = realloc(memory, size);
    c->live += !memory && grown;
    return grown;
}

static void counting_release(void *memory, void *user)
{
    counting *c = user;
    c->live -= memory != NULL;
    free(memory);
}

static inline ogp_allocator counting_allocator(counting *c)
{
    return (ogp_allocator){counting_allocate, counting_reallocate, counting_release, c};
}

#endif
