/* SPDX-License-Identifier: MIT */
/* The life of a plan. Its records lie in its own arena; the last reference frees all of it at once. */
#include "model/getters.h"
#include "rulebook/rulebook.h"

#include <ogp/plan.h>

ogp_plan *ogpi_plan_new(const ogp_context *context)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    if (!allocator)
        allocator = &ogpi_default_allocator;
    ogp_plan *plan = ogpi_calloc(allocator, 1, sizeof *plan);
    if (!plan)
        return NULL;
    /* The plan may outlive the context. */
    plan->allocator_copy = *allocator;
    plan->allocator = &plan->allocator_copy;
    ogpi_ref_init(&plan->refs);
    ogpi_arena_init(&plan->arena, plan->allocator);
    return plan;
}

void ogpi_plan_reset(ogp_plan *plan)
{
    memset(plan, 0, offsetof(ogp_plan, refs));
    ogpi_arena_reset(&plan->arena);
}

bool ogpi_plan_sole(const ogp_plan *plan)
{
    return atomic_load_explicit(&plan->refs.count, memory_order_acquire) == 1;
}

ogp_plan *ogp_plan_ref(ogp_plan *plan)
{
    if (plan)
        ogpi_ref(&plan->refs);
    return plan;
}

void ogp_plan_unref(ogp_plan *plan)
{
    if (!plan || !ogpi_unref(&plan->refs))
        return;
    ogpi_arena_clear(&plan->arena);
    ogp_allocator allocator = plan->allocator_copy;
    ogpi_free(&allocator, plan);
}

OGPI_GET_STRING(plan, id, id)
OGPI_GET_STRING(plan, member, member)
OGPI_GET_STRING(plan, level, level)
OGPI_GET_STRING(plan, language, language)
OGPI_GET_STRING(plan, edition, edition)
OGPI_GET_LOCALIZED(plan, title, title)
OGPI_GET_DATE(plan, submitted, submitted)
OGPI_GET_DATE(plan, start, start)
OGPI_GET_DATE(plan, end, end)
OGPI_GET_RECORD(plan, lead, ogp_institution, lead)
OGPI_GET_RECORD(plan, cocreation, ogp_cocreation, cocreation)
OGPI_GET_RECORDS(plan, commitment, ogp_commitment, commitments)

const ogp_commitment *ogp_plan_commitment(const ogp_plan *plan, const char *id)
{
    const ogp_commitment *numbered = NULL;
    for (size_t i = 0; plan && id && i < plan->commitments.count; i++) {
        const ogp_commitment *commitment = ogpi_commitment_at(plan, i);
        if (strcmp(ogpi_str(&commitment->id), id) == 0)
            return commitment;
        if (!numbered && strcmp(ogpi_str(&commitment->number), id) == 0)
            numbered = commitment;
    }
    return numbered;
}
