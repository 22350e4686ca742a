/* SPDX-License-Identifier: MIT */
/* Whose a row is and of when: country, member, year and the method of that year. */
#include "base/rare.h"
#include "dataset/cell.h"
#include "dataset/table_private.h"
#include <stdio.h>

enum { COUNTRIES_KEPT = 4096 };

static const ogpi_csv_cell *cell_of(const ogpi_table *table, const ogpi_table_row *row, int slot)
{
    int column = table->header.value_column[slot];
    return column >= 0 && (size_t)column < row->cell_count ? &row->cells[column] : NULL;
}

static const char *resolve_member(ogpi_table *table, const ogpi_table_row *row, const char *country, size_t length)
{
    const ogpi_csv_cell *code = cell_of(table, row, table->member_slot), *id = cell_of(table, row, table->id_slot);
    const char *member = code ? ogpi_member_by_name(&table->members, code->text, code->length) : NULL;

    if (!member)
        member = ogpi_member_by_name(&table->members, country, length);
    if (!member && id)
        member = ogpi_member_by_commitment(&table->members, id->text, id->length);
    return member ? member : "";
}

/* The spelling under which a member came first stands for it from then on, so that all its rows meet. */
static const char *first_spelling(ogpi_table *table, const char *member, const char *spelling)
{
    for (size_t i = 0; *member && i < table->countries.count; i++)
        if (table->country_known[i].member && strcmp(table->country_known[i].member, member) == 0)
            return table->country_known[i].country;
    return spelling;
}

void ogpi_table_take_country(ogpi_table *table, ogpi_table_row *row)
{
    ogpi_csv_cell text = ogpi_table_text(table, row, table->country_slot);
    char number[24];

    if (text.length == 0)
        text = ogpi_table_text(table, row, table->member_slot);
    uint32_t id = ogpi_intern_find(&table->countries, text.text, text.length);
    if (id != OGPI_INTERN_NONE) {
        row->country = table->country_known[id].country;
        row->member = table->country_known[id].member;
        return;
    }
    row->member = resolve_member(table, row, text.text, text.length);
    row->country = text.text;
    if (!*row->member) {
        snprintf(number, sizeof number, "%zu", row->number);
        ogpi_table_find(table, "TAB033", NULL, "row", number, "value", text.text, NULL);
    }
    size_t count = table->countries.count;
    if (count >= COUNTRIES_KEPT || !ogpi_grow(table->allocator, (void **)&table->country_known,
                                              &table->country_capacity, count + 1, sizeof *table->country_known))
        return;
    const char *spelling = first_spelling(table, row->member, NULL);
    if (ogpi_intern_add(&table->countries, text.text, text.length) != count)
        return;
    spelling = spelling ? spelling : ogpi_intern_text(&table->countries, (uint32_t)count);
    table->country_known[count] = (ogpi_table_country){spelling, row->member};
    row->country = spelling;
}

/* *status: of a guess; NULL where the year is known. */
static int known_plan_year(const ogpi_table *table, const char *member, int plan, const char **status)
{
    ogpi_rb years = ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(table->irm->book), "tables"), "plan_years");
    char key[32];

    snprintf(key, sizeof key, "%s/%d", member, plan);
    int year = ogpi_rb_int(ogpi_rb_get(ogpi_rb_get(years, "known"), key), 0);
    *status = year ? NULL : ogpi_rb_string(ogpi_rb_get(years, "guess_status"), "unverified");
    if (year || plan < 1 || plan > 2)
        return year;
    const char *list = ogpi_rb_has(ogpi_rb_get(years, "founders"), member) ? "founders_first" : "others_first";
    return ogpi_rb_int(ogpi_rb_at(ogpi_rb_get(years, list), (size_t)plan - 1), 0);
}

/* 1 of the plan "1", as the common table writes it; 0 where the id is another. */
static OGPI_RARE int plan_in_id(ogpi_table *table, const ogpi_table_row *row)
{
    ogpi_csv_cell id = ogpi_table_text(table, row, table->plan_id_slot);
    int plan;

    return ogpi_cell_int(id.text, id.length, &plan) ? plan : 0;
}

static void report_year(ogpi_table *table, const ogpi_table_row *row, int plan, const char *status)
{
    char name[160], number[24];

    if (!row->year || (table->last_dated && strcmp(table->last_dated, row->member) == 0 && table->last_plan == plan))
        return;
    snprintf(name, sizeof name, "%s/%d", row->country, plan);
    snprintf(number, sizeof number, "%d", row->year);
    const ogpi_arg args[] = {{"plan", name, false}, {"year", number, false}};
    ogpi_report_add(table->report, &(ogpi_finding_spec){.rule = "TAB034", .subject = name, .args = args, .arg_count = 2,
                                                        .status = status});
    table->last_dated = row->member;
    table->last_plan = plan;
}

void ogpi_table_take_year(ogpi_table *table, ogpi_table_row *row)
{
    int year = table->values[table->year_slot], plan = table->values[table->plan_slot];
    const char *status = NULL;

    if (!ogp_is_missing(year)) {
        row->year = year;
    } else {
        if (ogp_is_missing(plan))
            plan = plan_in_id(table, row);
        row->year = plan ? known_plan_year(table, row->member, plan, &status) : 0;
        report_year(table, row, plan, status);
    }
    if (row->year != table->method_year || !table->method) {
        table->method_year = row->year;
        table->method = ogpi_rb_string(ogpi_rb_get(ogpi_irm_method_of_year(table->irm->book, row->year), "id"), "");
    }
    row->method = table->method;
}
