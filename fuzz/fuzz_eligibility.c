/* SPDX-License-Identifier: MIT */
/* Tables of country-years: points within their maximum, a verdict that follows from them, reasons in words; and the
   record of the API judged alike. */
#include "fuzz.h"

#include "dataset/eligibility_table.h"

static void check_report(const ogp_report *report, const char *language)
{
    for (size_t i = 0; i < ogp_report_count(report); i++)
        MUST(ogp_finding_message(ogp_report_at(report, i), language)[0]);
}

static void check_row(const ogp_eligibility_table *table, const ogpi_eligibility_row *row)
{
    ogp_report *report = NULL;
    MUST(row->bad_count <= OGPI_ELI_CELLS && strlen(row->subject) < sizeof row->subject);
    MUST(ogpi_eligibility_table_explain(&report, table, row, NULL) == 0);
    check_report(report, "ar");
    ogp_report_unref(report);
    if (!row->judged)
        return;
    MUST(row->verdict.total <= row->verdict.maximum);
    if (row->verdict.eligible == OGP_YES)
        MUST(row->verdict.core == OGP_VERDICT_PASS && row->needs.count == 0);
    MUST(row->verdict.core != OGP_VERDICT_FAIL || row->verdict.eligible != OGP_YES);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ogp_context *context = limited_context("ar");
    ogp_eligibility_table *table = NULL;
    ogpi_eligibility_row row;
    ogpi_source source;
    ogp_error error = OGP_ERROR_INIT;
    ogpi_source_memory(&source, size ? (const char *)data : "", size);
    int rc = ogpi_eligibility_table_open(&table, &source, context, &error);
    while (rc == 0 && (rc = ogpi_eligibility_table_next(table, &row, &error)) > 0) {
        check_row(table, &row);
        rc = 0;
    }
    if (rc < 0)
        must_explain(rc, &error);
    if (table) {
        MUST(ogpi_eligibility_table_end(table, NULL) == 0);
        check_report(ogp_eligibility_table_report(table), "fr");
    }
    ogp_eligibility_table_close(table);
    ogp_context_unref(context);
    return 0;
}
