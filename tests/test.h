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
#include <ogp/report.h>

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

/* A context with these limits (0: the default) and this allocator (NULL: malloc). */
static inline ogp_context *new_context(ogp_limits limits, const ogp_allocator *allocator)
{
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    ogp_context *context = NULL;
    limits.struct_size = sizeof limits;
    options.limits = &limits;
    options.allocator = allocator;
    assert_int_equal(ogp_context_new(&context, &options, NULL), 0);
    return context;
}

/* The first finding of a rule, or NULL. */
static inline const ogp_finding *find_rule(const ogp_report *report, const char *rule)
{
    for (size_t i = 0; i < ogp_report_count(report); i++)
        if (strcmp(ogp_finding_rule(ogp_report_at(report, i)), rule) == 0)
            return ogp_report_at(report, i);
    return NULL;
}

/* Work in a context, all of it undone again before it returns: 0 or a negative code. */
typedef int (*counted_work)(const ogp_context *context);

/* Fails the first allocation, then the second ..., until the work succeeds: nothing may leak, and no other code may
   come. After the first forty OGP_FAIL_EVERY skips some. */
static inline void survive_failed_allocations(counted_work work)
{
    const char *every = getenv("OGP_FAIL_EVERY");
    size_t step = every ? (size_t)atoi(every) : 1;
    int rc = OGP_ERROR_MEMORY;
    for (size_t n = 1; rc == OGP_ERROR_MEMORY; n += n < 40 ? 1 : step) {
        counting c = {.fail_at = n};
        ogp_allocator allocator = counting_allocator(&c);
        ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
        ogp_context *context = NULL;
        options.allocator = &allocator;
        rc = ogp_context_new(&context, &options, NULL);
        if (rc == 0)
            rc = work(context);
        ogp_context_unref(context);
        assert_int_equal(c.live, 0);
        assert_true(rc == OGP_ERROR_MEMORY || (rc == 0 && n > 2)); /* the context's own is the first */
    }
}

#endif
