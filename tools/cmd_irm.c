/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "base/error.h"
#include "dataset/audit.h"
#include "dataset/rows.h"
#include "tools/finds.h"
#include "tools/table.h"

enum { PROGRESS = 8192 };

static const char *const columns[] = {
    "id", "country", "plan", "number", "method", "relevant", "verifiable", "star_2013", "star_2014", "star_progress",
    "star_end_of_term", "high_completion", "high_ambition", "high_did_it_open_government", "binding_constraint",
    "irm_score",
};

static const char *const audit_columns[] = {"row", "id", "column", "published", "recomputed", "why"};

typedef struct work {
    cli_call *call;
    cli_table out;
    ogpi_rows *rows;
} work;

static void put_code(cli_table *out, const ogpi_irm *irm, size_t formula, const int16_t *values)
{
    char word[OGPI_IRM_WORD_SIZE];

    ogpi_irm_spell(word, irm->formulas[formula].scale, values[irm->column_count + formula]);
    cli_table_code(out, word);
}

static bool put_row(work *w, const ogpi_row *row)
{
    const ogpi_irm *irm = ogpi_rows_irm(w->rows);

    cli_table_text(&w->out, row->name);
    cli_table_text(&w->out, row->country);
    cli_table_code(&w->out, row->plan);
    cli_table_text_n(&w->out, row->commitment_number.text, row->commitment_number.length);
    cli_table_text(&w->out, row->method);
    for (size_t i = 0; i < irm->output_count; i++)
        put_code(&w->out, irm, irm->output[i], row->values);
    return cli_table_row(&w->out);
}

static void put_difference(const ogpi_difference *d, const ogpi_table_row *row, void *user)
{
    work *w = user;

    cli_found(w->call, OGP_SEVERITY_WARNING);
    cli_table_int(&w->out, (long long)row->number);
    cli_table_text(&w->out, d->name);
    cli_table_text(&w->out, d->column);
    cli_table_code(&w->out, d->published);
    cli_table_code(&w->out, d->recomputed);
    cli_table_text(&w->out, d->why);
    cli_table_row(&w->out);
}

static int score(work *w, ogp_error *error)
{
    ogpi_row row;
    size_t count = 0;
    int code;

    cli_table_begin(&w->out, w->call, columns, sizeof columns / sizeof *columns);
    while ((code = ogpi_rows_next(w->rows, &row, error)) > 0 && put_row(w, &row))
        if (++count % PROGRESS == 0)
            cli_progress("rows", count, 0);
    cli_progress_end();
    cli_table_end(&w->out);
    return code < 0 ? code : 0;
}

static int audit(work *w, ogp_error *error)
{
    ogpi_table *table = ogpi_rows_table(w->rows);
    ogpi_table_row row;
    ogpi_audit *audit;
    size_t count = 0;
    int code;

    if (!table)
        return ogpi_error(error, OGP_ERROR_FORMAT, "a plan publishes no figures of its own: there is nothing to audit");
    if ((code = ogpi_audit_open(&audit, table, w->call->context, error)) < 0)
        return code;
    cli_table_begin(&w->out, w->call, audit_columns, sizeof audit_columns / sizeof *audit_columns);
    while ((code = ogpi_table_next(table, &row, error)) > 0) {
        if ((code = ogpi_audit_row(audit, &row, put_difference, w, error)) < 0)
            break;
        if (++count % PROGRESS == 0)
            cli_progress("rows", count, 0);
    }
    cli_table_end(&w->out);
    ogpi_audit_close(audit);
    return code < 0 ? code : 0;
}

static int run(cli_call *call)
{
    ogp_error error = OGP_ERROR_INIT;
    work w = {.call = call};
    int code = ogpi_rows_open_path(&w.rows, call->inputs[0], call->context, &error);

    if (code < 0)
        return cli_failed(call, call->inputs[0], &error);
    code = cli_option_value(call, "audit") ? audit(&w, &error) : score(&w, &error);
    if (code == OGP_OK)
        code = cli_put_table_finds(call, call->inputs[0], ogpi_rows_table(w.rows), &error);
    ogpi_rows_close(w.rows);
    return code < 0 ? cli_failed(call, call->inputs[0], &error) : CLI_OK;
}

static const cli_option options[] = {
    {"audit", 0, NULL, "print each difference between the file's own figures and the recomputed ones", NULL},
    {0},
};

const cli_command cli_cmd_irm = {
    .name = "irm",
    .summary = "recompute the IRM's figures for each commitment of a table or plan",
    .inputs = "INPUT",
    .about = "Reads any edition of OGP's table of commitments (told apart by its header), a plan or a stream of\n"
             "commitments, and works out, a row a commitment, what the IRM's codes add up to under the method of\n"
             "its era. Values are 1, 0, a code, or NR (not reviewed), ND (no such variable under that method),\n"
             "NA (not applicable).\n",
    .formats = "csv|ndjson|json|text",
    .options = options,
    .min_inputs = 1,
    .max_inputs = 1,
    .finds = true,
    .run = run,
};
