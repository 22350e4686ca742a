/* SPDX-License-Identifier: MIT */
/* Numbers and years that name something (an article, a law, a plan, a telephone) and so are no facts. */
#include "text/bars.h"

/* Values of the list `bar`: a word that names what follows; one that does not after a colon ("Output: 3 reports"); one
 * that names only numbers with a point ("Target 16.5"); one that names a number that counts nothing ("call 119"), which
 * the grammar of quantities sees to. */
enum { BAR_ALWAYS, BAR_CLOSE, BAR_POINT };
/* Of the list `fraction`: what leads to the second number of "three in ten". */
enum { PART_OF = 1 };

bool ogpi_tells_time(const ogpi_scanner *s, size_t i)
{
    ogpi_number number;
    if (!ogpi_number_at(s, i, &number))
        return false;
    size_t end = number.next, to = ogpi_skip(s, end, OGPI_CLASS_to);
    if (ogpi_sign(s, end, '(') && ogpi_is_kind(s, end + 1, OGPI_NUMBER) && ogpi_sign(s, end + 2, ')'))
        end += 3;
    else if ((to > end || (ogpi_flags(s, end) & OGPI_WORD_HYPHEN)) && ogpi_number_at(s, to, &number))
        end = number.next;
    return ogpi_begins(s, end, OGPI_BIT(unit)) || ogpi_says(s, end, OGPI_CLASS_once, 0);
}

static bool names_number(const ogpi_scanner *s, size_t i, size_t at, uint32_t kind)
{
    if (kind == BAR_POINT) /* "Target 16.5", "Cible 1 :" */
        return at == i && ogpi_is_kind(s, at, OGPI_NUMBER) &&
               (ogpi_is_pointed(s, at) || (ogpi_plain_digits(s, at, 2) > 0 && ogpi_sign(s, at + 1, ':')));
    size_t end = at + 1;
    if (ogpi_is_kind(s, at, OGPI_NUMBER) && !ogpi_option(s, i - 1, OGPI_OPTION_NUMBER_BEHIND) &&
        ogpi_sign(s, i, ':') && ogpi_has_form(s, i - 1, OGPI_FORM_plural_letter) && !ogpi_sign(s, end, ',') &&
        !ogpi_sign(s, end, '/') && !ogpi_has(s, end, OGPI_CLASS_and))
        return false; /* "Commitments: 9" */
    return kind != BAR_CLOSE || !ogpi_sign(s, i, ':');
}

static bool bracketed_number(const ogpi_scanner *s, size_t i)
{
    return ogpi_sign(s, i, '(') && ogpi_is_kind(s, i + 1, OGPI_NUMBER) && ogpi_sign(s, i + 2, ')');
}

/* "عدد 34 فقرة", and not "المادة 34 فقرة 2": whether what follows an Arabic number is what it counts. */
static bool counts_noun(const ogpi_scanner *s, size_t i)
{
    bool named = ogpi_begins(s, i, OGPI_BIT(bar)) && ogpi_is_kind(s, i + 1, OGPI_NUMBER);
    return ogpi_is_kind(s, i, OGPI_WORD) && !named && !s->spots[i].token->affixes &&
           !ogpi_any(s, i, OGPI_BIT(stop) | OGPI_BIT(year_word) | OGPI_BIT(title)) &&
           !ogpi_begins(s, i, OGPI_BIT(verb));
}

/* The end of words [at, end), which name something, with what belongs to them. */
static size_t with_rest(const ogpi_scanner *s, size_t at, size_t end)
{
    if (ogpi_sign(s, end, '(') &&
        ((ogpi_flags(s, end) & OGPI_WORD_GLUED) || ogpi_plain_digits(s, end + 1, 2) >= 0) && ogpi_sign(s, end + 2, ')'))
        end += 3; /* "Article 53 (3)" */
    while (end < at + OGPI_CHAIN_WORDS && ogpi_is_kind(s, end, OGPI_NUMBER) &&
           (s->words.items[end].length < 4 || end > at + 1 || ogpi_plain_digits(s, end, 4) > 2100))
        end++; /* a telephone number in groups */
    if (ogpi_sign(s, end, '/') && ogpi_is_kind(s, end + 1, OGPI_WORD) &&
        (ogpi_flags(s, end) & ogpi_flags(s, end + 1) & OGPI_WORD_GLUED))
        end += 2; /* "n° 6264/SG" */
    return end + (ogpi_is_kind(s, end, OGPI_WORD) && (ogpi_flags(s, end) & (OGPI_WORD_HYPHEN | OGPI_WORD_UPPER)) ==
                                                         (OGPI_WORD_HYPHEN | OGPI_WORD_UPPER));
}

/* Where the next number of a list begins after the one before word `end`, or `end`: "articles 12, 13 and 15". */
static size_t next_named(ogpi_scanner *s, size_t end, bool plural)
{
    if (((plural && (ogpi_sign(s, end, ',') || ogpi_sign(s, end, '.'))) || ogpi_sign(s, end, '&')) &&
        ogpi_is_kind(s, end + 1, OGPI_NUMBER))
        return end + 1;
    size_t last = ogpi_skip(s, end, OGPI_CLASS_of), start = end;
    if (last == end + 1 && ogpi_plain_digits(s, last, 3) > 0 &&
        (ogpi_breaks(s, last + 1) || !ogpi_is_kind(s, last + 1, OGPI_WORD)))
        ogpi_mark(s, last, last + 1, OGPI_USED_BARRED); /* "page 24 of 30" */
    uint32_t share = 0;
    size_t whole = ogpi_match(s, end, OGPI_CLASS_fraction, &share);
    if (whole == end + 2 && share == PART_OF && ogpi_plain_digits(s, end + 1, 3) > 0)
        ogpi_mark(s, end, whole, OGPI_USED_BARRED); /* "page 24 sur 30" */
    if (plural && ogpi_sign(s, end, ',') && ogpi_has(s, end + 1, OGPI_CLASS_and))
        end++; /* "articles 13, 38, and 49" */
    if (ogpi_is_kind(s, end, OGPI_WORD) && s->words.items[end].length > 2)
        end = ogpi_skip(s, end, OGPI_CLASS_suffix); /* "17 bis" */
    size_t at = ogpi_skip(s, end, OGPI_CLASS_and);
    if (at == end && ogpi_any(s, end, OGPI_BIT(to)))
        at = ogpi_skip(s, end, OGPI_CLASS_to);
    return at > end ? at : start;
}

/* "commitment: 31 January 2025" */
static bool is_day(const ogpi_scanner *s, size_t i)
{
    ogpi_point point;
    return ogpi_point_at(s, i, &point) && point.day && point.month && point.year;
}

/* The numbers from word `at` on that the word before i names. */
static void bar_numbers(ogpi_scanner *s, size_t i, size_t at, uint32_t kind)
{
    for (int more = 0; more < 8 && ogpi_is_kind(s, at, OGPI_NUMBER); more++) {
        size_t end = ogpi_number_chain(s, at);
        if (ogpi_sign(s, at - 1, ':') &&
            (ogpi_sign(s, end, '%') || ogpi_any(s, end, OGPI_BIT(percent)) || is_day(s, at)))
            return; /* "Indicator: 60 %" */
        if (ogpi_option(s, i - 1, OGPI_OPTION_CONSTRUCT) && at == i && counts_noun(s, end))
            return;
        end = with_rest(s, at, end);
        ogpi_mark(s, at, end, OGPI_USED_BARRED);
        if ((kind == BAR_ALWAYS && ogpi_after_of(s, end + 1)) || ogpi_any(s, i - 1, OGPI_BIT(title)))
            ogpi_bar_date(s, end); /* "(No. 11 of 2011)", "رقم 47 لسنة 2007" */
        at = next_named(s, end, ogpi_has_form(s, i - 1, OGPI_FORM_plural_letter));
        if (at == end)
            return;
    }
}

/* "Objetivo específico 3:", "résultat attendu 1 :", "المحور الاستراتيجي (2)": the index after a number that an
 * adjective parts from the word that it belongs to, or i. */
static size_t described_number(const ogpi_scanner *s, size_t i)
{
    size_t bracket = ogpi_sign(s, i + 1, '(') && ogpi_sign(s, i + 3, ')'), end = i + 2 + 2 * bracket;
    bool behind = !ogpi_option(s, i - 1, OGPI_OPTION_HEAD_LAST);
    bool named = ogpi_sign(s, end, ':') || !ogpi_any(s, i, OGPI_BIT(stop) | OGPI_BIT(verb));
    bool counts = ogpi_is_kind(s, end, OGPI_WORD) || ogpi_is_kind(s, end, OGPI_NUMBER) || ogpi_sign(s, end, '%') ||
                  ogpi_sign(s, end, '/');
    return behind && named && !counts && ogpi_is_kind(s, i, OGPI_WORD) && !ogpi_breaks(s, i) &&
                   ogpi_plain_digits(s, i + 1 + bracket, 2) > 0
               ? end
               : i;
}

/* "Article 12", "phase 2", "no. 5", "articles 12 and 13", "phase two". */
static void bar_after(ogpi_scanner *s, size_t i, uint32_t kind)
{
    size_t described = described_number(s, i);
    if (described > i) {
        ogpi_mark(s, i + 1, described, OGPI_USED_BARRED);
        return;
    }
    size_t at = ogpi_skip_signs(s, i, kind == BAR_ALWAYS ? ".:#|" : ".:#"); /* "Page | 79" */
    if (!names_number(s, i, at, kind))
        return;
    if (ogpi_sign(s, at, '(') && ogpi_is_kind(s, at + 1, OGPI_NUMBER) && ogpi_sign(s, at + 2, ')') &&
        ogpi_is_kind(s, at + 3, OGPI_NUMBER))
        ogpi_bar_digits(s, at + 1, at + 2); /* "tel. (595) 21 414" */
    if (ogpi_sign(s, at, '(') && (ogpi_flags(s, at + 1) & OGPI_WORD_UPPER) && ogpi_sign(s, at + 2, ')') &&
        ogpi_is_kind(s, at + 3, OGPI_NUMBER))
        at += 3; /* "Goal (SDG) 16" */
    at = ogpi_skip_all(s, at, OGPI_CLASS_bar);
    at = ogpi_skip_signs(s, at, ".:#");
    if (!ogpi_option(s, i - 1, OGPI_OPTION_NUMBER_BEHIND) && ogpi_tells_time(s, at))
        return;
    at += ogpi_sign(s, at, '-') && (ogpi_flags(s, at + 1) & OGPI_WORD_GLUED); /* "كوفيد -19" */
    bool singular = !ogpi_has_form(s, i - 1, OGPI_FORM_plural_letter);
    if (at == i && kind == BAR_ALWAYS && singular && bracketed_number(s, at) &&
        !ogpi_option(s, i - 1, OGPI_OPTION_BRACKETED))
        ogpi_mark(s, at, at + 3, OGPI_USED_BARRED); /* "un numéro vert (1313)" */
    if (bracketed_number(s, at) && ogpi_begins(s, at + 3, OGPI_BIT(multiplier)))
        return; /* "المرحلة (36.6) مليون يورو" */
    if (ogpi_option(s, i - 1, OGPI_OPTION_BRACKETED) && bracketed_number(s, at)) { /* "رقم (47) لسنة 2007" */
        if (counts_noun(s, at + 3) && !ogpi_begins(s, at + 3, OGPI_BIT(act)) &&
            (ogpi_has_form(s, at + 3, OGPI_FORM_accusative) ||
             ogpi_begins(s, at + 3, OGPI_BIT(plural) | OGPI_BIT(thing))))
            return; /* "عدد (5) ورشات" */
        ogpi_mark(s, at, at + 3, OGPI_USED_BARRED);
        ogpi_bar_date(s, at + 3);
    } else if (ogpi_is_kind(s, at, OGPI_NUMBER)) {
        bar_numbers(s, i, at, kind);
    } else if (ogpi_skip(s, at, OGPI_CLASS_number) == at + 1 && !ogpi_has_affix(s, at, OGPI_AFFIX_THE) &&
               (!ogpi_is_kind(s, at + 1, OGPI_WORD) || ogpi_has(s, at + 1, OGPI_CLASS_of))) {
        ogpi_mark(s, at, at + 1, OGPI_USED_BARRED);
    }
}

/* The "- 2019" of "Action Plan 2017 - 2019". */
static size_t spaced_range(const ogpi_scanner *s, size_t end)
{
    return ogpi_sign(s, end, '-') && ogpi_plain_digits(s, end + 1, 4) > 1900 ? end + 2 : end;
}

/* "a plan for 2022 Canada's presidency": an English year that tells what follows. */
static bool leads_owner(const ogpi_scanner *s, size_t year)
{
    return s->cased && ogpi_option(s, year + 1, OGPI_OPTION_HEAD_LAST) &&
           (ogpi_flags(s, year + 1) & OGPI_WORD_CAPITAL) && (ogpi_flags(s, year + 2) & OGPI_WORD_SUFFIX);
}

/* "(PND)" before the year that names the plan, too. */
static bool is_short_name(const ogpi_scanner *s, size_t i)
{
    return s->cased && ogpi_sign(s, i, '(') && (ogpi_flags(s, i + 1) & OGPI_WORD_UPPER) && ogpi_sign(s, i + 2, ')') &&
           ogpi_is_kind(s, i + 3, OGPI_NUMBER);
}

/* The years of "Strategy (2018-2022)", "Strategy, 2018-2022", "Plan (CIDP) 2018-2022": the word where they begin,
 * or i. */
static size_t named_years(const ogpi_scanner *s, size_t first, size_t i)
{
    if (!s->cased || !(ogpi_flags(s, first) & OGPI_WORD_CAPITAL))
        return i;
    if (ogpi_sign(s, i, '(') && (ogpi_flags(s, i + 1) & OGPI_WORD_UPPER) && ogpi_sign(s, i + 2, ')'))
        i += 3;
    size_t at = ogpi_skip_signs(s, i, ",(");
    bool range = at <= i + 1 && ogpi_plain_digits(s, at, 4) > 1900 && ogpi_number_chain(s, at) == at + 2 &&
                 ogpi_plain_digits(s, at + 1, 4) > 0;
    return range ? at : i;
}

/* "a plan for 2026", "les plans annuels de 2025": years that plans are made for, and no names. */
static bool is_made_for(const ogpi_scanner *s, size_t first, size_t year)
{
    return ogpi_said_before(s, year, OGPI_CLASS_topic, 0) ||
           (s->cased && ogpi_has_form(s, first, OGPI_FORM_plural_letter) &&
            !(ogpi_flags(s, first) & OGPI_WORD_CAPITAL));
}

bool ogpi_has_month(const ogpi_scanner *s, size_t year)
{
    size_t at = year - (year > 0 && ogpi_sign(s, year - 1, ','));
    return at > 0 && ogpi_any(s, at - 1, OGPI_BIT(month) | OGPI_BIT(period));
}

static void bar_plan(ogpi_scanner *s, size_t first, size_t i)
{
    i = named_years(s, first, i);
    for (size_t steps = 0; steps < 12 && i < ogpi_count(s); steps++, i++) {
        ogpi_point point;
        bool bracket = steps > 0 && ogpi_sign(s, i, '(') && ogpi_is_kind(s, i + 1, OGPI_NUMBER);
        if (bracket && ogpi_number_chain(s, i + 1) > i + 2 && ogpi_plain_digits(s, i + 2, 4) > 1900)
            ogpi_mark(s, i + 1, ogpi_number_chain(s, i + 1), OGPI_USED_BARRED);
        if (ogpi_plain_digits(s, i, 2) >= 0 && ogpi_any(s, i - 1, OGPI_BIT(bar)) && ogpi_sign(s, i + 1, '('))
            continue; /* "Plan d'action n° 3 (2024-2026)" */
        if (ogpi_is_kind(s, i, OGPI_NUMBER)) {
            if (!ogpi_after_in(s, i) && !is_made_for(s, first, i) && !leads_owner(s, i) &&
                ogpi_point_at(s, i, &point) && point.year && !point.month)
                ogpi_mark(s, i, spaced_range(s, ogpi_number_chain(s, i)), OGPI_USED_BARRED);
            break;
        }
        if (is_short_name(s, i))
            i += 2; /* "Plan Nacional de Desarrollo (PND) 2022-2026" */
        else if (!ogpi_in_title(s, i) && !ogpi_sign(s, i, '"'))
            break;
    }
    /* "the 2021-2024 national action plan" */
    for (size_t back = 1; back <= 5 && back <= first; back++) {
        size_t at = first - back;
        if (ogpi_is_kind(s, at, OGPI_NUMBER)) {
            bool range = (ogpi_flags(s, at) & OGPI_WORD_HYPHEN) != 0;
            bool year = s->words.items[at].length == 4 && !ogpi_has_month(s, at);
            if (ogpi_option(s, first, OGPI_OPTION_HEAD_LAST) && year &&
                (range || (ogpi_flags(s, first) & OGPI_WORD_CAPITAL) ||
                 (back == 1 && ogpi_match_before(s, at, OGPI_CLASS_determiner, NULL, NULL)))) /* "the 2016 plan" */
                ogpi_mark(s, range ? at - 1 : at, at + 1, OGPI_USED_BARRED);
            return;
        }
        if (!ogpi_is_kind(s, at, OGPI_WORD) || ogpi_any(s, at, OGPI_BIT(stop) | OGPI_BIT(verb)))
            return;
    }
}

void ogpi_find_bars(ogpi_scanner *s)
{
    for (size_t i = 0, shaped = 0; (i = ogpi_next_start(s, i, OGPI_START_BAR)) < ogpi_count(s); i++) {
        size_t next = 0;
        uint32_t kind = 0;
        if (s->words.items[i].kind == OGPI_NUMBER && i >= shaped)
            shaped = ogpi_bar_shape(s, i);
        else if (s->words.items[i].kind == OGPI_SIGN)
            ogpi_bar_address(s, i);
        else if (ogpi_is_link(s, i))
            ogpi_bar_link(s, i);
        if (!(s->spots[i].found & (OGPI_BIT(bar) | OGPI_BIT(law) | OGPI_BIT(plan))))
            continue;
        if ((next = ogpi_skip(s, i, OGPI_CLASS_law)) > i)
            ogpi_bar_law(s, i, next);
        if ((next = ogpi_skip(s, i, OGPI_CLASS_plan)) > i)
            bar_plan(s, i, next);
        if ((next = ogpi_match(s, i, OGPI_CLASS_bar, &kind)) > i && kind != OGPI_BAR_BARE &&
            !(ogpi_has_affix(s, i, OGPI_AFFIX_OWNER) && ogpi_sign(s, next, '('))) /* "عددهم (13)" */
            bar_after(s, next, kind);
    }
}
