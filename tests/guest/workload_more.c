/* SPDX-License-Identifier: MIT */
/* The parts of the workload that take tables, other formats and histories. */
#include "workload.h"
#include <string.h>

static void feed_text(guest_digest *digest, const char *text)
{
    guest_feed(digest, text, strlen(text));
}

static void feed_report(guest_digest *digest, const ogp_report *report)
{
    for (size_t i = 0; i < ogp_report_count(report); i++) {
        feed_text(digest, ogp_finding_rule(ogp_report_at(report, i)));
        feed_text(digest, ogp_finding_message(ogp_report_at(report, i), "ar"));
    }
}

/* Takes a text that libogp handed over. */
static void feed_and_free(guest_digest *digest, char *text, size_t length)
{
    guest_feed(digest, text, length);
    ogp_free(text);
}

static const char table[] =
    "Country,Year,Commitment ID,Commitment Title,Specificity,Relevant,Potential Impact,Completion Progress,Completion "
    "End of Term,DIOG\n"
    "Jordan,2014,JO0001,Register,High,1,Moderate,Limited,Substantial,Major\n"
    "Jordan,2014,JO0002,\"Portal, open\",Low,0,Minor,NR,Complete,None\n"
    "Tunisia,2016,TN0001,\xD9\x86\xD8\xB4\xD8\xB1,Medium,1,Transformative,Complete,Complete,Outstanding\n";

/* Arrow's structures are the consumer's, who releases them when it likes: malloc's by contract. Their buffers are the
 * dataset's. */
static int export_columns(guest_digest *digest, const ogp_dataset *dataset, ogp_error *error)
{
    struct ArrowArrayStream stream;
    struct ArrowSchema schema;
    struct ArrowArray batch;
    if (ogp_dataset_arrow(&stream, dataset, error) < 0)
        return -1;
    int failed = stream.get_schema(&stream, &schema);
    if (!failed) {
        feed_text(digest, schema.children[0]->name);
        schema.release(&schema);
        failed = stream.get_next(&stream, &batch);
    }
    if (!failed) {
        guest_feed(digest, (const char *)&batch.length, sizeof batch.length);
        batch.release(&batch);
    }
    stream.release(&stream);
    return failed ? -1 : 0;
}

static int sum_up(guest_digest *digest, const ogp_dataset *dataset, ogp_error *error)
{
    ogp_summary *summary = NULL;
    char *text = NULL;
    size_t length = 0;
    if (ogp_dataset_summarize(&summary, dataset, "country,year", error) < 0)
        return -1;
    guest_handed_out = 1;
    int status = ogp_summary_write(&text, &length, summary, error);
    guest_handed_out = 0;
    if (status == 0)
        feed_and_free(digest, text, length);
    ogp_summary_unref(summary);
    return status;
}

int guest_use_dataset(guest_digest *digest, const ogp_context *context, ogp_error *error)
{
    ogp_dataset_options options = OGP_DATASET_OPTIONS_INIT;
    ogp_dataset *dataset = NULL;
    options.keep = OGP_KEEP_TEXTS | OGP_KEEP_SMART;
    if (ogp_dataset_read_memory(&dataset, table, sizeof table - 1, &options, context, error) < 0)
        return -1;
    for (size_t column = 0; column < ogp_dataset_column_count(dataset); column++)
        for (size_t row = 0; row < ogp_dataset_rows(dataset); row++) {
            size_t length = 0;
            const char *text = ogp_dataset_text(dataset, column, row, &length);
            int code = ogp_dataset_code(dataset, column, row);
            guest_feed(digest, text, length);
            guest_feed(digest, (const char *)&code, sizeof code);
        }
    feed_report(digest, ogp_dataset_report(dataset));
    int status = ogp_dataset_rows(dataset) == 3 ? 0 : -1;
    guest_handed_out = 1;
    if (status == 0)
        status = export_columns(digest, dataset, error);
    guest_handed_out = 0;
    if (status == 0)
        status = sum_up(digest, dataset, error);
    ogp_dataset_unref(dataset);
    return status;
}

int guest_use_irm(guest_digest *digest, const ogp_context *context, ogp_error *error)
{
    static const ogp_irm_variable variables[] = {{"specificity", "high"},
                                                 {"relevant", "1"},
                                                 {"potential_impact", "transformative"},
                                                 {"completion_progress", "substantial"},
                                                 {"year", "2014"}};
    ogp_results *results = NULL;
    if (ogp_assess(&results, variables, sizeof variables / sizeof *variables, NULL, context, error) < 0)
        return -1;
    for (size_t i = 0; i < ogp_results_count(results); i++)
        feed_text(digest, ogp_result_word(ogp_results_at(results, i)));
    feed_report(digest, ogp_results_report(results));
    ogp_results_unref(results);
    return 0;
}

/* To XML and back again: the same plan. */
int guest_use_xml(guest_digest *digest, const ogp_plan *plan, const ogp_context *context, ogp_error *error)
{
    ogp_plan *again = NULL;
    char *xml = NULL, *json = NULL, *same = NULL;
    size_t length = 0, first = 0, second = 0;
    if (!ogp_has_feature("xml"))
        return 0;
    guest_handed_out = 1;
    int status = ogp_plan_write_xml(&xml, &length, plan, error);
    if (status == 0)
        status = ogp_plan_write(&json, &first, plan, error);
    guest_handed_out = 0;
    if (status == 0)
        status = ogp_plan_parse(&again, context, xml, length, error);
    guest_handed_out = 1;
    if (status == 0)
        status = ogp_plan_write(&same, &second, again, error);
    guest_handed_out = 0;
    if (status == 0 && (first != second || memcmp(json, same, first) != 0))
        status = -1;
    if (status == 0)
        guest_feed(digest, xml, length);
    ogp_free(xml);
    ogp_free(json);
    ogp_free(same);
    ogp_plan_unref(again);
    return status;
}

int guest_use_cocreation(guest_digest *digest, const ogp_plan *plan, const ogp_context *context, ogp_error *error)
{
    ogp_requirements *requirements = NULL;
    if (ogp_plan_requirements(&requirements, plan, (ogp_date){ 2024, 1, 31, 0 }, context, error) < 0)
        return -1;
    for (size_t i = 0; i < ogp_requirements_count(requirements); i++) {
        feed_text(digest, ogp_mark_name(ogp_requirements_mark(requirements, i)));
        feed_text(digest, ogp_requirements_name(requirements, i, "fr"));
    }
    feed_report(digest, ogp_requirements_report(requirements));
    ogp_requirements_unref(requirements);
    return 0;
}

int guest_use_history(guest_digest *digest, const ogp_context *context, ogp_error *error)
{
    static const char text[] =
        "{\"format\": \"ogp-join/1\", \"kind\": \"country\", \"member\": \"Southland\", \"events\": ["
        "{\"type\": \"eligible\", \"date\": \"2018-01-15\"}, {\"type\": \"letter-of-intent\", \"date\": "
        "\"2018-04-26\"}]}";
    ogp_history *history = NULL;
    ogp_joining *joining = NULL;
    int status = ogp_history_parse(&history, context, text, sizeof text - 1, error);
    if (status == 0)
        status = ogp_joining_judge(&joining, history, (ogp_date){ 2018, 12, 31, 0 }, context, error);
    for (size_t i = 0; status == 0 && i < ogp_joining_count(joining); i++)
        feed_text(digest, ogp_joining_name(joining, i, "es"));
    if (status == 0)
        feed_report(digest, ogp_joining_report(joining));
    ogp_joining_unref(joining);
    ogp_history_unref(history);
    return status;
}

int guest_use_stream(guest_digest *digest, const ogp_context *context, ogp_error *error)
{
    static const char lines[] =
        "{\"id\": \"A\", \"plan\": \"P\", \"title\": \"Register\"}\n{\"id\": \"B\", \"plan\": \"P\"}\n";
    const ogp_commitment *commitment;
    ogp_stream *stream = NULL;
    int status = ogp_stream_open_memory(&stream, context, lines, sizeof lines - 1, error);
    while (status >= 0 && (status = ogp_stream_next(&commitment, stream, error)) > 0)
        feed_text(digest, ogp_commitment_id(commitment));
    ogp_stream_close(stream);
    return status;
}
