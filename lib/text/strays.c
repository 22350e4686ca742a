/* SPDX-License-Identifier: MIT */
/* Numbers of pages and rows that stand within a sentence, because a page ended there or a table was made plain text. */
#include "text/quantities.h"

#define LAST_PAGE 999

/* An English noun in the singular, which no number above one counts: "information 28 money has been spent". */
static bool is_one_noun(const ogpi_scanner *s, size_t i)
{
    const uint64_t nouns = OGPI_BIT(thing) | OGPI_BIT(thing_weak) | OGPI_BIT(abstract) | OGPI_BIT(body) |
                           OGPI_BIT(body_weak) | OGPI_BIT(law) | OGPI_BIT(plan);
    const uint64_t others = OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(past) | OGPI_BIT(adjective) |
                            OGPI_BIT(plural) | OGPI_BIT(unit);
    return ogpi_begins(s, i, nouns) && !ogpi_begins(s, i, others) && !ogpi_has_form(s, i, OGPI_FORM_plural);
}

/* Whether English goes on at word `end` as if the number in front of it were not there: "will 39 provide", "to 45
 * organize", "the 51 functioning", "Page | 79 To". */
static bool leaves_sentence_whole(const ogpi_scanner *s, size_t i, size_t end)
{
    const unsigned flags = ogpi_flags(s, end);
    if ((flags & (OGPI_WORD_CAPITAL | OGPI_WORD_UPPER)) == OGPI_WORD_CAPITAL)
        return ogpi_begins(s, end, OGPI_BIT(stop) | OGPI_BIT(determiner)) ||
               !(ogpi_has_form(s, end, OGPI_FORM_plural_letter) ||
                 ogpi_any(s, end, OGPI_BIT(plural) | OGPI_BIT(month)));
    if (ogpi_match_before(s, i, OGPI_CLASS_determiner, NULL, NULL) && ogpi_has(s, end + 1, OGPI_CLASS_of) &&
        !ogpi_begins(s, end, OGPI_BIT(stop) | OGPI_BIT(verb)) && !ogpi_has_form(s, end, OGPI_FORM_past))
        return true; /* "the 51 right of access" */
    bool verb = ogpi_begins(s, end, OGPI_BIT(act) | OGPI_BIT(verb)) && !ogpi_has_form(s, end, OGPI_FORM_past);
    if (ogpi_match_before(s, i, OGPI_CLASS_modal, NULL, NULL) || ogpi_match_before(s, i, OGPI_CLASS_to, NULL, NULL))
        return verb;
    return is_one_noun(s, end) || ogpi_has_form(s, end, OGPI_FORM_gerund);
}

/* "December 2022 126 2.1.2 Implementation", "46 7. Balance", ", 27 • Documents": a page's number before that of a row,
 * before a bullet. */
static bool leads_row(const ogpi_scanner *s, size_t i, size_t end)
{
    if (ogpi_is_kind(s, end, OGPI_SIGN))
        return (ogpi_sign(s, i - 1, ',') || ogpi_sign(s, i - 1, ';')) &&
               memcmp(ogpi_key(s, end), "\xE2\x80\xA2", 3) == 0;
    return ogpi_is_kind(s, end, OGPI_NUMBER) && !(ogpi_flags(s, end) & (OGPI_WORD_GLUED | OGPI_WORD_HYPHEN)) &&
           ogpi_used(s, end, OGPI_USED_BARRED);
}

/* "Assembly June 2021 July 2022 106 A view": what follows a date in a cell of its own, which no preposition leads. */
static bool follows_cell(const ogpi_scanner *s, size_t i)
{
    size_t first = i;
    while (first > 0 && ogpi_used(s, first - 1, OGPI_USED_DATE))
        first--;
    return first < i && first > 0 && !ogpi_breaks(s, i) && !ogpi_breaks(s, first) &&
           ogpi_is_kind(s, first - 1, OGPI_WORD) && !ogpi_begins(s, first - 1, OGPI_BIT(stop) | OGPI_BIT(verb));
}

/* "la 23 forma": Spanish and French after an article in the singular. */
static bool parts_article(const ogpi_scanner *s, size_t i, size_t end)
{
    const uint64_t others = OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(act) | OGPI_BIT(percent) | OGPI_BIT(unit);
    return ogpi_option(s, i - 1, OGPI_OPTION_ADJECTIVE_BEHIND) && ogpi_skip(s, i - 1, OGPI_CLASS_determiner) == i &&
           !ogpi_has_form(s, i - 1, OGPI_FORM_plural_letter) && ogpi_is_kind(s, end, OGPI_WORD) &&
           !ogpi_breaks(s, end) && !ogpi_has_form(s, end, OGPI_FORM_plural_letter | OGPI_FORM_future) &&
           !ogpi_any(s, end, others) && !(ogpi_flags(s, end) & (OGPI_WORD_UPPER | OGPI_WORD_CAPITAL));
}

/* "12, rue de la République": the number of a house; not "12, âgés de 18 ans". */
static bool leads_street(const ogpi_scanner *s, size_t end)
{
    return ogpi_sign(s, end, ',') && ogpi_begins(s, end + 1, OGPI_BIT(age)) && ogpi_is_kind(s, end + 2, OGPI_WORD) &&
           ogpi_option(s, end + 1, OGPI_OPTION_BY_OF) && !ogpi_has_form(s, end + 1, OGPI_FORM_plural_letter);
}

/* "the need? 83 This initiative": a page's number between two sentences. */
static bool parts_sentences(const ogpi_scanner *s, size_t i, size_t end)
{
    return ogpi_breaks(s, i) && (ogpi_sign(s, i - 1, '?') || ogpi_sign(s, i - 1, '.')) &&
           (ogpi_flags(s, end) & (OGPI_WORD_CAPITAL | OGPI_WORD_UPPER | OGPI_WORD_GLUED)) == OGPI_WORD_CAPITAL &&
           ogpi_begins(s, end, OGPI_BIT(determiner) | OGPI_BIT(stop)) && !ogpi_begins(s, end, OGPI_BIT(number));
}

bool ogpi_is_stray(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    const size_t end = number->next;
    if (number->digits && leads_street(s, end))
        return true;
    if (!number->digits || number->scale || number->grouped || number->mantissa < 2 || number->mantissa > LAST_PAGE ||
        end > i + 1 || !s->cased || i == 0)
        return false;
    if (leads_row(s, i, end) || follows_cell(s, i) || parts_article(s, i, end) || parts_sentences(s, i, end))
        return true;
    const uint64_t governing = OGPI_BIT(currency) | OGPI_BIT(number) | OGPI_BIT(between);
    return ogpi_option(s, end, OGPI_OPTION_HEAD_LAST) && ogpi_is_kind(s, i - 1, OGPI_WORD) && !ogpi_breaks(s, i) &&
           ogpi_is_kind(s, end, OGPI_WORD) && !ogpi_breaks(s, end) &&
           !(ogpi_flags(s, end) & (OGPI_WORD_GLUED | OGPI_WORD_HYPHEN)) && !ogpi_any(s, i - 1, governing) &&
           !ogpi_match_before(s, i, OGPI_CLASS_approx, NULL, NULL) && leaves_sentence_whole(s, i, end);
}
