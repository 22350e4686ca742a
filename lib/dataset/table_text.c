/* SPDX-License-Identifier: MIT */
/* Texts of a row, and the table's report. */
#include "dataset/table_private.h"
#include <stdio.h>

const ogpi_irm *ogpi_table_irm(const ogpi_table *table)
{
    return table->irm;
}

const ogpi_header *ogpi_table_header(const ogpi_table *table)
{
    return &table->header;
}

const ogpi_members *ogpi_table_members(const ogpi_table *table)
{
    return &table->members;
}

ogpi_csv *ogpi_table_csv(ogpi_table *table)
{
    return table->csv;
}

size_t ogpi_table_rows(const ogpi_table *table)
{
    return table->rows;
}

ogpi_csv_cell ogpi_table_text(ogpi_table *table, const ogpi_table_row *row, int slot)
{
    ogpi_csv_cell none = {(char *)"", 0}, out;
    int column = slot >= 0 ? table->header.value_column[slot] : -1;
    bool converted;
    char number[24];

    if (column < 0 || (size_t)column >= row->cell_count)
        return none;
    out = ogpi_csv_text(table->csv, &row->cells[column], &converted);
    snprintf(number, sizeof number, "%zu", row->number);
    if (converted)
        ogpi_table_find(table, "TAB030", NULL, "row", number, "column", table->header.columns[column].name, NULL);
    else if (memchr(out.text, 0xEF, out.length) && strstr(out.text, "\xEF\xBF\xBD"))
        ogpi_table_find(table, "TAB031", NULL, "row", number, "column", table->header.columns[column].name, NULL);
    ogpi_csv_cut(&out);
    return out;
}

ogpi_csv_cell ogpi_table_number(ogpi_table *table, const ogpi_table_row *row, char buffer[OGPI_NUMBER_SIZE])
{
    ogpi_csv_cell out = ogpi_table_text(table, row, table->number_slot);
    char place[24], spoilt[OGPI_NUMBER_SIZE];

    if (!ogpi_cell_repair(out.text, out.length, buffer))
        return out;
    snprintf(place, sizeof place, "%zu", row->number);
    snprintf(spoilt, sizeof spoilt, "%.*s", (int)out.length, out.text);
    ogpi_table_find(table, "TAB032", NULL, "row", place, "value", spoilt, "number", buffer, NULL);
    return (ogpi_csv_cell){buffer, strlen(buffer)};
}

/* As much of a cell as fits. */
static void put_cell(char *out, size_t size, const ogpi_csv_cell *cell)
{
    snprintf(out, size, "%.*s", (int)(cell->length < size ? cell->length : size - 1), cell->text);
}

void ogpi_table_plan(ogpi_table *table, const ogpi_table_row *row, char out[OGPI_PLAN_NAME_SIZE])
{
    int number = row->values[table->plan_slot];
    ogpi_csv_cell id = ogpi_table_text(table, row, table->plan_id_slot);

    ogpi_irm_spell(out, NULL, number);
    if (ogp_is_missing(number) && id.length > 0)
        put_cell(out, OGPI_PLAN_NAME_SIZE, &id);
}

void ogpi_table_row_name(ogpi_table *table, const ogpi_table_row *row, ogpi_csv_cell number,
                         char out[OGPI_ROW_NAME_SIZE])
{
    ogpi_csv_cell id = ogpi_table_text(table, row, table->id_slot);
    char plan[OGPI_PLAN_NAME_SIZE];

    if (id.length > 0) {
        put_cell(out, OGPI_ROW_NAME_SIZE, &id);
        return;
    }
    ogpi_table_plan(table, row, plan);
    snprintf(out, OGPI_ROW_NAME_SIZE, "%.80s/%.36s%s%.*s", row->country, plan, number.length ? "/" : "",
             (int)(number.length < 40 ? number.length : 40), number.text);
}

void ogpi_table_find(ogpi_table *table, const char *rule, const char *subject, ...)
{
    ogpi_arg args[8];
    size_t count = 0;
    const char *name;
    va_list list;

    va_start(list, subject);
    while (count < 8 && (name = va_arg(list, const char *))) {
        args[count].name = name;
        args[count].value = va_arg(list, const char *);
        args[count++].term = false;
    }
    va_end(list);
    ogpi_finding_spec spec = {.rule = rule, .subject = subject, .args = args, .arg_count = count};
    ogpi_report_add(table->report, &spec);
}

int ogpi_table_report(ogp_report **out, ogpi_table *table, ogp_error *error)
{
    char row[24], rows[24], known[24], unknown[24];

    snprintf(row, sizeof row, "%zu", table->header.row);
    snprintf(rows, sizeof rows, "%zu", table->rows);
    snprintf(known, sizeof known, "%zu", table->header.known);
    snprintf(unknown, sizeof unknown, "%zu", table->header.unknown);
    ogpi_table_find(table, "TAB014", NULL, "edition", table->header.edition, "rows", rows, "row", row, "known", known,
                    "unknown", unknown, NULL);
    ogpi_report_builder *builder = table->report;
    table->report = NULL;
    return ogpi_report_end(out, builder, error);
}
