/* SPDX-License-Identifier: MIT */
/* Plans as XML: the reader, the stream and the walk that finds places agree about any text, good or bad. */
#include "fuzz.h"

#include "io/xml_walk.h"
#include <ogp/check.h>
#include <ogp/stream.h>
#include <ogp/write.h>

typedef struct bounds { size_t length, visits; } bounds;

static void visit(void *user, const char *pointer, size_t pointer_length, size_t start, size_t end)
{
    bounds *within = user;
    MUST(strnlen(pointer, pointer_length + 1) == pointer_length);
    MUST(start <= end && end <= within->length);
    within->visits++;
}

/* Every value of a good plan has its place. */
static void walk(const char *text, size_t length, const ogp_plan *plan)
{
    bounds within = {length, 0};
    ogpi_xml_walk(text, length, visit, &within);
    MUST(!plan || within.visits > ogp_plan_commitment_count(plan));
    for (size_t at = 0, bytes; at < length; at++) {
        char character[4];
        MUST(ogpi_xml_decode(text + at, length - at, character, &bytes) <= length - at && bytes <= sizeof character);
    }
}

static void stream(const char *text, size_t length, const ogp_context *context, const ogp_plan *plan)
{
    const ogp_commitment *commitment;
    ogp_stream *opened = NULL;
    size_t count = 0;
    int rc;
    MUST(ogp_stream_open_memory(&opened, context, text, length, NULL) == 0);
    while ((rc = ogp_stream_next(&commitment, opened, NULL)) > 0)
        count++;
    if (plan)
        MUST(rc == 0 && count == ogp_plan_commitment_count(plan));
    ogp_stream_close(opened);
}

static void report(const char *text, size_t length, const ogp_plan *plan, const ogp_context *context)
{
    static const int formats[] = {OGP_WRITE_JSON, OGP_WRITE_SARIF, OGP_WRITE_HTML, OGP_WRITE_TEXT};
    ogp_report *found = NULL;
    MUST(ogp_plan_check(&found, plan, context, NULL) == 0);
    for (size_t i = 0; i < 4; i++) {
        ogp_write_item item = {found, "plan.xml", text, length};
        ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
        char *out = NULL;
        options.format = formats[i];
        options.language = "ar";
        MUST(ogp_report_write(&out, NULL, &item, &options, NULL) == 0);
        ogp_free(out);
    }
    ogp_report_unref(found);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    ogp_context *context = limited_context("fr");
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan = NULL;
    int rc = ogp_plan_parse(&plan, context, text, size, &error);
    bool xml = size && text[0] == '<';
    if (rc < 0)
        must_explain(rc, &error);
    walk(text, size, xml ? plan : NULL);
    if (xml)
        stream(text, size, context, plan);
    if (plan)
        report(text, size, plan, context);
    ogp_plan_unref(plan);
    ogp_context_unref(context);
    return 0;
}
