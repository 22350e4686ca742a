/* SPDX-License-Identifier: MIT */
#include "rules/plan_edition.h"
#include "rules/calendar.h"

ogpi_period ogpi_plan_date(const ogp_plan *plan)
{
    ogpi_period submitted = ogpi_period_of(&plan->submitted);
    return submitted.known ? submitted : ogpi_period_of(&plan->start);
}

static const char *edition_on(const ogpi_check *check, const char *kind, int32_t day)
{
    return ogpi_era_on(check->prepared->eras, check->prepared->era_count, kind, day);
}

const char *ogpi_template_by_date(const ogpi_check *check)
{
    ogpi_period date = ogpi_plan_date(check->plan);
    if (strcmp(ogpi_str(&check->plan->level), "local") == 0 && ogpi_is_template(check->prepared, "local"))
        return "local";
    const char *edition = edition_on(check, "template", date.known ? date.first : INT32_MAX);
    if (!edition && date.known) /* a date before all editions */
        edition = edition_on(check, "template", INT32_MAX);
    return edition ? edition : "";
}

/* The year in which a plan of this period was due: its end less its length in whole years. */
static int32_t due_year(const ogp_plan *plan)
{
    ogpi_period start = ogpi_period_of(&plan->start), end = ogpi_period_of(&plan->end), date = ogpi_plan_date(plan);
    if (!end.known)
        return date.known ? ogpi_day_year(date.first) : 0;
    return ogpi_day_year(end.last) - ogpi_plan_years(start, end);
}

int32_t ogpi_plan_years(ogpi_period start, ogpi_period end)
{
    if (!start.known || !end.known || start.first > end.last)
        return 2;
    int32_t months = ogpi_day_months_between(start.first, end.last + 1);
    int32_t years = (months + (months < 24 ? 9 : 6)) / 12; /* a plan that started late is still one of two years */
    return years < 1 ? 1 : years > 4 ? 4 : years;
}

/* The calendar of a year, among those that go with the template; the nearest where none of them holds. */
static const char *calendar_for(const ogpi_check *check, int32_t year)
{
    ogpi_rb allowed = check->template
                          ? check->template->calendars
                          : ogpi_rb_get(ogpi_rb_path(check->book, "dates/templates"), check->edition);
    int32_t day = ogp_date_to_day(year, 7, 1);
    const char *exception = year ? edition_on(check, "calendar-exception", day) : NULL;
    const char *usual = year ? edition_on(check, "calendar", day) : NULL;
    if (exception && ogpi_rb_has(allowed, exception))
        return exception;
    if (usual && ogpi_rb_has(allowed, usual))
        return usual;
    size_t count = ogpi_rb_count(allowed);
    for (size_t i = count; i-- > 0;) {
        const char *calendar = ogpi_rb_string(ogpi_rb_at(allowed, i), "");
        const ogpi_era *era = ogpi_prepared_era(check->prepared, calendar);
        bool regular = !era || strcmp(era->kind, "calendar-exception") != 0, begun = !era || era->first <= day;
        if (regular && (begun || i == 0))
            return calendar;
    }
    return "";
}

bool ogpi_choose_editions(ogpi_check *check)
{
    const char *own = ogpi_str(&check->plan->edition);
    ogpi_period date = ogpi_plan_date(check->plan);
    check->year = date.known ? ogpi_day_year(date.first) : 0;
    check->due_year = due_year(check->plan);
    check->edition = ogpi_is_template(check->prepared, own) ? own : ogpi_template_by_date(check);
    bool fine = ogpi_prepared_template(&check->template, check->prepared, check->edition);
    if (check->template)
        check->edition = check->template->edition; /* the rulebook's own string */
    check->calendar = calendar_for(check, check->due_year);
    return fine;
}
