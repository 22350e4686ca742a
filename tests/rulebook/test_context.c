/* SPDX-License-Identifier: MIT */
#include "test.h"

#include "rulebook/finding.h"
#include "small.h"

static void test_defaults(void **state)
{
    ogp_context *context = NULL;
    (void)state;
    assert_string_equal(ogp_context_language(NULL), "en");
    assert_ptr_equal(ogp_context_rulebook(NULL), ogp_rulebook_builtin());
    assert_int_equal(ogp_context_limits(NULL)->depth, 64);
    assert_ptr_equal(ogpi_context_allocator(NULL), &ogpi_default_allocator);
    assert_int_equal(ogp_context_new(&context, NULL, NULL), 0);
    assert_string_equal(ogp_context_language(context), "en");
    assert_ptr_equal(ogp_context_rulebook(context), ogp_rulebook_builtin());
    assert_memory_equal(ogp_context_limits(context), ogp_context_limits(NULL), sizeof(ogp_limits));
    assert_ptr_equal(ogp_context_ref(context), context);
    ogp_context_unref(context);
    ogp_context_unref(context);
    ogp_context_unref(NULL);
    assert_null(ogp_context_ref(NULL));
}

/* A limit of 0 keeps the default, any other is taken. */
static void test_limits(void **state)
{
    ogp_limits limits = OGP_LIMITS_INIT;
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    ogp_context *context = NULL;
    char language[] = "ar";
    (void)state;
    limits.columns = 7;
    limits.findings = 1;
    options.limits = &limits;
    options.language = language;
    assert_int_equal(ogp_context_new(&context, &options, NULL), 0);
    language[0] = limits.columns = 0;
    assert_int_equal(ogp_context_limits(context)->columns, 7);
    assert_int_equal(ogp_context_limits(context)->findings, 1);
    assert_int_equal(ogp_context_limits(context)->milestones, 1000);
    assert_int_equal(ogp_context_limits(context)->input_bytes, 64 << 20);
    assert_string_equal(ogp_context_language(context), "ar");
    ogp_context_unref(context);
}

static void test_wrong_options(void **state)
{
    ogp_limits limits = OGP_LIMITS_INIT;
    ogp_allocator half = ogpi_default_allocator;
    ogp_context_options options[4] = {OGP_CONTEXT_OPTIONS_INIT, OGP_CONTEXT_OPTIONS_INIT, OGP_CONTEXT_OPTIONS_INIT,
                                      OGP_CONTEXT_OPTIONS_INIT};
    (void)state;
    limits.struct_size = 8;
    half.reallocate = NULL;
    options[0].struct_size = 0;
    options[1].limits = &limits;
    options[2].allocator = &half;
    options[3].language = "EN";
    for (int i = 0; i < 4; i++) {
        ogp_context *context = (ogp_context *)&half;
        ogp_error error = OGP_ERROR_INIT;
        assert_int_equal(ogp_context_new(&context, &options[i], &error), OGP_ERROR_USAGE);
        assert_null(context);
        assert_true(error.message[0] != '\0');
    }
    assert_int_equal(ogp_context_new(NULL, NULL, NULL), OGP_ERROR_USAGE);
}

/* Every allocation of a report fails in turn; the message falls back to the name of its rule. */
static int report_once(const ogp_context *context, bool *rendered)
{
    ogpi_report_builder *builder = NULL;
    ogp_report *report = NULL;
    ogp_error error = OGP_ERROR_INIT;
    ogpi_arg args[] = {{"plan", "P", false}, {"level", "involve", true}};
    ogpi_finding_spec spec = {.rule = "TPL020", .path = "/a", .subject = "1", .edition = "new", .status = "seen",
                              .args = args, .arg_count = 2};
    int code = ogpi_report_begin(&builder, context, &error);
    if (code < 0)
        return code;
    for (int i = 0; i < 20; i++)
        ogpi_report_add(builder, &spec);
    code = ogpi_report_end(&report, builder, &error);
    if (code == 0) {
        const char *message = ogp_finding_message(ogp_report_at(report, 19), "en");
        *rendered = strcmp(message, "Plan P is at involve") == 0;
        assert_true(*rendered || strcmp(message, "second") == 0);
    }
    ogp_report_unref(report);
    return code;
}

static void test_allocation_failures(void **state)
{
    counting count = {0};
    ogp_allocator allocator = counting_allocator(&count);
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    ogp_context *context = NULL;
    ogp_rulebook *book = NULL;
    bool rendered = false;
    size_t fallbacks = 0;
    (void)state;
    assert_int_equal(ogp_rulebook_parse(&book, small_rulebook, strlen(small_rulebook), NULL), 0);
    options.allocator = &allocator;
    options.rulebook = book;
    count.fail_at = 1;
    assert_int_equal(ogp_context_new(&context, &options, NULL), OGP_ERROR_MEMORY);
    /* A context keeps what was built for a report, so each try has one of its own. */
    bool failed = true;
    for (size_t i = 1; failed; i++) {
        count.fail_at = 0;
        assert_int_equal(ogp_context_new(&context, &options, NULL), 0);
        count.fail_at = count.calls + i;
        int code = report_once(context, &rendered);
        failed = count.calls >= count.fail_at;
        assert_true(code == 0 || code == OGP_ERROR_MEMORY);
        assert_true(code == 0 || failed);
        fallbacks += code == 0 && !rendered;
        ogp_context_unref(context);
        assert_int_equal(count.live, 0);
        assert_true(i < 1000);
    }
    assert_true(rendered);
    assert_true(fallbacks > 0);
    ogp_rulebook_unref(book);
}

static void test_abandon(void **state)
{
    ogpi_report_builder *builder = NULL;
    (void)state;
    ogpi_report_abandon(NULL);
    assert_int_equal(ogpi_report_begin(&builder, NULL, NULL), 0);
    ogpi_report_abandon(builder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_defaults), cmocka_unit_test(test_limits),
                                       cmocka_unit_test(test_wrong_options),
                                       cmocka_unit_test(test_allocation_failures), cmocka_unit_test(test_abandon)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
