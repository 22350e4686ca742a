/* SPDX-License-Identifier: MIT */
/* How long it takes to check one commitment: whole plans as they are, and each of their commitments alone, cut to the
   size that commitments have in OGP's tables, as a portal sends them. Every figure is the median of many runs.

   usage: check [-r RUNS] FILE... */
#include "base/file.h"
#include "rules/smart.h"
#include <jansson.h>
#include <ogp/ogp.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { TYPICAL = 650 }; /* bytes of text */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* One thing to check: a plan, or one commitment. */
typedef struct subject {
    const char *text;
    size_t length;
    bool commitment;
    ogp_context *context; /* NULL: the defaults */
    ogp_plan *plan;
    ogp_report *report;
    ogpi_smart_scorer *scorer;
    size_t commitments;
} subject;

static int parse(ogp_plan **out, subject *s, ogp_error *error)
{
    return (s->commitment ? ogp_plan_parse_commitment : ogp_plan_parse)(out, s->context, s->text, s->length, error);
}

static int parse_once(subject *s, ogp_error *error)
{
    ogp_plan *plan;
    int rc = parse(&plan, s, error);
    if (rc == 0)
        ogp_plan_unref(plan);
    return rc;
}

static int check_once(subject *s, ogp_error *error)
{
    ogp_report *report;
    int rc = ogp_plan_check(&report, s->plan, s->context, error);
    if (rc == 0)
        ogp_report_unref(report);
    return rc;
}

static int smart_once(subject *s, ogp_error *error)
{
    ogpi_smart_result result;
    int rc = 0;
    for (size_t i = 0; i < s->commitments && rc == 0; i++)
        rc = ogpi_smart_commitment(s->scorer, s->plan, ogp_plan_commitment_at(s->plan, i), &result, error);
    return rc;
}

/* Messages are put together when they are asked for, so a report is made anew. */
static int answer_once(subject *s, ogp_error *error)
{
    ogp_plan *plan = NULL;
    ogp_report *report = NULL;
    ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
    char *json = NULL;
    size_t length;
    int rc = parse(&plan, s, error);
    if (rc == 0)
        rc = ogp_plan_check(&report, plan, s->context, error);
    options.format = OGP_WRITE_JSON;
    if (rc == 0)
        rc = ogp_report_write(&json, &length, &(ogp_write_item){.report = report}, &options, error);
    ogp_free(json);
    ogp_report_unref(report);
    ogp_plan_unref(plan);
    return rc;
}

/* Median microseconds a commitment, negative after a failure. */
static double measure(subject *s, int (*once)(subject *, ogp_error *), size_t runs)
{
    double *times = calloc(runs, sizeof *times), result = -1;
    ogp_error error = OGP_ERROR_INIT;
    for (size_t i = 0; times && i < runs; i++) {
        double start = now();
        if (once(s, &error) < 0) {
            fprintf(stderr, "%s\n", error.message);
            free(times);
            return -1;
        }
        times[i] = (now() - start) / (double)s->commitments;
    }
    if (times) {
        qsort(times, runs, sizeof *times, by_value);
        result = times[runs / 2];
    }
    free(times);
    return result;
}

typedef struct figures {
    double parse, smart, check, held, answer; /* held: with a context that is kept */
} figures;

static int measure_all(figures *out, const char *text, size_t length, bool commitment, ogp_context *context,
                       size_t runs)
{
    ogp_error error = OGP_ERROR_INIT;
    subject s = {.text = text, .length = length, .commitment = commitment};
    int rc = parse(&s.plan, &s, &error);
    if (rc == 0)
        rc = ogpi_smart_new(&s.scorer, NULL, &error);
    if (rc == 0) {
        s.commitments = ogp_plan_commitment_count(s.plan);
        out->parse = measure(&s, parse_once, runs);
        out->smart = measure(&s, smart_once, runs);
        out->check = measure(&s, check_once, runs);
        s.context = context;
        out->held = measure(&s, check_once, runs);
        out->answer = measure(&s, answer_once, runs);
        rc = out->answer < 0 || out->held < 0 || out->check < 0 ? -1 : 0;
    } else {
        fprintf(stderr, "%s\n", error.message);
    }
    ogpi_smart_free(s.scorer);
    ogp_plan_unref(s.plan);
    return rc;
}

static void print(const char *name, const figures *f)
{
    printf("%-34.34s %8.2f %8.2f %8.2f %8.2f %8.2f\n", name, f->parse, f->smart, f->check, f->held, f->answer);
}

static const char *text_of(const json_t *object, const char *name, const char *language)
{
    const json_t *value = json_object_get(object, name);
    const char *text = json_string_value(json_is_object(value) ? json_object_get(value, language) : value);
    return text ? text : "";
}

/* The texts of a commitment one after the other, cut between words: the one text that OGP's tables have. */
static void join_texts(ogpi_buffer *out, const json_t *commitment, const char *language)
{
    static const char *const fields[] = {"description", "solution", "problem", "results", "background", "objective"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *text = text_of(commitment, fields[i], language);
        if (*text && out->length)
            ogpi_buffer_putc(out, ' ');
        ogpi_buffer_puts(out, text);
    }
    while (out->length > TYPICAL || (out->length == TYPICAL && out->data[TYPICAL - 1] != ' '))
        while (--out->length > 0 && out->data[out->length] != ' ')
            ;
    ogpi_buffer_putc(out, '\0');
}

/* One commitment as a line of a stream; free() it. */
static char *typical(const json_t *plan, const json_t *commitment)
{
    static const char *const kept[] = {"id", "number", "lead", "supporting", "start", "end"};
    const char *language = json_string_value(json_object_get(plan, "language"));
    ogpi_buffer text;
    ogpi_buffer_init(&text, NULL);
    join_texts(&text, commitment, language ? language : "en");
    json_t *line = json_pack("{s:O?, s:O?, s:O?, s:s, s:s}", "plan", json_object_get(plan, "id"), "member",
                             json_object_get(plan, "member"), "language", json_object_get(plan, "language"), "title",
                             text_of(commitment, "title", language ? language : "en"), "description", text.data);
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (json_object_get(commitment, kept[i]))
            json_object_set(line, kept[i], json_object_get(commitment, kept[i]));
    char *result = json_dumps(line, JSON_COMPACT);
    json_decref(line);
    ogpi_buffer_clear(&text);
    return result;
}

static int measure_typical(figures *sum, size_t *count, const char *text, size_t length, ogp_context *context,
                           size_t runs)
{
    json_t *plan = json_loadb(text, length, 0, NULL), *commitment;
    size_t i;
    int rc = 0;
    json_array_foreach(json_object_get(plan, "commitments"), i, commitment) {
        char *line = typical(plan, commitment);
        figures f = {0};
        rc = line ? measure_all(&f, line, strlen(line), true, context, runs) : -1;
        free(line);
        if (rc < 0)
            break;
        sum->parse += f.parse;
        sum->smart += f.smart;
        sum->check += f.check;
        sum->held += f.held;
        sum->answer += f.answer;
        ++*count;
    }
    json_decref(plan);
    return rc;
}

static int measure_file(figures *sum, size_t *count, const char *path, ogp_context *context, size_t runs)
{
    ogp_error error = OGP_ERROR_INIT;
    ogpi_buffer text;
    figures f = {0};
    ogpi_buffer_init(&text, NULL);
    int rc = ogpi_file_read(&text, path, 64 << 20, &error);
    if (rc < 0)
        fprintf(stderr, "%s\n", error.message);
    if (rc == 0)
        rc = measure_all(&f, text.data, text.length, false, context, runs);
    const char *name = strrchr(path, '/');
    if (rc == 0)
        print(name ? name + 1 : path, &f);
    if (rc == 0)
        rc = measure_typical(sum, count, text.data, text.length, context, runs);
    ogpi_buffer_clear(&text);
    return rc;
}

int main(int argc, char **argv)
{
    bool counted = argc > 2 && strcmp(argv[1], "-r") == 0;
    size_t runs = counted ? (size_t)strtoul(argv[2], NULL, 10) : 300, count = 0;
    ogp_error error = OGP_ERROR_INIT;
    ogp_context *context = NULL;
    figures sum = {0};
    if (argc < (counted ? 4 : 2) || runs == 0 || ogp_context_new(&context, NULL, &error) < 0) {
        fputs("usage: check [-r RUNS] PLAN.json...\n", stderr);
        return 2;
    }
    printf("us a commitment, median of %zu runs; held: checked with a context that is kept;\n"
           "answer: parsed, checked with it and written as JSON\n%-34s %8s %8s %8s %8s %8s\n",
           runs, "", "parse", "smart", "check", "held", "answer");
    int rc = 0;
    for (int i = counted ? 3 : 1; i < argc && rc == 0; i++)
        rc = measure_file(&sum, &count, argv[i], context, runs);
    double n = count ? (double)count : 1;
    sum = (figures){sum.parse / n, sum.smart / n, sum.check / n, sum.held / n, sum.answer / n};
    if (rc == 0)
        print("alone, texts of 650 bytes (mean)", &sum);
    ogp_context_unref(context);
    return rc < 0;
}
