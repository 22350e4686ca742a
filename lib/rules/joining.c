/* SPDX-License-Identifier: MIT */
/* The steps of joining as a small state machine: a step counts once it is done and all before it count. */
#include "rules/joining.h"
#include "base/error.h"
#include "rulebook/finding.h"

#include <stdio.h>

typedef struct judge {
    ogp_joining *j;
    const ogp_history *history;
    ogpi_report_builder *report;
} judge;

static void find(const judge *g, const char *rule, const char *status, const ogpi_arg *args, size_t count)
{
    ogpi_report_add(g->report,
                    &(ogpi_finding_spec){
                        .rule = rule, .subject = g->j->member, .args = args, .arg_count = count, .status = status});
}

#define FIND(rule, status, ...)                                                                                        \
    find(g, rule, status, (const ogpi_arg[]){__VA_ARGS__}, sizeof((const ogpi_arg[]){__VA_ARGS__}) / sizeof(ogpi_arg))

static const char *weak(const ogpi_step *step)
{
    return strcmp(step->status, "unverified") == 0 ? "unverified" : NULL;
}

static int no_steps(const char *kind, ogp_error *error)
{
    ogpi_error(error, OGP_ERROR_FORMAT, "no steps are known for the kind \"%s\"; write country, local or parliament",
               kind);
    ogpi_error_path(error, "/kind");
    return OGP_ERROR_FORMAT;
}

static int read_steps(ogp_joining *j, ogp_error *error)
{
    ogpi_rb kinds = ogpi_rb_path(j->held.book, "joining/kinds"), steps = ogpi_rb_get(kinds, j->kind);
    if (ogpi_rb_count(steps) == 0)
        return no_steps(j->kind, error);
    for (size_t i = 0; i < ogpi_rb_count(steps) && i < OGPI_JOINING_STEPS; i++) {
        ogpi_rb rule = ogpi_rb_at(steps, i);
        j->steps[j->count++] = (ogpi_step){.rule = rule, .id = ogpi_rb_string(ogpi_rb_get(rule, "id"), ""),
                                           .event = ogpi_rb_string(ogpi_rb_get(rule, "event"), ""),
                                           .term = ogpi_rb_string(ogpi_rb_get(rule, "term"), ""),
                                           .source = ogpi_rb_string(ogpi_rb_get(rule, "source"), ""),
                                           .status = ogpi_rb_string(ogpi_rb_get(rule, "status"), "unverified"),
                                           .day = OGPI_NO_DAY};
    }
    return 0;
}

/* Optional from a year on: what counts is the year of the letter, or of today. */
static int32_t optional_from(const judge *g, const ogpi_step *step)
{
    int32_t from = ogpi_rb_int(ogpi_rb_get(step->rule, "optional_from"), 0);
    int32_t plan = ogpi_history_last(g->history, "plan-delivered", g->j->today);
    if (!from)
        return 0;
    return (plan == OGPI_NO_DAY && g->j->today == INT32_MAX) ||
                   ogpi_day_year(plan != OGPI_NO_DAY ? plan : g->j->today) >= from
               ? from
               : 0;
}

/* The day on which a step was lost for good; OGPI_NO_DAY where it holds. */
static int32_t lapsed_on(const judge *g, const ogpi_step *step)
{
    const char *undo = ogpi_rb_string(ogpi_rb_get(step->rule, "undo"), NULL);
    int32_t undone = undo ? ogpi_history_last(g->history, undo, g->j->today) : OGPI_NO_DAY;
    return undone != OGPI_NO_DAY && undone > ogpi_history_last(g->history, step->event, g->j->today) ? undone
                                                                                                     : OGPI_NO_DAY;
}

/* A step that lapses after the next one was done was done all the same: what follows still counts. */
static bool lapsed_too_soon(const judge *g, const ogpi_step *step, int32_t lapsed)
{
    const ogpi_step *next = step + 1;
    int32_t day =
        next < g->j->steps + g->j->count ? ogpi_history_first(g->history, next->event, g->j->today) : OGPI_NO_DAY;
    return day == OGPI_NO_DAY || day > lapsed;
}

static void decide(const judge *g, ogpi_step *step, const ogpi_step **missing, bool *next_found)
{
    step->day = ogpi_history_first(g->history, step->event, g->j->today);
    if (step->day != OGPI_NO_DAY && *missing) {
        step->state = OGP_STEP_OUT_OF_ORDER;
        return;
    }
    if (step->day != OGPI_NO_DAY) {
        int32_t lapsed = lapsed_on(g, step);
        step->state = lapsed == OGPI_NO_DAY ? OGP_STEP_DONE : OGP_STEP_LAPSED;
        if (lapsed == OGPI_NO_DAY || !lapsed_too_soon(g, step, lapsed))
            return;
    } else if (optional_from(g, step)) {
        step->state = OGP_STEP_OPTIONAL;
        step->status = ogpi_rb_string(ogpi_rb_get(step->rule, "optional_status"), step->status);
        return;
    } else {
        step->state = *next_found ? OGP_STEP_OPEN : OGP_STEP_NEXT;
    }
    step->open = !*next_found;
    *next_found = true;
    *missing = *missing ? *missing : step;
}

/* A step that counts, dated before one that must come first. */
static const ogpi_step *dated_later(const ogp_joining *j, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (j->steps[i].day != OGPI_NO_DAY && j->steps[i].day > j->steps[index].day)
            return &j->steps[i];
    return NULL;
}

static void explain_step(const judge *g, size_t index, const ogpi_step *missing)
{
    const ogpi_step *step = &g->j->steps[index];
    const ogpi_step *later = step->state == OGP_STEP_DONE ? dated_later(g->j, index) : NULL;
    const char *undo = ogpi_rb_string(ogpi_rb_get(step->rule, "undo"), "");
    char date[OGPI_DAY_SIZE], lapsed[OGPI_DAY_SIZE], year[16];
    const ogpi_arg name = {"step", step->term, true}, day = {"date", ogpi_day_text(step->day, date), false};
    if (step->state == OGP_STEP_DONE || step->state == OGP_STEP_LAPSED)
        FIND("JOI001", weak(step), name, day);
    if (step->open)
        FIND("JOI002", weak(step), name, {"event", step->event, false});
    if (step->state == OGP_STEP_OUT_OF_ORDER)
        FIND("JOI003", weak(step), name, day, {"missing", missing->term, true});
    if (later)
        FIND("JOI004", weak(step), name, day, {"missing", later->term, true});
    if (step->state == OGP_STEP_LAPSED)
        FIND("JOI005", NULL, {"date", ogpi_day_text(ogpi_history_last(g->history, undo, g->j->today), lapsed), false});
    if (step->state == OGP_STEP_OPTIONAL) {
        snprintf(year, sizeof year, "%d", (int)optional_from(g, step));
        FIND("JOI010", "unverified", name, {"year", year, false});
    }
}

static bool is_step_event(const ogp_joining *j, const char *type)
{
    for (size_t i = 0; i < j->count; i++)
        if (strcmp(j->steps[i].event, type) == 0 ||
            strcmp(ogpi_rb_string(ogpi_rb_get(j->steps[i].rule, "undo"), ""), type) == 0)
            return true;
    return false;
}

static void find_unknown_events(const judge *g)
{
    char expected[256] = "";
    for (size_t i = 0; i < g->j->count; i++)
        snprintf(expected + strlen(expected), sizeof expected - strlen(expected), "%s%s", i ? ", " : "",
                 g->j->steps[i].event);
    for (size_t i = 0; i < g->history->event_count; i++) {
        char date[OGPI_DAY_SIZE];
        const ogpi_event *event = &g->history->events[i];
        if (!is_step_event(g->j, event->type))
            FIND("JOI008", NULL, {"event", event->type, false}, {"date", ogpi_day_text(event->day, date), false},
                 {"expected", expected, false});
    }
}

static void judge_first_plan(const judge *g)
{
    ogpi_rb rule = ogpi_rb_path(g->j->held.book, "joining/first_plan");
    int32_t months = ogpi_rb_int(ogpi_rb_param(g->j->held.book, ogpi_rb_string(ogpi_rb_get(rule, "months"), "")), 12);
    int32_t letter = ogpi_history_first(g->history, ogpi_rb_string(ogpi_rb_get(rule, "after"), ""), g->j->today);
    int32_t plan = ogpi_history_first(g->history, ogpi_rb_string(ogpi_rb_get(rule, "step"), ""), g->j->today);
    bool overdue;
    char date[OGPI_DAY_SIZE], due[OGPI_DAY_SIZE];
    if (letter == OGPI_NO_DAY || !ogpi_rb_has(ogpi_rb_get(rule, "kinds"), g->j->kind))
        return;
    g->j->first_plan_due = ogpi_day_add_months(letter, months);
    overdue = plan == OGPI_NO_DAY && g->j->today != INT32_MAX && g->j->today > g->j->first_plan_due;
    if (overdue)
        FIND("JOI011", "unverified", {"due", ogpi_day_text(g->j->first_plan_due, due), false});
    else if (plan == OGPI_NO_DAY)
        FIND("JOI006", "unverified", {"date", ogpi_day_text(g->j->first_plan_due, date), false});
    else if (plan > g->j->first_plan_due)
        FIND("JOI007", "unverified", {"date", ogpi_day_text(plan, date), false},
             {"due", ogpi_day_text(g->j->first_plan_due, due), false});
}

static int run(ogp_joining *j, const ogp_history *history, const ogp_context *context, ogp_error *error)
{
    judge at = {.j = j, .history = history}, *g = &at;
    const ogpi_step *missing = NULL;
    bool next = false;
    int rc = read_steps(j, error);
    if (rc == 0)
        rc = ogpi_report_begin(&at.report, context, error);
    if (rc < 0)
        return rc;
    for (size_t i = 0; i < j->count; i++)
        decide(g, &j->steps[i], &missing, &next);
    for (size_t i = 0; i < j->count; i++)
        explain_step(g, i, missing);
    judge_first_plan(g);
    find_unknown_events(g);
    if (!next)
        FIND("JOI009", NULL, {"step", "", false});
    return ogpi_report_end(&j->held.report, at.report, error);
}

int ogp_joining_judge(ogp_joining **out, const ogp_history *history, ogp_date today, const ogp_context *context,
                      ogp_error *error)
{
    *out = NULL;
    if (!history)
        return ogpi_error_needs(error, "a history");
    ogp_joining *j = ogpi_held_new(sizeof *j, context);
    if (!j)
        return ogpi_error_memory(error);
    j->first_plan_due = OGPI_NO_DAY;
    snprintf(j->member, sizeof j->member, "%.60s", history->member);
    ogpi_rb kinds = ogpi_rb_path(j->held.book, "joining/kinds");
    j->kind = history->kind;
    for (size_t i = 0; i < ogpi_rb_count(kinds); i++)
        if (strcmp(ogpi_rb_key(kinds, i), history->kind) == 0)
            j->kind = ogpi_rb_key(kinds, i);
    int rc = ogpi_held_day(&j->today, today, history->today != OGPI_NO_DAY ? history->today : INT32_MAX, error);
    if (rc == 0)
        rc = run(j, history, context, error);
    *out = ogpi_held_finish(j, rc);
    return rc;
}

ogp_joining *ogp_joining_ref(ogp_joining *joining)
{
    return ogpi_held_ref(joining);
}

void ogp_joining_unref(ogp_joining *joining)
{
    ogpi_held_unref(joining);
}

size_t ogp_joining_count(const ogp_joining *joining)
{
    return joining ? joining->count : 0;
}

static const ogpi_step *step_at(const ogp_joining *joining, size_t index)
{
    static const ogpi_step none = {.id = "", .term = "", .status = "", .day = OGPI_NO_DAY};
    return joining && index < joining->count ? &joining->steps[index] : &none;
}

const char *ogp_joining_step(const ogp_joining *joining, size_t index)
{
    return step_at(joining, index)->id;
}

const char *ogp_joining_name(const ogp_joining *joining, size_t index, const char *language)
{
    return joining ? ogpi_held_term(&joining->held, step_at(joining, index)->term, language) : "";
}

ogp_step_state ogp_joining_state(const ogp_joining *joining, size_t index)
{
    return step_at(joining, index)->state;
}

ogp_date ogp_joining_date(const ogp_joining *joining, size_t index)
{
    return ogpi_day_date(step_at(joining, index)->day);
}

const char *ogp_joining_status(const ogp_joining *joining, size_t index)
{
    return step_at(joining, index)->status;
}

const char *ogp_joining_next(const ogp_joining *joining)
{
    for (size_t i = 0; joining && i < joining->count; i++)
        if (joining->steps[i].open)
            return joining->steps[i].id;
    return "";
}

ogp_date ogp_joining_first_plan_due(const ogp_joining *joining)
{
    return ogpi_day_date(joining ? joining->first_plan_due : OGPI_NO_DAY);
}

const ogp_report *ogp_joining_report(const ogp_joining *joining)
{
    return joining ? joining->held.report : NULL;
}

const char *ogp_step_state_name(ogp_step_state state)
{
    static const char *const names[] = {"open", "next", "done", "out-of-order", "lapsed", "optional"};
    return (unsigned)state < sizeof names / sizeof *names ? names[state] : "";
}
