/* SPDX-License-Identifier: MIT */
/* Things whose existence can be checked later: a head noun and the words that say which kind. */
#include "text/scan.h"

#define TAKEN (OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_BODY | OGPI_USED_BARRED)

static bool is_class(const ogpi_scanner *s, size_t i, ogpi_class id)
{
    return ogpi_any(s, i, (uint64_t)1 << id) && ogpi_skip(s, i, id) > i;
}

static bool is_content(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i, OGPI_WORD) && !(ogpi_flags(s, i) & OGPI_WORD_BREAK) && !ogpi_marked(s, i, i + 1, TAKEN) &&
           !is_class(s, i, OGPI_CLASS_stop) && !is_class(s, i, OGPI_CLASS_verb) && !is_class(s, i, OGPI_CLASS_act) &&
           !ogpi_has_affix(s, i, OGPI_AFFIX_VERB) && !is_class(s, i, OGPI_CLASS_number) && !is_class(s, i, OGPI_CLASS_vague);
}

static bool ends(const ogpi_scanner *s, size_t i, const char *tail)
{
    size_t length = strlen(tail), own = s->words.items[i].length;
    return own > length + 2 && memcmp(ogpi_key(s, i) + own - length, tail, length) == 0;
}

/* English: whether the next word makes the noun at hand a mere modifier ("report writers"). */
static bool is_modifier(const ogpi_scanner *s, size_t end)
{
    if (!is_content(s, end) || ogpi_marked(s, end, end + 1, OGPI_USED_QUANTITY))
        return is_class(s, end, OGPI_CLASS_thing);
    if (ogpi_flags(s, end) & OGPI_WORD_SUFFIX)
        return true;
    return !ends(s, end, "ed") && !ends(s, end, "ing") && !ends(s, end, "ly");
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
    for (size_t steps = 0; steps < 4 && is_content(s, end); steps++, end++) {
        const char *key = ogpi_key(s, end);
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
    while (at > 0 && i - at < 4 && ogpi_is_kind(s, at - 1, OGPI_WORD) && !ogpi_marked(s, at - 1, at, OGPI_USED_THING) &&
           is_class(s, at - 1, OGPI_CLASS_of))
        at--;
    if (at > 0 && at < i && ogpi_marked(s, at - 1, at, OGPI_USED_THING | OGPI_USED_BODY))
        return true;
    return ogpi_marked(s, i, i + 1, OGPI_USED_THING);
}

static bool is_pointed_at(const ogpi_scanner *s, size_t start)
{
    uint32_t value = 0;
    return start > 0 && ogpi_match_before(s, start, OGPI_CLASS_determiner, NULL, &value) && value == 2;
}

/* A weak noun ("data", "plan") counts where the text does something with it. */
static bool acted_on(const ogpi_scanner *s, size_t start, size_t end)
{
    if (ogpi_breaks(s, start))
        return true;
    for (size_t back = 1; back <= 6 && back <= start; back++) {
        size_t at = start - back;
        if (is_class(s, at, OGPI_CLASS_act))
            return true;
        if (ogpi_breaks(s, at) || ogpi_sign(s, at, ';') || (ogpi_marked(s, at, at + 1, OGPI_USED_BODY) && !ogpi_option(s, at, OGPI_OPTION_NO_CASE)))
            break;
    }
    for (size_t at = end; at < end + 7 && at < ogpi_count(s) && !ogpi_breaks(s, at); at++)
        if (is_class(s, at, OGPI_CLASS_act))
            return true;
    return false;
}

static size_t thing_at(ogpi_scanner *s, size_t i)
{
    bool english = ogpi_option(s, i, OGPI_OPTION_HEAD_LAST);
    size_t end = ogpi_skip(s, i, OGPI_CLASS_thing);
    bool weak = end == i;
    if (weak)
        end = ogpi_skip(s, i, OGPI_CLASS_thing_weak);
    if (end == i || ogpi_marked(s, i, end, TAKEN))
        return i;
    if (english && (ogpi_any(s, end, OGPI_BIT(thing) | OGPI_BIT(thing_weak)) || weak) && is_modifier(s, end))
        return i;
    size_t start = english ? start_before(s, i) : i;
    if (belongs(s, start) || is_pointed_at(s, start) || (weak && !acted_on(s, start, end)))
        return i;
    end = end_after(s, end);
    ogpi_add(s, OGP_FACT_DELIVERABLE, start, end, NULL);
    return end;
}

void ogpi_find_deliverables(ogpi_scanner *s)
{
    for (size_t i = 0; i < ogpi_count(s);) {
        size_t next = s->tokens[i].classes & (OGPI_BIT(thing) | OGPI_BIT(thing_weak)) ? thing_at(s, i) : i;
        i = next > i ? next : i + 1;
    }
}
