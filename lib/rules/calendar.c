/* SPDX-License-Identifier: MIT */
/* Working out dates from the table "calendar": an entry counts from an anchor, which is a fact or an earlier entry. */
#include "rules/calendar.h"

/* A duty that comes again is listed so often at most: room is left for the others. */
#define REPEATS 24

static bool is_day(int32_t day)
{
    return day != OGPI_NO_DAY;
}

static int32_t fact(const ogpi_calendar_facts *facts, const char *name)
{
    const struct {
        const char *name;
        int32_t day;
    } known[] = {{"submitted", facts->submitted},       {"start", facts->start},   {"end", facts->end},
                 {"previous_end", facts->previous_end}, {"letter", facts->letter}, {"cocreation", facts->cocreation}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].name, name) == 0)
            return known[i].day;
    return OGPI_NO_DAY;
}

int32_t ogpi_calendar_day(const ogpi_calendar *calendar, const char *id)
{
    for (size_t i = 0; i < calendar->count; i++)
        if (strcmp(ogpi_rb_string(ogpi_rb_get(calendar->dates[i].entry, "id"), ""), id) == 0)
            return calendar->dates[i].day;
    return OGPI_NO_DAY;
}

static int32_t anchor(const ogpi_calendar *calendar, const ogpi_calendar_facts *facts, ogpi_rb names)
{
    int32_t day = OGPI_NO_DAY;
    for (size_t i = 0; i < ogpi_rb_count(names) && !is_day(day); i++) {
        const char *name = ogpi_rb_string(ogpi_rb_at(names, i), "");
        day = fact(facts, name);
        if (!is_day(day))
            day = ogpi_calendar_day(calendar, name);
    }
    return day;
}

static int32_t fixed_day(const char *text)
{
    ogp_edtf date;
    if (ogp_edtf_parse(&date, text, strlen(text), NULL) < 0)
        return OGPI_NO_DAY;
    return ogp_edtf_first_day(&date);
}

static int32_t months_of(const ogpi_calendar *calendar, ogpi_rb date)
{
    const ogp_rulebook *book = date.book;
    int32_t months = ogpi_rb_int(ogpi_rb_get(date, "months"), 0);
    const char *by_months = ogpi_rb_string(ogpi_rb_get(date, "months_param"), NULL);
    const char *by_years = ogpi_rb_string(ogpi_rb_get(date, "years_param"), NULL);
    if (by_months)
        months += ogpi_rb_int(ogpi_rb_param(book, by_months), 12);
    if (by_years)
        months += 12 * ogpi_rb_int(ogpi_rb_param(book, by_years), 2);
    if (ogpi_rb_bool(ogpi_rb_get(date, "plan_years"), false))
        months += 12 * calendar->years;
    return months;
}

static bool same_day_of_month(int32_t a, int32_t b)
{
    return ogp_date_from_day(a).day == ogp_date_from_day(b).day;
}

/* Months before days; but a day before the months are over, or after they began, bounds a span: a year from 29
   February ends on 28 February, and the last six months to 30 June begin on 1 January. */
static int32_t shift(int32_t day, int32_t months, int32_t days)
{
    if (months < 0 && days > 0) {
        int32_t first = ogpi_day_add_months(day + days, months);
        return same_day_of_month(first, day + days) ? first : first + 1;
    }
    int32_t after = ogpi_day_add_months(day, months);
    return months > 0 && days == -1 && !same_day_of_month(after, day) ? after : after + days;
}

static int32_t entry_day(const ogpi_calendar *calendar, const ogpi_calendar_facts *facts, ogpi_rb entry)
{
    ogpi_rb date = ogpi_rb_get(entry, "date");
    const char *fixed = ogpi_rb_string(ogpi_rb_get(date, "date"), NULL);
    if (fixed)
        return fixed_day(fixed);
    int32_t day = anchor(calendar, facts, ogpi_rb_get(date, "of"));
    if (!is_day(day))
        return day;
    int32_t months = months_of(calendar, date), month = ogpi_rb_int(ogpi_rb_get(date, "month"), 0);
    int32_t days = ogpi_rb_int(ogpi_rb_get(date, "days"), 0);
    if (!month)
        return shift(day, months, days);
    int32_t year = ogpi_day_year(ogpi_day_add_months(day, months));
    return ogp_date_to_day(year, (unsigned)month, (unsigned)ogpi_rb_int(ogpi_rb_get(date, "day"), 1)) + days;
}

static int32_t plan_year(const ogpi_calendar_facts *facts)
{
    return ogpi_day_year(is_day(facts->submitted) ? facts->submitted : facts->start);
}

static bool holds(const ogpi_calendar *calendar, const ogpi_calendar_facts *facts, ogpi_rb when)
{
    int32_t years = calendar->years;
    bool start = is_day(facts->start);
    return ogpi_rb_bool(ogpi_rb_get(when, "start_known"), start) == start &&
           ogpi_rb_bool(ogpi_rb_get(when, "local"), facts->local) == facts->local &&
           ogpi_rb_bool(ogpi_rb_get(when, "first"), facts->first) == facts->first &&
           ogpi_rb_int(ogpi_rb_get(when, "years"), years) == years &&
           ogpi_rb_int(ogpi_rb_get(when, "min_years"), years) <= years &&
           ogpi_rb_int(ogpi_rb_get(when, "from_year"), INT32_MIN) <= plan_year(facts) &&
           ogpi_rb_int(ogpi_rb_get(when, "start_year"), plan_year(facts)) == plan_year(facts);
}

static void add(ogpi_calendar *calendar, ogpi_rb entry, int32_t day, uint32_t number)
{
    if (is_day(day) && calendar->count < OGPI_CALENDAR_DATES)
        calendar->dates[calendar->count++] = (ogpi_calendar_date){entry, day, number};
}

/* Each counts from the anchor, so that a day cut to a short month comes back in the next long one. */
static void add_repeats(ogpi_calendar *calendar, ogpi_rb entry, int32_t from, int32_t until)
{
    ogpi_rb date = ogpi_rb_get(entry, "date");
    int32_t first = months_of(calendar, date), every = ogpi_rb_int(ogpi_rb_get(date, "repeat"), 0);
    for (uint32_t i = 0; is_day(from) && is_day(until) && i < REPEATS; i++) {
        int32_t day = ogpi_day_add_months(from, first + (int32_t)i * every);
        if (day > until)
            return;
        add(calendar, entry, day, i + 1);
    }
}

static void add_end(ogpi_calendar *calendar, const ogpi_calendar_facts *facts, ogpi_rb entry, int32_t day)
{
    if (ogpi_rb_bool(ogpi_rb_get(entry, "fixed"), false))
        calendar->era_end = day;
    add(calendar, entry, is_day(facts->end) ? facts->end : day, 0);
}

static void add_entry(ogpi_calendar *calendar, const ogpi_calendar_facts *facts, ogpi_rb entry)
{
    ogpi_rb date = ogpi_rb_get(entry, "date");
    int32_t repeat = ogpi_rb_int(ogpi_rb_get(date, "repeat"), 0);
    if (!holds(calendar, facts, ogpi_rb_get(entry, "when")))
        return;
    int32_t day = entry_day(calendar, facts, entry);
    if (strcmp(ogpi_rb_string(ogpi_rb_get(entry, "id"), ""), "end") == 0)
        add_end(calendar, facts, entry, day);
    else if (repeat > 0)
        add_repeats(calendar, entry, anchor(calendar, facts, ogpi_rb_get(date, "of")),
                    ogpi_calendar_day(calendar, ogpi_rb_string(ogpi_rb_get(date, "until"), "end")));
    else
        add(calendar, entry, day, 0);
}

/* Insertion keeps dates of one day in the order of the table. */
static void sort(ogpi_calendar *calendar)
{
    for (size_t i = 1; i < calendar->count; i++) {
        ogpi_calendar_date date = calendar->dates[i];
        size_t k = i;
        for (; k > 0 && calendar->dates[k - 1].day > date.day; k--)
            calendar->dates[k] = calendar->dates[k - 1];
        calendar->dates[k] = date;
    }
}

static int32_t length_in_years(const ogpi_calendar_facts *facts, ogpi_rb length)
{
    if (facts->years > 0)
        return facts->years;
    if (is_day(facts->start) && is_day(facts->end) && facts->end > facts->start)
        return (ogpi_day_months_between(facts->start, facts->end + 1) + 6) / 12;
    int32_t usual = ogpi_rb_int(ogpi_rb_get(length, "default"), 2);
    return facts->first ? ogpi_rb_int(ogpi_rb_get(length, "first"), usual) : usual;
}

static ogpi_rb calendar_table(const ogp_rulebook *book, const char *name)
{
    return ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(book), "calendar"), name);
}

static void compute(ogpi_calendar *out, const ogp_rulebook *book, const char *era, const ogpi_calendar_facts *facts)
{
    ogpi_rb rules = ogpi_rb_get(calendar_table(book, "eras"), era);
    *out = (ogpi_calendar){.era = era, .rules = rules, .era_end = OGPI_NO_DAY, .end_stated = is_day(facts->end)};
    out->years = length_in_years(facts, ogpi_rb_get(rules, "length"));
    ogpi_rb entries = ogpi_rb_get(rules, "entries");
    for (size_t i = 0; i < ogpi_rb_count(entries); i++)
        add_entry(out, facts, ogpi_rb_at(entries, i));
}

static bool in_edition(const ogp_rulebook *book, const char *era, int32_t day)
{
    ogpi_rb edition = ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(book), "editions"), era);
    int32_t from = fixed_day(ogpi_rb_string(ogpi_rb_get(edition, "from"), "0001-01-01"));
    int32_t to = fixed_day(ogpi_rb_string(ogpi_rb_get(edition, "to"), "9999-12-31"));
    return day >= from && day <= to;
}

/* The eras in their order; an era fits when the due date that it gives lies within it and not before the last plan's
 * end. */
static const char *era_by_due(const ogp_rulebook *book, const ogpi_calendar_facts *facts)
{
    ogpi_rb order = calendar_table(book, "order");
    ogpi_calendar calendar;
    for (size_t i = 0; i < ogpi_rb_count(order); i++) {
        const char *era = ogpi_rb_string(ogpi_rb_at(order, i), "");
        compute(&calendar, book, era, facts);
        int32_t due = ogpi_calendar_due(&calendar);
        if (is_day(due) && in_edition(book, era, due) && (!is_day(facts->previous_end) || due >= facts->previous_end))
            return era;
    }
    return NULL;
}

static const char *era_by_day(const ogp_rulebook *book, int32_t day)
{
    ogpi_rb order = calendar_table(book, "order");
    for (size_t i = 0; is_day(day) && i < ogpi_rb_count(order); i++) {
        const char *era = ogpi_rb_string(ogpi_rb_at(order, i), "");
        if (in_edition(book, era, day))
            return era;
    }
    return NULL;
}

/* The era's own copy of an id, so that it lives as long as the book; NULL when there is none. */
static const char *era_named(const ogp_rulebook *book, const char *edition)
{
    const char *name = ogpi_rb_string(ogpi_rb_get(calendar_table(book, "aliases"), edition), edition);
    ogpi_rb order = calendar_table(book, "order");
    for (size_t i = 0; i < ogpi_rb_count(order); i++)
        if (strcmp(ogpi_rb_string(ogpi_rb_at(order, i), ""), name) == 0)
            return ogpi_rb_string(ogpi_rb_at(order, i), "");
    return NULL;
}

bool ogpi_calendar_knows(const ogp_rulebook *book, const char *edition)
{
    return era_named(book, edition) != NULL || ogpi_rb_has(calendar_table(book, "by_date"), edition);
}

const char *ogpi_calendar_era(const ogp_rulebook *book, const char *edition, const ogpi_calendar_facts *facts)
{
    const char *named = edition ? era_named(book, edition) : NULL;
    if (named)
        return named;
    const char *era = era_by_due(book, facts);
    const int32_t days[] = {facts->submitted, facts->start, facts->previous_end, facts->letter};
    for (size_t i = 0; !era && i < sizeof days / sizeof *days; i++)
        era = era_by_day(book, days[i]);
    return era;
}

void ogpi_calendar_compute(ogpi_calendar *out, const ogp_rulebook *book, const char *era,
                           const ogpi_calendar_facts *facts)
{
    ogpi_rb order = calendar_table(book, "order");
    if (!era)
        era = ogpi_calendar_era(book, NULL, facts);
    if (!era)
        era = ogpi_rb_string(ogpi_rb_at(order, ogpi_rb_count(order) - 1), "");
    compute(out, book, era, facts);
    sort(out);
}

int32_t ogpi_calendar_due(const ogpi_calendar *calendar)
{
    int32_t first = ogpi_calendar_day(calendar, "first-due");
    return is_day(first) ? first : ogpi_calendar_day(calendar, "due");
}

ogpi_delivery ogpi_calendar_delivery(const ogpi_calendar *calendar, int32_t delivered)
{
    int32_t due = ogpi_calendar_due(calendar);
    int32_t moved = ogpi_calendar_day(calendar, "moved-due");
    int32_t latest = ogpi_calendar_day(calendar, "latest");
    if (!is_day(delivered) || !is_day(due))
        return OGPI_DELIVERY_UNKNOWN;
    if (delivered <= due)
        return OGPI_DELIVERY_IN_TIME;
    if (is_day(moved) && delivered <= moved)
        return OGPI_DELIVERY_MOVED;
    return is_day(latest) && delivered > latest ? OGPI_DELIVERY_CONTRARY : OGPI_DELIVERY_LATE;
}
