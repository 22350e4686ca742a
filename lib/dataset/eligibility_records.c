/* SPDX-License-Identifier: MIT */
/* Records in JSON as a table: members are columns, whichever record has them. */
#include "base/error.h"
#include "base/json.h"
#include "dataset/eligibility_table.h"

#include <stdio.h>

typedef struct reader {
    ogpi_buffer *out;
    json_t *columns; /* an object: its keys in the order in which they came */
    ogp_error *error;
    size_t index;
    bool list;
} reader;

static int refuse(const reader *r, const char *column, const char *wanted, const json_t *found)
{
    char path[160];
    if (r->list)
        snprintf(path, sizeof path, "/%zu%s%.120s", r->index, *column ? "/" : "", column);
    else
        snprintf(path, sizeof path, "%s%.120s", *column ? "/" : "", column);
    ogpi_error(r->error, OGP_ERROR_FORMAT, "expected %s, found %s", wanted, ogpi_json_kind(found));
    ogpi_error_path(r->error, path);
    return OGP_ERROR_FORMAT;
}

static int collect(reader *r, const json_t *record)
{
    const char *name;
    json_t *value;
    if (!json_is_object(record))
        return refuse(r, "", "a record of a country and a year, an object,", record);
    json_object_foreach((json_t *)record, name, value) {
        if (json_is_object(value) || json_is_array(value))
            return refuse(r, name, "a number, a word or null", value);
        if (!json_object_get(r->columns, name) && json_object_set_new(r->columns, name, json_null()) < 0)
            return ogpi_error_memory(r->error);
    }
    return 0;
}

static void put_value(ogpi_buffer *out, const json_t *value)
{
    if (json_is_string(value)) {
        ogpi_csv_write_cell(out, json_string_value(value), json_string_length(value));
    } else if (json_is_boolean(value)) {
        ogpi_buffer_putc(out, json_is_true(value) ? '1' : '0');
    } else if (json_is_number(value)) {
        char digits[64];
        size_t length = json_dumpb(value, digits, sizeof digits, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
        ogpi_buffer_add(out, digits, length < sizeof digits ? length : 0);
    }
}

static void put_record(const reader *r, const json_t *record)
{
    const char *name;
    json_t *unused;
    bool first = true;
    json_object_foreach(r->columns, name, unused) {
        if (!first)
            ogpi_buffer_putc(r->out, ',');
        first = false;
        if (record)
            put_value(r->out, json_object_get(record, name));
        else
            ogpi_csv_write_cell(r->out, name, strlen(name));
    }
    ogpi_buffer_puts(r->out, "\r\n");
}

static int put_records(reader *r, const json_t *document)
{
    size_t count = r->list ? json_array_size(document) : 1;
    int rc = 0;
    for (r->index = 0; rc == 0 && r->index < count; r->index++)
        rc = collect(r, r->list ? json_array_get(document, r->index) : document);
    if (rc < 0)
        return rc;
    if (count == 0)
        ogpi_buffer_puts(r->out, "country,year");
    put_record(r, NULL);
    for (size_t i = 0; i < count; i++)
        put_record(r, r->list ? json_array_get(document, i) : document);
    return r->out->failed ? ogpi_error_memory(r->error) : 0;
}

static int read_all(ogpi_buffer *text, ogp_eligibility_table *table, ogp_error *error)
{
    char block[4096];
    size_t got = 1, limit = ogp_context_limits(table->context)->input_bytes;
    while (got > 0) {
        int rc = ogpi_source_read(&table->source, block, sizeof block, &got, error);
        if (rc < 0)
            return rc;
        ogpi_buffer_add(text, block, got);
        if (text->failed)
            return ogpi_error_memory(error);
        if (text->length > limit)
            return ogpi_error(error, OGP_ERROR_LIMIT, "longer than the limit of %zu bytes", limit);
    }
    return 0;
}

int ogpi_eligibility_records(ogp_eligibility_table *table, ogp_error *error)
{
    ogp_error local = OGP_ERROR_INIT;
    ogpi_buffer text;
    json_t *document = NULL;
    reader r = {.out = &table->records, .error = error ? error : &local};
    ogpi_buffer_init(&text, table->allocator);
    int rc = read_all(&text, table, r.error);
    if (rc == 0)
        rc = ogpi_json_parse(&document, text.data ? text.data : "", text.length, ogp_context_limits(table->context),
                             table->allocator, r.error);
    r.columns = json_object();
    r.list = json_is_array(document);
    table->form = r.list ? OGPI_ELI_RECORDS : OGPI_ELI_RECORD;
    if (rc == 0)
        rc = r.columns ? put_records(&r, document) : ogpi_error_memory(r.error);
    if (rc == OGP_ERROR_FORMAT) {
        unsigned line, column;
        ogpi_json_locate(text.data, text.length, r.error->path, &line, &column);
        ogpi_error_place(r.error, line, column);
    }
    json_decref(r.columns);
    json_decref(document);
    ogpi_buffer_clear(&text);
    return rc;
}
