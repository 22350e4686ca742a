/* SPDX-License-Identifier: MIT */
/* Every row of the word lists is found where it is written out: a row that nothing can match is a mistake. */
#include "rulebook/lexicon_build.h"
#include "rulebook/lexicon_names.h"
#include "test.h"
#include "text/scan.h"

#include <stdio.h>

#define ANY_VALUE UINT32_MAX

typedef struct asked {
    ogpi_builder builder; /* first: what `use` is given */
    ogpi_scanner *scanner;
    const char *language, *list;
    char members[512][64]; /* one of each set */
    size_t spellings, mistakes;
} asked;

/* The first spelling of a set stands for all. */
static int keep_member(ogpi_builder *builder, const char *words, uint32_t set, uint32_t value)
{
    asked *x = (asked *)(void *)builder;
    (void)value;
    if (!x->members[set][0])
        snprintf(x->members[set], sizeof(x->members[set]), "%s", words);
    return 0;
}

static void add(char *text, size_t size, const char *piece, size_t length)
{
    size_t used = strlen(text);
    snprintf(text + used, size - used, "%.*s", (int)length, piece);
}

/* A spelling with a word for each "<set>", a number for "<num>" and some word for "*". */
static void write_out(const asked *x, char *text, size_t size, const char *words)
{
    text[0] = '\0';
    while (*words) {
        size_t length = strcspn(words, "<* "), closed = strcspn(words, ">");
        if (*words == ' ')
            add(text, size, words++, 1);
        else if (*words == '*' && ++words)
            add(text, size, "zzz", 3);
        else if (length > 0) {
            add(text, size, words, length);
            words += length;
        } else {
            const char *member = "5";
            for (size_t i = 0; i < x->builder.set_count; i++)
                if (strlen(x->builder.set_names[i]) == closed - 1 &&
                    !strncmp(words + 1, x->builder.set_names[i], closed - 1))
                    member = x->members[i];
            add(text, size, member, strlen(member));
            words += closed + 1;
        }
    }
}

/* How a text of that spelling is read differs from what the row says of it; NULL where it does not. */
static const char *difference(const asked *x, uint32_t id, uint32_t value)
{
    uint32_t found = 0;
    if (ogpi_match(x->scanner, 0, (ogpi_class)id, &found) != ogpi_count(x->scanner))
        return "is not found";
    return value != ANY_VALUE && found != value ? "has another value by a row before" : NULL;
}

static int find(ogpi_builder *builder, const char *words, uint32_t id, uint32_t value)
{
    asked *x = (asked *)(void *)builder;
    char text[1024];
    const ogp_fact *facts = NULL;
    size_t count = 0;
    write_out(x, text, sizeof(text), words);
    assert_int_equal(ogpi_scan(x->scanner, text, strlen(text), x->language, &facts, &count, NULL), 0);
    const char *what = difference(x, id, value);
    x->spellings++;
    if (what) {
        x->mistakes++;
        print_error("%s, list %s: \"%s\" %s\n", x->language, x->list, words, what);
    }
    return 0;
}

/* Lengths of time are not compared. */
static uint32_t value_of(const char *key)
{
    return *key == 'P' ? ANY_VALUE : (uint32_t)strtoul(key, NULL, 10);
}

static void each(asked *x, ogpi_rb patterns, ogpi_pattern_use *use, uint32_t id, uint32_t value)
{
    if (ogpi_rb_kind_of(patterns) == OGPI_RB_STRING)
        assert_int_equal(ogpi_pattern_expand(&x->builder, ogpi_rb_string(patterns, ""), use, id, value), 0);
    for (size_t i = 0; i < ogpi_rb_count(patterns); i++)
        each(x, ogpi_rb_at(patterns, i), use, id,
             ogpi_rb_kind_of(patterns) == OGPI_RB_OBJECT ? value_of(ogpi_rb_key(patterns, i)) : value);
}

/* `guess` has no phrases: its words only tell the language. */
static void each_list(asked *x, ogpi_rb lists)
{
    for (size_t i = 0; i < ogpi_rb_count(lists); i++) {
        int id = ogpi_class_of(ogpi_rb_key(lists, i));
        x->list = ogpi_rb_key(lists, i);
        if (id != OGPI_CLASS_guess)
            each(x, ogpi_rb_at(lists, i), find, (uint32_t)id, 0);
    }
}

static void read_sets(asked *x, ogpi_rb sets)
{
    x->builder.set_count = ogpi_rb_count(sets);
    for (size_t i = 0; i < x->builder.set_count; i++) {
        x->builder.set_names[i] = ogpi_rb_key(sets, i);
        each(x, ogpi_rb_at(sets, i), keep_member, (uint32_t)i, 0);
    }
}

/* What all languages share is written in Latin letters, and asked of the language that is meant where none is told. */
static void each_language(const ogp_rulebook *book, ogpi_scanner *scanner)
{
    ogpi_rb text = ogpi_rb_get(ogpi_rb_root(book), "text"), languages = ogpi_rb_get(text, "languages");
    size_t spellings = 0, mistakes = 0;
    for (size_t k = 0; k < ogpi_rb_count(languages); k++) {
        ogpi_rb language = ogpi_rb_at(languages, k);
        size_t work = 0;
        asked x = {.scanner = scanner, .language = ogpi_rb_key(languages, k)};
        x.builder.work = &work;
        x.builder.paradigms = ogpi_rb_get(language, "paradigms");
        read_sets(&x, ogpi_rb_get(language, "sets"));
        each_list(&x, ogpi_rb_get(language, "lists"));
        if (strcmp(x.language, ogpi_rb_string(ogpi_rb_get(text, "default"), "")) == 0)
            each_list(&x, ogpi_rb_get(ogpi_rb_get(text, "common"), "lists"));
        spellings += x.spellings;
        mistakes += x.mistakes;
    }
    assert_true(spellings > 10000);
    assert_int_equal(mistakes, 0);
}

static void each_row_is_found(void **state)
{
    ogp_rulebook *book = NULL;
    ogp_context *context = NULL;
    ogpi_scanner *scanner = NULL;
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    (void)state;
    assert_int_equal(ogp_rulebook_load(&book, getenv("OGP_RULEBOOK"), NULL), 0);
    options.rulebook = book;
    assert_int_equal(ogp_context_new(&context, &options, NULL), 0);
    assert_int_equal(ogpi_scanner_new(&scanner, context, NULL), 0);
    each_language(book, scanner);
    ogpi_scanner_free(scanner);
    ogp_context_unref(context);
    ogp_rulebook_unref(book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_row_is_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
