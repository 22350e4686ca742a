/* SPDX-License-Identifier: MIT */
#include "test.h"

#include "base/decimal.h"
#include <math.h>

static bool parse(const char *text, double *out)
{
    return ogpi_decimal_parse(text, strlen(text), out);
}

static void reads_numbers(void **state)
{
    static const struct {
        const char *text;
        double value;
    } cases[] = {{"0", 0},        {"7.5", 7.5},   {"5.88", 5.88},   {"-3.289", -3.289}, {"+4", 4},
                 {"7,5", 7.5},    {".5", 0.5},    {"5.", 5},        {"1e1", 10},        {"25e-1", 2.5},
                 {"2.002", 2.002}, {"٧٫٥", 7.5},  {"۳", 3},         {"0.000001", 1e-6}, {"00012", 12},
                 {"123456789012345", 123456789012345.0}, {"8.33695983886719", 8.33695983886719}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value;
        if (!parse(cases[i].text, &value) || value != cases[i].value)
            fail_msg("%s", cases[i].text);
    }
}

static void stays_on_its_side(void **state)
{
    double value;
    (void)state;
    assert_true(parse("7.50000000000000000000", &value) && value == 7.5);
    assert_true(parse("7.50000000000000000001", &value) && value > 7.5);
    assert_true(parse("7.49999999999999999999", &value) && value < 7.5);
    assert_true(parse("1000000000000000000000000000000000", &value) && value > 1e30);
    assert_true(parse("1e400", &value) && isinf(value));
    assert_true(parse("-1e-400", &value) && value < 0);
}

static void refuses_the_rest(void **state)
{
    static const char *const cases[] = {"",      " ",  "-",   ".",      "nan", "inf",  "0x10", "1.2.3",
                                        "1 000", "1e", "1e+", "1e9999", "12a", "\xff", "--1"};
    double value;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (parse(cases[i], &value))
            fail_msg("\"%s\" was taken", cases[i]);
}

static void writes_numbers(void **state)
{
    char text[OGPI_DECIMAL_SIZE];
    (void)state;
    assert_string_equal(ogpi_decimal_text(0.75, text), "0.75");
    assert_string_equal(ogpi_decimal_text(-3.289, text), "-3.289");
    assert_string_equal(ogpi_decimal_text(10, text), "10");
    assert_string_equal(ogpi_decimal_text(-0.0000001, text), "0");
    assert_string_equal(ogpi_share_text(13, 16, text), "0.8125");
    assert_string_equal(ogpi_share_text(9, 12, text), "0.75");
    assert_string_equal(ogpi_share_text(10, 12, text), "0.8333");
    assert_string_equal(ogpi_share_text(8, 12, text), "0.6667");
    assert_string_equal(ogpi_share_text(0, 16, text), "0");
    assert_string_equal(ogpi_share_text(12, 12, text), "1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_numbers), cmocka_unit_test(stays_on_its_side),
                                       cmocka_unit_test(refuses_the_rest), cmocka_unit_test(writes_numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
