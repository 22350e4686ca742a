/* SPDX-License-Identifier: MIT */
/* Organisations, offices and posts: a head word and the name around it. */
#include "text/scan.h"

#define HEADS (OGPI_BIT(body) | OGPI_BIT(body_weak) | OGPI_BIT(post) | OGPI_BIT(name))
#define NAME_WORDS 24 /* a name is never longer */
#define ACRONYMS 16   /* so many of a text are remembered */

static bool is_capital(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i, OGPI_WORD) && (ogpi_flags(s, i) & OGPI_WORD_CAPITAL) &&
           !(ogpi_flags(s, i) & OGPI_WORD_BREAK);
}

static bool is_head(const ogpi_scanner *s, size_t i)
{
    return ogpi_any(s, i, HEADS) && (s->tokens[i].found & HEADS);
}

static bool is_verb(const ogpi_scanner *s, size_t i)
{
    return ogpi_has_affix(s, i, OGPI_AFFIX_VERB) || ogpi_begins(s, i, OGPI_BIT(verb));
}

static bool is_stop(const ogpi_scanner *s, size_t i)
{
    return ogpi_begins(s, i, OGPI_BIT(stop));
}

static bool is_free_word(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i, OGPI_WORD) && !(ogpi_flags(s, i) & OGPI_WORD_BREAK) &&
           !ogpi_marked(s, i, i + 1, OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_QUANTITY) && !is_verb(s, i);
}

/* Connecting words of a name ("of the", "pour la", "y"): the index after them; *and_only where they merely join. */
static size_t connectors(const ogpi_scanner *s, size_t i, bool *joins)
{
    size_t at = i;
    *joins = false;
    while (at < ogpi_count(s) && at < i + 4 && !(ogpi_flags(s, at) & OGPI_WORD_BREAK)) {
        if (ogpi_skip(s, at, OGPI_CLASS_and) > at || ogpi_sign(s, at, '&'))
            *joins = true;
        else if (ogpi_skip(s, at, OGPI_CLASS_inside) == at)
            break;
        at++;
    }
    return at;
}

/* Whether the capitalised words from i on hold a head of their own, up to the next connecting word. */
static bool own_head(const ogpi_scanner *s, size_t i)
{
    for (size_t at = i; is_capital(s, at) && at < i + 6; at++)
        if (is_head(s, at))
            return true;
    return is_head(s, i);
}

/* After "and": a head that surely begins another name, or has an article of its own. */
static bool strong_or_apart(const ogpi_scanner *s, size_t i, size_t at)
{
    if (at > i + 1)
        return true;
    if (!ogpi_option(s, at, OGPI_OPTION_HEAD_LAST) && is_capital(s, at) && is_head(s, at) &&
        ogpi_skip(s, at + 1, OGPI_CLASS_of) > at + 1)
        return true; /* "et Commission du droit d'accès" */
    for (size_t k = at; (is_capital(s, k) || k == at) && k < at + 6 && k < ogpi_count(s); k++)
        if (ogpi_skip(s, k, OGPI_CLASS_body) > k || ogpi_skip(s, k, OGPI_CLASS_name) > k ||
            (ogpi_option(s, k, OGPI_OPTION_HEAD_LAST) && is_head(s, k)))
            return true;
    return false;
}

/* An adjective in lower case within a Romance name. */
static bool plain_part(const ogpi_scanner *s, size_t i)
{
    return is_free_word(s, i) && !is_stop(s, i) && !ogpi_has_affix(s, i, OGPI_AFFIX_VERB) &&
           !(ogpi_flags(s, i) & OGPI_WORD_ELIDED) &&
           (!ogpi_any(s, i, OGPI_BIT(act)) || ogpi_skip(s, i, OGPI_CLASS_act) == i);
}

/* What a connecting word governs in lower case: "de développement" too, but no infinitive. */
static bool governed_part(const ogpi_scanner *s, size_t i)
{
    return is_free_word(s, i) && !is_stop(s, i) && !(ogpi_flags(s, i) & OGPI_WORD_ELIDED);
}

/* "Trabajo, Empleo y Seguridad": single words with capitals, the last one no head, that close a name. */
static bool last_of_list(const ogpi_scanner *s, size_t i)
{
    for (int more = 0; more < 4 && is_capital(s, i) && s->cased; more++, i += 2) {
        size_t last = ogpi_skip(s, i + 1, OGPI_CLASS_and);
        if (last > i + 1)
            return is_capital(s, last) && !is_head(s, last);
        if (!ogpi_sign(s, i + 1, ','))
            return false;
    }
    return false;
}

/* ", du Plan et de la Coopération": one more complement of a name, where another follows with "and". */
static size_t listed_complement(const ogpi_scanner *s, size_t i)
{
    bool joins = false;
    size_t at = connectors(s, i + 1, &joins);
    if (at == i + 1 && is_capital(s, at) && last_of_list(s, at))
        return at + 1;
    if (joins || at == i + 1 || is_head(s, at) || !(is_capital(s, at) || plain_part(s, at)))
        return i;
    for (size_t next = at + 1; next < at + 6 && next < ogpi_count(s) && !is_verb(s, next); next++) {
        if (ogpi_skip(s, next, OGPI_CLASS_and) == next + 1)
            return ogpi_skip(s, next + 1, OGPI_CLASS_inside) > next + 1 && !is_head(s, next + 2) ? at + 1 : i;
    }
    return i;
}

/* "Congreso Nacional | las iniciativas": after a bare article, or a preposition that links only capitals, a name ends.
 */
static bool ends_before(const ogpi_scanner *s, size_t i, size_t at)
{
    uint32_t value = 0;
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) || !s->cased || (is_capital(s, at) && !ogpi_breaks(s, at)))
        return false;
    return (ogpi_match(s, i, OGPI_CLASS_of, &value) == i + 1 && value == 1) ||
           (ogpi_match(s, i, OGPI_CLASS_inside, &value) > i && value == 1);
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
        if (!s->cased && ogpi_any(s, i, OGPI_BIT(vague)) && ogpi_skip(s, i, OGPI_CLASS_vague) > i)
            return i;
        if (!head_last && ogpi_sign(s, i, ',') && *linked)
            return listed_complement(s, i);
        if ((ogpi_flags(s, i) & OGPI_WORD_SUFFIX) && is_capital(s, i + 1) && s->cased)
            return i + 2;
        if (s->cased && is_capital(s, i) && !is_stop(s, i))
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
    bool other = own_head(s, at) && (joins ? strong_or_apart(s, i, at) : !is_capital(s, head));
    if (s->cased && is_capital(s, at) && !other && !is_stop(s, at) && !ogpi_marked(s, at, at + 1, OGPI_USED_DATE)) {
        *linked = true;
        return at + 1;
    }
    if (joins)
        return !head_last && plain_part(s, at) && ogpi_any(s, at, OGPI_BIT(adjective)) ? at + 1 : i;
    uint32_t kind = 0;
    bool vague = ogpi_match(s, at, OGPI_CLASS_vague, &kind) > at && kind == 0; /* "Centre de promotion" */
    if (!governed_part(s, at) || vague || (head_last && s->cased) || (other && !s->cased))
        return i;
    *linked = true;
    return at + 1;
}

static bool has_article(const ogpi_scanner *s, size_t i)
{
    return ogpi_has_affix(s, i, OGPI_AFFIX_THE);
}

static bool begins_with(const ogpi_scanner *s, size_t i, const char *bytes)
{
    size_t length = strlen(bytes);
    return s->words.items[i].length > length && memcmp(ogpi_key(s, i), bytes, length) == 0;
}

/* Whether a definite word closes the group that begins with an indefinite word at i. */
static bool closes_definite(const ogpi_scanner *s, size_t i)
{
    for (size_t at = i + 1; at <= i + 2 && is_free_word(s, at) && !is_stop(s, at); at++) {
        if (ogpi_has_affix(s, at, OGPI_AFFIX_PREPOSITION | OGPI_AFFIX_AND))
            return false;
        if (has_article(s, at))
            return true;
    }
    return false;
}

/* "for the city of" */
static bool of_place(const ogpi_scanner *s, size_t i)
{
    return ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION) && !has_article(s, i) && begins_with(s, i, "ل") &&
           ogpi_begins(s, i, OGPI_BIT(inside));
}

/* "fās" and "miknās" after "the region of": a proper name of one or two words. */
static bool in_province(const ogpi_scanner *s, size_t i, size_t head)
{
    return ogpi_any(s, i - 1, OGPI_BIT(inside)) ||
           (i > head + 2 && s->tokens[i - 1].number == 0 && ogpi_any(s, i - 2, OGPI_BIT(inside)));
}

static bool is_thing(const ogpi_scanner *s, size_t i)
{
    return ogpi_skip(s, i, OGPI_CLASS_thing) > i || ogpi_skip(s, i, OGPI_CLASS_thing_weak) > i;
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

/* Arabic: definite words, the second half of a construct, "for the ..." and "and the ..."; no capitals to go by. */
static size_t extend_uncased(const ogpi_scanner *s, size_t i, size_t head)
{
    if (!is_free_word(s, i) || is_stop(s, i))
        return i;
    bool the = has_article(s, i) || (s->tokens[i].number == 0 && (begins_with(s, i, "وال") || begins_with(s, i, "لل")));
    bool joined = ogpi_has_affix(s, i, OGPI_AFFIX_AND) || (s->tokens[i].number == 0 && begins_with(s, i, "وال"));
    if (joined && joins_another(s, i, head))
        return i;
    if (joined && (is_head(s, i) || ogpi_any(s, i, OGPI_BIT(act)) || (!the && ogpi_any(s, i, OGPI_BIT(abstract)))))
        return i;
    bool prepared = ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION);
    if (!the && !joined && !prepared && has_article(s, i - 1))
        return i; /* a construct that an article has closed takes no more nouns */
    if (!the && !joined && !prepared && ogpi_any(s, i, OGPI_BIT(act) | OGPI_BIT(bar)) && has_article(s, i - 1))
        return i; /* what the body does: "رئاسة الحكومة إعداد" */
    if (!the && !joined && (of_place(s, i) || of_place(s, i - 1)))
        return i + 1; /* "of the city of Tyre" */
    if (!the && is_thing(s, i) && (i > head + 1 || !closes_definite(s, i)))
        return i;
    if (ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION) && begins_with(s, i, "ب") && is_head(s, i))
        return i + 1;
    if (ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION) && !begins_with(s, i, "ل") && !begins_with(s, i, "وال"))
        return i;
    if (the)
        return i + 1;
    if (joined && !closes_definite(s, i))
        return i;
    if (!prepared && i > head + 1 && is_head(s, i - 1) && !has_article(s, i - 1))
        return i + 1; /* the province's own name */
    if (!prepared && i > head + 1 && s->tokens[i].number == 0 && in_province(s, i, head))
        return i + 1;
    return i == head + 1 || closes_definite(s, i) ? i + 1 : i;
}

static size_t name_end(const ogpi_scanner *s, size_t head, size_t head_end, bool *linked)
{
    size_t end = head_end;
    if (s->cased && head_end == head + 1 && (ogpi_flags(s, head) & OGPI_WORD_UPPER) &&
        ogpi_skip(s, head, OGPI_CLASS_name) == head_end)
        return end; /* an acronym is a whole name: "RCMP Open Government strategy" */
    bool uncased = ogpi_option(s, head, OGPI_OPTION_NO_CASE);
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

static bool capital_before_of(const ogpi_scanner *s, size_t i)
{
    return i > 1 && is_capital(s, i) && is_capital(s, i - 2) && ogpi_skip(s, i - 1, OGPI_CLASS_of) == i &&
           !ogpi_any(s, i - 1, OGPI_BIT(determiner)) &&
           !ogpi_any(s, i - 2, OGPI_BIT(act) | OGPI_BIT(verb) | OGPI_BIT(vague)) &&
           !ogpi_marked(s, i - 2, i, OGPI_USED_BODY | OGPI_USED_DATE | OGPI_USED_BARRED) && !is_head(s, i - 2);
}

/* "National Open Data" before "Council". */
static size_t name_start(const ogpi_scanner *s, size_t head)
{
    size_t start = head;
    if (!ogpi_option(s, head, OGPI_OPTION_HEAD_LAST))
        return head;
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
            is_capital(s, start - 2)) {
            start -= 2; /* "Engineers' Association" */
            continue;
        }
        bool part = s->cased ? is_capital(s, before) || (ogpi_flags(s, before) & OGPI_WORD_SUFFIX)
                             : ogpi_is_kind(s, before, OGPI_WORD) &&
                                   !ogpi_any(s, before, OGPI_BIT(verb) | OGPI_BIT(act) | OGPI_BIT(number));
        if (!part || (is_stop(s, before) && !(s->cased && ogpi_begins(s, before, OGPI_BIT(adjective)))) ||
            (!s->cased && ogpi_skip(s, before, OGPI_CLASS_vague) > before) || ogpi_any(s, before, OGPI_BIT(determiner)))
            break;
        if (ogpi_breaks(s, before) && ogpi_any(s, before, OGPI_BIT(act) | OGPI_BIT(vague) | OGPI_BIT(verb)))
            break;
        start = before;
    }
    return start;
}

/* An Arabic verb whose subject follows: "ينشئ مجلس النواب لجنة"; verbal nouns of the same root have a y before their
 * end. */
static bool is_finite(const ogpi_scanner *s, size_t act, size_t start)
{
    if (!ogpi_option(s, act, OGPI_OPTION_NO_CASE) || act + 1 != start ||
        !(has_article(s, start) || has_article(s, start + 1)))
        return false;
    const char *key = ogpi_key(s, act) + s->tokens[act].outside;
    size_t length = s->words.items[act].length - s->tokens[act].outside;
    bool future = length > 4 && (memcmp(key, "سي", 4) == 0 || memcmp(key, "ست", 4) == 0);
    return future || memcmp(key, "ي", 2) == 0 ||
           (length > 4 && memcmp(key, "ت", 2) == 0 && memcmp(key + length - 4, "ي", 2) != 0);
}

/* A body that the text sets out to create is a deliverable: "set up an Advisory Council". */
static bool is_created(const ogpi_scanner *s, size_t start)
{
    uint32_t value = 0;
    for (size_t back = 1; back <= 5 && back <= start; back++) {
        size_t at = start - back;
        if (!ogpi_is_kind(s, at, OGPI_WORD))
            return false;
        if (ogpi_any(s, at, OGPI_BIT(act)) && ogpi_match(s, at, OGPI_CLASS_act, &value) > at)
            return (value == 1 || value == 5) && !is_finite(s, at, start);
        if (ogpi_any(s, at, OGPI_BIT(determiner)) && ogpi_match(s, at, OGPI_CLASS_determiner, &value) > at &&
            value == 1)
            return true; /* a, an, new, each */
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
    while (at > 0 && start - at < 3 && ogpi_any(s, at - 1, OGPI_BIT(of) | OGPI_BIT(determiner)) && value != 1) {
        at--;
        ogpi_match_before(s, at, OGPI_CLASS_act, NULL, &value); /* "creación de" may be one */
    }
    return value == 1 &&
           (!ogpi_is_kind(s, end, OGPI_WORD) || is_stop(s, end) || is_verb(s, end) ||
            !ogpi_option(s, start, OGPI_OPTION_HEAD_LAST));
}

/* "una Unidad de Acceso a la Información": not there yet, however strong its head. */
static bool after_indefinite(const ogpi_scanner *s, size_t start, size_t end)
{
    size_t article = start;
    if (!ogpi_option(s, start, OGPI_OPTION_NO_CASE) && s->cased && founded(s, start, end))
        return true;
    return s->cased && !ogpi_option(s, start, OGPI_OPTION_NO_CASE) &&
           ogpi_match_before(s, start, OGPI_CLASS_article, &article, NULL) && !ogpi_breaks(s, article) &&
           (ogpi_match_before(s, article, OGPI_CLASS_act, NULL, NULL) ||
            (ogpi_skip(s, article - 1, OGPI_CLASS_and) == article && article > 1 &&
             (s->marks.used[article - 2] & OGPI_USED_THING)));
}

static bool definite_name(const ogpi_scanner *s, size_t head, size_t end)
{
    for (size_t i = head; i < end; i++)
        if (has_article(s, i) || begins_with(s, i, "ال") || begins_with(s, i, "لل") ||
            (i > head && s->tokens[i].number == 0))
            return true;
    return false;
}

/* Whether a weak head ("council", "office") is the head of a name here. */
static bool names_something(const ogpi_scanner *s, size_t start, size_t head, size_t end, bool linked)
{
    if (ogpi_option(s, head, OGPI_OPTION_NO_CASE))
        return end > head + 1 && definite_name(s, head, end);
    if (!s->cased)
        return end > head + 1 || start < head;
    bool capital = is_capital(s, head) && !ogpi_breaks(s, head);
    if (capital)
        return end > head + 1 || start < head || ogpi_skip(s, head, OGPI_CLASS_body_weak) == head;
    if (is_capital(s, head))
        return (linked && is_capital(s, end - 1)) || start < head || (end > head + 1 && is_capital(s, head + 1));
    if (ogpi_skip(s, head, OGPI_CLASS_post) > head + 1 && !ogpi_option(s, head, OGPI_OPTION_HEAD_LAST))
        return true; /* "secrétaire d'État" */
    if (!ogpi_option(s, head, OGPI_OPTION_HEAD_LAST) && end > head + 1 && is_capital(s, head + 1) &&
        !(ogpi_flags(s, head + 1) & OGPI_WORD_UPPER) && !ogpi_begins(s, head, OGPI_BIT(thing) | OGPI_BIT(thing_weak)) &&
        !ogpi_breaks(s, head + 1))
        return true; /* "l'association Regards citoyens" */
    return (linked && is_capital(s, end - 1) && !ogpi_breaks(s, end - 1)) ||
           (start < head && is_capital(s, head - 1) && !ogpi_breaks(s, head - 1) &&
            !(ogpi_flags(s, head - 1) & OGPI_WORD_UPPER));
}

/* A name that goes on in lower case up to its acronym in brackets. */
static size_t reach_acronym(const ogpi_scanner *s, size_t head, size_t end)
{
    if (ogpi_skip(s, head, OGPI_CLASS_name) > head)
        return end;
    bool uncased = ogpi_option(s, end - 1, OGPI_OPTION_NO_CASE);
    for (size_t at = end; at < end + 6 && is_free_word(s, at) && !(uncased && (is_stop(s, at) || is_head(s, at))); at++)
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
        ogpi_option(s, end + 1, OGPI_OPTION_NO_CASE) || (s->cased && !is_capital(s, end + 1)))
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

/* An Arabic body without an article that the text creates: "إحداث مرصد وطني". */
static bool is_new_body(const ogpi_scanner *s, size_t start, size_t head_end)
{
    return ogpi_option(s, start, OGPI_OPTION_NO_CASE) && !has_article(s, start) && !has_article(s, head_end - 1) &&
           (!has_article(s, head_end) || ogpi_has_affix(s, head_end, OGPI_AFFIX_PREPOSITION)) && is_created(s, start);
}

/* "in the province of": where something is, in Arabic. */
static bool is_mere_place(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_NO_CASE) && ogpi_begins(s, i, OGPI_BIT(inside)) &&
           (ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION) || (i > 0 && is_stop(s, i - 1)));
}

/* "Cabinet Resolution", "Archives and Records Management Bill": named after a body, and none. */
static bool names_document(const ogpi_scanner *s, size_t start, size_t head_end, size_t end)
{
    if (!ogpi_option(s, start, OGPI_OPTION_HEAD_LAST) || !s->cased || end == head_end || !is_capital(s, end - 1) ||
        !ogpi_begins(s, end - 1, OGPI_BIT(law) | OGPI_BIT(plan)))
        return false;
    for (size_t i = start; i < end; i++)
        if (ogpi_skip(s, i, OGPI_CLASS_of) > i)
            return false;
    return true;
}

static size_t body_at(ogpi_scanner *s, size_t i)
{
    bool weak = false, linked = false;
    size_t head_end = head_at(s, i, &weak);
    if (head_end == i || (ogpi_has_affix(s, i, OGPI_AFFIX_DUAL) && ogpi_is_nisba(s, i)) ||
        ogpi_skip(s, i, OGPI_CLASS_generic) > i)
        return i;
    size_t end = reach_acronym(s, i, name_end(s, i, head_end, &linked)), start = name_start(s, i);
    if (ogpi_marked(s, start, head_end, OGPI_USED_BODY | OGPI_USED_BARRED) || names_document(s, start, head_end, end))
        return i;
    if (ogpi_option(s, i, OGPI_OPTION_NO_CASE) && ogpi_marked(s, i, i + 1, OGPI_USED_QUANTITY) && !has_article(s, i))
        return i; /* counted, so not one that is known by name */
    bool alone = end == head_end && start == i;
    if (ogpi_any(s, start, OGPI_BIT(generic)) && ogpi_skip(s, start, OGPI_CLASS_generic) >= end)
        return i; /* "civil society" */
    if (alone && !s->cased && head_end == i + 1 && !ogpi_option(s, i, OGPI_OPTION_NO_CASE) &&
        ogpi_skip(s, i, OGPI_CLASS_name) == i && !ogpi_match_before(s, i, OGPI_CLASS_determiner, NULL, NULL))
        return i; /* "ministry" where no capitals tell a name */
    bool lower = s->cased && !is_capital(s, i) && !ogpi_option(s, i, OGPI_OPTION_NO_CASE);
    if (!weak && lower &&
        (ogpi_match_before(s, start, OGPI_CLASS_per, NULL, NULL) ||
         ogpi_match_before(s, start, OGPI_CLASS_every, NULL, NULL)))
        return i;
    if (weak ? !names_something(s, start, i, end, linked)
             : alone && ogpi_skip(s, i, OGPI_CLASS_name) == i && s->cased && !is_capital(s, i) &&
                   !ogpi_option(s, i, OGPI_OPTION_NO_CASE))
        return i;
    if (alone && !weak && head_end == i + 1 && ogpi_skip(s, i, OGPI_CLASS_name) == i &&
        ogpi_option(s, i, OGPI_OPTION_NO_CASE))
        return i;
    if (weak && is_mere_place(s, i))
        return i;
    bool post = weak && ogpi_skip(s, i, OGPI_CLASS_post) == head_end;
    bool acronym = end == i + 1 && s->cased && (ogpi_flags(s, i) & OGPI_WORD_UPPER); /* "an RCMP strategy" */
    bool fresh =
        weak ? !post && is_created(s, start) : after_indefinite(s, start, end) || is_new_body(s, start, head_end);
    if (fresh && !acronym) {
        if (!weak || ogpi_any(s, i, OGPI_BIT(thing) | OGPI_BIT(thing_weak) | OGPI_BIT(body_weak))) {
            ogpi_add(s, OGP_FACT_DELIVERABLE, start, end, NULL);
            ogpi_mark(s, start, end, OGPI_USED_BODY);
            return end;
        }
        return i;
    }
    ogpi_add(s, OGP_FACT_RESPONSIBLE, start, end, NULL);
    size_t after = acronym_after(s, end);
    return after > end ? after : end;
}

/* Acronyms in brackets, which name their bodies for the rest of the text. */
typedef struct acronyms {
    size_t words[ACRONYMS];
    size_t count;
} acronyms;

static void keep_acronym(const ogpi_scanner *s, size_t end, acronyms *known)
{
    if (end > 2 && known->count < ACRONYMS && ogpi_sign(s, end - 1, ')') && ogpi_sign(s, end - 3, '('))
        known->words[known->count++] = end - 2;
}

static bool is_known_acronym(const ogpi_scanner *s, size_t i, const acronyms *known)
{
    const ogpi_word *word = &s->words.items[i];
    for (size_t k = 0; k < known->count; k++) {
        const ogpi_word *other = &s->words.items[known->words[k]];
        if (word->length == other->length && memcmp(ogpi_key(s, i), s->words.keys + other->key, word->length) == 0)
            return true;
    }
    return false;
}

/* "Lead: DICT", "Apoyo: DILG, DTI": an acronym after a label. */
static bool after_label(const ogpi_scanner *s, size_t i)
{
    uint32_t value = 0;
    if (i < 2 || s->words.items[i].length < 3 || ogpi_skip(s, i, OGPI_CLASS_thing) > i ||
        ogpi_any(s, i, OGPI_BIT(spare) | OGPI_BIT(stop)))
        return false;
    if ((ogpi_sign(s, i - 1, ',') || ogpi_skip(s, i - 1, OGPI_CLASS_and) == i) &&
        (ogpi_flags(s, i - 2) & OGPI_WORD_UPPER))
        return ogpi_marked(s, i - 2, i - 1, OGPI_USED_BODY);
    return ogpi_sign(s, i - 1, ':') && ogpi_match_before(s, i - 1, OGPI_CLASS_generic, NULL, &value) && value == 1;
}

/* "la CNIL", "del INAI": an acronym with an article, in a language whose common nouns are written small. */
static bool is_acronym(const ogpi_scanner *s, size_t i)
{
    uint32_t value = 0;
    const ogpi_word *word = &s->words.items[i];
    if (s->cased && after_label(s, i) && !ogpi_marked(s, i, i + 1, OGPI_USED_BODY | OGPI_USED_BARRED) &&
        !is_capital(s, i + 1))
        return true;
    if (!s->cased || word->length < 3 || word->length > 8 ||
        ogpi_option(s, i, OGPI_OPTION_HEAD_LAST | OGPI_OPTION_NO_CASE) || ogpi_skip(s, i, OGPI_CLASS_spare) > i ||
        ogpi_skip(s, i, OGPI_CLASS_thing) > i || is_stop(s, i) ||
        ogpi_marked(s, i, i + 1, OGPI_USED_BODY | OGPI_USED_BARRED) || is_capital(s, i + 1))
        return false;
    return ogpi_match_before(s, i, OGPI_CLASS_determiner, NULL, &value) && value == 3;
}

void ogpi_find_bodies(ogpi_scanner *s)
{
    acronyms known = { .count = 0 };
    ogpi_names_mark(s);
    for (size_t i = 0; (i = ogpi_next_start(s, i, OGPI_START_BODY)) < ogpi_count(s);) {
        size_t next = ogpi_names_match(s, i);
        if (next == i && (ogpi_flags(s, i) & OGPI_WORD_UPPER) && (is_known_acronym(s, i, &known) || is_acronym(s, i)))
            next = i + 1;
        if (next > i)
            ogpi_add(s, OGP_FACT_RESPONSIBLE, i, next, NULL);
        else if (s->tokens[i].classes & HEADS)
            keep_acronym(s, next = body_at(s, i), &known);
        i = next > i ? next : i + 1;
    }
}
