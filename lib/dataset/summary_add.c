/* SPDX-License-Identifier: MIT */
/* Rows into groups. */
#include "base/error.h"
#include "dataset/summary_private.h"
#include <stdio.h>

enum { KEY = 6144 };

typedef struct key {
    char text[KEY];
    size_t length;
} key;

static void append(key *k, const char *text, size_t length)
{
    size_t room = KEY / OGPI_SUMMARY_DIMENSIONS - 2;

    /* Cut at a whole character. */
    if (length > room) {
        length = room;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--;
    }
    for (size_t i = 0; i < length; i++)
        k->text[k->length++] = text[i] == OGPI_SUMMARY_SEPARATOR ? ' ' : text[i];
}

static void append_text(key *k, const char *text)
{
    append(k, text, strlen(text));
}

static bool groups_by(const ogp_summary *s, ogpi_dimension dimension)
{
    for (size_t i = 0; i < s->dimension_count; i++)
        if (s->dimensions[i] == dimension)
            return true;
    return false;
}

static ogpi_csv_cell column_text(ogpi_rows *rows, const ogpi_row *row, const char *column)
{
    ogpi_table *table = ogpi_rows_table(rows);
    return ogpi_table_text(table, row->table, ogpi_irm_column_index(ogpi_table_irm(table), column));
}

static void append_region(const ogp_summary *s, key *k, ogpi_rows *rows, const ogpi_row *row)
{
    ogpi_csv_cell text = {NULL, 0};

    if (row->region)
        text = (ogpi_csv_cell){(char *)row->region, strlen(row->region)};
    else if (row->table)
        text = column_text(rows, row, "region");
    if (text.length > 0)
        append(k, text.text, text.length);
    else
        append_text(k, ogpi_rb_string(ogpi_rb_get(ogpi_rb_get(ogpi_rb_path(s->irm->book, "members"), row->member),
                                                  "region"), ""));
}

static void append_lead(key *k, ogpi_rows *rows, const ogpi_row *row)
{
    if (row->lead) {
        append_text(k, row->lead);
    } else if (row->table) {
        ogpi_csv_cell text = column_text(rows, row, "lead");
        append(k, text.text, text.length);
    } else {
        const ogp_institution *lead = ogp_commitment_lead(row->commitment);
        append_text(k, lead ? ogp_institution_name(lead, NULL) : "");
    }
}

static void append_plan(const ogp_summary *s, key *k, const ogpi_row *row)
{
    if (row->of_table && !groups_by(s, OGPI_BY_COUNTRY) && !groups_by(s, OGPI_BY_MEMBER)) {
        append_text(k, row->country);
        append_text(k, "/");
    }
    append_text(k, row->plan);
}

static void append_dimension(const ogp_summary *s, key *k, ogpi_dimension dimension, ogpi_rows *rows,
                             const ogpi_row *row, const char *area)
{
    char year[16];

    switch (dimension) {
    case OGPI_BY_COUNTRY:
        append_text(k, row->country);
        break;
    case OGPI_BY_EDITION:
        append_text(k, row->edition);
        break;
    case OGPI_BY_LEAD:
        append_lead(k, rows, row);
        break;
    case OGPI_BY_MEMBER:
        append_text(k, row->member);
        break;
    case OGPI_BY_METHOD:
        append_text(k, row->method);
        break;
    case OGPI_BY_PLAN:
        append_plan(s, k, row);
        break;
    case OGPI_BY_POLICY_AREA:
        append_text(k, area);
        break;
    case OGPI_BY_REGION:
        append_region(s, k, rows, row);
        break;
    case OGPI_BY_YEAR:
        snprintf(year, sizeof year, "%d", row->year);
        append_text(k, row->year ? year : "");
        break;
    case OGPI_BY_KINDS:
        break;
    }
}

static void count_method(const ogp_summary *s, ogpi_group *group, const char *method)
{
    ogpi_rb methods = ogpi_rb_path(s->irm->book, "irm/methods");

    for (size_t i = 0; i < ogpi_rb_count(methods) && i < 32; i++)
        if (strcmp(ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(methods, i), "id"), ""), method) == 0)
            group->methods |= 1u << i;
}

static void count_row(const ogp_summary *s, ogpi_group *group, const ogpi_row *row)
{
    const int16_t *values = row->values;

    group->commitments++;
    group->reviewed += s->relevance >= 0 && !ogp_is_missing(values[s->relevance]);
    for (size_t i = 0; i < s->figure_count; i++) {
        int v = values[s->figures[i].slot], assessed = s->figures[i].assessed;
        if (ogp_is_missing(v) || (assessed >= 0 && values[assessed] != 1 && v != 1))
            continue;
        group->of[i]++;
        group->ones[i] += v == 1;
    }
    for (size_t i = 0; i < s->median_count; i++) {
        int v = values[s->medians[i].slot], bin = v - OGPI_SUMMARY_LOW;
        if (!ogp_is_missing(v) && v >= s->medians[i].from && bin >= 0 && bin < OGPI_SUMMARY_BINS)
            group->bins[i][bin]++;
    }
    count_method(s, group, row->method);
}

static int add_once(ogp_summary *s, ogpi_rows *rows, const ogpi_row *row, const char *area, ogp_error *error)
{
    key k; /* not set to 0: it is large, and made for every row */

    k.length = 0;
    for (size_t i = 0; i < s->dimension_count; i++) {
        if (i > 0)
            k.text[k.length++] = OGPI_SUMMARY_SEPARATOR;
        append_dimension(s, &k, s->dimensions[i], rows, row, area);
    }
    ogpi_group *group = ogpi_summary_group(s, k.text, k.length);
    if (!group)
        return ogpi_error_memory(error);
    count_row(s, group, row);
    return 0;
}

static int add_table_areas(ogp_summary *s, ogpi_rows *rows, const ogpi_row *row, ogp_error *error)
{
    size_t found = 0;
    int code = 0;

    for (size_t i = 0; i < s->area_count && code >= 0; i++) {
        if (row->values[s->area_slots[i]] != 1)
            continue;
        found++;
        code =
            add_once(s, rows, row,
                     ogpi_rb_string(ogpi_rb_get(ogpi_irm_column_entry(s->irm, s->area_slots[i]), "area"), ""), error);
    }
    return found || code < 0 ? code : add_once(s, rows, row, "", error);
}

static int add_listed_areas(ogp_summary *s, ogpi_rows *rows, const ogpi_row *row, ogp_error *error)
{
    const char *at = row->areas;
    int code = 0;

    do {
        char area[128];
        size_t length = strcspn(at, ";");
        snprintf(area, sizeof area, "%.*s", (int)length, at);
        code = add_once(s, rows, row, area, error);
        at += length + (at[length] == ';');
    } while (*at && code >= 0);
    return code;
}

/* A commitment counts in each of its areas, once where it has none. */
static int add_areas(ogp_summary *s, ogpi_rows *rows, const ogpi_row *row, ogp_error *error)
{
    int code = 0;

    if (row->areas)
        return add_listed_areas(s, rows, row, error);
    if (row->table)
        return add_table_areas(s, rows, row, error);
    size_t count = ogp_commitment_policy_area_count(row->commitment);
    for (size_t i = 0; i < count && code >= 0; i++)
        code = add_once(s, rows, row, ogp_commitment_policy_area_at(row->commitment, i), error);
    return count ? code : add_once(s, rows, row, "", error);
}

int ogpi_summary_add(ogp_summary *s, ogpi_rows *rows, const ogpi_row *row, ogp_error *error)
{
    return groups_by(s, OGPI_BY_POLICY_AREA) ? add_areas(s, rows, row, error) : add_once(s, rows, row, "", error);
}

/* Which columns of this table are policy areas; asks the table to read them. */
static int find_areas(ogp_summary *s, ogpi_rows *rows, ogp_error *error)
{
    ogpi_table *table = ogpi_rows_table(rows);

    s->area_count = 0;
    if (!table || !groups_by(s, OGPI_BY_POLICY_AREA))
        return 0;
    if (!s->area_slots && !(s->area_slots = ogpi_calloc(s->allocator, s->irm->column_count + 1, sizeof *s->area_slots)))
        return ogpi_error_memory(error);
    for (size_t i = 0; i < s->irm->column_count; i++)
        if (s->irm->columns[i].type == OGPI_IRM_AREA && ogpi_table_header(table)->value_column[i] >= 0) {
            ogpi_table_need_slot(table, i);
            s->area_slots[s->area_count++] = (uint16_t)i;
        }
    return 0;
}

/* Everything that figures and medians read. */
static void each_slot(const ogp_summary *s, void (*fn)(const ogp_summary *s, size_t slot, void *user), void *user)
{
    for (size_t i = 0; i < s->figure_count; i++) {
        fn(s, (size_t)s->figures[i].slot, user);
        if (s->figures[i].assessed >= 0)
            fn(s, (size_t)s->figures[i].assessed, user);
    }
    for (size_t i = 0; i < s->median_count; i++)
        fn(s, (size_t)s->medians[i].slot, user);
    if (s->relevance >= 0)
        fn(s, (size_t)s->relevance, user);
}

static void need_slot(const ogp_summary *s, size_t slot, void *rows)
{
    (void)s;
    ogpi_rows_need(rows, slot);
}

static void want_slot(const ogp_summary *s, size_t slot, void *wanted)
{
    if (slot >= s->irm->column_count)
        ogpi_irm_want(s->irm, slot - s->irm->column_count, wanted);
}

void ogpi_summary_want(const ogp_summary *s, bool *wanted)
{
    each_slot(s, want_slot, wanted);
}

int ogp_summary_add_path(ogp_summary *s, const char *path, ogp_error *error)
{
    ogpi_rows *rows;
    ogpi_row row;
    int code;

    if (!s || !path)
        return ogpi_error_needs(error, "a summary and a path");
    if ((code = ogpi_rows_open_path(&rows, path, s->context, error)) < 0)
        return code;
    each_slot(s, need_slot, rows);
    if ((code = find_areas(s, rows, error)) == 0)
        while ((code = ogpi_rows_next(rows, &row, error)) > 0 && (code = ogpi_summary_add(s, rows, &row, error)) == 0)
            ;
    ogpi_rows_close(rows);
    int sorted = ogpi_summary_sort(s, code < 0 ? NULL : error);
    return code < 0 ? code : sorted;
}
