/* SPDX-License-Identifier: MIT */
/* A commitment's dates: stated, exact, in order, inside the plan's period. */
#include "rules/period.h"
#include "rules/smart_scorer.h"

typedef struct bounds {
    ogpi_period start, end;
} bounds;

static bool outside(const bounds *inner, const bounds *outer)
{
    return ogpi_before(inner->start, outer->start) || ogpi_before(inner->end, outer->start) ||
           ogpi_before(outer->end, inner->start) || ogpi_before(outer->end, inner->end);
}

static void observe_milestones(ogpi_observer *o, const ogp_commitment *commitment, const bounds *own, bool *ordered)
{
    size_t dated = 0;
    for (size_t i = 0; i < commitment->milestones.count; i++) {
        const ogp_milestone *milestone = ogpi_milestone_at(commitment, i);
        bounds b = {ogpi_period_of(&milestone->start), ogpi_period_of(&milestone->end)};
        if (ogpi_before(b.end, b.start) || outside(&b, own))
            *ordered = false;
        if (milestone->end.value.kind == OGP_EDTF_NONE)
            continue;
        dated++;
        o->milestone = (int32_t)i;
        ogpi_observe(o, OGPI_SIGNAL_MILESTONE_DATED, "end", NULL);
        o->milestone = -1;
    }
    if (dated > 0 && dated == commitment->milestones.count)
        ogpi_observe(o, OGPI_SIGNAL_ALL_DATED, "milestones", NULL);
}

void ogpi_observe_dates(ogpi_observer *o, const ogp_plan *plan, const ogp_commitment *commitment)
{
    bounds own = {ogpi_period_of(&commitment->start), ogpi_period_of(&commitment->end)};
    bool start = commitment->start.value.kind != OGP_EDTF_NONE, end = commitment->end.value.kind != OGP_EDTF_NONE;
    bool ordered = !ogpi_before(own.end, own.start);
    if (start)
        ogpi_observe(o, OGPI_SIGNAL_START, "start", NULL);
    if (end)
        ogpi_observe(o, OGPI_SIGNAL_END, "end", NULL);
    if (end && ogpi_date_exact(&commitment->end))
        ogpi_observe(o, OGPI_SIGNAL_END_EXACT, "end", NULL);
    observe_milestones(o, commitment, &own, &ordered);
    if (!start && !end)
        return;
    if (ordered)
        ogpi_observe(o, OGPI_SIGNAL_ORDERED, end ? "end" : "start", NULL);
    bounds period = {{0, 0, false}, {0, 0, false}};
    if (plan)
        period = (bounds){ogpi_period_of(&plan->start), ogpi_period_of(&plan->end)};
    if (!outside(&own, &period))
        ogpi_observe(o, OGPI_SIGNAL_INSIDE, end ? "end" : "start", NULL);
}
