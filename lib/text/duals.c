/* SPDX-License-Identifier: MIT */
/* Arabic duals, which state the number by themselves. */
#include "text/quantities.h"

static bool looks_dual(const ogpi_scanner *s, size_t i)
{
    return ogpi_looks_dual(s, i) && !ogpi_has_form(s, i, OGPI_FORM_finite_dual); /* "يمثلان": a verb */
}

/* "two" after a dual, which says it again. */
static bool says_two(const ogpi_scanner *s, size_t i)
{
    ogpi_number number;
    return ogpi_any(s, i, OGPI_BIT(number)) && !(ogpi_flags(s, i) & OGPI_WORD_BREAK) && !s->spots[i].token->affixes &&
           ogpi_number_words(s, i, &number) && number.mantissa == 2 && number.scale == 0;
}

/* A feminine dual of a noun in no list, or in one that does not say what it is. */
static bool is_feminine(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_has_form(s, i, OGPI_FORM_dual_feminine))
        return false;
    const uint64_t others = OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(act) | OGPI_BIT(number) | OGPI_BIT(frequency) |
                            OGPI_BIT(unit) | OGPI_BIT(once) | OGPI_BIT(year_word) | OGPI_BIT(ordinal) |
                            OGPI_BIT(adjective) | OGPI_BIT(vague) | OGPI_BIT(law);
    if (s->spots[i].token->number && (!ogpi_has_affix(s, i, OGPI_AFFIX_DUAL) || ogpi_begins(s, i, others)))
        return false;
    return !(i > 0 && ogpi_has_affix(s, i - 1, OGPI_AFFIX_THE)) && /* "والثقافة الأمازيغيتين": an adjective */
           !(i > 1 && looks_dual(s, i - 2) && ogpi_marked(s, i - 2, i - 1, OGPI_USED_QUANTITY));
}

/* An adjective in the dual that agrees with the noun before it. */
static bool agrees(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_plain_word(s, i) && looks_dual(s, i) &&
           !ogpi_has_affix(s, i, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION) &&
           !ogpi_any(s, i, OGPI_BIT(number) | OGPI_BIT(unit) | OGPI_BIT(frequency));
}

/* The end of what agrees with the dual noun before word `end`: "two", an adjective, "non-" with one. */
static size_t agreeing(const ogpi_scanner *s, size_t end)
{
    end += says_two(s, end);
    if (agrees(s, end))
        end++;
    else if (ogpi_begins(s, end, OGPI_BIT(before_noun)) && !ogpi_breaks(s, end) && agrees(s, end + 1))
        end += 2;
    return end + says_two(s, end);
}

/* An Arabic dual states the number by itself. */
size_t ogpi_dual_at(ogpi_scanner *s, size_t i)
{
    if (ogpi_has_affix(s, i, OGPI_AFFIX_FOR) && ogpi_has_affix(s, i, OGPI_AFFIX_THE) &&
        !ogpi_has_form(s, i, OGPI_FORM_dual_feminine) && !says_two(s, i + 1))
        return i; /* "للمنسقين": spelt like a plural */
    bool other = s->spots[i].token->number && !ogpi_has_affix(s, i, OGPI_AFFIX_DUAL); /* "تكوين مكونين اثنين" */
    bool said = looks_dual(s, i) && ogpi_is_plain_word(s, i) &&
                (says_two(s, i + 1) || (!other && agrees(s, i + 1) && says_two(s, i + 2)));
    bool noun =
        ogpi_has_affix(s, i, OGPI_AFFIX_DUAL) && !ogpi_is_nisba(s, i) &&
        ogpi_any(s, i,
                 OGPI_BIT(thing) | OGPI_BIT(thing_weak) | OGPI_BIT(plural) | OGPI_BIT(body) | OGPI_BIT(body_weak));
    bool held = ogpi_begins(s, i, OGPI_BIT(frequency)) && looks_dual(s, i + 1) &&
                ogpi_skip(s, i, OGPI_CLASS_spare) == i + 2; /* two study days */
    bool named = ogpi_any(s, i, OGPI_BIT(bar) | OGPI_BIT(law)) &&
                 ogpi_is_kind(s, i + 1 + ogpi_sign(s, i + 1, '('), OGPI_NUMBER);
    if (named || (!noun && !said && !held && !is_feminine(s, i)) || ogpi_used(s, i, OGPI_USED_COUNTED))
        return i;
    size_t end = ogpi_skip(s, i, OGPI_CLASS_compound);
    end = agreeing(s, end > i ? end : i + 1 + held);
    ogpi_add_quantity(s, i, end, &(ogpi_number){.mantissa = 2});
    return end;
}
