/* SPDX-License-Identifier: MIT */
/* Names of bodies around their head word, and what may be part of one. */
#ifndef OGPI_BODIES_H
#define OGPI_BODIES_H

#include "text/scan.h"

/* Values of the list `body_weak`: a head word of another language; one that names a place too. */
enum { HEAD_LAST_WORD = 2, HEAD_PLACE = 3 };

#define OGPI_BODY_HEADS (OGPI_BIT(body) | OGPI_BIT(body_weak) | OGPI_BIT(post) | OGPI_BIT(name))

/* A capital that goes on with a name: an empty line ends it. */
static inline bool ogpi_is_capital(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i, OGPI_WORD) &&
           (ogpi_flags(s, i) & (OGPI_WORD_CAPITAL | OGPI_WORD_BREAK)) == OGPI_WORD_CAPITAL;
}

/* One that a name may begin with. */
static inline bool ogpi_is_capital_before(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i, OGPI_WORD) && (ogpi_flags(s, i) & OGPI_WORD_CAPITAL);
}

static inline bool ogpi_is_body_head(const ogpi_scanner *s, size_t i)
{
    return ogpi_any(s, i, OGPI_BODY_HEADS) && (s->spots[i].found & OGPI_BODY_HEADS);
}

static inline bool ogpi_acts(const ogpi_scanner *s, size_t i)
{
    return ogpi_has_affix(s, i, OGPI_AFFIX_VERB) || ogpi_begins(s, i, OGPI_BIT(verb));
}

static inline bool ogpi_is_stop(const ogpi_scanner *s, size_t i)
{
    return ogpi_begins(s, i, OGPI_BIT(stop));
}

static inline bool ogpi_is_free_word(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i, OGPI_WORD) && !(ogpi_flags(s, i) & OGPI_WORD_BREAK) &&
           !ogpi_used(s, i, OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_QUANTITY) && !ogpi_acts(s, i);
}

static inline bool ogpi_has_article(const ogpi_scanner *s, size_t i)
{
    return ogpi_has_affix(s, i, OGPI_AFFIX_THE);
}

/* body_names.c */
/* Where the name around the head [head, head_end) ends; *linked when connecting words are within. */
size_t ogpi_body_end(const ogpi_scanner *s, size_t head, size_t head_end, bool *linked);
/* Where it begins: "National Open Data" before "Council". */
size_t ogpi_body_start(const ogpi_scanner *s, size_t head);

/* body_names_uncased.c */
/* Definite words, the second half of a construct, "for the ..." and "and the ...": the index after the word or phrase
   at i where it goes on with the name around `head`, or i. */
size_t ogpi_body_extend_uncased(const ogpi_scanner *s, size_t i, size_t head);

/* body_acronyms.c */
/* Acronyms in brackets, which name their bodies for the rest of the text. */
enum { OGPI_ACRONYMS = 16 }; /* so many of a text are remembered */
typedef struct ogpi_acronyms {
    size_t words[OGPI_ACRONYMS];
    size_t count;
} ogpi_acronyms;
/* Remembers the acronym in brackets that ends right before word `end`, if there is one. */
void ogpi_keep_acronym(const ogpi_scanner *s, size_t end, ogpi_acronyms *known);
bool ogpi_is_known_acronym(const ogpi_scanner *s, size_t i, const ogpi_acronyms *known);
/* Whether word i, in capitals, is a body by what stands around it. `others` are those in brackets behind what is no
 * body; word i becomes one of them where it is. */
bool ogpi_is_acronym(const ogpi_scanner *s, size_t i, ogpi_acronyms *others);
/* "Responsible: " stands right before word i. */
bool ogpi_body_is_labelled(const ogpi_scanner *s, size_t i);

/* bodies_founded.c: whether the body whose name begins at word `start` is not there yet. */
/* The text sets out to create it, so it is a deliverable: "set up an Advisory Council". */
bool ogpi_body_is_created(const ogpi_scanner *s, size_t start);
/* "una Unidad de Acceso a la Información", words [start, end), however strong its head. */
bool ogpi_body_is_indefinite(const ogpi_scanner *s, size_t start, size_t end);
/* An Arabic body without an article that the text creates: "إحداث مرصد وطني". */
bool ogpi_body_is_new(const ogpi_scanner *s, size_t start, size_t head_end);
/* An Arabic body that the text only thinks of founding: "دراسة إمكانية إحداث هيئة". */
bool ogpi_body_is_mooted(const ogpi_scanner *s, size_t start);

#endif
