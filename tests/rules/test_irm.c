/* SPDX-License-Identifier: MIT */
#include "test.h"
#include <ogp/irm.h>

typedef struct example {
    const char *method;
    const char *variables; /* "name=value name=value" */
    const char *results;   /* likewise; what must come out */
} example;

static const example examples[] = {
    {"irm-2014",
     "specificity=high relevant=1 potential_impact=transformative completion_progress=complete completion_end=complete",
     "star_2013=1 star_2014=1 star_progress=1 star_end_of_term=1 high_ambition=1 binding_constraint=STAR irm_score=4"},
    {"irm-2014", "specificity=high relevant=1 potential_impact=moderate completion_progress=complete",
     "star_2013=1 star_2014=1 star_progress=0 binding_constraint=PotImp"},
    {"irm-2014", "specificity=low relevant=1 potential_impact=transformative completion_progress=complete",
     "star_2013=1 star_2014=0 star_progress=0 verifiable=0 binding_constraint=Spec"},
    {"irm-2014", "specificity=medium value_technology=1 value_information=0 value_participation=0 "
                 "value_accountability=0 potential_impact=transformative completion_progress=complete",
     "relevant=0 star_progress=0 binding_constraint=Rel high_ambition=0"},
    {"irm-2014", "specificity=high relevant=1 potential_impact=transformative completion_progress=limited",
     "star_progress=0 binding_constraint=Cmpl irm_score=3"},
    {"irm-2021", "verifiable=yes relevant=1 potential_for_results=substantial completion_end=complete",
     "high_ambition=ND star_end_of_term=ND high_completion=1 irm_score=1"},
    {"irm-2021", "verifiable=yes relevant=1 early_results=significant completion_end=limited",
     "high_did_it_open_government=1 irm_score=4"},
    {"irm-2021", "verifiable=yes relevant=1 early_results=moderate completion_end=limited",
     "high_did_it_open_government=0"},
    {"irm-2021", "verifiable=yes relevant=1 potential_for_results=modest",
     "promising_candidate=1 noteworthy_candidate=ND"},
    {"irm-2014", "specificity=high relevant=1 potential_impact=transformative", "promising_candidate=ND"},
    {"irm-2014", "relevant=NR", "relevant=NR star_2013=NR binding_constraint=NR irm_score=-1 high_completion=0"},
    {"irm-2017", "verifiable=yes relevant=1 potential_impact=3 completion_end=4", "star_end_of_term=1"},
};

static size_t split(const char *text, char names[16][64], char values[16][64])
{
    size_t count = 0;
    int used;

    for (; sscanf(text, " %63[^=]=%63s%n", names[count], values[count], &used) == 2; text += used)
        count++;
    return count;
}

static ogp_results *assess(const example *e, int across)
{
    char names[16][64], values[16][64];
    ogp_irm_variable variables[16];
    size_t count = split(e->variables, names, values);
    ogp_assess_options options = OGP_ASSESS_OPTIONS_INIT;
    ogp_error error = OGP_ERROR_INIT;
    ogp_results *results;

    for (size_t i = 0; i < count; i++)
        variables[i] = (ogp_irm_variable){names[i], values[i]};
    options.method = e->method;
    options.across_eras = across;
    if (ogp_assess(&results, variables, count, &options, NULL, &error) < 0)
        fail_msg("%s: %s", e->variables, error.message);
    return results;
}

static void test_results(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        char names[16][64], values[16][64];
        ogp_results *results = assess(&examples[i], 0);
        size_t count = split(examples[i].results, names, values);
        for (size_t k = 0; k < count; k++) {
            const ogp_result *r = ogp_results_get(results, names[k]);
            assert_non_null(r);
            if (strcmp(ogp_result_word(r), values[k]) != 0)
                fail_msg("%s: %s is %s, not %s", examples[i].variables, names[k], ogp_result_word(r), values[k]);
        }
        ogp_results_unref(results);
    }
}

static void test_every_result_says_why(void **state)
{
    static const char *const languages[] = {"en", "ar", "fr", "es"};

    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        ogp_results *results = assess(&examples[i], 0);
        assert_true(ogp_results_count(results) > 11);
        for (size_t k = 0; k < ogp_results_count(results); k++) {
            const ogp_finding *why = ogp_result_finding(ogp_results_at(results, k));
            assert_non_null(why);
            for (size_t l = 0; l < 4; l++)
                assert_true(strlen(ogp_finding_message(why, languages[l])) > 10);
            assert_null(strchr(ogp_finding_message(why, "en"), '{'));
            assert_true(*ogp_finding_source(why) && *ogp_finding_status(why));
        }
        ogp_results_unref(results);
    }
}

static void test_what_would_change_it(void **state)
{
    ogp_results *results = assess(&examples[1], 0);
    const ogp_result *star = ogp_results_get(results, "star_progress");
    const ogp_irm_test *test = ogp_result_decided_by(star);

    (void)state;
    assert_non_null(test);
    assert_string_equal(test->variable, "potential_impact");
    assert_string_equal(test->found, "moderate");
    assert_string_equal(test->required, "transformative");
    assert_string_equal(ogp_finding_rule(ogp_result_finding(star)), "IRM021");
    assert_string_equal(ogp_finding_edition(ogp_result_finding(star)), "star_current");
    assert_string_equal(ogp_finding_mend(ogp_result_finding(star), "en"),
                        "For a star: potential impact (transformative)");
    assert_string_equal(ogp_finding_mend(ogp_result_finding(star), "ar"),
                        "للحصول على نجمة: الأثر المحتمل (تحويلي)");
    assert_int_equal(ogp_result_test_count(star), 4);
    ogp_results_unref(results);
}

/* In words, not in ids: levels have the names of their variable, or of the scale that several share. */
static void test_why_in_words(void **state)
{
    static const example case_ = {
        "irm-2014",
        "specificity=high relevant=1 potential_impact=transformative completion_end=limited verifiable=1", ""};
    static const char *const languages[] = {"en", "ar", "fr", "es"};
    static const char *const names[] = {
        "completion at the end of term is limited, the rule asks for substantial", "محدود",
        "limité, la règle demande substantiel", "limitado, la regla pide sustancial"};
    ogp_results *results = assess(&case_, 0);
    const ogp_finding *why = ogp_result_finding(ogp_results_get(results, "star_end_of_term"));

    (void)state;
    for (size_t i = 0; i < 4; i++)
        if (!strstr(ogp_finding_message(why, languages[i]), names[i]))
            fail_msg("%s", ogp_finding_message(why, languages[i]));
    ogp_results_unref(results);
}

static void test_eras(void **state)
{
    ogp_results *results = assess(&examples[5], 1);

    (void)state;
    assert_string_equal(ogp_result_word(ogp_results_get(results, "high_ambition")), "1");
    ogp_results_unref(results);
    assert_int_equal(ogp_irm_comparable("potential_impact", "irm-2014", "irm-2017", NULL), 1);
    assert_int_equal(ogp_irm_comparable("potential_impact", "irm-2017", "irm-2020", NULL), 0);
    assert_int_equal(ogp_irm_comparable("potential_impact", "irm-2021", "irm-2012", NULL), 0);
    assert_int_equal(ogp_irm_comparable("did_it_open_government", "irm-2014", "irm-2020", NULL), 1);
    assert_int_equal(ogp_irm_comparable("early_results", "irm-2020", "irm-2021", NULL), 0);
    assert_int_equal(ogp_irm_comparable("completion", "irm-2011", "irm-2021", NULL), 1);
    assert_string_equal(ogp_irm_method_of_year(2011, NULL), "irm-2011");
    assert_string_equal(ogp_irm_method_of_year(2013, NULL), "irm-2014");
    assert_string_equal(ogp_irm_method_of_year(2030, NULL), "irm-2021");
    assert_string_equal(ogp_irm_method_of_year(2010, NULL), "");
}

static void test_milestones(void **state)
{
    static const char *const words[] = {"complete", "limited", "complete", "withdrawn", "NR", "complete"};
    size_t left_out;

    (void)state;
    assert_int_equal(ogp_irm_milestones(words, 6, OGP_MILESTONES_MIN, &left_out, NULL), 3);
    assert_int_equal(left_out, 2);
    assert_int_equal(ogp_irm_milestones(words, 6, OGP_MILESTONES_MAJORITY, NULL, NULL), 5);
    assert_int_equal(ogp_irm_milestones(words, 2, OGP_MILESTONES_MAJORITY, NULL, NULL), OGP_MISSING_ND);
    assert_int_equal(ogp_irm_milestones(NULL, 0, OGP_MILESTONES_MIN, NULL, NULL), OGP_MISSING_ND);
}

static void test_wrong_words(void **state)
{
    ogp_irm_variable wrong[] = {{"potential_impact", "huge"}, {"colour", "red"}};
    static const char *const why[] = {"no level of potential_impact; write one of none, unclear, minor, ",
                                      "\"colour\" is no"};
    ogp_assess_options options = OGP_ASSESS_OPTIONS_INIT;
    ogp_error error = OGP_ERROR_INIT;
    ogp_results *results;

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(ogp_assess(&results, &wrong[i], 1, NULL, NULL, &error), OGP_ERROR_USAGE);
        assert_null(results);
        assert_non_null(strstr(error.message, why[i]));
    }
    options.method = "irm-1999";
    assert_int_equal(ogp_assess(&results, NULL, 0, &options, NULL, &error), OGP_ERROR_USAGE);
    assert_non_null(strstr(error.message, "\"irm-1999\""));
}

static int assess_two(const ogp_context *context)
{
    ogp_irm_variable variables[] = {{"relevant", "1"}, {"potential_impact", "moderate"}};
    ogp_results *results = NULL;
    int rc = ogp_assess(&results, variables, 2, NULL, context, NULL);

    ogp_results_unref(results);
    return rc;
}

static void test_no_memory(void **state)
{
    (void)state;
    survive_failed_allocations(assess_two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_results),     cmocka_unit_test(test_every_result_says_why),
        cmocka_unit_test(test_what_would_change_it), cmocka_unit_test(test_why_in_words), cmocka_unit_test(test_eras),
        cmocka_unit_test(test_milestones), cmocka_unit_test(test_wrong_words), cmocka_unit_test(test_no_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
