/* SPDX-License-Identifier: MIT */
/* Numbers that their own shape tells to be names: of a telephone, a code, a time of day. */
#include "text/bars.h"
#include "text/quantities.h"

/* 58/2021, 130-13, 2.1.3: what is glued to a number belongs to it. */
size_t ogpi_number_chain(const ogpi_scanner *s, size_t i)
{
    size_t next = i + 1;
    while (next < i + OGPI_CHAIN_WORDS) {
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

size_t ogpi_skip_signs(const ogpi_scanner *s, size_t i, const char *signs)
{
    while (ogpi_is_kind(s, i, OGPI_SIGN) && s->words.items[i].length == 1 && strchr(signs, *ogpi_key(s, i)))
        i++;
    return i;
}

/* A telephone number goes on over blanks, brackets and hyphens. */
void ogpi_bar_digits(ogpi_scanner *s, size_t i, size_t end)
{
    for (bool more = true; more && end < i + OGPI_CHAIN_WORDS;) {
        size_t next = ogpi_skip_signs(s, end, "()-");
        more = next < end + 3 && ogpi_is_kind(s, next, OGPI_NUMBER) && ogpi_plain_digits(s, next, 16) >= 0;
        end = more ? next + 1 : end;
    }
    ogpi_mark(s, i, end, OGPI_USED_BARRED);
}

/* 05 37 68 06 00 */
static bool in_pairs(const ogpi_scanner *s, size_t i)
{
    size_t count = 0;
    while (count < 4 && ogpi_is_kind(s, i + count, OGPI_NUMBER) && s->words.items[i + count].length == 2)
        count++;
    return count >= 4;
}

/* Whether what follows a number may be what it counts: "SLE 10 schools", and not "WCAG 2.1 level AA". */
static bool may_count(const ogpi_scanner *s, size_t i, size_t end)
{
    const uint64_t scaled = OGPI_BIT(multiplier) | OGPI_BIT(percent) | OGPI_BIT(unit);
    if (!ogpi_is_kind(s, end, OGPI_WORD) || (ogpi_flags(s, end) & OGPI_WORD_CAPITAL) ||
        ogpi_begins(s, end, OGPI_BIT(and) | OGPI_BIT(stop)))
        return false;
    return !memchr(ogpi_key(s, i), '.', s->words.items[i].length) || ogpi_any(s, end, scaled);
}

/* "Legal Notice 142 of 2020", "GN 45 of 2019": the number of an English law with its year. */
static bool is_of_year(const ogpi_scanner *s, size_t i)
{
    return i > 0 && s->cased && ogpi_option(s, i - 1, OGPI_OPTION_HEAD_LAST) && !ogpi_breaks(s, i) &&
           (ogpi_flags(s, i - 1) & OGPI_WORD_CAPITAL) && ogpi_plain_digits(s, i, 4) > 0 &&
           !ogpi_any(s, i - 1,
                     OGPI_BIT(month) | OGPI_BIT(period) | OGPI_BIT(currency) | OGPI_BIT(stop) | OGPI_BIT(verb)) &&
           ogpi_skip(s, i + 1, OGPI_CLASS_of) == i + 2 && ogpi_plain_digits(s, i + 2, 4) > 1900 &&
           !ogpi_is_kind(s, i + 3, OGPI_NUMBER);
}

/* "CETS 205", "RG 228 Records": an acronym's number; "112" in quotes; 3D; 114-97, which no range goes down to. */
static bool is_coded(const ogpi_scanner *s, size_t i, size_t end)
{
    size_t length = s->words.items[i].length;
    if (i > 0 && ((ogpi_sign(s, i - 1, '"') && ogpi_sign(s, i + 1, '"')) ||
                  (ogpi_sign(s, i - 1, '\'') && ogpi_sign(s, i + 1, '\'')) ||
                  (ogpi_sign(s, i - 1, '[') && ogpi_sign(s, i + 1, ']')) || /* a footnote */
                  (ogpi_sign(s, i - 1, ')') && ogpi_sign(s, i + 1, '(')))) /* brackets of a text turned round */
        return true;
    if (end == i + 2 && (ogpi_flags(s, i + 1) & OGPI_WORD_HYPHEN) &&
        ogpi_plain_digits(s, i, 3) >= ogpi_plain_digits(s, i + 1, 3) && ogpi_plain_digits(s, i + 1, 2) > 0 &&
        !ogpi_sign(s, end, '%') && !ogpi_any(s, end, OGPI_BIT(percent) | OGPI_BIT(unit)))
        return true;
    if (ogpi_sign(s, i + 1, '(') && (ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) && ogpi_plain_digits(s, i + 2, 4) > 1900)
        return true; /* the resolution 1566(2004) */
    if (*ogpi_key(s, i) == '0' && length == 2 && end == i + 2 && i > 0 && ogpi_sign(s, i - 1, '(') &&
        ogpi_sign(s, end, ')'))
        return true; /* the law (03-03) */
    int year = ogpi_plain_digits(s, i, 4);
    if ((ogpi_flags(s, end) & (OGPI_WORD_GLUED | OGPI_WORD_CAPITAL | OGPI_WORD_HYPHEN)) ==
            (OGPI_WORD_GLUED | OGPI_WORD_CAPITAL) &&
        s->cased && !ogpi_has(s, i, OGPI_CLASS_period) &&
        !ogpi_any(s, end,
                  OGPI_BIT(multiplier) | OGPI_BIT(currency) | OGPI_BIT(unit) | OGPI_BIT(percent) | OGPI_BIT(suffix) |
                      OGPI_BIT(plural)))
        return true; /* 5G, 3D, 4IR */
    if (!s->cased || length > 6 || (year > 1899 && year < 2101) || i == 0 || end > i + 1 || ogpi_sign(s, end, '%') ||
        ogpi_sign(s, end, '-') || may_count(s, i, end) || ogpi_any(s, end, OGPI_BIT(month)) ||
        ogpi_is_kind(s, end, OGPI_NUMBER))
        return false;
    return (ogpi_flags(s, i - 1) & OGPI_WORD_UPPER) && !(ogpi_flags(s, i) & OGPI_WORD_GLUED) &&
           !ogpi_any(s, i - 1,
                     OGPI_BIT(currency) | OGPI_BIT(approx) | OGPI_BIT(period) | OGPI_BIT(year_word) | OGPI_BIT(month) |
                         OGPI_BIT(edge_end) | OGPI_BIT(and) | OGPI_BIT(stop) | OGPI_BIT(of) | OGPI_BIT(number) |
                         OGPI_BIT(verb) | OGPI_BIT(act));
}

/* "(م16)": an article by its first letter. */
static bool is_after_letter(const ogpi_scanner *s, size_t i)
{
    return i > 1 && (ogpi_flags(s, i) & OGPI_WORD_GLUED) && ogpi_is_kind(s, i - 1, OGPI_WORD) &&
           ogpi_sign(s, i - 2, '(') && ogpi_option(s, i - 1, OGPI_OPTION_UNCASED) && s->words.items[i - 1].length == 2;
}

/* 14:30, 9:00; the ratio 1:40; the standard 27001:2022 */
static bool is_clock(const ogpi_scanner *s, size_t i)
{
    size_t length = s->words.items[i].length;
    return ogpi_sign(s, i + 1, ':') && (ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) &&
           ogpi_is_kind(s, i + 2, OGPI_NUMBER) && (ogpi_flags(s, i + 2) & OGPI_WORD_GLUED) &&
           ((length <= 2 && s->words.items[i + 2].length <= 2) || (length > 3 && s->words.items[i + 2].length == 4));
}

/* The "5" of "R12.5" and the "2" of "7(2)(a)": a part of what stands before it. */
static bool is_glued_part(const ogpi_scanner *s, size_t i)
{
    const unsigned glued = ogpi_flags(s, i) & ogpi_flags(s, i - 1) & OGPI_WORD_GLUED;
    if (i < 2 || !glued)
        return false;
    return (ogpi_sign(s, i - 1, '.') && ogpi_is_kind(s, i - 2, OGPI_WORD) && ogpi_ends_in_digit(s, i - 2)) ||
           (ogpi_sign(s, i - 1, '(') && ogpi_is_kind(s, i - 2, OGPI_NUMBER) && ogpi_plain_digits(s, i, 2) > 0 &&
            ogpi_sign(s, i + 1, ')') && (s->marks.used[i - 2] & OGPI_USED_BARRED));
}

/* "de 9 heures à 17 heures", "9 h à 17 h": the index after both times of day, or i. */
static size_t hours_at(const ogpi_scanner *s, size_t i)
{
    size_t second = ogpi_skip(s, i + 2, OGPI_CLASS_to);
    bool from = ogpi_has_form(s, i + 1, OGPI_FORM_clock) || (i > 0 && ogpi_skip(s, i - 1, OGPI_CLASS_of) == i);
    bool both = from && second > i + 2 && ogpi_has_form(s, i + 1, OGPI_FORM_hour) &&
                (ogpi_begins(s, i + 1, OGPI_BIT(unit)) || ogpi_has_form(s, i + 1, OGPI_FORM_clock)) &&
                ogpi_has_form(s, second + 1, OGPI_FORM_hour) &&
                (ogpi_begins(s, second + 1, OGPI_BIT(unit)) || ogpi_has_form(s, second + 1, OGPI_FORM_clock));
    int opens = both ? ogpi_plain_digits(s, i, 2) : -1, closes = both ? ogpi_plain_digits(s, second, 2) : -1;
    return opens > 5 && closes > opens && closes < 24 ? second + 2 : i;
}

/* "de 72 h à 24 h", "de 12 h à 6 h": hours that grow fewer are a length of time. */
static bool is_fewer(const ogpi_scanner *s, size_t i)
{
    return ogpi_plain_digits(s, i, 2) == 24 ||
           (i > 2 && ogpi_has_form(s, i - 2, OGPI_FORM_hour) &&
            ogpi_plain_digits(s, i - 3, 2) > ogpi_plain_digits(s, i, 2));
}

/* "Risque 1 : retard", "Year 2: 10 towns": a label with its number, which opens a line. */
static bool is_label(const ogpi_scanner *s, size_t i)
{
    const uint64_t others = OGPI_BIT(month) | OGPI_BIT(period) | OGPI_BIT(number) | OGPI_BIT(approx) | OGPI_BIT(unit);
    return s->cased && i > 0 && ogpi_plain_digits(s, i, 2) > 0 && ogpi_sign(s, i + 1, ':') &&
           (ogpi_flags(s, i - 1) & OGPI_WORD_CAPITAL) && (i == 1 || ogpi_breaks(s, i - 1)) && !ogpi_breaks(s, i) &&
           !ogpi_has_form(s, i - 1, OGPI_FORM_plural_letter) && !ogpi_any(s, i - 1, others);
}

/* "14 h 30", "14h30"; "24h/24"; "à 9h", "a las 9 h", "de 8 h à 18 h": a time of day, no length of time. The index after
 * it, or i. */
static size_t hour_at(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_is_kind(s, i + 1, OGPI_WORD) || ogpi_plain_digits(s, i, 2) < 0 || ogpi_plain_digits(s, i, 2) > 24)
        return i;
    size_t length = s->words.items[i + 1].length, end = i + 2;
    bool glued = (ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) != 0;
    if (length == 1 && ogpi_sign(s, end, '/') && ogpi_is_kind(s, end + 1, OGPI_NUMBER))
        return end + 2;
    if (i > 1 && ogpi_plain_digits(s, i, 2) < 24 && ogpi_begins(s, i + 1, OGPI_BIT(unit)) &&
        ogpi_has_form(s, i + 1, OGPI_FORM_hour) && ogpi_skip(s, i - 1, OGPI_CLASS_determiner) == i &&
        ogpi_skip(s, i - 2, OGPI_CLASS_to) >= i - 1)
        return end; /* "a las 9 horas" */
    if (!ogpi_has_form(s, i + 1, OGPI_FORM_hour) ||
        (length != 1 && !(length == 3 && glued && ogpi_ends_in_digit(s, i + 1))))
        return i;
    if (length == 3)
        return end;
    if (ogpi_is_kind(s, end, OGPI_NUMBER) && s->words.items[end].length == 2)
        return end + 1;
    if (i == 0 || !ogpi_has_form(s, i + 1, OGPI_FORM_clock) || ogpi_breaks(s, i))
        return i;
    bool from =
        ogpi_skip(s, i - 1, OGPI_CLASS_of) == i && ogpi_is_kind(s, ogpi_skip(s, end, OGPI_CLASS_to), OGPI_NUMBER);
    bool at = (ogpi_skip(s, i - 1, OGPI_CLASS_to) == i && !is_fewer(s, i)) ||
              ogpi_skip(s, i - 1, OGPI_CLASS_determiner) == i;
    size_t other = ogpi_skip(s, end, OGPI_CLASS_and);
    bool between = ogpi_match_before(s, i, OGPI_CLASS_between, NULL, NULL) && other > end &&
                   ogpi_is_kind(s, other, OGPI_NUMBER) && ogpi_plain_digits(s, i, 2) < 13;
    bool second = i > 2 && ogpi_skip(s, i - 1, OGPI_CLASS_and) == i && (s->marks.used[i - 2] & OGPI_USED_BARRED) &&
                  ogpi_has_form(s, i - 2, OGPI_FORM_hour); /* "entre 8 h et 17 h" */
    return at || from || between || second ? end : i;
}

/* "Covid-19", "M-22-04", and not "Q3-2025", "FY21-22", "Jan-24". */
static bool is_tail(const ogpi_scanner *s, size_t i)
{
    size_t length = s->words.items[i].length;
    if (i == 0 || !(ogpi_flags(s, i) & OGPI_WORD_HYPHEN) || !ogpi_is_kind(s, i - 1, OGPI_WORD) ||
        (ogpi_ends_in_digit(s, i - 1) && length > 1 && ogpi_any(s, i - 1, OGPI_BIT(period) | OGPI_BIT(year_word))))
        return false;
    int year = length == 2 ? ogpi_plain_digits(s, i, 2) : 0;
    if (year > 19 && year < 41 && ogpi_any(s, i - 1, OGPI_BIT(month)))
        return false;
    return length == 2 ||
           !ogpi_any(s, i - 1, OGPI_BIT(month) | OGPI_BIT(period) | OGPI_BIT(edge_end) | OGPI_BIT(edge_soft));
}

/* What a hyphen or slash makes one code: 2016-1321, 2003/98/EC, 14/53. */
static bool is_chained(const ogpi_scanner *s, size_t i, size_t end)
{
    size_t length = s->words.items[i].length;
    if (ogpi_is_kind(s, i + 1, OGPI_NUMBER) && (ogpi_flags(s, i + 1) & OGPI_WORD_HYPHEN) && length == 4 &&
        s->words.items[i + 1].length != 4)
        return true;
    if (!ogpi_sign(s, i + 1, '/'))
        return false;
    if (length < 4)
        return end > i + 1 && !(i > 0 && ogpi_any(s, i - 1, OGPI_BIT(year_word))); /* "FY 23/24" */
    if (length != 4 || !ogpi_is_kind(s, i + 2, OGPI_NUMBER))
        return false;
    bool number = (ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) && ogpi_plain_digits(s, i + 2, 2) < 0 &&
                  ogpi_plain_digits(s, i + 2, 4) < 1900;
    return number || (s->words.items[i + 2].length == 2 && (ogpi_flags(s, i + 2) & OGPI_WORD_GLUED));
}

#define TELEPHONE_DIGITS 6

/* "(591) 2 211-3344": whether a code in brackets leads to a telephone number. */
static bool is_code_of_telephone(const ogpi_scanner *s, size_t i)
{
    size_t digits = 0, at = i + 2;
    if (i == 0 || !ogpi_sign(s, i - 1, '(') || !ogpi_sign(s, i + 1, ')') || s->words.items[i].length > 3)
        return false;
    for (; at < i + 8 && ogpi_plain_digits(s, at, 8) >= 0; at++)
        digits += s->words.items[at].length;
    return digits > TELEPHONE_DIGITS && !ogpi_sign(s, at, '%');
}

/* 0800 123 456, +33 1 ..., #45, @3; "plans/5" */
static bool is_telephone(const ogpi_scanner *s, size_t i, size_t end)
{
    ogpi_point point;
    if (*ogpi_key(s, i) == '0' && ogpi_plain_digits(s, i, 16) >= 0 &&
        (s->words.items[i].length > 3 || (s->words.items[i].length > 2 && !ogpi_is_kind(s, i - 1, OGPI_NUMBER)) ||
         (ogpi_plain_digits(s, i + 1, 4) > 99 && ogpi_plain_digits(s, i + 2, 4) > 99) ||
         (s->words.items[i].length == 2 && ogpi_plain_digits(s, i + 1, 7) > 999)))
        return true;
    int second = s->words.items[i].length == 3 && !(ogpi_flags(s, i + 1) & (OGPI_WORD_GLUED | OGPI_WORD_HYPHEN))
                     ? ogpi_plain_digits(s, i + 1, 4)
                     : 0;
    if (ogpi_plain_digits(s, i, 3) > 99 && second > 999 && (second < 1900 || second > 2100))
        return true; /* 333 4203 */
    if (i > 1 && ogpi_sign(s, i - 1, '/') && (ogpi_flags(s, i) & ogpi_flags(s, i - 1) & OGPI_WORD_GLUED) &&
        ogpi_is_kind(s, i - 2, OGPI_WORD) && !ogpi_ends_in_digit(s, i - 2) &&
        !ogpi_any(s, i - 2,
                  OGPI_BIT(currency) | OGPI_BIT(month) | OGPI_BIT(period) | OGPI_BIT(ordinal) | OGPI_BIT(year_word)))
        return true;
    if ((ogpi_sign(s, end, '#') && (ogpi_flags(s, end) & OGPI_WORD_GLUED)) /* *384# */ || is_code_of_telephone(s, i))
        return true;
    bool called = i > 0 && ogpi_sign(s, i - 1, '+') && /* and no rise: "+5 %", "+12 points" */
                  (ogpi_is_kind(s, i + 1, OGPI_NUMBER) || ogpi_sign(s, i + 1, '(') ||
                   (ogpi_sign(s, i + 1, ')') && ogpi_is_kind(s, i + 2, OGPI_NUMBER)) || s->words.items[i].length > 6 ||
                   ((ogpi_flags(s, i - 1) & OGPI_WORD_GLUED) && ogpi_is_kind(s, i - 2, OGPI_WORD) &&
                    !ogpi_any(s, i + 1, OGPI_BIT(unit)))); /* "J+30"; "T+3 months" is a length */
    bool fiscal = i > 0 && ogpi_any(s, i - 1, OGPI_BIT(year_word)); /* "FY 23/24" */
    return called || (end > i + 2 && !fiscal && !ogpi_point_at(s, i, &point)) ||
           (i > 0 && (ogpi_sign(s, i - 1, '#') || ogpi_sign(s, i - 1, '@')));
}

/* "27 من شعبان 1432", "1446 هـ": the Hijri calendar. The index after it, or i. */
size_t ogpi_lunar_date(const ogpi_scanner *s, size_t i)
{
    uint32_t apart = 0;
    if (!ogpi_is_kind(s, i, OGPI_NUMBER))
        return i;
    size_t at = ogpi_skip_all(s, i + 1, OGPI_CLASS_of), next = ogpi_match(s, at, OGPI_CLASS_suffix, &apart);
    if (next == at || apart != OGPI_SUFFIX_APART)
        return i;
    return ogpi_skip(s, next + (ogpi_plain_digits(s, next, 4) > 999), OGPI_CLASS_suffix);
}

/* "PND 2021-2025", "the EITI 2024": the years of a plan or report that its acronym names. */
static bool names_years(const ogpi_scanner *s, size_t i, size_t end)
{
    if (i == 0 || !s->cased || ogpi_breaks(s, i) || !ogpi_is_kind(s, i - 1, OGPI_WORD) ||
        !(ogpi_flags(s, i - 1) & OGPI_WORD_UPPER))
        return false;
    const size_t letters = s->words.items[i - 1].length;
    bool years = end == i + 2 && s->words.items[i + 1].length == 4 && letters > 1;
    bool year = end == i + 1 && letters > 2;
    return (years || year) && s->words.items[i].length == 4 && ogpi_plain_digits(s, i, 4) > 1900 &&
           !ogpi_any(s, i - 1, OGPI_BIT(year_word) | OGPI_BIT(month) | OGPI_BIT(period) | OGPI_BIT(stop) |
                                    OGPI_BIT(edge_end) | OGPI_BIT(edge_soft)); /* "by EOY 2026" */
}

/* "« Djibouti 2035 »", "« Pour une Algérie numérique 2030 »": a year ends the quoted name. */
static bool closes_quoted_name(const ogpi_scanner *s, size_t i)
{
    const uint64_t dated = OGPI_BIT(month) | OGPI_BIT(period) | OGPI_BIT(year_word) | OGPI_BIT(edge_end) |
                           OGPI_BIT(edge_soft) | OGPI_BIT(stop) | OGPI_BIT(of);
    if (!(ogpi_sign(s, i + 1, '"') || ogpi_sign(s, i + 1, ':')) || ogpi_any(s, i - 1, dated))
        return false;
    for (size_t back = 1; back <= 6 && back < i && ogpi_is_kind(s, i - back, OGPI_WORD); back++)
        if (ogpi_sign(s, i - back - 1, '"'))
            return ogpi_option(s, i - back, OGPI_OPTION_UNCASED) || (ogpi_flags(s, i - back) & OGPI_WORD_CAPITAL);
    return false;
}

/* "the 2023 LAIR Report": an English name that begins with a year, or one that ends with it. */
static bool is_in_name(const ogpi_scanner *s, size_t i)
{
    if (i == 0 || s->words.items[i].length != 4 || ogpi_plain_digits(s, i, 4) < 1900)
        return false;
    if (closes_quoted_name(s, i))
        return true;
    return s->cased && ogpi_option(s, i + 1, OGPI_OPTION_HEAD_LAST) &&
           ogpi_match_before(s, i, OGPI_CLASS_determiner, NULL, NULL) &&
           (ogpi_flags(s, i + 1) & OGPI_WORD_CAPITAL) && (ogpi_flags(s, i + 2) & OGPI_WORD_CAPITAL) &&
           !ogpi_breaks(s, i + 1) && !ogpi_breaks(s, i + 2) && !(ogpi_flags(s, i + 1) & OGPI_WORD_HYPHEN);
}

/* Telephone numbers and other codes; the number of a list item. */
size_t ogpi_bar_shape(ogpi_scanner *s, size_t i)
{
    size_t end = ogpi_number_chain(s, i);
    ogpi_point point;
    if (ogpi_digits_point(s, i, &point))
        return point.next;
    if (ogpi_is_stroke_share(s, i))
        return i + 3;
    if (ogpi_is_listed(s, i))
        ogpi_mark(s, i, i + 1, OGPI_USED_BARRED);
    if (is_of_year(s, i))
        ogpi_mark(s, i, i + 3, OGPI_USED_BARRED);
    if (names_years(s, i, end) || is_in_name(s, i) || is_chained(s, i, end) || is_coded(s, i, end) || is_tail(s, i) ||
        is_glued_part(s, i) || is_after_letter(s, i))
        ogpi_mark(s, i, end, OGPI_USED_BARRED);
    if ((ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) && ogpi_is_kind(s, i + 1, OGPI_WORD) &&
        s->words.items[i + 1].length == 1 &&
        (ogpi_has_form(s, i + 1, OGPI_FORM_decade) ||
         (ogpi_has_form(s, i + 1, OGPI_FORM_hour) && ogpi_is_kind(s, i + 2, OGPI_NUMBER))))
        ogpi_mark(s, i, i + 3, OGPI_USED_BARRED);
    if (in_pairs(s, i))
        ogpi_bar_digits(s, i, i + 1);
    if (is_label(s, i))
        ogpi_mark(s, i, i + 1, OGPI_USED_BARRED);
    if (is_clock(s, i))
        ogpi_mark(s, i, i + 3, OGPI_USED_BARRED);
    ogpi_mark(s, i, hour_at(s, i), OGPI_USED_BARRED);
    ogpi_mark(s, i, hours_at(s, i), OGPI_USED_BARRED);
    ogpi_mark(s, i, ogpi_lunar_date(s, i), OGPI_USED_BARRED);
    if (is_telephone(s, i, end))
        ogpi_bar_digits(s, i, end);
    return i + 1;
}

bool ogpi_is_link(const ogpi_scanner *s, size_t i)
{
    return !(s->marks.used[i] & OGPI_USED_BARRED) && ogpi_is_scheme(ogpi_key(s, i), s->words.items[i].length);
}

/* "https://...": all that is glued to it. */
void ogpi_bar_link(ogpi_scanner *s, size_t i)
{
    size_t end = i + 1;
    while (end < ogpi_count(s) && (ogpi_flags(s, end) & (OGPI_WORD_GLUED | OGPI_WORD_HYPHEN)))
        end++;
    if (ogpi_sign(s, i + 1, ':') && ogpi_sign(s, i + 2, '/'))
        ogpi_mark(s, i, end, OGPI_USED_BARRED);
}

/* "parliament.gov": what is glued by a full stop is an address. */
void ogpi_bar_address(ogpi_scanner *s, size_t i)
{
    if (i > 0 && ogpi_sign(s, i, '.') && (ogpi_flags(s, i) & OGPI_WORD_GLUED) && ogpi_is_kind(s, i - 1, OGPI_WORD) &&
        ogpi_is_kind(s, i + 1, OGPI_WORD) &&
        (ogpi_flags(s, i + 1) & (OGPI_WORD_GLUED | OGPI_WORD_CAPITAL)) == OGPI_WORD_GLUED &&
        s->words.items[i - 1].length > 1 && s->words.items[i + 1].length > 1)
        ogpi_mark(s, i - 1, i + 2, OGPI_USED_BARRED);
}
