/* SPDX-License-Identifier: MIT */
/* Counts and shares with what they count. */
#include "text/scan.h"

#include <stdio.h>

#define TAKEN (OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_BARRED | OGPI_USED_QUANTITY)

static bool is_word(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i, OGPI_WORD) && !(ogpi_flags(s, i) & OGPI_WORD_BREAK) && !ogpi_marked(s, i, i + 1, TAKEN);
}

static bool ends_with(const ogpi_scanner *s, size_t i, const char *tail)
{
    size_t length = strlen(tail), own = s->words.items[i].length;
    return own > length + 3 && memcmp(ogpi_key(s, i) + own - length, tail, length) == 0;
}

static bool is_plural(const ogpi_scanner *s, size_t i)
{
    size_t length = s->words.items[i].length;
    const char *key = ogpi_key(s, i);
    if (ogpi_skip(s, i, OGPI_CLASS_plural) == i + 1)
        return true;
    return length > 2 && key[length - 1] == 's' && !strchr("sui", key[length - 2]);
}

/* "women" of "women-led". */
static bool joined_on(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i + 1, OGPI_WORD) && (ogpi_flags(s, i + 1) & OGPI_WORD_HYPHEN);
}

/* The apostrophe of "magistrates' courts". */
static bool is_owner_mark(const ogpi_scanner *s, size_t i)
{
    return ogpi_sign(s, i, '\'') && (ogpi_flags(s, i) & OGPI_WORD_GLUED) && !(ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) &&
           is_word(s, i + 1);
}

/* "six-month", "3-day" */
static bool is_joined_length(const ogpi_scanner *s, size_t i)
{
    return ogpi_marked(s, i, i + 1, OGPI_USED_DURATION) && ogpi_marked(s, i + 1, i + 2, OGPI_USED_DURATION) &&
           (ogpi_flags(s, i + 1) & OGPI_WORD_HYPHEN) && !ogpi_breaks(s, i);
}

/* English: the group ends with its last plural: "3 regional radio stations". */
static size_t noun_group(const ogpi_scanner *s, size_t i)
{
    size_t end = i, at = i;
    if (is_joined_length(s, i))
        at += 2; /* "two six-month waves" */
    for (; at < i + 7 && (is_word(s, at) || (at > i && is_owner_mark(s, at))); at++) {
        bool adjective =
            ogpi_any(s, at, OGPI_BIT(adjective)) && ogpi_skip(s, at, OGPI_CLASS_adjective) > at; /* "online" */
        if (!adjective && ogpi_any(s, at, OGPI_BIT(stop) | OGPI_BIT(month)) && ogpi_skip(s, at, OGPI_CLASS_stop) > at)
            break;
        size_t compound = ogpi_skip(s, at, OGPI_CLASS_compound);
        if (compound > at) { /* "data sets" */
            at = compound - 1;
            end = compound;
            continue;
        }
        if (!adjective && at > i && !(ogpi_flags(s, at) & OGPI_WORD_HYPHEN) && ogpi_any(s, at, OGPI_BIT(verb)) &&
            ogpi_skip(s, at, OGPI_CLASS_verb) > at && end > i)
            break;
        if ((ogpi_flags(s, at) & OGPI_WORD_SUFFIX) || joined_on(s, at))
            continue;
        if (is_plural(s, at))
            end = at + 1;
    }
    return end;
}

/* Romance and Arabic: one noun, or a fixed compound, after adjectives that stand in front. */
static size_t noun_after(const ogpi_scanner *s, size_t i, bool after_of)
{
    size_t at = i;
    if (after_of) {
        size_t of = ogpi_skip(s, at, OGPI_CLASS_of);
        at = of > at ? of : at;
        if (ogpi_sign(s, at, '"'))
            return i;
    }
    at = ogpi_skip_all(s, at, OGPI_CLASS_before_noun);
    if (!is_word(s, at) || (at == i && ogpi_breaks(s, at)) || (ogpi_flags(s, at) & OGPI_WORD_ELIDED))
        return i;
    size_t compound = ogpi_skip(s, at, OGPI_CLASS_compound);
    if (compound > at)
        return compound;
    bool accusative = ogpi_option(s, at, OGPI_OPTION_NO_CASE) && ends_with(s, at, "ا"); /* "29 تجمعا" */
    if ((ogpi_any(s, at, OGPI_BIT(stop)) && ogpi_skip(s, at, OGPI_CLASS_stop) > at) ||
        ogpi_has_affix(s, at, OGPI_AFFIX_PREPOSITION | OGPI_AFFIX_AND) ||
        (ogpi_skip(s, at, OGPI_CLASS_verb) > at && !accusative))
        return i;
    return at + 1;
}

/* English after "one": the words up to the last noun of the group. */
static size_t one_group(const ogpi_scanner *s, size_t i)
{
    size_t at = i;
    while (at < i + 4 && is_word(s, at) && ogpi_skip(s, at, OGPI_CLASS_stop) == at &&
           ogpi_skip(s, at, OGPI_CLASS_verb) == at)
        at++;
    return at;
}

static size_t counted_noun(const ogpi_scanner *s, size_t i, bool after_of)
{
    if (i >= ogpi_count(s) || (ogpi_flags(s, i) & OGPI_WORD_HYPHEN))
        return i;
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST)) {
        size_t at = after_of ? ogpi_skip(s, i, OGPI_CLASS_of) : i;
        size_t end = noun_group(s, at);
        return end > at ? end : i;
    }
    return noun_after(s, i, after_of);
}

static size_t percent_at(const ogpi_scanner *s, size_t i)
{
    return ogpi_sign(s, i, '%') ? i + 1 : ogpi_skip(s, i, OGPI_CLASS_percent);
}

/* The end of "<br/>". */
static bool in_tag(const ogpi_scanner *s, size_t i)
{
    return i > 0 && (ogpi_flags(s, i) & OGPI_WORD_GLUED) && !ogpi_sign(s, i - 1, '(');
}

/* Where the modifiers before word i begin. */
static size_t with_modifiers(const ogpi_scanner *s, size_t i)
{
    size_t start = i;
    while (start > 0 && ogpi_is_kind(s, start - 1, OGPI_SIGN) && s->words.items[start - 1].length <= 3 &&
           (strchr("~<>", *ogpi_key(s, start - 1)) || (unsigned char)*ogpi_key(s, start - 1) == 0xE2) &&
           (ogpi_flags(s, start) & OGPI_WORD_GLUED) && !in_tag(s, start - 1))
        start--;
    if (ogpi_match_before(s, start, OGPI_CLASS_currency, &start, NULL))
        i = start;
    for (int more = 0; more < 2 && !(start > 0 && ogpi_has_affix(s, start - 1, OGPI_AFFIX_OWNER)) &&
                       ogpi_match_before(s, start, OGPI_CLASS_approx, &start, NULL);
         more++)
        ; /* not "بينهم 96 نائبة" */
    if (start > 0 && start < i && ogpi_any(s, start - 1, OGPI_BIT(of)) && ogpi_any(s, start, OGPI_BIT(between)))
        return i; /* "من بين 178 دولة" */
    if (start < i && ogpi_marked(s, start, i, TAKEN))
        return i;
    return start;
}

static void add_quantity(ogpi_scanner *s, size_t first, size_t end, const ogpi_number *number)
{
    char norm[48];
    size_t after = ogpi_skip(s, end, OGPI_CLASS_approx_after);
    ogpi_number_text(norm, number);
    ogpi_add(s, OGP_FACT_QUANTITY, with_modifiers(s, first), after, norm);
}

/* "de 75 à 150": two counts, no range; an Arabic "from" tells by itself, but not after what is made in that number. */
static bool is_change(const ogpi_scanner *s, size_t first, size_t end)
{
    if (first == 0 || !ogpi_any(s, first - 1, OGPI_BIT(of)))
        return false;
    uint32_t act = 0;
    if (ogpi_option(s, first - 1, OGPI_OPTION_NO_CASE))
        return first < 2 || ((ogpi_match(s, first - 2, OGPI_CLASS_act, &act) != first - 1 || (act & 3) == 3) &&
                             (!ogpi_begins(s, first - 2, OGPI_BIT(thing)) || s->tokens[first - 2].affixes));
    return !ogpi_is_kind(s, end, OGPI_WORD) || ogpi_any(s, end, OGPI_BIT(stop));
}

/* "de 30 à 15": a range never goes down. */
static bool descends(const ogpi_scanner *s, size_t first, const ogpi_number *upper)
{
    ogpi_number lower;
    return ogpi_number_at(s, first, &lower) && lower.scale == upper->scale && lower.mantissa > upper->mantissa;
}

/* The rest of "thirty (30)", "10 to 12", "entre 15 y 25": the index after it. */
static size_t rest_of_number(const ogpi_scanner *s, size_t i, size_t first)
{
    ogpi_number other;
    if (ogpi_sign(s, i, '(') && ogpi_number_at(s, i + 1, &other) && ogpi_sign(s, other.next, ')') &&
        !ogpi_marked(s, i + 1, i + 2, TAKEN))
        return other.next + 1;
    size_t at = ogpi_sign(s, i, '-') ? i + 1 : ogpi_skip(s, i, OGPI_CLASS_to);
    uint32_t from = 0;
    bool between = ogpi_match_before(s, first, OGPI_CLASS_between, NULL, &from);
    if (between && from)
        return i; /* "from 1,150 to 3,000": two counts */
    if (at == i && between)
        at = ogpi_skip(s, i, OGPI_CLASS_and);
    if (at == i && !(ogpi_flags(s, i) & OGPI_WORD_HYPHEN) && !(between && ogpi_has_affix(s, i, OGPI_AFFIX_AND)))
        return i;
    if (at >= ogpi_count(s) || ogpi_marked(s, at, at + 1, TAKEN) || !ogpi_number_at(s, at, &other))
        return i;
    return descends(s, first, &other) || is_change(s, first, other.next) ? i : other.next;
}

/* "ورشة واحدة على الأقل": an Arabic noun, "one" and a modifier behind. */
static bool is_one_at_least(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    return number->mantissa == 1 && number->scale == 0 && i > 0 && ogpi_option(s, i, OGPI_OPTION_NO_CASE) &&
           !s->tokens[i].affixes && is_word(s, i - 1) && !ogpi_any(s, i - 1, OGPI_BIT(once)) &&
           ogpi_skip(s, number->next, OGPI_CLASS_approx_after) > number->next;
}

/* A bare "one" is no count; with a modifier that bounds it ("at least", not "under" or "another") it is. */
static bool counts(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    uint32_t weak = 0;
    if (number->digits || number->mantissa != 1 || is_one_at_least(s, i, number))
        return true;
    return i > 0 && ogpi_match_before(s, i, OGPI_CLASS_approx, NULL, &weak) && !weak;
}

#define NAMES_BARE 3 /* value of the list `bar`: a word that names a number which counts nothing: "call 119" */

/* "Windows 10", "le 115": what a name or a singular article stands before and no noun behind. */
static bool names_bare(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    const uint64_t others = OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(act) | OGPI_BIT(approx) | OGPI_BIT(and) |
                            OGPI_BIT(currency) | OGPI_BIT(number) | OGPI_BIT(between);
    uint32_t kind = 0;
    if (i == 0 || number->grouped || (s->marks.used[i - 1] & OGPI_USED_DATE))
        return false;
    if (ogpi_breaks(s, i)) /* ". 20 Lastly": the number of a note or page */
        return number->digits && number->mantissa < 1000 && ogpi_sign(s, i - 1, '.') &&
               !ogpi_option(s, i, OGPI_OPTION_NO_CASE) && (ogpi_flags(s, number->next) & OGPI_WORD_CAPITAL);
    if (ogpi_match_before(s, i, OGPI_CLASS_bar, NULL, &kind) && kind == NAMES_BARE)
        return ogpi_skip(s, number->next, OGPI_CLASS_to) == number->next;
    return number->digits && s->cased && i > 1 && ogpi_is_kind(s, i - 1, OGPI_WORD) && !ogpi_breaks(s, i - 1) &&
           !ogpi_is_kind(s, i - 2, OGPI_SIGN) && (ogpi_flags(s, i - 1) & OGPI_WORD_CAPITAL) &&
           !(ogpi_flags(s, i) & OGPI_WORD_HYPHEN) && !ogpi_any(s, i - 1, others);
}

static bool is_plain_word(const ogpi_scanner *s, size_t i)
{
    return is_word(s, i) && !ogpi_begins(s, i, OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(act));
}

/* "الحكومة", "المتابعة": an Arabic noun in the singular, which three or more are never said of. */
static bool is_singular(const ogpi_scanner *s, size_t i)
{
    return ends_with(s, i, "ه") && memcmp(ogpi_key(s, i), "الا", 6) != 0;
}

/* Where the noun of "the five councils" begins in Arabic: the number follows it and has the article; i where there is
 * none. */
static size_t noun_in_front(const ogpi_scanner *s, size_t i)
{
    bool article = i > 0 && ogpi_has_affix(s, i, OGPI_AFFIX_THE);
    bool apart = i > 1 && !article && ogpi_option(s, i - 1, OGPI_OPTION_NO_CASE) &&
                 ogpi_skip(s, i - 1, OGPI_CLASS_determiner) == i &&
                 (ogpi_flags(s, i) & OGPI_WORD_GLUED || s->words.items[i - 1].length == sizeof("ال") - 1);
    size_t noun = article ? i - 1 : apart ? i - 2 : i;
    if (noun == i || ogpi_skip(s, i, OGPI_CLASS_weekday) > i || !is_word(s, noun) ||
        ogpi_skip(s, noun, OGPI_CLASS_stop) > noun ||
        (apart && !ogpi_has_affix(s, noun, OGPI_AFFIX_THE | OGPI_AFFIX_OWNER)))
        return i;
    while (noun > 0 && ogpi_begins(s, noun, OGPI_BIT(adjective)) && is_plain_word(s, noun - 1) &&
           ogpi_has_affix(s, noun, OGPI_AFFIX_THE))
        noun--; /* "اللجان الجهوية الاثنتي عشرة" */
    if (noun > 0 && is_singular(s, noun) && ogpi_has_affix(s, noun, OGPI_AFFIX_THE) && is_plain_word(s, noun - 1) &&
        !s->tokens[noun - 1].affixes)
        return noun - 1; /* "أعضاء الحكومة الثلاثين" */
    bool whole = noun > 0 &&
                 ogpi_begins(s, noun, OGPI_BIT(inside) | OGPI_BIT(body) | OGPI_BIT(body_weak) | OGPI_BIT(plan)) &&
                 ogpi_has_affix(s, noun, OGPI_AFFIX_THE) && is_plain_word(s, noun - 1) &&
                 !ogpi_has_affix(s, noun - 1, OGPI_AFFIX_THE); /* "the twelve regions of the kingdom" */
    return whole ? noun - 1 : noun;
}

/* "le 5e plan"; the Arabic Monday. */
static bool is_ordinal(const ogpi_scanner *s, size_t i, size_t end)
{
    if (ogpi_option(s, end - 1, OGPI_OPTION_NO_CASE) &&
        (ogpi_skip(s, end, OGPI_CLASS_suffix) > end || ogpi_match_before(s, i, OGPI_CLASS_suffix, NULL, NULL)))
        return true; /* a day or year of the Hijri calendar */
    if (s->words.items[i].kind == OGPI_WORD)
        return ogpi_has_affix(s, i, OGPI_AFFIX_THE) && ogpi_skip(s, i, OGPI_CLASS_weekday) > i;
    end += ogpi_sign(s, end, '.') && (ogpi_flags(s, end + 1) & OGPI_WORD_GLUED) &&
           !ogpi_option(s, i, OGPI_OPTION_HEAD_LAST); /* "3.er" */
    return (ogpi_flags(s, end) & OGPI_WORD_GLUED) && ogpi_is_kind(s, end, OGPI_WORD) &&
           ogpi_skip(s, end, OGPI_CLASS_suffix) == end + 1;
}

/* "le 10 de chaque mois": a day. */
static bool is_day_of_every(const ogpi_scanner *s, size_t end)
{
    size_t at = ogpi_skip_all(s, end, OGPI_CLASS_of);
    if (at > end && ogpi_any(s, at, OGPI_BIT(unit)) && at == end + 1 &&
        !ogpi_option(s, end - 1, OGPI_OPTION_NO_CASE | OGPI_OPTION_HEAD_LAST) && end > 1 &&
        ogpi_skip(s, end - 2, OGPI_CLASS_determiner) == end - 1)
        return true; /* "le 20 du mois" */
    return at > end && ogpi_any(s, at, OGPI_BIT(every)) && ogpi_marked(s, at, at + 1, OGPI_USED_DURATION);
}

/* "Year 1", "mes 3"; the "2." of a list within a paragraph. */
static bool is_rank(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    if (i == 0 || !number->digits || number->grouped || number->mantissa > 99 || number->next != i + 1 ||
        ogpi_option(s, i, OGPI_OPTION_NO_CASE))
        return false;
    const ogpi_word *before = &s->words.items[i - 1];
    if (before->kind == OGPI_WORD && ogpi_key(s, i - 1)[before->length - 1] != 's' &&
        !ogpi_marked(s, i - 1, i, TAKEN) && ogpi_any(s, i - 1, OGPI_BIT(unit)) &&
        ogpi_skip(s, i - 1, OGPI_CLASS_unit) == i)
        return true;
    bool noun = ogpi_sign(s, i - 1, ')') || ogpi_sign(s, i - 1, '>') ||
                (before->kind == OGPI_NUMBER && ogpi_marked(s, i - 1, i, OGPI_USED_DATE)) ||
                (before->kind == OGPI_WORD && !ogpi_any(s, i - 1,
                                                        OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(act) |
                                                            OGPI_BIT(currency) | OGPI_BIT(approx) | OGPI_BIT(and)));
    if (!noun || !s->cased || !ogpi_sign(s, i + 1, '.'))
        return false;
    if (i + 2 == ogpi_count(s))
        return before->kind != OGPI_WORD;
    return (ogpi_flags(s, i + 2) & OGPI_WORD_CAPITAL) && !(ogpi_flags(s, i + 2) & OGPI_WORD_GLUED);
}

/* "from 45 to 15 days", "in 15 days instead of 30": a length of time whose unit is said with another. */
static bool is_short_length(const ogpi_scanner *s, size_t i, size_t end)
{
    size_t to = ogpi_skip(s, end, OGPI_CLASS_to);
    if (to > end && ogpi_is_kind(s, to, OGPI_NUMBER) && ogpi_marked(s, to, to + 1, OGPI_USED_DURATION))
        return true;
    if (ogpi_marked(s, end, end + 1, OGPI_USED_DURATION))
        return false; /* "for six months, then four per month" */
    for (size_t back = 1; back <= 4 && back <= i && !ogpi_breaks(s, i - back + 1); back++)
        if (s->marks.used[i - back] & OGPI_USED_DURATION)
            return back > 1 && ogpi_any(s, i - back, OGPI_BIT(unit) | OGPI_BIT(workday));
    return false;
}

/* The "(3)" of the Arabic "three reports (3)". */
static size_t skip_same_number(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    ogpi_number other;
    bool same = i > 0 && ogpi_option(s, i - 1, OGPI_OPTION_NO_CASE) && ogpi_sign(s, i, '(') &&
                ogpi_number_at(s, i + 1, &other) && ogpi_sign(s, other.next, ')') &&
                other.mantissa == number->mantissa && other.scale == number->scale;
    return same ? other.next + 1 : i;
}

/* The "ten" of "fifteenth", the "seventy" of "seventy-second" in Arabic; "the 76th member". */
static bool is_rank_word(const ogpi_scanner *s, size_t i)
{
    const unsigned joined = OGPI_AFFIX_AND | OGPI_AFFIX_THE;
    if (i == 0 || !ogpi_option(s, i - 1, OGPI_OPTION_NO_CASE))
        return false;
    if (ogpi_any(s, i - 1, OGPI_BIT(ordinal)))
        return ogpi_skip(s, i - 1, OGPI_CLASS_ordinal) > i || (s->tokens[i].affixes & joined) == joined;
    size_t noun = noun_in_front(s, i);
    return noun < i && (is_singular(s, noun) || ogpi_skip(s, noun, OGPI_CLASS_plural) > noun) &&
           ogpi_has_affix(s, noun, OGPI_AFFIX_THE);
}

static size_t number_quantity(ogpi_scanner *s, size_t i)
{
    ogpi_number number;
    if (!ogpi_number_at(s, i, &number) || ogpi_marked(s, i, number.next, TAKEN) || !counts(s, i, &number))
        return i;
    if (is_rank_word(s, i))
        return number.next;
    size_t noun = ogpi_option(s, i, OGPI_OPTION_NO_CASE) || s->words.items[i].kind == OGPI_NUMBER
                      ? noun_in_front(s, i) : i;
    if (noun < i && percent_at(s, number.next) > number.next)
        noun = i; /* "نسبة الثلاثين بالمئة" */
    if (noun == i && is_one_at_least(s, i, &number))
        noun = i - 1;
    if (noun < i && ogpi_skip(s, noun, OGPI_CLASS_age) > noun)
        return number.next;
    if (noun < i) {
        add_quantity(s, noun, number.next, &number);
        return number.next;
    }
    if (is_rank(s, i, &number))
        return number.next;
    size_t first = i, end = rest_of_number(s, number.next, i);
    if (is_day_of_every(s, end) || is_ordinal(s, i, end))
        return end;
    if (i > 0 && ogpi_sign(s, i - 1, '%'))
        first = i - 1;
    size_t after = percent_at(s, end);
    if (after > end) {
        bool joined = ogpi_sign(s, after, '-') || (ogpi_flags(s, after) & OGPI_WORD_HYPHEN) ||
                      ogpi_match_before(s, i, OGPI_CLASS_between, NULL, NULL) ||
                      (ogpi_option(s, after, OGPI_OPTION_NO_CASE) && i > 0 && !ogpi_any(s, i - 1, OGPI_BIT(of)));
        size_t upper = joined ? rest_of_number(s, after, i) : after,
               last = upper > after ? percent_at(s, upper) : after;
        after = last > upper ? last : after;
    }
    if (first < i || after > end) {
        add_quantity(s, first, after > end ? after : end, &number);
        return after > end ? after : end;
    }
    if ((ogpi_flags(s, end) & OGPI_WORD_HYPHEN) && ogpi_is_kind(s, end, OGPI_WORD))
        return end;
    size_t inner = end;
    end = ogpi_after_bracket(s, i, end);
    if (end > inner && counted_noun(s, end, number.mantissa >= 10) == end)
        end = inner;
    first -= end > inner; /* "(13) جامعة" */
    if (ogpi_sign(s, end, '+') && (ogpi_flags(s, end) & OGPI_WORD_GLUED))
        end++;
    if (number.mantissa == 1 && number.scale == 0 && ogpi_option(s, i, OGPI_OPTION_HEAD_LAST)) {
        after = one_group(s, end);
        add_quantity(s, first, after, &number);
        return after;
    }
    after = ogpi_skip(s, end, OGPI_CLASS_currency);
    if (after == end)
        after = counted_noun(s, end, number.mantissa >= 10);
    if (after == end && (is_short_length(s, i, end) || names_bare(s, i, &number)))
        return end;
    if (after == end && ogpi_is_age(s, first, end))
        return end;
    add_quantity(s, first, after, &number);
    return skip_same_number(s, after, &number);
}

/* Values of the list `fraction` that are no per cent: what leads to the second number of "three in ten"; shares
 * without an exact decimal. */
enum { SHARE_OF = 1, SHARE_THIRD = 33, SHARE_THIRDS = 67 };

/* "three in ten", "six usagers sur dix": a share by two numbers up to ten. */
static size_t ratio_at(ogpi_scanner *s, size_t i)
{
    ogpi_number part, whole;
    uint32_t value = 0;
    if (!ogpi_number_at(s, i, &part) || part.scale || part.mantissa > 9)
        return i;
    size_t at = part.next, end = ogpi_match(s, at, OGPI_CLASS_fraction, &value);
    if (value != SHARE_OF && !ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && is_word(s, at))
        end = ogpi_match(s, at + 1, OGPI_CLASS_fraction, &value);
    if (value != SHARE_OF || !ogpi_number_at(s, end - 1, &whole) || whole.scale || whole.next != end ||
        whole.mantissa > 10 || part.mantissa >= whole.mantissa || ogpi_marked(s, i, end, TAKEN) ||
        (end == at + 2 && part.digits != whole.digits)) /* "two in 5 districts" */
        return i;
    ogpi_number share = { .mantissa = part.mantissa * 100 / whole.mantissa };
    if (share.mantissa * whole.mantissa == part.mantissa * 100)
        add_quantity(s, i, end, &share);
    else if (part.mantissa == 1)
        ogpi_mark(s, i, end, OGPI_USED_BARRED); /* no exact decimal */
    else
        return i;
    return end;
}

/* "half of the seats", "three quarters", "double". */
static size_t share_at(ogpi_scanner *s, size_t i)
{
    uint32_t value = 0;
    size_t end = ogpi_match(s, i, OGPI_CLASS_fraction, &value);
    if (value == SHARE_OF)
        return i;
    if (ogpi_flags(s, end) & OGPI_WORD_HYPHEN)
        return i; /* "tiers-lieu" */
    if (end > i && (value == SHARE_THIRD || value == SHARE_THIRDS)) {
        ogpi_mark(s, i, end, OGPI_USED_BARRED);
        return end;
    }
    bool romance = !ogpi_option(s, i, OGPI_OPTION_NO_CASE | OGPI_OPTION_HEAD_LAST);
    if (end == i + 1 && romance && value == 50 && !ogpi_match_before(s, i, OGPI_CLASS_determiner, NULL, NULL))
        return i; /* "a mitad de año" */
    bool whole =
        end > i + 2 || ogpi_option(s, i, OGPI_OPTION_NO_CASE) || (romance && (value == 50 || end > i + 1)) ||
        ogpi_match_before(s, i, OGPI_CLASS_approx, NULL, NULL); /* "one in five", "at least half" need no "of" */
    if (end > i && (ogpi_marked(s, end, end + 1, OGPI_USED_DURATION | OGPI_USED_DATE) ||
                    ogpi_any(s, end, OGPI_BIT(ordinal)) || (ogpi_skip(s, end, OGPI_CLASS_of) == end && !whole)))
        return i;
    ogpi_number longer;
    if (end > i && ogpi_option(s, i, OGPI_OPTION_NO_CASE) && ogpi_number_at(s, i, &longer) && longer.next > end)
        return i; /* "half a million" */
    if (end == i) {
        end = ogpi_match(s, i, OGPI_CLASS_times_as_many, &value);
        if (value >> 8 && is_word(s, end) && !ogpi_any(s, end, OGPI_BIT(stop)))
            return i; /* "el doble objetivo" */
        value &= 0xFF;
    }
    if (end == i || ogpi_marked(s, i, end, TAKEN) || (i > 0 && ogpi_match_before(s, i, OGPI_CLASS_ordinal, NULL, NULL)))
        return i;
    size_t article = i;
    bool modified = ogpi_match_before(s, i, OGPI_CLASS_determiner, &article, NULL) &&
                    !ogpi_option(s, i, OGPI_OPTION_NO_CASE) &&
                    ogpi_match_before(s, article, OGPI_CLASS_approx, NULL, NULL); /* "por lo menos la mitad" */
    add_quantity(s, modified ? article : i, end, &(ogpi_number){ .mantissa = value });
    return end;
}

/* "at least one": the article counts after a modifier. */
static size_t modified_one(ogpi_scanner *s, size_t i)
{
    size_t at = ogpi_skip(s, i, OGPI_CLASS_article), modifier = i;
    uint32_t weak = 0;
    if (at == i || ogpi_marked(s, i, at, TAKEN) || !ogpi_match_before(s, i, OGPI_CLASS_approx, &modifier, &weak) ||
        weak || modifier + 1 == i || ogpi_any(s, at, OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(unit)))
        return i;
    size_t end = counted_noun(s, at, false);
    if (end == at && ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && is_word(s, at))
        end = at + 1;
    if (end == at)
        return i;
    add_quantity(s, i, end, &(ogpi_number){ .mantissa = 1 });
    return end;
}

static bool looks_dual(const ogpi_scanner *s, size_t i)
{
    if (ends_with(s, i, "ان") && memcmp(ogpi_key(s, i), "ي", 2) == 0)
        return false; /* "يمثلان": a verb */
    return ogpi_has_affix(s, i, OGPI_AFFIX_DUAL) || ends_with(s, i, "تين") || ends_with(s, i, "ين") ||
           ends_with(s, i, "ان");
}

/* "two" after a dual, which says it again. */
static bool says_two(const ogpi_scanner *s, size_t i)
{
    ogpi_number number;
    return ogpi_any(s, i, OGPI_BIT(number)) && !(ogpi_flags(s, i) & OGPI_WORD_BREAK) && !s->tokens[i].affixes &&
           ogpi_number_words(s, i, &number) && number.mantissa == 2 && number.scale == 0;
}

/* An Arabic dual states the number by itself. */
static size_t dual_at(ogpi_scanner *s, size_t i)
{
    bool said = looks_dual(s, i) && says_two(s, i + 1) && is_plain_word(s, i);
    bool noun =
        ogpi_has_affix(s, i, OGPI_AFFIX_DUAL) && !ogpi_is_nisba(s, i) &&
        ogpi_any(s, i,
                 OGPI_BIT(thing) | OGPI_BIT(thing_weak) | OGPI_BIT(plural) | OGPI_BIT(body) | OGPI_BIT(body_weak));
    bool feminine = s->tokens[i].number == 0 && ogpi_option(s, i, OGPI_OPTION_NO_CASE) && !ends_with(s, i, "ستان") &&
                    (ends_with(s, i, "تين") || ends_with(s, i, "تان")) && s->words.items[i].length >= 12;
    bool held = looks_dual(s, i) && looks_dual(s, i + 1) && ogpi_skip(s, i, OGPI_CLASS_spare) == i + 2; /* study days */
    bool named = ogpi_any(s, i, OGPI_BIT(bar)) && ogpi_is_kind(s, i + 1 + ogpi_sign(s, i + 1, '('), OGPI_NUMBER);
    if (named || (!noun && !feminine && !said && !held) || ogpi_marked(s, i, i + 1, TAKEN))
        return i;
    size_t end = ogpi_skip(s, i, OGPI_CLASS_compound);
    end = end > i ? end : i + 1 + held;
    if (says_two(s, end))
        end++;
    if (is_plain_word(s, end) && looks_dual(s, end) &&
        !ogpi_has_affix(s, end, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION) &&
        !ogpi_any(s, end, OGPI_BIT(number) | OGPI_BIT(unit) | OGPI_BIT(frequency)))
        end++;
    add_quantity(s, i, end, &(ogpi_number){ .mantissa = 2 });
    return end;
}

static size_t quantity_at(ogpi_scanner *s, size_t i)
{
    size_t next = i;
    if (ogpi_any(s, i, OGPI_BIT(fraction) | OGPI_BIT(times_as_many)))
        next = share_at(s, i);
    if (next == i &&
        (s->words.items[i].kind == OGPI_NUMBER ||
         ogpi_any(s, i, OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(collective) | OGPI_BIT(article))))
        next = (next = ratio_at(s, i)) > i ? next : number_quantity(s, i);
    if (next == i && ogpi_any(s, i, OGPI_BIT(article)))
        next = modified_one(s, i);
    if (next == i && ogpi_option(s, i, OGPI_OPTION_NO_CASE) && s->words.items[i].kind == OGPI_WORD)
        next = dual_at(s, i);
    return next;
}

void ogpi_find_quantities(ogpi_scanner *s)
{
    const uint64_t starts = OGPI_BIT(spare) | OGPI_BIT(fraction) | OGPI_BIT(times_as_many) | OGPI_BIT(number) |
                            OGPI_BIT(multiplier) | OGPI_BIT(collective) | OGPI_BIT(article);
    for (size_t i = 0; (i = ogpi_next_start(s, i, OGPI_START_QUANTITY)) < ogpi_count(s);) {
        if (!ogpi_may_begin(s, i, starts) && !ogpi_option(s, i, OGPI_OPTION_NO_CASE)) {
            i++;
            continue;
        }
        size_t spare = ogpi_skip(s, i, OGPI_CLASS_spare), next = i; /* "several hundred" */
        if (spare > i && !ogpi_is_kind(s, i, OGPI_NUMBER) &&
            ogpi_any(s, spare - 1, OGPI_BIT(multiplier) | OGPI_BIT(collective)))
            next = spare;
        else if (!(s->marks.used[i] & TAKEN))
            next = quantity_at(s, i);
        i = next > i ? next : i + 1;
    }
}
