/* SPDX-License-Identifier: MIT */
/* Arrow streams as datasets: what goes out comes in again, every type that is taken, and streams that fail. */
#include "test.h"
#include <ogp/arrow.h>
#include <ogp/ogp.h>

static const char table[] =
    "Country,Action Plan Number,Comm No,Year of submission,Specificity,_Specificity,Value -Info,Value -Part,Value -Acc,"
    "_Relevant,Potential impact,_Pot Impact Coded,Completion (progress report),_CompletionProgress,Start Date,Full "
    "Text\r\n"
    "Ghana,1,1.1,2012,c. high,3,1,0,0,1,Transformative,3,d. Complete,5,2012-03-01,\"Say \"\"yes\"\",\r\nnow\"\r\n"
    "Ghana,1,1.2,2012,NR,NR,NR,NR,NR,NR,ND,ND,NR,NR,,\r\n"
    "Chile,1,1,2012,a. low,1,0,1,0,1,Minor,1,Unclear,1,2012-05,Publish 50 data sets by 31 December 2013\r\n";

static ogp_dataset *read_table(uint32_t keep)
{
    ogp_dataset *dataset = NULL;
    ogp_dataset_options options = OGP_DATASET_OPTIONS_INIT;
    options.keep = keep;
    assert_int_equal(ogp_dataset_read_memory(&dataset, table, sizeof table - 1, &options, NULL, NULL), 0);
    return dataset;
}

static void assert_same_column(const ogp_dataset *a, const ogp_dataset *b, const char *name)
{
    ptrdiff_t here = ogp_dataset_column_index(a, name), there = ogp_dataset_column_index(b, name);
    assert_true(here >= 0 && there >= 0);
    for (size_t row = 0; row < ogp_dataset_rows(a); row++) {
        size_t length, other;
        const char *text = ogp_dataset_text(a, (size_t)here, row, &length);
        const char *same = ogp_dataset_text(b, (size_t)there, row, &other);
        assert_int_equal(length, other);
        assert_memory_equal(text, same, length);
        if (ogp_dataset_code(a, (size_t)here, row) != ogp_dataset_code(b, (size_t)there, row))
            fail_msg("%s, row %zu", name, row);
    }
}

static void test_there_and_back(void **state)
{
    (void)state;
    static const char *const names[] = {"country",  "plan",        "number",           "method",
                                        "year",     "specificity", "potential_impact", "completion_progress",
                                        "start",    "full_text",   "star_2013",        "star_2014",
                                        "relevant", "policy_areas"};
    ogp_dataset *first = read_table(OGP_KEEP_TEXTS), *again = NULL;
    struct ArrowArrayStream stream;
    ogp_dataset_options options = OGP_DATASET_OPTIONS_INIT;
    options.keep = OGP_KEEP_TEXTS;
    assert_int_equal(ogp_dataset_arrow(&stream, first, NULL), 0);
    assert_int_equal(ogp_dataset_import_arrow(&again, &stream, &options, NULL, NULL), 0);
    assert_null(stream.release);
    assert_int_equal(ogp_dataset_rows(again), 3);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_same_column(first, again, names[i]);
    ogp_dataset_unref(first);
    ogp_dataset_unref(again);
}

static void test_smart_columns(void **state)
{
    (void)state;
    ogp_dataset *plain = read_table(0), *marked = read_table(OGP_KEEP_SMART);
    ptrdiff_t bound = ogp_dataset_column_index(marked, "smart_time_bound"),
              score = ogp_dataset_column_index(marked, "smart_score");
    size_t length;
    assert_true(ogp_dataset_column_index(plain, "smart_score") < 0);
    assert_true(bound >= 0 && score >= 0);
    assert_true(ogp_dataset_code(marked, (size_t)score, 2) > ogp_dataset_code(marked, (size_t)score, 1));
    assert_memory_equal(ogp_dataset_text(marked, (size_t)bound, 1, &length), "unmet", 5);
    ogp_dataset_unref(plain);
    ogp_dataset_unref(marked);
}

/* ---- a stream made by hand: one batch of two rows, country and year in whatever type */

typedef struct fake {
    struct ArrowSchema fields[4], *field_list[4], dictionary;
    struct ArrowArray arrays[4], *array_list[4], words;
    const void *buffers[4][4];
    const void *word_buffers[3];
    const char *top;
    int columns, fail_at, given, released;
} fake;

static void release_schema(struct ArrowSchema *schema)
{
    schema->release = NULL;
}

static void release_array(struct ArrowArray *array)
{
    array->release = NULL;
}

static int fake_schema(struct ArrowArrayStream *self, struct ArrowSchema *out)
{
    fake *f = self->private_data;
    if (f->fail_at == 1)
        return 5;
    for (int i = 0; i < f->columns; i++)
        f->field_list[i] = &f->fields[i];
    *out = (struct ArrowSchema){.format = f->top ? f->top : "+s",
                                .n_children = f->columns,
                                .children = f->field_list,
                                .release = release_schema};
    return 0;
}

static int fake_next(struct ArrowArrayStream *self, struct ArrowArray *out)
{
    fake *f = self->private_data;
    if (f->fail_at == 2)
        return 5;
    *out = (struct ArrowArray){0};
    if (f->given++)
        return 0;
    for (int i = 0; i < f->columns; i++)
        f->array_list[i] = &f->arrays[i];
    *out = (struct ArrowArray){.length = 2,
                               .n_children = f->fail_at == 3 ? 1 : f->columns,
                               .children = f->array_list,
                               .release = release_array};
    return 0;
}

static const char *fake_error(struct ArrowArrayStream *self)
{
    (void)self;
    return "the disk is gone";
}

static void fake_release(struct ArrowArrayStream *self)
{
    ((fake *)self->private_data)->released++;
    self->release = NULL;
}

static void set_column(fake *f, int i, const char *name, const char *format, const void *data, const void *more)
{
    f->fields[i] = (struct ArrowSchema){.name = name, .format = format};
    f->buffers[i][1] = data;
    f->buffers[i][2] = more;
    f->arrays[i] = (struct ArrowArray){.length = 2, .n_buffers = more ? 3 : 2, .buffers = f->buffers[i]};
    f->columns = i + 1;
}

/* Countries as strings, years as `format`, completion always there. */
static void begin(fake *f, const char *format, const void *years)
{
    static const int32_t offsets[] = {0, 5, 10}, levels[] = {0, 7, 15};
    static const uint8_t flags[] = {1};
    memset(f, 0, sizeof *f);
    set_column(f, 0, "Country", "u", offsets, "GhanaChile");
    set_column(f, 1, "Completion (progress report)", "u", levels, "Limitedcomplete");
    set_column(f, 2, "Year of submission", format, years, NULL);
    set_column(f, 3, "_Relevant", "b", flags, NULL);
}

static int import(ogp_dataset **out, fake *f, const ogp_context *context, ogp_error *error)
{
    struct ArrowArrayStream stream = {fake_schema, fake_next, fake_error, fake_release, f};
    int code = ogp_dataset_import_arrow(out, &stream, NULL, context, error);
    assert_int_equal(f->released, 1);
    return code;
}

static void expect_years(const char *format, const void *years, int first, int second)
{
    fake f;
    ogp_dataset *dataset = NULL;
    begin(&f, format, years);
    assert_int_equal(import(&dataset, &f, NULL, NULL), 0);
    size_t year = (size_t)ogp_dataset_column_index(dataset, "year");
    assert_int_equal(ogp_dataset_code(dataset, year, 0), first);
    assert_int_equal(ogp_dataset_code(dataset, year, 1), second);
    ogp_dataset_unref(dataset);
}

static void test_numbers(void **state)
{
    (void)state;
    expect_years("s", (const int16_t[]){2012, 2014}, 2012, 2014);
    expect_years("S", (const uint16_t[]){2012, 2014}, 2012, 2014);
    expect_years("i", (const int32_t[]){2012, 2014}, 2012, 2014);
    expect_years("I", (const uint32_t[]){2012, 2014}, 2012, 2014);
    expect_years("l", (const int64_t[]){2012, 2014}, 2012, 2014);
    expect_years("L", (const uint64_t[]){2012, 2014}, 2012, 2014);
    expect_years("f", (const float[]){2012, 2014}, 2012, 2014);
    expect_years("g", (const double[]){2012, 0.0 / 0.0}, 2012, OGP_MISSING_BLANK);
}

/* The word of the date in column "start". */
static void expect_date(const char *format, const void *moments, const char *expected)
{
    fake f;
    ogp_dataset *dataset = NULL;
    size_t length;
    begin(&f, format, moments);
    f.fields[2].name = "start";
    assert_int_equal(import(&dataset, &f, NULL, NULL), 0);
    const char *text = ogp_dataset_text(dataset, (size_t)ogp_dataset_column_index(dataset, "start"), 0, &length);
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(text, expected, length);
    ogp_dataset_unref(dataset);
}

static void test_dates(void **state)
{
    (void)state;
    expect_date("tdD", (const int32_t[]){15400, 0}, "2012-03-01");
    expect_date("tdm", (const int64_t[]){INT64_C(1330560000000), 0}, "2012-03-01");
    expect_date("tss:", (const int64_t[]){1330560000 + 86399, 0}, "2012-03-01");
    expect_date("tsn:UTC", (const int64_t[]){INT64_C(1330560000000000000), 0}, "2012-03-01");
    expect_date("tsu:", (const int64_t[]){-1, 0}, "1969-12-31");
}

static void test_strings(void **state)
{
    (void)state;
    static const int64_t large[] = {0, 5, 10}, size = 15;
    static const struct { int32_t length; char text[4]; union { char more[8]; int32_t place[2]; }; } views[] = {
        {5, "Ghan", {.more = "a"}}, {13, "Sout", {.place = {0, 2}}}};
    fake f;
    for (int i = 0; i < 2; i++) {
        ogp_dataset *dataset = NULL;
        size_t length;
        begin(&f, "i", (const int32_t[]){2012, 2014});
        if (i == 0)
            set_column(&f, 0, "Country", "U", large, "GhanaChile");
        else
            set_column(&f, 0, "Country", "vu", views, "..South Africa!");
        f.buffers[0][3] = &size;
        f.arrays[0].n_buffers = 3 + i;
        f.columns = 4;
        assert_int_equal(import(&dataset, &f, NULL, NULL), 0);
        const char *text = ogp_dataset_text(dataset, (size_t)ogp_dataset_column_index(dataset, "country"), 1, &length);
        assert_memory_equal(text, i == 0 ? "Chile" : "South Africa!", length);
        assert_int_equal(length, i == 0 ? 5 : 13);
        ogp_dataset_unref(dataset);
    }
}

static void test_dictionaries_nulls_and_twins(void **state)
{
    (void)state;
    static const int32_t offsets[] = {0, 2, 9};
    static const int8_t index[] = {1, 0};
    static const uint8_t first_only = 1, second_only = 2;
    fake f;
    ogp_dataset *dataset = NULL;
    begin(&f, "c", index);
    f.word_buffers[1] = offsets;
    f.word_buffers[2] = "NRlimited";
    f.words = (struct ArrowArray){.length = 2, .n_buffers = 3, .buffers = f.word_buffers};
    f.dictionary = (struct ArrowSchema){.format = "u", .name = ""};
    for (int i = 1; i < 3; i++) {
        set_column(&f, i, i == 1 ? "completion_progress" : "completion_progress_missing", "c", index, NULL);
        f.fields[i].dictionary = &f.dictionary;
        f.arrays[i].dictionary = &f.words;
        f.arrays[i].null_count = 1;
        f.buffers[i][0] = i == 1 ? &first_only : &second_only;
    }
    f.columns = 4;
    assert_int_equal(import(&dataset, &f, NULL, NULL), 0);
    size_t column = (size_t)ogp_dataset_column_index(dataset, "completion_progress");
    assert_int_equal(ogp_dataset_code(dataset, column, 0), 3);
    assert_int_equal(ogp_dataset_code(dataset, column, 1), OGP_MISSING_NR);
    ogp_dataset_unref(dataset);
}

static void expect_failure(fake *f, int code, const char *says)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_dataset *dataset = NULL;
    assert_int_equal(import(&dataset, f, NULL, &error), code);
    assert_null(dataset);
    assert_non_null(strstr(error.message, says));
}

static void test_failures(void **state)
{
    (void)state;
    static const int32_t years[] = {2012, 2014};
    fake f;
    for (int at = 1; at <= 3; at++) {
        begin(&f, "i", years);
        f.fail_at = at;
        expect_failure(&f, at == 3 ? OGP_ERROR_FORMAT : OGP_ERROR_IO, at == 3 ? "other columns" : "the disk is gone");
    }
    begin(&f, "+l", years);
    expect_failure(&f, OGP_ERROR_FORMAT, "Year of submission");
    begin(&f, "i", years);
    f.top = "i";
    expect_failure(&f, OGP_ERROR_FORMAT, "one column");
    begin(&f, "i", years);
    f.fields[0].name = "[colour]";
    f.fields[1].name = NULL;
    expect_failure(&f, OGP_ERROR_FORMAT, "column");
    ogp_dataset *dataset = NULL;
    assert_int_equal(ogp_dataset_import_arrow(&dataset, NULL, NULL, NULL, NULL), OGP_ERROR_USAGE);
}

/* What no reader could trust, one after the other; a column of strings or of views. */
static void test_damage(void **state)
{
    (void)state;
    static const int32_t falling[] = {0, 5, 3}, below[] = {-1, 5, 10}, good[] = {0, 5, 10};
    static const struct { int32_t length; char text[4]; int32_t place[2]; } outside[][2] = {
        {{13, "Sout", {0, 3}}}, {{13, "Sout", {1, 0}}}};
    static const int64_t size = 15;
    static const struct {
        const char *format, *says;
        const void *data, *more;
        int64_t length, offset, n_buffers;
    } cases[] = {
        {"u", "backwards", falling, "GhanaChile", 2, 0, 3},
        {"u", "below 0", below, "GhanaChile", 2, 0, 3},
        {"u", "without their bytes", good, NULL, 2, 0, 3},
        {"u", "lacks its values", NULL, "GhanaChile", 2, 0, 3},
        {"u", "lacks buffers", good, "GhanaChile", 2, 0, 2},
        {"u", "as many rows", good, "GhanaChile", 1, 0, 3},
        {"u", "as many rows", good, "GhanaChile", 2, -1, 3},
        {"u", "as many rows", good, "GhanaChile", 2, INT64_MAX, 3},
        {"vu", "outside its buffers", outside[0], "..South Africa!", 2, 0, 4},
        {"vu", "outside its buffers", outside[1], "..South Africa!", 2, 0, 4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fake f;
        begin(&f, "i", (const int32_t[]){2012, 2014});
        set_column(&f, 0, "Country", cases[i].format, cases[i].data, cases[i].more);
        f.columns = 4;
        f.buffers[0][3] = &size;
        f.arrays[0].length = cases[i].length;
        f.arrays[0].offset = cases[i].offset;
        f.arrays[0].n_buffers = cases[i].n_buffers;
        expect_failure(&f, OGP_ERROR_FORMAT, cases[i].says);
    }
}

static void test_out_of_memory(void **state)
{
    (void)state;
    for (size_t fail = 1;; fail++) {
        counting count = {0};
        ogp_allocator allocator = counting_allocator(&count);
        ogp_context *context = new_context((ogp_limits){0}, &allocator);
        ogp_dataset *dataset = NULL;
        fake f;
        begin(&f, "i", (const int32_t[]){2012, 2014});
        count.calls = 0;
        count.fail_at = fail;
        int code = import(&dataset, &f, context, NULL);
        ogp_dataset_unref(dataset);
        ogp_context_unref(context);
        assert_int_equal(count.live, 0);
        if (code == 0)
            break;
        assert_int_equal(code, OGP_ERROR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_and_back), cmocka_unit_test(test_smart_columns),
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_dates),
        cmocka_unit_test(test_strings), cmocka_unit_test(test_dictionaries_nulls_and_twins),
        cmocka_unit_test(test_failures), cmocka_unit_test(test_damage), cmocka_unit_test(test_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
