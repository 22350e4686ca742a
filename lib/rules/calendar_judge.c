/* SPDX-License-Identifier: MIT */
/* What the calendar says of a plan's own dates: delivery, length, end, gap. */
#include "rules/calendar.h"

#include <stdio.h>

typedef struct judge {
    const ogpi_calendar *calendar;
    const ogpi_calendar_facts *facts;
    ogpi_report_builder *report;
} judge;

static void add(const judge *j, const char *rule, const char *path, const char *status, const ogpi_arg *args,
                size_t count)
{
    ogpi_report_add(j->report, &(ogpi_finding_spec){.rule = rule, .edition = j->calendar->era, .path = path,
                                                    .status = status, .args = args, .arg_count = count});
}

#define ADD(rule, path, status, ...)                                                                                   \
    add(j, rule, path, status, (const ogpi_arg[]){__VA_ARGS__},                                                        \
        sizeof((const ogpi_arg[]){__VA_ARGS__}) / sizeof(ogpi_arg))

/* Where the date comes from an entry that is unverified, so is the verdict. */
static const char *entry_status(const ogpi_calendar *calendar, const char *id)
{
    for (size_t i = 0; i < calendar->count; i++)
        if (strcmp(ogpi_rb_string(ogpi_rb_get(calendar->dates[i].entry, "id"), ""), id) == 0)
            return ogpi_rb_string(ogpi_rb_get(calendar->dates[i].entry, "status"), NULL);
    return NULL;
}

static void judge_undelivered(const judge *j)
{
    char due[OGPI_DAY_SIZE];
    int32_t day = ogpi_calendar_due(j->calendar);
    if (day != OGPI_NO_DAY)
        ADD("CAL008", "", NULL, {"due", ogpi_day_text(day, due), false});
}

static void judge_delivery(const judge *j)
{
    static const char *const rules[] = {NULL, "CAL001", "CAL010", "CAL002", "CAL003"};
    ogpi_delivery delivery = ogpi_calendar_delivery(j->calendar, j->facts->submitted);
    char date[OGPI_DAY_SIZE], due[OGPI_DAY_SIZE], latest[OGPI_DAY_SIZE];
    const char *status = entry_status(j->calendar, j->facts->first ? "first-due" : "due");
    const char *path = j->facts->submitted == OGPI_NO_DAY ? "" : "/submitted";
    if (!rules[delivery] || (j->facts->plan_alone && delivery == OGPI_DELIVERY_IN_TIME))
        return;
    ADD(rules[delivery], path, status && strcmp(status, "unverified") == 0 ? status : NULL,
        {"date", ogpi_day_text(j->facts->submitted, date), false},
        {"due", ogpi_day_text(ogpi_calendar_due(j->calendar), due), false},
        {"latest", ogpi_day_text(ogpi_calendar_day(j->calendar, "latest"), latest), false});
}

static void judge_due_unknown(const judge *j)
{
    const char *anchor = j->facts->first ? "letter" : "previous_end";
    bool national = !j->facts->local;
    bool fixed = ogpi_rb_kind_of(ogpi_rb_get(j->calendar->rules, "late_months")) != OGPI_RB_NONE;
    if (national && (fixed || j->facts->first) && ogpi_calendar_due(j->calendar) == OGPI_NO_DAY)
        ADD("CAL009", "", NULL, {"anchor", anchor, true});
}

static void judge_minimum(const judge *j)
{
    int32_t minimum = ogpi_rb_int(ogpi_rb_get(j->calendar->rules, "minimum_months"), 0);
    int32_t end = ogpi_calendar_day(j->calendar, "end");
    int32_t start = j->facts->start > j->facts->submitted ? j->facts->start : j->facts->submitted;
    char months[16], least[16], latest[OGPI_DAY_SIZE];
    if (!minimum || j->facts->local || j->facts->first || start == OGPI_NO_DAY || end == OGPI_NO_DAY || end < start ||
        ogpi_day_add_months(start, minimum) <= end)
        return;
    snprintf(months, sizeof months, "%d", (int)ogpi_day_months_between(start, end));
    snprintf(least, sizeof least, "%d", (int)minimum);
    ADD("CAL004", "/start", NULL, {"months", months, false}, {"minimum", least, false},
        {"date", ogpi_day_text(ogpi_day_add_months(end, -minimum), latest), false});
}

static bool length_allowed(const judge *j, char *list, size_t size)
{
    ogpi_rb allowed = ogpi_rb_get(ogpi_rb_get(j->calendar->rules, "length"), "allowed");
    bool found = false;
    size_t used = 0;
    list[0] = '\0';
    for (size_t i = 0; i < ogpi_rb_count(allowed) && used + 16 < size; i++) {
        int years = (int)ogpi_rb_int(ogpi_rb_at(allowed, i), 0);
        used += (size_t)snprintf(list + used, size - used, "%s%d", i ? " / " : "", years);
        found |= years == j->calendar->years;
    }
    return found;
}

static void judge_length(const judge *j)
{
    char years[16], list[64];
    bool known = j->facts->years > 0 || (j->facts->start != OGPI_NO_DAY && j->facts->end != OGPI_NO_DAY);
    if (j->facts->local || !known || length_allowed(j, list, sizeof list))
        return;
    snprintf(years, sizeof years, "%d", (int)j->calendar->years);
    ADD("CAL005", "/end", NULL, {"years", years, false}, {"expected", list, false});
}

/* From 2022 on certain days of the year are expected; before, one day. */
static bool expected_end(const judge *j, int32_t end, char *list, size_t size, const char **status)
{
    ogpi_rb param = ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(j->calendar->rules.book), "params"), "plan.end_dates_2022");
    ogpi_rb days = ogpi_rb_get(param, "value");
    char text[OGPI_DAY_SIZE];
    size_t used = 0;
    bool found = false;
    *status = ogpi_rb_string(ogpi_rb_get(param, "status"), "unverified");
    list[0] = '\0';
    if (strcmp(j->calendar->era, "cal-2022") != 0 || ogpi_rb_kind_of(days) != OGPI_RB_ARRAY)
        return true;
    ogpi_day_text(end, text);
    for (size_t i = 0; i < ogpi_rb_count(days) && used + 24 < size; i++) {
        const char *day = ogpi_rb_string(ogpi_rb_at(days, i), "");
        found |= strcmp(text + 5, day) == 0;
        used += (size_t)snprintf(list + used, size - used, "%s%.4s-%s", i ? " / " : "", text, day);
    }
    return found;
}

static void judge_end(const judge *j)
{
    char date[OGPI_DAY_SIZE], list[96];
    const char *status = entry_status(j->calendar, "end");
    int32_t end = j->facts->end;
    if (end == OGPI_NO_DAY || j->facts->local)
        return;
    if (j->calendar->era_end != OGPI_NO_DAY) {
        if (end != j->calendar->era_end)
            ADD("CAL006", "/end", status, {"date", ogpi_day_text(end, date), false},
                {"expected", ogpi_day_text(j->calendar->era_end, list), false});
    } else if (!expected_end(j, end, list, sizeof list, &status)) {
        ADD("CAL006", "/end", status, {"date", ogpi_day_text(end, date), false}, {"expected", list, false});
    }
}

static void judge_gap(const judge *j)
{
    char days[16], date[OGPI_DAY_SIZE];
    bool known = j->facts->start != OGPI_NO_DAY && j->facts->previous_end != OGPI_NO_DAY;
    int32_t gap = known ? j->facts->start - j->facts->previous_end - 1 : 0;
    if (gap <= 0 || j->facts->local || !ogpi_rb_bool(ogpi_rb_get(j->calendar->rules, "no_gap"), false))
        return;
    snprintf(days, sizeof days, "%d", (int)gap);
    ADD("CAL007", "/start", NULL, {"days", days, false},
        {"date", ogpi_day_text(j->facts->previous_end + 1, date), false});
}

void ogpi_calendar_judge(const ogpi_calendar *calendar, const ogpi_calendar_facts *facts, ogpi_report_builder *report)
{
    judge j = {calendar, facts, report};
    if (facts->submitted != OGPI_NO_DAY)
        judge_delivery(&j);
    else if (!facts->plan_alone)
        judge_undelivered(&j);
    judge_minimum(&j);
    judge_length(&j);
    judge_end(&j);
    if (facts->plan_alone)
        return;
    judge_due_unknown(&j);
    judge_gap(&j);
}
