/* SPDX-License-Identifier: MIT */
/* Shares by two numbers and in words, and how many times as many. */
#include "text/quantities.h"

/* Values of the list `fraction` that are no per cent: what leads to the second number of "three in ten"; shares
 * without an exact decimal. */
enum { SHARE_OF = 1, SHARE_THIRD = 33, SHARE_THIRDS = 67 };

/* Bit of values of the list `times_as_many`: an adjective where a noun follows. */
enum { MULTIPLE_ADJECTIVE = 256 };

/* A noun in the plural, in the languages whose plural may be told: "districts" of "two teams in five districts". */
static bool counts_plural(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_free(s, i) && !ogpi_breaks(s, i) && !ogpi_any(s, i, OGPI_BIT(stop) | OGPI_BIT(verb)) &&
           ogpi_has_form(s, i, OGPI_FORM_plural_letter) && !ogpi_has_form(s, i, OGPI_FORM_participle);
}

bool ogpi_is_stroke_share(const ogpi_scanner *s, size_t i)
{
    int part = ogpi_plain_digits(s, i, 1), whole = ogpi_plain_digits(s, i + 2, 2);
    return part > 0 && part < whole && 100 % whole == 0 && ogpi_sign(s, i + 1, '/') &&
           ogpi_has(s, i + 3, OGPI_CLASS_of) && (ogpi_flags(s, i + 1) & ogpi_flags(s, i + 2) & OGPI_WORD_GLUED);
}

/* The number that ends before word `end`, behind word i: "dix-huit", and not its "huit". */
static bool whole_before(const ogpi_scanner *s, size_t i, size_t end, ogpi_number *whole)
{
    ogpi_number longer;
    if (!ogpi_number_at(s, end - 1, whole))
        return false;
    for (size_t at = end - 1; at > i + 1 && ogpi_number_at(s, at - 1, &longer) && longer.next == end; at--)
        *whole = longer;
    return whole->next == end && !whole->scale;
}

/* Behind a Romance noun and its adjective, "neuf agents publics sur dix": the end of the share whose first number ends
 * before word *at, which moves to where "sur" is; *at where there is none, or something that is counted follows. */
static size_t share_behind_noun(const ogpi_scanner *s, size_t *at, uint32_t *value)
{
    size_t noun = ogpi_option(s, *at, OGPI_OPTION_ADJECTIVE_BEHIND) ? ogpi_counted_noun(s, *at, false) : *at;
    for (size_t k = noun; noun > *at && k <= noun + 1 && !ogpi_breaks(s, k); k++) {
        size_t end = ogpi_match(s, k, OGPI_CLASS_fraction, value);
        if (end > k && *value == SHARE_OF) {
            bool counted = counts_plural(s, end) || ogpi_begins(s, end, OGPI_BIT(unit));
            *value = counted ? 0 : SHARE_OF;
            *at = counted ? *at : k;
            return counted ? *at : end;
        }
        if (!ogpi_is_kind(s, k, OGPI_WORD) || ogpi_any(s, k, OGPI_BIT(stop)))
            break;
    }
    *value = 0;
    return *at;
}

size_t ogpi_ratio_at(ogpi_scanner *s, size_t i, const ogpi_number *first)
{
    const ogpi_number part = *first;
    ogpi_number whole;
    uint32_t value = 0;
    if (part.scale || part.mantissa > 99)
        return i;
    if (ogpi_is_stroke_share(s, i)) {
        whole.mantissa = (uint64_t)ogpi_plain_digits(s, i + 2, 2);
        ogpi_add_quantity(s, i, i + 3, &(ogpi_number){.mantissa = part.mantissa * 100 / whole.mantissa});
        return i + 3;
    }
    size_t at = part.next, end = ogpi_match(s, at, OGPI_CLASS_fraction, &value);
    if (value != SHARE_OF && ogpi_skip(s, at + 1, OGPI_CLASS_fraction) == at + 1)
        end = share_behind_noun(s, &at, &value);
    if (value != SHARE_OF && ogpi_is_free(s, at) && (end = ogpi_match(s, at + 1, OGPI_CLASS_fraction, &value)) > at &&
        counts_plural(s, end))
        return i;
    if (value != SHARE_OF || !whole_before(s, at, end, &whole) ||
        (whole.mantissa > 10 && whole.mantissa != 100 && (part.mantissa > 1 || whole.mantissa > 100)) ||
        part.mantissa >= whole.mantissa || ogpi_marked(s, i, end, OGPI_USED_COUNTED) ||
        (end == at + 2 && part.digits != whole.digits))
        return i; /* "two in 5 districts" */
    ogpi_number share = {.mantissa = part.mantissa * 100 / whole.mantissa};
    if (share.mantissa * whole.mantissa == part.mantissa * 100)
        ogpi_add_quantity(s, i, end, &share);
    else if (part.mantissa == 1)
        ogpi_mark(s, i, end, OGPI_USED_BARRED); /* no exact decimal */
    else
        return i;
    return end;
}

/* Whether the fraction of words [i, end) is one of something. */
static bool is_of_something(const ogpi_scanner *s, size_t i, size_t end, uint32_t value)
{
    bool by_of = ogpi_option(s, i, OGPI_OPTION_BY_OF);
    if (end == i + 1 && by_of && value == 50 && ogpi_said_before(s, i, OGPI_CLASS_of, 0) &&
        !ogpi_says(s, end, OGPI_CLASS_of, 0))
        return true; /* "réduire de moitié les délais" */
    if (end == i + 1 && by_of && value == 50 && !ogpi_match_before(s, i, OGPI_CLASS_determiner, NULL, NULL))
        return false; /* "a mitad de año" */
    size_t of = ogpi_skip(s, end, OGPI_CLASS_of);
    if (ogpi_used(s, end, OGPI_USED_DURATION | OGPI_USED_DATE) || ogpi_any(s, end, OGPI_BIT(ordinal)) ||
        (of > end && ogpi_skip(s, of, OGPI_CLASS_unit) > of))
        return false; /* "un quart d'heure" */
    bool apart = end == i + 2 && i > 0 && ogpi_sign(s, i - 1, ',') && ogpi_option(s, i, OGPI_OPTION_HEAD_LAST);
    bool counted = end > i + 1 && ogpi_any(s, i, OGPI_BIT(number)); /* "three quarters" */
    bool whole = end > i + 2 || counted || apart || ogpi_after_of_which(s, i) || ogpi_after_by(s, i) ||
                 ogpi_option(s, i, OGPI_OPTION_CONSTRUCT) ||
                 (by_of && (value == 50 || end > i + 1)) ||
                 ogpi_match_before(s, i, OGPI_CLASS_approx, NULL, NULL); /* "one in five", "at least half" */
    ogpi_number longer;
    return (whole || ogpi_has(s, end, OGPI_CLASS_of)) &&
           !(ogpi_number_at(s, i, &longer) && longer.next > end); /* "half a million" */
}

/* "double", "three times as many": the index after it, or i. */
static size_t multiple_at(const ogpi_scanner *s, size_t i, uint32_t *value)
{
    size_t end = ogpi_match(s, i, OGPI_CLASS_times_as_many, value);
    if (end == i + 1 && (ogpi_flags(s, end) & OGPI_WORD_HYPHEN))
        return i; /* "double-digit" */
    if (*value & MULTIPLE_ADJECTIVE && ogpi_is_free(s, end) && !ogpi_any(s, end, OGPI_BIT(stop)) &&
        !ogpi_has_affix(s, i, OGPI_AFFIX_THE))
        return i; /* "el doble objetivo", "ضعف الإقبال" */
    *value &= ~(uint32_t)MULTIPLE_ADJECTIVE;
    return end;
}

size_t ogpi_share_at(ogpi_scanner *s, size_t i)
{
    uint32_t value = 0;
    size_t end = ogpi_match(s, i, OGPI_CLASS_fraction, &value), article = i;
    if (value == SHARE_OF || (ogpi_flags(s, end) & OGPI_WORD_HYPHEN))
        return i; /* "tiers-lieu" */
    if (end > i && (value == SHARE_THIRD || value == SHARE_THIRDS)) {
        ogpi_mark(s, i, end, OGPI_USED_BARRED);
        return end;
    }
    if (end > i && !is_of_something(s, i, end, value))
        return i;
    if (end == i)
        end = multiple_at(s, i, &value);
    if (end == i || ogpi_skip(s, i, OGPI_CLASS_spare) > end || /* "مضاعفة الجهود", "نصف المدة" */
        ogpi_marked(s, i, end, OGPI_USED_COUNTED) ||
        (i > 0 && ogpi_match_before(s, i, OGPI_CLASS_ordinal, NULL, NULL)))
        return i;
    bool modified = ogpi_match_before(s, i, OGPI_CLASS_determiner, &article, NULL) &&
                    ogpi_match_before(s, article, OGPI_CLASS_approx, NULL, NULL); /* "por lo menos la mitad" */
    ogpi_add_quantity(s, modified ? article : i, end, &(ogpi_number){.mantissa = value});
    return end;
}
