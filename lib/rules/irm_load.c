/* SPDX-License-Identifier: MIT */
/* From the rulebook's tables to slots, scales and small programs. */
#include "base/error.h"
#include "rules/irm_op.h"
#include <stdlib.h>

typedef struct loader {
    ogpi_irm *irm;
    ogpi_irm_term *terms;
    ogpi_irm_test *tests;
    ogpi_irm_case *cases;
    uint16_t *slots;
    size_t term_count, test_count, case_count, slot_count;
    size_t term_capacity, test_capacity, case_capacity, slot_capacity;
    bool memory;       /* an allocation failed */
    const char *wrong; /* a name in a formula that nothing has */
    const char *where; /* the formula under way */
} loader;

static const char *full_name(const ogpi_irm *irm, size_t slot, char buffer[96])
{
    if (slot < irm->column_count)
        return irm->columns[slot].id;
    buffer[0] = 'd';
    buffer[1] = '.';
    strncpy(buffer + 2, irm->formulas[slot - irm->column_count].id, 93);
    buffer[95] = '\0';
    return buffer;
}

/* Insertion by binary search: ids come nearly sorted, and there are a few hundred. */
static void sort_names(const ogpi_irm *irm, uint16_t *by_name)
{
    char buffer[96];

    for (size_t n = 0; n < irm->slot_count; n++) {
        const char *name = full_name(irm, n, buffer);
        size_t low = 0, high = n;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (ogpi_irm_compare_slot(irm, by_name[middle], name) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        memmove(by_name + low + 1, by_name + low, (n - low) * sizeof *by_name);
        by_name[low] = (uint16_t)n;
    }
}

static ogpi_irm_type type_of(const char *name)
{
    static const struct {
        const char *name;
        ogpi_irm_type type;
    } types[] = {
        {"level", OGPI_IRM_LEVEL},     {"flag", OGPI_IRM_FLAG},     {"area", OGPI_IRM_AREA},
        {"int", OGPI_IRM_INT},         {"date", OGPI_IRM_DATE},     {"term", OGPI_IRM_TERM},
        {"text", OGPI_IRM_TEXT},       {"id", OGPI_IRM_ID},         {"number", OGPI_IRM_NUMBER},
        {"string", OGPI_IRM_STRING},   {"country", OGPI_IRM_COUNTRY}, {"member", OGPI_IRM_MEMBER},
    };

    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].name, name) == 0)
            return types[i].type;
    return OGPI_IRM_PRIVATE;
}

static const ogpi_irm_scale *scale_named(const ogpi_irm *irm, const char *id)
{
    for (size_t i = 0; i < irm->scale_count; i++)
        if (strcmp(irm->scales[i].id, id) == 0)
            return &irm->scales[i];
    return NULL;
}

static bool load_scales(ogpi_irm *irm, ogpi_rb scales)
{
    ogpi_irm_scale *out = ogpi_arena_calloc(&irm->arena, ogpi_rb_count(scales) + 1, sizeof *out);

    if (!out)
        return false;
    irm->scales = out;
    irm->scale_count = ogpi_rb_count(scales);
    for (size_t i = 0; i < irm->scale_count; i++) {
        ogpi_rb levels = ogpi_rb_get(ogpi_rb_at(scales, i), "levels");
        ogpi_irm_level *list = ogpi_arena_calloc(&irm->arena, ogpi_rb_count(levels) + 1, sizeof *list);
        if (!list)
            return false;
        for (size_t k = 0; k < ogpi_rb_count(levels); k++) {
            list[k].id = ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(levels, k), "id"), "");
            list[k].code = (int16_t)ogpi_rb_int(ogpi_rb_get(ogpi_rb_at(levels, k), "code"), 0);
        }
        out[i] = (ogpi_irm_scale){ogpi_rb_key(scales, i), list, ogpi_rb_count(levels), ogpi_rb_at(scales, i)};
    }
    return true;
}

static bool load_columns(ogpi_irm *irm, ogpi_rb columns)
{
    ogpi_irm_column *out = ogpi_arena_calloc(&irm->arena, ogpi_rb_count(columns) + 1, sizeof *out);

    if (!out)
        return false;
    irm->columns = out;
    irm->column_count = ogpi_rb_count(columns);
    for (size_t i = 0; i < irm->column_count; i++) {
        ogpi_rb c = ogpi_rb_at(columns, i);
        out[i].id = ogpi_rb_string(ogpi_rb_get(c, "id"), "");
        out[i].type = type_of(ogpi_rb_string(ogpi_rb_get(c, "type"), ""));
        out[i].value = c.value;
        bool flag = out[i].type == OGPI_IRM_FLAG || out[i].type == OGPI_IRM_AREA;
        out[i].scale = scale_named(irm, flag ? "flag" : ogpi_rb_string(ogpi_rb_get(c, "scale"), ""));
    }
    return true;
}

static int slot_or_wrong(loader *l, const char *name)
{
    int slot = ogpi_irm_slot(l->irm, name);

    if (slot < 0 && !l->wrong)
        l->wrong = name;
    return slot < 0 ? 0 : slot;
}

/* A value in a formula: a number, a missing word, or a level of the scale. */
static int16_t constant(loader *l, ogpi_rb v, const ogpi_irm_scale *scale)
{
    if (ogpi_rb_kind_of(v) == OGPI_RB_INT)
        return (int16_t)ogpi_rb_int(v, 0);
    const char *word = ogpi_rb_string(v, "");
    int level = scale ? ogpi_irm_level_by_id(scale, word) : -1;
    int missing = level < 0 ? ogpi_irm_missing_by_id(l->irm, word) : 0;
    if (level < 0 && missing == 0 && !l->wrong)
        l->wrong = word;
    return level >= 0 ? scale->levels[level].code : (int16_t)missing;
}

#define PUSH(l, list, item)                                                                                            \
    do {                                                                                                               \
        if (!ogpi_grow((l)->irm->allocator, (void **)&(l)->list##s, &(l)->list##_capacity, (l)->list##_count + 1,      \
                       sizeof *(l)->list##s))                                                                          \
            (l)->memory = true;                                                                                        \
        else                                                                                                           \
            (l)->list##s[(l)->list##_count++] = (item);                                                                \
    } while (0)

static uint8_t op_named(loader *l, const char *name)
{
    for (uint8_t i = 0; i < OGPI_OP_GE_SLOT; i++)
        if (strcmp(ogpi_irm_op_name(i), name) == 0)
            return i;
    l->wrong = l->wrong ? l->wrong : name;
    return 0;
}

static void load_term(loader *l, ogpi_rb rb)
{
    ogpi_irm_term term = {0};
    ogpi_rb value = ogpi_rb_at(rb, 2);

    term.slot = (uint16_t)slot_or_wrong(l, ogpi_rb_string(ogpi_rb_at(rb, 0), ""));
    term.op = op_named(l, ogpi_rb_string(ogpi_rb_at(rb, 1), ""));
    int other = term.op == OGPI_OP_GE && ogpi_rb_kind_of(value) == OGPI_RB_STRING
                    ? ogpi_irm_column_index(l->irm, ogpi_rb_string(value, ""))
                    : -1;
    if (other >= 0) {
        term.op = OGPI_OP_GE_SLOT;
        term.value = (int16_t)other;
    } else if (ogpi_rb_kind_of(value) != OGPI_RB_NONE) {
        term.value = constant(l, value, term.op == OGPI_OP_IS ? NULL : ogpi_irm_slot_scale(l->irm, term.slot));
    }
    PUSH(l, term, term);
}

static ogpi_irm_tests load_tests(loader *l, ogpi_rb list)
{
    ogpi_irm_tests out = {(uint16_t)l->test_count, (uint16_t)ogpi_rb_count(list)};

    for (size_t i = 0; i < ogpi_rb_count(list); i++) {
        ogpi_rb item = ogpi_rb_at(list, i), any = ogpi_rb_get(item, "any");
        ogpi_irm_test test = {(uint16_t)l->term_count, 0};
        if (ogpi_rb_kind_of(item) == OGPI_RB_ARRAY)
            load_term(l, item);
        for (size_t k = 0; k < ogpi_rb_count(any); k++)
            load_term(l, ogpi_rb_at(any, k));
        test.count = (uint16_t)(l->term_count - test.first);
        PUSH(l, test, test);
    }
    return out;
}

static ogpi_irm_value load_value(loader *l, ogpi_rb rb, const ogpi_irm_scale *scale)
{
    ogpi_irm_value out = {OGPI_IRM_CONST, OGP_MISSING_UNKNOWN, 0, 0};
    ogpi_rb v;

    if (ogpi_rb_kind_of(v = ogpi_rb_get(rb, "value")) != OGPI_RB_NONE) {
        out.number = constant(l, v, scale);
    } else if (ogpi_rb_kind_of(v = ogpi_rb_get(rb, "copy")) != OGPI_RB_NONE) {
        out.kind = OGPI_IRM_COPY;
        out.a = (uint16_t)slot_or_wrong(l, ogpi_rb_string(v, ""));
    } else if (ogpi_rb_kind_of(v = ogpi_rb_get(rb, "plus")) != OGPI_RB_NONE) {
        out.kind = OGPI_IRM_PLUS;
        out.a = (uint16_t)slot_or_wrong(l, ogpi_rb_string(ogpi_rb_at(v, 0), ""));
        out.number = (int16_t)ogpi_rb_int(ogpi_rb_at(v, 1), 0);
    } else if (ogpi_rb_kind_of(v = ogpi_rb_get(rb, "minus")) != OGPI_RB_NONE) {
        out.kind = OGPI_IRM_MINUS;
        out.a = (uint16_t)slot_or_wrong(l, ogpi_rb_string(ogpi_rb_at(v, 0), ""));
        out.b = (uint16_t)slot_or_wrong(l, ogpi_rb_string(ogpi_rb_at(v, 1), ""));
    } else if (ogpi_rb_kind_of(v = ogpi_rb_get(rb, "count")) != OGPI_RB_NONE) {
        out.kind = OGPI_IRM_COUNT;
        out.a = (uint16_t)l->slot_count;
        out.b = (uint16_t)ogpi_rb_count(v);
        for (size_t i = 0; i < ogpi_rb_count(v); i++)
            PUSH(l, slot, (uint16_t)slot_or_wrong(l, ogpi_rb_string(ogpi_rb_at(v, i), "")));
    }
    return out;
}

static ogpi_irm_compare compare_of(const char *word)
{
    if (strcmp(word, "coded") == 0)
        return OGPI_IRM_CODED;
    if (strcmp(word, "recomputed") == 0)
        return OGPI_IRM_RECOMPUTED;
    return strcmp(word, "words") == 0 ? OGPI_IRM_WORDS : OGPI_IRM_NEVER;
}

static void load_formula(loader *l, ogpi_irm_formula *f)
{
    ogpi_rb cases = ogpi_rb_get(f->rb, "cases"), tests = ogpi_rb_get(f->rb, "tests");
    const char *column = ogpi_rb_string(ogpi_rb_get(f->rb, "column"), NULL);

    l->where = f->id;
    f->column = column ? slot_or_wrong(l, column) : -1;
    f->compare = compare_of(ogpi_rb_string(ogpi_rb_get(f->rb, "compare"), ""));
    f->where = load_tests(l, ogpi_rb_get(f->rb, "where"));
    f->has_tests = ogpi_rb_kind_of(tests) == OGPI_RB_ARRAY;
    f->tests = load_tests(l, tests);
    f->first_case = (uint16_t)l->case_count;
    f->case_count = (uint16_t)ogpi_rb_count(cases);
    for (size_t i = 0; i < ogpi_rb_count(cases); i++) {
        ogpi_irm_case c;
        c.when = load_tests(l, ogpi_rb_get(ogpi_rb_at(cases, i), "if"));
        c.value = load_value(l, ogpi_rb_at(cases, i), f->scale);
        PUSH(l, case, c);
    }
    ogpi_rb otherwise = ogpi_rb_get(f->rb, "else");
    f->otherwise = load_value(l, ogpi_rb_kind_of(otherwise) == OGPI_RB_OBJECT ? otherwise : f->rb, f->scale);
}

static bool load_slots(loader *l, ogpi_rb formulas)
{
    ogpi_irm *irm = l->irm;
    ogpi_irm_formula *out = ogpi_arena_calloc(&irm->arena, ogpi_rb_count(formulas) + 1, sizeof *out);

    if (!out)
        return false;
    irm->formulas = out;
    irm->formula_count = ogpi_rb_count(formulas);
    irm->slot_count = irm->column_count + irm->formula_count;
    for (size_t i = 0; i < irm->formula_count; i++) {
        out[i].rb = ogpi_rb_at(formulas, i);
        out[i].id = ogpi_rb_string(ogpi_rb_get(out[i].rb, "id"), "");
        out[i].scale = scale_named(irm, ogpi_rb_string(ogpi_rb_get(out[i].rb, "scale"), ""));
    }
    uint16_t *by_name = ogpi_arena_calloc(&irm->arena, irm->slot_count + 1, sizeof *by_name);
    if (!by_name)
        return false;
    sort_names(irm, by_name);
    irm->by_name = by_name;
    for (size_t i = 0; i < irm->formula_count; i++)
        load_formula(l, &out[i]);
    return !l->memory;
}

/* Takes the lists over from the loader: one block each, in the arena. */
static bool keep(ogpi_irm *irm, const void **out, void *items, size_t count, size_t size)
{
    void *copy = ogpi_arena_alloc(&irm->arena, (count + 1) * size);

    if (copy && count)
        memcpy(copy, items, count * size);
    *out = copy;
    return copy != NULL;
}

static bool load_output(loader *l, ogpi_rb names)
{
    ogpi_irm *irm = l->irm;
    uint16_t *output = ogpi_arena_calloc(&irm->arena, ogpi_rb_count(names) + 1, sizeof *output);

    irm->output = output;
    irm->output_count = ogpi_rb_count(names);
    for (size_t i = 0; output && i < irm->output_count; i++) {
        const char *name = ogpi_rb_string(ogpi_rb_at(names, i), "");
        int index = ogpi_irm_formula_index(irm, name);
        output[i] = (uint16_t)(index < 0 ? 0 : index);
        l->wrong = index < 0 && !l->wrong ? name : l->wrong;
    }
    return output && keep(irm, (const void **)&irm->terms, l->terms, l->term_count, sizeof *l->terms) &&
           keep(irm, (const void **)&irm->tests, l->tests, l->test_count, sizeof *l->tests) &&
           keep(irm, (const void **)&irm->cases, l->cases, l->case_count, sizeof *l->cases) &&
           keep(irm, (const void **)&irm->slots, l->slots, l->slot_count, sizeof *l->slots);
}

int ogpi_irm_load(ogpi_irm **out, const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogpi_irm *irm = ogpi_calloc(allocator, 1, sizeof *irm);
    loader l = {0};
    int code = 0;

    *out = NULL;
    if (!irm)
        return ogpi_error_memory(error);
    irm->allocator = allocator;
    irm->book = ogp_context_rulebook(context);
    ogpi_arena_init(&irm->arena, allocator);
    l.irm = irm;
    ogpi_rb rules = ogpi_rb_get(ogpi_rb_root(irm->book), "irm");
    ogpi_rb columns = ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(irm->book), "tables"), "columns");
    if (!load_scales(irm, ogpi_rb_get(rules, "scales")) || !load_columns(irm, columns) ||
        !load_slots(&l, ogpi_rb_get(rules, "formulas")) || !load_output(&l, ogpi_rb_get(rules, "output")))
        code = ogpi_error_memory(error);
    else if (l.wrong || irm->column_count == 0)
        code = ogpi_error(error, OGP_ERROR_FORMAT, "the rulebook's formula %s names %s, which nothing has",
                          l.where ? l.where : "", l.wrong ? l.wrong : "columns");
    ogpi_free(allocator, l.terms);
    ogpi_free(allocator, l.tests);
    ogpi_free(allocator, l.cases);
    ogpi_free(allocator, l.slots);
    if (code < 0)
        ogpi_irm_close(irm);
    else
        *out = irm;
    return code;
}

void ogpi_irm_close(ogpi_irm *irm)
{
    if (!irm || !irm->allocator)
        return;
    ogpi_arena_clear(&irm->arena);
    ogpi_free(irm->allocator, irm);
}
