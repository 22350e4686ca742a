/* SPDX-License-Identifier: MIT */
#include "test.h"
#include "io/csv.h"
#include <ogp/error.h>

/* Rows as one string: cells in brackets, rows ended by a bar. */
static int parse(const char *bytes, size_t length, char *out, size_t size, ogp_error *error)
{
    ogpi_source source;
    ogpi_csv *csv;
    ogpi_csv_row row;
    size_t used = 0;
    int code;

    ogpi_source_memory(&source, bytes, length);
    code = ogpi_csv_open(&csv, &source, NULL, error);
    *out = '\0';
    if (code < 0)
        return code;
    while ((code = ogpi_csv_next(csv, &row, error)) > 0) {
        for (size_t i = 0; i < row.count && used < size - 8; i++) {
            bool converted;
            ogpi_csv_cell cell = ogpi_csv_text(csv, &row.cells[i], &converted);
            used += (size_t)snprintf(out + used, size - used, "[%.*s]", (int)cell.length, cell.text);
        }
        used += (size_t)snprintf(out + used, size - used, "|");
    }
    ogpi_csv_close(csv);
    return code;
}

typedef struct example { const char *bytes; size_t length; const char *rows; } example;
#define EXAMPLE(bytes, rows) {bytes, sizeof(bytes) - 1, rows}

static void test_forms(void **state)
{
    static const example examples[] = {
        EXAMPLE("", ""),
        EXAMPLE("a,b\r\n1,2\r\n", "[a][b]|[1][2]|"),
        EXAMPLE("a,b\n1,2", "[a][b]|[1][2]|"),
        EXAMPLE("a,b\r1,2\r", "[a][b]|[1][2]|"),
        EXAMPLE("a,,\n,\n", "[a][][]|[][]|"),
        EXAMPLE("\"a,b\",\"c\"\"d\"\n", "[a,b][c\"d]|"),
        EXAMPLE("\"two\nlines\",x\n", "[two\nlines][x]|"),
        EXAMPLE("\"a\"b,c\n", "[ab][c]|"),
        EXAMPLE("a \"quote\" within,c\n", "[a \"quote\" within][c]|"),
        EXAMPLE("a;b;c\n1,5;2;3\n", "[a][b][c]|[1,5][2][3]|"),
        EXAMPLE("a\tb\n1\t2,5\n", "[a][b]|[1][2,5]|"),
        EXAMPLE("a,b\n1,2;3;4;5\n", "[a][b]|[1][2;3;4;5]|"),
        EXAMPLE("a;b;c\n1,5;2,5;3,5\n2,5;3,5;4,5\n", "[a][b][c]|[1,5][2,5][3,5]|[2,5][3,5][4,5]|"),
        EXAMPLE("Plans; 2015\n\na,b\n1,2\n", "[Plans; 2015]|[]|[a][b]|[1][2]|"),
        EXAMPLE("\"x;\ny;\",b\r1,2;3;4\r", "[x;\ny;][b]|[1][2;3;4]|"),
        EXAMPLE("a;b;c,d", "[a][b][c,d]|"),
        EXAMPLE("\xEF\xBB\xBF" "a,\xC3\xA9\n", "[a][\xC3\xA9]|"),
        EXAMPLE("caf\xE9,\x93x\x94\n", "[caf\xC3\xA9][\xE2\x80\x9Cx\xE2\x80\x9D]|"),
        EXAMPLE("\xFF\xFE" "a\0,\0\xE9\0\n\0", "[a][\xC3\xA9]|"),
        EXAMPLE("\xFE\xFF" "\0a\0,\xD8\x3D\xDE\x00\0\n", "[a][\xF0\x9F\x98\x80]|"),
        EXAMPLE("\"\"\n\"\"\"\"\n", "[]|[\"]|"),
        EXAMPLE("12345678901234567890,\"\"\n", "[12345678901234567890][]|"),
    };
    char out[256];

    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        ogp_error error = OGP_ERROR_INIT;
        assert_int_equal(parse(examples[i].bytes, examples[i].length, out, sizeof out, &error), 0);
        assert_string_equal(out, examples[i].rows);
    }
}

static void test_cut_in_a_quote(void **state)
{
    static const char bytes[] = "a,b\n1,\"cut here\nand more";
    ogp_error error = OGP_ERROR_INIT;
    char out[64];

    (void)state;
    assert_int_equal(parse(bytes, sizeof bytes - 1, out, sizeof out, &error), OGP_ERROR_SYNTAX);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 3);
    assert_non_null(strstr(error.message, "row 2, cell 2"));
}

static void test_too_many_columns(void **state)
{
    size_t length = 100000;
    char *bytes = malloc(length + 1), out[64];
    ogp_error error = OGP_ERROR_INIT;

    (void)state;
    memset(bytes, ',', length);
    bytes[length] = '\n';
    assert_int_equal(parse(bytes, length + 1, out, sizeof out, &error), OGP_ERROR_LIMIT);
    assert_non_null(strstr(error.message, "4096 columns"));
    free(bytes);
}

/* A gigabyte that is never there as a whole. */
static ptrdiff_t endless(void *user, char *buffer, size_t size)
{
    size_t *left = user;
    size_t n = *left < size ? *left : size;

    memset(buffer, 'x', n);
    if (*left == (size_t)1 << 30 && n)
        buffer[0] = '"';
    *left -= n;
    return (ptrdiff_t)n;
}

static void test_quote_never_closed(void **state)
{
    size_t left = (size_t)1 << 30;
    ogpi_source source;
    ogp_error error = OGP_ERROR_INIT;
    ogpi_csv_row row;
    ogpi_csv *csv;

    (void)state;
    ogpi_source_function(&source, endless, &left);
    assert_int_equal(ogpi_csv_open(&csv, &source, NULL, &error), 0);
    assert_int_equal(ogpi_csv_next(csv, &row, &error), OGP_ERROR_LIMIT);
    assert_true(left > (size_t)1000 << 20);
    ogpi_csv_close(csv);
}

static void test_foreign(void **state)
{
    static const struct { const char *bytes; size_t length; } kinds[] = {
        {"\x89PNG\r\n\x1A\n", 8}, {"\xFF\xD8\xFF\xE0", 4},        {"%PDF-1.4\n", 9},
        {"a,b\n\0,1\n", 8},         {"\x7F" "ELF\2\1\1\0\0", 9},
    };
    ogp_error error = OGP_ERROR_INIT;
    char out[64];

    (void)state;
    assert_int_equal(parse("PK\x03\x04xxxx", 8, out, sizeof out, &error), OGP_ERROR_SYNTAX);
    assert_non_null(strstr(error.message, "Excel"));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        assert_int_equal(parse(kinds[i].bytes, kinds[i].length, out, sizeof out, &error), OGP_ERROR_SYNTAX);
}

static void test_documents(void **state)
{
    static const char *const documents[] = {"{",           " [", "<?xml version", "\n<plan xmlns", "<!-- a plan -->",
                                            "\xEF\xBB\xBF{"};
    static const char *const tables[] = {"", "a,b", "<br/>Country,b", "<a>", "\xEF\xBB\xBF", "<"};
    static const char little[] = "\xFF\xFE \0{\0", big[] = "\xFE\xFF\0<\0p\0l\0a\0n", other[] = "\xFF\xFE<\0a\0";

    (void)state;
    assert_true(ogpi_csv_is_document(little, sizeof little - 1));
    assert_true(ogpi_csv_is_document(big, sizeof big - 1));
    assert_false(ogpi_csv_is_document(other, sizeof other - 1));
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        assert_true(ogpi_csv_is_document(documents[i], strlen(documents[i])));
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        assert_false(ogpi_csv_is_document(tables[i], strlen(tables[i])));
}

/* Texts in NFC, whatever they were written in; bytes that are no UTF-8 as Windows-1252. */
static void test_texts(void **state)
{
    static const struct { const char *cell, *text; bool converted; } cases[] = {
        {"plain", "plain", false},
        {"Cafe\xCC\x81", "Caf\xC3\xA9", false},
        {"o\xCC\x82\xCC\xA3", "\xE1\xBB\x99", false},      /* marks in the other order */
        {"\xD8\xA7\xD9\x95", "\xD8\xA5", false},          /* alef and a hamza below */
        {"\xD8\xA5\xD9\x86\xD9\x91", "\xD8\xA5\xD9\x86\xD9\x91", false},
        {"\xE1\x84\x80\xE1\x85\xA1", "\xEA\xB0\x80", false}, /* two letters of a syllable */
        {"\xE2\x84\xAB", "\xC3\x85", false},              /* the sign for angstroms */
        {"q\xCC\x81", "q\xCC\x81", false},                 /* no such letter */
        {"caf\xE9 \x80", "caf\xC3\xA9 \xE2\x82\xAC", true},
    };
    ogp_error error = OGP_ERROR_INIT;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char line[64];
        bool converted;
        ogpi_source source;
        ogpi_csv_row row;
        ogpi_csv *csv;
        snprintf(line, sizeof line, "x,%s\n", cases[i].cell);
        ogpi_source_memory(&source, line, strlen(line));
        assert_int_equal(ogpi_csv_open(&csv, &source, NULL, &error), 0);
        assert_int_equal(ogpi_csv_next(csv, &row, &error), 1);
        ogpi_csv_cell text = ogpi_csv_text(csv, &row.cells[1], &converted);
        assert_int_equal(text.length, strlen(cases[i].text));
        assert_string_equal(text.text, cases[i].text);
        assert_int_equal(converted, cases[i].converted);
        ogpi_csv_close(csv);
    }
}

/* Every allocation may fail: an error each time, nothing leaks. */
typedef struct drip { size_t left; } drip;

static ptrdiff_t read_drop(void *user, char *buffer, size_t size)
{
    drip *from = user;
    size_t n = from->left < 3 ? from->left : 3;

    n = n < size ? n : size;
    memset(buffer, 'a', n);
    from->left -= n;
    return (ptrdiff_t)n;
}

/* One row of a megabyte, three bytes at a time: its cost must stay linear, or this takes minutes. */
static void test_trickle(void **state)
{
    drip bytes = {1 << 20};
    ogpi_source source;
    ogpi_csv *csv;
    ogpi_csv_row row;

    (void)state;
    ogpi_source_function(&source, read_drop, &bytes);
    assert_int_equal(ogpi_csv_open(&csv, &source, NULL, NULL), 0);
    assert_int_equal(ogpi_csv_next(csv, &row, NULL), 1);
    assert_int_equal(row.count, 1);
    assert_int_equal(row.cells[0].length, 1 << 20);
    assert_int_equal(ogpi_csv_next(csv, &row, NULL), 0);
    ogpi_csv_close(csv);
}

static int read_all(const ogp_context *context)
{
    ogp_error error = OGP_ERROR_INIT;
    ogpi_source source;
    ogpi_csv *csv = NULL;
    ogpi_csv_row row;
    bool converted;
    ogpi_source_memory(&source, "a,\xE9\n1,2\n", 8);
    int rc = ogpi_csv_open(&csv, &source, context, &error);
    while (rc >= 0 && (rc = ogpi_csv_next(csv, &row, &error)) > 0)
        ogpi_csv_text(csv, &row.cells[1], &converted);
    ogpi_csv_close(csv);
    assert_int_equal(error.code, rc);
    return rc;
}

static void test_no_memory(void **state)
{
    (void)state;
    survive_failed_allocations(read_all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),          cmocka_unit_test(test_cut_in_a_quote),
        cmocka_unit_test(test_too_many_columns), cmocka_unit_test(test_quote_never_closed),
        cmocka_unit_test(test_foreign),
        cmocka_unit_test(test_documents),
        cmocka_unit_test(test_texts),        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_trickle),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
