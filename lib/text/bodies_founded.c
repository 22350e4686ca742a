/* SPDX-License-Identifier: MIT */
/* Bodies that are not there yet: the text founds them, or only thinks of it. */
#include "text/bodies.h"

/* "بلدية نابلس": a feminine head that is no thing, and behind it no adjective of hers, but a word of no list. */
static bool has_own_name(const ogpi_scanner *s, size_t head)
{
    return ogpi_has_form(s, head, OGPI_FORM_feminine) && !ogpi_any(s, head, OGPI_BIT(thing) | OGPI_BIT(thing_weak)) &&
           ogpi_is_kind(s, head + 1, OGPI_WORD) && !ogpi_breaks(s, head + 1) && s->spots[head + 1].token->number == 0 &&
           !ogpi_has_form(s, head + 1, OGPI_FORM_feminine);
}

/* An Arabic verb whose subject follows: "ينشئ مجلس النواب لجنة"; verbal nouns of the same root have a y before their
 * end. */
static bool is_finite(const ogpi_scanner *s, size_t act, size_t start)
{
    if (act + 1 != start || !(ogpi_has_article(s, start) || ogpi_has_article(s, start + 1) ||
                              ogpi_any(s, start + 1, OGPI_BIT(inside)) || has_own_name(s, start)))
        return false;
    return ogpi_has_form(s, act, OGPI_FORM_finite);
}

/* "تحدث الوزارة لجنة": who acts stands between the verb and its object, in Arabic. */
static size_t before_subject(const ogpi_scanner *s, size_t start)
{
    size_t at = start;
    if (!ogpi_option(s, start, OGPI_OPTION_VERB_FIRST) || ogpi_breaks(s, start))
        return start;
    while (at > 0 && start - at < 12 && ogpi_used(s, at - 1, OGPI_USED_BODY) && !ogpi_breaks(s, at))
        at--;
    bool plain = at == start && at > 0 && ogpi_has_article(s, at - 1) && ogpi_is_body_head(s, at - 1);
    return at - plain;
}

bool ogpi_body_is_created(const ogpi_scanner *s, size_t start)
{
    uint32_t value = 0;
    size_t first = before_subject(s, start);
    for (size_t back = 1; back <= 5 && back <= first; back++) {
        size_t at = first - back;
        if (!ogpi_is_kind(s, at, OGPI_WORD))
            return false;
        if (ogpi_used(s, at, OGPI_USED_BODY) && ogpi_option(s, at, OGPI_OPTION_HEAD_LAST))
            continue; /* "establish an RCMP Forum" */
        if (ogpi_any(s, at, OGPI_BIT(act)) && ogpi_match(s, at, OGPI_CLASS_act, &value) > at)
            return ogpi_act_founds_body(value) && !is_finite(s, at, start);
        if (ogpi_says(s, at, OGPI_CLASS_determiner, OGPI_DETERMINER_NEW))
            return true;
        if (!ogpi_any(s, at, OGPI_BIT(inside) | OGPI_BIT(stop) | OGPI_BIT(adjective) | OGPI_BIT(determiner)))
            return false;
    }
    return false;
}

/* "Creación de la Agencia Nacional", and not "launch the Ministry of Health portal". */
static bool founded(const ogpi_scanner *s, size_t start, size_t end)
{
    size_t at = start;
    uint32_t value = 0;
    while (at > 0 && start - at < 3 && ogpi_any(s, at - 1, OGPI_BIT(of) | OGPI_BIT(determiner)) &&
           !ogpi_act_founds_body(value)) {
        at--;
        ogpi_match_before(s, at, OGPI_CLASS_act, NULL, &value); /* "creación de" may be one */
    }
    return ogpi_act_founds_body(value) && (!ogpi_is_kind(s, end, OGPI_WORD) || ogpi_is_stop(s, end) ||
                                           ogpi_acts(s, end) || !ogpi_option(s, start, OGPI_OPTION_HEAD_LAST));
}

bool ogpi_body_is_indefinite(const ogpi_scanner *s, size_t start, size_t end)
{
    size_t article = start;
    if (!ogpi_option(s, start, OGPI_OPTION_UNCASED) && s->cased && founded(s, start, end))
        return true;
    return s->cased && !ogpi_option(s, start, OGPI_OPTION_UNCASED) &&
           ogpi_match_before(s, start, OGPI_CLASS_article, &article, NULL) && !ogpi_breaks(s, article) &&
           (ogpi_match_before(s, article, OGPI_CLASS_act, NULL, NULL) ||
            (ogpi_skip(s, article - 1, OGPI_CLASS_and) == article && article > 1 &&
             (s->marks.used[article - 2] & OGPI_USED_THING)));
}

bool ogpi_body_is_new(const ogpi_scanner *s, size_t start, size_t head_end)
{
    return ogpi_option(s, start, OGPI_OPTION_CONSTRUCT) && !ogpi_has_article(s, start) &&
           !ogpi_has_article(s, head_end - 1) &&
           (!ogpi_has_article(s, head_end) || ogpi_has_affix(s, head_end, OGPI_AFFIX_PREPOSITION)) &&
           (ogpi_body_is_created(s, start) || ogpi_led_by(s, head_end, OGPI_AFFIX_FOR));
}

bool ogpi_body_is_mooted(const ogpi_scanner *s, size_t start)
{
    uint32_t value = 0;
    size_t act = start;
    return ogpi_option(s, start, OGPI_OPTION_CONSTRUCT) && !ogpi_has_article(s, start) &&
           ogpi_match_before(s, start, OGPI_CLASS_act, &act, &value) && ogpi_act_founds_body(value) && act > 0 &&
           !ogpi_breaks(s, act) && !ogpi_has_affix(s, act, OGPI_AFFIX_AND | OGPI_AFFIX_THE) &&
           ogpi_has(s, act - 1, OGPI_CLASS_abstract) && !ogpi_has(s, act - 1, OGPI_CLASS_act);
}
