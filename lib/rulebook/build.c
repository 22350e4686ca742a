/* SPDX-License-Identifier: MIT */
/* From jansson's tree to an image; the generator and the loader at run time both come through here. */
#include "base/error.h"
#include "rulebook/image.h"
#include <stdlib.h>

/* Numbers below fit a narrow cell: one bit says that they do, one is the sign. */
#define NUMBER_LIMIT (1 << 19)

typedef struct work {
    ogpi_image *image;
    const ogp_allocator *allocator;
    uint32_t *stack; /* cells of the blocks under construction */
    size_t count, capacity;
    const char *section; /* name of the member of the document that is being built */
    bool packing;        /* within a text that is packed */
} work;

typedef struct member {
    const char *key;
    const json_t *value;
} member;

static bool build(work *w, const json_t *json, uint32_t *cell);

static bool push(work *w, uint32_t cell)
{
    void *stack = w->stack;
    if (!ogpi_grow(w->allocator, &stack, &w->capacity, w->count + 1, sizeof *w->stack))
        return false;
    w->stack = stack;
    w->stack[w->count++] = cell;
    return true;
}

/* Makes a block of all that lies on the stack from `base` on. */
static bool pop_block(work *w, size_t base, uint32_t *block)
{
    bool done = ogpi_pool_add(&w->image->cells, w->stack + base, w->count - base, block);
    w->count = base;
    return done;
}

static bool build_string(work *w, const char *text, uint32_t *offset)
{
    return ogpi_pool_add(&w->image->strings, text, strlen(text) + 1, offset);
}

static bool build_string_cell(work *w, const char *text, uint32_t *cell)
{
    uint32_t offset = 0;
    bool done = w->packing ? w->image->pack(w->image->pack_user, text, strlen(text) + 1, &offset)
                           : build_string(w, text, &offset);
    *cell = ogpi_cell(OGPI_RB_STRING, offset << 1 | w->packing);
    return done;
}

static bool build_wide(work *w, uint64_t bits, uint32_t *offset)
{
    uint32_t parts[4];
    for (size_t i = 0; i < 4; i++)
        parts[i] = bits >> 16 * i & 0xFFFF;
    return ogpi_pool_add(&w->image->cells, parts, 4, offset);
}

static bool build_int(work *w, json_int_t number, uint32_t *cell)
{
    if (number >= -NUMBER_LIMIT && number < NUMBER_LIMIT) {
        *cell = ogpi_cell(OGPI_RB_INT, (number < 0 ? (uint32_t)(-number - 1) << 1 | 1 : (uint32_t)number << 1) << 1);
        return true;
    }
    uint32_t offset = 0;
    bool done = build_wide(w, (uint64_t)number, &offset);
    *cell = ogpi_cell(OGPI_RB_INT, offset << 1 | 1);
    return done;
}

static bool build_real(work *w, double number, uint32_t *cell)
{
    uint64_t bits;
    uint32_t offset = 0;
    memcpy(&bits, &number, sizeof bits);
    bool done = build_wide(w, bits, &offset);
    *cell = ogpi_cell(OGPI_RB_REAL, offset);
    return done;
}

static bool build_array(work *w, const json_t *json, uint32_t *cell)
{
    size_t base = w->count;
    bool done = push(w, (uint32_t)json_array_size(json));
    for (size_t i = 0; done && i < json_array_size(json); i++) {
        uint32_t item;
        done = build(w, json_array_get(json, i), &item) && push(w, item);
    }
    uint32_t block = 0;
    done = done && pop_block(w, base, &block);
    *cell = ogpi_cell(OGPI_RB_ARRAY, block);
    return done;
}

static int by_key(const void *a, const void *b)
{
    return strcmp(((const member *)a)->key, ((const member *)b)->key);
}

/* Keys are unique, so that the order does not depend on qsort. */
static member *sorted_members(const work *w, const json_t *json)
{
    size_t count = json_object_size(json);
    member *members = ogpi_calloc(w->allocator, count + 1, sizeof *members);
    const char *key;
    json_t *value;
    if (!members)
        return NULL;
    member *next = members;
    json_object_foreach((json_t *)json, key, value)
        *next++ = (member){key, value};
    qsort(members, count, sizeof *members, by_key);
    return members;
}

static bool build_keys(work *w, const member *members, size_t count, uint32_t *keys)
{
    size_t base = w->count;
    bool done = push(w, (uint32_t)count);
    for (size_t i = 0; done && i < count; i++) {
        uint32_t key = 0;
        done = build_string(w, members[i].key, &key) && push(w, key);
    }
    return done && pop_block(w, base, keys);
}

static bool is_among(const char *text, const char *const *texts)
{
    while (*texts && strcmp(text, *texts) != 0)
        texts++;
    return *texts != NULL;
}

/* Texts of rules are packed, and texts in a language: they are long, many, and read one at a time. Not what an array
   holds, and not the names that the rulebook itself hands out. */
static bool is_packed(const work *w, const member *m)
{
    static const char *const rule_texts[] = {"message", "mend", "note", NULL};
    static const char *const remarks[] = {"note", "meaning", "covers", "address", "title", NULL};
    static const char *const plain[] = {"countries", "members", "report", "text", NULL};
    if (!w->image->pack || !w->section)
        return false;
    if (strcmp(w->section, "rules") == 0)
        return is_among(m->key, rule_texts);
    return json_is_string(m->value) && json_string_length(m->value) < OGPI_NAME_SIZE && !is_among(w->section, plain) &&
           (ogpi_language_index(m->key) >= 0 || is_among(m->key, remarks));
}

static bool build_member(work *w, const member *m, uint32_t *cell)
{
    bool top = !w->section, packing = w->packing;
    if (top)
        w->section = m->key;
    w->packing = packing || is_packed(w, m);
    bool done = build(w, m->value, cell);
    w->packing = packing;
    if (top)
        w->section = NULL;
    return done;
}

/* A packed text in each language and nothing else. */
static bool is_texts(const work *w, const member *members, size_t count)
{
    size_t texts = 0;
    for (size_t i = 0; i < count; i++)
        texts += json_is_string(members[i].value) && ogpi_language_index(members[i].key) >= 0 &&
                 (w->packing || is_packed(w, &members[i]));
    return texts == OGPI_LANGUAGES && count == OGPI_LANGUAGES;
}

static bool build_texts(work *w, const member *members, uint32_t *cell)
{
    ogpi_buffer texts;
    uint32_t offset = 0;
    ogpi_buffer_init(&texts, w->allocator);
    for (size_t i = 0; i < OGPI_LANGUAGES; i++)
        ogpi_buffer_add(&texts, json_string_value(members[i].value), json_string_length(members[i].value) + 1);
    bool done = !texts.failed && w->image->pack(w->image->pack_user, texts.data, texts.length, &offset);
    ogpi_buffer_clear(&texts);
    *cell = ogpi_cell(OGPI_RB_OBJECT, offset << 1 | 1);
    return done;
}

static bool build_members(work *w, const member *members, size_t count, uint32_t *cell)
{
    size_t base = w->count;
    uint32_t keys = 0, block = 0;
    bool done = build_keys(w, members, count, &keys) && push(w, keys);
    for (size_t i = 0; done && i < count; i++) {
        uint32_t value;
        done = build_member(w, &members[i], &value) && push(w, value);
    }
    done = done && pop_block(w, base, &block);
    *cell = ogpi_cell(OGPI_RB_OBJECT, block << 1);
    return done;
}

static bool build_object(work *w, const json_t *json, uint32_t *cell)
{
    size_t count = json_object_size(json);
    member *members = sorted_members(w, json);
    bool done = members && (is_texts(w, members, count) ? build_texts(w, members, cell)
                                                        : build_members(w, members, count, cell));
    ogpi_free(w->allocator, members);
    return done;
}

static bool build(work *w, const json_t *json, uint32_t *cell)
{
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        return build_object(w, json, cell);
    case JSON_ARRAY:
        return build_array(w, json, cell);
    case JSON_STRING:
        return build_string_cell(w, json_string_value(json), cell);
    case JSON_INTEGER:
        return build_int(w, json_integer_value(json), cell);
    case JSON_REAL:
        return build_real(w, json_real_value(json), cell);
    case JSON_TRUE:
    case JSON_FALSE:
        *cell = ogpi_cell(OGPI_RB_BOOL, json_is_true(json));
        return true;
    default:
        *cell = ogpi_cell(OGPI_RB_NULL, 0);
        return true;
    }
}

int ogpi_image_build(ogpi_image *image, const json_t *document, ogp_error *error)
{
    work w = {.image = image, .allocator = image->cells.allocator};
    bool done = build(&w, document, &image->root);
    ogpi_free(w.allocator, w.stack);
    return done ? 0 : ogpi_error_memory(error);
}

static const char *id_of(const ogp_rule *rule)
{
    return rule->book->strings + rule->id;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(id_of(a), id_of(b));
}

ogp_rule *ogpi_image_rules(const ogp_rulebook *book, uint32_t *count, const ogp_allocator *allocator)
{
    ogpi_rb all = ogpi_rb_get(ogpi_rb_root(book), "rules");
    *count = (uint32_t)ogpi_rb_count(all);
    ogp_rule *rules = ogpi_calloc(allocator, *count + 1, sizeof *rules);
    if (!rules)
        return NULL;
    for (uint32_t i = 0; i < *count; i++) {
        ogpi_rb rule = ogpi_rb_at(all, i);
        ogpi_rb severity = ogpi_rb_get(rule, "severity");
        rules[i] = (ogp_rule){
            .book = book,
            .value = rule.value,
            .id = ogpi_cell_payload(ogpi_rb_get(rule, "id").value) / 2 & 0xFFFFFFF,
            .severity = (unsigned)ogpi_severity_named(ogpi_rb_string(ogpi_rb_get(severity, "default"), "")) & 7,
            .varies = ogpi_rb_count(severity) > 1 || ogpi_rb_count(ogpi_rb_get(rule, "editions")) > 0};
    }
    qsort(rules, *count, sizeof *rules, by_id);
    return rules;
}
