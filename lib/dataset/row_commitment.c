/* SPDX-License-Identifier: MIT */
#include "dataset/row_commitment.h"

static int need(ogpi_table *table, const char *name)
{
    int slot = ogpi_irm_slot(ogpi_table_irm(table), name);
    if (slot >= 0)
        ogpi_table_need_slot(table, (size_t)slot);
    return slot;
}

int ogpi_row_commitment_open(ogpi_row_commitment *out, ogpi_table *table, const ogp_context *context, ogp_error *error)
{
    *out = (ogpi_row_commitment){.table = table};
    out->title = need(table, "title");
    out->text = need(table, "full_text");
    out->lead = need(table, "lead");
    out->support = need(table, "supporting");
    out->start = need(table, "start");
    out->end = need(table, "end");
    return ogpi_scanner_new(&out->scanner, context, error);
}

void ogpi_row_commitment_close(ogpi_row_commitment *row)
{
    ogpi_scanner_free(row->scanner);
    row->scanner = NULL;
}

/* A missing word is no text. */
static ogpi_csv_cell cell_of(const ogpi_row_commitment *r, const ogpi_table_row *row, int slot)
{
    ogpi_csv_cell cell = {NULL, 0};
    if (slot >= 0)
        cell = ogpi_table_text(r->table, row, slot);
    if (cell.length > 0 && ogpi_irm_missing_by_label(ogpi_table_irm(r->table), cell.text, cell.length) != 0)
        cell.length = 0;
    return cell;
}

static ogpi_text take_text(ogpi_row_commitment *r, const ogpi_table_row *row, int slot, size_t item)
{
    ogpi_csv_cell cell = cell_of(r, row, slot);
    if (cell.length == 0)
        return (ogpi_text){0, NULL};
    r->items[item] = (ogpi_text_item){NULL, {cell.text, cell.length}};
    return (ogpi_text){1, &r->items[item]};
}

/* The order of day and month is the edition's, for the years of submission that its rule names. */
static bool month_first(const ogpi_row_commitment *r, int year)
{
    ogpi_rb rules = ogpi_rb_get(ogpi_table_header(r->table)->rb, "dates");
    for (size_t i = 0; i < ogpi_rb_count(rules); i++) {
        ogpi_rb rule = ogpi_rb_at(rules, i);
        if (year >= ogpi_rb_int(ogpi_rb_get(rule, "from"), INT32_MIN) &&
            year <= ogpi_rb_int(ogpi_rb_get(rule, "to"), INT32_MAX))
            return strcmp(ogpi_rb_string(ogpi_rb_get(rule, "rule"), ""), "month-first") == 0;
    }
    return false;
}

static ogpi_date take_date(const ogpi_row_commitment *r, const ogpi_table_row *row, int slot)
{
    ogpi_csv_cell cell = cell_of(r, row, slot);
    ogpi_date date = {{NULL, 0}, {0}};
    if (cell.length > 0 && ogpi_table_date(&date.value, cell.text, cell.length, month_first(r, row->year), r->scanner))
        date.text = (ogpi_string){cell.text, cell.length};
    return date;
}

const ogp_commitment *ogpi_row_commitment_take(ogpi_row_commitment *out, const ogpi_table_row *row)
{
    ogp_commitment *c = &out->commitment;
    memset(c, 0, sizeof *c);
    memset(&out->supporting, 0, sizeof out->supporting);
    c->title = take_text(out, row, out->title, 0);
    c->description = take_text(out, row, out->text, 1);
    c->lead.name = take_text(out, row, out->lead, 2);
    out->supporting.name = take_text(out, row, out->support, 3);
    if (out->supporting.name.count > 0)
        c->supporting = (ogpi_list){1, &out->supporting, true};
    c->start = take_date(out, row, out->start);
    c->end = take_date(out, row, out->end);
    return c;
}
