/* SPDX-License-Identifier: MIT */
/* Rows into columns. */
#include "base/error.h"
#include "dataset/dataset_smart.h"
#include "model/model.h"
#include <stdio.h>

enum { PROGRESS = 4096, AREAS = 2048 };

typedef struct filler {
    ogp_dataset *dataset;
    ogpi_rows *rows;
    const ogp_dataset_options *options;
    uint16_t *area_slots;
    size_t area_count;
    bool smart;
    ogpi_smart_columns marks;
} filler;

static bool is_output(const ogpi_irm *irm, const char *name)
{
    for (size_t i = 0; i < irm->output_count; i++)
        if (strcmp(irm->formulas[irm->output[i]].id, name) == 0)
            return true;
    return false;
}

/* A published figure that is recomputed too is called so: the plain name is that of the recomputed one. */
static bool add_listed(ogp_dataset *d, ogpi_rb list, ogp_column_type type)
{
    for (size_t i = 0; i < ogpi_rb_count(list); i++) {
        const char *id = ogpi_rb_string(ogpi_rb_at(list, i), "");
        int slot = ogpi_irm_column_index(d->irm, id);
        ogp_column_type own = type;
        char name[64];
        snprintf(name, sizeof name, "%.40s%s", id, is_output(d->irm, id) ? "_published" : "");
        if (type == OGP_COLUMN_CODE && slot >= 0 && d->irm->columns[slot].type == OGPI_IRM_INT)
            own = OGP_COLUMN_NUMBER;
        ogpi_column *c = ogpi_dataset_add_column(d, name, own, slot);
        if (!c)
            return false;
        c->date = slot >= 0 && d->irm->columns[slot].type == OGPI_IRM_DATE;
    }
    return true;
}

static bool make_columns(ogp_dataset *d, bool texts)
{
    ogpi_rb lists = ogpi_rb_path(d->irm->book, "tables/dataset");
    bool made = ogpi_dataset_add_column(d, "id", OGP_COLUMN_TEXT, ogpi_irm_column_index(d->irm, "id")) &&
                add_listed(d, ogpi_rb_get(lists, "terms"), OGP_COLUMN_TERM16) &&
                add_listed(d, ogpi_rb_get(lists, "codes"), OGP_COLUMN_CODE) &&
                (!texts || add_listed(d, ogpi_rb_get(lists, "texts"), OGP_COLUMN_TEXT));

    for (size_t i = 0; made && i < d->irm->output_count; i++) {
        size_t formula = d->irm->output[i];
        ogpi_column *c = ogpi_dataset_add_column(d, d->irm->formulas[formula].id, OGP_COLUMN_CODE,
                                                 (int)(d->irm->column_count + formula));
        made = c != NULL;
        if (c)
            c->derived = true;
    }
    return made;
}

static ogpi_csv_cell cell_of(const char *text)
{
    return (ogpi_csv_cell){(char *)text, text ? strlen(text) : 0};
}

/* Ids of the areas that hold, joined: few combinations come again and again. */
static ogpi_csv_cell areas_of(filler *f, const ogpi_row *row, const ogpi_column *c, char buffer[AREAS])
{
    size_t used = 0, count = row->table ? f->area_count : ogp_commitment_policy_area_count(row->commitment);

    if (row->table && c->slot >= 0) {
        ogpi_csv_cell listed = ogpi_table_text(ogpi_rows_table(f->rows), row->table, c->slot);
        if (listed.length > 0)
            return listed;
    }
    buffer[0] = '\0';
    for (size_t i = 0; i < count && used < AREAS - 64; i++) {
        if (row->table && row->values[f->area_slots[i]] != 1)
            continue;
        const char *id =
            row->table
                ? ogpi_rb_string(ogpi_rb_get(ogpi_irm_column_entry(f->dataset->irm, f->area_slots[i]), "area"), "")
                : ogp_commitment_policy_area_at(row->commitment, i);
        used += (size_t)snprintf(buffer + used, AREAS - used, "%s%.60s", used ? ";" : "", id);
    }
    return (ogpi_csv_cell){buffer, used};
}

static ogpi_csv_cell text_of_plan(const ogpi_row *row, const char *name)
{
    const ogp_commitment *c = row->commitment;

    if (strcmp(name, "title") == 0)
        return cell_of(ogp_commitment_title(c, NULL));
    if (strcmp(name, "full_text") == 0)
        return cell_of(ogpi_text_in(&c->description, NULL, NULL));
    if (strcmp(name, "lead") == 0 && ogp_commitment_lead(c))
        return cell_of(ogp_institution_name(ogp_commitment_lead(c), NULL));
    if (strcmp(name, "start") == 0)
        return cell_of(ogpi_str(&c->start.text));
    if (strcmp(name, "end") == 0)
        return cell_of(ogpi_str(&c->end.text));
    if (strcmp(name, "id") == 0)
        return cell_of(ogp_commitment_id(c));
    return (ogpi_csv_cell){(char *)"", 0};
}

static ogpi_csv_cell text_of(filler *f, const ogpi_row *row, const ogpi_column *c, char buffer[AREAS])
{
    if (strcmp(c->name, "country") == 0)
        return cell_of(row->country);
    if (strcmp(c->name, "member") == 0)
        return cell_of(row->member);
    if (strcmp(c->name, "plan") == 0)
        return cell_of(row->plan);
    if (strcmp(c->name, "number") == 0)
        return row->commitment_number;
    if (strcmp(c->name, "method") == 0)
        return cell_of(row->method);
    if (strcmp(c->name, "policy_areas") == 0)
        return areas_of(f, row, c, buffer);
    if (row->table)
        return ogpi_table_text(ogpi_rows_table(f->rows), row->table, c->slot);
    return text_of_plan(row, c->name);
}

static bool add_date(filler *f, ogpi_column *c, const ogpi_row *row, ogpi_csv_cell text, char buffer[AREAS])
{
    ogpi_table *table = ogpi_rows_table(f->rows);

    buffer[0] = table ? ogpi_date_group(table, row->year ? row->year : row->table->year) : 'a';
    size_t length = text.length < AREAS - 2 ? text.length : AREAS - 2;
    memcpy(buffer + 1, text.text, length);
    return ogpi_column_add_term(c, f->dataset->rows, buffer, length + 1, f->dataset->allocator);
}

static bool add_cell(filler *f, ogpi_column *c, const ogpi_row *row)
{
    const ogp_allocator *allocator = f->dataset->allocator;
    size_t at = f->dataset->rows;
    char buffer[AREAS];

    if (c->type == OGP_COLUMN_CODE || c->type == OGP_COLUMN_NUMBER)
        return ogpi_column_add_code(c, at, c->slot >= 0 ? row->values[c->slot] : OGP_MISSING_ABSENT, allocator);
    ogpi_csv_cell text = text_of(f, row, c, buffer);
    text.text = text.text ? text.text : (char *)"";
    if (c->date)
        return add_date(f, c, row, text, buffer);
    if (c->type == OGP_COLUMN_TEXT)
        return ogpi_column_add_text(c, at, text.text, text.length, allocator);
    return ogpi_column_add_term(c, at, text.text, text.length, allocator);
}

static int add_rows(filler *f, ogp_error *error)
{
    ogp_dataset *d = f->dataset;
    ogpi_row row;
    int code;

    while ((code = ogpi_rows_next(f->rows, &row, error)) > 0) {
        for (size_t i = 0; i < d->column_count; i++)
            if (!d->columns[i].smart && !add_cell(f, &d->columns[i], &row))
                return ogpi_error_memory(error);
        if (f->smart && (code = ogpi_smart_columns_add(&f->marks, d, &row, error)) < 0)
            return code;
        d->rows++;
        if (f->options && f->options->progress && d->rows % PROGRESS == 0 &&
            f->options->progress(f->options->user, d->rows) != 0)
            return ogpi_error(error, OGP_ERROR_CANCELLED, "stopped by the caller");
    }
    return code;
}

/* Dates of a plan are EDTF already: only the group's letter goes. */
static int finish(filler *f, ogp_error *error)
{
    ogp_dataset *d = f->dataset;
    ogpi_table *table = ogpi_rows_table(f->rows);
    size_t count = d->column_count;
    int code = 0;

    for (size_t i = 0; i < count && code == 0; i++)
        if (d->columns[i].date)
            code = ogpi_dataset_read_dates(d, i, table, error);
    for (size_t i = 0; i < d->column_count && code == 0; i++)
        if (!d->columns[i].borrowed && !ogpi_column_finish(&d->columns[i], d->rows, d->allocator))
            code = ogpi_error_memory(error);
    for (size_t i = 0; i < d->column_count && code == 0; i++)
        if (d->columns[i].borrowed)
            d->columns[i].data = d->columns[d->columns[i].borrowed - 1].data;
    if (code == 0 && table)
        code = ogpi_table_report(&d->report, table, error);
    return code;
}

static int need_everything(filler *f, ogp_error *error)
{
    const ogpi_irm *irm = f->dataset->irm;
    ogpi_table *table = ogpi_rows_table(f->rows);

    f->area_slots = ogpi_calloc(f->dataset->allocator, irm->column_count + 1, sizeof *f->area_slots);
    if (!f->area_slots)
        return ogpi_error_memory(error);
    for (size_t i = 0; i < f->dataset->column_count; i++)
        if (f->dataset->columns[i].slot >= 0)
            ogpi_rows_need(f->rows, (size_t)f->dataset->columns[i].slot);
    for (size_t i = 0; table && i < irm->column_count; i++)
        if (irm->columns[i].type == OGPI_IRM_AREA && ogpi_table_header(table)->value_column[i] >= 0) {
            ogpi_rows_need(f->rows, i);
            f->area_slots[f->area_count++] = (uint16_t)i;
        }
    return 0;
}

static int fill(ogp_dataset *d, const ogpi_source *source, const ogp_dataset_options *options, ogp_error *error)
{
    filler f = {.dataset = d, .options = options, .smart = options && (options->keep & OGP_KEEP_SMART)};
    int code = ogpi_rows_open(&f.rows, source, d->context, error);

    if (code < 0)
        return code;
    strncpy(d->edition, ogpi_rows_edition(f.rows), sizeof d->edition - 1);
    if ((code = ogpi_irm_open(&d->irm, d->context, error)) == 0 &&
        !make_columns(d, options && (options->keep & OGP_KEEP_TEXTS)))
        code = ogpi_error_memory(error);
    if (code == 0 && f.smart)
        code = ogpi_smart_columns_open(&f.marks, d, f.rows, error);
    if (code == 0 && (code = need_everything(&f, error)) == 0 && (code = add_rows(&f, error)) == 0)
        code = finish(&f, error);
    ogpi_smart_columns_close(&f.marks);
    ogpi_free(d->allocator, f.area_slots);
    ogpi_rows_close(f.rows);
    return code;
}

int ogpi_dataset_read_source(ogp_dataset **out, ogpi_source *source, const ogp_dataset_options *options,
                             const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogp_dataset *d = ogpi_calloc(allocator, 1, sizeof *d);
    int code;

    if (!d) {
        ogpi_source_close(source);
        return ogpi_error_memory(error);
    }
    d->allocator = allocator;
    d->context = ogp_context_ref((ogp_context *)context);
    ogpi_ref_init(&d->refs);
    if ((code = fill(d, source, options, error)) < 0)
        ogp_dataset_unref(d);
    else
        *out = d;
    return code;
}

static int check_call(ogp_dataset **out, bool input, const ogp_dataset_options *options, ogp_error *error)
{
    if (!out || !input || (options && options->struct_size < sizeof *options))
        return ogpi_error_needs(error, "an input, a place for the dataset and OGP_DATASET_OPTIONS_INIT in the options");
    *out = NULL;
    return 0;
}

int ogp_dataset_read(ogp_dataset **out, const char *path, const ogp_dataset_options *options,
                     const ogp_context *context, ogp_error *error)
{
    ogpi_source source;
    int code = check_call(out, path != NULL, options, error);

    if (code < 0 || (code = ogpi_source_open(&source, path, error)) < 0)
        return code;
    return ogpi_dataset_read_source(out, &source, options, context, error);
}

int ogp_dataset_read_memory(ogp_dataset **out, const char *text, size_t length, const ogp_dataset_options *options,
                            const ogp_context *context, ogp_error *error)
{
    ogpi_source source;
    int code = check_call(out, text != NULL, options, error);

    if (code < 0)
        return code;
    ogpi_source_memory(&source, text, length);
    return ogpi_dataset_read_source(out, &source, options, context, error);
}
