/* SPDX-License-Identifier: MIT */
/* OGP's tables, and all that is made of them: figures, audit, common form, columns, Arrow, sums. Columns lie within
   their bounds; sums written are read again as they were; the common form is a fixed point. */
#include "fuzz.h"

#include "dataset/audit.h"
#include "dataset/convert.h"
#include "dataset/process.h"
#include <ogp/arrow.h>

static void check_report(ogp_report *report)
{
    for (size_t i = 0; i < ogp_report_count(report); i++)
        MUST(ogp_finding_message(ogp_report_at(report, i), "ar")[0]);
    ogp_report_unref(report);
}

static void open_source(ogpi_source *source, const char *text, size_t length)
{
    ogpi_source_memory(source, text, length);
}

/* The common form of a table, empty where it is none; lines of a stream besides. */
static void convert(ogpi_buffer *out, const char *text, size_t length, const ogp_context *context)
{
    ogpi_source source;
    ogpi_rows *rows = NULL;
    ogpi_convert *form = NULL;
    ogpi_row row;
    ogpi_buffer lines;
    ogpi_buffer_init(&lines, NULL);
    open_source(&source, text, length);
    if (ogpi_rows_open(&rows, &source, context, NULL) < 0)
        return;
    MUST(ogpi_convert_open(&form, rows, context, NULL) == 0);
    ogpi_convert_csv_header(out);
    while (ogpi_rows_next(rows, &row, NULL) > 0) {
        MUST(row.name && row.country && row.member && row.plan && row.method && row.edition);
        ogpi_convert_csv_row(form, &row, out);
        if (row.table)
            ogpi_convert_json_row(form, &row, &lines);
    }
    MUST(!out->failed && !lines.failed);
    ogpi_buffer_clear(&lines);
    ogpi_convert_close(form);
    ogpi_rows_close(rows);
}

static void convert_twice(const char *text, size_t length, const ogp_context *context)
{
    ogpi_buffer once, twice, thrice;
    ogpi_buffer_init(&once, NULL);
    ogpi_buffer_init(&twice, NULL);
    ogpi_buffer_init(&thrice, NULL);
    convert(&once, text, length, context);
    if (once.length) {
        convert(&twice, once.data, once.length, NULL);
        MUST(twice.length);
        convert(&thrice, twice.data, twice.length, NULL);
        MUST(twice.length == thrice.length && memcmp(twice.data, thrice.data, twice.length) == 0);
    }
    ogpi_buffer_clear(&once);
    ogpi_buffer_clear(&twice);
    ogpi_buffer_clear(&thrice);
}

static void difference(const ogpi_difference *d, const ogpi_table_row *row, void *user)
{
    (void)user;
    MUST(d->name && d->column && d->published && d->recomputed && d->why && row->number);
}

static void audit(const char *text, size_t length, const ogp_context *context)
{
    ogpi_source source;
    ogpi_table *table = NULL;
    ogpi_table_row row;
    ogpi_audit *opened = NULL;
    ogp_report *report = NULL;
    open_source(&source, text, length);
    if (ogpi_table_open(&table, &source, context, NULL) < 0)
        return;
    MUST(ogpi_audit_open(&opened, table, context, NULL) == 0);
    while (ogpi_table_next(table, &row, NULL) > 0)
        MUST(ogpi_audit_row(opened, &row, difference, NULL, NULL) == 0);
    ogpi_audit_close(opened);
    MUST(ogpi_table_report(&report, table, NULL) == 0);
    check_report(report);
    ogpi_table_close(table);
}

static void process(const char *text, size_t length, const ogp_context *context)
{
    ogpi_source source;
    ogpi_process *opened = NULL;
    ogpi_process_row row;
    ogp_report *report = NULL;
    open_source(&source, text, length);
    if (ogpi_process_open(&opened, &source, context, NULL) < 0)
        return;
    while (ogpi_process_next(opened, &row, NULL) > 0)
        MUST(row.country && row.member && row.number);
    MUST(ogpi_process_report(&report, opened, NULL) == 0);
    check_report(report);
    ogpi_process_close(opened);
}

static void check_columns(const ogp_dataset *dataset)
{
    for (size_t i = 0; i < ogp_dataset_column_count(dataset); i++) {
        ogp_column column = OGP_COLUMN_INIT;
        MUST(ogp_dataset_column_at(dataset, i, &column) == 0 && column.rows == ogp_dataset_rows(dataset));
        for (size_t row = 0; row < column.rows; row++) {
            size_t length;
            char word[24];
            const char *text = ogp_dataset_text(dataset, i, row, &length);
            MUST(memchr(text, '\0', length) == NULL || length > 0);
            MUST(ogp_dataset_word(dataset, i, row, word, sizeof word) < sizeof word);
        }
    }
}

static void export(const ogp_dataset *dataset)
{
    struct ArrowArrayStream stream;
    struct ArrowSchema schema;
    struct ArrowArray batch;
    int64_t rows = 0;
    MUST(ogp_dataset_arrow(&stream, dataset, NULL) == 0);
    MUST(stream.get_schema(&stream, &schema) == 0);
    schema.release(&schema);
    while (stream.get_next(&stream, &batch) == 0 && batch.release) {
        rows += batch.length;
        batch.release(&batch);
    }
    MUST(rows == (int64_t)ogp_dataset_rows(dataset));
    stream.release(&stream);
}

static void sum(const ogp_dataset *dataset, const char *by)
{
    ogp_summary *sums = NULL, *again = NULL;
    char *text, *text_again;
    size_t length, length_again;
    MUST(ogp_dataset_summarize(&sums, dataset, by, NULL) == 0);
    MUST(ogp_summary_write(&text, &length, sums, NULL) == 0);
    MUST(ogp_summary_parse(&again, text, length, NULL, NULL) == 0);
    MUST(ogp_summary_write(&text_again, &length_again, again, NULL) == 0);
    MUST(length == length_again && memcmp(text, text_again, length) == 0);
    MUST(ogp_summary_merge(again, sums, NULL) == 0);
    MUST(ogp_summary_group_count(again) == ogp_summary_group_count(sums));
    for (size_t i = 0; i < ogp_summary_group_count(sums); i++)
        MUST(ogp_summary_commitments(again, i) == 2 * ogp_summary_commitments(sums, i));
    ogp_free(text);
    ogp_free(text_again);
    ogp_summary_unref(sums);
    ogp_summary_unref(again);
}

static void read_dataset(const char *text, size_t length, const ogp_context *context)
{
    ogp_dataset_options options = OGP_DATASET_OPTIONS_INIT;
    ogp_error error = OGP_ERROR_INIT;
    ogp_dataset *dataset = NULL;
    options.keep = OGP_KEEP_TEXTS;
    int rc = ogp_dataset_read_memory(&dataset, text, length, &options, context, &error);
    if (rc < 0) {
        must_explain(rc, &error);
        return;
    }
    check_columns(dataset);
    export(dataset);
    sum(dataset, "country,year");
    sum(dataset, "policy_area,lead,method");
    ogp_dataset_unref(dataset);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = size ? (const char *)data : "";
    ogp_context *context = limited_context("es");
    read_dataset(text, size, context);
    audit(text, size, context);
    process(text, size, context);
    convert_twice(text, size, context);
    ogp_context_unref(context);
    return 0;
}
