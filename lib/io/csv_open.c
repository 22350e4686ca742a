/* SPDX-License-Identifier: MIT */
/* Where the bytes of a CSV come from: files, UTF-16, workbooks. */
#include "base/error.h"
#include "io/csv_encoding.h"
#include "io/csv_private.h"

enum { BLOCK = 256 * 1024, FIRST_CELLS = 256 };

static int read_some(ogpi_csv *csv, char *buffer, size_t size, size_t *got, ogp_error *error)
{
    int code = csv->book ? ogpi_workbook_read(csv->book, buffer, size, got, error)
                         : ogpi_source_read(&csv->source, buffer, size, got, error);

    csv->bytes += *got;
    csv->end = csv->end || *got == 0;
    return code;
}

static int fill_utf16(ogpi_csv *csv, ogp_error *error)
{
    size_t got, used, room = csv->capacity - csv->fill;
    size_t want = room / 2 > BLOCK ? BLOCK : (room / 2) & ~(size_t)1;

    if (csv->raw_fill < want) {
        int code = read_some(csv, csv->raw + csv->raw_fill, want - csv->raw_fill, &got, error);
        if (code < 0)
            return code;
        csv->raw_fill += got;
    }
    size_t take = csv->raw_fill < want ? csv->raw_fill : want;
    csv->fill += ogpi_utf16_decode(csv->raw, take, csv->encoding == OGPI_CSV_UTF16BE, csv->end, csv->data + csv->fill,
                                   &used);
    csv->raw_fill -= used;
    memmove(csv->raw, csv->raw + used, csv->raw_fill);
    return 0;
}

static int fill_utf8(ogpi_csv *csv, ogp_error *error)
{
    size_t got;
    int code = read_some(csv, csv->data + csv->fill, csv->capacity - csv->fill, &got, error);

    csv->fill += code < 0 ? 0 : got;
    return code;
}

/* Moves the row under way to the front and reads more behind it: as much again, since the row is then parsed from its
   beginning. So its cost is linear, however small the pieces are in which bytes come. */
int ogpi_csv_refill(ogpi_csv *csv, ogp_error *error)
{
    size_t kept = csv->fill - csv->begin;
    int code;

    memmove(csv->data, csv->data + csv->begin, kept);
    csv->begin = 0;
    csv->fill = kept;
    if (csv->capacity - kept < csv->capacity / 2) {
        char *data = ogpi_realloc(csv->allocator, csv->data, csv->capacity * 2 + 1);
        if (!data)
            return ogpi_error_memory(error);
        csv->data = data;
        csv->capacity *= 2;
    }
    do
        code = csv->encoding == OGPI_CSV_UTF8 ? fill_utf8(csv, error) : fill_utf16(csv, error);
    while (code == 0 && !csv->end && csv->fill + 8 < 2 * kept);
    return code;
}

static void separate_by(ogpi_csv *csv, char separator)
{
    csv->separator = separator;
    csv->stops[(unsigned char)separator] = csv->stops['\r'] = csv->stops['\n'] = 1;
}

static int begin_workbook(ogpi_csv *csv, const ogp_context *context, ogp_error *error)
{
    int code = ogpi_workbook_open(&csv->book, &csv->source, csv->data, csv->fill, context, error);

    csv->fill = csv->bytes = 0;
    csv->end = false;
    separate_by(csv, ',');
    return code;
}

/* Reads the first block and decides about encoding and separator. */
static int begin_reading(ogpi_csv *csv, const ogp_context *context, ogp_error *error)
{
    size_t got, bom;
    int code = 0;

    while (!csv->end && csv->fill < BLOCK / 4) {
        if ((code = read_some(csv, csv->data + csv->fill, BLOCK / 2 - csv->fill, &got, error)) < 0)
            return code;
        csv->fill += got;
    }
    if (ogpi_workbook_begins(csv->data, csv->fill))
        return begin_workbook(csv, context, error);
    const char *foreign = ogpi_csv_detect_foreign(csv->data, csv->fill);
    if (foreign)
        return ogpi_error_at(error, OGP_ERROR_SYNTAX, 1, 1, "this is no CSV but %s", foreign);
    csv->encoding = ogpi_csv_detect(csv->data, csv->fill, &bom);
    csv->begin = bom;
    if (csv->encoding != OGPI_CSV_UTF8) {
        size_t used, length = csv->fill - bom;
        csv->raw = ogpi_alloc(csv->allocator, BLOCK + 4);
        if (!csv->raw)
            return ogpi_error_memory(error);
        memcpy(csv->raw, csv->data + bom, length);
        csv->begin = 0;
        csv->fill = ogpi_utf16_decode(csv->raw, length, csv->encoding == OGPI_CSV_UTF16BE, csv->end, csv->data, &used);
        csv->raw_fill = length - used;
        memmove(csv->raw, csv->raw + used, csv->raw_fill);
    }
    separate_by(csv, ogpi_csv_detect_separator(csv->data + csv->begin, csv->fill - csv->begin));
    return 0;
}

int ogpi_csv_open(ogpi_csv **out, const ogpi_source *source, const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogpi_csv *csv = ogpi_calloc(allocator, 1, sizeof *csv);
    int code;

    *out = NULL;
    if (!csv)
        return ogpi_source_drop(source, error);
    csv->allocator = allocator;
    csv->limits = ogp_context_limits(context);
    csv->source = *source;
    csv->line = 1;
    csv->capacity = BLOCK;
    csv->cell_capacity = FIRST_CELLS;
    ogpi_arena_init(&csv->converted, allocator);
    csv->data = ogpi_alloc(allocator, csv->capacity + 1);
    csv->cells = ogpi_alloc(allocator, FIRST_CELLS * sizeof *csv->cells);
    csv->escaped = ogpi_alloc(allocator, FIRST_CELLS * sizeof *csv->escaped);
    code = csv->data && csv->cells && csv->escaped ? begin_reading(csv, context, error) : ogpi_error_memory(error);
    if (code < 0)
        ogpi_csv_close(csv);
    else
        *out = csv;
    return code;
}

void ogpi_csv_close(ogpi_csv *csv)
{
    if (!csv)
        return;
    ogpi_workbook_close(csv->book);
    ogpi_source_close(&csv->source);
    ogpi_arena_clear(&csv->converted);
    ogpi_free(csv->allocator, csv->data);
    ogpi_free(csv->allocator, csv->raw);
    ogpi_free(csv->allocator, csv->cells);
    ogpi_free(csv->allocator, csv->escaped);
    ogpi_free(csv->allocator, csv);
}

char ogpi_csv_separator(const ogpi_csv *csv)
{
    return csv->separator;
}

ogpi_csv_encoding ogpi_csv_encoding_of(const ogpi_csv *csv)
{
    return csv->encoding;
}

size_t ogpi_csv_bytes(const ogpi_csv *csv)
{
    return csv->bytes;
}
