/* SPDX-License-Identifier: MIT */
#include "rules/requirements_tests.h"

#include <stdio.h>

typedef struct test {
    ogpi_requirement *item;
    ogpi_rb rule;
    const ogpi_evidence_days *days;
    const ogp_cocreation *c;
} test;

static void say(test *t, const char *name, const char *value)
{
    if (t->item->arg_count == OGPI_REQUIREMENT_ARGS)
        return;
    t->item->args[t->item->arg_count].name = name;
    snprintf(t->item->args[t->item->arg_count++].value, sizeof t->item->args[0].value, "%s", value);
}

static void say_number(test *t, const char *name, long value)
{
    char text[24];
    snprintf(text, sizeof text, "%ld", value);
    say(t, name, text);
}

static void say_day(test *t, const char *name, int32_t day)
{
    char text[OGPI_DAY_SIZE];
    say(t, name, ogpi_day_text(day, text));
}

static void mark(test *t, ogp_mark mark, const char *rule)
{
    t->item->mark = mark;
    t->item->rule = rule;
}

static void met(test *t, int32_t next)
{
    mark(t, OGP_MARK_MET, "COC120");
    t->item->by = next;
}

static void not_yet(test *t, int32_t by)
{
    if (by == OGPI_NO_DAY) {
        mark(t, OGP_MARK_NOT_REVIEWED, "COC122");
        return;
    }
    mark(t, OGP_MARK_NOT_YET, "COC121");
    t->item->by = by;
    say_day(t, "by", by);
}

/* Development is over once the plan is delivered or carried out: what belongs to it can no longer be done. */
static bool developed(const test *t)
{
    const ogpi_evidence_days *d = t->days;
    return d->submitted != OGPI_NO_DAY || (d->start != OGPI_NO_DAY && d->as_of >= d->start);
}

static void missing(test *t, int32_t by)
{
    if (developed(t))
        mark(t, OGP_MARK_NOT_MET, "COC108");
    else
        not_yet(t, by != OGPI_NO_DAY ? by : t->days->start);
}

static const ogpi_dates *dates_at(const test *t)
{
    const char *path = t->item->path;
    if (strcmp(path, "forum/meetings") == 0)
        return &t->c->forum.meetings;
    return strcmp(path, "repository/updates") == 0 ? &t->c->repository.updates : &t->c->implementation_meetings;
}

static const ogpi_string *string_at(const test *t, const char *path)
{
    const struct {
        const char *path;
        const ogpi_string *string;
    } known[] = {{"forum/rules_url", &t->c->forum.rules_url},           {"website/url", &t->c->website.url},
                 {"repository/url", &t->c->repository.url},             {"iap2/development", &t->c->iap2.development},
                 {"iap2/implementation", &t->c->iap2.implementation}};
    static const ogpi_string none = {NULL, 0};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].path, path) == 0)
            return known[i].string;
    return &none;
}

static void too_long(test *t, int32_t months, int32_t from, int32_t to)
{
    mark(t, OGP_MARK_NOT_MET, "COC101");
    say_number(t, "limit", months);
    say_day(t, "from", from);
    say_day(t, "to", to);
}

/* From when duties begin to the day of judgement no gap may be longer than so many months: at the beginning, between
   meetings, and at the end. */
static void test_gaps(test *t)
{
    int32_t months = ogpi_rb_int(ogpi_rb_get(t->rule, "months"), 6);
    const ogpi_evidence_days *d = t->days;
    const ogpi_dates *dates = dates_at(t);
    int32_t until = d->as_of, last = d->from, before = ogpi_evidence_last(dates, d->from);
    if (d->from == OGPI_NO_DAY || until == OGPI_NO_DAY || until < d->from) {
        not_yet(t, ogpi_day_add_months(d->from, months));
        return;
    }
    if (before != OGPI_NO_DAY && ogpi_day_add_months(before, months) >= d->from)
        last = before;
    size_t meetings = last == before;
    for (int32_t day = ogpi_evidence_next(dates, d->from); day != OGPI_NO_DAY && day <= until;
         day = ogpi_evidence_next(dates, day + 1)) {
        if (ogpi_day_add_months(last, months) < day) {
            too_long(t, months, last, day);
            return;
        }
        last = day;
        meetings++;
    }
    int32_t next = ogpi_day_add_months(last, months);
    if (next < until) {
        too_long(t, months, last, until);
        return;
    }
    if (d->end != OGPI_NO_DAY && next > d->end)
        next = OGPI_NO_DAY;
    if (meetings)
        met(t, next);
    else
        not_yet(t, next);
}

static void test_also(test *t)
{
    const char *path = ogpi_rb_string(ogpi_rb_get(t->rule, "also"), NULL);
    if (!path || t->item->mark == OGP_MARK_NOT_MET || !ogpi_blank(string_at(t, path)))
        return;
    t->item->arg_count = 0;
    t->item->path = path;
    mark(t, OGP_MARK_NOT_MET, "COC102");
}

static void test_url(test *t)
{
    if (!ogpi_blank(string_at(t, t->item->path)))
        met(t, OGPI_NO_DAY);
    else
        mark(t, OGP_MARK_NOT_MET, "COC102");
}

/* Every whole year of the plan that is over must have its number; the year that runs is still open. */
static void test_yearly(test *t)
{
    size_t needed = (size_t)ogpi_rb_int(ogpi_rb_get(t->rule, "count"), 2);
    const ogpi_evidence_days *d = t->days;
    const ogpi_dates *dates = dates_at(t);
    int32_t from = d->start != OGPI_NO_DAY ? d->start : d->submitted;
    if (from != OGPI_NO_DAY && from < d->from)
        from = d->from;
    if (from == OGPI_NO_DAY) {
        not_yet(t, OGPI_NO_DAY);
        return;
    }
    bool complete = false;
    for (;;) {
        int32_t to = ogpi_day_add_months(from, 12);
        bool known = d->as_of != OGPI_NO_DAY && d->as_of < to; /* what is planned for later has not been done */
        size_t count = ogpi_evidence_count(dates, from, known ? d->as_of + 1 : to);
        bool over = d->as_of != OGPI_NO_DAY && d->as_of >= to - 1;
        if (count < needed && over) {
            mark(t, OGP_MARK_NOT_MET, "COC105");
            say_number(t, "count", (long)count);
            say_day(t, "from", from);
            say_day(t, "to", to - 1);
            say_number(t, "needed", (long)needed);
            return;
        }
        complete |= count >= needed;
        if (!over || (d->end != OGPI_NO_DAY && to > d->end)) {
            int32_t next = over || count >= needed ? OGPI_NO_DAY : to - 1;
            if (complete)
                met(t, next);
            else
                not_yet(t, to - 1);
            return;
        }
        from = to;
    }
}

static int32_t days_wanted(const test *t)
{
    const char *param = ogpi_rb_string(ogpi_rb_get(t->rule, "days_param"), NULL);
    return param ? ogpi_rb_int(ogpi_rb_param(t->rule.book, param), 14) : ogpi_rb_int(ogpi_rb_get(t->rule, "days"), 0);
}

static void test_timeline(test *t)
{
    int32_t started = ogpi_evidence_day(&t->c->started), published = ogpi_evidence_day(&t->c->timeline_published);
    int32_t wanted = days_wanted(t);
    if (published == OGPI_NO_DAY || started == OGPI_NO_DAY) {
        missing(t, started == OGPI_NO_DAY ? OGPI_NO_DAY : started - wanted);
        return;
    }
    if (started - published >= wanted) {
        met(t, OGPI_NO_DAY);
        return;
    }
    bool after = published > started;
    mark(t, OGP_MARK_NOT_MET, after ? "COC109" : "COC107");
    say_number(t, "days", after ? published - started : started - published);
    say_number(t, "needed", wanted);
}

static void test_outreach(test *t)
{
    if (t->c->outreach.count)
        met(t, OGPI_NO_DAY);
    else
        missing(t, OGPI_NO_DAY);
}

static void test_inputs(test *t)
{
    int32_t from = ogpi_evidence_day(&t->c->inputs.from), to = ogpi_evidence_day(&t->c->inputs.to);
    if (!ogpi_text_empty(&t->c->inputs.mechanism) && from != OGPI_NO_DAY && to != OGPI_NO_DAY && to >= from)
        met(t, OGPI_NO_DAY);
    else
        missing(t, OGPI_NO_DAY);
}

static void test_feedback(test *t)
{
    if (ogpi_evidence_day(&t->c->feedback.published) != OGPI_NO_DAY || !ogpi_blank(&t->c->feedback.url))
        met(t, OGPI_NO_DAY);
    else
        missing(t, OGPI_NO_DAY);
}

static void test_contact(test *t)
{
    const ogp_contact *contact = &t->days->plan->lead.contact;
    if (!ogpi_text_empty(&contact->name) || !ogpi_blank(&contact->email))
        met(t, OGPI_NO_DAY);
    else
        mark(t, OGP_MARK_NOT_MET, "COC110");
}

static int level_index(ogpi_rb order, const char *level)
{
    for (size_t i = 0; i < ogpi_rb_count(order); i++)
        if (strcmp(ogpi_rb_string(ogpi_rb_at(order, i), ""), level) == 0)
            return (int)i;
    return -1;
}

static void test_level(test *t)
{
    ogpi_rb order = ogpi_rb_path(t->rule.book, "vocabularies/iap2/order");
    const char *level = ogpi_str(string_at(t, t->item->path)),
               *needed = ogpi_rb_string(ogpi_rb_get(t->rule, "level"), "");
    int index = level_index(order, level);
    if (index < 0)
        return; /* not stated, or no level: cannot be judged */
    if (index >= level_index(order, needed)) {
        met(t, OGPI_NO_DAY);
        return;
    }
    mark(t, OGP_MARK_NOT_MET, "COC111");
    say(t, "level", level);
    say(t, "needed", needed);
    t->item->args[0].term = t->item->args[1].term = true;
}

void ogpi_requirement_test(ogpi_requirement *item, ogpi_rb requirement, const ogpi_evidence_days *days)
{
    static const struct {
        const char *name;
        void (*run)(test *t);
    } tests[] = {{"gaps", test_gaps},         {"url", test_url},       {"yearly", test_yearly},
                 {"timeline", test_timeline}, {"outreach", test_outreach}, {"inputs", test_inputs},
                 {"feedback", test_feedback}, {"contact", test_contact},   {"level", test_level}};
    test t = {item, requirement, days, &days->plan->cocreation};
    const char *name = ogpi_rb_string(ogpi_rb_get(requirement, "test"), "");
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
        if (strcmp(tests[i].name, name) == 0)
            tests[i].run(&t);
    test_also(&t);
}
