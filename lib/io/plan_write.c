/* SPDX-License-Identifier: MIT */
/* A plan to JSON, by the tables of its shape: known members in the shape's order, then the unknown ones in theirs. */
#include "io/plan.h"
#include "base/error.h"

/* An object or array under way. */
typedef struct layout {
    ogpi_buffer *buffer;
    int indent; /* of its members; < 0 on one line */
    bool any;
} layout;

static layout begin(ogpi_buffer *buffer, char bracket, int indent)
{
    ogpi_buffer_putc(buffer, bracket);
    return (layout){.buffer = buffer, .indent = indent < 0 ? indent : indent + 1};
}

static void newline(ogpi_buffer *buffer, int indent)
{
    ogpi_buffer_putc(buffer, '\n');
    for (int i = 0; i < indent; i++)
        ogpi_buffer_add(buffer, "  ", 2);
}

static void item(layout *l)
{
    if (l->any)
        ogpi_buffer_puts(l->buffer, l->indent < 0 ? ", " : ",");
    if (l->indent >= 0)
        newline(l->buffer, l->indent);
    l->any = true;
}

static void member(layout *l, const char *name)
{
    item(l);
    ogpi_buffer_json(l->buffer, name, strlen(name));
    ogpi_buffer_puts(l->buffer, ": ");
}

static void end(layout *l, char bracket)
{
    if (l->any && l->indent >= 0)
        newline(l->buffer, l->indent - 1);
    ogpi_buffer_putc(l->buffer, bracket);
}

static void write_string(const ogpi_string *string, ogpi_buffer *buffer)
{
    ogpi_buffer_json(buffer, ogpi_str(string), string->length);
}

static void write_text(const ogpi_text *text, ogpi_buffer *buffer, int indent)
{
    if (text->count == 1 && !text->items[0].language) {
        write_string(&text->items[0].text, buffer);
        return;
    }
    layout l = begin(buffer, '{', indent);
    for (size_t i = 0; i < text->count; i++) {
        member(&l, text->items[i].language ? text->items[i].language : "");
        write_string(&text->items[i].text, buffer);
    }
    end(&l, '}');
}

static void write_strings(const ogpi_strings *strings, ogpi_buffer *buffer, int indent)
{
    layout l = begin(buffer, '[', indent);
    for (size_t i = 0; i < strings->count; i++) {
        item(&l);
        write_string(&strings->items[i], buffer);
    }
    end(&l, ']');
}

static void write_dates(const ogpi_dates *dates, ogpi_buffer *buffer, int indent)
{
    layout l = begin(buffer, '[', indent);
    for (size_t i = 0; i < dates->count; i++) {
        item(&l);
        write_string(&dates->items[i].text, buffer);
    }
    end(&l, ']');
}

static void write_records(const ogpi_list *list, const ogpi_shape *shape, ogpi_buffer *buffer, int indent)
{
    layout l = begin(buffer, '[', indent);
    for (size_t i = 0; i < list->count; i++) {
        item(&l);
        ogpi_record_write_json((const char *)list->items + i * shape->size, shape, buffer, l.indent);
    }
    end(&l, ']');
}

static void write_field(const void *slot, const ogpi_field *field, ogpi_buffer *buffer, int indent)
{
    switch (field->kind) {
    case OGPI_FIELD_STRING:
        write_string(slot, buffer);
        break;
    case OGPI_FIELD_TEXT:
        write_text(slot, buffer, indent);
        break;
    case OGPI_FIELD_DATE:
        write_string(&((const ogpi_date *)slot)->text, buffer);
        break;
    case OGPI_FIELD_STRINGS:
        write_strings(slot, buffer, indent);
        break;
    case OGPI_FIELD_DATES:
        write_dates(slot, buffer, indent);
        break;
    case OGPI_FIELD_RECORD:
        ogpi_record_write_json(slot, field->shape, buffer, indent);
        break;
    case OGPI_FIELD_RECORDS:
        write_records(slot, field->shape, buffer, indent);
        break;
    }
}

void ogpi_record_write_json(const void *record, const ogpi_shape *shape, ogpi_buffer *buffer, int indent)
{
    const ogpi_value *unknown = &((const ogpi_record *)record)->unknown;
    layout l = begin(buffer, '{', indent);
    for (size_t i = 0; i < shape->field_count; i++) {
        const ogpi_field *field = &shape->fields[i];
        if (!ogpi_stated(record, field))
            continue;
        member(&l, field->name);
        write_field(ogpi_slot_of(record, field), field, buffer, l.indent);
    }
    for (size_t i = 0; unknown->kind == OGPI_VALUE_OBJECT && i < unknown->count; i++) {
        member(&l, unknown->as.members[i].key);
        ogpi_value_write(&unknown->as.members[i].value, buffer, l.indent);
    }
    end(&l, '}');
}

static int give(char **out, size_t *length, ogpi_buffer *buffer, ogp_error *error)
{
    ogpi_buffer_putc(buffer, '\n');
    *out = ogpi_buffer_take(buffer, length);
    return *out ? OGP_OK : ogpi_error_memory(error);
}

int ogp_plan_write(char **out, size_t *length, const ogp_plan *plan, ogp_error *error)
{
    if (!out || !plan)
        return ogpi_error_needs(error, "a plan and a place for its text");
    *out = NULL;
    ogpi_buffer buffer;
    ogpi_buffer_init(&buffer, NULL); /* ogp_free() knows no allocator */
    ogpi_record_write_json(plan, &ogpi_plan_shape, &buffer, 0);
    return give(out, length, &buffer, error);
}

static void inherit(ogpi_string *own, const ogpi_string *from)
{
    if (!own->text)
        *own = *from;
}

int ogp_plan_write_commitment(char **out, size_t *length, const ogp_plan *plan, const ogp_commitment *commitment,
                              ogp_error *error)
{
    if (!out || !commitment)
        return ogpi_error_needs(error, "a commitment and a place for its text");
    *out = NULL;
    ogp_commitment line = *commitment;
    if (plan) {
        inherit(&line.plan, &plan->id);
        inherit(&line.member, &plan->member);
        inherit(&line.language, &plan->language);
        if (!line.submitted.text.text)
            line.submitted = plan->submitted;
    }
    ogpi_buffer buffer;
    ogpi_buffer_init(&buffer, NULL);
    ogpi_record_write_json(&line, &ogpi_commitment_shape, &buffer, -1);
    return give(out, length, &buffer, error);
}
