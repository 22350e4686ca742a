/* SPDX-License-Identifier: MIT */
#include "rulebook/check.h"
#include "base/error.h"
#include "rulebook/rulebook.h"
#include <stdio.h>

bool ogpi_check_refuse(ogpi_checker *c, const char *format, ...)
{
    char message[sizeof c->error->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    c->code = ogpi_error(c->error, OGP_ERROR_FORMAT, "%s", message);
    ogpi_error_path(c->error, c->pointer.text);
    return false;
}

bool ogpi_check_descend(ogpi_checker *c, const char *key, const json_t *value, ogpi_check *check)
{
    if (!check)
        return true;
    size_t old = ogpi_pointer_push(&c->pointer, key);
    bool good = check(c, value);
    ogpi_pointer_pop(&c->pointer, old);
    return good;
}

bool ogpi_check_object(ogpi_checker *c, const json_t *value)
{
    return json_is_object(value) || ogpi_check_refuse(c, "expected an object, found %s", ogpi_json_kind(value));
}

bool ogpi_check_string(ogpi_checker *c, const json_t *value)
{
    if (!json_is_string(value))
        return ogpi_check_refuse(c, "expected a string, found %s", ogpi_json_kind(value));
    return json_string_length(value) > 0 ||
           ogpi_check_refuse(c, "this text is empty; write it or leave the member out");
}

static const ogpi_member_check *find_member(const ogpi_member_check *members, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(members[i].name, name) == 0)
            return &members[i];
    return NULL;
}

/* An object of these members and no others. */
bool ogpi_check_members(ogpi_checker *c, const json_t *object, const ogpi_member_check *members, size_t count)
{
    const char *key;
    json_t *value;
    if (!ogpi_check_object(c, object))
        return false;
    for (size_t i = 0; i < count; i++)
        if (members[i].required && !json_object_get(object, members[i].name))
            return ogpi_check_refuse(c, "member \"%s\" is missing", members[i].name);
    json_object_foreach((json_t *)object, key, value)
    {
        const ogpi_member_check *member = find_member(members, count, key);
        if (!member)
            return ogpi_check_refuse(c, "member \"%s\" is not known here", key);
        if (!ogpi_check_descend(c, key, value, member->check))
            return false;
    }
    return true;
}

/* Letters and digits, joined by single hyphens, underscores or dots. */
static bool is_slug(const char *text)
{
    bool joint = true;
    for (; *text; text++) {
        bool letter =
            (*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') || (*text >= '0' && *text <= '9');
        if (!letter && (joint || !strchr("-_.", *text)))
            return false;
        joint = !letter;
    }
    return !joint;
}

bool ogpi_check_slug(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_string(c, value) &&
           (is_slug(json_string_value(value)) ||
            ogpi_check_refuse(c, "\"%s\" is no name: letters and digits, joined by - _ or .",
                              json_string_value(value)));
}

/* An object whose keys are names and whose values all pass the same check. */
bool ogpi_check_map(ogpi_checker *c, const json_t *object, ogpi_check *check)
{
    const char *key;
    json_t *value;
    if (!ogpi_check_object(c, object))
        return false;
    json_object_foreach((json_t *)object, key, value)
    {
        if (!is_slug(key))
            return ogpi_check_refuse(c, "\"%s\" is no name: letters and digits, joined by - _ or .", key);
        if (!ogpi_check_descend(c, key, value, check))
            return false;
    }
    return true;
}

bool ogpi_check_list(ogpi_checker *c, const json_t *list, ogpi_check *check)
{
    if (!json_is_array(list))
        return ogpi_check_refuse(c, "expected an array, found %s", ogpi_json_kind(list));
    for (size_t i = 0; i < json_array_size(list); i++) {
        size_t old = ogpi_pointer_push_index(&c->pointer, i);
        bool good = check(c, json_array_get(list, i));
        ogpi_pointer_pop(&c->pointer, old);
        if (!good)
            return false;
    }
    return true;
}

bool ogpi_check_word(ogpi_checker *c, const json_t *value, const char *const *words, size_t count, const char *list)
{
    for (size_t i = 0; json_is_string(value) && i < count; i++)
        if (strcmp(json_string_value(value), words[i]) == 0)
            return true;
    return ogpi_check_refuse(c, "expected one of %s", list);
}
