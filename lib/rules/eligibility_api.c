/* SPDX-License-Identifier: MIT */
/* The public face of eligibility: one record in, one verdict with its reasons out. */
#include "base/decimal.h"
#include "base/error.h"
#include "rules/eligibility.h"

#include <stdio.h>

struct ogp_eligibility {
    ogpi_refcount refs;
    ogpi_eligibility_book *book;
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

static void take_cell(const ogpi_eligibility_rules *rules, ogpi_country_year *c, const record_cell *from,
                      ogpi_report_builder *report)
{
    char spelling[OGPI_DECIMAL_SIZE], path[64];
    int cell = ogpi_eligibility_cell(rules, from->id);
    ogpi_cell_fault fault = OGPI_CELL_GOOD;
    const char *text = from->text;
    if (cell < 0)
        return;
    if (from->answer != OGP_UNKNOWN) {
        snprintf(spelling, sizeof spelling, "%d", (int)from->answer);
        text = spelling;
    }
    if (text) {
        fault = ogpi_eligibility_parse(rules, cell, text, strlen(text), &c->cells[cell]);
    } else {
        fault = ogpi_eligibility_number(rules, cell, from->number, &c->cells[cell]);
        bool spellable = fault && from->number > -1e6 && from->number < 1e6;
        text = spellable ? ogpi_decimal_text(from->number, spelling) : from->number < 0 ? "-1e6" : "1e6";
    }
    snprintf(path, sizeof path, "/%s", from->id);
    ogpi_eligibility_fault(rules, report, cell, fault, from->id, text, path, NULL);
}

static int32_t one_answer(int32_t value)
{
    return value == OGP_YES || value == OGP_NO ? value : OGP_UNKNOWN;
}

static void take_record(const ogpi_eligibility_rules *rules, ogpi_country_year *c, const ogp_eligibility_record *r,
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
        c->cells[i] = (ogpi_cell_value){-1, NAN, false};
    c->year = r->year;
    c->member = one_answer(r->member);
    c->un_member = one_answer(r->un_member);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        take_cell(rules, c, &cells[i], report);
}

static void publish(ogp_eligibility *e, const ogpi_country_year *c)
{
    const ogpi_eligibility_rules *rules = &e->book->rules;
    const ogpi_eligibility_verdict *v = &e->verdict;
    for (size_t m = 0; m < rules->metric_count; m++)
        e->metrics[m] = (ogp_metric){.id = rules->metrics[m].id,
                                     .points = v->points[m],
                                     .maximum = rules->metric_points,
                                     .source = v->edition->metric_source[m],
                                     .status = v->edition->metric_status[m]};
    for (size_t i = 0; i < e->needs.count; i++)
        for (size_t k = 0; k < e->needs.sets[i].count; k++)
            e->need_changes[i][k] = &rules->changes[e->needs.sets[i].changes[k]].change;
    e->loss_count = ogpi_eligibility_losses(e->losses, rules, c, v);
    if (v->maximum > 0)
        ogpi_share_text(v->total, v->maximum, e->share);
}

int ogpi_eligibility_make(ogp_eligibility **out, ogpi_eligibility_book *book, const char *country, size_t length,
                          const ogpi_country_year *c, ogp_report *report, ogp_error *error)
{
    ogp_eligibility *e = ogpi_calloc(&book->allocator, 1, sizeof *e);
    char *name = ogpi_strndup(&book->allocator, country, length);
    *out = NULL;
    if (!e || !name) {
        ogpi_free(&book->allocator, e);
        ogpi_free(&book->allocator, name);
        ogp_report_unref(report);
        return ogpi_error_memory(error);
    }
    ogpi_ref_init(&e->refs);
    ogpi_ref(&book->refs);
    e->book = book;
    e->country = name;
    e->report = report;
    e->year = c->year;
    ogpi_eligibility_evaluate(&e->verdict, &book->rules, c);
    ogpi_eligibility_needs(&e->needs, &book->rules, c, &e->verdict);
    publish(e, c);
    *out = e;
    return 0;
}

static int judge(ogp_eligibility **out, ogpi_eligibility_book *book, const ogp_eligibility_record *record,
                 const ogp_context *context, ogp_error *error)
{
    const char *country = record->country ? record->country : "";
    ogpi_report_builder *builder = NULL;
    ogpi_eligibility_verdict verdict;
    ogp_report *report = NULL;
    ogpi_country_year c;
    char subject[128];
    int rc = ogpi_report_begin(&builder, context, error);
    if (rc < 0)
        return rc;
    take_record(&book->rules, &c, record, builder);
    snprintf(subject, sizeof subject, "%.100s%s%d", country, *country ? " " : "", (int)c.year);
    ogpi_eligibility_evaluate(&verdict, &book->rules, &c);
    ogpi_eligibility_explain(builder, &book->rules, &c, &verdict, "", subject);
    rc = ogpi_report_end(&report, builder, error);
    return rc < 0 ? rc : ogpi_eligibility_make(out, book, country, strlen(country), &c, report, error);
}

int ogp_eligibility_judge(ogp_eligibility **out, const ogp_eligibility_record *record, const ogp_context *context,
                          ogp_error *error)
{
    *out = NULL;
    if (!record || record->struct_size != sizeof *record)
        return ogpi_error(error, OGP_ERROR_USAGE,
                          "ogp_eligibility_record was not set up with OGP_ELIGIBILITY_RECORD_INIT");
    ogpi_eligibility_book *book = ogpi_eligibility_book_new(context);
    if (!book)
        return ogpi_error_memory(error);
    const ogpi_eligibility_rules *rules = &book->rules;
    int rc = 0;
    if (record->year < rules->year_minimum || record->year > rules->year_maximum || !rules->edition_count)
        rc = ogpi_error(error, OGP_ERROR_USAGE, "%d is no year of an assessment: %d to %d are taken", (int)record->year,
                        (int)rules->year_minimum, (int)rules->year_maximum);
    if (rc == 0)
        rc = judge(out, book, record, context, error);
    ogpi_eligibility_book_unref(book);
    return rc;
}

const ogpi_eligibility_rules *ogpi_eligibility_rules_of(const ogp_eligibility *eligibility)
{
    return &eligibility->book->rules;
}

const ogpi_eligibility_verdict *ogpi_eligibility_verdict_of(const ogp_eligibility *eligibility)
{
    return &eligibility->verdict;
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
    ogpi_eligibility_book *book = eligibility->book;
    ogp_report_unref(eligibility->report);
    ogpi_free(&book->allocator, eligibility->country);
    ogpi_free(&book->allocator, eligibility);
    ogpi_eligibility_book_unref(book);
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
    return eligibility ? eligibility->book->rules.metric_count : 0;
}

const ogp_metric *ogp_eligibility_metric_at(const ogp_eligibility *eligibility, size_t index)
{
    return eligibility && index < eligibility->book->rules.metric_count ? &eligibility->metrics[index] : NULL;
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

const char *ogp_eligibility_change_text(const ogp_eligibility *eligibility, const ogp_change *change,
                                        const char *language)
{
    if (!eligibility || !change)
        return "";
    const ogpi_eligibility_book *book = eligibility->book;
    return ogpi_names_term(&book->names, &book->allocator, book->rulebook, change->term, language);
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
