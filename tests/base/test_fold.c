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
    words.elided = "qu\0l\0";
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

static void same_words(const ogpi_words *left, const ogpi_words *right, const ogpi_memo *memo)
{
    assert_int_equal(left->count, right->count);
    for (size_t i = 0; i < left->count; i++) {
        const ogpi_word *a = &left->items[i], *b = &right->items[i];
        assert_int_equal(a->start, b->start);
        assert_int_equal(a->end, b->end);
        assert_int_equal(a->length, b->length);
        assert_int_equal(a->kind, b->kind);
        assert_int_equal(a->flags, b->flags);
        assert_int_equal(a->hash, ogpi_word_hash(memo, b));
        assert_memory_equal(left->keys + a->key, ogpi_word_key(right, memo, b), a->length);
    }
}

/* Whatever the memo holds: few places, so that words push each other out. */
static void test_words_again(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "The Ministry will publish, by 31/12/2025, the REGISTER of well-known non-profit owners; see (1.2) etc...",
        "L\xE2\x80\x99\xC3\xA9tat d'\xC3\x89tat: l'acc\xC3\xA8s -- \xC2\xAB donn\xC3\xA9\x65s \xC2\xBB\n\n- "
        "co-cr\xC3\xA9\x65r \xE2\x80\x94 aujourd'hui\t!!",
        "\xD9\x88\xD8\xB2\xD8\xA7\xD8\xB1\xD8\xA9 \xD8\xA7\xD9\x84\xD8\xAA\xD8\xAE\xD8\xB7\xD9\x8A\xD8\xB7\xD8\x8C 12- "
        "-12 \xD9\x88-A",
        "A a AA aa Aa \r\n \r\n A... . . , ,, -- a--b a-1 1-a - x\xC2\xA0y \xC2\xADz \xE2\x80\x8F w\xCC\x81 "
        "\xE2\x91\xA0",
        "Internationalisation deinstitutionalisation antidisestablishmentarianism a",
        "",
        "x",
        " ",
        "-",
        "a-",
        "l'",
        "\n\nend",
    };
    ogpi_memo memo = { .places = 0 };
    ogpi_words plain, again;
    char padded[512];
    ogpi_words_init(&plain, NULL);
    ogpi_words_init(&again, NULL);
    for (size_t round = 0; round < 4 * sizeof(texts) / sizeof(texts[0]); round++) {
        const char *text = texts[round * 5 % (sizeof(texts) / sizeof(texts[0]))];
        size_t length = strlen(text);
        memset(padded, ' ', sizeof(padded));
        memcpy(padded, text, length);
        for (unsigned twice = 0; twice < 2; twice++) {
            assert_true(ogpi_memo_ready(&memo, NULL, 2, 8));
            assert_int_equal(ogpi_words_split(&plain, text, length, NULL), 0);
            assert_int_equal(ogpi_words_split_again(&again, &memo, padded, length, NULL), 0);
            same_words(&plain, &again, &memo);
        }
    }
    ogpi_memo_clear(&memo, NULL);
    ogpi_words_clear(&plain);
    ogpi_words_clear(&again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spellings), cmocka_unit_test(test_offsets), cmocka_unit_test(test_words),
        cmocka_unit_test(test_words_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
