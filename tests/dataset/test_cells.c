/* SPDX-License-Identifier: MIT */
/* Cells of published tables: numbers, spoilt numbers, dates of two orders; and rows into groups, by whatever they can
   be grouped, the same from a stream as from columns. */
#include "test.h"
#include "dataset/cell.h"
#include "dataset/row_commitment.h"
#include <ogp/dataset.h>

static void test_whole_numbers(void **state)
{
    static const struct { const char *text; int value; } good[] = {
        {"0", 0}, {"12", 12}, {" 7 ", 7}, {"-3", -3}, {"+4", 4}, {"5.0", 5}, {"5.", 5}, {"32767", 32767},
    };
    static const char *const bad[] = {"", " ", "-", "+", "x", "1x", "1.5", "1 2", "32768", "1234567", "--1", ".5"};
    int n;

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(ogpi_cell_int(good[i].text, strlen(good[i].text), &n));
        assert_int_equal(n, good[i].value);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (ogpi_cell_int(bad[i], strlen(bad[i]), &n))
            fail_msg("\"%s\" is read as %d", bad[i], n);
}

static void test_repair(void **state)
{
    static const struct {
        const char *spoilt, *number;
    } cases[] = {
        {"4.0999999999999996", "4.1"},  {"10.130000000000001", "10.13"},
        {"8.3000000000000007", "8.3"},  {"9.9999999999999996", "10"},
        {"0.29999999999999999", "0.3"}, {"0.99999999999999989", "1"},
        {"99.999999999999986", "100"},  {"4.1", NULL},
        {"4.0999999999999", NULL},      {"40999999999999996", NULL},
        {"4.0999999999999x96", NULL},   {".09999999999999996", NULL},
        {"4.09999.9999999996", NULL},   {"4.0999999999999999999999999999996", NULL},
    };
    char out[OGPI_NUMBER_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool repaired = ogpi_cell_repair(cases[i].spoilt, strlen(cases[i].spoilt), out);
        if (repaired != (cases[i].number != NULL) || (repaired && strcmp(out, cases[i].number) != 0))
            fail_msg("\"%s\" becomes \"%s\"", cases[i].spoilt, repaired ? out : "nothing");
    }
}

static void test_dates(void **state)
{
    static const struct {
        const char *text;
        bool month_first;
        const char *edtf;
    } cases[] = {
        {"2014-07-01", false, "2014-07-01"},
        {"2014/7/1", true, "2014-07-01"},
        {"2014-07", false, "2014-07"},
        {"07/2014", false, "2014-07"},
        {"7-14", true, "2014-07"},
        {"2014", false, "2014"},
        {"43525", false, "2019-03-01"},
        {"12/31/2014", false, "2014-12-31"},
        {"31/12/2014", true, "2014-12-31"},
        {"06/01/2016", true, "2016-06-01"},
        {"06/01/2016", false, "2016-06"},
        {"06/02/2016", false, "2016-02-06"},
        {"06/1/2016", false, "2016-01-06"},
        {"7/15/1905", true, "2023"},
        {"7/20/1905", false, "2028"},
        {"1.2.2014", false, "2014-02-01"},
        {"99/99/2014", false, ""},
        {"13/13/2014", true, ""},
        {"2014-13", false, ""},
        {"0914", false, ""},
        {"123", false, ""},
        {"1234567", false, ""},
        {"99999", false, ""},
        {"", false, ""},
        {"soon", false, ""},
        {"1/2/3/4", false, ""},
        {"1850-01-01", false, ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char found[OGP_EDTF_SIZE] = "";
        ogp_edtf edtf;
        if (ogpi_table_date(&edtf, cases[i].text, strlen(cases[i].text), cases[i].month_first, NULL))
            ogp_edtf_format(&edtf, found, sizeof found);
        if (strcmp(found, cases[i].edtf) != 0)
            fail_msg("\"%s\" is read as \"%s\", not \"%s\"", cases[i].text, found, cases[i].edtf);
    }
}

/* The sums of a file, grouped, as text; from columns or row by row. */
static char *sums(const char *path, const char *by, bool columns)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_dataset *dataset = NULL;
    ogp_summary *summary = NULL;
    char *text = NULL;
    int code =
        columns ? ogp_dataset_read(&dataset, path, NULL, NULL, &error) : ogp_summary_new(&summary, by, NULL, &error);
    if (code == 0)
        code = columns ? ogp_dataset_summarize(&summary, dataset, by, &error)
                       : ogp_summary_add_path(summary, path, &error);
    if (code == 0)
        code = ogp_summary_write(&text, NULL, summary, &error);
    if (code < 0)
        fail_msg("%s by %s: %s", path, by, error.message);
    ogp_summary_unref(summary);
    ogp_dataset_unref(dataset);
    return text;
}

static void test_groups(void **state)
{
    static const char *const files[] = {"examples/tables/commitments.csv", "examples/plans/en-2016.json",
                                        "examples/plans/ar-five-axes.json"};
    static const char *const by[] = {
        "country",          "edition", "lead", "member",    "method",      "plan",
        "policy_area",      "region",  "year", "plan,year", "member,plan", "region,policy_area,lead",
        "country,plan,year"};
    char path[512];

    (void)state;
    for (size_t f = 0; f < sizeof files / sizeof *files; f++)
        for (size_t i = 0; i < sizeof by / sizeof *by; i++) {
            snprintf(path, sizeof path, "%s/%s", getenv("OGP_SOURCE_ROOT"), files[f]);
            char *one = sums(path, by[i], true), *other = sums(path, by[i], false);
            if (strcmp(one, other) != 0)
                fail_msg("%s by %s:\n%s\n%s", files[f], by[i], one, other);
            ogp_free(one);
            ogp_free(other);
        }
}

static void test_bad_groups(void **state)
{
    static const char *const by[] = {",", "nothing", "country,country", "country,year,plan,member", "country year"};
    ogp_error error = OGP_ERROR_INIT;
    ogp_summary *summary = NULL;

    (void)state;
    for (size_t i = 0; i < sizeof by / sizeof *by; i++) {
        if (ogp_summary_new(&summary, by[i], NULL, &error) != OGP_ERROR_USAGE)
            fail_msg("\"%s\" is taken", by[i]);
        assert_null(summary);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole_numbers), cmocka_unit_test(test_repair),     cmocka_unit_test(test_dates),
        cmocka_unit_test(test_groups),        cmocka_unit_test(test_bad_groups),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
