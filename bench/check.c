/* SPDX-License-Identifier: MIT */
/* How long it takes to check one commitment, and to mark one by SMART, beside parsing the same plan in the same run.

   usage: check PLAN.json [RUNS] */
#include "base/file.h"
#include "rules/smart.h"
#include <ogp/ogp.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

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

static double median(double *times, size_t count)
{
    qsort(times, count, sizeof *times, by_value);
    return times[count / 2];
}

typedef struct subject {
    ogpi_buffer text;
    ogp_plan *plan;
    ogpi_smart_scorer *scorer;
    size_t commitments;
} subject;

static int parse_once(subject *s, ogp_error *error)
{
    ogp_plan *plan;
    int rc = ogp_plan_parse(&plan, NULL, s->text.data, s->text.length, error);
    if (rc == 0)
        ogp_plan_unref(plan);
    return rc;
}

static int check_once(subject *s, ogp_error *error)
{
    ogp_report *report;
    int rc = ogp_plan_check(&report, s->plan, NULL, error);
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

/* Median microseconds a commitment, negative after a failure. */
static double measure(subject *s, int (*once)(subject *, ogp_error *), size_t runs)
{
    double *times = calloc(runs, sizeof *times);
    ogp_error error = OGP_ERROR_INIT;
    double result = -1;
    for (size_t i = 0; times && i < runs; i++) {
        double start = now();
        if (once(s, &error) < 0) {
            fprintf(stderr, "%s\n", error.message);
            free(times);
            return -1;
        }
        times[i] = (now() - start) / (double)s->commitments;
    }
    if (times)
        result = median(times, runs);
    free(times);
    return result;
}

int main(int argc, char **argv)
{
    subject s = {.plan = NULL};
    ogp_error error = OGP_ERROR_INIT;
    size_t runs = argc > 2 ? (size_t)strtoul(argv[2], NULL, 10) : 500;
    ogpi_buffer_init(&s.text, NULL);
    if (argc < 2 || runs == 0 || ogpi_file_read(&s.text, argv[1], 64 << 20, &error) < 0 ||
        ogp_plan_parse(&s.plan, NULL, s.text.data, s.text.length, &error) < 0 || ogpi_smart_new(&s.scorer, NULL, &error) < 0) {
        fprintf(stderr, "usage: check PLAN.json [RUNS]: %s\n", error.message);
        return 2;
    }
    s.commitments = ogp_plan_commitment_count(s.plan);
    double parse = measure(&s, parse_once, runs), check = measure(&s, check_once, runs), smart = measure(&s, smart_once, runs);
    printf("%zu commitments, %zu bytes each, median of %zu runs\n", s.commitments, s.text.length / s.commitments, runs);
    printf("parse  %8.2f us a commitment\n", parse);
    printf("check  %8.2f us a commitment, %.2f of parsing\n", check, check / parse);
    printf("smart  %8.2f us a commitment, %.2f of parsing\n", smart, smart / parse);
    ogpi_smart_free(s.scorer);
    ogp_plan_unref(s.plan);
    ogpi_buffer_clear(&s.text);
    return check < 0 || smart < 0 ? 1 : 0;
}
