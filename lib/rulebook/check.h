/* SPDX-License-Identifier: MIT */
/* Checking the shape of a JSON document: small checks put together, each saying at which pointer it fails. */
#ifndef OGPI_RULEBOOK_CHECK_H
#define OGPI_RULEBOOK_CHECK_H

#include "base/json.h"

typedef struct ogpi_checker {
    const json_t *document;
    json_t *ids; /* ids of rules seen so far, as keys */
    ogpi_pointer pointer;
    ogp_error *error;
    int code;
} ogpi_checker;

/* True when the value passes. */
typedef bool ogpi_check(ogpi_checker *c, const json_t *value);

typedef struct ogpi_member_check {
    const char *name;
    bool required;
    ogpi_check *check; /* NULL: any value */
} ogpi_member_check;

/* Always false. */
bool ogpi_check_refuse(ogpi_checker *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Checks a member's value with the pointer moved to it. */
bool ogpi_check_descend(ogpi_checker *c, const char *key, const json_t *value, ogpi_check *check);
bool ogpi_check_object(ogpi_checker *c, const json_t *value);
/* A string that is not empty. */
bool ogpi_check_string(ogpi_checker *c, const json_t *value);
/* Letters and digits, joined by single hyphens, underscores or dots. */
bool ogpi_check_slug(ogpi_checker *c, const json_t *value);
/* An object of these members and no others. */
bool ogpi_check_members(ogpi_checker *c, const json_t *object, const ogpi_member_check *members, size_t count);
/* An object whose keys are slugs and whose values all pass the same check. */
bool ogpi_check_map(ogpi_checker *c, const json_t *object, ogpi_check *check);
/* An array whose elements all pass the same check. */
bool ogpi_check_list(ogpi_checker *c, const json_t *list, ogpi_check *check);
/* One of some words; `list` names them in the message. */
bool ogpi_check_word(ogpi_checker *c, const json_t *value, const char *const *words, size_t count, const char *list);

#endif
