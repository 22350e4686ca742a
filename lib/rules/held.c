/* SPDX-License-Identifier: MIT */
#include "rules/held.h"
#include "rules/days.h"

void *ogpi_held_new(size_t size, const ogp_context *context)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogpi_held *held = ogpi_calloc(allocator, 1, size);
    if (!held)
        return NULL;
    ogpi_ref_init(&held->refs);
    held->allocator = *allocator;
    held->book = ogp_rulebook_ref((ogp_rulebook *)ogp_context_rulebook(context));
    return held;
}

void *ogpi_held_finish(void *result, int code)
{
    if (code >= 0)
        return result;
    ogpi_held_unref(result);
    return NULL;
}

int ogpi_held_day(int32_t *out, ogp_date asked, int32_t otherwise, ogp_error *error)
{
    *out = otherwise;
    return asked.year == 0 ? OGP_OK : ogpi_day_read(out, &asked, "today", error);
}

void *ogpi_held_ref(void *result)
{
    ogpi_held *held = result;
    if (held)
        ogpi_ref(&held->refs);
    return result;
}

void ogpi_held_unref(void *result)
{
    ogpi_held *held = result;
    if (!held || !ogpi_unref(&held->refs))
        return;
    ogp_allocator allocator = held->allocator;
    ogp_report_unref(held->report);
    ogpi_names_clear(&held->names, &allocator);
    ogp_rulebook_unref(held->book);
    ogpi_free(&allocator, held);
}

const char *ogpi_held_term(const ogpi_held *held, const char *id, const char *language)
{
    return ogpi_names_term(&held->names, &held->allocator, held->book, id, language);
}
