/* SPDX-License-Identifier: MIT */
/* Between the forms of commitments. A form is a line in the table: its name and the writer of whole plans; what comes
   in tells its form itself. */
#include "base/error.h"
#include "base/file.h"
#include "dataset/convert.h"
#include <ogp/convert.h>

enum { PIECE = 65536 };

typedef struct job {
    const ogp_context *context;
    const char *path;
    ogp_write_function write;
    void *user;
    ogpi_buffer out;
    ogpi_buffer input; /* standard input, which can be read once */
} job;

static int flush(job *j, size_t least, ogp_error *error)
{
    if (j->out.failed)
        return ogpi_error_memory(error);
    if (j->out.length == 0 || j->out.length < least)
        return OGP_OK;
    int stop = j->write(j->user, j->out.data, j->out.length);
    j->out.length = 0;
    return stop ? ogpi_error(error, OGP_ERROR_CANCELLED, "stopped by the caller") : OGP_OK;
}

typedef int write_plan(char **out, size_t *length, const ogp_plan *plan, ogp_error *error);

static int write_whole(job *j, write_plan *write, const ogp_plan *plan, ogp_error *error)
{
    char *text = NULL;
    size_t length = 0;
    int rc = write(&text, &length, plan, error);
    if (rc == OGP_OK)
        ogpi_buffer_add(&j->out, text, length);
    ogp_free(text);
    return rc;
}

static int write_json(job *j, const ogp_plan *plan, ogp_error *error)
{
    return write_whole(j, ogp_plan_write, plan, error);
}

static int write_xml(job *j, const ogp_plan *plan, ogp_error *error)
{
    return write_whole(j, ogp_plan_write_xml, plan, error);
}

/* What a plan says besides its commitments has no place in a stream of them. */
static int write_ndjson(job *j, const ogp_plan *plan, ogp_error *error)
{
    int rc = OGP_OK;
    for (size_t i = 0; rc == OGP_OK && i < ogp_plan_commitment_count(plan); i++) {
        char *text = NULL;
        size_t length = 0;
        rc = ogp_plan_write_commitment(&text, &length, plan, ogp_plan_commitment_at(plan, i), error);
        if (rc == OGP_OK)
            ogpi_buffer_add(&j->out, text, length);
        ogp_free(text);
        if (rc == OGP_OK)
            rc = flush(j, PIECE, error);
    }
    return rc;
}

typedef struct form {
    const char *name;
    const char *losses; /* what is not written; NULL: everything is */
    int (*write)(job *j, const ogp_plan *plan, ogp_error *error);
    bool lines; /* a stream of commitments */
} form;

/* Any edition of the table, a plan or a stream, row by row: these two forms go past the whole plan. */
static const char csv_losses[] =
    "the common table holds keys, titles, texts, dates, codes and policy areas: milestones, values' reasons and "
    "other members of plans, and other columns of tables, are left out";
static const char table_losses[] =
    "contacts of persons and the date of the web page are not passed on; cells without a member of their own "
    "stay under \"table\"";

static const form forms[] = {
    {"csv", csv_losses, NULL, false},
    {"json", NULL, write_json, false},
    {"ndjson",
     "a stream of commitments holds the commitments alone: the plan's own title, start and end, lead and co-creation "
     "are left out",
     write_ndjson, true},
    {"xml", NULL, write_xml, false},
};

static const form *form_called(const char *name)
{
    for (size_t i = 0; name && i < sizeof forms / sizeof *forms; i++)
        if (strcmp(forms[i].name, name) == 0)
            return &forms[i];
    return NULL;
}

static int write_rows(job *j, ogpi_rows *rows, bool csv, ogp_error *error)
{
    ogpi_convert *convert;
    ogpi_row row;
    int rc = ogpi_convert_open(&convert, rows, j->context, error);
    if (rc < 0)
        return rc;
    if (csv)
        ogpi_convert_csv_header(&j->out);
    while (rc >= 0 && (rc = ogpi_rows_next(rows, &row, error)) > 0) {
        (csv ? ogpi_convert_csv_row : ogpi_convert_json_row)(convert, &row, &j->out);
        rc = flush(j, PIECE, error);
    }
    ogpi_convert_close(convert);
    return rc < 0 ? rc : OGP_OK;
}

/* Standard input can be read once, and may have to be looked at twice. */
static int read_once(job *j, ogp_error *error)
{
    return strcmp(j->path, "-") ? OGP_OK
                                : ogpi_file_read(&j->input, "-", ogp_context_limits(j->context)->input_bytes, error);
}

static int open_rows(ogpi_rows **out, job *j, bool csv, ogp_error *error)
{
    ogpi_source source;
    if (csv || strcmp(j->path, "-") != 0)
        return ogpi_rows_open_path(out, j->path, j->context, error);
    ogpi_source_memory(&source, j->input.length ? j->input.data : "", j->input.length);
    return ogpi_rows_open(out, &source, j->context, error);
}

/* Rows that all belong to one plan, as that plan. `row`: the first one, where it was read already. */
static int write_gathered(job *j, ogpi_rows *rows, const ogpi_convert *convert, const ogpi_row *first, const form *to,
                          ogp_error *error)
{
    ogpi_gathering g;
    ogpi_row row;
    ogp_plan *plan = NULL;
    ogpi_gather_begin(&g, convert, ogpi_context_allocator(j->context));
    int rc = first ? ogpi_gather_row(&g, rows, first, error) : 0;
    while (rc >= 0 && (rc = ogpi_rows_next(rows, &row, error)) > 0)
        rc = ogpi_gather_row(&g, rows, &row, error);
    if (rc >= 0)
        rc = ogpi_gather_end(&plan, &g, j->context, error);
    if (rc >= 0)
        rc = to->write(j, plan, error);
    ogp_plan_unref(plan);
    ogpi_gather_clear(&g);
    return rc;
}

static int convert_table(job *j, ogpi_rows *rows, const form *to, ogp_error *error)
{
    ogpi_convert *convert;
    if (!to->write || to->lines)
        return write_rows(j, rows, !to->write, error);
    int rc = ogpi_convert_open(&convert, rows, j->context, error);
    if (rc == OGP_OK)
        rc = write_gathered(j, rows, convert, NULL, to, error);
    ogpi_convert_close(convert);
    return rc;
}

static int write_lines(job *j, ogpi_rows *rows, ogpi_row *row, ogp_error *error)
{
    int rc = 1;
    while (rc > 0) {
        char *text = NULL;
        size_t length = 0;
        rc = ogp_plan_write_commitment(&text, &length, ogpi_rows_plan(rows), row->commitment, error);
        if (rc == OGP_OK)
            ogpi_buffer_add(&j->out, text, length);
        ogp_free(text);
        if (rc == OGP_OK)
            rc = flush(j, PIECE, error);
        if (rc == OGP_OK)
            rc = ogpi_rows_next(rows, row, error);
    }
    return rc;
}

static int convert_plan(job *j, const form *to, ogp_error *error)
{
    ogp_plan *plan = NULL;
    int rc = strcmp(j->path, "-") == 0
                 ? ogp_plan_parse(&plan, j->context, j->input.length ? j->input.data : "", j->input.length, error)
                 : ogp_plan_load(&plan, j->context, j->path, error);
    if (rc == OGP_OK)
        rc = to->write(j, plan, error);
    ogp_plan_unref(plan);
    return rc;
}

static int convert_to_csv(job *j, const form *to, ogp_error *error)
{
    ogpi_rows *rows;
    int rc = open_rows(&rows, j, true, error);
    if (rc == OGP_OK)
        rc = convert_table(j, rows, to, error);
    ogpi_rows_close(rows);
    return rc;
}

/* What is no table and no stream is tried as a plan, whose errors then say more, unless it is no document at all. */
static int convert_either(job *j, const char **losses, const form *to, ogp_error *error)
{
    ogp_error why = OGP_ERROR_INIT;
    ogpi_rows *rows = NULL;
    ogpi_row row;
    int rc = read_once(j, error);
    if (rc < 0)
        return rc;
    bool known = open_rows(&rows, j, false, &why) == OGP_OK, table = known && ogpi_rows_table(rows);
    bool lines = known && !table && ogpi_rows_next(rows, &row, NULL) > 0 && ogpi_rows_of_lines(rows);
    if (table)
        rc = convert_table(j, rows, to, error);
    else if (lines)
        rc = to->lines ? write_lines(j, rows, &row, error) : write_gathered(j, rows, NULL, &row, to, error);
    *losses = table ? table_losses : lines ? NULL : *losses;
    ogpi_rows_close(rows);
    if (!table && !lines)
        rc = convert_plan(j, to, error);
    return rc == OGP_ERROR_SYNTAX && !known ? ogpi_error_as(error, &why) : rc;
}

int ogp_convert(const char **losses, const char *path, const char *format, ogp_write_function write, void *user,
                const ogp_context *context, ogp_error *error)
{
    const char *unused;
    job j = {.context = context, .path = path, .write = write, .user = user};
    const form *to = form_called(format);
    losses = losses ? losses : &unused;
    *losses = NULL;
    if (!path || !write)
        return ogpi_error_needs(error, "an input and a function that writes");
    if (!to)
        return ogpi_error(error, OGP_ERROR_USAGE, "formats are csv, json, ndjson and xml");
    ogpi_buffer_init(&j.out, ogpi_context_allocator(context));
    ogpi_buffer_init(&j.input, ogpi_context_allocator(context));
    *losses = to->losses;
    int rc = to->write ? convert_either(&j, losses, to, error) : convert_to_csv(&j, to, error);
    if (rc == OGP_OK)
        rc = flush(&j, 0, error);
    ogpi_buffer_clear(&j.out);
    ogpi_buffer_clear(&j.input);
    return rc;
}
