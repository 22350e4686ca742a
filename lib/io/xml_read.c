/* SPDX-License-Identifier: MIT */
/* XML to a plan, by the tables of its shape. Elements stand in the order of the shape. */
#include "io/xml_json.h"
#include "base/error.h"
#include "model/fill.h"

typedef struct reader {
    ogpi_xml xml;
    ogpi_arena *arena;
    ogpi_pointer pointer;
    ogpi_buffer content, plain;
} reader;

static int wrong(const reader *r, const char *message, const char *name)
{
    return ogpi_xml_error(&r->xml, OGP_ERROR_FORMAT, "%s: %s", name, message);
}

/* Gives an error of the model, which knows no places, the place of the element. */
static int placed(reader *r, int rc)
{
    if (rc < 0 && rc != OGP_ERROR_MEMORY && r->xml.error)
        ogpi_xml_error(&r->xml, rc, "%s", r->xml.error->message);
    return rc;
}

static int read_attributes(reader *r, unsigned allowed, ogpi_xml_attributes *out)
{
    int rc = ogpi_xml_attributes_read(&r->xml, allowed, out);
    ogpi_buffer_clear(&out->key);
    return rc;
}

/* The content of the element under way, out of its escapes. */
static int read_content(reader *r, bool escaped, const ogpi_buffer **out)
{
    int rc = ogpi_xml_content(&r->xml, &r->content);
    *out = &r->content;
    if (rc < 0 || !escaped)
        return rc;
    r->plain.length = 0;
    ogpi_buffer_puts(&r->plain, "");
    ogpi_xml_unescape(&r->plain, r->content.data, r->content.length);
    *out = &r->plain;
    return r->plain.failed ? ogpi_error_memory(r->xml.error) : OGP_OK;
}

static int read_string(reader *r, void *slot, const ogpi_field *field)
{
    ogpi_xml_attributes attributes;
    const ogpi_buffer *text;
    (void)field;
    int rc = read_attributes(r, OGPI_XML_ESCAPED, &attributes);
    if (rc == OGP_OK)
        rc = read_content(r, attributes.escaped, &text);
    return rc != OGP_OK ? rc : ogpi_set_string(slot, r->arena, text->data, text->length, r->xml.error);
}

static int read_date(reader *r, void *slot, const ogpi_field *field)
{
    ogpi_xml_attributes attributes;
    const ogpi_buffer *text;
    int rc = read_attributes(r, 0, &attributes);
    if (rc == OGP_OK)
        rc = read_content(r, false, &text);
    if (rc != OGP_OK)
        return rc;
    return placed(r, ogpi_set_date(slot, field->name, r->arena, text->data, text->length, r->xml.error));
}

/* One of the elements of a text: each language has its own. */
static int read_text(reader *r, void *slot, const ogpi_field *field)
{
    ogpi_xml_attributes attributes;
    const ogpi_buffer *text;
    int rc = read_attributes(r, OGPI_XML_LANG | OGPI_XML_DIR | OGPI_XML_ESCAPED, &attributes);
    if (rc == OGP_OK && ogpi_text_has(slot, attributes.language))
        return wrong(r, "stands twice in one language; keep one of the two", field->name);
    if (rc == OGP_OK)
        rc = read_content(r, attributes.escaped, &text);
    if (rc != OGP_OK)
        return rc;
    return placed(
        r, ogpi_set_text(slot, field->name, r->arena, attributes.language, text->data, text->length, r->xml.error));
}

static int read_record(reader *r, void *record, const ogpi_shape *shape, unsigned attributes);

static int read_nested(reader *r, void *slot, const ogpi_field *field)
{
    return read_record(r, slot, field->shape, 0);
}

typedef int read_function(reader *r, void *slot, const ogpi_field *field);

static bool is_ours(const reader *r)
{
    return strcmp(ogpi_xml_namespace(&r->xml), OGPI_XML_PLAN) == 0;
}

/* The next item of a list: 1, or 0 at the end. */
static int next_item(reader *r, const ogpi_field *field)
{
    int rc = ogpi_xml_child(&r->xml);
    if (rc <= 0 || (is_ours(r) && strcmp(ogpi_xml_name(&r->xml), field->item) == 0))
        return rc;
    return ogpi_xml_error(&r->xml, OGP_ERROR_FORMAT, "%s: <%.40s> stands in a list of <%s>", field->name,
                          ogpi_xml_name(&r->xml), field->item);
}

/* The items of a list, each with the function given. */
static int read_items(reader *r, const void **items, size_t *count, size_t size, read_function *read,
                      const ogpi_field *field)
{
    ogpi_xml_attributes attributes;
    int rc = read_attributes(r, 0, &attributes);
    while (rc == OGP_OK && (rc = next_item(r, field)) > 0) {
        size_t above = ogpi_pointer_push_index(&r->pointer, *count);
        void *item = ogpi_append(r->arena, items, count, NULL, size);
        if (!item)
            return ogpi_error_memory(r->xml.error);
        rc = read(r, item, field);
        if (rc == OGP_OK)
            ogpi_pointer_pop(&r->pointer, above);
    }
    return rc;
}

static int read_strings(reader *r, void *slot, const ogpi_field *field)
{
    ogpi_strings *list = slot;
    const void *items = NULL;
    int rc = read_items(r, &items, &list->count, sizeof(ogpi_string), read_string, field);
    list->items = items;
    list->present = true;
    return rc;
}

static int read_dates(reader *r, void *slot, const ogpi_field *field)
{
    ogpi_dates *list = slot;
    const void *items = NULL;
    int rc = read_items(r, &items, &list->count, sizeof(ogpi_date), read_date, field);
    list->items = items;
    list->present = true;
    return rc;
}

static int read_records(reader *r, void *slot, const ogpi_field *field)
{
    ogpi_list *list = slot;
    int rc = read_items(r, &list->items, &list->count, field->shape->size, read_nested, field);
    list->present = true;
    return rc < 0 ? rc : placed(r, ogpi_check_list_limit(field, list->count, r->xml.limits, r->xml.error));
}

static read_function *const readers[] = {
    [OGPI_FIELD_STRING] = read_string,   [OGPI_FIELD_TEXT] = read_text,   [OGPI_FIELD_DATE] = read_date,
    [OGPI_FIELD_STRINGS] = read_strings, [OGPI_FIELD_DATES] = read_dates, [OGPI_FIELD_RECORD] = read_nested,
    [OGPI_FIELD_RECORDS] = read_records,
};

static int unknown_element(const reader *r, const ogpi_shape *shape)
{
    return ogpi_xml_error(&r->xml, OGP_ERROR_FORMAT,
                          "a %s has no element <%.40s>; members of your own go into a map at its end", shape->name,
                          ogpi_xml_name(&r->xml));
}

/* The field of the element met last. Elements come in the shape's order, those of a text as often as it has
   languages. */
static int find_field(const reader *r, const ogpi_shape *shape, const ogpi_field **last)
{
    const ogpi_field *field = is_ours(r) ? ogpi_shape_field(shape, ogpi_xml_name(&r->xml)) : NULL;
    if (!field || ogpi_xml_is_format(shape, field))
        return unknown_element(r, shape);
    if (*last && field < *last)
        return ogpi_xml_error(&r->xml, OGP_ERROR_FORMAT, "%s: stands after %s; it must come before", field->name,
                              (*last)->name);
    if (field == *last && field->kind != OGPI_FIELD_TEXT)
        return wrong(r, "stands twice; keep one of the two", field->name);
    *last = field;
    return OGP_OK;
}

static int read_members(reader *r, void *record, const ogpi_shape *shape)
{
    const ogpi_field *field = NULL;
    int rc;
    while ((rc = ogpi_xml_child(&r->xml)) > 0) {
        if (strcmp(ogpi_xml_namespace(&r->xml), OGPI_XML_JSON) == 0)
            break;
        rc = find_field(r, shape, &field);
        if (rc != OGP_OK)
            return rc;
        size_t above = ogpi_pointer_push(&r->pointer, field->name);
        rc = readers[field->kind](r, ogpi_slot(record, field), field);
        if (rc < 0)
            return rc;
        ogpi_pointer_pop(&r->pointer, above);
    }
    if (rc <= 0)
        return rc;
    rc = ogpi_xml_read_unknown(&r->xml, record, shape, r->arena, &r->pointer);
    if (rc == OGP_OK && (rc = ogpi_xml_child(&r->xml)) > 0)
        rc =
            ogpi_xml_error(&r->xml, OGP_ERROR_FORMAT,
                           "<%.40s> stands after the map of other members, which must be last", ogpi_xml_name(&r->xml));
    return rc;
}

static int read_record(reader *r, void *record, const ogpi_shape *shape, unsigned allowed)
{
    ogpi_xml_attributes attributes;
    ((ogpi_record *)record)->present = true;
    int rc = read_attributes(r, allowed, &attributes);
    return rc < 0 ? rc : read_members(r, record, shape);
}

static int check_root(const reader *r)
{
    const char *space = ogpi_xml_namespace(&r->xml), *name = ogpi_xml_name(&r->xml);
    static const char any_version[] = "urn:ogp:plan:";
    if (is_ours(r) && strcmp(name, "plan") == 0)
        return OGP_OK;
    if (strncmp(space, any_version, sizeof any_version - 1) == 0 && !is_ours(r))
        return ogpi_xml_error(&r->xml, OGP_ERROR_FORMAT, "version \"%.40s\" is not known; this libogp reads %s",
                              space + sizeof any_version - 1, OGPI_XML_PLAN);
    return ogpi_xml_error(&r->xml, OGP_ERROR_FORMAT, "<%.40s> is no plan; a plan begins with <plan xmlns=\"%s\">", name,
                          OGPI_XML_PLAN);
}

/* A root that says its language speaks for the plan where no member does. */
static int read_root(reader *r, ogp_plan *plan)
{
    ogpi_xml_attributes attributes;
    int rc = ogpi_xml_child(&r->xml);
    if (rc > 0)
        rc = check_root(r);
    if (rc == OGP_OK)
        rc = read_attributes(r, OGPI_XML_LANG | OGPI_XML_DIR, &attributes);
    if (rc == OGP_OK && attributes.language[0] && !ogpi_language_tag(attributes.language))
        rc = ogpi_xml_error(&r->xml, OGP_ERROR_FORMAT,
                            "xml:lang: \"%.24s\" is no language; write a tag such as \"en\" or \"ar\"",
                            attributes.language);
    if (rc == OGP_OK)
        rc = read_members(r, plan, &ogpi_plan_shape);
    if (rc == OGP_OK)
        rc = ogpi_xml_finish(&r->xml);
    plan->record.present = true;
    plan->format = (ogpi_string){OGPI_PLAN_FORMAT, strlen(OGPI_PLAN_FORMAT)};
    if (rc == OGP_OK && attributes.language[0] && !plan->language.text)
        rc = ogpi_set_string(&plan->language, r->arena, attributes.language, strlen(attributes.language), r->xml.error);
    return rc;
}

int ogpi_plan_read_xml(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length, ogp_error *error)
{
    reader r = {.arena = &plan->arena};
    ogpi_buffer_init(&r.content, plan->allocator);
    ogpi_buffer_init(&r.plain, plan->allocator);
    int rc = ogpi_xml_open(&r.xml, text, length, limits, error);
    r.xml.allocator = plan->allocator;
    if (rc == OGP_OK)
        rc = read_root(&r, plan);
    ogpi_xml_close(&r.xml);
    ogpi_buffer_clear(&r.content);
    ogpi_buffer_clear(&r.plain);
    /* The parser is ahead of us: of what it refuses, only the place is known. */
    if (rc == OGP_ERROR_FORMAT || rc == OGP_ERROR_LIMIT)
        ogpi_error_path(error, r.pointer.text);
    return rc;
}
