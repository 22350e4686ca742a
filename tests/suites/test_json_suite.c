/* SPDX-License-Identifier: MIT */
/* Runs tests/suites/json.txt through the JSON door that every reader uses, and through both ways to read a plan. */
#include "suite.h"

#include "base/json.h"
#include "io/plan.h"

static const ogp_limits limits = {.struct_size = sizeof(ogp_limits), .input_bytes = 1 << 20, .depth = 64,
                                 .string_bytes = 65536, .members = 100000};

static char *canonical(ogp_plan *plan, bool taken)
{
    char *text = NULL;
    if (taken)
        assert_int_equal(ogp_plan_write(&text, NULL, plan, NULL), 0);
    ogp_plan_unref(plan);
    return text;
}

/* The quick way to read a plan takes the text, as a member of it, when the other does, and makes the same of it. Names
   with escapes and what is beyond a number of 18 digits may be left to the other. */
static bool ways_agree(const char *text, size_t length)
{
    static char whole[200000];
    static const char head[] = "{\"format\": \"ogp-plan/1\", \"x\": ";
    memcpy(whole, head, sizeof head);
    memcpy(whole + sizeof head - 1, text, length);
    size_t size = sizeof head - 1 + length;
    whole[size++] = '}';
    ogp_plan *one = ogpi_plan_new(NULL), *other = ogpi_plan_new(NULL);
    char *slow = canonical(one, ogpi_plan_read_tree(one, &limits, whole, size, NULL) == 0);
    char *quick = canonical(other, ogpi_plan_scan_json(other, &limits, whole, size) == 1);
    bool agree = !quick || (slow && strcmp(slow, quick) == 0);
    ogp_free(slow);
    ogp_free(quick);
    return agree;
}

/* Empty when the verdict is right. */
static const char *run(char **fields, const char *text, size_t length)
{
    const char *verdict = fields[0];
    ogp_error error = OGP_ERROR_INIT;
    json_t *json = NULL;
    int rc = ogpi_json_parse(&json, text, length, &limits, NULL, &error);
    json_decref(json);
    if (!ways_agree(text, length))
        return "the two ways to read a plan differ";
    if (rc == 0)
        return strcmp(verdict, "refuse") == 0 ? "accepted" : "";
    if (strcmp(verdict, "accept") == 0)
        return "refused";
    if (error.code != rc || !error.message[0] || strchr(error.message, '\n'))
        return "the error is not one line";
    return error.line >= 1 && error.column >= 1 ? "" : "the error has no place";
}

static void test_suite(void **state)
{
    (void)state;
    suite_run("json.txt", 3, 300, run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_suite)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
