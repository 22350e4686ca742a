/* SPDX-License-Identifier: MIT */
/* Rows of a table, or lines of a stream, as the one plan that they belong to. */
#include "base/error.h"
#include "base/json.h"
#include "dataset/convert.h"
#include "model/model.h"

#include <stdio.h>

void ogpi_gather_begin(ogpi_gathering *g, const ogpi_convert *convert, const ogp_allocator *allocator)
{
    *g = (ogpi_gathering){.convert = convert};
    ogpi_buffer_init(&g->commitments, allocator);
}

void ogpi_gather_clear(ogpi_gathering *g)
{
    ogpi_buffer_clear(&g->commitments);
}

static const char *plan_of(const ogpi_gathering *g, const ogpi_row *row, char buffer[OGPI_PLAN_NAME_SIZE])
{
    if (!g->convert)
        return row->plan;
    ogpi_csv_cell id = ogpi_convert_plan_id(g->convert, row, buffer);
    if (id.text != buffer)
        snprintf(buffer, OGPI_PLAN_NAME_SIZE, "%.*s", (int)id.length, id.text);
    return buffer;
}

static void take_first(ogpi_gathering *g, const ogpi_rows *rows, const ogpi_row *row, const char *plan)
{
    snprintf(g->plan, sizeof g->plan, "%s", plan);
    snprintf(g->member, sizeof g->member, "%s", *row->member ? row->member : row->country);
    if (g->convert) {
        if (ogpi_convert_year(g->convert, row))
            snprintf(g->submitted, sizeof g->submitted, "%d", ogpi_convert_year(g->convert, row));
        return;
    }
    const ogp_plan *of = ogpi_rows_plan(rows);
    snprintf(g->language, sizeof g->language, "%s", ogpi_str(&of->language));
    snprintf(g->submitted, sizeof g->submitted, "%s", ogpi_str(&of->submitted.text));
}

/* What the plan says need not be said again. */
static int put_line(ogpi_gathering *g, const ogpi_row *row, ogp_error *error)
{
    ogp_commitment own = *row->commitment;
    char *text = NULL;
    size_t length = 0;
    own.plan = own.member = (ogpi_string){NULL, 0};
    if (strcmp(ogpi_str(&own.language), g->language) == 0)
        own.language = (ogpi_string){NULL, 0};
    if (strcmp(ogpi_str(&own.submitted.text), g->submitted) == 0)
        own.submitted = (ogpi_date){{NULL, 0}, {0}};
    int rc = ogp_plan_write_commitment(&text, &length, NULL, &own, error);
    if (rc == 0)
        ogpi_buffer_add(&g->commitments, text, length);
    ogp_free(text);
    return rc;
}

int ogpi_gather_row(ogpi_gathering *g, const ogpi_rows *rows, const ogpi_row *row, ogp_error *error)
{
    char buffer[OGPI_PLAN_NAME_SIZE];
    const char *plan = plan_of(g, row, buffer);
    int rc = 0;
    if (g->count == 0)
        take_first(g, rows, row, plan);
    if (strcmp(g->plan, plan) != 0 || strcmp(g->member, *row->member ? row->member : row->country) != 0)
        return ogpi_error(
            error, OGP_ERROR_FORMAT,
            "the input holds commitments of many plans, %s%s%s and %s%s%s: convert it to ndjson or csv, or keep the "
            "rows of one plan",
            g->member, *g->plan ? " " : "", g->plan, *row->member ? row->member : row->country, *plan ? " " : "", plan);
    if (g->count++)
        ogpi_buffer_putc(&g->commitments, ',');
    if (g->convert)
        ogpi_convert_commitment(g->convert, row, &g->commitments, true);
    else
        rc = put_line(g, row, error);
    return g->commitments.failed ? ogpi_error_memory(error) : rc;
}

static void put_member(ogpi_buffer *out, const char *name, const char *text)
{
    if (!*text)
        return;
    ogpi_buffer_printf(out, ",\"%s\":", name);
    ogpi_buffer_json(out, text, strlen(text));
}

int ogpi_gather_end(ogp_plan **out, ogpi_gathering *g, const ogp_context *context, ogp_error *error)
{
    ogpi_buffer text;
    if (g->count == 0)
        return ogpi_error(error, OGP_ERROR_FORMAT, "the input holds no commitment, and so no plan");
    ogpi_buffer_init(&text, ogpi_context_allocator(context));
    ogpi_buffer_puts(&text, "{\"format\":\"ogp-plan/1\"");
    put_member(&text, "id", g->plan);
    put_member(&text, "member", g->member);
    put_member(&text, "language", g->language);
    put_member(&text, "submitted", g->submitted);
    ogpi_buffer_puts(&text, ",\"commitments\":[");
    ogpi_buffer_add(&text, g->commitments.data, g->commitments.length);
    ogpi_buffer_puts(&text, "]}");
    int rc = text.failed ? ogpi_error_memory(error) : ogp_plan_parse(out, context, text.data, text.length, error);
    ogpi_buffer_clear(&text);
    return rc;
}
