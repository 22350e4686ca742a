/* SPDX-License-Identifier: MIT */
#include "tools/table.h"
#include "base/json.h"

#include <stdio.h>
#include <utf8proc.h>

enum { AS_CSV, AS_NDJSON, AS_JSON, AS_TEXT };
enum { CELL_BLANK = '0', CELL_TEXT = 't', CELL_NUMBER = 'n' };

static void csv_cell(ogpi_buffer *buffer, const char *text, size_t length)
{
    bool quoted = false;
    for (size_t i = 0; i < length && !quoted; i++)
        quoted = memchr("\",\r\n", text[i], 4) != NULL;
    quoted = quoted || (length && (text[0] == ' ' || text[length - 1] == ' '));
    if (!quoted) {
        ogpi_buffer_add(buffer, text, length);
        return;
    }
    ogpi_buffer_putc(buffer, '"');
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"')
            ogpi_buffer_putc(buffer, '"');
        ogpi_buffer_putc(buffer, text[i]);
    }
    ogpi_buffer_putc(buffer, '"');
}

static void json_cell(cli_table *table, int kind, const char *text, size_t length)
{
    ogpi_buffer *buffer = &table->out->buffer;
    const char *name = table->columns[table->column];
    ogpi_buffer_puts(buffer, table->column ? "," : "{");
    ogpi_buffer_json(buffer, name, strlen(name));
    ogpi_buffer_putc(buffer, ':');
    if (kind == CELL_TEXT)
        ogpi_buffer_json(buffer, text, length);
    else
        ogpi_buffer_add(buffer, kind == CELL_NUMBER ? text : "null", kind == CELL_NUMBER ? length : 4);
}

/* Control characters would break the lines and a NUL ends the waiting cell. */
static void text_cell(ogpi_buffer *buffer, int kind, const char *text, size_t length)
{
    ogpi_buffer_putc(buffer, (char)kind);
    for (size_t i = 0; i < length; i++)
        ogpi_buffer_putc(buffer, (unsigned char)text[i] < 0x20 ? ' ' : text[i]);
    ogpi_buffer_putc(buffer, '\0');
}

static void cell(cli_table *table, int kind, const char *text, size_t length)
{
    if (table->column >= table->column_count)
        return;
    if (table->format == AS_NDJSON || table->format == AS_JSON) {
        if (table->column == 0 && table->format == AS_JSON)
            ogpi_buffer_puts(&table->out->buffer, table->rows ? ",\n" : "\n");
        json_cell(table, kind, text, length);
    } else if (table->format == AS_TEXT) {
        text_cell(&table->text, kind, text, length);
    } else {
        if (table->column)
            ogpi_buffer_putc(&table->out->buffer, ',');
        csv_cell(&table->out->buffer, text, length);
    }
    table->column++;
}

void cli_table_begin(cli_table *table, cli_call *call, const char *const *columns, size_t column_count)
{
    static const char *const names[] = {"csv", "ndjson", "json", "text"};
    *table = (cli_table){.out = &call->out, .columns = columns, .column_count = column_count};
    ogpi_buffer_init(&table->text, NULL);
    for (int i = AS_CSV; i <= AS_TEXT; i++)
        if (cli_format_is(call, names[i]))
            table->format = i;
    if (table->format == AS_JSON)
        ogpi_buffer_putc(&table->out->buffer, '[');
    for (size_t i = 0; i < column_count && (table->format == AS_CSV || table->format == AS_TEXT); i++)
        cell(table, CELL_TEXT, columns[i], strlen(columns[i]));
    if (table->format == AS_CSV)
        ogpi_buffer_putc(&table->out->buffer, '\n');
    table->column = 0;
}

void cli_table_text_n(cli_table *table, const char *text, size_t length)
{
    cell(table, text ? CELL_TEXT : CELL_BLANK, text, text ? length : 0);
}

void cli_table_text(cli_table *table, const char *text)
{
    cli_table_text_n(table, text, text ? strlen(text) : 0);
}

void cli_table_int(cli_table *table, long long value)
{
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%lld", value);
    cell(table, CELL_NUMBER, digits, (size_t)length);
}

void cli_table_number(cli_table *table, const char *spelling)
{
    cell(table, CELL_NUMBER, spelling, strlen(spelling));
}

void cli_table_blank(cli_table *table)
{
    cell(table, CELL_BLANK, NULL, 0);
}

void cli_table_code(cli_table *table, const char *code)
{
    const char *digits = code && *code == '-' ? code + 1 : code;
    size_t n = digits ? strspn(digits, "0123456789") : 0;
    bool number = n && n < 16 && !digits[n] && (n == 1 || *digits != '0');
    cell(table, !code || !*code ? CELL_BLANK : number ? CELL_NUMBER : CELL_TEXT, code, code ? strlen(code) : 0);
}

bool cli_table_row(cli_table *table)
{
    while (table->column < table->column_count)
        cli_table_blank(table);
    table->column = 0;
    table->rows++;
    if (table->format == AS_NDJSON || table->format == AS_JSON)
        ogpi_buffer_putc(&table->out->buffer, '}');
    if (table->format == AS_NDJSON || table->format == AS_CSV)
        ogpi_buffer_putc(&table->out->buffer, '\n');
    return cli_out_mark(table->out);
}

static size_t width_of(const char *text)
{
    size_t width = 0;
    utf8proc_int32_t c;
    for (utf8proc_ssize_t n; *text; text += n > 0 ? n : 1) {
        n = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);
        width += n > 0 ? (size_t)utf8proc_charwidth(c) : 1;
    }
    return width;
}

static void put_aligned(ogpi_buffer *out, const char *cell_text, size_t width, bool last)
{
    size_t own = width_of(cell_text + 1), pad = width > own ? width - own : 0;
    if (cell_text[0] == CELL_NUMBER)
        ogpi_buffer_printf(out, "%*s", (int)pad, "");
    ogpi_buffer_puts(out, cell_text + 1);
    if (cell_text[0] != CELL_NUMBER && !last)
        ogpi_buffer_printf(out, "%*s", (int)pad, "");
    ogpi_buffer_puts(out, last ? "\n" : "  ");
}

static void put_text(cli_table *table)
{
    const char *end = table->text.data + table->text.length;
    size_t *widths = ogpi_calloc(NULL, table->column_count, sizeof *widths);
    size_t i = 0;
    if (!widths || table->text.failed) {
        table->out->buffer.failed = true;
    } else {
        for (const char *p = table->text.data; p < end; p += strlen(p) + 1, i = (i + 1) % table->column_count) {
            size_t width = width_of(p + 1);
            widths[i] = width > widths[i] ? width : widths[i];
        }
        for (const char *p = table->text.data; p < end; p += strlen(p) + 1, i = (i + 1) % table->column_count)
            put_aligned(&table->out->buffer, p, widths[i], i + 1 == table->column_count);
    }
    ogpi_free(NULL, widths);
}

void cli_table_end(cli_table *table)
{
    if (table->format == AS_JSON)
        ogpi_buffer_puts(&table->out->buffer, table->rows ? "\n]\n" : "]\n");
    if (table->format == AS_TEXT && table->column_count)
        put_text(table);
    ogpi_buffer_clear(&table->text);
    cli_out_mark(table->out);
}
