/* SPDX-License-Identifier: MIT */
/* Between forms, and tables as streams of commitments. */
#include "test.h"
#include <ogp/ogp.h>
#include <unistd.h>

typedef struct text {
    char *bytes;
    size_t length, calls, stop_at;
} text;

static int put(void *user, const char *bytes, size_t length)
{
    text *t = user;
    t->bytes = realloc(t->bytes, t->length + length + 1);
    memcpy(t->bytes + t->length, bytes, length);
    t->bytes[t->length += length] = '\0';
    return ++t->calls == t->stop_at;
}

static char *path_of(const char *name)
{
    static char path[512];
    snprintf(path, sizeof path, "%s/examples/%s", getenv("OGP_SOURCE_ROOT"), name);
    return path;
}

static size_t lines_of(const text *t)
{
    size_t lines = 0;
    for (size_t i = 0; i < t->length; i++)
        lines += t->bytes[i] == '\n';
    return lines;
}

static void test_forms(void **state)
{
    (void)state;
    static const char *const forms[] = {"csv", "json", "ndjson", "xml"};
    for (size_t i = 0; i < 4; i++) {
        text t = {0};
        const char *losses = "?";
        if (i == 3 && !ogp_has_feature("xml"))
            continue;
        assert_int_equal(ogp_convert(&losses, path_of("plans/en-milestones.json"), forms[i], put, &t, NULL, NULL), 0);
        assert_true(i % 2 ? losses == NULL : losses != NULL);
        if (i % 2 == 0)
            assert_int_equal(lines_of(&t), i == 0 ? 10 : 9);
        free(t.bytes);
    }
}

static void test_tables(void **state)
{
    (void)state;
    text t = {0};
    ogp_error error = OGP_ERROR_INIT;
    assert_int_equal(ogp_convert(NULL, path_of("tables/commitments.csv"), "ndjson", put, &t, NULL, NULL), 0);
    assert_int_equal(t.bytes[0], '{');
    free(t.bytes);
    assert_int_equal(ogp_convert(NULL, path_of("tables/commitments.csv"), "json", put, &t, NULL, &error),
                     OGP_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "many plans"));
}

static void test_stops(void **state)
{
    (void)state;
    text t = {.stop_at = 1};
    ogp_error error = OGP_ERROR_INIT;
    assert_int_equal(ogp_convert(NULL, path_of("tables/commitments.csv"), "csv", put, &t, NULL, &error),
                     OGP_ERROR_CANCELLED);
    assert_int_equal(ogp_convert(NULL, "x", "pdf", put, &t, NULL, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_convert(NULL, NULL, "csv", put, &t, NULL, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_convert(NULL, "/nowhere", "csv", put, &t, NULL, NULL), OGP_ERROR_IO);
    assert_int_equal(ogp_convert(NULL, "/nowhere", "json", put, &t, NULL, NULL), OGP_ERROR_IO);
    free(t.bytes);
}

/* How many commitments a stream gives, and the error at its end. */
static size_t drain(ogp_stream *stream, ogp_error *error)
{
    const ogp_commitment *commitment;
    size_t count = 0;
    int rc;
    while ((rc = ogp_stream_next(&commitment, stream, error)) > 0)
        count += ogp_commitment_id(commitment)[0] != '\0';
    ogp_stream_close(stream);
    return count;
}

static void test_streams(void **state)
{
    (void)state;
    static const char *const inputs[] = {"tables/commitments.csv", "plans/en-milestones.json"};
    for (size_t i = 0; i < 2; i++) {
        counting count = {0};
        ogp_allocator allocator = counting_allocator(&count);
        ogp_context *context = new_context((ogp_limits){0}, &allocator);
        ogp_dataset *dataset = NULL;
        ogp_stream *stream = NULL;
        assert_int_equal(ogp_dataset_read(&dataset, path_of(inputs[i]), NULL, NULL, NULL), 0);
        assert_int_equal(ogp_commitments_open(&stream, context, path_of(inputs[i]), NULL), 0);
        ogp_context_unref(context);
        assert_int_equal(drain(stream, NULL), ogp_dataset_rows(dataset));
        ogp_dataset_unref(dataset);
        assert_int_equal(count.live, 0);
    }
}

typedef struct feed { const char *text; size_t at; int failing; } feed;

static ptrdiff_t read_feed(void *user, char *buffer, size_t size)
{
    feed *f = user;
    size_t left = strlen(f->text + f->at);
    if (left == 0 && f->failing)
        return -1;
    left = left < size ? left : size;
    memcpy(buffer, f->text + f->at, left);
    f->at += left;
    return (ptrdiff_t)left;
}

static void test_errors_of_tables_come_through(void **state)
{
    (void)state;
    enum { ROWS = 20000 };
    static const char header[] = "Country,_Relevant,Completion (progress report),Title\r\n",
                      row[] = "Ghana,1,Limited,Publish\r\n";
    char *table = malloc(sizeof header + ROWS * sizeof row + 20);
    size_t length = (size_t)sprintf(table, "%s", header);
    for (int i = 0; i < ROWS; i++)
        length += (size_t)sprintf(table + length, "%s", row);
    sprintf(table + length, "Chile,1,Limited,\"open");
    feed broken = {table, 0, 0}, gone = {table, 0, 1}, none = {"a,b\r\n1,2\r\n", 0, 0};
    ogp_stream *stream = NULL;
    ogp_error error = OGP_ERROR_INIT;
    assert_int_equal(ogp_commitments_open_function(&stream, NULL, read_feed, &broken, NULL), 0);
    assert_in_range(drain(stream, &error), 1, ROWS);
    assert_int_equal(error.code, OGP_ERROR_SYNTAX);
    assert_int_equal(error.line, ROWS + 2);
    assert_int_equal(ogp_commitments_open_function(&stream, NULL, read_feed, &gone, NULL), 0);
    assert_in_range(drain(stream, &error), 1, ROWS);
    assert_int_equal(error.code, OGP_ERROR_IO);
    free(table);
    assert_int_equal(ogp_commitments_open_function(&stream, NULL, read_feed, &none, &error), OGP_ERROR_FORMAT);
    assert_null(stream);
    assert_int_equal(ogp_commitments_open(&stream, NULL, "/nowhere.csv", &error), OGP_ERROR_IO);
    assert_int_equal(ogp_commitments_open(&stream, NULL, NULL, &error), OGP_ERROR_USAGE);
}

static int read_two(const ogp_context *context)
{
    feed table = {
        "Country,_Relevant,Completion (progress report),Comm No\r\nGhana,1,Limited,1\r\nChile,0,NR,2\r\n", 0, 0};
    ogp_stream *stream = NULL;
    ogp_error error = OGP_ERROR_INIT;
    if (ogp_commitments_open_function(&stream, context, read_feed, &table, &error) == 0) {
        size_t count = drain(stream, &error);
        assert_true(error.code < 0 || count == 2);
    }
    return error.code;
}

static void test_out_of_memory(void **state)
{
    (void)state;
    survive_failed_allocations(read_two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_stops),
        cmocka_unit_test(test_streams),
        cmocka_unit_test(test_errors_of_tables_come_through),
        cmocka_unit_test(test_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
