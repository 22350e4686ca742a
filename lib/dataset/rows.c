/* SPDX-License-Identifier: MIT */
#include "dataset/rows.h"
#include "base/error.h"
#include "rules/irm_observe.h"
#include <ogp/stream.h>
#include <stdio.h>

struct ogpi_rows {
    const ogp_allocator *allocator;
    ogpi_source source;
    ogpi_table *table;
    ogpi_table_row table_row;
    ogp_stream *stream;
    ogpi_irm *irm; /* owned when there is no table */
    int16_t *values;
    bool *wanted;
    size_t count;
    int year_slot;
    int areas_slot;
    char name[OGPI_ROW_NAME_SIZE], plan[OGPI_PLAN_NAME_SIZE], number[OGPI_NUMBER_SIZE];
    ogpi_buffer areas;
};

ptrdiff_t ogpi_rows_bytes(ogpi_rows *rows, char *buffer, size_t size, ogp_error *error)
{
    size_t got;
    int code = ogpi_source_read(&rows->source, buffer, size, &got, error);

    return code < 0 ? code : (ptrdiff_t)got;
}

static ptrdiff_t read_on(void *user, char *buffer, size_t size)
{
    return ogpi_rows_bytes(user, buffer, size, NULL);
}

static int look(ogpi_rows *rows, bool *document, ogp_error *error)
{
    int code = ogpi_source_peek(&rows->source, error);

    *document = ogpi_csv_is_document(rows->source.head, rows->source.head_length);
    return code;
}

static int open_stream(ogpi_rows *rows, const ogp_context *context, ogp_error *error)
{
    int code = ogpi_irm_open(&rows->irm, context, error);

    if (code < 0)
        return code;
    rows->values = ogpi_calloc(rows->allocator, rows->irm->slot_count, sizeof *rows->values);
    rows->wanted = ogpi_calloc(rows->allocator, rows->irm->formula_count + 1, sizeof *rows->wanted);
    if (!rows->values || !rows->wanted)
        return ogpi_error_memory(error);
    for (size_t i = 0; i < rows->irm->output_count; i++)
        ogpi_irm_want(rows->irm, rows->irm->output[i], rows->wanted);
    rows->year_slot = ogpi_irm_column_index(rows->irm, "year");
    return ogp_stream_open_function(&rows->stream, context, read_on, rows, error);
}

static int open_either(ogpi_rows *rows, const ogp_context *context, ogp_error *error)
{
    ogpi_source rest;
    bool document;
    int code = look(rows, &document, error);

    if (code < 0)
        return code;
    if (document)
        return open_stream(rows, context, error);
    rest = rows->source;
    rows->source.fd = -1; /* the table closes it */
    if ((code = ogpi_table_open(&rows->table, &rest, context, error)) < 0)
        return code;
    if (ogpi_table_header(rows->table)->process)
        return ogpi_error(error, OGP_ERROR_FORMAT,
                          "this is OGP's process database, a row a plan: ogp cocreation reads it");
    ogpi_table_need_output(rows->table);
    rows->year_slot = ogpi_irm_column_index(ogpi_table_irm(rows->table), "year");
    rows->areas_slot = ogpi_irm_column_index(ogpi_table_irm(rows->table), "policy_areas");
    return 0;
}

int ogpi_rows_open(ogpi_rows **out, const ogpi_source *source, const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogpi_rows *rows = ogpi_calloc(allocator, 1, sizeof *rows);
    int code;

    *out = NULL;
    if (!rows)
        return ogpi_source_drop(source, error);
    rows->allocator = allocator;
    ogpi_buffer_init(&rows->areas, allocator);
    rows->source = *source;
    if ((code = open_either(rows, context, error)) < 0)
        ogpi_rows_close(rows);
    else
        *out = rows;
    return code;
}

int ogpi_rows_open_path(ogpi_rows **out, const char *path, const ogp_context *context, ogp_error *error)
{
    ogpi_source source;
    int code = ogpi_source_open(&source, path, error);

    *out = NULL;
    return code < 0 ? code : ogpi_rows_open(out, &source, context, error);
}

void ogpi_rows_close(ogpi_rows *rows)
{
    if (!rows)
        return;
    ogpi_table_close(rows->table);
    ogp_stream_close(rows->stream);
    ogpi_irm_close(rows->irm);
    ogpi_free(rows->allocator, rows->values);
    ogpi_free(rows->allocator, rows->wanted);
    ogpi_buffer_clear(&rows->areas);
    ogpi_source_close(&rows->source);
    ogpi_free(rows->allocator, rows);
}

void ogpi_rows_need(ogpi_rows *rows, size_t slot)
{
    const ogpi_irm *irm = ogpi_rows_irm(rows);

    if (slot < irm->column_count) {
        if (rows->table)
            ogpi_table_need_slot(rows->table, slot);
    } else if (rows->table) {
        ogpi_table_need_formula(rows->table, slot - irm->column_count);
    } else {
        ogpi_irm_want(irm, slot - irm->column_count, rows->wanted);
    }
}

const ogpi_irm *ogpi_rows_irm(const ogpi_rows *rows)
{
    return rows->table ? ogpi_table_irm(rows->table) : rows->irm;
}

ogpi_table *ogpi_rows_table(ogpi_rows *rows)
{
    return rows->table;
}

const char *ogpi_rows_edition(const ogpi_rows *rows)
{
    return rows->table ? ogpi_table_header(rows->table)->edition : "plan";
}

static int next_of_table(ogpi_rows *rows, ogpi_row *row, ogp_error *error)
{
    ogpi_table_row *t = &rows->table_row;
    int code = ogpi_table_next(rows->table, t, error);

    if (code <= 0)
        return code;
    int year = t->values[rows->year_slot];
    ogpi_table_plan(rows->table, t, rows->plan);
    *row = (ogpi_row){.number = t->number, .country = t->country, .member = t->member, .plan = rows->plan,
                      .method = t->method, .year = ogp_is_missing(year) ? 0 : year, .values = t->values, .table = t,
                      .of_table = true, .edition = ogpi_rows_edition(rows)};
    ogpi_csv_cell areas = ogpi_table_text(rows->table, t, rows->areas_slot);
    if (areas.length) {
        rows->areas.length = 0;
        ogpi_buffer_add(&rows->areas, areas.text, areas.length);
        if (rows->areas.failed)
            return ogpi_error_memory(error);
        row->areas = rows->areas.data;
    }
    row->commitment_number = ogpi_table_number(rows->table, t, rows->number);
    ogpi_table_row_name(rows->table, t, row->commitment_number, rows->name);
    row->name = rows->name;
    return 1;
}

static int year_of(const ogp_plan *plan)
{
    if (plan->submitted.value.kind != OGP_EDTF_NONE)
        return plan->submitted.value.from.year;
    return plan->start.value.kind != OGP_EDTF_NONE ? plan->start.value.from.year : 0;
}

/* The method that the assessments name; else the year's. */
static const char *method_of(const ogpi_irm *irm, const ogp_commitment *c, int year)
{
    const ogp_assessment *list = c->assessments.items;

    for (size_t i = c->assessments.count; i-- > 0;) {
        const char *id = ogpi_rb_string(ogpi_rb_get(ogpi_irm_method(irm->book, ogpi_str(&list[i].method)), "id"), NULL);
        if (id)
            return id;
    }
    return ogpi_rb_string(ogpi_rb_get(ogpi_irm_method_of_year(irm->book, year), "id"), "");
}

static int next_of_stream(ogpi_rows *rows, ogpi_row *row, ogp_error *error)
{
    const ogp_commitment *c;
    int code = ogp_stream_next(&c, rows->stream, error);

    if (code <= 0)
        return code;
    const ogp_plan *plan = ogp_stream_plan(rows->stream);
    int year = year_of(plan);
    const char *method = method_of(rows->irm, c, year);
    /* Formulas ask for the year; the method's first one will do where the plan has no date. */
    int first = ogpi_rb_int(ogpi_rb_get(ogpi_irm_method(rows->irm->book, method), "from"), 0);
    ogpi_irm_observe(rows->irm, c, year ? year : first, rows->values, NULL, NULL);
    for (size_t i = 0; i < rows->irm->formula_count; i++)
        if (rows->wanted[i])
            ogpi_irm_eval(rows->irm, i, rows->values, NULL);
    if (!year && rows->year_slot >= 0)
        rows->values[rows->year_slot] = OGP_MISSING_ABSENT;
    *row = (ogpi_row){.number = ++rows->count, .method = method, .year = year, .values = rows->values,
                      .edition = "plan", .commitment = c};
    row->member = ogpi_str(&plan->member);
    row->country = row->member;
    row->plan = ogpi_str(&plan->id);
    row->commitment_number = (ogpi_csv_cell){(char *)ogpi_str(&c->number), strlen(ogpi_str(&c->number))};
    row->name = rows->name;
    if (ogpi_blank(&c->id))
        snprintf(rows->name, sizeof rows->name, "%.60s/%.40s", *row->plan ? row->plan : row->member,
                 ogpi_str(&c->number));
    else
        snprintf(rows->name, sizeof rows->name, "%.150s", ogpi_str(&c->id));
    return 1;
}

int ogpi_rows_next(ogpi_rows *rows, ogpi_row *row, ogp_error *error)
{
    return rows->table ? next_of_table(rows, row, error) : next_of_stream(rows, row, error);
}

const ogp_plan *ogpi_rows_plan(const ogpi_rows *rows)
{
    return rows->stream ? ogp_stream_plan(rows->stream) : NULL;
}

bool ogpi_rows_of_lines(const ogpi_rows *rows)
{
    return rows->stream && ogp_stream_line(rows->stream) > 0;
}
