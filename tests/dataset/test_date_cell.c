/* SPDX-License-Identifier: MIT */
#include "test.h"
#include "dataset/date_cell.h"

typedef struct example {
    const char *text;
    ogpi_date_order order;
    const char *edtf; /* "": no date; "?": not understood; "!": no such day */
} example;

#define M OGPI_DATES_MONTH_FIRST
#define D OGPI_DATES_DAY_FIRST
#define X OGPI_DATES_MIXED

static const example examples[] = {
    {"07/01/2012", X, "2012-07"},         {"01/07/2014", X, "2014-07-01"},   {"13/2/2011", X, "2011-02-13"},
    {"12/31/2014", X, "2014-12-31"},      {"12/31/2014", M, "2014-12-31"},   {"06/01/2016", M, "2016-06-01"},
    {"06/01/2016", D, "2016-01-06"},      {"31/12/2014", M, "2014-12-31"},   {"6/30/20", M, "2020-06-30"},
    {"07/12", M, "2012-07"},              {"Jul-12", M, "2012-07"},          {"2012", M, "2012"},
    {"July 2014", M, "2014-07"},          {"Quarter 4 2016", M, "2016-36"},  {"IV quarter of 2021", M, "2021-36"},
    {"End of 2014", M, "2014-12-31"},     {"Fall 2014", M, "2014-23"},       {"Spring 2016", M, "2016-21"},
    {"September/December 2011", M, "2011-09/2011-12"},                       {"Feb 22, 13", M, "2013-02-22"},
    {"2/29/2014", M, "!"},                {"43525", M, "2019-03-01"},        {"44439", M, "2021-08-31"},
    {"7/15/1905", M, "2023"},             {"7/16/1905", M, "2024"},          {"7/20/1905", M, "2028"},
    {"2012-2013", M, "2012/2013"},        {"2014-07-01", D, "2014-07-01"},   {"2014-07", M, "2014-07"},
    {"Ongoing", M, ""},                   {"Not Specified", M, ""},          {"", M, ""},
    {"99/99/2014", M, "?"},               {"2) within 3 municipalities, 2012 and later", M, "?"},
    {"juin 2015", M, "2015-06"},          {"junio de 2015", M, "2015-06"},
};

static void test_forms(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        const example *e = &examples[i];
        char found[OGP_EDTF_SIZE] = "";
        ogp_edtf edtf;
        ogpi_date_status status = ogpi_date_read(&edtf, e->text, strlen(e->text), e->order, NULL);
        if (status == OGPI_DATE_READ)
            ogp_edtf_format(&edtf, found, sizeof found);
        else
            strcpy(found, status == OGPI_DATE_NONE ? "" : status == OGPI_DATE_UNKNOWN ? "?" : "!");
        if (strcmp(found, e->edtf) != 0)
            fail_msg("\"%s\" is read as \"%s\", not \"%s\"", e->text, found, e->edtf);
    }
}

static void test_evidence(void **state)
{
    (void)state;
    assert_int_equal(ogpi_date_evidence("31/12/2014", 10), 1);
    assert_int_equal(ogpi_date_evidence("12/31/2014", 10), -1);
    assert_int_equal(ogpi_date_evidence("12/11/2014", 10), 0);
    assert_int_equal(ogpi_date_evidence("July 2014", 9), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms), cmocka_unit_test(test_evidence)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
