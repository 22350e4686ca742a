/* SPDX-License-Identifier: MIT */
#include "test.h"
#include "dataset/intern.h"

/* Lengths around the eight bytes that are hashed at once, and bytes of all kinds. */
static size_t spell(char out[40], uint32_t i)
{
    size_t length = (size_t)snprintf(out, 40, "%u", (unsigned)i), more = i % 20;

    memset(out + length, (int)(i % 3), more);
    return length + more;
}

static void keeps_each_once(void **state)
{
    enum { STRINGS = 20000 };
    ogpi_intern intern;
    char text[40];
    (void)state;
    ogpi_intern_init(&intern, NULL);
    assert_int_equal(ogpi_intern_find(&intern, "", 0), OGPI_INTERN_NONE);
    for (int round = 0; round < 2; round++)
        for (uint32_t i = 0; i < STRINGS; i++)
            assert_int_equal(ogpi_intern_add(&intern, text, spell(text, i)), i);
    assert_int_equal(intern.count, STRINGS);
    for (uint32_t i = 0; i < STRINGS; i++) {
        size_t length = spell(text, i);
        assert_int_equal(ogpi_intern_find(&intern, text, length), i);
        assert_memory_equal(ogpi_intern_text(&intern, i), text, length);
        text[length++] = '?';
        assert_int_equal(ogpi_intern_find(&intern, text, length), OGPI_INTERN_NONE);
    }
    assert_int_equal(ogpi_intern_add(&intern, "", 0), STRINGS);
    ogpi_intern_clear(&intern);
}

/* The key is another for each table of strings. */
static void hashes_by_a_key(void **state)
{
    ogpi_intern one, other;
    (void)state;
    ogpi_intern_init(&one, NULL);
    ogpi_intern_init(&other, NULL);
    assert_int_equal(ogpi_intern_add(&one, "abcdefghijkl", 12), 0);
    assert_int_equal(ogpi_intern_add(&other, "abcdefghijkl", 12), 0);
    assert_true(one.key != other.key && one.items[0].hash != other.items[0].hash);
    ogpi_intern_clear(&one);
    ogpi_intern_clear(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_each_once),
        cmocka_unit_test(hashes_by_a_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
