/* SPDX-License-Identifier: MIT */
/* The rulebook's `text/weights` compiled: what each trait of a case weighs where a grammar has to decide, in
   sixteenths. A place has four planes of 64 traits, so that traits are bits and a sum is a walk over those that weigh
   anything. */
#ifndef OGPI_WEIGHTS_H
#define OGPI_WEIGHTS_H

#include "rulebook/lexicon.h"

typedef enum ogpi_place {
#define OGPI_PLACE(id, name) OGPI_PLACE_##id,
#include "rulebook/places.list"
#undef OGPI_PLACE
    OGPI_PLACE_COUNT
} ogpi_place;

typedef enum ogpi_reason {
#define OGPI_REASON(name) OGPI_REASON_##name,
#include "rulebook/reasons.list"
#undef OGPI_REASON
    OGPI_REASON_COUNT
} ogpi_reason;

typedef enum ogpi_trait_mark {
#define OGPI_TRAIT_MARK(id, name) OGPI_TRAIT_MARK_##id,
#include "rulebook/trait_marks.list"
#undef OGPI_TRAIT_MARK
    OGPI_TRAIT_MARK_COUNT
} ogpi_trait_mark;

/* The planes of a place of words, and of the case itself. */
enum { OGPI_PLANE_CLASSES, OGPI_PLANE_FORMS, OGPI_PLANE_MARKS, OGPI_PLANE_VALUES, OGPI_PLANES };
enum { OGPI_PLANE_MADE, OGPI_PLANE_MENTIONED, OGPI_PLANE_OPTIONS };
_Static_assert(OGPI_REASON_COUNT <= 64 && OGPI_TRAIT_MARK_COUNT <= 64, "a plane is 64 traits");
enum { OGPI_TRAIT_WEAK = 16 }; /* in the plane of options */

enum { OGPI_PLACE_TRAITS = 64 * OGPI_PLANES, OGPI_TRAITS = OGPI_PLACE_COUNT * OGPI_PLACE_TRAITS };

/* Values of a class that are traits: one each, or one for each bit of a value. */
typedef struct ogpi_valued {
    uint8_t id; /* an ogpi_class */
    uint8_t first, count;
    bool bits;
} ogpi_valued;
/* Each class of them, its first trait in the plane, how many, whether they are bits. */
#define OGPI_VALUED_LIST(X) \
    X(act, 0, 8, true) X(topic, 8, 14, false) X(determiner, 22, 6, false) X(verb, 28, 4, false) \
    X(modal, 32, 2, false) X(thing, 34, 3, false) X(of, 37, 2, false) X(past, 39, 2, false)
enum {
#define OGPI_VALUED_AT(class, first, count, bits) OGPI_VALUED_##class,
    OGPI_VALUED_LIST(OGPI_VALUED_AT)
#undef OGPI_VALUED_AT
    OGPI_VALUED
};
extern const ogpi_valued ogpi_valued_classes[OGPI_VALUED];

/* What is decided by weight. */
typedef enum ogpi_decision { OGPI_DECISION_thing, OGPI_DECISION_COUNT } ogpi_decision;

typedef struct ogpi_weights {
    const uint8_t *points;  /* of each trait, as int8_t; NULL: nothing is weighed */
    const uint32_t *masks;  /* two for each plane of each place: the traits that weigh anything */
    int start;              /* what a case weighs by itself */
    int doubt;              /* up to so many points, either way, the clues decide */
    uint64_t made, mentioned; /* reasons that are not sure: only cases of theirs are weighed */
} ogpi_weights;

ogpi_weights ogpi_lexicon_weights(const ogpi_lexicon *lexicon, ogpi_decision decision);

/* The number of a trait by the names of its place and itself ("before-1", "class:act"), -1 where there is none. */
int ogpi_trait_of(const char *place, const char *name);
int ogpi_decision_of(const char *name);
/* The reverse: "class:act" for a trait's number; false where it has no name. */
bool ogpi_trait_name(char name[48], int trait);
const char *ogpi_place_name(ogpi_place place);

#endif
