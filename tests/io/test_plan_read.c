/* SPDX-License-Identifier: MIT */
#include "test.h"

#include <ogp/plan.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a bad document gets: the code, the place, the pointer, and words that help. */
static const struct {
    const char *text;
    int code;
    unsigned line, column;
    const char *path, *message;
} bad[] = {
    {"", OGP_ERROR_SYNTAX, 1, 1, "", "empty"},
    {"hello", OGP_ERROR_SYNTAX, 1, 0, "", "not JSON"},
    {"PK\x03\x04 and so on", OGP_ERROR_SYNTAX, 1, 1, "", "neither JSON nor XML but a ZIP archive"},
    {"%PDF-1.7", OGP_ERROR_SYNTAX, 1, 1, "", "neither JSON nor XML but a PDF file"},
    {"[]", OGP_ERROR_FORMAT, 1, 1, "", "a plan is an object in braces; found an array"},
    {" \n \"x\"", OGP_ERROR_FORMAT, 2, 2, "", "found a string"},
    {"{}", OGP_ERROR_FORMAT, 1, 1, "", "format is missing"},
    {"{\"format\": 1}", OGP_ERROR_FORMAT, 1, 12, "/format", "expected \"ogp-plan/1\", found a number"},
    {"{\n  \"format\": \"ogp-plan/2\"}", OGP_ERROR_FORMAT, 2, 13, "/format", "version \"2\" is not known"},
    {"{\"format\": \"ogp-rulebook/1\"}", OGP_ERROR_FORMAT, 1, 12, "/format", "\"ogp-rulebook/1\" is no plan"},
    {"{\"format\": \"ogp-plan/1\", \"id\": 5}", OGP_ERROR_FORMAT, 1, 32, "/id",
     "id: expected a string in double quotes, found a number"},
    {"{\"format\": \"ogp-plan/1\", \"id\": null}", OGP_ERROR_FORMAT, 1, 32, "/id", "found null; leave it out"},
    {"{\"format\": \"ogp-plan/1\", \"title\": [\"a\"]}", OGP_ERROR_FORMAT, 1, 35, "/title", "expected a text"},
    {"{\"format\": \"ogp-plan/1\", \"title\": {\"en\": 1}}", OGP_ERROR_FORMAT, 1, 42, "/title/en", "for each language"},
    {"{\"format\": \"ogp-plan/1\", \"title\": {\"en us\": \"x\"}}", OGP_ERROR_FORMAT, 1, 45, "/title/en us",
     "\"en us\" is no language"},
    {"{\"format\": \"ogp-plan/1\", \"start\": \"2023-02-30\"}", OGP_ERROR_FORMAT, 1, 35, "/start",
     "start: there is no 30 February 2023; write a date as YYYY-MM-DD, e.g. 2023-02-28"},
    {"{\"format\": \"ogp-plan/1\", \"start\": \"2024-02-30\"}", OGP_ERROR_FORMAT, 1, 35, "/start", "e.g. 2024-02-29"},
    {"{\"format\": \"ogp-plan/1\", \"end\": \"soon\"}", OGP_ERROR_FORMAT, 1, 33, "/end",
     "end: \"soon\" is no date; write YYYY-MM-DD"},
    {"{\"format\": \"ogp-plan/1\", \"end\": \"a\\nb\"}", OGP_ERROR_FORMAT, 1, 33, "/end", "end: \"a b\" is no date"},
    {"{\"format\": \"ogp-plan/1\", \"end\": \"xااااااااااااااااااااااااااااااااااااااااا\"}", OGP_ERROR_FORMAT, 1, 33,
     "/end", "\" is no date; write YYYY-MM-DD, YYYY-MM or YYYY (EDTF)"},
    {"{\"format\": \"ogp-plan/1\", \"end\": 2024}", OGP_ERROR_FORMAT, 1, 33, "/end", "a date in double quotes"},
    {"{\"format\": \"ogp-plan/1\", \"lead\": \"Ministry\"}", OGP_ERROR_FORMAT, 1, 34, "/lead",
     "expected an object in braces, found a string"},
    {"{\"format\": \"ogp-plan/1\", \"commitments\": {}}", OGP_ERROR_FORMAT, 1, 41, "/commitments",
     "a list of objects in brackets, found an object"},
    {"{\"format\": \"ogp-plan/1\", \"commitments\": [{}, 3]}", OGP_ERROR_FORMAT, 1, 46, "/commitments/1",
     "expected an object"},
    {"{\"format\": \"ogp-plan/1\", \"commitments\": [{\"challenges\": \"x\"}]}", OGP_ERROR_FORMAT, 1, 57,
     "/commitments/0/challenges", "a list of strings"},
    {"{\"format\": \"ogp-plan/1\", \"commitments\": [{\"challenges\": [\"x\", 1]}]}", OGP_ERROR_FORMAT, 1, 63,
     "/commitments/0/challenges/1", "found a number"},
    {"{\"format\": \"ogp-plan/1\", \"cocreation\": {\"forum\": {\"meetings\": [\"\", \"x\"]}}}", OGP_ERROR_FORMAT, 1,
     68, "/cocreation/forum/meetings/1", "meetings: \"x\" is no date"},
    {"{\"format\": \"ogp-plan/1\", \"cocreation\": {\"forum\": {\"meetings\": \"x\"}}}", OGP_ERROR_FORMAT, 1, 63,
     "/cocreation/forum/meetings", "a list of dates"},
    {"{\"format\": \"ogp-plan/1\", \"id\": \"a\", \"id\": \"b\"}", OGP_ERROR_SYNTAX, 1, 0, "/id", "twice"},
    {"\xEF\xBB\xBF{\"format\": \"ogp-plan/1\"}", OGP_ERROR_SYNTAX, 1, 1, "", "byte order mark"},
    {"{\"format\": \"ogp-plan/1\", \"id\": \"\xff\"}", OGP_ERROR_SYNTAX, 1, 33, "", "invalid UTF-8"},
    {"{\"format\": \"ogp-plan/1\", \"id\": \"\\u0000\"}", OGP_ERROR_SYNTAX, 1, 0, "", "\\u0000"},
    {"{\"format\": \"ogp-plan/1\"", OGP_ERROR_SYNTAX, 1, 0, "", "ends too early"},
    {"{\"format\": \"ogp-plan/1\"} x", OGP_ERROR_SYNTAX, 1, 0, "", "after the end"},
};

static void refuses_bad_documents_with_a_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ogp_error error = OGP_ERROR_INIT;
        ogp_plan *plan = (ogp_plan *)&error;
        int rc = ogp_plan_parse(&plan, NULL, bad[i].text, strlen(bad[i].text), &error);
        if (rc != bad[i].code || error.line != bad[i].line || (bad[i].column && error.column != bad[i].column) ||
            strcmp(error.path, bad[i].path) || !strstr(error.message, bad[i].message))
            fail_msg("%s\n  gives %d at %u:%u %s: %s", bad[i].text, rc, error.line, error.column, error.path,
                     error.message);
        assert_null(plan);
        assert_int_equal(error.code, rc);
        assert_null(strchr(error.message, '\n'));
    }
}

static void refuses_a_nul_byte(void **state)
{
    (void)state;
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan;
    static const char text[] = "{\"format\": \"ogp-plan/1\", \"id\": \"a\0b\"}";
    assert_int_equal(ogp_plan_parse(&plan, NULL, text, sizeof text - 1, &error), OGP_ERROR_SYNTAX);
    assert_int_equal(error.column, 34);
}

static void refuses_deep_nesting(void **state)
{
    (void)state;
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan;
    char text[20100] = "{\"format\": \"ogp-plan/1\", \"x\": ";
    size_t head = strlen(text);
    memset(text + head, '[', 10000);
    memset(text + head + 10000, ']', 10000);
    text[head + 20000] = '}';
    assert_int_equal(ogp_plan_parse(&plan, NULL, text, head + 20001, &error), OGP_ERROR_LIMIT);
    assert_int_equal(error.line, 1);
    assert_int_equal(error.column, head + 64);
}

static void keeps_to_the_limits(void **state)
{
    (void)state;
    static const struct {
        ogp_limits limits;
        const char *good, *bad, *path;
    } cases[] = {
        {{.commitments = 2},
         "{\"format\": \"ogp-plan/1\", \"commitments\": [{}, {}]}",
         "{\"format\": \"ogp-plan/1\", \"commitments\": [{}, {}, {}]}",
         "/commitments"},
        {{.milestones = 1},
         "{\"format\": \"ogp-plan/1\", \"commitments\": [{\"milestones\": [{}]}]}",
         "{\"format\": \"ogp-plan/1\", \"commitments\": [{}, {\"milestones\": [{}, {}]}]}",
         "/commitments/1/milestones"},
        {{.string_bytes = 10},
         "{\"format\": \"ogp-plan/1\", \"id\": \"0123456789\"}",
         "{\"format\": \"ogp-plan/1\", \"id\": \"01234567890\"}",
         ""},
        {{.input_bytes = 24}, "{\"format\": \"ogp-plan/1\"}", "{\"format\": \"ogp-plan/1\"} ", ""},
        {{.depth = 2}, "{\"format\": \"ogp-plan/1\", \"x\": []}", "{\"format\": \"ogp-plan/1\", \"x\": [[]]}", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_context *context = new_context(cases[i].limits, NULL);
        ogp_error error = OGP_ERROR_INIT;
        ogp_plan *plan;
        assert_int_equal(ogp_plan_parse(&plan, context, cases[i].good, strlen(cases[i].good), &error), 0);
        ogp_plan_unref(plan);
        assert_int_equal(ogp_plan_parse(&plan, context, cases[i].bad, strlen(cases[i].bad), &error), OGP_ERROR_LIMIT);
        assert_string_equal(error.path, cases[i].path);
        ogp_context_unref(context);
    }
}

static void refuses_files_that_are_none(void **state)
{
    (void)state;
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan;
    assert_int_equal(ogp_plan_load(&plan, NULL, "/no/such/file", &error), OGP_ERROR_IO);
    assert_non_null(strstr(error.message, "No such file"));
    assert_int_equal(ogp_plan_load(&plan, NULL, "/", &error), OGP_ERROR_IO);
    assert_non_null(strstr(error.message, "is a directory"));
    assert_int_equal(ogp_plan_load(&plan, NULL, "/dev/null", &error), OGP_ERROR_SYNTAX);
    assert_int_equal(ogp_plan_load(&plan, NULL, NULL, &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_plan_load(NULL, NULL, "x", &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_plan_parse(&plan, NULL, NULL, 0, &error), OGP_ERROR_USAGE);
}

static void refuses_a_file_that_is_too_large_unread(void **state)
{
    (void)state;
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan;
    char path[] = "/tmp/ogp-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0 && ftruncate(fd, 200 << 20) == 0); /* a hole: takes no room */
    assert_int_equal(ogp_plan_load(&plan, NULL, path, &error), OGP_ERROR_LIMIT);
    if (geteuid() != 0) {
        assert_int_equal(ftruncate(fd, 1), 0);
        assert_int_equal(fchmod(fd, 0), 0);
        assert_int_equal(ogp_plan_load(&plan, NULL, path, &error), OGP_ERROR_IO);
        assert_non_null(strstr(error.message, "Permission denied"));
    }
    close(fd);
    unlink(path);
}

static ogp_plan *parsed(const char *text)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan;
    if (ogp_plan_parse(&plan, NULL, text, strlen(text), &error) < 0)
        fail_msg("%s: %s", text, error.message);
    return plan;
}

/* Wrong values are for the rules to find. */
static void leaves_values_to_the_rules(void **state)
{
    (void)state;
    ogp_plan *plan =
        parsed("{\"format\": \"ogp-plan/1\", \"edition\": \"handbook-1999\", \"level\": \"galactic\", \"start\": \"\","
               "\"end\": \"2023/..\", \"commitments\": [{\"challenges\": [\"none\"], \"milestones\": [{\"completion\": "
               "\"so-so\"}]}]}");
    assert_string_equal(ogp_plan_edition(plan), "handbook-1999");
    assert_null(ogp_plan_start(plan));
    assert_int_equal(ogp_plan_end(plan)->kind, OGP_EDTF_OPEN_END);
    ogp_plan_unref(plan);
}

static void picks_the_language(void **state)
{
    (void)state;
    ogp_plan *plan = parsed("{\"format\": \"ogp-plan/1\", \"language\": \"en\", \"title\": {\"en\": \"E\", \"fr-CA\": "
                            "\"F\", \"ar\": \"A\"},"
                            "\"lead\": {\"name\": \"Plain\"}}");
    assert_string_equal(ogp_plan_title(plan, "ar"), "A");
    assert_string_equal(ogp_plan_title(plan, "fr"), "F");
    assert_string_equal(ogp_plan_title(plan, "fr-FR"), "F");
    assert_string_equal(ogp_plan_title(plan, "de"), "E");
    assert_string_equal(ogp_plan_title(plan, NULL), "E");
    const ogp_localized *title = ogp_plan_title_localized(plan);
    assert_int_equal(ogp_localized_count(title), 3);
    assert_string_equal(ogp_localized_language_at(title, 1), "fr-CA");
    assert_string_equal(ogp_localized_at(title, 2), "A");
    assert_string_equal(ogp_localized_at(title, 3), "");
    assert_string_equal(ogp_institution_name(ogp_plan_lead(plan), "ar"), "Plain");
    ogp_plan_unref(plan);
}

static void reads_one_commitment(void **state)
{
    (void)state;
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan;
    const char *text =
        "{\"id\": \"JO0056\", \"plan\": \"AP_JOR05\", \"member\": \"JOR\", \"language\": \"ar\", \"title\": \"t\"}";
    assert_int_equal(ogp_plan_parse_commitment(&plan, NULL, text, strlen(text), &error), 0);
    assert_string_equal(ogp_plan_id(plan), "AP_JOR05");
    assert_string_equal(ogp_plan_member(plan), "JOR");
    assert_string_equal(ogp_plan_language(plan), "ar");
    assert_int_equal(ogp_plan_commitment_count(plan), 1);
    assert_string_equal(ogp_commitment_id(ogp_plan_commitment_at(plan, 0)), "JO0056");
    char *line;
    assert_int_equal(ogp_plan_write_commitment(&line, NULL, NULL, ogp_plan_commitment_at(plan, 0), &error), 0);
    assert_string_equal(
        line,
        "{\"id\": \"JO0056\", \"plan\": \"AP_JOR05\", \"member\": \"JOR\", \"language\": \"ar\", \"title\": \"t\"}\n");
    ogp_free(line);
    ogp_plan_unref(plan);
    assert_int_equal(ogp_plan_parse_commitment(&plan, NULL, "[]", 2, &error), OGP_ERROR_FORMAT);
    assert_int_equal(ogp_plan_parse_commitment(&plan, NULL, "{\"end\": \"x\"}", 12, &error), OGP_ERROR_FORMAT);
    assert_string_equal(error.path, "/end");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_bad_documents_with_a_place),
        cmocka_unit_test(refuses_a_nul_byte),
        cmocka_unit_test(refuses_deep_nesting),
        cmocka_unit_test(keeps_to_the_limits),
        cmocka_unit_test(refuses_files_that_are_none),
        cmocka_unit_test(refuses_a_file_that_is_too_large_unread),
        cmocka_unit_test(leaves_values_to_the_rules),
        cmocka_unit_test(picks_the_language),
        cmocka_unit_test(reads_one_commitment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
