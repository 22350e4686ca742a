/* SPDX-License-Identifier: MIT */
/* Where the name of a body begins and ends. */
#include "text/bodies.h"

#define NAME_WORDS 24 /* a name is never longer */

/* Connecting words of a name ("of the", "pour la", "y"): the index after them; *joins where they merely join. */
static size_t connectors(const ogpi_scanner *s, size_t i, bool *joins)
{
    size_t at = i;
    *joins = false;
    while (at < ogpi_count(s) && at < i + 4 && !(ogpi_flags(s, at) & OGPI_WORD_BREAK)) {
        if (ogpi_has(s, at, OGPI_CLASS_and) || ogpi_sign(s, at, '&'))
            *joins = true;
        else if (!ogpi_has(s, at, OGPI_CLASS_inside))
            break;
        at++;
    }
    uint32_t article = 0;
    ogpi_match(s, i, OGPI_CLASS_of, &article);
    bool apart = article && at == i + 1 && !ogpi_is_capital(s, i) && !ogpi_option(s, i, OGPI_OPTION_HEAD_LAST);
    return apart ? i : at; /* "la Tesorería de la Federación los Fondos" */
}

/* Whether the capitalised words from i on hold a head of their own, up to the next connecting word. */
static bool own_head(const ogpi_scanner *s, size_t i)
{
    for (size_t at = i; ogpi_is_capital(s, at) && at < i + 6; at++)
        if (ogpi_is_body_head(s, at))
            return true;
    return ogpi_is_body_head(s, i);
}

/* After "and": a head that surely begins another name, or has an article of its own. */
static bool strong_or_apart(const ogpi_scanner *s, size_t i, size_t at, size_t head)
{
    if (at > i + 1)
        return true;
    if (!ogpi_option(s, at, OGPI_OPTION_HEAD_LAST) && ogpi_is_capital(s, at) && ogpi_is_body_head(s, at) &&
        ogpi_has(s, at + 1, OGPI_CLASS_of) && !ogpi_match_before(s, head, OGPI_CLASS_determiner, NULL, NULL))
        return true; /* "Ministère de la Justice et Commission du droit d'accès": where one had an article, both had */
    for (size_t k = at; (ogpi_is_capital(s, k) || k == at) && k < at + 6 && k < ogpi_count(s); k++)
        if (ogpi_has(s, k, OGPI_CLASS_body) || ogpi_has(s, k, OGPI_CLASS_name) ||
            (ogpi_option(s, k, OGPI_OPTION_HEAD_LAST) && ogpi_is_body_head(s, k)))
            return true;
    return false;
}

/* An adjective in lower case within a Romance name. */
static bool plain_part(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_free_word(s, i) && !ogpi_is_stop(s, i) && !ogpi_has_affix(s, i, OGPI_AFFIX_VERB) &&
           !(ogpi_flags(s, i) & OGPI_WORD_ELIDED) &&
           (!ogpi_any(s, i, OGPI_BIT(act)) || !ogpi_has(s, i, OGPI_CLASS_act));
}

/* What a connecting word governs in lower case: "de développement" too, but no infinitive. */
static bool governed_part(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_free_word(s, i) && !ogpi_is_stop(s, i) && !(ogpi_flags(s, i) & OGPI_WORD_ELIDED);
}

/* "Trabajo, Empleo y Seguridad": single words with capitals, the last one no head, that close a name. */
static bool last_of_list(const ogpi_scanner *s, size_t i)
{
    for (int more = 0; more < 4 && ogpi_is_capital(s, i) && s->cased; more++, i += 2) {
        size_t last = ogpi_skip(s, i + 1, OGPI_CLASS_and);
        if (last > i + 1)
            return ogpi_is_capital(s, last) && !ogpi_is_body_head(s, last);
        if (!ogpi_sign(s, i + 1, ','))
            return false;
    }
    return false;
}

/* The words with capitals from i on, at most four, no acronym nor head of its own among them. */
static size_t capital_group(const ogpi_scanner *s, size_t i)
{
    size_t at = i;
    while (at < i + 4 && ogpi_is_capital(s, at) && !(ogpi_flags(s, at) & OGPI_WORD_UPPER) &&
           !ogpi_is_body_head(s, at) && !ogpi_begins(s, at, OGPI_BIT(month)))
        at++;
    return at;
}

/* "Ministry of Gender, Children and Social Protection": the group after the comma, where the last one follows "and". */
static size_t listed_group(const ogpi_scanner *s, size_t i)
{
    size_t first = capital_group(s, i + 1), at = first;
    for (int more = 0; more < 4 && at > i + 1; more++) {
        size_t next = ogpi_skip(s, at, OGPI_CLASS_and);
        if (next > at)
            return capital_group(s, next) > next && !ogpi_is_body_head(s, capital_group(s, next)) ? first : i;
        if (!ogpi_sign(s, at, ','))
            return i;
        next = capital_group(s, at + 1);
        at = next > at + 1 ? next : 0;
    }
    return i;
}

/* "Transparencia, Acceso a la Información y Protección de Datos": a group with connecting words after the comma, where
 * the last one follows "and". */
static bool opens_last_group(const ogpi_scanner *s, size_t i)
{
    bool joins = false;
    size_t at = i;
    if (!s->cased || ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) || !ogpi_is_capital_before(s, i))
        return false;
    while (at < i + 7 && (at == i || ogpi_is_capital(s, at)) && !(ogpi_flags(s, at) & OGPI_WORD_UPPER) &&
           !ogpi_is_body_head(s, at)) {
        at = connectors(s, at + 1, &joins);
        if (joins)
            return at > i + 1 && ogpi_is_capital(s, at) && !(ogpi_flags(s, at) & OGPI_WORD_UPPER) && !own_head(s, at);
    }
    return false;
}

/* ", du Plan et de la Coopération": one more complement of a name, where another follows with "and". */
static size_t listed_complement(const ogpi_scanner *s, size_t i)
{
    bool joins = false;
    size_t at = connectors(s, i + 1, &joins);
    if (at == i + 1 && ogpi_is_capital(s, at) && (last_of_list(s, at) || opens_last_group(s, at)))
        return at + 1;
    if (joins || at == i + 1 || ogpi_is_body_head(s, at) || !(ogpi_is_capital(s, at) || plain_part(s, at)))
        return i;
    for (size_t next = at + 1; next < at + 6 && next < ogpi_count(s) && !ogpi_acts(s, next); next++) {
        if (ogpi_skip(s, next, OGPI_CLASS_and) == next + 1)
            return ogpi_has(s, next + 1, OGPI_CLASS_inside) && !ogpi_is_body_head(s, next + 2) ? at + 1 : i;
    }
    return i;
}

/* "Congreso Nacional | las iniciativas": after a bare article, or a preposition that links only capitals, a name
   ends. */
static bool ends_before(const ogpi_scanner *s, size_t i, size_t at)
{
    uint32_t value = 0;
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) || !s->cased)
        return false;
    bool article = ogpi_match(s, i, OGPI_CLASS_of, &value) == i + 1 && value == OGPI_OF_ARTICLE;
    if (ogpi_is_capital(s, at) && !ogpi_breaks(s, at))
        return article && at == i + 1 && ogpi_any(s, at, OGPI_BIT(thing) | OGPI_BIT(law) | OGPI_BIT(plan));
    return article || ogpi_says(s, i, OGPI_CLASS_inside, OGPI_INSIDE_CAPITALS);
}

/* "la statistique et de la démographie": what "and" and another "of" join to a small letter in a Romance name. */
static bool goes_on_alike(const ogpi_scanner *s, size_t i, size_t at)
{
    const uint64_t never = OGPI_BIT(thing) | OGPI_BIT(thing_weak) | OGPI_BIT(law) | OGPI_BIT(plan) | OGPI_BIT(generic) |
                           OGPI_BIT(vague) | OGPI_BIT(act) | OGPI_BIT(plural);
    return at > i + 1 && ogpi_option(s, i - 1, OGPI_OPTION_BY_OF) && s->cased && !ogpi_is_capital(s, i - 1) &&
           ogpi_has(s, i + 1, OGPI_CLASS_of) && governed_part(s, at) && !ogpi_is_capital(s, at) &&
           !ogpi_begins(s, at, never);
}

/* One step to the right in a language with capitals; i where the name ends. */
static size_t extend_cased(const ogpi_scanner *s, size_t i, size_t head, bool *linked)
{
    bool joins = false;
    bool head_last = ogpi_option(s, i - 1, OGPI_OPTION_HEAD_LAST);
    if (!head_last && ogpi_any(s, i, OGPI_BIT(stop)) && ogpi_skip(s, i, OGPI_CLASS_stop) > i + 1)
        return i; /* "au cours de" */
    size_t at = connectors(s, i, &joins);
    if (at == i) {
        if (!s->cased && ogpi_begins(s, i, OGPI_BIT(vague)))
            return i;
        if (ogpi_sign(s, i, ',') && *linked && (!head_last || s->cased))
            return head_last ? listed_group(s, i) : listed_complement(s, i);
        if ((ogpi_flags(s, i) & OGPI_WORD_SUFFIX) && ogpi_is_capital(s, i + 1) && s->cased)
            return i + 2;
        if (!head_last && (ogpi_flags(s, i) & OGPI_WORD_LINE) && ogpi_is_body_head(s, i))
            return i; /* one body a line */
        if (s->cased && ogpi_is_capital(s, i) && !ogpi_is_stop(s, i))
            return i + !ogpi_used(s, i, OGPI_USED_DATE);
        bool takes = !head_last && plain_part(s, i) && (ogpi_any(s, i, OGPI_BIT(adjective)) || !s->cased) &&
                     (!s->cased || !ogpi_any(s, i, OGPI_BIT(thing)));
        return takes ? i + 1 : i;
    }
    if (ends_before(s, i, at))
        return i;
    if (joins && !head_last && at > i + 1 && (ogpi_flags(s, at) & OGPI_WORD_UPPER) && s->cased &&
        s->words.items[at].length > 2)
        return i; /* "et la HACA" */
    if (joins && head_last && s->words.items[at].length == 1 && ogpi_sign(s, at + 1, '.'))
        return i; /* "the Agency and U.S. departments" */
    if ((ogpi_flags(s, i) & OGPI_WORD_SUFFIX) && head_last && own_head(s, at) && !ogpi_has(s, head, OGPI_CLASS_post))
        return i; /* "the Office of Education's Office of Schools" */
    bool other = own_head(s, at) && (joins ? strong_or_apart(s, i, at, head) : !ogpi_is_capital_before(s, head));
    if (s->cased && ogpi_is_capital(s, at) && !other && !ogpi_is_stop(s, at) &&
        !ogpi_used(s, at, OGPI_USED_DATE | OGPI_USED_QUANTITY)) {
        *linked = true;
        return at + 1;
    }
    if (joins && goes_on_alike(s, i, at) && !other) {
        *linked = true;
        return at + 1;
    }
    if (joins)
        return !head_last && plain_part(s, at) && ogpi_any(s, at, OGPI_BIT(adjective)) ? at + 1 : i;
    bool vague = ogpi_says(s, at, OGPI_CLASS_vague, 0);                                   /* "Centre de promotion" */
    bool changed = ogpi_has(s, head, OGPI_CLASS_name) && /* "Parlement d'adopter", "Congreso Nacional del informe" */
                   (ogpi_has(s, at, OGPI_CLASS_act) ||
                    (s->cased && ogpi_any(s, at, OGPI_BIT(thing) | OGPI_BIT(law))));
    if (!governed_part(s, at) || vague || changed || (head_last && s->cased) || (other && !s->cased))
        return i;
    *linked = true;
    return at + 1;
}

size_t ogpi_body_end(const ogpi_scanner *s, size_t head, size_t head_end, bool *linked)
{
    size_t end = head_end;
    if (s->cased && head_end == head + 1 && (ogpi_flags(s, head) & OGPI_WORD_UPPER) &&
        ogpi_skip(s, head, OGPI_CLASS_name) == head_end)
        return end; /* an acronym is a whole name: "RCMP Open Government strategy" */
    bool uncased = ogpi_option(s, head, OGPI_OPTION_UNCASED);
    *linked = ogpi_option(s, head, OGPI_OPTION_HEAD_LAST) && ogpi_has(s, head + 1, OGPI_CLASS_of) &&
              ogpi_is_capital(s, head_end - 1) && head_end > head + 2; /* "Ministry of Lands" in a list */
    while (end < head + NAME_WORDS) {
        size_t next = end < ogpi_count(s) ? (uncased ? ogpi_body_extend_uncased(s, end, head_end - 1)
                                                     : extend_cased(s, end, head, linked))
                                          : end;
        if (next == end)
            break;
        end = next;
    }
    return end;
}

/* "the Standards in Public Office Commission": an article tells that the name begins before "in". */
static bool joins_name(const ogpi_scanner *s, size_t i)
{
    size_t of = i;
    if (ogpi_match_before(s, i, OGPI_CLASS_of, &of, NULL) && of == i - 1)
        return true;
    return i > 2 && ogpi_skip(s, i - 1, OGPI_CLASS_inside) == i && ogpi_has(s, i - 1, OGPI_CLASS_skip) &&
           ogpi_said_before(s, i - 2, OGPI_CLASS_determiner, OGPI_DETERMINER_DEFINITE);
}

static bool capital_before_of(const ogpi_scanner *s, size_t i)
{
    return i > 1 && ogpi_is_capital(s, i) && ogpi_is_capital_before(s, i - 2) && joins_name(s, i) &&
           !ogpi_any(s, i - 1, OGPI_BIT(determiner)) &&
           !ogpi_any(s, i - 2, OGPI_BIT(act) | OGPI_BIT(verb) | OGPI_BIT(vague)) &&
           !ogpi_marked(s, i - 2, i, OGPI_USED_BODY | OGPI_USED_DATE | OGPI_USED_BARRED) &&
           !ogpi_is_body_head(s, i - 2);
}

/* "Lacuna Fund" in a French text. */
static size_t foreign_start(const ogpi_scanner *s, size_t head)
{
    uint32_t value = 0;
    size_t start = head;
    if (!s->cased || ogpi_match(s, head, OGPI_CLASS_body_weak, &value) == head || value != HEAD_LAST_WORD)
        return head;
    while (start > 0 && head - start < 4 && ogpi_is_capital_before(s, start - 1) && !ogpi_is_stop(s, start - 1) &&
           !ogpi_breaks(s, start - 1) && !ogpi_used(s, start - 1, OGPI_USED_BODY))
        start--;
    return start;
}

/* "the Ethics and Anti-Corruption Commission": the first word of the capitals before "and" at word i, where an article
 * leads them and they name nobody; else i. */
static size_t joined_start(const ogpi_scanner *s, size_t i)
{
    size_t start = i;
    if (!ogpi_has(s, i, OGPI_CLASS_and))
        return i;
    while (start > 0 && i - start < 5 && !ogpi_breaks(s, start) && ogpi_is_capital_before(s, start - 1) &&
           !ogpi_any(s, start - 1, OGPI_BIT(determiner)) && !ogpi_is_body_head(s, start - 1) &&
           !ogpi_marked(s, start - 1, start, OGPI_USED_BODY | OGPI_USED_DATE))
        start--;
    return ogpi_said_before(s, start, OGPI_CLASS_determiner, OGPI_DETERMINER_DEFINITE) ? start : i;
}

size_t ogpi_body_start(const ogpi_scanner *s, size_t head)
{
    size_t start = head;
    if (!ogpi_option(s, head, OGPI_OPTION_HEAD_LAST))
        return foreign_start(s, head);
    while (start > 0 && head - start < NAME_WORDS) {
        size_t before = start - 1;
        if (ogpi_marked(s, before, start, OGPI_USED_BODY | OGPI_USED_DATE | OGPI_USED_DURATION) ||
            (ogpi_flags(s, start) & OGPI_WORD_BREAK))
            break;
        if (s->cased && start < head && capital_before_of(s, start)) {
            start -= 2; /* "Freedom of Information Unit" */
            continue;
        }
        if (s->cased && start > 1 && ogpi_sign(s, before, '\'') && (ogpi_flags(s, before) & OGPI_WORD_GLUED) &&
            ogpi_is_capital_before(s, start - 2)) {
            start -= 2; /* "Engineers' Association" */
            continue;
        }
        const size_t joined = s->cased && start < head ? joined_start(s, before) : before;
        if (joined < before)
            return joined;
        if (ogpi_begins(s, before, OGPI_BIT(number)) && ogpi_breaks(s, before))
            break; /* "Four town hall meetings" */
        bool part = s->cased ? ogpi_is_capital_before(s, before) || (ogpi_flags(s, before) & OGPI_WORD_SUFFIX)
                             : ogpi_is_kind(s, before, OGPI_WORD) &&
                                   !ogpi_any(s, before, OGPI_BIT(verb) | OGPI_BIT(act) | OGPI_BIT(number));
        if (!part || (ogpi_is_stop(s, before) && !(s->cased && ogpi_begins(s, before, OGPI_BIT(adjective)))) ||
            (!s->cased && ogpi_has(s, before, OGPI_CLASS_vague)) || ogpi_any(s, before, OGPI_BIT(determiner)))
            break;
        if (ogpi_breaks(s, before) && ogpi_begins(s, before, OGPI_BIT(act) | OGPI_BIT(vague) | OGPI_BIT(verb)))
            break;
        start = before;
    }
    return start;
}
