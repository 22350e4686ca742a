/* SPDX-License-Identifier: MIT */
#include "model/history.h"
#include "rulebook/rulebook.h"

ogp_history *ogpi_history_new(const ogp_context *context)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogp_history *history = ogpi_calloc(allocator, 1, sizeof *history);
    if (!history)
        return NULL;
    ogpi_ref_init(&history->refs);
    history->allocator = *allocator;
    ogpi_arena_init(&history->arena, &history->allocator);
    history->member = history->kind = "";
    history->today = OGPI_HISTORY_NO_DAY;
    return history;
}

ogp_history *ogp_history_ref(ogp_history *history)
{
    if (history)
        ogpi_ref(&history->refs);
    return history;
}

void ogp_history_unref(ogp_history *history)
{
    if (!history || !ogpi_unref(&history->refs))
        return;
    ogp_allocator allocator = history->allocator;
    ogpi_arena_clear(&history->arena);
    ogpi_free(&allocator, history);
}

const char *ogp_history_member(const ogp_history *history)
{
    return history ? history->member : "";
}

const char *ogp_history_kind(const ogp_history *history)
{
    return history ? history->kind : "";
}

void ogpi_history_sort(ogp_history *history)
{
    for (size_t i = 1; i < history->event_count; i++) {
        ogpi_event event = history->events[i];
        size_t k = i;
        for (; k > 0 && history->events[k - 1].day > event.day; k--)
            history->events[k] = history->events[k - 1];
        history->events[k] = event;
    }
    for (size_t i = 1; i < history->rating_count; i++) {
        ogpi_rating rating = history->ratings[i];
        size_t k = i;
        for (; k > 0 && history->ratings[k - 1].year > rating.year; k--)
            history->ratings[k] = history->ratings[k - 1];
        history->ratings[k] = rating;
    }
}

int32_t ogpi_history_first(const ogp_history *history, const char *type, int32_t until)
{
    for (size_t i = 0; i < history->event_count; i++)
        if (history->events[i].day <= until && strcmp(history->events[i].type, type) == 0)
            return history->events[i].day;
    return OGPI_HISTORY_NO_DAY;
}

int32_t ogpi_history_last(const ogp_history *history, const char *type, int32_t until)
{
    int32_t day = OGPI_HISTORY_NO_DAY;
    for (size_t i = 0; i < history->event_count; i++)
        if (history->events[i].day <= until && strcmp(history->events[i].type, type) == 0)
            day = history->events[i].day;
    return day;
}
