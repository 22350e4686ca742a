/* SPDX-License-Identifier: MIT */
/* Words that look like a thing to be made and are a verb, those who act, or what happened already. */
#include "text/things.h"

/* Whether a thing without article or "and" stands at i: after an Arabic verbal noun, its object ("holding of a
 * meeting"). */
static bool governs_indefinite(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_class(s, i, OGPI_CLASS_thing) && !ogpi_is_nisba(s, i) &&
           !ogpi_has_affix(s, i, OGPI_AFFIX_THE | OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION) &&
           !(ogpi_flags(s, i) & OGPI_WORD_BREAK);
}

/* "عقد أول اجتماع", "عقد بضع ورشات": a thing behind its rank or what tells that there are several. */
static bool ranks_thing(const ogpi_scanner *s, size_t i)
{
    return ogpi_begins(s, i, OGPI_BIT(ordinal) | OGPI_BIT(determiner)) && !s->spots[i].token->affixes &&
           !ogpi_breaks(s, i) && governs_indefinite(s, i + 1);
}

/* "with presenting the proposal"; "and publishing it", which is spelt like "and a bulletin". */
static bool verbal_noun_here(const ogpi_scanner *s, size_t i, size_t end)
{
    if (!ogpi_is_class(s, i, OGPI_CLASS_act))
        return false;
    if (ogpi_has_affix(s, i, OGPI_AFFIX_OWNER) || ogpi_skip(s, i, OGPI_CLASS_act) > end)
        return true;
    if (ogpi_skip(s, i, OGPI_CLASS_past) > end)
        return true; /* "عقد الدكتور" */
    if (end != i + 1)
        return false;
    if (ogpi_is_class(s, end, OGPI_CLASS_act) && !ogpi_breaks(s, end) && !s->spots[end].token->affixes &&
        !ogpi_has_affix(s, i, OGPI_AFFIX_THE))
        return true; /* "إجراء مراجعة" */
    if (i > 0 && ogpi_used(s, i - 1, OGPI_USED_BODY) && !s->spots[i].token->affixes && !ogpi_breaks(s, i) &&
        ogpi_has_affix(s, end, OGPI_AFFIX_THE) && !ogpi_has_affix(s, end, OGPI_AFFIX_PREPOSITION))
        return true; /* "يتولى المكتب عرض النتائج" */
    if (ogpi_has_affix(s, i, OGPI_AFFIX_THE) && ogpi_has_affix(s, i, OGPI_AFFIX_AND) && ogpi_group_rest(s, end) == end)
        return true; /* "المراجعة والتدقيق": something to do */
    if (ogpi_used(s, end, OGPI_USED_QUANTITY) || governs_indefinite(s, end) || ranks_thing(s, end) ||
        (ogpi_has_affix(s, end, OGPI_AFFIX_AND) && ogpi_any(s, end, OGPI_BIT(act) | OGPI_BIT(abstract))))
        return true;
    if (ogpi_breaks(s, i) && !s->spots[i].token->affixes && ogpi_used(s, end, OGPI_USED_BODY))
        return true; /* "عقد المجلس الأعلى": it held */
    if (ogpi_has_affix(s, i, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION) && !ogpi_has_affix(s, i, OGPI_AFFIX_THE) &&
        ogpi_has_affix(s, end, OGPI_AFFIX_THE))
        return true;
    return ogpi_has_form(s, i, OGPI_FORM_feminine) &&
           (ogpi_has_affix(s, i, OGPI_AFFIX_AND) || ogpi_any(s, end, OGPI_BIT(skip)) ||
            (i > 0 && ogpi_is_class(s, i - 1, OGPI_CLASS_of)));
}

/* "The project plans to create", and not "Action plans to reduce emissions": what opens a clause, with article. */
static bool intends_to(const ogpi_scanner *s, size_t i, size_t end)
{
    if (i == 0 || end != i + 1 || !ogpi_is_class(s, end, OGPI_CLASS_to) ||
        !ogpi_any(s, end + 1, OGPI_BIT(act) | OGPI_BIT(verb) | OGPI_BIT(vague)) ||
        !ogpi_has_form(s, i, OGPI_FORM_plural) || ogpi_has_form(s, i - 1, OGPI_FORM_plural) ||
        ogpi_begins(s, end + 1, OGPI_BIT(stop)) || ogpi_any(s, i - 1, OGPI_BIT(adjective)) ||
        (ogpi_any(s, i - 1, OGPI_BIT(title)) && !ogpi_match_before(s, i, OGPI_CLASS_generic, NULL, NULL)))
        return false;
    const size_t start = ogpi_group_start(s, i), at = ogpi_before_group(s, start);
    return at < start && ogpi_says(s, at, OGPI_CLASS_determiner, OGPI_DETERMINER_DEFINITE) &&
           (ogpi_breaks(s, at) || ogpi_used(s, at - 1, OGPI_USED_DATE) || ogpi_sign(s, at - 1, ','));
}

/* "will draft a bill", "shall report to", "update of", "map 25,000 wells". */
static bool bare_verb_here(const ogpi_scanner *s, size_t i, size_t end)
{
    bool act = ogpi_is_class(s, i, OGPI_CLASS_act);
    if (act && (ogpi_skip(s, i, OGPI_CLASS_act) > end || (end == i + 1 && ogpi_is_kind(s, end, OGPI_NUMBER) &&
                                                          ogpi_used(s, end, OGPI_USED_QUANTITY))))
        return true;
    if (ogpi_has(s, end, OGPI_CLASS_determiner) && !ogpi_marked(s, i, end, OGPI_USED_QUANTITY) &&
        (ogpi_has(s, end, OGPI_CLASS_article) || ogpi_says(s, end, OGPI_CLASS_determiner, OGPI_DETERMINER_DEFINITE)))
        return true;
    bool modal = i > 0 && ogpi_is_class(s, i - 1, OGPI_CLASS_modal);
    if (end == i + 1 && ogpi_skip(s, i, OGPI_CLASS_verb) > end && (modal || ogpi_breaks(s, i)))
        return true; /* "; report to the council" */
    if (act && end == i + 1 && (modal || ogpi_breaks(s, i)) && ogpi_skip(s, end, OGPI_CLASS_and) == end + 1 &&
        ogpi_any(s, end + 1, OGPI_BIT(act)) && !ogpi_has_form(s, i, OGPI_FORM_plural) &&
        !ogpi_any(s, end + 2, OGPI_BIT(of) | OGPI_BIT(skip)) && !ogpi_breaks(s, end + 2))
        return true; /* "Review and update the code" */
    if (intends_to(s, i, end))
        return true;
    return i > 0 && end == i + 1 && (modal || (s->marks.used[i - 1] & OGPI_USED_BODY)) &&
           (act || modal || ogpi_is_class(s, i, OGPI_CLASS_verb)) && ogpi_skip(s, i - 1, OGPI_CLASS_and) != i;
}

/* Whether the word is a verb here. */
bool ogpi_is_verb_here(const ogpi_scanner *s, size_t i, size_t end)
{
    if (ogpi_option(s, i, OGPI_OPTION_VERB_FIRST))
        return verbal_noun_here(s, i, end);
    bool after_noun = i > 0 && !ogpi_breaks(s, i) && ogpi_option(s, i, OGPI_OPTION_ADJECTIVE_BEHIND) &&
                      ogpi_is_content(s, i - 1) && /* "obstacles rencontrés", not "futur comité" */
                      !ogpi_any(s, i - 1, OGPI_BIT(before_noun) | OGPI_BIT(determiner) | OGPI_BIT(adjective));
    if (ogpi_has_form(s, i, OGPI_FORM_preterite))
        return true; /* "documentó", not "documento" */
    if (ogpi_has_form(s, i, OGPI_FORM_participle) && (after_noun || ogpi_begins(s, i, OGPI_BIT(verb) | OGPI_BIT(act))))
        return true; /* "piloté", "affichés": the accent makes a participle of what is otherwise spelt like a noun */
    if (ogpi_option(s, i, OGPI_OPTION_BY_OF) && end == i + 1 && i > 0 && !ogpi_breaks(s, i) &&
        ogpi_is_class(s, i, OGPI_CLASS_act) && (s->marks.used[i - 1] & OGPI_USED_BODY))
        return true; /* "la commune de Ségou affiche" */
    return ogpi_option(s, i, OGPI_OPTION_HEAD_LAST)
               ? bare_verb_here(s, i, end)
               : ogpi_has_affix(s, i, OGPI_AFFIX_OWNER) && ogpi_is_class(s, i, OGPI_CLASS_act);
}

/* "will have trained teachers, updated the portal": what is promised goes on behind a comma. */
static bool goes_on_promise(const ogpi_scanner *s, size_t i)
{
    if (i == 0 || !ogpi_sign(s, i - 1, ','))
        return false;
    for (size_t back = 2; back <= 20 && back <= i && !ogpi_breaks(s, i - back + 1); back++)
        if (ogpi_begins(s, i - back, OGPI_BIT(modal)) && !ogpi_is_class(s, i - back, OGPI_CLASS_to))
            return true;
    return false;
}

bool ogpi_finite_past(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_has_form(s, i, OGPI_FORM_past) || ogpi_breaks(s, i))
        return false;
    if (!ogpi_is_class(s, i, OGPI_CLASS_act) &&
        !(ogpi_is_class(s, i, OGPI_CLASS_verb) && (s->marks.used[i - 1] & OGPI_USED_BODY)))
        return false;
    if (ogpi_used(s, i + 1, OGPI_USED_DURATION) || ogpi_says(s, i + 1, OGPI_CLASS_determiner, OGPI_DETERMINER_NONE))
        return false; /* "minutes published each month", "no more than ten days later" */
    return (ogpi_has(s, i + 1, OGPI_CLASS_determiner) || ogpi_used(s, i + 1, OGPI_USED_QUANTITY)) &&
           !ogpi_begins(s, i - 1, OGPI_BIT(modal) | OGPI_BIT(and) | OGPI_BIT(past) | OGPI_BIT(stop)) &&
           !goes_on_promise(s, i);
}

bool ogpi_past_opens(const ogpi_scanner *s, size_t start)
{
    bool act = false; /* "قررت اعتماد": what is to come, unless the verb is one of the list */
    for (size_t back = 1; back <= 14 && back <= start && !ogpi_breaks(s, start - back + 1); back++) {
        size_t at = start - back;
        if (ogpi_past_before(s, at + 1))
            return ogpi_breaks(s, at) && (!act || ogpi_is_class(s, at, OGPI_CLASS_past));
        act |= ogpi_is_class(s, at, OGPI_CLASS_act);
        if (ogpi_is_class(s, at, OGPI_CLASS_verb) || (ogpi_is_class(s, at, OGPI_CLASS_act) && back > 2))
            return false;
    }
    return false;
}

bool ogpi_thing_past_before(const ogpi_scanner *s, size_t start)
{
    if (!ogpi_mark_near(s->marks.hints, start, 2, OGPI_HINT_PAST | OGPI_HINT_PASSIVE))
        return false;
    bool act = false, verb_first = ogpi_option(s, start, OGPI_OPTION_VERB_FIRST);
    if (verb_first && ogpi_past_opens(s, start))
        return true;
    for (size_t back = 1; back <= 5 && back <= start && !ogpi_breaks(s, start - back + 1); back++)
        if (ogpi_finite_past(s, start - back))
            return true;
    for (size_t back = 1, far = 5; back <= far && back <= start && !ogpi_breaks(s, start - back + 1); back++) {
        if (ogpi_past_before(s, start - back + 1))
            return !act || ogpi_is_class(s, start - back, OGPI_CLASS_past);
        act |= verb_first && ogpi_is_class(s, start - back, OGPI_CLASS_act);
        far += far < 11 && (s->marks.used[start - back] & OGPI_USED_QUANTITY); /* "a vérifié 8,3 % des 15 000" */
    }
    return false;
}

/* "La première réunion s'est tenue": what became of it already. */
bool ogpi_thing_past_after(const ogpi_scanner *s, size_t start, size_t end)
{
    uint32_t value = 0;
    if (ogpi_option(s, start, OGPI_OPTION_VERB_FIRST)) {
        size_t rest = ogpi_group_rest(s, end);
        return !ogpi_breaks(s, rest) && ogpi_past_before(s, rest + 1); /* "في بحث ميداني أنجز في مارس" */
    }
    size_t at = ogpi_before_group(s, start);
    bool counted = at < start && ogpi_used(s, at, OGPI_USED_QUANTITY);
    if (at == start ||
        !(ogpi_breaks(s, at) || ogpi_sign(s, at - 1, ',') ||
          (ogpi_breaks(s, at - 1) && ogpi_begins(s, at - 1, OGPI_BIT(stop)))) ||
        (!counted && (ogpi_match(s, at, OGPI_CLASS_determiner, &value) == at || value == OGPI_DETERMINER_POINTS)))
        return false;
    for (at = end; at < end + 5 && at < ogpi_count(s) && !ogpi_breaks(s, at); at++) {
        if (ogpi_past_before(s, at + 1))
            return true;
        if (ogpi_is_verb_word(s, at))
            return false;
    }
    return false;
}

/* "Health committees in 48 villages will score": those who act, in English. */
bool ogpi_is_agent(const ogpi_scanner *s, size_t i, size_t start, size_t end)
{
    if (!ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) || !ogpi_any(s, i, OGPI_BIT(body_weak) | OGPI_BIT(body)) ||
        !ogpi_breaks(s, ogpi_before_group(s, start)) ||
        (ogpi_is_class(s, i, OGPI_CLASS_thing) && ogpi_has(s, ogpi_before_group(s, start), OGPI_CLASS_article)))
        return false; /* "a commission will propose" */
    for (size_t at = end; at < end + 8 && at < ogpi_count(s) && !ogpi_breaks(s, at); at++)
        if (ogpi_is_class(s, at, OGPI_CLASS_modal) && ogpi_is_class(s, at, OGPI_CLASS_verb))
            return ogpi_is_kind(s, at + 1, OGPI_WORD) && !ogpi_is_class(s, at + 1, OGPI_CLASS_stop);
    return false;
}
