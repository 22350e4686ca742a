/* SPDX-License-Identifier: MIT */
/* Numbers in digits, with each language's separators, and their multipliers. */
#include "text/number.h"

#define BLANK_BYTES 12 /* one blank and the invisible controls around it */

static bool add_digit(ogpi_number *n, char c)
{
    if (n->mantissa >= OGPI_NUMBER_LIMIT / 10)
        return false;
    n->mantissa = n->mantissa * 10 + (uint64_t)(c - '0');
    return true;
}

static size_t digit_run(const char *key, size_t length)
{
    size_t i = 0;
    while (i < length && key[i] >= '0' && key[i] <= '9')
        i++;
    return i;
}

/* Whether the separator at key[at] groups thousands rather than marking decimals. */
static bool groups(uint32_t options, const char *key, size_t length, size_t at)
{
    char sign = key[at];
    size_t after = digit_run(key + at + 1, length - at - 1);
    bool last = at + 1 + after == length;
    if (sign == '\'')
        return after == 3; /* 1'250, and 1'5 */
    if (sign == ',' && after == 2 && at > 0 && !last && key[at + 3] == ',')
        return true; /* 5,00,000 */
    if (sign == 0x1F || after != 3 || at == 0 || (at == 1 && key[0] == '0'))
        return false;
    if (!last)
        return key[at + 4] == sign || (key[at + 4] != sign && memchr(key, key[at + 4], at) == NULL);
    if (memchr(key, sign, at))
        return true;
    if (memchr(key, sign == ',' ? '.' : ',', at))
        return false;
    return sign == ',' || (options & OGPI_OPTION_POINT_THOUSANDS) || memcmp(key + at + 1, "000", 3) == 0;
}

static bool parse_digits(uint32_t options, const char *key, size_t length, ogpi_number *n)
{
    bool decimals = false;
    for (size_t i = 0; i < length; i++) {
        if (key[i] >= '0' && key[i] <= '9') {
            n->scale += decimals;
            if (!add_digit(n, key[i]))
                return false;
            continue;
        }
        n->grouped = true;
        if (groups(options, key, length, i))
            continue;
        if (decimals)
            return false;
        decimals = true;
    }
    return true;
}

/* Groups of three digits set apart by blanks: 2 300, 1 250 000. */
static size_t blank_groups(const ogpi_scanner *s, size_t i)
{
    size_t next = i + 1;
    if (digit_run(ogpi_key(s, i), s->words.items[i].length) != s->words.items[i].length ||
        s->words.items[i].length > 3 || *ogpi_key(s, i) == '0')
        return next;
    while (next < i + 7 && ogpi_is_kind(s, next, OGPI_NUMBER) && !(ogpi_flags(s, next) & OGPI_WORD_GLUED) &&
           digit_run(ogpi_key(s, next), s->words.items[next].length) == 3 &&
           s->words.items[next].start - s->words.items[next - 1].end <= BLANK_BYTES &&
           (s->words.items[next].length == 3 || ogpi_key(s, next)[3] == ',' ||
            (s->words.items[next].length == 6 && ogpi_key(s, next)[3] == '.'))) /* "12 000.00" */
        next++;
    return next;
}

void ogpi_number_strip(ogpi_number *n)
{
    for (; n->scale > 0 && n->mantissa % 10 == 0; n->scale--)
        n->mantissa /= 10;
}

static bool multiply(ogpi_number *n, uint64_t factor)
{
    for (; factor >= 10 && factor % 10 == 0 && n->scale > 0; factor /= 10)
        n->scale--;
    if (n->mantissa > OGPI_NUMBER_LIMIT / factor)
        return false;
    n->mantissa *= factor;
    return true;
}

uint64_t ogpi_factor_of(uint32_t value)
{
    uint64_t factor = 1;
    if (value >= 100)
        return value;
    while (value-- > 0)
        factor *= 10;
    return factor;
}

void ogpi_number_multiply(const ogpi_scanner *s, size_t i, ogpi_number *n)
{
    uint32_t factor = 0;
    for (size_t next; (next = ogpi_match(s, n->next, OGPI_CLASS_multiplier, &factor)) > n->next && factor;) {
        const char *key = ogpi_key(s, n->next);
        bool letter = s->words.items[n->next].length == 1 ||
                      (s->words.items[n->next].length == 2 && key[0] == 'm' && key[1] == 'm' &&
                       !(ogpi_flags(s, n->next) & OGPI_WORD_UPPER)); /* "$5 mm", "6 MM" */
        bool money = ogpi_is_kind(s, i, OGPI_WORD) || ogpi_match_before(s, i, OGPI_CLASS_currency, NULL, NULL);
        if (ogpi_has_affix(s, n->next, OGPI_AFFIX_AND) ||
            (letter && !ogpi_any(s, ogpi_skip(s, next, OGPI_CLASS_of), OGPI_BIT(currency)) &&
             !(money && !ogpi_sign(s, next, '&')) &&
             !((ogpi_flags(s, n->next) & OGPI_WORD_GLUED) && factor == 1000)) || /* "1.2k", "$5m", "KES 10 M" */
            !multiply(n, ogpi_factor_of(factor)))
            break;
        n->next = next;
        n->factor = ogpi_factor_of(factor);
    }
}

/* "2,873 milliards": the comma that was read as one of thousands, in a language that has none. */
static void mend_decimals(const ogpi_scanner *s, size_t i, ogpi_number *n)
{
    const char *key = ogpi_key(s, i);
    size_t length = s->words.items[i].length;
    if (!n->factor || n->scale || length < 5 || length > 7 || key[length - 4] != ',' ||
        memchr(key, ',', length - 4) || memchr(key, '.', length) ||
        !ogpi_option(s, n->next - 1, OGPI_OPTION_COMMA_DECIMALS))
        return;
    n->scale = 3;
    ogpi_number_strip(n);
}

void ogpi_add_below_thousand(const ogpi_scanner *s, ogpi_number *n)
{
    uint32_t factor = 0;
    if (n->factor != 1000 || n->scale)
        return;
    int below = ogpi_plain_digits(s, n->next, 3);
    size_t next = n->next + 1, multiplier = ogpi_match(s, next, OGPI_CLASS_multiplier, &factor);
    if (below < 1 || (ogpi_flags(s, n->next) & (OGPI_WORD_BREAK | OGPI_WORD_GLUED)) ||
        !ogpi_option(s, n->next - 1, OGPI_OPTION_POINT_THOUSANDS) || s->words.items[n->next - 1].length < 3 ||
        (multiplier > next ? factor != 1000000 : s->words.items[n->next].length != 3))
        return;
    n->mantissa += (uint64_t)below;
    n->next = next;
    n->factor = 0;
    if (multiplier > next && multiply(n, factor)) { /* "2 mil 500 millones" */
        n->next = multiplier;
        n->factor = factor;
    }
}

bool ogpi_digits_part(const ogpi_scanner *s, size_t i, ogpi_number *n)
{
    uint32_t options = s->languages[s->language].options;
    size_t end = blank_groups(s, i);
    for (size_t k = i; k < end; k++)
        if (!parse_digits(options, ogpi_key(s, k), s->words.items[k].length, n))
            return false;
    n->digits = true;
    n->grouped |= end > i + 1;
    n->next = end;
    ogpi_number_strip(n);
    ogpi_number_multiply(s, i, n);
    if (end == i + 1)
        mend_decimals(s, i, n);
    ogpi_add_below_thousand(s, n);
    return true;
}
