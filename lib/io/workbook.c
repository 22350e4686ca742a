/* SPDX-License-Identifier: MIT */
#include "io/workbook.h"
#include "base/error.h"
#include "io/csv.h"
#include "io/sheet_merges.h"
#include "io/sheet_strings.h"
#include "io/sheet_value.h"
#include "io/workbook_parts.h"
#include "rulebook/rulebook.h"

struct ogpi_workbook {
    const ogp_allocator *allocator;
    const ogp_limits *limits;
    ogpi_archive *archive;
    ogpi_workbook_parts parts;
    ogpi_sheet_strings strings;
    ogpi_sheet_merges merges;
    ogpi_part part;
    ogpi_xml xml;
    ogpi_buffer rows; /* written, from `given` on not yet handed on */
    size_t given;
    ogpi_buffer scratch, shown;
    size_t row, width; /* the row met last; columns that the widest one filled */
    bool ended;
};

/* A cell under way. */
typedef struct cell {
    size_t column; /* from 1 */
    size_t style;
    char type[12];
} cell;

bool ogpi_workbook_begins(const char *bytes, size_t length)
{
    return ogpi_archive_begins(bytes, length);
}

static void column_name(size_t column, char out[8])
{
    char letters[8];
    size_t n = 0;
    for (; column; column = (column - 1) / 26)
        letters[n++] = (char)('A' + (column - 1) % 26);
    for (size_t i = 0; i < n; i++)
        out[i] = letters[n - 1 - i];
    out[n] = '\0';
}

/* An error in a cell. */
static int wrong(const ogpi_workbook *b, size_t column, int code, const char *what)
{
    char name[8];
    column_name(column, name);
    return ogpi_error_at(b->xml.error, code, (unsigned)b->row, (unsigned)column, "cell %s%zu: %s", name, b->row, what);
}

/* Whole texts of digits alone; SIZE_MAX for anything else. */
static size_t whole_number(const char *text)
{
    size_t n = 0, length = strspn(text, "0123456789");
    if (!length || text[length] || length > 9)
        return SIZE_MAX;
    while (*text)
        n = n * 10 + (size_t)(*text++ - '0');
    return n;
}

static int read_cell_attributes(ogpi_workbook *b, cell *c)
{
    const char *name, *text;
    size_t row, column;
    int rc = OGP_OK;
    while (ogpi_xml_attribute_next(&b->xml, &name, &text)) {
        if (strcmp(name, "r") == 0) {
            if (!ogpi_sheet_place(text, &row, &column) || row != b->row)
                rc = wrong(b, c->column, OGP_ERROR_FORMAT, "a cell there has a name that cannot be");
            else if (column < c->column)
                rc = wrong(b, column, OGP_ERROR_FORMAT, "it comes twice, or behind cells to its right");
            else
                c->column = column;
        } else if (strcmp(name, "s") == 0) {
            c->style = whole_number(text);
        } else if (strcmp(name, "t") == 0) {
            size_t length = strlen(text);
            memcpy(c->type, text, length < sizeof c->type ? length + 1 : 1);
        }
    }
    if (rc == OGP_OK && c->style && c->style >= b->parts.style_count)
        rc = wrong(b, c->column, OGP_ERROR_FORMAT, "its style is not among the workbook's");
    return rc;
}

/* A date in ISO's own words has a time that says nothing. */
static size_t without_midnight(const ogpi_buffer *v)
{
    bool midnight = v->length > 10 && v->data[10] == 'T' && strspn(v->data + 11, "0:.Z") == v->length - 11;
    return midnight ? 10 : v->length;
}

static bool is(const cell *c, const char *type)
{
    return strcmp(c->type, type) == 0;
}

/* Turns what <v> holds into what the cell shows. */
static int show(ogpi_workbook *b, const cell *c)
{
    ogpi_buffer *v = &b->scratch;
    size_t length;
    if (is(c, "s")) {
        const char *text = ogpi_sheet_strings_at(&b->strings, whole_number(v->data), &length);
        if (!text)
            return wrong(b, c->column, OGP_ERROR_FORMAT, "it points past the end of the shared strings");
        ogpi_buffer_add(&b->shown, text, length);
    } else if (is(c, "b")) {
        ogpi_buffer_puts(&b->shown, strcmp(v->data, "1") == 0 || strcmp(v->data, "true") == 0 ? "TRUE" : "FALSE");
    } else if (is(c, "d")) {
        ogpi_buffer_add(&b->shown, v->data, without_midnight(v));
    } else if (*c->type && !is(c, "n")) {
        ogpi_buffer_add(&b->shown, v->data, ogpi_sheet_unescape(v->data, v->length));
    } else {
        ogpi_sheet_kind kind = c->style < b->parts.style_count ? b->parts.styles[c->style] : OGPI_SHEET_PLAIN;
        if (kind == OGPI_SHEET_PLAIN)
            ogpi_sheet_put_number(&b->shown, v->data, v->length);
        else
            ogpi_sheet_put_date(&b->shown, v->data, v->length, kind, b->parts.from_1904);
    }
    return OGP_OK;
}

/* The cell's text into b->shown; empty for a cell that has a style alone. */
static int read_cell(ogpi_workbook *b, cell *c)
{
    int rc = read_cell_attributes(b, c);
    while (rc >= 0 && (rc = ogpi_xml_child(&b->xml)) > 0) {
        const char *name = ogpi_xml_name(&b->xml);
        if (strcmp(name, "v") == 0) {
            b->shown.length = 0;
            rc = ogpi_xml_content(&b->xml, &b->scratch);
            if (rc == OGP_OK && b->scratch.length)
                rc = show(b, c);
        } else if (strcmp(name, "is") == 0) {
            b->shown.length = 0;
            rc = ogpi_sheet_text(&b->xml, &b->scratch, &b->shown);
        } else {
            rc = ogpi_xml_skip(&b->xml);
        }
    }
    if (rc == OGP_OK && b->shown.length && c->column > b->limits->columns)
        return wrong(b, c->column, OGP_ERROR_LIMIT, "more columns than the limit allows");
    return rc == OGP_OK && b->shown.failed ? ogpi_error_memory(b->xml.error) : rc;
}

/* Separators up to a column, and what holds there from above; *at is the column written last. */
static void fill_to(ogpi_workbook *b, size_t *at, size_t column)
{
    while (*at < column) {
        if (++*at > 1)
            ogpi_buffer_putc(&b->rows, ',');
        const ogpi_sheet_held *held = *at < column ? ogpi_sheet_merges_at(&b->merges, b->row, *at) : NULL;
        if (held)
            ogpi_csv_write_cell(&b->rows, held->text, held->length);
    }
}

static int write_cells(ogpi_workbook *b)
{
    size_t at = 0, next = 1;
    int rc;
    while ((rc = ogpi_xml_child(&b->xml)) > 0) {
        cell c = {.column = next};
        b->shown.length = 0;
        rc = strcmp(ogpi_xml_name(&b->xml), "c") == 0 ? read_cell(b, &c) : ogpi_xml_skip(&b->xml);
        if (rc < 0)
            return rc;
        next = c.column + 1;
        if (b->shown.length == 0)
            continue;
        fill_to(b, &at, c.column);
        ogpi_csv_write_cell(&b->rows, b->shown.data, b->shown.length);
        rc = ogpi_sheet_merges_note(&b->merges, b->row, c.column, b->shown.data, b->shown.length, b->xml.error);
        if (rc < 0)
            return rc;
    }
    b->width = at > b->width ? at : b->width;
    if (at)
        fill_to(b, &at, b->width + 1);
    if (at)
        b->rows.length--; /* the separator before nothing */
    return rc;
}

/* Rows that are left out are empty ones. */
static int enter_row(ogpi_workbook *b)
{
    const char *name, *text;
    size_t row = b->row + 1;
    while (ogpi_xml_attribute_next(&b->xml, &name, &text))
        if (strcmp(name, "r") == 0)
            row = whole_number(text);
    if (row > OGPI_SHEET_ROWS || row <= b->row)
        return ogpi_error_at(b->xml.error, OGP_ERROR_FORMAT, (unsigned)b->row + 1, 1,
                             "a row of the sheet comes twice, out of order or past the last that there can be");
    while (++b->row < row)
        ogpi_buffer_putc(&b->rows, '\n');
    return OGP_OK;
}

/* One more row: 1, or 0 behind the last. */
static int next_row(ogpi_workbook *b)
{
    int rc = ogpi_xml_child(&b->xml);
    if (rc <= 0)
        return rc;
    if (strcmp(ogpi_xml_name(&b->xml), "row") != 0)
        rc = ogpi_xml_skip(&b->xml);
    else if ((rc = enter_row(b)) == OGP_OK && (rc = write_cells(b)) == OGP_OK)
        ogpi_buffer_putc(&b->rows, '\n');
    if (rc == OGP_OK && b->rows.failed)
        rc = ogpi_error_memory(b->xml.error);
    return rc < 0 ? rc : 1;
}

int ogpi_workbook_read(ogpi_workbook *book, char *buffer, size_t size, size_t *got, ogp_error *error)
{
    int rc = 1;
    book->xml.error = error;
    *got = 0;
    if (book->given == book->rows.length)
        book->given = book->rows.length = 0;
    while (rc > 0 && !book->ended && book->rows.length == 0) {
        rc = next_row(book);
        book->ended = rc <= 0;
    }
    if (rc < 0)
        return rc;
    size_t left = book->rows.length - book->given;
    *got = left < size ? left : size;
    if (*got)
        memcpy(buffer, book->rows.data + book->given, *got);
    book->given += *got;
    return OGP_OK;
}

/* Goes to the cells. */
static int open_sheet(ogpi_workbook *b, ogp_error *error)
{
    int rc = ogpi_part_open(&b->part, b->archive, b->parts.sheet, error);
    if (rc == OGP_OK)
        rc = ogpi_xml_open_part(&b->xml, b->parts.sheet, ogpi_part_more, &b->part, b->limits, error);
    if (rc == OGP_OK)
        rc = ogpi_xml_child(&b->xml);
    if (rc > 0 && strcmp(ogpi_xml_name(&b->xml), "worksheet") != 0)
        return ogpi_error(error, OGP_ERROR_FORMAT, "%.80s is no <worksheet>", b->parts.sheet);
    while (rc >= 0 && (rc = ogpi_xml_child(&b->xml)) > 0) {
        if (strcmp(ogpi_xml_name(&b->xml), "sheetData") == 0)
            return OGP_OK;
        rc = ogpi_xml_skip(&b->xml);
    }
    b->ended = true;
    return rc;
}

static int open_parts(ogpi_workbook *b, const char *sheet, ogp_error *error)
{
    b->parts.archive = b->archive;
    int rc = ogpi_workbook_parts_read(&b->parts, sheet, error);
    if (rc == OGP_OK && b->parts.strings)
        rc = ogpi_sheet_strings_read(&b->strings, b->archive, b->parts.strings, b->limits, b->allocator, error);
    if (rc == OGP_OK)
        rc = ogpi_sheet_merges_read(&b->merges, b->archive, b->parts.sheet, b->limits, error);
    return rc == OGP_OK ? open_sheet(b, error) : rc;
}

int ogpi_workbook_open(ogpi_workbook **out, ogpi_source *source, const char *head, size_t length,
                       const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogpi_workbook *book = ogpi_calloc(allocator, 1, sizeof *book);
    *out = NULL;
    if (!book)
        return ogpi_error_memory(error);
    book->allocator = book->parts.allocator = book->merges.allocator = book->strings.bytes.allocator = allocator;
    book->limits = book->parts.limits = ogp_context_limits(context);
    ogpi_buffer_init(&book->rows, allocator);
    ogpi_buffer_init(&book->scratch, allocator);
    ogpi_buffer_init(&book->shown, allocator);
    int rc = ogpi_archive_open(&book->archive, source, head, length, book->limits, allocator, error);
    if (rc == OGP_OK)
        rc = open_parts(book, ogp_context_sheet(context), error);
    if (rc < 0)
        ogpi_workbook_close(book);
    else
        *out = book;
    return rc;
}

void ogpi_workbook_close(ogpi_workbook *book)
{
    if (!book)
        return;
    ogpi_xml_close(&book->xml);
    ogpi_part_close(&book->part);
    ogpi_sheet_merges_clear(&book->merges);
    ogpi_sheet_strings_clear(&book->strings);
    ogpi_workbook_parts_clear(&book->parts);
    ogpi_archive_close(book->archive);
    ogpi_buffer_clear(&book->rows);
    ogpi_buffer_clear(&book->scratch);
    ogpi_buffer_clear(&book->shown);
    ogpi_free(book->allocator, book);
}
