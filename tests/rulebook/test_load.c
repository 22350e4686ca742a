/* SPDX-License-Identifier: MIT */
#include "test.h"

#include "rulebook/load.h"
#include "small.h"
#include <unistd.h>

typedef struct load_case {
    const char *from, *to; /* a change of the small rulebook */
    int code;
    const char *path, *words; /* pointer and part of the message */
} load_case;

#define EIGHT(text) text text text text text text text text
/* 16,384 spellings: many words; one. */
#define MANY EIGHT("(a|a)") "(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)"
#define WIDE EIGHT("(a|a) ") EIGHT("abcdefghij ") "(a|a) (a|a) (a|a) (a|a) (a|a) (a|a)"

static const load_case cases[] = {
    {"ogp-rulebook/1", "ogp-rulebook/2", OGP_ERROR_FORMAT, "/meta/format", "ogp-rulebook/1"},
    {"\"meta\"", "\"mata\"", OGP_ERROR_FORMAT, "", "\"meta\" is missing"},
    {"\"version\":\"2026-11-01\"", "\"version\":\"2026-11-31\"", OGP_ERROR_FORMAT, "/meta/version", "31 November"},
    {"\"title\":\"A page\"", "\"title\":7", OGP_ERROR_FORMAT, "/sources/S1/title", "found a number"},
    {"\"prefix\":\"TPL\"", "\"prefix\":\"Tpl\"", OGP_ERROR_FORMAT, "/families/template/prefix", "three capitals"},
    {"\"prefix\":\"TPL\"", "\"prefix\":\"ABC\"", OGP_ERROR_FORMAT, "/rules/0", "does not begin with ABC"},
    {"\"kind\":\"calendar\"", "\"kid\":\"calendar\"", OGP_ERROR_FORMAT, "/editions/old", "\"kind\" is missing"},
    {"\"from\":\"2011\"", "\"from\":\"soon\"", OGP_ERROR_FORMAT, "/editions/old/from", "such as 2022"},
    {"\"source\":\"S1\"", "\"source\":\"S2\"", OGP_ERROR_FORMAT, "/editions/old/source",
     "\"S2\" is not in \"sources\""},
    {"\"status\":\"seen\"", "\"status\":\"sure\"", OGP_ERROR_FORMAT, "/editions/old/status", "\"unverified\""},
    {"\"a.b\"", "\"a..b\"", OGP_ERROR_FORMAT, "/params", "\"a..b\" is no name"},
    {"{\"value\":7,", "{\"valu\":7,", OGP_ERROR_FORMAT, "/params/a.b", "\"value\" is missing"},
    {"\"fr\":\"impliquer\"", "\"de\":\"x\"", OGP_ERROR_FORMAT, "/terms/involve", "\"fr\" is missing"},
    {"\"TPL020\"", "\"TPL010\"", OGP_ERROR_FORMAT, "/rules/1/id", "two rules have the id TPL010"},
    {"\"TPL020\"", "\"TPL20\"", OGP_ERROR_FORMAT, "/rules/0/id", "three capitals and three digits"},
    {"\"family\":\"template\"", "\"family\":\"tempest\"", OGP_ERROR_FORMAT, "/rules/0/family", "\"tempest\""},
    {"\"name\":\"second\"", "\"name\":\"a b\"", OGP_ERROR_FORMAT, "/rules/0/name", "is no name"},
    {"{\"default\":\"note\"}", "{\"old\":\"note\"}", OGP_ERROR_FORMAT, "/rules/0/severity", "\"default\" is missing"},
    {"{\"default\":\"note\"}", "{\"default\":\"fatal\"}", OGP_ERROR_FORMAT, "/rules/0/severity/default", "\"warning\""},
    {"\"Plan {plan}: {level}\"", "\"Plan {plan}\"", OGP_ERROR_FORMAT, "/rules/0/message", "\"fr\" differ"},
    {"\"Plan {plan}: {level}\"", "\"Plan {plan}: {level} {plan\"", OGP_ERROR_FORMAT, "/rules/0/message",
     "\"fr\" differ"},
    {"\"Plan {plan}: {level}\"", "\"\"", OGP_ERROR_FORMAT, "/rules/0/message/fr", "empty"},
    {"[\"old\",\"new\"]", "[\"old\",\"lost\"]", OGP_ERROR_FORMAT, "/rules/1/editions/1",
     "\"lost\" is not in \"editions\""},
    {"[\"old\",\"new\"]", "[\"new\"]", OGP_ERROR_FORMAT, "/rules/1", "not among the rule's editions"},
    {"[\"old\",\"new\"]", "{}", OGP_ERROR_FORMAT, "/rules/1/editions", "expected an array, found an object"},
    {"\"form\":\"ing\"", "\"form\":\"\"", OGP_ERROR_FORMAT, "/text/languages/en/affixes/suffixes/0/form",
     "this text is empty"},
    {"\"form\":\"ing\"", "\"form\":\" \"", OGP_ERROR_FORMAT, "/text/languages", "an affix needs a form"},
    {"[\"verb\"]", "[\"vreb\"]", OGP_ERROR_FORMAT, "/text/languages/en/affixes/suffixes/0/marks/0",
     "no mark of an affix is called \"vreb\""},
    {"\"script\":\"latin\"", "\"script\":\"greek\"", OGP_ERROR_FORMAT, "/text/languages/en/script",
     "\"latin\", \"arabic\", \"other\""},
    {"\"lists\":{\"verb\"", "\"lists\":{\"verbs\"", OGP_ERROR_FORMAT, "/text/languages/en/lists",
     "no list of words is called \"verbs\""},
    {"\"two\"]}}", "\"two\"],\"3\":\"three\"}}", OGP_ERROR_FORMAT,
     "/text/languages/en/lists/number/3", "expected an array"},
    {"\"number\":{\"2\"", "\"number\":{\"33554433\"", OGP_ERROR_LIMIT, "/text/languages", "33554433 is too large"},
    {"\"script\":\"latin\"", "\"skript\":\"latin\"", OGP_ERROR_FORMAT, "/text/languages/en",
     "\"skript\" is not known"},
    {"\"script\":", "\"options\":[\"uncasd\"],\"script\":", OGP_ERROR_FORMAT, "/text/languages/en/options/0",
     "no option of a language is called \"uncasd\""},
    {"\"script\":", "\"forms\":{\"pasd\":[\"_ed\"]},\"script\":", OGP_ERROR_FORMAT, "/text/languages/en/forms",
     "no form of words is called \"pasd\""},
    {"\"script\":", "\"forms\":{\"past\":[\"__\"]},\"script\":", OGP_ERROR_FORMAT, "/text/languages",
     "no form of a word: \"__\""},
    {"\"script\":", "\"forms\":{\"past\":[\"_ed by\"]},\"script\":", OGP_ERROR_FORMAT, "/text/languages",
     "no part of a word"},
    {"\"script\":", "\"forms\":{\"past\":[" EIGHT(EIGHT("\"_ed\",")) "\"_t\"]},\"script\":", OGP_ERROR_LIMIT,
     "/text/languages", "more than 32 forms"},
    {"\"set up\"", "\"" EIGHT(EIGHT("a?b?c?")) "\"", OGP_ERROR_FORMAT, "/text/languages", "too deep"},
    {"\"set up\"", "\"" EIGHT("(a|a) ") EIGHT("(a|a) ") "(a|a)\"", OGP_ERROR_FORMAT, "/text/languages",
     "more than 16384 spellings"},
    {"\"set up\"", "\"" WIDE "\",\"" WIDE "\",\"" WIDE "\",\"" WIDE "\",\"" WIDE "\"", OGP_ERROR_LIMIT,
     "/text/languages", "too many spellings"},
    {"\"publish\"]},\"lists\":{\"verb\":[\"<act>\"", "\"" MANY "\"]},\"lists\":{\"verb\":[\"<act> " MANY "\"",
     OGP_ERROR_LIMIT, "/text/languages", "too many spellings"},
    {"\"numbers\"", "\"eligibility\":{\"pass\":{\"denominator\":0}},\"numbers\"", OGP_ERROR_FORMAT,
     "/eligibility/pass/denominator", "from 1 to 1000"},
    {"\"value\":7", "\"value\":[{\"points\":2.5}]", OGP_ERROR_FORMAT, "/params/a.b/value/0/points",
     "whole number"},
    {"\"value\":7", "\"value\":{\"years\":2147483647}", OGP_ERROR_FORMAT, "/params/a.b/value/years",
     "from -1000000 to 1000000"},
    {"\"null\":null", "\"null\":nul", OGP_ERROR_SYNTAX, "", ""},
    {"\"small\":-5", "\"edge\":-5", OGP_ERROR_SYNTAX, "/numbers/edge", ""},
};

static void test_errors(void **state)
{
    char text[4096];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const load_case *t = &cases[i];
        ogp_error error = OGP_ERROR_INIT;
        ogp_rulebook *book = (ogp_rulebook *)text;
        assert_non_null(small_with(text, sizeof text, t->from, t->to));
        assert_int_equal(ogp_rulebook_parse(&book, text, strlen(text), &error), t->code);
        assert_null(book);
        if (strcmp(error.path, t->path) != 0 || !strstr(error.message, t->words))
            fail_msg("%s: \"%s\" at %s", t->to, error.message, error.path);
        assert_int_equal(error.code, t->code);
        assert_true(error.line > 0 && error.column > 0);
    }
}

/* The place is that of the value the pointer names. */
static void test_place(void **state)
{
    char text[4096];
    ogp_error error = OGP_ERROR_INIT;
    ogp_rulebook *book = NULL;
    (void)state;
    small_with(text, sizeof text, "\"value\":7,\"status\":\"unverified\"", "\"value\":7,\"status\":\"no\"");
    assert_int_equal(ogp_rulebook_parse(&book, text, strlen(text), &error), OGP_ERROR_FORMAT);
    assert_int_equal(error.line, 6);
    assert_int_equal(error.column, 37);
}

static void test_no_error_wanted(void **state)
{
    ogp_rulebook *book = NULL;
    (void)state;
    assert_int_equal(ogp_rulebook_parse(&book, "{}", 2, NULL), OGP_ERROR_FORMAT);
    assert_int_equal(ogp_rulebook_parse(&book, "", 0, NULL), OGP_ERROR_SYNTAX);
    assert_int_equal(ogp_rulebook_parse(NULL, "{}", 2, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_rulebook_parse(&book, NULL, 0, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_rulebook_load(NULL, "x", NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_rulebook_load(&book, NULL, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_rulebook_to_json(NULL, NULL, NULL, NULL), OGP_ERROR_USAGE);
    ogp_rulebook_unref(NULL);
    assert_null(ogp_rulebook_ref(NULL));
    ogp_free(NULL);
}

static void test_load(void **state)
{
    char path[] = "/tmp/ogp-rulebook-XXXXXX";
    ogp_error error = OGP_ERROR_INIT;
    ogp_rulebook *book = NULL;
    int descriptor = mkstemp(path);
    (void)state;
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, small_rulebook, strlen(small_rulebook)), strlen(small_rulebook));
    close(descriptor);
    assert_int_equal(ogp_rulebook_load(&book, path, &error), 0);
    assert_string_equal(ogp_rulebook_version(book), "2026-11-01");
    assert_ptr_equal(ogp_rulebook_ref(book), book);
    ogp_rulebook_unref(book);
    assert_int_equal(ogp_rulebook_rule_count(book), 2);
    ogp_rulebook_unref(book);
    unlink(path);
    assert_int_equal(ogp_rulebook_load(&book, path, &error), OGP_ERROR_IO);
    assert_null(book);
}

/* Fails each allocation in turn until none is left to fail. */
static void test_allocation_failures(void **state)
{
    size_t fail_at = 1;
    int code = OGP_ERROR_MEMORY;
    (void)state;
    for (; code == OGP_ERROR_MEMORY; fail_at++) {
        counting count = {0};
        ogp_allocator allocator = counting_allocator(&count);
        ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
        ogp_context *context = NULL;
        ogp_error error = OGP_ERROR_INIT;
        ogp_rulebook *book = NULL;
        options.allocator = &allocator;
        assert_int_equal(ogp_context_new(&context, &options, &error), 0);
        count.fail_at = count.calls + fail_at;
        code = ogpi_rulebook_parse(&book, small_rulebook, strlen(small_rulebook), context, &error);
        assert_true(code == 0 ? book != NULL : code == OGP_ERROR_MEMORY && book == NULL && error.code == code);
        ogp_rulebook_unref(book);
        ogp_context_unref(context);
        assert_int_equal(count.live, 0);
        assert_true(fail_at < 10000);
    }
    assert_true(fail_at > 20);
}

static void test_limits(void **state)
{
    ogp_limits limits = OGP_LIMITS_INIT;
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    ogp_context *context = NULL;
    ogp_rulebook *book = NULL;
    (void)state;
    limits.depth = 3;
    options.limits = &limits;
    assert_int_equal(ogp_context_new(&context, &options, NULL), 0);
    assert_int_equal(ogpi_rulebook_parse(&book, small_rulebook, strlen(small_rulebook), context, NULL),
                     OGP_ERROR_LIMIT);
    ogp_context_unref(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_errors), cmocka_unit_test(test_place), cmocka_unit_test(test_no_error_wanted),
        cmocka_unit_test(test_load),   cmocka_unit_test(test_allocation_failures), cmocka_unit_test(test_limits)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
