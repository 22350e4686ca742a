/* SPDX-License-Identifier: MIT */
/* Clauses and sentences that tell how things are or were, and promise nothing. */
#include "text/things.h"

bool ogpi_is_background(const ogpi_scanner *s, size_t i)
{
    enum { FAR_BACK = 24 }; /* words */
    if (!s->background)
        return false;
    const size_t clause = ogpi_last_mark(s->marks.hints, i, OGPI_HINT_BREAK), far = i > FAR_BACK ? i - FAR_BACK : 0;
    for (size_t at = clause > far && clause <= i ? clause : far; at <= i; at++) {
        uint32_t value = 0;
        if (!ogpi_has(s, at, OGPI_CLASS_topic))
            continue;
        ogpi_match(s, at, OGPI_CLASS_topic, &value);
        if (value == OGPI_TOPIC_REASON ? !ogpi_is_among(s->marks.kinds, at + 1, i + 1, ',')
                                       : value == OGPI_TOPIC_STATE && (ogpi_breaks(s, at) || ogpi_sign(s, at - 1, ',')))
            return true;
    }
    return false;
}

bool ogpi_is_asked(const ogpi_scanner *s, size_t i)
{
    if (!s->asks)
        return false;
    const size_t far = i + 20 < ogpi_count(s) ? i + 20 : ogpi_count(s),
                 end = ogpi_next_mark(s->marks.hints, i, far, OGPI_HINT_BREAK);
    return ogpi_is_among(s->marks.kinds, i, end < far ? end : far, '?');
}

/* "will", "publiera" */
static bool promises(const ogpi_token *token)
{
    const uint64_t both = OGPI_BIT(modal) | OGPI_BIT(verb), verb = OGPI_BIT(act) | OGPI_BIT(verb) | OGPI_BIT(vague);
    return (token->found & both) == both ||
           ((token->forms & OGPI_FORM_future) && ((token->found & verb) || (token->affixes & OGPI_AFFIX_VERB)));
}

static bool opens_sentence(const ogpi_scanner *s, size_t i)
{
    return ogpi_breaks(s, i) && !ogpi_sign(s, i - 1, ':');
}

/* "the treatment that they received": the past of a relative clause tells of its noun alone. */
static bool in_relative_clause(const ogpi_scanner *s, size_t at)
{
    uint32_t value = 0;
    for (size_t back = 1; back <= 3 && back <= at && !ogpi_breaks(s, at - back + 1); back++)
        if (ogpi_match(s, at - back, OGPI_CLASS_topic, &value) == at - back + 1 &&
            (value == OGPI_TOPIC_RELATIVE || value == OGPI_TOPIC_WHO))
            return !ogpi_breaks(s, at - back) && !ogpi_is_class(s, at - back - 1, OGPI_CLASS_of); /* not "of which" */
    return false;
}

/* "will", "is to", and not "may" nor the "to" of "to date" */
static bool vows(const ogpi_scanner *s, size_t i)
{
    const ogpi_spot *spot = ogpi_spot_at(s, i);
    if (!(spot->found & (OGPI_BIT(modal) | OGPI_BIT(verb))) && !(spot->token->forms & OGPI_FORM_future))
        return false; /* most words */
    bool to = ogpi_is_class(s, i, OGPI_CLASS_to) && ogpi_is_class(s, i, OGPI_CLASS_modal);
    if (ogpi_says(s, i, OGPI_CLASS_verb, OGPI_VERB_PROMISES) ||
        (to && ogpi_used(s, i - 1, OGPI_USED_BODY) && ogpi_is_class(s, i + 1, OGPI_CLASS_act)) ||
        (to && ogpi_says(s, i - 1, OGPI_CLASS_verb, OGPI_VERB_TELLS) && ogpi_is_class(s, i - 1, OGPI_CLASS_stop) &&
         !ogpi_is_class(s, i - 1, OGPI_CLASS_past)))
        return true; /* "Treasury to publish", "is to publish", and not "fails to publish" */
    if (ogpi_is_class(s, i, OGPI_CLASS_modal) && !ogpi_option(s, i, OGPI_OPTION_HEAD_LAST))
        return true; /* "sera"; English has other words in that list, as "also" */
    return !to && promises(s->spots[i].token) && !ogpi_used(s, i, OGPI_USED_DATE) &&
           !ogpi_says(s, i, OGPI_CLASS_modal, OGPI_MODAL_MAY);
}

/* "publishes": what may be to come as well. */
static bool does(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_class(s, i, OGPI_CLASS_act) && !ogpi_is_class(s, i, OGPI_CLASS_thing) && !ogpi_breaks(s, i) &&
           ogpi_is_class(s, i, OGPI_CLASS_verb) && ogpi_has_form(s, i, OGPI_FORM_plural);
}

/* "today"; "difunde desde 2018" */
static bool topic_tells(const ogpi_scanner *s, size_t i, uint32_t topic)
{
    if (topic == OGPI_TOPIC_STATE)
        return ogpi_option(s, i, OGPI_OPTION_HEAD_LAST); /* where a promise needs a verb like "will" */
    return topic == OGPI_TOPIC_SINCE && ogpi_used(s, ogpi_skip(s, i, OGPI_CLASS_topic), OGPI_USED_DATE) &&
           (ogpi_breaks(s, i) || (ogpi_any(s, i - 1, OGPI_BIT(act) | OGPI_BIT(verb)) &&
                                  !ogpi_has_form(s, i - 1, OGPI_FORM_plural_letter)));
}

/* "lacks", "has led", of verbs that tell; not "is published", which may be what is to come, nor "that are read and are
 * updated" */
static bool verb_tells(const ogpi_scanner *s, size_t i)
{
    if (ogpi_skip(s, i - 1, OGPI_CLASS_and) == i)
        return false;
    size_t next = ogpi_skip(s, i, OGPI_CLASS_verb);
    if (ogpi_option(s, i, OGPI_OPTION_ADJECTIVE_BEHIND) && ogpi_has_form(s, next, OGPI_FORM_gerund))
        return true; /* "está implementando" */
    next += ogpi_has_form(s, next, OGPI_FORM_adverb);
    return next > i + 1 || ogpi_is_class(s, i, OGPI_CLASS_past) ||
           !(ogpi_has_form(s, next, OGPI_FORM_past) || ogpi_begins(s, next, OGPI_BIT(act) | OGPI_BIT(verb)));
}

enum { FAR = 48 }; /* words: so far a sentence is looked at */

/* Whether one of words [first, last) does. */
static bool has_vow(const ogpi_scanner *s, size_t first, size_t last)
{
    while (first < last && !vows(s, first))
        first++;
    return first < last;
}

/* Whether the sentence before or behind words [first, last) promises something, and they have no date of their own:
 * "Budgets are published late. The Treasury will". */
static bool leads_to_promise(const ogpi_scanner *s, size_t first, size_t last)
{
    if (!ogpi_option(s, first, OGPI_OPTION_HEAD_LAST) ||
        ogpi_next_mark(s->marks.used, first, last, OGPI_USED_DATE) < last)
        return false;
    return has_vow(s, last, last + FAR < ogpi_count(s) ? last + FAR : ogpi_count(s));
}

/* Whether word i, which no relative clause has, tells how things are, where words [first, last) are its sentence; its
 * topic is 0 where there is none. */
static bool tells(const ogpi_scanner *s, size_t i, uint32_t topic, size_t first, size_t last)
{
    if (topic_tells(s, i, topic))
        return true;
    if (!ogpi_has(s, i, OGPI_CLASS_verb))
        return false;
    bool telling = ogpi_says(s, i, OGPI_CLASS_verb, OGPI_VERB_TELLS);
    return (telling && topic != OGPI_TOPIC_SINCE && verb_tells(s, i)) ||
           ((telling || does(s, i)) && leads_to_promise(s, first, last));
}

/* "Users complain that it is slow": whether words [first, last) tell how things are and promise nothing. */
static bool tells_state(const ogpi_scanner *s, size_t first, size_t last)
{
    bool relative = false, apart = false;
    for (size_t at = first; at < last; at++) {
        if (ogpi_sign(s, at, ','))
            relative = apart = false;
        if (!(ogpi_spot_at(s, at)->found & (OGPI_BIT(topic) | OGPI_BIT(verb))))
            continue;
        uint32_t topic = 0;
        ogpi_match(s, at, OGPI_CLASS_topic, &topic);
        if (!relative && !apart && tells(s, at, topic, first, last))
            return !has_vow(s, first, last);
        relative = (relative && !ogpi_is_class(s, at, OGPI_CLASS_verb)) || topic == OGPI_TOPIC_RELATIVE ||
                   topic == OGPI_TOPIC_WHO;
        apart |= topic == OGPI_TOPIC_CLAUSE || topic == OGPI_TOPIC_REASON || topic == OGPI_TOPIC_AIM;
    }
    return false;
}

/* "By June 2026 a code is in place and 80 % have a plan": what a deadline is set for is to come, unless it was. */
static bool has_deadline(const ogpi_scanner *s, size_t first, size_t last)
{
    bool due = false;
    if (!ogpi_option(s, first, OGPI_OPTION_HEAD_LAST))
        return false;
    for (size_t at = first; !due && (at = ogpi_next_mark(s->marks.used, at, last, OGPI_USED_DATE)) < last; at++)
        due = !ogpi_used(s, at - 1, OGPI_USED_DATE) &&
              ogpi_after_by(s, at - ogpi_is_class(s, at - 1, OGPI_CLASS_determiner));
    if (due && (s->present & OGPI_BIT(past)))
        for (size_t at = first; due && at < last; at++)
            due = !ogpi_says(s, at, OGPI_CLASS_past, OGPI_PAST_OVER);
    return due;
}

/* The sentence of word i in *first, *last, unless it sets out to do something: "Publish the decisions that were taken",
 * "Support research on what has failed". */
static bool may_tell(size_t *first, size_t *last, const ogpi_scanner *s, size_t i)
{
    const size_t far = i + FAR < ogpi_count(s) ? i + FAR : ogpi_count(s);
    const size_t clause = ogpi_last_mark(s->marks.hints, i, OGPI_HINT_BREAK);
    size_t at = clause;
    while (i - at < FAR && !opens_sentence(s, at))
        at = ogpi_last_mark(s->marks.hints, at - 1, OGPI_HINT_BREAK);
    *first = i - at < FAR ? at : i - FAR;
    at = ogpi_next_mark(s->marks.hints, i + 1, far, OGPI_HINT_BREAK);
    while (at < far && !opens_sentence(s, at))
        at = ogpi_next_mark(s->marks.hints, at + 1, far, OGPI_HINT_BREAK);
    *last = at < far ? at : far;
    const size_t lead = clause > *first ? clause : *first; /* behind a label: "Problema: hay" */
    const size_t verb = lead + (ogpi_option(s, lead, OGPI_OPTION_HEAD_LAST) && ogpi_is_class(s, lead, OGPI_CLASS_to));
    bool act = ogpi_option(s, lead, OGPI_OPTION_BY_OF)
                   ? ogpi_is_verb_word(s, lead) && !ogpi_has(s, lead, OGPI_CLASS_thing) /* "Faire voter" */
                   : ogpi_is_class(s, verb, OGPI_CLASS_act); /* "To publish the budgets that are approved" */
    if (ogpi_used(s, verb, OGPI_USED_VAGUE) || (verb > lead && ogpi_any(s, verb, OGPI_BIT(vague))))
        return false; /* "To enhance" */
    return !act && !has_deadline(s, *first, *last);
}

/* "لا يلزم القانون" */
static bool denies(const ogpi_scanner *s, size_t i)
{
    return ogpi_says(s, i, OGPI_CLASS_determiner, OGPI_DETERMINER_NONE);
}

/* "كما أجرت الوزارة مقارنات", where the verb comes first: words [first, last) open with a past or deny something, and
 * nothing of them promises. A present may promise, so none of it tells how things are, but for "لا توجد". */
static bool opens_in_past(const ogpi_scanner *s, size_t first, size_t last)
{
    const bool stop = ogpi_begins(s, first, OGPI_BIT(stop));
    if (!ogpi_past_before(s, first + 1) && !(stop && ogpi_past_before(s, first + 2)) && !denies(s, first) &&
        !(stop && denies(s, first + 1)))
        return false;
    return !has_vow(s, first, last);
}

/* Whether words [first, last) tell of the past and promise nothing. */
static bool tells_past(const ogpi_scanner *s, size_t first, size_t last)
{
    const bool head_last = ogpi_option(s, first, OGPI_OPTION_HEAD_LAST);
    bool past = false;
    if (!head_last && ogpi_next_mark(s->marks.hints, first + 1, last + 1, OGPI_HINT_PAST) > last)
        return false; /* most sentences */
    for (size_t at = first; at < last; at++) {
        /* "was launched to promote", and not "to show how funds were spent" */
        const bool to = past && head_last && ogpi_is_class(s, at, OGPI_CLASS_to) &&
                        ogpi_any(s, at + 1, OGPI_BIT(act) | OGPI_BIT(verb) | OGPI_BIT(vague));
        if ((promises(s->spots[at].token) && !to && !ogpi_used(s, at, OGPI_USED_DATE)) || (head_last && vows(s, at)))
            return false; /* "may", but not in "May 2019"; "is to" */
        past |= (ogpi_past_before(s, at + 1) || (head_last && at > first && ogpi_finite_past(s, at))) &&
                !in_relative_clause(s, at);
    }
    return past;
}

/* What the sentence of word i tells; NULL where it sets out to do something. Words of one sentence ask one after the
 * other, and what they ask of it does not change while they do. */
static const ogpi_sentence *sentence_of(ogpi_scanner *s, size_t i)
{
    const bool verb_first = ogpi_option(s, i, OGPI_OPTION_VERB_FIRST);
    ogpi_sentence *known = &s->sentence;
    size_t first = 0, last = 0;
    if (!may_tell(&first, &last, s, i))
        return NULL;
    if (known->first != first || known->last != last || known->verb_first != verb_first)
        *known = (ogpi_sentence){
            .first = first,
            .last = last,
            .verb_first = verb_first,
            .past = verb_first ? opens_in_past(s, first, last) : tells_past(s, first, last)};
    return known;
}

bool ogpi_is_past(ogpi_scanner *s, size_t i)
{
    const ogpi_sentence *sentence = sentence_of(s, i);
    return sentence && sentence->past;
}

bool ogpi_is_told(ogpi_scanner *s, size_t i)
{
    const ogpi_sentence *sentence = sentence_of(s, i);
    if (!sentence || sentence->past || sentence->verb_first)
        return sentence && sentence->past;
    if (!sentence->asked) {
        s->sentence.state = tells_state(s, sentence->first, sentence->last);
        s->sentence.asked = true;
    }
    return sentence->state;
}
