/* SPDX-License-Identifier: MIT */
/* What would make a country eligible: all minimal sets of changes, at most one a cell; and what would end eligibility.
   Core criteria and Values Check do not share a cell, so each is searched alone and the sets are put together. */
#include "rules/eligibility.h"

#include <stdio.h>

typedef struct search {
    const ogpi_eligibility_rules *rules;
    const ogpi_country_year *country;
    const ogpi_eligibility_verdict *verdict;
    ogpi_needs *found;
    uint32_t cells; /* which may be changed */
    int32_t wanted; /* points */
    ogpi_need set;
} search;

static bool cheaper(const ogpi_need *a, const ogpi_need *b)
{
    return a->acts != b->acts ? a->acts < b->acts : a->points < b->points;
}

/* Kept in order of cost; of equal ones the first found stays first. */
static void keep(ogpi_needs *found, const ogpi_need *set)
{
    size_t at = found->count;
    while (at > 0 && cheaper(set, &found->sets[at - 1]))
        at--;
    if (at == OGPI_ELI_NEEDS)
        return;
    size_t last = found->count < OGPI_ELI_NEEDS ? found->count++ : OGPI_ELI_NEEDS - 1;
    memmove(&found->sets[at + 1], &found->sets[at], (last - at) * sizeof *set);
    found->sets[at] = *set;
}

/* Done on the way to another change: a law, and then its opening to the public, are "a law with public access". */
static bool on_the_way(const ogpi_eligibility_rules *rules, const ogpi_change_rule *part, const ogpi_change_rule *whole)
{
    if (part->cell != whole->cell || part->from != whole->from)
        return false;
    for (size_t i = 0; i < rules->change_count; i++) {
        const ogpi_change_rule *rest = &rules->changes[i];
        if (rest->cell == whole->cell && rest->from == part->to && rest->to == whole->to &&
            part->change.acts + rest->change.acts == whole->change.acts)
            return true;
    }
    return false;
}

/* What a change gives at least: nothing, or what a part of it gives; where nobody chooses the step, that of a lower
   step. */
static int32_t least(const search *s, const ogpi_change_rule *rule)
{
    const ogpi_level *levels = s->rules->cells[rule->cell].levels;
    int32_t gain = 0;
    if (!rule->change.is_act)
        return rule->to > rule->from + 1 ? levels[rule->to - 1].points - levels[rule->from].points : 0;
    for (size_t i = 0; i < s->rules->change_count; i++) {
        const ogpi_change_rule *part = &s->rules->changes[i];
        if (part->change.points > gain && on_the_way(s->rules, part, rule))
            gain = part->change.points;
    }
    return gain;
}

/* No change of the set can be left out or done in part, and no score need rise as far. */
static bool minimal(const search *s)
{
    for (size_t i = 0; i < s->set.count; i++) {
        const ogpi_change_rule *rule = &s->rules->changes[s->set.changes[i]];
        if (s->set.points - rule->change.points + least(s, rule) >= s->wanted)
            return false;
    }
    return true;
}

static void walk(search *s, size_t from)
{
    if (s->set.points >= s->wanted) {
        if (minimal(s))
            keep(s->found, &s->set);
        return;
    }
    for (size_t i = from; i < s->rules->change_count; i++) {
        const ogpi_change_rule *rule = &s->rules->changes[i];
        if (!(s->cells & 1u << rule->cell) || s->country->cells[rule->cell].level != rule->from)
            continue;
        ogpi_need before = s->set;
        uint32_t cells = s->cells;
        s->set.changes[s->set.count++] = (uint8_t)i;
        s->set.points = (int16_t)(s->set.points + rule->change.points);
        s->set.acts = (int16_t)(s->set.acts + rule->change.acts);
        s->cells &= ~(1u << rule->cell);
        walk(s, i + 1);
        s->set = before;
        s->cells = cells;
    }
}

static uint32_t core_cells(const search *s, bool acts_only)
{
    uint32_t cells = 0;
    for (size_t i = 0; i < s->rules->cell_count; i++) {
        const ogpi_cell_rules *cell = &s->rules->cells[i];
        bool counts = cell->metric >= 0 && s->verdict->points[cell->metric] >= 0;
        if (counts && (!acts_only || cell->kind == OGPI_CELL_LEVELS))
            cells |= 1u << i;
    }
    return cells;
}

static void search_core(search *s)
{
    s->wanted = s->verdict->needed - s->verdict->total;
    s->cells = core_cells(s, true);
    walk(s, 0);
    if (s->found->count)
        return;
    s->cells = core_cells(s, false);
    walk(s, 0);
}

static int rise_of(const ogpi_eligibility_rules *r, size_t cell)
{
    for (size_t i = 0; i < r->change_count; i++)
        if (r->changes[i].cell == cell)
            return (int)i;
    return -1;
}

static void append(ogpi_need *set, int change)
{
    if (change < 0 || set->count == OGPI_ELI_CELLS)
        return;
    set->changes[set->count++] = (uint8_t)change;
    set->acts++;
}

/* Any one of the indicators, or all that do not pass. */
static void search_values(search *s, ogpi_needs *out)
{
    const ogpi_eligibility_rules *r = s->rules;
    ogpi_need all = {0};
    out->count = 0;
    for (size_t i = 0; i < r->cell_count; i++) {
        if (!(r->values_cells & 1u << i) || s->country->cells[i].level > 0)
            continue;
        ogpi_need one = {0};
        append(&one, rise_of(r, i));
        append(&all, rise_of(r, i));
        if (!r->values_all)
            keep(out, &one);
    }
    if (r->values_all)
        keep(out, &all);
}

static void combine(ogpi_needs *out, const ogpi_needs *core, const ogpi_needs *values)
{
    for (size_t i = 0; i < core->count; i++)
        for (size_t k = 0; k < values->count; k++) {
            ogpi_need set = core->sets[i];
            for (size_t n = 0; n < values->sets[k].count; n++)
                append(&set, values->sets[k].changes[n]);
            keep(out, &set);
        }
}

void ogpi_eligibility_needs(ogpi_needs *out, const ogpi_eligibility_rules *rules, const ogpi_country_year *c,
                            const ogpi_eligibility_verdict *verdict)
{
    ogpi_needs core, values;
    search s = {.rules = rules, .country = c, .verdict = verdict, .found = out};
    bool values_short =
        verdict->values_check == OGP_VERDICT_FAIL || verdict->values_check == OGP_VERDICT_NOT_ENOUGH_DATA;
    out->count = 0;
    if (verdict->eligible == OGP_YES || c->un_member == OGP_NO || verdict->core == OGP_VERDICT_NOT_ENOUGH_DATA)
        return;
    if (!values_short) {
        search_core(&s);
        return;
    }
    core.count = 0;
    s.found = &core;
    if (verdict->core == OGP_VERDICT_FAIL) {
        search_core(&s);
    } else {
        core.count = 1;
        core.sets[0] = (ogpi_need){0};
    }
    search_values(&s, &values);
    combine(out, &core, &values);
}

/* The smallest fall of one cell that would end eligibility. */
static bool loss_of(ogp_change *out, const ogpi_eligibility_rules *r, const ogpi_country_year *c, size_t cell)
{
    const ogpi_cell_rules *rules = &r->cells[cell];
    ogpi_country_year after = *c;
    int32_t level = c->cells[cell].level;
    bool found = false;
    for (int32_t lower = level - 1; lower >= 0; lower--) {
        ogpi_eligibility_verdict verdict;
        after.cells[cell].level = lower;
        ogpi_eligibility_evaluate(&verdict, r, &after);
        int32_t points = rules->levels[lower].points - rules->levels[level].points;
        if (verdict.eligible == OGP_YES || (found && points < out->points))
            continue;
        bool levels = rules->kind == OGPI_CELL_LEVELS;
        *out = (ogp_change){.cell = rules->id,
                            .from = rules->levels[level].id,
                            .to = levels ? rules->levels[lower].id : r->falls[cell][lower + 1],
                            .points = points,
                            .acts = 1,
                            .is_act = levels,
                            .term = levels ? rules->levels[lower].term : rules->id};
        found = true;
    }
    return found;
}

size_t ogpi_eligibility_losses(ogp_change out[OGPI_ELI_CELLS], const ogpi_eligibility_rules *rules,
                               const ogpi_country_year *c, const ogpi_eligibility_verdict *verdict)
{
    size_t count = 0;
    for (size_t i = 0; verdict->eligible == OGP_YES && i < rules->cell_count; i++)
        count += loss_of(&out[count], rules, c, i);
    return count;
}

void ogpi_change_write(ogpi_buffer *out, const ogp_change *change)
{
    ogpi_buffer_puts(out, change->cell);
    if (!strchr("<>", *change->to))
        ogpi_buffer_putc(out, '=');
    ogpi_buffer_puts(out, change->to);
}
