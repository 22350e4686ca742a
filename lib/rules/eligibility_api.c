/* SPDX-License-Identifier: MIT */
/* The public face of eligibility: one record in, one verdict with its reasons out. */
#include "base/decimal.h"
#include "base/error.h"
#include "rules/eligibility.h"

#include <stdio.h>

struct ogp_eligibility {
    ogpi_refcount refs;
    ogp_allocator allocator;
    ogp_rulebook *book;
    ogpi_eligibility_rules rules;
    ogpi_eligibility_verdict verdict;
    ogpi_needs needs;
    const ogp_change *need_changes[OGPI_ELI_NEEDS][OGPI_ELI_CELLS];
    ogp_change losses[OGPI_ELI_CELLS];
    size_t loss_count;
    ogp_metric metrics[OGPI_ELI_METRICS];
    int32_t year;
    char share[OGPI_DECIMAL_SIZE];
    char *country;
    ogp_report *report;
};

/* The cells of a record by their names: texts, answers and numbers. */
typedef struct record_cell { const char *id, *text; int32_t answer; double number; } record_cell;

static void take_cell(const ogp_eligibility *e, ogpi_country_year *c, const record_cell *from, ogpi_report_builder *report)
{
    char spelling[OGPI_DECIMAL_SIZE], path[64];
    int cell = ogpi_eligibility_cell(&e->rules, from->id);
    ogpi_cell_fault fault = OGPI_CELL_GOOD;
    const char *text = from->text;
    if (cell < 0)
        return;
    if (from->answer != OGP_UNKNOWN) {
        snprintf(spelling, sizeof spelling, "%d", (int)from->answer);
        text = spelling;
    }
    if (text) {
        fault = ogpi_eligibility_parse(&e->rules, cell, text, strlen(text), &c->cells[cell]);
    } else {
        fault = ogpi_eligibility_number(&e->rules, cell, from->number, &c->cells[cell]);
        bool spellable = fault && from->number > -1e6 && from->number < 1e6;
        text = spellable ? ogpi_decimal_text(from->number, spelling) : from->number < 0 ? "-1e6" : "1e6";
    }
    snprintf(path, sizeof path, "/%s", from->id);
    ogpi_eligibility_fault(&e->rules, report, cell, fault, from->id, text, path, NULL);
}

static int32_t one_answer(int32_t value)
{
    return value == OGP_YES || value == OGP_NO ? value : OGP_UNKNOWN;
}

static void take_record(const ogp_eligibility *e, ogpi_country_year *c, const ogp_eligibility_record *r,
                        ogpi_report_builder *report)
{
    const record_cell cells[] = {{"budget_proposal", NULL, r->budget_proposal, NAN},
                                 {"audit_report", NULL, r->audit_report, NAN},
                                 {"access_to_information", r->access_to_information, OGP_UNKNOWN, NAN},
                                 {"asset_disclosure", r->asset_disclosure, OGP_UNKNOWN, NAN},
                                 {"civil_liberties", NULL, OGP_UNKNOWN, r->civil_liberties},
                                 {"cso_entry_exit", NULL, OGP_UNKNOWN, r->cso_entry_exit},
                                 {"cso_repression", NULL, OGP_UNKNOWN, r->cso_repression}};
    for (size_t i = 0; i < OGPI_ELI_CELLS; i++)
        c->cells[i] = (ogpi_cell_value){-1, NAN};
    c->year = r->year;
    c->member = one_answer(r->member);
    c->un_member = one_answer(r->un_member);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        take_cell(e, c, &cells[i], report);
}

static void publish(ogp_eligibility *e, const ogpi_country_year *c)
{
    const ogpi_eligibility_verdict *v = &e->verdict;
    for (size_t m = 0; m < e->rules.metric_count; m++)
        e->metrics[m] = (ogp_metric){.id = e->rules.metrics[m].id, .points = v->points[m], .maximum = e->rules.metric_points,
                                     .source = v->edition->metric_source[m], .status = v->edition->metric_status[m]};
    for (size_t i = 0; i < e->needs.count; i++)
        for (size_t k = 0; k < e->needs.sets[i].count; k++)
            e->need_changes[i][k] = &e->rules.changes[e->needs.sets[i].changes[k]].change;
    e->loss_count = ogpi_eligibility_losses(e->losses, &e->rules, c, v);
    if (v->maximum > 0)
        ogpi_share_text(v->total, v->maximum, e->share);
}

static int judge(ogp_eligibility *e, const ogp_eligibility_record *record, const ogp_context *context, ogp_error *error)
{
    ogpi_report_builder *builder = NULL;
    ogpi_country_year c;
    char subject[128];
    int rc = ogpi_report_begin(&builder, context, error);
    if (rc < 0)
        return rc;
    take_record(e, &c, record, builder);
    e->year = c.year;
    snprintf(subject, sizeof subject, "%.100s%s%d", e->country, *e->country ? " " : "", (int)c.year);
    ogpi_eligibility_evaluate(&e->verdict, &e->rules, &c);
    ogpi_eligibility_needs(&e->needs, &e->rules, &c, &e->verdict);
    publish(e, &c);
    ogpi_eligibility_explain(builder, &e->rules, &c, &e->verdict, "", subject);
    return ogpi_report_end(&e->report, builder, error);
}

int ogp_eligibility_judge(ogp_eligibility **out, const ogp_eligibility_record *record, const ogp_context *context,
                          ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    *out = NULL;
    if (!record || record->struct_size != sizeof *record)
        return ogpi_error(error, OGP_ERROR_USAGE, "ogp_eligibility_record was not set up with OGP_ELIGIBILITY_RECORD_INIT");
    ogp_eligibility *e = ogpi_calloc(allocator, 1, sizeof *e);
    if (!e)
        return ogpi_error_memory(error);
    ogpi_ref_init(&e->refs);
    e->allocator = *allocator;
    e->book = ogp_rulebook_ref((ogp_rulebook *)ogp_context_rulebook(context));
    ogpi_eligibility_read(&e->rules, e->book);
    const char *country = record->country ? record->country : "";
    e->country = ogpi_strndup(allocator, country, strlen(country));
    int rc = e->country ? 0 : ogpi_error_memory(error);
    if (rc == 0 && (record->year < e->rules.year_minimum || record->year > e->rules.year_maximum || !e->rules.edition_count))
        rc = ogpi_error(error, OGP_ERROR_USAGE, "%d is no year of an assessment: %d to %d are taken", (int)record->year,
                        (int)e->rules.year_minimum, (int)e->rules.year_maximum);
    if (rc == 0)
        rc = judge(e, record, context, error);
    if (rc < 0) {
        ogp_eligibility_unref(e);
        return rc;
    }
    *out = e;
    return 0;
}

ogp_eligibility *ogp_eligibility_ref(ogp_eligibility *eligibility)
{
    if (eligibility)
        ogpi_ref(&eligibility->refs);
    return eligibility;
}

void ogp_eligibility_unref(ogp_eligibility *eligibility)
{
    if (!eligibility || !ogpi_unref(&eligibility->refs))
        return;
    ogp_allocator allocator = eligibility->allocator;
    ogp_report_unref(eligibility->report);
    ogp_rulebook_unref(eligibility->book);
    ogpi_free(&allocator, eligibility->country);
    ogpi_free(&allocator, eligibility);
}

const char *ogp_eligibility_country(const ogp_eligibility *eligibility)
{
    return eligibility ? eligibility->country : "";
}

int32_t ogp_eligibility_year(const ogp_eligibility *eligibility)
{
    return eligibility ? eligibility->year : 0;
}

const char *ogp_eligibility_edition(const ogp_eligibility *eligibility)
{
    return eligibility ? eligibility->verdict.edition->id : "";
}

size_t ogp_eligibility_metric_count(const ogp_eligibility *eligibility)
{
    return eligibility ? eligibility->rules.metric_count : 0;
}

const ogp_metric *ogp_eligibility_metric_at(const ogp_eligibility *eligibility, size_t index)
{
    return eligibility && index < eligibility->rules.metric_count ? &eligibility->metrics[index] : NULL;
}

int32_t ogp_eligibility_points(const ogp_eligibility *eligibility)
{
    return eligibility && eligibility->verdict.measured ? eligibility->verdict.total : -1;
}

int32_t ogp_eligibility_maximum(const ogp_eligibility *eligibility)
{
    return eligibility ? eligibility->verdict.maximum : 0;
}

const char *ogp_eligibility_share(const ogp_eligibility *eligibility)
{
    return eligibility ? eligibility->share : "";
}

ogp_verdict ogp_eligibility_core(const ogp_eligibility *eligibility)
{
    return eligibility ? eligibility->verdict.core : OGP_VERDICT_NOT_ENOUGH_DATA;
}

static const char *status_word(bool unverified)
{
    return unverified ? "unverified" : "seen";
}

const char *ogp_eligibility_core_status(const ogp_eligibility *eligibility)
{
    return status_word(!eligibility || eligibility->verdict.core_unverified);
}

ogp_verdict ogp_eligibility_values_check(const ogp_eligibility *eligibility)
{
    return eligibility ? eligibility->verdict.values_check : OGP_VERDICT_NOT_ENOUGH_DATA;
}

const char *ogp_eligibility_values_check_status(const ogp_eligibility *eligibility)
{
    return status_word(!eligibility || eligibility->verdict.values_unverified);
}

ogp_answer ogp_eligibility_eligible(const ogp_eligibility *eligibility)
{
    return eligibility ? eligibility->verdict.eligible : OGP_UNKNOWN;
}

const char *ogp_eligibility_eligible_status(const ogp_eligibility *eligibility)
{
    return status_word(!eligibility || eligibility->verdict.eligible_unverified);
}

size_t ogp_eligibility_need_count(const ogp_eligibility *eligibility)
{
    return eligibility ? eligibility->needs.count : 0;
}

const ogp_change *const *ogp_eligibility_need_at(const ogp_eligibility *eligibility, size_t index, size_t *count)
{
    bool there = eligibility && index < eligibility->needs.count;
    *count = there ? eligibility->needs.sets[index].count : 0;
    return there ? eligibility->need_changes[index] : NULL;
}

size_t ogp_eligibility_loss_count(const ogp_eligibility *eligibility)
{
    return eligibility ? eligibility->loss_count : 0;
}

const ogp_change *ogp_eligibility_loss_at(const ogp_eligibility *eligibility, size_t index)
{
    return eligibility && index < eligibility->loss_count ? &eligibility->losses[index] : NULL;
}

const char *ogp_eligibility_change_text(const ogp_eligibility *eligibility, const ogp_change *change, const char *language)
{
    if (!eligibility || !change)
        return "";
    return ogpi_rb_text(ogpi_rb_get(ogpi_rb_path(eligibility->book, "terms"), change->term), language ? language : "en");
}

const ogp_report *ogp_eligibility_report(const ogp_eligibility *eligibility)
{
    return eligibility ? eligibility->report : NULL;
}

const char *ogp_verdict_name(ogp_verdict verdict)
{
    static const char *const names[] = {"fail", "pass", "not-required", "not-enough-data"};
    return (unsigned)verdict < sizeof names / sizeof *names ? names[verdict] : "";
}
