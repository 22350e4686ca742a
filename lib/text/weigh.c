/* SPDX-License-Identifier: MIT */
#include "text/weigh.h"

#define OUTSIDE ((uint64_t)1 << OGPI_TRAIT_MARK_OUTSIDE)

/* Where a class stands among those that have values to weigh. */
static const uint8_t valued_at[64] = {
#define AT(class, first, count, bits) [OGPI_CLASS_##class] = OGPI_VALUED_##class,
    OGPI_VALUED_LIST(AT)
#undef AT
};

/* The values of the phrases that begin at word i that are asked for, of the classes that have values to weigh. */
static uint64_t values_at(const ogpi_scanner *s, size_t i, uint64_t asked)
{
#define BIT(class, first, count, bits) | OGPI_BIT(class)
    uint64_t traits = 0, found = s->spots[i].found & (0 OGPI_VALUED_LIST(BIT));
#undef BIT
    for (; found; found &= found - 1) {
        const ogpi_valued *v = &ogpi_valued_classes[valued_at[__builtin_ctzll(found)]];
        uint64_t bits = ((uint64_t)1 << v->count) - 1;
        uint32_t value = 0;
        if (!(asked >> v->first & bits) || ogpi_match_here(s, i, v->id, &value) == i)
            continue;
        if (v->bits)
            traits |= (value & bits) << v->first;
        else if (value < v->count)
            traits |= (uint64_t)1 << (v->first + value);
    }
    return traits;
}

static uint64_t sign_marks(unsigned kind)
{
    const uint64_t sign = (uint64_t)1 << OGPI_TRAIT_MARK_SIGN;
    switch (kind) {
    case OGPI_IS_NOTHING:
    case OGPI_IS_WORD:
        return 0;
    case OGPI_IS_NUMBER:
        return (uint64_t)1 << OGPI_TRAIT_MARK_NUMBER;
    case ',':
        return sign | (uint64_t)1 << OGPI_TRAIT_MARK_COMMA;
    case '.':
        return sign | (uint64_t)1 << OGPI_TRAIT_MARK_POINT;
    case ':':
        return sign | (uint64_t)1 << OGPI_TRAIT_MARK_COLON;
    case ';':
        return sign | (uint64_t)1 << OGPI_TRAIT_MARK_SEMICOLON;
    case '(':
        return sign | (uint64_t)1 << OGPI_TRAIT_MARK_OPENING;
    case ')':
        return sign | (uint64_t)1 << OGPI_TRAIT_MARK_CLOSING;
    default:
        return sign;
    }
}

static uint64_t marks_at(const ogpi_scanner *s, size_t i)
{
    unsigned flags = ogpi_flags(s, i);
    return (uint64_t)(s->marks.used[(ptrdiff_t)i] & 127u) << OGPI_TRAIT_MARK_IN_DATE |
           (uint64_t)ogpi_spot_at(s, i)->token->affixes << OGPI_TRAIT_MARK_AND |
           (uint64_t)s->marks.hints[(ptrdiff_t)i] << OGPI_TRAIT_MARK_BREAK |
           (uint64_t)((flags & OGPI_WORD_GLUED) != 0) << OGPI_TRAIT_MARK_GLUED |
           (uint64_t)((flags & OGPI_WORD_HYPHEN) != 0) << OGPI_TRAIT_MARK_HYPHENED |
           (uint64_t)((flags & OGPI_WORD_BREAK) != 0) << OGPI_TRAIT_MARK_APART |
           sign_marks(s->marks.kinds[(ptrdiff_t)i]);
}

static uint64_t word_traits(const ogpi_scanner *s, size_t i, unsigned plane)
{
    switch (plane) {
    case OGPI_PLANE_CLASSES:
        return s->spots[i].found;
    case OGPI_PLANE_FORMS:
        return s->spots[i].token->forms;
    case OGPI_PLANE_MARKS:
        return marks_at(s, i);
    default:
        return values_at(s, i, UINT64_MAX);
    }
}

/* What words [first, last) have together: classes, the forms of verbs, the values of acts. */
static ogpi_clause clause_of(const ogpi_scanner *s, size_t first, size_t last)
{
    const uint64_t verbs = OGPI_BIT(verb) | OGPI_BIT(act);
    ogpi_clause clause = {0};
    for (size_t i = first; i < last; i++) {
        uint32_t value = 0;
        clause.traits[OGPI_PLANE_CLASSES] |= s->spots[i].found;
        clause.traits[OGPI_PLANE_FORMS] |= ogpi_any(s, i, verbs) ? s->spots[i].token->forms : 0;
        if (ogpi_match(s, i, OGPI_CLASS_act, &value) > i)
            clause.traits[OGPI_PLANE_VALUES] |= value & ((1u << ogpi_valued_classes[0].count) - 1);
    }
    return clause;
}

static uint64_t case_traits(const ogpi_scanner *s, const ogpi_case *c, unsigned plane)
{
    if (plane == OGPI_PLANE_MADE)
        return (uint64_t)c->made << c->reason;
    if (plane == OGPI_PLANE_MENTIONED)
        return (uint64_t)!c->made << c->reason | (uint64_t)(c->refused != OGPI_REASON_none) << c->refused;
    if (plane == OGPI_PLANE_OPTIONS)
        return s->spots[c->head].token->options | (uint64_t)c->weak << OGPI_TRAIT_WEAK;
    return 0;
}

void ogpi_case_clause(const ogpi_scanner *s, ogpi_case *c)
{
    size_t last = c->end;
    c->first = c->start;
    while (c->first > 0 && c->start - c->first < OGPI_CLAUSE_MOST && !ogpi_breaks(s, c->first))
        c->first--;
    while (last < ogpi_count(s) && last - c->end < OGPI_CLAUSE_MOST && !ogpi_breaks(s, last))
        last++;
    c->before = clause_of(s, c->first, c->at);
    c->after = clause_of(s, c->end, last);
}

/* The word at a place; the number of words where there is none. */
static size_t word_at(const ogpi_scanner *s, const ogpi_case *c, ogpi_place place)
{
    size_t i = c->head;
    if (place == OGPI_PLACE_FIRST)
        i = c->first;
    else if (place == OGPI_PLACE_LEAD)
        i = c->at < c->start ? c->at : SIZE_MAX;
    else if (place < OGPI_PLACE_LEAD)
        i = c->at - (OGPI_PLACE_LEAD - place);
    else if (place != OGPI_PLACE_HEAD)
        i = c->end + (place - OGPI_PLACE_AFTER_1);
    return i < ogpi_count(s) ? i : ogpi_count(s);
}

uint64_t ogpi_traits(const ogpi_scanner *s, const ogpi_case *c, ogpi_place place, unsigned plane)
{
    if (place == OGPI_PLACE_CASE)
        return case_traits(s, c, plane);
    if (place == OGPI_PLACE_CLAUSE_BEFORE)
        return c->before.traits[plane];
    if (place == OGPI_PLACE_CLAUSE_AFTER)
        return c->after.traits[plane];
    size_t i = word_at(s, c, place);
    if (i < ogpi_count(s))
        return word_traits(s, i, plane);
    return plane == OGPI_PLANE_MARKS ? OUTSIDE : 0;
}

/* The traits of a plane that weigh anything. */
static inline uint64_t mask_of(const ogpi_weights *weights, unsigned plane)
{
    return weights->masks[2 * plane] | (uint64_t)weights->masks[2 * plane + 1] << 32;
}

static inline int points_in(const ogpi_weights *weights, unsigned plane, uint64_t traits)
{
    const int8_t *points = (const int8_t *)weights->points + 64 * plane;
    int sum = 0;
    for (traits &= mask_of(weights, plane); traits; traits &= traits - 1)
        sum += points[__builtin_ctzll(traits)];
    return sum;
}

static int points_of(const ogpi_scanner *s, const ogpi_case *c, const ogpi_weights *weights)
{
    int sum = weights->start;
    for (unsigned place = 0; place < OGPI_PLACE_CLAUSE_BEFORE; place++) {
        size_t i = word_at(s, c, (ogpi_place)place);
        const unsigned plane = place * OGPI_PLANES;
        if (i == ogpi_count(s)) {
            sum += points_in(weights, plane + OGPI_PLANE_MARKS, OUTSIDE);
            continue;
        }
        sum += points_in(weights, plane + OGPI_PLANE_CLASSES, s->spots[i].found);
        sum += points_in(weights, plane + OGPI_PLANE_FORMS, s->spots[i].token->forms);
        sum += points_in(weights, plane + OGPI_PLANE_MARKS, marks_at(s, i));
        const uint64_t asked = mask_of(weights, plane + OGPI_PLANE_VALUES);
        sum += points_in(weights, plane + OGPI_PLANE_VALUES, values_at(s, i, asked));
    }
    for (unsigned plane = OGPI_PLACE_CLAUSE_BEFORE * OGPI_PLANES; plane < OGPI_PLACE_COUNT * OGPI_PLANES; plane++)
        sum += points_in(weights, plane, ogpi_traits(s, c, (ogpi_place)(plane / OGPI_PLANES), plane % OGPI_PLANES));
    return sum;
}

bool ogpi_weigh(const ogpi_scanner *s, const ogpi_case *c, const ogpi_weights *weights)
{
    bool made = c->made && c->refused == OGPI_REASON_none;
    int points = weights->points && ogpi_is_unsure(c, weights) ? points_of(s, c, weights) : 0;
    return made ? points >= -weights->doubt : points > weights->doubt;
}
