/* SPDX-License-Identifier: MIT */
/* Facts of texts of about 650 bytes: microseconds a text, MB/s, and the ratio to a plain read of the same bytes. */
#include "text/text.h"

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

static double scan_all(ogpi_scanner *scanner, const texts *all, const char *language, unsigned rounds, size_t *found)
{
    const ogp_fact *facts = NULL;
    size_t count = 0;
    double start = now();
    for (unsigned r = 0; r < rounds; r++)
        for (size_t i = 0; i < all->count; i++) {
            if (ogpi_scan(scanner, all->items[i], all->lengths[i], language, &facts, &count, NULL) < 0)
                exit(2);
            *found += count;
        }
    return (now() - start) / rounds;
}

static double read_all(const texts *all, unsigned rounds, uint64_t *sum)
{
    double start = now();
    for (unsigned r = 0; r < rounds; r++)
        for (size_t i = 0; i < all->count; i++) {
            uint64_t part = 0;
            for (size_t k = 0; k + 8 <= all->lengths[i]; k += 8) {
                memcpy(&part, all->items[i] + k, 8);
                *sum += part;
            }
        }
    return (now() - start) / rounds;
}

int main(int argc, char **argv)
{
    ogpi_scanner *scanner = NULL;
    if (ogpi_scanner_new(&scanner, NULL, NULL) < 0)
        return 2;
    printf("file,texts,bytes,us_per_650_bytes,us_guessing,mb_per_s,times_plain_read\n");
    for (int i = 1; i + 1 < argc; i += 2) {
        texts all = { 0 };
        size_t found = 0;
        uint64_t sum = 0;
        load(&all, argv[i + 1]);
        scan_all(scanner, &all, argv[i], 5, &found);
        double given = scan_all(scanner, &all, argv[i], 200, &found), guessed = scan_all(scanner, &all, NULL, 200, &found);
        double plain = read_all(&all, 2000, &sum);
        double per = TARGET / (double)all.bytes * 1e6;
        printf("%s,%zu,%zu,%.2f,%.2f,%.0f,%.0f\n", argv[i], all.count, all.bytes, given * per, guessed * per,
               (double)all.bytes / given / 1e6, given / (plain > 0 ? plain : 1e-9));
        if (sum == 1 || found == 0)
            return 1;
    }
    ogpi_scanner_free(scanner);
    return 0;
}
