/* SPDX-License-Identifier: MIT */
#include "io/xml_json.h"
#include "base/error.h"

typedef struct reader {
    ogpi_xml *xml;
    ogpi_pointer *pointer;
    ogpi_buffer content;
} reader;

static int memory(const reader *r)
{
    return ogpi_error_memory(r->xml->error);
}

static int take(const reader *r, json_t *made, json_t **out)
{
    *out = made;
    return made ? OGP_OK : memory(r);
}

/* Puts what a text means in place of its escapes. */
static int resolve(const reader *r, ogpi_buffer *buffer, bool escaped)
{
    ogpi_buffer plain;
    if (!escaped)
        return OGP_OK;
    ogpi_buffer_init(&plain, buffer->allocator);
    ogpi_buffer_puts(&plain, "");
    ogpi_xml_unescape(&plain, buffer->data, buffer->length);
    ogpi_buffer_clear(buffer);
    *buffer = plain;
    return plain.failed ? memory(r) : OGP_OK;
}

static int read_string(reader *r, json_t **out, bool escaped)
{
    int rc = ogpi_xml_content(r->xml, &r->content);
    if (rc == OGP_OK)
        rc = resolve(r, &r->content, escaped);
    return rc < 0 ? rc : take(r, json_stringn_nocheck(r->content.data, r->content.length), out);
}

static int read_number(reader *r, json_t **out, bool escaped)
{
    json_error_t why = {.text = {0}};
    (void)escaped;
    int rc = ogpi_xml_content(r->xml, &r->content);
    if (rc < 0)
        return rc;
    const char *text = r->content.data;
    bool bare = r->content.length && text[strspn(text, "0123456789+-.eE")] == '\0';
    *out = bare ? json_loadb(text, r->content.length, JSON_DECODE_ANY, &why) : NULL;
    if (*out)
        return OGP_OK;
    if (bare && json_error_code(&why) == json_error_out_of_memory)
        return memory(r);
    if (bare && json_error_code(&why) == json_error_numeric_overflow)
        return ogpi_xml_error(r->xml, OGP_ERROR_LIMIT, "a number too large to be kept");
    return ogpi_xml_error(r->xml, OGP_ERROR_FORMAT, "\"%.40s\" is no number as JSON writes it", text);
}

static int read_boolean(reader *r, json_t **out, bool escaped)
{
    (void)escaped;
    int rc = ogpi_xml_content(r->xml, &r->content);
    if (rc < 0)
        return rc;
    bool yes = strcmp(r->content.data, "true") == 0;
    if (!yes && strcmp(r->content.data, "false") != 0)
        return ogpi_xml_error(r->xml, OGP_ERROR_FORMAT, "a boolean is true or false");
    return take(r, json_boolean(yes), out);
}

static int read_null(reader *r, json_t **out, bool escaped)
{
    (void)escaped;
    int rc = ogpi_xml_content(r->xml, &r->content);
    if (rc == OGP_OK && r->content.length)
        rc = ogpi_xml_error(r->xml, OGP_ERROR_FORMAT, "a null holds nothing");
    return rc < 0 ? rc : take(r, json_null(), out);
}

static int read_value(reader *r, ogpi_buffer *key, json_t **out);

static int read_array(reader *r, json_t **out, bool escaped)
{
    (void)escaped;
    int rc = take(r, json_array(), out);
    for (size_t index = 0; rc == OGP_OK; index++) {
        json_t *item = NULL;
        rc = ogpi_xml_child(r->xml);
        if (rc <= 0)
            return rc;
        size_t above = ogpi_pointer_push_index(r->pointer, index);
        rc = read_value(r, NULL, &item);
        if (rc < 0)
            json_decref(item);
        else if (json_array_append_new(*out, item) < 0)
            rc = memory(r);
        else
            ogpi_pointer_pop(r->pointer, above);
    }
    return rc;
}

/* One member of a map. */
static int read_member(reader *r, json_t *map)
{
    ogpi_buffer key;
    json_t *value = NULL;
    size_t above = r->pointer->length;
    ogpi_buffer_init(&key, r->content.allocator);
    int rc = read_value(r, &key, &value);
    if (rc < 0)
        json_decref(value);
    else if (json_object_set_new_nocheck(map, key.data, value) < 0)
        rc = memory(r);
    else
        ogpi_pointer_pop(r->pointer, above);
    ogpi_buffer_clear(&key);
    return rc;
}

static int read_map(reader *r, json_t **out, bool escaped)
{
    (void)escaped;
    int rc = take(r, json_object(), out);
    while (rc == OGP_OK) {
        size_t before = json_object_size(*out);
        rc = ogpi_xml_child(r->xml);
        if (rc <= 0)
            return rc;
        rc = read_member(r, *out);
        if (rc == OGP_OK && json_object_size(*out) == before)
            rc = ogpi_xml_error(r->xml, OGP_ERROR_FORMAT, "a key stands twice in one map; keep one of the two");
    }
    return rc;
}

typedef int read_function(reader *r, json_t **out, bool escaped);
static const struct { const char *name; read_function *read; unsigned attributes; } kinds[] = {
    {"map", read_map, 0},         {"array", read_array, 0},     {"string", read_string, OGPI_XML_ESCAPED},
    {"number", read_number, 0},   {"boolean", read_boolean, 0}, {"null", read_null, 0},
};

static int read_key(reader *r, ogpi_xml_attributes *attributes, ogpi_buffer *key)
{
    if (!(attributes->present & OGPI_XML_KEY))
        return ogpi_xml_error(r->xml, OGP_ERROR_FORMAT, "a value in a map needs a key");
    *key = attributes->key;
    ogpi_buffer_init(&attributes->key, r->content.allocator);
    int rc = resolve(r, key, attributes->escaped_key);
    if (rc == OGP_OK)
        ogpi_pointer_push(r->pointer, key->data);
    return rc;
}

/* The value at the element met last, with its key where it stands in a map. */
static int read_value(reader *r, ogpi_buffer *key, json_t **out)
{
    size_t kind = 0;
    const size_t count = sizeof kinds / sizeof *kinds;
    while (kind < count && strcmp(kinds[kind].name, ogpi_xml_name(r->xml)) != 0)
        kind++;
    if (kind == count || strcmp(ogpi_xml_namespace(r->xml), OGPI_XML_JSON) != 0)
        return ogpi_xml_error(r->xml, OGP_ERROR_FORMAT,
                              "<%.40s> is no value; write map, array, string, number, boolean or null of %s",
                              ogpi_xml_name(r->xml), OGPI_XML_JSON);
    ogpi_xml_attributes attributes;
    unsigned allowed = kinds[kind].attributes | (key ? OGPI_XML_KEY | OGPI_XML_ESCAPED_KEY : 0);
    int rc = ogpi_xml_attributes_read(r->xml, allowed, &attributes);
    if (rc == OGP_OK && key)
        rc = read_key(r, &attributes, key);
    ogpi_buffer_clear(&attributes.key);
    return rc < 0 ? rc : kinds[kind].read(r, out, attributes.escaped);
}

/* What has an element of its own may not come as an unknown member too. */
static int check_names(const reader *r, const json_t *map, const ogpi_shape *shape)
{
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)map, key, value)
    {
        if (!ogpi_shape_field(shape, key))
            continue;
        ogpi_pointer_push(r->pointer, key);
        return ogpi_xml_error(r->xml, OGP_ERROR_FORMAT, "%s: a %s has an element of that name; write it so", key,
                              shape->name);
    }
    return OGP_OK;
}

int ogpi_xml_read_unknown(ogpi_xml *xml, ogpi_record *record, const ogpi_shape *shape, ogpi_arena *arena,
                          ogpi_pointer *pointer)
{
    reader r = {.xml = xml, .pointer = pointer};
    json_t *map = NULL;
    ogpi_buffer_init(&r.content, arena->allocator);
    int rc = read_value(&r, NULL, &map);
    if (rc == OGP_OK && !json_is_object(map))
        rc = ogpi_xml_error(xml, OGP_ERROR_FORMAT, "the other members of a %s stand in a map", shape->name);
    if (rc == OGP_OK)
        rc = check_names(&r, map, shape);
    if (rc == OGP_OK)
        rc = ogpi_value_from_json(&record->unknown, map, arena, xml->error);
    json_decref(map);
    ogpi_buffer_clear(&r.content);
    return rc;
}
