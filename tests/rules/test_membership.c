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

static const ogp_finding *find(const ogp_report *report, const char *rule)
{
    for (size_t i = 0; i < ogp_report_count(report); i++)
        if (strcmp(ogp_finding_rule(ogp_report_at(report, i)), rule) == 0)
            return ogp_report_at(report, i);
    return NULL;
}

#define JOIN(kind, today, events) \
    "{\"format\":\"ogp-join/1\",\"member\":\"MAR\",\"kind\":\"" kind "\",\"today\":\"" today "\",\"events\":[" events "]}"
#define E(type, date) "{\"type\":\"" type "\",\"date\":\"" date "\"}"

static void steps(void **state)
{
    static const struct {
        const char *text, *next, *states, *rule;
    } cases[] = {
        {JOIN("country", "2018-01-01", ""), "eligible", "10000", "JOI002"},
        {JOIN("country", "2018-12-31", E("eligible", "2018-01-15") "," E("letter-of-intent", "2018-04-26")), "lead-named", "22100",
         "JOI006"},
        {JOIN("country", "2018-12-31", E("eligible", "2018-01-15") "," E("plan-delivered", "2018-08-30")), "letter-of-intent",
         "21030", "JOI003"},
        {JOIN("country", "2020-01-01", E("eligible", "2018-05-15") "," E("letter-of-intent", "2018-04-26")), "lead-named", "22100",
         "JOI004"},
        {JOIN("country", "2020-01-01", E("eligible", "2018-01-15") "," E("letter-of-intent", "2018-04-26") ","
              E("not-eligible", "2019-06-01")), "lead-named", "42100", "JOI005"},
        {JOIN("country", "2019-01-01", E("eligible", "2018-01-15") "," E("not-eligible", "2019-06-01")), "letter-of-intent", "21000",
         "JOI001"},
        {JOIN("country", "2020-12-31", E("eligible", "2018-01-15") "," E("letter-of-intent", "2018-04-26") ","
              E("lead-named", "2018-05-01") "," E("plan-delivered", "2019-04-27") "," E("irm-accepted", "2019-05-01")), "", "22222",
         "JOI007"},
        {JOIN("country", "2018-12-31", E("wedding", "2018-01-15")), "eligible", "10000", "JOI008"},
        {JOIN("local", "2022-12-31", E("country-member", "2018-04-26") "," E("partner", "2022-01-01") ","
              E("letter-of-support", "2022-02-01") "," E("admitted", "2022-05-01")), "plan-delivered", "22221", "JOI001"},
        {JOIN("parliament", "2022-12-31", E("country-member", "2018-04-26")), "letter-of-intent", "21000", "JOI002"},
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
        if (!find(ogp_joining_report(j), cases[i].rule))
            fail_msg("case %zu: no %s", i, cases[i].rule);
        ogp_joining_unref(j);
        ogp_history_unref(h);
    }
}

#define MEMBER(today, rest) "{\"format\":\"ogp-member/1\",\"member\":\"XYZ\",\"today\":\"" today "\"," rest "}"
#define LATE_2018 "{\"plan\":\"A\",\"previous_end\":\"2018-08-31\",\"submitted\":\"2019-01-01\",\"end\":\"2020-08-31\"}"
#define GOOD_2018 "{\"plan\":\"B\",\"previous_end\":\"2018-08-31\",\"submitted\":\"2018-12-31\",\"end\":\"2020-08-31\"," \
                  "\"iap2\":{\"development\":\"involve\",\"implementation\":\"inform\"}}"
#define LOW_2018 "{\"plan\":\"C\",\"previous_end\":\"2018-08-31\",\"submitted\":\"2018-08-01\",\"end\":\"2020-08-31\"," \
                 "\"iap2\":{\"development\":\"consult\"}}"
#define NONE_2022 "{\"plan\":\"D\",\"previous_end\":\"2022-08-31\"}"
#define UNMET_2022 "{\"plan\":\"E\",\"previous_end\":\"2022-08-31\",\"submitted\":\"2023-06-01\",\"end\":\"2025-06-30\",\"requirements\":\"not-met\"}"
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
        {MEMBER("2022-06-30", REVIEW ",\"events\":[" E("review-resolved", "2021-03-01") "]"), "active", "seen", "STA012"},
        {MEMBER("2023-08-31", "\"cycles\":[" LATE_2018 "," NONE_2022 "]"), "active", "seen", "STA014"},
        {MEMBER("2023-09-01", "\"cycles\":[" LATE_2018 "," NONE_2022 "]"), "procedural-review", "seen", "STA005"},
        {MEMBER("2025-12-31", "\"cycles\":[" UNMET_2022 "]"), "active", "seen", "STA002"},
        {MEMBER("2020-12-31", "\"eligibility\":[{\"year\":2019,\"core\":\"fail\"},{\"year\":2020,\"core\":\"fail\"}]"),
         "eligibility-review", "unverified", "STA006"},
        {MEMBER("2020-12-31", "\"eligibility\":[{\"year\":2018,\"core\":\"fail\"},{\"year\":2020,\"core\":\"fail\"}]"), "active", "seen",
         "STA011"},
        {MEMBER("2020-12-31", "\"eligibility\":[{\"year\":2018,\"core\":\"fail\"},{\"year\":2019,\"core\":\"fail\"},"
                "{\"year\":2020,\"core\":\"pass\"}]"), "active", "seen", "STA006"},
        {MEMBER("2017-12-31", "\"events\":[" E("response-policy-stage-one", "2015-03-01") "," E("suspended", "2016-05-04") "]"),
         "suspended", "seen", "STA007"},
        {MEMBER("2020-01-01", "\"events\":[" E("suspended", "2016-05-04") "]"), "suspended", "seen", "STA013"},
        {MEMBER("2020-01-01", "\"events\":[" E("suspended", "2016-05-04") "," E("withdrawn", "2017-05-10") "]"), "withdrawn",
         "unverified", "STA010"},
        {MEMBER("2017-01-01", "\"events\":[" E("suspended", "2016-05-04") "," E("withdrawn", "2017-05-10") "]"), "suspended", "seen",
         "STA008"},
        {MEMBER("2020-01-01", "\"events\":[" E("suspended", "2016-05-04") "," E("reinstated", "2018-05-10") "]"), "active", "seen",
         "STA012"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_history *h = history(cases[i].text);
        ogp_status *s;
        assert_int_equal(ogp_status_judge(&s, h, (ogp_date){0}, NULL, NULL), 0);
        if (strcmp(ogp_status_word(s), cases[i].word) || strcmp(ogp_status_confidence(s), cases[i].confidence) ||
            !find(ogp_status_report(s), cases[i].rule))
            fail_msg("case %zu: %s, %s, %s", i, ogp_status_word(s), ogp_status_confidence(s), cases[i].rule);
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
        {"{\"format\":\"ogp-join/1\",\"events\":[{\"type\":\"x\",\"date\":\"2023-02-30\"}]}", "/events/0/date", OGP_ERROR_FORMAT},
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
    assert_int_equal(ogp_joining_judge(&j, h, (ogp_date){0}, NULL, NULL), OGP_ERROR_USAGE);
    ogp_history_unref(h);
}

static void failed_allocations(void **state)
{
    static const char text[] = MEMBER("2021-08-31", REVIEW ",\"events\":[" E("response-policy-filed", "2021-03-01") "]");
    (void)state;
    for (size_t n = 1;; n++) {
        counting c = {.fail_at = n};
        ogp_allocator allocator = counting_allocator(&c);
        ogp_context_options wanted = OGP_CONTEXT_OPTIONS_INIT;
        ogp_context *context = NULL;
        ogp_history *h = NULL;
        ogp_status *s = NULL;
        ogp_joining *j = NULL;
        wanted.allocator = &allocator;
        int rc = ogp_context_new(&context, &wanted, NULL);
        if (rc == 0)
            rc = ogp_history_parse(&h, context, text, strlen(text), NULL);
        if (rc == 0)
            rc = ogp_status_judge(&s, h, (ogp_date){0}, context, NULL);
        if (rc == 0)
            rc = ogp_joining_judge(&j, h, (ogp_date){0}, context, NULL);
        ogp_joining_unref(j);
        ogp_status_unref(s);
        ogp_history_unref(h);
        ogp_context_unref(context);
        assert_int_equal(c.live, 0);
        assert_true(rc == 0 || rc == OGP_ERROR_MEMORY);
        if (rc == 0)
            break;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(steps), cmocka_unit_test(statuses), cmocka_unit_test(bad_documents),
                                       cmocka_unit_test(failed_allocations)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
