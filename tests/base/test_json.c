/* SPDX-License-Identifier: MIT */
#include "test.h"

#include "base/json.h"
#include "base/json_place.h"
#include "base/value.h"

static const ogp_limits limits = {.struct_size = sizeof(ogp_limits), .input_bytes = 4096, .depth = 8,
                                 .string_bytes = 64, .members = 50};

#define TEXT(s) s, sizeof s - 1
static const struct {
    const char *text;
    size_t length;
    int code;
    unsigned line, column;
    const char *path;
} bad[] = {
    {TEXT(""), OGP_ERROR_SYNTAX, 1, 1, ""},
    {TEXT("  \n "), OGP_ERROR_SYNTAX, 1, 1, ""},
    {TEXT("\xEF\xBB\xBF{}"), OGP_ERROR_SYNTAX, 1, 1, ""},
    {TEXT("{\"a\": \"\xFF\"}"), OGP_ERROR_SYNTAX, 1, 8, ""},
    {TEXT("{}\n\0"), OGP_ERROR_SYNTAX, 2, 1, ""},
    {TEXT("{\"a\": 1,\n \"b\" 2}"), OGP_ERROR_SYNTAX, 2, 6, ""},
    {TEXT("{\"a\": 1"), OGP_ERROR_SYNTAX, 1, 7, ""},
    {TEXT("{} x"), OGP_ERROR_SYNTAX, 1, 4, ""},
    {TEXT("{\"x\": {\"a\": 1, \"b\": 2, \"a\": 3}}"), OGP_ERROR_SYNTAX, 1, 26, "/x/a"},
    {TEXT("{\"c\": [{\"k\": 1}, {\"k\": 1, \"k\": 2}]}"), OGP_ERROR_SYNTAX, 1, 29, "/c/1/k"},
    {TEXT("[[[[[[[[[]]]]]]]]]"), OGP_ERROR_LIMIT, 1, 9, ""},
    {TEXT("[\"0123456789012345678901234567890123456789012345678901234567890123456789\"]"), OGP_ERROR_LIMIT, 1, 2, ""},
    {TEXT("[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]"),
     OGP_ERROR_LIMIT, 1, 101, ""},
    {TEXT("{\"a\": \"\\u0000\"}"), OGP_ERROR_SYNTAX, 1, 14, ""},
    {TEXT("{\"a\": \"\\ud800\"}"), OGP_ERROR_SYNTAX, 1, 14, ""},
};

static void test_bad(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ogp_error error = OGP_ERROR_INIT;
        json_t *json;
        assert_int_equal(ogpi_json_parse(&json, bad[i].text, bad[i].length, &limits, NULL, &error), bad[i].code);
        assert_null(json);
        if (error.line != bad[i].line || error.column != bad[i].column)
            print_error("%s: %u:%u %s\n", bad[i].text, error.line, error.column, error.message);
        assert_int_equal(error.line, bad[i].line);
        assert_int_equal(error.column, bad[i].column);
        assert_string_equal(error.path, bad[i].path);
        assert_true(strlen(error.message) > 10);
    }
}

static void test_locate(void **state)
{
    (void)state;
    static const char text[] = "{\n  \"a/b\": [1, {\"c\\u0064\": true}],\n  \"e\": {\"f~\": \"}\\\"\", \"g\": null}\n}";
    static const struct { const char *pointer; unsigned line, column; } cases[] = {
        {"", 1, 1}, {"/a~1b", 2, 10}, {"/a~1b/0", 2, 11}, {"/a~1b/1", 2, 14}, {"/a~1b/1/cd", 2, 26},
        {"/e/f~0", 3, 15}, {"/e/g", 3, 27}, {"/nowhere", 0, 0}, {"/a~1b/2", 0, 0}, {"/e/g/x", 0, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned line, column;
        ogpi_json_locate(text, sizeof text - 1, cases[i].pointer, &line, &column);
        assert_int_equal(line, cases[i].line);
        assert_int_equal(column, cases[i].column);
    }
}

static void test_values_are_written_back(void **state)
{
    (void)state;
    static const char text[] =
        "{\"z\": [1, -2.5, 0.1, 1e300, true, false, null], \"a\": {\"\\u0001\\n\\\"\": \"\xD9\x85\"}, \"e\": []}";
    static const char want[] =
        "{\"z\": [1, -2.5, 0.1, 1e+300, true, false, null], \"a\": {\"\\u0001\\n\\\"\": \"\xD9\x85\"}, \"e\": []}";
    json_t *json;
    assert_int_equal(ogpi_json_parse(&json, text, sizeof text - 1, &limits, NULL, NULL), 0);
    ogpi_arena arena;
    ogpi_arena_init(&arena, NULL);
    ogpi_value value;
    assert_int_equal(ogpi_value_from_json(&value, json, &arena, NULL), 0);
    json_decref(json);
    ogpi_buffer buffer;
    ogpi_buffer_init(&buffer, NULL);
    ogpi_value_write(&value, &buffer, -1);
    assert_string_equal(buffer.data, want);
    assert_non_null(ogpi_value_get(&value, "a"));
    assert_null(ogpi_value_get(&value, "b"));
    ogpi_buffer_clear(&buffer);
    ogpi_arena_clear(&arena);
}

static void test_value_out_of_memory(void **state)
{
    (void)state;
    json_t *json = json_pack("{s:[s,s,{s:i}],s:f}", "list", "one", "two", "n", 3, "real", 0.5);
    for (size_t fail = 1;; fail++) {
        counting count = {.fail_at = fail};
        ogp_allocator allocator = counting_allocator(&count);
        ogpi_arena arena;
        ogpi_arena_init(&arena, &allocator);
        ogpi_value value;
        int rc = ogpi_value_from_json(&value, json, &arena, NULL);
        ogpi_arena_clear(&arena);
        assert_int_equal(count.live, 0);
        if (rc == 0)
            break;
        assert_int_equal(rc, OGP_ERROR_MEMORY);
    }
    json_decref(json);
}

static void test_pointer_path(void **state)
{
    static const char long_key[] = "0123456789012345678901234567890123456789012345678901234567890123";
    static const struct { const char *path, *pointer; } cases[] = {
        {"", "/commitments"},
        {"lead", "/commitments/lead"},
        {"lead/name", "/commitments/lead/name"},
        {"a~b/c", "/commitments/a~0b/c"},
        {"a/", "/commitments/a"},
        {long_key, "/commitments"},
        {long_key + 1, "/commitments/123456789012345678901234567890123456789012345678901234567890123"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogpi_pointer pointer = {.length = 0};
        ogpi_pointer_push(&pointer, "commitments");
        size_t top = ogpi_pointer_push_path(&pointer, cases[i].path);
        assert_string_equal(pointer.text, cases[i].pointer);
        ogpi_pointer_pop(&pointer, top);
        assert_string_equal(pointer.text, "/commitments");
    }
}

/* Near the end of its room a pointer is cut as it is key by key. */
static void test_pointer_full(void **state)
{
    ogpi_pointer one = {.length = 0}, other = {.length = 0};
    (void)state;
    for (int i = 0; i < 60; i++) {
        ogpi_pointer_push_path(&one, "lead/name");
        ogpi_pointer_push(&other, "lead");
        ogpi_pointer_push(&other, "name");
        assert_string_equal(one.text, other.text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_bad), cmocka_unit_test(test_pointer_path),
                                       cmocka_unit_test(test_pointer_full),
                                       cmocka_unit_test(test_locate),
                                       cmocka_unit_test(test_values_are_written_back),
                                       cmocka_unit_test(test_value_out_of_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
