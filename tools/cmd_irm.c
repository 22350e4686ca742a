/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "dataset/audit.h"
#include "tools/table.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

enum { KEYS = 5, PROGRESS = 8192 };

static const char *const columns[] = {
    "id", "country", "plan", "number", "method", "relevant", "verifiable", "star_2013", "star_2014", "star_progress",
    "star_end_of_term", "high_completion", "high_ambition", "high_did_it_open_government", "binding_constraint",
    "irm_score",
};

static const char *const audit_columns[] = {"row", "id", "column", "published", "recomputed", "why"};

typedef struct work {
    cli_call *call;
    cli_table out;
    ogpi_table *table;
    size_t differences;
} work;

static void put_code(cli_table *out, const ogpi_irm *irm, size_t formula, const int16_t *values)
{
    char word[24];

    ogpi_irm_spell(word, irm->formulas[formula].scale, values[irm->column_count + formula]);
    cli_table_code(out, word);
}

static bool put_row(work *w, const ogpi_table_row *row)
{
    const ogpi_irm *irm = ogpi_table_irm(w->table);
    char name[160], plan[24], buffer[32];
    ogpi_csv_cell number = ogpi_table_number(w->table, row, buffer);

    ogpi_table_row_name(w->table, row, name);
    ogpi_irm_spell(plan, NULL, row->values[ogpi_irm_column_index(irm, "plan_number")]);
    cli_table_text(&w->out, name);
    cli_table_text(&w->out, row->country);
    cli_table_code(&w->out, plan);
    cli_table_text_n(&w->out, number.text, number.length);
    cli_table_text(&w->out, row->method);
    for (size_t i = 0; i < irm->output_count; i++)
        put_code(&w->out, irm, irm->output[i], row->values);
    return cli_table_row(&w->out);
}

static void put_difference(const ogpi_difference *d, const ogpi_table_row *row, void *user)
{
    work *w = user;

    w->differences++;
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
    ogpi_table_row row;
    int code;

    ogpi_table_need_output(w->table);
    cli_table_begin(&w->out, w->call, columns, sizeof columns / sizeof *columns);
    while ((code = ogpi_table_next(w->table, &row, error)) > 0 && put_row(w, &row))
        if (ogpi_table_rows(w->table) % PROGRESS == 0)
            cli_progress("rows", ogpi_table_rows(w->table), 0);
    cli_progress_end();
    cli_table_end(&w->out);
    return code < 0 ? code : 0;
}

static int audit(work *w, ogp_error *error)
{
    ogpi_table_row row;
    ogpi_audit *audit;
    int code = ogpi_audit_open(&audit, w->table, w->call->context, error);

    if (code < 0)
        return code;
    cli_table_begin(&w->out, w->call, audit_columns, sizeof audit_columns / sizeof *audit_columns);
    while ((code = ogpi_table_next(w->table, &row, error)) > 0)
        if ((code = ogpi_audit_row(audit, &row, put_difference, w, error)) < 0)
            break;
    cli_table_end(&w->out);
    ogpi_audit_close(audit);
    return code < 0 ? code : 0;
}

static int run_table(cli_call *call, const char *path, int descriptor)
{
    ogp_error error = OGP_ERROR_INIT;
    ogpi_csv_source source = {ogpi_csv_file_read, &descriptor};
    work w = {.call = call};
    int code = ogpi_table_open(&w.table, &source, call->context, &error);

    if (code < 0)
        return cli_failed(call, path, &error);
    code = cli_option_value(call, "audit") ? audit(&w, &error) : score(&w, &error);
    ogpi_table_close(w.table);
    return code < 0 ? cli_failed(call, path, &error) : CLI_OK;
}

static int run(cli_call *call)
{
    const char *path = call->inputs[0];
    bool standard = strcmp(path, "-") == 0;
    int descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    ogp_error error = OGP_ERROR_INIT;

    if (descriptor < 0) {
        error.code = OGP_ERROR_IO;
        snprintf(error.message, sizeof error.message, "%s", strerror(errno));
        return cli_failed(call, path, &error);
    }
    int status = run_table(call, path, descriptor);
    if (!standard)
        close(descriptor);
    return status;
}

static const cli_option options[] = {
    {"audit", 0, NULL, "print each difference between the file's own figures and the recomputed ones", NULL},
    {0},
};

const cli_command cli_cmd_irm = {
    .name = "irm",
    .summary = "recompute the IRM's figures for each commitment of a table or plan",
    .inputs = "INPUT",
    .about = "Reads any edition of OGP's table of commitments (told apart by its header) and works out, a row a\n"
             "commitment, what the IRM's codes add up to under the method of its era. Values are 1, 0, a code, or\n"
             "NR (not reviewed), ND (no such variable under that method), NA (not applicable).\n",
    .formats = "csv|ndjson|json|text",
    .options = options,
    .min_inputs = 1,
    .max_inputs = 1,
    .finds = true,
    .run = run,
};
