/* SPDX-License-Identifier: MIT */
#include "rules/prepared.h"

/* Follows a path as far as the shapes know it: "lead/name" is a field of a record within. */
static void resolve(ogpi_required *place, const ogpi_shape *shape)
{
    const char *path = place->path;
    char name[32];
    for (size_t length; (length = strcspn(path, "/")) < sizeof name; path += length + 1) {
        memcpy(name, path, length);
        name[length] = '\0';
        const ogpi_field *field = ogpi_shape_field(shape, name);
        if (field && path[length] == '\0')
            place->field = field;
        if (!field || path[length] == '\0' || field->kind != OGPI_FIELD_RECORD)
            return;
        place->offset += field->offset;
        shape = field->shape;
    }
}

static size_t count_places(ogpi_rb fields)
{
    size_t count = ogpi_rb_count(fields);
    for (size_t i = 0; i < ogpi_rb_count(fields); i++)
        count += ogpi_rb_count(ogpi_rb_get(ogpi_rb_at(fields, i), "also"));
    return count;
}

static void add_place(ogpi_required *place, ogpi_rb path, const ogpi_shape *shape)
{
    *place = (ogpi_required){.path = ogpi_rb_string(path, "")};
    resolve(place, shape);
}

static bool read_list(ogpi_required_list *out, ogpi_prepared *p, ogpi_rb fields, const ogpi_shape *shape)
{
    ogpi_required *items = ogpi_arena_calloc(&p->arena, count_places(fields), sizeof *items);
    out->items = items;
    for (size_t i = 0; items && i < ogpi_rb_count(fields); i++) {
        ogpi_rb entry = ogpi_rb_at(fields, i), also = ogpi_rb_get(entry, "also");
        ogpi_required *first = &items[out->count++];
        add_place(first, ogpi_rb_get(entry, "field"), shape);
        first->rule = ogpi_rb_string(ogpi_rb_get(entry, "rule"), "");
        first->found = ogp_rulebook_rule(p->book, first->rule);
        first->status = ogpi_rb_string(ogpi_rb_get(entry, "status"), NULL);
        for (size_t j = 0; j < ogpi_rb_count(also); j++)
            add_place(&items[out->count++], ogpi_rb_at(also, j), shape);
    }
    return items;
}

static bool read_template(ogpi_template *t, ogpi_prepared *p, ogpi_rb table)
{
    t->whole_contact = strcmp(ogpi_rb_string(ogpi_rb_get(table, "contact"), ""), "all") == 0;
    t->calendars = ogpi_rb_get(ogpi_rb_path(p->book, "dates/templates"), t->edition);
    t->ready = read_list(&t->plan, p, ogpi_rb_get(table, "plan"), &ogpi_plan_shape) &&
               read_list(&t->commitment, p, ogpi_rb_get(table, "commitment"), &ogpi_commitment_shape) &&
               read_list(&t->milestone, p, ogpi_rb_get(table, "milestone"), &ogpi_milestone_shape);
    return t->ready;
}

static ogpi_template *find_template(const ogpi_prepared *p, const char *edition)
{
    for (size_t i = 0; i < p->template_count; i++)
        if (strcmp(p->templates[i].edition, edition) == 0)
            return &p->templates[i];
    return NULL;
}

bool ogpi_prepared_template(const ogpi_template **out, ogpi_prepared *prepared, const char *edition)
{
    ogpi_template *t = find_template(prepared, edition);
    *out = t;
    return !t || t->ready ||
           read_template(t, prepared, ogpi_rb_get(ogpi_rb_path(prepared->book, "template"), edition));
}

bool ogpi_is_template(const ogpi_prepared *prepared, const char *edition)
{
    return find_template(prepared, edition);
}

const ogpi_era *ogpi_prepared_era(const ogpi_prepared *prepared, const char *id)
{
    for (size_t i = 0; i < prepared->era_count; i++)
        if (strcmp(prepared->eras[i].id, id) == 0)
            return &prepared->eras[i];
    return NULL;
}

static bool read_eras(ogpi_prepared *p)
{
    ogpi_rb editions = ogpi_rb_path(p->book, "editions");
    ogpi_era *eras = ogpi_arena_calloc(&p->arena, ogpi_rb_count(editions), sizeof *eras);
    p->eras = eras;
    for (; eras && p->era_count < ogpi_rb_count(editions); p->era_count++)
        eras[p->era_count] = ogpi_era_at(editions, p->era_count);
    return eras;
}

/* An edition of which nothing is said is none. */
static bool name_templates(ogpi_prepared *p)
{
    ogpi_rb table = ogpi_rb_path(p->book, "template");
    p->templates = ogpi_arena_calloc(&p->arena, ogpi_rb_count(table), sizeof *p->templates);
    for (size_t i = 0; p->templates && i < ogpi_rb_count(table); i++)
        if (ogpi_rb_count(ogpi_rb_at(table, i)) > 0)
            p->templates[p->template_count++].edition = ogpi_rb_key(table, i);
    return p->templates;
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static void read_languages(ogpi_prepared *p)
{
    ogpi_rb list = ogpi_rb_path(p->book, "words/languages");
    for (size_t i = 0; i < ogpi_rb_count(list); i++) {
        const char *code = ogpi_rb_string(ogpi_rb_at(list, i), "");
        if (is_small(code[0]) && is_small(code[1]) && code[2] == '\0')
            p->languages[code[0] - 'a'] |= UINT32_C(1) << (code[1] - 'a');
    }
}

bool ogpi_prepared_language(const ogpi_prepared *prepared, const char *letters)
{
    return prepared->languages[letters[0] - 'a'] >> (letters[1] - 'a') & 1;
}

ogpi_prepared *ogpi_prepared_new(const ogp_rulebook *book, const ogp_allocator *allocator)
{
    ogpi_prepared *p = ogpi_calloc(allocator, 1, sizeof *p);
    if (!p)
        return NULL;
    ogpi_arena_init(&p->arena, allocator);
    p->book = book;
    read_languages(p);
    p->few = ogpi_rb_int(ogpi_rb_path(book, "identifiers/counts/min"), 0);
    p->recommended = ogpi_rb_int(ogpi_rb_param(book, "plan.commitments.recommended_max"), 15);
    p->cap = ogpi_rb_int(ogpi_rb_param(book, "plan.commitments.cap"), 20);
    if (read_eras(p) && name_templates(p))
        return p;
    ogpi_prepared_free(p);
    return NULL;
}

void ogpi_prepared_free(ogpi_prepared *prepared)
{
    if (!prepared)
        return;
    const ogp_allocator *allocator = prepared->arena.allocator;
    ogpi_names_clear(&prepared->names, allocator);
    ogpi_arena_clear(&prepared->arena);
    ogpi_free(allocator, prepared);
}
