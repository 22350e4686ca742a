/* SPDX-License-Identifier: MIT */
/* One assessment, given as words: every figure with its reason. */
#include "base/error.h"
#include "rules/field.h"
#include "rules/irm_observe.h"
#include "rules/irm_reason.h"
#include <stdio.h>

struct ogp_result {
    const char *id;
    int value;
    char word[OGPI_IRM_WORD_SIZE];
    const ogp_finding *finding;
    ogp_irm_test *tests; /* those that decide it */
    size_t test_count;
    ogp_irm_test *decided_by;
};

struct ogp_results {
    ogpi_refcount refs;
    const ogp_allocator *allocator;
    ogp_context *context;
    ogpi_arena arena;
    ogp_report *report;
    ogp_result *items;
    size_t count;
};

static int no_such_variable(const char *name, ogp_error *error)
{
    return ogpi_error(error, OGP_ERROR_USAGE,
                      "\"%s\" is no variable of an assessment; write one such as \"potential_impact\"", name);
}

static int no_such_level(const ogp_irm_variable *variable, const ogpi_irm_scale *scale, ogp_error *error)
{
    char levels[200] = "";
    if (scale)
        ogpi_members_joined(levels, sizeof levels, ogpi_rb_get(scale->rb, "levels"), "id");
    return ogpi_error(error, OGP_ERROR_USAGE, "\"%.80s\" is no level of %s; write %s%s", variable->value,
                      variable->name, *levels ? "one of " : "a whole number", levels);
}

static int no_such_method(const ogpi_irm *irm, const char *method, ogp_error *error)
{
    char methods[200];
    ogpi_members_joined(methods, sizeof methods, ogpi_rb_path(irm->book, "irm/methods"), "id");
    return ogpi_error(error, OGP_ERROR_USAGE, "\"%.80s\" is no method of the IRM; write one of %s", method, methods);
}

static int take_variable(const ogpi_irm *irm, const ogp_irm_variable *variable, int16_t *values, ogp_error *error)
{
    int slot = variable->name ? ogpi_irm_column_index(irm, variable->name) : -1;

    if (slot < 0 || irm->columns[slot].type > OGPI_IRM_INT)
        return no_such_variable(variable->name ? variable->name : "", error);
    if (!variable->value) {
        values[slot] = OGP_MISSING_BLANK;
        return 0;
    }
    int value = ogpi_irm_word(irm, (size_t)slot, variable->value);
    if (value == OGP_MISSING_UNKNOWN)
        return no_such_level(variable, irm->columns[slot].scale, error);
    values[slot] = (int16_t)value;
    return 0;
}

/* What the method does not assess is ND, not absent, so that reasons can say so. */
static int take_method(const ogpi_irm *irm, const ogp_assess_options *options, int16_t *values, ogp_error *error)
{
    static const char *const scales[] = {"potential_impact", "potential_for_results", "completion_progress",
                                         "completion_end", "specificity", "did_it_open_government", "early_results"};
    int year_slot = ogpi_irm_column_index(irm, "year");
    ogpi_rb method = {0};

    if (options && options->method) {
        method = ogpi_irm_method(irm->book, options->method);
        if (ogpi_rb_kind_of(method) == OGPI_RB_NONE)
            return no_such_method(irm, options->method, error);
        if (year_slot >= 0 && ogp_is_missing(values[year_slot]))
            values[year_slot] = (int16_t)ogpi_rb_int(ogpi_rb_get(method, "from"), 0);
    } else if (year_slot >= 0 && !ogp_is_missing(values[year_slot])) {
        method = ogpi_irm_method_of_year(irm->book, values[year_slot]);
    }
    ogpi_rb variables = ogpi_rb_get(method, "variables");
    for (size_t i = 0; ogpi_rb_count(variables) && i < sizeof scales / sizeof *scales; i++) {
        int slot = ogpi_irm_column_index(irm, scales[i]);
        if (slot >= 0 && values[slot] == OGP_MISSING_ABSENT && !ogpi_rb_has(variables, scales[i]))
            values[slot] = OGP_MISSING_ND;
    }
    return 0;
}

/* Not official, and only when asked for: a level of potential for results that counts as high ambition stands in. */
static void stand_in(const ogpi_irm *irm, const ogp_assess_options *options, int16_t *values)
{
    int impact = ogpi_irm_column_index(irm, "potential_impact");
    int results = ogpi_irm_column_index(irm, "potential_for_results");

    if (!options || !options->across_eras || impact < 0 || results < 0 || !ogp_is_missing(values[impact]) ||
        ogp_is_missing(values[results]))
        return;
    const ogpi_irm_scale *from = irm->columns[results].scale, *to = irm->columns[impact].scale;
    ogpi_rb high = ogpi_rb_param(irm->book, "irm.ambition_2020");
    int level = ogpi_irm_level_by_code(from, values[results]);
    bool is_high = level >= 0 && ogpi_rb_has(high, from->levels[level].id);
    int stand = ogpi_irm_level_by_id(to, is_high ? "moderate" : "minor");
    if (stand >= 0)
        values[impact] = to->levels[stand].code;
}

static bool keep_test(ogpi_arena *arena, ogp_irm_test *out, const ogpi_irm_reading *reading)
{
    out->variable = ogpi_arena_strndup(arena, reading->variable, strlen(reading->variable));
    out->operation = ogpi_arena_strndup(arena, reading->operation, strlen(reading->operation));
    out->required = ogpi_arena_strndup(arena, reading->required, strlen(reading->required));
    out->found = ogpi_arena_strndup(arena, reading->found, strlen(reading->found));
    out->holds = reading->holds;
    return out->variable && out->operation && out->required && out->found;
}

static bool keep_tests(ogp_results *results, const ogpi_irm *irm, ogp_result *out, ogpi_irm_tests tests,
                       const int16_t *values)
{
    out->tests = ogpi_arena_calloc(&results->arena, (size_t)tests.count + 1, sizeof *out->tests);
    for (size_t i = 0; out->tests && i < tests.count; i++) {
        ogpi_irm_reading reading;
        ogpi_irm_read_test(irm, &irm->tests[tests.first + i], values, &reading);
        if (!keep_test(&results->arena, &out->tests[i], &reading))
            return false;
        out->test_count++;
        if (!reading.holds && !out->decided_by)
            out->decided_by = &out->tests[i];
    }
    return out->tests != NULL;
}

static bool keep_result(ogp_results *results, const ogpi_irm *irm, size_t formula, const int16_t *values,
                        const ogpi_irm_trace *trace)
{
    const ogpi_irm_formula *f = &irm->formulas[formula];
    ogp_result *out = &results->items[results->count++];

    out->id = ogpi_arena_strndup(&results->arena, f->id, strlen(f->id));
    out->value = values[irm->column_count + formula];
    ogpi_irm_spell(out->word, f->scale, out->value);
    if (!out->id ||
        !keep_tests(results, irm, out,
                    trace->fired < 0 ? f->tests : irm->cases[f->first_case + (size_t)trace->fired].when, values))
        return false;
    if (trace->fired >= 0 && out->test_count)
        out->decided_by = &out->tests[0];
    return true;
}

static int work_out(ogp_results *results, const ogpi_irm *irm, int16_t *values, ogp_error *error)
{
    bool *wanted = ogpi_arena_calloc(&results->arena, irm->formula_count + 1, sizeof *wanted);
    ogpi_report_builder *report;
    int code = ogpi_report_begin(&report, results->context, error);

    if (code < 0)
        return code;
    results->items = ogpi_arena_calloc(&results->arena, irm->formula_count + 1, sizeof *results->items);
    bool memory = wanted && results->items;
    for (size_t i = 0; memory && i < irm->output_count; i++)
        ogpi_irm_want(irm, irm->output[i], wanted);
    for (size_t i = 0; memory && i < irm->formula_count; i++)
        if (ogpi_rb_bool(ogpi_rb_get(irm->formulas[i].rb, "assess"), false))
            ogpi_irm_want(irm, i, wanted);
    for (size_t i = 0; memory && i < irm->formula_count; i++) {
        ogpi_irm_trace trace;
        if (!wanted[i])
            continue;
        ogpi_irm_eval(irm, i, values, &trace);
        ogpi_irm_explain(report, irm, i, values, &trace, NULL, irm->formulas[i].id);
        memory = keep_result(results, irm, i, values, &trace);
    }
    if (!memory) {
        ogpi_report_abandon(report);
        return ogpi_error_memory(error);
    }
    code = ogpi_report_end(&results->report, report, error);
    for (size_t i = 0, k = 0; code == 0 && i < results->count; i++) {
        const ogp_finding *finding = ogp_report_at(results->report, k);
        if (finding && strcmp(ogp_finding_subject(finding), results->items[i].id) == 0) {
            results->items[i].finding = finding;
            k++;
        }
    }
    return code;
}

static int assess(ogp_results *results, const ogpi_irm *irm, const ogp_irm_variable *variables, size_t count,
                  const ogp_assess_options *options, ogp_error *error)
{
    int16_t *values = ogpi_arena_alloc(&results->arena, irm->slot_count * sizeof *values);
    int code = 0;

    if (!values)
        return ogpi_error_memory(error);
    ogpi_irm_clear(irm, values);
    for (size_t i = 0; i < count && code == 0; i++)
        code = take_variable(irm, &variables[i], values, error);
    if (code == 0)
        code = take_method(irm, options, values, error);
    if (code < 0)
        return code;
    stand_in(irm, options, values);
    return work_out(results, irm, values, error);
}

int ogp_assess(ogp_results **out, const ogp_irm_variable *variables, size_t count, const ogp_assess_options *options,
               const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogp_results *results;
    ogpi_irm *irm;
    int code;

    if (!out || (count && !variables) || (options && options->struct_size < sizeof *options))
        return ogpi_error_needs(error, "variables, a place for the results and OGP_ASSESS_OPTIONS_INIT in the options");
    *out = NULL;
    if (!(results = ogpi_calloc(allocator, 1, sizeof *results)))
        return ogpi_error_memory(error);
    ogpi_ref_init(&results->refs);
    results->allocator = allocator;
    results->context = ogp_context_ref((ogp_context *)context);
    ogpi_arena_init(&results->arena, allocator);
    if ((code = ogpi_irm_open(&irm, context, error)) == 0) {
        code = assess(results, irm, variables, count, options, error);
        ogpi_irm_close(irm);
    }
    if (code < 0)
        ogp_results_unref(results);
    else
        *out = results;
    return code;
}

ogp_results *ogp_results_ref(ogp_results *results)
{
    if (results)
        ogpi_ref(&results->refs);
    return results;
}

void ogp_results_unref(ogp_results *results)
{
    if (!results || !ogpi_unref(&results->refs))
        return;
    ogp_context *context = results->context;
    ogp_report_unref(results->report);
    ogpi_arena_clear(&results->arena);
    ogpi_free(results->allocator, results);
    ogp_context_unref(context);
}

size_t ogp_results_count(const ogp_results *results)
{
    return results ? results->count : 0;
}

const ogp_result *ogp_results_at(const ogp_results *results, size_t index)
{
    return results && index < results->count ? &results->items[index] : NULL;
}

const ogp_result *ogp_results_get(const ogp_results *results, const char *id)
{
    for (size_t i = 0; results && id && i < results->count; i++)
        if (strcmp(results->items[i].id, id) == 0)
            return &results->items[i];
    return NULL;
}

const ogp_report *ogp_results_report(const ogp_results *results)
{
    return results ? results->report : NULL;
}

const char *ogp_result_id(const ogp_result *result)
{
    return result ? result->id : "";
}

int ogp_result_value(const ogp_result *result)
{
    return result ? result->value : OGP_MISSING_ABSENT;
}

const char *ogp_result_word(const ogp_result *result)
{
    return result ? result->word : "";
}

const ogp_finding *ogp_result_finding(const ogp_result *result)
{
    return result ? result->finding : NULL;
}

size_t ogp_result_test_count(const ogp_result *result)
{
    return result ? result->test_count : 0;
}

const ogp_irm_test *ogp_result_test_at(const ogp_result *result, size_t index)
{
    return result && index < result->test_count ? &result->tests[index] : NULL;
}

const ogp_irm_test *ogp_result_decided_by(const ogp_result *result)
{
    return result ? result->decided_by : NULL;
}
