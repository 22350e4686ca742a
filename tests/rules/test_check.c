/* SPDX-License-Identifier: MIT */
/* Checks of plans at the edges of the rules, as the rules state them. */
#include "test.h"
#include <ogp/ogp.h>
#include <stdbool.h>

typedef struct period_case {
    const char *edition, *submitted, *start, *end;
    const char *rule;
    bool found;
} period_case;

static const period_case periods[] = {
    /* due 30 June 2016, up to six months late, at least 18 months remain */
    {"tpl-2016", "2016-06-30", "2016-07-01", "2018-06-30", "CAL002", false},
    {"tpl-2016", "2016-07-01", "2016-07-01", "2018-06-30", "CAL002", true},
    {"tpl-2016", "2016-12-30", "2016-12-30", "2018-06-30", "CAL003", false},
    {"tpl-2016", "2017-01-02", "2017-01-02", "2018-06-30", "CAL003", true},
    /* due 31 August 2018, late before 1 January, the end date unchanged */
    {"tpl-2016", "2018-08-31", "2018-09-01", "2020-08-31", "CAL002", false},
    {"tpl-2016", "2018-09-01", "2018-09-01", "2020-08-31", "CAL002", true},
    {"tpl-2016", "2018-12-31", "2018-12-31", "2020-08-31", "CAL003", false},
    {"tpl-2016", "2018-12-31", "2018-12-31", "2020-08-31", "CAL004", false},
    {"tpl-2016", "2019-01-01", "2019-01-01", "2020-08-31", "CAL003", true},
    {"tpl-2016", "2018-08-31", "2018-09-01", "2020-08-30", "CAL006", true},
    {"tpl-2016", "2018-08-31", "2018-09-01", "2020-08-31", "CAL006", false},
    /* due in 2020: until 31 December 2020, or with the plans of 2021 */
    {"tpl-2016", "2020-12-31", "2020-12-31", "2022-08-31", "CAL003", false},
    {"tpl-2016", "2021-06-30", "2020-09-01", "2022-08-31", "CAL003", false},
    {"tpl-2016", "2021-06-30", "2020-09-01", "2022-08-31", "CAL010", true},
    {"tpl-2016", "2022-01-01", "2020-09-01", "2022-08-31", "CAL003", true},
    /* two or four years from 2022 on */
    {"handbook-2022", "2022-12-31", "2023-01-01", "2024-12-31", "CAL005", false},
    {"handbook-2022", "2022-12-31", "2022-12-31", "2024-12-31", "CAL005", false},
    {"handbook-2022", "2024-02-29", "2024-02-29", "2026-02-28", "CAL005", false},
    {"handbook-2022", "2022-12-31", "2023-01-01", "2025-12-31", "CAL005", true},
    {"handbook-2022", "2022-12-31", "2023-01-01", "2026-12-31", "CAL005", false},
    {"handbook-2022", "2022-12-31", "2023-01-01", "2026-12-31", "DAT046", true},
    {"handbook-2022", "2022-12-31", "2023-01-01", "2024-12-31", "DAT046", false},
    {"handbook-2022", "2022-12-31", "2023-01-01", "2027-12-31", "DAT031", true},
    {"handbook-2022", "2022-12-31", "2023-01-01", "2024-06-30", "CAL006", false},
    {"handbook-2022", "2022-12-31", "2023-01-01", "2024-12-30", "CAL006", true},
    /* a local plan is as long as it likes */
    {"local", "2022-11-30", "2023-01-01", "2026-10-15", "CAL005", false},
    {"local", "2022-11-30", "2023-01-01", "2026-10-15", "CAL006", false},
    {"local", "2022-11-30", "2023-01-01", "2028-12-31", "DAT031", false},
};

static ogp_report *check_text(const char *text)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan = NULL;
    ogp_report *report = NULL;
    if (ogp_plan_parse(&plan, NULL, text, strlen(text), &error) < 0)
        fail_msg("%s", error.message);
    assert_int_equal(ogp_plan_check(&report, plan, NULL, &error), 0);
    ogp_plan_unref(plan);
    return report;
}

static const ogp_finding *find(const ogp_report *report, const char *rule)
{
    for (size_t i = 0; i < ogp_report_count(report); i++)
        if (strcmp(ogp_finding_rule(ogp_report_at(report, i)), rule) == 0)
            return ogp_report_at(report, i);
    return NULL;
}

static void test_periods(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        const period_case *c = &periods[i];
        char text[512];
        snprintf(text, sizeof text,
                 "{\"format\":\"ogp-plan/1\",\"edition\":\"%s\",\"submitted\":\"%s\",\"start\":\"%s\",\"end\":\"%s\"}",
                 c->edition, c->submitted, c->start, c->end);
        ogp_report *report = check_text(text);
        if ((find(report, c->rule) != NULL) != c->found)
            fail_msg("%s submitted %s, %s to %s: %s %s", c->edition, c->submitted, c->start, c->end, c->rule,
                     c->found ? "missing" : "found");
        ogp_report_unref(report);
    }
}

static void test_severity_and_status(void **state)
{
    (void)state;
    ogp_report *report =
        check_text("{\"format\":\"ogp-plan/1\",\"edition\":\"handbook-2022\",\"commitments\":[{\"number\":\"1\"}]}");
    const ogp_finding *lead = find(report, "TPL010");
    assert_non_null(lead);
    assert_int_equal(ogp_finding_severity(lead), OGP_SEVERITY_WARNING);
    assert_string_equal(ogp_finding_status(lead), "unverified");
    assert_string_equal(ogp_finding_path(lead), "/commitments/0/lead/name");
    ogp_report_unref(report);
    report = check_text("{\"format\":\"ogp-plan/1\",\"edition\":\"tpl-2016\",\"commitments\":[{\"number\":\"1\"}]}");
    lead = find(report, "TPL010");
    assert_int_equal(ogp_finding_severity(lead), OGP_SEVERITY_ERROR);
    assert_string_equal(ogp_finding_status(lead), "seen");
    assert_string_equal(ogp_finding_edition(lead), "tpl-2016");
    ogp_report_unref(report);
}

static void test_usage(void **state)
{
    (void)state;
    ogp_error error = OGP_ERROR_INIT;
    ogp_report *report = NULL;
    ogp_smart *smart = NULL;
    assert_int_equal(ogp_plan_check(&report, NULL, NULL, &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_plan_smart(&smart, NULL, NULL, &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_smart_count(NULL), 0);
    assert_null(ogp_smart_reason_at(NULL, 0, OGP_SMART_SPECIFIC, 0));
    assert_string_equal(ogp_smart_criterion_name((ogp_smart_criterion)9), "");
    ogp_smart_unref(NULL);
}

static const char clear_plan[] =
    "{\"format\":\"ogp-plan/"
    "1\",\"language\":\"en\",\"edition\":\"handbook-2022\",\"start\":\"2023-01-01\",\"end\":\"2024-12-31\","
    "\"commitments\":[{\"number\":\"1\",\"title\":\"Registers\",\"problem\":\"Nobody knows who owns 300 companies.\","
    "\"solution\":\"The Ministry of Justice will publish 200 registers by June 2024.\",\"results\":\"200 registers are "
    "online.\","
    "\"values\":{\"transparency\":\"Owners of companies become public.\"},"
    "\"lead\":{\"name\":\"Ministry of Justice\",\"contact\":{\"post\":\"Registrar\",\"email\":\"r@example.org\"}},"
    "\"start\":\"2023-02-01\",\"end\":\"2024-06-30\","
    "\"milestones\":[{\"number\":\"1.1\",\"title\":\"Publish\",\"output\":\"Register "
    "online\",\"end\":\"2024-06-30\"}]},"
    "{\"number\":\"2\",\"title\":\"Culture\",\"description\":\"We will strengthen and promote a culture of openness.\","
    "\"lead\":{\"name\":\"The Government\"},\"values\":{\"technology\":\"We use computers for it.\"}}]}";

static ogp_smart *smart_of(const char *text, ogp_plan **plan)
{
    ogp_smart *smart = NULL;
    assert_int_equal(ogp_plan_parse(plan, NULL, text, strlen(text), NULL), 0);
    assert_int_equal(ogp_plan_smart(&smart, *plan, NULL, NULL), 0);
    return smart;
}

static void test_smart(void **state)
{
    (void)state;
    ogp_plan *plan;
    ogp_smart *smart = smart_of(clear_plan, &plan);
    for (int i = 0; i < OGP_SMART_CRITERIA; i++) {
        assert_int_equal(ogp_smart_mark_at(smart, 0, (ogp_smart_criterion)i), OGP_SMART_MET);
        assert_int_equal(ogp_smart_reason_count(smart, 0, (ogp_smart_criterion)i), 0);
        assert_int_equal(ogp_smart_mark_at(smart, 1, (ogp_smart_criterion)i), OGP_SMART_UNMET);
        assert_true(ogp_smart_reason_count(smart, 1, (ogp_smart_criterion)i) > 0);
    }
    assert_true(ogp_smart_score_at(smart, 0) > 80);
    assert_true(ogp_smart_score_at(smart, 1) < 20);
    assert_string_equal(ogp_smart_reason_at(smart, 1, OGP_SMART_ANSWERABLE, 0), "SMA032");
    ogp_smart_unref(smart);
    ogp_plan_unref(plan);
}

/* The same facts, in one sentence or strewn over four; in the title or not. */
static void test_steps_and_titles(void **state)
{
    (void)state;
    static const char text[] =
        "{\"format\":\"ogp-plan/1\",\"language\":\"en\",\"commitments\":["
        "{\"number\":\"1\",\"title\":\"Openness\",\"description\":\"The Ministry of Justice will publish 200 "
        "registers by June 2024.\"},"
        "{\"number\":\"2\",\"title\":\"Openness\",\"description\":\"It concerns the Ministry of Justice. It will "
        "publish registers. It is by June 2024. It is 40 %.\"},"
        "{\"number\":\"3\",\"title\":\"200 registers\",\"description\":\"The Ministry of Justice will publish them by "
        "June 2024.\"}]}";
    ogp_plan *plan;
    ogp_smart *smart = smart_of(text, &plan);
    assert_true(ogp_smart_score_at(smart, 0) > ogp_smart_score_at(smart, 1));
    assert_true(ogp_smart_score_at(smart, 2) > ogp_smart_score_at(smart, 1));
    ogp_smart_unref(smart);
    ogp_plan_unref(plan);
}

static void test_evidence(void **state)
{
    (void)state;
    static const char solution[] = "The Ministry of Justice will publish 200 registers by June 2024.";
    ogp_plan *plan;
    ogp_smart *smart = smart_of(clear_plan, &plan);
    bool quantity = false;
    for (size_t i = 0; i < ogp_smart_evidence_count(smart, 0); i++) {
        const ogp_smart_evidence *e = ogp_smart_evidence_at(smart, 0, i);
        if (strcmp(e->path, "/commitments/0/solution") == 0 && e->fact == OGP_FACT_QUANTITY)
            quantity |= strncmp(solution + e->start, "200 registers", e->end - e->start) == 0;
        assert_true(e->start <= e->end);
    }
    assert_true(quantity);
    assert_null(ogp_smart_evidence_at(smart, 0, ogp_smart_evidence_count(smart, 0)));
    ogp_smart_unref(smart);
    ogp_plan_unref(plan);
}

/* Bodies that a commitment names are known in its own texts and in no other's, whatever the one before has named. */
static void test_learnt_bodies(void **state)
{
    (void)state;
    static const char text[] =
        "{\"format\":\"ogp-plan/1\",\"language\":\"en\",\"commitments\":["
        "{\"lead\":{\"name\":\"Casa Verde\"},\"description\":\"Casa Verde reads it.\"},"
        "{\"lead\":{\"name\":\"Casa Verde\"},\"description\":\"Casa Verde reads it.\"},"
        "{\"description\":\"Casa Verde reads it.\"},"
        "{\"lead\":{\"name\":\"Casa Roja\"},\"description\":\"Casa Verde reads it.\"},"
        "{\"supporting\":[{\"name\":\"Casa Verde\"}],\"description\":\"Casa Verde reads it.\"}]}";
    static const unsigned known[] = {1, 1, 0, 0, 1};
    ogp_plan *plan;
    ogp_smart *smart = smart_of(text, &plan);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        unsigned bodies = 0;
        for (size_t k = 0; k < ogp_smart_evidence_count(smart, i); k++)
            bodies += ogp_smart_evidence_at(smart, i, k)->fact == OGP_FACT_RESPONSIBLE;
        assert_int_equal(bodies, known[i]);
    }
    ogp_smart_unref(smart);
    ogp_plan_unref(plan);
}

static int check_and_mark(const ogp_context *context)
{
    ogp_plan *plan = NULL;
    ogp_report *report = NULL;
    ogp_smart *smart = NULL;
    assert_int_equal(ogp_plan_parse(&plan, NULL, clear_plan, strlen(clear_plan), NULL), 0);
    int rc = ogp_plan_check(&report, plan, context, NULL);
    if (rc == 0)
        rc = ogp_plan_smart(&smart, plan, context, NULL);
    ogp_smart_unref(smart);
    ogp_report_unref(report);
    ogp_plan_unref(plan);
    return rc;
}

static void test_memory(void **state)
{
    (void)state;
    survive_failed_allocations(check_and_mark);
}

/* Ten thousand commitments with one number: n log n, and the cap on findings of one rule holds. */
static void test_many(void **state)
{
    (void)state;
    enum { MANY = 10000 };
    static const char one[] = "{\"number\":\"1\"},";
    char *text = malloc(64 + MANY * sizeof one);
    size_t used = (size_t)sprintf(text, "{\"format\":\"ogp-plan/1\",\"commitments\":[");
    for (int i = 0; i < MANY; i++)
        used += (size_t)sprintf(text + used, "%s", one);
    strcpy(text + used - 1, "]}");
    ogp_report *report = check_text(text);
    assert_int_equal(ogp_report_omitted(report, "NUM002"), MANY - 1 - 100);
    ogp_report_unref(report);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_periods), cmocka_unit_test(test_severity_and_status), cmocka_unit_test(test_usage),
        cmocka_unit_test(test_smart),   cmocka_unit_test(test_steps_and_titles),
        cmocka_unit_test(test_evidence), cmocka_unit_test(test_learnt_bodies), cmocka_unit_test(test_memory),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
