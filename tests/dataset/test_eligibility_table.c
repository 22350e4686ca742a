/* SPDX-License-Identifier: MIT */
/* Whole tables of country-years through the public functions: rows, records in JSON, portions, findings. */
#include "test.h"

#include <ogp/eligibility.h>

#define HEADER "country,year,budget_proposal,audit_report,access_to_information,asset_disclosure,civil_liberties," \
               "cso_entry_exit,cso_repression,member\n"

static ogp_eligibility_table *opened(const char *text)
{
    ogp_eligibility_table *table;
    ogp_error error = OGP_ERROR_INIT;
    if (ogp_eligibility_table_open_memory(&table, NULL, text, strlen(text), &error) < 0)
        fail_msg("%s", error.message);
    return table;
}

static void rows_as_verdicts(void **state)
{
    ogp_eligibility_table *table =
        opened(HEADER "TUN,2015,1,1,law,law,6.2,,,1\nTUN,2016,1,1,law,law,11,,,1\nX,soon,1,1,law,law,1,,,1\n");
    ogp_eligibility *e;
    (void)state;
    assert_null(ogp_eligibility_table_report(table));
    assert_int_equal(ogp_eligibility_table_next(&e, table, NULL), 1);
    assert_string_equal(ogp_eligibility_country(e), "TUN");
    assert_int_equal(ogp_eligibility_points(e), 13);
    ogp_eligibility_unref(e);
    assert_int_equal(ogp_eligibility_table_next(&e, table, NULL), 1);
    assert_int_equal(ogp_eligibility_year(e), 2016);
    assert_int_equal(ogp_eligibility_maximum(e), 12);
    assert_string_equal(ogp_finding_path(find_rule(ogp_eligibility_report(e), "ELI022")), "/3/civil_liberties");
    ogp_eligibility *kept = ogp_eligibility_ref(e);
    ogp_eligibility_unref(e);
    assert_int_equal(ogp_eligibility_table_next(&e, table, NULL), 1);
    assert_null(e); /* no year */
    assert_int_equal(ogp_eligibility_table_next(&e, table, NULL), 0);
    assert_int_equal(ogp_eligibility_table_next(&e, table, NULL), 0);
    assert_int_equal(ogp_eligibility_table_row(table), 3);
    assert_string_equal(ogp_finding_path(find_rule(ogp_eligibility_table_report(table), "ELI025")), "/4/year");
    ogp_eligibility_table_close(table);
    assert_string_equal(ogp_eligibility_edition(kept), "eligibility-2014"); /* a verdict outlives its table */
    ogp_eligibility_unref(kept);
}

static void records_in_json(void **state)
{
    static const struct {
        const char *json;
        int32_t points;
        const char *rule, *path;
    } cases[] = {
        {"{\"country\":\"TUN\",\"year\":2015,\"budget_proposal\":true,\"audit_report\":1,\"access_to_information\":"
         "\"law\","
         "\"asset_disclosure\":\"law\",\"civil_liberties\":6.2,\"member\":true}",
         13, "ELI002", ""},
        {"{\"year\":2020,\"access_to_information\":\"statute\",\"asset_disclosure\":\"public\"}", 4, "ELI020",
         "/access_to_information"},
        {"{\"year\":2020,\"civil_liberties\":null,\"asset_disclosure\":\"none\",\"cso_entry_exit\":2.5}", 0, "ELI023",
         "/cso_entry_exit"},
        {"{\"year\":2020}", -1, "ELI003", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_eligibility *e;
        ogp_error error = OGP_ERROR_INIT;
        if (ogp_eligibility_parse(&e, cases[i].json, strlen(cases[i].json), NULL, &error) < 0) {
            assert_int_equal(i, 3); /* nothing that tells of a country */
            continue;
        }
        const ogp_finding *found = find_rule(ogp_eligibility_report(e), cases[i].rule);
        if (ogp_eligibility_points(e) != cases[i].points || !found || strcmp(ogp_finding_path(found), cases[i].path))
            fail_msg("case %zu: %d, %s", i, ogp_eligibility_points(e), found ? ogp_finding_path(found) : "not found");
        ogp_eligibility_unref(e);
    }
}

static void bad_records(void **state)
{
    static const struct {
        const char *json, *path;
        int code;
    } cases[] = {
        {"{\"year\":2020,", "", OGP_ERROR_SYNTAX},
        {"[{\"country\":\"A\",\"year\":2020}]", "", OGP_ERROR_FORMAT},
        {"{\"country\":\"A\",\"year\":{}}", "/year", OGP_ERROR_FORMAT},
        {"{\"country\":\"A\",\"year\":\"MMXX\"}", "/year", OGP_ERROR_FORMAT},
        {"{\"country\":\"A\",\"year\":2020,\"year\":2021}", "/year", OGP_ERROR_SYNTAX},
        {"{}", "", OGP_ERROR_FORMAT},
        {HEADER "TUN,2015,1,1,law,law,6.2,,,1\n", "", OGP_ERROR_FORMAT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_eligibility *e;
        ogp_error error = OGP_ERROR_INIT;
        int rc = ogp_eligibility_parse(&e, cases[i].json, strlen(cases[i].json), NULL, &error);
        assert_null(e);
        if (rc != cases[i].code || strcmp(error.path, cases[i].path))
            fail_msg("case %zu: %d at %s: %s", i, rc, error.path, error.message);
    }
}

/* The whole document, in whatever portions. */
static char *written(const char *text, const char *format, const char *language)
{
    ogp_eligibility_table *table = opened(text);
    char *all = calloc(1, 1), *portion;
    size_t total = 0, length;
    int rc;
    while ((rc = ogp_eligibility_table_write(&portion, &length, table, format, language, NULL)) > 0) {
        all = realloc(all, total + length + 1);
        memcpy(all + total, portion, length + 1);
        total += length;
        ogp_free(portion);
    }
    assert_int_equal(rc, 0);
    assert_non_null(ogp_eligibility_table_report(table));
    ogp_eligibility_table_close(table);
    return all;
}

static void portions(void **state)
{
    static const char row[] = "Sao Tome,2024,1,1,draft,law,6.2,1,2,0\n";
    size_t rows = 3000, header = strlen(HEADER);
    char *text = malloc(header + rows * (sizeof row - 1) + 1);
    (void)state;
    strcpy(text, HEADER);
    for (size_t i = 0; i < rows; i++)
        strcpy(text + header + i * (sizeof row - 1), row);
    char *csv = written(text, "csv", NULL);
    size_t lines = 0;
    for (const char *at = csv; (at = strchr(at, '\n')); at++)
        lines++;
    assert_int_equal(lines, rows + 1);
    assert_memory_equal(csv, "country,year,edition,fiscal_transparency,", 41);
    free(csv);
    free(text);
    char *json = written(HEADER "A,2024,1,1,law,law,6.2,,,1\nB,2024,1,1,law,law,6.2,,,1\n", "json", "ar");
    assert_int_equal(json[0], '[');
    assert_string_equal(json + strlen(json) - 2, "]\n");
    free(json);
    json = written("[]", "json", "en");
    assert_string_equal(json, "[]\n");
    free(json);
    json = written(HEADER, "json", "en");
    assert_string_equal(json, "[]\n");
    free(json);
}

static void wrong_calls(void **state)
{
    ogp_eligibility_table *table;
    ogp_eligibility *e;
    char *text;
    (void)state;
    assert_int_equal(ogp_eligibility_table_open(&table, NULL, NULL, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_eligibility_table_open(&table, NULL, "/nowhere/at/all", NULL), OGP_ERROR_IO);
    assert_int_equal(ogp_eligibility_table_open_memory(&table, NULL, "", 0, NULL), OGP_ERROR_FORMAT);
    assert_null(table);
    assert_int_equal(ogp_eligibility_table_next(&e, NULL, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_eligibility_table_row(NULL), 0);
    assert_null(ogp_eligibility_table_report(NULL));
    ogp_eligibility_table_close(NULL);
    table = opened(HEADER "A,2024,1,1,law,law,6.2,,,1\n");
    assert_int_equal(ogp_eligibility_table_write(&text, NULL, table, "pdf", NULL, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_eligibility_table_write(&text, NULL, table, "csv", "xx", NULL), OGP_ERROR_USAGE);
    ogp_eligibility_table_close(table);
}

static int judge_all(const ogp_context *context, const char *text)
{
    ogp_eligibility_table *table = NULL;
    int rc = ogp_eligibility_table_open_memory(&table, context, text, strlen(text), NULL);
    while (rc >= 0) {
        ogp_eligibility *e;
        rc = ogp_eligibility_table_next(&e, table, NULL);
        ogp_eligibility_unref(e);
        if (rc <= 0)
            break;
    }
    ogp_eligibility_table_close(table);
    return rc;
}

static int judge_table(const ogp_context *context)
{
    return judge_all(context, HEADER
                     "TUN,2015,1,1,statute,law,11,,,1\nTUN,2016,0,0,none,law,1,,,1\nTUN,2017,0,0,none,law,1,,,1\n");
}

static int judge_records(const ogp_context *context)
{
    return judge_all(context, "[{\"country\":\"A\",\"year\":2020,\"x\":1},{\"year\":2021,\"civil_liberties\":12.5}]");
}

static void failed_allocations(void **state)
{
    (void)state;
    survive_failed_allocations(judge_table);
    survive_failed_allocations(judge_records);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_as_verdicts), cmocka_unit_test(records_in_json), cmocka_unit_test(bad_records),
        cmocka_unit_test(portions),         cmocka_unit_test(wrong_calls),     cmocka_unit_test(failed_allocations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
