/* SPDX-License-Identifier: MIT */
/* Plans from bytes and files, whatever their form, and back. */
#include "io/csv_encoding.h"
#include "io/xml.h"
#include "io/xml_scan.h"
#include "base/error.h"
#include "base/file.h"
#include "rulebook/rulebook.h"

typedef int read_function(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length, ogp_error *error);

static int parse(ogp_plan **out, const ogp_context *context, read_function *read, const char *text, size_t length,
                 ogp_error *error)
{
    ogp_plan *plan = ogpi_plan_new(context);
    if (!plan)
        return ogpi_error_memory(error);
    int rc = read(plan, ogp_context_limits(context), text, length, error);
    if (rc < 0)
        ogp_plan_unref(plan);
    else
        *out = plan;
    return rc;
}

static int check_arguments(ogp_plan **out, const char *text, ogp_error *error)
{
    if (!out || !text)
        return ogpi_error_needs(error, "an input and a place for the plan");
    *out = NULL;
    return OGP_OK;
}

int ogp_plan_parse(ogp_plan **out, const ogp_context *context, const char *text, size_t length, ogp_error *error)
{
    int rc = check_arguments(out, text, error);
    if (rc < 0)
        return rc;
    const char *other = ogpi_csv_detect_foreign(text, length);
    if (other && *text != '<' && *text != '{')
        return ogpi_error_at(error, OGP_ERROR_SYNTAX, 1, 1, "neither JSON nor XML but %.*s", (int)strcspn(other, ":"),
                             other);
    return parse(out, context, ogpi_xml_begins(text, length) ? ogpi_plan_read_xml : ogpi_plan_read_json, text, length,
                 error);
}

int ogp_plan_parse_commitment(ogp_plan **out, const ogp_context *context, const char *text, size_t length,
                              ogp_error *error)
{
    int rc = check_arguments(out, text, error);
    return rc < 0 ? rc : parse(out, context, ogpi_commitment_read_json, text, length, error);
}

int ogp_plan_load(ogp_plan **out, const ogp_context *context, const char *path, ogp_error *error)
{
    int rc = check_arguments(out, path, error);
    if (rc < 0)
        return rc;
    ogpi_buffer text;
    ogpi_buffer_init(&text, ogpi_context_allocator(context));
    rc = ogpi_file_read(&text, path, ogp_context_limits(context)->input_bytes, error);
    if (rc == OGP_OK)
        rc = ogp_plan_parse(out, context, text.data ? text.data : "", text.length, error);
    ogpi_buffer_clear(&text);
    return rc;
}

typedef int write_function(char **out, size_t *length, const ogp_plan *plan, ogp_error *error);

static int save(const ogp_plan *plan, write_function *write, const char *path, ogp_error *error)
{
    char *text = NULL;
    size_t length;
    if (!path)
        return ogpi_error_needs(error, "a path");
    int rc = write(&text, &length, plan, error);
    if (rc == OGP_OK)
        rc = ogpi_file_save(path, text, length, error);
    ogp_free(text);
    return rc;
}

int ogp_plan_save(const ogp_plan *plan, const char *path, ogp_error *error)
{
    return save(plan, ogp_plan_write, path, error);
}

int ogp_plan_save_xml(const ogp_plan *plan, const char *path, ogp_error *error)
{
    return save(plan, ogp_plan_write_xml, path, error);
}
