/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "base/error.h"
#include "dataset/row_commitment.h"
#include "dataset/rows.h"
#include "rules/smart.h"
#include "tools/table.h"

enum { PROGRESS = 1024 };

static const char *const columns[] = {"id",         "plan",     "number",     "specific", "measurable",
                                      "answerable", "relevant", "time_bound", "score"};

typedef struct work {
    cli_call *call;
    cli_table out;
    ogpi_rows *rows;
    ogpi_row_commitment row;
    ogpi_smart_scorer *scorer;
} work;

static const char *or_blank(const ogpi_string *text)
{
    return ogpi_blank(text) ? NULL : text->text;
}

static void put_names(work *w, const ogpi_row *row)
{
    const ogp_commitment *c = row->commitment;
    if (row->table) {
        cli_table_text(&w->out, row->name);
        cli_table_text(&w->out, row->plan);
        cli_table_text_n(&w->out, row->commitment_number.text, row->commitment_number.length);
        return;
    }
    const ogp_plan *plan = ogpi_rows_plan(w->rows);
    cli_table_text(&w->out, or_blank(&c->id));
    cli_table_text(&w->out, ogpi_blank(&c->plan) && plan ? or_blank(&plan->id) : or_blank(&c->plan));
    cli_table_text(&w->out, or_blank(&c->number));
}

static int mark(work *w, const ogpi_row *row, bool *more, ogp_error *error)
{
    ogpi_smart_result result;
    const ogp_commitment *c = row->table ? ogpi_row_commitment_take(&w->row, row->table) : row->commitment;
    int rc = ogpi_smart_commitment(w->scorer, ogpi_rows_plan(w->rows), c, &result, error);
    if (rc < 0)
        return rc;
    put_names(w, row);
    for (int i = 0; i < OGP_SMART_CRITERIA; i++)
        cli_table_text(&w->out, ogp_smart_mark_name((ogp_smart_mark)result.marks[i]));
    cli_table_int(&w->out, result.score);
    *more = cli_table_row(&w->out);
    if (w->out.rows % PROGRESS == 0)
        cli_progress("rows", w->out.rows, 0);
    return 0;
}

/* A line that is no commitment is said, and the others are still marked. */
static bool passes(work *w, int rc, ogp_error *error)
{
    if ((rc != OGP_ERROR_SYNTAX && rc != OGP_ERROR_FORMAT) || ogpi_rows_table(w->rows) || w->out.rows == 0)
        return false;
    cli_unreadable(w->call, w->call->inputs[0], error);
    *error = (ogp_error)OGP_ERROR_INIT;
    return true;
}

static int mark_rows(work *w, ogp_error *error)
{
    ogpi_row row;
    bool more = true;
    int rc = 0;
    while (more && rc == 0) {
        rc = ogpi_rows_next(w->rows, &row, error);
        if (rc > 0)
            rc = mark(w, &row, &more, error);
        else if (rc < 0 && passes(w, rc, error))
            rc = 0;
        else
            break;
    }
    return rc;
}

static int open_all(work *w, ogp_error *error)
{
    int rc = ogpi_rows_open_path(&w->rows, w->call->inputs[0], w->call->context, error);
    if (rc == 0 && ogpi_rows_table(w->rows))
        rc = ogpi_row_commitment_open(&w->row, ogpi_rows_table(w->rows), w->call->context, error);
    return rc == 0 ? ogpi_smart_new(&w->scorer, w->call->context, error) : rc;
}

static int run(cli_call *call)
{
    work w = {.call = call};
    ogp_error error = OGP_ERROR_INIT;
    int rc = open_all(&w, &error);
    if (rc == 0) {
        cli_table_begin(&w.out, call, columns, sizeof columns / sizeof *columns);
        rc = mark_rows(&w, &error);
        cli_table_end(&w.out);
    }
    ogpi_smart_free(w.scorer);
    ogpi_row_commitment_close(&w.row);
    ogpi_rows_close(w.rows);
    return rc < 0 ? cli_failed(call, call->inputs[0], &error) : CLI_OK;
}

const cli_command cli_cmd_smart = {
    .name = "smart",
    .summary = "five marks and a score for each commitment",
    .inputs = "INPUT",
    .about =
        "Says of each commitment whether it is specific, measurable, answerable, relevant and time-bound: met, partly\n"
        "or unmet, and a score from 0 to 100 by the table of the rulebook (docs/smart.md). INPUT is a plan, a\n"
        "stream of commitments, one JSON object a line, or any edition of OGP's table of commitments.\n",
    .formats = "csv|ndjson|json",
    .min_inputs = 1,
    .max_inputs = 1,
    .run = run,
};
