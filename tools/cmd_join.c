/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "tools/date.h"
#include "tools/input.h"
#include "model/history.h"

static int put(cli_call *call, char *text, size_t length, ogp_severity worst)
{
    ogpi_buffer_add(&call->out.buffer, text, length);
    ogp_free(text);
    cli_found(call, worst);
    return 0;
}

static int join(cli_call *call, const ogp_history *history, ogp_date today, ogp_error *error)
{
    ogp_joining *joining;
    char *text;
    size_t length;
    int rc = ogp_joining_judge(&joining, history, today, call->context, error);
    if (rc < 0)
        return rc;
    rc = ogp_joining_write(&text, &length, joining, call->format, call->language, error);
    if (rc == 0)
        put(call, text, length, ogp_report_worst(ogp_joining_report(joining)));
    ogp_joining_unref(joining);
    return rc;
}

static int status(cli_call *call, const ogp_history *history, ogp_date today, ogp_error *error)
{
    ogp_status *member;
    char *text;
    size_t length;
    int rc = ogp_status_judge(&member, history, today, call->context, error);
    if (rc < 0)
        return rc;
    rc = ogp_status_write(&text, &length, member, call->format, call->language, error);
    if (rc == 0)
        put(call, text, length, ogp_report_worst(ogp_status_report(member)));
    ogp_status_unref(member);
    return rc;
}

static int run(cli_call *call)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_history *history = NULL;
    ogp_date today = {0};
    if (cli_read_date(call, "today", &today))
        return CLI_FAILED;
    int rc = ogp_history_load(&history, call->context, call->inputs[0], &error);
    if (rc == 0)
        rc = history->is_member ? status(call, history, today, &error) : join(call, history, today, &error);
    ogp_history_unref(history);
    return rc < 0 ? cli_failed(call, call->inputs[0], &error) : CLI_OK;
}

static const cli_option options[] = {
    {"today", 't', "DATE", "what has happened up to that day; else the document's own \"today\"", NULL},
    {0},
};

const cli_command cli_cmd_join = {
    .name = "join",
    .summary = "where a country stands on the way in, or as a member, and what is next",
    .inputs = "STATE.json",
    .about = "Reads dated events (ogp-join/1) of a country, a local government or a parliament and says which steps\n"
             "are done, which is next, what is missing and what is out of order. Reads the history of a member\n"
             "(ogp-member/1: cycles, yearly ratings, events) and says its status and how it came about.\n",
    .formats = "text|json",
    .options = options,
    .min_inputs = 1,
    .max_inputs = 1,
    .finds = true,
    .run = run,
};
