/* SPDX-License-Identifier: MIT */
/* Small documents: histories on the way in and of members, and sums written by somebody else. Judging is deterministic,
   sums are written to a fixed point. */
#include "fuzz.h"

#include <ogp/joining.h>
#include <ogp/status.h>
#include <ogp/summary.h>

static const ogp_date today = {2024, 6, 30, 0};

/* Twice the same text; freed. */
static void same(char *a, size_t a_length, char *b, size_t b_length)
{
    MUST(a_length == b_length && memcmp(a, b, a_length) == 0);
    ogp_free(a);
    ogp_free(b);
}

static void joining(const ogp_history *history, const ogp_context *context, const char *format)
{
    char *text[2];
    size_t length[2];
    for (size_t i = 0; i < 2; i++) {
        ogp_joining *judged = NULL;
        ogp_error error = OGP_ERROR_INIT;
        int rc = ogp_joining_judge(&judged, history, today, context, &error);
        if (rc < 0) {
            must_explain(rc, &error);
            return;
        }
        MUST(ogp_joining_write(&text[i], &length[i], judged, format, "ar", NULL) == 0);
        ogp_joining_unref(judged);
    }
    same(text[0], length[0], text[1], length[1]);
}

static void status(const ogp_history *history, const ogp_context *context, const char *format)
{
    char *text[2];
    size_t length[2];
    for (size_t i = 0; i < 2; i++) {
        ogp_status *judged = NULL;
        ogp_error error = OGP_ERROR_INIT;
        int rc = ogp_status_judge(&judged, history, today, context, &error);
        if (rc < 0) {
            must_explain(rc, &error);
            return;
        }
        MUST(ogp_status_word(judged)[0]);
        MUST(ogp_status_write(&text[i], &length[i], judged, format, "fr", NULL) == 0);
        ogp_status_unref(judged);
    }
    same(text[0], length[0], text[1], length[1]);
}

static void sums(const char *text, size_t size, const ogp_context *context)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_summary *read = NULL, *again = NULL;
    char *once, *twice;
    size_t once_length, twice_length;
    int rc = ogp_summary_parse(&read, text, size, context, &error);
    if (rc < 0) {
        must_explain(rc, &error);
        return;
    }
    MUST(ogp_summary_write(&once, &once_length, read, NULL) == 0);
    MUST(ogp_summary_parse(&again, once, once_length, NULL, NULL) == 0);
    MUST(ogp_summary_write(&twice, &twice_length, again, NULL) == 0);
    for (size_t i = 0; i < ogp_summary_group_count(read); i++) {
        MUST(ogp_summary_previous(read, i) < (ptrdiff_t)i);
        for (size_t k = 0; k < ogp_summary_median_count(read); k++)
            MUST(ogp_summary_median_twice(read, i, k) <= 1000);
    }
    same(once, once_length, twice, twice_length);
    ogp_summary_unref(again);
    ogp_summary_unref(read);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = size ? (const char *)data : "";
    ogp_context *context = limited_context("en");
    ogp_error error = OGP_ERROR_INIT;
    ogp_history *history = NULL;
    int rc = ogp_history_parse(&history, context, text, size, &error);
    if (rc < 0)
        must_explain(rc, &error);
    for (int i = 0; history && i < 2; i++) {
        joining(history, context, i ? "json" : "text");
        status(history, context, i ? "json" : "text");
    }
    sums(text, size, context);
    ogp_history_unref(history);
    ogp_context_unref(context);
    return 0;
}
