/* SPDX-License-Identifier: MIT */
/* Facts of texts of about 650 bytes, and SMART of commitments that say no more than such a text: microseconds each, MB/s,
   and the ratio to a plain read of the same bytes. The fastest of many rounds, in time of the process.

   usage: facts LANGUAGE FILE.jsonl... */
#include "rules/smart.h"
#include "text/text.h"
#include <ogp/plan.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define TARGET 650

typedef struct texts {
    char **items;
    size_t *lengths;
    size_t count;
    size_t bytes;
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
static void load(texts *all, const char *path)
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
            length = 0;
        }
        json_decref(object);
    }
    free(line);
    if (in)
        fclose(in);
}

/* What is measured. */
typedef struct subject {
    const texts *all;
    ogpi_scanner *scanner;
    const char *language;
    ogpi_smart_scorer *scorer;
    ogp_plan *plan;
    size_t sum;
} subject;

static void scan_all(subject *s)
{
    const ogp_fact *facts = NULL;
    size_t count = 0;
    for (size_t i = 0; i < s->all->count; i++) {
        if (ogpi_scan(s->scanner, s->all->items[i], s->all->lengths[i], s->language, &facts, &count, NULL) < 0)
            exit(2);
        s->sum += count;
    }
}

static void smart_all(subject *s)
{
    ogpi_smart_result result;
    for (size_t i = 0; i < s->all->count; i++) {
        if (ogpi_smart_commitment(s->scorer, s->plan, ogp_plan_commitment_at(s->plan, i), &result, NULL) < 0)
            exit(2);
        s->sum += result.score;
    }
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
    double best = 1e9;
    for (unsigned round = 0; round < 300; round++) {
        double start = now();
        once(s);
        double took = now() - start;
        best = took < best ? took : best;
    }
    return best;
}

/* A plan of commitments that have nothing but a description. */
static ogp_plan *plan_of(const texts *all, const char *language)
{
    json_t *commitments = json_array();
    ogp_plan *plan = NULL;
    for (size_t i = 0; i < all->count; i++)
        json_array_append_new(commitments, json_pack("{s:s%}", "description", all->items[i], all->lengths[i]));
    json_t *document = json_pack("{s:s, s:s, s:o}", "format", "ogp-plan/1", "language", language, "commitments", commitments);
    char *bytes = json_dumps(document, JSON_COMPACT);
    if (!bytes || ogp_plan_parse(&plan, NULL, bytes, strlen(bytes), NULL) < 0)
        exit(2);
    free(bytes);
    json_decref(document);
    return plan;
}

static void measure(subject *s, const char *language, const char *path)
{
    texts all = { 0 };
    load(&all, path);
    s->all = &all;
    s->plan = plan_of(&all, language);
    s->language = language;
    double given = fastest(s, scan_all), smart = fastest(s, smart_all), plain = fastest(s, read_all);
    s->language = NULL;
    double guessed = fastest(s, scan_all), each = TARGET / (double)all.bytes * 1e6;
    printf("%s,%zu,%zu,%.2f,%.2f,%.2f,%.0f,%.0f,%.0f\n", language, all.count, all.bytes, given * each, guessed * each, smart * each,
           (double)all.bytes / given / 1e6, (double)all.bytes / plain / 1e6, given / plain);
    ogp_plan_unref(s->plan);
}

int main(int argc, char **argv)
{
    subject s = { .sum = 0 };
    if (argc < 3 || ogpi_scanner_new(&s.scanner, NULL, NULL) < 0 || ogpi_smart_new(&s.scorer, NULL, NULL) < 0) {
        fprintf(stderr, "usage: facts LANGUAGE FILE.jsonl...\n");
        return 2;
    }
    printf("language,texts,bytes,us_facts,us_facts_guessing,us_smart,mb_per_s,mb_per_s_plain_read,times_plain_read\n");
    for (int i = 1; i + 1 < argc; i += 2)
        measure(&s, argv[i], argv[i + 1]);
    ogpi_smart_free(s.scorer);
    ogpi_scanner_free(s.scanner);
    return s.sum == 0;
}
