/* SPDX-License-Identifier: MIT */
/* Numbers and years that name something (an article, a law, a plan, a telephone) and so are no facts. */
#include "text/dates.h"

#define CHAIN_WORDS 16 /* numbers and signs glued together are looked at this far */

/* 58/2021, 130-13, 2.1.3: what is glued to a number belongs to it. */
static size_t number_chain(const ogpi_scanner *s, size_t i)
{
    size_t next = i + 1;
    while (next < i + CHAIN_WORDS) {
        if (ogpi_is_kind(s, next, OGPI_NUMBER) && (ogpi_flags(s, next) & OGPI_WORD_HYPHEN))
            next++;
        else if ((ogpi_sign(s, next, '/') || ogpi_sign(s, next, '.')) && ogpi_is_kind(s, next + 1, OGPI_NUMBER) &&
                 (ogpi_flags(s, next + 1) & OGPI_WORD_GLUED))
            next += 2;
        else
            break;
    }
    return next;
}

static size_t skip_signs(const ogpi_scanner *s, size_t i, const char *signs)
{
    while (ogpi_is_kind(s, i, OGPI_SIGN) && s->words.items[i].length == 1 && strchr(signs, *ogpi_key(s, i)))
        i++;
    return i;
}

/* The date or year after a law's number: "of 2015", "du 7 octobre 2016", ", 2013". */
static void bar_date(ogpi_scanner *s, size_t i)
{
    ogpi_point point;
    size_t at = skip_signs(s, i, ",(");
    at = ogpi_skip_all(s, at, OGPI_CLASS_of);
    at = ogpi_skip_all(s, at, OGPI_CLASS_title);
    at = ogpi_skip_all(s, at, OGPI_CLASS_of);
    if (at == i || !ogpi_point_at(s, at, &point) || !point.year)
        return;
    ogpi_mark(s, i, point.next, OGPI_USED_BARRED);
    size_t dated = ogpi_skip_all(s, point.next, OGPI_CLASS_title);
    if (dated > point.next && ogpi_point_at(s, ogpi_skip_all(s, dated, OGPI_CLASS_of), &point) && point.year) /* "of 2016, dated 24 March 2016" */
        ogpi_mark(s, dated, point.next, OGPI_USED_BARRED);
}

/* A telephone number goes on over blanks, brackets and hyphens. */
static void bar_digits(ogpi_scanner *s, size_t i, size_t end)
{
    for (bool more = true; more && end < i + CHAIN_WORDS;) {
        size_t next = skip_signs(s, end, "()-");
        more = next < end + 3 && ogpi_is_kind(s, next, OGPI_NUMBER) && ogpi_plain_digits(s, next, 16) >= 0;
        end = more ? next + 1 : end;
    }
    ogpi_mark(s, i, end, OGPI_USED_BARRED);
}

/* "of" and no mere article. */
static bool after_of(const ogpi_scanner *s, size_t i)
{
    uint32_t article = 0;
    return ogpi_match_before(s, i, OGPI_CLASS_of, NULL, &article) && !article;
}

/* Values of the list `bar`: a word that names what follows; one that does not after a colon ("Output: 3 reports") nor
 * before a plural; one that names only numbers with a point ("Target 16.5"). */
enum { BAR_ALWAYS, BAR_CLOSE, BAR_POINT };

static bool names_number(const ogpi_scanner *s, size_t i, size_t at, uint32_t kind)
{
    if (kind == BAR_POINT)
        return at == i && at < ogpi_count(s) && memchr(ogpi_key(s, at), '.', s->words.items[at].length);
    if (kind != BAR_CLOSE || !ogpi_is_kind(s, at, OGPI_NUMBER))
        return true;
    return !ogpi_sign(s, i, ':');
}

static bool bracketed_number(const ogpi_scanner *s, size_t i)
{
    return ogpi_sign(s, i, '(') && ogpi_is_kind(s, i + 1, OGPI_NUMBER) && ogpi_sign(s, i + 2, ')');
}

/* "Article 12", "phase 2", "no. 5", "articles 12 and 13". */
static void bar_after(ogpi_scanner *s, size_t i, uint32_t kind)
{
    size_t at = skip_signs(s, i, ".:#");
    if (!names_number(s, i, at, kind))
        return;
    if (ogpi_sign(s, at, '(') && ogpi_is_kind(s, at + 1, OGPI_NUMBER) && ogpi_sign(s, at + 2, ')') &&
        ogpi_is_kind(s, at + 3, OGPI_NUMBER))
        bar_digits(s, at + 1, at + 2); /* "tel. (595) 21 414" */
    at = ogpi_skip_all(s, at, OGPI_CLASS_bar);
    at = skip_signs(s, at, ".:#");
    if (ogpi_option(s, i - 1, OGPI_OPTION_NO_CASE) && bracketed_number(s, at)) { /* "رقم (47) لسنة 2007" */
        ogpi_mark(s, at, at + 3, OGPI_USED_BARRED);
        bar_date(s, at + 3);
        return;
    }
    for (int more = 0; more < 8; more++) {
        if (!ogpi_is_kind(s, at, OGPI_NUMBER)) {
            if (more == 0 && ogpi_skip(s, at, OGPI_CLASS_number) == at + 1 && !ogpi_option(s, at, OGPI_OPTION_NO_CASE) &&
                !ogpi_is_kind(s, at + 1, OGPI_WORD))
                ogpi_mark(s, at, at + 1, OGPI_USED_BARRED);
            return;
        }
        size_t end = number_chain(s, at);
        if (ogpi_sign(s, at - 1, ':') && (ogpi_sign(s, end, '%') || ogpi_any(s, end, OGPI_BIT(percent))))
            return; /* "Indicator: 60 %" */
        if (ogpi_option(s, i - 1, OGPI_OPTION_NO_CASE) && at == i && ogpi_is_kind(s, end, OGPI_WORD) &&
            !s->tokens[end].affixes && !ogpi_any(s, end, OGPI_BIT(stop) | OGPI_BIT(year_word)))
            return;
        if (ogpi_sign(s, end, '(') && ((ogpi_flags(s, end) & OGPI_WORD_GLUED) || ogpi_plain_digits(s, end + 1, 2) >= 0) &&
            ogpi_sign(s, end + 2, ')'))
            end += 3; /* "Article 53 (3)" */
        while (end < at + CHAIN_WORDS && ogpi_is_kind(s, end, OGPI_NUMBER) &&
               (s->words.items[end].length < 4 || end > at + 1 || ogpi_plain_digits(s, end, 4) > 2100))
            end++; /* a telephone number in groups */
        ogpi_mark(s, at, end, OGPI_USED_BARRED);
        if ((kind == BAR_ALWAYS && after_of(s, end + 1)) || (ogpi_option(s, i - 1, OGPI_OPTION_NO_CASE) && ogpi_any(s, i - 1, OGPI_BIT(title))))
            bar_date(s, end); /* "(No. 11 of 2011)", "رقم 47 لسنة 2007" */
        bool plural = ogpi_key(s, i - 1)[s->words.items[i - 1].length - 1] == 's';
        if (plural && ogpi_sign(s, end, ',') && ogpi_is_kind(s, end + 1, OGPI_NUMBER)) {
            at = end + 1;
            continue;
        }
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
    if (ogpi_begins(s, i, OGPI_BIT(month) | OGPI_BIT(period)))
        return false;
    if (s->cased && (ogpi_flags(s, i) & OGPI_WORD_CAPITAL))
        return true;
    if (ogpi_skip(s, i, OGPI_CLASS_of) > i || ogpi_skip(s, i, OGPI_CLASS_inside) > i)
        return true;
    if (ogpi_any(s, i, OGPI_BIT(title)) && ogpi_skip(s, i, OGPI_CLASS_title) > i)
        return true;
    if (ogpi_any(s, i, OGPI_BIT(between) | OGPI_BIT(month) | OGPI_BIT(year_word) | OGPI_BIT(edge_end) | OGPI_BIT(edge_soft) |
                           OGPI_BIT(verb) | OGPI_BIT(act)) || ogpi_has_affix(s, i, OGPI_AFFIX_VERB))
        return false;
    if (ogpi_any(s, i, OGPI_BIT(bar) | OGPI_BIT(adjective) | OGPI_BIT(title)))
        return true;
    return !ogpi_any(s, i, OGPI_BIT(stop)) || ogpi_skip(s, i, OGPI_CLASS_stop) == i;
}

/* "in 2025" is a date even after a law or plan. */
static bool after_in(const ogpi_scanner *s, size_t i)
{
    return ogpi_match_before(s, i, OGPI_CLASS_skip, NULL, NULL);
}

static void bar_law(ogpi_scanner *s, size_t first, size_t i)
{
    if (first > 0 && ogpi_is_kind(s, first - 1, OGPI_NUMBER) && s->words.items[first - 1].length == 4 && !ogpi_option(s, first, OGPI_OPTION_NO_CASE))
        ogpi_mark(s, first - 1, first, OGPI_USED_BARRED);
    bool numbered = false;
    for (size_t steps = 0; steps < 9 && i < ogpi_count(s); steps++) {
        if (ogpi_is_kind(s, i, OGPI_NUMBER)) {
            size_t end = number_chain(s, i);
            if (!numbered && steps > 0 && steps < 4 && after_of(s, i))
                bar_date(s, i - 1); /* "loi du 7 octobre 2016" */
            if (!numbered && ((s->words.items[i].length < 4 && steps > 0 && end == i + 1) || after_in(s, i)))
                return;
            ogpi_mark(s, i, end, OGPI_USED_BARRED);
            bar_date(s, end);
            return;
        }
        if (ogpi_any(s, i, OGPI_BIT(bar)) && ogpi_skip(s, i, OGPI_CLASS_bar) > i &&
            ogpi_is_kind(s, skip_signs(s, i + 1, ".:#"), OGPI_NUMBER)) {
            numbered = true;
            i = skip_signs(s, i + 1, ".:#");
            continue;
        }
        if ((ogpi_sign(s, i, '(') && numbered) ||
            (ogpi_sign(s, i, ',') && ogpi_is_kind(s, i + 1, OGPI_NUMBER) && s->words.items[i + 1].length == 4 && steps == 0 &&
             (!ogpi_is_kind(s, i + 2, OGPI_WORD) || !s->cased || (ogpi_flags(s, i - 1) & OGPI_WORD_CAPITAL)))) {
            i++;
            continue;
        }
        if (ogpi_sign(s, i, '(') && (!s->cased || (ogpi_flags(s, i + 1) & OGPI_WORD_UPPER)) && ogpi_sign(s, i + 2, ')')) {
            i += 3; /* "Directive (EU) 2019/1937" */
            continue;
        }
        if (ogpi_any(s, i, OGPI_BIT(year_word)) && steps < 2) {
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

static void bar_plan(ogpi_scanner *s, size_t first, size_t i)
{
    for (size_t steps = 0; steps < 9 && i < ogpi_count(s); steps++, i++) {
        ogpi_point point;
        bool bracket = steps > 0 && ogpi_sign(s, i, '(') && ogpi_is_kind(s, i + 1, OGPI_NUMBER);
        if (bracket && number_chain(s, i + 1) > i + 2 && ogpi_plain_digits(s, i + 2, 4) > 1900)
            ogpi_mark(s, i + 1, number_chain(s, i + 1), OGPI_USED_BARRED);
        if (ogpi_is_kind(s, i, OGPI_NUMBER)) {
            if (!after_in(s, i) && ogpi_point_at(s, i, &point) && point.year && !point.month)
                ogpi_mark(s, i, spaced_range(s, number_chain(s, i)), OGPI_USED_BARRED);
            break;
        }
        if (!in_title(s, i))
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

/* 4.6 before a capital, a closing bracket or nothing: the number of a list item; 4.0: a version. */
static bool point_list_number(const ogpi_scanner *s, size_t i)
{
    const char *key = ogpi_key(s, i);
    size_t length = s->words.items[i].length, next = i + 1;
    const char *point = memchr(key, '.', length);
    if (!point || length > 6 || (point == key + length - 4 && length > 4))
        return false; /* none in 10.000 */
    if (length == 3 && key[2] == '0')
        return !ogpi_any(s, next, OGPI_BIT(percent) | OGPI_BIT(multiplier)) && !ogpi_sign(s, next, '%');
    if (next >= ogpi_count(s) || ogpi_sign(s, next, ')'))
        return ogpi_breaks(s, i) || ogpi_sign(s, i - 1, '(');
    if (ogpi_sign(s, next, ':') || (ogpi_sign(s, next, '-') && ogpi_sign(s, i - 1, '(')))
        return true; /* "1.1: Improve", "(16.6 - Develop" */
    return ogpi_sign(s, next, '.') && (next + 1 >= ogpi_count(s) || (ogpi_flags(s, next + 1) & OGPI_WORD_CAPITAL) ||
                                       ogpi_is_kind(s, next + 1, OGPI_SIGN));
}

/* 05 37 68 06 00 */
static bool in_pairs(const ogpi_scanner *s, size_t i)
{
    size_t count = 0;
    while (count < 4 && ogpi_is_kind(s, i + count, OGPI_NUMBER) && s->words.items[i + count].length == 2)
        count++;
    return count >= 4;
}

/* The number of an item "1.1c)", "1 b)". */
static bool is_lettered(const ogpi_scanner *s, size_t i)
{
    return s->words.items[i].length < 5 && ogpi_is_kind(s, i + 1, OGPI_WORD) && s->words.items[i + 1].length == 1 &&
           ogpi_sign(s, i + 2, ')') && (ogpi_flags(s, i + 2) & OGPI_WORD_GLUED);
}

/* "3 Elaboración de un manual": what stands before a capital that no noun has in its language. */
static bool is_row_number(const ogpi_scanner *s, size_t i)
{
    return s->cased && s->words.items[i].length < 3 && ogpi_breaks(s, i) && ogpi_option(s, i + 1, OGPI_OPTION_COMMA_DECIMAL) &&
           (ogpi_flags(s, i + 1) & (OGPI_WORD_CAPITAL | OGPI_WORD_UPPER | OGPI_WORD_GLUED)) == OGPI_WORD_CAPITAL &&
           ogpi_is_kind(s, i + 1, OGPI_WORD) && !ogpi_any(s, i + 1, OGPI_BIT(month)) &&
           ogpi_is_kind(s, i + 2, OGPI_WORD) && !(ogpi_flags(s, i + 2) & OGPI_WORD_CAPITAL);
}

/* "CETS 205", "RG 228 Records": an acronym's number; "112" in quotes; 3D; 114-97, which no range goes down to. */
static bool is_coded(const ogpi_scanner *s, size_t i, size_t end)
{
    size_t length = s->words.items[i].length;
    if (i > 0 && ogpi_sign(s, i - 1, '"') && ogpi_sign(s, i + 1, '"'))
        return true;
    if (end == i + 2 && (ogpi_flags(s, i + 1) & OGPI_WORD_HYPHEN) && ogpi_plain_digits(s, i, 3) > ogpi_plain_digits(s, i + 1, 3) &&
        ogpi_plain_digits(s, i + 1, 2) > 0 && !ogpi_sign(s, end, '%') && !ogpi_any(s, end, OGPI_BIT(percent) | OGPI_BIT(unit)))
        return true;
    int year = ogpi_plain_digits(s, i, 4);
    if ((ogpi_flags(s, end) & (OGPI_WORD_GLUED | OGPI_WORD_CAPITAL | OGPI_WORD_HYPHEN)) == (OGPI_WORD_GLUED | OGPI_WORD_CAPITAL) && s->cased &&
        ogpi_skip(s, i, OGPI_CLASS_period) == i &&
        !ogpi_any(s, end, OGPI_BIT(multiplier) | OGPI_BIT(currency) | OGPI_BIT(unit) | OGPI_BIT(percent) | OGPI_BIT(suffix) | OGPI_BIT(plural)))
        return true; /* 5G, 3D, 4IR */
    if (!s->cased || length > 6 || (year > 1899 && year < 2101) || i == 0 || end > i + 1 || ogpi_sign(s, end, '%') || ogpi_sign(s, end, '-') ||
        (ogpi_is_kind(s, end, OGPI_WORD) && !(ogpi_flags(s, end) & OGPI_WORD_CAPITAL)) || ogpi_is_kind(s, end, OGPI_NUMBER))
        return false;
    return (ogpi_flags(s, i - 1) & OGPI_WORD_UPPER) && !(ogpi_flags(s, i) & OGPI_WORD_GLUED) &&
           !ogpi_any(s, i - 1, OGPI_BIT(currency) | OGPI_BIT(approx) | OGPI_BIT(period) | OGPI_BIT(year_word) | OGPI_BIT(month) |
                                   OGPI_BIT(and) | OGPI_BIT(stop) | OGPI_BIT(of) | OGPI_BIT(number) | OGPI_BIT(verb) | OGPI_BIT(act));
}

/* 14:30, 9:00 */
static bool is_clock(const ogpi_scanner *s, size_t i)
{
    return ogpi_sign(s, i + 1, ':') && (ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) && ogpi_is_kind(s, i + 2, OGPI_NUMBER) &&
           (ogpi_flags(s, i + 2) & OGPI_WORD_GLUED) && s->words.items[i + 2].length == 2;
}

/* "FY2025" */
static bool ends_in_digit(const ogpi_scanner *s, size_t i)
{
    char last = ogpi_key(s, i)[s->words.items[i].length - 1];
    return last >= '0' && last <= '9';
}

/* "14 h 30", "14h30"; "24h/24"; "à 9h", "a las 9 h", "de 8 h à 18 h": a time of day, no length of time. The index after it, or i. */
static size_t hour_at(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_is_kind(s, i + 1, OGPI_WORD) || ogpi_plain_digits(s, i, 2) < 0 || ogpi_plain_digits(s, i, 2) > 24)
        return i;
    size_t length = s->words.items[i + 1].length, end = i + 2;
    bool glued = (ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) != 0;
    if (length == 1 && ogpi_sign(s, end, '/') && ogpi_is_kind(s, end + 1, OGPI_NUMBER))
        return end + 2;
    if (*ogpi_key(s, i + 1) != 'h' || (length != 1 && !(length == 3 && glued && ends_in_digit(s, i + 1))))
        return i;
    if (length == 3)
        return end;
    if (ogpi_is_kind(s, end, OGPI_NUMBER) && s->words.items[end].length == 2)
        return end + 1;
    if (i == 0 || !ogpi_option(s, i - 1, OGPI_OPTION_COMMA_DECIMAL) || ogpi_breaks(s, i))
        return i;
    bool from = ogpi_skip(s, i - 1, OGPI_CLASS_of) == i && ogpi_is_kind(s, ogpi_skip(s, end, OGPI_CLASS_to), OGPI_NUMBER);
    bool at = ogpi_skip(s, i - 1, OGPI_CLASS_to) == i || ogpi_skip(s, i - 1, OGPI_CLASS_determiner) == i;
    return at || from ? end : i;
}

/* Telephone numbers and other codes; the number of a list item. */
static size_t bar_shape(ogpi_scanner *s, size_t i)
{
    size_t length = s->words.items[i].length, end = number_chain(s, i);
    ogpi_point point;
    if (ogpi_digits_point(s, i, &point))
        return point.next;
    if (point_list_number(s, i) || is_lettered(s, i) || is_row_number(s, i))
        ogpi_mark(s, i, i + 1, OGPI_USED_BARRED);
    if (ogpi_is_kind(s, i + 1, OGPI_NUMBER) && (ogpi_flags(s, i + 1) & OGPI_WORD_HYPHEN) && length == 4 &&
        s->words.items[i + 1].length != 4)
        ogpi_mark(s, i, end, OGPI_USED_BARRED);
    if ((ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) && ogpi_is_kind(s, i + 1, OGPI_WORD) && s->words.items[i + 1].length == 1 &&
        (*ogpi_key(s, i + 1) == 's' || (*ogpi_key(s, i + 1) == 'h' && ogpi_is_kind(s, i + 2, OGPI_NUMBER))))
        ogpi_mark(s, i, i + 3, OGPI_USED_BARRED);
    if (ogpi_sign(s, i + 1, '/') && length == 4 && (ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) && ogpi_is_kind(s, i + 2, OGPI_NUMBER) &&
        ogpi_plain_digits(s, i + 2, 2) < 0 && ogpi_plain_digits(s, i + 2, 4) < 1900)
        ogpi_mark(s, i, end, OGPI_USED_BARRED);
    if (ogpi_sign(s, i + 1, '/') && length == 4 && ogpi_is_kind(s, i + 2, OGPI_NUMBER) && s->words.items[i + 2].length == 2 &&
        (ogpi_flags(s, i + 2) & OGPI_WORD_GLUED))
        ogpi_mark(s, i, end, OGPI_USED_BARRED); /* 2003/98/EC */
    if (is_coded(s, i, end))
        ogpi_mark(s, i, end, OGPI_USED_BARRED);
    if (in_pairs(s, i))
        bar_digits(s, i, i + 1);
    if (is_clock(s, i))
        ogpi_mark(s, i, i + 3, OGPI_USED_BARRED);
    ogpi_mark(s, i, hour_at(s, i), OGPI_USED_BARRED);
    if ((*ogpi_key(s, i) == '0' && ogpi_plain_digits(s, i, 16) >= 0 &&
         (length > 3 || (ogpi_plain_digits(s, i + 1, 4) > 99 && ogpi_plain_digits(s, i + 2, 4) > 99))) ||
        (end > i + 2 && !ogpi_point_at(s, i, &point)) || (i > 0 && ogpi_sign(s, i - 1, '+')) ||
        (i > 0 && (ogpi_sign(s, i - 1, '#') || ogpi_sign(s, i - 1, '@'))))
        bar_digits(s, i, end);
    if (end > i + 1 && ogpi_sign(s, i + 1, '/') && length < 4)
        ogpi_mark(s, i, end, OGPI_USED_BARRED);
    if (memchr(ogpi_key(s, i), '.', length) && ogpi_breaks(s, i) && length < 7 && ogpi_is_kind(s, i + 1, OGPI_WORD) &&
        !(ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) && (s->cased ? (ogpi_flags(s, i + 1) & OGPI_WORD_CAPITAL) != 0 : i == 0 && length < 5) &&
        !ogpi_digits_point(s, i, &point))
        ogpi_mark(s, i, i + 1, OGPI_USED_BARRED);
    if (i > 0 && length < 3 && ogpi_sign(s, i - 1, '(') && ogpi_sign(s, i + 1, ')') && ogpi_is_kind(s, i + 2, OGPI_WORD) &&
        (i == 1 || ogpi_is_kind(s, i - 2, OGPI_SIGN) || ogpi_any(s, i - 2, OGPI_BIT(and))))
        ogpi_mark(s, i, i + 1, OGPI_USED_BARRED); /* ": (1) a portal; (2) a law" */
    bool closes = ogpi_sign(s, i + 1, ')') && !(i > 0 && ogpi_sign(s, i - 1, '('));
    bool first = ogpi_breaks(s, i) && ogpi_sign(s, i + 1, '.') && (ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) &&
                 ogpi_is_kind(s, i + 2, OGPI_WORD) && length < 3 && !(ogpi_flags(s, i + 2) & OGPI_WORD_GLUED);
    bool titled = (i == 0 || ogpi_sign(s, i - 1, '.')) && length < 3 && (ogpi_sign(s, i + 1, ':') || ogpi_sign(s, i + 1, '-')) &&
                  (ogpi_flags(s, i + 2) & OGPI_WORD_CAPITAL) && s->cased; /* "12: A new portal" */
    if ((closes && length < 3) || first || titled)
        ogpi_mark(s, i, i + 1, OGPI_USED_BARRED);
    bool short_year = ogpi_plain_digits(s, i, 2) > 19 && ogpi_plain_digits(s, i, 2) < 41 && length == 2 && ogpi_any(s, i - (i > 0), OGPI_BIT(month));
    bool hyphenated = (ogpi_flags(s, i) & OGPI_WORD_HYPHEN) && ogpi_is_kind(s, i - 1, OGPI_WORD) && !ends_in_digit(s, i - 1) && !short_year &&
                      (length == 2 || !ogpi_any(s, i - 1, OGPI_BIT(month) | OGPI_BIT(period) | OGPI_BIT(edge_end) | OGPI_BIT(edge_soft)));
    if (hyphenated)
        ogpi_mark(s, i, end, OGPI_USED_BARRED);
    return i + 1;
}

static bool is_link(const ogpi_scanner *s, size_t i)
{
    return !(s->marks.used[i] & OGPI_USED_BARRED) && s->words.items[i].length >= 4 && memcmp(ogpi_key(s, i), "http", 4) == 0;
}

/* "https://...": all that is glued to it. */
static void bar_link(ogpi_scanner *s, size_t i)
{
    size_t end = i + 1;
    while (end < ogpi_count(s) && (ogpi_flags(s, end) & (OGPI_WORD_GLUED | OGPI_WORD_HYPHEN)))
        end++;
    if (ogpi_sign(s, i + 1, ':') && ogpi_sign(s, i + 2, '/'))
        ogpi_mark(s, i, end, OGPI_USED_BARRED);
}

/* "parliament.gov": what is glued by a full stop is an address. */
static void bar_address(ogpi_scanner *s, size_t i)
{
    if (i > 0 && ogpi_sign(s, i, '.') && (ogpi_flags(s, i) & OGPI_WORD_GLUED) && ogpi_is_kind(s, i - 1, OGPI_WORD) &&
        ogpi_is_kind(s, i + 1, OGPI_WORD) && (ogpi_flags(s, i + 1) & (OGPI_WORD_GLUED | OGPI_WORD_CAPITAL)) == OGPI_WORD_GLUED &&
        s->words.items[i - 1].length > 1 && s->words.items[i + 1].length > 1)
        ogpi_mark(s, i - 1, i + 2, OGPI_USED_BARRED);
}

void ogpi_find_bars(ogpi_scanner *s)
{
    for (size_t i = 0, shaped = 0; (i = ogpi_next_start(s, i, OGPI_START_BAR)) < ogpi_count(s); i++) {
        size_t next = 0;
        uint32_t kind = 0;
        if (s->words.items[i].kind == OGPI_NUMBER && i >= shaped)
            shaped = bar_shape(s, i);
        else if (s->words.items[i].kind == OGPI_SIGN)
            bar_address(s, i);
        else if (is_link(s, i))
            bar_link(s, i);
        if (!(s->tokens[i].classes & (OGPI_BIT(bar) | OGPI_BIT(law) | OGPI_BIT(plan))))
            continue;
        if ((next = ogpi_skip(s, i, OGPI_CLASS_law)) > i)
            bar_law(s, i, next);
        if ((next = ogpi_skip(s, i, OGPI_CLASS_plan)) > i)
            bar_plan(s, i, next);
        if ((next = ogpi_match(s, i, OGPI_CLASS_bar, &kind)) > i)
            bar_after(s, next, kind);
    }
}
