/* SPDX-License-Identifier: MIT */
/* Whether a number by itself that looks like a year is one, or counts something. */
#include "text/dates.h"

/* Whether what follows a number may be what it counts: "over 2000 schools", and not "up to 2015". */
static bool counts_something(const ogpi_scanner *s, size_t i)
{
    return !ogpi_breaks(s, i) && ogpi_is_kind(s, i, OGPI_WORD) && !(ogpi_flags(s, i) & OGPI_WORD_HYPHEN) &&
           !ogpi_begins(s, i, OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(modal) | OGPI_BIT(to));
}

/* Whether number words that look like a year are one: "two thousand and five", not "two thousand and five schools". */
static bool words_year_holds(const ogpi_scanner *s, const ogpi_point *p)
{
    return p->year >= 1990 && !counts_something(s, p->next) &&
           !(p->first > 0 && ogpi_any(s, p->first - 1, OGPI_BIT(number) | OGPI_BIT(multiplier)));
}

/* "1940-1946": whether a later year is joined to the one read. */
static bool leads_years(const ogpi_scanner *s, const ogpi_point *p)
{
    size_t at = p->next + ogpi_sign(s, p->next, '-');
    int later = ogpi_plain_digits(s, at, 4);
    return (at > p->next || (ogpi_flags(s, at) & OGPI_WORD_HYPHEN)) && later > p->year && later < 2101;
}

/* Not "under 2022 budget": an English noun in the singular. */
static bool counts_several(const ogpi_scanner *s, size_t i)
{
    return counts_something(s, i) && (!ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) || ogpi_any(s, i, OGPI_BIT(plural)) ||
                                      ogpi_has_form(s, i, OGPI_FORM_plural_letter) ||
                                      !ogpi_any(s, i, OGPI_BIT(thing) | OGPI_BIT(thing_weak)));
}

/* "1850 people", "1850 جماعة" */
static bool counts_many(const ogpi_scanner *s, size_t i)
{
    bool many = ogpi_has_form(s, i, OGPI_FORM_plural_letter) || ogpi_any(s, i, OGPI_BIT(plural)) ||
                ogpi_option(s, i, OGPI_OPTION_CONSTRUCT);
    return many && counts_something(s, i);
}

/* "il y a 1940 membres": an old year, or a number of something. */
static bool is_old_year(const ogpi_scanner *s, const ogpi_point *p)
{
    const uint64_t in = OGPI_BIT(skip) | OGPI_BIT(between), of = OGPI_BIT(of) | OGPI_BIT(to);
    const uint64_t leads = p->year < 1900 ? in : in | of; /* "rose to 1850" */
    return leads_years(s, p) ||
           (p->first > 0 && ogpi_any(s, p->first - 1, leads) && !counts_many(s, p->next));
}

/* "capacitar 2015 docentes", "تكوين 2015 موظفا": what is done to a noun that no year is followed by. */
static bool is_count_of_act(const ogpi_scanner *s, const ogpi_point *p)
{
    const uint64_t others = OGPI_BIT(adjective) | OGPI_BIT(year_word) | OGPI_BIT(month) | OGPI_BIT(period);
    const unsigned joined = OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION | OGPI_AFFIX_THE;
    if (p->first == 0 || !counts_something(s, p->next) || ogpi_option(s, p->next, OGPI_OPTION_HEAD_LAST) ||
        ogpi_begins(s, p->next, others) || ogpi_has_affix(s, p->next, joined))
        return false;
    size_t before = p->first - 1;
    bool made = ogpi_begins(s, before, OGPI_BIT(act) | OGPI_BIT(verb)) || ogpi_sign(s, before, ':') ||
                ogpi_has_affix(s, before, OGPI_AFFIX_VERB) ||
                (ogpi_option(s, before, OGPI_OPTION_CONSTRUCT) && ogpi_any(s, before, OGPI_BIT(act)));
    return made && ogpi_has_form(s, p->next, OGPI_FORM_plural_letter | OGPI_FORM_accusative);
}

bool ogpi_year_holds(const ogpi_scanner *s, const ogpi_point *p)
{
    size_t next = p->next;
    if (p->month || p->period || p->edge)
        return true;
    if (p->year_to)
        return p->year > 1899 || !counts_many(s, next);
    if (p->next > p->first + 1)
        return !ogpi_is_kind(s, p->next - 1, OGPI_WORD) || ogpi_any(s, p->first, OGPI_BIT(year_word)) ||
               ogpi_any(s, p->next - 1, OGPI_BIT(year_word)) ||
               words_year_holds(s, p);
    if (!ogpi_is_kind(s, p->first, OGPI_NUMBER))
        return ogpi_ends_in_digit(s, p->first);
    if (ogpi_sign(s, next, '%') || ogpi_has(s, next, OGPI_CLASS_currency) ||
        ogpi_begins(s, next, OGPI_BIT(percent) | OGPI_BIT(multiplier)) ||
        ogpi_match_before(s, p->first, OGPI_CLASS_currency, NULL, NULL) ||
        (ogpi_match_before(s, p->first, OGPI_CLASS_approx, NULL, NULL) && counts_several(s, next) &&
         !ogpi_match_before(s, p->first, OGPI_CLASS_between, NULL, NULL)))
        return false;
    if (p->year < 1950 || p->year > 2050)
        return is_old_year(s, p);
    if (is_count_of_act(s, p))
        return false;
    if (p->year % 100 == 0)
        return !ogpi_is_kind(s, next, OGPI_WORD) || ogpi_any(s, next, OGPI_BIT(stop) | OGPI_BIT(and) | OGPI_BIT(of));
    return true;
}
