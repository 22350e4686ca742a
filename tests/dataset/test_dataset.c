/* SPDX-License-Identifier: MIT */
#include "test.h"
#include <ogp/dataset.h>
#include <stdbool.h>

#define OLD_HEADER                                                                                                     \
    "Country,Action Plan Number,Comm No,Year of submission,Start Date,Lead Institution,Specificity,_Specificity,"     \
    "Value -Info,Value -Part,Value -Acc,_Relevant,Potential impact,_Pot Impact Coded,Completion (progress report),"   \
    "_CompletionProgress,Open Data\r\n"

static const char small[] = "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16\r\n" OLD_HEADER
    "Macedonia,1,1.1,2012,07/01/2012,Ministry,c. high,3,1,0,0,1,Transformative,3,d. Complete,5,1\r\n"
    "North Macedonia,1,4.0999999999999996,2012,13/2/2011,Ministry,None,1,1,0,0,1,Minor,1,NR,NR,0\r\n"
    "\r\n"
    "Ghana,1,2,2013,Ongoing,\"Parliament, \"\"Open\"\" office\",NR,NR,NR,NR,NR,NR,ND,ND,Unclear,1,1\r\n"
    "Atlantis,1,3,2013,2014,,b. medium,2,1,#NAME?,0,1,huge,2,c. Substantial,4\r\n"
    ",,,5,,,9,7,12,3,4,5,6,7,8,9,10\r\n";

static ogp_dataset *read_text(const char *text)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_dataset *dataset;

    if (ogp_dataset_read_memory(&dataset, text, strlen(text), NULL, NULL, &error) < 0)
        fail_msg("%s", error.message);
    return dataset;
}

static const char *cell(const ogp_dataset *d, const char *column, size_t row)
{
    static char out[4][200];
    static int turn;
    size_t length;
    ptrdiff_t index = ogp_dataset_column_index(d, column);
    char *at = out[turn = (turn + 1) % 4];

    assert_true(index >= 0);
    const char *text = ogp_dataset_text(d, (size_t)index, row, &length);
    if (length || !ogp_dataset_word(d, (size_t)index, row, at, 200))
        snprintf(at, 200, "%.*s", (int)length, text);
    return at;
}

static int findings(const ogp_dataset *d, const char *rule)
{
    const ogp_report *report = ogp_dataset_report(d);
    int count = 0;

    for (size_t i = 0; i < ogp_report_count(report); i++)
        count += strcmp(ogp_finding_rule(ogp_report_at(report, i)), rule) == 0;
    return count;
}

static void test_cells(void **state)
{
    ogp_dataset *d = read_text(small);

    (void)state;
    assert_int_equal(ogp_dataset_rows(d), 4);
    assert_string_equal(ogp_dataset_edition(d), "unknown");
    assert_string_equal(cell(d, "country", 1), "Macedonia");
    assert_string_equal(cell(d, "member", 0), "MKD");
    assert_string_equal(cell(d, "member", 1), "MKD");
    assert_string_equal(cell(d, "number", 1), "4.1");
    assert_string_equal(cell(d, "start", 1), "2011-02-13");
    assert_string_equal(cell(d, "start_published", 2), "Ongoing");
    assert_string_equal(cell(d, "start", 2), "");
    assert_string_equal(cell(d, "lead", 2), "Parliament, \"Open\" office");
    assert_string_equal(cell(d, "specificity", 0), "high");
    assert_string_equal(cell(d, "specificity", 1), "low");
    assert_string_equal(cell(d, "potential_impact", 2), "ND");
    assert_string_equal(cell(d, "completion_progress", 2), "unclear");
    assert_string_equal(cell(d, "completion_end", 0), "ND");
    assert_string_equal(cell(d, "star_progress", 0), "1");
    assert_string_equal(cell(d, "relevant", 2), "NR");
    assert_string_equal(cell(d, "method", 2), "irm-2014");
    assert_string_equal(cell(d, "policy_areas", 0), "open-data");
    assert_string_equal(cell(d, "policy_areas", 1), "");
    ogp_dataset_unref(d);
}

static void test_findings(void **state)
{
    ogp_dataset *d = read_text(small);

    (void)state;
    assert_int_equal(findings(d, "TAB010"), 1); /* no edition known */
    assert_int_equal(findings(d, "TAB020"), 1); /* label None, code 1 */
    assert_int_equal(findings(d, "TAB021"), 1); /* "huge": no word, so its code contradicts nothing */
    assert_int_equal(findings(d, "TAB022"), 1); /* a row one cell short */
    assert_int_equal(findings(d, "TAB024"), 1); /* #NAME? */
    assert_int_equal(findings(d, "TAB025"), 1); /* sums */
    assert_int_equal(findings(d, "TAB032"), 1); /* 4.0999999999999996 */
    assert_int_equal(findings(d, "TAB033"), 1); /* Atlantis */
    assert_int_equal(findings(d, "TAB014"), 1);
    ogp_dataset_unref(d);
}

static void test_views(void **state)
{
    ogp_dataset *d = read_text(small);
    ogp_column column = OGP_COLUMN_INIT;

    (void)state;
    assert_int_equal(ogp_dataset_column_at(d, (size_t)ogp_dataset_column_index(d, "country"), &column), 0);
    assert_int_equal(column.type, OGP_COLUMN_TERM16);
    assert_int_equal(column.term_count, 3);
    assert_memory_equal(column.term_bytes, "MacedoniaGhanaAtlantis", 22);
    assert_int_equal(((const uint16_t *)column.data)[1], 0);
    assert_int_equal(ogp_dataset_column_at(d, (size_t)ogp_dataset_column_index(d, "star_progress"), &column), 0);
    assert_int_equal(column.derived, 1);
    assert_int_equal(((const int8_t *)column.data)[2], OGP_MISSING_NR);
    assert_int_equal(ogp_dataset_column_at(d, 999, &column), OGP_ERROR_USAGE);
    assert_int_equal(ogp_dataset_code(d, 0, 0), OGP_MISSING_ABSENT);
    ogp_dataset_unref(d);
}

static void expect_error(const char *text, int code, const char *words)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_dataset *d;

    assert_int_equal(ogp_dataset_read_memory(&d, text, strlen(text), NULL, NULL, &error), code);
    assert_null(d);
    if (!strstr(error.message, words))
        fail_msg("\"%s\" does not say \"%s\"", error.message, words);
}

static void test_errors(void **state)
{
    (void)state;
    expect_error("", OGP_ERROR_FORMAT, "empty");
    expect_error("a,b,c\n1,2,3\n", OGP_ERROR_FORMAT, "Country");
    expect_error("_Relevant,_Pot Impact Coded,_CompletionProgress\n1,2,3\n", OGP_ERROR_FORMAT, "\"Country\"");
    expect_error("Country,_Relevant,_Pot Impact Coded\nGhana,1,2\n", OGP_ERROR_FORMAT, "completion");
    expect_error("Country,_Pot Impact Coded,_CompletionProgress\nGhana,1,2\n", OGP_ERROR_FORMAT, "_Relevant");
    expect_error("Country,_Relevant,_CompletionProgress\nGhana,1,\"2\n", OGP_ERROR_SYNTAX, "never closed");
}

static void test_header_only(void **state)
{
    ogp_dataset *d = read_text(OLD_HEADER);

    (void)state;
    assert_int_equal(ogp_dataset_rows(d), 0);
    ogp_dataset_unref(d);
}

static void test_sums(void **state)
{
    ogp_dataset *d = read_text(small);
    ogp_error error = OGP_ERROR_INIT;
    ogp_summary *s;

    (void)state;
    assert_int_equal(ogp_dataset_summarize(&s, d, "member,plan", &error), 0);
    assert_int_equal(ogp_summary_group_count(s), 3);
    assert_string_equal(ogp_summary_key(s, 2, 0), "MKD");
    assert_int_equal(ogp_summary_commitments(s, 2), 2);
    ogp_summary_unref(s);
    assert_int_equal(ogp_dataset_summarize(&s, d, "policy_area", &error), 0);
    assert_int_equal(ogp_summary_group_count(s), 2);
    assert_string_equal(ogp_summary_key(s, 1, 0), "open-data");
    ogp_summary_unref(s);
    ogp_dataset_unref(d);
}

/* (a + b) + c = a + (b + c) = (c + b) + a, by their texts. */
static void test_merging(void **state)
{
    static const char *const rows[] = {"Ghana,1,1,1,3,5\n", "Ghana,1,1,1,2,4\nChile,2,1,0,1,3\n", "Chile,2,1,1,3,NR\n"};
    static const int orders[][3] = {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}};
    char *texts[4];
    ogp_error error = OGP_ERROR_INIT;

    (void)state;
    for (size_t o = 0; o < 4; o++) {
        ogp_summary *parts[3];
        size_t length;
        for (size_t i = 0; i < 3; i++) {
            char text[256];
            snprintf(text, sizeof text,
                     "Country,Action Plan Number,Comm No,_Relevant,_Pot Impact Coded,_CompletionProgress\n%s", rows[i]);
            ogp_dataset *d = read_text(text);
            assert_int_equal(ogp_dataset_summarize(&parts[i], d, "country,plan", &error), 0);
            ogp_dataset_unref(d);
        }
        ogp_summary *whole = NULL;
        if (o < 3) {
            whole = ogp_summary_ref(parts[orders[o][0]]);
            assert_int_equal(ogp_summary_merge(whole, parts[orders[o][1]], &error), 0);
            assert_int_equal(ogp_summary_merge(whole, parts[orders[o][2]], &error), 0);
        } else {
            whole = ogp_summary_ref(parts[0]);
            assert_int_equal(ogp_summary_merge(parts[1], parts[2], &error), 0);
            assert_int_equal(ogp_summary_merge(whole, parts[1], &error), 0);
        }
        assert_int_equal(ogp_summary_write(&texts[o], &length, whole, &error), 0);
        ogp_summary_unref(whole);
        for (size_t i = 0; i < 3; i++)
            ogp_summary_unref(parts[i]);
    }
    for (size_t o = 0; o < 4; o++) {
        assert_string_equal(texts[o], texts[0]);
        if (o)
            ogp_free(texts[o]);
    }
    ogp_free(texts[0]);
}

static int read_and_sum(const ogp_context *context)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_dataset *d = NULL;
    ogp_summary *s = NULL;
    int code = ogp_dataset_read_memory(&d, small, strlen(small), NULL, context, &error);
    if (code == 0)
        code = ogp_dataset_summarize(&s, d, "country,year", &error);
    assert_int_equal(error.code, code);
    ogp_summary_unref(s);
    ogp_dataset_unref(d);
    return code;
}

static void test_no_memory(void **state)
{
    (void)state;
    survive_failed_allocations(read_and_sum);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),  cmocka_unit_test(test_findings),    cmocka_unit_test(test_views),
        cmocka_unit_test(test_errors), cmocka_unit_test(test_header_only), cmocka_unit_test(test_sums),
        cmocka_unit_test(test_merging), cmocka_unit_test(test_no_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
