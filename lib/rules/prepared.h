/* SPDX-License-Identifier: MIT */
/* What every check asks of its rulebook, made ready once: editions as days, required fields as places in a record. */
#ifndef OGPI_PREPARED_H
#define OGPI_PREPARED_H

#include "model/model.h"
#include "rulebook/names.h"

/* A field that a template asks for. */
typedef struct ogpi_required {
    const char *path;
    const ogpi_field *field; /* NULL: no member that we know; it is looked for by its path */
    size_t offset;           /* of the field's record in the record at hand */
    const char *rule;        /* NULL: another place for what the one before asks for */
    const ogp_rule *found;
    const char *status; /* NULL: the rule's */
} ogpi_required;

typedef struct ogpi_required_list {
    const ogpi_required *items;
    size_t count;
} ogpi_required_list;

typedef struct ogpi_template {
    const char *edition;
    bool ready;
    bool whole_contact; /* every part of a contact is asked for */
    ogpi_required_list plan, commitment, milestone;
    ogpi_rb calendars; /* those that go with it */
} ogpi_template;

typedef struct ogpi_prepared {
    ogpi_arena arena;
    const ogp_rulebook *book;
    const ogpi_era *eras;
    size_t era_count;
    ogpi_template *templates;
    size_t template_count;
    int32_t few, recommended, cap; /* commitments of a plan */
    ogpi_names names;      /* those that findings quoted */
    uint32_t languages[26]; /* codes of two letters: a bit for the second of each first letter */
} ogpi_prepared;

/* NULL without memory. The rulebook must outlive it. */
ogpi_prepared *ogpi_prepared_new(const ogp_rulebook *book, const ogp_allocator *allocator);
void ogpi_prepared_free(ogpi_prepared *prepared);
/* *out is NULL where the rulebook has no such edition. False without memory. */
bool ogpi_prepared_template(const ogpi_template **out, ogpi_prepared *prepared, const char *edition);
/* The edition of that id, or NULL. */
const ogpi_era *ogpi_prepared_era(const ogpi_prepared *prepared, const char *id);
/* True for two small letters that the rulebook has as a language's code. */
bool ogpi_prepared_language(const ogpi_prepared *prepared, const char *letters);
/* True when the rulebook has that edition of the template. */
bool ogpi_is_template(const ogpi_prepared *prepared, const char *edition);

#endif
