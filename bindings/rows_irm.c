/* SPDX-License-Identifier: MIT */
#include "bindings/rows_help.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every member but "method" and "across_eras" is a variable; numbers are codes. */
static size_t take_variables(ogp_irm_variable *out, char (*digits)[24], const json_t *object)
{
    const char *name;
    json_t *value;
    size_t count = 0;
    json_object_foreach((json_t *)object, name, value) {
        if (!strcmp(name, "method") || !strcmp(name, "across_eras"))
            continue;
        if (json_is_integer(value))
            snprintf(digits[count], sizeof *digits, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        out[count] = (ogp_irm_variable){ name, json_is_string(value) ? json_string_value(value) : digits[count] };
        count++;
    }
    return count;
}

static json_t *test_row(const ogp_irm_test *test)
{
    return test ? json_pack("{s:s, s:s, s:s, s:s, s:b}", "variable", test->variable, "operation", test->operation,
                            "required", test->required, "found", test->found, "holds", test->holds)
                : json_null();
}

static json_t *result_row(const ogp_result *result, const char *language)
{
    const ogp_finding *finding = ogp_result_finding(result);
    int value = ogp_result_value(result);
    json_t *tests = json_array();
    for (size_t i = 0; i < ogp_result_test_count(result); i++)
        json_array_append_new(tests, test_row(ogp_result_test_at(result, i)));
    return json_pack("{s:o, s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "value",
                     ogp_is_missing(value) ? json_null() : json_integer(value), "word", ogp_result_word(result), "rule",
                     ogp_finding_rule(finding), "why", ogp_finding_message(finding, language), "mend",
                     ogp_finding_mend(finding, language), "status", ogp_finding_status(finding), "tests", tests,
                     "decided_by", test_row(ogp_result_decided_by(result)));
}

static json_t *results_row(const ogp_results *results, const char *language)
{
    json_t *row = json_object();
    for (size_t i = 0; row && i < ogp_results_count(results); i++) {
        const ogp_result *result = ogp_results_at(results, i);
        json_object_set_new(row, ogp_result_id(result), result_row(result, language));
    }
    return row;
}

json_t *ogpb_assess(const json_t *variables, const ogp_context *context, ogp_error *error)
{
    size_t size = json_object_size(variables) + 1;
    ogp_assess_options options = OGP_ASSESS_OPTIONS_INIT;
    ogp_irm_variable *taken = calloc(size, sizeof *taken);
    char(*digits)[24] = calloc(size, sizeof *digits);
    ogp_results *results = NULL;
    json_t *row = NULL;

    options.method = json_string_value(json_object_get(variables, "method"));
    options.across_eras = json_is_true(json_object_get(variables, "across_eras"));
    if (!taken || !digits) {
        ogpb_memory(error);
    } else if (ogp_assess(&results, taken, take_variables(taken, digits, variables), &options, context, error) == 0) {
        row = results_row(results, ogp_context_language(context));
        row = ogpb_whole(row, row != NULL, error);
    }
    ogp_results_unref(results);
    free(taken);
    free(digits);
    return row;
}

int ogpb_milestones(const json_t *completions, int rule, const ogp_context *context)
{
    size_t count = json_array_size(completions);
    const char **words = calloc(count + 1, sizeof *words);
    for (size_t i = 0; words && i < count; i++)
        words[i] = json_string_value(json_array_get(completions, i));
    int code = words ? ogp_irm_milestones(words, count, (ogp_milestone_rule)rule, NULL, context) : OGP_MISSING_UNKNOWN;
    free(words);
    return code;
}
