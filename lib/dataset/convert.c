/* SPDX-License-Identifier: MIT */
#include "dataset/convert.h"
#include "base/error.h"
#include "base/json.h"
#include "dataset/dataset.h"
#include "dataset/date_cell.h"
#include "model/model.h"
#include <stdio.h>

enum { AREAS = 160 };

static const char *const code_names[] = {
    "year", "specificity", "verifiable", "value_information", "value_participation", "value_accountability",
    "value_technology", "relevant", "potential_impact", "potential_for_results", "completion_progress",
    "completion_end", "did_it_open_government", "early_results",
    /* What OGP's tables publish and figures follow: the common table alone has a place for it. */
    "report_year_progress", "star_2014", "star_progress", "star_end_of_term", "max_star",
};

static const char *const text_names[] = {"title", "full_text", "lead", "supporting"};

enum {
    STATED = 14,
    CODE_COUNT = sizeof code_names / sizeof *code_names,
    TEXT_COUNT = sizeof text_names / sizeof *text_names
};

struct ogpi_convert {
    const ogp_allocator *allocator;
    const ogp_context *context;
    ogpi_rows *rows;
    const ogpi_irm *irm;
    int codes[CODE_COUNT], texts[TEXT_COUNT], start, end;
    int areas[AREAS];
    size_t area_count;
    bool *written; /* by column of the table: has a member of its own */
};

static void mark(ogpi_convert *c, int slot)
{
    ogpi_table *table = ogpi_rows_table(c->rows);
    const ogpi_header *h = table ? ogpi_table_header(table) : NULL;

    if (slot < 0 || !h)
        return;
    ogpi_rows_need(c->rows, (size_t)slot);
    if (h->value_column[slot] >= 0)
        c->written[h->value_column[slot]] = true;
    if (h->code_column[slot] >= 0)
        c->written[h->code_column[slot]] = true;
}

static void find_columns(ogpi_convert *c)
{
    static const char *const keys[] = {"id", "number", "member", "plan", "policy_areas"};
    const ogpi_irm *irm = c->irm;

    for (size_t i = 0; i < CODE_COUNT; i++) {
        c->codes[i] = ogpi_irm_column_index(irm, code_names[i]);
        if (i < STATED)
            mark(c, c->codes[i]);
        else if (c->codes[i] >= 0)
            ogpi_rows_need(c->rows, (size_t)c->codes[i]);
    }
    for (size_t i = 0; i < TEXT_COUNT; i++)
        mark(c, c->texts[i] = ogpi_irm_column_index(irm, text_names[i]));
    mark(c, c->start = ogpi_irm_column_index(irm, "start"));
    mark(c, c->end = ogpi_irm_column_index(irm, "end"));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        mark(c, ogpi_irm_column_index(irm, keys[i]));
    for (size_t i = 0; i < irm->column_count && c->area_count < AREAS; i++)
        if (irm->columns[i].type == OGPI_IRM_AREA && ogpi_rows_table(c->rows) &&
            ogpi_table_header(ogpi_rows_table(c->rows))->value_column[i] >= 0)
            mark(c, c->areas[c->area_count++] = (int)i);
}

int ogpi_convert_open(ogpi_convert **out, ogpi_rows *rows, const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogpi_convert *c = ogpi_calloc(allocator, 1, sizeof *c);
    ogpi_table *table = ogpi_rows_table(rows);

    *out = NULL;
    if (c)
        c->written = ogpi_calloc(allocator, (table ? ogpi_table_header(table)->count : 0) + 1, sizeof *c->written);
    if (!c || !c->written) {
        ogpi_free(allocator, c);
        return ogpi_error_memory(error);
    }
    c->allocator = allocator;
    c->context = context;
    c->rows = rows;
    c->irm = ogpi_rows_irm(rows);
    find_columns(c);
    *out = c;
    return 0;
}

void ogpi_convert_close(ogpi_convert *c)
{
    if (!c)
        return;
    ogpi_free(c->allocator, c->written);
    ogpi_free(c->allocator, c);
}

static ogpi_csv_cell own_text(const ogp_commitment *c, size_t which)
{
    const ogpi_text *text = which == 0 ? &c->title : which == 1 ? &c->description : which == 2 ? &c->lead.name : NULL;
    const char *found = text ? ogpi_text_in(text, NULL, NULL) : "";
    return (ogpi_csv_cell){(char *)found, strlen(found)};
}

static ogpi_csv_cell text_at(const ogpi_convert *c, const ogpi_row *row, size_t which)
{
    return row->table ? ogpi_table_text(ogpi_rows_table(c->rows), row->table, c->texts[which])
                      : own_text(row->commitment, which);
}

/* EDTF, else the spelling of the input. The edition says which of day and month comes first. */
static ogpi_csv_cell date_at(const ogpi_convert *c, const ogpi_row *row, int slot, char buffer[OGP_EDTF_SIZE])
{
    ogp_edtf edtf;

    if (!row->table) {
        const ogpi_date *date = slot == c->start ? &row->commitment->start : &row->commitment->end;
        return (ogpi_csv_cell){(char *)ogpi_str(&date->text), strlen(ogpi_str(&date->text))};
    }
    ogpi_table *table = ogpi_rows_table(c->rows);
    ogpi_csv_cell text = ogpi_table_text(table, row->table, slot);
    ogpi_rb rules = ogpi_rb_get(ogpi_table_header(table)->rb, "dates");
    size_t group = (size_t)(ogpi_date_group(table, row->table->year) - 'a');
    const char *rule = ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(rules, group), "rule"), "");
    ogpi_date_order order = strcmp(rule, "month-first") == 0 ? OGPI_DATES_MONTH_FIRST : OGPI_DATES_MIXED;
    if (ogpi_date_read(&edtf, text.text, text.length, order, c->context) != OGPI_DATE_READ)
        return text;
    return (ogpi_csv_cell){buffer, ogp_edtf_format(&edtf, buffer, OGP_EDTF_SIZE)};
}

/* What the label says where there is one, else the code; missing words stay. */
static void spell_code(const ogpi_convert *c, const ogpi_row *row, size_t which, char out[OGPI_IRM_WORD_SIZE])
{
    size_t slot = (size_t)c->codes[which];
    const ogpi_irm_scale *scale = c->irm->columns[slot].scale;
    int level = row->table ? row->table->levels[slot] : OGP_MISSING_ABSENT;

    if (row->values[slot] == OGP_MISSING_ABSENT)
        *out = '\0';
    else if (scale && level >= 0 && (size_t)level < scale->count && scale->levels[level].code == row->values[slot])
        snprintf(out, OGPI_IRM_WORD_SIZE, "%s", scale->levels[level].id);
    else
        ogpi_irm_spell(out, scale, row->values[slot]);
}

void ogpi_convert_csv_header(ogpi_buffer *out)
{
    ogpi_buffer_puts(out, "id,country,member,plan,number");
    for (size_t i = 0; i < TEXT_COUNT; i++)
        ogpi_buffer_printf(out, ",%s", text_names[i]);
    ogpi_buffer_puts(out, ",start,end");
    for (size_t i = 0; i < CODE_COUNT; i++)
        ogpi_buffer_printf(out, ",%s", code_names[i]);
    ogpi_buffer_puts(out, ",policy_areas\r\n");
}

static void put_cell(ogpi_buffer *out, ogpi_csv_cell cell)
{
    ogpi_buffer_putc(out, ',');
    ogpi_csv_write_cell(out, cell.text, cell.length);
}

static void put_text_cell(ogpi_buffer *out, const char *text)
{
    put_cell(out, (ogpi_csv_cell){(char *)text, strlen(text)});
}

static const char *area_at(const ogpi_convert *c, const ogpi_row *row, size_t i)
{
    if (!row->table)
        return ogp_commitment_policy_area_at(row->commitment, i);
    return row->values[c->areas[i]] == 1
               ? ogpi_rb_string(ogpi_rb_get(ogpi_irm_column_entry(c->irm, c->areas[i]), "area"), "")
               : "";
}

/* Ids that a column lists, else of the areas that hold. */
static void put_area_list(const ogpi_convert *c, const ogpi_row *row, ogpi_buffer *out, bool json)
{
    const char *listed = row->areas ? row->areas : "", *between = "";
    size_t total = row->table ? c->area_count : ogp_commitment_policy_area_count(row->commitment);

    for (size_t i = 0; *listed || i < total; i++) {
        const char *area = *listed ? listed : area_at(c, row, i);
        size_t length = strcspn(area, ";");
        if (*listed)
            listed += length + (listed[length] == ';');
        if (length == 0)
            continue;
        ogpi_buffer_puts(out, between);
        between = json ? "," : ";";
        (json ? ogpi_buffer_json : ogpi_buffer_add)(out, area, length);
    }
}

void ogpi_convert_csv_row(const ogpi_convert *c, const ogpi_row *row, ogpi_buffer *out)
{
    char buffer[OGP_EDTF_SIZE], word[OGPI_IRM_WORD_SIZE];

    ogpi_csv_write_cell(out, row->name, strlen(row->name));
    put_text_cell(out, row->country);
    put_text_cell(out, row->member);
    put_text_cell(out, row->plan);
    put_cell(out, row->commitment_number);
    for (size_t i = 0; i < TEXT_COUNT; i++)
        put_cell(out, text_at(c, row, i));
    put_cell(out, date_at(c, row, c->start, buffer));
    put_cell(out, date_at(c, row, c->end, buffer));
    for (size_t i = 0; i < CODE_COUNT; i++) {
        spell_code(c, row, i, word);
        put_text_cell(out, word);
    }
    ogpi_buffer_putc(out, ',');
    put_area_list(c, row, out, false);
    ogpi_buffer_puts(out, "\r\n");
}

static void put_member(ogpi_buffer *out, const char *name, ogpi_csv_cell cell)
{
    if (cell.length == 0)
        return;
    ogpi_buffer_printf(out, ",\"%s\":", name);
    ogpi_buffer_json(out, cell.text, cell.length);
}

static void put_assessment(const ogpi_convert *c, const ogpi_row *row, ogpi_buffer *out, bool end)
{
    static const char *const members[STATED] = {
        NULL, "specificity", "verifiable", NULL, NULL, NULL, NULL, "relevance", "potential_impact",
        "potential_for_results", "completion", "completion", "did_it_open_government", "early_results"};
    static const char *const values[] = {"access-to-information", "civic-participation", "public-accountability",
                                         "technology"};
    char word[OGPI_IRM_WORD_SIZE];
    bool any = false;

    ogpi_buffer_printf(out, "{\"report\":\"%s\"", end ? "end-of-term" : "progress");
    put_member(out, "method", (ogpi_csv_cell){(char *)row->method, strlen(row->method)});
    for (size_t i = 0; i < STATED; i++) {
        bool of_end = i >= 11;
        spell_code(c, row, i, word);
        if (c->irm->columns[c->codes[i]].type == OGPI_IRM_FLAG && (*word == '0' || *word == '1'))
            snprintf(word, sizeof word, "%s", *word == '1' ? "yes" : "no");
        if (members[i] && of_end == end)
            put_member(out, members[i], (ogpi_csv_cell){word, strlen(word)});
    }
    if (!end && !ogp_is_missing(row->values[c->codes[3]])) {
        ogpi_buffer_puts(out, ",\"values\":[");
        for (size_t i = 0; i < 4; i++)
            if (row->values[c->codes[3 + i]] == 1) {
                ogpi_buffer_printf(out, "%s\"%s\"", any ? "," : "", values[i]);
                any = true;
            }
        ogpi_buffer_putc(out, ']');
    }
    ogpi_buffer_putc(out, '}');
}

/* A date's cell that says no date ("Unclear") has no member. */
static bool says_no_date(const ogpi_convert *c, const ogpi_row *row, size_t column)
{
    const ogpi_header *h = ogpi_table_header(ogpi_rows_table(c->rows));
    char buffer[OGP_EDTF_SIZE];
    int slot = h->columns[column].slot;

    return slot >= 0 && (slot == c->start || slot == c->end) && date_at(c, row, slot, buffer).text != buffer;
}

/* Cells without a member of their own, by their column's name and place; contacts of persons are not passed on. */
static void put_rest(const ogpi_convert *c, const ogpi_row *row, ogpi_buffer *out)
{
    ogpi_table *table = ogpi_rows_table(c->rows);
    const ogpi_header *h = ogpi_table_header(table);

    ogpi_buffer_printf(out, ",\"table\":{\"edition\":\"%s\",\"row\":%zu", h->edition, row->number);
    for (size_t i = 0; i < h->count && i < row->table->cell_count; i++) {
        char name[192];
        bool converted,
            private = h->columns[i].slot >= 0 && c->irm->columns[h->columns[i].slot].type == OGPI_IRM_PRIVATE;
        if (private || row->table->cells[i].length == 0 || (c->written[i] && !says_no_date(c, row, i)))
            continue;
        ogpi_csv_cell text = ogpi_csv_text(ogpi_table_csv(table), &row->table->cells[i], &converted);
        snprintf(name, sizeof name, "%zu %.140s", i + 1, h->columns[i].name);
        ogpi_buffer_putc(out, ',');
        ogpi_buffer_json(out, name, strlen(name));
        ogpi_buffer_putc(out, ':');
        ogpi_buffer_json(out, text.text, text.length);
    }
    ogpi_buffer_putc(out, '}');
}

static void put_date(const ogpi_convert *c, const ogpi_row *row, ogpi_buffer *out, const char *name, int slot)
{
    char buffer[OGP_EDTF_SIZE];
    ogpi_csv_cell date = date_at(c, row, slot, buffer);

    if (date.text == buffer)
        put_member(out, name, date);
}

static void put_areas(const ogpi_convert *c, const ogpi_row *row, ogpi_buffer *out)
{
    ogpi_buffer_puts(out, ",\"policy_areas\":[");
    put_area_list(c, row, out, true);
    ogpi_buffer_putc(out, ']');
}

ogpi_csv_cell ogpi_convert_plan_id(const ogpi_convert *c, const ogpi_row *row, char buffer[OGPI_PLAN_NAME_SIZE])
{
    ogpi_csv_cell plan = ogpi_table_text(ogpi_rows_table(c->rows), row->table, ogpi_irm_column_index(c->irm, "plan"));
    bool digits = strlen(row->plan) == 1;

    if (plan.length == 0 && *row->member && *row->plan)
        plan = (ogpi_csv_cell){buffer, (size_t)snprintf(buffer, OGPI_PLAN_NAME_SIZE, "AP_%.16s%s%.16s", row->member,
                                                        digits ? "0" : "", row->plan)};
    return plan;
}

int ogpi_convert_year(const ogpi_convert *c, const ogpi_row *row)
{
    int year = row->values[c->codes[0]];
    return ogp_is_missing(year) ? 0 : year;
}

static void put_plan(const ogpi_convert *c, const ogpi_row *row, ogpi_buffer *out)
{
    char id[OGPI_PLAN_NAME_SIZE], year[24];

    put_member(out, "plan", ogpi_convert_plan_id(c, row, id));
    put_member(out, "member", (ogpi_csv_cell){(char *)(*row->member ? row->member : row->country),
                                              strlen(*row->member ? row->member : row->country)});
    if (ogpi_convert_year(c, row))
        put_member(out, "submitted",
                   (ogpi_csv_cell){year, (size_t)snprintf(year, sizeof year, "%d", ogpi_convert_year(c, row))});
}

void ogpi_convert_commitment(const ogpi_convert *c, const ogpi_row *row, ogpi_buffer *out, bool in_plan)
{
    ogpi_csv_cell lead = text_at(c, row, 2), supporting = text_at(c, row, 3);

    ogpi_buffer_puts(out, "{\"id\":");
    ogpi_buffer_json(out, row->name, strlen(row->name));
    put_member(out, "number", row->commitment_number);
    if (!in_plan)
        put_plan(c, row, out);
    put_member(out, "title", text_at(c, row, 0));
    put_member(out, "description", text_at(c, row, 1));
    if (lead.length) {
        ogpi_buffer_puts(out, ",\"lead\":{\"name\":");
        ogpi_buffer_json(out, lead.text, lead.length);
        ogpi_buffer_putc(out, '}');
    }
    if (supporting.length) {
        ogpi_buffer_puts(out, ",\"supporting\":[{\"name\":");
        ogpi_buffer_json(out, supporting.text, supporting.length);
        ogpi_buffer_puts(out, "}]");
    }
    put_date(c, row, out, "start", c->start);
    put_date(c, row, out, "end", c->end);
    put_areas(c, row, out);
    ogpi_buffer_puts(out, ",\"assessments\":[");
    put_assessment(c, row, out, false);
    ogpi_buffer_putc(out, ',');
    put_assessment(c, row, out, true);
    ogpi_buffer_putc(out, ']');
    put_rest(c, row, out);
    ogpi_buffer_putc(out, '}');
}

void ogpi_convert_json_row(const ogpi_convert *c, const ogpi_row *row, ogpi_buffer *out)
{
    ogpi_convert_commitment(c, row, out, false);
    ogpi_buffer_putc(out, '\n');
}
