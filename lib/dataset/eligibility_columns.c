/* SPDX-License-Identifier: MIT */
#include "dataset/eligibility_columns.h"
#include "base/error.h"
#include "base/utf8.h"

#include <stdio.h>
#include <strings.h>

typedef struct reader {
    ogpi_eligibility_columns *columns;
    const ogpi_eligibility_rules *rules;
    ogpi_report_builder *report;
    const char *path;
    ogpi_rb known, refused;
    bool useful; /* a column that says something of a country */
} reader;

/* Lower case, words joined by underscores: "Civil  liberties" is civil_liberties. */
static void normalise(char out[OGPI_ELI_NAME], const char *name)
{
    const char *end = name + strlen(name);
    size_t n = 0, bytes;
    while (name < end && n < OGPI_ELI_NAME - 1) {
        ogpi_white white = ogpi_utf8_white(name, (size_t)(end - name), &bytes);
        if (white == OGPI_WHITE_NONE && *name != '-') {
            out[n++] = *name >= 'A' && *name <= 'Z' ? (char)(*name + 32) : *name;
            bytes = 1;
        } else if (white != OGPI_WHITE_HIDDEN && (n == 0 || out[n - 1] != '_')) {
            out[n++] = '_';
        }
        name += bytes;
    }
    out[n] = '\0';
}

static const char *cell_named(const reader *r, const char *name)
{
    for (size_t i = 0; i < ogpi_rb_count(r->known); i++)
        if (ogpi_rb_has(ogpi_rb_get(ogpi_rb_at(r->known, i), "names"), name))
            return ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(r->known, i), "cell"), "");
    return NULL;
}

/* `first`: the column that is read in place of this one, or this one. */
static void find_beside(const reader *r, const char *rule, const char *column, const char *use, const char *first)
{
    char path[OGPI_ELI_NAME + 16];
    const ogpi_arg args[] = {{"column", first, false},  {"other", column, false}, {"use", use, false},
                             {"field", use, false},     {"minimum", "0", false},  {"maximum", "4", false}};
    snprintf(path, sizeof path, "%s/%s", r->path, column);
    ogpi_report_add(r->report, &(ogpi_finding_spec){.rule = rule, .path = path, .args = args, .arg_count = 6});
}

static void find(const reader *r, const char *rule, const char *column, const char *use)
{
    find_beside(r, rule, column, use, column);
}

static bool refuse(reader *r, const char *name, const char *spelling)
{
    for (size_t i = 0; i < ogpi_rb_count(r->refused); i++) {
        ogpi_rb column = ogpi_rb_at(r->refused, i);
        const char *allowed = ogpi_rb_string(ogpi_rb_get(column, "unless_ends"), NULL);
        size_t length = strlen(name), tail = allowed ? strlen(allowed) : 0;
        if (!strstr(name, ogpi_rb_string(ogpi_rb_get(column, "contains"), "?")) ||
            (allowed && length >= tail && strcmp(name + length - tail, allowed) == 0))
            continue;
        find(r, ogpi_rb_string(ogpi_rb_get(column, "rule"), ""), spelling,
             ogpi_rb_string(ogpi_rb_get(column, "use"), ""));
        r->useful = true;
        return true;
    }
    return false;
}

/* A prefixed variable of V-Dem is the variable. */
static const char *without_prefix(const char *name, const ogpi_eligibility_rules *rules)
{
    for (size_t i = 0; i < rules->cell_count; i++) {
        const char *variable = rules->cells[i].variable;
        const char *at = *variable ? strstr(name, variable) : NULL;
        if (at && strcmp(at, variable) == 0)
            return at;
    }
    return name;
}

static int *slot_of(reader *r, const char *cell)
{
    ogpi_eligibility_columns *c = r->columns;
    int index = ogpi_eligibility_cell(r->rules, cell);
    if (index >= 0)
        return &c->of_cell[index];
    return strcmp(cell, "country") == 0 ? &c->country : strcmp(cell, "year") == 0 ? &c->year
         : strcmp(cell, "member") == 0  ? &c->member  : &c->un_member;
}

static void take(reader *r, int index)
{
    char name[OGPI_ELI_NAME];
    const char *spelling = r->columns->names[index];
    normalise(name, spelling);
    const char *cell = cell_named(r, without_prefix(name, r->rules));
    if (!cell && *name && !refuse(r, name, spelling))
        find(r, "ELI028", spelling, "");
    if (!cell)
        return;
    int *slot = slot_of(r, cell);
    r->useful |= slot != &r->columns->year;
    if (*slot < 0)
        *slot = index;
    else
        find_beside(r, "TAB013", spelling, cell, r->columns->names[*slot]);
}

static void note_missing(const reader *r)
{
    for (size_t i = 0; i < r->rules->cell_count; i++)
        if (r->columns->of_cell[i] < 0)
            find(r, "ELI026", r->rules->cells[i].id, "");
    if (r->columns->member < 0)
        find(r, "ELI026", "member", "");
    if (r->columns->country < 0)
        find(r, "ELI026", "country", "");
}

int ogpi_eligibility_columns_read(ogpi_eligibility_columns *out, const ogpi_eligibility_rules *rules, ogpi_csv *csv,
                                  const ogpi_csv_row *row, const char *path, ogpi_report_builder *report,
                                  ogp_error *error)
{
    reader r = {.columns = out, .rules = rules, .report = report, .path = path};
    r.known = ogpi_rb_path(rules->book, "eligibility/columns");
    r.refused = ogpi_rb_path(rules->book, "eligibility/refused_columns");
    memset(out, 0, sizeof *out);
    out->count = row->count;
    out->country = out->year = out->member = out->un_member = -1;
    for (size_t i = 0; i < OGPI_ELI_CELLS; i++)
        out->of_cell[i] = -1;
    for (size_t i = 0; i < row->count && i < OGPI_ELI_HEADER; i++) {
        bool converted;
        ogpi_csv_cell cell = ogpi_csv_text(csv, &row->cells[i], &converted);
        ogpi_csv_cut(&cell);
        snprintf(out->names[i], sizeof out->names[i], "%.*s", (int)cell.length, cell.text);
        take(&r, (int)i);
    }
    if (out->year < 0 || !r.useful)
        return ogpi_error_at(
            error, OGP_ERROR_FORMAT, row->line, 1,
            "no table of eligibility: column \"%s\" is missing; the header is country,year,budget_proposal,"
            "audit_report,access_to_information,asset_disclosure,civil_liberties,cso_entry_exit,"
            "cso_repression,member",
            out->year < 0 ? "year" : "country");
    note_missing(&r);
    return 0;
}
