/* SPDX-License-Identifier: MIT */
/* A member's status: what each cycle, each year and each event did to it, then the gravest that holds today. */
#include "rules/status.h"
#include "base/error.h"
#include "rulebook/finding.h"
#include "rules/calendar.h"

#include <stdio.h>

typedef struct judge {
    ogp_status *s;
    const ogp_history *history;
    ogpi_report_builder *report;
    ogpi_rb table;
    bool procedural, eligibility, inactive, suspended, withdrawn;
    bool procedural_unverified, inactive_unverified, suspended_unverified;
    int32_t procedural_day;
} judge;

static void find(const judge *g, const char *rule, const char *edition, bool unverified, const ogpi_arg *args,
                 size_t count)
{
    ogpi_report_add(g->report, &(ogpi_finding_spec){.rule = rule,
                                                    .edition = edition,
                                                    .subject = g->s->member,
                                                    .args = args,
                                                    .arg_count = count,
                                                    .status = unverified ? "unverified" : NULL});
}

#define FIND(rule, edition, unverified, ...) \
    find(g, rule, edition, unverified, (const ogpi_arg[]){ __VA_ARGS__ }, \
         sizeof((const ogpi_arg[]){ __VA_ARGS__ }) / sizeof(ogpi_arg))

static int32_t today_or(const judge *g, int32_t day)
{
    return g->s->today != OGPI_NO_DAY ? g->s->today : day;
}

static int level(const judge *g, const char *name)
{
    ogpi_rb order = ogpi_rb_path(g->s->held.book, "vocabularies/iap2/order");
    for (size_t i = 0; i < ogpi_rb_count(order); i++)
        if (strcmp(ogpi_rb_string(ogpi_rb_at(order, i), ""), name) == 0)
            return (int)i;
    return -1;
}

static bool below(const judge *g, const char *stated, const char *needed)
{
    return level(g, stated) >= 0 && level(g, stated) < level(g, needed);
}

static bool participation_too_low(const judge *g, const ogpi_cycle *c, const char *era)
{
    ogpi_rb list = ogpi_rb_get(g->table, "participation");
    for (size_t i = 0; i < ogpi_rb_count(list); i++) {
        ogpi_rb rule = ogpi_rb_at(list, i);
        if (ogpi_rb_has(ogpi_rb_get(rule, "eras"), era))
            return below(g, c->development, ogpi_rb_string(ogpi_rb_get(rule, "development"), "")) ||
                   below(g, c->implementation, ogpi_rb_string(ogpi_rb_get(rule, "implementation"), ""));
    }
    /* The repository is one of the minimum requirements. */
    return ogpi_rb_has(ogpi_rb_get(g->table, "requirements_eras"), era) &&
           (c->requirements == OGP_NO || c->repository == OGP_NO);
}

static const char *cycle_name(const ogpi_cycle *c, size_t index, char buffer[64])
{
    if (*c->plan)
        snprintf(buffer, 64, "%.60s", c->plan);
    else
        snprintf(buffer, 64, "%zu", index + 1);
    return buffer;
}

/* Contrary for want of a plan: too late, or none although the last day has passed. */
static bool no_plan(const judge *g, const ogpi_cycle *c, const ogpi_calendar *calendar, int32_t *latest)
{
    *latest = ogpi_calendar_day(calendar, "latest");
    if (c->submitted != OGPI_NO_DAY)
        return ogpi_calendar_delivery(calendar, c->submitted) == OGPI_DELIVERY_CONTRARY;
    return *latest != OGPI_NO_DAY && g->s->today != OGPI_NO_DAY && g->s->today > *latest;
}

/* Acted contrary to process in this cycle? The day is that on which it was plain. */
static bool judge_cycle(judge *g, size_t index, bool *unverified, int32_t *day)
{
    const ogpi_cycle *c = &g->history->cycles[index];
    ogpi_calendar_facts facts = OGPI_CALENDAR_FACTS_INIT;
    ogpi_calendar calendar;
    char name[64], text[OGPI_DAY_SIZE];
    int32_t latest;
    facts.submitted = c->submitted;
    facts.start = c->start;
    facts.end = c->end;
    facts.previous_end = c->previous_end;
    facts.first = c->first;
    ogpi_calendar_compute(&calendar, g->s->held.book, NULL, &facts);
    bool early = ogpi_rb_has(ogpi_rb_get(g->table, "unverified_eras"), calendar.era);
    bool late = no_plan(g, c, &calendar, &latest), low = participation_too_low(g, c, calendar.era);
    bool unkept = c->repository == OGP_NO && ogpi_rb_has(ogpi_rb_get(g->table, "repository_eras"), calendar.era);
    bool idle = c->progress == OGP_NO;
    const ogpi_arg plan = {"plan", cycle_name(c, index, name), false};
    if (late)
        FIND("STA001", calendar.era, false, plan, {"latest", ogpi_day_text(latest, text), false});
    if (low)
        FIND("STA002", calendar.era, false, plan);
    if (unkept)
        FIND("STA003", calendar.era, false, plan);
    if (idle)
        FIND("STA004", calendar.era, early, plan);
    if (!late && !low && !unkept && !idle)
        FIND("STA014", calendar.era, early, plan);
    *unverified = idle && early && !late && !low && !unkept;
    *day = late && !low && !unkept && !idle ? latest + 1 : c->end != OGPI_NO_DAY ? c->end : today_or(g, c->submitted);
    return late || low || unkept || idle;
}

static void judge_cycles(judge *g)
{
    int32_t needed = ogpi_rb_int(ogpi_rb_get(g->table, "cycles"), 2), run = 0, day;
    char first[64], second[64];
    for (size_t i = 0; i < g->history->cycle_count && i < OGPI_STATUS_CYCLES; i++) {
        bool unverified;
        bool contrary = judge_cycle(g, i, &unverified, &day);
        g->s->contrary[i] = contrary;
        run = contrary ? run + 1 : 0;
        g->procedural_unverified = contrary && (g->procedural_unverified || unverified);
        if (run < needed)
            continue;
        g->procedural = true;
        g->procedural_day = day;
        FIND("STA005", NULL, g->procedural_unverified,
             {"first", cycle_name(&g->history->cycles[i - 1], i - 1, first), false},
             {"second", cycle_name(&g->history->cycles[i], i, second), false});
    }
}

static void judge_ratings(judge *g)
{
    int32_t needed = ogpi_rb_int(ogpi_rb_param(g->s->held.book, "eligibility.review_years"), 2), run = 0, last = 0;
    for (size_t i = 0; i < g->history->rating_count; i++) {
        const ogpi_rating *rating = &g->history->ratings[i];
        bool fails = strcmp(rating->core, "fail") == 0;
        char first[16], second[16];
        run = fails ? (run && rating->year == last + 1 ? run + 1 : 1) : 0;
        last = rating->year;
        if (strcmp(rating->core, "pass") == 0)
            g->eligibility = false;
        if (run < needed)
            continue;
        g->eligibility = true;
        snprintf(first, sizeof first, "%d", (int)rating->year - 1);
        snprintf(second, sizeof second, "%d", (int)rating->year);
        FIND("STA006", NULL, true, {"first", first, false}, {"second", second, false});
    }
}

static void find_event(const judge *g, const char *rule, const ogpi_event *event, const char *date)
{
    char term[64];
    snprintf(term, sizeof term, "event.%.50s", event->type);
    FIND(rule, NULL, false, {"event", term, true}, {"date", date, false});
}

static void suspend(judge *g, const ogpi_event *event, const char *date)
{
    char limit[OGPI_DAY_SIZE], length[16];
    int32_t years = ogpi_rb_int(ogpi_rb_param(g->s->held.book, "status.suspension_max_years"), 3);
    int32_t until = ogpi_day_add_months(event->day, 12 * years);
    g->suspended = true;
    FIND("STA008", NULL, false, {"date", date, false});
    if (g->s->today == OGPI_NO_DAY || g->s->today <= until ||
        ogpi_history_last(g->history, "reinstated", g->s->today) >= event->day)
        return;
    g->suspended_unverified = true;
    snprintf(length, sizeof length, "%d", (int)years);
    FIND("STA013", NULL, true, {"years", length, false}, {"date", ogpi_day_text(until, limit), false});
}

static void judge_event(judge *g, const ogpi_event *event)
{
    const char *effect = ogpi_rb_string(ogpi_rb_get(ogpi_rb_get(g->table, "events"), event->type), "");
    char date[OGPI_DAY_SIZE];
    ogpi_day_text(event->day, date);
    if (strcmp(effect, "ends-all") == 0) {
        g->procedural = g->inactive = g->suspended = g->withdrawn = false;
        find_event(g, "STA012", event, date);
    } else if (strcmp(effect, "ends-procedural") == 0) {
        g->procedural = g->procedural && g->procedural_day > event->day;
        g->inactive = false;
        find_event(g, "STA012", event, date);
    } else if (strcmp(effect, "inactive") == 0) {
        g->inactive = true;
        FIND("STA009", NULL, false, {"date", date, false});
    } else if (strcmp(effect, "suspended") == 0) {
        suspend(g, event, date);
    } else if (strcmp(effect, "withdrawn") == 0) {
        g->withdrawn = true;
        FIND("STA010", NULL, true, {"date", date, false});
    } else if (strcmp(effect, "response") == 0 || strcmp(effect, "ends-response") == 0) {
        find_event(g, "STA007", event, date);
    }
}

/* A review that nobody resolved makes the member inactive in the end. */
static void let_review_run_out(judge *g)
{
    int32_t months = ogpi_rb_int(ogpi_rb_param(g->s->held.book, "status.review_months_to_inactive"), 12);
    int32_t until = g->procedural ? ogpi_day_add_months(g->procedural_day, months) : OGPI_NO_DAY;
    char date[OGPI_DAY_SIZE];
    if (until == OGPI_NO_DAY || g->s->today == OGPI_NO_DAY || g->s->today < until || g->inactive)
        return;
    g->inactive = g->inactive_unverified = true;
    FIND("STA009", NULL, true, {"date", ogpi_day_text(until, date), false});
}

static void conclude(judge *g)
{
    const struct {
        const char *word;
        bool holds, unverified;
    } words[] = {{"withdrawn", g->withdrawn, true},
                 {"suspended", g->suspended, g->suspended_unverified},
                 {"inactive", g->inactive, g->inactive_unverified},
                 {"procedural-review", g->procedural, g->procedural_unverified},
                 {"eligibility-review", g->eligibility, true},
                 {"active", true, false}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].holds) {
            g->s->word = words[i].word;
            g->s->unverified = words[i].unverified;
            break;
        }
    if (strcmp(g->s->word, "active") == 0)
        FIND("STA011", NULL, false, {"plan", "", false});
}

static int32_t last_dated(const ogp_history *h)
{
    int32_t last = h->event_count ? h->events[h->event_count - 1].day : OGPI_NO_DAY;
    for (size_t i = 0; i < h->cycle_count; i++)
        last = h->cycles[i].submitted > last ? h->cycles[i].submitted : last;
    return last;
}

static int run(ogp_status *s, const ogp_history *history, const ogp_context *context, ogp_error *error)
{
    judge g = {.s = s, .history = history, .procedural_day = OGPI_NO_DAY};
    int rc = ogpi_report_begin(&g.report, context, error);
    if (rc < 0)
        return rc;
    g.table = ogpi_rb_get(ogpi_rb_root(s->held.book), "status");
    judge_cycles(&g);
    judge_ratings(&g);
    for (size_t i = 0; i < history->event_count; i++)
        if (s->today == OGPI_NO_DAY || history->events[i].day <= s->today)
            judge_event(&g, &history->events[i]);
    let_review_run_out(&g);
    conclude(&g);
    return ogpi_report_end(&s->held.report, g.report, error);
}

int ogp_status_judge(ogp_status **out, const ogp_history *history, ogp_date today, const ogp_context *context,
                     ogp_error *error)
{
    *out = NULL;
    if (!history)
        return ogpi_error_needs(error, "a history");
    ogp_status *s = ogpi_held_new(sizeof *s, context);
    if (!s)
        return ogpi_error_memory(error);
    s->word = "active";
    snprintf(s->member, sizeof s->member, "%.60s", history->member);
    s->cycle_count = history->cycle_count < OGPI_STATUS_CYCLES ? history->cycle_count : OGPI_STATUS_CYCLES;
    int32_t otherwise = history->today != OGPI_NO_DAY ? history->today : last_dated(history);
    int rc = ogpi_held_day(&s->today, today, otherwise, error);
    if (rc == 0)
        rc = run(s, history, context, error);
    *out = ogpi_held_finish(s, rc);
    return rc;
}

ogp_status *ogp_status_ref(ogp_status *status)
{
    return ogpi_held_ref(status);
}

void ogp_status_unref(ogp_status *status)
{
    ogpi_held_unref(status);
}

const char *ogp_status_word(const ogp_status *status)
{
    return status ? status->word : "";
}

const char *ogp_status_name(const ogp_status *status, const char *language)
{
    char id[48];
    if (!status)
        return "";
    snprintf(id, sizeof id, "member.%s", status->word);
    return ogpi_held_term(&status->held, id, language);
}

ogp_date ogp_status_as_of(const ogp_status *status)
{
    return ogpi_day_date(status ? status->today : OGPI_NO_DAY);
}

const char *ogp_status_confidence(const ogp_status *status)
{
    return !status || status->unverified ? "unverified" : "seen";
}

ogp_answer ogp_status_contrary(const ogp_status *status, size_t index)
{
    return status && index < status->cycle_count ? (ogp_answer)status->contrary[index] : OGP_UNKNOWN;
}

const ogp_report *ogp_status_report(const ogp_status *status)
{
    return status ? status->held.report : NULL;
}
