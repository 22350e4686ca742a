/* SPDX-License-Identifier: MIT */
/* Acronyms of bodies: in brackets behind a name, after a label, or where only somebody who acts can stand. */
#include "text/bodies.h"
#include "text/number.h"

enum { SHORTEST = 3, LONGEST = 10 }; /* letters */

static bool is_remembered(const ogpi_scanner *s, size_t i, const size_t *words, size_t count)
{
    const ogpi_word *word = &s->words.items[i];
    for (size_t k = 0; k < count; k++) {
        const ogpi_word *other = &s->words.items[words[k]];
        if (word->length == other->length && memcmp(ogpi_key(s, i), ogpi_key(s, words[k]), word->length) == 0)
            return true;
    }
    return false;
}

static bool in_brackets(const ogpi_scanner *s, size_t i)
{
    return i > 1 && ogpi_sign(s, i - 1, '(') && ogpi_sign(s, i + 1, ')');
}

void ogpi_keep_acronym(const ogpi_scanner *s, size_t end, ogpi_acronyms *known)
{
    if (end > 2 && known->count < OGPI_ACRONYMS && ogpi_sign(s, end - 1, ')') && ogpi_sign(s, end - 3, '('))
        known->words[known->count++] = end - 2;
}

bool ogpi_is_known_acronym(const ogpi_scanner *s, size_t i, const ogpi_acronyms *known)
{
    return is_remembered(s, i, known->words, known->count);
}

bool ogpi_body_is_labelled(const ogpi_scanner *s, size_t i)
{
    return i > 1 && ogpi_sign(s, i - 1, ':') &&
           ogpi_said_before(s, i - 1, OGPI_CLASS_generic, OGPI_GENERIC_LABEL);
}

/* "Lead: DICT", "Apoyo: DILG, DTI", "in partnership with TBS": an acronym after a label or what only bodies follow. */
static bool after_label(const ogpi_scanner *s, size_t i)
{
    if (i < 2)
        return false;
    if (ogpi_sign(s, i - 1, ',') || ogpi_skip(s, i - 1, OGPI_CLASS_and) == i) {
        bool listed = (ogpi_flags(s, i - 2) & OGPI_WORD_UPPER) || ogpi_has(s, i + 1, OGPI_CLASS_and) ||
                      (ogpi_is_kind(s, i + 1, OGPI_SIGN) && !ogpi_sign(s, i + 1, '(')) || i + 1 == ogpi_count(s);
        return listed && ogpi_used(s, i - 2 - ogpi_sign(s, i - 2, ')'), OGPI_USED_BODY);
    }
    return ogpi_said_before(s, i, OGPI_CLASS_generic, OGPI_GENERIC_LEADS) || ogpi_body_is_labelled(s, i);
}

/* "PNUD (Programme des Nations Unies ...)", "STLCC, CONATEL": the whole name or a known one behind an acronym. */
static bool before_known(const ogpi_scanner *s, size_t i)
{
    size_t next = i + 2;
    if (ogpi_sign(s, i + 1, '('))
        return ogpi_is_capital(s, next) && !ogpi_sign(s, next + 1, ')') &&
               ogpi_begins(s, next, OGPI_BIT(body) | OGPI_BIT(body_weak));
    return ogpi_sign(s, i + 1, ',') && (ogpi_flags(s, next) & OGPI_WORD_UPPER) && ogpi_has(s, next, OGPI_CLASS_name);
}

/* "CSO partners": before an English noun an acronym only says which kind. */
static bool is_adjunct(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && ogpi_is_free_word(s, i + 1) && !ogpi_is_stop(s, i + 1);
}

/* "données quantitatives de" before word i: what follows may be a survey as well as a body. */
static bool is_of_thing(const ogpi_scanner *s, size_t i)
{
    size_t of = i;
    if (!ogpi_match_before(s, i, OGPI_CLASS_of, &of, NULL))
        return false;
    for (size_t back = 1; back <= 2 && back <= of && ogpi_is_free_word(s, of - back); back++)
        if (ogpi_any(s, of - back, OGPI_BIT(thing) | OGPI_BIT(thing_weak)))
            return true;
    return false;
}

/* "SENACYT publicará": an acronym that opens a sentence and acts. */
static bool opens_and_acts(const ogpi_scanner *s, size_t i)
{
    return ogpi_breaks(s, i) && ogpi_is_kind(s, i + 1, OGPI_WORD) && !ogpi_breaks(s, i + 1) &&
           ogpi_has_form(s, i + 1, OGPI_FORM_future) && ogpi_acts(s, i + 1);
}

/* "will", "must", and not the "may" of things: what only a subject stands before. */
static bool is_auxiliary(const ogpi_scanner *s, size_t i)
{
    const uint64_t both = OGPI_BIT(modal) | OGPI_BIT(verb);
    return (s->spots[i].token->found & both) == both && !ogpi_has(s, i, OGPI_CLASS_to) && !ogpi_breaks(s, i) &&
           !ogpi_says(s, i, OGPI_CLASS_modal, OGPI_MODAL_MAY);
}

/* "NASA will launch", "DOJ and WHCO issued", "CIVIT's reports": who acts or owns, in English. */
static bool acts_or_owns(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) || (ogpi_flags(s, i - 1) & OGPI_WORD_UPPER) ||
        s->spots[i].token->classes)
        return false; /* words of a heading */
    if ((ogpi_flags(s, i + 1) & OGPI_WORD_SUFFIX) || is_auxiliary(s, i + 1))
        return true;
    size_t article = i, next = i + 1;
    ogpi_match_before(s, i, OGPI_CLASS_determiner, &article, NULL);
    if (!ogpi_breaks(s, article) && !ogpi_sign(s, article - 1, ','))
        return false;
    if (ogpi_skip(s, next, OGPI_CLASS_and) == next + 1 && (ogpi_flags(s, next + 1) & OGPI_WORD_UPPER))
        next += 2;
    return ogpi_has_form(s, next, OGPI_FORM_past) && !ogpi_breaks(s, next) &&
           ogpi_begins(s, next, OGPI_BIT(verb) | OGPI_BIT(act)) && !ogpi_after_by(s, next + 2);
}

/* "administered by CIVIT", in English. */
static bool is_agent(const ogpi_scanner *s, size_t i)
{
    size_t article = i;
    ogpi_match_before(s, i, OGPI_CLASS_determiner, &article, NULL);
    return ogpi_after_by(s, article) && ogpi_has_form(s, article - 2, OGPI_FORM_past) && !is_adjunct(s, i) &&
           !ogpi_is_kind(s, i + 1, OGPI_NUMBER);
}

/* "la CNIL", "del INAI": an acronym with an article, in a language whose common nouns are written small; not "la ENAHO
 * 2023", a survey or plan with its year. */
static bool has_article(const ogpi_scanner *s, size_t i)
{
    size_t article = i;
    uint32_t value = 0;
    if (!ogpi_option(s, i, OGPI_OPTION_SENTENCE_CASE) || ogpi_plain_digits(s, i + 1, 4) > 1900 ||
        !ogpi_match_before(s, i, OGPI_CLASS_determiner, &article, &value) || value != OGPI_DETERMINER_DEFINITE)
        return false;
    if (article > 1 && ogpi_skip(s, article - 1, OGPI_CLASS_and) == article)
        return ogpi_used(s, article - 2 - ogpi_sign(s, article - 2, ')'),
                         OGPI_USED_BODY); /* not "le travail et la VFS" */
    return !is_of_thing(s, article);
}

/* "FY24" */
static bool has_digit(const ogpi_scanner *s, size_t i)
{
    const char *key = ogpi_key(s, i);
    for (size_t k = 0; k < s->words.items[i].length; k++)
        if (key[k] >= '0' && key[k] <= '9')
            return true;
    return false;
}

bool ogpi_is_acronym(const ogpi_scanner *s, size_t i, ogpi_acronyms *others)
{
    const ogpi_word *word = &s->words.items[i];
    if (!s->cased || word->length < SHORTEST || word->length > LONGEST || ogpi_is_capital(s, i + 1) ||
        ogpi_sign(s, i + 1, '+') || ogpi_has(s, i, OGPI_CLASS_thing) || ogpi_is_stop(s, i) ||
        ogpi_any(s, i, OGPI_BIT(spare)) || ogpi_used(s, i, OGPI_USED_BODY | OGPI_USED_BARRED) ||
        has_digit(s, i) || is_remembered(s, i, others->words, others->count))
        return false;
    if (in_brackets(s, i)) { /* behind what is no body */
        if (others->count < OGPI_ACRONYMS)
            others->words[others->count++] = i;
        return false;
    }
    if (before_known(s, i) || (after_label(s, i) && !is_adjunct(s, i)))
        return true;
    return (opens_and_acts(s, i) && ogpi_option(s, i, OGPI_OPTION_SENTENCE_CASE)) || acts_or_owns(s, i) ||
           is_agent(s, i) || has_article(s, i);
}
