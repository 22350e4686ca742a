/* SPDX-License-Identifier: MIT */
/* Arrow streams of all types that are taken, with gaps, offsets, dictionaries and views, and with such damage as a
   reader can see. What comes in goes out again and in again the same; what is refused is refused in words. */
#include "fuzz.h"

#include <ogp/arrow.h>

enum { COLUMNS = 5, BUFFERS = 5, ROWS = 7, TEXT = 48 };

typedef struct column {
    struct ArrowSchema schema, words_schema;
    struct ArrowArray array, words;
    const void *buffers[BUFFERS], *word_buffers[BUFFERS];
} column;

/* All memory of a stream is its own, cut to size, so that a sanitizer sees a read past the end. */
typedef struct maker {
    const uint8_t *next, *end;
    column columns[COLUMNS];
    struct ArrowSchema *schemas[COLUMNS];
    struct ArrowArray *arrays[COLUMNS];
    int64_t count, rows, offset;
    unsigned batches, failing;
    void *kept[128];
    size_t kept_count;
} maker;

static unsigned choose(maker *m, unsigned count)
{
    return (m->next < m->end ? *m->next++ : 0u) % count;
}

#define PICK(m, list) ((list)[choose(m, sizeof(list) / sizeof *(list))])

static void *keep(maker *m, size_t size)
{
    void *memory = calloc(1, size ? size : 1);
    MUST(memory && m->kept_count < sizeof m->kept / sizeof *m->kept);
    return m->kept[m->kept_count++] = memory;
}

/* Bytes as they come; numbers of a table are small. */
static void *numbers(maker *m, size_t size, int64_t count, unsigned below)
{
    uint8_t *data = keep(m, size * (size_t)count);
    for (int64_t i = 0; i < count; i++) {
        if (below || choose(m, 4)) {
            uint64_t number = below ? choose(m, below) : choose(m, 2) ? choose(m, 8) : 2008 + choose(m, 20);
            memcpy(data + (size_t)i * size, &number, size);
        } else {
            for (size_t k = 0; k < size; k++)
                data[(size_t)i * size + k] = (uint8_t)choose(m, 256);
        }
    }
    return data;
}

/* Offsets that rise within the bytes; now and then one that a reader can see is wrong. */
static void *offsets(maker *m, bool large, int64_t count, int64_t bytes)
{
    int64_t at = 0;
    uint8_t *data = keep(m, (large ? 8 : 4) * (size_t)(count + 1));
    for (int64_t i = 0; i <= count; i++) {
        int64_t value = choose(m, 100) == 99 ? -1 : choose(m, 100) == 98 ? 0 : at;
        int32_t narrow = (int32_t)value;
        memcpy(data + (large ? 8 : 4) * i, large ? (void *)&value : (void *)&narrow, large ? 8 : 4);
        at += choose(m, 12);
        at = at < bytes ? at : bytes;
    }
    return data;
}

static char *words(maker *m, size_t *length)
{
    static const char *const pieces[] = {"Ghana",   "Chile",    "NR",     "ND",      "3. ",
                                         "Limited", "complete", "a. low", "2012",    "03/04/2013",
                                         "\"",      ",",        "\r\n",   "Unclear", "\xd8\xb9\xd8\xa7\xd9\x85",
                                         "\xff",    "Minor",    "[",      "1.1",     "GHA",
                                         ""};
    char text[TEXT + 24];
    size_t used = 0;
    while (used < TEXT && choose(m, 8)) {
        const char *piece = PICK(m, pieces);
        memcpy(text + used, piece, strlen(piece));
        used += strlen(piece);
    }
    *length = used;
    return memcpy(keep(m, used), text, used);
}

static void make_views(maker *m, column *c, int64_t count)
{
    size_t length;
    char *text = words(m, &length);
    int64_t *sizes = keep(m, sizeof *sizes);
    uint8_t *views = keep(m, 16 * (size_t)count);
    *sizes = (int64_t)length;
    for (int64_t i = 0; i < count; i++) {
        int32_t view[4] = {(int32_t)choose(m, 30), 0, (int32_t)(choose(m, 32) == 31), (int32_t)choose(m, 20)};
        memcpy(views + 16 * i, view, sizeof view);
        if (view[0] <= 12)
            memcpy(views + 16 * i + 4, "Ghana, Chile", 12);
    }
    c->buffers[1] = views;
    c->buffers[2] = text;
    c->buffers[3] = sizes;
    c->array.n_buffers = 4 - (choose(m, 64) == 63);
}

static void make_strings(maker *m, const void **buffers, bool large, int64_t count)
{
    size_t length;
    buffers[2] = words(m, &length);
    buffers[1] = offsets(m, large, count, (int64_t)length);
}

static size_t size_of(char kind)
{
    return strchr("cC", kind) ? 1 : strchr("sS", kind) ? 2 : strchr("iIf", kind) ? 4 : 8;
}

/* Indices into a dictionary of strings; some point past it, which makes them nulls. */
static void make_dictionary(maker *m, column *c, int64_t count)
{
    static const char *const formats[] = {"c", "C", "s", "S", "i", "I", "l", "L"};
    bool large = choose(m, 2);
    int64_t held = choose(m, 5);
    c->schema.format = PICK(m, formats);
    c->buffers[1] = numbers(m, size_of(*c->schema.format), count, choose(m, 4) ? 5 : 0);
    c->words_schema = (struct ArrowSchema){.format = large ? "U" : "u", .name = ""};
    make_strings(m, c->word_buffers, large, held);
    c->words = (struct ArrowArray){.length = held, .n_buffers = 3, .buffers = c->word_buffers};
    c->schema.dictionary = &c->words_schema;
    c->array.dictionary = choose(m, 64) == 63 ? NULL : &c->words;
}

static void make_column(maker *m, column *c)
{
    static const char *const formats[] = {"u",   "u",   "U",    "vu",      "c",    "C",    "s",  "S",
                                          "i",   "I",   "l",    "L",       "f",    "g",    "b",  "n",
                                          "tdD", "tdm", "tss:", "tsm:UTC", "tsu:", "tsn:", "+l", "z"};
    static const char *const names[] = {"Country",
                                        "country",
                                        "year",
                                        "Year of submission",
                                        "Completion (progress report)",
                                        "completion_progress",
                                        "completion_progress_missing",
                                        "_Relevant",
                                        "Specificity",
                                        "specificity",
                                        "specificity_missing",
                                        "start",
                                        "Start Date",
                                        "Potential impact",
                                        "number",
                                        "",
                                        "Value -Info",
                                        "plan",
                                        "Full Text",
                                        NULL};
    int64_t extra = choose(m, 3), count = m->offset + m->rows + extra;
    c->schema = (struct ArrowSchema){.format = PICK(m, formats), .name = PICK(m, names)};
    c->array = (struct ArrowArray){.length = count - extra, .offset = extra, .n_buffers = 2, .buffers = c->buffers};
    if (choose(m, 2)) {
        uint8_t *bits = keep(m, (size_t)(count + 7) / 8);
        c->buffers[0] = bits;
        for (int64_t i = 0; i < (count + 7) / 8; i++)
            bits[i] = (uint8_t)choose(m, 256);
        c->array.null_count = choose(m, 2) ? -1 : 1;
    }
    char kind = *c->schema.format;
    if (choose(m, 5) == 4) {
        make_dictionary(m, c, count);
    } else if (kind == 'u' || kind == 'U') {
        make_strings(m, c->buffers, kind == 'U', count);
        c->array.n_buffers = 3;
    } else if (kind == 'v') {
        make_views(m, c, count);
    } else {
        c->buffers[1] = numbers(m, kind == 't' ? c->schema.format[2] == 'D' ? 4 : 8 : size_of(kind), count, 0);
    }
    if (choose(m, 40) == 39)
        c->array.length -= 1 + (int64_t)choose(m, 9);
}

static void released_schema(struct ArrowSchema *schema)
{
    schema->release = NULL;
}

static void released_array(struct ArrowArray *array)
{
    array->release = NULL;
}

static int next_schema(struct ArrowArrayStream *self, struct ArrowSchema *out)
{
    maker *m = self->private_data;
    *out = (struct ArrowSchema){
        .format = "+s", .name = "", .n_children = m->count, .children = m->schemas, .release = released_schema};
    return m->failing == 1 ? 5 : 0;
}

static int next_batch(struct ArrowArrayStream *self, struct ArrowArray *out)
{
    maker *m = self->private_data;
    *out = (struct ArrowArray){0};
    if (m->failing == 2 && m->batches == 1)
        return 5;
    if (m->batches == 0)
        return 0;
    m->batches--;
    *out = (struct ArrowArray){.length = m->rows,
                               .offset = m->offset,
                               .n_children = m->count - (m->failing == 3),
                               .children = m->arrays,
                               .release = released_array};
    return 0;
}

static const char *last_error(struct ArrowArrayStream *self)
{
    return ((maker *)self->private_data)->failing == 2 ? "no\nmore" : NULL;
}

static void released_stream(struct ArrowArrayStream *self)
{
    self->release = NULL;
}

static void make(maker *m)
{
    m->count = 1 + choose(m, COLUMNS);
    m->rows = choose(m, ROWS);
    m->offset = choose(m, 3);
    m->batches = choose(m, 4);
    m->failing = choose(m, 40);
    for (int64_t i = 0; i < m->count; i++) {
        make_column(m, &m->columns[i]);
        m->schemas[i] = &m->columns[i].schema;
        m->arrays[i] = &m->columns[i].array;
    }
}

/* The same words, terms and texts, as ogp_dataset_import_arrow() says; figures are worked out anew. */
static void must_be_alike(const ogp_dataset *a, const ogp_dataset *b)
{
    static const char *const names[] = {"year",    "specificity", "potential_impact", "completion_progress",
                                        "country", "number",      "full_text"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ptrdiff_t here = ogp_dataset_column_index(a, names[i]), there = ogp_dataset_column_index(b, names[i]);
        MUST(here >= 0 && there >= 0);
        for (size_t row = 0; row < ogp_dataset_rows(a); row++) {
            size_t length, again;
            char word[24], same_word[24];
            const char *text = ogp_dataset_text(a, (size_t)here, row, &length),
                       *same = ogp_dataset_text(b, (size_t)there, row, &again);
            MUST(length == again && (length == 0 || memcmp(text, same, length) == 0));
            ogp_dataset_word(a, (size_t)here, row, word, sizeof word);
            ogp_dataset_word(b, (size_t)there, row, same_word, sizeof same_word);
            MUST(strcmp(word, same_word) == 0);
        }
    }
}

/* Out, and in again. */
static void there_and_back(const ogp_dataset *dataset, const ogp_context *context)
{
    struct ArrowArrayStream stream;
    ogp_dataset_options options = OGP_DATASET_OPTIONS_INIT;
    ogp_dataset *again = NULL;
    options.keep = OGP_KEEP_TEXTS;
    MUST(ogp_dataset_arrow(&stream, dataset, NULL) == 0);
    MUST(ogp_dataset_import_arrow(&again, &stream, &options, context, NULL) == 0);
    MUST(ogp_dataset_rows(again) <= ogp_dataset_rows(dataset));
    if (ogp_dataset_rows(again) == ogp_dataset_rows(dataset)) /* a row in which a dataset keeps nothing leaves no row */
        must_be_alike(dataset, again);
    ogp_dataset_unref(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    maker m = {.next = data, .end = data + size};
    ogp_context *context = limited_context("en");
    ogp_dataset_options options = OGP_DATASET_OPTIONS_INIT;
    ogp_dataset *dataset = NULL;
    ogp_error error = OGP_ERROR_INIT;
    options.keep = OGP_KEEP_TEXTS;
    make(&m);
    struct ArrowArrayStream stream = {next_schema, next_batch, last_error, released_stream, &m};
    int rc = ogp_dataset_import_arrow(&dataset, &stream, &options, context, &error);
    MUST(!stream.release);
    if (rc < 0)
        must_explain(rc, &error);
    else
        there_and_back(dataset, context);
    ogp_dataset_unref(dataset);
    ogp_context_unref(context);
    while (m.kept_count > 0)
        free(m.kept[--m.kept_count]);
    return 0;
}
