/* SPDX-License-Identifier: MIT */
/* What stands behind a length of time and goes on with it: a smaller unit, a second length without its unit. */
#include "text/durations.h"

/* The place of a unit among those that ISO 8601 joins, from the largest on; -1 where it joins none, as weeks. */
static int unit_rank(char letter)
{
    static const char units[] = "YMDhm";
    const char *at = letter ? strchr(units, letter) : NULL;
    return at ? (int)(at - units) : -1;
}

/* That of the only unit of a length: "PT2H". */
static int rank_of(const char *norm)
{
    char letter = norm[strlen(norm) - 1];
    return strchr(norm, '.') ? -1 : unit_rank(norm[1] == 'T' ? (char)(letter + 32) : letter);
}

/* Whether a unit, or an Arabic dual, ends right before word `end`: no frequency does. */
static bool ends_with_unit(const ogpi_scanner *s, size_t end)
{
    uint32_t value = 0;
    return ogpi_match_before(s, end, OGPI_CLASS_unit, NULL, NULL) ||
           (ogpi_match_before(s, end, OGPI_CLASS_frequency, NULL, &value) && value >> 8 == 2);
}

static bool is_whole(const ogpi_number *number)
{
    return number->scale == 0 && number->mantissa < 1000;
}

size_t ogpi_smaller_unit(const ogpi_scanner *s, size_t i, size_t end, char norm[32])
{
    ogpi_number number;
    uint32_t value = 0;
    char smaller[32];
    size_t joined = ogpi_skip(s, end, OGPI_CLASS_and);
    if ((joined == end && !ogpi_has_affix(s, end, OGPI_AFFIX_AND)) || ogpi_breaks(s, end) || !ends_with_unit(s, end) ||
        !ogpi_number_at(s, joined, &number) || !is_whole(&number) ||
        ogpi_match_before(s, i, OGPI_CLASS_between, NULL, NULL))
        return end;
    size_t last = ogpi_match(s, number.next, OGPI_CLASS_unit, &value);
    int first = rank_of(norm), second = unit_rank((char)value);
    if (last == number.next || first < 0 || second <= first)
        return end;
    ogpi_length_text(smaller, number.mantissa * (value >> 8), value & 0xFF);
    const char *rest = smaller + (norm[1] == 'T' ? 2 : 1); /* a second "T" is not said */
    if (strlen(norm) + strlen(rest) >= 32)
        return end;
    strcat(norm, rest);
    return last;
}

size_t ogpi_second_length(const ogpi_scanner *s, size_t i, size_t end, size_t *first, char norm[32])
{
    const uint64_t others = OGPI_BIT(percent) | OGPI_BIT(currency) | OGPI_BIT(multiplier) | OGPI_BIT(month);
    uint32_t from = 0, value = 0;
    ogpi_number number;
    *first = ogpi_skip(s, end, OGPI_CLASS_to);
    if (*first == end || ogpi_breaks(s, end) || !ogpi_match_before(s, i, OGPI_CLASS_between, NULL, &from) || !from ||
        !ogpi_match_before(s, end, OGPI_CLASS_unit, NULL, &value) || !ogpi_number_at(s, *first, &number) ||
        !is_whole(&number) || ogpi_begins(s, number.next, others))
        return end;
    bool apart = !ogpi_is_kind(s, number.next, OGPI_WORD) || ogpi_breaks(s, number.next) ||
                 ogpi_begins(s, number.next, OGPI_BIT(stop) | OGPI_BIT(of) | OGPI_BIT(and));
    if (!apart || ogpi_marked(s, *first, number.next, OGPI_USED_DATE | OGPI_USED_BARRED))
        return end;
    ogpi_length_text(norm, number.mantissa * (value >> 8), value & 0xFF);
    return number.next;
}
