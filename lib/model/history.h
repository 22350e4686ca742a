/* SPDX-License-Identifier: MIT */
/* What has happened between a member, or somebody on the way in, and OGP: events, plan cycles, yearly ratings. */
#ifndef OGPI_HISTORY_H
#define OGPI_HISTORY_H

#include "base/memory.h"
#include <ogp/history.h>

#define OGPI_HISTORY_NO_DAY INT32_MIN

typedef struct ogpi_event { const char *type; int32_t day; } ogpi_event;

/* Answers are an ogp_answer; strings are never NULL. */
typedef struct ogpi_cycle {
    const char *plan;
    int32_t submitted, start, end, previous_end;
    bool first;
    const char *development, *implementation; /* IAP2 levels */
    int32_t repository, progress, requirements;
} ogpi_cycle;

typedef struct ogpi_rating { int32_t year; const char *core; } ogpi_rating;

struct ogp_history {
    ogpi_refcount refs;
    ogp_allocator allocator;
    ogpi_arena arena;
    const char *member, *kind;
    int32_t today;
    bool is_member; /* "ogp-member/1" */
    size_t event_count, cycle_count, rating_count;
    ogpi_event *events;   /* in order of time */
    ogpi_cycle *cycles;   /* as given */
    ogpi_rating *ratings; /* in order of years */
};

ogp_history *ogpi_history_new(const ogp_context *context);
/* Puts events and ratings in order; of equal ones the first given stays first. */
void ogpi_history_sort(ogp_history *history);
/* The day of the first event of a type, from a day on and not after another; NO_DAY. */
int32_t ogpi_history_first(const ogp_history *history, const char *type, int32_t until);
int32_t ogpi_history_last(const ogp_history *history, const char *type, int32_t until);

#endif
