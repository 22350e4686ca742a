/* SPDX-License-Identifier: MIT */
/* Plans and commitments, JSON or XML: the two ways to read JSON agree; what is read is written to a fixed point, and
   comes back the same through XML; what is not read has one line of words. */
#include "fuzz.h"

#include "io/plan.h"

static char *written(const ogp_plan *plan, size_t *length)
{
    char *text;
    MUST(ogp_plan_write(&text, length, plan, NULL) == 0);
    return text;
}

typedef int scan_function(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length);
typedef int read_function(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length, ogp_error *error);

/* The scanner takes nothing that jansson would not, and makes the same of it. */
static void both_ways(const char *text, size_t length, const ogp_limits *limits, scan_function *scan,
                      read_function *read)
{
    ogp_plan *one = ogpi_plan_new(NULL), *other = ogpi_plan_new(NULL);
    if (scan(one, limits, text, length) == 1) {
        size_t a_length, b_length;
        MUST(read(other, limits, text, length, NULL) == 0);
        char *a = written(one, &a_length), *b = written(other, &b_length);
        MUST(a_length == b_length && memcmp(a, b, a_length) == 0);
        ogp_free(a);
        ogp_free(b);
    }
    ogp_plan_unref(one);
    ogp_plan_unref(other);
}

/* Written and read again it is written the same, whatever the limits would say of its longer spelling. */
static void check_again(const char *text, size_t length, const char *form, size_t form_length)
{
    ogp_plan *plan = NULL;
    size_t again_length;
    if (ogp_plan_parse(&plan, NULL, form, form_length, NULL) < 0)
        abort();
    char *again = written(plan, &again_length);
    MUST(again_length == length && memcmp(again, text, length) == 0);
    ogp_free(again);
    ogp_plan_unref(plan);
}

static void read_and_write(const char *text, size_t size, const ogp_context *context)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan = NULL;
    int rc = ogp_plan_parse(&plan, context, text, size, &error);
    if (rc < 0) {
        MUST(!plan);
        must_explain(rc, &error);
        return;
    }
    size_t json_length, xml_length;
    char *json = written(plan, &json_length), *xml = NULL;
    check_again(json, json_length, json, json_length);
    if (ogp_plan_write_xml(&xml, &xml_length, plan, NULL) == 0)
        check_again(json, json_length, xml, xml_length);
    ogp_free(json);
    ogp_free(xml);
    ogp_plan_unref(plan);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    ogp_context *context = limited_context("en");
    const ogp_limits *limits = ogp_context_limits(context);
    both_ways(text, size, limits, ogpi_plan_scan_json, ogpi_plan_read_tree);
    both_ways(text, size, limits, ogpi_commitment_scan_json, ogpi_commitment_read_tree);
    read_and_write(text, size, context);
    ogp_context_unref(context);
    return 0;
}
