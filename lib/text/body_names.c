/* SPDX-License-Identifier: MIT */
/* Where the name of a body begins and ends. */
#include "text/bodies.h"

#define NAME_WORDS 24 /* a name is never longer */

/* Connecting words of a name ("of the", "pour la", "y"): the index after them; *and_only where they merely join. */
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
    return at;
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
    if (!s->cased || ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) || !ogpi_is_capital(s, i))
        return false;
    while (at < i + 7 && ogpi_is_capital(s, at) && !(ogpi_flags(s, at) & OGPI_WORD_UPPER) &&
           !ogpi_is_body_head(s, at)) {
        at = connectors(s, at + 1, &joins);
        if (joins)
            return at > i + 1 && ogpi_is_capital(s, at) && !(ogpi_flags(s, at) & OGPI_WORD_UPPER) &&
                   !own_head(s, at);
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
    bool article = ogpi_match(s, i, OGPI_CLASS_of, &value) == i + 1 && value == 1;
    if (ogpi_is_capital(s, at) && !ogpi_breaks(s, at))
        return article && at == i + 1 && ogpi_any(s, at, OGPI_BIT(thing) | OGPI_BIT(law) | OGPI_BIT(plan));
    return article || (ogpi_match(s, i, OGPI_CLASS_inside, &value) > i && value == 1);
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
        if (s->cased && ogpi_is_capital(s, i) && !ogpi_is_stop(s, i))
            return i + 1;
        bool takes = !head_last && plain_part(s, i) && (ogpi_any(s, i, OGPI_BIT(adjective)) || !s->cased) &&
                     (!s->cased || !ogpi_any(s, i, OGPI_BIT(thing)));
        return takes ? i + 1 : i;
    }
    if (ends_before(s, i, at))
        return i;
    if (joins && !head_last && at > i + 1 && (ogpi_flags(s, at) & OGPI_WORD_UPPER) && s->cased &&
        s->words.items[at].length > 2)
        return i; /* "et la HACA" */
    bool other = own_head(s, at) && (joins ? strong_or_apart(s, i, at, head) : !ogpi_is_capital(s, head));
    if (s->cased && ogpi_is_capital(s, at) && !other && !ogpi_is_stop(s, at) &&
        !ogpi_used(s, at, OGPI_USED_DATE | OGPI_USED_QUANTITY)) {
        *linked = true;
        return at + 1;
    }
    if (joins)
        return !head_last && plain_part(s, at) && ogpi_any(s, at, OGPI_BIT(adjective)) ? at + 1 : i;
    uint32_t kind = 0;
    bool vague = ogpi_match(s, at, OGPI_CLASS_vague, &kind) > at && kind == 0; /* "Centre de promotion" */
    bool changed = ogpi_has(s, head, OGPI_CLASS_name) && ogpi_has(s, at, OGPI_CLASS_act); /* "Parlement d'adopter" */
    if (!governed_part(s, at) || vague || changed || (head_last && s->cased) || (other && !s->cased))
        return i;
    *linked = true;
    return at + 1;
}

/* Whether a definite word closes the group that begins with an indefinite word at i. */
static bool closes_definite(const ogpi_scanner *s, size_t i)
{
    for (size_t at = i + 1; at <= i + 2 && ogpi_is_free_word(s, at) && !ogpi_is_stop(s, at); at++) {
        if (ogpi_has_affix(s, at, OGPI_AFFIX_PREPOSITION | OGPI_AFFIX_AND))
            return false;
        if (ogpi_has_article(s, at))
            return true;
    }
    return false;
}

/* "for the city of" */
static bool of_place(const ogpi_scanner *s, size_t i)
{
    return ogpi_led_by(s, i, OGPI_AFFIX_FOR) && !ogpi_has_article(s, i) && ogpi_begins(s, i, OGPI_BIT(inside));
}

/* "fās" and "miknās" after "the region of": a proper name of one or two words. */
static bool in_province(const ogpi_scanner *s, size_t i, size_t head)
{
    return ogpi_any(s, i - 1, OGPI_BIT(inside)) ||
           (i > head + 2 && s->spots[i - 1].token->number == 0 && ogpi_any(s, i - 2, OGPI_BIT(inside)));
}

static bool is_thing(const ogpi_scanner *s, size_t i)
{
    return ogpi_has(s, i, OGPI_CLASS_thing) || ogpi_has(s, i, OGPI_CLASS_thing_weak);
}

/* "parliament and the government", "the town council and the inhabitants"; a ministry may be one of both. */
static bool joins_another(const ogpi_scanner *s, size_t i, size_t head)
{
    if (i == head + 1 && ogpi_match_before(s, i, OGPI_CLASS_name, NULL, NULL))
        return true;
    size_t first = head;
    while (first > 0 && head - first < 3 &&
           !ogpi_begins(s, first, OGPI_BIT(body) | OGPI_BIT(body_weak) | OGPI_BIT(post)))
        first--;
    return ogpi_any(s, i, OGPI_BIT(generic)) && ogpi_begins(s, first, OGPI_BIT(body_weak) | OGPI_BIT(post));
}

/* "دورة المجلس العادية": after a head with an article, a feminine adjective belongs to another word. */
static bool disagrees(const ogpi_scanner *s, size_t i, size_t head)
{
    return i == head + 1 && ogpi_has_article(s, head) && ogpi_is_body_head(s, head) && ogpi_has_article(s, i) &&
           !(s->spots[i].token->affixes & (OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION)) &&
           ((ogpi_has_form(s, i, OGPI_FORM_feminine) && !ogpi_has_form(s, head, OGPI_FORM_feminine)) ||
            ogpi_has_form(s, i, OGPI_FORM_feminine_plural));
}

/* "الوزارة" before word i, with nothing that says which one. */
static bool is_bare_head(const ogpi_scanner *s, size_t i, size_t head)
{
    return i == head + 1 && ogpi_has_article(s, head) && ogpi_is_body_head(s, head) &&
           !(head > 0 && ogpi_is_body_head(s, head - 1));
}

/* What a body is for or when it acts, and no part of its name: "اللجنة لاعتماد النسخة", "المجلس ليوم الخميس". */
static bool ends_before_purpose(const ogpi_scanner *s, size_t i, size_t head)
{
    if (ogpi_any(s, i, OGPI_BIT(unit) | OGPI_BIT(month) | OGPI_BIT(year_word)))
        return true;
    return is_bare_head(s, i, head) ||
           (i == head + 1 && !ogpi_has_article(s, i) && ogpi_match_before(s, i, OGPI_CLASS_name, NULL, NULL));
}

/* "الارتقاء": an Arabic verbal noun of vague wording, value 4 of the list. */
static bool is_vague_deed(const ogpi_scanner *s, size_t i)
{
    uint32_t kind = 0;
    return ogpi_any(s, i, OGPI_BIT(vague)) && ogpi_match(s, i, OGPI_CLASS_vague, &kind) > i && kind == 4;
}

static bool is_unlisted(const ogpi_scanner *s, size_t i)
{
    return s->spots[i].token->number == 0 && ogpi_is_kind(s, i, OGPI_WORD) && !ogpi_breaks(s, i);
}

/* "المجلس الجهوي لسوس ماسة": behind an Arabic name with an article the place, in one or two words of no list. */
static bool names_place(const ogpi_scanner *s, size_t i, size_t head)
{
    if (!is_unlisted(s, i) || ogpi_has_form(s, i, OGPI_FORM_accusative | OGPI_FORM_article))
        return false;
    if (ogpi_has_article(s, i - 1))
        return i > head + 1 && ogpi_has_form(s, i, OGPI_FORM_for) && !ogpi_has_form(s, i, OGPI_FORM_for_the);
    return i > head + 2 && is_unlisted(s, i - 1) && ogpi_has_form(s, i - 1, OGPI_FORM_for) &&
           ogpi_has_article(s, i - 2);
}

/* Whether what "and" joins on at i is no part of the name: "الوزارة والجمعيات", and what a body does. */
static bool joins_apart(const ogpi_scanner *s, size_t i, size_t head, bool definite)
{
    return joins_another(s, i, head) || is_bare_head(s, i, head) || ogpi_is_body_head(s, i) ||
           (ogpi_has(s, i, OGPI_CLASS_act) && ogpi_skip(s, i, OGPI_CLASS_compound) <= i + 1) ||
           (!definite && ogpi_any(s, i, OGPI_BIT(abstract)));
}

/* Arabic: definite words, the second half of a construct, "for the ..." and "and the ..."; no capitals to go by. */
static size_t extend_uncased(const ogpi_scanner *s, size_t i, size_t head)
{
    if (!ogpi_is_free_word(s, i) || ogpi_is_stop(s, i) || ogpi_begins(s, i, OGPI_BIT(once)))
        return i;
    bool the = ogpi_has_article(s, i) ||
               (s->spots[i].token->number == 0 && ogpi_has_form(s, i, OGPI_FORM_for_the));
    if (the && disagrees(s, i, head))
        return i;
    bool joined = ogpi_has_affix(s, i, OGPI_AFFIX_AND);
    size_t compound = ogpi_skip(s, i, OGPI_CLASS_compound);
    bool whole = compound > i + 1 && (the || ogpi_has_article(s, compound - 1));
    if (joined && joins_apart(s, i, head, the || whole))
        return i;
    if ((the || joined) && whole)
        return compound; /* "الوقاية من الفساد ومكافحته", "ومكافحة الفساد" */
    bool prepared = ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION) ||
                    (s->spots[i].token->number == 0 && ogpi_has_form(s, i, OGPI_FORM_for) && closes_definite(s, i));
    if (prepared && ends_before_purpose(s, i, head))
        return i;
    if (names_place(s, i, head))
        return i + 1;
    if (!the && !joined && !prepared && ogpi_has_article(s, i - 1))
        return i; /* a construct that an article has closed takes no more nouns */
    if (!the && !joined && !prepared && ogpi_any(s, i, OGPI_BIT(act) | OGPI_BIT(bar)) &&
        (ogpi_has_article(s, i - 1) || (i > head + 1 && s->spots[i - 1].token->number == 0)))
        return i; /* what the body does: "رئاسة الحكومة إعداد", "بلدية قفصة نشر" */
    if (!the && !joined && (of_place(s, i) || of_place(s, i - 1)))
        return i + 1; /* "of the city of Tyre" */
    if (the && !joined && !prepared && i > head && ogpi_has_article(s, i - 1) &&
        (is_thing(s, i) || ogpi_begins(s, i, OGPI_BIT(inside))))
        return i; /* what the body makes: "مجلس الوزراء اللائحة" */
    if (!the && is_thing(s, i) && (i > head + 1 || !closes_definite(s, i)))
        return i;
    if (the && !joined && !prepared && ogpi_has_article(s, i - 1) && is_vague_deed(s, i))
        return i; /* what it promises: "هيئة المعلومات والحكومة الإلكترونية الارتقاء" */
    if (ogpi_led_by(s, i, OGPI_AFFIX_BY) && ogpi_is_body_head(s, i))
        return i + 1;
    if (ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION) && !ogpi_led_by(s, i, OGPI_AFFIX_FOR))
        return i;
    if (the)
        return i + 1;
    if (joined && !closes_definite(s, i))
        return i;
    if (!prepared && i > head + 1 && ogpi_is_body_head(s, i - 1) && !ogpi_has_article(s, i - 1))
        return i + 1; /* the province's own name */
    if (!prepared && i > head + 1 && s->spots[i].token->number == 0 && in_province(s, i, head))
        return i + 1;
    return i == head + 1 || closes_definite(s, i) ? i + 1 : i;
}

size_t ogpi_body_end(const ogpi_scanner *s, size_t head, size_t head_end, bool *linked)
{
    size_t end = head_end;
    if (s->cased && head_end == head + 1 && (ogpi_flags(s, head) & OGPI_WORD_UPPER) &&
        ogpi_skip(s, head, OGPI_CLASS_name) == head_end)
        return end; /* an acronym is a whole name: "RCMP Open Government strategy" */
    bool uncased = ogpi_option(s, head, OGPI_OPTION_UNCASED);
    while (end < head + NAME_WORDS) {
        size_t next = end < ogpi_count(s)
                          ? (uncased ? extend_uncased(s, end, head_end - 1) : extend_cased(s, end, head, linked))
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
    uint32_t value = 0;
    size_t of = i;
    if (ogpi_match_before(s, i, OGPI_CLASS_of, &of, &value) && of == i - 1)
        return true;
    return i > 2 && ogpi_skip(s, i - 1, OGPI_CLASS_inside) == i && ogpi_has(s, i - 1, OGPI_CLASS_skip) &&
           ogpi_match_before(s, i - 2, OGPI_CLASS_determiner, NULL, &value) && value == OGPI_DETERMINER_DEFINITE;
}

static bool capital_before_of(const ogpi_scanner *s, size_t i)
{
    return i > 1 && ogpi_is_capital(s, i) && ogpi_is_capital(s, i - 2) && joins_name(s, i) &&
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
    while (start > 0 && head - start < 4 && ogpi_is_capital(s, start - 1) && !ogpi_is_stop(s, start - 1) &&
           !ogpi_breaks(s, start - 1) && !ogpi_used(s, start - 1, OGPI_USED_BODY))
        start--;
    return start;
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
        if (s->cased && capital_before_of(s, start)) {
            start -= 2; /* "Freedom of Information Unit" */
            continue;
        }
        if (s->cased && start > 1 && ogpi_sign(s, before, '\'') && (ogpi_flags(s, before) & OGPI_WORD_GLUED) &&
            ogpi_is_capital(s, start - 2)) {
            start -= 2; /* "Engineers' Association" */
            continue;
        }
        if (ogpi_begins(s, before, OGPI_BIT(number)) && ogpi_breaks(s, before))
            break; /* "Four town hall meetings" */
        bool part = s->cased ? ogpi_is_capital(s, before) || (ogpi_flags(s, before) & OGPI_WORD_SUFFIX)
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
