/* SPDX-License-Identifier: MIT */
/* Whether the text does something with a thing, or knows it already and only mentions it. */
#include "text/things.h"

/* The comma of "Launched in 2014, the portal holds": what follows was acted on before. */
static bool closes_opening(const ogpi_scanner *s, size_t comma)
{
    size_t at = comma;
    if (!ogpi_sign(s, comma, ',') || !ogpi_used(s, comma - 1, OGPI_USED_DATE))
        return false;
    while (at > 0 && !ogpi_breaks(s, at) &&
           (ogpi_used(s, at - 1, OGPI_USED_DATE) || ogpi_is_class(s, at - 1, OGPI_CLASS_stop)))
        at--;
    return at > 0 && ogpi_breaks(s, at - 1) && ogpi_is_class(s, at - 1, OGPI_CLASS_act);
}

/* "the management of procurement of software": an act that a noun governs is what that noun is about. */
static bool is_governed_act(const ogpi_scanner *s, size_t act)
{
    size_t of = act;
    uint32_t article = 0;
    if (!ogpi_option(s, act, OGPI_OPTION_HEAD_LAST) || !ogpi_match_before(s, act, OGPI_CLASS_of, &of, &article) ||
        article || of == 0 || ogpi_used(s, of - 1, OGPI_USED_VAGUE | OGPI_USED_QUANTITY))
        return false;
    return ogpi_is_content(s, of - 1) && !ogpi_is_verb_word(s, of - 1);
}

/* The English verb of which the noun group before word `end` is the subject, where it makes nothing; 0: none. */
static size_t mere_verb_after(const ogpi_scanner *s, size_t end)
{
    if (!ogpi_option(s, end - 1, OGPI_OPTION_HEAD_LAST))
        return 0;
    size_t verb = ogpi_group_rest(s, end);
    bool mere = ogpi_is_class(s, verb, OGPI_CLASS_verb) && !ogpi_breaks(s, verb) &&
                !ogpi_is_class(s, verb, OGPI_CLASS_modal) && !ogpi_is_class(s, verb, OGPI_CLASS_act) &&
                !ogpi_has_form(s, verb, OGPI_FORM_past | OGPI_FORM_gerund) &&
                !ogpi_match_before(s, verb + 1, OGPI_CLASS_compound, NULL, NULL); /* "audits of public works" */
    return mere ? verb : 0;
}

/* "Projects are supported", "Committees meet": no title, though English groups need no article; but "Portal is ready".
 */
bool ogpi_is_mere_subject(const ogpi_scanner *s, size_t end)
{
    size_t verb = mere_verb_after(s, end);
    return verb > 0 && (!ogpi_is_class(s, verb, OGPI_CLASS_stop) || ogpi_has_form(s, verb + 1, OGPI_FORM_past));
}

bool ogpi_qualifies(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_ADJECTIVE_BEHIND) && ogpi_is_class(s, i, OGPI_CLASS_adjective) &&
           ogpi_is_content(s, i - 1) && !ogpi_breaks(s, i);
}

size_t ogpi_before_aside(const ogpi_scanner *s, size_t at)
{
    uint32_t article = 1;
    ogpi_match(s, at, OGPI_CLASS_of, &article);
    if (at < 3 || !ogpi_sign(s, at - 1, ',') || !article)
        return at;
    for (size_t i = at - 2; i > 0 && at - i < 16 && !ogpi_breaks(s, i + 1) && !ogpi_used(s, i, OGPI_USED_THING); i--)
        if (ogpi_sign(s, i, ','))
            return ogpi_used(s, i + 1, OGPI_USED_DATE | OGPI_USED_DURATION) ||
                           ogpi_any(s, i + 1, OGPI_BIT(stop) | OGPI_BIT(skip) | OGPI_BIT(lead))
                       ? i
                       : at;
    return at;
}

/* The "," or "and" of "the minutes, the agenda and the votes". */
static bool lists_next(const ogpi_scanner *s, size_t i)
{
    return (ogpi_sign(s, i, ',') || ogpi_skip(s, i, OGPI_CLASS_and) == i + 1) &&
           (ogpi_has(s, i + 1, OGPI_CLASS_determiner) || ogpi_is_class(s, i + 1, OGPI_CLASS_thing));
}

/* Whether the act at word i, behind a noun, may be what that undergoes: in Arabic a verb, and no noun that the former
 * governs ("آلية التقييم"). */
static bool undergoes(const ogpi_scanner *s, size_t i)
{
    return !ogpi_option(s, i, OGPI_OPTION_VERB_FIRST) ||
           (ogpi_has_form(s, i, OGPI_FORM_finite) && !ogpi_has_form(s, i, OGPI_FORM_feminine) &&
            !ogpi_has_affix(s, i, OGPI_AFFIX_THE));
}

/* "Le rapport de la Cour relatif au budget de l'État sera publié": what opens a sentence and, behind its complements,
 * undergoes an act. */
static bool undergoes_later(const ogpi_scanner *s, size_t group, size_t end)
{
    if (!ogpi_breaks(s, group) || ogpi_option(s, group, OGPI_OPTION_VERB_FIRST))
        return false;
    for (size_t at = end; at < end + 18 && at < ogpi_count(s) && !ogpi_breaks(s, at); at++) {
        if (ogpi_is_kind(s, at, OGPI_SIGN) && !ogpi_marked(s, at, at + 2, OGPI_USED_BARRED))
            return false; /* but "la loi n° 12" */
        if (ogpi_is_class(s, at, OGPI_CLASS_modal))
            return ogpi_is_class(s, at + 1, OGPI_CLASS_act) || ogpi_is_class(s, at + 2, OGPI_CLASS_act);
        bool finite = ogpi_is_class(s, at, OGPI_CLASS_verb) && !ogpi_has_form(s, at, OGPI_FORM_participle);
        if (finite || ogpi_says(s, at, OGPI_CLASS_topic, OGPI_TOPIC_RELATIVE))
            return false;
    }
    return false;
}

/* Whether the text does something with the noun: an act before it, or one after it that it undergoes. */
bool ogpi_acted_on(const ogpi_scanner *s, size_t first, size_t end)
{
    const size_t group = ogpi_before_group(s, first);
    size_t start = ogpi_before_aside(s, group);
    start = start > 0 && ogpi_sign(s, start, ',') ? start : first;
    const unsigned passed = OGPI_USED_DATE | OGPI_USED_DURATION |
                            (ogpi_option(s, first, OGPI_OPTION_VERB_FIRST) ? OGPI_USED_BODY : 0u);
    bool body = false;
    for (size_t back = 1, far = 8; back <= far && back <= start && !ogpi_breaks(s, start - back + 1); back++) {
        if (ogpi_is_class(s, start - back, OGPI_CLASS_act) && !ogpi_is_content(s, start - back) &&
            !is_governed_act(s, start - back) && !ogpi_qualifies(s, start - back))
            return true;
        if (closes_opening(s, start - back))
            break;
        far += (far < 12 && ogpi_used(s, start - back, OGPI_USED_QUANTITY)) ||
               (far < 18 && ogpi_used(s, start - back, passed));
        body |= ogpi_used(s, start - back, OGPI_USED_BODY);
        if (body && !ogpi_option(s, start - back, OGPI_OPTION_VERB_FIRST))
            break;
    }
    size_t verb = mere_verb_after(s, end);
    if (verb > 0 && !ogpi_is_class(s, verb, OGPI_CLASS_stop))
        return false; /* "the initiative supports journalists to provide": what others do */
    if (ogpi_option(s, start, OGPI_OPTION_ADJECTIVE_BEHIND))
        while (ogpi_is_class(s, end, OGPI_CLASS_adjective) && ogpi_is_kind(s, end, OGPI_WORD))
            end++; /* "données ouvertes" opens nothing */
    bool opens = ogpi_breaks(s, group);
    for (size_t at = end, far = end + 7; at < far && at < ogpi_count(s) && !ogpi_breaks(s, at); at++) {
        if (ogpi_sign(s, at, ',') && ogpi_option(s, at - 1, OGPI_OPTION_ADJECTIVE_BEHIND) &&
            ogpi_has_form(s, at + 1, OGPI_FORM_gerund))
            break; /* "y presupuesto, formulando los planes" */
        if (ogpi_is_class(s, at, OGPI_CLASS_act) && !ogpi_has_affix(s, at, OGPI_AFFIX_AND) &&
            !ogpi_used(s, at, OGPI_USED_BODY) && undergoes(s, at))
            return true;
        far += far < end + 16 && ogpi_used(s, at, OGPI_USED_BODY | OGPI_USED_QUANTITY);
        opens = opens && !ogpi_is_class(s, at, OGPI_CLASS_verb);
        far += opens && far < end + 20 && lists_next(s, at) ? 3 : 0;
    }
    return undergoes_later(s, group, end);
}

/* "85 % of" before word `at`. */
static bool is_share_of(const ogpi_scanner *s, size_t at)
{
    size_t of = at;
    return ogpi_match_before(s, at, OGPI_CLASS_of, &of, NULL) && of > 0 &&
           ogpi_used(s, of - 1, OGPI_USED_QUANTITY);
}

/* "will", the "to" of "to review", and not of "responds to" nor of "from May to June" */
static bool may_promise(const ogpi_scanner *s, size_t i)
{
    if (ogpi_says(s, i, OGPI_CLASS_verb, OGPI_VERB_PROMISES) && ogpi_is_class(s, i, OGPI_CLASS_stop))
        return true; /* "is due", and not "seeks to" */
    if (!ogpi_is_class(s, i, OGPI_CLASS_modal) || !ogpi_is_class(s, i, OGPI_CLASS_verb))
        return false;
    bool after_verb = ogpi_is_class(s, i - 1, OGPI_CLASS_verb) && !ogpi_is_class(s, i - 1, OGPI_CLASS_stop);
    return !ogpi_is_class(s, i, OGPI_CLASS_to) ||
           (!after_verb && ogpi_any(s, i + 1, OGPI_BIT(act) | OGPI_BIT(verb) | OGPI_BIT(vague)));
}

/* "The portal" where no verb is near: known already, and only mentioned. */
bool ogpi_only_mentioned(const ogpi_scanner *s, size_t at, size_t start, size_t end)
{
    bool construct = ogpi_option(s, start, OGPI_OPTION_CONSTRUCT);
    bool definite = construct ? ogpi_has_affix(s, start, OGPI_AFFIX_THE)
                              : at < start && !ogpi_used(s, at, OGPI_USED_QUANTITY) &&
                                    ogpi_says(s, at, OGPI_CLASS_determiner, OGPI_DETERMINER_DEFINITE);
    size_t vague = construct ? start : at; /* "strengthen the portal" */
    if (!definite || ogpi_match_before(s, at, OGPI_CLASS_act, NULL, NULL) || is_share_of(s, at) ||
        (at > 0 && ogpi_sign(s, at - 1, ':')) || (vague > 0 && ogpi_used(s, vague - 1, OGPI_USED_VAGUE)) ||
        ogpi_lists_on(s, at) || ogpi_acted_on(s, start, end)) /* which costs most */
        return false;
    bool head_last = ogpi_option(s, start, OGPI_OPTION_HEAD_LAST);
    for (size_t back = 1; back <= (head_last ? 4 : 12) && back <= start && !ogpi_breaks(s, start - back + 1); back++)
        if (head_last ? ogpi_is_class(s, start - back, OGPI_CLASS_act) : ogpi_is_verb_word(s, start - back))
            return false;
    for (size_t next = end; next < end + 7 && next < ogpi_count(s) && !ogpi_breaks(s, next); next++)
        if (!construct && !head_last && ogpi_is_class(s, next, OGPI_CLASS_verb) &&
            ogpi_has_form(s, next, OGPI_FORM_future))
            return false; /* "permettra", "permitirán" */
        else if (head_last   ? may_promise(s, next)
                 : construct ? ogpi_is_verb_word(s, next)
                             : ogpi_is_class(s, next, OGPI_CLASS_act) || ogpi_is_class(s, next, OGPI_CLASS_modal) ||
                                   ogpi_has_affix(s, next, OGPI_AFFIX_VERB))
            return false;
    return true;
}
