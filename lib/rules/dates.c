/* SPDX-License-Identifier: MIT */
/* The order of dates: within a milestone, a commitment, the plan. The plan's own dates are in plan_dates.c,
   its length and deadline in calendar_judge.c. */
#include "rules/check.h"
#include "rules/period.h"

/* A finding of two dates, with the names that the rule's message has for them. */
static void add_pair(ogpi_check *check, const char *rule, const char *path, ogpi_arg first, ogpi_arg second)
{
    ogpi_check_add(check, &(ogpi_finding_spec){.rule = rule, .path = path, OGPI_ARGS(first, second)});
}

static void check_order(ogpi_check *check, const char *rule, const ogpi_date *start, const ogpi_date *end)
{
    if (ogpi_before(ogpi_period_of(end), ogpi_period_of(start)))
        add_pair(check, rule, "end", (ogpi_arg){"start", ogpi_str(&start->text), false},
                 (ogpi_arg){"end", ogpi_str(&end->text), false});
}

/* One of two dates before, or after, what holds them. One finding for each side is enough. */
static bool check_side(ogpi_check *check, const char *rule, const ogpi_date *start, const ogpi_date *end,
                       const ogpi_date *limit, bool after)
{
    ogpi_period bound = ogpi_period_of(limit);
    const ogpi_date *dates[] = {after ? end : start, after ? start : end};
    for (int i = 0; i < 2; i++) {
        ogpi_period period = ogpi_period_of(dates[i]);
        if (after ? !ogpi_before(bound, period) : !ogpi_before(period, bound))
            continue;
        add_pair(check, rule, dates[i] == start ? "start" : "end", (ogpi_arg){"date", ogpi_str(&dates[i]->text), false},
                 (ogpi_arg){"limit", ogpi_str(&limit->text), false});
        return true;
    }
    return false;
}

static void check_milestone_in_plan(ogpi_check *check, const ogp_milestone *milestone)
{
    const ogp_plan *plan = check->plan;
    ogpi_period start = ogpi_period_of(&milestone->start), end = ogpi_period_of(&milestone->end);
    ogpi_period from = ogpi_period_of(&plan->start), to = ogpi_period_of(&plan->end);
    bool first = ogpi_before(start, from) || ogpi_before(to, start);
    bool last = ogpi_before(end, from) || ogpi_before(to, end);
    if (!first && !last)
        return;
    const ogpi_date *date = first ? &milestone->start : &milestone->end;
    ogpi_check_add(check, &(ogpi_finding_spec){.rule = "DAT023", .path = first ? "start" : "end",
                                               OGPI_ARGS({"date", ogpi_str(&date->text), false},
                                                         {"start", ogpi_str(&plan->start.text), false},
                                                         {"end", ogpi_str(&plan->end.text), false})});
}

static void check_milestone(ogpi_check *check, const ogp_commitment *commitment, const ogp_milestone *milestone)
{
    check_order(check, "DAT020", &milestone->start, &milestone->end);
    bool outside = check_side(check, "DAT021", &milestone->start, &milestone->end, &commitment->start, false);
    outside |= check_side(check, "DAT022", &milestone->start, &milestone->end, &commitment->end, true);
    if (!outside)
        check_milestone_in_plan(check, milestone);
}

int ogpi_check_dates(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error)
{
    (void)error;
    check_order(check, "DAT010", &commitment->start, &commitment->end);
    check_side(check, "DAT011", &commitment->start, &commitment->end, &check->plan->start, false);
    check_side(check, "DAT012", &commitment->start, &commitment->end, &check->plan->end, true);
    for (size_t i = 0; i < commitment->milestones.count; i++) {
        const ogp_milestone *milestone = ogpi_milestone_at(commitment, i);
        size_t top = ogpi_check_enter(check, "milestones", i);
        ogpi_check_subject(check, &milestone->number, &milestone->title);
        check_milestone(check, commitment, milestone);
        ogpi_pointer_pop(&check->path, top);
    }
    return 0;
}
