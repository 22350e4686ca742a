/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "tools/finds.h"

static int write_rows(cli_call *call, ogp_eligibility_table *table, ogp_error *error)
{
    char *text;
    size_t length;
    int rc;
    while ((rc = ogp_eligibility_table_write(&text, &length, table, call->format, call->language, error)) > 0) {
        ogpi_buffer_add(&call->out.buffer, text, length);
        ogp_free(text);
        if (!cli_out_mark(&call->out))
            break;
        cli_progress("rows", ogp_eligibility_table_row(table), 0);
    }
    cli_progress_end();
    return rc;
}

static int run(cli_call *call)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_eligibility_table *table = NULL;
    int rc = ogp_eligibility_table_open(&table, call->context, call->inputs[0], &error);
    if (rc == 0)
        rc = write_rows(call, table, &error);
    if (rc == 0)
        cli_put_finds(call, call->inputs[0], ogp_eligibility_table_report(table));
    ogp_eligibility_table_close(table);
    return rc < 0 ? cli_failed(call, call->inputs[0], &error) : CLI_OK;
}

const cli_command cli_cmd_eligibility = {
    .name = "eligibility",
    .summary = "may a country join or stay, why, and what would change it",
    .inputs = "INPUT.csv",
    .about = "Reads a table of country-years (country,year,budget_proposal,audit_report,access_to_information,\n"
             "asset_disclosure,civil_liberties,cso_entry_exit,cso_repression,member), or the same as records in\n"
             "JSON, and judges each by the criteria of its year: points a metric, 75 % of the maximum, the Values\n"
             "Check. A metric that was not measured is blank, never 0. `needs` lists the cheapest sets of changes\n"
             "that would make the country eligible. Cells that cannot be taken are findings on standard error, with\n"
             "row and column; the other cells and rows are still judged.\n",
    .formats = "csv|json|text",
    .min_inputs = 1,
    .max_inputs = 1,
    .finds = true,
    .run = run,
};
