/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include <ogp/convert.h>

static const char *const forms[] = {"csv", "json", "ndjson", "xml"};

static const char *form_called(const char *name)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(forms[i], name) == 0)
            return forms[i];
    return NULL;
}

/* What --format says, else the ending of OUT, else JSON. */
static const char *form_wanted(const cli_call *call, const char *out)
{
    const char *dot = out ? strrchr(out, '.') : NULL;
    if (cli_option_value(call, "format"))
        return form_called(call->format);
    return !dot || strchr(dot, '/') ? "json" : form_called(dot + 1);
}

typedef struct writing {
    cli_call *call;
    size_t bytes;
} writing;

static int put(void *user, const char *bytes, size_t length)
{
    writing *w = user;
    ogpi_buffer_add(&w->call->out.buffer, bytes, length);
    w->bytes += length;
    cli_progress("kilobytes", w->bytes / 1000, 0);
    return !cli_out_mark(&w->call->out);
}

/* Writing that stopped is told by the frame. */
static int convert(cli_call *call, const char *to)
{
    ogp_error error = OGP_ERROR_INIT;
    const char *losses;
    writing w = {.call = call};
    int rc = ogp_convert(&losses, call->inputs[0], to, put, &w, call->context, &error);
    if (rc < 0 && rc != OGP_ERROR_CANCELLED)
        return cli_failed(call, call->inputs[0], &error);
    if (losses)
        cli_note(call->inputs[0], losses);
    return CLI_OK;
}

static int run(cli_call *call)
{
    const char *out = call->input_count > 1 ? call->inputs[1] : call->out.path;
    const char *to = form_wanted(call, out);
    if (call->input_count > 1 && call->out.path)
        return cli_wrong(call, "say where to write once: OUT or --output");
    if (out && !*out)
        return cli_wrong(call, "OUT names no file; - is standard output");
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
    .about =
        "Reads a plan and writes it in another form, or in the canonical spelling of its own. The ending of OUT\n"
        "tells the form, else --format does. What the form cannot hold is said on standard error. A table of OGP's,\n"
        "of any edition, becomes the common table (csv) or a stream of commitments (ndjson); rows or lines of one\n"
        "plan become that plan.\n",
    .formats = "json|csv|ndjson|xml",
    .min_inputs = 1,
    .max_inputs = 2,
    .run = run,
};
