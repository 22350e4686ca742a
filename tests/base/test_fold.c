/* SPDX-License-Identifier: MIT */
#include "base/fold.h"
#include "base/words.h"
#include "test.h"

static void same_key(const char *left, const char *right)
{
    ogpi_buffer a, b;
    ogpi_buffer_init(&a, NULL);
    ogpi_buffer_init(&b, NULL);
    ogpi_fold_key(&a, left, strlen(left));
    ogpi_fold_key(&b, right, strlen(right));
    assert_false(a.failed || b.failed);
    assert_string_equal(a.length ? a.data : "", b.length ? b.data : "");
    ogpi_buffer_clear(&a);
    ogpi_buffer_clear(&b);
}

static void test_spellings(void **state)
{
    (void)state;
    same_key("Été", "e\xCC\x81t\xC3\xA9");
    same_key("ÉTÉ", "été");
    same_key("œuvre", "OEUVRE");
    same_key("straße", "STRASSE");
    same_key("l\xE2\x80\x99\xC3\xA9tat", "L'Etat");
    same_key("a\xC2\xAD" "b", "ab");
    same_key("10\xE2\x80\xAF" "000", "10 000");
    same_key("وِزَارَةُ العَدْلِ", "وزارة العدل");
    same_key("دليـــل", "دليل");
    same_key("الإدارة", "الادارة");
    same_key("٢٠٢٥", "2025");
    same_key("۲۰۲۵", "2025");
    same_key("ﻟﺠﻨﺔ", "لجنة");
    same_key("ﻟﻔﺎﺋﺪﺓ", "لفائدة");
    same_key("ﺃﻭ", "أو");
    same_key("\xE1\xB8\xA4" "\xE1\xB9\xAD", "ht");
    same_key("فى", "في");
    same_key("  A,  b ", "a b");
}

static void test_offsets(void **state)
{
    (void)state;
    const char *text = "\xC3\x89\xCC\x81" "a\xC5\x93";
    uint32_t offsets[16];
    ogpi_buffer out;
    ogpi_buffer_init(&out, NULL);
    ogpi_fold_text(&out, offsets, text, strlen(text));
    assert_string_equal(out.data, "eaoe");
    assert_int_equal(offsets[0], 0);
    assert_int_equal(offsets[1], 4);
    assert_int_equal(offsets[2], 5);
    assert_int_equal(offsets[3], 5);
    ogpi_buffer_clear(&out);
}

static void test_words(void **state)
{
    (void)state;
    ogpi_words words;
    const char *text = "L\xE2\x80\x99\xC3\x89tat's 1,200 mid-2025 Q3.";
    static const char *const keys[] = { "l", "etat", "s", "1,200", "mid", "2025", "q3", "." };
    ogpi_words_init(&words, NULL);
    assert_int_equal(ogpi_words_split(&words, text, strlen(text), NULL), 0);
    assert_int_equal(words.count, sizeof(keys) / sizeof(keys[0]));
    for (size_t i = 0; i < words.count; i++) {
        assert_int_equal(words.items[i].length, strlen(keys[i]));
        assert_memory_equal(words.keys + words.items[i].key, keys[i], strlen(keys[i]));
    }
    assert_true(words.items[0].flags & OGPI_WORD_ELIDED);
    assert_true(words.items[2].flags & OGPI_WORD_SUFFIX);
    assert_true(words.items[5].flags & OGPI_WORD_HYPHEN);
    assert_int_equal(words.items[1].start, 4);
    assert_int_equal(words.items[1].end, 9);
    ogpi_words_clear(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spellings), cmocka_unit_test(test_offsets), cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
