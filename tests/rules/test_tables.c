/* SPDX-License-Identifier: MIT */
/* What is compiled in of the rules' tables is what reading the rulebook gives. */
#include "rules/irm.h"
#include "rules/smart_table.h"
#include "test.h"

static ogpi_irm *loaded(void)
{
    ogp_error error = OGP_ERROR_INIT;
    ogpi_irm *irm;
    assert_int_equal(ogpi_irm_load(&irm, NULL, &error), 0);
    return irm;
}

static void same_scale(const ogpi_irm_scale *a, const ogpi_irm_scale *b)
{
    assert_int_equal(a == NULL, b == NULL);
    if (!a)
        return;
    assert_string_equal(a->id, b->id);
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->rb.value, b->rb.value);
    for (size_t i = 0; i < a->count; i++) {
        assert_string_equal(a->levels[i].id, b->levels[i].id);
        assert_int_equal(a->levels[i].code, b->levels[i].code);
    }
}

static void same_tests(const ogpi_irm *a, const ogpi_irm *b, ogpi_irm_tests x, ogpi_irm_tests y)
{
    assert_int_equal(x.count, y.count);
    for (size_t i = 0; i < x.count; i++) {
        const ogpi_irm_test *s = &a->tests[x.first + i], *t = &b->tests[y.first + i];
        assert_int_equal(s->count, t->count);
        for (size_t k = 0; k < s->count; k++) {
            assert_int_equal(a->terms[s->first + k].slot, b->terms[t->first + k].slot);
            assert_int_equal(a->terms[s->first + k].op, b->terms[t->first + k].op);
            assert_int_equal(a->terms[s->first + k].value, b->terms[t->first + k].value);
        }
    }
}

static void same_value(const ogpi_irm *a, const ogpi_irm *b, const ogpi_irm_value *x, const ogpi_irm_value *y)
{
    assert_int_equal(x->kind, y->kind);
    assert_int_equal(x->number, y->number);
    assert_int_equal(x->a, y->a);
    assert_int_equal(x->b, y->b);
    for (size_t i = 0; x->kind == OGPI_IRM_COUNT && i < x->b; i++)
        assert_int_equal(a->slots[x->a + i], b->slots[y->a + i]);
}

static void same_formula(const ogpi_irm *a, const ogpi_irm *b, const ogpi_irm_formula *x, const ogpi_irm_formula *y)
{
    assert_string_equal(x->id, y->id);
    same_scale(x->scale, y->scale);
    assert_int_equal(x->rb.value, y->rb.value);
    assert_int_equal(x->column, y->column);
    assert_int_equal(x->compare, y->compare);
    assert_int_equal(x->has_tests, y->has_tests);
    same_tests(a, b, x->where, y->where);
    same_tests(a, b, x->tests, y->tests);
    same_value(a, b, &x->otherwise, &y->otherwise);
    assert_int_equal(x->case_count, y->case_count);
    for (size_t i = 0; i < x->case_count; i++) {
        same_tests(a, b, a->cases[x->first_case + i].when, b->cases[y->first_case + i].when);
        same_value(a, b, &a->cases[x->first_case + i].value, &b->cases[y->first_case + i].value);
    }
}

static void test_irm(void **state)
{
    ogpi_irm *a = loaded();
    const ogpi_irm *b = &ogpi_irm_builtin;
    (void)state;
    assert_ptr_equal(a->book, b->book);
    assert_int_equal(a->scale_count, b->scale_count);
    for (size_t i = 0; i < a->scale_count; i++)
        same_scale(&a->scales[i], &b->scales[i]);
    assert_int_equal(a->column_count, b->column_count);
    for (size_t i = 0; i < a->column_count; i++) {
        assert_string_equal(a->columns[i].id, b->columns[i].id);
        assert_int_equal(a->columns[i].type, b->columns[i].type);
        assert_int_equal(a->columns[i].value, b->columns[i].value);
        same_scale(a->columns[i].scale, b->columns[i].scale);
    }
    assert_int_equal(a->formula_count, b->formula_count);
    for (size_t i = 0; i < a->formula_count; i++)
        same_formula(a, b, &a->formulas[i], &b->formulas[i]);
    assert_int_equal(a->slot_count, b->slot_count);
    assert_memory_equal(a->by_name, b->by_name, a->slot_count * sizeof *a->by_name);
    assert_int_equal(a->output_count, b->output_count);
    assert_memory_equal(a->output, b->output, a->output_count * sizeof *a->output);
    ogpi_irm_close(a);
}

/* Nobody has to know which of the two it is. */
static void test_builtin_is_not_freed(void **state)
{
    ogp_error error = OGP_ERROR_INIT;
    ogpi_irm *irm;
    (void)state;
    assert_int_equal(ogpi_irm_open(&irm, NULL, &error), 0);
    assert_ptr_equal(irm, &ogpi_irm_builtin);
    ogpi_irm_close(irm);
    ogpi_irm_close(NULL);
    assert_true(ogpi_irm_slot(irm, "specificity") >= 0);
}

static void same_marks(const ogpi_smart_marks *a, const ogpi_smart_marks *b)
{
    assert_int_equal(a->count, b->count);
    assert_memory_equal(a->all, b->all, a->count * sizeof *a->all);
}

static void same_criterion(const ogpi_smart_criterion *a, const ogpi_smart_criterion *b)
{
    same_marks(&a->met, &b->met);
    same_marks(&a->partly, &b->partly);
    assert_int_equal(a->point_count, b->point_count);
    for (size_t i = 0; i < a->point_count; i++) {
        assert_int_equal(a->points[i].signal, b->points[i].signal);
        assert_int_equal(a->points[i].full, b->points[i].full);
        assert_memory_equal(a->points[i].steps, b->points[i].steps, sizeof a->points[i].steps);
    }
    assert_int_equal(a->reason_count, b->reason_count);
    for (size_t i = 0; i < a->reason_count; i++) {
        assert_int_equal(a->reasons[i].entry, b->reasons[i].entry);
        assert_int_equal(a->reasons[i].lacks, b->reasons[i].lacks);
        assert_int_equal(a->reasons[i].with, b->reasons[i].with);
        assert_int_equal(a->reasons[i].without, b->reasons[i].without);
    }
}

static void test_smart(void **state)
{
    const ogpi_smart_table *b = &ogpi_smart_builtin;
    ogpi_smart_table a;
    ogpi_buffer leads;
    (void)state;
    ogpi_buffer_init(&leads, NULL);
    assert_true(ogpi_smart_table_read(&a, ogp_rulebook_builtin(), &leads));
    for (int i = 0; i < OGP_SMART_CRITERIA; i++)
        same_criterion(&a.criteria[i], &b->criteria[i]);
    assert_int_equal(a.order_count, b->order_count);
    assert_memory_equal(a.order, b->order, a.order_count);
    assert_int_equal(a.detail, b->detail);
    assert_int_equal(a.thin_words, b->thin_words);
    assert_int_equal(a.core_hints, b->core_hints);
    assert_int_equal(a.longest_lead, b->longest_lead);
    assert_int_equal(a.leads_length, b->leads_length);
    assert_memory_equal(a.leads, b->leads, a.leads_length);
    ogpi_buffer_clear(&leads);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_irm), cmocka_unit_test(test_builtin_is_not_freed), cmocka_unit_test(test_smart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
