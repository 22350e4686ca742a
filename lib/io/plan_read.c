/* SPDX-License-Identifier: MIT */
/* JSON to a plan, by the tables of its shape. */
#include "io/plan.h"
#include "base/error.h"
#include "model/fill.h"

typedef struct reader {
    ogpi_arena *arena;
    const ogp_limits *limits;
    ogpi_pointer pointer; /* where we are; still there when something fails */
    ogp_error *error;
} reader;

static int wrong_type(reader *r, const ogpi_field *field, const char *wanted, const json_t *found)
{
    const char *mend = json_is_null(found) ? "; leave it out where nothing is known" : "";
    return ogpi_error(r->error, OGP_ERROR_FORMAT, "%s: expected %s, found %s%s", field->name, wanted,
                      ogpi_json_kind(found), mend);
}

static int read_string(reader *r, void *slot, const ogpi_field *field, const json_t *json)
{
    if (!json_is_string(json))
        return wrong_type(r, field, "a string in double quotes", json);
    return ogpi_set_string(slot, r->arena, json_string_value(json), json_string_length(json), r->error);
}

static int read_date(reader *r, void *slot, const ogpi_field *field, const json_t *json)
{
    if (!json_is_string(json))
        return wrong_type(r, field, "a date in double quotes such as \"2023-06-30\"", json);
    return ogpi_set_date(slot, field->name, r->arena, json_string_value(json), json_string_length(json), r->error);
}

static int read_texts(reader *r, ogpi_text *text, const ogpi_field *field, const json_t *json)
{
    const char *language;
    json_t *value;
    json_object_foreach((json_t *)json, language, value)
    {
        size_t above = ogpi_pointer_push(&r->pointer, language);
        int rc = json_is_string(value) ? ogpi_set_text(text, field->name, r->arena, language, json_string_value(value),
                                                       json_string_length(value), r->error)
                                       : wrong_type(r, field, "a string in double quotes for each language", value);
        if (rc < 0)
            return rc;
        ogpi_pointer_pop(&r->pointer, above);
    }
    return OGP_OK;
}

static int read_text(reader *r, void *slot, const ogpi_field *field, const json_t *json)
{
    if (json_is_object(json))
        return read_texts(r, slot, field, json);
    if (!json_is_string(json))
        return wrong_type(r, field, "a text: a string, or an object such as {\"en\": \"...\", \"ar\": \"...\"}", json);
    return ogpi_set_text(slot, field->name, r->arena, NULL, json_string_value(json), json_string_length(json),
                         r->error);
}

static int read_record(reader *r, void *record, const ogpi_shape *shape, const json_t *json);

static int read_nested(reader *r, void *slot, const ogpi_field *field, const json_t *json)
{
    if (!json_is_object(json))
        return wrong_type(r, field, "an object in braces", json);
    return read_record(r, slot, field->shape, json);
}

typedef int read_function(reader *r, void *slot, const ogpi_field *field, const json_t *json);

/* The elements of an array, each with the function given. *items is NULL only when memory runs out. */
static int read_items(reader *r, void **items, size_t size, read_function *read, const ogpi_field *field,
                      const json_t *json)
{
    size_t count = json_array_size(json);
    *items = ogpi_arena_calloc(r->arena, count, size);
    if (!*items)
        return ogpi_error_memory(r->error);
    for (size_t i = 0; i < count; i++) {
        size_t above = ogpi_pointer_push_index(&r->pointer, i);
        int rc = read(r, (char *)*items + i * size, field, json_array_get(json, i));
        if (rc < 0)
            return rc;
        ogpi_pointer_pop(&r->pointer, above);
    }
    return OGP_OK;
}

static int read_strings(reader *r, void *slot, const ogpi_field *field, const json_t *json)
{
    void *items;
    if (!json_is_array(json))
        return wrong_type(r, field, "a list of strings such as [\"...\"]", json);
    int rc = read_items(r, &items, sizeof(ogpi_string), read_string, field, json);
    *(ogpi_strings *)slot = (ogpi_strings){.count = json_array_size(json), .items = items, .present = true};
    return rc;
}

static int read_dates(reader *r, void *slot, const ogpi_field *field, const json_t *json)
{
    void *items;
    if (!json_is_array(json))
        return wrong_type(r, field, "a list of dates such as [\"2023-06-30\"]", json);
    int rc = read_items(r, &items, sizeof(ogpi_date), read_date, field, json);
    *(ogpi_dates *)slot = (ogpi_dates){.count = json_array_size(json), .items = items, .present = true};
    return rc;
}

static int read_records(reader *r, void *slot, const ogpi_field *field, const json_t *json)
{
    void *items;
    if (!json_is_array(json))
        return wrong_type(r, field, "a list of objects in brackets", json);
    int rc = ogpi_check_list_limit(field, json_array_size(json), r->limits, r->error);
    if (rc < 0)
        return rc;
    rc = read_items(r, &items, field->shape->size, read_nested, field, json);
    *(ogpi_list *)slot = (ogpi_list){.count = json_array_size(json), .items = items, .present = true};
    return rc;
}

static read_function *const readers[] = {
    [OGPI_FIELD_STRING] = read_string,   [OGPI_FIELD_TEXT] = read_text,      [OGPI_FIELD_DATE] = read_date,
    [OGPI_FIELD_STRINGS] = read_strings, [OGPI_FIELD_DATES] = read_dates,    [OGPI_FIELD_RECORD] = read_nested,
    [OGPI_FIELD_RECORDS] = read_records,
};

static int read_unknown(reader *r, ogpi_record *record, const ogpi_shape *shape, const json_t *json, size_t count)
{
    const char *key;
    json_t *value;
    ogpi_member *members = ogpi_arena_calloc(r->arena, count, sizeof *members);
    if (!members)
        return ogpi_error_memory(r->error);
    record->unknown = (ogpi_value){.kind = OGPI_VALUE_OBJECT, .count = count, .as.members = members};
    json_object_foreach((json_t *)json, key, value)
    {
        if (ogpi_shape_field(shape, key))
            continue;
        members->key = ogpi_arena_strndup(r->arena, key, strlen(key));
        if (!members->key)
            return ogpi_error_memory(r->error);
        int rc = ogpi_value_from_json(&members++->value, value, r->arena, r->error);
        if (rc < 0)
            return rc;
    }
    return OGP_OK;
}

static int read_record(reader *r, void *record, const ogpi_shape *shape, const json_t *json)
{
    const char *key;
    json_t *value;
    size_t unknown = 0;
    ((ogpi_record *)record)->present = true;
    json_object_foreach((json_t *)json, key, value)
    {
        const ogpi_field *field = ogpi_shape_field(shape, key);
        if (!field) {
            unknown++;
            continue;
        }
        size_t above = ogpi_pointer_push(&r->pointer, field->name);
        int rc = readers[field->kind](r, ogpi_slot(record, field), field, value);
        if (rc < 0)
            return rc;
        ogpi_pointer_pop(&r->pointer, above);
    }
    return unknown ? read_unknown(r, record, shape, json, unknown) : OGP_OK;
}

int ogpi_check_list_limit(const ogpi_field *field, size_t count, const ogp_limits *limits, ogp_error *error)
{
    size_t limit = SIZE_MAX;
    if (field->shape == &ogpi_commitment_shape)
        limit = limits->commitments;
    else if (field->shape == &ogpi_milestone_shape)
        limit = limits->milestones;
    if (count <= limit)
        return OGP_OK;
    return ogpi_error(error, OGP_ERROR_LIMIT, "%s: more than %zu; split the document or raise the limit", field->name,
                      limit);
}

int ogpi_check_format(const char *format, ogp_error *error)
{
    if (strcmp(format, OGPI_PLAN_FORMAT) == 0)
        return OGP_OK;
    if (strncmp(format, "ogp-plan/", 9) == 0)
        return ogpi_error(error, OGP_ERROR_FORMAT,
                          "format: version \"%.40s\" is not known; this libogp reads \"" OGPI_PLAN_FORMAT "\"",
                          format + 9);
    return ogpi_error(error, OGP_ERROR_FORMAT, "format: \"%.60s\" is no plan; write \"" OGPI_PLAN_FORMAT "\"", format);
}

static int read_plan(reader *r, ogp_plan *plan, const json_t *json)
{
    static const ogpi_field format_field = {"format", OGPI_FIELD_STRING, 0, NULL, NULL};
    if (!json_is_object(json))
        return ogpi_error(r->error, OGP_ERROR_FORMAT, "a plan is an object in braces; found %s", ogpi_json_kind(json));
    const json_t *format = json_object_get(json, "format");
    if (!format)
        return ogpi_error(r->error, OGP_ERROR_FORMAT,
                          "format is missing; a plan has \"format\": \"" OGPI_PLAN_FORMAT "\"");
    size_t above = ogpi_pointer_push(&r->pointer, "format");
    int rc = json_is_string(format) ? ogpi_check_format(json_string_value(format), r->error)
                                    : wrong_type(r, &format_field, "\"" OGPI_PLAN_FORMAT "\"", format);
    if (rc < 0)
        return rc;
    ogpi_pointer_pop(&r->pointer, above);
    return read_record(r, plan, &ogpi_plan_shape, json);
}

void ogpi_plan_of_one(ogp_plan *plan, const ogp_commitment *commitment)
{
    plan->record.present = true;
    plan->format = (ogpi_string){OGPI_PLAN_FORMAT, strlen(OGPI_PLAN_FORMAT)};
    plan->id = commitment->plan;
    plan->member = commitment->member;
    plan->language = commitment->language;
    plan->submitted = commitment->submitted;
    plan->commitments = (ogpi_list){.count = 1, .items = commitment, .present = true};
}

static int read_commitment(reader *r, ogp_plan *plan, const json_t *json)
{
    if (!json_is_object(json))
        return ogpi_error(r->error, OGP_ERROR_FORMAT, "a commitment is an object in braces; found %s",
                          ogpi_json_kind(json));
    ogp_commitment *commitment = ogpi_arena_calloc(r->arena, 1, sizeof *commitment);
    if (!commitment)
        return ogpi_error_memory(r->error);
    int rc = read_record(r, commitment, &ogpi_commitment_shape, json);
    ogpi_plan_of_one(plan, commitment);
    return rc;
}

static int read_tree(ogp_plan *plan, int (*read)(reader *, ogp_plan *, const json_t *), const ogp_limits *limits,
                     const char *text, size_t length, ogp_error *error)
{
    json_t *json;
    int rc = ogpi_json_parse(&json, text, length, limits, plan->arena.allocator, error);
    if (rc < 0)
        return rc;
    reader r = {.arena = &plan->arena, .limits = limits, .error = error};
    rc = read(&r, plan, json);
    json_decref(json);
    if (rc < 0 && rc != OGP_ERROR_MEMORY) {
        unsigned line, column;
        ogpi_json_locate(text, length, r.pointer.text, &line, &column);
        ogpi_error_place(error, line, column);
        ogpi_error_path(error, r.pointer.text);
    }
    return rc;
}

int ogpi_plan_read_tree(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length, ogp_error *error)
{
    return read_tree(plan, read_plan, limits, text, length, error);
}

int ogpi_commitment_read_tree(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length,
                              ogp_error *error)
{
    return read_tree(plan, read_commitment, limits, text, length, error);
}

/* Good documents need one walk; whatever else comes is read through jansson, which knows the words and the place. */
int ogpi_plan_read_json(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length, ogp_error *error)
{
    int taken = ogpi_plan_scan_json(plan, limits, text, length);
    if (taken == OGP_ERROR_MEMORY)
        return ogpi_error_memory(error);
    return taken ? OGP_OK : ogpi_plan_read_tree(plan, limits, text, length, error);
}

int ogpi_commitment_read_json(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length,
                              ogp_error *error)
{
    int taken = ogpi_commitment_scan_json(plan, limits, text, length);
    if (taken == OGP_ERROR_MEMORY)
        return ogpi_error_memory(error);
    return taken ? OGP_OK : ogpi_commitment_read_tree(plan, limits, text, length, error);
}
