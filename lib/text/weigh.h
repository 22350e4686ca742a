/* SPDX-License-Identifier: MIT */
/* Cases that a grammar cannot decide by one clue: what all of their traits weigh together, by the rulebook's
   `text/weights`. docs/weights.md. */
#ifndef OGPI_WEIGH_H
#define OGPI_WEIGH_H

#include "rulebook/weights.h"
#include "text/scan.h"

/* What the words of a clause have together, by plane. */
typedef struct ogpi_clause {
    uint64_t traits[OGPI_PLANES];
} ogpi_clause;

/* A noun group, words [start, end) with its head at `head`, led by what begins at word `at`. */
typedef struct ogpi_case {
    size_t at, start, head, end;
    size_t first;              /* word of its clause, no further off than OGPI_CLAUSE_MOST words; */
    ogpi_clause before, after; /* the clause up to it and behind it: filled in when it is weighed */
    ogpi_reason reason; /* the first clue that says something */
    ogpi_reason refused; /* by which test, none: by none of them */
    bool made;          /* as that clue has it */
    bool weak;
} ogpi_case;
enum { OGPI_CLAUSE_MOST = 24 };

/* Whether what decided is not sure enough to let the case be. */
static inline bool ogpi_is_unsure(const ogpi_case *c, const ogpi_weights *weights)
{
    if (c->refused != OGPI_REASON_none)
        return weights->mentioned >> c->refused & 1;
    return (c->made ? weights->made : weights->mentioned) >> c->reason & 1;
}

/* A plane of a place: its traits as bits. */
uint64_t ogpi_traits(const ogpi_scanner *s, const ogpi_case *c, ogpi_place place, unsigned plane);
void ogpi_case_clause(const ogpi_scanner *s, ogpi_case *c);
/* Whether it is one: by the points of all its traits, or, where these leave it in doubt, by its clues. */
bool ogpi_weigh(const ogpi_scanner *s, const ogpi_case *c, const ogpi_weights *weights);

#endif
