/* SPDX-License-Identifier: MIT */
/* Working out derived figures. A missing value fails every comparison. */
#include "rules/irm_op.h"

void ogpi_irm_clear(const ogpi_irm *irm, int16_t *values)
{
    for (size_t i = 0; i < irm->slot_count; i++)
        values[i] = OGP_MISSING_ABSENT;
}

bool ogpi_irm_holds(const ogpi_irm_term *term, const int16_t *values)
{
    int v = values[term->slot];
    bool coded = !ogp_is_missing(v);

    switch ((ogpi_irm_op)term->op) {
    case OGPI_OP_CODED:
        return coded;
    case OGPI_OP_MISSING:
        return !coded;
    case OGPI_OP_ABSENT:
        return v == OGP_MISSING_ABSENT;
    case OGPI_OP_NOT_ABSENT:
        return v != OGP_MISSING_ABSENT;
    case OGPI_OP_IS:
        return v == term->value;
    case OGPI_OP_GE:
        return coded && v >= term->value;
    case OGPI_OP_GT:
        return coded && v > term->value;
    case OGPI_OP_LE:
        return coded && v <= term->value;
    case OGPI_OP_LT:
        return coded && v < term->value;
    case OGPI_OP_EQ:
        return coded && v == term->value;
    case OGPI_OP_NE:
        return coded && v != term->value;
    case OGPI_OP_GE_SLOT:
        return coded && !ogp_is_missing(values[term->value]) && v >= values[term->value];
    }
    return false;
}

bool ogpi_irm_test_holds(const ogpi_irm *irm, const ogpi_irm_test *test, const int16_t *values)
{
    for (size_t i = 0; i < test->count; i++)
        if (ogpi_irm_holds(&irm->terms[test->first + i], values))
            return true;
    return false;
}

bool ogpi_irm_all_hold(const ogpi_irm *irm, ogpi_irm_tests tests, const int16_t *values)
{
    for (size_t i = 0; i < tests.count; i++)
        if (!ogpi_irm_test_holds(irm, &irm->tests[tests.first + i], values))
            return false;
    return true;
}

static int16_t value_of(const ogpi_irm *irm, const ogpi_irm_value *value, const int16_t *values)
{
    int16_t n = 0;

    switch ((ogpi_irm_kind)value->kind) {
    case OGPI_IRM_CONST:
        return value->number;
    case OGPI_IRM_COPY:
        return values[value->a];
    case OGPI_IRM_PLUS:
        return (int16_t)(values[value->a] + value->number);
    case OGPI_IRM_MINUS:
        return (int16_t)(values[value->a] - values[value->b]);
    case OGPI_IRM_COUNT:
        for (size_t i = 0; i < value->b; i++)
            n = (int16_t)(n + (values[irm->slots[value->a + i]] == 1));
        return n;
    }
    return OGP_MISSING_UNKNOWN;
}

static int16_t all_tests(const ogpi_irm *irm, ogpi_irm_tests tests, const int16_t *values, ogpi_irm_trace *trace)
{
    int16_t all = 1;

    for (size_t i = 0; i < tests.count; i++) {
        bool holds = ogpi_irm_test_holds(irm, &irm->tests[tests.first + i], values);
        if (trace && holds)
            trace->passed++;
        if (trace && !holds && trace->failed < 0)
            trace->failed = (int)(tests.first + i);
        all = holds ? all : 0;
        if (!all && !trace)
            break;
    }
    return all;
}

int ogpi_irm_eval(const ogpi_irm *irm, size_t formula, int16_t *values, ogpi_irm_trace *trace)
{
    const ogpi_irm_formula *f = &irm->formulas[formula];
    int16_t *out = &values[irm->column_count + formula];

    if (trace)
        *trace = (ogpi_irm_trace){-1, -1, 0};
    for (size_t i = 0; i < f->case_count; i++) {
        const ogpi_irm_case *c = &irm->cases[f->first_case + i];
        if (ogpi_irm_all_hold(irm, c->when, values)) {
            if (trace)
                trace->fired = (int)i;
            return *out = value_of(irm, &c->value, values);
        }
    }
    return *out = f->has_tests ? all_tests(irm, f->tests, values, trace) : value_of(irm, &f->otherwise, values);
}

static void want_slot(const ogpi_irm *irm, size_t slot, bool *wanted)
{
    if (slot >= irm->column_count && !wanted[slot - irm->column_count])
        ogpi_irm_want(irm, slot - irm->column_count, wanted);
}

static void want_tests(const ogpi_irm *irm, ogpi_irm_tests tests, bool *wanted)
{
    for (size_t i = 0; i < tests.count; i++) {
        const ogpi_irm_test *test = &irm->tests[tests.first + i];
        for (size_t k = 0; k < test->count; k++)
            want_slot(irm, irm->terms[test->first + k].slot, wanted);
    }
}

static void want_value(const ogpi_irm *irm, const ogpi_irm_value *value, bool *wanted)
{
    if (value->kind == OGPI_IRM_CONST)
        return;
    if (value->kind == OGPI_IRM_COUNT) {
        for (size_t i = 0; i < value->b; i++)
            want_slot(irm, irm->slots[value->a + i], wanted);
        return;
    }
    want_slot(irm, value->a, wanted);
    if (value->kind == OGPI_IRM_MINUS)
        want_slot(irm, value->b, wanted);
}

void ogpi_irm_want(const ogpi_irm *irm, size_t formula, bool *wanted)
{
    const ogpi_irm_formula *f = &irm->formulas[formula];

    wanted[formula] = true;
    want_tests(irm, f->tests, wanted);
    want_tests(irm, f->where, wanted);
    for (size_t i = 0; i < f->case_count; i++) {
        want_tests(irm, irm->cases[f->first_case + i].when, wanted);
        want_value(irm, &irm->cases[f->first_case + i].value, wanted);
    }
    if (!f->has_tests)
        want_value(irm, &f->otherwise, wanted);
}
