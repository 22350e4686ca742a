/* SPDX-License-Identifier: MIT */
/* The public face of the calendar. */
#include "base/error.h"
#include "rules/calendar.h"

#include <stdlib.h>

static int read_facts(ogpi_calendar_facts *facts, const ogp_calendar_options *options, ogp_error *error)
{
    const struct {
        int32_t *day;
        const ogp_date *date;
        const char *name;
    } dates[] = {{&facts->submitted, &options->submitted, "submitted"},
                 {&facts->start, &options->start, "start"},
                 {&facts->end, &options->end, "end"},
                 {&facts->previous_end, &options->previous_end, "previous end"},
                 {&facts->letter, &options->letter, "letter of intent"},
                 {&facts->cocreation, &options->cocreation, "start of co-creation"}};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        if (ogpi_day_read(dates[i].day, dates[i].date, dates[i].name, error) < 0)
            return OGP_ERROR_USAGE;
    if (options->years < 0 || options->years > 10)
        return ogpi_error(error, OGP_ERROR_USAGE, "years: a plan of %d years; 1 to 10 are taken", (int)options->years);
    bool both = facts->start != OGPI_NO_DAY && facts->end != OGPI_NO_DAY;
    int32_t days = both ? facts->end - facts->start : 0;
    if (both && days <= 0)
        return ogpi_error(error, OGP_ERROR_USAGE, "the plan ends on the day of its start or before it");
    /* Half a year more or less is the same number of years. */
    if (both && options->years && abs(days - options->years * 365) > 186)
        return ogpi_error(error, OGP_ERROR_USAGE, "start and end are not as many years apart as are given; leave one "
                                                  "of the three out");
    facts->years = options->years;
    facts->first = options->first != 0;
    facts->local = options->local != 0;
    return 0;
}

static int work_out(ogp_calendar *c, const char *edition, const ogp_context *context, ogp_error *error)
{
    const char *era = ogpi_calendar_era(c->held.book, edition, &c->facts);
    ogpi_report_builder *builder = NULL;
    if (edition && *edition && (!era || !ogpi_calendar_knows(c->held.book, edition)))
        return ogpi_error(error, OGP_ERROR_USAGE, "no edition of the calendar is called \"%s\"", edition);
    if (!era)
        return ogpi_error(error, OGP_ERROR_USAGE,
                          "nothing follows: give an edition, or the day of submission or of the start");
    ogpi_calendar_compute(&c->calendar, c->held.book, era, &c->facts);
    if (c->calendar.count == 0)
        return ogpi_error(error, OGP_ERROR_USAGE,
                          "nothing follows: give the day of submission, of the start or of the last plan's end");
    if (ogpi_report_begin(&builder, context, error) < 0)
        return OGP_ERROR_MEMORY;
    ogpi_calendar_judge(&c->calendar, &c->facts, builder);
    return ogpi_report_end(&c->held.report, builder, error);
}

int ogp_calendar_new(ogp_calendar **out, const ogp_calendar_options *options, const ogp_context *context,
                     ogp_error *error)
{
    *out = NULL;
    if (!options || options->struct_size != sizeof *options)
        return ogpi_error(error, OGP_ERROR_USAGE, "ogp_calendar_options was not set up with OGP_CALENDAR_OPTIONS_INIT");
    ogp_calendar *c = ogpi_held_new(sizeof *c, context);
    if (!c)
        return ogpi_error_memory(error);
    c->facts = (ogpi_calendar_facts)OGPI_CALENDAR_FACTS_INIT;
    size_t length = options->plan ? strnlen(options->plan, sizeof c->plan - 1) : 0;
    if (length)
        memcpy(c->plan, options->plan, length);
    int rc = read_facts(&c->facts, options, error);
    if (rc == 0)
        rc = work_out(c, options->edition, context, error);
    *out = ogpi_held_finish(c, rc);
    return rc;
}

ogp_calendar *ogp_calendar_ref(ogp_calendar *calendar)
{
    return ogpi_held_ref(calendar);
}

void ogp_calendar_unref(ogp_calendar *calendar)
{
    ogpi_held_unref(calendar);
}

static ogpi_rb entry(const ogp_calendar *calendar, size_t index, const char *member)
{
    if (!calendar || index >= calendar->calendar.count)
        return (ogpi_rb){NULL, 0};
    return ogpi_rb_get(calendar->calendar.dates[index].entry, member);
}

static const char *entry_string(const ogp_calendar *calendar, size_t index, const char *member)
{
    if (!calendar || index >= calendar->calendar.count)
        return "";
    return ogpi_rb_string(entry(calendar, index, member), "");
}

const char *ogp_calendar_edition(const ogp_calendar *calendar)
{
    return calendar ? calendar->calendar.era : "";
}

size_t ogp_calendar_count(const ogp_calendar *calendar)
{
    return calendar ? calendar->calendar.count : 0;
}

const char *ogp_calendar_id(const ogp_calendar *calendar, size_t index)
{
    return entry_string(calendar, index, "id");
}

ogp_date ogp_calendar_date(const ogp_calendar *calendar, size_t index)
{
    if (!calendar || index >= calendar->calendar.count)
        return (ogp_date){0};
    return ogp_date_from_day(calendar->calendar.dates[index].day);
}

const char *ogp_calendar_kind(const ogp_calendar *calendar, size_t index)
{
    return entry_string(calendar, index, "kind");
}

const char *ogp_calendar_who(const ogp_calendar *calendar, size_t index)
{
    return entry_string(calendar, index, "who");
}

ogpi_rb ogpi_calendar_name(const ogp_calendar *calendar, size_t index)
{
    return ogpi_rb_get(ogpi_rb_path(calendar->held.book, "calendar/names"), ogp_calendar_id(calendar, index));
}

const char *ogp_calendar_name(const ogp_calendar *calendar, size_t index, const char *language)
{
    const char *id = ogp_calendar_id(calendar, index);
    if (!*id)
        return "";
    const ogpi_held *held = &calendar->held;
    return ogpi_names_get(&held->names, &held->allocator, ogpi_calendar_name(calendar, index), language, id);
}

const char *ogp_calendar_rule(const ogp_calendar *calendar, size_t index)
{
    return entry_string(calendar, index, "rule");
}

const char *ogp_calendar_source(const ogp_calendar *calendar, size_t index)
{
    return entry_string(calendar, index, "source");
}

const char *ogp_calendar_status(const ogp_calendar *calendar, size_t index)
{
    return entry_string(calendar, index, "status");
}

uint32_t ogp_calendar_number(const ogp_calendar *calendar, size_t index)
{
    return calendar && index < calendar->calendar.count ? calendar->calendar.dates[index].number : 0;
}

const ogp_report *ogp_calendar_report(const ogp_calendar *calendar)
{
    return calendar ? calendar->held.report : NULL;
}
