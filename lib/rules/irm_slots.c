/* SPDX-License-Identifier: MIT */
/* Names of columns, derived figures and comparisons. */
#include "rules/irm_op.h"

static const char *const op_names[] = {
    ">=", ">", "<=", "<", "=", "!=", "coded", "missing", "is", "absent", "!absent", ">="};

const char *ogpi_irm_op_name(int op)
{
    return op >= 0 && (size_t)op < sizeof op_names / sizeof *op_names ? op_names[op] : "";
}

const char *ogpi_irm_slot_name(const ogpi_irm *irm, size_t slot)
{
    if (slot >= irm->slot_count)
        return "";
    return slot < irm->column_count ? irm->columns[slot].id : irm->formulas[slot - irm->column_count].id;
}

const ogpi_irm_scale *ogpi_irm_slot_scale(const ogpi_irm *irm, size_t slot)
{
    return slot < irm->column_count ? irm->columns[slot].scale : irm->formulas[slot - irm->column_count].scale;
}

/* Derived figures sort as "d." and their id. */
int ogpi_irm_compare_slot(const ogpi_irm *irm, size_t slot, const char *name)
{
    const char *own = ogpi_irm_slot_name(irm, slot);

    if (slot < irm->column_count)
        return strcmp(own, name);
    int order = strncmp("d.", name, 2);
    return order ? order : strcmp(own, name + 2);
}

int ogpi_irm_slot(const ogpi_irm *irm, const char *name)
{
    size_t low = 0, high = irm->slot_count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = ogpi_irm_compare_slot(irm, irm->by_name[middle], name);
        if (order == 0)
            return irm->by_name[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

int ogpi_irm_column_index(const ogpi_irm *irm, const char *id)
{
    int slot = ogpi_irm_slot(irm, id);
    return slot >= 0 && (size_t)slot < irm->column_count ? slot : -1;
}

int ogpi_irm_formula_index(const ogpi_irm *irm, const char *id)
{
    for (size_t i = 0; i < irm->formula_count; i++)
        if (strcmp(irm->formulas[i].id, id) == 0)
            return (int)i;
    return -1;
}
