/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "base/error.h"
#include "dataset/rows.h"
#include "tools/input.h"

#include <stdlib.h>

/* A plan that was read and checked, with its text for lines and columns. */
typedef struct checked {
    ogpi_buffer text;
    ogp_report *report;
} checked;

static int check_text(checked *c, const cli_call *call, ogp_error *error)
{
    ogp_plan *plan = NULL;
    int rc = ogp_plan_parse(&plan, call->context, c->text.data, c->text.length, error);
    if (rc == OGP_OK)
        rc = ogp_plan_check(&c->report, plan, call->context, error);
    ogp_plan_unref(plan);
    return rc;
}

/* Where a table stands in for a plan, the error says what reads it. */
static void name_table(const cli_call *call, const char *input, ogp_error *error)
{
    ogpi_rows *rows = NULL;
    if (error->code != OGP_ERROR_SYNTAX || strcmp(input, "-") == 0)
        return;
    if (ogpi_rows_open_path(&rows, input, call->context, NULL) == 0 && ogpi_rows_table(rows)) {
        *error = (ogp_error)OGP_ERROR_INIT;
        ogpi_error(
            error, OGP_ERROR_FORMAT,
            "a table of commitments, and no plan: \"ogp smart\" marks its rows, \"ogp convert\" writes them as JSON");
    }
    ogpi_rows_close(rows);
}

static bool check_input(checked *c, cli_call *call, const char *input)
{
    ogp_error error = OGP_ERROR_INIT;
    if (cli_read_input(&c->text, call, input, &error) == OGP_OK && check_text(c, call, &error) == OGP_OK)
        return true;
    name_table(call, input, &error);
    cli_unreadable(call, input, &error);
    return false;
}

static ogp_write_options write_options(const cli_call *call)
{
    ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
    options.format = ogp_write_format_of(call->format);
    options.language = call->language;
    options.all_languages = cli_option_value(call, "all-languages") != NULL;
    options.colour = cli_out_terminal(&call->out) && !(getenv("NO_COLOR") && *getenv("NO_COLOR"));
    options.width = cli_out_width(&call->out);
    return options;
}

/* One plan makes one report; several make a list, even when only one of them could be read. */
static int write_out(cli_call *call, const ogp_write_item *items, size_t count)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_write_options options = write_options(call);
    char *text = NULL;
    size_t length = 0;
    int rc = call->input_count == 1 ? ogp_report_write(&text, &length, items, &options, &error)
                                    : ogp_reports_write(&text, &length, items, count, &options, &error);
    if (rc < 0)
        return cli_failed(call, NULL, &error);
    ogpi_buffer_add(&call->out.buffer, text, length);
    ogp_free(text);
    return CLI_OK;
}

static int check_all(cli_call *call, checked *plans, ogp_write_item *items)
{
    size_t count = 0;
    for (size_t i = 0; i < call->input_count; i++) {
        cli_progress("plans", i, call->input_count);
        if (!check_input(&plans[i], call, call->inputs[i]))
            continue;
        cli_found(call, ogp_report_worst(plans[i].report));
        items[count++] = (ogp_write_item){plans[i].report, call->inputs[i], plans[i].text.data, plans[i].text.length};
    }
    return count ? write_out(call, items, count) : CLI_FAILED;
}

static int run(cli_call *call)
{
    checked *plans = ogpi_calloc(NULL, call->input_count, sizeof *plans);
    ogp_write_item *items = ogpi_calloc(NULL, call->input_count, sizeof *items);
    int status = plans && items ? check_all(call, plans, items) : cli_wrong(call, "out of memory");
    for (size_t i = 0; plans && i < call->input_count; i++) {
        ogp_report_unref(plans[i].report);
        ogpi_buffer_clear(&plans[i].text);
    }
    ogpi_free(NULL, plans);
    ogpi_free(NULL, items);
    return status;
}

static const cli_option options[] = {
    {"all-languages", 'a', NULL, "with --format json: the messages of every finding in all four languages", NULL},
    {0},
};

const cli_command cli_cmd_check = {
    .name = "check",
    .summary = "all rules on plans: template, dates, SMART, values, co-creation",
    .inputs = "PLAN...",
    .about = "Reads action plans (ogp-plan/1) and says what the rules find in them: what is meant, where it stands,\n"
             "which rule of which edition says so, and what would mend it. What is wrong in a plan is a finding\n"
             "(exit status 1); a file that is no plan cannot be read (exit status 2), and the others still are.\n",
    .formats = "text|json|sarif|html",
    .options = options,
    .min_inputs = 1,
    .max_inputs = -1,
    .finds = true,
    .run = run,
};
