/* SPDX-License-Identifier: MIT */
/* Numbers and years that name something (an article, a law, a plan, a telephone) and so are no facts. */
#include "text/bars.h"
#include "text/quantities.h"

/* The date or year after a law's number: "of 2015", "du 7 octobre 2016", ", 2013". */
static void bar_date(ogpi_scanner *s, size_t i)
{
    ogpi_point point;
    size_t at = ogpi_skip_signs(s, i, ",(");
    at = ogpi_skip_all(s, at, OGPI_CLASS_of);
    at = ogpi_skip_all(s, at, OGPI_CLASS_title);
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

/* "of" and no mere article. */
static bool after_of(const ogpi_scanner *s, size_t i)
{
    uint32_t article = 0;
    return ogpi_match_before(s, i, OGPI_CLASS_of, NULL, &article) && !article;
}

/* Values of the list `bar`: a word that names what follows; one that does not after a colon ("Output: 3 reports"); one
 * that names only numbers with a point ("Target 16.5"); one that names a number that counts nothing ("call 119"), which
 * the grammar of quantities sees to. */
enum { BAR_ALWAYS, BAR_CLOSE, BAR_POINT };

/* "projet de loi 18 mois avant", "recommendations 2 times a month", "treinta (30) días": whether a length of time or
 * how often begins at word i. */
static bool tells_time(const ogpi_scanner *s, size_t i)
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
    if (kind == BAR_POINT)
        return at == i && ogpi_is_kind(s, at, OGPI_NUMBER) && ogpi_is_pointed(s, at);
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
           !ogpi_any(s, i, OGPI_BIT(stop) | OGPI_BIT(year_word) | OGPI_BIT(title));
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

/* "Article 12", "phase 2", "no. 5", "articles 12 and 13". */
static void bar_after(ogpi_scanner *s, size_t i, uint32_t kind)
{
    size_t at = ogpi_skip_signs(s, i, ".:#");
    if (!names_number(s, i, at, kind))
        return;
    if (ogpi_sign(s, at, '(') && ogpi_is_kind(s, at + 1, OGPI_NUMBER) && ogpi_sign(s, at + 2, ')') &&
        ogpi_is_kind(s, at + 3, OGPI_NUMBER))
        ogpi_bar_digits(s, at + 1, at + 2); /* "tel. (595) 21 414" */
    at = ogpi_skip_all(s, at, OGPI_CLASS_bar);
    at = ogpi_skip_signs(s, at, ".:#");
    if (!ogpi_option(s, i - 1, OGPI_OPTION_NUMBER_BEHIND) && tells_time(s, at))
        return;
    at += ogpi_sign(s, at, '-') && (ogpi_flags(s, at + 1) & OGPI_WORD_GLUED);    /* "كوفيد -19" */
    if (bracketed_number(s, at) && ogpi_begins(s, at + 3, OGPI_BIT(multiplier)))
        return; /* "المرحلة (36.6) مليون يورو" */
    if (ogpi_option(s, i - 1, OGPI_OPTION_BRACKETED) && bracketed_number(s, at)) { /* "رقم (47) لسنة 2007" */
        ogpi_mark(s, at, at + 3, OGPI_USED_BARRED);
        bar_date(s, at + 3);
        return;
    }
    for (int more = 0; more < 8; more++) {
        if (!ogpi_is_kind(s, at, OGPI_NUMBER)) {
            if (more == 0 && ogpi_skip(s, at, OGPI_CLASS_number) == at + 1 &&
                (!ogpi_is_kind(s, at + 1, OGPI_WORD) || ogpi_has(s, at + 1, OGPI_CLASS_of)))
                ogpi_mark(s, at, at + 1, OGPI_USED_BARRED);
            return;
        }
        size_t end = ogpi_number_chain(s, at);
        if (ogpi_sign(s, at - 1, ':') && (ogpi_sign(s, end, '%') || ogpi_any(s, end, OGPI_BIT(percent))))
            return; /* "Indicator: 60 %" */
        if (ogpi_option(s, i - 1, OGPI_OPTION_CONSTRUCT) && at == i && counts_noun(s, end))
            return;
        end = with_rest(s, at, end);
        ogpi_mark(s, at, end, OGPI_USED_BARRED);
        if ((kind == BAR_ALWAYS && after_of(s, end + 1)) || ogpi_any(s, i - 1, OGPI_BIT(title)))
            bar_date(s, end); /* "(No. 11 of 2011)", "رقم 47 لسنة 2007" */
        bool plural = ogpi_has_form(s, i - 1, OGPI_FORM_plural_letter);
        if (plural && (ogpi_sign(s, end, ',') || ogpi_sign(s, end, '&') || ogpi_sign(s, end, '.')) &&
            ogpi_is_kind(s, end + 1, OGPI_NUMBER)) {
            at = end + 1;
            continue;
        }
        size_t last = ogpi_skip(s, end, OGPI_CLASS_of);
        if (last == end + 1 && ogpi_plain_digits(s, last, 3) > 0 &&
            (ogpi_breaks(s, last + 1) || !ogpi_is_kind(s, last + 1, OGPI_WORD)))
            ogpi_mark(s, last, last + 1, OGPI_USED_BARRED); /* "page 24 of 30" */
        if (plural && ogpi_sign(s, end, ',') && ogpi_has(s, end + 1, OGPI_CLASS_and))
            end++; /* "articles 13, 38, and 49" */
        if (ogpi_is_kind(s, end, OGPI_WORD) && s->words.items[end].length > 2)
            end = ogpi_skip(s, end, OGPI_CLASS_suffix); /* "17 bis" */
        at = ogpi_skip(s, end, OGPI_CLASS_and);
        if (at == end && !(ogpi_any(s, end, OGPI_BIT(to)) && (at = ogpi_skip(s, end, OGPI_CLASS_to)) > end))
            return;
    }
}

/* Words that may stand between "law" or "plan" and its number. */
static bool in_title(const ogpi_scanner *s, size_t i)
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
    if (ogpi_any(s, i,
                 OGPI_BIT(between) | OGPI_BIT(month) | OGPI_BIT(year_word) | OGPI_BIT(edge_end) | OGPI_BIT(edge_soft) |
                     OGPI_BIT(verb) | OGPI_BIT(act)) ||
        ogpi_has_affix(s, i, OGPI_AFFIX_VERB))
        return false;
    if (ogpi_any(s, i, OGPI_BIT(bar) | OGPI_BIT(adjective) | OGPI_BIT(title)))
        return true;
    return !ogpi_any(s, i, OGPI_BIT(stop)) || !ogpi_has(s, i, OGPI_CLASS_stop);
}

/* "in 2025" is a date even after a law or plan. */
static bool after_in(const ogpi_scanner *s, size_t i)
{
    return ogpi_match_before(s, i, OGPI_CLASS_skip, NULL, NULL);
}

/* "القانونين 31.13 و55.19": the number of one law more. */
static void bar_joined(ogpi_scanner *s, size_t i, size_t end)
{
    size_t next = ogpi_skip(s, end, OGPI_CLASS_and);
    if (next > end && ogpi_is_kind(s, next, OGPI_NUMBER) && memchr(ogpi_key(s, i), '.', s->words.items[i].length) &&
        memchr(ogpi_key(s, next), '.', s->words.items[next].length))
        ogpi_mark(s, next, ogpi_number_chain(s, next), OGPI_USED_BARRED);
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
static size_t skip_before_number(const ogpi_scanner *s, size_t first, size_t i, size_t steps, bool numbered)
{
    size_t chain = ogpi_sign(s, i, '(') && ogpi_is_kind(s, i + 1, OGPI_NUMBER) ? ogpi_number_chain(s, i + 1) : i;
    if ((ogpi_sign(s, i, '(') && numbered) ||
        (chain > i && ogpi_option(s, first, OGPI_OPTION_CONSTRUCT) && ogpi_plain_digits(s, i + 1, 3) > 0 &&
         (chain > i + 2 || ogpi_any(s, chain, OGPI_BIT(year_word)))))
        return i + 1; /* "القرار (99 لسنة 2013)" */
    if (ogpi_sign(s, i, ',') && ogpi_is_kind(s, i + 1, OGPI_NUMBER) && s->words.items[i + 1].length == 4 &&
        (steps == 0 || (s->cased && (ogpi_flags(s, first) & OGPI_WORD_CAPITAL))) &&
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
    return s->words.items[first - 1].length == 4 ||
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
           ogpi_begins(s, i - 1, OGPI_BIT(stop) | OGPI_BIT(determiner)) && !after_of(s, i);
}

static void bar_law(ogpi_scanner *s, size_t first, size_t i)
{
    bar_year_before(s, first);
    if (names_law(s, first))
        ogpi_mark(s, first - 1, first, OGPI_USED_BARRED);
    bool numbered = false;
    for (size_t steps = 0; steps < 9 && i < ogpi_count(s); steps++) {
        if (ogpi_is_kind(s, i, OGPI_NUMBER)) {
            size_t end = ogpi_number_chain(s, i);
            if (steps == 0 && bar_day(s, i))
                return;
            if (!numbered && !ogpi_option(s, first, OGPI_OPTION_CONSTRUCT) && tells_time(s, i))
                return;
            if (!numbered && steps > 0 && (steps < 4 || (ogpi_flags(s, first) & OGPI_WORD_CAPITAL)) && after_of(s, i))
                bar_date(s, i - 1); /* "loi du 7 octobre 2016" */
            if (!numbered && ((s->words.items[i].length < 4 && steps > 0 && end == i + 1) || after_in(s, i) ||
                              (steps > 0 && is_count(s, i, end))))
                return;
            ogpi_mark(s, i, end, OGPI_USED_BARRED);
            if (!came_in(s, first, end))
                bar_date(s, end);
            bar_joined(s, i, end);
            return;
        }
        uint32_t kind = 0;
        if (ogpi_match(s, i, OGPI_CLASS_bar, &kind) > i && kind != OGPI_BAR_BARE &&
            ogpi_is_kind(s, ogpi_skip_signs(s, i + 1, ".:#"), OGPI_NUMBER)) {
            numbered = true;
            i = ogpi_skip_signs(s, i + 1, ".:#");
            continue;
        }
        size_t behind = skip_before_number(s, first, i, steps, numbered);
        if (behind > i) {
            numbered |= ogpi_sign(s, i, '(') && ogpi_is_kind(s, behind, OGPI_NUMBER);
            i = behind;
            continue;
        }
        if (steps > 0 && steps < 4 && ogpi_begins(s, i, OGPI_BIT(month)) && after_of(s, i)) {
            bar_date(s, i - 1); /* "Decree of March 5, 2019" */
            return;
        }
        bool named = ogpi_has_affix(s, i, OGPI_AFFIX_PREPOSITION); /* "اتفاقية حقوق الطفل لعام 1989" */
        if (ogpi_any(s, i, OGPI_BIT(year_word)) && !named &&
            (is_new_law(s, i - steps, steps) || (steps == 0 && is_the_law(s, i)) ||
             (steps > 1 && ogpi_option(s, i, OGPI_OPTION_CONSTRUCT))))
            return; /* "مواقع القرار لتصل إلى النصف سنة 2027" */
        if (ogpi_any(s, i, OGPI_BIT(year_word)) && (steps < 2 || named)) {
            bar_date(s, i);
            return;
        }
        if (!in_title(s, i))
            return;
        i++;
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
            if (!after_in(s, i) && !is_made_for(s, first, i) && !leads_owner(s, i) && ogpi_point_at(s, i, &point) &&
                point.year && !point.month)
                ogpi_mark(s, i, spaced_range(s, ogpi_number_chain(s, i)), OGPI_USED_BARRED);
            break;
        }
        if (!in_title(s, i) && !ogpi_sign(s, i, '"'))
            break;
    }
    /* "the 2021-2024 national action plan" */
    for (size_t back = 1; back <= 5 && back <= first; back++) {
        size_t at = first - back;
        if (ogpi_is_kind(s, at, OGPI_NUMBER)) {
            bool range = (ogpi_flags(s, at) & OGPI_WORD_HYPHEN) != 0;
            if (ogpi_option(s, first, OGPI_OPTION_HEAD_LAST) && s->words.items[at].length == 4 &&
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
        if (!(s->spots[i].token->classes & (OGPI_BIT(bar) | OGPI_BIT(law) | OGPI_BIT(plan))))
            continue;
        if ((next = ogpi_skip(s, i, OGPI_CLASS_law)) > i)
            bar_law(s, i, next);
        if ((next = ogpi_skip(s, i, OGPI_CLASS_plan)) > i)
            bar_plan(s, i, next);
        if ((next = ogpi_match(s, i, OGPI_CLASS_bar, &kind)) > i && kind != OGPI_BAR_BARE &&
            !(ogpi_has_affix(s, i, OGPI_AFFIX_OWNER) && ogpi_sign(s, next, '('))) /* "عددهم (13)" */
            bar_after(s, next, kind);
    }
}
