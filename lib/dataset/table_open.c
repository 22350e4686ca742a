/* SPDX-License-Identifier: MIT */
/* Opening a table: its header found among what may stand above it, its columns told apart. */
#include "base/error.h"
#include "dataset/table_private.h"
#include <stdio.h>

enum { HEADER_ROWS = 100 };

uint64_t ogpi_table_row_hash(const ogpi_csv_row *row)
{
    uint64_t h = 1469598103934665603u;

    for (size_t i = 0; i < row->count; i++) {
        for (size_t k = 0; k < row->cells[i].length; k++)
            h = (h ^ (unsigned char)row->cells[i].text[k]) * 1099511628211u;
        h = (h ^ 0x1Fu) * 1099511628211u;
    }
    return h;
}

/* A heading of two rows, cells merged over both, says more in its second one. */
static int take_header(ogpi_table *table, const ogpi_csv_row *row, size_t score, ogp_error *error)
{
    ogp_error why = OGP_ERROR_INIT;
    ogpi_csv_row below;
    size_t filled;
    bool country;
    int code = ogpi_header_take(&table->header, table->irm, row, &table->arena, &why);
    int more = ogpi_csv_next(table->csv, &below, error);

    if (more < 0)
        return more;
    if (more > 0 && ogpi_header_score(table->irm, &below, &filled, &country) > score && country)
        return ogpi_header_take(&table->header, table->irm, &below, &table->arena, error);
    if (more > 0)
        ogpi_csv_again(table->csv);
    return code < 0 ? ogpi_error_as(error, &why) : code;
}

/* Reads on to the header. Rows before it are remembered: they may come again. */
static int find_header(ogpi_table *table, ogp_error *error)
{
    ogpi_csv_row row;
    size_t filled, best = 0;
    bool country;
    int code;

    while ((code = ogpi_csv_next(table->csv, &row, error)) > 0 && row.number <= HEADER_ROWS) {
        size_t score = ogpi_header_score(table->irm, &row, &filled, &country);
        if ((score >= 2 && country) || (score >= 3 && score * 2 >= filled))
            return take_header(table, &row, score, error);
        best = score > best ? score : best;
        if (filled > 0 && table->seen_count < OGPI_TABLE_SEEN)
            table->seen[table->seen_count++] = ogpi_table_row_hash(&row);
    }
    if (code < 0)
        return code;
    if (ogpi_csv_bytes(table->csv) == 0)
        return ogpi_error(error, OGP_ERROR_FORMAT, "the table is empty");
    return ogpi_error_at(error, OGP_ERROR_FORMAT, 1, 1,
                         "no row of column names was found in the first rows; a column of countries (\"Country\", "
                         "\"Country/Locality\") and columns of the IRM's codes (\"_Relevant\", "
                         "\"Completion (progress report)\") are needed");
}

static void report_columns(ogpi_table *table)
{
    const ogpi_header *h = &table->header;
    bool unknown = strcmp(h->edition, "unknown") == 0;

    if (unknown)
        ogpi_table_find(table, "TAB010", NULL, NULL);
    for (size_t i = 0; i < h->count; i++) {
        const ogpi_header_column *c = &h->columns[i];
        const char *field = c->slot >= 0 ? table->irm->columns[c->slot].id : "";
        char place[24], other[24];
        snprintf(place, sizeof place, "%zu", i + 1);
        snprintf(other, sizeof other, "%d", c->twin + 1);
        if (c->twin >= 0)
            ogpi_table_find(table, "TAB013", NULL, "column", other, "other", place, "field", field, NULL);
        else if (c->role == OGPI_ROLE_UNKNOWN)
            ogpi_table_find(table, "TAB012", NULL, "column", place, "name", c->name, NULL);
        else if (unknown && c->slot >= 0)
            ogpi_table_find(table, "TAB011", NULL, "column", place, "name", c->name, "field", field, NULL);
    }
}

static int prepare(ogpi_table *table, ogp_error *error)
{
    const ogpi_irm *irm = table->irm;

    table->values = ogpi_arena_alloc(&table->arena, irm->slot_count * sizeof *table->values);
    table->levels = ogpi_arena_alloc(&table->arena, irm->slot_count * sizeof *table->levels);
    table->need = ogpi_arena_calloc(&table->arena, irm->slot_count + 1, sizeof *table->need);
    table->wanted = ogpi_arena_calloc(&table->arena, irm->formula_count + 1, sizeof *table->wanted);
    table->cells = ogpi_arena_calloc(&table->arena, table->header.count + 1, sizeof *table->cells);
    if (!table->values || !table->levels || !table->need || !table->wanted || !table->cells)
        return ogpi_error_memory(error);
    ogpi_irm_clear(irm, table->values);
    ogpi_irm_clear(irm, table->levels);
    table->country_column = table->header.value_column[table->country_slot];
    table->blank_is_absent = *ogpi_rb_string(ogpi_rb_get(table->header.rb, "blank"), "");
    table->table_year = ogpi_rb_int(ogpi_rb_get(table->header.rb, "table_year"), 0);
    static const char *const keys[] = {"plan_number", "year"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        ogpi_table_need_slot(table, (size_t)ogpi_irm_column_index(irm, keys[i]));
    report_columns(table);
    return 0;
}

static int open_parts(ogpi_table *table, const ogp_context *context, ogp_error *error)
{
    int code;

    if ((code = ogpi_report_begin(&table->report, context, error)) < 0 ||
        (code = ogpi_irm_open(&table->irm, context, error)) < 0)
        return code;
    if (!ogpi_members_open(&table->members, table->irm->book, table->allocator))
        return ogpi_error_memory(error);
    table->country_slot = ogpi_irm_column_index(table->irm, "country");
    table->member_slot = ogpi_irm_column_index(table->irm, "member");
    table->id_slot = ogpi_irm_column_index(table->irm, "id");
    table->number_slot = ogpi_irm_column_index(table->irm, "number");
    table->plan_slot = ogpi_irm_column_index(table->irm, "plan_number");
    table->plan_id_slot = ogpi_irm_column_index(table->irm, "plan");
    table->year_slot = ogpi_irm_column_index(table->irm, "year");
    table->table_year_slot = ogpi_irm_column_index(table->irm, "table_year");
    if (table->country_slot < 0 || table->member_slot < 0 || table->id_slot < 0 || table->number_slot < 0 ||
        table->plan_slot < 0 || table->year_slot < 0 || table->table_year_slot < 0)
        return ogpi_error(error, OGP_ERROR_FORMAT, "the rulebook lacks one of the columns country, member, id, number, "
                                                   "plan_number, year, table_year");
    if ((code = find_header(table, error)) < 0)
        return code;
    return prepare(table, error);
}

int ogpi_table_open(ogpi_table **out, const ogpi_source *source, const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogpi_table *table = ogpi_calloc(allocator, 1, sizeof *table);
    int code;

    *out = NULL;
    if (!table)
        return ogpi_source_drop(source, error);
    table->allocator = allocator;
    ogpi_arena_init(&table->arena, allocator);
    ogpi_intern_init(&table->countries, allocator);
    if ((code = ogpi_csv_open(&table->csv, source, context, error)) < 0 ||
        (code = open_parts(table, context, error)) < 0)
        ogpi_table_close(table);
    else
        *out = table;
    return code;
}

void ogpi_table_close(ogpi_table *table)
{
    if (!table)
        return;
    if (table->report)
        ogpi_report_abandon(table->report);
    ogpi_csv_close(table->csv);
    ogpi_irm_close(table->irm);
    ogpi_members_close(&table->members);
    ogpi_intern_clear(&table->countries);
    ogpi_free(table->allocator, table->country_known);
    ogpi_arena_clear(&table->arena);
    ogpi_free(table->allocator, table);
}
