/* SPDX-License-Identifier: MIT */
/* What a case weighs decides where it outweighs the clues: `text/weights` of a rulebook. */
#include "rulebook/rulebook.h"
#include "rulebook/weights.h"
#include "test.h"
#include "text/text.h"

#include <jansson.h>

typedef struct weights_case {
    const char *weights; /* of things */
    const char *facts;   /* deliverables of the text */
} weights_case;

/* "reports" is made by its verb, "portal" only mentioned. */
static const char text[] = "The Ministry of Justice will publish two reports on the portal.";

static const weights_case cases[] = {
    {"{\"start\": 0, \"doubt\": 1, \"places\": {}}", "reports"},
    {"{\"start\": 9, \"doubt\": 10, \"places\": {}}", "reports"},
    {"{\"start\": 9, \"doubt\": 8, \"places\": {}}", "reports portal"},
    {"{\"start\": -9, \"doubt\": 8, \"places\": {}}", ""},
    {"{\"start\": 9, \"places\": {\"case\": {\"made:behind_act\": -20}}}", "portal"},
    {"{\"start\": 0, \"doubt\": 1, \"places\": {\"before-1\": {\"value:act+8\": -5}}}", ""},
    {"{\"start\": 0, \"doubt\": 1, \"places\": {\"before-1\": {\"class:skip\": 5}}}", "reports"},
    {"{\"start\": 0, \"doubt\": 1, \"places\": {\"before-1\": {\"class:topic\": 5, \"class:skip\": 5}}}",
     "reports portal"},
    {"{\"start\": 0, \"doubt\": 1, \"places\": {\"lead\": {\"value:determiner=3\": 5}}}", "reports portal"},
    {"{\"start\": 0, \"doubt\": 1, \"places\": {\"after-1\": {\"mark:point\": 5}}}", "reports portal"},
    {"{\"start\": 0, \"doubt\": 1, \"places\": {\"after-6\": {\"mark:point\": 5}}}", NULL},
    {"{\"start\": 0, \"doubt\": 1, \"places\": {\"after-1\": {\"mark:pint\": 5}}}", NULL},
    {"{\"start\": 0, \"doubt\": 1, \"places\": {\"case\": {\"mark:point\": 5}}}", NULL},
    {"{\"start\": 0, \"doubt\": 1, \"places\": {\"lead\": {\"value:act+3\": 5}}}", NULL},
    {"{\"start\": 0, \"doubt\": 1, \"places\": {\"lead\": {\"mark:point\": 128}}}", NULL},
    {"{\"start\": -9, \"unsure\": [\"mentioned:beside\"], \"places\": {}}", "reports"},
    {"{\"start\": -9, \"unsure\": [\"mentioned:beside\", \"made:behind_act\"], \"places\": {}}", ""},
    {"{\"start\": 9, \"unsure\": [\"made:behind_act\"], \"places\": {}}", "reports"},
    {"{\"start\": 9, \"unsure\": [\"option:weak\"], \"places\": {}}", NULL},
    {"{\"start\": 0.5, \"places\": {}}", NULL},
    {"{\"start\": -9223372036854775808, \"places\": {}}", NULL},
    {"{\"start\": 0, \"doubt\": -9223372036854775808, \"places\": {}}", NULL},
    {"{\"places\": {}}", NULL},
};

/* A context of the built-in rulebook's English with these weights; NULL where they are refused. */
static ogp_context *context_with(const char *weights)
{
    ogp_rulebook *book = NULL;
    ogp_context *context = NULL;
    ogp_error error = OGP_ERROR_INIT;
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    json_t *whole = json_load_file(getenv("OGP_RULEBOOK"), 0, NULL);
    assert_non_null(whole);
    json_t *section = json_object_get(whole, "text"), *languages = json_object_get(section, "languages");
    json_t *english = json_incref(json_object_get(languages, "en"));
    json_object_clear(languages); /* the others take long to compile */
    json_object_set_new(languages, "en", english);
    json_object_set_new(section, "weights", json_pack("{s:o}", "thing", json_loads(weights, 0, NULL)));
    char *bytes = json_dumps(whole, JSON_COMPACT);
    int status = ogp_rulebook_parse(&book, bytes, strlen(bytes), &error);
    if (status < 0)
        assert_memory_equal(error.path, "/text/weights/thing", strlen("/text/weights/thing"));
    free(bytes);
    json_decref(whole);
    options.rulebook = book;
    if (book)
        assert_int_equal(ogp_context_new(&context, &options, NULL), 0);
    ogp_rulebook_unref(book);
    return context;
}

static void expect(const ogp_context *context, const char *expected)
{
    char found[256] = "";
    ogp_facts *facts = NULL;
    assert_int_equal(ogp_text_facts(&facts, text, strlen(text), "en", context, NULL), 0);
    for (size_t i = 0; i < ogp_facts_count(facts); i++) {
        const ogp_fact *fact = ogp_facts_at(facts, i);
        size_t at = strlen(found);
        if (fact->type == OGP_FACT_DELIVERABLE)
            snprintf(found + at, sizeof found - at, "%s%.*s", at ? " " : "", (int)(fact->end - fact->start),
                     text + fact->start);
    }
    assert_string_equal(found, expected);
    ogp_facts_unref(facts);
}

static void test_weights(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_context *context = context_with(cases[i].weights);
        assert_int_equal(context != NULL, cases[i].facts != NULL);
        if (context)
            expect(context, cases[i].facts);
        ogp_context_unref(context);
    }
}

/* Each trait has one name, by which it is found again. */
static void test_names(void **state)
{
    char name[48];
    size_t named = 0;
    (void)state;
    for (int trait = 0; trait < OGPI_TRAITS; trait++)
        if (ogpi_trait_name(name, trait)) {
            assert_int_equal(ogpi_trait_of(ogpi_place_name((ogpi_place)(trait / OGPI_PLACE_TRAITS)), name), trait);
            named++;
        }
    assert_true(named > 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_weights), cmocka_unit_test(test_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
