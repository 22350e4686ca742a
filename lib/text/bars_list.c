/* SPDX-License-Identifier: MIT */
/* Numbers that their place tells to be names: of a section, of an item in a list, of a row, a page or a note. */
#include "text/bars.h"
#include "text/quantities.h"

/* What makes a number before it a count, whatever its capital. */
#define MEASURES (OGPI_BIT(percent) | OGPI_BIT(multiplier) | OGPI_BIT(currency) | OGPI_BIT(unit) | OGPI_BIT(month))

bool ogpi_opens_line(const ogpi_scanner *s, size_t i)
{
    if (i == 0 || i >= ogpi_count(s))
        return true;
    const char *blanks = s->text + s->words.items[i - 1].end;
    const size_t length = s->words.items[i].start - s->words.items[i - 1].end;
    return memchr(blanks, '\n', length) || memchr(blanks, '>', length) /* "<br/>" */ || ogpi_sign(s, i - 1, '>');
}

/* Whether a sentence, a cell or a line begins at word i. */
static bool opens(const ogpi_scanner *s, size_t i)
{
    return ogpi_breaks(s, i) || ogpi_opens_line(s, i) || ogpi_sign(s, i - 1, '|') || ogpi_sign(s, i - 1, ')');
}

/* A capital that a sentence or title begins with. */
static bool is_heading(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i, OGPI_WORD) && (ogpi_flags(s, i) & OGPI_WORD_CAPITAL) && !ogpi_begins(s, i, MEASURES);
}

/* 4.6 before a capital, a closing bracket or nothing: the number of a list item; 4.0: a version. */
static bool point_list_number(const ogpi_scanner *s, size_t i)
{
    const char *key = ogpi_key(s, i);
    size_t length = s->words.items[i].length, next = i + 1;
    const char *point = memchr(key, '.', length);
    if (ogpi_sign(s, i - 1, '(') && ogpi_sign(s, next, ')') && ogpi_begins(s, next + 1, MEASURES))
        return false; /* "(1.7) مليار دولار" */
    if (!point || length > 6 || (point == key + length - 4 && length > 4))
        return false; /* none in 10.000 */
    if (length == 3 && key[2] == '0')
        return !ogpi_any(s, next, OGPI_BIT(percent) | OGPI_BIT(multiplier)) && !ogpi_sign(s, next, '%');
    if (ogpi_sign(s, next, '|') && ogpi_opens_line(s, i))
        return true; /* a cell */
    if (next >= ogpi_count(s) || ogpi_sign(s, next, ')'))
        return ogpi_breaks(s, i) || ogpi_sign(s, i - 1, '(');
    if (ogpi_sign(s, next, ':') || (ogpi_sign(s, next, '-') && ogpi_sign(s, i - 1, '(')))
        return true; /* "1.1: Improve", "(16.6 - Develop" */
    if (i > 0 && !ogpi_breaks(s, i) && ogpi_begins(s, i - 1, OGPI_BIT(stop) | OGPI_BIT(verb)) &&
        !ogpi_has(s, i - 1, OGPI_CLASS_skip))
        return false; /* "raised from 0.42 to 0.55." */
    return ogpi_sign(s, next, '.') &&
           (next + 1 >= ogpi_count(s) || (ogpi_flags(s, next + 1) & (OGPI_WORD_CAPITAL | OGPI_WORD_GLUED)) ||
            !ogpi_is_kind(s, next + 1, OGPI_NUMBER));
}

/* The number of an item "1.1c)", "1 b)". */
static bool is_lettered(const ogpi_scanner *s, size_t i)
{
    return s->words.items[i].length < 5 && ogpi_is_kind(s, i + 1, OGPI_WORD) && s->words.items[i + 1].length == 1 &&
           ogpi_sign(s, i + 2, ')') && (ogpi_flags(s, i + 2) & OGPI_WORD_GLUED);
}

/* "12 Amend the law": an English title that opens with a verb. */
static bool numbers_verb(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i + 1, OGPI_OPTION_HEAD_LAST) && is_heading(s, i + 1) &&
           ogpi_begins(s, i + 1, OGPI_BIT(act) | OGPI_BIT(vague) | OGPI_BIT(verb)) &&
           !ogpi_begins(s, i + 1, OGPI_BIT(thing) | OGPI_BIT(thing_weak)) &&
           !ogpi_has_form(s, i + 1, OGPI_FORM_plural_letter | OGPI_FORM_past);
}

/* "3 Elaboración de un manual": what stands before a capital that no noun has in its language. */
static bool is_row_number(const ogpi_scanner *s, size_t i)
{
    if (!s->cased || !(ogpi_breaks(s, i) || ogpi_opens_line(s, i)) || s->words.items[i].length > 3)
        return false;
    bool page = s->words.items[i].length == 3 && !ogpi_has_form(s, i + 1, OGPI_FORM_plural_letter) &&
                !ogpi_begins(s, i + 1, MEASURES); /* "136 Información adicional" */
    if (!page && s->words.items[i].length == 3)
        return false;
    return numbers_verb(s, i) ||
           (ogpi_option(s, i + 1, OGPI_OPTION_SENTENCE_CASE) &&
            (ogpi_flags(s, i + 1) & (OGPI_WORD_CAPITAL | OGPI_WORD_UPPER | OGPI_WORD_GLUED)) == OGPI_WORD_CAPITAL &&
            ogpi_is_kind(s, i + 1, OGPI_WORD) && !ogpi_any(s, i + 1, OGPI_BIT(month)) && !ogpi_opens_line(s, i + 1) &&
            ogpi_is_kind(s, i + 2, OGPI_WORD) && (page || !(ogpi_flags(s, i + 2) & OGPI_WORD_CAPITAL)));
}

/* "75002 Paris": a postal code; nouns have no capital in these languages. */
static bool is_postal(const ogpi_scanner *s, size_t i)
{
    return s->cased && s->words.items[i].length == 5 && ogpi_plain_digits(s, i, 5) > 999 &&
           ogpi_option(s, i, OGPI_OPTION_SENTENCE_CASE) && is_heading(s, i + 1) &&
           !(ogpi_flags(s, i + 1) & OGPI_WORD_UPPER);
}

/* A number on a line of its own: of a page or a row. */
static bool is_alone(const ogpi_scanner *s, size_t i)
{
    return ogpi_count(s) > 1 && ogpi_opens_line(s, i) && ogpi_opens_line(s, i + 1) && s->words.items[i].length < 5 &&
           (ogpi_plain_digits(s, i, 3) >= 0 || memchr(ogpi_key(s, i), '.', s->words.items[i].length)) &&
           !ogpi_sign(s, i - 1, ':') && !ogpi_sign(s, i + 1, '%');
}

/* The 3 of "processing.3 Although": a note's number is glued to what it stands behind. */
static bool is_note(const ogpi_scanner *s, size_t i)
{
    size_t next = i + 1;
    if (i < 2 || !(ogpi_flags(s, i) & ogpi_flags(s, i - 1) & OGPI_WORD_GLUED) ||
        (s->words.items[i].length > 3 && s->words.items[i - 2].length > 1) ||
        !(ogpi_sign(s, i - 1, '.') || ogpi_sign(s, i - 1, ';') || ogpi_sign(s, i - 1, '"')) ||
        ogpi_is_kind(s, i - 2, OGPI_NUMBER) || ogpi_begins(s, i - 2, OGPI_BIT(currency) | OGPI_BIT(approx)))
        return false;
    return !ogpi_sign(s, next, '%') &&
           (!ogpi_is_kind(s, next, OGPI_WORD) || (ogpi_flags(s, next) & OGPI_WORD_CAPITAL) ||
            ogpi_has(s, next, OGPI_CLASS_stop));
}

/* The 3 of "A.3.e)", "2.b. Voting". */
static bool is_letters_number(const ogpi_scanner *s, size_t i)
{
    return ogpi_sign(s, i + 1, '.') && (ogpi_flags(s, i + 1) & ogpi_flags(s, i + 2) & OGPI_WORD_GLUED) &&
           ogpi_is_kind(s, i + 2, OGPI_WORD) && s->words.items[i + 2].length == 1 &&
           !ogpi_any(s, i + 2, OGPI_BIT(suffix));
}

/* "125. Publicar": a sentence's number, of a long list of them. */
static bool numbers_sentence(const ogpi_scanner *s, size_t i)
{
    return (i == 0 || ogpi_opens_line(s, i) || ogpi_sign(s, i - 1, '.') || ogpi_sign(s, i - 1, ';')) &&
           ogpi_sign(s, i + 1, '.') && (ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) && is_heading(s, i + 2);
}

/* "2.1 Publish", "9 - Draft law", "social 2- Growth", "1.Publish", "5. 100 schools": what a capital, a title or the
 * item's own number follows. */
static bool is_item(const ogpi_scanner *s, size_t i)
{
    size_t length = s->words.items[i].length, next = i + 1;
    size_t title = next + 1 + ogpi_is_kind(s, next + 1, OGPI_SIGN); /* "2. ¿Qué solución" */
    bool glued = (ogpi_flags(s, next) & OGPI_WORD_GLUED) != 0, capital = is_heading(s, title);
    if (length > 5)
        return false;
    const char *point = memchr(ogpi_key(s, i), '.', length);
    if (point && point == ogpi_key(s, i) + length - 4 && !opens(s, i) &&
        ogpi_option(s, next, OGPI_OPTION_POINT_THOUSANDS))
        return false; /* "las 1.200 Escuelas" */
    if (point)
        return length > 2 && s->cased && !glued &&
               (is_heading(s, next) || (capital && (ogpi_sign(s, next, '-') || ogpi_sign(s, next, '"')))) &&
               !ogpi_match_before(s, i, OGPI_CLASS_approx, NULL, NULL) &&
               !ogpi_match_before(s, i, OGPI_CLASS_currency, NULL, NULL);
    if (length > 2)
        return length == 3 && numbers_sentence(s, i);
    if (ogpi_sign(s, next, '-') || ogpi_sign(s, next, '/'))
        return capital && (opens(s, i) || (glued && !(ogpi_flags(s, next + 1) & OGPI_WORD_GLUED)));
    if (capital && (opens(s, i) || ogpi_is_kind(s, i - 1, OGPI_NUMBER)))
        return ogpi_sign(s, next, '.');
    if (capital && ogpi_sign(s, next, '.') && glued && (ogpi_flags(s, next + 1) & OGPI_WORD_GLUED) &&
        s->words.items[title].length > 2)
        return true; /* "owners 5.Carry out" */
    return (ogpi_opens_line(s, i) || ogpi_sign(s, i - 1, '.') || ogpi_sign(s, i - 1, ';')) && ogpi_sign(s, next, '.') &&
           ogpi_is_kind(s, next + 1, OGPI_NUMBER) && !(ogpi_flags(s, next + 1) & OGPI_WORD_GLUED);
}

#define ITEM_WORDS 80

/* Whether word i is an item's number with this mark: "3. Form", "11- 12-". */
static bool is_marked_number(const ogpi_scanner *s, size_t i, char mark)
{
    return ogpi_plain_digits(s, i, 2) > 0 && ogpi_sign(s, i + 1, mark) && !(ogpi_flags(s, i + 2) & OGPI_WORD_GLUED) &&
           !ogpi_begins(s, i + 2, MEASURES) &&
           (is_heading(s, i + 2) || (mark == '-' && ogpi_is_kind(s, i + 2, OGPI_NUMBER)));
}

/* "2. Draft the method 3. Draft the form", "10- Unions; 11- 12- Rules": the item in front has the number before, or the
 * next one that behind. */
static bool is_in_series(const ogpi_scanner *s, size_t i)
{
    const char mark = ogpi_sign(s, i + 1, '-') ? '-' : '.';
    const int number = ogpi_plain_digits(s, i, 2);
    if (!is_marked_number(s, i, mark))
        return false;
    for (size_t back = 2; back <= ITEM_WORDS && back <= i; back++)
        if (ogpi_sign(s, i - back + 1, mark) && ogpi_plain_digits(s, i - back, 2) == number - 1)
            return ogpi_used(s, i - back, OGPI_USED_BARRED);
    for (size_t at = i + 3; at < i + ITEM_WORDS && at < ogpi_count(s); at++)
        if (ogpi_plain_digits(s, at, 2) == number + 1 && is_marked_number(s, at, mark))
            return true;
    return false;
}

/* "What has been done? 2.", "Milestones: 1.": the number of an item that is cut off. */
static bool is_cut_off(const ogpi_scanner *s, size_t i)
{
    return i + 2 == ogpi_count(s) && ogpi_sign(s, i + 1, '.') && ogpi_plain_digits(s, i, 2) > 0 &&
           (ogpi_sign(s, i - 1, '.') || ogpi_sign(s, i - 1, '?') || ogpi_sign(s, i - 1, ';') ||
            (ogpi_sign(s, i - 1, ':') && ogpi_plain_digits(s, i, 2) == 1));
}

/* Whether the closing bracket at i belongs to one that was opened some words before: "(baseline 18, target 90)". */
static bool is_opened(const ogpi_scanner *s, size_t i)
{
    for (size_t back = 1; back <= 16 && back <= i && !ogpi_sign(s, i - back, ')'); back++)
        if (ogpi_sign(s, i - back, '('))
            return true;
    return false;
}

/* "(89) شكوى", "و(7) قرارات": Arabic puts counts into brackets too; an item begins with what is done, or "the". */
static bool counts_in_brackets(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_option(s, i + 2, OGPI_OPTION_BRACKETED) || ogpi_begins(s, i + 2, OGPI_BIT(act) | OGPI_BIT(stop)) ||
        ogpi_has_affix(s, i + 2, OGPI_AFFIX_THE))
        return false;
    if (ogpi_begins(s, i + 2, MEASURES))
        return true;
    if (ogpi_plain_digits(s, i, 2) < 11 && ogpi_is_singular(s, i + 2))
        return false; /* "(3) منصة" */
    return ogpi_plain_digits(s, i, 2) > 20 || (i > 1 && ogpi_begins(s, i - 2, OGPI_BIT(bar))) || /* "عدد (5) ورشات" */
           (i > 1 && ogpi_plain_digits(s, i, 2) > 2 && ogpi_skip(s, i - 2, OGPI_CLASS_and) == i - 1);
}

/* "المعلم 1:": an Arabic heading and its number. */
static bool is_heading_number(const ogpi_scanner *s, size_t i)
{
    return !s->cased && i > 0 && ogpi_breaks(s, i - 1) && ogpi_has_affix(s, i - 1, OGPI_AFFIX_THE) &&
           s->words.items[i].length < 3 && ogpi_sign(s, i + 1, ':');
}

/* The number of a section, of an item in a list or of a row. */
bool ogpi_is_listed(const ogpi_scanner *s, size_t i)
{
    size_t length = s->words.items[i].length;
    ogpi_point point;
    if (ogpi_sign(s, i - 1, ':') && ogpi_sign(s, i + 1, '.') && !ogpi_opens_line(s, i) &&
        (ogpi_plain_digits(s, i, 2) > 1 || ogpi_plain_digits(s, i, 2) == 0) && !is_letters_number(s, i))
        return false; /* "Baseline: 12. Target: 40.", "Baseline: 0." */
    if (point_list_number(s, i) || is_lettered(s, i) || is_row_number(s, i) || is_postal(s, i) || is_alone(s, i) ||
        is_note(s, i) || is_letters_number(s, i) || is_cut_off(s, i) || is_item(s, i) || is_heading_number(s, i) ||
        is_in_series(s, i))
        return true;
    if (ogpi_is_pointed(s, i) && ogpi_breaks(s, i) && length < 7 && ogpi_is_kind(s, i + 1, OGPI_WORD) &&
        !(ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) && !ogpi_begins(s, i + 1, MEASURES) &&
        (s->cased ? (ogpi_flags(s, i + 1) & OGPI_WORD_CAPITAL) != 0 : i == 0 && length < 5) &&
        !ogpi_digits_point(s, i, &point))
        return true;
    if (length >= 3)
        return false;
    bool opened = i > 0 && ogpi_sign(s, i - 1, '(');
    bool itemised = ogpi_is_kind(s, i + 2, OGPI_WORD) || (opened && i > 1 && ogpi_is_kind(s, i - 2, OGPI_SIGN) &&
                                                         ogpi_is_kind(s, i + 2, OGPI_NUMBER)); /* ": (1) 80 %" */
    if (opened && ogpi_sign(s, i + 1, ')') && itemised && !counts_in_brackets(s, i) &&
        (i == 1 || ogpi_opens_line(s, i - 1) || ogpi_is_kind(s, i - 2, OGPI_SIGN) ||
         ogpi_begins(s, i - 2, OGPI_BIT(and)) ||
         (ogpi_begins(s, i - 2, OGPI_BIT(stop)) && !ogpi_begins(s, i - 2, OGPI_BIT(number)) &&
          !ogpi_option(s, i + 2, OGPI_OPTION_BRACKETED))))
        return true; /* ": (1) a portal; (2) a law"; not "una (1) jornada", the Arabic "of (13) universities" */
    bool first = ogpi_breaks(s, i) && ogpi_sign(s, i + 1, '.') && (ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) &&
                 ogpi_is_kind(s, i + 2, OGPI_WORD) && !(ogpi_flags(s, i + 2) & OGPI_WORD_GLUED);
    bool titled = (i == 0 || ogpi_sign(s, i - 1, '.')) && (ogpi_sign(s, i + 1, ':') || ogpi_sign(s, i + 1, '-')) &&
                  (ogpi_flags(s, i + 2) & OGPI_WORD_CAPITAL); /* "12: A new portal" */
    bool dashed = !s->cased && opens(s, i) && (ogpi_sign(s, i + 1, '-') || ogpi_sign(s, i + 1, '/')) &&
                  (ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) && !(ogpi_flags(s, i + 2) & OGPI_WORD_GLUED); /* "1- 5 %" */
    return (ogpi_sign(s, i + 1, ')') && !is_opened(s, i + 1)) || first || titled || dashed;
}
