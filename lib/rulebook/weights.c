/* SPDX-License-Identifier: MIT */
#include "rulebook/weights.h"

#include "rulebook/lexicon_names.h"

#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const places[] = {
#define OGPI_PLACE(id, name) name,
#include "rulebook/places.list"
#undef OGPI_PLACE
};
static const char *const reasons[] = {
#define OGPI_REASON(name) #name,
#include "rulebook/reasons.list"
#undef OGPI_REASON
};
static const char *const marks[] = {
#define OGPI_TRAIT_MARK(id, name) name,
#include "rulebook/trait_marks.list"
#undef OGPI_TRAIT_MARK
};
static const char *const classes[] = {
#define OGPI_CLASS(name) #name,
#include "rulebook/classes.list"
#undef OGPI_CLASS
};
static const char *const forms[] = {
#define OGPI_FORM(name) #name,
#include "rulebook/forms.list"
#undef OGPI_FORM
};
static const char *const options[] = {
#define OGPI_OPTION(id, name) name,
#include "rulebook/options.list"
#undef OGPI_OPTION
    "by-of", "", "", "", "weak"
};
_Static_assert(COUNT(options) == OGPI_TRAIT_WEAK + 1, "what stands behind the options");

const ogpi_valued ogpi_valued_classes[OGPI_VALUED] = {
#define VALUED(class, first, count, bits) {OGPI_CLASS_##class, first, count, bits},
    OGPI_VALUED_LIST(VALUED)
#undef VALUED
};

/* The names of a plane, by what stands before the colon. */
static const struct plane {
    const char *kind;
    const char *const *names;
    size_t count;
    bool of_case;
    uint8_t plane;
} planes[] = {{"class", classes, COUNT(classes), false, OGPI_PLANE_CLASSES},
              {"form", forms, COUNT(forms), false, OGPI_PLANE_FORMS},
              {"mark", marks, COUNT(marks), false, OGPI_PLANE_MARKS},
              {"made", reasons, COUNT(reasons), true, OGPI_PLANE_MADE},
              {"mentioned", reasons, COUNT(reasons), true, OGPI_PLANE_MENTIONED},
              {"option", options, COUNT(options), true, OGPI_PLANE_OPTIONS}};

static int name_index(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (names[i][0] && strcmp(names[i], name) == 0)
            return (int)i;
    return -1;
}

/* "act+4", "topic=2": a bit of a value, a value. */
static void value_name(char out[48], const ogpi_valued *v, int i)
{
    snprintf(out, 48, "%s%c%d", classes[v->id], v->bits ? '+' : '=', v->bits ? 1 << i : i);
}

static int value_trait(const char *name)
{
    char known[48];
    for (size_t k = 0; k < OGPI_VALUED; k++)
        for (int i = 0; i < ogpi_valued_classes[k].count; i++) {
            value_name(known, &ogpi_valued_classes[k], i);
            if (strcmp(known, name) == 0)
                return OGPI_PLANE_VALUES * 64 + ogpi_valued_classes[k].first + i;
        }
    return -1;
}

int ogpi_trait_of(const char *place, const char *name)
{
    int at = name_index(places, COUNT(places), place), trait = -1;
    const char *colon = strchr(name, ':');
    size_t length = colon ? (size_t)(colon - name) : 0;
    if (at < 0 || !colon)
        return -1;
    if (at != OGPI_PLACE_CASE && strncmp(name, "value:", 6) == 0)
        trait = value_trait(colon + 1);
    for (size_t k = 0; k < COUNT(planes) && trait < 0; k++)
        if (planes[k].of_case == (at == OGPI_PLACE_CASE) && strlen(planes[k].kind) == length &&
            memcmp(planes[k].kind, name, length) == 0) {
            trait = name_index(planes[k].names, planes[k].count, colon + 1);
            trait += trait < 0 ? 0 : planes[k].plane * 64;
        }
    return trait < 0 ? -1 : at * OGPI_PLACE_TRAITS + trait;
}

bool ogpi_trait_name(char name[48], int trait)
{
    char known[48];
    int place = trait / OGPI_PLACE_TRAITS, plane = trait % OGPI_PLACE_TRAITS / 64, bit = trait % 64;
    for (size_t k = 0; k < COUNT(planes); k++)
        if (planes[k].of_case == (place == OGPI_PLACE_CASE) && planes[k].plane == plane &&
            (size_t)bit < planes[k].count && planes[k].names[bit][0])
            return snprintf(name, 48, "%s:%s", planes[k].kind, planes[k].names[bit]) > 0;
    for (size_t k = 0; place != OGPI_PLACE_CASE && plane == OGPI_PLANE_VALUES && k < OGPI_VALUED; k++) {
        const ogpi_valued *v = &ogpi_valued_classes[k];
        if (bit < v->first || bit >= v->first + v->count)
            continue;
        value_name(known, v, bit - v->first);
        return snprintf(name, 48, "value:%.40s", known) > 0;
    }
    return false;
}

const char *ogpi_place_name(ogpi_place place)
{
    return places[place];
}

int ogpi_decision_of(const char *name)
{
    return strcmp(name, "thing") == 0 ? OGPI_DECISION_thing : -1;
}

ogpi_weights ogpi_lexicon_weights(const ogpi_lexicon *lexicon, ogpi_decision decision)
{
    ogpi_weights none = {0};
    if (!lexicon || !lexicon->cell_count)
        return none;
    const uint32_t *head = lexicon->cells + OGPI_LEXICON_WEIGHTS + decision * OGPI_WEIGHTS_CELLS;
    if (!head[OGPI_WEIGHTS_MASKS])
        return none;
    ogpi_weights out = {.points = lexicon->bytes + head[OGPI_WEIGHTS_POINTS],
                        .masks = lexicon->cells + head[OGPI_WEIGHTS_MASKS],
                        .start = (int32_t)head[OGPI_WEIGHTS_START],
                        .doubt = (int32_t)head[OGPI_WEIGHTS_DOUBT],
                        .made = head[OGPI_WEIGHTS_MADE] | (uint64_t)head[OGPI_WEIGHTS_MADE + 1] << 32,
                        .mentioned = head[OGPI_WEIGHTS_MENTIONED] | (uint64_t)head[OGPI_WEIGHTS_MENTIONED + 1] << 32};
    uint32_t any = head[OGPI_WEIGHTS_START];
    for (unsigned i = 0; i < OGPI_TRAITS / 32; i++)
        any |= out.masks[i];
    if (!any)
        out.points = NULL; /* a table without rows */
    return out;
}
