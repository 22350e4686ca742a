/* SPDX-License-Identifier: MIT */
/* Plans and commitments, JSON or XML: the two ways to read JSON agree; what is read is written to a fixed point, and comes
   back the same through XML; what is not read has one line of words. */
#include "fuzz.h"

#include "io/plan.h"
#include <ogp/context.h>

static const ogp_limits limits = {sizeof(ogp_limits), 1 << 20, 64, 65536, 100, 100, 0, 0, 0, 100000};

static ogp_context *context(void)
{
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    ogp_context *made = NULL;
    options.limits = &limits;
    MUST(ogp_context_new(&made, &options, NULL) == 0);
    return made;
}

static char *written(const ogp_plan *plan, size_t *length)
{
    char *text;
    MUST(ogp_plan_write(&text, length, plan, NULL) == 0);
    return text;
}

/* The scanner takes nothing that jansson would not, and makes the same of it. */
static void both_ways(const char *text, size_t length, bool whole)
{
    ogp_plan *one = ogpi_plan_new(NULL), *other = ogpi_plan_new(NULL);
    int taken = whole ? ogpi_plan_scan_json(one, &limits, text, length) : ogpi_commitment_scan_json(one, &limits, text, length);
    if (taken == 1) {
        size_t a_length, b_length;
        int rc = whole ? ogpi_plan_read_tree(other, &limits, text, length, NULL) : ogpi_commitment_read_tree(other, &limits, text, length, NULL);
        MUST(rc == 0);
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan = NULL;
    ogp_context *with_limits = context();
    both_ways(text, size, true);
    both_ways(text, size, false);
    int rc = ogp_plan_parse(&plan, with_limits, text, size, &error);
    ogp_context_unref(with_limits);
    if (rc < 0) {
        MUST(!plan && error.code == rc && error.message[0] && !strchr(error.message, '\n'));
        return 0;
    }
    size_t json_length, xml_length;
    char *json = written(plan, &json_length), *xml = NULL;
    check_again(json, json_length, json, json_length);
    if (ogp_plan_write_xml(&xml, &xml_length, plan, NULL) == 0)
        check_again(json, json_length, xml, xml_length);
    ogp_free(json);
    ogp_free(xml);
    ogp_plan_unref(plan);
    return 0;
}
