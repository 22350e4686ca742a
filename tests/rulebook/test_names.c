/* SPDX-License-Identifier: MIT */
/* Names handed out: unpacked once, the same for all who ask, the id where there is no memory. */
#include "test.h"

#include "rulebook/names.h"

#include <pthread.h>
#include <stdlib.h>

enum { THREADS = 4, TERMS = 60 };

static void *no_memory(size_t size, void *user)
{
    (void)user;
    (void)size;
    return NULL;
}

static const char *term_id(size_t i)
{
    return ogpi_rb_key(ogpi_rb_path(NULL, "terms"), i);
}

static void kept_once(void **state)
{
    ogpi_names names = {NULL};
    char room[OGPI_NAME_SIZE];
    (void)state;
    for (size_t i = 0; i < TERMS; i++)
        for (int l = 0; l < OGPI_LANGUAGES; l++) {
            const char *language = ogpi_language_code(l);
            const char *name = ogpi_names_term(&names, NULL, NULL, term_id(i), language);
            assert_string_equal(name,
                                ogpi_rb_name(room, ogpi_rb_get(ogpi_rb_path(NULL, "terms"), term_id(i)), language));
            assert_true(*name);
            assert_ptr_equal(name, ogpi_names_term(&names, NULL, NULL, term_id(i), language));
        }
    assert_string_equal(ogpi_names_term(&names, NULL, NULL, term_id(0), NULL),
                        ogpi_names_term(&names, NULL, NULL, term_id(0), "en"));
    assert_string_equal(ogpi_names_term(&names, NULL, NULL, "", "ar"), "");
    assert_string_equal(ogpi_names_term(&names, NULL, NULL, "no such term", "ar"), "");
    ogpi_names_clear(&names, NULL);
}

static void without_memory(void **state)
{
    ogp_allocator poor = ogpi_default_allocator;
    ogpi_names names = {NULL};
    (void)state;
    poor.allocate = no_memory;
    assert_string_equal(ogpi_names_term(&names, &poor, NULL, term_id(3), "ar"), term_id(3));
    ogpi_names_clear(&names, &poor);
}

/* What lies there as it is needs no memory. */
static void plain_names(void **state)
{
    ogp_allocator poor = ogpi_default_allocator;
    ogpi_names names = {NULL};
    ogpi_rb name = ogpi_rb_path(NULL, "countries/JOR/name");
    (void)state;
    poor.allocate = no_memory;
    assert_ptr_equal(ogpi_names_get(&names, &poor, name, "ar", "JOR"), ogpi_rb_text(name, "ar"));
    assert_string_equal(ogpi_names_get(&names, &poor, name, "en", "none"), "Jordan");
}

typedef struct asker {
    const ogpi_names *names;
    const char *seen[TERMS];
} asker;

static void *ask(void *user)
{
    asker *a = user;
    for (size_t i = 0; i < TERMS; i++)
        a->seen[i] = ogpi_names_term(a->names, NULL, NULL, term_id(i), "fr");
    return NULL;
}

static void same_for_all_threads(void **state)
{
    ogpi_names names = {NULL};
    asker askers[THREADS];
    pthread_t threads[THREADS];
    (void)state;
    for (size_t t = 0; t < THREADS; t++) {
        askers[t].names = &names;
        assert_int_equal(pthread_create(&threads[t], NULL, ask, &askers[t]), 0);
    }
    for (size_t t = 0; t < THREADS; t++)
        pthread_join(threads[t], NULL);
    for (size_t t = 1; t < THREADS; t++)
        assert_memory_equal(askers[t].seen, askers[0].seen, sizeof askers[0].seen);
    ogpi_names_clear(&names, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(kept_once), cmocka_unit_test(without_memory),
                                       cmocka_unit_test(plain_names), cmocka_unit_test(same_for_all_threads)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
