/* SPDX-License-Identifier: MIT */
/* How often in a unit of time: "twice a year", "deux fois par mois". */
#include "text/durations.h"

/* How often in a unit: "twice a year" is every six months. */
static void share_of(char norm[32], uint32_t times, uint32_t value)
{
    uint64_t count = value >> 8;
    unsigned letter = value & 0xFF;
    if (times > 1 && letter == 'Y') {
        count *= 12;
        letter = 'M';
    } else if (times > 1 && letter == 'M' && count % times) {
        count *= times == 2 || times == 4 ? 4 : 30;
        letter = times == 2 || times == 4 ? 'W' : 'D';
    } else if (times > 1 && letter == 'W') {
        count *= 7;
        letter = 'D';
    } else if (times > 1 && letter == 'D') {
        count *= 24;
        letter = 'h';
    }
    ogpi_length_text(norm, count / (times ? times : 1) ? count / (times ? times : 1) : 1, letter);
}

/* Values of the list `per`: after a count of times alone ("deux fois l'an"); after a number of anything, and not before
 * "next" ("20 informes al mes"). */
enum { PER_TIMES = 1, PER_COUNTED = 2 };

/* Whether a number stands among the six words before word i, in the same clause; an Arabic dual right before. */
static bool counted_before(const ogpi_scanner *s, size_t i)
{
    if (i > 0 && !ogpi_breaks(s, i) && ogpi_any(s, i - 1, OGPI_BIT(thing)) &&
        ogpi_has_affix(s, i - 1, OGPI_AFFIX_DUAL) && !ogpi_has_affix(s, i - 1, OGPI_AFFIX_THE))
        return true;
    for (size_t back = 1; back <= 6 && back <= i && !ogpi_breaks(s, i - back + 1); back++)
        if (!ogpi_used(s, i - back, OGPI_USED_DATE) &&
            (ogpi_is_kind(s, i - back, OGPI_NUMBER) ||
             ogpi_begins(s, i - back, OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(collective))))
            return true;
    return false;
}

/* "to three times" behind the first number of "two to three times a year", or "-3 times": the index after it, or i. */
static size_t upper_times(const ogpi_scanner *s, size_t i)
{
    uint32_t times = 0;
    ogpi_number number;
    size_t at = ogpi_sign(s, i, '-') ? i + 1 : ogpi_skip(s, i, OGPI_CLASS_to);
    if (at == i && !(ogpi_flags(s, i) & OGPI_WORD_HYPHEN))
        return i;
    size_t end = ogpi_match(s, at, OGPI_CLASS_once, &times);
    if (end > at && times)
        return end;
    return ogpi_number_at(s, at, &number) && ogpi_says(s, number.next, OGPI_CLASS_once, 0)
               ? ogpi_skip(s, number.next, OGPI_CLASS_once)
               : i;
}

/* "twice", "2 times": a value of the list `once` that is 0 asks for a number in front. The index after it, or i. */
static size_t times_at(const ogpi_scanner *s, size_t i, uint32_t *times)
{
    ogpi_number number;
    size_t at = ogpi_match(s, i, OGPI_CLASS_once, times);
    if (at > i && *times)
        return at;
    *times = 1;
    if (!ogpi_number_at(s, i, &number) || number.scale || !number.mantissa || number.mantissa > 99)
        return i;
    size_t upper = upper_times(s, number.next);
    if (upper == number.next && !ogpi_says(s, number.next, OGPI_CLASS_once, 0))
        return i;
    *times = (uint32_t)number.mantissa;
    return upper > number.next ? upper : ogpi_skip(s, number.next, OGPI_CLASS_once);
}

/* "20 informes al mes", "4 تقارير في السنة": and not "في السنة الأولى", "al mes siguiente". */
static bool stands_alone(const ogpi_scanner *s, size_t end)
{
    const uint64_t others = OGPI_BIT(next) | OGPI_BIT(adjective) | OGPI_BIT(ordinal);
    return !ogpi_begins(s, end, others) &&
           (ogpi_breaks(s, end) || !ogpi_option(s, end - 1, OGPI_OPTION_CONSTRUCT) ||
            (ogpi_has_affix(s, end - 1, OGPI_AFFIX_THE) && !ogpi_has_affix(s, end, OGPI_AFFIX_THE)));
}

size_t ogpi_rate_at(const ogpi_scanner *s, size_t i, char norm[32])
{
    uint32_t times = 1, value = 0;
    size_t at = times_at(s, i, &times);
    uint32_t after_count = 0;
    at = at > i ? ogpi_skip(s, at, OGPI_CLASS_approx_after) : at;
    size_t per = ogpi_match(s, at, OGPI_CLASS_per, &after_count);
    if (per > at && at == i && (after_count == PER_TIMES || (after_count == PER_COUNTED && !counted_before(s, i))))
        return i;
    if (per == at && at > i) {
        per = ogpi_skip(s, at, OGPI_CLASS_every);
        per = per > at ? per : ogpi_skip(s, at, OGPI_CLASS_article);
    }
    if (per == at && at == i)
        return i;
    size_t end = per > at ? ogpi_match(s, per, OGPI_CLASS_unit, &value) : per;
    if (per == at && at > i && (end = ogpi_match(s, at, OGPI_CLASS_frequency, &value)) > at) {
        share_of(norm, times, value);
        return end; /* "twice annually" */
    }
    size_t every = per > at + 1 && ogpi_any(s, per - 1, OGPI_BIT(every)) ? per - 1 : at; /* "مرة في كل سنتين" */
    if (end == per && at > i && times == 1 && (end = ogpi_every_at(s, every, norm)) > every)
        return end; /* "once every two years" */
    if (end <= per || ogpi_is_kind(s, end, OGPI_NUMBER) || (ogpi_flags(s, end) & OGPI_WORD_HYPHEN) ||
        (at == i && after_count == PER_COUNTED && !stands_alone(s, end)))
        return i;
    share_of(norm, times, value);
    return end;
}
