/* SPDX-License-Identifier: MIT */
#include "dataset/eligibility_table.h"
#include "base/decimal.h"
#include "base/error.h"

#include <math.h>
#include <stdio.h>

/* Rows without a letter before the header are skipped. */
static int read_header(ogp_eligibility_table *t, ogp_error *error)
{
    ogpi_csv_row row;
    int rc;
    while ((rc = ogpi_csv_next(t->csv, &row, error)) > 0) {
        size_t filled = 0;
        for (size_t i = 0; i < row.count; i++)
            filled += row.cells[i].length > 0;
        if (filled)
            return ogpi_eligibility_columns_read(&t->columns, &t->book->rules, t->csv, &row,
                                                 t->form == OGPI_ELI_TABLE ? "/1" : "", t->builder, error);
    }
    return rc < 0 ? rc
                  : ogpi_error(error, OGP_ERROR_FORMAT, "the table is empty; begin it with a header, country,year,...");
}

int ogpi_eligibility_table_begin(ogp_eligibility_table *table, const ogpi_source *source, ogp_error *error)
{
    int rc = ogpi_csv_open(&table->csv, source, table->context, error);
    return rc < 0 ? rc : read_header(table, error);
}

/* Most cells are a few digits: sooner done than asking for their encoding. */
static bool is_ascii(const ogpi_csv_cell *cell)
{
    unsigned char seen = 0;
    for (size_t i = 0; i < cell->length; i++)
        seen |= (unsigned char)cell->text[i];
    return seen < 0x80;
}

static ogpi_csv_cell cell_at(ogp_eligibility_table *t, const ogpi_csv_row *row, int column)
{
    bool converted;
    ogpi_csv_cell cell = {(char *)"", 0};
    if (column < 0 || (size_t)column >= row->count)
        return cell;
    cell = row->cells[column];
    if (!is_ascii(&cell))
        cell = ogpi_csv_text(t->csv, &cell, &converted);
    ogpi_csv_cut(&cell);
    return cell;
}

/* "/12/column", as the input counts. */
static void put_path(const ogp_eligibility_table *t, char path[160], size_t number, const char *column)
{
    const char *slash = *column ? "/" : "";
    if (t->form == OGPI_ELI_RECORD)
        snprintf(path, 160, "%s%.120s", slash, column);
    else
        snprintf(path, 160, "/%zu%s%.120s", t->form == OGPI_ELI_TABLE ? number : number - 2, slash, column);
}

static void find(ogp_eligibility_table *t, const ogpi_eligibility_row *row, const char *rule, const char *column,
                 const ogpi_arg *args, size_t count)
{
    char path[160];
    put_path(t, path, row->number, column);
    ogpi_report_add(t->builder, &(ogpi_finding_spec){.rule = rule, .path = path, .subject = row->subject, .args = args,
                                                    .arg_count = count});
}

/* Bytes to keep, never half a code point. */
static size_t short_length(const ogpi_csv_cell *cell, size_t most)
{
    size_t length = cell->length < most ? cell->length : most;
    while (length > 0 && length < cell->length && ((unsigned char)cell->text[length] & 0xC0) == 0x80)
        length--;
    return length;
}

static const char *cut(char *out, size_t size, const ogpi_csv_cell *cell)
{
    size_t length = short_length(cell, size - 1);
    memcpy(out, cell->text, length);
    out[length] = '\0';
    return out;
}

static bool read_year(ogp_eligibility_table *t, ogpi_eligibility_row *row)
{
    char value[64], minimum[16], maximum[16];
    double year;
    bool whole = ogpi_decimal_parse(row->year_text.text, row->year_text.length, &year) && year == floor(year);
    if (whole && year >= t->book->rules.year_minimum && year <= t->book->rules.year_maximum) {
        row->values.year = (int32_t)year;
        return true;
    }
    snprintf(minimum, sizeof minimum, "%d", (int)t->book->rules.year_minimum);
    snprintf(maximum, sizeof maximum, "%d", (int)t->book->rules.year_maximum);
    const ogpi_arg args[] = {{"value", cut(value, sizeof value, &row->year_text), false}, {"minimum", minimum, false},
                             {"maximum", maximum, false}};
    find(t, row, "ELI025", "year", args, 3);
    return false;
}

static void bad_cell(ogp_eligibility_table *t, ogpi_eligibility_row *row, int cell, ogpi_cell_fault fault, int column,
                     ogpi_csv_cell text)
{
    char value[96], path[160];
    const char *name = t->columns.names[column];
    if (row->bad_count < OGPI_ELI_CELLS)
        row->bad[row->bad_count++] = (ogpi_eligibility_bad){cell, fault, (size_t)column, text};
    put_path(t, path, row->number, name);
    ogpi_eligibility_fault(&t->book->rules, t->builder, cell, fault, name, cut(value, sizeof value, &text), path,
                           row->subject);
}

static void read_answer(ogp_eligibility_table *t, ogpi_eligibility_row *row, const ogpi_csv_row *cells, int column,
                        int32_t *out)
{
    char value[64];
    ogpi_csv_cell cell = cell_at(t, cells, column);
    *out = OGP_UNKNOWN;
    if (cell.length && ogpi_eligibility_answer(&t->book->rules, cell.text, cell.length, out))
        return;
    *out = OGP_UNKNOWN;
    if (ogpi_eligibility_missing(&t->book->rules, cell.text, cell.length))
        return;
    const ogpi_arg args[] = {{"value", cut(value, sizeof value, &cell), false},
                             {"cell", t->columns.names[column], false},
                             {"expected", "1, 0", false}};
    find(t, row, "ELI020", t->columns.names[column], args, 3);
}

static void read_cells(ogp_eligibility_table *t, ogpi_eligibility_row *row, const ogpi_csv_row *cells)
{
    for (size_t i = 0; i < OGPI_ELI_CELLS; i++)
        row->values.cells[i] = (ogpi_cell_value){-1, NAN, false};
    for (size_t i = 0; i < t->book->rules.cell_count; i++) {
        int column = t->columns.of_cell[i];
        ogpi_csv_cell cell = cell_at(t, cells, column);
        if (cell.length == 0)
            continue;
        ogpi_cell_fault fault =
            ogpi_eligibility_parse(&t->book->rules, (int)i, cell.text, cell.length, &row->values.cells[i]);
        if (fault != OGPI_CELL_GOOD)
            bad_cell(t, row, (int)i, fault, column, cell);
    }
    read_answer(t, row, cells, t->columns.member, &row->values.member);
    read_answer(t, row, cells, t->columns.un_member, &row->values.un_member);
}

static void add_review(ogp_eligibility_table *t, ogpi_eligibility_row *row, int32_t first, int32_t second)
{
    char from[16], to[16];
    snprintf(from, sizeof from, "%d", (int)first);
    snprintf(to, sizeof to, "%d", (int)second);
    const ogpi_arg args[] = {{"first", from, false}, {"second", to, false}};
    ogpi_report_add(t->builder, &(ogpi_finding_spec){.rule = "ELI016",
                                                     .edition = row->verdict.edition->id,
                                                     .args = args,
                                                     .arg_count = 2,
                                                     .subject = row->subject,
                                                     .status = "unverified"});
}

/* Rows of a country may come in any order: the pair is complete with whichever year comes last. */
static void follow_years(ogp_eligibility_table *t, ogpi_eligibility_row *row)
{
    int32_t year = row->values.year;
    bool below = row->verdict.core == OGP_VERDICT_FAIL;
    ogpi_years_country *country = ogpi_years_find(&t->years, row->country.text, row->country.length);
    if (!country)
        return;
    if (ogpi_years_note(country, year, below && row->values.member == OGP_YES)) {
        char text[16];
        snprintf(text, sizeof text, "%d", (int)year);
        const ogpi_arg args[] = {{"country", country->name, false}, {"year", text, false}};
        find(t, row, "ELI030", "year", args, 2);
        return;
    }
    if (row->verdict.measured)
        row->before = ogpi_years_score(country, (ogpi_years_points){year, row->verdict.total, row->verdict.maximum});
    if (!below || row->values.member != OGP_YES)
        return;
    row->review_from = ogpi_years_below(country, year - 1) ? year - 1 : 0;
    if (row->review_from)
        add_review(t, row, year - 1, year);
    if (ogpi_years_below(country, year + 1))
        add_review(t, row, year, year + 1);
}

static void check_length(ogp_eligibility_table *t, const ogpi_eligibility_row *row, const ogpi_csv_row *cells)
{
    char count[24], expected[24];
    if (cells->count == t->columns.count)
        return;
    snprintf(count, sizeof count, "%zu", cells->count);
    snprintf(expected, sizeof expected, "%zu", t->columns.count);
    const ogpi_arg args[] = {{"count", count, false}, {"expected", expected, false}};
    find(t, row, "ELI029", "", args, 2);
}

static bool blank_row(const ogpi_csv_row *cells)
{
    for (size_t i = 0; i < cells->count; i++) {
        ogpi_csv_cell cell = cells->cells[i];
        ogpi_csv_cut(&cell);
        if (cell.length)
            return false;
    }
    return true;
}

/* "TUN 2014"; every row has one, so no formatting functions. */
static void name_row(ogpi_eligibility_row *row)
{
    size_t country = short_length(&row->country, 60), year = short_length(&row->year_text, 16);
    char *at = row->subject;
    memcpy(at, row->country.text, country);
    at += country;
    if (country)
        *at++ = ' ';
    memcpy(at, row->year_text.text, year);
    at[year] = '\0';
}

int ogpi_eligibility_table_next(ogp_eligibility_table *table, ogpi_eligibility_row *row, ogp_error *error)
{
    ogpi_csv_row cells;
    int rc;
    while ((rc = ogpi_csv_next(table->csv, &cells, error)) > 0 && blank_row(&cells))
        ;
    if (rc <= 0)
        return rc;
    table->rows++;
    row->number = cells.number;
    row->line = cells.line;
    row->bad_count = 0;
    row->review_from = 0;
    row->before.year = 0;
    row->country = cell_at(table, &cells, table->columns.country);
    row->year_text = cell_at(table, &cells, table->columns.year);
    name_row(row);
    check_length(table, row, &cells);
    row->judged = read_year(table, row);
    read_cells(table, row, &cells);
    if (!row->judged)
        return 1;
    ogpi_eligibility_evaluate(&row->verdict, &table->book->rules, &row->values);
    ogpi_eligibility_needs(&row->needs, &table->book->rules, &row->values, &row->verdict);
    follow_years(table, row);
    table->judged++;
    table->unverified +=
        row->verdict.core_unverified || row->verdict.values_unverified || row->verdict.eligible_unverified;
    return 1;
}

int ogpi_eligibility_table_explain(ogp_report **out, const ogp_eligibility_table *table,
                                   const ogpi_eligibility_row *row, ogp_error *error)
{
    ogpi_report_builder *builder = NULL;
    char value[96], path[160];
    *out = NULL;
    int rc = ogpi_report_begin(&builder, table->context, error);
    if (rc < 0)
        return rc;
    for (size_t i = 0; i < row->bad_count; i++) {
        const ogpi_eligibility_bad *bad = &row->bad[i];
        const char *name = table->columns.names[bad->column];
        put_path(table, path, row->number, name);
        ogpi_eligibility_fault(&table->book->rules, builder, bad->cell, bad->fault, name,
                               cut(value, sizeof value, &bad->text), path, row->subject);
    }
    put_path(table, path, row->number, "");
    if (row->judged)
        ogpi_eligibility_explain(builder, &table->book->rules, &row->values, &row->verdict, path, row->subject);
    if (row->before.year)
        ogpi_eligibility_add_trend(builder, row->verdict.edition->id, path, row->subject,
                                   (const int32_t[]){row->before.year, row->before.total, row->before.maximum},
                                   (const int32_t[]){row->values.year, row->verdict.total, row->verdict.maximum});
    return ogpi_report_end(out, builder, error);
}

