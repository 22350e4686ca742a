/* SPDX-License-Identifier: MIT */
/* A plan to XML, by the tables of its shape. */
#include "io/xml.h"
#include "base/error.h"
#include "base/file.h"
#include "model/fill.h"

/* Written by hand: without memory, libxml2's writer loses bytes and says that all is well. */
typedef struct writer {
    ogpi_buffer *out;
    unsigned depth;
    bool open;  /* the start tag of the element under way still takes attributes */
    bool texts; /* it holds text: its end tag stands on the same line */
    ogpi_buffer scratch;
    bool rtl; /* the plan's own language is, and what says nothing else inherits it */
} writer;

static void indent(writer *w)
{
    for (unsigned i = 0; i < w->depth; i++)
        ogpi_buffer_add(w->out, "  ", 2);
}

static void begin(writer *w, const char *name)
{
    if (w->open)
        ogpi_buffer_add(w->out, ">\n", 2);
    indent(w);
    ogpi_buffer_putc(w->out, '<');
    ogpi_buffer_puts(w->out, name);
    w->open = true;
    w->texts = false;
    w->depth++;
}

static void end(writer *w, const char *name)
{
    w->depth--;
    if (w->open) {
        ogpi_buffer_add(w->out, "/>\n", 3);
    } else {
        if (!w->texts)
            indent(w);
        ogpi_buffer_add(w->out, "</", 2);
        ogpi_buffer_puts(w->out, name);
        ogpi_buffer_add(w->out, ">\n", 2);
    }
    w->open = w->texts = false;
}

/* `special` are the characters that may not stand for themselves. */
static void put_escaped(ogpi_buffer *out, const char *text, const char *special)
{
    while (*text) {
        size_t plain = strcspn(text, special);
        ogpi_buffer_add(out, text, plain);
        text += plain;
        if (!*text)
            break;
        const char *meant = *text == '&'   ? "&amp;"
                            : *text == '<' ? "&lt;"
                            : *text == '>' ? "&gt;"
                            : *text == '"' ? "&quot;"
                                           : NULL;
        if (meant)
            ogpi_buffer_puts(out, meant);
        else
            ogpi_buffer_printf(out, "&#%d;", *text);
        text++;
    }
}

static void attribute(writer *w, const char *name, const char *value)
{
    ogpi_buffer_putc(w->out, ' ');
    ogpi_buffer_puts(w->out, name);
    ogpi_buffer_add(w->out, "=\"", 2);
    put_escaped(w->out, value, "&<>\"\t\n\r");
    ogpi_buffer_putc(w->out, '"');
}

static void put(writer *w, const char *text)
{
    if (!*text)
        return;
    if (w->open)
        ogpi_buffer_putc(w->out, '>');
    w->open = false;
    w->texts = true;
    put_escaped(w->out, text, "&<>\"\r");
}

/* A text, with the marks that it needs where it cannot stand as it is. */
static const char *escaped(writer *w, const char *text, size_t length, const char *mark)
{
    if (!ogpi_xml_needs_escape(text, length))
        return text;
    w->scratch.length = 0;
    ogpi_xml_escape(&w->scratch, text, length);
    w->out->failed |= w->scratch.failed;
    attribute(w, mark, "true");
    return w->scratch.failed ? "" : w->scratch.data;
}

/* The content of the element under way, and its end. */
static void content(writer *w, const char *name, const char *text, size_t length)
{
    put(w, escaped(w, text, length, "escaped"));
    end(w, name);
}

static void write_string(writer *w, const char *name, const ogpi_string *string)
{
    begin(w, name);
    content(w, name, ogpi_str(string), string->length);
}

/* Languages written from right to left, by their primary subtag. */
static bool is_rtl(const char *language)
{
    static const char *const rtl[] = {"ar",  "arc", "ckb", "dv",  "fa", "he", "ks", "ku-Arab",
                                      "nqo", "ps",  "sd",  "syr", "ug", "ur", "yi"};
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
        content(w, name, ogpi_str(&text->items[i].text), text->items[i].text.length);
    }
}

static void write_strings(writer *w, const ogpi_field *field, const ogpi_strings *strings)
{
    begin(w, field->name);
    for (size_t i = 0; i < strings->count; i++)
        write_string(w, field->item, &strings->items[i]);
    end(w, field->name);
}

static void write_dates(writer *w, const ogpi_field *field, const ogpi_dates *dates)
{
    begin(w, field->name);
    for (size_t i = 0; i < dates->count; i++)
        write_string(w, field->item, &dates->items[i].text);
    end(w, field->name);
}

static void write_members(writer *w, const void *record, const ogpi_shape *shape);

static void write_record(writer *w, const char *name, const void *record, const ogpi_shape *shape)
{
    begin(w, name);
    write_members(w, record, shape);
    end(w, name);
}

static void write_records(writer *w, const ogpi_field *field, const ogpi_list *list)
{
    begin(w, field->name);
    for (size_t i = 0; i < list->count; i++)
        write_record(w, field->item, (const char *)list->items + i * field->shape->size, field->shape);
    end(w, field->name);
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
        content(w, names[value->kind], value->as.text, value->count);
        return;
    }
    if (value->kind == OGPI_VALUE_NUMBER)
        put(w, value->as.text);
    if (value->kind == OGPI_VALUE_TRUE || value->kind == OGPI_VALUE_FALSE)
        put(w, value->kind == OGPI_VALUE_TRUE ? "true" : "false");
    for (size_t i = 0; value->kind == OGPI_VALUE_ARRAY && i < value->count; i++)
        write_value(w, &value->as.items[i], NULL);
    for (size_t i = 0; value->kind == OGPI_VALUE_OBJECT && i < value->count; i++)
        write_value(w, &value->as.members[i].value, value->as.members[i].key);
    end(w, names[value->kind]);
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
    ogpi_buffer_puts(w->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    begin(w, "plan");
    attribute(w, "xmlns", OGPI_XML_PLAN);
    attribute(w, "xmlns:j", OGPI_XML_JSON);
    if (ogpi_language_tag(ogpi_str(&plan->language)))
        language(w, plan->language.text);
    w->rtl = is_rtl(ogpi_str(&plan->language));
    write_members(w, plan, &ogpi_plan_shape);
    end(w, "plan");
}

static int write_xml(ogpi_buffer *out, const ogp_plan *plan, ogp_error *error)
{
    writer w = {.out = out};
    ogpi_buffer_init(&w.scratch, plan->allocator);
    write_plan(&w, plan);
    ogpi_buffer_clear(&w.scratch);
    return out->failed ? ogpi_error_memory(error) : OGP_OK;
}

int ogp_plan_write_xml(char **out, size_t *length, const ogp_plan *plan, ogp_error *error)
{
    if (!out || !plan)
        return ogpi_error_needs(error, "a plan and a place for its text");
    *out = NULL;
    ogpi_buffer buffer;
    ogpi_buffer_init(&buffer, NULL); /* ogp_free() knows no allocator */
    int rc = write_xml(&buffer, plan, error);
    if (rc == OGP_OK)
        *out = ogpi_buffer_take(&buffer, length);
    ogpi_buffer_clear(&buffer);
    return rc == OGP_OK && !*out ? ogpi_error_memory(error) : rc;
}
