/* SPDX-License-Identifier: MIT */
/* Things whose existence can be checked later: a head noun and the words that say which kind. */
#include "text/things.h"

/* The bracket of "رقم (47)". */
static bool opens_number(const ogpi_scanner *s, size_t i)
{
    return ogpi_sign(s, i, '(') && ogpi_option(s, i - 1, OGPI_OPTION_BRACKETED) &&
           ogpi_used(s, i + 1, OGPI_USED_BARRED);
}

/* A preposition or participle that stands in no name. */
static bool is_mere_link(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_class(s, i, OGPI_CLASS_stop) && !ogpi_option(s, i, OGPI_OPTION_CONSTRUCT) &&
           !ogpi_any(s, i,
                     OGPI_BIT(inside) | OGPI_BIT(of) | OGPI_BIT(and) | OGPI_BIT(bar) | OGPI_BIT(determiner) |
                         OGPI_BIT(title));
}

/* What the number behind belongs to, in Arabic: "وفقا للمادة 5", "المرسوم التطبيقي للقانون 54.19", "مرسوم لتطبيق
 * القانون 54.19". */
static bool another_numbered(const ogpi_scanner *s, size_t i, size_t end)
{
    if (ogpi_is_class(s, i, OGPI_CLASS_bar))
        return !ogpi_any(s, i, OGPI_BIT(title));
    return (i > end || ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION)) && ogpi_is_class(s, i, OGPI_CLASS_law);
}

/* "le décret d'application de la loi 12": whose number it is, in Romance. */
static bool of_other_law(const ogpi_scanner *s, size_t i, size_t end)
{
    return i > end && ogpi_option(s, i, OGPI_OPTION_BY_OF) && ogpi_is_class(s, i, OGPI_CLASS_law) &&
           (ogpi_has(s, i - 1, OGPI_CLASS_of) || ogpi_match_before(s, i - 1, OGPI_CLASS_of, NULL, NULL));
}

/* "diseño del plan", "adopción de la estrategia": the act before a group, over "of" too. */
static uint32_t act_before(const ogpi_scanner *s, size_t start)
{
    size_t at = ogpi_before_group(s, start);
    uint32_t act = ogpi_act_upon(s, at);
    if (!act && at < start)
        act = ogpi_act_upon(s, start);
    return act || !ogpi_match_before(s, at, OGPI_CLASS_of, &at, NULL) ? act : ogpi_act_upon(s, at);
}

/* "Law No. 58", "the Right to Information Act 2016": known by name, so not to be made. */
static bool is_cited(const ogpi_scanner *s, size_t start, size_t i, size_t end)
{
    uint32_t act = 0;
    if (start < i && (ogpi_flags(s, i) & OGPI_WORD_CAPITAL) && ogpi_is_class(s, i, OGPI_CLASS_bar) &&
        ogpi_is_class(s, i - 1, OGPI_CLASS_ordinal))
        return true; /* "the Second Schedule" */
    if (!ogpi_any(s, i, OGPI_BIT(law) | OGPI_BIT(plan) | OGPI_BIT(bar)) ||
        ogpi_changes_part(s, ogpi_before_group(s, start), end) ||
        (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && ogpi_is_changed(s, end)) || /* "The Code shall be replaced" */
        ((act = act_before(s, start)) != 0 &&
         ((act & OGPI_ACT_CHANGES) == OGPI_ACT_CHANGES || !ogpi_any(s, i, OGPI_BIT(law)))))
        return false; /* a plan that is adopted has the years that it is for in its name */
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && !ogpi_any(s, i, OGPI_BIT(law)) &&
        ogpi_takes_new(s, ogpi_before_group(s, start)))
        return false; /* "a strategy for 2015" */
    for (size_t at = end; at < end + 9 && at < ogpi_count(s) &&
                          (!ogpi_is_kind(s, at, OGPI_SIGN) || opens_number(s, at) ||
                           (ogpi_sign(s, at, ',') && ogpi_used(s, at + 1, OGPI_USED_BARRED)) ||
                           (ogpi_sign(s, at, '(') && ogpi_sign(s, at + 2, ')')));
         at++) {
        if (s->marks.used[at] & OGPI_USED_BARRED)
            return true;
        if (ogpi_sign(s, at, '(') && ogpi_sign(s, at + 2, ')')) { /* "Regulation (EU) 2016/679" */
            at += 2;
            continue;
        }
        if (is_mere_link(s, at))
            return false; /* "regulations under section 34" */
        if (ogpi_is_class(s, at, OGPI_CLASS_verb) || (ogpi_flags(s, at) & OGPI_WORD_BREAK) ||
            (ogpi_option(s, at, OGPI_OPTION_CONSTRUCT) && another_numbered(s, at, end)) || of_other_law(s, at, end))
            return false;
    }
    return ogpi_sign(s, end + 1, '.') && (ogpi_flags(s, end + 2) & OGPI_WORD_GLUED) == 0 &&
           ogpi_used(s, end + 2, OGPI_USED_BARRED);
}

/* "demi-journée" */
static bool is_half(const ogpi_scanner *s, size_t i)
{
    return (ogpi_flags(s, i) & OGPI_WORD_HYPHEN) && s->words.items[i - 1].length > 1;
}

/* "partis politiques": a word that is a noun elsewhere. */
static bool is_plain_adjective(const ogpi_scanner *s, size_t i)
{
    return i > 0 && ogpi_is_class(s, i, OGPI_CLASS_adjective) && ogpi_is_content(s, i - 1) && !ogpi_breaks(s, i) &&
           !ogpi_any(s, i - 1,
                     OGPI_BIT(before_noun) | OGPI_BIT(adjective) | OGPI_BIT(determiner) | OGPI_BIT(of) |
                         OGPI_BIT(topic));
}

/* Whether a phrase of the list `spare` begins up to three words before and goes on over word i. */
static bool in_spare(const ogpi_scanner *s, size_t i)
{
    for (size_t back = 0; back <= 3 && back <= i; back++)
        if (ogpi_skip(s, i - back, OGPI_CLASS_spare) > i)
            return true;
    return false;
}

/* "a budget of $5,000" */
static bool is_amount(const ogpi_scanner *s, size_t end)
{
    ogpi_number number;
    size_t at = ogpi_skip(s, end, OGPI_CLASS_of);
    if (at > end && ogpi_number_at(s, at, &number) && number.scale == 0 && number.mantissa >= 1000)
        return true;
    for (; at > end && at < end + 8 && ogpi_used(s, at, OGPI_USED_QUANTITY); at++)
        if (ogpi_any(s, at, OGPI_BIT(currency)))
            return true;
    return false;
}

/* A word of an English name: a capital, and what joins two ("for", "da"). */
static bool goes_on_name(const ogpi_scanner *s, size_t at)
{
    return (ogpi_flags(s, at) & OGPI_WORD_CAPITAL) || ogpi_has(s, at, OGPI_CLASS_inside) ||
           (ogpi_flags(s, at + 1) & OGPI_WORD_CAPITAL);
}

/* "the Declaration for Integrity Online commitment": an English name that only says which kind; not "a Bill for Cabinet
 * approval". */
static bool names_kind(const ogpi_scanner *s, size_t i, size_t end)
{
    if (!s->cased || !(ogpi_flags(s, i) & OGPI_WORD_CAPITAL) || ogpi_breaks(s, i))
        return false;
    size_t at = end, last = end;
    while (at < end + 8 && ogpi_is_kind(s, at, OGPI_WORD) && !ogpi_breaks(s, at) && !ogpi_used(s, at, OGPI_USED_BODY) &&
           goes_on_name(s, at))
        last = (ogpi_flags(s, at++) & OGPI_WORD_CAPITAL) ? at : last;
    return last > end && last == at && ogpi_is_content(s, at) &&
           !ogpi_any(s, at, OGPI_BIT(thing) | OGPI_BIT(thing_weak)) &&
           !ogpi_has_form(s, at, OGPI_FORM_past | OGPI_FORM_gerund | OGPI_FORM_adverb);
}

/* "the Public Office Holders (Declaration of Assets) Act": what the bracket of a law's English name has. */
static bool in_law_name(const ogpi_scanner *s, size_t i, size_t end)
{
    const size_t last = end + 5;
    if (!s->cased || !(ogpi_flags(s, i) & OGPI_WORD_CAPITAL))
        return false;
    while (end < last && ogpi_is_kind(s, end, OGPI_WORD))
        end++;
    return ogpi_sign(s, end, ')') && (ogpi_flags(s, end + 1) & OGPI_WORD_CAPITAL) &&
           ogpi_any(s, end + 1, OGPI_BIT(law));
}

/* "Indicator: 60 %"; "مؤشرات قياس الأداء:", an Arabic label with one or two words more. */
static bool is_label(const ogpi_scanner *s, size_t i, size_t end)
{
    size_t last = end + (ogpi_option(s, i, OGPI_OPTION_CONSTRUCT) ? 2 : 0);
    uint32_t kind = 0;
    if (ogpi_match(s, i, OGPI_CLASS_bar, &kind) == i || kind == OGPI_BAR_BARE)
        return false; /* "Call for grants:" */
    if (kind == OGPI_BAR_ITEM && ogpi_option(s, i, OGPI_OPTION_BY_OF))
        end = ogpi_group_rest(s, end); /* "Indicador de producto:" */
    while (end < last && ogpi_is_kind(s, end, OGPI_WORD))
        end++;
    return ogpi_sign(s, end, ':');
}

static size_t thing_at(ogpi_scanner *s, size_t i)
{
    bool head_last = ogpi_option(s, i, OGPI_OPTION_HEAD_LAST);
    size_t end = ogpi_skip(s, i, OGPI_CLASS_thing);
    bool weak = end == i;
    if (weak)
        end = ogpi_skip(s, i, OGPI_CLASS_thing_weak);
    if (end == i + 1 && !head_last && (is_plain_adjective(s, i) || is_half(s, i)))
        return i;
    if (end == i + 2 && ogpi_is_class(s, i, OGPI_CLASS_stop) && !(ogpi_flags(s, i + 1) & OGPI_WORD_HYPHEN))
        return i; /* "defined by law", and not "a by-law" */
    if (end == i || is_label(s, i, end) ||
        (ogpi_option(s, i, OGPI_OPTION_UNCASED) && ogpi_begins(s, i, OGPI_BIT(generic)) &&
         (weak || ogpi_has_affix(s, i, OGPI_AFFIX_THE) || ogpi_is_definite_construct(s, i))) ||
        ogpi_marked(s, i, end, OGPI_USED_TAKEN | OGPI_USED_VAGUE) || ogpi_is_nisba(s, i) ||
        ogpi_is_verb_here(s, i, end))
        return i;
    if ((s->present & OGPI_BIT(spare)) && in_spare(s, i))
        return i;
    if (weak && is_amount(s, end))
        return i;
    if (head_last && (ogpi_is_modifier(s, end) || (ogpi_flags(s, end) & OGPI_WORD_HYPHEN) || names_kind(s, i, end) ||
                      in_law_name(s, i, end)))
        return i;
    size_t start = head_last ? ogpi_group_start(s, i) : i;
    if (is_cited(s, start, i, end))
        return i;
    if (head_last && start > 0 && ogpi_used(s, start - 1, OGPI_USED_BODY) &&
        ogpi_any(s, i, OGPI_BIT(body) | OGPI_BIT(body_weak)))
        return i; /* a body's own secretariat */
    if (head_last && start > 0 && ogpi_is_kind(s, start - 1, OGPI_NUMBER) &&
        (s->marks.used[start - 1] & OGPI_USED_BARRED))
        return i; /* "the 2014-2016 action plan" */
    if (!ogpi_is_set_out(s, i, start, end, weak))
        return i;
    end = ogpi_group_rest(s, end);
    ogpi_add(s, OGP_FACT_DELIVERABLE, start, end, NULL);
    return end;
}

/* "four hands-on clinics" at word `at`: a count with its noun, and no share. */
static bool is_counted(const ogpi_scanner *s, size_t at, size_t i)
{
    ogpi_number number;
    return ogpi_used(s, at, OGPI_USED_QUANTITY) && ogpi_used(s, i, OGPI_USED_QUANTITY) &&
           ogpi_number_at(s, at, &number);
}

/* Whether an indefinite article stands there; "des" after a noun is none ("organisation des élections"). */
static bool takes_another(const ogpi_scanner *s, size_t at)
{
    return ogpi_takes_new(s, at) &&
           (ogpi_skip(s, at, OGPI_CLASS_of) != at + 1 || ogpi_match_before(s, at, OGPI_CLASS_verb, NULL, NULL));
}

/* The apostrophe of "ministers' diaries" */
static bool is_possessive(const ogpi_scanner *s, size_t i)
{
    return ogpi_sign(s, i, '\'') && (ogpi_flags(s, i) & OGPI_WORD_GLUED) && ogpi_is_content(s, i + 1);
}

/* The end of the English noun group that begins at i; the head is its last word. */
static size_t group_end(const ogpi_scanner *s, size_t i)
{
    size_t end = i;
    while (end < i + 5 && (end == i || !(ogpi_flags(s, end) & OGPI_WORD_BREAK)) &&
           (ogpi_is_content(s, end) ||
            (end > i && ((ogpi_flags(s, end) & OGPI_WORD_HYPHEN) || is_possessive(s, end)))))
        end++;
    return end;
}

/* "ما لا يقل عن 12 جلسة": a word of what stands before a number. */
static bool leads_number(const ogpi_scanner *s, size_t i)
{
    if (ogpi_has_affix(s, i, OGPI_AFFIX_THE | OGPI_AFFIX_OWNER))
        return false; /* "محاضرها الثلاثة": the number follows */
    for (; ogpi_used(s, i, OGPI_USED_QUANTITY) && ogpi_used(s, i + 1, OGPI_USED_QUANTITY); i++)
        if (ogpi_is_kind(s, i + 1, OGPI_NUMBER) || ogpi_begins(s, i + 1, OGPI_BIT(number) | OGPI_BIT(multiplier)))
            return true;
    return false;
}

/* Whether the word at i may be a made thing of no list: no abstract noun, and free. */
static bool may_be_made(const ogpi_scanner *s, size_t i)
{
    const uint64_t never = OGPI_BIT(abstract) | OGPI_BIT(before_noun) | OGPI_BIT(ordinal) | OGPI_BIT(percent) |
                           OGPI_BIT(weekday);
    if (ogpi_has_form(s, i, OGPI_FORM_adverb) ||
        (ogpi_has_form(s, i, OGPI_FORM_adverb_or_noun) && !ogpi_match_before(s, i, OGPI_CLASS_determiner, NULL, NULL)))
        return false; /* "released publicly"; "publiera rétroactivement", and not "le recensement" */
    return ogpi_is_content(s, i) && !ogpi_any(s, i, never) && !ogpi_is_class(s, i, OGPI_CLASS_thing) &&
           !ogpi_is_class(s, i, OGPI_CLASS_thing_weak) &&
           !ogpi_used(s, i, OGPI_USED_VAGUE | OGPI_USED_THING) &&
           !(ogpi_option(s, i, OGPI_OPTION_CONSTRUCT) &&
             (s->spots[i].token->affixes & (OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION) ||
              (s->spots[i].token->number == 0 && ogpi_has_form(s, i, OGPI_FORM_for))));
}

/* Whether the article and the state of the noun at i let it be the object of the act. */
static bool takes_object(const ogpi_scanner *s, size_t at, size_t i, uint32_t act)
{
    if (!(act & (OGPI_ACT_MAKES | OGPI_ACT_PUBLISHES)))
        return at < i && is_counted(s, at, i);
    if (at < i && (act & OGPI_ACT_MAKES) && is_counted(s, at, i))
        return true;
    if (ogpi_option(s, i, OGPI_OPTION_VERB_FIRST))
        return !ogpi_is_plain_body(s, i) && ((act & OGPI_ACT_PUBLISHES) ||
                                        !(ogpi_has_affix(s, i, OGPI_AFFIX_THE) || ogpi_is_definite_construct(s, i)));
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST))
        return (act & OGPI_ACT_PUBLISHES) || (at < i && takes_another(s, at));
    return at < i && !ogpi_any(s, at, OGPI_BIT(skip) | OGPI_BIT(topic)) && /* not "au format" */
           ((act & OGPI_ACT_PUBLISHES) || takes_another(s, at));
}

/* "25 layers will be published": a count that opens a clause, of what an act in the passive makes or publishes. */
static bool is_made_later(const ogpi_scanner *s, size_t at, size_t i)
{
    uint32_t act = 0;
    if (at == i || !(ogpi_breaks(s, at) || ogpi_skip(s, at - 1, OGPI_CLASS_and) == at) || !is_counted(s, at, i))
        return false;
    for (size_t end = i + 1; end < i + 7 && !ogpi_breaks(s, end); end++)
        if (ogpi_match(s, end, OGPI_CLASS_act, &act) > end)
            return (act == OGPI_ACT_FOUNDS_BODY || (act & (OGPI_ACT_PUBLISHES | OGPI_ACT_FOUNDS))) &&
                   ogpi_has_form(s, end, OGPI_FORM_past | OGPI_FORM_plural_letter) &&
                   ogpi_any(s, end - 1, OGPI_BIT(modal) | OGPI_BIT(verb));
    return false;
}

/* Whether ogpi_act_upon() may find an act before word `at` that makes or publishes its object. */
static bool act_may_make(const ogpi_scanner *s, size_t at)
{
    return (s->marks.hints[at] & OGPI_HINT_MAKES) || ogpi_sign(s, at - 1, ',') ||
           ogpi_option(s, at, OGPI_OPTION_VERB_FIRST);
}

/* A noun in no list that the text sets out to make or to publish: "élaborer un vade-mecum", "نشر أسماء المستفيدين". */
static size_t made_at(ogpi_scanner *s, size_t i)
{
    uint32_t act = 0;
    size_t at = ogpi_before_group(s, i);
    if (is_made_later(s, at, i))
        act = OGPI_ACT_MAKES;
    else if (at == 0 || !act_may_make(s, at) || !ogpi_act_yields(act = ogpi_act_upon(s, at)) || leads_number(s, i))
        return i;
    size_t first = at;
    if (ogpi_option(s, i, OGPI_OPTION_VERB_FIRST) && ogpi_match_before(s, at, OGPI_CLASS_act, &first, NULL) &&
        ogpi_is_talked_about(s, first, false))
        return i; /* "إمكانية إحداث هيئة" */
    bool head_last = ogpi_option(s, i, OGPI_OPTION_HEAD_LAST);
    if (at > 1 && ogpi_is_class(s, at - 1, OGPI_CLASS_adjective) && ogpi_option(s, i, OGPI_OPTION_ADJECTIVE_BEHIND) &&
        ogpi_is_content(s, at - 2))
        return i; /* "la gestión pública" is spelt like "publica" */
    size_t end = head_last ? group_end(s, i) : i + 1;
    if (end == i || !may_be_made(s, end - 1) || !takes_object(s, at, i, act) ||
        (!head_last && ogpi_is_class(s, i, OGPI_CLASS_adjective)) || ogpi_thing_past_before(s, i) ||
        ogpi_is_background(s, i) || ogpi_is_told(s, i))
        return i;
    end = ogpi_group_rest(s, end);
    ogpi_add(s, OGP_FACT_DELIVERABLE, i, end, NULL);
    return end;
}

/* Whether what stands before word i may govern it. */
static bool is_governed(const ogpi_scanner *s, size_t i)
{
    return (s->marks.hints[i] & (OGPI_HINT_GOVERNED | OGPI_HINT_MAKES)) ||
           (i > 0 && s->words.items[i].kind == OGPI_WORD &&
            ogpi_used(s, i - 1, OGPI_USED_BODY | OGPI_USED_DURATION)) ||
           (i > 0 && ogpi_used(s, i - 1, OGPI_USED_QUANTITY));
}

/* Whether there is an act for whose object made_at() may find the word at i: no further off than it looks. */
static bool act_near(const ogpi_scanner *s, size_t i)
{
    return ogpi_mark_near(s->marks.hints, i, ogpi_option(s, i, OGPI_OPTION_VERB_FIRST) ? 3 : 2, OGPI_HINT_MAKES) ||
           (ogpi_used(s, i, OGPI_USED_QUANTITY) && ogpi_mark_near(s->marks.hints, i + 8, 1, OGPI_HINT_MAKES));
}

/* Which of the eight words from i on are things by their list, or may be governed where an act is near: a bit in the
 * byte of each. */
static uint64_t candidates(const ogpi_scanner *s, size_t i, bool act_near)
{
    const uint64_t low = OGPI_EACH * 0x7F;
    uint64_t things = ogpi_eight_load(s->marks.starts + i) & OGPI_EACH * OGPI_START_THING;
    uint64_t governed =
        (ogpi_eight_load(s->marks.hints + i) & OGPI_EACH * (OGPI_HINT_GOVERNED | OGPI_HINT_MAKES)) |
        (ogpi_eight_load(s->marks.used + i - 1) &
         OGPI_EACH * (OGPI_USED_BODY | OGPI_USED_DURATION | OGPI_USED_QUANTITY));
    return ((act_near ? things | governed : things) + low) & ~low;
}

/* Whether an act that makes ends before one of the eight words from i on. */
static bool has_makes(const ogpi_scanner *s, size_t i)
{
    return (ogpi_eight_load(s->marks.hints + i) & OGPI_EACH * OGPI_HINT_MAKES) != 0;
}

/* The word after the deliverable at word i; i where there is none. */
static size_t deliverable_at(ogpi_scanner *s, size_t i)
{
    size_t next = i;
    if (s->spots[i].found & (OGPI_BIT(thing) | OGPI_BIT(thing_weak)))
        next = thing_at(s, i);
    if (next == i && is_governed(s, i) && act_near(s, i))
        next = made_at(s, i);
    return next;
}

void ogpi_find_deliverables(ogpi_scanner *s)
{
    enum { NEAR = 31 }; /* eights of words: the next, this one and three before it */
    size_t next = 0;
    unsigned acts = has_makes(s, 0); /* a bit for each eight, that of the next lowest */
    for (size_t first = 0; first < ogpi_count(s); first += 8) {
        acts = acts << 1 | has_makes(s, first + 8);
        for (uint64_t left = candidates(s, first, acts & NEAR); left; left &= left - 1) {
            size_t i = first + (unsigned)__builtin_ctzll(left) / 8;
            if (i >= next && i < ogpi_count(s))
                next = deliverable_at(s, i);
        }
    }
}
