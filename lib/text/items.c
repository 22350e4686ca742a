/* SPDX-License-Identifier: MIT */
/* Where the items of a list begin, and what stands in quotes or brackets at the beginning of a sentence: their first
   word begins a sentence too. */
#include "text/scan.h"

static bool is_glued(const ogpi_scanner *s, size_t i)
{
    return (ogpi_flags(s, i) & OGPI_WORD_GLUED) != 0;
}

static bool is_among(const ogpi_scanner *s, size_t i, const char *signs)
{
    return i < ogpi_count(s) && s->marks.kinds[i] > OGPI_IS_SIGN && strchr(signs, s->marks.kinds[i]);
}

/* A letter, a number like "12" or "1.2", a Roman one like "iv". */
static bool is_label(const ogpi_scanner *s, size_t i)
{
    const char *key = ogpi_key(s, i);
    const size_t length = s->words.items[i].length, one = (unsigned char)*key < 0x80 ? 1 : 2;
    size_t roman = 0;
    if (ogpi_is_kind(s, i, OGPI_NUMBER))
        return length < 4 || (length < 8 && memchr(key, '.', length));
    while (roman < length && (key[roman] == 'i' || key[roman] == 'v' || key[roman] == 'x'))
        roman++;
    return ogpi_is_kind(s, i, OGPI_WORD) && (length == one || (length < 5 && roman == length));
}

/* The word behind "a)", "(iv)", "(2)", "1-" at word i, or i. */
static size_t behind_label(const ogpi_scanner *s, size_t i)
{
    const size_t bracket = ogpi_sign(s, i, '('), label = i + bracket, end = label + 1;
    if (end >= ogpi_count(s) || !is_label(s, label) || (bracket && !is_glued(s, label)) || !is_glued(s, end))
        return i;
    return is_among(s, end, bracket || is_glued(s, end + 1) ? ")" : ")-/") ? end + 1 : i;
}

/* Word processors have an "o" for a round bullet. */
static bool is_round_bullet(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i, OGPI_WORD) && s->words.items[i].length == 1 && *ogpi_key(s, i) == 'o' &&
           (i == 0 || (ogpi_flags(s, i) & OGPI_WORD_LINE)) && (ogpi_flags(s, i + 1) & OGPI_WORD_CAPITAL);
}

/* The word behind "-", "*" and their like at word i, or i. */
static size_t behind_bullet(const ogpi_scanner *s, size_t i)
{
    const bool number = ogpi_is_kind(s, i + 1, OGPI_NUMBER);
    if (is_glued(s, i + 1))
        return i + (ogpi_sign(s, i, '-') && ogpi_is_kind(s, i + 1, OGPI_WORD)); /* "-Publish" */
    if (number && i > 0 && ogpi_is_kind(s, i - 1, OGPI_NUMBER))
        return i; /* "from 20 <end of line> - 30" */
    if (is_round_bullet(s, i))
        s->marks.kinds[i] = '*';
    return i + is_among(s, i, number ? "-*" : "-*>+~#_\"");
}

/* The word behind the few quotes, brackets or stars that open at word i, or i. */
static size_t behind_openings(const ogpi_scanner *s, size_t i)
{
    size_t end = i;
    while (end < i + 4 && is_among(s, end, "\"'([*_") && is_glued(s, end + 1))
        end++;
    return end;
}

/* What stands behind the label or bullet at word i, and behind quotes that open there, begins a sentence. The bullet's
   sign, or 0. */
static char open_at(const ogpi_scanner *s, size_t i)
{
    const size_t label = behind_label(s, i), item = label > i ? label : behind_bullet(s, i);
    const size_t end = item > i || ogpi_breaks(s, i) ? behind_openings(s, item) : i;
    const char bullet = item > i && label == i ? (char)s->marks.kinds[i] : 0;
    if (end > i && end < ogpi_count(s))
        for (; i <= end; i++)
            s->marks.hints[i] |= OGPI_HINT_BREAK;
    return bullet;
}

/* Whether the bracket at word i closes a label; none is "Three (3) Workshops". */
static bool closes_label(const ogpi_scanner *s, size_t i)
{
    return i > 0 && is_glued(s, i) && is_label(s, i - 1) &&
           !(i > 2 && ogpi_sign(s, i - 2, '(') && ogpi_any(s, i - 3, OGPI_BIT(number)));
}

/* "1) Sign a charter 2) Publish a report", "| Lead | Ministry |", and once a list has it, "- Sign a charter - Publish a
   report". */
static void open_inside(const ogpi_scanner *s, char sign)
{
    const uint8_t *kinds = s->marks.kinds, *end = kinds + ogpi_count(s), *at = kinds;
    for (; at < end && (at = memchr(at, sign, (size_t)(end - at))) != NULL; at++) {
        const size_t i = (size_t)(at - kinds), next = i + 1;
        const bool apart = sign == ')' ? closes_label(s, i) : !is_glued(s, i);
        if (sign == '|' || (s->cased && apart && !is_glued(s, next) && (ogpi_flags(s, next) & OGPI_WORD_CAPITAL)))
            s->marks.hints[next] |= OGPI_HINT_BREAK;
    }
}

enum { FORM_LINE = 80, FORM_LINES = 4 }; /* bytes at most, lines at least */

/* Where a page broke the lines of a text, some begin with a small letter, or are long: those from word i up to `end`,
   where none is, are lines of a list or a form. */
static bool is_form(const ogpi_scanner *s, size_t i, size_t end)
{
    const ogpi_word *words = s->words.items;
    size_t lines = 0;
    for (size_t next; i < end; i = next, lines++) {
        next = ogpi_next_mark(s->marks.flags, i + 1, end, OGPI_WORD_LINE);
        if ((lines > 0 && ogpi_is_kind(s, i, OGPI_WORD) && !(ogpi_flags(s, i) & OGPI_WORD_CAPITAL) &&
             !ogpi_any(s, i, OGPI_BIT(month))) ||
            words[next - 1].end - words[i].start > FORM_LINE)
            return false;
    }
    return lines >= FORM_LINES;
}

/* A name ends where a line of a form does. */
static void part_lines(const ogpi_scanner *s, size_t i, size_t end)
{
    if (!is_form(s, i, end))
        return;
    while ((i = ogpi_next_mark(s->marks.flags, i + 1, end, OGPI_WORD_LINE)) < end)
        s->marks.flags[i] |= ogpi_is_kind(s, i, OGPI_WORD) ? OGPI_WORD_BREAK : 0;
}

void ogpi_open_items(const ogpi_scanner *s)
{
    const size_t count = ogpi_count(s);
    bool dashes = false, stars = false;
    for (size_t i = 0, end; s->cased && i < count; i = end)
        part_lines(s, i, end = ogpi_next_mark(s->marks.flags, i + 1, count, OGPI_WORD_BREAK));
    for (size_t i = 0; (i = ogpi_next_mark(s->marks.flags, i, count, OGPI_WORD_LINE)) < count; i++) {
        s->marks.hints[i] |= ogpi_flags(s, i) & OGPI_WORD_BREAK ? OGPI_HINT_BREAK : 0;
        open_at(s, i);
    }
    for (size_t i = 0; i < count; i = ogpi_next_mark(s->marks.hints, i + 1, count, OGPI_HINT_BREAK)) {
        const char bullet = open_at(s, i);
        dashes |= bullet == '-';
        stars |= bullet == '*';
    }
    open_inside(s, ')');
    open_inside(s, '|');
    if (dashes)
        open_inside(s, '-');
    if (stars)
        open_inside(s, '*');
}
