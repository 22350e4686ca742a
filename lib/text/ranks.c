/* SPDX-License-Identifier: MIT */
/* Numbers that count nothing: ranks, days, lengths without a unit, names. */
#include "text/quantities.h"

#define TELEPHONE 10000000 /* "línea 800 101 113": the least of so many digits */

/* "Windows 10", "le 115": what a name or a singular article stands before and no noun behind. */
bool ogpi_names_bare(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    const uint64_t others = OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(act) | OGPI_BIT(approx) | OGPI_BIT(and) |
                            OGPI_BIT(currency) | OGPI_BIT(number) | OGPI_BIT(between);
    bool grouped = number->grouped && !(number->scale && ogpi_option(s, i, OGPI_OPTION_HEAD_LAST)); /* "Python 3.11" */
    uint32_t kind = 0;
    if (i == 0 || (grouped && number->mantissa < TELEPHONE) || (s->marks.used[i - 1] & OGPI_USED_DATE))
        return false;
    if (ogpi_breaks(s, i)) /* ". 20 Lastly": the number of a note or page */
        return number->digits && number->mantissa < 1000 && ogpi_sign(s, i - 1, '.') &&
               !ogpi_option(s, i, OGPI_OPTION_UNCASED) && (ogpi_flags(s, number->next) & OGPI_WORD_CAPITAL);
    if (ogpi_match_before(s, i, OGPI_CLASS_bar, NULL, &kind) && kind == OGPI_BAR_BARE)
        return ogpi_match(s, number->next, OGPI_CLASS_to, &kind) == number->next || kind; /* "call 119 or 112" */
    return number->digits && !grouped && s->cased && i > 1 && ogpi_is_kind(s, i - 1, OGPI_WORD) &&
           !ogpi_breaks(s, i - 1) && !ogpi_is_kind(s, i - 2, OGPI_SIGN) && (ogpi_flags(s, i - 1) & OGPI_WORD_CAPITAL) &&
           !(ogpi_flags(s, i) & OGPI_WORD_HYPHEN) && !ogpi_any(s, i - 1, others);
}

/* "le 5e plan"; the Arabic Monday. */
bool ogpi_is_ordinal(const ogpi_scanner *s, size_t i, size_t end)
{
    uint32_t apart = 0;
    if ((ogpi_match(s, end, OGPI_CLASS_suffix, &apart) > end ||
         ogpi_match_before(s, i, OGPI_CLASS_suffix, NULL, &apart)) &&
        apart == OGPI_SUFFIX_APART)
        return true; /* a day or year of the Hijri calendar */
    if (s->words.items[i].kind == OGPI_WORD)
        return ogpi_has_affix(s, i, OGPI_AFFIX_THE) && ogpi_has(s, i, OGPI_CLASS_weekday);
    end += ogpi_sign(s, end, '.') && (ogpi_flags(s, end + 1) & OGPI_WORD_GLUED) &&
           !ogpi_option(s, i, OGPI_OPTION_HEAD_LAST); /* "3.er" */
    return (ogpi_flags(s, end) & OGPI_WORD_GLUED) && ogpi_is_kind(s, end, OGPI_WORD) &&
           ogpi_skip(s, end, OGPI_CLASS_suffix) == end + 1;
}

/* "le 10 de chaque mois": a day. */
bool ogpi_is_day_of_every(const ogpi_scanner *s, size_t end)
{
    size_t at = ogpi_skip_all(s, end, OGPI_CLASS_of);
    if (at > end && ogpi_any(s, at, OGPI_BIT(unit)) && at == end + 1 &&
        ogpi_option(s, end - 1, OGPI_OPTION_BY_OF) && end > 1 &&
        ogpi_skip(s, end - 2, OGPI_CLASS_determiner) == end - 1)
        return true; /* "le 20 du mois" */
    return at > end && ogpi_any(s, at, OGPI_BIT(every)) && ogpi_used(s, at, OGPI_USED_DURATION);
}

/* "years 2 and 3", "weeks 1-4", "year two": numbers that a unit in front ranks. The index after them, or i. */
size_t ogpi_ranked_by_unit(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    ogpi_number other;
    if (i == 0 || number->scale || number->mantissa > 99 || number->grouped ||
        ogpi_option(s, i, OGPI_OPTION_CONSTRUCT) || ogpi_breaks(s, i) || !ogpi_is_free(s, i - 1) ||
        ogpi_skip(s, i - 1, OGPI_CLASS_unit) != i)
        return i;
    size_t next = number->next, joined = ogpi_skip(s, next, OGPI_CLASS_to);
    joined = joined > next ? joined : ogpi_skip(s, next, OGPI_CLASS_and);
    joined += joined == next && ogpi_sign(s, next, '-');
    if ((joined > next || (ogpi_flags(s, next) & OGPI_WORD_HYPHEN)) && ogpi_number_at(s, joined, &other) &&
        other.digits == number->digits && other.mantissa > number->mantissa)
        next = other.next;
    bool plural = ogpi_has_form(s, i - 1, OGPI_FORM_plural_letter);
    bool ranks = next > number->next || (!plural && !number->digits && number->next == i + 1);
    return ranks && ogpi_counted_noun(s, next, false) == next ? next : i;
}

/* "agosto 2020 2 Elaboración", "término 1 Realización": the number of a row before its title, where titles alone have
 * a capital. */
static bool numbers_title(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    const uint64_t governing = OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(act) | OGPI_BIT(approx) | OGPI_BIT(and) |
                               OGPI_BIT(currency) | OGPI_BIT(determiner);
    size_t title = number->next;
    if (!s->cased || !ogpi_option(s, i, OGPI_OPTION_SENTENCE_CASE) || ogpi_breaks(s, i) || ogpi_breaks(s, title) ||
        (ogpi_flags(s, title) & (OGPI_WORD_CAPITAL | OGPI_WORD_UPPER | OGPI_WORD_HYPHEN)) != OGPI_WORD_CAPITAL ||
        ogpi_has_form(s, title, OGPI_FORM_plural_letter) ||
        ogpi_any(s, title, OGPI_BIT(currency) | OGPI_BIT(multiplier) | OGPI_BIT(unit) | OGPI_BIT(percent)))
        return false;
    return ogpi_used(s, i - 1, OGPI_USED_DATE) ||
           (ogpi_is_kind(s, i - 1, OGPI_WORD) && !ogpi_any(s, i - 1, governing));
}

/* Whether what is before the number at word i may end a cell or an item, so that "2." begins the next: a noun, a date,
 * "recommendations developed"; nothing that governs a number does, but that no "1." is counted. */
static bool may_end_cell(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    const uint64_t governing = OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(act) | OGPI_BIT(currency) |
                               OGPI_BIT(approx) | OGPI_BIT(and);
    if (ogpi_is_kind(s, i - 1, OGPI_NUMBER))
        return ogpi_used(s, i - 1, OGPI_USED_DATE);
    if (!ogpi_is_kind(s, i - 1, OGPI_WORD))
        return s->words.items[i - 1].length == 1 &&
               strchr(number->mantissa < 10 ? ")>/*,'\"" : ")>", *ogpi_key(s, i - 1));
    if (!ogpi_any(s, i - 1, governing))
        return true;
    if (number->mantissa < 10 && ogpi_begins(s, i - 1, OGPI_BIT(thing)) && !ogpi_begins(s, i - 1, OGPI_BIT(stop)))
        return true; /* "Commission on Audit 4. National" */
    return !ogpi_any(s, i - 1, OGPI_BIT(to) | OGPI_BIT(between) | OGPI_BIT(and) | OGPI_BIT(approx)) &&
           i + 2 < ogpi_count(s) &&
           (number->mantissa == 1 || (number->mantissa < 10 && ogpi_has_form(s, i - 1, OGPI_FORM_past)));
}

/* "Year 1", "mes 3"; the "2." of a list within a paragraph. */
bool ogpi_is_rank(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    if (i == 0 || !number->digits || number->grouped || number->mantissa > 99 || number->next != i + 1 ||
        ogpi_option(s, i, OGPI_OPTION_NUMBER_BEHIND))
        return false;
    if (numbers_title(s, i, number))
        return true;
    const ogpi_word *before = &s->words.items[i - 1];
    if (before->kind == OGPI_WORD && !ogpi_has_form(s, i - 1, OGPI_FORM_plural_letter) &&
        !ogpi_used(s, i - 1, OGPI_USED_COUNTED) && ogpi_any(s, i - 1, OGPI_BIT(unit)) &&
        ogpi_skip(s, i - 1, OGPI_CLASS_unit) == i)
        return true;
    if (!s->cased || !ogpi_sign(s, i + 1, '.') || !may_end_cell(s, i, number))
        return false;
    if (i + 2 == ogpi_count(s)) /* "Workshops for managers 2." */
        return before->kind != OGPI_WORD || (number->mantissa < 10 && ogpi_has_form(s, i - 1, OGPI_FORM_plural));
    return (ogpi_flags(s, i + 2) & OGPI_WORD_CAPITAL) && !(ogpi_flags(s, i + 2) & OGPI_WORD_GLUED);
}

/* "from 45 to 15 days", "in 15 days instead of 30": a length of time whose unit is said with another. */
bool ogpi_is_short_length(const ogpi_scanner *s, size_t i, size_t end)
{
    size_t to = ogpi_skip(s, end, OGPI_CLASS_to);
    if (to > end && ogpi_used(s, to, OGPI_USED_DURATION) &&
        (ogpi_is_kind(s, to, OGPI_NUMBER) || ogpi_any(s, to, OGPI_BIT(number))))
        return true;
    if (i > 0 && (ogpi_match_before(s, i, OGPI_CLASS_currency, NULL, NULL) ||
                  (ogpi_sign(s, i - 1, ',') && ogpi_is_kind(s, end, OGPI_WORD))))
        return false; /* "in 24 months, 15 of 20 ministries" */
    if (ogpi_used(s, end, OGPI_USED_DURATION))
        return false; /* "for six months, then four per month" */
    for (size_t back = 1; back <= 4 && back <= i && !ogpi_breaks(s, i - back + 1); back++)
        if (ogpi_has_affix(s, i - back, OGPI_AFFIX_VERB) || ogpi_begins(s, i - back, OGPI_BIT(act)))
            return false;
        else if (s->marks.used[i - back] & OGPI_USED_DURATION)
            return back > 1 && ogpi_any(s, i - back, OGPI_BIT(unit) | OGPI_BIT(workday));
    return false;
}

/* The "ten" of "fifteenth", the "seventy" of "seventy-second" in Arabic; "the 76th member". */
bool ogpi_is_rank_word(const ogpi_scanner *s, size_t i)
{
    const unsigned joined = OGPI_AFFIX_AND | OGPI_AFFIX_THE;
    if (i == 0 || !ogpi_option(s, i - 1, OGPI_OPTION_NUMBER_BEHIND))
        return false;
    if (ogpi_any(s, i - 1, OGPI_BIT(ordinal)))
        return ogpi_skip(s, i - 1, OGPI_CLASS_ordinal) > i || (s->spots[i].token->affixes & joined) == joined;
    if ((s->spots[i].token->affixes & joined) == joined && ogpi_match_before(s, i, OGPI_CLASS_ordinal, NULL, NULL))
        return true; /* "التاسع عشر والعشرون" */
    uint32_t many = 0;
    size_t noun = ogpi_noun_in_front(s, i);
    bool listed = noun < i && ogpi_match(s, noun, OGPI_CLASS_plural, &many) > noun;
    return noun < i && (ogpi_is_singular(s, noun) || (listed && !many)) &&
           ogpi_has_affix(s, noun, OGPI_AFFIX_THE);
}
