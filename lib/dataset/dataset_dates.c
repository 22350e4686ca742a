/* SPDX-License-Identifier: MIT */
/* A column of dates: evidence first, then EDTF. */
#include "base/error.h"
#include "dataset/dataset.h"
#include "dataset/date_cell.h"
#include <stdio.h>

enum { GROUPS = 4 };

typedef struct evidence {
    size_t day_first, month_first, either;
} evidence;

static ogpi_rb rules_of(const ogpi_table *table)
{
    return ogpi_rb_get(ogpi_table_header(table)->rb, "dates");
}

char ogpi_date_group(const ogpi_table *table, int year)
{
    ogpi_rb rules = rules_of(table);

    for (size_t i = 0; i < ogpi_rb_count(rules) && i < GROUPS; i++) {
        ogpi_rb rule = ogpi_rb_at(rules, i);
        if (year >= ogpi_rb_int(ogpi_rb_get(rule, "from"), 0) && year <= ogpi_rb_int(ogpi_rb_get(rule, "to"), 9999))
            return (char)('a' + i);
    }
    return 'a';
}

static void weigh(const ogpi_column *c, evidence found[GROUPS])
{
    for (size_t i = 0; i < c->terms.count; i++) {
        const ogpi_interned *term = &c->terms.items[i];
        evidence *e = &found[(unsigned char)(term->text[0] - 'a') % GROUPS];
        int shown = ogpi_date_evidence(term->text + 1, term->length - 1);
        e->day_first += shown > 0;
        e->month_first += shown < 0;
        e->either += shown == 0 && memchr(term->text, '/', term->length) != NULL;
    }
}

static const char *order_name(ogpi_date_order order)
{
    return order == OGPI_DATES_MONTH_FIRST ? "month-first" : order == OGPI_DATES_DAY_FIRST ? "day-first" : "mixed";
}

/* The edition's rule, unless every date that can tell speaks against it. */
static ogpi_date_order decide(ogpi_table *table, const char *name, size_t group, const evidence *e)
{
    const char *rule = ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(rules_of(table), group), "rule"), "evidence");
    ogpi_date_order order = OGPI_DATES_MONTH_FIRST;
    char day[24], month[24];

    if (strcmp(rule, "mixed") == 0)
        order = OGPI_DATES_MIXED;
    else if (e->day_first && e->month_first && strcmp(rule, "evidence") == 0)
        order = OGPI_DATES_MIXED;
    else if (e->day_first && !e->month_first)
        order = OGPI_DATES_DAY_FIRST;
    if (e->day_first + e->month_first + e->either == 0)
        return order;
    if (e->day_first + e->month_first == 0 && strcmp(rule, "evidence") == 0) {
        ogpi_table_find(table, "TAB043", NULL, "column", name, NULL);
        return order;
    }
    snprintf(day, sizeof day, "%zu", e->day_first);
    snprintf(month, sizeof month, "%zu", e->month_first);
    ogpi_table_find(table, "TAB040", NULL, "column", name, "order", order_name(order), "day_first", day, "month_first",
                    month, NULL);
    return order;
}

/* The same rows under another name, with the input's own spelling. */
static bool keep_published(ogp_dataset *d, size_t index)
{
    char name[48];
    snprintf(name, sizeof name, "%.36s_published", d->columns[index].name);
    ogpi_column *copy = ogpi_dataset_add_column(d, name, d->columns[index].type, -1);

    if (!copy)
        return false;
    const ogpi_column *c = &d->columns[index];
    copy->borrowed = index + 1;
    /* Two groups may hold the same spelling: terms stay numbered as they are. */
    size_t total = 0;
    copy->term_count = c->terms.count;
    for (size_t i = 0; i < c->terms.count; i++)
        total += c->terms.items[i].length - 1;
    copy->term_offsets = ogpi_alloc(d->allocator, (c->terms.count + 1) * sizeof *copy->term_offsets);
    copy->term_bytes = ogpi_alloc(d->allocator, total + 1);
    if (!copy->term_offsets || !copy->term_bytes)
        return false;
    total = 0;
    for (size_t i = 0; i < c->terms.count; i++) {
        copy->term_offsets[i] = (uint32_t)total;
        memcpy(copy->term_bytes + total, c->terms.items[i].text + 1, c->terms.items[i].length - 1);
        total += c->terms.items[i].length - 1;
    }
    copy->term_offsets[c->terms.count] = (uint32_t)total;
    return true;
}

static void report(ogpi_table *table, const char *name, const char *text, ogpi_date_status status)
{
    if (!table)
        return;
    if (status == OGPI_DATE_UNKNOWN || status == OGPI_DATE_IMPOSSIBLE)
        ogpi_table_find(table, status == OGPI_DATE_UNKNOWN ? "TAB041" : "TAB042", NULL, "column", name, "value",
                        text, NULL);
}

int ogpi_dataset_read_dates(ogp_dataset *d, size_t index, ogpi_table *table, ogp_error *error)
{
    evidence found[GROUPS] = {{0, 0, 0}};
    ogpi_date_order orders[GROUPS];

    if (!keep_published(d, index))
        return ogpi_error_memory(error);
    ogpi_column *c = &d->columns[index];
    weigh(c, found);
    for (size_t i = 0; i < GROUPS; i++)
        orders[i] = table ? decide(table, c->name, i, &found[i]) : OGPI_DATES_MONTH_FIRST;
    c->term_count = c->terms.count;
    c->term_offsets = ogpi_alloc(d->allocator, (c->term_count + 1) * sizeof *c->term_offsets);
    c->term_bytes = ogpi_alloc(d->allocator, c->term_count * OGP_EDTF_SIZE + 1);
    if (!c->term_offsets || !c->term_bytes)
        return ogpi_error_memory(error);
    size_t at = 0;
    for (size_t i = 0; i < c->term_count; i++) {
        const ogpi_interned *term = &c->terms.items[i];
        ogp_edtf edtf;
        ogpi_date_status status = ogpi_date_read(&edtf, term->text + 1, term->length - 1,
                                                 orders[(unsigned char)(term->text[0] - 'a') % GROUPS], d->context);
        c->term_offsets[i] = (uint32_t)at;
        if (status == OGPI_DATE_READ)
            at += ogp_edtf_format(&edtf, c->term_bytes + at, OGP_EDTF_SIZE);
        report(table, c->name, term->text + 1, status);
    }
    c->term_offsets[c->term_count] = (uint32_t)at;
    ogpi_intern_clear(&c->terms);
    return 0;
}
