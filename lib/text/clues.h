/* SPDX-License-Identifier: MIT */
/* What the clues ask that tell whether a text sets out to make or change a thing. */
#ifndef OGPI_CLUES_H
#define OGPI_CLUES_H

#include "text/things.h"

/* A noun group [start, end) and the word at which what leads it begins: article, count. */
typedef struct ogpi_group {
    const ogpi_scanner *s;
    size_t at, start, end;
    bool weak;      /* a thing only where something is done with it */
    bool construct; /* an Arabic one */
} ogpi_group;

/* What a clue says of a group: nothing, that the thing is only mentioned, or that the text makes or changes it. */
typedef enum ogpi_verdict { OGPI_SILENT, OGPI_MENTIONED, OGPI_MADE } ogpi_verdict;

static inline ogpi_verdict ogpi_if_made(bool made)
{
    return made ? OGPI_MADE : OGPI_MENTIONED;
}

/* constructs.c: languages whose nouns govern one another. */
/* Whether the noun at word `start` has an article, or is closed by one. */
bool ogpi_is_known(const ogpi_scanner *s, size_t start);
/* Whether the act that begins at word `act`, with that value, may have the thing for its object. */
bool ogpi_has_object(const ogpi_group *g, size_t act, uint32_t makes);
/* Clues, silent in other languages; an example stands at each. */
ogpi_verdict ogpi_clue_counted_for(const ogpi_group *g);
ogpi_verdict ogpi_clue_told_after(const ogpi_group *g);
ogpi_verdict ogpi_clue_led_later(const ogpi_group *g);
ogpi_verdict ogpi_clue_as_label(const ogpi_group *g);
ogpi_verdict ogpi_clue_by_law(const ogpi_group *g);
/* Whether "and" joins the thing to one that is only mentioned. */
bool ogpi_joins_mentioned(const ogpi_group *g);
ogpi_verdict ogpi_clue_behind_vague(const ogpi_group *g);
ogpi_verdict ogpi_clue_led_by_clitic(const ogpi_group *g);
ogpi_verdict ogpi_clue_in_construct(const ogpi_group *g);
/* Whether the text makes a thing that no clue tells of. */
bool ogpi_is_governed_later(const ogpi_group *g);

#endif
