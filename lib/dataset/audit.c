/* SPDX-License-Identifier: MIT */
#include "dataset/audit.h"
#include "base/error.h"
#include "rules/irm_reason.h"
#include <stdio.h>

struct ogpi_audit {
    ogpi_table *table;
    const ogp_context *context;
    const ogp_allocator *allocator;
    size_t *formulas; /* those that the edition publishes */
    size_t count;
    size_t compared;
};

static bool in_edition(const ogpi_irm_formula *f, const ogpi_header *header)
{
    ogpi_rb list = ogpi_rb_get(f->rb, "tables");

    return ogpi_rb_has(list, header->edition) ||
           (strcmp(header->edition, "unknown") == 0 && ogpi_rb_count(list) > 0);
}

/* The columns that a formula speaks of: the published figure's. */
static int published_column(const ogpi_header *h, const ogpi_irm_formula *f)
{
    if (f->column < 0)
        return -1;
    return h->code_column[f->column] >= 0 ? h->code_column[f->column] : h->value_column[f->column];
}

int ogpi_audit_open(ogpi_audit **out, ogpi_table *table, const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    const ogpi_irm *irm = ogpi_table_irm(table);
    const ogpi_header *h = ogpi_table_header(table);
    ogpi_audit *audit = ogpi_calloc(allocator, 1, sizeof *audit);

    *out = NULL;
    if (!audit)
        return ogpi_error_memory(error);
    audit->table = table;
    audit->context = context;
    audit->allocator = allocator;
    audit->formulas = ogpi_calloc(allocator, irm->formula_count + 1, sizeof *audit->formulas);
    if (!audit->formulas) {
        ogpi_free(allocator, audit);
        return ogpi_error_memory(error);
    }
    ogpi_table_need_all(table);
    for (size_t i = 0; i < irm->formula_count; i++)
        if (irm->formulas[i].compare && in_edition(&irm->formulas[i], h) && published_column(h, &irm->formulas[i]) >= 0)
            audit->formulas[audit->count++] = i;
    *out = audit;
    return 0;
}

static bool differs(const ogpi_irm_formula *f, int published, int recomputed)
{
    if (published == recomputed || published == OGP_MISSING_ABSENT)
        return false;
    switch (f->compare) {
    case OGPI_IRM_CODED:
        return !ogp_is_missing(published) && !ogp_is_missing(recomputed);
    case OGPI_IRM_RECOMPUTED:
        return !ogp_is_missing(recomputed);
    case OGPI_IRM_WORDS:
        return true;
    case OGPI_IRM_NEVER:
        break;
    }
    return false;
}

static void shorten(const ogpi_csv_cell *cell, char out[64])
{
    snprintf(out, 64, "%.*s", (int)(cell->length < 60 ? cell->length : 60), cell->text);
}

static int explain(ogpi_audit *audit, const ogpi_table_row *row, size_t formula, ogp_report **out, ogp_error *error)
{
    const ogpi_irm *irm = ogpi_table_irm(audit->table);
    ogpi_report_builder *builder;
    ogpi_irm_trace trace;
    int code = ogpi_report_begin(&builder, audit->context, error);

    if (code < 0)
        return code;
    ogpi_irm_eval(irm, formula, row->values, &trace);
    ogpi_irm_explain(builder, irm, formula, row->values, &trace, NULL, NULL);
    return ogpi_report_end(out, builder, error);
}

static int audit_formula(ogpi_audit *audit, const ogpi_table_row *row, size_t formula, const char *name,
                         ogpi_audit_fn each, void *user, ogp_error *error)
{
    const ogpi_irm *irm = ogpi_table_irm(audit->table);
    const ogpi_irm_formula *f = &irm->formulas[formula];
    const ogpi_header *h = ogpi_table_header(audit->table);
    int published = row->values[f->column], recomputed = row->values[irm->column_count + formula];
    int column = published_column(h, f), code;
    char published_text[64] = "", recomputed_text[OGPI_IRM_WORD_SIZE];
    ogp_report *report = NULL;

    if (!ogpi_irm_all_hold(irm, f->where, row->values))
        return 0;
    audit->compared++;
    if (!differs(f, published, recomputed))
        return 0;
    if ((code = explain(audit, row, formula, &report, error)) < 0)
        return code;
    if ((size_t)column < row->cell_count)
        shorten(&row->cells[column], published_text);
    int level = f->scale ? ogpi_irm_level_by_code(f->scale, recomputed) : -1;
    ogpi_rb labels =
        level < 0 ? f->rb : ogpi_rb_get(ogpi_rb_at(ogpi_rb_get(f->scale->rb, "levels"), (size_t)level), "labels");
    if (level >= 0 && irm->columns[f->column].type == OGPI_IRM_LEVEL)
        snprintf(recomputed_text, sizeof recomputed_text, "%s", ogpi_rb_string(ogpi_rb_at(labels, 0), ""));
    else
        ogpi_irm_spell(recomputed_text, NULL, recomputed);
    ogpi_difference d = {name, h->columns[column].name, published_text, recomputed_text,
                         ogp_finding_message(ogp_report_at(report, 0), ogp_context_language(audit->context))};
    each(&d, row, user);
    ogp_report_unref(report);
    return 0;
}

/* A code that its own label contradicts. */
static void audit_pair(ogpi_audit *audit, const ogpi_table_row *row, size_t slot, const char *name, ogpi_audit_fn each,
                       void *user)
{
    const ogpi_irm *irm = ogpi_table_irm(audit->table);
    const ogpi_header *h = ogpi_table_header(audit->table);
    const ogpi_irm_scale *scale = irm->columns[slot].scale;
    int label = row->levels[slot], code = label < 0 ? label : scale->levels[label].code;
    char published[64] = "", recomputed[OGPI_IRM_WORD_SIZE], why[160], label_text[64] = "";
    size_t label_column = (size_t)h->value_column[slot], code_column = (size_t)h->code_column[slot];

    if (code_column >= row->cell_count || label_column >= row->cell_count)
        return;
    audit->compared++;
    if (code == row->values[slot] || label == OGP_MISSING_UNKNOWN)
        return;
    shorten(&row->cells[code_column], published);
    shorten(&row->cells[label_column], label_text);
    ogpi_irm_spell(recomputed, NULL, code);
    snprintf(why, sizeof why, "%s: %s", h->columns[label_column].name, label_text);
    each(&(ogpi_difference){name, h->columns[code_column].name, published, recomputed, why}, row, user);
}

int ogpi_audit_row(ogpi_audit *audit, const ogpi_table_row *row, ogpi_audit_fn each, void *user, ogp_error *error)
{
    const ogpi_irm *irm = ogpi_table_irm(audit->table);
    const ogpi_header *h = ogpi_table_header(audit->table);
    char name[OGPI_ROW_NAME_SIZE], buffer[OGPI_NUMBER_SIZE];
    int code = 0;

    ogpi_table_row_name(audit->table, row, ogpi_table_number(audit->table, row, buffer), name);
    for (size_t i = 0; i < irm->column_count; i++)
        if (h->value_column[i] >= 0 && h->code_column[i] >= 0)
            audit_pair(audit, row, i, name, each, user);
    for (size_t i = 0; i < audit->count && code >= 0; i++)
        code = audit_formula(audit, row, audit->formulas[i], name, each, user, error);
    return code;
}

size_t ogpi_audit_compared(const ogpi_audit *audit)
{
    return audit->compared;
}

void ogpi_audit_close(ogpi_audit *audit)
{
    if (!audit)
        return;
    ogpi_free(audit->allocator, audit->formulas);
    ogpi_free(audit->allocator, audit);
}
