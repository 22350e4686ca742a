/* SPDX-License-Identifier: MIT */
/* What the grammars of counts share. */
#ifndef OGPI_QUANTITIES_H
#define OGPI_QUANTITIES_H

#include "text/dates.h"
#include "text/number.h"

/* What a number or its noun may be part of already. */
#define OGPI_USED_COUNTED (OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_BARRED | OGPI_USED_QUANTITY)

/* A word that is part of no other number. */
static inline bool ogpi_is_free(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i, OGPI_WORD) && !(ogpi_flags(s, i) & OGPI_WORD_BREAK) &&
           !ogpi_used(s, i, OGPI_USED_COUNTED);
}

static inline bool ogpi_is_plain_word(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_free(s, i) && !ogpi_begins(s, i, OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(act));
}

/* "الحكومة", "المتابعة": an Arabic noun in the singular, which three or more are never said of. */
static inline bool ogpi_is_singular(const ogpi_scanner *s, size_t i)
{
    return ogpi_has_form(s, i, OGPI_FORM_singular);
}

/* Whether word i looks like a dual, which states the number by itself. */
static inline bool ogpi_looks_dual(const ogpi_scanner *s, size_t i)
{
    return ogpi_has_affix(s, i, OGPI_AFFIX_DUAL) || ogpi_has_form(s, i, OGPI_FORM_dual);
}

/* ranges.c */
/* The rest of "thirty (30)", "10 to 12", "entre 15 y 25" behind the number before word i, which begins at word `first`:
 * the index after it. */
size_t ogpi_rest_of_number(const ogpi_scanner *s, size_t i, size_t first, ogpi_number *lower);

/* counted.c */
/* English after "one": the words up to the last noun of the group. */
size_t ogpi_one_group(const ogpi_scanner *s, size_t i);
/* The end of the noun that a number in front of i counts, with "of" before it or not; i where there is none. */
size_t ogpi_counted_noun(const ogpi_scanner *s, size_t i, bool after_of);
/* Where the noun of "the five councils" begins in Arabic: the number follows it and has the article; i where there is
 * none. */
size_t ogpi_noun_in_front(const ogpi_scanner *s, size_t i);

/* ranks.c */
/* "Windows 10", "le 115": what a name or a singular article stands before and no noun behind. */
bool ogpi_names_bare(const ogpi_scanner *s, size_t i, const ogpi_number *number);
/* "le 5e plan"; the Arabic Monday. */
bool ogpi_is_ordinal(const ogpi_scanner *s, size_t i, size_t end);
/* "le 10 de chaque mois": a day. */
bool ogpi_is_day_of_every(const ogpi_scanner *s, size_t end);
/* "years 2 and 3", "weeks 1-4", "year two": numbers that a unit in front ranks. The index after them, or i. */
size_t ogpi_ranked_by_unit(const ogpi_scanner *s, size_t i, const ogpi_number *number);
/* "Year 1", "mes 3"; the "2." of a list within a paragraph. */
bool ogpi_is_rank(const ogpi_scanner *s, size_t i, const ogpi_number *number);
/* "from 45 to 15 days", "in 15 days instead of 30": a length of time whose unit is said with another. */
bool ogpi_is_short_length(const ogpi_scanner *s, size_t i, size_t end);
/* The "ten" of "fifteenth", the "seventy" of "seventy-second" in Arabic; "the 76th member". */
bool ogpi_is_rank_word(const ogpi_scanner *s, size_t i);

/* strays.c */
/* The number of a page or row within a sentence, which counts nothing; no noun that it counts may follow. */
bool ogpi_is_stray(const ogpi_scanner *s, size_t i, const ogpi_number *number);

/* amounts.c */
/* "R12.5 million": adds the sum that is glued to its currency in word i; the index after it, or i. */
size_t ogpi_glued_amount(ogpi_scanner *s, size_t i);

/* shares.c */
/* "three in ten", "six usagers sur dix": adds a share by two numbers up to ten, the first of them at word i; the index
 * after it, or i. */
/* Whether the number at word i begins a share with a stroke: "3/4 of". */
bool ogpi_is_stroke_share(const ogpi_scanner *s, size_t i);
size_t ogpi_ratio_at(ogpi_scanner *s, size_t i, const ogpi_number *first);
/* The same of "half of the seats", "three quarters", "double". */
size_t ogpi_share_at(ogpi_scanner *s, size_t i);

/* duals.c */
/* An Arabic dual states the number by itself: adds it; the index after it, or i. */
size_t ogpi_dual_at(ogpi_scanner *s, size_t i);

/* modifiers.c */
/* Where what bounds the number before word i begins. */
size_t ogpi_with_modifiers(const ogpi_scanner *s, size_t i);
/* The end of "at least" behind what ends before word `end`, or `end`. */
size_t ogpi_with_bound(const ogpi_scanner *s, size_t end);
/* The end of "%" or "per cent" at word i, or i. */
size_t ogpi_percent_at(const ogpi_scanner *s, size_t i);

/* quantities.c */
/* Adds a count of words [first, end), with the modifiers around them. */
void ogpi_add_quantity(ogpi_scanner *s, size_t first, size_t end, const ogpi_number *number);

#endif
