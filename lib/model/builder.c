/* SPDX-License-Identifier: MIT */
/* Drafts: records under construction. Each lies by itself in the plan's arena, so that a draft keeps its address while
   others are added; building moves the records of a list together. */
#include "model/fill.h"
#include "base/error.h"
#include "base/utf8.h"
#include "rulebook/rulebook.h"

#include <ogp/builder.h>

struct ogp_draft {
    ogp_plan_builder *builder;
    const ogpi_shape *shape;
    void *record;
    const ogp_draft *parent;
    const char *member; /* of the parent's record, with the path that was given */
    size_t index;
    ogpi_list *list;    /* of the parent's record: where this one will go */
    ogp_draft *first_child, *last_child, *next;
};

struct ogp_plan_builder {
    ogp_allocator allocator;
    ogp_limits limits;
    ogp_plan *plan; /* NULL once built */
    ogp_draft draft;
};

int ogp_plan_builder_new(ogp_plan_builder **out, const ogp_context *context, ogp_error *error)
{
    if (!out)
        return ogpi_error_needs(error, "a place for the builder");
    *out = NULL;
    ogp_plan *plan = ogpi_plan_new(context);
    if (!plan)
        return ogpi_error_memory(error);
    ogp_plan_builder *builder = ogpi_calloc(plan->allocator, 1, sizeof *builder);
    if (!builder) {
        ogp_plan_unref(plan);
        return ogpi_error_memory(error);
    }
    builder->allocator = plan->allocator_copy;
    builder->limits = *ogp_context_limits(context);
    builder->plan = plan;
    builder->draft = (ogp_draft){.builder = builder, .shape = &ogpi_plan_shape, .record = plan};
    plan->record.present = true;
    plan->format = (ogpi_string){OGPI_PLAN_FORMAT, strlen(OGPI_PLAN_FORMAT)};
    *out = builder;
    return OGP_OK;
}

void ogp_plan_builder_free(ogp_plan_builder *builder)
{
    if (!builder)
        return;
    ogp_plan_unref(builder->plan);
    ogp_allocator allocator = builder->allocator;
    ogpi_free(&allocator, builder);
}

ogp_draft *ogp_plan_builder_draft(ogp_plan_builder *builder)
{
    return builder && builder->plan ? &builder->draft : NULL;
}

static void push_path(ogpi_pointer *pointer, const char *path)
{
    char step[64];
    for (size_t length; *path; path += length + (path[length] == '/')) {
        length = strcspn(path, "/");
        size_t kept = length < sizeof step - 1 ? length : sizeof step - 1;
        memcpy(step, path, kept);
        step[kept] = '\0';
        ogpi_pointer_push(pointer, step);
    }
}

static void push_draft(ogpi_pointer *pointer, const ogp_draft *draft)
{
    if (!draft->parent)
        return;
    push_draft(pointer, draft->parent);
    push_path(pointer, draft->member);
    ogpi_pointer_push_index(pointer, draft->index);
}

/* Puts the place in the plan into an error, and hands on its code. */
static int placed(int rc, const ogp_draft *draft, const char *member, ogp_error *error)
{
    ogpi_pointer pointer = {{0}, 0};
    if (rc < 0) {
        push_draft(&pointer, draft);
        push_path(&pointer, member);
        ogpi_error_path(error, pointer.text);
    }
    return rc;
}

static int usable(const ogp_draft *draft, const char *member, ogp_error *error)
{
    if (!draft || !draft->builder->plan)
        return ogpi_error(error, OGP_ERROR_USAGE, "no draft: the builder has built already");
    return member ? OGP_OK : ogpi_error_needs(error, "the name of a member");
}

/* A place in a record: what a member's path leads to. */
typedef struct spot { const ogpi_field *field; void *slot; } spot;

static int step(spot *out, const ogpi_shape *shape, void *record, const char *path, size_t length, ogp_error *error)
{
    char name[64];
    if (length >= sizeof name)
        return ogpi_error(error, OGP_ERROR_USAGE, "a %s has no member of that name", shape->name);
    memcpy(name, path, length);
    name[length] = '\0';
    out->field = ogpi_shape_field(shape, name);
    if (!out->field)
        return ogpi_error(error, OGP_ERROR_USAGE,
                          "a %s has no member \"%s\"; ogp_draft_set_json() adds members of your own", shape->name,
                          name);
    out->slot = ogpi_slot(record, out->field);
    if (path[length] && out->field->kind != OGPI_FIELD_RECORD)
        return ogpi_error(error, OGP_ERROR_USAGE, "\"%s\" is no record that a path could lead into", name);
    return OGP_OK;
}

/* Follows a path through nested records; they come to be on the way when all of the path is good. */
static int find(spot *out, ogp_draft *draft, const char *path, ogp_error *error)
{
    ogpi_record *nested[8];
    size_t depth = 0;
    *out = (spot){.slot = draft->record};
    for (const ogpi_shape *shape = draft->shape;; shape = out->field->shape) {
        size_t length = strcspn(path, "/");
        int rc = step(out, shape, out->slot, path, length, error);
        if (rc < 0)
            return rc;
        if (!path[length])
            break;
        if (depth == sizeof nested / sizeof *nested)
            return ogpi_error(error, OGP_ERROR_USAGE, "the path is too long");
        nested[depth++] = out->slot;
        path += length + 1;
    }
    while (depth)
        nested[--depth]->present = true;
    return OGP_OK;
}

static int check_text(const spot *place, const char *value, const ogp_draft *draft, ogp_error *error)
{
    size_t bad;
    if (!ogpi_utf8_valid(value, strlen(value), &bad))
        return ogpi_error(error, OGP_ERROR_FORMAT, "%s: invalid UTF-8 at byte %zu", place->field->name, bad);
    size_t limit = draft->builder->limits.string_bytes;
    if (strlen(value) > limit)
        return ogpi_error(error, OGP_ERROR_LIMIT, "%s: longer than %zu bytes", place->field->name, limit);
    return OGP_OK;
}

static int wrong_kind(const spot *place, ogp_error *error)
{
    static const char *const instead[] = {
        [OGPI_FIELD_STRING] = "a string; use ogp_draft_set()",
        [OGPI_FIELD_TEXT] = "a text; use ogp_draft_set_text()",
        [OGPI_FIELD_DATE] = "a date; use ogp_draft_set()",
        [OGPI_FIELD_STRINGS] = "a list of strings; use ogp_draft_append()",
        [OGPI_FIELD_DATES] = "a list of dates; use ogp_draft_append()",
        [OGPI_FIELD_RECORD] = "a record; set its members by a path",
        [OGPI_FIELD_RECORDS] = "a list of records; use ogp_draft_add()",
    };
    return ogpi_error(error, OGP_ERROR_USAGE, "%s is %s", place->field->name, instead[place->field->kind]);
}

static void take_text_away(ogpi_text *text, const char *language)
{
    ogpi_text_item *items = (ogpi_text_item *)text->items;
    for (size_t i = 0; i < text->count; i++) {
        bool same = language ? items[i].language && strcmp(items[i].language, language) == 0 : !items[i].language;
        if (!same)
            continue;
        memmove(items + i, items + i + 1, (text->count - i - 1) * sizeof *items);
        text->count--;
        return;
    }
}

static int set_scalar(const spot *place, ogp_draft *draft, const char *language, const char *value, ogp_error *error)
{
    ogpi_arena *arena = &draft->builder->plan->arena;
    const char *name = place->field->name;
    switch (place->field->kind) {
    case OGPI_FIELD_TEXT:
        if (value)
            return ogpi_set_text(place->slot, name, arena, language, value, strlen(value), error);
        take_text_away(place->slot, language && *language ? language : NULL);
        return OGP_OK;
    case OGPI_FIELD_STRING:
        if (value)
            return ogpi_set_string(place->slot, arena, value, strlen(value), error);
        *(ogpi_string *)place->slot = (ogpi_string){NULL, 0};
        return OGP_OK;
    case OGPI_FIELD_DATE:
        if (value)
            return ogpi_set_date(place->slot, name, arena, value, strlen(value), error);
        *(ogpi_date *)place->slot = (ogpi_date){.text = {NULL, 0}};
        return OGP_OK;
    default:
        return wrong_kind(place, error);
    }
}

static int set(ogp_draft *draft, const char *member, const char *language, const char *value, ogp_error *error)
{
    spot place;
    int rc = find(&place, draft, member, error);
    if (rc == OGP_OK && place.slot == &draft->builder->plan->format)
        return ogpi_error(error, OGP_ERROR_USAGE, "format: the builder writes it itself");
    if (rc == OGP_OK && language && place.field->kind != OGPI_FIELD_TEXT)
        rc = wrong_kind(&place, error);
    if (rc == OGP_OK && value)
        rc = check_text(&place, value, draft, error);
    return rc < 0 ? rc : set_scalar(&place, draft, language, value, error);
}

int ogp_draft_set(ogp_draft *draft, const char *member, const char *value, ogp_error *error)
{
    int rc = usable(draft, member, error);
    return rc < 0 ? rc : placed(set(draft, member, NULL, value, error), draft, member, error);
}

int ogp_draft_set_text(ogp_draft *draft, const char *member, const char *language, const char *value, ogp_error *error)
{
    int rc = usable(draft, member, error);
    return rc < 0 ? rc : placed(set(draft, member, language ? language : "", value, error), draft, member, error);
}

static int append(ogp_draft *draft, const char *member, const char *value, ogp_error *error)
{
    spot place;
    ogpi_arena *arena = &draft->builder->plan->arena;
    int rc = find(&place, draft, member, error);
    if (rc == OGP_OK && place.field->kind != OGPI_FIELD_STRINGS && place.field->kind != OGPI_FIELD_DATES)
        rc = wrong_kind(&place, error);
    if (rc == OGP_OK)
        rc = check_text(&place, value, draft, error);
    if (rc < 0)
        return rc;
    if (place.field->kind == OGPI_FIELD_DATES)
        return ogpi_append_date(place.slot, place.field->name, arena, value, strlen(value), error);
    return ogpi_append_string(place.slot, arena, value, strlen(value), error);
}

int ogp_draft_append(ogp_draft *draft, const char *member, const char *value, ogp_error *error)
{
    int rc = usable(draft, member, error);
    if (rc == OGP_OK && !value)
        rc = ogpi_error_needs(error, "a value to append");
    return rc < 0 ? rc : placed(append(draft, member, value, error), draft, member, error);
}

static int set_json(ogp_draft *draft, const char *name, const char *json, ogp_error *error)
{
    json_t *parsed = NULL;
    if (ogpi_shape_field(draft->shape, name))
        return ogpi_error(error, OGP_ERROR_USAGE, "\"%s\" is a member of a %s; ogp_draft_set() sets it", name,
                          draft->shape->name);
    ogpi_value value = {.kind = OGPI_VALUE_NULL};
    ogpi_arena *arena = &draft->builder->plan->arena;
    int rc =
        json ? ogpi_json_parse(&parsed, json, strlen(json), &draft->builder->limits, arena->allocator, error) : OGP_OK;
    if (rc == OGP_OK && json)
        rc = ogpi_value_from_json(&value, parsed, arena, error);
    json_decref(parsed);
    return rc < 0 ? rc : ogpi_set_unknown(draft->record, arena, name, json ? &value : NULL, error);
}

int ogp_draft_set_json(ogp_draft *draft, const char *name, const char *json, ogp_error *error)
{
    int rc = usable(draft, name, error);
    size_t bad;
    if (rc == OGP_OK && !ogpi_utf8_valid(name, strlen(name), &bad))
        rc = ogpi_error(error, OGP_ERROR_FORMAT, "the member's name is no valid UTF-8");
    return rc < 0 ? rc : placed(set_json(draft, name, json, error), draft, name, error);
}

static int add(ogp_draft **out, ogp_draft *draft, const char *member, ogp_error *error)
{
    spot place;
    ogpi_arena *arena = &draft->builder->plan->arena;
    int rc = find(&place, draft, member, error);
    if (rc == OGP_OK && place.field->kind != OGPI_FIELD_RECORDS)
        rc = wrong_kind(&place, error);
    if (rc < 0)
        return rc;
    ogpi_list *list = place.slot;
    ogp_draft *child = ogpi_arena_calloc(arena, 1, sizeof *child);
    void *record = ogpi_arena_calloc(arena, 1, place.field->shape->size);
    char *path = ogpi_arena_strndup(arena, member, strlen(member));
    if (!child || !record || !path)
        return ogpi_error_memory(error);
    *child = (ogp_draft){.builder = draft->builder, .shape = place.field->shape, .record = record, .parent = draft,
                         .member = path, .index = list->count, .list = list};
    ((ogpi_record *)record)->present = true;
    list->present = true;
    list->count++;
    if (draft->last_child)
        draft->last_child->next = child;
    else
        draft->first_child = child;
    draft->last_child = child;
    *out = child;
    return OGP_OK;
}

int ogp_draft_add(ogp_draft **out, ogp_draft *draft, const char *member, ogp_error *error)
{
    if (!out)
        return ogpi_error_needs(error, "a place for the draft");
    *out = NULL;
    int rc = usable(draft, member, error);
    return rc < 0 ? rc : placed(add(out, draft, member, error), draft, member, error);
}

/* Moves the records of the draft's lists together. A list's place in a record does not change when its draft is copied
   into the parent's list afterwards, so children go first. */
static bool gather(ogp_draft *draft)
{
    ogpi_arena *arena = &draft->builder->plan->arena;
    for (ogp_draft *child = draft->first_child; child; child = child->next) {
        if (!gather(child))
            return false;
        if (child->index == 0)
            child->list->items = ogpi_arena_calloc(arena, child->list->count, child->shape->size);
        if (!child->list->items)
            return false;
        memcpy((char *)child->list->items + child->index * child->shape->size, child->record, child->shape->size);
    }
    return true;
}

int ogp_plan_builder_build(ogp_plan **out, ogp_plan_builder *builder, ogp_error *error)
{
    if (!out)
        return ogpi_error_needs(error, "a place for the plan");
    *out = NULL;
    if (!builder || !builder->plan)
        return ogpi_error(error, OGP_ERROR_USAGE, "no builder, or one that has built already");
    if (!gather(&builder->draft))
        return ogpi_error_memory(error);
    *out = builder->plan;
    builder->plan = NULL;
    return OGP_OK;
}
