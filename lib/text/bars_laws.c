/* SPDX-License-Identifier: MIT */
/* Numbers and dates that name a law, a decree, a treaty. */
#include "text/bars.h"
#include "text/quantities.h"

#define MOST_STEPS 9 /* words of a title that are looked at */

/* On the way from the word "law" to its number. */
typedef struct search {
    size_t first; /* where that word begins */
    size_t at;
    size_t steps;
    bool numbered; /* "no." has been said */
} search;

void ogpi_bar_date(ogpi_scanner *s, size_t i)
{
    ogpi_point point;
    size_t at = ogpi_skip_signs(s, i, ",()");
    at = ogpi_skip_all(s, at, OGPI_CLASS_of);
    at = ogpi_skip_signs(s, ogpi_skip_all(s, at, OGPI_CLASS_title), "(");
    at = ogpi_skip_all(s, at, OGPI_CLASS_of);
    size_t lunar = ogpi_lunar_date(s, at);
    if (lunar > at)
        at = ogpi_skip_all(s, ogpi_skip_signs(s, lunar, ",("), OGPI_CLASS_title);
    if ((at == i && !ogpi_begins(s, at, OGPI_BIT(year_word))) || !ogpi_point_at(s, at, &point) || !point.year)
        return;
    ogpi_mark(s, i, point.next, OGPI_USED_BARRED);
    size_t dated = ogpi_skip_all(s, point.next, OGPI_CLASS_title);
    if (dated > point.next && ogpi_point_at(s, ogpi_skip_all(s, dated, OGPI_CLASS_of), &point) &&
        point.year) /* "of 2016, dated 24 March 2016" */
        ogpi_mark(s, dated, point.next, OGPI_USED_BARRED);
}

#define LINK_LETTERS 3

/* "for" of the "National Plan for Economic Development" */
static bool links_capitals(const ogpi_scanner *s, size_t i)
{
    return s->cased && i > 0 && ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && s->words.items[i].length <= LINK_LETTERS &&
           (ogpi_flags(s, i - 1) & ogpi_flags(s, i + 1) & OGPI_WORD_CAPITAL) && !ogpi_breaks(s, i) &&
           !ogpi_breaks(s, i + 1);
}

bool ogpi_in_title(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_is_kind(s, i, OGPI_WORD) || (ogpi_flags(s, i) & OGPI_WORD_BREAK))
        return false;
    if (ogpi_begins(s, i, OGPI_BIT(month) | OGPI_BIT(period)) ||
        ogpi_has_form(s, i, OGPI_FORM_preterite))
        return false; /* "El Acuerdo de Escazú entró en vigor el 22 de abril" */
    if (s->cased && (ogpi_flags(s, i) & OGPI_WORD_CAPITAL))
        return true;
    if (ogpi_has(s, i, OGPI_CLASS_of) || ogpi_has(s, i, OGPI_CLASS_inside))
        return true;
    if (ogpi_begins(s, i, OGPI_BIT(title)))
        return true;
    if (i > 0 && ogpi_option(s, i, OGPI_OPTION_BY_OF) && ogpi_has(s, i - 1, OGPI_CLASS_of) &&
        ogpi_begins(s, i, OGPI_BIT(act)) && !ogpi_has_affix(s, i, OGPI_AFFIX_VERB))
        return true; /* "Plan national de développement" */
    if (ogpi_skip(s, i, OGPI_CLASS_and) == i + 1 && ogpi_begins(s, i + 1, OGPI_BIT(adjective)))
        return true; /* "économique et social" */
    if (links_capitals(s, i))
        return true;
    if (ogpi_any(s, i,
                 OGPI_BIT(between) | OGPI_BIT(month) | OGPI_BIT(year_word) | OGPI_BIT(edge_end) | OGPI_BIT(edge_soft) |
                     OGPI_BIT(verb) | OGPI_BIT(act)) ||
        ogpi_has_affix(s, i, OGPI_AFFIX_VERB))
        return false;
    if (ogpi_any(s, i, OGPI_BIT(bar) | OGPI_BIT(adjective) | OGPI_BIT(title)))
        return true;
    return !ogpi_any(s, i, OGPI_BIT(stop)) || !ogpi_has(s, i, OGPI_CLASS_stop);
}

/* "القانونين 31.13 و55.19", "directives 4 and 5": the number of one law more. */
static void bar_joined(ogpi_scanner *s, size_t i, size_t end)
{
    size_t next = ogpi_skip(s, end, OGPI_CLASS_and);
    if (next == end || !ogpi_is_kind(s, next, OGPI_NUMBER))
        return;
    bool pointed = memchr(ogpi_key(s, i), '.', s->words.items[i].length) &&
                   memchr(ogpi_key(s, next), '.', s->words.items[next].length);
    bool chained = ogpi_number_chain(s, i) > i + 1 && ogpi_number_chain(s, next) > next + 1; /* "2024-06 et 2024-07" */
    bool plural = ogpi_has_form(s, i - 1, OGPI_FORM_plural) && s->words.items[i].length < 4 &&
                  s->words.items[next].length < 4 && ogpi_counted_noun(s, next + 1, false) == next + 1;
    if (pointed || plural || chained)
        ogpi_mark(s, next, ogpi_number_chain(s, next), OGPI_USED_BARRED);
}

/* "leyes 1437 de 2011 y 1755 de 2015", "decretos 5/2018, 12/2019 y 3/2020": the laws behind the one that ends before
 * word `at`, each with its year. */
static void bar_dated(ogpi_scanner *s, size_t first, size_t at)
{
    const bool several = ogpi_has_form(s, first, OGPI_FORM_plural_letter);
    for (size_t next = at;; at = next) {
        while (at < ogpi_count(s) && (ogpi_used(s, at, OGPI_USED_BARRED) || (at > next && ogpi_sign(s, at, '/'))))
            at++;
        next = ogpi_sign(s, at, ',') ? at + 1 : ogpi_skip(s, at, OGPI_CLASS_and);
        size_t end = ogpi_number_chain(s, next), year = end + 1;
        bool dated = end == next + 1 && ogpi_after_of(s, year) && ogpi_plain_digits(s, year, 4) > 1900;
        if (next == at || !ogpi_is_kind(s, next, OGPI_NUMBER) || !(dated || (several && end > next + 1)))
            return;
        ogpi_mark(s, next, dated ? year + 1 : end, OGPI_USED_BARRED);
        ogpi_bar_date(s, end);
    }
}

/* "نظام إلكتروني سنة 2026", "مرسوما سنة 2026": an indefinite Arabic noun before the year, and no name of a law. */
static bool is_new_law(const ogpi_scanner *s, size_t end, size_t steps)
{
    return ogpi_option(s, end - 1, OGPI_OPTION_CONSTRUCT) && !ogpi_has_affix(s, end - 1, OGPI_AFFIX_THE) &&
           (ogpi_has_form(s, end - 1, OGPI_FORM_accusative) || (steps == 1 && !ogpi_has_affix(s, end, OGPI_AFFIX_THE)));
}

/* "the 2018 Elections Act": the year before an English name, which an article leads. */
static void bar_year_before(ogpi_scanner *s, size_t first)
{
    size_t at = first;
    if (!s->cased || !ogpi_option(s, first, OGPI_OPTION_HEAD_LAST))
        return;
    while (at > 0 && first - at < 5 && ogpi_is_kind(s, at, OGPI_WORD) && (ogpi_flags(s, at) & OGPI_WORD_CAPITAL))
        at--;
    if (at > 0 && at < first && ogpi_plain_digits(s, at, 4) > 1900 && s->words.items[at].length == 4 &&
        ogpi_match_before(s, at, OGPI_CLASS_determiner, NULL, NULL))
        ogpi_mark(s, at, at + 1, OGPI_USED_BARRED);
}

/* "إقرار القانون عام 2007": when it came; the year of its name would be joined on by "of". */
static bool is_the_law(const ogpi_scanner *s, size_t year)
{
    return ogpi_has_affix(s, year - 1, OGPI_AFFIX_THE);
}

/* "صدر القانون 31.13 سنة 2018": when an Arabic law came, which a verb in front of it tells of. */
static bool came_in(const ogpi_scanner *s, size_t first, size_t year)
{
    return ogpi_option(s, first, OGPI_OPTION_CONSTRUCT) && first > 0 && !ogpi_breaks(s, first) &&
           ogpi_any(s, year, OGPI_BIT(year_word)) && !ogpi_has_affix(s, year, OGPI_AFFIX_PREPOSITION) &&
           ogpi_begins(s, first - 1, OGPI_BIT(verb) | OGPI_BIT(past));
}

/* "ظهير 27 نونبر 1958": the day that an Arabic law is named by. */
static bool bar_day(ogpi_scanner *s, size_t i)
{
    ogpi_point point;
    if (!ogpi_option(s, i - 1, OGPI_OPTION_CONSTRUCT) || !ogpi_point_at(s, i, &point) || !point.day || !point.year)
        return false;
    ogpi_mark(s, i, point.next, OGPI_USED_BARRED);
    return true;
}

/* Signs that stand between a law and its number: the index after them, or i. */
static size_t skip_before_number(const ogpi_scanner *s, const search *law)
{
    size_t first = law->first, i = law->at;
    size_t chain = ogpi_sign(s, i, '(') && ogpi_is_kind(s, i + 1, OGPI_NUMBER) ? ogpi_number_chain(s, i + 1) : i;
    bool dated = chain > i && ogpi_sign(s, chain, ')') && ogpi_after_of(s, chain + 2) &&
                 ogpi_plain_digits(s, chain + 2, 4) > 1900; /* "Decree (6940) of 2020" */
    if ((ogpi_sign(s, i, '(') && law->numbered) || dated ||
        (chain > i && ogpi_option(s, first, OGPI_OPTION_CONSTRUCT) && ogpi_plain_digits(s, i + 1, 3) > 0 &&
         (chain > i + 2 || ogpi_any(s, chain, OGPI_BIT(year_word)))))
        return i + 1; /* "القرار (99 لسنة 2013)" */
    if (ogpi_sign(s, i, ',') && ogpi_is_kind(s, i + 1, OGPI_NUMBER) && s->words.items[i + 1].length == 4 &&
        (law->steps == 0 || (s->cased && (ogpi_flags(s, first) & OGPI_WORD_CAPITAL))) &&
        (!ogpi_is_kind(s, i + 2, OGPI_WORD) || !s->cased || (ogpi_flags(s, i - 1) & OGPI_WORD_CAPITAL)))
        return i + 1;
    if (ogpi_sign(s, i, '(') && (!s->cased || (ogpi_flags(s, i + 1) & OGPI_WORD_UPPER)) && ogpi_sign(s, i + 2, ')'))
        return i + 3; /* "Directive (EU) 2019/1937" */
    return i;
}

/* "2010 Constitution", "the 169 Convention": whether the number in front of a law belongs to its name. */
static bool names_law(const ogpi_scanner *s, size_t first)
{
    if (first == 0 || !ogpi_is_kind(s, first - 1, OGPI_NUMBER) || ogpi_option(s, first, OGPI_OPTION_CONSTRUCT))
        return false;
    return (s->words.items[first - 1].length == 4 && !ogpi_has_month(s, first - 1)) ||
           (s->cased && ogpi_option(s, first, OGPI_OPTION_HEAD_LAST) && ogpi_plain_digits(s, first - 1, 3) > 1 &&
            (ogpi_flags(s, first) & OGPI_WORD_CAPITAL) && !ogpi_has_form(s, first, OGPI_FORM_plural_letter));
}

/* "by-laws for the 1,250 councils", "une circulaire aux 12-15 maires": no number of a law, nor a year. */
static bool is_count(const ogpi_scanner *s, size_t i, size_t end)
{
    bool counted = ogpi_option(s, i, OGPI_OPTION_HEAD_LAST)
                       ? ogpi_counted_noun(s, end, false) > end
                       : ogpi_has_form(s, end, OGPI_FORM_plural_letter) && !ogpi_begins(s, end, OGPI_BIT(stop));
    return s->words.items[i].length != 4 && ogpi_is_kind(s, end, OGPI_WORD) && !ogpi_breaks(s, end) && counted &&
           ogpi_begins(s, i - 1, OGPI_BIT(stop) | OGPI_BIT(determiner)) && !ogpi_after_of(s, i);
}

/* The number at hand, and the date behind it. */
static void bar_number(ogpi_scanner *s, const search *law)
{
    size_t i = law->at, end = ogpi_number_chain(s, i);
    if (end == i + 1 && ogpi_sign(s, end, '/') && ogpi_plain_digits(s, end + 1, 4) > 1900)
        end += 2; /* "Ley 4 / 2015" */
    if (law->steps == 0 && bar_day(s, i))
        return;
    if (!law->numbered && !ogpi_option(s, law->first, OGPI_OPTION_CONSTRUCT) && ogpi_tells_time(s, i))
        return;
    bool named = law->steps < 4 || (ogpi_flags(s, law->first) & OGPI_WORD_CAPITAL);
    if (!law->numbered && law->steps > 0 && named && ogpi_after_of(s, i))
        ogpi_bar_date(s, i - 1); /* "loi du 7 octobre 2016" */
    bool other = law->steps > 0 && ((s->words.items[i].length < 4 && end == i + 1) || is_count(s, i, end));
    if (!law->numbered && (other || ogpi_after_in(s, i)))
        return;
    ogpi_mark(s, i, end, OGPI_USED_BARRED);
    if (!came_in(s, law->first, end))
        ogpi_bar_date(s, end);
    bar_joined(s, i, end);
    bar_dated(s, law->first, end);
}

/* Moves over "no." and signs, to the number or the next word of the title. */
static bool skip_to_number(const ogpi_scanner *s, search *law)
{
    uint32_t kind = 0;
    size_t behind = ogpi_skip_signs(s, law->at + 1, ".:#(");
    bool glued = ogpi_is_kind(s, law->at, OGPI_WORD) && ogpi_ends_in_digit(s, law->at) &&
                 (ogpi_flags(s, behind) & OGPI_WORD_HYPHEN); /* "n°2015-532" */
    if ((glued || (ogpi_match(s, law->at, OGPI_CLASS_bar, &kind) > law->at && kind != OGPI_BAR_BARE)) &&
        ogpi_is_kind(s, behind, OGPI_NUMBER)) {
        law->numbered = true;
        law->at = behind;
        return true;
    }
    behind = skip_before_number(s, law);
    if (behind == law->at)
        return false;
    law->numbered |= ogpi_sign(s, law->at, '(') && ogpi_is_kind(s, behind, OGPI_NUMBER);
    law->at = behind;
    return true;
}

/* Whether the title ends at the word at hand with a date of its name, which is marked, or of something else. */
static bool ends_with_date(ogpi_scanner *s, const search *law)
{
    size_t i = law->at, steps = law->steps;
    if (steps > 0 && steps < 4 && ogpi_begins(s, i, OGPI_BIT(month)) && ogpi_after_of(s, i)) {
        ogpi_bar_date(s, i - 1); /* "Decree of March 5, 2019" */
        return true;
    }
    if (!ogpi_any(s, i, OGPI_BIT(year_word)))
        return false;
    bool named = ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION); /* "اتفاقية حقوق الطفل لعام 1989" */
    if (!named && (is_new_law(s, i - steps, steps) || (steps == 0 && is_the_law(s, i)) ||
                   (steps > 1 && ogpi_option(s, i, OGPI_OPTION_CONSTRUCT))))
        return true; /* "مواقع القرار لتصل إلى النصف سنة 2027" */
    if (!named && steps > 1)
        return false;
    ogpi_bar_date(s, i);
    return true;
}

void ogpi_bar_law(ogpi_scanner *s, size_t first, size_t i)
{
    search law = {.first = first, .at = i};
    bar_year_before(s, first);
    if (names_law(s, first))
        ogpi_mark(s, first - 1, first, OGPI_USED_BARRED);
    for (; law.steps < MOST_STEPS && law.at < ogpi_count(s); law.steps++) {
        if (ogpi_is_kind(s, law.at, OGPI_NUMBER)) {
            bar_number(s, &law);
            return;
        }
        if (skip_to_number(s, &law))
            continue;
        if (ends_with_date(s, &law) || !ogpi_in_title(s, law.at))
            return;
        law.at++;
    }
}
