/* SPDX-License-Identifier: MIT */
/* The rows and cells of a CSV. */
#include "io/csv.h"
#include "base/error.h"
#include "base/nfc.h"
#include "base/utf8.h"
#include "io/csv_encoding.h"
#include "io/csv_private.h"
#include "io/csv_scan.h"
#include <stdio.h>

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
        if ((code = ogpi_csv_refill(csv, error)) < 0)
            return code;
    }
    return 0;
}

void ogpi_csv_again(ogpi_csv *csv)
{
    csv->again = true;
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

void ogpi_csv_cut(ogpi_csv_cell *cell)
{
    const char *text = cell->text;
    ogpi_utf8_cut(&text, &cell->length);
    cell->text += text - cell->text;
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
