/* SPDX-License-Identifier: MIT */
/* Between the forms of a plan. A form is a line in the table: its name, the endings of its files, and its writer;
   what comes in tells its form itself. */
#include "tools/command.h"
#include "base/error.h"
#include "dataset/convert.h"
#include "tools/input.h"

typedef int write_plan(char **out, size_t *length, const ogp_plan *plan, ogp_error *error);

static int write_whole(cli_call *call, write_plan *write, const ogp_plan *plan, ogp_error *error)
{
    char *text = NULL;
    size_t length = 0;
    int rc = write(&text, &length, plan, error);
    if (rc == OGP_OK)
        ogpi_buffer_add(&call->out.buffer, text, length);
    ogp_free(text);
    return rc;
}

static int write_json(cli_call *call, const ogp_plan *plan, ogp_error *error)
{
    return write_whole(call, ogp_plan_write, plan, error);
}

static int write_xml(cli_call *call, const ogp_plan *plan, ogp_error *error)
{
    return write_whole(call, ogp_plan_write_xml, plan, error);
}

/* What a plan says besides its commitments has no place in a stream of them. */
static int write_ndjson(cli_call *call, const ogp_plan *plan, ogp_error *error)
{
    int rc = OGP_OK;
    for (size_t i = 0; rc == OGP_OK && i < ogp_plan_commitment_count(plan); i++) {
        char *text = NULL;
        size_t length = 0;
        rc = ogp_plan_write_commitment(&text, &length, plan, ogp_plan_commitment_at(plan, i), error);
        if (rc == OGP_OK)
            ogpi_buffer_add(&call->out.buffer, text, length);
        ogp_free(text);
        if (!cli_out_mark(&call->out))
            break;
    }
    return rc;
}

typedef struct form {
    const char *name;   /* as in --format, and the ending of its files */
    const char *losses; /* what is not written; NULL: everything is */
    int (*write)(cli_call *call, const ogp_plan *plan, ogp_error *error);
} form;

/* Any edition of the table, a plan or a stream, row by row: these two forms go past the whole plan. */
static const char csv_losses[] = "the common table holds keys, titles, texts, dates, codes and policy areas: milestones, values' reasons and "
                                 "other members of plans, and other columns of tables, are left out";
static const char table_losses[] = "contacts of persons and the date of the web page are not passed on; cells without a member of their own "
                                   "stay under \"table\"";

static const form forms[] = {
    {"csv", csv_losses, NULL},
    {"json", NULL, write_json},
    {"ndjson", "a stream of commitments holds the commitments alone: the plan's own title, dates, lead and co-creation are left out",
     write_ndjson},
    {"xml", NULL, write_xml},
};

static const form *form_called(const char *name)
{
    for (size_t i = 0; name && i < sizeof forms / sizeof *forms; i++)
        if (strcmp(forms[i].name, name) == 0)
            return &forms[i];
    return NULL;
}

/* What --format says, else the ending of OUT, else JSON. */
static const form *form_wanted(const cli_call *call, const char *out)
{
    const char *dot = out ? strrchr(out, '.') : NULL;
    if (cli_option_value(call, "format"))
        return form_called(call->format);
    if (!dot || strchr(dot, '/'))
        return &forms[1];
    return form_called(dot + 1);
}

static int write_rows(cli_call *call, ogpi_rows *rows, bool csv, ogp_error *error)
{
    ogpi_convert *convert;
    ogpi_row row;
    int rc = ogpi_convert_open(&convert, rows, call->context, error);
    if (rc < 0)
        return rc;
    if (csv)
        ogpi_convert_csv_header(convert, &call->out.buffer);
    while ((rc = ogpi_rows_next(rows, &row, error)) > 0) {
        (csv ? ogpi_convert_csv_row : ogpi_convert_json_row)(convert, &row, &call->out.buffer);
        if (!cli_out_mark(&call->out))
            break;
    }
    ogpi_convert_close(convert);
    return rc < 0 ? rc : OGP_OK;
}

/* True when that is done, with its status; false where the input is a plan to be read whole. */
static bool convert_rows(cli_call *call, const form *to, int *status)
{
    const char *input = call->inputs[0];
    bool csv = strcmp(to->name, "csv") == 0, ndjson = strcmp(to->name, "ndjson") == 0;
    ogp_error error = OGP_ERROR_INIT;
    ogpi_rows *rows = NULL;
    if (!csv && strcmp(input, "-") == 0)
        return false;
    int rc = ogpi_rows_open_path(&rows, input, call->context, &error);
    bool table = rc == OGP_OK && ogpi_rows_table(rows);
    if (!csv && !table) {
        ogpi_rows_close(rows);
        return false;
    }
    if (rc == OGP_OK && !csv && !ndjson)
        rc = ogpi_error(&error, OGP_ERROR_FORMAT, "a table holds commitments of many plans: convert it to ndjson or csv");
    else if (rc == OGP_OK)
        rc = write_rows(call, rows, csv, &error);
    ogpi_rows_close(rows);
    *status = rc < 0 ? cli_failed(call, input, &error) : CLI_OK;
    if (rc == OGP_OK)
        cli_note(input, csv ? to->losses : table_losses);
    return true;
}

static int convert(cli_call *call, const form *to)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan = NULL;
    int status;
    if (convert_rows(call, to, &status))
        return status;
    if (cli_read_plan(&plan, call, call->inputs[0], &error) < 0)
        return cli_failed(call, call->inputs[0], &error);
    int rc = to->write(call, plan, &error);
    ogp_plan_unref(plan);
    if (rc < 0)
        return cli_failed(call, call->out.path, &error);
    if (to->losses)
        cli_note(call->inputs[0], to->losses);
    return CLI_OK;
}

static int run(cli_call *call)
{
    const char *out = call->input_count > 1 ? call->inputs[1] : call->out.path;
    const form *to = form_wanted(call, out);
    if (call->input_count > 1 && call->out.path)
        return cli_wrong(call, "say where to write once: OUT or --output");
    if (!to)
        return cli_wrong(call, "what form is \"%s\"? say it with --format", out);
    if (out && strcmp(out, "-") != 0)
        call->out.path = out;
    return convert(call, to);
}

const cli_command cli_cmd_convert = {
    .name = "convert",
    .summary = "a plan or a table from one form to another",
    .inputs = "IN [OUT]",
    .about = "Reads a plan and writes it in another form, or in the canonical spelling of its own. The ending of OUT\n"
             "tells the form, else --format does. What the form cannot hold is said on standard error. A table of OGP's,\n"
             "of any edition, becomes the common table (csv) or a stream of commitments (ndjson).\n",
    .formats = "json|csv|ndjson|xml",
    .min_inputs = 1,
    .max_inputs = 2,
    .run = run,
};
