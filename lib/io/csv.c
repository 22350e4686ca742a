/* SPDX-License-Identifier: MIT */
#include "io/csv.h"
#include "base/error.h"
#include "base/nfc.h"
#include "base/utf8.h"
#include "io/csv_encoding.h"
#include "io/csv_scan.h"
#include "io/workbook.h"
#include "rulebook/rulebook.h"
#include <stdio.h>

enum { BLOCK = 256 * 1024, FIRST_CELLS = 256 };

struct ogpi_csv {
    const ogp_allocator *allocator;
    const ogp_limits *limits;
    ogpi_source source;
    ogpi_workbook *book; /* NULL unless the source is one */
    char *data; /* one byte more than capacity, for a NUL */
    size_t capacity, begin, fill;
    char *raw; /* undecoded bytes, when the source is UTF-16 */
    size_t raw_fill;
    ogpi_csv_cell *cells;
    bool *escaped;
    size_t cell_capacity, cell_count;
    ogpi_arena converted;
    unsigned char stops[256];
    char separator;
    ogpi_csv_encoding encoding;
    bool end, again;
    bool no_memory; /* for a text: said with the next row */
    size_t bytes, row_number;
    unsigned line, row_line;
};

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
static int refill(ogpi_csv *csv, ogp_error *error)
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

static int fail_at(ogpi_csv *csv, const char *at, int code, const char *what, ogp_error *error)
{
    unsigned line, column;

    if (csv->book)
        return ogpi_error_at(error, code, csv->line, (unsigned)csv->cell_count + 1, "%s", what);
    ogpi_utf8_place(csv->data + csv->begin, csv->fill - csv->begin, (size_t)(at - csv->data) - csv->begin, &line,
                    &column);
    return ogpi_error_at(error, code, csv->line + line - 1, column, "row %zu, cell %zu: %s", csv->row_number + 1,
                         csv->cell_count + 1, what);
}

static int too_long(ogpi_csv *csv, const char *at, ogp_error *error)
{
    char what[96];

    snprintf(what, sizeof what, "the cell is longer than %zu bytes (a quote never closed?)", csv->limits->string_bytes);
    return fail_at(csv, at, OGP_ERROR_LIMIT, what, error);
}

static int more_cells(ogpi_csv *csv, const char *at, ogp_error *error)
{
    if (csv->cell_count >= csv->limits->columns) {
        char what[64];
        snprintf(what, sizeof what, "more than %zu columns", csv->limits->columns);
        return fail_at(csv, at, OGP_ERROR_LIMIT, what, error);
    }
    size_t capacity = csv->cell_capacity * 2;
    ogpi_csv_cell *cells = ogpi_realloc(csv->allocator, csv->cells, capacity * sizeof *cells);
    if (!cells)
        return ogpi_error_memory(error);
    csv->cells = cells;
    bool *escaped = ogpi_realloc(csv->allocator, csv->escaped, capacity * sizeof *escaped);
    if (!escaped)
        return ogpi_error_memory(error);
    csv->escaped = escaped;
    csv->cell_capacity = capacity;
    return 0;
}

/* The byte after a quoted cell that opens at p (its closing quote, or junk up to the separator); NULL: more bytes are
   needed; *code is set when it can never be. */
static const char *scan_quoted(ogpi_csv *csv, const char *p, const char *end, bool *escaped, int *code,
                               ogp_error *error)
{
    const char *q = p + 1;
    size_t doubled = 0;

    for (;;) {
        const char *r = memchr(q, '"', (size_t)(end - q));
        if ((size_t)((r ? r : end) - p) - 1 - doubled > csv->limits->string_bytes) {
            *code = too_long(csv, p, error);
            return NULL;
        }
        if (!r || (r + 1 == end && !csv->end)) {
            if (csv->end)
                *code = fail_at(
                    csv, p, OGP_ERROR_SYNTAX,
                    "the quote that opens here is never closed: the file is cut short, or a quote is missing", error);
            return NULL;
        }
        if (r + 1 == end || r[1] != '"')
            return r;
        *escaped = true;
        doubled++;
        q = r + 2;
    }
}

/* Parses the row at csv->begin. Returns 1, 0 when more bytes are needed, or an error; *next is the byte after it. */
static int parse_row(ogpi_csv *csv, const char **next, ogp_error *error)
{
    const char *p = csv->data + csv->begin, *end = csv->data + csv->fill;
    int code = 0;

    csv->cell_count = 0;
    for (;;) {
        if (csv->cell_count >= csv->limits->columns || csv->cell_count == csv->cell_capacity)
            if ((code = more_cells(csv, p, error)) < 0)
                return code;
        ogpi_csv_cell *cell = &csv->cells[csv->cell_count];
        bool escaped = false;
        if (p < end && *p == '"') {
            const char *close = scan_quoted(csv, p, end, &escaped, &code, error);
            if (!close)
                return code;
            const char *stop = ogpi_csv_scan(close + 1, end, csv->stops, csv->separator);
            cell->text = (char *)p + 1;
            cell->length = (size_t)(stop - p) - 1;
            if (stop == close + 1)
                cell->length--;
            else
                escaped = true;
            p = stop;
        } else {
            const char *stop = ogpi_csv_scan(p, end, csv->stops, csv->separator);
            cell->text = (char *)p;
            cell->length = (size_t)(stop - p);
            if (cell->length > csv->limits->string_bytes)
                return too_long(csv, p, error);
            p = stop;
        }
        if (p == end && !csv->end)
            return 0;
        csv->escaped[csv->cell_count++] = escaped;
        if (p == end || *p != csv->separator)
            break;
        p++;
    }
    if (p < end && *p == '\r') {
        if (p + 1 == end && !csv->end)
            return 0;
        p += p + 1 < end && p[1] == '\n';
    }
    *next = p < end ? p + 1 : p;
    return 1;
}

/* Doubled quotes become one; the quote before text that follows a closing quote goes. */
static void unescape(ogpi_csv_cell *cell)
{
    char *out = cell->text;

    for (size_t i = 0; i < cell->length; i++) {
        if (cell->text[i] == '"') {
            if (i + 1 >= cell->length || cell->text[i + 1] != '"')
                continue;
            i++;
        }
        *out++ = cell->text[i];
    }
    cell->length = (size_t)(out - cell->text);
}

static unsigned count_lines(const char *from, const char *to)
{
    unsigned lines = 0;

    for (const char *p = from; p < to && (p = memchr(p, '\n', (size_t)(to - p))); p++)
        lines++;
    return lines;
}

static void give_row(ogpi_csv *csv, ogpi_csv_row *row)
{
    *row =
        (ogpi_csv_row){.cells = csv->cells, .count = csv->cell_count, .number = csv->row_number, .line = csv->row_line};
    csv->again = false;
}

static void finish_row(ogpi_csv *csv, const char *next)
{
    csv->row_line = csv->line;
    csv->line += csv->book ? 1 : count_lines(csv->data + csv->begin, next);
    for (size_t i = 0; i < csv->cell_count; i++) {
        if (csv->escaped[i])
            unescape(&csv->cells[i]);
        csv->cells[i].text[csv->cells[i].length] = '\0';
    }
    csv->row_number++;
    csv->begin = (size_t)(next - csv->data);
}

int ogpi_csv_next(ogpi_csv *csv, ogpi_csv_row *row, ogp_error *error)
{
    const char *next = NULL;
    int code;

    ogpi_arena_reset(&csv->converted);
    if (csv->no_memory)
        return ogpi_error_memory(error);
    if (csv->again) {
        give_row(csv, row);
        return 1;
    }
    while (csv->begin < csv->fill || !csv->end) {
        code = csv->begin < csv->fill ? parse_row(csv, &next, error) : 0;
        if (code < 0)
            return code;
        if (code > 0) {
            finish_row(csv, next);
            give_row(csv, row);
            return 1;
        }
        if (csv->fill - csv->begin > 16 * csv->limits->string_bytes)
            return fail_at(csv, csv->data + csv->begin, OGP_ERROR_LIMIT, "the row is too long", error);
        if ((code = refill(csv, error)) < 0)
            return code;
    }
    return 0;
}

static void from_windows(ogpi_csv *csv, ogpi_csv_cell *cell)
{
    char *out = ogpi_arena_alloc(&csv->converted, cell->length * 3 + 1);
    size_t length = 0;

    for (size_t i = 0; out && i < cell->length; i++)
        length += ogpi_utf8_encode(ogpi_windows_1252((unsigned char)cell->text[i]), out + length);
    if (out)
        out[length] = '\0';
    *cell = (ogpi_csv_cell){out, length};
}

ogpi_csv_cell ogpi_csv_text(ogpi_csv *csv, const ogpi_csv_cell *cell, bool *converted)
{
    ogpi_csv_cell out = *cell;
    size_t bad;

    *converted = !ogpi_utf8_valid(cell->text, cell->length, &bad);
    if (*converted)
        from_windows(csv, &out);
    else if (ogpi_nfc_needed(cell->text, cell->length))
        out.text = ogpi_nfc(&csv->converted, cell->text, cell->length, &out.length);
    if (out.text)
        return out;
    csv->no_memory = true;
    return (ogpi_csv_cell){(char *)"", 0};
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
    if (!csv) {
        ogpi_source unused = *source;
        ogpi_source_close(&unused);
        return ogpi_error_memory(error);
    }
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

void ogpi_csv_again(ogpi_csv *csv)
{
    csv->again = true;
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
