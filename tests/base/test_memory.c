/* SPDX-License-Identifier: MIT */
#include "test.h"

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <unistd.h>

static void test_arena(void **state)
{
    (void)state;
    counting count = {0};
    ogp_allocator allocator = counting_allocator(&count);
    ogpi_arena arena;
    ogpi_arena_init(&arena, &allocator);
    for (size_t i = 0; i < 10000; i++) {
        char *text = ogpi_arena_strndup(&arena, "abcdefgh", i % 9);
        assert_non_null(text);
        assert_int_equal(strlen(text), i % 9);
        assert_int_equal((uintptr_t)text % _Alignof(max_align_t), 0);
    }
    assert_non_null(ogpi_arena_alloc(&arena, (size_t)3 << 20));
    assert_null(ogpi_arena_alloc(&arena, SIZE_MAX));
    assert_null(ogpi_arena_calloc(&arena, SIZE_MAX / 2, 4));
    ogpi_arena_reset(&arena);
    assert_int_equal(count.live, 1);
    ogpi_arena_clear(&arena);
    assert_int_equal(count.live, 0);
    assert_int_equal(arena.total, 0);
}

static void test_buffer_failure_sticks(void **state)
{
    (void)state;
    counting count = {.fail_at = 2};
    ogp_allocator allocator = counting_allocator(&count);
    ogpi_buffer buffer;
    ogpi_buffer_init(&buffer, &allocator);
    ogpi_buffer_puts(&buffer, "short");
    assert_false(buffer.failed);
    ogpi_buffer_printf(&buffer, "%01000d", 7);
    assert_true(buffer.failed);
    ogpi_buffer_puts(&buffer, "more");
    assert_null(ogpi_buffer_take(&buffer, NULL));
    assert_int_equal(count.live, 0);
}

static void test_buffer_take(void **state)
{
    (void)state;
    ogpi_buffer buffer;
    size_t length;
    ogpi_buffer_init(&buffer, NULL);
    char *empty = ogpi_buffer_take(&buffer, &length);
    assert_string_equal(empty, "");
    ogpi_buffer_printf(&buffer, "%s-%d", "a", 5);
    char *text = ogpi_buffer_take(&buffer, &length);
    assert_string_equal(text, "a-5");
    assert_int_equal(length, 3);
    ogpi_free(NULL, empty);
    ogpi_free(NULL, text);
}

static void test_utf8(void **state)
{
    (void)state;
    static const struct { const char *bytes; size_t length; int bad; } cases[] = {
        {"plain ascii, long enough", 24, -1}, {"\xD8\xA7\xD9\x84", 4, -1},     {"\xF0\x9F\x98\x80", 4, -1},
        {"\xC0\xAF", 2, 0},                   {"\xED\xA0\x80", 3, 0},          {"abc\xFF", 4, 3},
        {"12345678\xE2\x82", 10, 8},          {"\xF4\x90\x80\x80", 4, 0},      {"", 0, -1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t bad = 99;
        bool valid = ogpi_utf8_valid(cases[i].bytes, cases[i].length, &bad);
        assert_int_equal(valid, cases[i].bad < 0);
        if (!valid)
            assert_int_equal(bad, cases[i].bad);
    }
    for (uint32_t c = 1; c < 0x110000; c += c < 0x3000 ? 1 : 97) {
        char bytes[4];
        uint32_t again;
        if (c >= 0xD800 && c < 0xE000)
            continue;
        size_t n = ogpi_utf8_encode(c, bytes);
        assert_true(ogpi_utf8_valid(bytes, n, NULL));
        assert_int_equal(ogpi_utf8_decode(bytes, n, &again), n);
        assert_int_equal(again, c);
    }
}

static void test_place(void **state)
{
    (void)state;
    unsigned line, column;
    ogpi_utf8_place("ab\n\xC3\xA9x\n", 7, 5, &line, &column);
    assert_int_equal(line, 2);
    assert_int_equal(column, 2);
    ogpi_utf8_place("ab\n", 3, 3, &line, &column);
    assert_int_equal(line, 2);
    assert_int_equal(column, 1);
}

static void test_save_and_read(void **state)
{
    (void)state;
    char folder[] = "/tmp/ogp-test-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/file", folder);
    assert_int_equal(ogpi_file_save(path, "first", 5, NULL), 0);
    assert_int_equal(ogpi_file_save(path, "second", 6, NULL), 0);
    ogpi_buffer buffer;
    ogpi_buffer_init(&buffer, NULL);
    ogp_error error = OGP_ERROR_INIT;
    assert_int_equal(ogpi_file_read(&buffer, path, 5, &error), OGP_ERROR_LIMIT);
    assert_int_equal(ogpi_file_read(&buffer, path, 6, &error), 0);
    assert_string_equal(buffer.data, "second");
    ogpi_buffer_clear(&buffer);
    assert_int_equal(ogpi_file_read(&buffer, folder, 99, &error), OGP_ERROR_IO);
    assert_string_equal(error.message, "is a directory");
    assert_int_equal(ogpi_file_save(folder, "x", 1, &error), OGP_ERROR_IO);
    unlink(path);
    assert_int_equal(ogpi_file_read(&buffer, path, 99, &error), OGP_ERROR_IO);
    assert_int_equal(rmdir(folder), 0); /* no temporary file was left behind */
}

static void test_error_is_cut_at_a_character(void **state)
{
    (void)state;
    ogp_error error = OGP_ERROR_INIT;
    char text[600];
    memset(text, 'a', sizeof text);
    memcpy(text + 510, "\xC3\xA9\xC3\xA9", 4);
    text[520] = '\0';
    assert_int_equal(ogpi_error(&error, OGP_ERROR_IO, "%s", text), OGP_ERROR_IO);
    assert_int_equal(strlen(error.message), 510);
    ogp_error not_set_up = {0};
    ogpi_error(&not_set_up, OGP_ERROR_IO, "x");
    assert_int_equal(not_set_up.code, 0);
    assert_string_equal(ogp_code_name(OGP_ERROR_LIMIT), "limit");
    assert_string_equal(ogp_code_name(-99), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena), cmocka_unit_test(test_buffer_failure_sticks), cmocka_unit_test(test_buffer_take),
        cmocka_unit_test(test_utf8), cmocka_unit_test(test_place), cmocka_unit_test(test_save_and_read),
        cmocka_unit_test(test_error_is_cut_at_a_character)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
