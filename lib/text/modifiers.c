/* SPDX-License-Identifier: MIT */
/* What bounds a number, in front of it and behind: "at least", "between", a currency, "the" of a share. */
#include "text/quantities.h"

size_t ogpi_percent_at(const ogpi_scanner *s, size_t i)
{
    return ogpi_sign(s, i, '%') ? i + 1 : ogpi_skip(s, i, OGPI_CLASS_percent);
}

/* The end of "<br/>". */
static bool in_tag(const ogpi_scanner *s, size_t i)
{
    return i > 0 && (ogpi_flags(s, i) & OGPI_WORD_GLUED) && !ogpi_sign(s, i - 1, '(');
}

/* "≤", "≥" or "≈" */
static bool is_bound(const ogpi_scanner *s, size_t i)
{
    const char *sign = ogpi_key(s, i);
    return ogpi_is_kind(s, i, OGPI_SIGN) && s->words.items[i].length == 3 &&
           memcmp(sign, "\xE2\x89", 2) == 0 && strchr("\xA4\xA5\x88", sign[2]);
}

/* Whether a second number follows the one at word i, as in "5 and 10", "5 % et 10 %". */
static bool goes_up(const ogpi_scanner *s, size_t i)
{
    ogpi_number number;
    if (!ogpi_number_at(s, ogpi_skip(s, i, OGPI_CLASS_currency), &number))
        return false;
    size_t at = ogpi_percent_at(s, number.next), of = ogpi_skip(s, at, OGPI_CLASS_of);
    at = ogpi_has(s, of, OGPI_CLASS_currency) ? ogpi_skip(s, of, OGPI_CLASS_currency) : at;
    return ogpi_has(s, at, OGPI_CLASS_and) || ogpi_has(s, at, OGPI_CLASS_to) || ogpi_sign(s, at, '-') ||
           ogpi_used(s, at, OGPI_USED_QUANTITY);
}

/* "al menos el 90 %", "casi el 35 %": a modifier, an article and a share; the article begins at *article. */
static bool bounds_share(const ogpi_scanner *s, size_t i, size_t *article)
{
    ogpi_number number;
    size_t start = i;
    if (!ogpi_option(s, i, OGPI_OPTION_BY_OF) ||
        !ogpi_match_before(s, i, OGPI_CLASS_determiner, &start, NULL) ||
        !ogpi_match_before(s, start, OGPI_CLASS_approx, NULL, NULL) ||
        ogpi_match_before(s, start, OGPI_CLASS_between, NULL, NULL) || !ogpi_number_at(s, i, &number) ||
        ogpi_percent_at(s, number.next) == number.next)
        return false;
    *article = start;
    return true;
}

/* "hand over", "spread over": whether the modifier of words [bound, end) belongs to the verb in front of it. */
static bool is_of_verb(const ogpi_scanner *s, size_t bound, size_t end)
{
    return bound > 0 && ogpi_any(s, bound - 1, OGPI_BIT(act) | OGPI_BIT(verb)) &&
           (ogpi_skip(s, bound - 1, OGPI_CLASS_act) == end || ogpi_skip(s, bound - 1, OGPI_CLASS_verb) == end);
}

/* Where the words begin that bound what begins at word i: two at most; not "بينهم 96 نائبة". */
static size_t skip_bounds(const ogpi_scanner *s, size_t i)
{
    for (int more = 0; more < 2; more++) {
        size_t bound = i;
        if ((i > 0 && ogpi_has_affix(s, i - 1, OGPI_AFFIX_OWNER)) ||
            !ogpi_match_before(s, i, OGPI_CLASS_approx, &bound, NULL) || is_of_verb(s, bound, i))
            break;
        i = bound;
    }
    return i;
}

size_t ogpi_with_modifiers(const ogpi_scanner *s, size_t i)
{
    size_t start = i;
    if (start > 0 && is_bound(s, start - 1))
        start--; /* "≥ 900" */
    while (start > 0 && ogpi_is_kind(s, start - 1, OGPI_SIGN) && s->words.items[start - 1].length <= 3 &&
           (strchr("~<>", *ogpi_key(s, start - 1)) || (unsigned char)*ogpi_key(s, start - 1) == 0xE2) &&
           (ogpi_flags(s, start) & OGPI_WORD_GLUED) && !in_tag(s, start - 1))
        start--;
    if (ogpi_match_before(s, start, OGPI_CLASS_currency, &start, NULL))
        i = start;
    size_t article = start;
    if (ogpi_is_kind(s, i, OGPI_NUMBER) && ogpi_match_before(s, start, OGPI_CLASS_article, &article, NULL) &&
        ogpi_match_before(s, article, OGPI_CLASS_approx, NULL, NULL))
        start = article; /* "al menos un 25 %" */
    else if (ogpi_is_kind(s, i, OGPI_NUMBER) && ogpi_match_before(s, start, OGPI_CLASS_determiner, &article, NULL) &&
             ogpi_match_before(s, article, OGPI_CLASS_between, NULL, NULL) && goes_up(s, i))
        start = article; /* "entre el 5 y el 10 %" */
    else if (bounds_share(s, start, &article))
        start = article;
    start = skip_bounds(s, start);
    if (start < i && ogpi_any(s, start, OGPI_BIT(between)) && !ogpi_option(s, i, OGPI_OPTION_NUMBER_BEHIND) &&
        !goes_up(s, i))
        return i; /* "150 entre 10.000 voluntarios" */
    if (start < i && ogpi_any(s, start, OGPI_BIT(between)) &&
        ((start > 0 && ogpi_any(s, start - 1, OGPI_BIT(of)) && ogpi_option(s, start - 1, OGPI_OPTION_CONSTRUCT)) ||
         (ogpi_looks_dual(s, i) && !ogpi_may_begin(s, i, OGPI_BIT(number) | OGPI_BIT(multiplier)))))
        return i; /* "من بين 178 دولة", "بين القطاعين" */
    if (start < i && ogpi_marked(s, start, i, OGPI_USED_COUNTED))
        return i;
    return start;
}

#define MOST_ADJECTIVES 2 /* between a noun and "at least" */

/* In Romance and Arabic over the adjectives of what is counted: "tres talleres regionales como mínimo". */
size_t ogpi_with_bound(const ogpi_scanner *s, size_t end)
{
    const uint32_t adjectives = OGPI_FORM_relation | OGPI_FORM_relation_feminine | OGPI_FORM_plural_letter;
    size_t at = end, after = ogpi_skip(s, end, OGPI_CLASS_approx_after);
    if (ogpi_option(s, end, OGPI_OPTION_HEAD_LAST) || !ogpi_is_kind(s, end - 1, OGPI_WORD))
        return after;
    while (after == at && at < end + MOST_ADJECTIVES && ogpi_is_plain_word(s, at) && !ogpi_breaks(s, at) &&
           (ogpi_begins(s, at, OGPI_BIT(adjective)) || ogpi_has_form(s, at, adjectives)))
        after = ogpi_skip(s, ++at, OGPI_CLASS_approx_after);
    return after > at ? after : end;
}
