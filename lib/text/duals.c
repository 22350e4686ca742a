/* SPDX-License-Identifier: MIT */
/* Arabic duals, which state the number by themselves. */
#include "text/quantities.h"

static bool looks_dual(const ogpi_scanner *s, size_t i)
{
    if (ogpi_ends_with(s, i, "ان") && memcmp(ogpi_key(s, i), "ي", 2) == 0)
        return false; /* "يمثلان": a verb */
    return ogpi_has_affix(s, i, OGPI_AFFIX_DUAL) || ogpi_ends_with(s, i, "تين") || ogpi_ends_with(s, i, "ين") ||
           ogpi_ends_with(s, i, "ان");
}

/* "two" after a dual, which says it again. */
static bool says_two(const ogpi_scanner *s, size_t i)
{
    ogpi_number number;
    return ogpi_any(s, i, OGPI_BIT(number)) && !(ogpi_flags(s, i) & OGPI_WORD_BREAK) && !s->spots[i].token->affixes &&
           ogpi_number_words(s, i, &number) && number.mantissa == 2 && number.scale == 0;
}

/* An Arabic dual states the number by itself. */
size_t ogpi_dual_at(ogpi_scanner *s, size_t i)
{
    bool said = looks_dual(s, i) && says_two(s, i + 1) && ogpi_is_plain_word(s, i);
    bool noun =
        ogpi_has_affix(s, i, OGPI_AFFIX_DUAL) && !ogpi_is_nisba(s, i) &&
        ogpi_any(s, i,
                 OGPI_BIT(thing) | OGPI_BIT(thing_weak) | OGPI_BIT(plural) | OGPI_BIT(body) | OGPI_BIT(body_weak));
    bool feminine = s->spots[i].token->number == 0 && ogpi_option(s, i, OGPI_OPTION_NO_CASE) &&
                    !ogpi_ends_with(s, i, "ستان") && (ogpi_ends_with(s, i, "تين") || ogpi_ends_with(s, i, "تان")) &&
                    s->words.items[i].length >= 12 &&
                    !(i > 0 && ogpi_has_affix(s, i - 1, OGPI_AFFIX_THE)) && /* "والثقافة الأمازيغيتين": an adjective */
                    !(i > 1 && looks_dual(s, i - 2) && ogpi_marked(s, i - 2, i - 1, OGPI_USED_QUANTITY));
    bool held = ogpi_begins(s, i, OGPI_BIT(frequency)) && looks_dual(s, i + 1) &&
                ogpi_skip(s, i, OGPI_CLASS_spare) == i + 2; /* two study days */
    bool named = ogpi_any(s, i, OGPI_BIT(bar) | OGPI_BIT(law)) &&
                 ogpi_is_kind(s, i + 1 + ogpi_sign(s, i + 1, '('), OGPI_NUMBER);
    if (named || (!noun && !feminine && !said && !held) || ogpi_used(s, i, OGPI_USED_COUNTED))
        return i;
    size_t end = ogpi_skip(s, i, OGPI_CLASS_compound);
    end = end > i ? end : i + 1 + held;
    if (says_two(s, end))
        end++;
    if (ogpi_is_plain_word(s, end) && looks_dual(s, end) &&
        !ogpi_has_affix(s, end, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION) &&
        !ogpi_any(s, end, OGPI_BIT(number) | OGPI_BIT(unit) | OGPI_BIT(frequency)))
        end++;
    ogpi_add_quantity(s, i, end, &(ogpi_number){.mantissa = 2});
    return end;
}
