/* SPDX-License-Identifier: MIT */
/* What calendars, joinings, statuses and requirements have in common as results that a caller holds: they count
   references, and keep their rulebook, their reasons and the names that were asked for. */
#ifndef OGPI_HELD_H
#define OGPI_HELD_H

#include "rulebook/names.h"
#include <ogp/date.h>
#include <ogp/report.h>

/* The first member of a result. */
typedef struct ogpi_held {
    ogpi_refcount refs;
    ogp_allocator allocator;
    ogp_rulebook *book;
    ogp_report *report; /* set at the end */
    ogpi_names names;
} ogpi_held;

/* A result of that size, all zero, with one reference; NULL: no memory. */
void *ogpi_held_new(size_t size, const ogp_context *context);
/* What the caller gets of a result that was worked out with that code: itself, or NULL once it is dropped. */
void *ogpi_held_finish(void *result, int code);
/* The day to judge on: the one that was asked for, USAGE where there is no such day; `otherwise` for year 0. */
int ogpi_held_day(int32_t *out, ogp_date asked, int32_t otherwise, ogp_error *error);
/* NULL is allowed. */
void *ogpi_held_ref(void *result);
void ogpi_held_unref(void *result);
/* ogpi_names_term() */
const char *ogpi_held_term(const ogpi_held *held, const char *id, const char *language);

#endif
