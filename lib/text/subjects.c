/* SPDX-License-Identifier: MIT */
/* Who or what acts, between a verb and its object, in languages whose verbs come first. */
#include "text/things.h"

/* "تستهدف", and not "تمويل" or "التعاون" */
static bool is_finite(const ogpi_scanner *s, size_t i)
{
    const uint64_t noun = OGPI_BIT(thing) | OGPI_BIT(thing_weak) | OGPI_BIT(abstract);
    if (!ogpi_is_kind(s, i, OGPI_WORD) || ogpi_has_affix(s, i, OGPI_AFFIX_THE) ||
        ogpi_led_by(s, i, OGPI_AFFIX_PREPOSITION))
        return false;
    return ogpi_has_form(s, i, OGPI_FORM_finite) && !ogpi_any(s, i, noun);
}

/* "إعداد": a verbal noun that what stands before word i carries out. */
static bool governs_act(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_class(s, i, OGPI_CLASS_act) && !ogpi_is_class(s, i, OGPI_CLASS_thing) &&
           !ogpi_has_form(s, i, OGPI_FORM_finite) && !ogpi_has_affix(s, i, OGPI_AFFIX_THE | OGPI_AFFIX_AND);
}

/* "إلى تبسيط", "على تمويل": what it aims at or rests on. */
static bool aims(const ogpi_scanner *s, size_t i)
{
    uint32_t topic = 1;
    return ogpi_match(s, i, OGPI_CLASS_topic, &topic) == i + 1 && topic == 0;
}

/* "مشاريع إعادة الإعمار" */
static bool is_definite(const ogpi_scanner *s, size_t start, size_t rest)
{
    for (size_t i = start; i < rest; i++)
        if (ogpi_has_affix(s, i, OGPI_AFFIX_THE))
            return !ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION);
    return false;
}

bool ogpi_is_subject(const ogpi_scanner *s, size_t start, size_t end)
{
    if (start == 0 || !ogpi_option(s, start, OGPI_OPTION_VERB_FIRST) || ogpi_breaks(s, start) ||
        ogpi_has_affix(s, start, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION) || !is_finite(s, start - 1))
        return false;
    size_t rest = ogpi_group_rest(s, end);
    return is_definite(s, start, rest) && !ogpi_breaks(s, rest) &&
           (governs_act(s, rest) || (aims(s, rest) && !ogpi_is_class(s, start - 1, OGPI_CLASS_act)));
}
