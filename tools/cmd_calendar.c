/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "tools/date.h"

#include <stdlib.h>

static int read_options(const cli_call *call, ogp_calendar_options *options)
{
    const struct {
        const char *name;
        ogp_date *date;
    } dates[] = {{"submitted", &options->submitted}, {"start", &options->start},
                 {"end", &options->end},             {"previous-end", &options->previous_end},
                 {"letter", &options->letter},       {"cocreation", &options->cocreation}};
    const char *years = cli_option_value(call, "years");
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        if (cli_read_date(call, dates[i].name, dates[i].date))
            return CLI_FAILED;
    if (years && (strlen(years) > 2 || !*years || strspn(years, "0123456789") != strlen(years) || atoi(years) == 0))
        return cli_wrong(call, "--years wants a number from 1 to 10, not \"%s\"", years);
    options->years = years ? atoi(years) : 0;
    options->edition = cli_option_value(call, "edition");
    options->plan = cli_option_value(call, "plan");
    options->first = cli_option_value(call, "first") != NULL;
    options->local = cli_option_value(call, "local") != NULL;
    return CLI_OK;
}

static int run(cli_call *call)
{
    ogp_calendar_options options = OGP_CALENDAR_OPTIONS_INIT;
    ogp_error error = OGP_ERROR_INIT;
    ogp_calendar *calendar = NULL;
    char *text = NULL;
    size_t length = 0;
    if (read_options(call, &options))
        return CLI_FAILED;
    int rc = ogp_calendar_new(&calendar, &options, call->context, &error);
    if (rc == 0)
        rc = ogp_calendar_write(&text, &length, calendar, call->format, call->language, &error);
    if (rc == 0) {
        ogpi_buffer_add(&call->out.buffer, text, length);
        cli_found(call, ogp_report_worst(ogp_calendar_report(calendar)));
    }
    ogp_free(text);
    ogp_calendar_unref(calendar);
    return rc == OGP_ERROR_USAGE ? cli_wrong(call, "%s", error.message)
           : rc < 0              ? cli_failed(call, NULL, &error)
                                 : CLI_OK;
}

static const cli_option options[] = {
    {"edition", 'e', "ID", "the era, cal-2011 to cal-2022, or a template's id; else as the dates tell", NULL},
    {"submitted", 's', "DATE", "when the plan was delivered", NULL},
    {"start", 0, "DATE", "when implementation starts", NULL},
    {"end", 0, "DATE", "the plan's own end date", NULL},
    {"years", 'y', "N", "its length, 1 to 10", NULL},
    {"previous-end", 'p', "DATE", "end of the plan before it", NULL},
    {"letter", 0, "DATE", "letter of intent, for a first plan", NULL},
    {"cocreation", 0, "DATE", "when co-creation starts", NULL},
    {"first", 0, NULL, "the first plan of a new member", NULL},
    {"local", 0, NULL, "a plan of a local government", NULL},
    {"plan", 0, "ID", "id of the plan, to name the entries of an iCalendar", NULL},
    {0},
};

const cli_command cli_cmd_calendar = {
    .name = "calendar",
    .summary = "every date that a member must keep for a plan",
    .inputs = "",
    .about = "Works out when a plan is due, when it counts as late, how long it must run, what the government and\n"
             "the IRM have to deliver and when, by the rules of the plan's era, each date with its rule and source.\n"
             "A plan delivered too late is a finding. ics is an iCalendar for the calendar of your office.\n",
    .formats = "text|json|ics",
    .options = options,
    .finds = true,
    .run = run,
};
