/* SPDX-License-Identifier: MIT */
/* What the values of word lists mean that several grammars ask for; docs/word-lists.md has all of them. */
#ifndef OGPI_LIST_VALUES_H
#define OGPI_LIST_VALUES_H

#include "rulebook/lexicon.h"

/* Of `act`: bits, but for two that say one thing each. */
enum {
    OGPI_ACT_FOUNDS_BODY = 1,
    OGPI_ACT_DOES = 2, /* something with a thing of the lists */
    OGPI_ACT_CHANGES = 3,   /* what there is */
    OGPI_ACT_MAKES = 4,     /* its indefinite object is a deliverable, whatever it is called, */
    OGPI_ACT_PUBLISHES = 8, /* and any object of this */
    OGPI_ACT_EQUIPS = 16,
    OGPI_ACT_FOUNDS = 32, /* a place */
    OGPI_ACT_EXAMINES = 64,
    OGPI_ACT_ADDS = 128 /* what it adds something to is changed */
};

static inline bool ogpi_act_founds_body(uint32_t act)
{
    return act == OGPI_ACT_FOUNDS_BODY || act == (OGPI_ACT_FOUNDS_BODY | OGPI_ACT_MAKES);
}

/* Whether the act founds a body or place, makes a thing or publishes it: its object is a deliverable whatever it is. */
static inline bool ogpi_act_yields(uint32_t act)
{
    return act == OGPI_ACT_FOUNDS_BODY || (act & (OGPI_ACT_MAKES | OGPI_ACT_PUBLISHES | OGPI_ACT_FOUNDS));
}

/* Of `bar`: an item of a plan ("Output: 3 reports"), a word that names only a number which counts nothing ("call 119").
 */
enum { OGPI_BAR_ITEM = 1, OGPI_BAR_BARE = 3 };

/* Of `determiner`: "a", "this", "the", "each", "no". */
enum {
    OGPI_DETERMINER_NEW = 1,
    OGPI_DETERMINER_POINTS = 2,
    OGPI_DETERMINER_DEFINITE = 3,
    OGPI_DETERMINER_ANY = 4,
    OGPI_DETERMINER_NONE = 5
};

/* Of `generic`: a label that acronyms follow ("Lead: DICT"), what only bodies follow. */
enum { OGPI_GENERIC_LABEL = 1, OGPI_GENERIC_LEADS = 2 };

/* Of `inside`: what links words with capitals only; of `of`: an article. */
enum { OGPI_INSIDE_CAPITALS = 1, OGPI_OF_ARTICLE = 1 };

/* Of `suffix`: a word of its own behind its number ("worldwide", a month of another calendar). */
enum { OGPI_SUFFIX_APART = 1 };

/* Of `thing`: a place or body; a meeting. */
enum { OGPI_THING_PLACE = 1, OGPI_THING_EVENT = 2 };

/* Of `topic`. */
enum {
    OGPI_TOPIC_RELATIVE = 1,
    OGPI_TOPIC_ABOUT = 2,
    OGPI_TOPIC_WHO = 3,
    OGPI_TOPIC_MEANS = 4,
    OGPI_TOPIC_HANDLED = 5,
    OGPI_TOPIC_WHERE = 6,
    OGPI_TOPIC_REASON = 7,    /* "although": the clause tells what there is */
    OGPI_TOPIC_STATE = 8,     /* "today": the sentence does */
    OGPI_TOPIC_UNDERGONE = 9, /* what is there undergoes it: "answered" */
    OGPI_TOPIC_CLAUSE = 10,   /* "how", "where": a clause whose verb says nothing of its sentence */
    OGPI_TOPIC_BY = 11,       /* a means with an article only: "por un sistema", "par décret" */
    OGPI_TOPIC_AIM = 12,      /* "objective": what it is, is to be */
    OGPI_TOPIC_SINCE = 13     /* "desde 2018": what has been done since then */
};

static inline bool ogpi_tells_background(uint32_t id, uint32_t value)
{
    return id == OGPI_CLASS_topic && (value == OGPI_TOPIC_REASON || value == OGPI_TOPIC_STATE);
}

/* Of `past`: "was", and not "has", which may be what is reached by a date. */
enum { OGPI_PAST_OVER = 1 };

/* Of `modal`: "may". Of `verb`: "lacks", "showed that"; "is to", "intends to"; "تصادق ... على", whose object a
 * preposition leads. */
enum { OGPI_MODAL_MAY = 1 };
enum { OGPI_VERB_TELLS = 1, OGPI_VERB_PROMISES = 2, OGPI_VERB_LEADS = 3 };

/* Of `vague`: a verbal noun, which may be part of a name; a noun that is plain by itself ("الثقة"). */
enum { OGPI_VAGUE_DEED = 4, OGPI_VAGUE_AIM = 10 };

#endif
