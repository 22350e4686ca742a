/* SPDX-License-Identifier: MIT */
#include "test.h"
#include <ogp/arrow.h>
#include <ogp/ogp.h>

static const char table[] =
    "Country,Action Plan Number,Comm No,Year of submission,Specificity,_Specificity,Value -Info,Value -Part,Value -Acc,"
    "_Relevant,Potential impact,_Pot Impact Coded,Completion (progress report),_CompletionProgress\r\n"
    "Ghana,1,1.1,2012,c. high,3,1,0,0,1,Transformative,3,d. Complete,5\r\n"
    "Ghana,1,1.2,2012,NR,NR,NR,NR,NR,NR,ND,ND,NR,NR\r\n"
    "Chile,1,1,2012,a. low,1,0,1,0,1,Minor,1,Unclear,1\r\n";

static ogp_dataset *read_table(const ogp_allocator *allocator)
{
    ogp_dataset *dataset = NULL;
    ogp_context *context = new_context((ogp_limits){0}, allocator);
    assert_int_equal(ogp_dataset_read_memory(&dataset, table, sizeof table - 1, NULL, context, NULL), 0);
    ogp_context_unref(context);
    return dataset;
}

static int64_t field(const struct ArrowSchema *schema, const char *name)
{
    for (int64_t i = 0; i < schema->n_children; i++)
        if (strcmp(schema->children[i]->name, name) == 0)
            return i;
    return -1;
}

/* The string at a row of a dictionary-encoded column with 8-bit indices; NULL for null. */
static const char *word(const struct ArrowArray *array, int64_t row)
{
    static char out[64];
    const uint8_t *validity = array->buffers[0];
    if (validity && !(validity[row / 8] >> row % 8 & 1))
        return NULL;
    uint8_t index = ((const uint8_t *)array->buffers[1])[row];
    const int32_t *offsets = array->dictionary->buffers[1];
    snprintf(out, sizeof out, "%.*s", (int)(offsets[index + 1] - offsets[index]),
             (const char *)array->dictionary->buffers[2] + offsets[index]);
    return out;
}

static void test_columns(void **state)
{
    (void)state;
    counting count = {0};
    ogp_allocator allocator = counting_allocator(&count);
    ogp_dataset *dataset = read_table(&allocator);
    struct ArrowArrayStream stream;
    struct ArrowSchema schema;
    struct ArrowArray batch, end;
    assert_int_equal(ogp_dataset_arrow(&stream, dataset, NULL), 0);
    ogp_dataset_unref(dataset); /* the stream keeps what it needs */
    assert_int_equal(stream.get_schema(&stream, &schema), 0);
    assert_int_equal(stream.get_next(&stream, &batch), 0);
    assert_int_equal(stream.get_next(&stream, &end), 0);
    assert_null(end.release);
    stream.release(&stream);
    assert_string_equal(schema.format, "+s");
    assert_int_equal(batch.length, 3);
    assert_int_equal(batch.n_children, schema.n_children);
    int64_t specificity = field(&schema, "specificity"), twin = field(&schema, "specificity_missing");
    assert_true(specificity >= 0 && twin >= 0);
    assert_string_equal(word(batch.children[specificity], 0), "high");
    assert_null(word(batch.children[specificity], 1));
    assert_string_equal(word(batch.children[specificity], 2), "low");
    assert_null(word(batch.children[twin], 0));
    assert_string_equal(word(batch.children[twin], 1), "NR");
    /* A child may be moved out and outlive its parent. */
    struct ArrowArray moved = *batch.children[specificity];
    batch.children[specificity]->release = NULL;
    batch.release(&batch);
    assert_string_equal(word(&moved, 0), "high");
    moved.release(&moved);
    schema.release(&schema);
    assert_int_equal(count.live, 0);
}

static void test_dropped_unread(void **state)
{
    (void)state;
    counting count = {0};
    ogp_allocator allocator = counting_allocator(&count);
    ogp_dataset *dataset = read_table(&allocator);
    struct ArrowArrayStream stream;
    assert_int_equal(ogp_dataset_arrow(&stream, dataset, NULL), 0);
    stream.release(&stream);
    assert_null(stream.release);
    assert_int_equal(ogp_dataset_arrow(NULL, dataset, NULL), OGP_ERROR_USAGE);
    ogp_dataset_unref(dataset);
    assert_int_equal(count.live, 0);
}

static void test_out_of_memory(void **state)
{
    (void)state;
    for (size_t fail = 1;; fail++) {
        counting count = {0};
        ogp_allocator allocator = counting_allocator(&count);
        ogp_dataset *dataset = read_table(&allocator);
        struct ArrowArrayStream stream;
        count.calls = 0;
        count.fail_at = fail;
        int rc = ogp_dataset_arrow(&stream, dataset, NULL);
        ogp_dataset_unref(dataset);
        if (rc == 0)
            stream.release(&stream);
        assert_int_equal(count.live, 0);
        if (rc == 0)
            break;
        assert_int_equal(rc, OGP_ERROR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_columns), cmocka_unit_test(test_dropped_unread),
                                       cmocka_unit_test(test_out_of_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
