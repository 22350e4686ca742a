/* SPDX-License-Identifier: MIT */
#include "rulebook/ranges.h"

enum { DEEPEST = 6, MOST = 1000000 };

/* Members from the document down, `*` for every member or element of one, `**` for every number at any depth. */
typedef struct range {
    const char *path[DEEPEST];
    int least, most;
    bool by_param; /* the name of a parameter may stand there */
} range;

static const range ranges[] = {
    {{"eligibility", "year", "*"}, 0, 9999, false},
    {{"eligibility", "pass", "numerator"}, 0, 1000, false},
    {{"eligibility", "pass", "denominator"}, 1, 1000, false},
    {{"eligibility", "pass", "points_a_metric"}, 0, 1000, false},
    {{"eligibility", "cells", "*", "levels", "*", "points"}, 0, 1000, true},
    {{"eligibility", "cells", "*", "changes", "*", "acts"}, 0, 1000, false},
    {{"params", "*", "value", "*", "points"}, 0, 1000, false},
    {{"params", "*", "alternative", "*", "points"}, 0, 1000, false},
    {{"text", "weights", "*", "start"}, -9999, 9999, false},
    {{"text", "weights", "*", "doubt"}, -127, 127, false},
    {{"text", "weights", "*", "places", "*", "*"}, -127, 127, false},
};

/* Days, months, years and counts: sums and products of a few of them fit an int32_t. */
static const range any_number = {{"**"}, -MOST, MOST, false};
static const char sections[][12] = {"params",      "calendar", "cocreation", "dates",
                                    "eligibility", "joining",  "smart",      "status"};

static bool is_within(const range *r, const json_t *value)
{
    return json_is_integer(value) && json_integer_value(value) >= r->least && json_integer_value(value) <= r->most;
}

static bool check_number(ogpi_checker *c, const range *r, const json_t *value)
{
    const char *name = r->by_param ? json_string_value(value) : NULL;
    const json_t *param = name ? json_object_get(json_object_get(c->document, "params"), name) : NULL;
    if (name && !param)
        return ogpi_check_refuse(c, "parameter \"%.80s\" is not in \"params\"", name);
    return is_within(r, param ? json_object_get(param, "value") : value) ||
           ogpi_check_refuse(c, "expected a whole number from %d to %d%s%s", r->least, r->most,
                             name ? " as the value of parameter " : "", name ? name : "");
}

static bool check_from(ogpi_checker *c, const range *r, size_t depth, const json_t *value);
static bool check_each(ogpi_checker *c, const range *r, size_t depth, const json_t *value);

/* Numbers that are not whole are no days or counts: whoever reads them says so. */
static bool check_any_depth(ogpi_checker *c, const range *r, size_t depth, const json_t *value)
{
    return json_is_integer(value) ? check_number(c, r, value) : check_each(c, r, depth, value);
}

static bool check_member(ogpi_checker *c, const range *r, size_t depth, const char *key, const json_t *member)
{
    size_t old = ogpi_pointer_push(&c->pointer, key);
    bool good = check_from(c, r, depth, member);
    ogpi_pointer_pop(&c->pointer, old);
    return good;
}

static bool check_element(ogpi_checker *c, const range *r, size_t depth, size_t index, const json_t *element)
{
    size_t old = ogpi_pointer_push_index(&c->pointer, index);
    bool good = check_from(c, r, depth, element);
    ogpi_pointer_pop(&c->pointer, old);
    return good;
}

static bool check_each(ogpi_checker *c, const range *r, size_t depth, const json_t *value)
{
    const char *key;
    json_t *member;
    json_object_foreach((json_t *)value, key, member)
        if (!check_member(c, r, depth, key, member))
            return false;
    for (size_t i = 0; i < json_array_size(value); i++)
        if (!check_element(c, r, depth, i, json_array_get(value, i)))
            return false;
    return true;
}

/* What is no object or list, or has no such member, has no such number. */
static bool check_from(ogpi_checker *c, const range *r, size_t depth, const json_t *value)
{
    const char *wanted = depth < DEEPEST ? r->path[depth] : NULL;
    if (!wanted)
        return check_number(c, r, value);
    if (strcmp(wanted, "**") == 0)
        return check_any_depth(c, r, depth, value);
    if (strcmp(wanted, "*") == 0)
        return check_each(c, r, depth + 1, value);
    const json_t *member = json_object_get(value, wanted);
    return !member || check_member(c, r, depth + 1, wanted, member);
}

bool ogpi_check_ranges(ogpi_checker *c)
{
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (!check_from(c, &ranges[i], 0, c->document))
            return false;
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        const json_t *section = json_object_get(c->document, sections[i]);
        if (section && !check_member(c, &any_number, 0, sections[i], section))
            return false;
    }
    return true;
}
