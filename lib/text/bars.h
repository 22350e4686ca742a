/* SPDX-License-Identifier: MIT */
/* What the grammars of numbers that are names share. */
#ifndef OGPI_BARS_H
#define OGPI_BARS_H

#include "text/dates.h"

#define OGPI_CHAIN_WORDS 16 /* numbers and signs glued together are looked at this far */

/* The index after what is glued to a number: 58/2021, 130-13, 2.1.3. */
size_t ogpi_lunar_date(const ogpi_scanner *s, size_t i);
size_t ogpi_number_chain(const ogpi_scanner *s, size_t i);
/* The index after these one-byte signs. */
size_t ogpi_skip_signs(const ogpi_scanner *s, size_t i, const char *signs);
/* Marks a telephone number, which goes on over blanks, brackets and hyphens. */
void ogpi_bar_digits(ogpi_scanner *s, size_t i, size_t end);
/* Whether the number at word i has a point that groups no thousands: "16.5". */
static inline bool ogpi_is_pointed(const ogpi_scanner *s, size_t i)
{
    const char *key = ogpi_key(s, i);
    size_t length = s->words.items[i].length;
    return memchr(key, '.', length) && !(length > 4 && key[length - 4] == '.');
}
/* bars_laws.c */
/* Marks what names the law whose word is [first, i): its number, its date. */
void ogpi_bar_law(ogpi_scanner *s, size_t first, size_t i);
/* Marks the date or year after a law's number: "of 2015", "du 7 octobre 2016", ", 2013". */
void ogpi_bar_date(ogpi_scanner *s, size_t i);
/* Words that may stand between "law" or "plan" and its number. */
bool ogpi_in_title(const ogpi_scanner *s, size_t i);
/* "of" and no mere article. */
static inline bool ogpi_after_of(const ogpi_scanner *s, size_t i)
{
    uint32_t article = 0;
    return ogpi_match_before(s, i, OGPI_CLASS_of, NULL, &article) && !article;
}
/* "in 2025" is a date even after a law or plan. */
static inline bool ogpi_after_in(const ogpi_scanner *s, size_t i)
{
    return ogpi_match_before(s, i, OGPI_CLASS_skip, NULL, NULL);
}
/* bars.c: "projet de loi 18 mois avant", "recommendations 2 times a month", "treinta (30) días": whether a length of
 * time or how often begins at word i. */
bool ogpi_tells_time(const ogpi_scanner *s, size_t i);
/* bars.c: "December, 2027 Framework for funds": a year that a month has, and no name. */
bool ogpi_has_month(const ogpi_scanner *s, size_t year);
/* bars_list.c: whether a line begins at word i. */
bool ogpi_opens_line(const ogpi_scanner *s, size_t i);
/* bars_list.c: whether the number at i is that of a section, an item, a row, a page or a note. */
bool ogpi_is_listed(const ogpi_scanner *s, size_t i);
/* Marks the number at i where its shape or place tells a name; the index after what was read. */
size_t ogpi_bar_shape(ogpi_scanner *s, size_t i);
/* Whether a link begins at word i; marks it; marks "parliament.gov" around the full stop at i. */
bool ogpi_is_link(const ogpi_scanner *s, size_t i);
void ogpi_bar_link(ogpi_scanner *s, size_t i);
void ogpi_bar_address(ogpi_scanner *s, size_t i);

#endif
