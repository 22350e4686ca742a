/* SPDX-License-Identifier: MIT */
#include "dataset/table.h"
#include "base/error.h"
#include "dataset/cell.h"
#include "dataset/table_private.h"
#include <stdio.h>

enum { HEADER_ROWS = 100, COUNTRIES_KEPT = 4096 };

void ogpi_table_find(ogpi_table *table, const char *rule, const char *subject, ...)
{
    ogpi_arg args[8];
    size_t count = 0;
    const char *name;
    va_list list;

    va_start(list, subject);
    while (count < 8 && (name = va_arg(list, const char *))) {
        args[count].name = name;
        args[count].value = va_arg(list, const char *);
        args[count++].term = false;
    }
    va_end(list);
    ogpi_finding_spec spec = {.rule = rule, .subject = subject, .args = args, .arg_count = count};
    ogpi_report_add(table->report, &spec);
}

static void find_cell(ogpi_table *table, const char *rule, size_t row, size_t column, const ogpi_csv_cell *cell)
{
    char number[24], value[100];
    bool converted;
    ogpi_csv_cell text = ogpi_csv_text(table->csv, cell, &converted);
    size_t length = text.length < 90 ? text.length : 90;

    while (length > 0 && length < text.length && (text.text[length] & 0xC0) == 0x80)
        length--;
    snprintf(number, sizeof number, "%zu", row);
    snprintf(value, sizeof value, "%.*s%s", (int)length, text.text, length < text.length ? "..." : "");
    ogpi_table_find(table, rule, NULL, "row", number, "column", table->header.columns[column].name, "value", value,
                    NULL);
}

static uint64_t row_hash(const ogpi_csv_row *row)
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
    return code < 0 ? ogpi_error_at(error, code, why.line, why.column, "%s", why.message) : code;
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
            table->seen[table->seen_count++] = row_hash(&row);
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
            ogpi_table_find(table, "TAB013", NULL, "column", place, "other", other, "field", field, NULL);
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
    if (!table) {
        ogpi_source unused = *source;
        ogpi_source_close(&unused);
        return ogpi_error_memory(error);
    }
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

void ogpi_table_need_slot(ogpi_table *table, size_t slot)
{
    const ogpi_header *h = &table->header;

    if (slot >= table->irm->column_count || table->need[slot] || table->irm->columns[slot].type > OGPI_IRM_INT)
        return;
    table->need[slot] = true;
    int places[2] = {h->value_column[slot], h->code_column[slot]};
    for (int i = 0; i < 2; i++)
        if (places[i] >= 0)
            table->cells[table->cell_count++] = (ogpi_table_cell){
                .column = (size_t)places[i],
                .slot = slot,
                .label = i == 0 && table->irm->columns[slot].type == OGPI_IRM_LEVEL,
                .paired = places[0] >= 0 && places[1] >= 0,
            };
}

static void need_tests(ogpi_table *table, ogpi_irm_tests tests)
{
    const ogpi_irm *irm = table->irm;

    for (size_t i = 0; i < tests.count; i++)
        for (size_t k = 0; k < irm->tests[tests.first + i].count; k++)
            ogpi_table_need_slot(table, irm->terms[irm->tests[tests.first + i].first + k].slot);
}

static void need_value(ogpi_table *table, const ogpi_irm_value *value)
{
    if (value->kind == OGPI_IRM_COUNT)
        for (size_t i = 0; i < value->b; i++)
            ogpi_table_need_slot(table, table->irm->slots[value->a + i]);
    else if (value->kind != OGPI_IRM_CONST)
        ogpi_table_need_slot(table, value->a);
    if (value->kind == OGPI_IRM_MINUS)
        ogpi_table_need_slot(table, value->b);
}

static void need_inputs(ogpi_table *table, const ogpi_irm_formula *f)
{
    need_tests(table, f->tests);
    need_tests(table, f->where);
    for (size_t i = 0; i < f->case_count; i++) {
        need_tests(table, table->irm->cases[f->first_case + i].when);
        need_value(table, &table->irm->cases[f->first_case + i].value);
    }
    need_value(table, &f->otherwise);
}

void ogpi_table_need_formula(ogpi_table *table, size_t formula)
{
    ogpi_irm_want(table->irm, formula, table->wanted);
    for (size_t i = 0; i < table->irm->formula_count; i++)
        if (table->wanted[i])
            need_inputs(table, &table->irm->formulas[i]);
}

void ogpi_table_need_output(ogpi_table *table)
{
    for (size_t i = 0; i < table->irm->output_count; i++)
        ogpi_table_need_formula(table, table->irm->output[i]);
}

void ogpi_table_need_all(ogpi_table *table)
{
    for (size_t i = 0; i < table->irm->column_count; i++)
        ogpi_table_need_slot(table, i);
    for (size_t i = 0; i < table->irm->formula_count; i++)
        ogpi_table_need_formula(table, i);
}

static void read_cell(ogpi_table *table, ogpi_table_cell *c, const ogpi_csv_row *row)
{
    static const ogpi_csv_cell none = {(char *)"", 0};
    const ogpi_irm_column *column = &table->irm->columns[c->slot];
    const ogpi_csv_cell *cell = c->column < row->count ? &row->cells[c->column] : &none;
    int value = c->label ? ogpi_cell_level(table->irm, column, cell, &c->memo)
                         : ogpi_cell_number(table->irm, column, cell, &c->memo);

    if (value == OGP_MISSING_UNKNOWN || value == OGP_MISSING_BROKEN)
        find_cell(table, value == OGP_MISSING_BROKEN ? "TAB024" : "TAB021", row->number, c->column, cell);
    if (!c->label) {
        /* A code column that says nothing leaves what its label says. */
        if (!c->paired || value != OGP_MISSING_BLANK)
            table->values[c->slot] = (int16_t)value;
        return;
    }
    table->levels[c->slot] = (int16_t)value;
    table->values[c->slot] = value < 0 ? (int16_t)value : column->scale->levels[value].code;
}

static void report_pairs(ogpi_table *table, const ogpi_csv_row *row)
{
    for (size_t i = 0; i < table->cell_count; i++) {
        const ogpi_table_cell *c = &table->cells[i];
        const ogpi_irm_column *column = &table->irm->columns[c->slot];
        if (!c->label || !c->paired)
            continue;
        int level = table->levels[c->slot], code = level < 0 ? level : column->scale->levels[level].code;
        if (code == table->values[c->slot])
            continue;
        char number[24], label_word[24], code_word[24];
        snprintf(number, sizeof number, "%zu", row->number);
        ogpi_irm_spell(label_word, column->scale, code);
        ogpi_irm_spell(code_word, column->scale, table->values[c->slot]);
        ogpi_table_find(table, "TAB020", NULL, "row", number, "label_column",
                        table->header.columns[table->header.value_column[c->slot]].name, "label", label_word,
                        "code_column", table->header.columns[table->header.code_column[c->slot]].name, "code",
                        code_word, NULL);
    }
}

/* Flags that hold numbers above one, and no country: sums. */
static bool holds_sums(const ogpi_table *table, const ogpi_csv_row *row)
{
    size_t numbers = 0, filled = 0;
    int n;

    for (size_t i = 0; i < row->count && i < table->header.count; i++) {
        if (row->cells[i].length == 0)
            continue;
        filled++;
        numbers += ogpi_cell_int(row->cells[i].text, row->cells[i].length, &n);
    }
    return filled >= 3 && numbers * 4 >= filled * 3;
}

static bool is_blank(const ogpi_csv_cell *cell)
{
    return cell->length == 0 || ogpi_irm_same(cell->text, cell->length, "");
}

/* True for a row that is no commitment; says so where it matters. */
static bool leave_out(ogpi_table *table, const ogpi_csv_row *row)
{
    const ogpi_header *h = &table->header;
    size_t filled = 0;
    char number[24];

    bool has_country = table->country_column >= 0;
    const ogpi_csv_cell *country =
        has_country && (size_t)table->country_column < row->count ? &row->cells[table->country_column] : NULL;
    if (country && !is_blank(country) &&
        !ogpi_irm_same(country->text, country->length, h->columns[table->country_column].name))
        return false;
    for (size_t i = 0; i < row->count; i++)
        filled += !is_blank(&row->cells[i]);
    if (filled == 0)
        return true;
    snprintf(number, sizeof number, "%zu", row->number);
    if (country && !is_blank(country)) {
        ogpi_table_find(table, "TAB027", NULL, "row", number, NULL);
        return true;
    }
    if (!has_country)
        return false;
    for (size_t i = 0; i < table->seen_count; i++)
        if (table->seen[i] == row_hash(row))
            return true;
    ogpi_table_find(table, holds_sums(table, row) ? "TAB025" : "TAB026", NULL, "row", number, NULL);
    return true;
}

static void report_length(ogpi_table *table, const ogpi_csv_row *row)
{
    bool filled_beyond = false;
    char number[24], found[24], expected[24];

    for (size_t i = table->header.count; i < row->count && !filled_beyond; i++)
        filled_beyond = i >= table->header.count && !is_blank(&row->cells[i]);
    if (row->count >= table->header.count && !filled_beyond)
        return;
    snprintf(number, sizeof number, "%zu", row->number);
    snprintf(found, sizeof found, "%zu", row->count);
    snprintf(expected, sizeof expected, "%zu", table->header.count);
    ogpi_table_find(table, filled_beyond ? "TAB023" : "TAB022", NULL, "row", number, "found", found, "expected",
                    expected, NULL);
}

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

static void take_country(ogpi_table *table, ogpi_table_row *row)
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

static void take_year(ogpi_table *table, ogpi_table_row *row)
{
    int year = table->values[table->year_slot], plan = table->values[table->plan_slot];
    const char *status = NULL;

    if (!ogp_is_missing(year)) {
        row->year = year;
    } else {
        row->year = ogp_is_missing(plan) ? 0 : known_plan_year(table, row->member, plan, &status);
        report_year(table, row, plan, status);
    }
    if (row->year != table->method_year || !table->method) {
        table->method_year = row->year;
        table->method = ogpi_rb_string(ogpi_rb_get(ogpi_irm_method_of_year(table->irm->book, row->year), "id"), "");
    }
    row->method = table->method;
}

int ogpi_table_next(ogpi_table *table, ogpi_table_row *row, ogp_error *error)
{
    ogpi_csv_row raw;
    int code;

    do
        if ((code = ogpi_csv_next(table->csv, &raw, error)) <= 0)
            return code;
    while (leave_out(table, &raw));
    table->rows++;
    report_length(table, &raw);
    for (size_t i = 0; i < table->cell_count; i++)
        read_cell(table, &table->cells[i], &raw);
    report_pairs(table, &raw);
    *row = (ogpi_table_row){.number = raw.number, .line = raw.line, .cells = raw.cells, .cell_count = raw.count};
    row->values = table->values;
    row->levels = table->levels;
    take_country(table, row);
    take_year(table, row);
    if (table->table_year)
        table->values[table->table_year_slot] = (int16_t)table->table_year;
    for (size_t i = 0; i < table->irm->formula_count; i++)
        if (table->wanted[i])
            ogpi_irm_eval(table->irm, i, table->values, NULL);
    return 1;
}
