/* SPDX-License-Identifier: MIT */
#include "test.h"

#include "base/utf8.h"
#include "rulebook/lexicon.h"
#include "small.h"
#include <jansson.h>

static int set_up(void **state)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_rulebook *book = NULL;
    if (ogp_rulebook_parse(&book, small_rulebook, strlen(small_rulebook), &error) < 0)
        fail_msg("%u:%u: %s at %s", error.line, error.column, error.message, error.path);
    *state = book;
    return 0;
}

static int tear_down(void **state)
{
    ogp_rulebook_unref(*state);
    return 0;
}

static void test_numbers(void **state)
{
    static const struct {
        const char *name;
        int64_t number;
    } cases[] = {{"small", -5},
                 {"edge", 134217727},
                 {"over", 134217728},
                 {"least", -134217728},
                 {"big", 4000000000}};
    ogpi_rb numbers = ogpi_rb_path(*state, "numbers");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogpi_rb v = ogpi_rb_get(numbers, cases[i].name);
        assert_int_equal(ogpi_rb_kind_of(v), OGPI_RB_INT);
        assert_true(ogpi_rb_long(v, 1) == cases[i].number);
        assert_true(ogpi_rb_real(v, 1) == (double)cases[i].number);
    }
    assert_int_equal(ogpi_rb_int(ogpi_rb_get(numbers, "over"), 1), 134217728);
    assert_int_equal(ogpi_rb_int(ogpi_rb_get(numbers, "big"), 17), 17);
    assert_true(ogpi_rb_real(ogpi_rb_get(numbers, "half"), 0) == 2.5);
    assert_int_equal(ogpi_rb_int(ogpi_rb_get(numbers, "half"), 9), 9);
}

static void test_other_kinds(void **state)
{
    ogpi_rb numbers = ogpi_rb_path(*state, "numbers");
    assert_true(ogpi_rb_bool(ogpi_rb_get(numbers, "yes"), false));
    assert_false(ogpi_rb_bool(ogpi_rb_get(numbers, "no"), true));
    assert_true(ogpi_rb_bool(ogpi_rb_get(numbers, "null"), true));
    assert_int_equal(ogpi_rb_kind_of(ogpi_rb_get(numbers, "null")), OGPI_RB_NULL);
    ogpi_rb list = ogpi_rb_get(numbers, "list");
    assert_int_equal(ogpi_rb_count(list), 3);
    assert_string_equal(ogpi_rb_string(ogpi_rb_at(list, 1), ""), "two");
    assert_int_equal(ogpi_rb_int(ogpi_rb_at(ogpi_rb_at(list, 2), 0), 0), 3);
    assert_true(ogpi_rb_has(list, "two"));
    assert_false(ogpi_rb_has(list, ""));
    assert_int_equal(ogpi_rb_count(ogpi_rb_get(numbers, "empty")), 0);
    assert_int_equal(ogpi_rb_kind_of(ogpi_rb_get(numbers, "none")), OGPI_RB_ARRAY);
}

static void test_what_is_not_there(void **state)
{
    ogpi_rb nothing = ogpi_rb_path(*state, "numbers/list/none/at/all");
    assert_int_equal(ogpi_rb_kind_of(nothing), OGPI_RB_NONE);
    assert_int_equal(ogpi_rb_kind_of(ogpi_rb_get(ogpi_rb_at(nothing, 3), "x")), OGPI_RB_NONE);
    assert_int_equal(ogpi_rb_kind_of(ogpi_rb_at(ogpi_rb_path(*state, "numbers"), 99)), OGPI_RB_NONE);
    assert_int_equal(ogpi_rb_count(nothing), 0);
    assert_int_equal(ogpi_rb_int(nothing, 4), 4);
    assert_true(ogpi_rb_real(nothing, 1.5) == 1.5);
    assert_null(ogpi_rb_string(nothing, NULL));
    assert_string_equal(ogpi_rb_text(nothing, "ar"), "");
    assert_string_equal(ogpi_rb_key(nothing, 0), "");
    assert_false(ogpi_rb_has(nothing, "x"));
    /* A prefix of a key, and a key with more to it, are not the key. */
    assert_int_equal(ogpi_rb_kind_of(ogpi_rb_path(*state, "number")), OGPI_RB_NONE);
    assert_int_equal(ogpi_rb_kind_of(ogpi_rb_path(*state, "numberss")), OGPI_RB_NONE);
}

static void test_members_in_order(void **state)
{
    ogpi_rb numbers = ogpi_rb_path(*state, "numbers");
    for (size_t i = 0; i < ogpi_rb_count(numbers); i++) {
        const char *key = ogpi_rb_key(numbers, i);
        assert_int_equal(ogpi_rb_get(numbers, key).value, ogpi_rb_at(numbers, i).value);
        if (i > 0)
            assert_true(strcmp(ogpi_rb_key(numbers, i - 1), key) < 0);
    }
    assert_string_equal(ogpi_rb_key(numbers, 1000), "");
}

static void test_texts(void **state)
{
    ogpi_rb term = ogpi_rb_path(*state, "terms/involve");
    assert_string_equal(ogpi_rb_text(term, "fr"), "impliquer");
    assert_string_equal(ogpi_rb_text(term, "de"), "involve");
    assert_string_equal(ogpi_rb_text(term, NULL), "involve");
    assert_string_equal(ogpi_rb_text(ogpi_rb_path(*state, "meta/version"), "ar"), "2026-11-01");
    assert_int_equal(ogpi_rb_int(ogpi_rb_param(*state, "a.b"), 0), 7);
}

static void test_rules(void **state)
{
    const ogp_rulebook *book = *state;
    assert_int_equal(ogp_rulebook_rule_count(book), 2);
    const ogp_rule *rule = ogp_rulebook_rule_at(book, 0);
    assert_string_equal(ogp_rule_id(rule), "TPL010");
    assert_ptr_equal(ogp_rulebook_rule(book, "TPL010"), rule);
    assert_null(ogp_rulebook_rule(book, "TPL011"));
    assert_null(ogp_rulebook_rule(book, NULL));
    assert_null(ogp_rulebook_rule_at(book, 2));
    assert_string_equal(ogp_rule_family(rule), "template");
    assert_string_equal(ogp_rule_name(rule), "first");
    assert_string_equal(ogp_rule_status(rule), "seen");
    assert_string_equal(ogp_rule_source(rule), "S1");
    char text[OGP_RULE_TEXT_SIZE];
    assert_int_equal(ogp_rule_mend(rule, "es", text, sizeof text), 1);
    assert_string_equal(text, "c");
    assert_int_equal(ogp_rule_edition_count(rule), 2);
    assert_string_equal(ogp_rule_edition_at(rule, 1), "new");
    assert_null(ogp_rule_edition_at(rule, 2));
    assert_string_equal(ogp_rule_id(NULL), "");
}

static void test_severities(void **state)
{
    const ogp_rule *first = ogp_rulebook_rule(*state, "TPL010");
    const ogp_rule *second = ogp_rulebook_rule(*state, "TPL020");
    assert_int_equal(ogp_rule_severity(first, NULL), OGP_SEVERITY_ERROR);
    assert_int_equal(ogp_rule_severity(first, "new"), OGP_SEVERITY_ERROR);
    assert_int_equal(ogp_rule_severity(first, "old"), OGP_SEVERITY_WARNING);
    assert_int_equal(ogp_rule_severity(first, "other"), OGP_SEVERITY_NONE);
    assert_int_equal(ogp_rule_severity(second, "other"), OGP_SEVERITY_NOTE);
    assert_int_equal(ogp_rule_severity(NULL, NULL), OGP_SEVERITY_NONE);
    assert_string_equal(ogp_severity_name(OGP_SEVERITY_WARNING), "warning");
    assert_string_equal(ogp_severity_name((ogp_severity)99), "none");
}

static void test_builtin(void **state)
{
    (void)state;
    const ogp_rulebook *book = ogp_rulebook_builtin();
    assert_ptr_equal(ogpi_rb_root(NULL).book, book);
    assert_string_equal(ogpi_rb_string(ogpi_rb_path(NULL, "meta/format"), ""), "ogp-rulebook/1");
    assert_true(ogp_rulebook_rule_count(NULL) > 0);
    assert_ptr_equal(ogp_rulebook_ref((ogp_rulebook *)book), book);
    ogp_rulebook_unref((ogp_rulebook *)book);
    ogp_rulebook_unref((ogp_rulebook *)book);
    assert_int_equal(book->refs.count, OGPI_STATIC);
}

static void check_same_lexicon(const ogpi_lexicon *a, const ogpi_lexicon *b)
{
    assert_non_null(a);
    assert_int_equal(a->cell_count, b->cell_count);
    assert_int_equal(a->half_count, b->half_count);
    assert_int_equal(a->byte_count, b->byte_count);
    assert_memory_equal(a->cells, b->cells, a->cell_count * sizeof *a->cells);
    assert_memory_equal(a->halves, b->halves, a->half_count * sizeof *a->halves);
    assert_memory_equal(a->bytes, b->bytes, a->byte_count);
}

/* The key of the next word of a block over that of the one before, and what follows it. */
static const uint8_t *next_key(char *key, size_t *length, const uint8_t *p, const ogpi_lang *lang)
{
    size_t size = *p & OGPI_BLOCK_LONG;
    *length = *p++ >> 4;
    size = size == OGPI_BLOCK_LONG ? *p++ : size;
    const uint8_t *end = p + size;
    for (p += *p < OGPI_BLOCK_NODES ? 1 : *p < OGPI_BLOCK_WIDE ? 2 : 3; p < end; p++) {
        uint16_t pair = lang->pairs[*p];
        key[(*length)++] = (char)pair;
        if (pair > UINT8_MAX)
            key[(*length)++] = (char)(pair >> 8);
    }
    return p;
}

/* Every word of the lexicon is found under its own number. */
static void test_words(void **state)
{
    ogpi_lang lang;
    (void)state;
    for (size_t k = 0; ogpi_lexicon_at(&lang, ogp_rulebook_builtin()->lexicon, k); k++) {
        const uint8_t *p = NULL;
        char key[2 * OGPI_KEY_MAX + OGPI_KEY_PAD] = {0};
        bool only_guessed = strcmp(lang.code, "pt") == 0; /* told from Spanish, not read */
        assert_true(lang.word_count > (only_guessed ? 100 : 1000));
        for (uint32_t i = 0; i < lang.word_count; i++) {
            size_t length = 0;
            if (i % OGPI_BLOCK_WORDS == 0)
                p = ogpi_lang_block(&lang, i / OGPI_BLOCK_WORDS);
            p = next_key(key, &length, p, &lang);
            assert_int_equal(ogpi_lang_find(&lang, key, length, ogpi_key_hash(key, length)).number, i + 1);
        }
        memcpy(key, "zzqx", 4); /* keys are readable past their end */
        assert_int_equal(ogpi_lang_find(&lang, key, 4, ogpi_key_hash(key, 4)).number, 0);
    }
    assert_true(ogpi_lexicon_count(ogp_rulebook_builtin()->lexicon) >= 4);
}

/* Texts of the built-in rulebook are packed; those of another are not: both give the same. */
static void test_packed(void **state)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_rulebook *plain = NULL;
    const char *path = getenv("OGP_RULEBOOK");
    (void)state;
    if (!path)
        skip();
    assert_int_equal(ogp_rulebook_load(&plain, path, &error), 0);
    for (size_t i = 0; i < ogp_rulebook_rule_count(NULL); i++)
        for (int l = 0; l < OGPI_LANGUAGES; l++) {
            char packed[OGP_RULE_TEXT_SIZE], text[OGP_RULE_TEXT_SIZE];
            const ogp_rule *rule = ogp_rulebook_rule_at(NULL, i), *same = ogp_rulebook_rule_at(plain, i);
            size_t size = ogp_rule_message(rule, ogpi_language_code(l), packed, sizeof packed);
            assert_int_equal(size, strlen(packed));
            assert_int_equal(ogp_rule_message(same, ogpi_language_code(l), text, sizeof text), size);
            assert_string_equal(packed, text);
            ogp_rule_mend(rule, ogpi_language_code(l), packed, sizeof packed);
            ogp_rule_mend(same, ogpi_language_code(l), text, sizeof text);
            assert_string_equal(packed, text);
        }
    assert_int_equal(ogpi_rb_kind_of(ogpi_rb_path(NULL, "text")), OGPI_RB_NONE);
    check_same_lexicon(ogp_rulebook_builtin()->lexicon, plain->lexicon);
    ogp_rulebook_unref(plain);
}

static ogp_rulebook *parse(const json_t *document)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_rulebook *book = NULL;
    char *text = json_dumps(document, 0);
    assert_non_null(text);
    if (ogp_rulebook_parse(&book, text, strlen(text), &error) < 0)
        fail_msg("%s at %s", error.message, error.path);
    free(text);
    return book;
}

static char *written(const ogp_rulebook *book)
{
    char *text = NULL;
    assert_int_equal(ogp_rulebook_to_json(&text, NULL, book, NULL), 0);
    return text;
}

/* The built-in rulebook is the whole one but for the word lists; what leaves them out takes the built-in ones. */
static void test_without_text(void **state)
{
    const char *path = getenv("OGP_RULEBOOK");
    json_t *document = path ? json_load_file(path, 0, NULL) : NULL;
    (void)state;
    if (!path)
        skip();
    assert_int_equal(json_object_del(document, "text"), 0);
    ogp_rulebook *book = parse(document);
    char *loaded = written(book), *builtin = written(NULL);
    assert_string_equal(loaded, builtin);
    assert_ptr_equal(book->lexicon, ogp_rulebook_builtin()->lexicon);
    ogp_rulebook_unref(book);
    json_object_set_new(document, "text", json_pack("{s{}}", "languages"));
    book = parse(document);
    assert_null(book->lexicon);
    ogp_rulebook_unref(book);
    json_decref(document);
    ogp_free(loaded);
    ogp_free(builtin);
}

/* Cut at every size: always ended, never half a character, always the whole length. */
static void check_cut(const ogp_rule *rule, const char *language)
{
    char whole[OGP_RULE_TEXT_SIZE], cut[OGP_RULE_TEXT_SIZE];
    size_t length = ogp_rule_message(rule, language, whole, sizeof whole);
    assert_int_equal(ogp_rule_message(rule, language, NULL, 0), length);
    for (size_t size = 1; size <= length + 1; size++) {
        size_t bad;
        memset(cut, 'x', sizeof cut);
        assert_int_equal(ogp_rule_message(rule, language, cut, size), length);
        size_t kept = strlen(cut);
        assert_true(kept < size && kept + 4 >= (size < length ? size : length));
        assert_memory_equal(cut, whole, kept);
        assert_true(ogpi_utf8_valid(cut, kept, &bad));
        assert_int_equal(cut[size], 'x');
    }
}

static void test_cut(void **state)
{
    check_cut(ogp_rulebook_rule(NULL, "TPL010"), "ar");
    check_cut(ogp_rulebook_rule(NULL, "TPL010"), "fr");
    check_cut(ogp_rulebook_rule(*state, "TPL020"), "ar");
    check_cut(NULL, "ar");
}

/* What is written reads back as the same rulebook, reals and all. */
static void round_trip(const ogp_rulebook *book)
{
    ogp_error error = OGP_ERROR_INIT;
    char *first = NULL, *second = NULL;
    size_t length = 0, again = 0;
    ogp_rulebook *copy = NULL;
    assert_int_equal(ogp_rulebook_to_json(&first, &length, book, &error), 0);
    if (ogp_rulebook_parse(&copy, first, length, &error) < 0)
        fail_msg("%u:%u: %s at %s", error.line, error.column, error.message, error.path);
    assert_int_equal(ogp_rulebook_to_json(&second, &again, copy, &error), 0);
    assert_int_equal(length, again);
    assert_string_equal(first, second);
    ogp_rulebook_unref(copy);
    ogp_free(first);
    ogp_free(second);
}

static void test_round_trip(void **state)
{
    round_trip(*state);
    round_trip(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_numbers),
                                       cmocka_unit_test(test_other_kinds),
                                       cmocka_unit_test(test_what_is_not_there),
                                       cmocka_unit_test(test_members_in_order),
                                       cmocka_unit_test(test_texts),
                                       cmocka_unit_test(test_rules),
                                       cmocka_unit_test(test_severities),
                                       cmocka_unit_test(test_builtin),
                                       cmocka_unit_test(test_words),
                                       cmocka_unit_test(test_packed),
                                       cmocka_unit_test(test_without_text),
                                       cmocka_unit_test(test_cut),
                                       cmocka_unit_test(test_round_trip)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
