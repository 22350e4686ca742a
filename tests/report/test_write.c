/* SPDX-License-Identifier: MIT */
/* Reports as they are written, against files in tests/report/golden. OGP_UPDATE_GOLDEN=1 writes these anew. */
#include "test.h"

#include "base/file.h"
#include "report_rulebook.h"
#include "rulebook/finding.h"
#include <ogp/write.h>

static const char plan[] = "{\n"
                           "  \"title\": \"A plan\",\n"
                           "  \"commitments\": [\n"
                           "    {\"number\": \"1\", \"title\": \"Open \\u00abdata\\u00bb as appropriate\"},\n"
                           "    {\"number\": \"2\", \"lead\": {\"name\": \"\"}}\n"
                           "  ]\n"
                           "}\n";

static ogp_report *make_report(const ogp_allocator *allocator, size_t per_rule)
{
    static const ogpi_arg words[] = {{"words", "as appropriate", false}};
    static const ogpi_arg levels[] = {{"words", "Ministère <b>", false}};
    static const ogpi_finding_spec specs[] = {
        {.rule = "TPL010", .edition = "tpl-2016", .path = "/commitments/1/lead/name", .subject = "2 وثيقة"},
        {.rule = "SMA010",
         .path = "/commitments/0/title",
         .subject = "1 Open data",
         .start = 14,
         .end = 28,
         .args = words,
         .arg_count = 1},
        {.rule = "TPL010", .path = "/lead", .severity = OGP_SEVERITY_NOTE},
        {.rule = "TPL010", .edition = "tpl-2016", .path = "/commitments/0/lead", .subject = "1 Open data"},
        {.rule = "SMA010", .path = "/commitments/1/title", .subject = "2 وثيقة", .args = levels, .arg_count = 1},
        {.rule = "SMA010", .path = "/commitments/1/lead", .args = levels, .arg_count = 1},
        {.rule = "TPL010", .path = "", .subject = ""},
        {.rule = "TPL010", .path = "/x", .subject = ""},
    };
    ogp_rulebook *book = NULL;
    ogp_context *context = NULL;
    ogpi_report_builder *builder = NULL;
    ogp_report *report = NULL;
    ogp_limits limits = OGP_LIMITS_INIT;
    limits.findings_per_rule = per_rule;
    assert_int_equal(ogp_rulebook_parse(&book, report_rulebook, strlen(report_rulebook), NULL), 0);
    ogp_context_options options = {.struct_size = sizeof options, .rulebook = book, .limits = &limits,
                                   .allocator = allocator};
    assert_int_equal(ogp_context_new(&context, &options, NULL), 0);
    assert_int_equal(ogpi_report_begin(&builder, context, NULL), 0);
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++)
        ogpi_report_add(builder, &specs[i]);
    assert_int_equal(ogpi_report_end(&report, builder, NULL), 0);
    ogp_context_unref(context);
    ogp_rulebook_unref(book);
    return report;
}

static void compare(const char *name, const char *text, size_t length)
{
    char path[512];
    ogpi_buffer expected;
    snprintf(path, sizeof path, "%s/tests/report/golden/%s", getenv("OGP_SOURCE_ROOT"), name);
    if (getenv("OGP_UPDATE_GOLDEN"))
        assert_int_equal(ogpi_file_save(path, text, length, NULL), 0);
    ogpi_buffer_init(&expected, NULL);
    assert_int_equal(ogpi_file_read(&expected, path, 1 << 20, NULL), 0);
    ogpi_buffer_putc(&expected, '\0');
    assert_string_equal(text, expected.data);
    ogpi_buffer_clear(&expected);
}

static void test_golden(void **state)
{
    static const struct { const char *file, *format, *language; int colour, all; } cases[] = {
        {"en.txt", "text", "en", 0, 0},   {"ar.txt", "text", "ar", 0, 0},     {"fr.txt", "text", "fr", 0, 0},
        {"es.txt", "text", "es", 0, 0},   {"colour.txt", "text", NULL, 1, 0}, {"en.json", "json", "en", 0, 0},
        {"all.json", "json", "ar", 0, 1}, {"fr.sarif", "sarif", "fr", 0, 0},  {"ar.html", "html", "ar", 0, 0},
    };
    (void)state;
    ogp_report *report = make_report(NULL, 3);
    ogp_write_item item = {report, "plan <1>.json", plan, strlen(plan)};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *text = NULL;
        size_t length = 0;
        ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
        options.format = ogp_write_format_of(cases[i].format);
        options.language = cases[i].language;
        options.colour = cases[i].colour;
        options.all_languages = cases[i].all;
        assert_int_equal(ogp_report_write(&text, &length, &item, &options, NULL), 0);
        assert_int_equal(strlen(text), length);
        compare(cases[i].file, text, length);
        ogp_free(text);
    }
    ogp_report_unref(report);
}

static void test_several(void **state)
{
    (void)state;
    ogp_report *report = make_report(NULL, 1);
    ogp_write_item items[] = {{report, "a.json", plan, strlen(plan)}, {report, NULL, NULL, 0}};
    for (int format = OGP_WRITE_TEXT; format <= OGP_WRITE_HTML; format++) {
        static const char *const files[] = {NULL, "two.txt", "two.json", "two.sarif", "two.html"};
        char *text = NULL;
        ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
        options.format = format;
        options.width = 40;
        assert_int_equal(ogp_reports_write(&text, NULL, items, 2, &options, NULL), 0);
        compare(files[format], text, strlen(text));
        ogp_free(text);
        assert_int_equal(ogp_reports_write(&text, NULL, NULL, 0, &options, NULL), 0);
        ogp_free(text);
    }
    ogp_report_unref(report);
}

static void test_wrong_calls(void **state)
{
    (void)state;
    char *text = (char *)plan;
    ogp_report *report = make_report(NULL, 1);
    ogp_write_item item = {report, NULL, NULL, 0}, nothing = {NULL, NULL, NULL, 0};
    ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
    ogp_error error = OGP_ERROR_INIT;
    options.language = "de";
    assert_int_equal(ogp_report_write(&text, NULL, &item, &options, &error), OGP_ERROR_USAGE);
    assert_null(text);
    assert_non_null(strstr(error.message, "\"de\""));
    options = (ogp_write_options)OGP_WRITE_OPTIONS_INIT;
    options.format = 9;
    assert_int_equal(ogp_report_write(&text, NULL, &item, &options, &error), OGP_ERROR_USAGE);
    options = (ogp_write_options){0};
    assert_int_equal(ogp_report_write(&text, NULL, &item, &options, &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_report_write(&text, NULL, &nothing, NULL, &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_report_write(&text, NULL, NULL, NULL, &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_report_write(NULL, NULL, &item, NULL, &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_write_format_of("pdf"), 0);
    assert_int_equal(ogp_write_format_of(NULL), 0);
    ogp_report_unref(report);
}

/* Places must be found, or not, in any text, and never read past its end. */
static void test_broken_sources(void **state)
{
    static const char *const texts[] = {
        "",
        "{",
        "[[[[[[[",
        "{\"commitments\"",
        "{\"commitments\": [",
        "{\"a\\",
        "\"",
        "<plan/>",
        "{\"commitments\": [{\"title\": \"\\uD83D\\uDE00\\u12\"}]}",
        "]]]]}}}",
        "{,,,,}",
        "{\"a\":1,}",
        "{\"commitments\":[{\"title\":\"\\",
        "{\"commitments\":[{\"title\":\"\\u",
    };
    (void)state;
    ogp_report *report = make_report(NULL, 0);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t length = strlen(texts[i]);
        char *copy = malloc(length + 1), *text = NULL; /* the byte after the end belongs to nobody */
        memcpy(copy, texts[i], length);
        copy = realloc(copy, length ? length : 1);
        ogp_write_item item = {report, "x", copy, length};
        ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
        options.format = OGP_WRITE_SARIF;
        assert_int_equal(ogp_report_write(&text, NULL, &item, &options, NULL), 0);
        ogp_free(text);
        free(copy);
    }
    ogp_report_unref(report);
}

static void test_memory_failure(void **state)
{
    (void)state;
    for (int format = OGP_WRITE_TEXT; format <= OGP_WRITE_HTML; format++) {
        counting count = {0};
        ogp_allocator allocator = counting_allocator(&count);
        int rc = -1;
        for (size_t n = 1; rc < 0 && n < 1000; n++) {
            char *text = NULL;
            ogp_report *report = make_report(&allocator, 0);
            ogp_write_item item = {report, "x", plan, strlen(plan)};
            ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
            options.format = format;
            count.calls = 0;
            count.fail_at = n;
            rc = ogp_report_write(&text, NULL, &item, &options, NULL);
            assert_true(rc == 0 || rc == OGP_ERROR_MEMORY);
            assert_true((rc == 0) == (text != NULL));
            count.fail_at = 0;
            ogp_free(text);
            ogp_report_unref(report);
            assert_int_equal(count.live, 0);
        }
        assert_int_equal(rc, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden),       cmocka_unit_test(test_several),         cmocka_unit_test(test_wrong_calls),
        cmocka_unit_test(test_broken_sources), cmocka_unit_test(test_memory_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
