/* SPDX-License-Identifier: MIT */
/* The rows of a table, one after the other. */
#include "dataset/table.h"
#include "dataset/cell.h"
#include "dataset/table_private.h"
#include <stdio.h>

static void find_cell(ogpi_table *table, const char *rule, size_t row, size_t column, const ogpi_csv_cell *cell)
{
    char number[24], value[100];
    bool converted;
    ogpi_csv_cell text = ogpi_csv_text(table->csv, cell, &converted);
    size_t length = text.length < 90 ? text.length : 90;

    while (length > 0 && length < text.length && (text.text[length] & 0xC0) == 0x80)
        length--;
    snprintf(number, sizeof number, "%zu", row);
    snprintf(value, sizeof value, "%.*s%s", (int)length, text.text, length < text.length ? "..." : "");
    ogpi_table_find(table, rule, NULL, "row", number, "column", table->header.columns[column].name, "value", value,
                    NULL);
}

/* A word that is none, and a cell that is empty, say nothing of a level. */
static bool says_nothing(int value)
{
    return value == OGP_MISSING_BLANK || value == OGP_MISSING_UNKNOWN || value == OGP_MISSING_BROKEN;
}

static void read_cell(ogpi_table *table, ogpi_table_cell *c, const ogpi_csv_row *row)
{
    static const ogpi_csv_cell none = {(char *)"", 0};
    const ogpi_irm_column *column = &table->irm->columns[c->slot];
    const ogpi_csv_cell *cell = c->column < row->count ? &row->cells[c->column] : &none;
    int value = c->label ? ogpi_cell_level(table->irm, column, cell, &c->memo)
                         : ogpi_cell_number(table->irm, column, cell, &c->memo);

    if (value == OGP_MISSING_BLANK && table->blank_is_absent)
        value = OGP_MISSING_ABSENT;
    if (value == OGP_MISSING_UNKNOWN || value == OGP_MISSING_BROKEN)
        find_cell(table, value == OGP_MISSING_BROKEN ? "TAB024" : "TAB021", row->number, c->column, cell);
    if (!c->label) {
        /* A code column that says nothing leaves what its label says. */
        if (!c->paired || !says_nothing(value))
            table->values[c->slot] = (int16_t)value;
        return;
    }
    table->levels[c->slot] = (int16_t)value;
    table->values[c->slot] = value < 0 ? (int16_t)value : column->scale->levels[value].code;
}

static void report_pairs(ogpi_table *table, const ogpi_csv_row *row)
{
    for (size_t i = 0; i < table->cell_count; i++) {
        const ogpi_table_cell *c = &table->cells[i];
        const ogpi_irm_column *column = &table->irm->columns[c->slot];
        if (!c->label || !c->paired)
            continue;
        int level = table->levels[c->slot], code = level < 0 ? level : column->scale->levels[level].code;
        if (code == table->values[c->slot] || says_nothing(level))
            continue;
        char number[24], label_word[OGPI_IRM_WORD_SIZE], code_word[OGPI_IRM_WORD_SIZE];
        snprintf(number, sizeof number, "%zu", row->number);
        ogpi_irm_spell(label_word, column->scale, code);
        ogpi_irm_spell(code_word, column->scale, table->values[c->slot]);
        ogpi_table_find(table, "TAB020", NULL, "row", number, "label_column",
                        table->header.columns[table->header.value_column[c->slot]].name, "label", label_word,
                        "code_column", table->header.columns[table->header.code_column[c->slot]].name, "code",
                        code_word, NULL);
    }
}

/* Flags that hold numbers above one, and no country: sums. */
static bool holds_sums(const ogpi_table *table, const ogpi_csv_row *row)
{
    size_t numbers = 0, filled = 0;
    int n;

    for (size_t i = 0; i < row->count && i < table->header.count; i++) {
        if (row->cells[i].length == 0)
            continue;
        filled++;
        numbers += ogpi_cell_int(row->cells[i].text, row->cells[i].length, &n);
    }
    return filled >= 3 && numbers * 4 >= filled * 3;
}

static bool is_blank(const ogpi_csv_cell *cell)
{
    return cell->length == 0 || ogpi_irm_same(cell->text, cell->length, "");
}

/* True for a row that is no commitment; says so where it matters. */
static bool leave_out(ogpi_table *table, const ogpi_csv_row *row)
{
    const ogpi_header *h = &table->header;
    size_t filled = 0;
    char number[24];

    bool has_country = table->country_column >= 0;
    const ogpi_csv_cell *country =
        has_country && (size_t)table->country_column < row->count ? &row->cells[table->country_column] : NULL;
    if (country && !is_blank(country) &&
        !ogpi_irm_same(country->text, country->length, h->columns[table->country_column].name))
        return false;
    for (size_t i = 0; i < row->count; i++)
        filled += !is_blank(&row->cells[i]);
    if (filled == 0)
        return true;
    snprintf(number, sizeof number, "%zu", row->number);
    if (country && !is_blank(country)) {
        ogpi_table_find(table, "TAB027", NULL, "row", number, NULL);
        return true;
    }
    if (!has_country)
        return false;
    for (size_t i = 0; i < table->seen_count; i++)
        if (table->seen[i] == ogpi_table_row_hash(row))
            return true;
    ogpi_table_find(table, holds_sums(table, row) ? "TAB025" : "TAB026", NULL, "row", number, NULL);
    return true;
}

static void report_length(ogpi_table *table, const ogpi_csv_row *row)
{
    bool filled_beyond = false;
    char number[24], found[24], expected[24];

    for (size_t i = table->header.count; i < row->count && !filled_beyond; i++)
        filled_beyond = i >= table->header.count && !is_blank(&row->cells[i]);
    if (row->count >= table->header.count && !filled_beyond)
        return;
    snprintf(number, sizeof number, "%zu", row->number);
    snprintf(found, sizeof found, "%zu", row->count);
    snprintf(expected, sizeof expected, "%zu", table->header.count);
    ogpi_table_find(table, filled_beyond ? "TAB023" : "TAB022", NULL, "row", number, "found", found, "expected",
                    expected, NULL);
}

int ogpi_table_next(ogpi_table *table, ogpi_table_row *row, ogp_error *error)
{
    ogpi_csv_row raw;
    int code;

    do
        if ((code = ogpi_csv_next(table->csv, &raw, error)) <= 0)
            return code;
    while (leave_out(table, &raw));
    table->rows++;
    report_length(table, &raw);
    for (size_t i = 0; i < table->cell_count; i++)
        read_cell(table, &table->cells[i], &raw);
    report_pairs(table, &raw);
    *row = (ogpi_table_row){.number = raw.number, .line = raw.line, .cells = raw.cells, .cell_count = raw.count};
    row->values = table->values;
    row->levels = table->levels;
    ogpi_table_take_country(table, row);
    ogpi_table_take_year(table, row);
    if (table->table_year)
        table->values[table->table_year_slot] = (int16_t)table->table_year;
    for (size_t i = 0; i < table->irm->formula_count; i++)
        if (table->wanted[i])
            ogpi_irm_eval(table->irm, i, table->values, NULL);
    return 1;
}
