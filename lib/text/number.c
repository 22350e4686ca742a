/* SPDX-License-Identifier: MIT */
/* Numbers in words, and with what follows them. */
#include "base/decimal.h"
#include "text/number.h"

#include <limits.h>

/* Whether `value` may follow what has been read below the next thousand. */
static bool adds(uint64_t current, uint64_t value, bool and_before)
{
    if (current == 0)
        return true;
    if (value >= 100)
        return value < 1000 && current < 100 && and_before;
    uint64_t low = current % 100;
    if (low == 0)
        return true;
    if (value < 10)
        return low >= 20 && low % 10 == 0;
    return low < 10 && value >= 20 && value % 10 == 0 && and_before; /* five and twenty */
}

typedef struct reading {
    uint64_t total, current, factor; /* the multiplier that came last, 0 after another number */
    size_t next;
    bool any;
} reading;

static bool read_value(reading *r, uint64_t value, bool and_before)
{
    r->factor = value >= 1000000 ? 1000000 : value >= 1000 ? 1000 : 0;
    if (value >= 1000) {
        if (r->current != 0 || (r->total != 0 && value >= r->total))
            return false;
        r->total += value;
        return true;
    }
    if (!adds(r->current, value, and_before))
        return false;
    r->current += value;
    return true;
}

static bool read_multiplier(reading *r, uint64_t factor)
{
    uint64_t current = r->current ? r->current : 1;
    r->factor = factor;
    if (factor == 100) {
        if (r->current >= 100)
            return false;
        r->current = current * 100;
        return true;
    }
    if (r->total && (r->current == 0 || r->total < factor)) { /* "cuatro mil quinientos millones" */
        uint64_t sum = r->total + r->current;
        if (sum > OGPI_NUMBER_LIMIT / factor || sum >= factor * 1000)
            return false;
        r->total = sum * factor;
        r->current = 0;
        return true;
    }
    r->total += current * factor;
    r->current = 0;
    return true;
}

/* "مئة وأحد عشر": folded, "and" with the first of two words is spelt like another word. */
static bool hides_and(const ogpi_scanner *s, size_t at, size_t next)
{
    return next > at + 1 && ogpi_has_form(s, at, OGPI_FORM_and);
}

/* One more word of the number at r->next; false where the number ends. */
static bool read_more(const ogpi_scanner *s, reading *r)
{
    uint32_t value = 0;
    size_t at = r->next, next = 0;
    bool and_before = ogpi_has_affix(s, at, OGPI_AFFIX_AND);
    if (r->any && !and_before && (next = ogpi_skip(s, at, OGPI_CLASS_and)) > at) {
        and_before = true;
        at = next;
    }
    if (r->any && (ogpi_breaks(s, at) || r->total + r->current == 0))
        return false; /* nothing follows "zero" */
    if ((next = ogpi_match(s, at, OGPI_CLASS_number, &value)) > at) {
        and_before |= hides_and(s, at, next);
        bool close = !r->any || and_before || (ogpi_flags(s, at) & OGPI_WORD_HYPHEN) ||
                     !ogpi_option(s, at, OGPI_OPTION_AND_EACH);
        if (!close || (value == 0 && r->any) || !read_value(r, value, and_before))
            return false;
    } else if ((next = ogpi_match(s, at, OGPI_CLASS_multiplier, &value)) > at) {
        if (s->words.items[at].length == 1) /* the M of "M&E" */
            return false;
        if (r->current == 0 && ogpi_has_affix(s, at, OGPI_AFFIX_DUAL))
            r->current = 2; /* "تريليونين" */
        if (!read_multiplier(r, ogpi_factor_of(value)))
            return false;
    } else {
        return false;
    }
    r->next = next;
    r->any = true;
    return true;
}

/* "مليونا درهم", two million: before what it counts an Arabic dual loses its last letter, and looks like the accusative
 * "مليونا و". */
static bool is_bare_dual(const ogpi_scanner *s, size_t i)
{
    return ogpi_has_form(s, i, OGPI_FORM_accusative) && ogpi_begins(s, i, OGPI_BIT(multiplier)) &&
           ogpi_is_kind(s, i + 1, OGPI_WORD) && !ogpi_breaks(s, i + 1) && !s->spots[i + 1].token->affixes &&
           !ogpi_begins(s, i + 1, OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(frequency) | OGPI_BIT(adjective));
}

/* "un million et demi", "one and a half million" */
static void add_half(const ogpi_scanner *s, ogpi_number *n)
{
    uint32_t value = 0;
    size_t half = ogpi_skip(s, n->next, OGPI_CLASS_half_more);
    if (half == n->next)
        return;
    size_t after = ogpi_match(s, half, OGPI_CLASS_multiplier, &value);
    if (n->factor >= 1000000) {
        n->mantissa += n->factor / 2;
        n->next = half;
    } else if (n->factor == 0 && n->mantissa < 1000 && after > half && value >= 1000000) {
        n->mantissa = n->mantissa * value + value / 2;
        n->factor = value;
        n->next = after;
    }
}

static bool words_part(const ogpi_scanner *s, size_t i, ogpi_number *out)
{
    reading r = { .next = i };
    *out = (ogpi_number){ 0 };
    if (!ogpi_any(s, i, OGPI_BIT(number) | OGPI_BIT(multiplier)))
        return false;
    while (read_more(s, &r))
        ;
    if (!r.any)
        return false;
    out->mantissa = (r.total + r.current) * (r.next == i + 1 && is_bare_dual(s, i) ? 2 : 1);
    out->next = r.next;
    out->factor = r.factor;
    add_half(s, out);
    return true;
}

/* "14 ألفا و350", "مليار و784 مليون": what an Arabic "and" adds below the multiplier that came last. */
static void add_rests(const ogpi_scanner *s, ogpi_number *n)
{
    for (unsigned steps = 0; steps < 4 && n->factor && !n->scale && !ogpi_breaks(s, n->next); steps++) {
        ogpi_number rest = { 0 };
        size_t at = ogpi_skip(s, n->next, OGPI_CLASS_and);
        if (!ogpi_option(s, n->next - 1, OGPI_OPTION_AND_EACH) ||
            !(at > n->next || ogpi_has_affix(s, at, OGPI_AFFIX_AND)) ||
            !(ogpi_is_kind(s, at, OGPI_NUMBER) ? ogpi_digits_part(s, at, &rest) : words_part(s, at, &rest)) ||
            rest.scale || rest.mantissa >= n->factor)
            return;
        n->mantissa += rest.mantissa;
        n->next = rest.next;
        n->factor = rest.factor;
    }
}

/* "1 milliard 200 millions", "un millón 500 mil", "2 millones 350 mil 400": what is smaller right behind millions. */
static void add_smaller(const ogpi_scanner *s, ogpi_number *n)
{
    ogpi_number rest = { 0 };
    if (n->factor < 1000000 || n->scale || !ogpi_is_kind(s, n->next, OGPI_NUMBER) || ogpi_breaks(s, n->next) ||
        !ogpi_digits_part(s, n->next, &rest) || rest.scale || rest.mantissa < 1000 || rest.mantissa >= n->factor ||
        (rest.factor < 1000 && rest.next == n->next + 1)) /* "2 millones 2026" */
        return;
    n->mantissa += rest.mantissa;
    n->next = rest.next;
}

bool ogpi_number_words(const ogpi_scanner *s, size_t i, ogpi_number *out)
{
    if (!words_part(s, i, out))
        return false;
    add_smaller(s, out);
    ogpi_add_below_thousand(s, out);
    if (ogpi_is_kind(s, out->next, OGPI_NUMBER) || ogpi_is_kind(s, out->next + 1, OGPI_NUMBER))
        add_rests(s, out);
    return true;
}

static bool digits_at(const ogpi_scanner *s, size_t i, ogpi_number *n)
{
    if (!ogpi_digits_part(s, i, n))
        return false;
    if (!n->scale && n->factor >= 1000000)
        add_half(s, n);
    add_smaller(s, n);
    add_rests(s, n);
    return true;
}

/* "a dozen", "une trentaine", "medio centenar", "two dozen". */
static bool collective_at(const ogpi_scanner *s, size_t i, ogpi_number *out)
{
    uint32_t value = 0;
    ogpi_number count = { 0 };
    if (!ogpi_any(s, i, OGPI_BIT(collective) | OGPI_BIT(article) | OGPI_BIT(number)))
        return false;
    size_t at = ogpi_skip(s, i, OGPI_CLASS_article);
    if (at == i && ogpi_number_words(s, i, &count))
        at = count.next;
    size_t next = ogpi_match(s, at, OGPI_CLASS_collective, &value);
    if (next == at || !value || (at == i && ogpi_has_form(s, i, OGPI_FORM_plural_letter)))
        return false; /* "decenas de" */
    *out = (ogpi_number){ .next = next, .mantissa = value * (count.mantissa ? count.mantissa : 1) };
    size_t half = value % 2 ? next : ogpi_skip(s, next, OGPI_CLASS_half_more);
    if (half > next) { /* "un centenar y medio" */
        out->mantissa += value / 2;
        out->next = half;
    }
    return true;
}

/* Whether a number in words is there to be read: "a dozen", and not "a report". */
static bool says_number(const ogpi_scanner *s, size_t i)
{
    const uint64_t words = OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(collective);
    return (ogpi_spot_at(s, i)->found & words) ||
           (ogpi_spot_at(s, ogpi_skip(s, i, OGPI_CLASS_article))->found & words);
}

bool ogpi_number_at(const ogpi_scanner *s, size_t i, ogpi_number *out)
{
    *out = (ogpi_number){ 0 };
    if (i >= ogpi_count(s))
        return false;
    if (ogpi_is_kind(s, i, OGPI_NUMBER))
        return digits_at(s, i, out);
    if (!ogpi_may_be_number(s, i) || !says_number(s, i))
        return false;
    if (collective_at(s, i, out))
        return true;
    if (ogpi_number_words(s, i, out))
        return true;
    /* "a hundred", "un millier" */
    size_t at = ogpi_skip(s, i, OGPI_CLASS_article);
    return at > i && ogpi_any(s, at, OGPI_BIT(multiplier)) && ogpi_number_words(s, at, out);
}

size_t ogpi_after_bracket(const ogpi_scanner *s, size_t i, size_t next)
{
    return i > 0 && ogpi_sign(s, i - 1, '(') && ogpi_sign(s, next, ')') && ogpi_is_kind(s, next + 1, OGPI_WORD) &&
                   ogpi_option(s, next + 1, OGPI_OPTION_BRACKETED)
               ? next + 1
               : next;
}

int ogpi_plain_digits(const ogpi_scanner *s, size_t i, unsigned digits)
{
    int64_t value = 0;
    if (!ogpi_is_kind(s, i, OGPI_NUMBER) || s->words.items[i].length > digits)
        return -1;
    const char *key = ogpi_key(s, i);
    for (unsigned k = 0; k < s->words.items[i].length; k++) {
        if (key[k] < '0' || key[k] > '9')
            return -1;
        value = value * 10 + (key[k] - '0');
    }
    return value < INT_MAX ? (int)value : INT_MAX;
}

void ogpi_number_text(char out[48], const ogpi_number *number)
{
    char *end = ogpi_whole_text(out, number->mantissa, number->scale + 1);
    if (number->scale == 0)
        return;
    memmove(end - number->scale + 1, end - number->scale, number->scale + 1);
    end[-(ptrdiff_t)number->scale] = '.';
}
