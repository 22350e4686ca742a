/* SPDX-License-Identifier: MIT */
#include "rules/field.h"

bool ogpi_slot_filled(const void *record, const ogpi_field *field)
{
    const void *slot = ogpi_slot_of(record, field);
    switch (field->kind) {
    case OGPI_FIELD_STRING:
        return !ogpi_blank(slot);
    case OGPI_FIELD_TEXT:
        return !ogpi_text_empty(slot);
    case OGPI_FIELD_DATE:
        return ((const ogpi_date *)slot)->value.kind != OGP_EDTF_NONE;
    case OGPI_FIELD_STRINGS:
        return ((const ogpi_strings *)slot)->count > 0;
    case OGPI_FIELD_DATES:
        return ((const ogpi_dates *)slot)->count > 0;
    case OGPI_FIELD_RECORDS:
        return ((const ogpi_list *)slot)->count > 0;
    case OGPI_FIELD_RECORD:
        return ogpi_record_filled(field->shape, slot);
    }
    return false;
}

bool ogpi_record_filled(const ogpi_shape *shape, const void *record)
{
    for (size_t i = 0; i < shape->field_count; i++)
        if (ogpi_slot_filled(record, &shape->fields[i]))
            return true;
    return false;
}

static bool unknown_filled(const void *record, const char *name)
{
    const ogpi_value *value = ogpi_value_get(&((const ogpi_record *)record)->unknown, name);
    return value && value->count > 0 &&
           (value->kind != OGPI_VALUE_STRING || value->as.text[strspn(value->as.text, " \t\r\n")] != '\0');
}

bool ogpi_field_filled(const ogpi_shape *shape, const void *record, const char *path)
{
    for (;;) {
        char name[32];
        size_t length = strcspn(path, "/");
        if (length >= sizeof name)
            return false;
        memcpy(name, path, length);
        name[length] = '\0';
        const ogpi_field *field = ogpi_shape_field(shape, name);
        if (!field)
            return unknown_filled(record, name);
        if (path[length] == '\0')
            return ogpi_slot_filled(record, field);
        if (field->kind != OGPI_FIELD_RECORD)
            return false;
        record = ogpi_slot_of(record, field);
        shape = field->shape;
        path += length + 1;
    }
}

static const char *word_at(ogpi_rb list, size_t index)
{
    return ogpi_rb_kind_of(list) == OGPI_RB_OBJECT ? ogpi_rb_key(list, index)
                                                   : ogpi_rb_string(ogpi_rb_at(list, index), "");
}

void ogpi_members_joined(char *out, size_t size, ogpi_rb list, const char *member)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < ogpi_rb_count(list); i++) {
        const char *word = member ? ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(list, i), member), "") : word_at(list, i);
        size_t length = strlen(word);
        if (used + length + 3 > size)
            return;
        if (used > 0) {
            memcpy(out + used, ", ", 2);
            used += 2;
        }
        memcpy(out + used, word, length + 1);
        used += length;
    }
}

void ogpi_keys_joined(char *out, size_t size, ogpi_rb list)
{
    ogpi_members_joined(out, size, list, NULL);
}

bool ogpi_listed(ogpi_rb list, const char *word)
{
    if (ogpi_rb_kind_of(list) == OGPI_RB_OBJECT)
        return ogpi_rb_kind_of(ogpi_rb_get(list, word)) != OGPI_RB_NONE;
    return ogpi_rb_has(list, word);
}
