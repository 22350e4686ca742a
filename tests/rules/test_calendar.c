/* SPDX-License-Identifier: MIT */
/* Dates of plans, worked out by hand from the rules of each era. */
#include "test.h"

#include "rules/calendar.h"

static int32_t day(const char *text)
{
    ogp_edtf date;
    if (!text)
        return OGPI_NO_DAY;
    assert_int_equal(ogp_edtf_parse(&date, text, strlen(text), NULL), 0);
    return ogp_edtf_first_day(&date);
}

static ogpi_calendar_facts facts(const char *submitted, const char *start, const char *previous_end)
{
    ogpi_calendar_facts f = OGPI_CALENDAR_FACTS_INIT;
    f.submitted = day(submitted);
    f.start = day(start);
    f.previous_end = day(previous_end);
    return f;
}

static void eras_follow_the_due_date(void **state)
{
    static const struct {
        const char *submitted, *start, *previous_end, *era;
    } cases[] = {
        {"2012-04-10", NULL, NULL, "cal-2011"},
        {"2013-12-01", NULL, NULL, "cal-2011"},
        {"2014-07-01", NULL, NULL, "cal-2014"},
        {"2016-10-31", NULL, NULL, "cal-2014"},
        {"2018-01-15", NULL, "2017-06-30", "cal-2014"}, /* due in 2017, late or not */
        {"2018-10-01", NULL, "2018-06-30", "cal-2018"},
        {"2019-02-01", NULL, "2018-08-31", "cal-2018"},
        {"2020-11-01", NULL, NULL, "cal-2020-covid"},
        {"2021-03-01", NULL, "2020-08-31", "cal-2020-covid"},
        {"2021-12-30", NULL, NULL, "cal-2018"},
        {"2022-06-01", NULL, "2021-08-31", "cal-2018"},
        {"2022-06-01", NULL, "2021-12-31", "cal-2022"}, /* 31 August would lie before the last plan's end */
        {"2023-12-31", NULL, "2023-08-31", "cal-2022"},
        {NULL, "2024-01-01", NULL, "cal-2022"},
        {NULL, NULL, NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogpi_calendar_facts f = facts(cases[i].submitted, cases[i].start, cases[i].previous_end);
        const char *era = ogpi_calendar_era(NULL, NULL, &f);
        if (!cases[i].era)
            assert_null(era);
        else
            assert_string_equal(era ? era : "none", cases[i].era);
    }
    ogpi_calendar_facts f = facts("2016-01-01", NULL, NULL);
    assert_string_equal(ogpi_calendar_era(NULL, "handbook-2022", &f), "cal-2022");
    assert_string_equal(ogpi_calendar_era(NULL, "tpl-2016", &f), "cal-2014");
    assert_true(ogpi_calendar_knows(NULL, "local"));
    assert_false(ogpi_calendar_knows(NULL, "cal-2099"));
}

/* Every six months from 31 August: 28 February, and 31 August again. */
static void short_months_do_not_stay(void **state)
{
    ogpi_calendar_facts f = facts(NULL, "2024-08-31", NULL);
    ogpi_calendar calendar;
    char text[OGPI_DAY_SIZE];
    size_t seen = 0;
    (void)state;
    ogpi_calendar_compute(&calendar, NULL, "cal-2022", &f);
    for (size_t i = 0; i < calendar.count; i++) {
        if (strcmp(ogpi_rb_string(ogpi_rb_get(calendar.dates[i].entry, "id"), ""), "forum-meeting") != 0)
            continue;
        ogpi_day_text(calendar.dates[i].day, text);
        assert_string_equal(text + 5, seen++ % 2 ? "08-31" : "02-28");
    }
    assert_int_equal(seen, 3);
}

static void dates_of_each_era(void **state)
{
    static const struct {
        const char *era, *submitted, *start, *previous_end;
        int years;
        const char *id, *expected;
    } cases[] = {
        {"cal-2011", NULL, "2012-07-01", NULL, 0, "end", "2014-06-30"},
        {"cal-2011", NULL, "2012-07-01", NULL, 0, "self-assessment", "2013-09-30"},
        {"cal-2011", NULL, "2012-07-01", NULL, 0, "self-assessment-comments", "2013-09-16"},
        {"cal-2011", "2012-04-01", NULL, NULL, 0, "due", NULL},
        {"cal-2014", "2016-10-31", NULL, NULL, 0, "due", "2016-06-30"},
        {"cal-2014", "2016-10-31", NULL, NULL, 0, "latest", "2016-12-30"},
        {"cal-2014", "2016-10-31", NULL, NULL, 0, "end", "2018-06-30"},
        {"cal-2014", "2016-10-31", NULL, NULL, 0, "latest-start", "2016-12-30"},
        {"cal-2014", NULL, NULL, "2016-06-30", 0, "drafting", "2016-01-01"},
        {"cal-2014", NULL, NULL, "2017-08-31", 0, "drafting", "2017-03-01"},
        /* where the start is not known, the first year ends a year before the last */
        {"cal-2014", "2014-07-20", NULL, NULL, 0, "first-year-end", "2015-06-30"},
        {"cal-2014", "2014-07-20", NULL, NULL, 0, "self-assessment", "2015-09-30"},
        {"cal-2014", "2014-07-20", "2014-08-01", NULL, 0, "first-year-end", "2015-07-31"},
        {"cal-2018", "2018-12-31", NULL, NULL, 0, "self-assessment-optional", "2019-11-30"},
        /* two years from a leap day, and to one */
        {"cal-2022", NULL, "2024-02-29", NULL, 2, "end", "2026-02-28"},
        {"cal-2022", NULL, "2024-02-29", NULL, 4, "end", "2028-02-28"},
        {"cal-2022", NULL, "2026-03-01", NULL, 2, "end", "2028-02-29"},
        {"cal-2018", "2018-12-31", NULL, NULL, 0, "due", "2018-08-31"},
        {"cal-2018", "2018-12-31", NULL, NULL, 0, "latest", "2018-12-31"},
        {"cal-2018", "2018-12-31", NULL, NULL, 0, "end", "2020-08-31"},
        {"cal-2018", "2018-12-31", NULL, NULL, 0, "latest-start", "2018-12-31"},
        /* a late plan that starts in the new year keeps its end */
        {"cal-2018", "2018-12-20", "2019-01-01", NULL, 0, "end", "2020-08-31"},
        {"cal-2014", "2014-12-15", "2015-01-15", NULL, 0, "end", "2016-06-30"},
        {"cal-2018", "2018-12-31", NULL, NULL, 0, "irm-results", "2020-12-31"},
        {"cal-2018", "2018-12-31", NULL, NULL, 0, "irm-review", NULL},
        {"cal-2018", "2021-08-31", NULL, NULL, 0, "irm-review", "2021-12-31"},
        {"cal-2020-covid", "2020-12-01", NULL, NULL, 0, "due", "2020-12-31"},
        {"cal-2020-covid", "2020-12-01", NULL, NULL, 0, "moved-due", "2021-08-31"},
        {"cal-2020-covid", "2020-12-01", NULL, NULL, 0, "old-plan-update", "2020-08-31"},
        {"cal-2020-covid", "2020-12-01", NULL, NULL, 0, "old-plan-end", "2021-08-31"},
        {"cal-2020-covid", "2020-12-01", NULL, NULL, 0, "end", "2022-08-31"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 4, "due", "2024-08-31"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 4, "latest", "2024-08-31"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 4, "end", "2027-12-31"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 4, "refresh", "2026-01-01"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 4, "irm-midterm", "2026-01-01"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 2, "irm-midterm", NULL},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 2, "irm-review", "2024-05-15"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 2, "irm-results", "2026-04-30"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 2, "forum-meeting", "2024-07-01"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 2, "repository-update", "2024-07-01"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 2, "implementation-meeting", "2024-07-01"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 2, "end", "2025-12-31"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 2, "refresh", NULL},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 2, "next-due", "2026-12-31"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 4, "irm-results", "2028-04-30"},
        {"cal-2022", "2024-01-15", "2024-01-01", "2023-08-31", 2, "self-assessment", NULL},
        /* the end of the last plan decides, at a month's end too */
        {"cal-2022", NULL, NULL, "2024-02-29", 0, "due", "2025-02-28"},
        {"cal-2014", NULL, "2014-07-01", "2014-06-30", 0, "due", "2014-06-30"},
        {"cal-2014", NULL, "2014-07-01", "2014-06-30", 0, "end", "2016-06-30"},
        {"cal-2014", NULL, "2014-07-01", "2014-06-30", 0, "self-assessment", "2015-09-30"},
        {"cal-2014", NULL, "2014-07-01", "2014-06-30", 0, "self-assessment-comments", "2015-09-16"},
        {"cal-2014", NULL, "2014-07-01", "2014-06-30", 0, "irm-progress", "2015-06-30"},
        {"cal-2014", NULL, "2014-07-01", "2014-06-30", 0, "irm-end-of-term", "2016-06-30"},
        {"cal-2014", NULL, "2014-07-01", "2014-06-30", 0, "irm-review", NULL},
        /* members that submitted in 2019 may extend as well, by twelve months */
        {"cal-2018", "2019-08-31", NULL, NULL, 0, "end", "2021-08-31"},
        {"cal-2018", "2019-08-31", NULL, NULL, 0, "extended-end", "2022-08-31"},
        {"cal-2018", "2018-08-31", NULL, NULL, 0, "extended-end", NULL},
        {"cal-2020-covid", "2020-12-01", NULL, NULL, 0, "latest", "2021-12-31"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogpi_calendar_facts f = facts(cases[i].submitted, cases[i].start, cases[i].previous_end);
        ogpi_calendar calendar;
        char text[OGPI_DAY_SIZE];
        f.years = cases[i].years;
        ogpi_calendar_compute(&calendar, NULL, cases[i].era, &f);
        ogpi_day_text(ogpi_calendar_day(&calendar, cases[i].id), text);
        if (strcmp(text, cases[i].expected ? cases[i].expected : ""))
            fail_msg("case %zu, %s %s: %s, expected %s", i, cases[i].era, cases[i].id, text, cases[i].expected);
    }
}

/* A first plan is due twelve months after the letter, in every era; those of the founders ran one year. */
static void first_plans_of_each_era(void **state)
{
    static const struct {
        const char *era, *letter, *start, *id, *expected;
    } cases[] = {
        {"cal-2011", "2011-09-20", "2012-04-01", "first-due", "2012-09-20"},
        {"cal-2011", "2011-09-20", "2012-04-01", "end", "2013-03-31"},
        {"cal-2014", "2014-04-24", NULL, "first-due", "2015-04-24"},
        {"cal-2014", "2014-04-24", NULL, "latest", "2015-10-24"},
        {"cal-2014", "2014-04-24", NULL, "due", NULL},
        {"cal-2018", "2018-04-26", NULL, "first-due", "2019-04-26"},
        {"cal-2018", "2018-04-26", NULL, "latest", "2019-08-26"},
        {"cal-2020-covid", "2020-02-29", NULL, "first-due", "2021-02-28"},
        {"cal-2022", "2022-03-31", NULL, "first-due", "2023-03-31"},
        {"cal-2022", "2022-03-31", NULL, "latest", "2023-03-31"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogpi_calendar_facts f = facts(NULL, cases[i].start, NULL);
        ogpi_calendar calendar;
        char text[OGPI_DAY_SIZE];
        f.letter = day(cases[i].letter);
        f.first = true;
        ogpi_calendar_compute(&calendar, NULL, cases[i].era, &f);
        ogpi_day_text(ogpi_calendar_day(&calendar, cases[i].id), text);
        if (strcmp(text, cases[i].expected ? cases[i].expected : ""))
            fail_msg("case %zu, %s %s: %s, expected %s", i, cases[i].era, cases[i].id, text, cases[i].expected);
    }
}

/* Any length, a report one month after the end, no common due date and no report of the IRM, in every era. */
static void local_plans_of_each_era(void **state)
{
    static const char *const eras[] = {"cal-2014", "cal-2018", "cal-2020-covid", "cal-2022"};
    static const char *const never[] = {"due", "latest", "irm-review", "irm-results", "irm-progress", "refresh"};
    (void)state;
    for (size_t i = 0; i < sizeof eras / sizeof *eras; i++) {
        ogpi_calendar_facts f = facts("2017-01-15", "2017-02-01", NULL);
        ogpi_calendar calendar;
        char text[OGPI_DAY_SIZE];
        f.local = true;
        f.end = day("2020-01-31");
        ogpi_calendar_compute(&calendar, NULL, eras[i], &f);
        assert_string_equal(ogpi_day_text(ogpi_calendar_day(&calendar, "local-report"), text), "2020-02-29");
        for (size_t k = 0; k < sizeof never / sizeof *never; k++)
            if (ogpi_calendar_day(&calendar, never[k]) != OGPI_NO_DAY)
                fail_msg("%s: a local plan has \"%s\"", eras[i], never[k]);
    }
}

static void first_and_local_plans(void **state)
{
    ogpi_calendar_facts f = OGPI_CALENDAR_FACTS_INIT;
    ogpi_calendar calendar;
    char text[OGPI_DAY_SIZE];
    (void)state;
    f.letter = day("2018-04-26");
    f.first = true;
    ogpi_calendar_compute(&calendar, NULL, NULL, &f);
    assert_string_equal(ogpi_day_text(ogpi_calendar_due(&calendar), text), "2019-04-26");
    f = facts("2022-11-15", "2023-01-01", NULL);
    f.local = true;
    f.end = day("2026-12-31");
    ogpi_calendar_compute(&calendar, NULL, "cal-2022", &f);
    assert_string_equal(ogpi_day_text(ogpi_calendar_day(&calendar, "local-report"), text), "2027-01-31");
    assert_int_equal(ogpi_calendar_day(&calendar, "irm-review"), OGPI_NO_DAY);
    assert_int_equal(ogpi_calendar_due(&calendar), OGPI_NO_DAY);
}

static void delivery_at_the_limits(void **state)
{
    static const struct {
        const char *era, *previous_end, *submitted;
        ogpi_delivery delivery;
    } cases[] = {
        {"cal-2014", "2016-06-30", "2016-06-30", OGPI_DELIVERY_IN_TIME},
        {"cal-2014", "2016-06-30", "2016-07-01", OGPI_DELIVERY_LATE},
        {"cal-2014", "2016-06-30", "2016-12-30", OGPI_DELIVERY_LATE},
        {"cal-2014", "2016-06-30", "2017-01-01", OGPI_DELIVERY_CONTRARY},
        {"cal-2018", "2018-08-31", "2018-08-31", OGPI_DELIVERY_IN_TIME},
        {"cal-2018", "2018-08-31", "2018-09-01", OGPI_DELIVERY_LATE},
        {"cal-2018", "2018-08-31", "2018-12-31", OGPI_DELIVERY_LATE},
        {"cal-2018", "2018-08-31", "2019-01-01", OGPI_DELIVERY_CONTRARY},
        {"cal-2020-covid", "2020-08-31", "2020-12-31", OGPI_DELIVERY_IN_TIME},
        {"cal-2020-covid", "2020-08-31", "2021-08-31", OGPI_DELIVERY_MOVED},
        {"cal-2020-covid", "2020-08-31", "2021-12-31", OGPI_DELIVERY_LATE},
        {"cal-2020-covid", "2020-08-31", "2022-01-01", OGPI_DELIVERY_CONTRARY},
        {"cal-2022", "2023-08-31", "2024-08-31", OGPI_DELIVERY_IN_TIME},
        {"cal-2022", "2023-08-31", "2024-09-01", OGPI_DELIVERY_CONTRARY},
        {"cal-2022", NULL, "2024-09-01", OGPI_DELIVERY_UNKNOWN},
        {"cal-2011", NULL, "2013-09-01", OGPI_DELIVERY_UNKNOWN},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogpi_calendar_facts f = facts(cases[i].submitted, NULL, cases[i].previous_end);
        ogpi_calendar calendar;
        ogpi_calendar_compute(&calendar, NULL, cases[i].era, &f);
        assert_int_equal(ogpi_calendar_delivery(&calendar, f.submitted), cases[i].delivery);
    }
}

static ogp_date whole(const char *text)
{
    return text ? ogp_date_from_day(day(text)) : (ogp_date){0};
}

static void findings_on_a_plan(void **state)
{
    static const struct {
        const char *edition, *submitted, *start, *end, *previous_end, *rule, *not_rule;
    } cases[] = {
        {NULL, "2018-08-30", "2018-08-31", "2020-08-31", "2018-06-30", "CAL001", "CAL004"},
        {NULL, "2018-12-20", "2018-12-31", "2020-08-31", "2018-06-30", "CAL002", "CAL004"},
        {NULL, "2018-12-20", "2019-01-01", "2020-08-31", "2018-06-30", "CAL004", "CAL003"},
        {NULL, "2019-01-01", "2019-01-01", "2020-08-31", "2018-08-31", "CAL003", "CAL001"},
        {NULL, "2021-08-31", "2021-09-01", NULL, "2020-08-31", "CAL010", "CAL003"},
        {"cal-2022", "2023-12-31", "2024-01-01", "2026-12-31", NULL, "CAL005", "CAL006"},
        {"cal-2022", "2023-12-31", "2024-01-01", "2025-08-31", NULL, "CAL006", "CAL005"},
        {"cal-2022", "2023-12-31", "2024-01-01", "2027-12-31", NULL, "CAL009", "CAL005"},
        {"cal-2014", "2016-06-30", "2016-08-01", "2018-06-30", "2016-06-30", "CAL007", "CAL006"},
        {"cal-2022", NULL, "2024-01-01", NULL, "2023-12-31", "CAL008", "CAL001"},
        /* lengths: two years in every era, four from 2022 on */
        {"cal-2018", "2018-08-31", "2018-09-01", "2021-08-31", NULL, "CAL005", "CAL003"},
        {"cal-2018", "2018-08-31", "2018-09-01", "2020-08-31", NULL, "CAL001", "CAL005"},
        {"cal-2022", "2023-12-31", "2024-01-01", "2024-12-31", NULL, "CAL005", "CAL006"},
        {"cal-2022", "2023-12-31", "2024-01-01", "2025-06-30", NULL, "CAL009", "CAL006"},
        /* 18 months at least in 2014-17, 20 in 2018-21 */
        {"cal-2014", "2016-12-30", "2016-12-30", "2018-06-30", NULL, "CAL002", "CAL004"},
        {"cal-2014", "2016-12-31", "2017-01-01", "2018-06-30", NULL, "CAL004", "CAL001"},
        {"cal-2018", "2018-12-31", "2018-12-31", "2020-08-31", NULL, "CAL002", "CAL004"},
        /* plans since 2022 may have a gap, and no minimum */
        {"cal-2022", "2024-06-30", "2024-06-30", "2025-12-31", "2023-12-31", "CAL001", "CAL007"},
        {"cal-2022", "2024-06-30", "2024-06-30", "2025-12-31", "2023-12-31", "CAL001", "CAL004"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_calendar_options options = OGP_CALENDAR_OPTIONS_INIT;
        ogp_error error = OGP_ERROR_INIT;
        ogp_calendar *calendar;
        options.edition = cases[i].edition;
        options.submitted = whole(cases[i].submitted);
        options.start = whole(cases[i].start);
        options.end = whole(cases[i].end);
        options.previous_end = whole(cases[i].previous_end);
        if (ogp_calendar_new(&calendar, &options, NULL, &error) < 0)
            fail_msg("case %zu: %s", i, error.message);
        if (!find_rule(ogp_calendar_report(calendar), cases[i].rule) ||
            find_rule(ogp_calendar_report(calendar), cases[i].not_rule))
            fail_msg("case %zu: %s wanted, %s not", i, cases[i].rule, cases[i].not_rule);
        ogp_calendar_unref(calendar);
    }
}

static void refuses(const ogp_calendar_options *options, const char *why)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_calendar *calendar;
    assert_int_equal(ogp_calendar_new(&calendar, options, NULL, &error), OGP_ERROR_USAGE);
    assert_null(calendar);
    if (!strstr(error.message, why))
        fail_msg("\"%s\" does not say \"%s\"", error.message, why);
}

static void wrong_calls(void **state)
{
    ogp_calendar_options options = OGP_CALENDAR_OPTIONS_INIT;
    (void)state;
    refuses(NULL, "OGP_CALENDAR_OPTIONS_INIT");
    refuses(&options, "nothing follows");
    options.edition = "cal-1999";
    refuses(&options, "\"cal-1999\"");
    options.edition = NULL;
    options.start = (ogp_date){2023, 2, 29, 0};
    refuses(&options, "start: 2023-02-29 is no day");
    options.start = whole("2024-01-01");
    options.end = whole("2024-01-01");
    refuses(&options, "on the day of its start");
    options.end = (ogp_date){0};
    options.years = 11;
    refuses(&options, "11 years");
    assert_int_equal(ogp_calendar_count(NULL), 0);
    assert_string_equal(ogp_calendar_id(NULL, 0), "");
    assert_string_equal(ogp_calendar_name(NULL, 0, "ar"), "");
}

static int make_calendar(const ogp_context *context)
{
    ogp_calendar_options options = OGP_CALENDAR_OPTIONS_INIT;
    ogp_calendar *calendar = NULL;
    options.submitted = whole("2018-12-20");
    int rc = ogp_calendar_new(&calendar, &options, context, NULL);
    ogp_calendar_unref(calendar);
    return rc;
}

static void failed_allocations(void **state)
{
    (void)state;
    survive_failed_allocations(make_calendar);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eras_follow_the_due_date), cmocka_unit_test(dates_of_each_era),
        cmocka_unit_test(short_months_do_not_stay),
        cmocka_unit_test(first_plans_of_each_era),  cmocka_unit_test(local_plans_of_each_era),
        cmocka_unit_test(first_and_local_plans),    cmocka_unit_test(delivery_at_the_limits),
        cmocka_unit_test(findings_on_a_plan),       cmocka_unit_test(wrong_calls),
        cmocka_unit_test(failed_allocations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
