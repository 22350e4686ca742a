/* SPDX-License-Identifier: MIT */
/* What a context keeps of rules, terms and editions changes no byte: reports on all plans of the examples and the
   corpus, whatever was checked before, are those of checks that keep nothing. */
#include "test.h"

#include "base/file.h"
#include <ogp/ogp.h>

#include <dirent.h>

enum { VARIANTS = 3 };

static char *write_report(const ogp_report *report, const char *language, int all)
{
    ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
    ogp_write_item item = {.report = report};
    char *text = NULL;
    size_t length;
    options.format = OGP_WRITE_JSON;
    options.language = language;
    options.all_languages = all;
    assert_int_equal(ogp_report_write(&text, &length, &item, &options, NULL), 0);
    return text;
}

/* In one language, then with the texts of all, then once more: what was written first is kept by then. */
static void write_all(char *out[VARIANTS], const ogp_plan *plan, const ogp_context *context, const char *language)
{
    ogp_report *report = NULL;
    assert_int_equal(ogp_plan_check(&report, plan, context, NULL), 0);
    for (int i = 0; i < VARIANTS; i++)
        out[i] = write_report(report, language, i == 1);
    ogp_report_unref(report);
}

static void check_plan(const ogp_plan *plan, const ogp_context *context, const char *language)
{
    char *kept[VARIANTS], *fresh[VARIANTS];
    write_all(kept, plan, context, language);
    write_all(fresh, plan, NULL, language);
    assert_string_equal(kept[0], kept[2]);
    for (int i = 0; i < VARIANTS; i++) {
        assert_string_equal(kept[i], fresh[i]);
        ogp_free(kept[i]);
        ogp_free(fresh[i]);
    }
}

/* How many plans the folder has. Every one is checked in another language than the one before. */
static size_t check_folder(const char *folder, const ogp_context *context, int turn)
{
    static const char *const languages[] = {"ar", "en", "fr", "es"};
    char path[512];
    size_t count = 0;
    snprintf(path, sizeof path, "%s/%s", getenv("OGP_SOURCE_ROOT"), folder);
    DIR *entries = opendir(path);
    assert_non_null(entries);
    for (struct dirent *entry; (entry = readdir(entries));) {
        ogp_plan *plan = NULL;
        const char *ending = strrchr(entry->d_name, '.');
        snprintf(path, sizeof path, "%s/%s/%s", getenv("OGP_SOURCE_ROOT"), folder, entry->d_name);
        if (!ending || strcmp(ending, ".json") != 0 || ogp_plan_load(&plan, NULL, path, NULL) != 0)
            continue;
        check_plan(plan, context, languages[(count++ + (size_t)turn) % 4]);
        ogp_plan_unref(plan);
    }
    closedir(entries);
    return count;
}

static void the_same_bytes(void **state)
{
    ogp_context *context = NULL;
    (void)state;
    assert_int_equal(ogp_context_new(&context, NULL, NULL), 0);
    for (int turn = 0; turn < 2; turn++) {
        assert_true(check_folder("examples/plans", context, turn) > 5);
        assert_true(check_folder("tests/corpus", context, turn) > 100);
    }
    ogp_context_unref(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_same_bytes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
