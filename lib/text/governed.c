/* SPDX-License-Identifier: MIT */
/* Things behind "of": what an act or a share governs, and what an act is itself only about. */
#include "text/things.h"

/* "délai de", "politique d'": a noun before the "of" at word `of`, and neither a count nor vague. */
static bool governs_act(const ogpi_scanner *s, size_t of)
{
    return (s->marks.used[of - 1] & OGPI_USED_THING) ||
           (ogpi_is_content(s, of - 1) && !ogpi_used(s, of - 1, OGPI_USED_VAGUE | OGPI_USED_QUANTITY) &&
            !ogpi_is_verb_word(s, of - 1));
}

/* Whether the act that begins at word `act` is what something is about. */
bool ogpi_is_about(const ogpi_scanner *s, size_t act)
{
    uint32_t value = 0;
    size_t noun = act;
    ogpi_match_before(s, act, OGPI_CLASS_determiner, &act, NULL);
    for (size_t back = 2; back <= 3 && back <= act && !ogpi_breaks(s, act - back + 1); back++)
        if ((s->marks.used[act - back] & OGPI_USED_DURATION) && !(s->marks.used[act - 1] & OGPI_USED_DURATION) &&
            ogpi_is_class(s, act - 1, OGPI_CLASS_stop) &&
            !ogpi_any(s, act - 1, OGPI_BIT(and)) && !ogpi_any(s, act - back + 1, OGPI_BIT(and)))
            return true; /* "within 18 months from the adoption of the plan" */
    size_t of = act;
    uint32_t kind = 0;
    if (ogpi_option(s, act, OGPI_OPTION_BY_OF) &&
        ogpi_match_before(s, act, OGPI_CLASS_of, &of, NULL) && of > 0 && governs_act(s, of) &&
        ogpi_match(s, noun, OGPI_CLASS_act, &kind) > noun && (kind & OGPI_ACT_CHANGES) != OGPI_ACT_CHANGES)
        return true; /* "politique d'ouverture des données" */
    if (ogpi_option(s, act, OGPI_OPTION_HEAD_LAST) && (ogpi_has_form(s, act, OGPI_FORM_gerund) || act < noun) &&
        ogpi_match(s, noun, OGPI_CLASS_act, &kind) > noun && (kind & OGPI_ACT_CHANGES) != OGPI_ACT_CHANGES &&
        ogpi_match_before(s, act, OGPI_CLASS_topic, &of, &value) && (act == noun || value != OGPI_TOPIC_MEANS) &&
        of > 0 && (s->marks.used[of - 1] & OGPI_USED_THING))
        return true; /* "methodology for publishing reports", "for the publication of" */
    if (ogpi_option(s, act, OGPI_OPTION_HEAD_LAST) && ogpi_match_before(s, act, OGPI_CLASS_act, &of, NULL) &&
        !ogpi_is_class(s, of, OGPI_CLASS_thing))
        return false; /* "consult residents on draft guidance" */
    return (ogpi_match_before(s, act, OGPI_CLASS_topic, NULL, &value) &&
            (value == OGPI_TOPIC_ABOUT || value == OGPI_TOPIC_RELATIVE)) ||
           (ogpi_match_before(s, noun, OGPI_CLASS_topic, NULL, &value) && /* "l'absence de publication" */
            (value == OGPI_TOPIC_ABOUT || value == OGPI_TOPIC_REASON));
}

/* Whether the act noun before "of" is itself what something is about: "on the exchange of reports". */
static bool about_act(const ogpi_scanner *s, size_t of)
{
    size_t start = of;
    if (!ogpi_match_before(s, of, OGPI_CLASS_act, &start, NULL))
        return false;
    return ogpi_is_about(s, start);
}

/* "800 boîtes" before "de documents": what is counted is not the thing. */
static bool counted_kind(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_BY_OF) && ogpi_is_kind(s, i, OGPI_WORD) &&
           ogpi_used(s, i, OGPI_USED_QUANTITY) &&
           !ogpi_any(s, i,
                     OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(fraction) | OGPI_BIT(percent) |
                         OGPI_BIT(collective));
}

/* "équiper 21 bibliothèques de bornes" */
static bool equips_before(const ogpi_scanner *s, size_t at)
{
    uint32_t act = 0;
    for (size_t back = 2; back <= 10 && back <= at && !ogpi_breaks(s, at - back + 1); back++)
        if (ogpi_match(s, at - back, OGPI_CLASS_act, &act) > at - back)
            return (act & OGPI_ACT_EQUIPS) != 0;
    return false;
}

/* "40 مشروعا" before "of the programme", in Arabic: those are what there is, the programme is only mentioned. */
static bool counted_thing(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_CONSTRUCT) && ogpi_used(s, i, OGPI_USED_QUANTITY) &&
           ogpi_is_class(s, i, OGPI_CLASS_thing) && !ogpi_any(s, i, OGPI_BIT(number) | OGPI_BIT(multiplier));
}

/* "respond to 95 % of the requests", "article 5 of the agreement" */
static bool shares_handled(const ogpi_scanner *s, size_t of)
{
    size_t start = of;
    if (start > 0 && (s->marks.used[start - 1] & OGPI_USED_BARRED))
        return true;
    while (start > 0 && of - start < 8 && (s->marks.used[start - 1] & OGPI_USED_QUANTITY))
        start--;
    if (start == of)
        return false;
    size_t owner = start;
    if (ogpi_match_before(s, start, OGPI_CLASS_of, &owner, NULL) && owner > 0 && !ogpi_breaks(s, start) &&
        (s->marks.used[owner - 1] & OGPI_USED_THING))
        return true; /* "minutes of 90 % of the sittings" */
    ogpi_match_before(s, start, OGPI_CLASS_determiner, &start, NULL);
    return ogpi_said_before(s, start, OGPI_CLASS_topic, OGPI_TOPIC_HANDLED);
}

/* Where the adjectives behind a Romance noun begin that end right before word `at`. */
static size_t before_adjectives(const ogpi_scanner *s, size_t at)
{
    const size_t last = at;
    while (at > 1 && last - at < 3 && ogpi_is_class(s, at - 1, OGPI_CLASS_adjective) && !ogpi_breaks(s, at) &&
           !ogpi_is_class(s, at - 1, OGPI_CLASS_act))
        at--;
    return at;
}

/* "presentación al Congreso del", "adoption par le Sénat du": where the body with its preposition begins that ends
 * right before word `at`. */
static size_t before_receiver(const ogpi_scanner *s, size_t at)
{
    size_t body = at;
    while (body > 0 && at - body < 12 && ogpi_used(s, body - 1, OGPI_USED_BODY))
        body--;
    if (body == at || body == 0)
        return at;
    if (ogpi_is_class(s, body - 1, OGPI_CLASS_of) && ogpi_is_class(s, body - 1, OGPI_CLASS_determiner) && body > 1)
        body--; /* "a la Asamblea" */
    return ogpi_is_class(s, body - 1, OGPI_CLASS_skip) ||
                   ogpi_said_before(s, body, OGPI_CLASS_topic, OGPI_TOPIC_WHERE) ||
                   ogpi_said_before(s, body, OGPI_CLASS_topic, OGPI_TOPIC_BY)
               ? body - 1
               : at;
}

/* "formulación participativa de", "création et fonctionnement de": an act with its adjective, or joined to a noun,
 * before the "of" at word `at`. */
bool ogpi_act_apart(const ogpi_scanner *s, size_t at)
{
    if (!ogpi_option(s, at, OGPI_OPTION_ADJECTIVE_BEHIND) || at < 2 || ogpi_breaks(s, at - 1))
        return false;
    size_t noun = before_receiver(s, before_adjectives(s, at)), joined = noun;
    if (noun < at && ogpi_match_before(s, noun, OGPI_CLASS_act, &joined, NULL))
        return !ogpi_is_about(s, joined);
    if (noun < 2 || ogpi_used(s, noun - 1, OGPI_USED_TAKEN) || !ogpi_is_kind(s, noun - 1, OGPI_WORD) ||
        !ogpi_match_before(s, noun - 1, OGPI_CLASS_and, &joined, NULL))
        return false;
    joined = before_adjectives(s, joined);
    return ogpi_match_before(s, joined, OGPI_CLASS_act, &joined, NULL) && !ogpi_is_about(s, joined);
}

bool ogpi_changes_part(const ogpi_scanner *s, size_t at, size_t end)
{
    const size_t head = ogpi_option(s, at, OGPI_OPTION_CONSTRUCT) ? at : end - 1;
    size_t i = at;
    if (!ogpi_any(s, head, OGPI_BIT(law)))
        return false;
    if (at < 4 || !ogpi_match_before(s, at, OGPI_CLASS_of, &i, NULL) || i < 3 || !ogpi_used(s, i - 1, OGPI_USED_BARRED))
        return false;
    while (i > 0 && at - i < 12 &&
           (ogpi_used(s, i - 1, OGPI_USED_BARRED) || ogpi_has(s, i - 1, OGPI_CLASS_and) || ogpi_sign(s, i - 1, ',')))
        i--;
    if (i == 0 || !ogpi_is_class(s, i - 1, OGPI_CLASS_bar))
        return false;
    ogpi_match_before(s, --i, OGPI_CLASS_determiner, &i, NULL);
    const uint32_t act = ogpi_act_upon(s, i);
    return (act & OGPI_ACT_CHANGES) == OGPI_ACT_CHANGES && !(act & OGPI_ACT_EXAMINES);
}

/* "la rubrique « Offres » du site": what is quoted is of it. */
static bool closes_quote(const ogpi_scanner *s, size_t i)
{
    return i > 1 && ogpi_sign(s, i, '"') && ogpi_is_kind(s, i - 1, OGPI_WORD);
}

/* "información presupuestaria, de licitaciones": the comma before word `at` goes on with what another noun is of. */
static bool goes_on(const ogpi_scanner *s, size_t at)
{
    return ogpi_sign(s, at - 1, ',') && ogpi_option(s, at, OGPI_OPTION_ADJECTIVE_BEHIND);
}

/* After "of": the noun counts where an act or a share governs it. */
bool ogpi_under_of(const ogpi_scanner *s, size_t at)
{
    size_t begin = at;
    while (at > 0 && ogpi_match_before(s, at, OGPI_CLASS_of, &begin, NULL))
        at = begin;
    if (equips_before(s, at))
        return true;
    if (at > 0 && ogpi_used(s, at - 1, OGPI_USED_VAGUE) && ogpi_is_class(s, at - 1, OGPI_CLASS_abstract))
        return false; /* "raise the quality of debate" */
    if (shares_handled(s, at))
        return false;
    if (about_act(s, at) || (at > 0 && (counted_kind(s, at - 1) || counted_thing(s, at - 1))))
        return false;
    return at == 0 || ogpi_used(s, at - 1, OGPI_USED_QUANTITY | OGPI_USED_DURATION | OGPI_USED_VAGUE) ||
           ogpi_is_class(s, at - 1, OGPI_CLASS_verb) || ogpi_has_affix(s, at - 1, OGPI_AFFIX_VERB) ||
           ogpi_match_before(s, at, OGPI_CLASS_act, NULL, NULL) || ogpi_act_apart(s, at) ||
           (ogpi_match_before(s, at, OGPI_CLASS_ordinal, NULL, NULL) &&
            !ogpi_option(s, at, OGPI_OPTION_CONSTRUCT)) || /* "the first of three hearings" */
           ogpi_match_before(s, at, OGPI_CLASS_with, NULL, NULL) || ogpi_breaks(s, at) ||
           (ogpi_is_kind(s, at - 1, OGPI_SIGN) && !closes_quote(s, at - 1) &&
            (!goes_on(s, at) || ogpi_acted_on(s, at, at))) ||
           (ogpi_skip(s, at - 1, OGPI_CLASS_and) == at &&
            ogpi_marked(s, at > 1 ? at - 2 : 0, at, OGPI_USED_THING | OGPI_USED_QUANTITY));
}
