/* SPDX-License-Identifier: MIT */
/* The public face of whole tables: rows in, verdicts out. */
#include "base/error.h"
#include "dataset/eligibility_table.h"

#include <stdio.h>

static int begin(ogp_eligibility_table *t, ogp_error *error)
{
    char first = ogpi_source_first(&t->source);
    ogpi_source table = t->source;
    if (first == '{' || first == '[') {
        int rc = ogpi_eligibility_records(t, error);
        if (rc < 0)
            return rc;
        ogpi_source_memory(&table, t->records.data, t->records.length);
    } else {
        t->source.fd = -1; /* the reader closes it */
    }
    return ogpi_eligibility_table_begin(t, &table, error);
}

int ogpi_eligibility_table_open(ogp_eligibility_table **out, const ogpi_source *source, const ogp_context *context,
                                ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogp_eligibility_table *t = ogpi_calloc(allocator, 1, sizeof *t);
    *out = NULL;
    if (!t)
        return ogpi_source_drop(source, error);
    t->allocator = allocator;
    t->context = ogp_context_ref((ogp_context *)context);
    ogpi_buffer_init(&t->records, allocator);
    t->book = ogpi_eligibility_book_new(context);
    t->source = *source;
    int rc = ogpi_source_peek(&t->source, error);
    if (rc == 0 && !t->book)
        rc = ogpi_error_memory(error);
    if (rc == 0)
        rc = ogpi_report_begin(&t->builder, context, error);
    if (rc == 0)
        rc = begin(t, error);
    if (rc < 0)
        ogp_eligibility_table_close(t);
    else
        *out = t;
    return rc;
}

int ogp_eligibility_table_open(ogp_eligibility_table **out, const ogp_context *context, const char *path,
                               ogp_error *error)
{
    ogpi_source source;
    *out = NULL;
    int rc = path ? ogpi_source_open(&source, path, error) : ogpi_error_needs(error, "a path");
    return rc < 0 ? rc : ogpi_eligibility_table_open(out, &source, context, error);
}

int ogp_eligibility_table_open_memory(ogp_eligibility_table **out, const ogp_context *context, const char *text,
                                      size_t length, ogp_error *error)
{
    ogpi_source source;
    *out = NULL;
    if (!text)
        return ogpi_error_needs(error, "a text");
    ogpi_source_memory(&source, text, length);
    return ogpi_eligibility_table_open(out, &source, context, error);
}

void ogp_eligibility_table_close(ogp_eligibility_table *table)
{
    if (!table)
        return;
    ogp_context *context = (ogp_context *)table->context;
    ogpi_report_abandon(table->builder);
    ogp_report_unref(table->report);
    ogpi_csv_close(table->csv);
    ogpi_buffer_clear(&table->records);
    ogpi_source_close(&table->source);
    ogpi_eligibility_book_unref(table->book);
    ogpi_free(table->allocator, table);
    ogp_context_unref(context);
}

static void find_unverified(ogp_eligibility_table *t)
{
    char count[24], total[24];
    if (!t->unverified)
        return;
    snprintf(count, sizeof count, "%zu", t->unverified);
    snprintf(total, sizeof total, "%zu", t->judged);
    const ogpi_arg args[] = {{"count", count, false}, {"total", total, false}};
    ogpi_report_add(t->builder, &(ogpi_finding_spec){.rule = "ELI032", .args = args, .arg_count = 2});
}

int ogpi_eligibility_table_end(ogp_eligibility_table *table, ogp_error *error)
{
    ogpi_report_builder *builder = table->builder;
    if (!builder)
        return 0;
    find_unverified(table);
    table->builder = NULL;
    return ogpi_report_end(&table->report, builder, error);
}

int ogp_eligibility_table_next(ogp_eligibility **out, ogp_eligibility_table *table, ogp_error *error)
{
    ogpi_eligibility_row row;
    ogp_report *report = NULL;
    *out = NULL;
    if (!table)
        return ogpi_error_needs(error, "a table");
    int rc = table->report ? 0 : ogpi_eligibility_table_next(table, &row, error);
    if (rc == 0)
        return ogpi_eligibility_table_end(table, error);
    if (rc < 0 || !row.judged)
        return rc;
    rc = ogpi_eligibility_table_explain(&report, table, &row, error);
    if (rc == 0)
        rc = ogpi_eligibility_make(out, table->book, row.country.text, row.country.length, &row.values, report, error);
    return rc < 0 ? rc : 1;
}

size_t ogp_eligibility_table_row(const ogp_eligibility_table *table)
{
    return table ? table->rows : 0;
}

const ogp_report *ogp_eligibility_table_report(const ogp_eligibility_table *table)
{
    return table ? table->report : NULL;
}

int ogp_eligibility_parse(ogp_eligibility **out, const char *json, size_t length, const ogp_context *context,
                          ogp_error *error)
{
    ogp_eligibility_table *table = NULL;
    *out = NULL;
    int rc = ogp_eligibility_table_open_memory(&table, context, json, length, error);
    if (rc == 0 && table->form != OGPI_ELI_RECORD)
        rc = ogpi_error(error, OGP_ERROR_FORMAT, "expected one record, such as {\"country\": ..., \"year\": ..., ...}");
    if (rc == 0)
        rc = ogp_eligibility_table_next(out, table, error);
    if (rc == 1 && !*out) {
        rc = ogpi_error(error, OGP_ERROR_FORMAT, "year: expected one from %d to %d",
                        (int)table->book->rules.year_minimum, (int)table->book->rules.year_maximum);
        ogpi_error_path(error, "/year");
    }
    ogp_eligibility_table_close(table);
    return rc < 0 ? rc : 0;
}
