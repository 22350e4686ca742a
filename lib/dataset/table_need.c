/* SPDX-License-Identifier: MIT */
/* Which cells of a row are read: those that somebody needs. */
#include "dataset/table_private.h"

void ogpi_table_need_slot(ogpi_table *table, size_t slot)
{
    const ogpi_header *h = &table->header;

    if (slot >= table->irm->column_count || table->need[slot] || table->irm->columns[slot].type > OGPI_IRM_INT)
        return;
    table->need[slot] = true;
    int places[2] = {h->value_column[slot], h->code_column[slot]};
    for (int i = 0; i < 2; i++)
        if (places[i] >= 0)
            table->cells[table->cell_count++] = (ogpi_table_cell){
                .column = (size_t)places[i],
                .slot = slot,
                .label = i == 0 && table->irm->columns[slot].type == OGPI_IRM_LEVEL,
                .paired = places[0] >= 0 && places[1] >= 0,
            };
}

static void need_tests(ogpi_table *table, ogpi_irm_tests tests)
{
    const ogpi_irm *irm = table->irm;

    for (size_t i = 0; i < tests.count; i++)
        for (size_t k = 0; k < irm->tests[tests.first + i].count; k++)
            ogpi_table_need_slot(table, irm->terms[irm->tests[tests.first + i].first + k].slot);
}

static void need_value(ogpi_table *table, const ogpi_irm_value *value)
{
    if (value->kind == OGPI_IRM_COUNT)
        for (size_t i = 0; i < value->b; i++)
            ogpi_table_need_slot(table, table->irm->slots[value->a + i]);
    else if (value->kind != OGPI_IRM_CONST)
        ogpi_table_need_slot(table, value->a);
    if (value->kind == OGPI_IRM_MINUS)
        ogpi_table_need_slot(table, value->b);
}

static void need_inputs(ogpi_table *table, const ogpi_irm_formula *f)
{
    need_tests(table, f->tests);
    need_tests(table, f->where);
    for (size_t i = 0; i < f->case_count; i++) {
        need_tests(table, table->irm->cases[f->first_case + i].when);
        need_value(table, &table->irm->cases[f->first_case + i].value);
    }
    need_value(table, &f->otherwise);
}

void ogpi_table_need_formula(ogpi_table *table, size_t formula)
{
    ogpi_irm_want(table->irm, formula, table->wanted);
    for (size_t i = 0; i < table->irm->formula_count; i++)
        if (table->wanted[i])
            need_inputs(table, &table->irm->formulas[i]);
}

void ogpi_table_need_output(ogpi_table *table)
{
    for (size_t i = 0; i < table->irm->output_count; i++)
        ogpi_table_need_formula(table, table->irm->output[i]);
}

void ogpi_table_need_all(ogpi_table *table)
{
    for (size_t i = 0; i < table->irm->column_count; i++)
        ogpi_table_need_slot(table, i);
    for (size_t i = 0; i < table->irm->formula_count; i++)
        ogpi_table_need_formula(table, i);
}
