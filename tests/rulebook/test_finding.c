/* SPDX-License-Identifier: MIT */
#include "test.h"
#include <pthread.h>

#include "rulebook/report.h"
#include "small.h"

#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"
#define PLAN_AR "\xd8\xa7\xd9\x84\xd8\xae\xd8\xb7\xd8\xa9"     /* الخطة */
#define INVOLVE_AR "\xd8\xa5\xd8\xb4\xd8\xb1\xd8\xa7\xd9\x83" /* إشراك */

typedef struct fixture {
    ogp_rulebook *book;
    ogp_context *context;
    ogp_report *report;
} fixture;

static fixture start(size_t per_rule, size_t findings)
{
    fixture f = {0};
    ogp_limits limits = OGP_LIMITS_INIT;
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    limits.findings_per_rule = per_rule;
    limits.findings = findings;
    assert_int_equal(ogp_rulebook_parse(&f.book, small_rulebook, strlen(small_rulebook), NULL), 0);
    options.rulebook = f.book;
    options.limits = &limits;
    assert_int_equal(ogp_context_new(&f.context, &options, NULL), 0);
    return f;
}

static void finish(fixture *f)
{
    ogp_rulebook_unref(f->book);
    ogp_context_unref(f->context);
    ogp_report_unref(f->report);
}

/* A report of one finding of TPL020. Rulebook and context are let go: the report holds what it needs. */
static fixture one(const char *plan, const char *level, bool term)
{
    fixture f = start(0, 0);
    ogpi_report_builder *builder = NULL;
    ogpi_arg args[] = {{"plan", plan, false}, {"level", level, term}};
    ogpi_finding_spec spec = {.rule = "TPL020", .path = "/commitments/0", .subject = "1", .args = args, .arg_count = 2};
    assert_int_equal(ogpi_report_begin(&builder, f.context, NULL), 0);
    ogpi_report_add(builder, &spec);
    assert_int_equal(ogpi_report_end(&f.report, builder, NULL), 0);
    ogp_rulebook_unref(f.book);
    ogp_context_unref(f.context);
    f.book = NULL;
    f.context = NULL;
    return f;
}

static void test_messages(void **state)
{
    static const struct {
        const char *plan, *level, *language, *message;
        bool term;
    } cases[] = {
        {"P1", "involve", "en", "Plan P1 is at involve", true},
        {"P1", "involve", "fr", "Plan P1: impliquer", true},
        {"P1", "involve", "de", "Plan P1 is at involve", true},
        {"P1", "involve", NULL, "Plan P1 is at involve", true},
        {"P1", "involve", "ar", PLAN_AR " " FSI "P1" PDI " " INVOLVE_AR, true},
        {"12", "involve", "ar", PLAN_AR " " FSI "12" PDI " " FSI "involve" PDI, false},
        {"1.2 " PLAN_AR, "x", "ar", PLAN_AR " 1.2 " PLAN_AR " " FSI "x" PDI, false},
        {PLAN_AR " A1", "", "ar", PLAN_AR " " FSI PLAN_AR " A1" PDI " ", false},
        {PLAN_AR, "x", "en", "Plan " FSI PLAN_AR PDI " is at x", false},
        {"\xc3\xa9t\xc3\xa9", "x", "fr", "Plan \xc3\xa9t\xc3\xa9: x", false},
        {"a\nb\tc", "x", "fr", "Plan a b c: x", false},
        {"a\xe2\x80\xae" "b" PDI "c", "x", "fr", "Plan abc: x", false}, /* an override and a stray end of an isolate */
        {"{level}", "x", "fr", "Plan {level}: x", false},
        {"P", "involve, other", "fr", "Plan P: impliquer, other", true},
        {"P", "involve,involve", "ar", PLAN_AR " " FSI "P" PDI " " INVOLVE_AR "\xd8\x8c " INVOLVE_AR, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture f = one(cases[i].plan, cases[i].level, cases[i].term);
        const char *message = ogp_finding_message(ogp_report_at(f.report, 0), cases[i].language);
        assert_string_equal(message, cases[i].message);
        assert_ptr_equal(ogp_finding_message(ogp_report_at(f.report, 0), cases[i].language), message);
        finish(&f);
    }
}

/* Latin words of an Arabic template itself. */
static void test_latin_in_templates(void **state)
{
    static const struct {
        const char *template, *message;
    } cases[] = {
        {PLAN_AR " SMART", PLAN_AR " " FSI "SMART" PDI},
        {"V-Dem: " PLAN_AR, FSI "V-Dem" PDI ": " PLAN_AR},
        {"(v2cse_ord, v2csr_ord) 12", "(" FSI "v2cse_ord" PDI ", " FSI "v2csr_ord" PDI ") 12"},
        {PLAN_AR " CSO entry and exit.", PLAN_AR " " FSI "CSO entry and exit" PDI "."},
        {"x{plan}y", FSI "x" PDI FSI "P" PDI FSI "y" PDI},
        {PLAN_AR " 12", PLAN_AR " 12"},
        {"", ""},
        {"{", "{"},
    };
    (void)state;
    fixture f = one("P", "x", false);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *template = ogpi_message_isolate(cases[i].template, NULL);
        char *message = ogpi_message_render(ogp_report_at(f.report, 0), template, "ar");
        assert_string_equal(message, cases[i].message);
        ogp_free(message);
        ogp_free(template);
    }
    finish(&f);
}

static void test_unknown_name_stays(void **state)
{
    (void)state;
    fixture f = start(0, 0);
    ogpi_report_builder *builder = NULL;
    ogpi_arg arg = {"plan", "P", false};
    ogpi_finding_spec spec = {.rule = "TPL020", .args = &arg, .arg_count = 1};
    assert_int_equal(ogpi_report_begin(&builder, f.context, NULL), 0);
    ogpi_report_add(builder, &spec);
    assert_int_equal(ogpi_report_end(&f.report, builder, NULL), 0);
    assert_string_equal(ogp_finding_message(ogp_report_at(f.report, 0), "en"), "Plan P is at {level}");
    finish(&f);
}

static void test_long_quotation_is_cut(void **state)
{
    char long_text[2001];
    (void)state;
    for (size_t i = 0; i < 1000; i++)
        memcpy(long_text + 2 * i, "\xc3\xa9", 3);
    fixture f = one(long_text + 1 - 1, "x", false);
    const char *value = ogpi_finding_arg_value(ogp_report_at(f.report, 0), 0);
    assert_int_equal(strlen(value), 600 + 3);
    assert_string_equal(value + 600, "\xe2\x80\xa6");
    finish(&f);
}

static void test_getters(void **state)
{
    (void)state;
    fixture f = one("P1", "x", false);
    const ogp_finding *finding = ogp_report_at(f.report, 0);
    assert_string_equal(ogp_finding_rule(finding), "TPL020");
    assert_int_equal(ogp_finding_severity(finding), OGP_SEVERITY_NOTE);
    assert_string_equal(ogp_finding_path(finding), "/commitments/0");
    assert_string_equal(ogp_finding_subject(finding), "1");
    assert_string_equal(ogp_finding_edition(finding), "");
    assert_string_equal(ogp_finding_status(finding), "unverified");
    assert_string_equal(ogp_finding_source(finding), "S1 https://example.org/x");
    assert_string_equal(ogp_finding_mend(finding, "fr"), "b");
    assert_int_equal(ogp_finding_start(finding) + ogp_finding_end(finding), 0);
    assert_int_equal(ogpi_finding_arg_count(finding), 2);
    assert_string_equal(ogpi_finding_arg_name(finding, 1), "level");
    assert_null(ogpi_finding_arg_value(finding, 2));
    assert_null(ogp_report_at(f.report, 1));
    assert_string_equal(ogp_finding_message(NULL, "en"), "");
    assert_int_equal(ogp_report_count(NULL), 0);
    finish(&f);
}

static void test_caps(void **state)
{
    (void)state;
    fixture f = start(3, 5);
    ogpi_report_builder *builder = NULL;
    size_t kept = 0, omitted = 0;
    assert_int_equal(ogpi_report_begin(&builder, f.context, NULL), 0);
    for (int i = 0; i < 10; i++)
        ogpi_report_add(builder, &(ogpi_finding_spec){.rule = "TPL020"});
    for (int i = 0; i < 4; i++)
        ogpi_report_add(builder, &(ogpi_finding_spec){.rule = "TPL010", .edition = "old"});
    ogpi_report_add(builder, &(ogpi_finding_spec){.rule = "TPL010", .edition = "elsewhere"});
    ogpi_report_add(builder,
                    &(ogpi_finding_spec){.rule = "TPL010", .severity = OGP_SEVERITY_ERROR, .status = "measured"});
    assert_int_equal(ogpi_report_end(&f.report, builder, NULL), 0);
    assert_int_equal(ogp_report_count(f.report), 5);
    assert_int_equal(ogp_report_total(f.report, OGP_SEVERITY_NOTE), 10);
    assert_int_equal(ogp_report_total(f.report, OGP_SEVERITY_WARNING), 4);
    assert_int_equal(ogp_report_total(f.report, OGP_SEVERITY_ERROR), 1);
    assert_int_equal(ogp_report_worst(f.report), OGP_SEVERITY_ERROR);
    assert_int_equal(ogp_report_omitted(f.report, "TPL020"), 7);
    assert_int_equal(ogp_report_omitted(f.report, "TPL010"), 3);
    assert_int_equal(ogp_report_omitted(f.report, NULL), 10);
    assert_int_equal(ogpi_report_rule_count(f.report), 2);
    assert_string_equal(ogpi_report_rule_id(f.report, 1, &kept, &omitted), "TPL020");
    assert_int_equal(kept, 3);
    assert_int_equal(omitted, 7);
    assert_null(ogpi_report_rule_id(f.report, 2, &kept, &omitted));
    finish(&f);
}

static void test_status_of_a_verdict(void **state)
{
    (void)state;
    fixture f = start(0, 0);
    ogpi_report_builder *builder = NULL;
    assert_int_equal(ogpi_report_begin(&builder, f.context, NULL), 0);
    ogpi_report_add(builder, &(ogpi_finding_spec){.rule = "TPL010", .status = "unverified", .edition = "new"});
    assert_int_equal(ogpi_report_end(&f.report, builder, NULL), 0);
    assert_string_equal(ogp_finding_status(ogp_report_at(f.report, 0)), "unverified");
    assert_string_equal(ogp_finding_edition(ogp_report_at(f.report, 0)), "new");
    finish(&f);
}

static void test_unknown_rule_fails(void **state)
{
    (void)state;
    fixture f = start(0, 0);
    ogp_error error = OGP_ERROR_INIT;
    ogpi_report_builder *builder = NULL;
    assert_int_equal(ogpi_report_begin(&builder, f.context, NULL), 0);
    ogpi_report_add(builder, &(ogpi_finding_spec){.rule = "XXX999"});
    ogpi_report_add(builder, &(ogpi_finding_spec){.rule = "TPL020"});
    assert_int_equal(ogpi_report_end(&f.report, builder, &error), OGP_ERROR_USAGE);
    assert_null(f.report);
    assert_non_null(strstr(error.message, "XXX999"));
    finish(&f);
}

static void *read_all(void *report)
{
    static const char *const languages[] = {"en", "ar", "fr", "es"};
    size_t length = 0;
    for (size_t i = 0; i < ogp_report_count(report); i++)
        for (size_t l = 0; l < 4; l++) {
            length += strlen(ogp_finding_message(ogp_report_at(report, i), languages[l]));
            length += strlen(ogp_finding_mend(ogp_report_at(report, i), languages[l]));
        }
    return (void *)length;
}

static void test_many_readers(void **state)
{
    enum { THREADS = 8 };
    (void)state;
    fixture f = start(500, 500);
    ogpi_report_builder *builder = NULL;
    pthread_t threads[THREADS];
    void *lengths[THREADS];
    assert_int_equal(ogpi_report_begin(&builder, f.context, NULL), 0);
    for (int i = 0; i < 500; i++) {
        ogpi_arg args[] = {{"plan", "P", false}, {"level", "involve", true}};
        ogpi_report_add(builder, &(ogpi_finding_spec){.rule = "TPL020", .args = args, .arg_count = 2});
    }
    assert_int_equal(ogpi_report_end(&f.report, builder, NULL), 0);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, read_all, f.report), 0);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], &lengths[i]);
    for (int i = 0; i < THREADS; i++)
        assert_ptr_equal(lengths[i], read_all(f.report));
    finish(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_messages),        cmocka_unit_test(test_latin_in_templates),
        cmocka_unit_test(test_unknown_name_stays),
        cmocka_unit_test(test_long_quotation_is_cut), cmocka_unit_test(test_getters),
        cmocka_unit_test(test_caps),            cmocka_unit_test(test_status_of_a_verdict),
        cmocka_unit_test(test_unknown_rule_fails), cmocka_unit_test(test_many_readers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
