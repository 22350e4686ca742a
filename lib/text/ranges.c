/* SPDX-License-Identifier: MIT */
/* Two numbers that tell one count: a range, a number said again in brackets. */
#include "text/quantities.h"

/* "grow by 30 to 110": by how much, and to what. */
static bool reaches(const ogpi_scanner *s, size_t first, const ogpi_number *upper)
{
    ogpi_number lower;
    return ogpi_after_by(s, first) && ogpi_number_at(s, first, &lower) && lower.scale == upper->scale &&
           upper->mantissa >= 3 * lower.mantissa;
}

/* "de 75 à 150": two counts, no range; an Arabic "from" tells by itself, but not after what is made in that number. */
static bool is_change(const ogpi_scanner *s, size_t first, const ogpi_number *upper)
{
    if (first == 0 || !ogpi_any(s, first - 1, OGPI_BIT(of)))
        return false;
    uint32_t act = 0;
    if (ogpi_option(s, first - 1, OGPI_OPTION_CONSTRUCT))
        return first < 2 || ((ogpi_match(s, first - 2, OGPI_CLASS_act, &act) != first - 1 ||
                              (act & OGPI_ACT_CHANGES) == OGPI_ACT_CHANGES) &&
                             (!ogpi_begins(s, first - 2, OGPI_BIT(thing)) || s->spots[first - 2].token->affixes));
    ogpi_number lower;
    if (ogpi_number_at(s, first, &lower) && lower.scale == upper->scale && lower.mantissa >= 10 &&
        upper->mantissa >= 2 * lower.mantissa)
        return true; /* "de 45 à 120 agents" */
    return !ogpi_is_kind(s, upper->next, OGPI_WORD) || ogpi_any(s, upper->next, OGPI_BIT(stop));
}

/* "de 30 à 15": a range never goes down. */
static bool descends(const ogpi_scanner *s, size_t first, const ogpi_number *upper)
{
    ogpi_number lower;
    return ogpi_number_at(s, first, &lower) && lower.scale == upper->scale && lower.mantissa > upper->mantissa;
}

/* The number after "to"; its currency may be said again: "$3 to $5 million". */
static bool upper_at(const ogpi_scanner *s, size_t first, size_t at, ogpi_number *out)
{
    if (first > 0 && ogpi_match_before(s, first, OGPI_CLASS_currency, NULL, NULL))
        at = ogpi_skip(s, at, OGPI_CLASS_currency);
    return at < ogpi_count(s) && !ogpi_used(s, at, OGPI_USED_COUNTED) && ogpi_number_at(s, at, out);
}

/* "1.2-1.5 million": the lower number is of millions too. */
static void share_factor(ogpi_number *lower, const ogpi_number *upper)
{
    if (lower->factor || upper->factor < 1000 || lower->mantissa >= 1000 || lower->digits != upper->digits)
        return;
    lower->factor = upper->factor;
    lower->mantissa *= upper->factor;
    for (; lower->scale > 0 && lower->mantissa % 10 == 0; lower->scale--)
        lower->mantissa /= 10;
}

/* "two or three visits", "two or three million", and not "10 or 20", "one or two". */
static bool are_next(const ogpi_number *lower, const ogpi_number *shared, const ogpi_number *upper)
{
    uint64_t step = shared->factor == lower->factor ? 1 : shared->factor;
    return lower->mantissa > 1 && !lower->scale && !upper->scale && upper->mantissa == shared->mantissa + step;
}

/* The end of "(5)" or, behind it, of "to seven (7)"; i where no number stands in brackets. */
static size_t rest_in_brackets(const ogpi_scanner *s, size_t i)
{
    ogpi_number number;
    if (!ogpi_sign(s, i, '(') || !ogpi_number_at(s, i + 1, &number) || !ogpi_sign(s, number.next, ')') ||
        ogpi_used(s, i + 1, OGPI_USED_COUNTED))
        return i;
    size_t end = number.next + 1, to = ogpi_skip(s, end, OGPI_CLASS_to);
    if (to == end || !ogpi_number_at(s, to, &number) || !ogpi_sign(s, number.next, '('))
        return end;
    size_t upper = number.next;
    return ogpi_number_at(s, upper + 1, &number) && ogpi_sign(s, number.next, ')') ? number.next + 1 : end;
}

size_t ogpi_rest_of_number(const ogpi_scanner *s, size_t i, size_t first, ogpi_number *lower)
{
    ogpi_number other;
    size_t bracketed = rest_in_brackets(s, i);
    if (bracketed > i)
        return bracketed;
    uint32_t from = 0, or_so = 0;
    size_t at = ogpi_sign(s, i, '-') ? i + 1 : ogpi_match(s, i, OGPI_CLASS_to, &or_so);
    size_t lead = first;
    ogpi_match_before(s, first, OGPI_CLASS_currency, &lead, NULL);
    bool definite = ogpi_match_before(s, first, OGPI_CLASS_determiner, &lead, NULL); /* "entre el 5 y el 10 %" */
    bool between = ogpi_match_before(s, lead, OGPI_CLASS_between, NULL, &from);
    if (between && from)
        return i; /* "from 1,150 to 3,000": two counts */
    if (at == i && between)
        at = ogpi_skip(s, i, OGPI_CLASS_and);
    if (at > i && between && definite)
        at = ogpi_skip(s, at, OGPI_CLASS_determiner);
    if (at == i && !(ogpi_flags(s, i) & OGPI_WORD_HYPHEN) && !(between && ogpi_has_affix(s, i, OGPI_AFFIX_AND)))
        return i;
    if (!upper_at(s, first, at, &other))
        return i;
    ogpi_number shared = *lower;
    share_factor(&shared, &other);
    if (or_so && !are_next(lower, &shared, &other))
        return i;
    if (reaches(s, first, &other))
        return i;
    if (shared.factor == lower->factor && (descends(s, first, &other) || (!between && is_change(s, first, &other))))
        return i;
    *lower = shared;
    return other.next;
}
