/* SPDX-License-Identifier: MIT */
/* The plan's own dates: there, in order, of a possible length; the rest is the calendar's (calendar_judge.c). */
#include "rules/calendar.h"
#include "rules/check.h"
#include "rules/plan_edition.h"
#include <stdio.h>

typedef struct plan_dates {
    ogpi_period submitted, start, end;
} plan_dates;

static void add(ogpi_check *check, ogpi_finding_spec spec)
{
    spec.edition = check->calendar;
    ogpi_check_add(check, &spec);
}

static void add_pair(ogpi_check *check, const char *rule, const char *path, ogpi_arg first, ogpi_arg second)
{
    add(check, (ogpi_finding_spec){.rule = rule, .path = path, OGPI_ARGS(first, second)});
}

static ogpi_arg stated(const char *name, const ogpi_date *date)
{
    return (ogpi_arg){name, ogpi_str(&date->text), false};
}

/* Every day from the shortest to the longest length that has occurred, with some days' grace. */
static void check_length(ogpi_check *check, const plan_dates *dates)
{
    ogpi_rb length = ogpi_rb_path(check->book, "calendar/length");
    int32_t grace = ogpi_rb_int(ogpi_rb_path(check->book, "dates/tolerance_days"), 0);
    int32_t shortest = ogpi_day_add_months(dates->start.first, 12 * ogpi_rb_int(ogpi_rb_get(length, "minimum"), 0));
    int32_t longest = ogpi_day_add_months(dates->start.first, 12 * ogpi_rb_int(ogpi_rb_get(length, "maximum"), 100));
    bool local = strcmp(check->edition, "local") == 0;
    if (!local && (dates->end.last + 1 < shortest - grace || dates->end.last + 1 > longest + grace))
        add_pair(check, "DAT031", "end", stated("start", &check->plan->start), stated("end", &check->plan->end));
}

/* From 2022 on a plan is due twelve months after the end of the last one. That end is not in the plan; where plans
   follow each other without a gap it is the day before the start. */
static void check_after_start(ogpi_check *check, const plan_dates *dates)
{
    int32_t months = ogpi_rb_int(ogpi_rb_path(check->book, "dates/months_after_start"), 12);
    int32_t limit = ogpi_day_add_months(dates->start.last, months);
    char days[16], day[OGPI_DAY_SIZE];
    if (dates->submitted.first <= dates->start.last)
        return;
    if (dates->submitted.first > limit) {
        add_pair(check, "DAT041", "submitted", stated("date", &check->plan->submitted),
                 (ogpi_arg){"limit", ogpi_day_text(limit, day), false});
        return;
    }
    snprintf(days, sizeof days, "%d", (int)(dates->submitted.first - dates->start.first));
    add(check, (ogpi_finding_spec){.rule = "DAT042",
                                   .path = "submitted",
                                   OGPI_ARGS(stated("date", &check->plan->submitted),
                                             stated("start", &check->plan->start), {"days", days, false})});
}

static void check_submission(ogpi_check *check, const plan_dates *dates)
{
    if (!dates->submitted.known)
        add(check, (ogpi_finding_spec){.rule = "DAT004", .path = "submitted"});
    else if (ogpi_before(dates->end, dates->submitted))
        add_pair(check, "DAT045", "submitted", stated("date", &check->plan->submitted),
                 stated("end", &check->plan->end));
    else if (dates->start.known)
        check_after_start(check, dates);
}

static void check_refresh(ogpi_check *check, const ogpi_calendar *calendar)
{
    int32_t refresh = ogpi_calendar_day(calendar, "refresh");
    char day[OGPI_DAY_SIZE];
    if (refresh != OGPI_NO_DAY)
        add(check, (ogpi_finding_spec){
                       .rule = "DAT046", .path = "start", OGPI_ARGS({"date", ogpi_day_text(refresh, day), false})});
}

/* A plan whose end the era fixes follows on one that ended as many years before. */
static void check_calendar(ogpi_check *check, const plan_dates *dates)
{
    ogpi_calendar_facts facts = OGPI_CALENDAR_FACTS_INIT;
    ogpi_calendar calendar;
    facts.plan_alone = true;
    facts.local = strcmp(check->edition, "local") == 0;
    facts.submitted = dates->submitted.known ? dates->submitted.first : OGPI_NO_DAY;
    facts.start = dates->start.known ? dates->start.first : OGPI_NO_DAY;
    facts.end = dates->end.known ? dates->end.last : OGPI_NO_DAY;
    ogpi_calendar_compute(&calendar, check->book, check->calendar, &facts);
    if (calendar.era_end != OGPI_NO_DAY && dates->end.known) {
        facts.previous_end = ogpi_day_add_months(facts.end, -12 * ogpi_plan_years(dates->start, dates->end));
        ogpi_calendar_compute(&calendar, check->book, check->calendar, &facts);
    }
    ogpi_calendar_judge(&calendar, &facts, check->report);
    check_refresh(check, &calendar);
}

int ogpi_check_dates_plan(ogpi_check *check, ogp_error *error)
{
    (void)error;
    const ogp_plan *plan = check->plan;
    plan_dates dates = {ogpi_period_of(&plan->submitted), ogpi_period_of(&plan->start), ogpi_period_of(&plan->end)};
    if (plan->start.value.kind == OGP_EDTF_NONE)
        add(check, (ogpi_finding_spec){.rule = "DAT001", .path = "start"});
    if (plan->end.value.kind == OGP_EDTF_NONE)
        add(check, (ogpi_finding_spec){.rule = "DAT002", .path = "end"});
    check_submission(check, &dates);
    if (ogpi_before(dates.end, dates.start)) {
        add_pair(check, "DAT003", "end", stated("start", &plan->start), stated("end", &plan->end));
        return 0;
    }
    if (dates.start.known && dates.end.known)
        check_length(check, &dates);
    if (dates.submitted.known || dates.start.known || dates.end.known)
        check_calendar(check, &dates);
    return 0;
}
