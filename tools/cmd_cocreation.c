/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "dataset/process.h"
#include "io/csv.h"
#include "report/result.h"
#include "rules/requirements.h"
#include "tools/date.h"
#include "tools/finds.h"
#include "tools/input.h"
#include "tools/table.h"

#include <stdio.h>

static const char *const columns[] = {
    "id",   "country", "plan", "year", "standards", "requirement", "name",
    "mark", "reason",  "by",   "rule", "source",    "status",      "contrary",
};

/* What a plan or a row of the table is called. */
typedef struct named { char id[64], country[128], plan[24], year[16]; } named;

typedef struct work {
    cli_call *call;
    const ogp_rulebook *book;
    cli_table csv;
    ogpi_json_writer json;
    bool worst_counts; /* what is not met counts towards --fail-on */
} work;

/* The reasons, in the order of the requirements, then those on all of them. */
static ogp_report *explain(work *w, const ogpi_requirements *r)
{
    ogpi_report_builder *builder;
    ogp_report *report = NULL;
    if (ogpi_report_begin(&builder, w->call->context, NULL) < 0)
        return NULL;
    for (size_t i = 0; i < ogpi_requirement_finding_count(r); i++) {
        ogpi_arg args[OGPI_REQUIREMENT_FINDING_ARGS];
        ogpi_finding_spec spec = ogpi_requirement_finding(r, i, args);
        ogpi_report_add(builder, &spec);
    }
    return ogpi_report_end(&report, builder, NULL) < 0 ? NULL : report;
}

static const char *message(const work *w, const ogp_report *report, size_t i)
{
    return ogp_finding_message(ogp_report_at(report, i), w->call->language);
}

static const char *name_of(char room[OGPI_NAME_SIZE], const work *w, const ogpi_requirement *item)
{
    return ogpi_result_term(room, w->book, item->term, w->call->language);
}

static void put_answer(cli_table *csv, ogp_answer answer)
{
    if (answer == OGP_UNKNOWN)
        cli_table_blank(csv);
    else
        cli_table_int(csv, answer);
}

static void put_csv(work *w, const named *n, const ogpi_requirements *r, const ogp_report *report)
{
    for (size_t i = 0; i < r->count; i++) {
        const ogpi_requirement *item = &r->items[i];
        char by[OGPI_DAY_SIZE], name[OGPI_NAME_SIZE];
        cli_table_text(&w->csv, n->id);
        cli_table_text(&w->csv, n->country);
        cli_table_text(&w->csv, n->plan);
        cli_table_text(&w->csv, n->year);
        cli_table_text(&w->csv, r->standards);
        cli_table_text(&w->csv, item->number);
        cli_table_text(&w->csv, name_of(name, w, item));
        cli_table_text(&w->csv, ogp_mark_name(item->mark));
        cli_table_text(&w->csv, message(w, report, i));
        cli_table_text(&w->csv, ogpi_day_text(item->by, by));
        cli_table_text(&w->csv, item->rule);
        cli_table_text(&w->csv, item->source);
        cli_table_text(&w->csv, item->status);
        put_answer(&w->csv, r->contrary);
        cli_table_row(&w->csv);
    }
}

static void put_item(work *w, const ogpi_requirement *item, const ogp_finding *finding)
{
    char by[OGPI_DAY_SIZE], name[OGPI_NAME_SIZE];
    ogpi_jw_object(&w->json, false);
    ogpi_jw_member(&w->json, "requirement", item->number);
    ogpi_jw_member(&w->json, "id", item->id);
    ogpi_jw_member(&w->json, "name", name_of(name, w, item));
    ogpi_jw_member(&w->json, "mark", ogp_mark_name(item->mark));
    ogpi_jw_member(&w->json, "reason", ogp_finding_message(finding, w->call->language));
    ogpi_jw_member(&w->json, "mend", ogp_finding_mend(finding, w->call->language));
    ogpi_jw_member(&w->json, "by", item->by == OGPI_NO_DAY ? NULL : ogpi_day_text(item->by, by));
    ogpi_jw_member(&w->json, "rule", item->rule);
    ogpi_jw_member(&w->json, "source", item->source);
    ogpi_jw_member(&w->json, "status", item->status);
    ogpi_jw_end_object(&w->json);
}

static void put_answer_member(work *w, const char *name, ogp_answer answer)
{
    ogpi_jw_name(&w->json, name);
    if (answer == OGP_UNKNOWN)
        ogpi_jw_null(&w->json);
    else
        ogpi_jw_bool(&w->json, answer == OGP_YES);
}

static void put_json(work *w, const named *n, const ogpi_requirements *r, const ogp_report *report)
{
    char day[OGPI_DAY_SIZE];
    const ogp_finding *last = ogp_report_at(report, r->count);
    ogpi_jw_object(&w->json, true);
    ogpi_jw_member(&w->json, "id", n->id);
    ogpi_jw_member(&w->json, "country", n->country);
    ogpi_jw_member(&w->json, "plan", n->plan);
    ogpi_jw_member(&w->json, "year", n->year);
    ogpi_jw_member(&w->json, "standards", r->standards);
    ogpi_jw_member(&w->json, "as_of", r->as_of == OGPI_NO_DAY ? NULL : ogpi_day_text(r->as_of, day));
    ogpi_jw_name(&w->json, "requirements");
    ogpi_jw_array(&w->json, true);
    for (size_t i = 0; i < r->count; i++)
        put_item(w, &r->items[i], ogp_report_at(report, i));
    ogpi_jw_end_array(&w->json);
    if (r->steps >= 0)
        ogpi_jw_member_size(&w->json, "steps", (size_t)r->steps);
    put_answer_member(w, "contrary", r->contrary);
    ogpi_jw_member(&w->json, "reason", ogp_finding_message(last, w->call->language));
    if (ogp_report_count(report) > r->count + 1)
        ogpi_jw_member(&w->json, "contrary_reason", message(w, report, r->count + 1));
    ogpi_jw_member(&w->json, "rule", ogp_finding_rule(last));
    ogpi_jw_member(&w->json, "source", ogp_finding_source(last));
    ogpi_jw_member(&w->json, "status", r->contrary_unverified ? "unverified" : ogp_finding_status(last));
    ogpi_jw_end_object(&w->json);
}

static void put_text(work *w, const named *n, const ogpi_requirements *r, const ogp_report *report)
{
    ogpi_buffer *out = &w->call->out.buffer;
    ogpi_buffer_printf(out, "%s%s%s%s%s%s (%s)\n", ogpi_result_direction(w->call->language), n->id, *n->id ? " " : "",
                       n->country, *n->plan ? " " : "", n->plan, r->edition);
    ogpi_result_lines(out, report, w->call->language, OGP_SEVERITY_NOTE);
    ogpi_buffer_putc(out, '\n');
}

static int put(work *w, const named *n, const ogpi_requirements *r)
{
    ogp_report *report = explain(w, r);
    if (!report || ogp_report_count(report) != ogpi_requirement_finding_count(r)) {
        ogp_report_unref(report);
        w->call->out.buffer.failed = true;
        return OGP_ERROR_MEMORY;
    }
    if (cli_format_is(w->call, "csv"))
        put_csv(w, n, r, report);
    else if (cli_format_is(w->call, "json"))
        put_json(w, n, r, report);
    else
        put_text(w, n, r, report);
    if (w->worst_counts)
        cli_found(w->call, ogp_report_worst(report));
    ogp_report_unref(report);
    return 0;
}

static void begin(work *w)
{
    if (cli_format_is(w->call, "csv"))
        cli_table_begin(&w->csv, w->call, columns, sizeof columns / sizeof *columns);
    ogpi_jw_init(&w->json, &w->call->out.buffer);
}

static void end(work *w)
{
    if (cli_format_is(w->call, "csv"))
        cli_table_end(&w->csv);
    else if (cli_format_is(w->call, "json"))
        ogpi_buffer_putc(&w->call->out.buffer, '\n');
}

static int judge_plan(work *w, const ogpi_buffer *text, int32_t today, ogp_error *error)
{
    ogp_plan *plan = NULL;
    ogpi_requirements r;
    named n = {.plan = ""};
    int rc = ogp_plan_parse(&plan, w->call->context, text->data, text->length, error);
    if (rc < 0)
        return rc;
    snprintf(n.id, sizeof n.id, "%.60s", ogp_plan_id(plan));
    snprintf(n.country, sizeof n.country, "%.120s", ogp_plan_member(plan));
    const ogp_edtf *submitted = ogp_plan_submitted(plan);
    if (submitted && submitted->from.year)
        snprintf(n.year, sizeof n.year, "%d", (int)submitted->from.year);
    ogpi_requirements_judge(&r, w->book, plan, today);
    ogp_plan_unref(plan);
    w->worst_counts = true;
    begin(w);
    rc = put(w, &n, &r);
    end(w);
    return rc < 0 ? rc : 0;
}

static int put_process_row(work *w, const ogpi_process_row *row)
{
    int32_t steps[OGPI_REQUIREMENT_STEPS];
    ogpi_requirements r;
    named n = {.id = ""};
    snprintf(n.country, sizeof n.country, "%.120s", row->country);
    if (row->plan > 0)
        snprintf(n.plan, sizeof n.plan, "%d", row->plan);
    if (row->year > 0)
        snprintf(n.year, sizeof n.year, "%d", row->year);
    if (*row->member && row->plan > 0)
        snprintf(n.id, sizeof n.id, "AP_%.16s%02d", row->member, row->plan);
    for (size_t i = 0; i < OGPI_REQUIREMENT_STEPS; i++)
        steps[i] = row->steps[i];
    ogpi_requirements_of_steps(&r, w->book, steps);
    return put(w, &n, &r);
}

static int judge_table(work *w, const ogpi_buffer *text, ogp_error *error)
{
    ogpi_source source;
    ogpi_process *process = NULL;
    ogpi_process_row row;
    ogp_report *report = NULL;
    ogpi_source_memory(&source, text->data, text->length);
    int rc = ogpi_process_open(&process, &source, w->call->context, error);
    if (rc < 0)
        return rc;
    begin(w);
    if (cli_format_is(w->call, "json"))
        ogpi_jw_array(&w->json, true);
    while ((rc = ogpi_process_next(process, &row, error)) > 0 && put_process_row(w, &row) == 0)
        ;
    if (cli_format_is(w->call, "json"))
        ogpi_jw_end_array(&w->json);
    end(w);
    if (rc >= 0)
        rc = ogpi_process_report(&report, process, error);
    if (rc >= 0)
        cli_put_finds(w->call, w->call->inputs[0], report);
    ogp_report_unref(report);
    ogpi_process_close(process);
    return rc < 0 ? rc : 0;
}

static int run(cli_call *call)
{
    work w = {.call = call, .book = ogp_context_rulebook(call->context)};
    ogp_error error = OGP_ERROR_INIT;
    ogpi_buffer text;
    ogp_date given = {0};
    if (cli_read_date(call, "today", &given))
        return CLI_FAILED;
    int32_t today = given.year ? ogp_date_to_day(given.year, given.month, given.day) : OGPI_NO_DAY;
    int rc = cli_read_input(&text, call, call->inputs[0], &error);
    if (rc == 0) {
        bool document = text.length && ogpi_csv_is_document(text.data, text.length);
        rc = document ? judge_plan(&w, &text, today, &error) : judge_table(&w, &text, &error);
    }
    ogpi_buffer_clear(&text);
    return rc < 0 ? cli_failed(call, call->inputs[0], &error) : CLI_OK;
}

static const cli_option options[] = {
    {"today", 't', "DATE", "judge a plan on that day; else on the day of its last dated evidence", NULL},
    {0},
};

const cli_command cli_cmd_cocreation = {
    .name = "cocreation",
    .summary = "each requirement of co-creation met or not, and why",
    .inputs = "INPUT",
    .about =
        "Reads a plan, or OGP's process table (CSV), and decides each requirement of the standards of its time\n"
        "(the six steps of 2012, the standards of 2017, the minimum requirements of 2022) from the evidence: met,\n"
        "not-met, not-yet (with the day by which it is due) or not-reviewed; and whether the government acted\n"
        "contrary to process as far as co-creation goes. The IRM's own judgement is the one that counts.\n",
    .formats = "text|csv|json",
    .options = options,
    .min_inputs = 1,
    .max_inputs = 1,
    .finds = true,
    .run = run,
};
