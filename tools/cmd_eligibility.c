/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "base/decimal.h"
#include "dataset/eligibility_table.h"
#include "report/result.h"
#include "tools/finds.h"
#include "tools/table.h"

#include <stdio.h>

enum { PROGRESS = 8192 };

static const char *const columns[] = {
    "country", "year", "edition", "fiscal_transparency", "access_to_information", "asset_disclosure", "citizen_engagement",
    "points", "maximum", "share", "core", "values_check", "eligible", "needs",
};

typedef struct work {
    cli_call *call;
    const char *path;
    ogpi_eligibility_table *table;
    const ogpi_eligibility_rules *rules;
    cli_table csv;
    ogpi_json_writer json;
    ogpi_buffer needs;
    size_t rows;
} work;

typedef bool (*put_fn)(work *w, const ogpi_eligibility_row *row);

static const ogp_change *change_at(const work *w, const ogpi_need *need, size_t index)
{
    return &w->rules->changes[need->changes[index]].change;
}

/* Spelt out, for there are many. */
static const char *const gains[] = {"",        " (+1)",  " (+2)",  " (+3)",  " (+4)",  " (+5)",  " (+6)",  " (+7)",
                                    " (+8)", " (+9)",  " (+10)", " (+11)", " (+12)", " (+13)", " (+14)", " (+15)"};

/* "access_to_information=law (+4) | audit_report=1 (+2) & asset_disclosure=law (+2)" */
static const char *spell_needs(work *w, const ogpi_needs *needs)
{
    w->needs.length = 0;
    for (size_t i = 0; i < needs->count; i++)
        for (size_t k = 0; k < needs->sets[i].count; k++) {
            const ogp_change *change = change_at(w, &needs->sets[i], k);
            ogpi_buffer_puts(&w->needs, k ? " & " : i ? " | " : "");
            ogpi_change_write(&w->needs, change);
            if (change->points)
                ogpi_buffer_puts(&w->needs, gains[change->points & 15]);
        }
    return w->needs.length ? w->needs.data : "";
}

static void put_metric(cli_table *csv, int32_t points)
{
    static const char *const spelt[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16"};
    if (points < 0)
        cli_table_blank(csv);
    else if ((size_t)points < sizeof spelt / sizeof *spelt)
        cli_table_number(csv, spelt[points]);
    else
        cli_table_int(csv, points);
}

static void put_verdict(work *w, const ogpi_eligibility_row *row)
{
    const ogpi_eligibility_verdict *v = &row->verdict;
    char share[OGPI_DECIMAL_SIZE];
    cli_table_text(&w->csv, v->edition->id);
    for (size_t m = 0; m < OGPI_ELI_METRICS; m++)
        put_metric(&w->csv, v->points[m]);
    put_metric(&w->csv, v->measured ? v->total : -1);
    put_metric(&w->csv, v->maximum);
    if (v->measured)
        cli_table_number(&w->csv, ogpi_share_text(v->total, v->maximum, share));
    else
        cli_table_blank(&w->csv);
    cli_table_text(&w->csv, ogp_verdict_name(v->core));
    cli_table_text(&w->csv, ogp_verdict_name(v->values_check));
    put_metric(&w->csv, v->eligible);
    cli_table_text(&w->csv, spell_needs(w, &row->needs));
}

static bool put_csv(work *w, const ogpi_eligibility_row *row)
{
    cli_table_text_n(&w->csv, row->country.text, row->country.length);
    if (row->judged)
        cli_table_int(&w->csv, row->values.year);
    else
        cli_table_text_n(&w->csv, row->year_text.text, row->year_text.length);
    if (row->judged)
        put_verdict(w, row);
    return cli_table_row(&w->csv);
}

static void member_int(work *w, const char *name, int32_t value)
{
    if (value >= 0) {
        ogpi_result_int(&w->json, name, value);
        return;
    }
    ogpi_jw_name(&w->json, name);
    ogpi_jw_null(&w->json);
}

static const char *word(bool unverified)
{
    return unverified ? "unverified" : "seen";
}

static void put_change(work *w, const ogp_change *change)
{
    ogpi_jw_object(&w->json, false);
    ogpi_jw_member(&w->json, "cell", change->cell);
    ogpi_jw_member(&w->json, "from", change->from);
    ogpi_jw_member(&w->json, "to", change->to);
    ogpi_result_int(&w->json, "points", change->points);
    ogpi_result_int(&w->json, "acts", change->acts);
    ogpi_jw_name(&w->json, "act");
    ogpi_jw_bool(&w->json, change->is_act != 0);
    ogpi_jw_member(&w->json, "name", ogpi_result_term(w->rules->book, change->term, w->call->language));
    ogpi_jw_end_object(&w->json);
}

static void put_needs(work *w, const ogpi_needs *needs)
{
    ogpi_jw_name(&w->json, "needs");
    ogpi_jw_array(&w->json, needs->count > 0);
    for (size_t i = 0; i < needs->count; i++) {
        ogpi_jw_array(&w->json, false);
        for (size_t k = 0; k < needs->sets[i].count; k++)
            put_change(w, change_at(w, &needs->sets[i], k));
        ogpi_jw_end_array(&w->json);
    }
    ogpi_jw_end_array(&w->json);
}

static void put_losses(work *w, const ogpi_eligibility_row *row)
{
    ogp_change losses[OGPI_ELI_CELLS];
    size_t count = ogpi_eligibility_losses(losses, w->rules, &row->values, &row->verdict);
    ogpi_jw_name(&w->json, "losses");
    ogpi_jw_array(&w->json, count > 0);
    for (size_t i = 0; i < count; i++)
        put_change(w, &losses[i]);
    ogpi_jw_end_array(&w->json);
}

static void put_members(work *w, const ogpi_eligibility_row *row)
{
    const ogpi_eligibility_verdict *v = &row->verdict;
    char share[OGPI_DECIMAL_SIZE];
    ogpi_jw_member(&w->json, "edition", v->edition->id);
    for (size_t m = 0; m < w->rules->metric_count; m++)
        member_int(w, w->rules->metrics[m].id, v->points[m]);
    member_int(w, "points", v->measured ? v->total : -1);
    member_int(w, "maximum", v->maximum);
    ogpi_jw_name(&w->json, "share");
    const char *text = v->measured ? ogpi_share_text(v->total, v->maximum, share) : "null";
    ogpi_jw_raw(&w->json, text, strlen(text));
    ogpi_jw_member(&w->json, "core", ogp_verdict_name(v->core));
    ogpi_jw_member(&w->json, "values_check", ogp_verdict_name(v->values_check));
    member_int(w, "eligible", v->eligible);
    put_needs(w, &row->needs);
    put_losses(w, row);
    ogpi_jw_name(&w->json, "status");
    ogpi_jw_object(&w->json, false);
    ogpi_jw_member(&w->json, "core", word(v->core_unverified));
    ogpi_jw_member(&w->json, "values_check", word(v->values_unverified));
    ogpi_jw_member(&w->json, "eligible", word(v->eligible_unverified));
    ogpi_jw_end_object(&w->json);
    ogpi_jw_name(&w->json, "eligibility_review");
    ogpi_jw_bool(&w->json, row->review_from != 0);
}

static bool put_json(work *w, const ogpi_eligibility_row *row)
{
    ogp_report *report;
    ogpi_jw_object(&w->json, true);
    ogpi_jw_name(&w->json, "country");
    ogpi_jw_string_n(&w->json, row->country.text, row->country.length);
    member_int(w, "year", row->judged ? row->values.year : -1);
    ogpi_result_int(&w->json, "row", (long long)row->number);
    if (row->judged)
        put_members(w, row);
    if (ogpi_eligibility_table_explain(&report, w->table, row, NULL) < 0) {
        w->call->out.buffer.failed = true;
        return false;
    }
    ogpi_result_findings(&w->json, "findings", report, w->call->language);
    ogp_report_unref(report);
    ogpi_jw_end_object(&w->json);
    return cli_out_mark(&w->call->out);
}

static void put_headline(work *w, const ogpi_eligibility_row *row)
{
    static const char *const answers[] = {"eligible.unknown", "eligible.no", "eligible.yes"};
    ogpi_buffer *out = &w->call->out.buffer;
    const ogp_rulebook *book = w->rules->book;
    const char *language = w->call->language;
    ogpi_buffer_printf(out, "%s%s", ogpi_result_direction(language), row->subject);
    if (row->judged) {
        const char *mark = ogpi_result_mark(book, word(row->verdict.eligible_unverified), language);
        ogpi_buffer_printf(out, ": %s%s%s%s", ogpi_result_term(book, answers[row->verdict.eligible + 1], language),
                           *mark ? " [" : "", mark, *mark ? "]" : "");
    }
    ogpi_buffer_putc(out, '\n');
}

static void put_need_lines(work *w, const ogpi_eligibility_row *row)
{
    ogpi_buffer *out = &w->call->out.buffer;
    const char *language = w->call->language;
    for (size_t i = 0; i < row->needs.count; i++) {
        ogpi_buffer_printf(out, "%s  %zu. ", ogpi_result_direction(language), i + 1);
        for (size_t k = 0; k < row->needs.sets[i].count; k++) {
            const ogp_change *change = change_at(w, &row->needs.sets[i], k);
            ogpi_buffer_printf(out, "%s%s", k ? "; " : "", ogpi_result_term(w->rules->book, change->term, language));
            if (change->points)
                ogpi_buffer_printf(out, " (+%d)", (int)change->points);
            if (!change->is_act)
                ogpi_buffer_printf(out, " %s", change->to);
        }
        ogpi_buffer_putc(out, '\n');
    }
}

static bool put_text(work *w, const ogpi_eligibility_row *row)
{
    ogp_report *report;
    put_headline(w, row);
    if (ogpi_eligibility_table_explain(&report, w->table, row, NULL) < 0) {
        w->call->out.buffer.failed = true;
        return false;
    }
    ogpi_result_lines(&w->call->out.buffer, report, w->call->language, OGP_SEVERITY_NOTE);
    ogp_report_unref(report);
    if (row->judged && row->needs.count) {
        ogpi_buffer_printf(&w->call->out.buffer, "%s  %s\n", ogpi_result_direction(w->call->language),
                           ogpi_result_term(w->rules->book, "eligible.needs", w->call->language));
        put_need_lines(w, row);
    }
    ogpi_buffer_putc(&w->call->out.buffer, '\n');
    return cli_out_mark(&w->call->out);
}

static void begin(work *w)
{
    bool json = cli_format_is(w->call, "json");
    if (cli_format_is(w->call, "csv"))
        cli_table_begin(&w->csv, w->call, columns, sizeof columns / sizeof *columns);
    ogpi_jw_init(&w->json, &w->call->out.buffer);
    if (json)
        ogpi_jw_array(&w->json, true);
}

static void end(work *w)
{
    if (cli_format_is(w->call, "csv"))
        cli_table_end(&w->csv);
    if (cli_format_is(w->call, "json")) {
        ogpi_jw_end_array(&w->json);
        ogpi_buffer_putc(&w->call->out.buffer, '\n');
    }
}

static int judge_rows(work *w, ogp_error *error)
{
    put_fn put = cli_format_is(w->call, "csv") ? put_csv : cli_format_is(w->call, "json") ? put_json : put_text;
    ogpi_eligibility_row row;
    ogp_report *report = NULL;
    int rc;
    begin(w);
    while ((rc = ogpi_eligibility_table_next(w->table, &row, error)) > 0 && put(w, &row))
        if (++w->rows % PROGRESS == 0)
            cli_progress("rows", w->rows, 0);
    cli_progress_end();
    end(w);
    if (rc < 0 || (rc = ogpi_eligibility_table_report(&report, w->table, error)) < 0)
        return rc;
    cli_put_finds(w->call, w->path, report);
    ogp_report_unref(report);
    return 0;
}

static int run_table(work *w, const ogpi_source *source, ogp_error *error)
{
    int rc = ogpi_eligibility_table_open(&w->table, source, w->call->context, error);
    if (rc < 0)
        return rc;
    w->rules = ogpi_eligibility_table_rules(w->table);
    rc = judge_rows(w, error);
    ogpi_eligibility_table_close(w->table);
    return rc;
}

static int run(cli_call *call)
{
    ogp_error error = OGP_ERROR_INIT;
    work w = {.call = call, .path = call->inputs[0]};
    ogpi_source source;
    int rc = ogpi_source_open(&source, w.path, &error);
    if (rc < 0)
        return cli_failed(call, w.path, &error);
    ogpi_buffer_init(&w.needs, NULL);
    rc = run_table(&w, &source, &error);
    call->out.buffer.failed |= w.needs.failed;
    ogpi_buffer_clear(&w.needs);
    return rc < 0 ? cli_failed(call, w.path, &error) : CLI_OK;
}

const cli_command cli_cmd_eligibility = {
    .name = "eligibility",
    .summary = "may a country join or stay, why, and what would change it",
    .inputs = "INPUT.csv",
    .about = "Reads a table of country-years (country,year,budget_proposal,audit_report,access_to_information,\n"
             "asset_disclosure,civil_liberties,cso_entry_exit,cso_repression,member) and judges each row by the\n"
             "criteria of its year: points a metric, 75 % of the maximum, the Values Check. A metric that was not\n"
             "measured is blank, never 0. `needs` lists the cheapest sets of changes that would make the country\n"
             "eligible. Cells that cannot be taken are findings on standard error, with row and column; the other\n"
             "cells and rows are still judged.\n",
    .formats = "csv|json|text",
    .min_inputs = 1,
    .max_inputs = 1,
    .finds = true,
    .run = run,
};
