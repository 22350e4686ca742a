/* SPDX-License-Identifier: MIT */
/* The tables of eligibility, read from the rulebook into arrays. */
#include "base/decimal.h"
#include "rules/eligibility.h"

#include <ogp/date.h>
#include <stdio.h>

static ogpi_rb section(const ogp_rulebook *book, const char *name)
{
    return ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(book), "eligibility"), name);
}

static const char *string(ogpi_rb object, const char *name, const char *fallback)
{
    return ogpi_rb_string(ogpi_rb_get(object, name), fallback);
}

static int32_t integer(ogpi_rb object, const char *name, int32_t fallback)
{
    return ogpi_rb_int(ogpi_rb_get(object, name), fallback);
}

int ogpi_eligibility_cell(const ogpi_eligibility_rules *rules, const char *id)
{
    for (size_t i = 0; i < rules->cell_count; i++)
        if (strcmp(rules->cells[i].id, id) == 0)
            return (int)i;
    return -1;
}

/* A number, or the name of a parameter that holds it. */
static int32_t points_of(const ogp_rulebook *book, ogpi_rb value, const char **status)
{
    const char *param = ogpi_rb_string(value, NULL);
    if (!param)
        return ogpi_rb_int(value, 0);
    *status = string(ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(book), "params"), param), "status", *status);
    return ogpi_rb_int(ogpi_rb_param(book, param), 0);
}

static void read_levels(ogpi_eligibility_rules *r, ogpi_cell_rules *cell, ogpi_rb value)
{
    ogpi_rb levels = ogpi_rb_get(value, "levels");
    for (size_t i = 0; i < ogpi_rb_count(levels) && i < OGPI_ELI_LEVELS; i++) {
        ogpi_rb from = ogpi_rb_at(levels, i);
        ogpi_level *level = &cell->levels[cell->level_count++];
        level->id = string(from, "id", "");
        level->term = string(from, "term", "");
        level->status = string(from, "status", string(value, "status", "unverified"));
        level->points = points_of(r->book, ogpi_rb_get(from, "points"), &level->status);
    }
}

/* A condition in words that a table can hold, ">7.5", and its contrary. */
static const char *condition(ogpi_eligibility_rules *r, const ogpi_cell_rules *cell, size_t level, bool inclusive,
                             double cut)
{
    size_t index = (size_t)(cell - r->cells);
    char number[OGPI_DECIMAL_SIZE];
    ogpi_decimal_text(cut, number);
    snprintf(r->texts[index][level], sizeof r->texts[0][0], "%s%.12s", inclusive ? ">=" : ">", number);
    snprintf(r->falls[index][level], sizeof r->falls[0][0], "%s%.12s", inclusive ? "<" : "<=", number);
    return r->texts[index][level];
}

/* Bands come from the highest down, levels rise: what is above none of them is level 0. */
static void read_bands(ogpi_eligibility_rules *r, ogpi_cell_rules *cell, ogpi_rb value)
{
    const char *param = string(value, "bands", "");
    ogpi_rb bands = ogpi_rb_param(r->book, param);
    const char *status =
        string(ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(r->book), "params"), param), "status", "unverified");
    size_t count = ogpi_rb_count(bands);
    if (count > OGPI_ELI_LEVELS - 1)
        count = OGPI_ELI_LEVELS - 1;
    cell->levels[0] = (ogpi_level){.id = "", .term = "", .status = status, .cut = -HUGE_VAL};
    for (size_t i = 1; i <= count; i++) {
        ogpi_rb band = ogpi_rb_at(bands, count - i);
        bool inclusive = ogpi_rb_kind_of(ogpi_rb_get(band, "from")) != OGPI_RB_NONE;
        double cut = ogpi_rb_real(ogpi_rb_get(band, inclusive ? "from" : "above"), 0);
        cell->levels[i] = (ogpi_level){.id = condition(r, cell, i, inclusive, cut), .term = "", .status = status,
                                       .points = integer(band, "points", 0),
                                       .cut = cut, .inclusive = inclusive};
    }
    cell->level_count = count + 1;
}

static void read_ordinal(ogpi_eligibility_rules *r, ogpi_cell_rules *cell)
{
    cell->levels[0] = (ogpi_level){.id = "", .term = "", .status = "unverified", .cut = -HUGE_VAL};
    cell->levels[1] = (ogpi_level){.id = condition(r, cell, 1, true, r->threshold), .term = "", .status = "unverified",
                                   .cut = r->threshold, .inclusive = true};
    cell->level_count = 2;
    r->values_cells |= 1u << (cell - r->cells);
}

static void read_cell(ogpi_eligibility_rules *r, ogpi_rb value)
{
    const char *kind = string(value, "kind", "levels");
    ogpi_cell_rules *cell = &r->cells[r->cell_count];
    *cell = (ogpi_cell_rules){.id = string(value, "id", ""), .term = string(value, "term", ""), .metric = -1,
                              .variable = string(value, "variable", ""),
                              .minimum = ogpi_rb_real(ogpi_rb_get(value, "minimum"), 0),
                              .maximum = ogpi_rb_real(ogpi_rb_get(value, "maximum"), 0)};
    cell->kind = strcmp(kind, "bands") == 0     ? OGPI_CELL_BANDS
                 : strcmp(kind, "ordinal") == 0 ? OGPI_CELL_ORDINAL
                                                : OGPI_CELL_LEVELS;
    if (cell->kind == OGPI_CELL_LEVELS)
        read_levels(r, cell, value);
    else if (cell->kind == OGPI_CELL_BANDS)
        read_bands(r, cell, value);
    else
        read_ordinal(r, cell);
    r->cell_count++;
}

static int level_index(const ogpi_cell_rules *cell, const char *id)
{
    for (size_t i = 0; i < cell->level_count; i++)
        if (strcmp(cell->levels[i].id, id) == 0)
            return (int)i;
    return -1;
}

static void add_change(ogpi_eligibility_rules *r, size_t cell, int from, int to, int32_t acts, const char *term)
{
    const ogpi_cell_rules *c = &r->cells[cell];
    int32_t points = from >= 0 && to >= 0 ? c->levels[to].points - c->levels[from].points : 0;
    if (to < 0 || r->change_count == OGPI_ELI_CHANGES || (c->kind != OGPI_CELL_ORDINAL && (from < 0 || points <= 0)))
        return;
    r->changes[r->change_count++] = (ogpi_change_rule){
        .change = {.cell = c->id, .from = from < 0 ? "" : c->levels[from].id, .to = c->levels[to].id, .term = term,
                   .points = points, .acts = acts, .is_act = c->kind == OGPI_CELL_LEVELS},
        .cell = (uint8_t)cell, .from = (uint8_t)(from < 0 ? 0 : from), .to = (uint8_t)to};
}

/* Acts come from the table; what is judged from outside may rise to any higher band. */
static void read_changes(ogpi_eligibility_rules *r, size_t cell, ogpi_rb value)
{
    const ogpi_cell_rules *c = &r->cells[cell];
    ogpi_rb changes = ogpi_rb_get(value, "changes");
    for (size_t i = 0; i < ogpi_rb_count(changes); i++) {
        ogpi_rb change = ogpi_rb_at(changes, i);
        add_change(r, cell, level_index(c, string(change, "from", "")), level_index(c, string(change, "to", "")),
                   integer(change, "acts", 1), string(change, "term", ""));
    }
    for (int from = 0; c->kind != OGPI_CELL_LEVELS && from < (int)c->level_count; from++)
        for (int to = from + 1; to < (int)c->level_count; to++)
            add_change(r, cell, from, to, 1, c->term);
}

static void read_metric(ogpi_eligibility_rules *r, ogpi_rb value)
{
    ogpi_metric_rules *metric = &r->metrics[r->metric_count];
    ogpi_rb cells = ogpi_rb_get(value, "cells");
    const char *half = string(value, "half_known", NULL);
    const char *how = half ? ogpi_rb_string(ogpi_rb_param(r->book, half), "") : "";
    *metric = (ogpi_metric_rules){.id = string(value, "id", ""),
                                  .source = string(value, "source", ""),
                                  .status = string(value, "status", "unverified"),
                                  .score_known = strcmp(how, "score-known") == 0};
    for (size_t i = 0; i < ogpi_rb_count(cells); i++) {
        int cell = ogpi_eligibility_cell(r, ogpi_rb_string(ogpi_rb_at(cells, i), ""));
        if (cell < 0)
            continue;
        metric->cells |= 1u << cell;
        r->cells[cell].metric = (int)r->metric_count;
    }
    r->metric_count++;
}

static int32_t edition_year(ogpi_rb edition, const char *name, int32_t fallback)
{
    ogp_edtf date;
    const char *text = string(edition, name, NULL);
    return text && ogp_edtf_parse(&date, text, strlen(text), NULL) == 0 ? date.from.year : fallback;
}

static void read_edition(ogpi_eligibility_rules *r, ogpi_rb value)
{
    ogpi_eligibility_edition *edition = &r->editions[r->edition_count++];
    edition->id = string(value, "id", "");
    ogpi_rb span = ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(r->book), "editions"), edition->id);
    edition->from = edition_year(span, "from", INT32_MIN);
    edition->to = edition_year(span, "to", INT32_MAX);
    edition->min_status = string(value, "min_metrics", "unverified");
    for (size_t i = 0; i < r->metric_count; i++) {
        ogpi_rb own = ogpi_rb_get(ogpi_rb_get(value, "overrides"), r->metrics[i].id);
        edition->metric_source[i] = string(own, "source", r->metrics[i].source);
        edition->metric_status[i] = string(own, "status", r->metrics[i].status);
    }
}

static void read_numbers(ogpi_eligibility_rules *r)
{
    ogpi_rb pass = section(r->book, "pass"), year = section(r->book, "year");
    ogpi_rb first = ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(r->book), "params"), "values_check.first_year");
    r->numerator = integer(pass, "numerator", 3);
    r->denominator = integer(pass, "denominator", 4);
    r->metric_points = integer(pass, "points_a_metric", 4);
    r->min_metrics = ogpi_rb_int(ogpi_rb_param(r->book, "eligibility.min_metrics"), 3);
    r->year_minimum = integer(year, "minimum", 1990);
    r->year_maximum = integer(year, "maximum", 2199);
    r->values_from = integer(first, "value", 2018);
    int32_t other = integer(first, "alternative", r->values_from);
    r->values_uncertain = other < r->values_from ? other : r->values_from;
    r->threshold = ogpi_rb_real(ogpi_rb_param(r->book, "values_check.threshold"), 3);
    r->values_all = strcmp(ogpi_rb_string(ogpi_rb_param(r->book, "values_check.mode"), "any"), "both") == 0;
    r->accept_fractional = ogpi_rb_bool(ogpi_rb_param(r->book, "values_check.accept_fractional"), false);
    r->known_fails = strcmp(ogpi_rb_string(ogpi_rb_param(r->book, "values_check.half_known"), ""), "score-known") == 0;
}

void ogpi_eligibility_read(ogpi_eligibility_rules *out, const ogp_rulebook *book)
{
    ogpi_rb cells = section(book, "cells"), metrics = section(book, "metrics"), editions = section(book, "editions");
    memset(out, 0, sizeof *out);
    out->book = book;
    read_numbers(out);
    for (size_t i = 0; i < ogpi_rb_count(cells) && i < OGPI_ELI_CELLS; i++)
        read_cell(out, ogpi_rb_at(cells, i));
    for (size_t i = 0; i < ogpi_rb_count(metrics) && i < OGPI_ELI_METRICS; i++)
        read_metric(out, ogpi_rb_at(metrics, i));
    for (size_t i = 0; i < out->cell_count; i++)
        read_changes(out, i, ogpi_rb_at(cells, i));
    for (size_t i = 0; i < ogpi_rb_count(editions) && i < OGPI_ELI_EDITIONS; i++)
        read_edition(out, ogpi_rb_at(editions, i));
}

const ogpi_eligibility_edition *ogpi_eligibility_edition_of(const ogpi_eligibility_rules *rules, int32_t year)
{
    for (size_t i = 0; i < rules->edition_count; i++)
        if (year >= rules->editions[i].from && year <= rules->editions[i].to)
            return &rules->editions[i];
    return rules->edition_count ? &rules->editions[year < rules->editions[0].from ? 0 : rules->edition_count - 1]
                                : NULL;
}

ogpi_eligibility_book *ogpi_eligibility_book_new(const ogp_context *context)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogpi_eligibility_book *book = ogpi_calloc(allocator, 1, sizeof *book);
    if (!book)
        return NULL;
    ogpi_ref_init(&book->refs);
    book->allocator = *allocator;
    book->rulebook = ogp_rulebook_ref((ogp_rulebook *)ogp_context_rulebook(context));
    ogpi_eligibility_read(&book->rules, book->rulebook);
    return book;
}

void ogpi_eligibility_book_unref(ogpi_eligibility_book *book)
{
    if (!book || !ogpi_unref(&book->refs))
        return;
    ogp_allocator allocator = book->allocator;
    ogp_rulebook_unref(book->rulebook);
    ogpi_names_clear(&book->names, &allocator);
    ogpi_free(&allocator, book);
}
