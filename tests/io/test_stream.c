/* SPDX-License-Identifier: MIT */
#include "test.h"

#include <ogp/stream.h>
#include <unistd.h>

static const char three[] = "{\"id\": \"A1\", \"plan\": \"AP_1\", \"member\": \"JOR\", \"title\": \"one\"}\n"
                            "\n  \r\n"
                            "{\"id\": \"A2\", \"plan\": \"AP_1\", \"language\": \"ar\"}\r\n"
                            "{\"id\": \"A3\", \"plan\": \"AP_2\"}"; /* no newline at the end */

/* Reads a stream to its end and writes down what it gave: ids with lines, errors with places. */
static void drain(ogp_stream *stream, char *out, size_t size)
{
    const ogp_commitment *c;
    ogp_error error = OGP_ERROR_INIT;
    int rc;
    size_t n = 0;
    out[0] = '\0';
    while ((rc = ogp_stream_next(&c, stream, &error)) != 0 && n < size) {
        if (rc > 0)
            n += (size_t)snprintf(out + n, size - n, "%s@%u/%zu of %s;", ogp_commitment_id(c), ogp_stream_line(stream),
                                  ogp_stream_index(stream), ogp_plan_id(ogp_stream_plan(stream)));
        else
            n += (size_t)snprintf(out + n, size - n, "%s@%u:%u%s;", ogp_code_name(rc), error.line, error.column,
                                  error.path);
        assert_true(rc > 0 || (!c && !ogp_stream_plan(stream)));
    }
    assert_null(ogp_stream_plan(stream));
    assert_int_equal(ogp_stream_next(&c, stream, &error), 0);
    ogp_stream_close(stream);
}

static void check_memory(const char *text, const char *wanted)
{
    char got[1000];
    ogp_stream *stream;
    assert_int_equal(ogp_stream_open_memory(&stream, NULL, text, strlen(text), NULL), 0);
    drain(stream, got, sizeof got);
    assert_string_equal(got, wanted);
}

#define THREE "A1@1/0 of AP_1;A2@4/0 of AP_1;A3@5/0 of AP_2;"

static void gives_line_after_line(void **state)
{
    (void)state;
    check_memory(three, THREE);
    check_memory("", "");
    check_memory("\n \n", "");
}

static void goes_on_after_a_bad_line(void **state)
{
    (void)state;
    check_memory("{\"id\": \"A\"}\n{\"id\": 5}\n[1]\n{\"start\":\n{\"id\": \"B\"}\n{\"start\": "
                 "\"2023-02-30\"}\n{\"id\": \"C\"}\n",
                 "A@1/0 of ;format@2:8/id;format@3:1;syntax@4:9;B@5/0 of ;format@6:11/start;C@7/0 of ;");
    check_memory("{\"id\": \"broken\n{\"id\": \"B\"}", "syntax@1:14;B@2/0 of ;");
}

static void takes_a_whole_plan(void **state)
{
    (void)state;
    check_memory(
        "{\n \"format\": \"ogp-plan/1\", \"id\": \"AP\",\n \"commitments\": [{\"id\": \"x\"}, {\"id\": \"y\"}]}\n",
        "x@0/0 of AP;y@0/1 of AP;");
    check_memory("\n{\"format\": \"ogp-plan/1\", \"id\": \"AP\", \"commitments\": [{\"id\": \"x\"}, {\"id\": \"y\"}]}",
                 "x@0/0 of AP;y@0/1 of AP;");
    check_memory("{\"format\": \"ogp-plan/1\",\n\"commitments\": []}", "");
    check_memory("\n\n{\"format\": \"ogp-plan/1\",\n\"id\": 7}", "format@4:7/id;");
    check_memory("{\"format\": \"ogp-plan/1\"}\n{}", "syntax@2:1;");
}

typedef struct trickle { const char *text; size_t left; int fail_with; } trickle;

static ptrdiff_t read_trickle(void *user, char *buffer, size_t size)
{
    trickle *t = user;
    (void)size;
    if (t->left == 0)
        return t->fail_with;
    *buffer = *t->text++;
    t->left--;
    return 1;
}

static void survives_short_reads(void **state)
{
    (void)state;
    trickle t = {three, sizeof three - 1, 0};
    ogp_stream *stream;
    char got[1000];
    assert_int_equal(ogp_stream_open_function(&stream, NULL, read_trickle, &t, NULL), 0);
    drain(stream, got, sizeof got);
    assert_string_equal(got, THREE);
}

static void hands_on_what_the_source_says(void **state)
{
    (void)state;
    static const struct {
        int says, code;
    } cases[] = {{OGP_ERROR_CANCELLED, OGP_ERROR_CANCELLED}, {OGP_ERROR_IO, OGP_ERROR_IO}, {-100, OGP_ERROR_IO}};
    for (size_t i = 0; i < 3; i++) {
        trickle t = {three, 70, cases[i].says};
        ogp_stream *stream;
        const ogp_commitment *c;
        assert_int_equal(ogp_stream_open_function(&stream, NULL, read_trickle, &t, NULL), 0);
        assert_int_equal(ogp_stream_next(&c, stream, NULL), 1);
        assert_int_equal(ogp_stream_next(&c, stream, NULL), cases[i].code);
        assert_int_equal(ogp_stream_next(&c, stream, NULL), 0);
        ogp_stream_close(stream);
    }
}

static void reads_files(void **state)
{
    (void)state;
    char path[] = "/tmp/ogp-stream-XXXXXX", got[1000];
    int fd = mkstemp(path);
    ogp_stream *stream;
    assert_int_equal(write(fd, three, sizeof three - 1), sizeof three - 1);
    close(fd);
    assert_int_equal(ogp_stream_open(&stream, NULL, path, NULL), 0);
    drain(stream, got, sizeof got);
    assert_string_equal(got, THREE);
    unlink(path);
    assert_int_equal(ogp_stream_open(&stream, NULL, path, NULL), OGP_ERROR_IO);
    assert_int_equal(ogp_stream_open(&stream, NULL, "/", NULL), OGP_ERROR_IO);
    assert_null(stream);
    assert_int_equal(ogp_stream_open(&stream, NULL, NULL, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_stream_open(NULL, NULL, "x", NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_stream_next(NULL, NULL, NULL), OGP_ERROR_USAGE);
    ogp_stream_close(NULL);
}

static void a_plan_can_be_kept(void **state)
{
    (void)state;
    ogp_stream *stream;
    const ogp_commitment *first, *second;
    assert_int_equal(ogp_stream_open_memory(&stream, NULL, three, sizeof three - 1, NULL), 0);
    assert_int_equal(ogp_stream_next(&first, stream, NULL), 1);
    ogp_plan *kept = ogp_plan_ref(ogp_stream_plan(stream));
    assert_int_equal(ogp_stream_next(&second, stream, NULL), 1);
    assert_ptr_not_equal(kept, ogp_stream_plan(stream));
    ogp_stream_close(stream);
    assert_string_equal(ogp_commitment_title(first, NULL), "one");
    ogp_plan_unref(kept);
}

/* An endless supply of lines, and what the allocator holds meanwhile. */
typedef struct supply { size_t lines_left; char line[256]; size_t at, length; } supply;

static ptrdiff_t read_supply(void *user, char *buffer, size_t size)
{
    supply *s = user;
    size_t n = 0;
    while (n < size && s->lines_left) {
        buffer[n++] = s->line[s->at++];
        if (s->at == s->length) {
            s->at = 0;
            s->lines_left--;
        }
    }
    return (ptrdiff_t)n;
}

static void memory_does_not_grow_with_the_stream(void **state)
{
    (void)state;
    counting c = {0};
    ogp_allocator allocator = counting_allocator(&c);
    ogp_context *context = new_context((ogp_limits){0}, &allocator);
    ogp_stream *stream;
    const ogp_commitment *commitment;
    supply s = {.lines_left = 20000};
    s.length = (size_t)snprintf(s.line, sizeof s.line,
                                "{\"id\": \"A\", \"title\": {\"en\": \"t\", \"ar\": \"ع\"}, \"milestones\": "
                                "[{\"number\": \"1\"}], \"x\": [1]}\n");
    assert_int_equal(ogp_stream_open_function(&stream, context, read_supply, &s, NULL), 0);
    ogp_context_unref(context); /* the stream keeps it */
    for (int i = 0; i < 3; i++)
        assert_int_equal(ogp_stream_next(&commitment, stream, NULL), 1);
    size_t warm = c.calls;
    size_t count = 3;
    while (ogp_stream_next(&commitment, stream, NULL) > 0)
        count++;
    assert_int_equal(count, 20000);
    assert_true(c.calls - warm < 10); /* the window is grown, nothing else */
    ogp_stream_close(stream);
    assert_int_equal(c.live, 0);
}

static void refuses_an_endless_line(void **state)
{
    (void)state;
    ogp_context *context = new_context((ogp_limits){.input_bytes = 70000}, NULL);
    ogp_stream *stream;
    ogp_error error = OGP_ERROR_INIT;
    const ogp_commitment *commitment;
    supply s = {.lines_left = 10000, .length = 10};
    memset(s.line, ' ', 10);
    assert_int_equal(ogp_stream_open_function(&stream, context, read_supply, &s, NULL), 0);
    assert_int_equal(ogp_stream_next(&commitment, stream, &error), OGP_ERROR_LIMIT);
    assert_int_equal(error.line, 1);
    assert_int_equal(ogp_stream_next(&commitment, stream, &error), 0);
    ogp_stream_close(stream);
    ogp_context_unref(context);
}

static int read_three(const ogp_context *context)
{
    ogp_stream *stream;
    const ogp_commitment *commitment;
    int rc = ogp_stream_open_memory(&stream, context, three, sizeof three - 1, NULL);
    size_t count = 0;
    if (rc < 0)
        return rc;
    while ((rc = ogp_stream_next(&commitment, stream, NULL)) > 0)
        count++;
    ogp_stream_close(stream);
    assert_true(rc < 0 || count == 3);
    return rc;
}

static void survives_every_failed_allocation(void **state)
{
    (void)state;
    survive_failed_allocations(read_three);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_line_after_line),
        cmocka_unit_test(goes_on_after_a_bad_line),
        cmocka_unit_test(takes_a_whole_plan),
        cmocka_unit_test(survives_short_reads),
        cmocka_unit_test(hands_on_what_the_source_says),
        cmocka_unit_test(reads_files),
        cmocka_unit_test(a_plan_can_be_kept),
        cmocka_unit_test(memory_does_not_grow_with_the_stream),
        cmocka_unit_test(refuses_an_endless_line),
        cmocka_unit_test(survives_every_failed_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
