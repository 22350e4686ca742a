/* SPDX-License-Identifier: MIT */
/* Co-creation: plans that meet everything, and the same plans with one thing changed, worked out by hand. */
#include "test.h"

#include "rules/requirements.h"
#include <ogp/plan.h>

typedef struct change { const char *from, *to; } change;

static const char plan_2022[] =
    "{\"format\":\"ogp-plan/"
    "1\",\"id\":\"AP_TST01\",\"submitted\":\"2023-12-20\",\"start\":\"2024-01-01\",\"end\":\"2025-12-31\","
    "\"lead\":{\"name\":\"Ministry\",\"contact\":{\"name\":\"A\"}},\"cocreation\":{\"standards\":\"2022\",\"forum\":{"
    "\"meetings\":"
    "[\"2023-06-01\",\"2023-11-30\",\"2024-05-15\",\"2024-11-01\",\"2025-04-01\",\"2025-09-15\"],\"rules_url\":\"https:"
    "//x.org/r\"},"
    "\"website\":{\"url\":\"https://x.org\"},\"repository\":{\"url\":\"https://x.org/"
    "d\",\"updates\":[\"2024-03-01\",\"2024-09-01\","
    "\"2025-03-01\",\"2025-09-01\"]},\"started\":\"2023-06-01\",\"timeline_published\":\"2023-05-18\",\"outreach\":[{"
    "\"date\":"
    "\"2023-05-20\"}],\"inputs\":{\"from\":\"2023-06-01\",\"to\":\"2023-07-15\",\"mechanism\":\"portal\"},\"feedback\":"
    "{\"published\":"
    "\"2023-11-01\"},\"implementation_meetings\":[\"2024-06-01\",\"2024-12-01\",\"2025-06-01\",\"2025-12-01\"]},"
    "\"commitments\":[]}";

static const char plan_2017[] =
    "{\"format\":\"ogp-plan/"
    "1\",\"id\":\"AP_TST02\",\"submitted\":\"2018-08-30\",\"start\":\"2018-08-31\",\"end\":\"2020-08-31\","
    "\"lead\":{\"name\":\"Ministry\",\"contact\":{\"name\":\"A\"}},\"cocreation\":{\"website\":{\"url\":\"https://"
    "x.org\"},\"repository\":"
    "{\"url\":\"https://x.org/"
    "d\"},\"iap2\":{\"development\":\"involve\",\"implementation\":\"inform\"}},\"commitments\":[]}";

/* The text with the first occurrence of something put otherwise. */
static char *changed(const char *text, const change *c)
{
    const char *at = c->from ? strstr(text, c->from) : text;
    size_t before = (size_t)(at - text), cut = c->from ? strlen(c->from) : 0;
    char *out = malloc(strlen(text) + (c->to ? strlen(c->to) : 0) + 1);
    assert_non_null(at);
    memcpy(out, text, before);
    strcpy(out + before, c->from ? c->to : "");
    strcat(out, at + cut);
    return out;
}

static ogp_requirements *judge(const char *text, const change *c, ogp_date today)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan = NULL;
    ogp_requirements *r = NULL;
    char *json = changed(text, c);
    if (ogp_plan_parse(&plan, NULL, json, strlen(json), &error) < 0 ||
        ogp_plan_requirements(&r, plan, today, NULL, &error) < 0)
        fail_msg("%s", error.message);
    ogp_plan_unref(plan);
    free(json);
    return r;
}

static void check(const ogp_requirements *r, size_t i, const char *number, ogp_mark mark, const char *rule)
{
    for (size_t k = 0; k < ogp_requirements_count(r); k++) {
        bool this = strcmp(ogp_requirements_number(r, k), number) == 0;
        const char *found = ogp_finding_rule(ogp_report_at(ogp_requirements_report(r), k));
        if (this && (ogp_requirements_mark(r, k) != mark || (rule && strcmp(found, rule))))
            fail_msg("case %zu, %s: %s by %s", i, number, ogp_mark_name(ogp_requirements_mark(r, k)), found);
    }
}

static void minimum_requirements(void **state)
{
    static const struct {
        change change;
        const char *today, *number;
        ogp_mark mark;
        const char *rule;
        ogp_answer contrary;
    } cases[] = {
        {{NULL, NULL}, "2026-01-31", "1.1", OGP_MARK_MET, "COC120", OGP_NO},
        {{"\"2024-05-15\",", ""}, "2026-01-31", "1.1", OGP_MARK_NOT_MET, "COC101", OGP_YES},
        {{"\"2024-05-15\"", "\"2024-05-30\""}, "2026-01-31", "1.1", OGP_MARK_MET, "COC120", OGP_NO},
        {{"\"2024-05-15\"", "\"2024-05-31\""}, "2026-01-31", "1.1", OGP_MARK_NOT_MET, "COC101", OGP_YES},
        {{",\"2025-09-15\"", ""}, "2025-10-01", "1.1", OGP_MARK_MET, "COC120", OGP_UNKNOWN},
        {{",\"2025-09-15\"", ""}, "2025-10-02", "1.1", OGP_MARK_NOT_MET, "COC101", OGP_YES},
        {{"https://x.org/r", ""}, "2026-01-31", "1.1", OGP_MARK_NOT_MET, "COC102", OGP_YES},
        {{"\"url\":\"https://x.org\"", "\"url\":\"\""}, "2026-01-31", "2.1", OGP_MARK_NOT_MET, "COC102", OGP_YES},
        {{"\"2024-09-01\",", ""}, "2026-01-31", "2.2", OGP_MARK_NOT_MET, "COC105", OGP_YES},
        {{"\"2024-09-01\",", ""}, "2024-12-30", "2.2", OGP_MARK_NOT_YET, "COC121", OGP_UNKNOWN},
        {{"\"2024-09-01\",", ""}, "2024-12-31", "2.2", OGP_MARK_NOT_MET, "COC105", OGP_YES},
        {{"2023-05-18", "2023-05-18"}, "2026-01-31", "3.1", OGP_MARK_MET, "COC120", OGP_NO},
        {{"2023-05-18", "2023-05-19"}, "2026-01-31", "3.1", OGP_MARK_NOT_MET, "COC107", OGP_YES},
        {{"\"timeline_published\":\"2023-05-18\",", ""}, "2026-01-31", "3.1", OGP_MARK_NOT_MET, "COC108", OGP_YES},
        {{"{\"date\":\"2023-05-20\"}", ""}, "2026-01-31", "3.2", OGP_MARK_NOT_MET, "COC108", OGP_YES},
        {{"portal", ""}, "2026-01-31", "3.3", OGP_MARK_NOT_MET, "COC108", OGP_YES},
        {{"\"to\":\"2023-07-15\",", ""}, "2026-01-31", "3.3", OGP_MARK_NOT_MET, "COC108", OGP_YES},
        {{"\"published\":\"2023-11-01\"", "\"url\":\"https://x.org/f\""},
         "2026-01-31",
         "4.1",
         OGP_MARK_MET,
         "COC120",
         OGP_NO},
        {{"\"published\":\"2023-11-01\"", ""}, "2026-01-31", "4.1", OGP_MARK_NOT_MET, "COC108", OGP_YES},
        /* a meeting planned for December has not been held in October */
        {{NULL, NULL}, "2024-10-01", "5.1", OGP_MARK_NOT_YET, "COC121", OGP_UNKNOWN},
        {{",\"2025-12-01\"", ""}, "2025-12-01", "5.1", OGP_MARK_MET, "COC120", OGP_NO},
        {{",\"2025-12-01\"", ""}, "2026-01-31", "5.1", OGP_MARK_NOT_MET, "COC105", OGP_YES},
        {{"\"submitted\":\"2023-12-20\",\"start\":\"2024-01-01\",\"end\":\"2025-12-31\",", ""},
         "2023-06-02",
         "5.1",
         OGP_MARK_NOT_REVIEWED,
         "COC122",
         OGP_UNKNOWN},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_edtf today;
        assert_int_equal(ogp_edtf_parse(&today, cases[i].today, strlen(cases[i].today), NULL), 0);
        ogp_requirements *r = judge(plan_2022, &cases[i].change, today.from);
        check(r, i, cases[i].number, cases[i].mark, cases[i].rule);
        if (cases[i].contrary != OGP_UNKNOWN && ogp_requirements_contrary(r) != cases[i].contrary)
            fail_msg("case %zu: contrary is %d", i, ogp_requirements_contrary(r));
        ogp_requirements_unref(r);
    }
}

static void standards_of_2017(void **state)
{
    static const struct {
        change change;
        const char *number;
        ogp_mark mark;
        ogp_answer contrary;
    } cases[] = {
        {{NULL, NULL}, "iap2-development", OGP_MARK_MET, OGP_NO},
        {{"involve", "empower"}, "iap2-development", OGP_MARK_MET, OGP_NO},
        {{"involve", "consult"}, "iap2-development", OGP_MARK_NOT_MET, OGP_YES},
        {{"inform", "no-consultation"}, "iap2-implementation", OGP_MARK_NOT_MET, OGP_YES},
        {{",\"implementation\":\"inform\"", ""}, "iap2-implementation", OGP_MARK_NOT_REVIEWED, OGP_UNKNOWN},
        {{"https://x.org/d", ""}, "basic-repository", OGP_MARK_NOT_MET, OGP_YES},
        {{"https://x.org", ""}, "basic-website", OGP_MARK_NOT_MET, OGP_NO},
        {{"{\"name\":\"A\"}", "{}"}, "basic-contact", OGP_MARK_NOT_MET, OGP_NO},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_requirements *r = judge(plan_2017, &cases[i].change, (ogp_date){0});
        assert_string_equal(ogp_requirements_standards(r), "2017");
        check(r, i, cases[i].number, cases[i].mark, NULL);
        if (ogp_requirements_contrary(r) != cases[i].contrary)
            fail_msg("case %zu: contrary is %d", i, ogp_requirements_contrary(r));
        ogp_requirements_unref(r);
    }
}

static void steps_of_2012(void **state)
{
    ogpi_requirements r;
    (void)state;
    ogpi_requirements_of_steps(&r, NULL, (const int32_t[]){1, 0, 1, 1, 0, 1});
    assert_int_equal(r.steps, 4);
    assert_int_equal(r.contrary, OGP_UNKNOWN);
    ogpi_requirements_of_steps(&r, NULL, (const int32_t[]){0, 0, 0, 0, 0, 0});
    assert_int_equal(r.steps, 0);
    ogpi_requirements_of_steps(&r, NULL, (const int32_t[]){-121, -121, -121, -121, -121, -121});
    assert_int_equal(r.steps, -1);
    assert_string_equal(r.contrary_rule, "COC151");
    ogpi_requirements_of_steps(&r, NULL, (const int32_t[]){1, -121, 0, 0, 0, 0});
    assert_int_equal(r.steps, 1);
}

static void without_today_nothing_is_missed(void **state)
{
    ogp_requirements *r =
        judge(plan_2022, &(change){",\"2024-05-15\",\"2024-11-01\",\"2025-04-01\",\"2025-09-15\"", ""}, (ogp_date){0});
    (void)state;
    assert_int_equal(ogp_requirements_as_of(r).year, 2025); /* the last repository update and meeting */
    check(r, 0, "1.1", OGP_MARK_NOT_MET, "COC101");
    ogp_requirements_unref(r);
    assert_int_equal(ogp_requirements_count(NULL), 0);
    assert_string_equal(ogp_requirements_name(NULL, 0, "ar"), "");
}

static int judge_requirements(const ogp_context *context)
{
    ogp_requirements *r = NULL;
    ogp_plan *plan = NULL;
    int rc = ogp_plan_parse(&plan, context, plan_2022, strlen(plan_2022), NULL);
    if (rc == 0)
        rc = ogp_plan_requirements(&r, plan, (ogp_date){2026, 1, 1, 0}, context, NULL);
    ogp_requirements_unref(r);
    ogp_plan_unref(plan);
    return rc;
}

static void failed_allocations(void **state)
{
    (void)state;
    survive_failed_allocations(judge_requirements);
}

/* The standards of 2017 have no numbers: messages name the requirement, not its id. */
static void names_instead_of_ids(void **state)
{
    static const change below = {"involve", "consult"};
    static const char *const names[][2] = {{"en", "participation in development"},
                                           {"ar", "المشاركة في الإعداد"},
                                           {"fr", "participation à l’élaboration"},
                                           {"es", "participación en la elaboración"}};
    ogp_requirements *r = judge(plan_2017, &below, (ogp_date){0});
    const ogp_report *report = ogp_requirements_report(r);
    (void)state;
    for (size_t i = 0; i < ogp_report_count(report); i++) {
        const ogp_finding *f = ogp_report_at(report, i);
        bool concerned = !strcmp(ogp_finding_rule(f), "COC111") || !strcmp(ogp_finding_rule(f), "COC130");
        for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
            assert_null(strstr(ogp_finding_message(f, names[k][0]), "iap2-"));
            if (concerned && !strstr(ogp_finding_message(f, names[k][0]), names[k][1]))
                fail_msg("%s", ogp_finding_message(f, names[k][0]));
        }
    }
    ogp_requirements_unref(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(failed_allocations),
        cmocka_unit_test(minimum_requirements),
        cmocka_unit_test(names_instead_of_ids), cmocka_unit_test(standards_of_2017),
        cmocka_unit_test(steps_of_2012),        cmocka_unit_test(without_today_nothing_is_missed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
