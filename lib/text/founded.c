/* SPDX-License-Identifier: MIT */
/* Things that are places or bodies (a library, a council): they act and are counted where others take part, so they
 * are deliverables only where the text founds them. */
#include "text/things.h"

#define FAR 24 /* words: so far a clause is looked at */

/* Values of the list `act` that found: 1 and 5, 4 as "launch", 34; 3 changes what there is. */
static bool founds(uint32_t act)
{
    return act == OGPI_ACT_FOUNDS_BODY || (act & OGPI_ACT_MAKES) || (act & OGPI_ACT_FOUNDS);
}

/* One alone ("the steering committee") is more often somebody's work than a participant. */
static bool is_plural(const ogpi_scanner *s, size_t i)
{
    return ogpi_has_form(s, i, OGPI_FORM_plural_letter) || ogpi_used(s, i, OGPI_USED_QUANTITY);
}

/* Whether an act that founds begins at word i: "opened", and not the "form" that is filled in. */
static bool founds_at(const ogpi_scanner *s, size_t i)
{
    uint32_t act = 0;
    return ogpi_match(s, i, OGPI_CLASS_act, &act) > i && founds(act) && !ogpi_is_class(s, i, OGPI_CLASS_thing);
}

/* "Los consejos elaborarán planes": a Romance verb in the active, of which what stands before is no object. */
static bool makes_other(const ogpi_scanner *s, size_t i)
{
    uint32_t act = 0;
    return ogpi_option(s, i, OGPI_OPTION_ADJECTIVE_BEHIND) && ogpi_match(s, i, OGPI_CLASS_act, &act) > i &&
           (act & OGPI_ACT_MAKES) && act != (OGPI_ACT_MAKES | OGPI_ACT_FOUNDS_BODY) &&
           ogpi_has_form(s, i, OGPI_FORM_future);
}

static bool founded_near(const ogpi_scanner *s, size_t start, size_t end)
{
    for (size_t back = 1, far = 8; back <= far && back <= start && !ogpi_breaks(s, start - back + 1); back++) {
        if (founds_at(s, start - back))
            return true;
        far += far < FAR && ogpi_used(s, start - back, OGPI_USED_BODY | OGPI_USED_DATE | OGPI_USED_DURATION);
    }
    for (size_t at = end; at < end + 8 && at < ogpi_count(s) && !ogpi_breaks(s, at); at++)
        if (founds_at(s, at))
            return !makes_other(s, at);
    return false;
}

/* Whether what the noun group names does something itself: "will adopt", and not "will be trained". */
static bool acts_itself(const ogpi_scanner *s, size_t end)
{
    for (size_t last = end + FAR; end < last && end < ogpi_count(s) && !ogpi_breaks(s, end); end++) {
        if (ogpi_begins(s, end, OGPI_BIT(modal)))
            return ogpi_is_kind(s, end + 1, OGPI_WORD) && ogpi_begins(s, end, OGPI_BIT(verb)) &&
                   !ogpi_begins(s, end + 1, OGPI_BIT(stop));
        if (ogpi_is_verb_word(s, end) && !ogpi_qualifies(s, end))
            return true;
        if (ogpi_begins(s, end, OGPI_BIT(verb)))
            return false; /* "are trained" */
    }
    return false;
}

/* "Target 40 councils" */
static bool is_measure(const ogpi_scanner *s, size_t at)
{
    at -= at > 0 && ogpi_sign(s, at - 1, ':');
    return at > 0 && ogpi_any(s, at - 1, OGPI_BIT(bar)) && ogpi_match_before(s, at, OGPI_CLASS_bar, NULL, NULL);
}

/* "Some forty schools and a dozen libraries": nothing governs the noun whose group begins at word `at`. */
static bool opens_clause(const ogpi_scanner *s, size_t at)
{
    const size_t first = at > FAR ? at - FAR : 0;
    while (at > first + 1 && !ogpi_breaks(s, at) && ogpi_skip(s, at - 1, OGPI_CLASS_and) == at &&
           ogpi_used(s, at - 2, OGPI_USED_QUANTITY))
        for (at -= 2; at > first && ogpi_used(s, at - 1, OGPI_USED_QUANTITY);)
            at--;
    if (at == 1 || (at > 1 && ogpi_breaks(s, at - 1)))
        at -= ogpi_any(s, at - 1, OGPI_BIT(of) | OGPI_BIT(topic)); /* "Of the 32 councils" */
    return ogpi_breaks(s, at) || ogpi_is_kind(s, at - 1, OGPI_SIGN) || is_measure(s, at);
}

/* "a council", "the new commission" */
static bool is_new(const ogpi_scanner *s, size_t at, size_t start)
{
    for (; at < start; at++)
        if (!ogpi_used(s, at, OGPI_USED_QUANTITY) && ogpi_takes_new(s, at))
            return true;
    return false;
}

/* "El comité publicará sus actas", "la commission élaborera un plan": one that is known makes something itself, right
 * behind its name. */
static bool is_author(const ogpi_scanner *s, size_t at, size_t start, size_t end)
{
    uint32_t known = 0, act = 0;
    return ogpi_option(s, end, OGPI_OPTION_ADJECTIVE_BEHIND) && ogpi_breaks(s, at) &&
           ogpi_match(s, at, OGPI_CLASS_determiner, &known) == start && known == OGPI_DETERMINER_DEFINITE &&
           ogpi_has_form(s, end, OGPI_FORM_future) && ogpi_match(s, end, OGPI_CLASS_act, &act) > end &&
           (act & (OGPI_ACT_MAKES | OGPI_ACT_PUBLISHES));
}

/* "in libraries, town halls and health centres": the last of a list of where something is done, in English. */
static bool ends_places(const ogpi_scanner *s, size_t at)
{
    bool listed = false;
    if (!ogpi_option(s, at, OGPI_OPTION_HEAD_LAST))
        return false;
    for (size_t i = at; i > 0 && at - i < 12 && !ogpi_breaks(s, i); i--) {
        const bool joins = ogpi_sign(s, i - 1, ',') || ogpi_has(s, i - 1, OGPI_CLASS_and);
        if (!joins && ogpi_has(s, i - 1, OGPI_CLASS_skip))
            return listed && i < at;
        if (!joins && (i == at || !ogpi_is_content(s, i - 1) || ogpi_used(s, i - 1, OGPI_USED_THING)))
            return false;
        listed |= joins;
    }
    return false;
}

bool ogpi_is_founded(const ogpi_scanner *s, size_t start, size_t i, size_t end)
{
    uint32_t value = 0;
    size_t at = ogpi_before_group(s, start);
    if (ogpi_match(s, i, OGPI_CLASS_thing, &value) == i || value != OGPI_THING_PLACE)
        return true;
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && !ogpi_used(s, at, OGPI_USED_QUANTITY) && at < start &&
        !ogpi_breaks(s, at) && ogpi_says(s, at, OGPI_CLASS_determiner, OGPI_DETERMINER_ANY) &&
        !founded_near(s, start, end))
        return false; /* "each clinic" */
    if (!is_plural(s, i))
        return !is_author(s, at, start, end);
    if (ends_places(s, at))
        return false;
    if (is_new(s, at, start) || founded_near(s, start, end))
        return true;
    if (ogpi_option(s, at, OGPI_OPTION_HEAD_LAST) && ogpi_match_before(s, at, OGPI_CLASS_with, NULL, NULL))
        return false; /* "sign charters with 19 councils" */
    size_t of = at;
    if (ogpi_match_before(s, at, OGPI_CLASS_of, &of, NULL) && of > 0 && (s->marks.used[of - 1] & OGPI_USED_QUANTITY))
        return false; /* "40 % of the committees" */
    if (opens_clause(s, at))
        return !acts_itself(s, end) && !is_measure(s, at);
    return true;
}
