/* SPDX-License-Identifier: MIT */
#include "rules/irm_reason.h"
#include "rules/irm_op.h"
#include <stdio.h>

/* A list under construction: "completion_end = complete, completion_progress = limited". */
typedef struct list {
    char text[400];
    size_t length;
    uint16_t seen[24];
    size_t count;
} list;

static void append(list *out, const char *text)
{
    int n = snprintf(out->text + out->length, sizeof out->text - out->length, "%s%s", out->length ? ", " : "", text);
    size_t room = sizeof out->text - out->length - 1;
    out->length += n < 0 ? 0 : (size_t)n < room ? (size_t)n : room;
}

static void append_slot(list *out, const ogpi_irm *irm, size_t slot, const int16_t *values)
{
    char found[OGPI_IRM_WORD_SIZE], text[96];

    for (size_t i = 0; i < out->count; i++)
        if (out->seen[i] == slot)
            return;
    if (out->count == sizeof out->seen / sizeof *out->seen)
        return;
    out->seen[out->count++] = (uint16_t)slot;
    ogpi_irm_spell(found, ogpi_irm_slot_scale(irm, slot), values[slot]);
    snprintf(text, sizeof text, "%s = %s", ogpi_irm_slot_name(irm, slot), *found ? found : "\"\"");
    append(out, text);
}

static void append_tests(list *out, const ogpi_irm *irm, ogpi_irm_tests tests, const int16_t *values)
{
    for (size_t i = 0; i < tests.count; i++) {
        const ogpi_irm_test *test = &irm->tests[tests.first + i];
        for (size_t k = 0; k < test->count; k++)
            if (values[irm->terms[test->first + k].slot] != OGP_MISSING_ABSENT)
                append_slot(out, irm, irm->terms[test->first + k].slot, values);
    }
}

static void append_value(list *out, const ogpi_irm *irm, const ogpi_irm_value *value, const int16_t *values)
{
    if (value->kind == OGPI_IRM_COUNT)
        for (size_t i = 0; i < value->b && value->b <= 8; i++)
            append_slot(out, irm, irm->slots[value->a + i], values);
    else if (value->kind != OGPI_IRM_CONST)
        append_slot(out, irm, value->a, values);
    if (value->kind == OGPI_IRM_MINUS)
        append_slot(out, irm, value->b, values);
}

static void spell_required(const ogpi_irm *irm, const ogpi_irm_term *term, const int16_t *values,
                           char out[OGPI_IRM_WORD_SIZE])
{
    int value = term->op == OGPI_OP_GE_SLOT ? values[term->value] : term->value;

    *out = '\0';
    if (term->op == OGPI_OP_IS || term->op <= OGPI_OP_NE || term->op == OGPI_OP_GE_SLOT)
        ogpi_irm_spell(out, ogpi_irm_slot_scale(irm, term->slot), value);
    else if (term->op == OGPI_OP_CODED)
        snprintf(out, OGPI_IRM_WORD_SIZE, "coded");
}

void ogpi_irm_read_test(const ogpi_irm *irm, const ogpi_irm_test *test, const int16_t *values, ogpi_irm_reading *out)
{
    size_t shown = 0;
    char required[OGPI_IRM_WORD_SIZE];

    out->holds = ogpi_irm_test_holds(irm, test, values);
    /* Of several terms, the one that holds, else the first whose variable is there. */
    for (size_t i = 0; i < test->count; i++)
        if (ogpi_irm_holds(&irm->terms[test->first + i], values)) {
            shown = i;
            break;
        } else if (ogp_is_missing(values[irm->terms[test->first + shown].slot])) {
            shown = i;
        }
    const ogpi_irm_term *term = &irm->terms[test->first + shown];
    spell_required(irm, term, values, required);
    snprintf(out->variable, sizeof out->variable, "%s", ogpi_irm_slot_name(irm, term->slot));
    snprintf(out->operation, sizeof out->operation, "%s", ogpi_irm_op_name(term->op));
    snprintf(out->required, sizeof out->required, "%s", required);
    const ogpi_irm_scale *scale = ogpi_irm_slot_scale(irm, term->slot);
    out->scale = scale ? scale->id : NULL;
    ogpi_irm_spell(out->found, scale, values[term->slot]);
}

static const char *rule_of(const ogpi_irm_formula *f, const ogpi_irm_trace *trace, bool missing, bool star)
{
    if (missing)
        return "IRM025";
    if (trace->fired >= 0)
        return "IRM024";
    if (!f->has_tests)
        return f->otherwise.kind == OGPI_IRM_CONST ? "IRM026" : "IRM024";
    if (trace->failed < 0)
        return star ? "IRM020" : "IRM022";
    return star ? "IRM021" : "IRM023";
}

/* The names of terms in the rulebook: "potential-impact", "potential-impact.moderate". */
static void term_name(char out[112], const char *variable, const char *level)
{
    size_t n = (size_t)snprintf(out, 112, "%s%s%s", variable, level ? "." : "", level ? level : "");

    for (size_t i = 0; i < n && i < 111; i++)
        if (out[i] == '_')
            out[i] = '-';
}

static bool has_term(const ogpi_irm *irm, const char *variable, const char *level, char out[112])
{
    term_name(out, variable, level);
    return ogpi_rb_kind_of(ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(irm->book), "terms"), out)) != OGPI_RB_NONE;
}

static const char *variable_term(const ogpi_irm *irm, const char *variable, char out[112])
{
    return has_term(irm, variable, NULL, out) ? out : variable;
}

/* Levels are named by their variable, or by the scale that several variables share. */
static const char *level_term(const ogpi_irm *irm, const ogpi_irm_reading *reading, const char *level, char out[112])
{
    bool named = has_term(irm, reading->variable, level, out) ||
                 (reading->scale && has_term(irm, reading->scale, level, out));
    return named ? out : level;
}

/* Everything that would have to change, as pairs of terms: "potential-impact=potential-impact.transformative"; what has
   no name as it is reckoned: "max-completion=>= 2". */
static void list_changes(list *out, const ogpi_irm *irm, ogpi_irm_tests tests, const int16_t *values)
{
    for (size_t i = 0; i < tests.count; i++) {
        ogpi_irm_reading reading;
        char text[240], variable[112], required[112];
        ogpi_irm_read_test(irm, &irm->tests[tests.first + i], values, &reading);
        if (reading.holds)
            continue;
        const char *level = level_term(irm, &reading, reading.required, required);
        bool named = level == required;
        snprintf(text, sizeof text, "%s=%s%s%s", variable_term(irm, reading.variable, variable),
                 named ? "" : reading.operation, named ? "" : " ", level);
        append(out, text);
    }
}

static void collect_inputs(list *inputs, const ogpi_irm *irm, const ogpi_irm_formula *f, const int16_t *values,
                           const ogpi_irm_trace *trace)
{
    if (trace->fired >= 0) {
        append_tests(inputs, irm, irm->cases[f->first_case + (size_t)trace->fired].when, values);
        append_value(inputs, irm, &irm->cases[f->first_case + (size_t)trace->fired].value, values);
        return;
    }
    append_tests(inputs, irm, f->tests, values);
    append_value(inputs, irm, &f->otherwise, values);
    for (size_t i = 0; i < f->case_count && inputs->count < 6; i++)
        append_tests(inputs, irm, irm->cases[f->first_case + i].when, values);
}

void ogpi_irm_explain(ogpi_report_builder *report, const ogpi_irm *irm, size_t formula, const int16_t *values,
                      const ogpi_irm_trace *trace, const char *path, const char *subject)
{
    const ogpi_irm_formula *f = &irm->formulas[formula];
    int result = values[irm->column_count + formula];
    const char *edition = ogpi_rb_string(ogpi_rb_get(f->rb, "rule"), NULL);
    ogpi_irm_reading reading = {.variable = ""};
    list inputs = {.length = 0}, changes = {.length = 0};
    char value[OGPI_IRM_WORD_SIZE], variable[112], found[112], required[112];

    ogpi_irm_spell(value, f->scale, result);
    collect_inputs(&inputs, irm, f, values, trace);
    list_changes(&changes, irm, f->tests, values);
    if (trace->fired >= 0 && irm->cases[f->first_case + (size_t)trace->fired].when.count)
        ogpi_irm_read_test(irm, &irm->tests[irm->cases[f->first_case + (size_t)trace->fired].when.first], values,
                           &reading);
    else if (trace->failed >= 0)
        ogpi_irm_read_test(irm, &irm->tests[trace->failed], values, &reading);
    ogpi_arg args[] = {
        {"result", variable_term(irm, f->id, (char[112]){0}), true},
        {"value", value, false},
        {"edition", edition ? edition : "", false},
        {"variable", variable_term(irm, reading.variable, variable), true},
        {"found", level_term(irm, &reading, reading.found, found), true},
        {"required", level_term(irm, &reading, reading.required, required), true},
        {"change", changes.text, true},
        {"inputs", inputs.text, false},
    };
    ogpi_finding_spec spec = {
        .rule = rule_of(f, trace, ogp_is_missing(result), edition != NULL),
        .edition = edition,
        .path = path,
        .subject = subject,
        .args = args,
        .arg_count = sizeof args / sizeof *args,
    };
    ogpi_report_add(report, &spec);
}
