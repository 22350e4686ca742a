/* SPDX-License-Identifier: MIT */
/* Clues to things in languages whose nouns govern one another and bear their articles and prepositions. */
#include "text/clues.h"

/* "النظام", "نظام الدفع": an Arabic noun with an article, or closed by one. */
bool ogpi_is_known(const ogpi_scanner *s, size_t start)
{
    return ogpi_has_affix(s, start, OGPI_AFFIX_THE) || ogpi_is_definite_construct(s, start);
}

/* "تجهيز 20 قاعة بكاميرات": what comes with the thing is the one that is new. */
static bool is_equipped(const ogpi_scanner *s, size_t end)
{
    for (size_t at = end; at < end + 8 && at < ogpi_count(s) && !ogpi_breaks(s, at); at++)
        if (ogpi_has_affix(s, at, OGPI_AFFIX_BY))
            return true;
    return false;
}

bool ogpi_has_object(const ogpi_group *g, size_t act, uint32_t makes)
{
    const ogpi_scanner *s = g->s;
    const size_t start = g->start, end = g->end;
    bool led = ogpi_has_affix(s, start, OGPI_AFFIX_PREPOSITION), the = ogpi_has_affix(s, start, OGPI_AFFIX_THE);
    if (ogpi_has_affix(s, act, OGPI_AFFIX_OWNER) && led && (the || ogpi_led_by(s, start, OGPI_AFFIX_FOR)))
        return false; /* "وعرضها للاستشارة", "ونشره بالبوابة": it has its object already */
    if (g->weak && !(makes & (OGPI_ACT_MAKES | OGPI_ACT_PUBLISHES)) &&
        (ogpi_has_affix(s, start, OGPI_AFFIX_OWNER) || (the && ogpi_group_rest(s, end) == end)))
        return false; /* "وتقيم نتائجها", "تعميم الخدمة": of something else, or there already */
    if ((makes & OGPI_ACT_EQUIPS) && ogpi_led_by(s, act, OGPI_AFFIX_FOR))
        return false; /* "القواعد لربط الأجهزة" */
    if ((makes & OGPI_ACT_EQUIPS) && led)
        return !(the && ogpi_has_form(s, start, OGPI_FORM_feminine)) && /* "ربطها بالشبكة" */
               !ogpi_is_definite_construct(s, start);
    return !(makes & OGPI_ACT_EQUIPS) || !is_equipped(s, end);
}

/* An unknown noun that opens an Arabic clause and governs an indefinite one is a verbal noun: "hosting of two
 * workshops". */
static bool opens_with_noun(const ogpi_scanner *s, size_t i, size_t start)
{
    const ogpi_token *noun = s->spots[i].token;
    bool unknown = noun->number == 0 || noun->found == OGPI_BIT(value); /* what it hints at says nothing of its form */
    return ogpi_is_kind(s, i, OGPI_WORD) && ogpi_breaks(s, i) && unknown && !s->spots[start].token->affixes &&
           !ogpi_is_definite_construct(s, start);
}

/* "واجهات لـ15 سجلا": so many are what another thing is for. */
ogpi_verdict ogpi_clue_counted_for(const ogpi_group *g)
{
    for (size_t at = g->at; g->construct && at < g->start; at++)
        if (ogpi_used(g->s, at, OGPI_USED_QUANTITY) && ogpi_led_by(g->s, at, OGPI_AFFIX_FOR))
            return OGPI_MENTIONED;
    return OGPI_SILENT;
}

/* "اعتماد الإطار يمثل": what it is, or needs. */
ogpi_verdict ogpi_clue_told_after(const ogpi_group *g)
{
    if (!g->construct)
        return OGPI_SILENT;
    size_t verb = ogpi_group_rest(g->s, g->end);
    if (!ogpi_breaks(g->s, verb) && !ogpi_has_affix(g->s, verb, OGPI_AFFIX_PREPOSITION) &&
        ogpi_says(g->s, verb, OGPI_CLASS_topic, OGPI_TOPIC_STATE))
        return OGPI_MENTIONED; /* "31 مركزا حاليا" */
    if (!ogpi_is_known(g->s, g->start))
        return OGPI_SILENT;
    bool told = !ogpi_breaks(g->s, verb) && ogpi_says(g->s, verb, OGPI_CLASS_verb, OGPI_VERB_TELLS);
    return told && !ogpi_has_affix(g->s, verb, OGPI_AFFIX_AND) ? OGPI_MENTIONED : OGPI_SILENT;
}

/* "تصادق بلدية الكاف على المخطط": who adopts stands between the verb and the preposition of its object. */
ogpi_verdict ogpi_clue_led_later(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    size_t verb = g->at;
    if (!g->construct || !ogpi_match_before(s, g->at, OGPI_CLASS_topic, &verb, NULL) || verb + 1 != g->at)
        return OGPI_SILENT;
    const size_t last = verb;
    while (verb > 0 && last - verb < 12 && ogpi_used(s, verb - 1, OGPI_USED_BODY | OGPI_USED_DATE))
        verb--;
    return verb > 0 && ogpi_says(s, verb - 1, OGPI_CLASS_verb, OGPI_VERB_LEADS) ? ogpi_if_made(!g->weak) : OGPI_SILENT;
}

/* "سياسات قبول الطلاب: ...": what a label is about. */
ogpi_verdict ogpi_clue_as_label(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    if (!g->construct || g->at < g->start || !ogpi_breaks(s, g->at) || ogpi_has_affix(s, g->start, OGPI_AFFIX_THE))
        return OGPI_SILENT;
    size_t rest = ogpi_group_rest(s, g->end);
    return ogpi_sign(s, rest, ':') && ogpi_has_affix(s, rest - 1, OGPI_AFFIX_THE) ? OGPI_MENTIONED : OGPI_SILENT;
}

/* "بقرار من رئيس الحكومة": by what law something is done. */
ogpi_verdict ogpi_clue_by_law(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    bool by = g->construct && ogpi_led_by(s, g->start, OGPI_AFFIX_BY) && !ogpi_has_affix(s, g->start, OGPI_AFFIX_THE);
    return by && ogpi_any(s, g->start, OGPI_BIT(law)) && !ogpi_has_form(s, g->start - 1, OGPI_FORM_finite) &&
                   !ogpi_match_before(s, g->start, OGPI_CLASS_act, NULL, NULL)
               ? OGPI_MENTIONED
               : OGPI_SILENT;
}

/* "في إعداد القرارات والمشاريع": joined to a thing that is only mentioned. */
bool ogpi_joins_mentioned(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    if (!g->construct || !ogpi_has_affix(s, g->start, OGPI_AFFIX_AND) || !ogpi_has_affix(s, g->start, OGPI_AFFIX_THE))
        return false;
    for (size_t at = g->start; at > 0 && g->start - at < 3 && !ogpi_breaks(s, at) && ogpi_is_content(s, at - 1); at--)
        if (ogpi_begins(s, at - 1, OGPI_BIT(thing) | OGPI_BIT(thing_weak)))
            return ogpi_has_affix(s, at - 1, OGPI_AFFIX_THE) &&
                   !ogpi_used(s, at - 1, OGPI_USED_THING | OGPI_USED_TAKEN | OGPI_USED_VAGUE);
    return g->start > 1 && ogpi_topic_before(s, g->start - 1); /* "عن الإنجازات والميزانية" */
}

/* "الرفع من مستوى الخدمات": what vague wording raises. */
ogpi_verdict ogpi_clue_behind_vague(const ogpi_group *g)
{
    bool raised = g->construct && g->weak && ogpi_used(g->s, g->at - 1, OGPI_USED_VAGUE) &&
                  !ogpi_is_kind(g->s, g->at - 1, OGPI_SIGN);
    return raised ? OGPI_MENTIONED : OGPI_SILENT;
}

/* "العمل بالنظام": behind a preposition that is glued to it. */
ogpi_verdict ogpi_clue_led_by_clitic(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    const size_t start = g->start;
    if (!g->construct || !ogpi_has_affix(s, start, OGPI_AFFIX_PREPOSITION) || s->spots[start].token->outside == 0)
        return OGPI_SILENT;
    return ogpi_if_made(!g->weak && ogpi_has_affix(s, start, OGPI_AFFIX_BY) &&
                        (!ogpi_has_affix(s, start, OGPI_AFFIX_THE) ||
                         ogpi_is_class(s, start - 1, OGPI_CLASS_abstract) ||
                         ogpi_is_verb_word(s, start - 1)) && /* not what is published there */
                        !ogpi_match_before(s, start, OGPI_CLASS_topic, NULL, NULL));
}

/* "استضافة ورشتين", "ميزانية مشروع": what the noun before it makes, or has. */
ogpi_verdict ogpi_clue_in_construct(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    const size_t at = g->at;
    if (!g->construct)
        return OGPI_SILENT;
    if (opens_with_noun(s, at - 1, g->start))
        return OGPI_MADE;
    if (ogpi_has_form(s, g->start, OGPI_FORM_accusative)) /* indefinite, so no second half of a construct */
        return OGPI_SILENT;
    bool governed = ogpi_is_kind(s, at - 1, OGPI_WORD) && !ogpi_is_class(s, at - 1, OGPI_CLASS_stop) &&
                    !ogpi_is_class(s, at - 1, OGPI_CLASS_verb) && !ogpi_has_affix(s, at - 1, OGPI_AFFIX_THE) &&
                    !ogpi_used(s, at - 1, OGPI_USED_BODY | OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_QUANTITY) &&
                    !ogpi_each_acts(s, at);
    return governed ? OGPI_MENTIONED : OGPI_SILENT;
}

/* An Arabic thing that no clue tells of: an act somewhere in its clause, a future right before it, who acts, or it is
 * new and not counted. */
bool ogpi_is_governed_later(const ogpi_group *g)
{
    const ogpi_scanner *s = g->s;
    if (ogpi_acted_on(s, g->start, g->end) || (!g->weak && ogpi_has_form(s, g->at - 1, OGPI_FORM_future)))
        return true;
    return !g->weak && !ogpi_has_affix(s, g->start, OGPI_AFFIX_THE | OGPI_AFFIX_OWNER) &&
           (ogpi_used(s, g->at - 1, OGPI_USED_BODY) || (g->at == g->start && !ogpi_is_known(s, g->start)));
}
