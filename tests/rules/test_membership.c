/* SPDX-License-Identifier: MIT */
/* Joining and status, from small histories. */
#include "test.h"

#include <ogp/joining.h>
#include <ogp/status.h>

static ogp_history *history(const char *text)
{
    ogp_history *h;
    ogp_error error = OGP_ERROR_INIT;
    if (ogp_history_parse(&h, NULL, text, strlen(text), &error) < 0)
        fail_msg("%s", error.message);
    return h;
}

#define JOIN(kind, today, events)                                                                                      \
    "{\"format\":\"ogp-join/1\",\"member\":\"MAR\",\"kind\":\"" kind "\",\"today\":\"" today "\",\"events\":[" events  \
    "]}"
#define E(type, date) "{\"type\":\"" type "\",\"date\":\"" date "\"}"

#define LOST E("eligible", "2018-01-15") "," E("not-eligible", "2018-03-01")
#define FIVE(year, later) \
    E("eligible", year "-01-15") "," E("letter-of-intent", year "-04-26") "," E("lead-named", year "-05-01") "," \
    E("plan-delivered", later "-03-30") "," E("irm-accepted", later "-05-01")

static void steps(void **state)
{
    static const struct {
        const char *text, *next, *states, *rule;
    } cases[] = {
        {JOIN("country", "2018-01-01", ""), "eligible", "10000", "JOI002"},
        {JOIN("country", "2018-12-31", E("eligible", "2018-01-15") "," E("letter-of-intent", "2018-04-26")),
         "lead-named", "22100", "JOI006"},
        {JOIN("country", "2018-12-31", E("eligible", "2018-01-15") "," E("plan-delivered", "2018-08-30")),
         "letter-of-intent", "21030", "JOI003"},
        {JOIN("country", "2020-01-01", E("eligible", "2018-05-15") "," E("letter-of-intent", "2018-04-26")),
         "lead-named", "22100", "JOI004"},
        {JOIN("country", "2020-01-01",
              E("eligible", "2018-01-15") "," E("letter-of-intent", "2018-04-26") "," E("not-eligible", "2019-06-01")),
         "lead-named", "42100", "JOI005"},
        {JOIN("country", "2019-01-01", E("eligible", "2018-01-15") "," E("not-eligible", "2019-06-01")),
         "letter-of-intent", "21000", "JOI001"},
        {JOIN(
             "country", "2020-12-31",
             E("eligible", "2018-01-15") "," E("letter-of-intent", "2018-04-26") "," E(
                 "lead-named", "2018-05-01") "," E("plan-delivered", "2019-04-27") "," E("irm-accepted", "2019-05-01")),
         "", "22222", "JOI007"},
        {JOIN("country", "2018-12-31", E("wedding", "2018-01-15")), "eligible", "10000", "JOI008"},
        {JOIN("local", "2022-12-31",
              E("country-member", "2018-04-26") "," E("partner", "2022-01-01") "," E(
                  "letter-of-support", "2022-02-01") "," E("admitted", "2022-05-01")),
         "plan-delivered", "22221", "JOI001"},
        {JOIN("parliament", "2022-12-31", E("country-member", "2018-04-26")), "letter-of-intent", "21000", "JOI002"},
        /* eligibility lost before the letter: the letter does not count; lost and won again: it does */
        {JOIN("country", "2018-12-31", LOST "," E("letter-of-intent", "2018-04-26")), "eligible", "43000", "JOI003"},
        {JOIN("country", "2018-12-31", LOST "," E("eligible", "2018-04-01") "," E("letter-of-intent", "2018-04-26")),
         "lead-named", "22100", "JOI001"},
        /* the first plan: due twelve months after the letter, on that day still in time */
        {JOIN("country", "2019-04-26", E("eligible", "2018-01-15") "," E("letter-of-intent", "2018-04-26")),
         "lead-named", "22100", "JOI006"},
        {JOIN("country", "2019-04-27", E("eligible", "2018-01-15") "," E("letter-of-intent", "2018-04-26")),
         "lead-named", "22100", "JOI011"},
        /* self-reports: mandatory until the standards of 2017, optional afterwards */
        {JOIN("country", "2016-12-31", FIVE("2014", "2015")), "self-report", "222221", "JOI002"},
        {JOIN("country", "2016-12-31", FIVE("2014", "2015") "," E("self-report", "2016-09-30")), "", "222222",
         "JOI009"},
        {JOIN("country", "2020-12-31", FIVE("2017", "2018")), "", "222225", "JOI010"},
        /* what comes after today has not happened */
        {JOIN("country", "2014-12-31", FIVE("2014", "2015")), "plan-delivered", "222100", "JOI002"},
        {JOIN("local", "2022-12-31", E("country-member", "2018-04-26") "," E("admitted", "2022-05-01")), "partner",
         "210300", "JOI003"},
        {JOIN(
             "local", "2022-12-31",
             E("country-member", "2018-04-26") "," E("partner", "2022-03-01") "," E("letter-of-support", "2022-02-01")),
         "admitted", "222100", "JOI004"},
        {JOIN("local", "2024-12-31",
              E("country-member", "2018-04-26") "," E("partner", "2022-01-01") "," E(
                  "letter-of-support", "2022-02-01") "," E("admitted",
                                                           "2022-05-01") "," E("plan-delivered",
                                                                               "2022-11-15") "," E("monitoring-body",
                                                                                                   "2023-01-10")),
         "", "222222", "JOI009"},
        {JOIN("local", "2022-12-31", ""), "country-member", "100000", "JOI002"},
        {JOIN("parliament", "2022-12-31", E("country-member", "2018-04-26") "," E("plan-delivered", "2019-03-01")),
         "letter-of-intent", "21030", "JOI003"},
        {JOIN(
             "parliament", "2022-12-31",
             E("country-member", "2018-04-26") "," E("letter-of-intent", "2019-01-01") "," E(
                 "lead-named", "2019-02-01") "," E("plan-delivered", "2022-03-01") "," E("irm-accepted", "2022-04-01")),
         "", "22222", "JOI009"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_history *h = history(cases[i].text);
        ogp_joining *j;
        assert_int_equal(ogp_joining_judge(&j, h, (ogp_date){0}, NULL, NULL), 0);
        for (size_t k = 0; cases[i].states[k]; k++)
            if (ogp_joining_state(j, k) != (ogp_step_state)(cases[i].states[k] - '0'))
                fail_msg("case %zu: step %zu is %s", i, k + 1, ogp_step_state_name(ogp_joining_state(j, k)));
        assert_string_equal(ogp_joining_next(j), cases[i].next);
        if (!find_rule(ogp_joining_report(j), cases[i].rule))
            fail_msg("case %zu: no %s", i, cases[i].rule);
        ogp_joining_unref(j);
        ogp_history_unref(h);
    }
}

#define MEMBER(today, rest) "{\"format\":\"ogp-member/1\",\"member\":\"XYZ\",\"today\":\"" today "\"," rest "}"
#define LATE_2018 "{\"plan\":\"A\",\"previous_end\":\"2018-08-31\",\"submitted\":\"2019-01-01\",\"end\":\"2020-08-31\"}"
#define GOOD_2018                                                                                                      \
    "{\"plan\":\"B\",\"previous_end\":\"2018-08-31\",\"submitted\":\"2018-12-31\",\"end\":\"2020-08-31\","             \
    "\"iap2\":{\"development\":\"involve\",\"implementation\":\"inform\"}}"
#define LOW_2018                                                                                                       \
    "{\"plan\":\"C\",\"previous_end\":\"2018-08-31\",\"submitted\":\"2018-08-01\",\"end\":\"2020-08-31\","             \
    "\"iap2\":{\"development\":\"consult\"}}"
#define NONE_2022 "{\"plan\":\"D\",\"previous_end\":\"2022-08-31\"}"
#define UNMET_2022                                                                                                     \
    "{\"plan\":\"E\",\"previous_end\":\"2022-08-31\",\"submitted\":\"2023-06-01\",\"end\":\"2025-06-30\","             \
    "\"requirements\":\"not-met\"}"
#define CYCLE(last, submitted, rest) "{\"previous_end\":\"" last "\",\"submitted\":\"" submitted "\"" rest "}"
#define IAP2(development, implementation) \
    ",\"iap2\":{\"development\":\"" development "\",\"implementation\":\"" implementation "\"}"
#define CYCLES(today, list) MEMBER(today, "\"cycles\":[" list "]")
#define NO_PROGRESS ",\"progress\":false"
#define NO_REPOSITORY ",\"repository\":false"
#define REVIEW "\"cycles\":[" LATE_2018 "," LOW_2018 "]"

static void statuses(void **state)
{
    static const struct {
        const char *text, *word, *confidence, *rule;
    } cases[] = {
        {MEMBER("2019-06-30", "\"cycles\":[" GOOD_2018 "]"), "active", "seen", "STA011"},
        {MEMBER("2019-06-30", "\"cycles\":[" LATE_2018 "]"), "active", "seen", "STA001"},
        {MEMBER("2021-06-30", REVIEW), "procedural-review", "seen", "STA005"},
        {MEMBER("2021-06-30", "\"cycles\":[" LATE_2018 "," GOOD_2018 "," LOW_2018 "]"), "active", "seen", "STA002"},
        {MEMBER("2021-08-31", REVIEW), "inactive", "unverified", "STA009"},
        {MEMBER("2022-06-30", REVIEW ",\"events\":[" E("review-resolved", "2021-03-01") "]"), "active", "seen",
         "STA012"},
        {MEMBER("2023-08-31", "\"cycles\":[" LATE_2018 "," NONE_2022 "]"), "active", "seen", "STA014"},
        {MEMBER("2023-09-01", "\"cycles\":[" LATE_2018 "," NONE_2022 "]"), "procedural-review", "seen", "STA005"},
        {MEMBER("2025-12-31", "\"cycles\":[" UNMET_2022 "]"), "active", "seen", "STA002"},
        {MEMBER("2020-12-31", "\"eligibility\":[{\"year\":2019,\"core\":\"fail\"},{\"year\":2020,\"core\":\"fail\"}]"),
         "eligibility-review", "unverified", "STA006"},
        {MEMBER("2020-12-31", "\"eligibility\":[{\"year\":2018,\"core\":\"fail\"},{\"year\":2020,\"core\":\"fail\"}]"),
         "active", "seen", "STA011"},
        {MEMBER("2020-12-31", "\"eligibility\":[{\"year\":2018,\"core\":\"fail\"},{\"year\":2019,\"core\":\"fail\"},"
                              "{\"year\":2020,\"core\":\"pass\"}]"),
         "active", "seen", "STA006"},
        {MEMBER("2017-12-31",
                "\"events\":[" E("response-policy-stage-one", "2015-03-01") "," E("suspended", "2016-05-04") "]"),
         "suspended", "seen", "STA007"},
        {MEMBER("2020-01-01", "\"events\":[" E("suspended", "2016-05-04") "]"), "suspended", "unverified", "STA013"},
        {MEMBER("2020-01-01", "\"events\":[" E("suspended", "2016-05-04") "," E("withdrawn", "2017-05-10") "]"),
         "withdrawn", "unverified", "STA010"},
        {MEMBER("2017-01-01", "\"events\":[" E("suspended", "2016-05-04") "," E("withdrawn", "2017-05-10") "]"),
         "suspended", "seen", "STA008"},
        {MEMBER("2020-01-01", "\"events\":[" E("suspended", "2016-05-04") "," E("reinstated", "2018-05-10") "]"),
         "active", "seen", "STA012"},
        /* two in a row need not be of one kind or one era; one in between that is in order breaks the row */
        {CYCLES("2018-01-31",
                CYCLE("2014-06-30", "2014-06-30", NO_PROGRESS) "," CYCLE("2016-06-30", "2016-06-30", NO_PROGRESS)),
         "procedural-review", "unverified", "STA005"},
        {CYCLES("2019-06-30",
                CYCLE("2016-06-30", "2017-01-01", ",\"end\":\"2018-06-30\"") "," CYCLE("2018-06-30", "2019-01-01", "")),
         "procedural-review", "seen", "STA005"},
        /* a review that is not resolved: inactive after twelve months, unless the Steering Committee says so before */
        {MEMBER("2021-08-30", REVIEW), "procedural-review", "seen", "STA005"},
        {MEMBER("2021-06-30", REVIEW ",\"events\":[" E("inactive", "2021-03-01") "]"), "inactive", "seen", "STA009"},
        {MEMBER("2022-06-30", REVIEW ",\"events\":[" E("inactive", "2021-03-01") "," E("reinstated", "2022-03-01") "]"),
         "active", "seen", "STA012"},
        /* a concern alone changes nothing; a suspension is sure for three years */
        {MEMBER("2016-01-01", "\"events\":[" E("response-policy-filed", "2015-03-01") "," E("response-policy-stage-two",
                                                                                            "2015-09-01") "]"),
         "active", "seen", "STA007"},
        {MEMBER("2019-05-04", "\"events\":[" E("suspended", "2016-05-04") "]"), "suspended", "seen", "STA008"},
        {MEMBER("2019-05-05", "\"events\":[" E("suspended", "2016-05-04") "]"), "suspended", "unverified", "STA013"},
        {MEMBER("2020-01-01", "\"events\":[" E("withdrawn", "2016-05-04") "," E("rejoined", "2018-05-10") "]"),
         "active", "seen", "STA012"},
        /* the gravest holds */
        {MEMBER("2021-06-30",
                REVIEW ",\"eligibility\":[{\"year\":2019,\"core\":\"fail\"},{\"year\":2020,\"core\":\"fail\"}]"),
         "procedural-review", "seen", "STA006"},
        {MEMBER("2020-12-31",
                "\"eligibility\":[{\"year\":2019,\"core\":\"fail\"},{\"year\":2020,\"core\":\"not-enough-data\"}]"),
         "active", "seen", "STA011"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_history *h = history(cases[i].text);
        ogp_status *s;
        assert_int_equal(ogp_status_judge(&s, h, (ogp_date){0}, NULL, NULL), 0);
        if (strcmp(ogp_status_word(s), cases[i].word) || strcmp(ogp_status_confidence(s), cases[i].confidence) ||
            !find_rule(ogp_status_report(s), cases[i].rule))
            fail_msg("case %zu: %s, %s, %s", i, ogp_status_word(s), ogp_status_confidence(s), cases[i].rule);
        ogp_status_unref(s);
        ogp_history_unref(h);
    }
}

/* Each trigger of each era, one cycle: what is found, and whether it is confirmed. */
static void triggers(void **state)
{
    static const struct {
        const char *text, *rule, *status;
    } cases[] = {
        /* due to 2017: more than six months late; no progress and participation are not confirmed */
        {CYCLES("2017-06-30", CYCLE("2016-06-30", "2016-12-30", "")), "STA014", "unverified"},
        {CYCLES("2017-06-30", CYCLE("2016-06-30", "2017-01-01", "")), "STA001", "seen"},
        {CYCLES("2017-06-30", CYCLE("2016-06-30", "2016-06-30", NO_PROGRESS)), "STA004", "unverified"},
        {CYCLES("2017-06-30", CYCLE("2016-06-30", "2016-06-30", IAP2("no-consultation", "no-consultation"))), "STA014",
         "unverified"},
        {CYCLES("2017-06-30", CYCLE("2016-06-30", "2016-06-30", NO_REPOSITORY)), "STA014", "unverified"},
        /* due 2018 to 2021: not by 31 December; below involve, below inform; repository; no progress */
        {CYCLES("2019-06-30", CYCLE("2018-08-31", "2018-12-31", IAP2("involve", "inform"))), "STA014", "seen"},
        {CYCLES("2019-06-30", CYCLE("2018-08-31", "2019-01-01", IAP2("involve", "inform"))), "STA001", "seen"},
        {CYCLES("2019-01-01", "{\"previous_end\":\"2018-08-31\"}"), "STA001", "seen"},
        {CYCLES("2018-12-31", "{\"previous_end\":\"2018-08-31\"}"), "STA014", "seen"},
        {CYCLES("2019-06-30", CYCLE("2018-08-31", "2018-08-31", IAP2("consult", "inform"))), "STA002", "seen"},
        {CYCLES("2019-06-30", CYCLE("2018-08-31", "2018-08-31", IAP2("empower", "no-consultation"))), "STA002", "seen"},
        {CYCLES("2019-06-30", CYCLE("2018-08-31", "2018-08-31", NO_REPOSITORY)), "STA003", "seen"},
        {CYCLES("2019-06-30", CYCLE("2018-08-31", "2018-08-31", NO_PROGRESS)), "STA004", "seen"},
        /* the exception of 2020: to 31 December, or moved to 2021 */
        {CYCLES("2021-01-31", CYCLE("2020-08-31", "2020-12-31", "")), "STA014", "seen"},
        {CYCLES("2021-12-31", CYCLE("2020-08-31", "2021-08-31", "")), "STA014", "seen"},
        {CYCLES("2022-06-30", CYCLE("2020-08-31", "2022-01-01", "")), "STA001", "seen"},
        {CYCLES("2021-12-31", CYCLE("2020-08-31", "2020-12-31", IAP2("consult", "inform"))), "STA002", "seen"},
        /* due 2022 and later: twelve months after the end; the minimum requirements, the repository among them */
        {CYCLES("2024-01-31", CYCLE("2022-12-31", "2023-12-31", "")), "STA014", "seen"},
        {CYCLES("2024-01-31", CYCLE("2022-12-31", "2024-01-01", "")), "STA001", "seen"},
        {CYCLES("2024-01-31", CYCLE("2022-12-31", "2023-12-31", ",\"requirements\":\"not-met\"")), "STA002", "seen"},
        {CYCLES("2024-01-31", CYCLE("2022-12-31", "2023-12-31", NO_REPOSITORY)), "STA002", "seen"},
        {CYCLES("2024-01-31", CYCLE("2022-12-31", "2023-12-31", NO_PROGRESS)), "STA004", "seen"},
        {CYCLES("2024-01-31", CYCLE("2022-12-31", "2023-12-31", IAP2("consult", "inform"))), "STA014", "seen"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_history *h = history(cases[i].text);
        ogp_status *s;
        assert_int_equal(ogp_status_judge(&s, h, (ogp_date){0}, NULL, NULL), 0);
        const ogp_finding *found = find_rule(ogp_status_report(s), cases[i].rule);
        if (!found || strcmp(ogp_finding_status(found), cases[i].status))
            fail_msg("case %zu: %s is %s", i, cases[i].rule, found ? ogp_finding_status(found) : "not found");
        assert_string_equal(ogp_status_word(s), "active");
        assert_int_equal(ogp_status_contrary(s, 0), strcmp(cases[i].rule, "STA014") ? OGP_YES : OGP_NO);
        ogp_status_unref(s);
        ogp_history_unref(h);
    }
}

static void bad_documents(void **state)
{
    static const struct {
        const char *text, *path;
        int code;
    } cases[] = {
        {"", "", OGP_ERROR_SYNTAX},
        {"[]", "", OGP_ERROR_FORMAT},
        {"{}", "", OGP_ERROR_FORMAT},
        {"{\"format\":\"ogp-plan/1\"}", "", OGP_ERROR_FORMAT},
        {"{\"format\":\"ogp-join/1\",\"events\":{}}", "/events", OGP_ERROR_FORMAT},
        {"{\"format\":\"ogp-join/1\",\"events\":[1]}", "/events/0", OGP_ERROR_FORMAT},
        {"{\"format\":\"ogp-join/1\",\"events\":[{\"type\":\"x\"}]}", "/events/0", OGP_ERROR_FORMAT},
        {"{\"format\":\"ogp-join/1\",\"events\":[{\"type\":\"x\",\"date\":\"2023-02-30\"}]}", "/events/0/date",
         OGP_ERROR_FORMAT},
        {"{\"format\":\"ogp-member/1\",\"eligibility\":[{\"year\":\"x\"}]}", "/eligibility/0", OGP_ERROR_FORMAT},
        {"{\"format\":\"ogp-member/1\",\"cycles\":[{\"progress\":3}]}", "/cycles/0/progress", OGP_ERROR_FORMAT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_history *h;
        ogp_error error = OGP_ERROR_INIT;
        assert_int_equal(ogp_history_parse(&h, NULL, cases[i].text, strlen(cases[i].text), &error), cases[i].code);
        assert_string_equal(error.path, cases[i].path);
        assert_null(h);
    }
    ogp_history *h = history(JOIN("moon", "2018-01-01", ""));
    ogp_joining *j;
    ogp_history *none;
    ogp_error error = OGP_ERROR_INIT;
    assert_int_equal(ogp_history_load(&none, NULL, NULL, &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_history_parse(&none, NULL, NULL, 1, &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_joining_judge(&j, h, (ogp_date){0}, NULL, &error), OGP_ERROR_FORMAT);
    assert_string_equal(error.path, "/kind");
    ogp_history_unref(h);
}

static void days_that_are_none(void **state)
{
    static const ogp_date days[] = {
        {2021, 0, 1, 0}, {2021, 13, 1, 0}, {2021, 1, 32, 0}, {2021, 2, 30, 0}, {1899, 1, 1, 0}, {10000, 1, 1, 0}};
    ogp_history *h = history(JOIN("country", "2021-01-01", ""));
    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        ogp_error error = OGP_ERROR_INIT;
        ogp_joining *j;
        ogp_status *s;
        assert_int_equal(ogp_joining_judge(&j, h, days[i], NULL, &error), OGP_ERROR_USAGE);
        assert_non_null(strstr(error.message, "is no day"));
        assert_null(j);
        error.message[0] = '\0';
        assert_int_equal(ogp_status_judge(&s, h, days[i], NULL, &error), OGP_ERROR_USAGE);
        assert_non_null(strstr(error.message, "is no day"));
        assert_null(s);
    }
    ogp_history_unref(h);
}

static int judge_history(const ogp_context *context)
{
    static const char text[] =
        MEMBER("2021-08-31", REVIEW ",\"events\":[" E("response-policy-filed", "2021-03-01") "]");
    ogp_history *h = NULL;
    ogp_status *s = NULL;
    ogp_joining *j = NULL;
    int rc = ogp_history_parse(&h, context, text, strlen(text), NULL);
    if (rc == 0)
        rc = ogp_status_judge(&s, h, (ogp_date){0}, context, NULL);
    if (rc == 0)
        rc = ogp_joining_judge(&j, h, (ogp_date){0}, context, NULL);
    ogp_joining_unref(j);
    ogp_status_unref(s);
    ogp_history_unref(h);
    return rc;
}

static void failed_allocations(void **state)
{
    (void)state;
    survive_failed_allocations(judge_history);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(steps), cmocka_unit_test(statuses), cmocka_unit_test(triggers),
                                       cmocka_unit_test(bad_documents), cmocka_unit_test(days_that_are_none),
                                       cmocka_unit_test(failed_allocations)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
