/* SPDX-License-Identifier: MIT */
/* The noun group of a deliverable: what stands in front of its head and behind. */
#include "text/things.h"

/* "open, fair and efficient use", and not "open, share and use". */
static bool lists_adjectives(const ogpi_scanner *s, size_t i)
{
    return ogpi_sign(s, i + 1, ',') && ogpi_is_kind(s, i + 2, OGPI_WORD) &&
           !ogpi_begins(s, i + 2, OGPI_BIT(act) | OGPI_BIT(verb) | OGPI_BIT(stop) | OGPI_BIT(and));
}

/* English "open", a verb too, where a noun follows. */
static bool is_adjective(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) || !ogpi_is_class(s, i, OGPI_CLASS_adjective) ||
        ogpi_breaks(s, i + 1))
        return false;
    return (ogpi_is_kind(s, i + 1, OGPI_WORD) && !ogpi_is_class(s, i + 1, OGPI_CLASS_stop)) || lists_adjectives(s, i);
}

/* The same of a word that says more than what it names, or is counted. */
static __attribute__((noinline)) bool is_content_here(const ogpi_scanner *s, size_t i)
{
    const uint64_t never = OGPI_BIT(stop) | OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(vague);
    if (ogpi_used(s, i, OGPI_USED_QUANTITY) && ogpi_begins(s, i, OGPI_BIT(collective)) &&
        !ogpi_option(s, i, OGPI_OPTION_CONSTRUCT))
        return false; /* "a dozen meetings", "une dizaine de réunions" */
    const bool plain = ogpi_begins(s, i, OGPI_BIT(vague)) && ogpi_says(s, i, OGPI_CLASS_vague, OGPI_VAGUE_AIM);
    if (!ogpi_begins(s, i, (plain ? never & ~OGPI_BIT(vague) : never) | OGPI_BIT(verb) | OGPI_BIT(act)))
        return true;
    if ((ogpi_flags(s, i) & OGPI_WORD_HYPHEN) && ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) &&
        ogpi_begins(s, i, OGPI_BIT(stop)))
        return ogpi_is_kind(s, i + 1, OGPI_WORD); /* "hands-on clinics" */
    return !ogpi_begins(s, i, never) && is_adjective(s, i);
}

/* The same as ogpi_is_content where word i may stand behind an empty line: as the first word of a name or thing. */
static bool is_content_before(const ogpi_scanner *s, size_t i)
{
    const uint64_t more = OGPI_BIT(stop) | OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(vague) | OGPI_BIT(verb) |
                          OGPI_BIT(act);
    if (!ogpi_is_kind(s, i, OGPI_WORD) || ogpi_used(s, i, OGPI_USED_TAKEN) || ogpi_has_affix(s, i, OGPI_AFFIX_VERB))
        return false;
    return (!ogpi_begins(s, i, more) && !ogpi_used(s, i, OGPI_USED_QUANTITY)) || is_content_here(s, i);
}

bool ogpi_is_content(const ogpi_scanner *s, size_t i)
{
    return !(ogpi_flags(s, i) & OGPI_WORD_BREAK) && is_content_before(s, i);
}

/* English: whether the next word makes the noun at hand a mere modifier ("report writers"). */
bool ogpi_is_modifier(const ogpi_scanner *s, size_t end)
{
    bool counted = ogpi_used(s, end, OGPI_USED_QUANTITY);
    if (counted && ogpi_used(s, end - 1, OGPI_USED_QUANTITY))
        return true;
    if (!ogpi_is_content(s, end) || counted || ogpi_is_class(s, end, OGPI_CLASS_thing))
        return ogpi_is_class(s, end, OGPI_CLASS_thing);
    if (ogpi_is_class(s, end, OGPI_CLASS_adjective) && !ogpi_is_content(s, end + 1))
        return false;
    if (ogpi_flags(s, end) & OGPI_WORD_SUFFIX)
        return true;
    if (ogpi_has_form(s, end - 1, OGPI_FORM_plural))
        return ogpi_begins(s, end, OGPI_BIT(thing) | OGPI_BIT(thing_weak)) || /* "transcripts go online" */
               (ogpi_is_class(s, end + 1, OGPI_CLASS_thing) && !ogpi_breaks(s, end + 1) &&
                !ogpi_has_form(s, end, OGPI_FORM_past | OGPI_FORM_gerund | OGPI_FORM_adverb));
    return !ogpi_has_form(s, end, OGPI_FORM_past | OGPI_FORM_gerund | OGPI_FORM_adverb);
}

static bool capital_content(const ogpi_scanner *s, size_t i)
{
    return (ogpi_flags(s, i) & OGPI_WORD_CAPITAL) && ogpi_is_content(s, i);
}

/* "Companies (Beneficial Ownership) Regulations": where the name begins whose bracket closes before word i, or i. */
static size_t bracketed_name(const ogpi_scanner *s, size_t i)
{
    if (i < 4 || !s->cased || !ogpi_sign(s, i - 1, ')') || !(ogpi_flags(s, i) & OGPI_WORD_CAPITAL))
        return i;
    for (size_t at = i - 1; at > 1 && i - at < 12 && !ogpi_breaks(s, at); at--) {
        if (!ogpi_sign(s, at - 1, '('))
            continue;
        for (i = --at; i > 0 && capital_content(s, i - 1); i--)
            continue;
        return i;
    }
    return i;
}

/* The "st" of "1st". */
static bool ends_ordinal(const ogpi_scanner *s, size_t i)
{
    return (ogpi_flags(s, i) & OGPI_WORD_GLUED) && ogpi_is_kind(s, i, OGPI_WORD) &&
           ogpi_is_kind(s, i - 1, OGPI_NUMBER);
}

/* The participle of "a new and improved portal", "a new, updated website". */
static bool joins_participle(const ogpi_scanner *s, size_t i)
{
    return i > 2 && ogpi_has_form(s, i, OGPI_FORM_past) &&
           (ogpi_sign(s, i - 1, ',') || ogpi_skip(s, i - 1, OGPI_CLASS_and) == i) &&
           (ogpi_is_class(s, i - 2, OGPI_CLASS_adjective) || ogpi_has_form(s, i - 2, OGPI_FORM_past)) &&
           ogpi_said_before(s, i - 2, OGPI_CLASS_determiner, OGPI_DETERMINER_NEW);
}

/* Words in front that say which kind. */
size_t ogpi_group_start(const ogpi_scanner *s, size_t i)
{
    size_t start = i;
    while (start > 0 && i - start < 5 && !(ogpi_flags(s, start) & OGPI_WORD_BREAK)) {
        if (start < i && (ogpi_flags(s, start) & OGPI_WORD_HYPHEN) && ogpi_is_kind(s, start - 1, OGPI_WORD))
            start--; /* "in-house tool", "end-to-end system" */
        else if (is_content_before(s, start - 1) && !ogpi_is_class(s, start - 1, OGPI_CLASS_determiner))
            start--;
        else if (start > 1 && (ogpi_flags(s, start - 1) & OGPI_WORD_HYPHEN) && is_content_before(s, start - 2))
            start -= 2; /* "land-use plan" */
        else if (ogpi_has_form(s, start - 1, OGPI_FORM_past) &&
                 ogpi_said_before(s, start - 1, OGPI_CLASS_determiner, OGPI_DETERMINER_NEW))
            start--; /* "an improved portal" */
        else if (joins_participle(s, start - 1))
            start -= 3; /* "a new and improved portal" */
        else
            break;
    }
    while (start < i && ((ogpi_flags(s, start) & OGPI_WORD_SUFFIX) || ends_ordinal(s, start)))
        start++;
    if (start < i && start > 1 && s->cased && capital_content(s, start) && capital_content(s, start - 2) &&
        ogpi_skip(s, start - 1, OGPI_CLASS_inside) == start && !ogpi_breaks(s, start - 1))
        start -= 2; /* "Freedom of Information Bill" */
    if (start < i && start > 2 && s->cased && capital_content(s, start) && capital_content(s, start - 3) &&
        ogpi_is_class(s, start - 2, OGPI_CLASS_of) &&
        ogpi_is_class(s, start - 1, OGPI_CLASS_determiner) && !ogpi_takes_new(s, start - 1) &&
        !ogpi_is_class(s, start - 4, OGPI_CLASS_bar) && !ogpi_has(s, start - 3, OGPI_CLASS_act))
        /* not "Title II of the Evidence Act", nor "Implementation of the Data Policy" */
        start -= 3; /* "State of the Environment Report" */
    if (start > 1 && ogpi_sign(s, start - 1, '\'') && (ogpi_flags(s, start - 1) & OGPI_WORD_GLUED) &&
        is_content_before(s, start - 2)) {
        start -= 2; /* "citizens' petitions" */
        if (start > 0 && !ogpi_breaks(s, start) && is_content_before(s, start - 1) &&
            !ogpi_is_class(s, start - 1, OGPI_CLASS_determiner))
            start--;
    }
    if (start > 0 && ogpi_sign(s, start - 1, '"') && start < i)
        start--;
    if (start == i && ogpi_any(s, i, OGPI_BIT(law)))
        start = bracketed_name(s, i);
    return start;
}

/* "of campaign donors" after an English noun. */
static size_t compound_rest(const ogpi_scanner *s, size_t end)
{
    size_t at = ogpi_skip(s, end, OGPI_CLASS_of);
    if (at == end || at != end + 1)
        return end;
    while (ogpi_is_content(s, at) && !ogpi_used(s, at, OGPI_USED_QUANTITY))
        at++;
    return at > end + 1 ? at : end;
}

/* Adjectives and one "de ..." complement after a Romance noun. */
static size_t joined_rest(const ogpi_scanner *s, size_t end)
{
    bool complement = false;
    for (size_t steps = 0; steps < 8; steps++) {
        if (ogpi_is_class(s, end, OGPI_CLASS_adjective) && ogpi_is_content(s, end)) {
            end++;
            continue;
        }
        uint32_t article = 0;
        size_t at = ogpi_skip_all(s, end, OGPI_CLASS_of);
        ogpi_match(s, end, OGPI_CLASS_of, &article);
        if (complement || article || at == end || at > end + 3 || !ogpi_is_content(s, at))
            break;
        complement = true;
        end = at + 1;
    }
    return end;
}

/* "للرصد" */
static bool is_for_the(const ogpi_scanner *s, size_t i)
{
    return ogpi_has_form(s, i, OGPI_FORM_for_the) ||
           (ogpi_led_by(s, i, OGPI_AFFIX_FOR) && ogpi_has_affix(s, i, OGPI_AFFIX_THE));
}

/* Arabic: adjectives, the rest of a construct, one "for the ..." */
static size_t construct_rest(const ogpi_scanner *s, size_t end)
{
    bool for_the = false;
    for (size_t steps = 0; steps < 4 && ogpi_is_content(s, end); steps++, end++) {
        if (ogpi_has_affix(s, end - 1, OGPI_AFFIX_THE) && !ogpi_has_affix(s, end, OGPI_AFFIX_THE) &&
            !ogpi_has_form(s, end, OGPI_FORM_for))
            break; /* an article closes a construct: "تتضمن الاتفاقية منحة" */
        if (steps == 0 && ogpi_has_form(s, end - 1, OGPI_FORM_feminine) && ogpi_has_affix(s, end - 1, OGPI_AFFIX_THE) &&
            !ogpi_has_form(s, end, OGPI_FORM_feminine) &&
            !ogpi_any(s, end, OGPI_BIT(adjective) | OGPI_BIT(ordinal)))
            break; /* "تعتمد اللجنة القرار" */
        if (for_the && ogpi_has_affix(s, end, OGPI_AFFIX_AND) && ogpi_has_affix(s, end, OGPI_AFFIX_THE))
            continue; /* "for monitoring and evaluation" */
        for_the |= is_for_the(s, end);
        if (ogpi_has_affix(s, end, OGPI_AFFIX_AND) ||
            (ogpi_has_affix(s, end, OGPI_AFFIX_PREPOSITION) && !is_for_the(s, end)))
            break;
    }
    return end;
}

size_t ogpi_group_rest(const ogpi_scanner *s, size_t end)
{
    if (ogpi_option(s, end - 1, OGPI_OPTION_HEAD_LAST))
        return compound_rest(s, end);
    return ogpi_option(s, end - 1, OGPI_OPTION_CONSTRUCT) ? construct_rest(s, end) : joined_rest(s, end);
}

/* "diffuser auprès de 120 communes un guide": an article behind a noun that is counted itself. */
static bool opens_behind_counted(const ogpi_scanner *s, size_t at)
{
    const uint64_t numbers = OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(collective) | OGPI_BIT(fraction);
    return ogpi_option(s, at, OGPI_OPTION_BY_OF) && ogpi_says(s, at, OGPI_CLASS_determiner, OGPI_DETERMINER_NEW) &&
           ogpi_used(s, at - 1, OGPI_USED_QUANTITY) && ogpi_is_kind(s, at - 1, OGPI_WORD) &&
           !ogpi_any(s, at - 1, numbers | OGPI_BIT(approx));
}

/* Skips back over articles, counts, frequencies and adverbs in front of the noun. */
size_t ogpi_skip_before_group(const ogpi_scanner *s, size_t start)
{
    size_t at = start;
    while (at > 0 && start - at < 8 && ogpi_may_lead(s, at) && !(ogpi_flags(s, at) & OGPI_WORD_BREAK) &&
           !ogpi_is_kind(s, at - 1, OGPI_SIGN) && !(at < start && opens_behind_counted(s, at))) {
        size_t begin = at;
        if (ogpi_used(s, at - 1, OGPI_USED_QUANTITY | OGPI_USED_DURATION | OGPI_USED_VAGUE) &&
            !ogpi_used(s, at - 1, OGPI_USED_THING))
            at--;
        else if (ogpi_is_kind(s, at - 1, OGPI_NUMBER) && (s->marks.used[at - 1] & OGPI_USED_DATE) &&
                 ogpi_match_before(s, at - 1, OGPI_CLASS_determiner, NULL, NULL))
            at--; /* "the 2022 census" */
        else if (ends_ordinal(s, at - 1))
            at -= 2; /* "the 2nd report", "le 1er rapport" */
        else if (ogpi_match_before(s, at, OGPI_CLASS_determiner, &begin, NULL) ||
                 ogpi_match_before(s, at, OGPI_CLASS_before_noun, &begin, NULL)) {
            at = begin;
            if (ogpi_option(s, at, OGPI_OPTION_BY_OF) && ogpi_skip(s, at, OGPI_CLASS_skip) == at + 1)
                break; /* "deux représentants au comité" */
        }
        else
            break;
    }
    return at;
}

/* An Arabic construct that an article closes: "the portal of the ministry". */
bool ogpi_is_definite_construct(const ogpi_scanner *s, size_t start)
{
    return ogpi_option(s, start, OGPI_OPTION_CONSTRUCT) && ogpi_is_content(s, start + 1) &&
           ogpi_has_affix(s, start + 1, OGPI_AFFIX_THE) &&
           !ogpi_has_affix(s, start + 1, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION);
}
