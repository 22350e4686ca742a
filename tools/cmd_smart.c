/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "base/error.h"
#include "rules/smart.h"
#include "tools/table.h"

static const char *const columns[] = {"id",         "plan",     "number",     "specific", "measurable",
                                      "answerable", "relevant", "time_bound", "score"};

static const char *or_blank(const ogpi_string *text)
{
    return ogpi_blank(text) ? NULL : text->text;
}

static bool put_row(cli_table *table, const ogp_plan *plan, const ogp_commitment *commitment, const ogpi_smart_result *result)
{
    const ogpi_string *plan_id = ogpi_blank(&commitment->plan) && plan ? &plan->id : &commitment->plan;
    cli_table_text(table, or_blank(&commitment->id));
    cli_table_text(table, or_blank(plan_id));
    cli_table_text(table, or_blank(&commitment->number));
    for (int i = 0; i < OGP_SMART_CRITERIA; i++)
        cli_table_text(table, ogp_smart_mark_name((ogp_smart_mark)result->marks[i]));
    cli_table_int(table, result->score);
    return cli_table_row(table);
}

/* A line that is no commitment is said, and the others are still marked. */
static bool passes(cli_call *call, int rc, ogp_error *error)
{
    if (rc != OGP_ERROR_SYNTAX && rc != OGP_ERROR_FORMAT)
        return false;
    cli_unreadable(call, call->inputs[0], error);
    *error = (ogp_error)OGP_ERROR_INIT;
    return true;
}

static int mark_stream(cli_table *table, cli_call *call, ogp_stream *stream, ogpi_smart_scorer *scorer, ogp_error *error)
{
    const ogp_commitment *commitment;
    ogpi_smart_result result;
    for (;;) {
        int rc = ogp_stream_next(&commitment, stream, error);
        if (rc <= 0 && !passes(call, rc, error))
            return rc;
        if (rc <= 0)
            continue;
        rc = ogpi_smart_commitment(scorer, ogp_stream_plan(stream), commitment, &result, error);
        if (rc < 0)
            return rc;
        if (!put_row(table, ogp_stream_plan(stream), commitment, &result))
            return 0;
    }
}

static int run(cli_call *call)
{
    cli_table table;
    ogp_error error = OGP_ERROR_INIT;
    ogp_stream *stream = NULL;
    ogpi_smart_scorer *scorer = NULL;
    int rc = ogp_stream_open(&stream, call->context, call->inputs[0], &error);
    if (rc == 0)
        rc = ogpi_smart_new(&scorer, call->context, &error);
    if (rc == 0) {
        cli_table_begin(&table, call, columns, sizeof columns / sizeof *columns);
        rc = mark_stream(&table, call, stream, scorer, &error);
        cli_table_end(&table);
    }
    ogpi_smart_free(scorer);
    ogp_stream_close(stream);
    return rc < 0 ? cli_failed(call, call->inputs[0], &error) : CLI_OK;
}

const cli_command cli_cmd_smart = {
    .name = "smart",
    .summary = "five marks and a score for each commitment",
    .inputs = "INPUT",
    .about = "Says of each commitment whether it is specific, measurable, answerable, relevant and time-bound: met, partly\n"
             "or unmet, and a score from 0 to 100 by the table of the rulebook (docs/smart.md). INPUT is a plan, or a\n"
             "stream of commitments, one JSON object a line.\n",
    .formats = "csv|ndjson|json",
    .min_inputs = 1,
    .max_inputs = 1,
    .run = run,
};
