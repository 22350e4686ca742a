/* SPDX-License-Identifier: MIT */
/* Reading and scoring a table repeated to many rows, beside bare CSV parsers in the same run.
   usage: bench_irm TABLE.csv [ROWS]    each measure in a process of its own, so that peaks of memory are its own */
#include "dataset/rows.h"
#include <csv.h>
#include <ogp/dataset.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The header once, then the rows of the file again and again; nothing is written to disk. */
typedef struct repeater {
    const char *text, *body, *end, *at;
    size_t repeats, bytes;
} repeater;

static repeater table;

static ptrdiff_t read_again(void *user, char *buffer, size_t size)
{
    repeater *r = user;
    size_t got = 0;

    while (got < size && (r->at < r->end || r->repeats > 0)) {
        if (r->at == r->end) {
            r->at = r->body;
            r->repeats--;
        }
        size_t n = (size_t)(r->end - r->at) < size - got ? (size_t)(r->end - r->at) : size - got;
        memcpy(buffer + got, r->at, n);
        r->at += n;
        got += n;
    }
    r->bytes += got;
    return (ptrdiff_t)got;
}

static ogpi_source source(void)
{
    ogpi_source s;
    ogpi_source_function(&s, read_again, &table);
    return s;
}

static void on_cell(void *cell, size_t length, void *user)
{
    (void)cell;
    *(size_t *)user += length;
}

static void on_row(int c, void *user)
{
    (void)c;
    (void)user;
}

static size_t with_libcsv(void)
{
    static char block[256 * 1024];
    struct csv_parser parser;
    size_t seen = 0;
    ptrdiff_t n;

    csv_init(&parser, CSV_APPEND_NULL);
    while ((n = read_again(&table, block, sizeof block)) > 0)
        csv_parse(&parser, block, (size_t)n, on_cell, on_row, &seen);
    csv_fini(&parser, on_cell, on_row, &seen);
    csv_free(&parser);
    return seen;
}

static size_t with_own_parser(void)
{
    ogpi_source s = source();
    ogpi_csv *csv;
    ogpi_csv_row row;
    size_t rows = 0;

    if (ogpi_csv_open(&csv, &s, NULL, NULL) < 0)
        return 0;
    while (ogpi_csv_next(csv, &row, NULL) > 0)
        rows++;
    ogpi_csv_close(csv);
    return rows;
}

static size_t scored(void)
{
    ogpi_source s = source();
    ogpi_rows *rows;
    ogpi_row row;
    size_t count = 0;

    if (ogpi_rows_open(&rows, &s, NULL, NULL) < 0)
        return 0;
    while (ogpi_rows_next(rows, &row, NULL) > 0)
        count++;
    ogpi_rows_close(rows);
    return count;
}

static ptrdiff_t read_for_dataset(void *user, char *buffer, size_t size)
{
    return read_again(user, buffer, size);
}

static size_t held(void)
{
    int ends[2];
    ogp_dataset *dataset;
    ogp_error error = OGP_ERROR_INIT;
    char path[32];
    size_t rows = 0;

    if (pipe(ends) < 0)
        return 0;
    if (fork() == 0) {
        static char block[65536];
        ptrdiff_t n;
        close(ends[0]);
        while ((n = read_for_dataset(&table, block, sizeof block)) > 0)
            if (write(ends[1], block, (size_t)n) < 0)
                break;
        _exit(0);
    }
    close(ends[1]);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
    if (ogp_dataset_read(&dataset, path, NULL, NULL, &error) == 0) {
        rows = ogp_dataset_rows(dataset);
        printf("  columns of the dataset: %.1f MiB, %.1f bytes a row\n", (double)ogp_dataset_bytes(dataset) / 1048576,
               (double)ogp_dataset_bytes(dataset) / (double)rows);
        ogp_dataset_unref(dataset);
    }
    close(ends[0]);
    return rows;
}

/* Seconds that a measure takes in a child of its own. */
static double measure(const char *name, size_t (*fn)(void), size_t rows, size_t bytes, double bare)
{
    struct timespec from, to;
    struct rusage usage;
    int status;

    fflush(stdout);
    clock_gettime(CLOCK_MONOTONIC, &from);
    pid_t child = fork();
    if (child == 0) {
        fn();
        fflush(stdout);
        _exit(0);
    }
    wait4(child, &status, 0, &usage);
    clock_gettime(CLOCK_MONOTONIC, &to);
    double seconds = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
    printf("%-28s %7.2f s %8.0f MB/s %9.0f rows/s  peak %6.1f MiB", name, seconds, (double)bytes / seconds / 1e6,
           (double)rows / seconds, (double)usage.ru_maxrss / 1024);
    if (bare > 0)
        printf("  %.2fx of libcsv", bare / seconds);
    putchar('\n');
    return seconds;
}

static char *slurp(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *text;

    if (!file || fseek(file, 0, SEEK_END) < 0)
        return NULL;
    *length = (size_t)ftell(file);
    rewind(file);
    text = malloc(*length + 1);
    if (text && fread(text, 1, *length, file) != *length)
        *length = 0;
    fclose(file);
    return text;
}

/* Where the rows begin: after the first line that names a country column. */
static const char *body_of(const char *text, const char *end)
{
    const char *line = text;

    while (line < end) {
        const char *next = memchr(line, '\n', (size_t)(end - line));
        next = next ? next + 1 : end;
        if (memmem(line, (size_t)(next - line), "Country", 7))
            return next;
        line = next;
    }
    return text;
}

int main(int count, char **words)
{
    size_t length, wanted = count > 2 ? strtoul(words[2], NULL, 10) : 1000000;
    char *text = count > 1 ? slurp(words[1], &length) : NULL;

    if (!text) {
        fprintf(stderr, "usage: bench_irm TABLE.csv [ROWS]\n");
        return 2;
    }
    table = (repeater){.text = text, .body = body_of(text, text + length), .end = text + length, .at = text};
    size_t once = scored();
    table.at = text;
    table.bytes = 0;
    table.repeats = once ? (wanted + once - 1) / once - 1 : 0;
    size_t rows = once * (table.repeats + 1);
    size_t bytes = length + table.repeats * (size_t)(table.end - table.body);
    printf("%zu rows, %.0f MB\n", rows, (double)bytes / 1e6);
    double bare = measure("libcsv, bare", with_libcsv, rows, bytes, 0);
    measure("own parser, bare", with_own_parser, rows, bytes, bare);
    measure("read and scored, streaming", scored, rows, bytes, bare);
    measure("held as a dataset", held, rows, bytes, bare);
    free(text);
    return 0;
}
