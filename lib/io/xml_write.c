/* SPDX-License-Identifier: MIT */
/* A plan to XML, by the tables of its shape, through libxml2's text writer. */
#include "io/xml.h"
#include "base/error.h"
#include "base/file.h"
#include "model/fill.h"

#include <libxml/xmlwriter.h>

typedef struct writer {
    xmlTextWriterPtr xml;
    ogpi_buffer scratch;
    bool rtl; /* the plan's own language is, and what says nothing else inherits it */
    bool failed;
} writer;

static void check(writer *w, int rc)
{
    w->failed |= rc < 0;
}

static void begin(writer *w, const char *name)
{
    check(w, xmlTextWriterStartElement(w->xml, BAD_CAST name));
}

static void end(writer *w)
{
    check(w, xmlTextWriterEndElement(w->xml));
}

static void attribute(writer *w, const char *name, const char *value)
{
    check(w, xmlTextWriterWriteAttribute(w->xml, BAD_CAST name, BAD_CAST value));
}

/* A text, with the marks that it needs where it cannot stand as it is. */
static const char *escaped(writer *w, const char *text, size_t length, const char *mark)
{
    if (!ogpi_xml_needs_escape(text, length))
        return text;
    w->scratch.length = 0;
    ogpi_xml_escape(&w->scratch, text, length);
    w->failed |= w->scratch.failed;
    attribute(w, mark, "true");
    return w->scratch.failed ? "" : w->scratch.data;
}

/* The content of the element under way, and its end. */
static void content(writer *w, const char *text, size_t length)
{
    const char *safe = escaped(w, text, length, "escaped");
    if (*safe)
        check(w, xmlTextWriterWriteString(w->xml, BAD_CAST safe));
    end(w);
}

static void write_string(writer *w, const char *name, const ogpi_string *string)
{
    begin(w, name);
    content(w, ogpi_str(string), string->length);
}

/* Languages written from right to left, by their primary subtag. */
static bool is_rtl(const char *language)
{
    static const char *const rtl[] = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-Arab", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"};
    for (size_t i = 0; i < sizeof rtl / sizeof *rtl; i++) {
        size_t length = strlen(rtl[i]);
        if (strncmp(language, rtl[i], length) == 0 && (language[length] == '\0' || language[length] == '-'))
            return true;
    }
    return false;
}

static void language(writer *w, const char *tag)
{
    bool rtl = is_rtl(tag);
    attribute(w, "xml:lang", tag);
    if (rtl || w->rtl)
        attribute(w, "dir", rtl ? "rtl" : "ltr");
}

static void write_text(writer *w, const char *name, const ogpi_text *text)
{
    for (size_t i = 0; i < text->count; i++) {
        begin(w, name);
        if (text->items[i].language)
            language(w, text->items[i].language);
        content(w, ogpi_str(&text->items[i].text), text->items[i].text.length);
    }
}

static void write_strings(writer *w, const ogpi_field *field, const ogpi_strings *strings)
{
    begin(w, field->name);
    for (size_t i = 0; i < strings->count; i++)
        write_string(w, field->item, &strings->items[i]);
    end(w);
}

static void write_dates(writer *w, const ogpi_field *field, const ogpi_dates *dates)
{
    begin(w, field->name);
    for (size_t i = 0; i < dates->count; i++)
        write_string(w, field->item, &dates->items[i].text);
    end(w);
}

static void write_members(writer *w, const void *record, const ogpi_shape *shape);

static void write_record(writer *w, const char *name, const void *record, const ogpi_shape *shape)
{
    begin(w, name);
    write_members(w, record, shape);
    end(w);
}

static void write_records(writer *w, const ogpi_field *field, const ogpi_list *list)
{
    begin(w, field->name);
    for (size_t i = 0; i < list->count; i++)
        write_record(w, field->item, (const char *)list->items + i * field->shape->size, field->shape);
    end(w);
}

static void write_field(writer *w, const ogpi_field *field, const void *slot)
{
    switch (field->kind) {
    case OGPI_FIELD_STRING:
        write_string(w, field->name, slot);
        break;
    case OGPI_FIELD_TEXT:
        write_text(w, field->name, slot);
        break;
    case OGPI_FIELD_DATE:
        write_string(w, field->name, &((const ogpi_date *)slot)->text);
        break;
    case OGPI_FIELD_STRINGS:
        write_strings(w, field, slot);
        break;
    case OGPI_FIELD_DATES:
        write_dates(w, field, slot);
        break;
    case OGPI_FIELD_RECORD:
        write_record(w, field->name, slot, field->shape);
        break;
    case OGPI_FIELD_RECORDS:
        write_records(w, field, slot);
        break;
    }
}

static void write_value(writer *w, const ogpi_value *value, const char *key)
{
    static const char *const names[] = {
        [OGPI_VALUE_NULL] = "j:null",     [OGPI_VALUE_FALSE] = "j:boolean", [OGPI_VALUE_TRUE] = "j:boolean",
        [OGPI_VALUE_NUMBER] = "j:number", [OGPI_VALUE_STRING] = "j:string", [OGPI_VALUE_ARRAY] = "j:array",
        [OGPI_VALUE_OBJECT] = "j:map",
    };
    begin(w, names[value->kind]);
    if (key)
        attribute(w, "key", escaped(w, key, strlen(key), "escaped-key"));
    if (value->kind == OGPI_VALUE_STRING) {
        content(w, value->as.text, value->count);
        return;
    }
    if (value->kind == OGPI_VALUE_NUMBER)
        check(w, xmlTextWriterWriteString(w->xml, BAD_CAST value->as.text));
    if (value->kind == OGPI_VALUE_TRUE || value->kind == OGPI_VALUE_FALSE)
        check(w, xmlTextWriterWriteString(w->xml, BAD_CAST(value->kind == OGPI_VALUE_TRUE ? "true" : "false")));
    for (size_t i = 0; value->kind == OGPI_VALUE_ARRAY && i < value->count; i++)
        write_value(w, &value->as.items[i], NULL);
    for (size_t i = 0; value->kind == OGPI_VALUE_OBJECT && i < value->count; i++)
        write_value(w, &value->as.members[i].value, value->as.members[i].key);
    end(w);
}

static void write_unknown(writer *w, const ogpi_value *unknown)
{
    if (unknown->kind == OGPI_VALUE_OBJECT && unknown->count)
        write_value(w, unknown, NULL);
}

static void write_members(writer *w, const void *record, const ogpi_shape *shape)
{
    for (size_t i = 0; i < shape->field_count; i++) {
        const ogpi_field *field = &shape->fields[i];
        if (ogpi_stated(record, field) && !ogpi_xml_is_format(shape, field))
            write_field(w, field, ogpi_slot_of(record, field));
    }
    write_unknown(w, &((const ogpi_record *)record)->unknown);
}

static void write_plan(writer *w, const ogp_plan *plan)
{
    check(w, xmlTextWriterSetIndent(w->xml, 1));
    check(w, xmlTextWriterSetIndentString(w->xml, BAD_CAST "  "));
    check(w, xmlTextWriterStartDocument(w->xml, NULL, "UTF-8", NULL));
    begin(w, "plan");
    attribute(w, "xmlns", OGPI_XML_PLAN);
    attribute(w, "xmlns:j", OGPI_XML_JSON);
    if (ogpi_language_tag(ogpi_str(&plan->language)))
        language(w, plan->language.text);
    w->rtl = is_rtl(ogpi_str(&plan->language));
    write_members(w, plan, &ogpi_plan_shape);
    end(w);
    check(w, xmlTextWriterEndDocument(w->xml));
}

static int add_to_buffer(void *user, const char *bytes, int length)
{
    ogpi_buffer *buffer = user;
    ogpi_buffer_add(buffer, bytes, (size_t)length);
    return buffer->failed ? -1 : length;
}

static int write_xml(ogpi_buffer *out, const ogp_plan *plan, ogp_error *error)
{
    writer w = {.failed = false};
    ogpi_buffer_init(&w.scratch, plan->allocator);
    xmlOutputBufferPtr sink = xmlOutputBufferCreateIO(add_to_buffer, NULL, out, NULL);
    w.xml = sink ? xmlNewTextWriter(sink) : NULL;
    if (!w.xml) {
        if (sink)
            xmlOutputBufferClose(sink);
        return ogpi_error_memory(error);
    }
    write_plan(&w, plan);
    xmlFreeTextWriter(w.xml); /* writes the rest and closes the sink */
    ogpi_buffer_clear(&w.scratch);
    return w.failed || out->failed ? ogpi_error_memory(error) : OGP_OK;
}

int ogp_plan_write_xml(char **out, size_t *length, const ogp_plan *plan, ogp_error *error)
{
    if (!out || !plan)
        return ogpi_error(error, OGP_ERROR_USAGE, "a plan and a place for its text are needed");
    *out = NULL;
    ogpi_buffer buffer;
    ogpi_buffer_init(&buffer, NULL); /* ogp_free() knows no allocator */
    int rc = write_xml(&buffer, plan, error);
    if (rc == OGP_OK)
        *out = ogpi_buffer_take(&buffer, length);
    ogpi_buffer_clear(&buffer);
    return rc == OGP_OK && !*out ? ogpi_error_memory(error) : rc;
}
