/* SPDX-License-Identifier: MIT */
/* Things whose existence can be checked later: a head noun and the words that say which kind. */
#include "text/scan.h"

/* Values of the list `act`: 1 founds a body, 2 makes a thing, 3 changes one that there is. */
enum { ACT_CHANGES = 3 };

#define TAKEN (OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_BODY | OGPI_USED_BARRED)

static bool is_class(const ogpi_scanner *s, size_t i, ogpi_class id)
{
    return ogpi_any(s, i, (uint64_t)1 << id) && ogpi_skip(s, i, id) > i;
}

/* English "open", a verb too, where a noun follows. */
static bool is_adjective(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && is_class(s, i, OGPI_CLASS_adjective) && !ogpi_breaks(s, i + 1) &&
           ogpi_is_kind(s, i + 1, OGPI_WORD) && !is_class(s, i + 1, OGPI_CLASS_stop);
}

static bool is_content(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i, OGPI_WORD) && !(ogpi_flags(s, i) & OGPI_WORD_BREAK) && !ogpi_marked(s, i, i + 1, TAKEN) &&
           !is_class(s, i, OGPI_CLASS_stop) && ((!is_class(s, i, OGPI_CLASS_verb) && !is_class(s, i, OGPI_CLASS_act)) || is_adjective(s, i)) &&
           !ogpi_has_affix(s, i, OGPI_AFFIX_VERB) && !is_class(s, i, OGPI_CLASS_number) && !is_class(s, i, OGPI_CLASS_multiplier) && !is_class(s, i, OGPI_CLASS_vague);
}

static bool ends(const ogpi_scanner *s, size_t i, const char *tail)
{
    size_t length = strlen(tail), own = s->words.items[i].length;
    return own > length + 2 && memcmp(ogpi_key(s, i) + own - length, tail, length) == 0;
}

/* English: whether the next word makes the noun at hand a mere modifier ("report writers"). */
static bool is_modifier(const ogpi_scanner *s, size_t end)
{
    bool counted = ogpi_marked(s, end, end + 1, OGPI_USED_QUANTITY);
    if (counted && ogpi_marked(s, end - 1, end, OGPI_USED_QUANTITY))
        return true;
    if (!is_content(s, end) || counted || is_class(s, end, OGPI_CLASS_thing))
        return is_class(s, end, OGPI_CLASS_thing);
    if (is_class(s, end, OGPI_CLASS_adjective) && !is_content(s, end + 1))
        return false;
    if (ogpi_flags(s, end) & OGPI_WORD_SUFFIX)
        return true;
    if (ends(s, end - 1, "s") && !ends(s, end - 1, "ss") && !ends(s, end - 1, "is") && !ends(s, end - 1, "us"))
        return is_class(s, end, OGPI_CLASS_thing) || is_class(s, end, OGPI_CLASS_thing_weak); /* "transcripts go online" */
    return !ends(s, end, "ed") && !ends(s, end, "ing") && !ends(s, end, "ly");
}

static bool capital_content(const ogpi_scanner *s, size_t i)
{
    return (ogpi_flags(s, i) & OGPI_WORD_CAPITAL) && is_content(s, i);
}

/* Words in front that say which kind. */
static size_t start_before(const ogpi_scanner *s, size_t i)
{
    size_t start = i;
    while (start > 0 && i - start < 4 && is_content(s, start - 1) && !is_class(s, start - 1, OGPI_CLASS_determiner) &&
           !(ogpi_flags(s, start) & OGPI_WORD_BREAK))
        start--;
    while (start < i && (ogpi_flags(s, start) & OGPI_WORD_SUFFIX))
        start++;
    if (start < i && start > 1 && s->cased && capital_content(s, start) && capital_content(s, start - 2) &&
        ogpi_skip(s, start - 1, OGPI_CLASS_inside) == start)
        start -= 2; /* "Freedom of Information Bill" */
    if (start > 1 && ogpi_sign(s, start - 1, '\'') && (ogpi_flags(s, start - 1) & OGPI_WORD_GLUED) && is_content(s, start - 2)) {
        start -= 2; /* "citizens' petitions" */
        if (start > 0 && is_content(s, start - 1) && !is_class(s, start - 1, OGPI_CLASS_determiner))
            start--;
    }
    if (start > 0 && ogpi_sign(s, start - 1, '"') && start < i)
        start--;
    return start;
}

/* "of campaign donors" after an English noun. */
static size_t english_complement(const ogpi_scanner *s, size_t end)
{
    size_t at = ogpi_skip(s, end, OGPI_CLASS_of);
    if (at == end || at != end + 1)
        return end;
    while (is_content(s, at) && !ogpi_marked(s, at, at + 1, OGPI_USED_QUANTITY))
        at++;
    return at > end + 1 ? at : end;
}

/* Adjectives and one "de ..." complement after a Romance noun. */
static size_t romance_complement(const ogpi_scanner *s, size_t end)
{
    bool complement = false;
    for (size_t steps = 0; steps < 8; steps++) {
        if (is_class(s, end, OGPI_CLASS_adjective) && is_content(s, end)) {
            end++;
            continue;
        }
        size_t at = ogpi_skip_all(s, end, OGPI_CLASS_of);
        if (complement || at == end || at > end + 3 || !is_content(s, at))
            break;
        complement = true;
        end = at + 1;
    }
    return end;
}

/* Arabic: adjectives, the rest of a construct, one "for the ..." */
static size_t arabic_complement(const ogpi_scanner *s, size_t end)
{
    bool for_the = false;
    for (size_t steps = 0; steps < 4 && is_content(s, end); steps++, end++) {
        const char *key = ogpi_key(s, end);
        if (for_the && ogpi_has_affix(s, end, OGPI_AFFIX_AND) && ogpi_has_affix(s, end, OGPI_AFFIX_THE))
            continue; /* "for monitoring and evaluation" */
        for_the |= memcmp(key, "لل", 4) == 0;
        if (ogpi_has_affix(s, end, OGPI_AFFIX_AND) || (s->tokens[end].number == 0 && memcmp(key, "وال", 6) == 0))
            break;
        if (ogpi_has_affix(s, end, OGPI_AFFIX_PREPOSITION) && !(ogpi_has_affix(s, end, OGPI_AFFIX_THE) && memcmp(key, "لل", 4) == 0))
            break;
    }
    return end;
}

static size_t end_after(const ogpi_scanner *s, size_t end)
{
    if (ogpi_option(s, end - 1, OGPI_OPTION_HEAD_LAST))
        return english_complement(s, end);
    return ogpi_option(s, end - 1, OGPI_OPTION_NO_CASE) ? arabic_complement(s, end) : romance_complement(s, end);
}

/* Whether the noun at i belongs to the thing before it: "register of contracts". */
static bool belongs(const ogpi_scanner *s, size_t i)
{
    size_t at = i;
    bool of = false; /* not merely an article */
    uint32_t article = 0;
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST))
        while (at > 0 && i - at < 2 && ogpi_marked(s, at - 1, at, OGPI_USED_BODY))
            at--; /* "minutes of Cabinet committee meetings" */
    for (; at > 0 && i - at < 4 && ogpi_is_kind(s, at - 1, OGPI_WORD) && !ogpi_marked(s, at - 1, at, OGPI_USED_THING) &&
           is_class(s, at - 1, OGPI_CLASS_of); at--)
        of |= ogpi_match(s, at - 1, OGPI_CLASS_of, &article) > at - 1 && !article;
    while (of && at > 0 && i - at < 6 && ogpi_marked(s, at - 1, at, OGPI_USED_DURATION) && !ogpi_marked(s, at - 1, at, OGPI_USED_THING))
        at--; /* "lista semanal de reuniones" */
    if (of && at > 0 && ogpi_marked(s, at - 1, at, OGPI_USED_THING | OGPI_USED_BODY))
        return true;
    return ogpi_marked(s, i, i + 1, OGPI_USED_THING);
}

static bool is_pointed_at(const ogpi_scanner *s, size_t start)
{
    uint32_t value = 0;
    return start > 0 && ogpi_match_before(s, start, OGPI_CLASS_determiner, NULL, &value) && value == 2;
}

/* Whether the text does something with the noun: an act before it, or one after it that it undergoes. */
static bool acted_on(const ogpi_scanner *s, size_t start, size_t end)
{
    for (size_t back = 1, far = 8; back <= far && back <= start && !ogpi_breaks(s, start - back + 1); back++) {
        if (is_class(s, start - back, OGPI_CLASS_act))
            return true;
        far += far < 12 && ogpi_marked(s, start - back, start - back + 1, OGPI_USED_QUANTITY);
        if (ogpi_marked(s, start - back, start, OGPI_USED_BODY) && !ogpi_option(s, start - back, OGPI_OPTION_NO_CASE))
            break;
    }
    for (size_t at = end, far = end + 7; at < far && at < ogpi_count(s) && !ogpi_breaks(s, at); at++) {
        if (is_class(s, at, OGPI_CLASS_act))
            return true;
        far += far < end + 16 && ogpi_marked(s, at, at + 1, OGPI_USED_BODY | OGPI_USED_QUANTITY);
    }
    return false;
}

/* Skips back over articles, counts, frequencies and adverbs in front of the noun. */
static size_t before_group(const ogpi_scanner *s, size_t start)
{
    size_t at = start;
    while (at > 0 && start - at < 8 && !(ogpi_flags(s, at) & OGPI_WORD_BREAK) && !ogpi_is_kind(s, at - 1, OGPI_SIGN)) {
        size_t begin = at;
        if (ogpi_marked(s, at - 1, at, OGPI_USED_QUANTITY | OGPI_USED_DURATION | OGPI_USED_VAGUE) &&
            !ogpi_marked(s, at - 1, at, OGPI_USED_THING))
            at--;
        else if (ogpi_is_kind(s, at - 1, OGPI_NUMBER) && (s->tokens[at - 1].used & OGPI_USED_DATE) &&
                 ogpi_match_before(s, at - 1, OGPI_CLASS_determiner, NULL, NULL))
            at--; /* "the 2022 census" */
        else if (ogpi_match_before(s, at, OGPI_CLASS_determiner, &begin, NULL) ||
                 ogpi_match_before(s, at, OGPI_CLASS_before_noun, &begin, NULL))
            at = begin;
        else
            break;
    }
    return at;
}

static bool thing_in_clause(const ogpi_scanner *s, size_t at)
{
    for (size_t back = 1; back <= 14 && back <= at; back++) {
        if (s->tokens[at - back].used & OGPI_USED_THING)
            return true;
        if (ogpi_breaks(s, at - back + 1) && back > 1)
            return false;
    }
    return false;
}

/* Values of the list `topic`. */
enum { TOPIC_RELATIVE = 1, TOPIC_ABOUT = 2, TOPIC_WHO = 3, TOPIC_MEANS = 4 };

static bool topic_before(const ogpi_scanner *s, size_t at)
{
    uint32_t value = 0;
    return ogpi_match_before(s, at, OGPI_CLASS_topic, NULL, &value) && value != TOPIC_RELATIVE;
}

/* "an officer who withholds records": what a relative clause tells without an act. */
static bool in_relative(const ogpi_scanner *s, size_t at)
{
    uint32_t value = 0;
    for (size_t back = 1; back <= 6 && back < at && !ogpi_breaks(s, at - back + 1); back++) {
        if (is_class(s, at - back, OGPI_CLASS_act) || ogpi_is_kind(s, at - back, OGPI_SIGN))
            return false;
        if (back > 1 && ogpi_match(s, at - back, OGPI_CLASS_topic, &value) > at - back && (value == TOPIC_RELATIVE || value == TOPIC_WHO))
            return true;
    }
    return false;
}

/* Whether the act noun before "of" is itself what something is about: "on the exchange of reports". */
static bool about_act(const ogpi_scanner *s, size_t of)
{
    size_t start = of;
    uint32_t value = 0;
    if (!ogpi_match_before(s, of, OGPI_CLASS_act, &start, NULL))
        return false;
    ogpi_match_before(s, start, OGPI_CLASS_determiner, &start, NULL);
    return ogpi_match_before(s, start, OGPI_CLASS_topic, NULL, &value) && value == TOPIC_ABOUT;
}

/* "800 boîtes" before "de documents": what is counted is not the thing. */
static bool counted_kind(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_COMMA_DECIMAL) && ogpi_is_kind(s, i, OGPI_WORD) && ogpi_marked(s, i, i + 1, OGPI_USED_QUANTITY) &&
           !ogpi_any(s, i, OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(fraction) | OGPI_BIT(percent) | OGPI_BIT(collective));
}

/* After "of": the noun counts where an act or a share governs it. */
static bool under_of(const ogpi_scanner *s, size_t at)
{
    size_t begin = at;
    while (at > 0 && ogpi_match_before(s, at, OGPI_CLASS_of, &begin, NULL))
        at = begin;
    if (about_act(s, at) || (at > 0 && counted_kind(s, at - 1)))
        return false;
    return at == 0 || ogpi_marked(s, at - 1, at, OGPI_USED_QUANTITY | OGPI_USED_DURATION) || is_class(s, at - 1, OGPI_CLASS_verb) ||
           ogpi_has_affix(s, at - 1, OGPI_AFFIX_VERB) || ogpi_match_before(s, at, OGPI_CLASS_act, NULL, NULL) ||
           ogpi_match_before(s, at, OGPI_CLASS_with, NULL, NULL) || ogpi_breaks(s, at) ||
           ogpi_is_kind(s, at - 1, OGPI_SIGN) ||
           (ogpi_skip(s, at - 1, OGPI_CLASS_and) == at && ogpi_marked(s, at > 1 ? at - 2 : 0, at, OGPI_USED_THING | OGPI_USED_QUANTITY));
}

/* An Arabic construct that an article closes: "the portal of the ministry". */
static bool is_definite_construct(const ogpi_scanner *s, size_t start)
{
    return ogpi_option(s, start, OGPI_OPTION_NO_CASE) && is_content(s, start + 1) &&
           ogpi_has_affix(s, start + 1, OGPI_AFFIX_THE) && !ogpi_has_affix(s, start + 1, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION);
}

/* "on the platform", "في الموقع": where something is, not what is made. */
static bool in_place(const ogpi_scanner *s, size_t at, size_t start)
{
    uint32_t value = 0;
    if (!ogpi_match_before(s, at, OGPI_CLASS_skip, NULL, NULL))
        return false;
    return (at < start && ogpi_marked(s, start - 1, start, OGPI_USED_QUANTITY)) || ogpi_has_affix(s, start, OGPI_AFFIX_THE) || is_definite_construct(s, start) ||
           (at < start && ogpi_match(s, at, OGPI_CLASS_determiner, &value) > at && value == 3);
}

static bool is_verb_word(const ogpi_scanner *s, size_t i)
{
    return is_class(s, i, OGPI_CLASS_act) || is_class(s, i, OGPI_CLASS_modal) || ogpi_has_affix(s, i, OGPI_AFFIX_VERB) ||
           (is_class(s, i, OGPI_CLASS_verb) && !is_class(s, i, OGPI_CLASS_stop));
}

/* "85 % of" before word `at`. */
static bool is_share_of(const ogpi_scanner *s, size_t at)
{
    size_t of = at;
    return ogpi_match_before(s, at, OGPI_CLASS_of, &of, NULL) && of > 0 && ogpi_marked(s, of - 1, of, OGPI_USED_QUANTITY);
}

/* "The portal" where no verb is near: known already, and only mentioned. */
static bool only_mentioned(const ogpi_scanner *s, size_t at, size_t start, size_t end)
{
    uint32_t value = 0;
    bool uncased = ogpi_option(s, start, OGPI_OPTION_NO_CASE);
    bool definite = uncased ? ogpi_has_affix(s, start, OGPI_AFFIX_THE)
                            : at < start && ogpi_match(s, at, OGPI_CLASS_determiner, &value) > at && value == 3;
    if (!definite || ogpi_match_before(s, at, OGPI_CLASS_act, NULL, NULL) || acted_on(s, start, end) || is_share_of(s, at) ||
        (at > 0 && ogpi_sign(s, at - 1, ':')) || (uncased && start > 0 && ogpi_marked(s, start - 1, start, OGPI_USED_VAGUE)))
        return false;
    bool english = ogpi_option(s, start, OGPI_OPTION_HEAD_LAST);
    for (size_t back = 1; back <= 4 && back <= start && !ogpi_breaks(s, start - back + 1); back++)
        if (english ? is_class(s, start - back, OGPI_CLASS_act) : is_verb_word(s, start - back))
            return false;
    for (size_t next = end; next < end + 7 && next < ogpi_count(s) && !ogpi_breaks(s, next); next++)
        if (english  ? is_class(s, next, OGPI_CLASS_modal) && is_class(s, next, OGPI_CLASS_verb)
            : uncased ? is_verb_word(s, next)
                      : is_class(s, next, OGPI_CLASS_act) || is_class(s, next, OGPI_CLASS_modal) || ogpi_has_affix(s, next, OGPI_AFFIX_VERB))
            return false;
    return true;
}

/* An unknown noun that opens an Arabic clause and governs an indefinite one is a verbal noun: "hosting of two workshops". */
static bool opens_with_noun(const ogpi_scanner *s, size_t i, size_t start)
{
    return ogpi_is_kind(s, i, OGPI_WORD) && ogpi_breaks(s, i) && s->tokens[i].number == 0 && !s->tokens[start].affixes &&
           !is_definite_construct(s, start);
}

/* "will receive reports": a verb that makes nothing. */
static bool governed_by_mere_verb(const ogpi_scanner *s, size_t at)
{
    return ogpi_option(s, at, OGPI_OPTION_HEAD_LAST) && is_class(s, at - 1, OGPI_CLASS_verb) && !is_class(s, at - 1, OGPI_CLASS_act) && !is_class(s, at - 1, OGPI_CLASS_stop) &&
           !is_class(s, at - 1, OGPI_CLASS_modal) && !ends(s, at - 1, "ing"); /* "monitoring framework" */
}

/* An Arabic verbal noun that another noun or a topic governs: "stages of drawing up", "a report on carrying out". */
static bool is_talked_about(const ogpi_scanner *s, size_t act, bool weak)
{
    if (weak && ogpi_has_affix(s, act, OGPI_AFFIX_PREPOSITION) && memcmp(ogpi_key(s, act), "ل", 2) == 0 && thing_in_clause(s, act))
        return true; /* what a thing is for */
    if (act > 0 && is_class(s, act - 1, OGPI_CLASS_abstract) && !is_class(s, act - 1, OGPI_CLASS_act) && !ogpi_breaks(s, act))
        return true;
    return ogpi_match_before(s, act, OGPI_CLASS_topic, &act, NULL) && thing_in_clause(s, act);
}

/* "délivrance des permis": after a noun "des" is "of the", and no article. */
static bool is_genitive(const ogpi_scanner *s, size_t at, size_t start)
{
    if (ogpi_option(s, start, OGPI_OPTION_NO_CASE | OGPI_OPTION_HEAD_LAST) || at == 0 || at == start || ogpi_breaks(s, at))
        return false;
    uint32_t article = 0;
    return ogpi_skip(s, at, OGPI_CLASS_of) == at + 1 && ogpi_match(s, at, OGPI_CLASS_determiner, &article) == at + 1 && article == 1 && is_content(s, at - 1) &&
           !ogpi_marked(s, at - 1, at, OGPI_USED_QUANTITY | OGPI_USED_THING) && !ends(s, at - 1, "ment") && !ogpi_any(s, at - 1, OGPI_BIT(adjective));
}

/* What stands before the noun group decides whether the text sets out to make or change the thing. */
static bool is_object(const ogpi_scanner *s, size_t start, size_t end, bool weak)
{
    size_t at = before_group(s, start);
    bool uncased = ogpi_option(s, start, OGPI_OPTION_NO_CASE);
    if (only_mentioned(s, at, start, end))
        return false;
    if (at == 0 || ogpi_breaks(s, at))
        return !weak || acted_on(s, start, end);
    size_t act = at;
    if (ogpi_match_before(s, at, OGPI_CLASS_act, &act, NULL)) /* not in "a report on carrying out the budget" */
        return !uncased || !is_talked_about(s, act, weak);
    if (ogpi_is_kind(s, at - 1, OGPI_SIGN))
        return weak ? acted_on(s, start, end) && !thing_in_clause(s, at) : true;
    if (uncased && ogpi_has_affix(s, start, OGPI_AFFIX_PREPOSITION) && s->tokens[start].outside > 0)
        return !weak && memcmp(ogpi_key(s, start) + s->tokens[start].outside - 2, "ب", 2) == 0 &&
               !ogpi_match_before(s, start, OGPI_CLASS_topic, NULL, NULL);
    if (ogpi_match_before(s, at, OGPI_CLASS_with, NULL, NULL))
        return !weak;
    if (ogpi_skip(s, at - 1, OGPI_CLASS_and) == at || ogpi_has_affix(s, start, OGPI_AFFIX_AND))
        return ogpi_marked(s, at > 1 ? at - 2 : 0, at, OGPI_USED_THING | OGPI_USED_QUANTITY) || acted_on(s, start, end);
    uint32_t topic = 0;
    if (ogpi_match_before(s, at, OGPI_CLASS_topic, NULL, &topic) && topic == TOPIC_MEANS && at < start &&
        ogpi_skip(s, at, OGPI_CLASS_article) > at)
        return acted_on(s, start, end); /* "through an online portal" */
    if (at == start && governed_by_mere_verb(s, at))
        return false;
    if (topic_before(s, at) || topic_before(s, start) || in_relative(s, at) || in_place(s, at, start) || ((s->tokens[at - 1].used & OGPI_USED_THING) && at < start && (uncased || ogpi_option(s, start, OGPI_OPTION_HEAD_LAST))))
        return false;
    if (is_genitive(s, at, start))
        return under_of(s, at) && (!weak || acted_on(s, start, end));
    if (ogpi_match_before(s, at, OGPI_CLASS_of, NULL, NULL))
        return under_of(s, at) && (!weak || acted_on(s, start, end));
    if (uncased && opens_with_noun(s, at - 1, start))
        return true;
    if (uncased && ogpi_is_kind(s, at - 1, OGPI_WORD) && !is_class(s, at - 1, OGPI_CLASS_stop) &&
        !is_class(s, at - 1, OGPI_CLASS_verb) && !ogpi_has_affix(s, at - 1, OGPI_AFFIX_THE) &&
        !ogpi_marked(s, at - 1, at, OGPI_USED_BODY | OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_QUANTITY))
        return false;
    return !weak || acted_on(s, start, end);
}

/* "piloté", "affichés": the accent makes a participle of what is otherwise spelt like a noun. */
static bool ends_acute(const ogpi_scanner *s, size_t i)
{
    const ogpi_word *word = &s->words.items[i];
    const char *text = s->text + word->start;
    size_t length = word->end - word->start;
    while (length > 2 && (text[length - 1] == 's' || text[length - 1] == 'e'))
        length--;
    return length > 2 && (memcmp(text + length - 2, "\xC3\xA9", 2) == 0 || memcmp(text + length - 2, "\xCC\x81", 2) == 0);
}

/* Whether a thing without article or "and" stands at i: after an Arabic verbal noun, its object ("holding of a meeting"). */
static bool governs_indefinite(const ogpi_scanner *s, size_t i)
{
    return is_class(s, i, OGPI_CLASS_thing) && !ogpi_is_nisba(s, i) &&
           !ogpi_has_affix(s, i, OGPI_AFFIX_THE | OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION) && !(ogpi_flags(s, i) & OGPI_WORD_BREAK);
}

/* A word that is a verb here: "will draft a bill", "shall report to". */
static bool is_verb_here(const ogpi_scanner *s, size_t i, size_t end)
{
    if (ogpi_option(s, i, OGPI_OPTION_NO_CASE) && is_class(s, i, OGPI_CLASS_act) && end == i + 1 &&
        (ogpi_marked(s, end, end + 1, OGPI_USED_QUANTITY) || (ogpi_has_affix(s, end, OGPI_AFFIX_AND) && is_class(s, end, OGPI_CLASS_act)) ||
         governs_indefinite(s, end)))
        return true;
    if (ogpi_option(s, i, OGPI_OPTION_NO_CASE) && end == i + 1 && ogpi_has_affix(s, i, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION) &&
        !ogpi_has_affix(s, i, OGPI_AFFIX_THE) && ogpi_has_affix(s, end, OGPI_AFFIX_THE) && is_class(s, i, OGPI_CLASS_act))
        return true; /* "with presenting the proposal" */
    if (ogpi_option(s, i, OGPI_OPTION_NO_CASE) && end == i + 1 && ogpi_has_affix(s, i, OGPI_AFFIX_AND) && ends(s, i, "ه") &&
        is_class(s, i, OGPI_CLASS_act))
        return true; /* "and publishing it" is spelt like "and a bulletin" */
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && ogpi_skip(s, i, OGPI_CLASS_act) > end)
        return true; /* "update of", "review them" */
    if (ends_acute(s, i) && (is_class(s, i, OGPI_CLASS_verb) || is_class(s, i, OGPI_CLASS_act)))
        return true;
    if (!ogpi_option(s, i, OGPI_OPTION_HEAD_LAST))
        return ogpi_has_affix(s, i, OGPI_AFFIX_OWNER) && is_class(s, i, OGPI_CLASS_act);
    uint32_t value = 0;
    if (ogpi_match(s, end, OGPI_CLASS_determiner, &value) > end &&
        (value == 3 || ogpi_skip(s, end, OGPI_CLASS_article) > end) && !ogpi_marked(s, i, end, OGPI_USED_QUANTITY))
        return true;
    return i > 0 && end == i + 1 && (is_class(s, i - 1, OGPI_CLASS_modal) || (s->tokens[i - 1].used & OGPI_USED_BODY)) &&
           (is_class(s, i, OGPI_CLASS_verb) || is_class(s, i, OGPI_CLASS_act) || is_class(s, i - 1, OGPI_CLASS_modal)) &&
           ogpi_skip(s, i - 1, OGPI_CLASS_and) != i;
}

/* "Law No. 58", "the Right to Information Act 2016": known by name, so not to be made. */
static bool is_cited(const ogpi_scanner *s, size_t start, size_t i, size_t end)
{
    uint32_t act = 0;
    if (!ogpi_any(s, i, OGPI_BIT(law) | OGPI_BIT(plan) | OGPI_BIT(bar)) ||
        (ogpi_match_before(s, before_group(s, start), OGPI_CLASS_act, NULL, &act) && (act == ACT_CHANGES || !ogpi_any(s, i, OGPI_BIT(law)))))
        return false; /* a plan that is adopted has the years that it is for in its name */
    for (size_t at = end; at < end + 9 && at < ogpi_count(s) && !ogpi_is_kind(s, at, OGPI_SIGN); at++) {
        if (s->tokens[at].used & OGPI_USED_BARRED)
            return true;
        if (is_class(s, at, OGPI_CLASS_verb) || (ogpi_flags(s, at) & OGPI_WORD_BREAK))
            return false;
    }
    return ogpi_sign(s, end + 1, '.') && (ogpi_flags(s, end + 2) & OGPI_WORD_GLUED) == 0 && ogpi_marked(s, end + 2, end + 3, OGPI_USED_BARRED);
}

/* "published its first review": an English verb in the past with its object, no participle. */
static bool finite_past(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) || !is_class(s, i, OGPI_CLASS_act) || !ends(s, i, "ed") || ogpi_breaks(s, i))
        return false;
    return ogpi_skip(s, i + 1, OGPI_CLASS_determiner) > i + 1 && !is_class(s, i - 1, OGPI_CLASS_modal) &&
           !is_class(s, i - 1, OGPI_CLASS_and) && !is_class(s, i - 1, OGPI_CLASS_past) && !is_class(s, i - 1, OGPI_CLASS_stop);
}

static bool past_before(const ogpi_scanner *s, size_t start)
{
    for (size_t back = 1; back <= 5 && back <= start && !ogpi_breaks(s, start - back + 1); back++)
        if (finite_past(s, start - back))
            return true;
    for (size_t back = 1; back <= 5 && back <= start && !ogpi_breaks(s, start - back + 1); back++)
        if (ogpi_past_before(s, start - back + 1))
            return true;
    return false;
}

/* "La première réunion s'est tenue": what became of it already. */
static bool past_after(const ogpi_scanner *s, size_t start, size_t end)
{
    uint32_t value = 0;
    size_t at = before_group(s, start);
    bool counted = at < start && ogpi_marked(s, at, at + 1, OGPI_USED_QUANTITY);
    if (ogpi_option(s, start, OGPI_OPTION_NO_CASE) || at == start || !(ogpi_breaks(s, at) || ogpi_sign(s, at - 1, ',')) ||
        (!counted && (ogpi_match(s, at, OGPI_CLASS_determiner, &value) == at || value == 2)))
        return false;
    for (at = end; at < end + 5 && at < ogpi_count(s) && !ogpi_breaks(s, at); at++) {
        if (ogpi_past_before(s, at + 1))
            return true;
        if (is_verb_word(s, at))
            return false;
    }
    return false;
}

/* "Health committees in 48 villages will score": those who act, in English. */
static bool is_agent(const ogpi_scanner *s, size_t i, size_t start, size_t end)
{
    if (!ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) || !ogpi_any(s, i, OGPI_BIT(body_weak) | OGPI_BIT(body)) || !ogpi_breaks(s, before_group(s, start)))
        return false;
    for (size_t at = end; at < end + 8 && at < ogpi_count(s) && !ogpi_breaks(s, at); at++)
        if (is_class(s, at, OGPI_CLASS_modal) && is_class(s, at, OGPI_CLASS_verb))
            return ogpi_is_kind(s, at + 1, OGPI_WORD) && !is_class(s, at + 1, OGPI_CLASS_stop);
    return false;
}

static size_t thing_at(ogpi_scanner *s, size_t i)
{
    bool english = ogpi_option(s, i, OGPI_OPTION_HEAD_LAST);
    size_t end = ogpi_skip(s, i, OGPI_CLASS_thing);
    bool weak = end == i;
    if (weak)
        end = ogpi_skip(s, i, OGPI_CLASS_thing_weak);
    if (end == i || (ogpi_sign(s, end, ':') && is_class(s, i, OGPI_CLASS_bar)) || /* "Indicator: 60 %" */
        ogpi_marked(s, i, end, TAKEN | OGPI_USED_VAGUE) || ogpi_is_nisba(s, i) || is_verb_here(s, i, end))
        return i;
    for (size_t back = 0; back <= 3 && back <= i; back++)
        if (ogpi_skip(s, i - back, OGPI_CLASS_spare) > i)
            return i;
    if (english && (is_modifier(s, end) || (ogpi_flags(s, end) & OGPI_WORD_HYPHEN)))
        return i;
    size_t start = english ? start_before(s, i) : i;
    if (is_cited(s, start, i, end))
        return i;
    if (english && start > 0 && ogpi_marked(s, start - 1, start, OGPI_USED_BODY) && ogpi_any(s, i, OGPI_BIT(body) | OGPI_BIT(body_weak)))
        return i; /* a body's own secretariat */
    if (english && start > 0 && ogpi_is_kind(s, start - 1, OGPI_NUMBER) && (s->tokens[start - 1].used & OGPI_USED_BARRED))
        return i; /* "the 2014-2016 action plan" */
    if (belongs(s, start) || is_pointed_at(s, start) || past_before(s, start) || past_after(s, start, end) ||
        is_agent(s, i, start, end) || !is_object(s, start, end, weak))
        return i;
    end = end_after(s, end);
    ogpi_add(s, OGP_FACT_DELIVERABLE, start, end, NULL);
    return end;
}

/* Bits of the values of the list `act`: its indefinite object, any object, is a deliverable whatever it is called. */
enum { ACT_MAKES = 4, ACT_PUBLISHES = 8 };

/* The act whose object begins at word `at`, 0 where there is none; a body that acts may stand between, in Arabic. */
static uint32_t act_upon(const ogpi_scanner *s, size_t at)
{
    uint32_t value = 0;
    size_t start = at;
    if (ogpi_option(s, at, OGPI_OPTION_NO_CASE))
        while (start > 0 && at - start < 12 && ogpi_marked(s, start - 1, start, OGPI_USED_BODY | OGPI_USED_DURATION) &&
               !ogpi_marked(s, start - 1, start, OGPI_USED_THING))
            start--;
    return start > 0 && ogpi_match_before(s, start, OGPI_CLASS_act, NULL, &value) ? value : 0;
}

/* Whether an indefinite article stands at word `at`; "des" after a noun is none ("organisation des élections"). */
static bool takes_new(const ogpi_scanner *s, size_t at)
{
    uint32_t article = 0;
    return ogpi_match(s, at, OGPI_CLASS_determiner, &article) > at && article == 1 &&
           (ogpi_skip(s, at, OGPI_CLASS_of) != at + 1 || ogpi_match_before(s, at, OGPI_CLASS_verb, NULL, NULL));
}

/* The end of the English noun group that begins at i; the head is its last word. */
static size_t group_end(const ogpi_scanner *s, size_t i)
{
    size_t end = i;
    while (end < i + 5 && is_content(s, end) && (end == i || !(ogpi_flags(s, end) & OGPI_WORD_BREAK)))
        end++;
    return end;
}

/* Whether the word at i may be a made thing of no list: no abstract noun, and free. */
static bool may_be_made(const ogpi_scanner *s, size_t i)
{
    const uint64_t never = OGPI_BIT(abstract) | OGPI_BIT(before_noun) | OGPI_BIT(ordinal);
    return is_content(s, i) && !ogpi_any(s, i, never) && !is_class(s, i, OGPI_CLASS_thing) && !is_class(s, i, OGPI_CLASS_thing_weak) && !ogpi_marked(s, i, i + 1, OGPI_USED_VAGUE | OGPI_USED_THING) &&
           !(ogpi_option(s, i, OGPI_OPTION_NO_CASE) && s->tokens[i].affixes & (OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION));
}

/* Whether the article and the state of the noun at i let it be the object of the act. */
static bool takes_object(const ogpi_scanner *s, size_t at, size_t i, uint32_t act)
{
    if (ogpi_option(s, i, OGPI_OPTION_NO_CASE))
        return (act & ACT_PUBLISHES) || !(ogpi_has_affix(s, i, OGPI_AFFIX_THE) || is_definite_construct(s, i));
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST))
        return (act & ACT_PUBLISHES) || (at < i && takes_new(s, at));
    return at < i && ((act & ACT_PUBLISHES) || takes_new(s, at));
}

/* A noun in no list that the text sets out to make or to publish: "élaborer un vade-mecum", "نشر أسماء المستفيدين". */
static size_t made_at(ogpi_scanner *s, size_t i)
{
    uint32_t act = 0;
    size_t at = before_group(s, i);
    if (at == 0 || ((act = act_upon(s, at)) & (ACT_MAKES | ACT_PUBLISHES)) == 0)
        return i;
    bool english = ogpi_option(s, i, OGPI_OPTION_HEAD_LAST);
    size_t end = english ? group_end(s, i) : i + 1;
    if (end == i || !may_be_made(s, end - 1) || !takes_object(s, at, i, act) ||
        (!english && is_class(s, i, OGPI_CLASS_adjective)) || past_before(s, i))
        return i;
    end = end_after(s, end);
    ogpi_add(s, OGP_FACT_DELIVERABLE, i, end, NULL);
    return end;
}

/* Whether what stands before word i may govern it. */
static bool is_governed(const ogpi_scanner *s, size_t i)
{
    return i > 0 && s->words.items[i].kind == OGPI_WORD &&
           (ogpi_any(s, i - 1, OGPI_BIT(act) | OGPI_BIT(determiner) | OGPI_BIT(before_noun)) ||
            ogpi_marked(s, i - 1, i, OGPI_USED_BODY | OGPI_USED_DURATION));
}

void ogpi_find_deliverables(ogpi_scanner *s)
{
    for (size_t i = 0; i < ogpi_count(s);) {
        size_t next = s->tokens[i].classes & (OGPI_BIT(thing) | OGPI_BIT(thing_weak)) ? thing_at(s, i) : i;
        if (next == i && is_governed(s, i))
            next = made_at(s, i);
        i = next > i ? next : i + 1;
    }
}
