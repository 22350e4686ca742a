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

/* "منحة" in "تتضمن الاتفاقية الأولى منحة": what the definite noun before it holds, makes or does. */
static bool is_own_object(const ogpi_scanner *s, size_t i)
{
    bool counted = ogpi_used(s, i, OGPI_USED_QUANTITY) && !ogpi_used(s, i - 1, OGPI_USED_QUANTITY);
    bool noun = ogpi_begins(s, i, OGPI_BIT(thing) | OGPI_BIT(thing_weak) | OGPI_BIT(abstract));
    return (counted || (noun && !ogpi_begins(s, i, OGPI_BIT(stop)))) &&
           !ogpi_has_affix(s, i, OGPI_AFFIX_THE | OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION);
}

bool ogpi_is_subject(const ogpi_scanner *s, size_t start, size_t end)
{
    if (start == 0 || !ogpi_option(s, start, OGPI_OPTION_VERB_FIRST) || ogpi_breaks(s, start) ||
        ogpi_has_affix(s, start, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION) || !is_finite(s, start - 1))
        return false;
    size_t rest = ogpi_group_rest(s, end);
    return is_definite(s, start, rest) && !ogpi_breaks(s, rest) &&
           (governs_act(s, rest) || (!ogpi_has_affix(s, start, OGPI_AFFIX_OWNER) && is_own_object(s, rest)) ||
            (aims(s, rest) && !ogpi_is_class(s, start - 1, OGPI_CLASS_act)));
}

bool ogpi_each_acts(const ogpi_scanner *s, size_t at)
{
    uint32_t place = 1;
    for (size_t back = 1; back <= 3 && back + 1 < at && ogpi_is_content(s, at - back); back++)
        if (ogpi_is_class(s, at - back - 1, OGPI_CLASS_every)) {
            ogpi_match(s, at - back, OGPI_CLASS_thing, &place);
            return place == 1 && is_finite(s, at - back - 2); /* not "كل مشروع مرسوم" */
        }
    return false;
}

bool ogpi_is_each(const ogpi_scanner *s, size_t at)
{
    uint32_t act = 0;
    if (at == 0 || !ogpi_option(s, at, OGPI_OPTION_VERB_FIRST) || !ogpi_is_class(s, at - 1, OGPI_CLASS_every) ||
        ogpi_has_affix(s, at, OGPI_AFFIX_THE | OGPI_AFFIX_OWNER))
        return false; /* "كل قراراتها": all of them */
    return !ogpi_match_before(s, at - 1, OGPI_CLASS_act, NULL, &act) || (act & OGPI_ACT_EQUIPS);
}
