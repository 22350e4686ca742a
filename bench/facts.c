/* SPDX-License-Identifier: MIT */
/* Facts of texts, and SMART of commitments: microseconds for 650 bytes of text, MB/s, and the ratio to a plain read of
   the same bytes. The fastest of many rounds, in time of the process: all texts in turn, and facts of each again and
   again too, as for somebody who writes it; the same by calls of ogp_text_facts() and ogp_plan_smart(), with a context
   that is kept and with none. The texts are sentences of a gold file put
   together to as many bytes, each a commitment without other fields; or the titles and texts of a table's commitments,
   or of anything else that ogp reads.

   usage: facts LANGUAGE FILE... where a gold file ends with .jsonl */
#include "rules/smart.h"
#include "text/text.h"
#include <ogp/convert.h>
#include <ogp/plan.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define TARGET 650
#define ROUNDS_SECONDS 2.0 /* at most so long, or 300 rounds */
#define AGAIN 64 /* a clock that is asked takes its time too */

typedef struct texts {
    char **items;
    size_t *lengths;
    size_t count;
    size_t bytes;
    json_t *commitments;
} texts;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void add(texts *all, const char *text, size_t length)
{
    all->items = realloc(all->items, (all->count + 1) * sizeof(char *));
    all->lengths = realloc(all->lengths, (all->count + 1) * sizeof(size_t));
    all->items[all->count] = strndup(text, length);
    all->lengths[all->count++] = length;
    all->bytes += length;
}

/* Sentences of a gold file, put together to texts of about TARGET bytes. */
static void load_gold(texts *all, const char *path)
{
    char *line = NULL, joined[8 * TARGET];
    size_t capacity = 0, length = 0;
    FILE *in = fopen(path, "r");
    while (in && getline(&line, &capacity, in) > 0) {
        json_t *object = json_loads(line, 0, NULL);
        const char *text = json_string_value(json_object_get(object, "text"));
        if (text && length + strlen(text) + 1 < sizeof(joined))
            length += (size_t)sprintf(joined + length, "%s ", text);
        if (length >= TARGET) {
            add(all, joined, length);
            json_array_append_new(all->commitments, json_pack("{s:s%}", "description", joined, length));
            length = 0;
        }
        json_decref(object);
    }
    free(line);
    if (in)
        fclose(in);
}

/* A row of a table, as a commitment. */
static int load_row(texts *all, const char *bytes, size_t length)
{
    json_t *commitment = json_loadb(bytes, length, 0, NULL);
    static const char *const fields[] = { "title", "description" };
    for (size_t i = 0; i < 2; i++) {
        const char *text = json_string_value(json_object_get(commitment, fields[i]));
        if (text && *text)
            add(all, text, strlen(text));
    }
    return json_array_append_new(all->commitments, commitment);
}

static int load_rows(void *user, const char *bytes, size_t length)
{
    const char *line, *end = bytes + length;
    while (bytes < end && (line = memchr(bytes, '\n', (size_t)(end - bytes))) != NULL) {
        if (load_row(user, bytes, (size_t)(line - bytes)) < 0)
            return -1;
        bytes = line + 1;
    }
    return 0;
}

static void load(texts *all, const char *path)
{
    ogp_error error = OGP_ERROR_INIT;
    const char *losses = NULL, *end = strrchr(path, '.');
    if (end && strcmp(end, ".jsonl") == 0) {
        load_gold(all, path);
    } else if (ogp_convert(&losses, path, "ndjson", load_rows, all, NULL, &error) < 0) {
        fprintf(stderr, "facts: %s: %s\n", path, error.message);
        exit(2);
    }
}

/* What is measured. */
typedef struct subject {
    const texts *all;
    ogpi_scanner *scanner;
    const char *language;
    ogp_context *context; /* of calls */
    ogpi_smart_scorer *scorer;
    ogp_plan *plan;
    ogp_plan **alone; /* plans of one commitment each */
    size_t sum;
} subject;

static void scan(subject *s, size_t i)
{
    const ogp_fact *facts = NULL;
    size_t count = 0;
    if (ogpi_scan(s->scanner, s->all->items[i], s->all->lengths[i], s->language, &facts, &count, NULL) < 0)
        exit(2);
    s->sum += count;
}

static void scan_all(subject *s)
{
    for (size_t i = 0; i < s->all->count; i++)
        scan(s, i);
}

static void call(subject *s, size_t i)
{
    ogp_facts *facts = NULL;
    if (ogp_text_facts(&facts, s->all->items[i], s->all->lengths[i], s->language, s->context, NULL) < 0)
        exit(2);
    s->sum += ogp_facts_count(facts);
    ogp_facts_unref(facts);
}

static void call_smart(subject *s, size_t i)
{
    ogp_smart *marks = NULL;
    if (ogp_plan_smart(&marks, s->alone[i], s->context, NULL) < 0)
        exit(2);
    s->sum += (size_t)ogp_smart_score_at(marks, 0);
    ogp_smart_unref(marks);
}

static void smart(subject *s, size_t i)
{
    ogpi_smart_result result;
    if (ogpi_smart_commitment(s->scorer, s->plan, ogp_plan_commitment_at(s->plan, i), &result, NULL) < 0)
        exit(2);
    s->sum += result.score;
}

static void smart_all(subject *s)
{
    for (size_t i = 0; i < ogp_plan_commitment_count(s->plan); i++)
        smart(s, i);
}

/* Seconds for all of them, each again and again before the next. */
static double again(subject *s, void (*one)(subject *, size_t), size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        double best = 1e9;
        for (unsigned round = 0; round < 10; round++) {
            double start = now();
            for (unsigned k = 0; k < AGAIN; k++)
                one(s, i);
            double took = (now() - start) / AGAIN;
            best = took < best ? took : best;
        }
        sum += best;
    }
    return sum;
}

static void read_all(subject *s)
{
    for (size_t i = 0; i < s->all->count; i++) {
        uint64_t part = 0, sum = 0;
        for (size_t k = 0; k + 8 <= s->all->lengths[i]; k += 8) {
            memcpy(&part, s->all->items[i] + k, 8);
            sum += part;
        }
        s->sum += sum;
    }
}

static double fastest(subject *s, void (*once)(subject *))
{
    double best = 1e9, begin = now();
    for (unsigned round = 0; round < 300 && now() - begin < ROUNDS_SECONDS; round++) {
        double start = now();
        once(s);
        double took = now() - start;
        best = took < best ? took : best;
    }
    return best;
}

static ogp_plan *plan_of(const texts *all, const char *language)
{
    ogp_plan *plan = NULL;
    json_t *document =
        json_pack("{s:s, s:s, s:o}", "format", "ogp-plan/1", "language", language, "commitments", all->commitments);
    char *bytes = json_dumps(document, JSON_COMPACT);
    if (!bytes || ogp_plan_parse(&plan, NULL, bytes, strlen(bytes), NULL) < 0)
        exit(2);
    free(bytes);
    json_decref(document);
    return plan;
}

/* A plan of each commitment, which says its language. */
static ogp_plan **plans_of(const texts *all, const char *language)
{
    size_t count = json_array_size(all->commitments);
    ogp_plan **plans = calloc(count + 1, sizeof *plans);
    for (size_t i = 0; plans && i < count; i++) {
        json_t *commitment = json_array_get(all->commitments, i);
        json_object_set_new(commitment, "language", json_string(language));
        char *bytes = json_dumps(commitment, JSON_COMPACT);
        if (!bytes || ogp_plan_parse_commitment(&plans[i], NULL, bytes, strlen(bytes), NULL) < 0)
            exit(2);
        free(bytes);
    }
    return plans;
}

/* Calls of the two functions, again and again. */
static void measure_calls(subject *s, double *facts, double *marks)
{
    *facts = again(s, call, s->all->count);
    *marks = again(s, call_smart, ogp_plan_commitment_count(s->plan));
}

/* Microseconds for TARGET bytes, but for the last three. */
enum { FACTS, GUESSING, FACTS_AGAIN, CALL, CALL_ALONE, SMART, SMART_AGAIN, SMART_CALL, SMART_CALL_ALONE, TIMES };
static const char *const columns[TIMES] = {
    "us_facts", "us_facts_guessing", "us_facts_again", "us_call_again", "us_call_alone_again",
    "us_smart", "us_smart_again", "us_smart_call_again", "us_smart_call_alone_again"};

static void measure_times(subject *s, double times[TIMES])
{
    size_t commitments = ogp_plan_commitment_count(s->plan);
    times[FACTS] = fastest(s, scan_all);
    times[FACTS_AGAIN] = again(s, scan, s->all->count);
    times[SMART] = fastest(s, smart_all);
    times[SMART_AGAIN] = again(s, smart, commitments);
    measure_calls(s, &times[CALL_ALONE], &times[SMART_CALL_ALONE]);
    if (ogp_context_new(&s->context, NULL, NULL) < 0)
        exit(2);
    measure_calls(s, &times[CALL], &times[SMART_CALL]);
    ogp_context_unref(s->context);
    s->context = NULL;
    s->language = NULL;
    times[GUESSING] = fastest(s, scan_all);
}

static void measure(subject *s, const char *language, const char *path)
{
    texts all = {.commitments = json_array()};
    double times[TIMES];
    load(&all, path);
    s->all = &all;
    s->alone = plans_of(&all, language);
    s->plan = plan_of(&all, language);
    s->language = language;
    measure_times(s, times);
    double plain = fastest(s, read_all);
    printf("%s,%zu,%zu", language, all.count, all.bytes);
    for (int i = 0; i < TIMES; i++)
        printf(",%.2f", times[i] * TARGET / (double)all.bytes * 1e6);
    printf(",%.0f,%.0f,%.0f\n", (double)all.bytes / times[FACTS] / 1e6, (double)all.bytes / plain / 1e6,
           times[FACTS] / plain);
    for (size_t i = 0; i < ogp_plan_commitment_count(s->plan); i++)
        ogp_plan_unref(s->alone[i]);
    free(s->alone);
    ogp_plan_unref(s->plan);
}

int main(int argc, char **argv)
{
    subject s = { .sum = 0 };
    if (argc < 3 || ogpi_scanner_new(&s.scanner, NULL, NULL) < 0 || ogpi_smart_new(&s.scorer, NULL, NULL) < 0) {
        fprintf(stderr, "usage: facts LANGUAGE FILE...\n");
        return 2;
    }
    printf("language,texts,bytes");
    for (int i = 0; i < TIMES; i++)
        printf(",%s", columns[i]);
    printf(",mb_per_s,mb_per_s_plain_read,times_plain_read\n");
    for (int i = 1; i + 1 < argc; i += 2)
        measure(&s, argv[i], argv[i + 1]);
    ogpi_smart_free(s.scorer);
    ogpi_scanner_free(s.scanner);
    return s.sum == 0;
}
