/* SPDX-License-Identifier: MIT */
/* Wording that nobody could later find met or unmet. */
#include "text/things.h"

/* Values of the list `vague`. */
enum {
    VAGUE_ALWAYS,
    VAGUE_VERB = 1,
    VAGUE_OPENING = 2,
    VAGUE_NOT = 3,
    VAGUE_DEED = OGPI_VAGUE_DEED,
    VAGUE_TIME = 5, /* "a corto plazo" */
    VAGUE_TOLD = 6, /* "promueve" */
    VAGUE_HOW = 7,  /* "más abierta" */
    VAGUE_GROWTH = 8, /* "ampliar la cobertura" */
    VAGUE_NOUN = 9,   /* "mejora de" */
    VAGUE_AIM = OGPI_VAGUE_AIM, /* "الثقة": what one of the next raises or lowers, and plain by itself */
    VAGUE_RAISES = 11 /* "زيادة" */
};

/* Whether an ambiguous word stands where a verb stands: at the beginning, after "to", "will", "and", a comma. */
static bool verb_place(const ogpi_scanner *s, size_t first, size_t end)
{
    if (end < ogpi_count(s) && ogpi_is_kind(s, end, OGPI_SIGN) && !ogpi_sign(s, end, ',') && !ogpi_sign(s, end, '"'))
        return false;
    if (ogpi_breaks(s, first) || ogpi_sign(s, first - 1, ',') || ogpi_sign(s, first - 1, '-'))
        return true;
    return ogpi_skip(s, first - 1, OGPI_CLASS_and) == first ||
           ogpi_match_before(s, first, OGPI_CLASS_verb, NULL, NULL) || ogpi_has_affix(s, first, OGPI_AFFIX_AND);
}

/* "contribuera au renforcement de la confiance et à l'amélioration": joined to what is vague already. */
static bool is_joined(const ogpi_scanner *s, size_t first)
{
    size_t at = first;
    while (at > 1 && first - at < 3 && !ogpi_breaks(s, at) &&
           ogpi_any(s, at - 1, OGPI_BIT(inside) | OGPI_BIT(determiner) | OGPI_BIT(article) | OGPI_BIT(of)))
        at--;
    if (ogpi_skip(s, at - 1, OGPI_CLASS_and) != at || !ogpi_has(s, first + 1, OGPI_CLASS_of))
        return false;
    for (size_t back = 2; back <= 10 && back <= at && !ogpi_breaks(s, at - back + 1); back++)
        if (ogpi_used(s, at - back, OGPI_USED_VAGUE))
            return true;
    return false;
}

/* A noun made of a vague verb counts where it opens the sentence: "Strengthening of ...". */
static bool opening_place(const ogpi_scanner *s, size_t first)
{
    if (first == 0 || ogpi_breaks(s, first) || ogpi_sign(s, first - 1, '-') || ogpi_sign(s, first - 1, ')'))
        return true;
    if (ogpi_used(s, first - 1, OGPI_USED_VAGUE))
        return true;
    if ((ogpi_sign(s, first - 1, ',') && ogpi_has(s, first + 1, OGPI_CLASS_of)) || is_joined(s, first))
        return true; /* "formation des agents, renforcement des capacités" */
    for (size_t back = 1; back <= 2 && back <= first; back++) {
        size_t at = first - back;
        if (ogpi_breaks(s, at) && ogpi_any(s, at, OGPI_BIT(inside) | OGPI_BIT(determiner) | OGPI_BIT(article)))
            return ogpi_option(s, at, OGPI_OPTION_CONSTRUCT) ||
                   ogpi_has(s, first + 1, OGPI_CLASS_of); /* not "l'appui aux écoles" */
        if (!ogpi_any(s, at, OGPI_BIT(inside) | OGPI_BIT(determiner) | OGPI_BIT(article) | OGPI_BIT(and)))
            return false;
    }
    return false;
}

/* After "has" or "have", or joined to what is: "a renforcé la confiance et amélioré". */
static bool in_the_past(const ogpi_scanner *s, size_t first)
{
    if (first == 0)
        return false;
    if (ogpi_past_before(s, first) || (ogpi_option(s, first, OGPI_OPTION_VERB_FIRST) && ogpi_past_opens(s, first)))
        return true;
    size_t joined = first;
    ogpi_match_before(s, first, OGPI_CLASS_of, &joined, NULL); /* "a permis d'améliorer et de renforcer" */
    if (joined == 0 || ogpi_skip(s, joined - 1, OGPI_CLASS_and) != joined)
        return false;
    for (size_t back = 2; back <= 7 && back <= first && !ogpi_breaks(s, first - back + 1); back++)
        if (ogpi_past_before(s, first - back + 1))
            return true;
    return false;
}

/* "Améliorer de 20 %": so much can be found met; not "fortalecimiento de 50 consejos". */
static bool says_how_much(const ogpi_scanner *s, size_t end, uint32_t value)
{
    size_t at = ogpi_skip(s, end, OGPI_CLASS_of);
    return at > end && ogpi_is_kind(s, at, OGPI_NUMBER) && ogpi_used(s, at, OGPI_USED_QUANTITY) &&
           (value != VAGUE_NOUN || !ogpi_is_content(s, at + 1));
}

/* "facilite déjà": how things are. */
static bool is_told_of_today(const ogpi_scanner *s, size_t end)
{
    uint32_t topic = 0;
    return !ogpi_breaks(s, end) && ogpi_match(s, end, OGPI_CLASS_topic, &topic) > end &&
           topic == OGPI_TOPIC_STATE;
}

/* "accompagné de": a participle that only joins. */
static bool is_linked(const ogpi_scanner *s, size_t i, size_t end)
{
    uint32_t article = 0;
    return ogpi_begins(s, i, OGPI_BIT(stop)) && ogpi_match(s, end, OGPI_CLASS_of, &article) > end && !article;
}

/* "un portail modernisé", "traduit et vulgarisé": a participle that says which one, in Romance languages. */
static bool qualifies(const ogpi_scanner *s, size_t i, size_t end)
{
    const uint64_t verbs = OGPI_BIT(modal) | OGPI_BIT(stop) | OGPI_BIT(verb);
    if (end != i + 1 || i < 2 || ogpi_breaks(s, i) || !ogpi_has_form(s, i, OGPI_FORM_participle) ||
        !ogpi_is_kind(s, i - 1, OGPI_WORD))
        return false;
    if (ogpi_any(s, i - 1, OGPI_BIT(and)))
        return !ogpi_used(s, i - 2, OGPI_USED_VAGUE);
    return !ogpi_begins(s, i - 1, verbs);
}

/* "برنامج دعم ...", "حملات توعية": a verbal noun that is part of a thing's name. */
static bool names_programme(const ogpi_scanner *s, size_t i)
{
    size_t of = i;
    if (!ogpi_option(s, i, OGPI_OPTION_CONSTRUCT))
        ogpi_match_before(s, i, OGPI_CLASS_of, &of, NULL); /* "programa de fomento de la lectura" */
    if (of > 0 && of == i && !ogpi_option(s, i, OGPI_OPTION_CONSTRUCT))
        return false;
    return of > 0 && !ogpi_breaks(s, of) && !s->spots[i].token->affixes && !ogpi_has_affix(s, of - 1, OGPI_AFFIX_THE) &&
           ogpi_begins(s, of - 1, OGPI_BIT(plan) | OGPI_BIT(thing)) && !ogpi_begins(s, of - 1, OGPI_BIT(act));
}

/* "صندوق لدعم مبادرات الشباب": what an Arabic thing is for. */
static bool is_purpose(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_led_by(s, i, OGPI_AFFIX_FOR))
        return false;
    for (size_t back = 1; back <= 4 && back <= i && !ogpi_breaks(s, i - back + 1); back++)
        if (ogpi_begins(s, i - back, OGPI_BIT(thing)) && !ogpi_begins(s, i - back, OGPI_BIT(act)))
            return true;
    return false;
}

/* "a corto plazo (al 31 de agosto de 2026)": the bracket says when. */
static bool is_dated(const ogpi_scanner *s, size_t end)
{
    if (!ogpi_sign(s, end, '('))
        return false;
    for (size_t at = end + 1; at < end + 5 && at < ogpi_count(s) && !ogpi_sign(s, at, ')'); at++)
        if (ogpi_used(s, at, OGPI_USED_DATE | OGPI_USED_DURATION))
            return true;
    return false;
}

/* "Congreso Abierto y Transparente", "Programa Nacional de Reducción de la Pobreza": within a name. */
static bool is_named(const ogpi_scanner *s, size_t i, size_t end)
{
    if (!s->cased || !ogpi_option(s, i, OGPI_OPTION_SENTENCE_CASE))
        return false;
    size_t before = i;
    while (before > 0 && i - before < 3 && (ogpi_flags(s, i) & OGPI_WORD_CAPITAL) && !ogpi_breaks(s, before) &&
           ogpi_any(s, before - 1, OGPI_BIT(of)))
        before--;
    if (before == 0 || ogpi_breaks(s, before) || ogpi_breaks(s, before - 1) ||
        !(ogpi_flags(s, before - 1) & OGPI_WORD_CAPITAL))
        return false;
    for (size_t at = i; at < end; at++)
        if (ogpi_flags(s, at) & OGPI_WORD_CAPITAL)
            return true;
    return false;
}

/* "avanzar hacia una gestión más abierta": what the vague verb before it is about. */
static bool is_part_of_vague(const ogpi_scanner *s, size_t i)
{
    for (size_t back = 1; back <= 3 && back <= i && !ogpi_breaks(s, i - back + 1); back++) {
        if (ogpi_used(s, i - back, OGPI_USED_VAGUE))
            return true;
        if (!ogpi_is_kind(s, i - back, OGPI_WORD) || ogpi_any(s, i - back, OGPI_BIT(verb) | OGPI_BIT(and)))
            return false;
    }
    return false;
}

/* "incrementar a 500 las solicitudes", "ampliar la cobertura del 40 % al 60 %": how far is said. */
static bool is_measured(const ogpi_scanner *s, size_t end)
{
    for (size_t at = end; at < end + 12 && at < ogpi_count(s) && !ogpi_breaks(s, at + 1); at++)
        if (ogpi_used(s, at + 1, OGPI_USED_QUANTITY | OGPI_USED_DURATION) && !ogpi_used(s, at, OGPI_USED_QUANTITY) &&
            ogpi_skip(s, at, OGPI_CLASS_to) == at + 1)
            return true;
    return false;
}

/* "mejora en la gestión": what the noun before word `end` is of. */
static bool has_complement(const ogpi_scanner *s, size_t end)
{
    return !ogpi_breaks(s, end) && (ogpi_has(s, end, OGPI_CLASS_of) || ogpi_skip(s, end, OGPI_CLASS_skip) == end + 1);
}

/* Whether what stands around a wording of that value makes it plain, or tells what is done already. */
static bool is_plain_by_place(const ogpi_scanner *s, size_t i, size_t end, uint32_t value)
{
    if (value == VAGUE_TIME)
        return is_dated(s, end);
    if (value == VAGUE_GROWTH || value == VAGUE_RAISES)
        return is_measured(s, end);
    if (value == VAGUE_AIM)
        return true;
    if (value == VAGUE_HOW)
        return is_part_of_vague(s, i);
    if (value == VAGUE_TOLD) /* who acts must stand right before it */
        return i == 0 || !ogpi_used(s, i - 1, OGPI_USED_BODY);
    if (value == VAGUE_NOUN && has_complement(s, end))
        return names_programme(s, i);
    if (value == VAGUE_NOUN || value == VAGUE_OPENING)
        return !opening_place(s, i);
    return value == VAGUE_VERB && !verb_place(s, i, end);
}

/* "زيادة ثقة", "الحد من الفقر": where the aim ends that follows at word `at`; 0: none. */
static size_t aim_end(const ogpi_scanner *s, size_t at)
{
    uint32_t value = 0;
    size_t end = ogpi_breaks(s, at) ? at : ogpi_match(s, at, OGPI_CLASS_vague, &value);
    return end > at && value == VAGUE_AIM && !ogpi_has_affix(s, at, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION) ? end : 0;
}

/* "Applicants frequently seek their files, as there is no register": how things are. Phrases are mostly conditions,
 * which something to be done has ("where possible"). */
static bool describes(ogpi_scanner *s, size_t i, size_t end)
{
    return (end == i + 1 || (ogpi_is_class(s, i, OGPI_CLASS_verb) && !ogpi_is_class(s, i, OGPI_CLASS_stop))) &&
           !ogpi_breaks(s, i) && ogpi_is_told(s, i);
}

static size_t vague_at(ogpi_scanner *s, size_t i)
{
    uint32_t value = 0;
    size_t end = ogpi_match(s, i, OGPI_CLASS_vague, &value);
    if (value == VAGUE_RAISES && (ogpi_has_affix(s, i, OGPI_AFFIX_OWNER) || (end = aim_end(s, end)) == 0))
        return i;
    if (end == i || ogpi_marked(s, i, end, OGPI_USED_BODY) || ogpi_used(s, i, OGPI_USED_DURATION) ||
        (ogpi_used(s, end - 1, OGPI_USED_QUANTITY) &&
         (ogpi_used(s, i, OGPI_USED_QUANTITY) || ogpi_skip(s, i, OGPI_CLASS_and) > i)) || /* "and more than ten" */
        in_the_past(s, i) || says_how_much(s, end, value) || is_told_of_today(s, end))
        return i;
    if (value == VAGUE_NOT ||
        (ogpi_sign(s, end, ':') && (end > i + 1 || value == VAGUE_OPENING) && value != VAGUE_TIME))
        return end; /* "as required by the law"; "Other actors:" */
    if (ogpi_skip(s, end - 1, OGPI_CLASS_spare) > end || (end == i + 1 && is_linked(s, i, end)))
        return i;
    if (ogpi_has_affix(s, i, OGPI_AFFIX_OWNER) && ogpi_used(s, end, OGPI_USED_BODY))
        return i; /* "ويساعده ديوان ...": who helps whom */
    if (((value == VAGUE_DEED || value == VAGUE_RAISES) && (names_programme(s, i) || is_purpose(s, i))) ||
        ogpi_is_background(s, i))
        return i;
    if ((!ogpi_breaks(s, i) && ogpi_is_past(s, i)) || is_plain_by_place(s, i, end, value) ||
        ogpi_is_asked(s, end) || is_named(s, i, end) || describes(s, i, end) || qualifies(s, i, end))
        return i;
    ogpi_add(s, OGP_FACT_VAGUE, i, end, NULL);
    return end;
}

void ogpi_find_vague(ogpi_scanner *s)
{
    for (size_t i = 0; (i = ogpi_next_start(s, i, OGPI_START_VAGUE)) < ogpi_count(s);) {
        size_t next = ogpi_has(s, i, OGPI_CLASS_vague) ? vague_at(s, i) : i;
        i = next > i ? next : i + 1;
    }
}
