/* SPDX-License-Identifier: MIT */
/* The reasons of a verdict, as findings. */
#include "base/decimal.h"
#include "rules/eligibility.h"

#include <stdio.h>

typedef struct explanation {
    const ogpi_eligibility_rules *rules;
    const ogpi_country_year *country;
    const ogpi_eligibility_verdict *verdict;
    ogpi_report_builder *report;
    const char *path, *subject;
} explanation;

typedef struct number { char text[16]; } number;

static const char *spell(number *n, int32_t value)
{
    snprintf(n->text, sizeof n->text, "%d", (int)value);
    return n->text;
}

static void add(const explanation *e, const char *rule, bool unverified, const ogpi_arg *args, size_t count)
{
    ogpi_report_add(e->report, &(ogpi_finding_spec){.rule = rule, .edition = e->verdict->edition->id, .path = e->path,
                                                    .subject = e->subject, .args = args, .arg_count = count,
                                                    .status = unverified ? "unverified" : NULL});
}

#define ADD(rule, unverified, ...)                                                                                     \
    add(e, rule, unverified, (const ogpi_arg[]){__VA_ARGS__},                                                          \
        sizeof((const ogpi_arg[]){__VA_ARGS__}) / sizeof(ogpi_arg))

/* Names of the levels that a metric's cells have, joined for the message. */
static bool list_terms(const explanation *e, size_t m, char *out, size_t size)
{
    size_t used = 0;
    bool unverified = strcmp(e->verdict->edition->metric_status[m], "unverified") == 0;
    out[0] = '\0';
    for (size_t i = 0; i < e->rules->cell_count && used < size; i++) {
        int32_t level = e->country->cells[i].level;
        if (!(e->rules->metrics[m].cells & 1u << i) || level < 0)
            continue;
        const ogpi_level *l = &e->rules->cells[i].levels[level];
        used += (size_t)snprintf(out + used, size - used, "%s%s", used ? "," : "", l->term);
        unverified |= strcmp(l->status, "unverified") == 0 || e->country->cells[i].unverified;
    }
    return unverified;
}

static double score_of(const explanation *e, size_t m)
{
    for (size_t i = 0; i < e->rules->cell_count; i++)
        if (e->rules->metrics[m].cells & 1u << i && e->rules->cells[i].kind == OGPI_CELL_BANDS)
            return e->country->cells[i].number;
    return NAN;
}

static void explain_metric(const explanation *e, size_t m)
{
    const ogpi_arg metric = {"metric", e->rules->metrics[m].id, true};
    int32_t points = e->verdict->points[m];
    number n[2];
    char terms[160], score[OGPI_DECIMAL_SIZE];
    if (e->verdict->half_known & 1u << m)
        ADD("ELI007", true, metric);
    else if (points < 0)
        ADD("ELI005", false, metric);
    if (points < 0)
        return;
    bool unverified = list_terms(e, m, terms, sizeof terms);
    const ogpi_arg got = {"points", spell(&n[0], points), false};
    const ogpi_arg of = {"maximum", spell(&n[1], e->rules->metric_points), false};
    if (!isnan(score_of(e, m)))
        ADD("ELI006", unverified, metric, got, of, {"value", ogpi_decimal_text(score_of(e, m), score), false});
    else
        ADD("ELI004", unverified, metric, got, of, {"level", terms, true});
}

static void explain_core(const explanation *e)
{
    const ogpi_eligibility_verdict *v = e->verdict;
    number n[3];
    if (v->core == OGP_VERDICT_NOT_ENOUGH_DATA)
        ADD("ELI003", v->core_unverified, {"measured", spell(&n[0], v->measured), false},
            {"total", spell(&n[1], (int32_t)e->rules->metric_count), false},
            {"needed", spell(&n[2], e->rules->min_metrics), false});
    else
        ADD(v->core == OGP_VERDICT_PASS ? "ELI002" : "ELI001", v->core_unverified,
            {"points", spell(&n[0], v->total), false}, {"maximum", spell(&n[1], v->maximum), false},
            {"needed", spell(&n[2], v->needed), false});
}

static const char *ordinal_text(const explanation *e, size_t cell, char buffer[OGPI_DECIMAL_SIZE])
{
    double value = e->country->cells[cell].number;
    return e->country->cells[cell].level < 0 ? "-" : ogpi_decimal_text(value, buffer);
}

static void explain_values_pass(const explanation *e)
{
    char value[OGPI_DECIMAL_SIZE], needed[OGPI_DECIMAL_SIZE];
    size_t cell = 0;
    for (size_t i = 0; i < e->rules->cell_count; i++)
        if (e->rules->values_cells & 1u << i && e->country->cells[i].level > 0) {
            cell = i;
            break;
        }
    ADD("ELI008", true, {"value", ordinal_text(e, cell, value), false}, {"cell", e->rules->cells[cell].id, true},
        {"needed", ogpi_decimal_text(e->rules->threshold, needed), false});
}

static void explain_values_fail(const explanation *e)
{
    char values[2][OGPI_DECIMAL_SIZE] = {"-", "-"}, needed[OGPI_DECIMAL_SIZE];
    const char *texts[2] = {"-", "-"};
    size_t n = 0;
    for (size_t i = 0; i < e->rules->cell_count && n < 2; i++)
        if (e->rules->values_cells & 1u << i) {
            texts[n] = ordinal_text(e, i, values[n]);
            n++;
        }
    ADD("ELI009", true, {"entry", texts[0], false}, {"repression", texts[1], false},
        {"needed", ogpi_decimal_text(e->rules->threshold, needed), false});
}

static void explain_values(const explanation *e)
{
    const ogpi_eligibility_verdict *v = e->verdict;
    number year;
    if (v->values_check == OGP_VERDICT_PASS)
        explain_values_pass(e);
    else if (v->values_check == OGP_VERDICT_FAIL)
        explain_values_fail(e);
    else if (v->values_check == OGP_VERDICT_NOT_ENOUGH_DATA)
        ADD("ELI010", true, {"cell", "values_check", true});
    else if (e->country->member == OGP_YES)
        ADD("ELI011", false, {"cell", "values_check", true});
    else
        ADD("ELI012", v->values_unverified, {"year", spell(&year, e->rules->values_from), false});
    if (e->country->member == OGP_UNKNOWN && v->values_check != OGP_VERDICT_NOT_REQUIRED &&
        v->values_check != OGP_VERDICT_PASS)
        ADD("ELI014", false, {"cell", "values_check", true});
}

/* Cut points are unverified, and so may be the points of a metric. */
static bool shaky_cell(const explanation *e, const char *id)
{
    const ogpi_cell_rules *cell = &e->rules->cells[ogpi_eligibility_cell(e->rules, id)];
    return cell->kind != OGPI_CELL_LEVELS || cell->metric < 0 ||
           strcmp(e->verdict->edition->metric_status[cell->metric], "unverified") == 0;
}

static void explain_losses(const explanation *e)
{
    ogp_change losses[OGPI_ELI_CELLS];
    size_t count = ogpi_eligibility_losses(losses, e->rules, e->country, e->verdict);
    for (size_t i = 0; i < count; i++)
        ADD("ELI017", e->verdict->eligible_unverified || shaky_cell(e, losses[i].cell), {"cell", losses[i].cell, true},
            {"loss", losses[i].is_act ? losses[i].term : losses[i].to, losses[i].is_act});
}

void ogpi_eligibility_explain(ogpi_report_builder *report, const ogpi_eligibility_rules *rules,
                              const ogpi_country_year *c, const ogpi_eligibility_verdict *verdict, const char *path,
                              const char *subject)
{
    const explanation at = {rules, c, verdict, report, path, subject}, *e = &at;
    for (size_t m = 0; m < rules->metric_count; m++)
        explain_metric(e, m);
    explain_core(e);
    explain_values(e);
    if (c->un_member == OGP_NO)
        ADD("ELI013", false, {"cell", "un_member", true});
    explain_losses(e);
}
