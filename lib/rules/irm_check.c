/* SPDX-License-Identifier: MIT */
/* The assessments that a plan holds: are their words of the method, and what do they add up to. */
#include "base/error.h"
#include "rules/check.h"
#include "rules/field.h"
#include "rules/irm_observe.h"
#include "rules/irm_reason.h"
#include <stdio.h>

typedef struct inspection {
    ogpi_check *check;
    const ogpi_irm *irm;
    const ogp_commitment *commitment;
} inspection;

static void on_problem(ogpi_irm_problem_kind kind, size_t assessment, const char *field, int slot, const char *value,
                       void *user)
{
    inspection *in = user;
    char path[80], list[300] = "";

    snprintf(path, sizeof path, "assessments/%zu/%s", assessment, field);
    if (kind == OGPI_IRM_NO_LEVEL && slot >= 0 && in->irm->columns[slot].scale)
        ogpi_members_joined(list, sizeof list, ogpi_rb_get(in->irm->columns[slot].scale->rb, "levels"), "id");
    if (kind == OGPI_IRM_NO_REPORT)
        ogpi_keys_joined(list, sizeof list, ogpi_rb_path(in->irm->book, "irm/assessment/reports"));
    ogpi_finding_spec spec = {
        .rule = kind == OGPI_IRM_NO_LEVEL ? "IRM011" : kind == OGPI_IRM_NO_VALUE ? "IRM013" : "IRM015",
        .path = path,
        OGPI_ARGS({"level", value, false}, {"value", value, false}, {"report", value, false},
                  {"variable", field, true}, {"levels", list, false}, {"reports", list, false}),
    };
    ogpi_check_add(in->check, &spec);
}

static void add_at(inspection *in, const char *rule, const char *method, size_t index, const char *field,
                   const ogpi_arg *args, size_t count)
{
    char path[80];

    snprintf(path, sizeof path, "assessments/%zu/%s", index, field);
    ogpi_check_add(in->check, &(ogpi_finding_spec){
                                  .rule = rule, .edition = method, .path = path, .args = args, .arg_count = count});
}

static void check_variable(inspection *in, size_t index, ogpi_rb method, const char *field, const char *column,
                           const ogpi_string *value)
{
    const char *id = ogpi_rb_string(ogpi_rb_get(method, "id"), "");
    ogpi_arg args[] = {{"variable", field, true}, {"method", id, false}};

    if (!ogpi_blank(value) && !ogpi_rb_has(ogpi_rb_get(method, "variables"), column))
        add_at(in, "IRM012", id, index, field, args, 2);
}

static void check_variables(inspection *in, size_t index, const ogp_assessment *a, ogpi_rb method)
{
    check_variable(in, index, method, "specificity", "specificity", &a->specificity);
    check_variable(in, index, method, "potential_impact", "potential_impact", &a->potential_impact);
    check_variable(in, index, method, "potential_for_results", "potential_for_results", &a->potential_for_results);
    check_variable(in, index, method, "did_it_open_government", "did_it_open_government", &a->did_it_open_government);
    check_variable(in, index, method, "early_results", "early_results", &a->early_results);
}

static void check_method(inspection *in, size_t index, const ogp_assessment *a)
{
    ogpi_rb methods = ogpi_rb_path(in->irm->book, "irm/methods");
    ogpi_rb method = ogpi_irm_method(in->irm->book, ogpi_str(&a->method));
    ogpi_rb expected = ogpi_irm_method_of_year(in->irm->book, in->check->year);
    const char *expected_id = ogpi_rb_string(ogpi_rb_get(expected, "id"), "");
    char list[160], year[16];

    if (ogpi_blank(&a->method)) {
        if (*expected_id)
            check_variables(in, index, a, expected);
        return;
    }
    if (ogpi_rb_kind_of(method) == OGPI_RB_NONE) {
        ogpi_members_joined(list, sizeof list, methods, "id");
        ogpi_arg args[] = {{"method", ogpi_str(&a->method), false}, {"methods", list, false}};
        add_at(in, "IRM010", NULL, index, "method", args, 2);
        return;
    }
    if (*expected_id && strcmp(expected_id, ogpi_str(&a->method)) != 0) {
        snprintf(year, sizeof year, "%d", (int)in->check->year);
        ogpi_arg args[] = {
            {"year", year, false}, {"expected", expected_id, false}, {"method", ogpi_str(&a->method), false}};
        add_at(in, "IRM014", ogpi_str(&a->method), index, "method", args, 3);
    }
    check_variables(in, index, a, method);
}

/* Two assessments of one commitment under methods whose scales differ. */
static void check_breaks(inspection *in)
{
    const ogp_assessment *list = in->commitment->assessments.items;

    for (size_t i = 1; i < in->commitment->assessments.count; i++) {
        static const char *const variables[] = {"ambition", "early_results"};
        for (size_t k = 0; k < sizeof variables / sizeof *variables; k++) {
            ogpi_rb gap =
                ogpi_irm_break(in->irm->book, variables[k], ogpi_str(&list[i - 1].method), ogpi_str(&list[i].method));
            if (ogpi_rb_kind_of(gap) == OGPI_RB_NONE)
                continue;
            ogpi_arg args[] = {
                {"left", ogpi_rb_string(ogpi_rb_get(gap, "left"), ""), true},
                {"right", ogpi_rb_string(ogpi_rb_get(gap, "right"), ""), true},
                {"from", ogpi_str(&list[i - 1].method), false},
                {"to", ogpi_str(&list[i].method), false},
            };
            add_at(in, "IRM030", ogpi_str(&list[i].method), i, "method", args, 4);
        }
    }
}

/* The star under the rule that its method had, and why. */
static void report_star(inspection *in, ogpi_rb method, int16_t *values)
{
    const char *star = ogpi_rb_string(ogpi_rb_get(method, "star"), NULL);
    int progress = ogpi_irm_formula_index(in->irm, "star_progress"),
        end = ogpi_irm_formula_index(in->irm, "star_end_of_term");
    int completion_end = ogpi_irm_column_index(in->irm, "completion_end");
    int formula = ogpi_irm_formula_index(in->irm, star && strcmp(star, "star_current") != 0 ? star : "star_progress");
    ogpi_irm_trace trace;

    if (!star || formula < 0)
        return;
    for (size_t i = 0; i < in->irm->formula_count; i++)
        ogpi_irm_eval(in->irm, i, values, NULL);
    if (formula == progress && end >= 0 && completion_end >= 0 && !ogp_is_missing(values[completion_end]))
        formula = end;
    ogpi_irm_eval(in->irm, (size_t)formula, values, &trace);
    if (ogp_is_missing(values[in->irm->column_count + (size_t)formula]))
        return;
    ogpi_irm_explain(in->check->report, in->irm, (size_t)formula, values, &trace, in->check->path.text,
                     in->check->subject);
}

static int inspect(inspection *in, ogp_error *error)
{
    const ogp_assessment *list = in->commitment->assessments.items;
    const ogp_allocator *allocator = ogpi_context_allocator(in->check->context);
    int16_t *values = ogpi_calloc(allocator, in->irm->slot_count, sizeof *values);
    ogpi_rb method = ogpi_irm_method_of_year(in->irm->book, in->check->year);

    if (!values)
        return ogpi_error_memory(error);
    for (size_t i = 0; i < in->commitment->assessments.count; i++) {
        ogpi_rb own = ogpi_irm_method(in->irm->book, ogpi_str(&list[i].method));
        check_method(in, i, &list[i]);
        method = ogpi_rb_kind_of(own) == OGPI_RB_NONE ? method : own;
    }
    check_breaks(in);
    int year = in->check->year ? in->check->year : ogpi_rb_int(ogpi_rb_get(method, "from"), 0);
    ogpi_irm_observe(in->irm, in->commitment, year, values, on_problem, in);
    report_star(in, method, values);
    ogpi_free(allocator, values);
    return 0;
}

int ogpi_check_assessments(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error)
{
    int code = 0;

    if (commitment->assessments.count == 0)
        return 0;
    if (!check->irm && (code = ogpi_irm_open(&check->irm, check->context, error)) < 0)
        return code;
    inspection in = {check, check->irm, commitment};
    return inspect(&in, error);
}
