/* SPDX-License-Identifier: MIT */
#include "test.h"

#include <ogp/date.h>

static const struct { const char *text; const char *first; const char *last; } good[] = {
    {"2024-12-31", "2024-12-31", "2024-12-31"}, {"2012-06", "2012-06-01", "2012-06-30"},
    {"2024-02", "2024-02-01", "2024-02-29"},    {"2023", "2023-01-01", "2023-12-31"},
    {"2025-35", "2025-07-01", "2025-09-30"},    {"2028-23", "2028-09-01", "2028-11-30"},
    {"2012-40", "2012-01-01", "2012-06-30"},    {"2012-41", "2012-07-01", "2012-12-31"},
    {"2028-24", "2028-12-01", "2029-02-28"},    {"2018/2020", "2018-01-01", "2020-12-31"},
    {"2024?", "2024-01-01", "2024-12-31"},      {"2000-02-29", "2000-02-29", "2000-02-29"},
};

static const struct { const char *text; const char *message; } bad[] = {
    {"2023-02-30", "there is no 30 February 2023"}, {"1900-02-29", "there is no 29 February 1900"},
    {"2023-13", "there is no month 13; months run from 01 to 12"},
    {"2023-00", "there is no month 00; months run from 01 to 12"},
    {"2023-01-00", "there is no day 00; days run from 01"},
    {"2025-35-01", "a season, quarter or half (35) has no days"},
    {"soon", "\"soon\" is no date; write YYYY-MM-DD, YYYY-MM or YYYY (EDTF)"},
    {"12/31/2024", "\"12/31/2024\" is no date; write YYYY-MM-DD, YYYY-MM or YYYY (EDTF)"},
    {"", "\"\" is no date; write YYYY-MM-DD, YYYY-MM or YYYY (EDTF)"},
    {"../..", "\"../..\" is no date; write YYYY-MM-DD, YYYY-MM or YYYY (EDTF)"},
    {"2023-1-5", "\"2023-1-5\" is no date; write YYYY-MM-DD, YYYY-MM or YYYY (EDTF)"},
};

static int32_t day(const char *text)
{
    ogp_edtf edtf;
    assert_int_equal(ogp_edtf_parse(&edtf, text, strlen(text), NULL), 0);
    return ogp_edtf_first_day(&edtf);
}

static void test_good(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        ogp_edtf edtf;
        char again[OGP_EDTF_SIZE];
        assert_int_equal(ogp_edtf_parse(&edtf, good[i].text, strlen(good[i].text), NULL), 0);
        ogp_edtf_format(&edtf, again, sizeof again);
        assert_string_equal(again, good[i].text);
        assert_int_equal(ogp_edtf_first_day(&edtf), day(good[i].first));
        assert_int_equal(ogp_edtf_last_day(&edtf), day(good[i].last));
    }
}

static void test_bad(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ogp_edtf edtf;
        ogp_error error = OGP_ERROR_INIT;
        assert_int_equal(ogp_edtf_parse(&edtf, bad[i].text, strlen(bad[i].text), &error), OGP_ERROR_FORMAT);
        assert_string_equal(error.message, bad[i].message);
    }
}

static void test_open_intervals(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int kind;
    } cases[] = {{"2023/..", OGP_EDTF_OPEN_END},
                 {"../2023", OGP_EDTF_OPEN_START},
                 {"2023/", OGP_EDTF_UNKNOWN_END},
                 {"/2023", OGP_EDTF_UNKNOWN_START}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_edtf edtf;
        char again[OGP_EDTF_SIZE];
        assert_int_equal(ogp_edtf_parse(&edtf, cases[i].text, strlen(cases[i].text), NULL), 0);
        assert_int_equal(edtf.kind, cases[i].kind);
        ogp_edtf_format(&edtf, again, sizeof again);
        assert_string_equal(again, cases[i].text);
    }
    ogp_edtf open;
    assert_int_equal(ogp_edtf_parse(&open, "2023/..", 7, NULL), 0);
    assert_int_equal(ogp_edtf_last_day(&open), INT32_MAX);
}

static void test_every_day_of_four_centuries(void **state)
{
    (void)state;
    for (int32_t n = ogp_date_to_day(1800, 1, 1); n < ogp_date_to_day(2200, 1, 1); n++) {
        ogp_date date = ogp_date_from_day(n);
        assert_int_equal(ogp_date_to_day(date.year, date.month, date.day), n);
    }
    assert_int_equal(ogp_date_to_day(1970, 1, 1), 0);
    assert_int_equal(ogp_date_to_day(2000, 3, 1), 11017);
}

static void test_months(void **state)
{
    (void)state;
    ogp_date date = ogp_date_add_months((ogp_date){.year = 2024, .month = 1, .day = 31}, 1);
    assert_int_equal(date.month, 2);
    assert_int_equal(date.day, 29);
    date = ogp_date_add_months((ogp_date){.year = 2024, .month = 8, .day = 31}, -18);
    assert_int_equal(date.year, 2023);
    assert_int_equal(date.month, 2);
    assert_int_equal(date.day, 28);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good), cmocka_unit_test(test_bad), cmocka_unit_test(test_open_intervals),
        cmocka_unit_test(test_every_day_of_four_centuries), cmocka_unit_test(test_months)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
