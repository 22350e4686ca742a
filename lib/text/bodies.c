/* SPDX-License-Identifier: MIT */
/* Organisations, offices and posts: a head word and the name around it. */
#include "text/bodies.h"
#include "text/things.h"

/* "لجنة قطاعية": an adjective of relation that agrees with a feminine head, and no place. */
static bool agrees_with(const ogpi_scanner *s, size_t i, size_t head)
{
    return i == head + 1 && ogpi_has_form(s, head, OGPI_FORM_feminine) &&
           ogpi_has_form(s, i, OGPI_FORM_relation_feminine);
}

static bool definite_name(const ogpi_scanner *s, size_t head, size_t end)
{
    for (size_t i = head; i < end; i++)
        if (ogpi_has_article(s, i) || ogpi_has_form(s, i, OGPI_FORM_article | OGPI_FORM_for_the) ||
            (i > head && s->spots[i].token->number == 0 && !agrees_with(s, i, head)))
            return true;
    return false;
}

/* Whether a weak head ("council", "office") is the head of a name here. */
static bool names_something(const ogpi_scanner *s, size_t start, size_t head, size_t end, bool linked)
{
    if (ogpi_option(s, head, OGPI_OPTION_UNCASED))
        return end > head + 1 &&
               (definite_name(s, head, end) || (ogpi_has(s, head, OGPI_CLASS_body_weak) && !ogpi_has_article(s, head) &&
                                                ogpi_body_is_created(s, start)));
    if (!s->cased)
        return end > head + 1 || start < head;
    bool capital = ogpi_is_capital(s, head) && !ogpi_breaks(s, head);
    if (capital)
        return end > head + 1 || start < head || !ogpi_has(s, head, OGPI_CLASS_body_weak);
    if (ogpi_is_capital_before(s, head))
        return (linked && ogpi_is_capital(s, end - 1)) || start < head ||
               (end > head + 1 && (ogpi_is_capital(s, head + 1) || ogpi_body_is_labelled(s, start)));
    if (ogpi_skip(s, head, OGPI_CLASS_post) > head + 1 && !ogpi_option(s, head, OGPI_OPTION_HEAD_LAST))
        return true; /* "secrétaire d'État" */
    if (!ogpi_option(s, head, OGPI_OPTION_HEAD_LAST) && end > head + 1 && ogpi_is_capital(s, head + 1) &&
        !(ogpi_flags(s, head + 1) & OGPI_WORD_UPPER) && !ogpi_begins(s, head, OGPI_BIT(thing) | OGPI_BIT(thing_weak)) &&
        !ogpi_breaks(s, head + 1))
        return true; /* "l'association Regards citoyens" */
    uint32_t topic = OGPI_TOPIC_MEANS;
    if (ogpi_option(s, head, OGPI_OPTION_HEAD_LAST) && !ogpi_has(s, head + 1, OGPI_CLASS_of) &&
        (ogpi_match(s, head + 1, OGPI_CLASS_topic, &topic) == head + 1 || topic == OGPI_TOPIC_MEANS ||
         topic == OGPI_TOPIC_WHERE || ogpi_says(s, head, OGPI_CLASS_thing, 0)))
        linked = false; /* "trust in the Government", "campaign for UNICEF"; not "committee on Budget" */
    return (linked && ogpi_is_capital(s, end - 1) && !ogpi_breaks(s, end - 1)) ||
           (start < head && ogpi_is_capital(s, head - 1) && !ogpi_breaks(s, head - 1) &&
            !(ogpi_flags(s, head - 1) & OGPI_WORD_UPPER));
}

/* A name that goes on in lower case up to its acronym in brackets. */
static size_t reach_acronym(const ogpi_scanner *s, size_t head, size_t end)
{
    if (ogpi_has(s, head, OGPI_CLASS_name))
        return end;
    bool uncased = ogpi_option(s, end - 1, OGPI_OPTION_UNCASED);
    for (size_t at = end;
         at < end + 6 && ogpi_is_free_word(s, at) && !(uncased && (ogpi_is_stop(s, at) || ogpi_is_body_head(s, at)));
         at++)
        if (ogpi_sign(s, at + 1, '(') && (ogpi_flags(s, at + 2) & OGPI_WORD_UPPER) && ogpi_sign(s, at + 3, ')') &&
            s->cased)
            return at + 1;
    return end;
}

/* "(ACA)" after a name. */
static size_t acronym_after(ogpi_scanner *s, size_t end)
{
    size_t last = end + 1 + ((ogpi_flags(s, end + 2) & OGPI_WORD_HYPHEN) != 0); /* "(NITA-U)" */
    if (!ogpi_sign(s, end, '(') || !ogpi_is_kind(s, end + 1, OGPI_WORD) || !ogpi_sign(s, last + 1, ')') ||
        s->words.items[end + 1].length < 2 || s->words.items[end + 1].length > 12 ||
        ogpi_option(s, end + 1, OGPI_OPTION_UNCASED) || (s->cased && !ogpi_is_capital(s, end + 1)))
        return end;
    ogpi_add(s, OGP_FACT_RESPONSIBLE, end + 1, last + 1, NULL);
    return last + 2;
}

static size_t head_at(const ogpi_scanner *s, size_t i, bool *weak)
{
    size_t end = ogpi_skip(s, i, OGPI_CLASS_body), other = ogpi_skip(s, i, OGPI_CLASS_name);
    if (other > end)
        end = other;
    *weak = end == i;
    if (!*weak)
        return end;
    end = ogpi_skip(s, i, OGPI_CLASS_body_weak);
    other = ogpi_skip(s, i, OGPI_CLASS_post);
    return other > end ? other : end;
}

/* "in the North-West Region": where something is. */
static bool is_in_place(const ogpi_scanner *s, size_t head, size_t start)
{
    uint32_t value = 0;
    if (ogpi_match(s, head, OGPI_CLASS_body_weak, &value) == head || value != HEAD_PLACE)
        return false;
    size_t of = start;
    if (ogpi_option(s, head, OGPI_OPTION_BY_OF) && ogpi_match_before(s, start, OGPI_CLASS_of, &of, NULL) && of > 1) {
        of -= ogpi_is_class(s, of - 1, OGPI_CLASS_of);         /* "de la" */
        of -= ogpi_is_class(s, of - 1, OGPI_CLASS_adjective); /* "communes rurales" */
        return ogpi_is_content(s, of - 1) && ogpi_has_form(s, of - 1, OGPI_FORM_plural_letter) &&
               !ogpi_any(s, of - 1, OGPI_BIT(thing) | OGPI_BIT(thing_weak));
    }
    ogpi_match_before(s, start, OGPI_CLASS_determiner, &start, NULL);
    return start > 0 && ogpi_match_before(s, start, OGPI_CLASS_skip, NULL, NULL) &&
           !ogpi_match_before(s, start, OGPI_CLASS_to, NULL, NULL) &&
           !ogpi_match_before(s, start, OGPI_CLASS_topic, NULL, NULL);
}

/* "in the province of": where something is, in Arabic. */
static bool is_mere_place(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_UNCASED) && ogpi_begins(s, i, OGPI_BIT(inside)) &&
           (ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION) ||
            (i > 0 && ogpi_any(s, i - 1, OGPI_BIT(skip) | OGPI_BIT(of) | OGPI_BIT(to))));
}

/* "Cabinet Resolution", "Archives and Records Management Bill", "Statistics Data Hub": named after a body, and none.
 */
static bool names_document(const ogpi_scanner *s, size_t start, size_t head_end, size_t end)
{
    if (!ogpi_option(s, start, OGPI_OPTION_HEAD_LAST) || !s->cased || end == head_end || !ogpi_is_capital(s, end - 1) ||
        !ogpi_begins(s, end - 1, OGPI_BIT(law) | OGPI_BIT(plan) | OGPI_BIT(thing)) || ogpi_is_body_head(s, end - 1))
        return false;
    for (size_t i = start; i < end; i++)
        if (ogpi_has(s, i, OGPI_CLASS_of) || ogpi_has(s, i, OGPI_CLASS_topic) || ogpi_sign(s, i, ','))
            return false;
    return true;
}

/* A head and the name around it. */
typedef struct body_name {
    size_t head, head_end;
    size_t start, end;
    bool weak;
    bool linked; /* connecting words are within */
    bool alone;  /* nothing around the head */
    bool lower;  /* a small letter where capitals tell names */
} body_name;

/* "agency for the U.S. government", "authority of the Surveillance Act", "School-Based": an English head that only says
 * which kind, or what somebody may do. */
static bool is_mere_word(const ogpi_scanner *s, const body_name *n)
{
    size_t next = n->head_end;
    if (!ogpi_option(s, n->head, OGPI_OPTION_HEAD_LAST) || !s->cased || n->end == next ||
        ogpi_has(s, n->head, OGPI_CLASS_name))
        return false;
    if (ogpi_begins(s, n->end - 1, OGPI_BIT(law)) && n->end > next + 1)
        return n->weak || n->lower;
    if (n->weak && n->start == n->head)
        return (ogpi_flags(s, next) & OGPI_WORD_HYPHEN) != 0;
    return n->lower && !n->weak && !ogpi_has(s, next, OGPI_CLASS_of);
}

/* "أمام هيئة مستقلة": any such body, in Arabic, unless the text founds it. */
static bool is_any(const ogpi_scanner *s, size_t head, size_t head_end, size_t end)
{
    return ogpi_option(s, head, OGPI_OPTION_CONSTRUCT) && end == head + 2 && head_end == head + 1 &&
           !ogpi_has_article(s, head) && !ogpi_has_article(s, head_end) &&
           ogpi_begins(s, head_end, OGPI_BIT(adjective)) && !ogpi_body_is_created(s, head);
}

/* "المجالس البلدية": spelt like a head, an adjective behind a noun with an article. */
static bool is_relative(const ogpi_scanner *s, size_t i)
{
    return i > 0 && ogpi_has_form(s, i, OGPI_FORM_relation_feminine) && !ogpi_breaks(s, i) && ogpi_has_article(s, i) &&
           ogpi_has_article(s, i - 1) && !ogpi_has_affix(s, i, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION) &&
           ogpi_has(s, i, OGPI_CLASS_body_weak);
}

/* Value of the list `generic`: no body but where its place follows. */
#define GENERIC_UNPLACED 3
#define GENERIC_UNTOLD 4 /* but where "for" says of what */

/* "المجلس البلدي لمدينة صور", "المجلس البلدي لرام الله": a word of no list is the place's name. */
static bool is_placed(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_is_kind(s, i, OGPI_WORD) || ogpi_breaks(s, i) || ogpi_has_article(s, i))
        return false;
    return s->spots[i].token->classes == 0
               ? ogpi_has_form(s, i, OGPI_FORM_for)
               : ogpi_led_by(s, i, OGPI_AFFIX_FOR) && ogpi_begins(s, i, OGPI_BIT(inside) | OGPI_BIT(body));
}

/* "a public institution", and not the Arabic "المؤسسة العامة للضمان الاجتماعي". */
static bool is_generic(const ogpi_scanner *s, size_t i)
{
    if (is_relative(s, i))
        return true;
    uint32_t kind = 0;
    size_t end = ogpi_match(s, i, OGPI_CLASS_generic, &kind);
    bool named = end > i + 1 && ogpi_has_article(s, i) &&
                 ((ogpi_has_affix(s, end, OGPI_AFFIX_PREPOSITION) && ogpi_has_article(s, end)) ||
                  (kind == GENERIC_UNPLACED && is_placed(s, end)) ||
                  (kind == GENERIC_UNTOLD && ogpi_led_by(s, end, OGPI_AFFIX_FOR)));
    return end > i && !named;
}

/* "la comisión técnica", "corte de agua": a Romance name has a capital somewhere, unless it is long: "ministère de la
 * justice". */
static bool is_small(const ogpi_scanner *s, size_t i, size_t start, size_t end)
{
    if (!ogpi_option(s, i, OGPI_OPTION_SENTENCE_CASE) || ogpi_has(s, i, OGPI_CLASS_name) || end > start + 3)
        return false;
    for (size_t at = start; at < end; at++)
        if (ogpi_is_capital(s, at))
            return false;
    return true;
}

/* Whether there is a head at word i that may have a name. */
static bool read_name(const ogpi_scanner *s, size_t i, body_name *n)
{
    *n = (body_name){.head = i};
    n->head_end = head_at(s, i, &n->weak);
    if (n->head_end == i || (ogpi_has_affix(s, i, OGPI_AFFIX_DUAL) && ogpi_is_nisba(s, i)) || is_generic(s, i))
        return false;
    n->end = reach_acronym(s, i, ogpi_body_end(s, i, n->head_end, &n->linked));
    n->start = ogpi_body_start(s, i);
    n->alone = n->end == n->head_end && n->start == i;
    n->lower = s->cased && !ogpi_is_capital_before(s, i) && !ogpi_option(s, i, OGPI_OPTION_UNCASED);
    return !ogpi_marked(s, n->start, n->head_end, OGPI_USED_BODY | OGPI_USED_BARRED) &&
           !names_document(s, n->start, n->head_end, n->end);
}

/* "Civil Society Participation in Budgeting", and not "Civil Society Council", "the Public Service Hall": whether no
 * head follows in an English name without an article, or what follows is only linked. */
static bool heads_nothing(const ogpi_scanner *s, const body_name *n)
{
    if (!ogpi_option(s, n->head, OGPI_OPTION_HEAD_LAST))
        return false;
    if (ogpi_said_before(s, n->start, OGPI_CLASS_determiner, OGPI_DETERMINER_DEFINITE))
        return ogpi_is_stop(s, n->head_end);
    for (size_t i = n->head_end; i < n->end && !ogpi_is_stop(s, i); i++)
        if (s->spots[i].token->classes & OGPI_BODY_HEADS)
            return false;
    return true;
}

/* Whether a body is counted, pointed at or spoken of in general, and so none that is known by name. */
static bool is_unnamed(const ogpi_scanner *s, const body_name *n)
{
    bool uncased = ogpi_option(s, n->head, OGPI_OPTION_UNCASED);
    if (uncased && !ogpi_has_article(s, n->head) && !ogpi_has(s, n->head, OGPI_CLASS_name) &&
        (ogpi_used(s, n->head, OGPI_USED_QUANTITY) || ogpi_has_form(s, n->head, OGPI_FORM_accusative) ||
         (ogpi_has_affix(s, n->head, OGPI_AFFIX_OWNER) && !ogpi_has_form(s, n->head, OGPI_FORM_feminine))))
        return true; /* "مركزا رقميا", "مجلسها" */
    if (ogpi_any(s, n->start, OGPI_BIT(generic)) &&
        ogpi_skip(s, n->start, OGPI_CLASS_generic) >= (heads_nothing(s, n) ? n->head_end : n->end) &&
        !is_placed(s, n->end))
        return true; /* "civil society", "Civil Society for Open Government" */
    if (!n->alone || ogpi_has(s, n->head, OGPI_CLASS_name))
        return false;
    if (!uncased && ogpi_said_before(s, n->start, OGPI_CLASS_determiner, OGPI_DETERMINER_POINTS))
        return true; /* "this Agency" */
    if (n->head_end > n->head + 1)
        return false;
    if (uncased)
        return !n->weak;
    return !s->cased && !ogpi_match_before(s, n->head, OGPI_CLASS_determiner, NULL, NULL); /* "ministry" */
}

/* Whether small letters or a weak head tell that it is no name. */
static bool is_common_noun(const ogpi_scanner *s, const body_name *n)
{
    size_t of = n->start;
    uint32_t article = 0;
    bool each = ogpi_match_before(s, n->start, OGPI_CLASS_every, NULL, NULL),
         name = ogpi_has(s, n->head, OGPI_CLASS_name);
    if (n->weak)
        return (n->lower && !ogpi_option(s, n->head, OGPI_OPTION_HEAD_LAST) &&
                ogpi_match_before(s, n->start, OGPI_CLASS_of, &of, &article) && !article && of > 0 &&
                ogpi_is_content(s, of - 1) && ogpi_begins(s, of - 1, OGPI_BIT(thing))) || /* "informes de auditoría" */
               !names_something(s, n->start, n->head, n->end, n->linked);
    if (n->lower && !ogpi_is_capital(s, n->end - 1) && !name &&
        ogpi_match_before(s, n->start, OGPI_CLASS_article, NULL, NULL))
        return true; /* "un congreso de justicia" */
    if (each && (n->lower || n->alone))
        return true; /* "cada Ministerio" */
    return n->lower && (ogpi_match_before(s, n->start, OGPI_CLASS_per, NULL, NULL) ||
                        is_small(s, n->head, n->start, n->end) || (n->alone && !name));
}

/* Whether the text founds the body. */
static bool is_fresh(const ogpi_scanner *s, const body_name *n)
{
    if (n->end == n->head + 1 && s->cased && (ogpi_flags(s, n->head) & OGPI_WORD_UPPER))
        return false; /* "an RCMP strategy" */
    if (n->weak)
        return ogpi_skip(s, n->head, OGPI_CLASS_post) != n->head_end && ogpi_body_is_created(s, n->start);
    return ogpi_body_is_indefinite(s, n->start, n->end) || ogpi_body_is_new(s, n->start, n->head_end);
}

static size_t body_at(ogpi_scanner *s, size_t i)
{
    body_name n;
    if (!read_name(s, i, &n) || is_unnamed(s, &n) || is_common_noun(s, &n) ||
        (n.weak && (is_mere_place(s, i) || is_in_place(s, i, n.start))) || ogpi_body_is_mooted(s, n.start) ||
        is_any(s, i, n.head_end, n.end) || is_mere_word(s, &n))
        return i;
    if (is_fresh(s, &n)) {
        if ((n.weak && !ogpi_any(s, i, OGPI_BIT(thing) | OGPI_BIT(thing_weak) | OGPI_BIT(body_weak))) ||
            ogpi_is_past(s, n.start)) /* "تم إنشاء لجنة وطنية" */
            return i;
        ogpi_add(s, OGP_FACT_DELIVERABLE, n.start, n.end, NULL);
        ogpi_mark(s, n.start, n.end, OGPI_USED_BODY);
        return n.end;
    }
    ogpi_add(s, OGP_FACT_RESPONSIBLE, n.start, n.end, NULL);
    size_t after = acronym_after(s, n.end);
    return after > n.end ? after : n.end;
}

void ogpi_find_bodies(ogpi_scanner *s)
{
    ogpi_acronyms known, others;
    known.count = others.count = 0;
    ogpi_names_mark(s);
    for (size_t i = 0; (i = ogpi_next_start(s, i, OGPI_START_BODY)) < ogpi_count(s);) {
        size_t next = ogpi_names_match(s, i);
        if (next == i && (ogpi_flags(s, i) & OGPI_WORD_UPPER) &&
            (ogpi_is_known_acronym(s, i, &known) || ogpi_is_acronym(s, i, &others)))
            next = i + 1;
        if (next > i)
            ogpi_add(s, OGP_FACT_RESPONSIBLE, i, next, NULL);
        else if (s->spots[i].token->classes & OGPI_BODY_HEADS)
            ogpi_keep_acronym(s, next = body_at(s, i), &known);
        i = next > i ? next : i + 1;
    }
}
