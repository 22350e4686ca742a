/* SPDX-License-Identifier: MIT */
/* Where a thing stands that is only mentioned: in a place or a field, behind a length of time, beside another noun. */
#include "text/things.h"

bool ogpi_thing_in_clause(const ogpi_scanner *s, size_t at)
{
    for (size_t back = 1; back <= 14 && back <= at; back++) {
        if (s->marks.used[at - back] & OGPI_USED_THING)
            return true;
        if (ogpi_breaks(s, at - back + 1) && back > 1)
            return false;
    }
    return false;
}

bool ogpi_topic_before(const ogpi_scanner *s, size_t at)
{
    uint32_t value = 0;
    if (ogpi_used(s, at, OGPI_USED_VAGUE) && !ogpi_used(s, at, OGPI_USED_THING))
        return false; /* "to improve the module" */
    return ogpi_match_before(s, at, OGPI_CLASS_topic, NULL, &value) && value != OGPI_TOPIC_RELATIVE &&
           value != OGPI_TOPIC_CLAUSE && value != OGPI_TOPIC_AIM;
}

/* "an officer who withholds records": what a relative clause tells without an act. */
static bool in_relative(const ogpi_scanner *s, size_t at)
{
    uint32_t value = 0;
    for (size_t back = 1; back <= 6 && back < at && !ogpi_breaks(s, at - back + 1); back++) {
        if (ogpi_is_class(s, at - back, OGPI_CLASS_act) || ogpi_is_kind(s, at - back, OGPI_SIGN))
            return false;
        if (back > 1 && ogpi_match(s, at - back, OGPI_CLASS_topic, &value) > at - back &&
            (value == OGPI_TOPIC_RELATIVE || value == OGPI_TOPIC_WHO))
            return true;
    }
    return false;
}

/* "validado en cinco asambleas": so many are held. */
static bool is_event(const ogpi_scanner *s, size_t i)
{
    uint32_t value = 0;
    return ogpi_match(s, i, OGPI_CLASS_thing, &value) > i && value == OGPI_THING_EVENT;
}

/* "on the platform", "في الموقع": where something is, not what is made. */
static bool in_place(const ogpi_scanner *s, size_t at, size_t start)
{
    if (at < start && ogpi_option(s, at, OGPI_OPTION_BY_OF) && !ogpi_used(s, at, OGPI_USED_QUANTITY) &&
        ogpi_skip(s, at, OGPI_CLASS_skip) == at + 1 && !ogpi_is_class(s, at, OGPI_CLASS_of) &&
        ogpi_says(s, at, OGPI_CLASS_determiner, OGPI_DETERMINER_DEFINITE))
        return true; /* "au comité" */
    if (!ogpi_match_before(s, at, OGPI_CLASS_skip, NULL, NULL))
        return false;
    return (at < start && ogpi_used(s, start - 1, OGPI_USED_QUANTITY) && !is_event(s, start)) ||
           ogpi_has_affix(s, start, OGPI_AFFIX_THE) ||
           ogpi_is_definite_construct(s, start) ||
           (at < start && (ogpi_says(s, at, OGPI_CLASS_determiner, OGPI_DETERMINER_DEFINITE) ||
                           ogpi_says(s, at, OGPI_CLASS_determiner, OGPI_DETERMINER_ANY))); /* "before each call" */
}

/* "policies for managing records", and not "the monitoring framework". */
static bool leads_gerund(const ogpi_scanner *s, size_t gerund)
{
    return !ogpi_breaks(s, gerund) && ogpi_any(s, gerund - 1, OGPI_BIT(topic) | OGPI_BIT(of)) &&
           !ogpi_is_class(s, gerund - 1, OGPI_CLASS_determiner);
}

/* "will receive reports": a verb that makes nothing. */
static bool governed_by_mere_verb(const ogpi_scanner *s, size_t at)
{
    return ogpi_option(s, at, OGPI_OPTION_HEAD_LAST) && ogpi_is_class(s, at - 1, OGPI_CLASS_verb) &&
           !ogpi_is_class(s, at - 1, OGPI_CLASS_act) && !ogpi_is_class(s, at - 1, OGPI_CLASS_stop) &&
           !ogpi_is_class(s, at - 1, OGPI_CLASS_modal) &&
           (!ogpi_has_form(s, at - 1, OGPI_FORM_gerund) || leads_gerund(s, at - 1)); /* "monitoring framework" */
}

/* "référents données": a noun right behind another. */
static bool is_apposed(const ogpi_scanner *s, size_t at)
{
    return at > 0 && ogpi_option(s, at, OGPI_OPTION_BY_OF) && !ogpi_breaks(s, at) && ogpi_is_content(s, at - 1) &&
           !ogpi_any(s, at - 1,
                     OGPI_BIT(adjective) | OGPI_BIT(before_noun) | OGPI_BIT(determiner) | OGPI_BIT(with) |
                         OGPI_BIT(of));
}

/* "compétences en données ouvertes": what something else is in. */
static bool in_field(const ogpi_scanner *s, size_t at)
{
    if (at < 2 || ogpi_option(s, at, OGPI_OPTION_CONSTRUCT) || ogpi_skip(s, at - 1, OGPI_CLASS_skip) != at ||
        ogpi_breaks(s, at - 1))
        return false;
    return ogpi_option(s, at, OGPI_OPTION_HEAD_LAST) || ogpi_is_class(s, at - 2, OGPI_CLASS_abstract) ||
           ogpi_used(s, at - 2, OGPI_USED_THING);
}

/* "within 90 days of the publication", "the first two years of the plan": from when a length of time runs. */
static bool after_length(const ogpi_scanner *s, size_t at, size_t start)
{
    if (ogpi_breaks(s, at) ||
        (at == start && !(ogpi_option(s, at, OGPI_OPTION_HEAD_LAST) && ogpi_is_class(s, at - 1, OGPI_CLASS_of))))
        return false; /* "within sixty days of notice" needs no article, in English */
    for (size_t back = 1; back <= 3 && back < at && !ogpi_breaks(s, at - back); back++) {
        size_t i = at - back;
        if ((s->marks.used[i] & OGPI_USED_DURATION) || ogpi_any(s, i, OGPI_BIT(and)) ||
            !ogpi_any(s, i, OGPI_BIT(of) | OGPI_BIT(stop) | OGPI_BIT(skip) | OGPI_BIT(next)))
            return false;
        if (s->marks.used[i - 1] & OGPI_USED_DURATION)
            return ogpi_any(s, i - 1, OGPI_BIT(unit) | OGPI_BIT(workday));
    }
    return false;
}

/* "Reports will be answered", "70 % of the findings are acted upon": what there is, is handled. */
static bool is_handled(const ogpi_scanner *s, size_t at, size_t end)
{
    size_t of = at;
    uint32_t topic = 0;
    bool share =
        at > 0 &&
        ((ogpi_match_before(s, at, OGPI_CLASS_of, &of, NULL) && of > 0 && ogpi_used(s, of - 1, OGPI_USED_QUANTITY)) ||
         (ogpi_is_class(s, at, OGPI_CLASS_of) && ogpi_any(s, at - 1, OGPI_BIT(percent))));
    if (!share && (!ogpi_breaks(s, at) || ogpi_takes_new(s, at)))
        return false;
    for (at = end; at < end + 10 && !ogpi_breaks(s, at) && !ogpi_is_class(s, at, OGPI_CLASS_act); at++)
        if (ogpi_match(s, at, OGPI_CLASS_topic, &topic) > at &&
            (topic == OGPI_TOPIC_UNDERGONE || (topic == OGPI_TOPIC_HANDLED && ogpi_has_form(s, at, OGPI_FORM_past))))
            return ogpi_any(s, at - 1, OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(modal));
    return false;
}

/* "move towards a model": what vague wording only aims at. */
static bool is_aimed_at(const ogpi_scanner *s, size_t start)
{
    ogpi_match_before(s, start, OGPI_CLASS_determiner, &start, NULL);
    return start > 0 && ogpi_used(s, start - 1, OGPI_USED_VAGUE) && !ogpi_breaks(s, start) &&
           ogpi_said_before(s, start, OGPI_CLASS_topic, OGPI_TOPIC_WHERE);
}

/* "El programa busca": the definite subject of a verb in the present that tells or aims. */
static bool is_presented(const ogpi_scanner *s, size_t at, size_t start, size_t end)
{
    uint32_t verb = 0;
    if (at == start || !ogpi_option(s, start, OGPI_OPTION_ADJECTIVE_BEHIND) || !ogpi_breaks(s, at) ||
        !ogpi_says(s, at, OGPI_CLASS_determiner, OGPI_DETERMINER_DEFINITE))
        return false;
    size_t rest = ogpi_group_rest(s, end);
    if (ogpi_sign(s, rest, ',')) /* "El portal, creado en 2018, ofrece" */
        for (end = rest++; rest < end + 10 && !ogpi_breaks(s, rest) && !ogpi_sign(s, rest - 1, ',');)
            rest++;
    return !ogpi_breaks(s, rest) && ogpi_match(s, rest, OGPI_CLASS_verb, &verb) == rest + 1 &&
           (verb == OGPI_VERB_TELLS || verb == OGPI_VERB_PROMISES) && !ogpi_is_class(s, rest, OGPI_CLASS_stop) &&
           !ogpi_is_class(s, rest, OGPI_CLASS_act); /* "El registro estará disponible" */
}

/* "a review of Treasury regulations", "linked to the Court's website": what a body has, unless an act governs it. */
static bool is_owned(const ogpi_scanner *s, size_t at, size_t start, size_t end)
{
    if (at == 0 || ogpi_breaks(s, at) || !ogpi_option(s, start, OGPI_OPTION_HEAD_LAST))
        return false;
    const size_t owner = at - (ogpi_sign(s, at - 1, '\'') && (ogpi_flags(s, at - 1) & OGPI_WORD_GLUED));
    size_t body = owner;
    while (body > 0 && owner - body < 12 && ogpi_used(s, body - 1, OGPI_USED_BODY))
        body--;
    if (body == owner)
        return false;
    ogpi_match_before(s, body, OGPI_CLASS_determiner, &body, NULL);
    if (body == 0 || ogpi_breaks(s, body) || ogpi_used(s, body - 1, OGPI_USED_VAGUE) || ogpi_acted_on(s, start, end))
        return false;
    if (ogpi_match_before(s, body, OGPI_CLASS_of, NULL, NULL))
        return !ogpi_under_of(s, body);
    return !ogpi_match_before(s, body, OGPI_CLASS_act, NULL, NULL);
}

bool ogpi_stands_aside(const ogpi_scanner *s, size_t at, size_t start, size_t end)
{
    return after_length(s, at, start) || is_handled(s, at, end) || is_aimed_at(s, start) ||
           is_presented(s, at, start, end) || is_owned(s, at, start, end);
}

bool ogpi_stands_beside(const ogpi_scanner *s, size_t at, size_t start, bool weak)
{
    bool after_thing = s->marks.used[at - 1] & OGPI_USED_THING;
    if (at == start &&
        (governed_by_mere_verb(s, at) || in_field(s, at) || (is_apposed(s, at) && (weak || after_thing))))
        return true;
    return ogpi_topic_before(s, at) || ogpi_topic_before(s, start) || in_relative(s, at) || in_place(s, at, start) ||
           (after_thing && at < start &&
            (ogpi_option(s, start, OGPI_OPTION_CONSTRUCT) || ogpi_option(s, start, OGPI_OPTION_HEAD_LAST)));
}
