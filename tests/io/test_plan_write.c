/* SPDX-License-Identifier: MIT */
#include "test.h"

#include <dirent.h>
#include <fcntl.h>
#include <glob.h>
#include <jansson.h>
#include <ogp/plan.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Every member of the model, texts of every kind, and members of nobody's at each level. */
#define MAXIMAL "tests/io/data/maximal.json"

static char *source_path(const char *path)
{
    static char full[4096];
    const char *root = getenv("OGP_SOURCE_ROOT");
    snprintf(full, sizeof full, "%s/%s", root ? root : ".", path);
    return full;
}

static char *slurp(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("cannot open %s", path);
    char *text = malloc(1 << 22);
    *length = fread(text, 1, 1 << 22, file);
    fclose(file);
    return text;
}

static char *canonical(const char *text, size_t length, size_t *out_length)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan;
    char *out;
    if (ogp_plan_parse(&plan, NULL, text, length, &error) < 0)
        fail_msg("%u:%u %s %s", error.line, error.column, error.path, error.message);
    assert_int_equal(ogp_plan_write(&out, out_length, plan, &error), 0);
    ogp_plan_unref(plan);
    return out;
}

/* Nothing is lost, and the canonical form is a fixed point. */
static void check_round_trip(const char *path)
{
    size_t length, once_length, twice_length;
    char *text = slurp(path, &length);
    char *once = canonical(text, length, &once_length);
    char *twice = canonical(once, once_length, &twice_length);
    assert_int_equal(once_length, strlen(once));
    assert_string_equal(once, twice);
    json_t *before = json_loadb(text, length, 0, NULL), *after = json_loadb(once, once_length, 0, NULL);
    if (!json_equal(before, after))
        fail_msg("%s: something is lost", path);
    json_decref(before);
    json_decref(after);
    ogp_free(once);
    ogp_free(twice);
    free(text);
}

static bool is_plan(const char *path)
{
    size_t length;
    char *text = slurp(path, &length);
    bool plan = memmem(text, length, "\"ogp-plan/1\"", 12) != NULL;
    free(text);
    return plan;
}

static void keeps_every_example(void **state)
{
    (void)state;
    static const char *const patterns[] = {"examples/*.json", "examples/*/*.json"};
    size_t plans = 0;
    for (size_t p = 0; p < 2; p++) {
        glob_t found = {0};
        glob(source_path(patterns[p]), 0, NULL, &found);
        for (size_t i = 0; i < found.gl_pathc; i++) {
            if (!is_plan(found.gl_pathv[i]))
                continue;
            check_round_trip(found.gl_pathv[i]);
            plans++;
        }
        globfree(&found);
    }
    if (plans == 0)
        skip();
}

static void keeps_a_plan_with_everything(void **state)
{
    (void)state;
    check_round_trip(source_path(MAXIMAL));
}

/* The maximal plan is written in the canonical form already. */
static void writes_the_canonical_form(void **state)
{
    (void)state;
    size_t length;
    char *text = slurp(source_path(MAXIMAL), &length);
    text[length] = '\0';
    char *out = canonical(text, length, NULL);
    assert_string_equal(out, text);
    ogp_free(out);
    free(text);
}

static void puts_members_in_their_order(void **state)
{
    (void)state;
    static const char text[] =
        "{\"z\": 1, \"commitments\": [], \"a\": {\"k\": [null, true, 1.5e3, \"\\u00e9\\n\"]}, \"id\": \"\","
        "\"title\": {\"\": \"own\", \"ar\": \"\"}, \"format\": \"ogp-plan/1\", \"lead\": {}}";
    char *out = canonical(text, sizeof text - 1, NULL);
    assert_string_equal(
        out,
        "{\n  \"format\": \"ogp-plan/1\",\n  \"id\": \"\",\n  \"title\": {\n    \"\": \"own\",\n    \"ar\": \"\"\n  "
        "},\n"
        "  \"lead\": {},\n  \"commitments\": [],\n  \"z\": 1,\n  \"a\": {\n    \"k\": [\n      null,\n      true,\n"
        "      1500.0,\n      \"é\\n\"\n    ]\n  }\n}\n");
    ogp_free(out);
}

static ogp_plan *small_plan(void)
{
    static const char text[] =
        "{\"format\": \"ogp-plan/1\", \"id\": \"AP\", \"member\": \"JOR\", \"language\": \"ar\","
        "\"commitments\": [{\"id\": \"a\", \"title\": \"x\\ny\", \"more\": {\"b\": [1, 2]}}, {\"plan\": \"own\"}]}";
    ogp_plan *plan;
    assert_int_equal(ogp_plan_parse(&plan, NULL, text, sizeof text - 1, NULL), 0);
    return plan;
}

static void writes_a_commitment_as_a_line(void **state)
{
    (void)state;
    char *line;
    size_t length;
    ogp_plan *plan = small_plan(), *again;
    assert_int_equal(ogp_plan_write_commitment(&line, &length, plan, ogp_plan_commitment_at(plan, 0), NULL), 0);
    assert_string_equal(
        line, "{\"id\": \"a\", \"plan\": \"AP\", \"member\": \"JOR\", \"language\": \"ar\", \"title\": \"x\\ny\","
              " \"more\": {\"b\": [1, 2]}}\n");
    assert_int_equal(ogp_plan_parse_commitment(&again, NULL, line, length, NULL), 0);
    ogp_plan_unref(again);
    ogp_free(line);
    assert_int_equal(ogp_plan_write_commitment(&line, NULL, plan, ogp_plan_commitment_at(plan, 1), NULL), 0);
    assert_string_equal(line, "{\"plan\": \"own\", \"member\": \"JOR\", \"language\": \"ar\"}\n");
    ogp_free(line);
    assert_int_equal(ogp_plan_write_commitment(&line, NULL, plan, NULL, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_plan_write(&line, NULL, NULL, NULL), OGP_ERROR_USAGE);
    ogp_plan_unref(plan);
}

static size_t files_in(const char *folder)
{
    DIR *directory = opendir(folder);
    size_t count = 0;
    for (struct dirent *entry; (entry = readdir(directory));)
        count += entry->d_name[0] != '.';
    closedir(directory);
    return count;
}

static void check_content(const char *path, const char *wanted)
{
    size_t length;
    char *text = slurp(path, &length);
    text[length] = '\0';
    assert_string_equal(text, wanted);
    free(text);
}

static void saves_whole_or_not_at_all(void **state)
{
    (void)state;
    char folder[] = "/tmp/ogp-save-XXXXXX", path[64];
    char *text;
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan = small_plan();
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/plan.json", folder);
    assert_int_equal(ogp_plan_save(plan, path, &error), 0);
    assert_int_equal(ogp_plan_write(&text, NULL, plan, &error), 0);
    check_content(path, text);

    /* A full disk: no file may grow beyond 16 bytes. The old file stays, nothing else is left behind. */
    struct rlimit old, tight;
    getrlimit(RLIMIT_FSIZE, &old);
    tight = (struct rlimit){16, old.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &tight);
    int rc = ogp_plan_save(plan, path, &error);
    setrlimit(RLIMIT_FSIZE, &old);
    assert_int_equal(rc, OGP_ERROR_IO);
    check_content(path, text);
    assert_int_equal(files_in(folder), 1);

    chmod(folder, 0500);
    if (geteuid() != 0) {
        assert_int_equal(ogp_plan_save(plan, path, &error), OGP_ERROR_IO);
        check_content(path, text);
    }
    chmod(folder, 0700);
    assert_int_equal(ogp_plan_save(plan, "/no/such/folder/plan.json", &error), OGP_ERROR_IO);
    assert_int_equal(ogp_plan_save(plan, folder, &error), OGP_ERROR_IO);
    assert_int_equal(ogp_plan_save(plan, NULL, &error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_plan_save(NULL, path, &error), OGP_ERROR_USAGE);
    unlink(path);
    rmdir(folder);
    ogp_free(text);
    ogp_plan_unref(plan);
}

static int load_maximal(const ogp_context *context)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan;
    int rc = ogp_plan_load(&plan, context, source_path(MAXIMAL), &error);
    assert_true(rc == 0 || (error.code == rc && !plan));
    if (rc == 0)
        assert_string_equal(ogp_plan_id(plan), "AP_ATA01");
    ogp_plan_unref(plan);
    return rc;
}

static void survives_every_failed_allocation(void **state)
{
    (void)state;
    survive_failed_allocations(load_maximal);
}

static void outlives_its_context(void **state)
{
    (void)state;
    counting c = {0};
    ogp_allocator allocator = counting_allocator(&c);
    ogp_context *context = new_context((ogp_limits){0}, &allocator);
    ogp_plan *plan;
    assert_int_equal(ogp_plan_load(&plan, context, source_path(MAXIMAL), NULL), 0);
    ogp_context_unref(context);
    assert_string_equal(ogp_plan_id(plan), "AP_ATA01");
    ogp_plan_unref(plan);
    assert_int_equal(c.live, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_every_example),
        cmocka_unit_test(keeps_a_plan_with_everything),
        cmocka_unit_test(writes_the_canonical_form),
        cmocka_unit_test(puts_members_in_their_order),
        cmocka_unit_test(writes_a_commitment_as_a_line),
        cmocka_unit_test(saves_whole_or_not_at_all),
        cmocka_unit_test(survives_every_failed_allocation),
        cmocka_unit_test(outlives_its_context),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
