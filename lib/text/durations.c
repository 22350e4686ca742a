/* SPDX-License-Identifier: MIT */
/* Lengths of time and frequencies. */
#include "text/durations.h"

#include "base/decimal.h"

void ogpi_length_text(char out[32], uint64_t count, unsigned letter)
{
    bool time = letter >= 'a';
    *out++ = 'P';
    if (time)
        *out++ = 'T';
    out = ogpi_whole_text(out, count, 1);
    *out++ = (char)(time ? letter - 32 : letter);
    *out = '\0';
}

static void norm_of(char out[32], uint64_t times, uint32_t value, bool and_half)
{
    uint64_t count = times * (value >> 8);
    unsigned letter = value & 0xFF;
    if (and_half && letter == 'Y') {
        count = count * 12 + 6 * (value >> 8);
        letter = 'M';
    } else if (and_half && letter == 'M') {
        count = count * 30 + 15 * (value >> 8);
        letter = 'D';
    } else if (and_half && letter == 'D') {
        count = count * 24 + 12;
        letter = 'h';
    } else if (and_half && letter == 'h') {
        count = count * 60 + 30;
        letter = 'm';
    }
    ogpi_length_text(out, count, letter);
}

static size_t skip_bracketed(const ogpi_scanner *s, size_t i)
{
    ogpi_number number;
    return ogpi_sign(s, i, '(') && ogpi_number_at(s, i + 1, &number) && ogpi_sign(s, number.next, ')') ? number.next + 1
                                                                                                       : i;
}

/* "next", "working", "de los próximos" between a number and its unit, or before the number. */
static size_t skip_between(const ogpi_scanner *s, size_t i)
{
    size_t next = i;
    do {
        i = next;
        next = ogpi_skip(s, i, OGPI_CLASS_next);
        if (!ogpi_any(s, next, OGPI_BIT(number)))
            next = ogpi_skip(s, next, OGPI_CLASS_workday);
    } while (next > i);
    return i;
}

/* The second number of "6 to 12 months", "a two- to three-year project". */
static size_t skip_upper(const ogpi_scanner *s, size_t i, uint64_t lower)
{
    ogpi_number number;
    size_t joined = i + ogpi_sign(s, i, '-'), at = ogpi_skip(s, joined, OGPI_CLASS_to);
    if (at == joined)
        at = ogpi_skip(s, joined, OGPI_CLASS_and);
    if ((at > i || (ogpi_flags(s, i) & OGPI_WORD_HYPHEN) || ogpi_has_affix(s, i, OGPI_AFFIX_AND)) &&
        ogpi_number_at(s, at, &number) && number.mantissa > lower) /* "de 30 à 15 jours" is no range */
        return number.next;
    return i;
}

/* "the six months" in Arabic: the unit, then its number; both have the article. */
static size_t unit_then_number(const ogpi_scanner *s, size_t i, char norm[32])
{
    uint32_t value = 0;
    ogpi_number number;
    size_t end = ogpi_match(s, i, OGPI_CLASS_unit, &value);
    if (end != i + 1 || !ogpi_has_affix(s, i, OGPI_AFFIX_THE) || !ogpi_has_affix(s, end, OGPI_AFFIX_THE) ||
        ogpi_has(s, end, OGPI_CLASS_weekday) || /* "اليوم الأحد" */
        !ogpi_number_words(s, end, &number) || number.scale)
        return i;
    norm_of(norm, number.mantissa, value, false);
    return number.next;
}

/* "خلال السنوات القليلة القادمة", "in the coming years": a unit in the plural, which says no length by itself. */
static bool is_many(const ogpi_scanner *s, size_t i)
{
    uint32_t many = 0;
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && ogpi_has_form(s, i, OGPI_FORM_plural))
        return true;
    return ogpi_match(s, i, OGPI_CLASS_plural, &many) > i && many;
}

/* "خلال العام الجاري": a year of the calendar. */
static bool is_definite(const ogpi_scanner *s, size_t i)
{
    return ogpi_has_affix(s, i, OGPI_AFFIX_THE);
}

/* "1.5 years" is a year and a half. */
static bool take_half(ogpi_number *number)
{
    bool halved = number->scale == 1 && number->mantissa % 10 == 5;
    if (halved) {
        number->mantissa /= 10;
        number->scale = 0;
    }
    return halved;
}

/* "2.5 days", "two and a half weeks": what no smaller unit of the calendar holds stays a decimal. */
static void keep_half(ogpi_number *number, uint32_t value, bool digits)
{
    unsigned letter = value & 0xFF;
    if (letter == 'W' || (letter == 'D' && digits))
        *number = (ogpi_number){.mantissa = number->mantissa * 10 + 5, .scale = 1, .next = number->next};
}

/* "6.3 hours" is PT6.3H. */
static void decimal_text(char out[32], const ogpi_number *number, uint32_t value)
{
    char digits[48];
    unsigned letter = value & 0xFF;
    bool time = letter >= 'a';
    ogpi_number all = *number;
    all.mantissa *= value >> 8;
    ogpi_number_text(digits, &all);
    size_t length = strlen(digits) < 24 ? strlen(digits) : 24;
    memcpy(out, time ? "PT" : "P", 2);
    memcpy(out + 1 + time, digits, length);
    out[1 + time + length] = (char)(time ? letter - 32 : letter);
    out[2 + time + length] = '\0';
}

/* "خلال شهر فبراير": a month of the calendar. */
static bool names_month(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_CONSTRUCT) && ogpi_begins(s, i, OGPI_BIT(month)) && !ogpi_breaks(s, i);
}

/* Whether nothing else follows that the unit may be part of: "after a year." and not "after a year of drought". */
static bool unit_stands_alone(const ogpi_scanner *s, size_t end)
{
    return !ogpi_is_kind(s, end, OGPI_WORD) || ogpi_breaks(s, end) || ogpi_has_affix(s, end, OGPI_AFFIX_AND) ||
           ogpi_begins(s, end, OGPI_BIT(of) | OGPI_BIT(stop) | OGPI_BIT(approx_after));
}

static size_t length_at(const ogpi_scanner *s, size_t i, bool led, char norm[32]);
static size_t frequency_at(const ogpi_scanner *s, size_t i, char norm[32]);

/* "أقل من ساعة", "من شهر إلى أسبوع": an Arabic unit alone says that it is one where it is bounded, or what changes. */
static bool is_bounded(const ogpi_scanner *s, size_t i, size_t end)
{
    char other[32];
    if (i == 0 || !ogpi_option(s, i, OGPI_OPTION_CONSTRUCT) || s->spots[i].token->affixes ||
        ogpi_is_kind(s, end, OGPI_NUMBER))
        return false;
    if (ogpi_match_before(s, i, OGPI_CLASS_approx, NULL, NULL))
        return unit_stands_alone(s, end);
    size_t to = ogpi_any(s, i - 1, OGPI_BIT(of)) ? ogpi_skip(s, end, OGPI_CLASS_to) : end;
    return to > end && (length_at(s, to, true, other) > to || frequency_at(s, to, other) > to);
}

/* A number and its unit at word i, or a unit that holds its own number. */
static size_t length_at(const ogpi_scanner *s, size_t i, bool led, char norm[32])
{
    ogpi_number number = {.next = i, .mantissa = 1};
    uint32_t value = 0;
    if (ogpi_any(s, i, OGPI_BIT(unit)) && (number.next = unit_then_number(s, i, norm)) > i)
        return number.next;
    bool counted = ogpi_number_at(s, i, &number), halved = counted && take_half(&number);
    size_t at = i, half_first = 0; /* after "one and a half" */
    if (counted) {
        at = skip_bracketed(s, ogpi_after_bracket(s, i, number.next));
        half_first = !halved ? ogpi_skip(s, at, OGPI_CLASS_half_more) : at;
        half_first = half_first > at ? half_first : 0;
        at = skip_between(s, half_first ? half_first : at);
        size_t of = ogpi_skip(s, at, OGPI_CLASS_of);
        if (!number.digits && ogpi_any(s, of, OGPI_BIT(unit)) && !is_definite(s, of))
            at = of; /* "une dizaine de jours" */
        if (ogpi_match(s, at, OGPI_CLASS_unit, &value) == at) /* "trois (3) à six (6) mois" */
            at = skip_between(s, skip_bracketed(s, skip_upper(s, at, number.mantissa)));
    } else {
        number.mantissa = 1;
        at = ogpi_skip(s, i, OGPI_CLASS_article);
        at = skip_between(s, at);
        if (!led && (at == i || ogpi_option(s, i, OGPI_OPTION_HEAD_LAST)) && !ogpi_any(s, i, OGPI_BIT(unit)))
            return i;
    }
    size_t end = ogpi_match(s, at, OGPI_CLASS_unit, &value);
    if (end == at || (at > i && ogpi_breaks(s, at)) ||
        (!counted && (is_many(s, at) || is_definite(s, at) || names_month(s, end))))
        return i;
    if (counted && (ogpi_has_affix(s, at, OGPI_AFFIX_PREPOSITION) || /* "الدورة 13 لأيام قرطاج" */
                    (ogpi_any(s, at, OGPI_BIT(thing)) && ogpi_skip(s, at, OGPI_CLASS_thing) > end)))
        return i; /* "five study days" are held, not waited */
    size_t half = ogpi_skip(s, end, OGPI_CLASS_half_more);
    bool and_half = half > end || half_first > 0 || halved;
    if (!counted && !led && !and_half && !is_bounded(s, at, end) &&
        (at == i || (value & 0xFF) == 'D' || (value & 0xFF) == 'h' || (value & 0xFF) == 'm'))
        return i;
    if (and_half)
        keep_half(&number, value, halved);
    if (number.scale)
        decimal_text(norm, &number, value);
    else
        norm_of(norm, number.mantissa, value, and_half);
    end = half;
    return ogpi_skip(s, end, OGPI_CLASS_workday);
}

size_t ogpi_every_at(const ogpi_scanner *s, size_t i, char norm[32])
{
    uint32_t value = 0, other = 0;
    size_t at = ogpi_skip(s, i, OGPI_CLASS_every);
    if (at == i)
        return i;
    at = ogpi_skip_all(s, at, OGPI_CLASS_of);
    size_t end = ogpi_match(s, at, OGPI_CLASS_frequency, &value);
    if (end > at) {
        norm_of(norm, 1, value, false);
        return end;
    }
    size_t second = ogpi_match(s, at, OGPI_CLASS_every_other, &other);
    end = ogpi_match(s, second, OGPI_CLASS_unit, &value);
    if (end > second) {
        size_t half = ogpi_skip(s, end, OGPI_CLASS_half_more); /* "cada dos años y medio" */
        norm_of(norm, second > at ? other : 1, value, half > end);
        return half;
    }
    return length_at(s, at, false, norm) > at ? length_at(s, at, false, norm) : i;
}

/* "the two days of 8 and 9 March", "the two months of": in Arabic spelt like "daily", "monthly". */
static bool names_days(const ogpi_scanner *s, size_t end)
{
    return ogpi_has_form(s, end - 1, OGPI_FORM_relation) &&
           (ogpi_is_kind(s, end, OGPI_NUMBER) || ogpi_any(s, end, OGPI_BIT(month) | OGPI_BIT(weekday)));
}

#define ELLIPSIS_WORDS 5

/* "un bilan semestriel et un annuel": another one of what the frequency before "and" says. */
static bool is_another(const ogpi_scanner *s, size_t i)
{
    if (i < 3 || !ogpi_any(s, i - 1, OGPI_BIT(article)) || ogpi_skip(s, i - 2, OGPI_CLASS_and) != i - 1)
        return false;
    for (size_t back = 3; back <= ELLIPSIS_WORDS && back <= i && !ogpi_breaks(s, i - back + 1); back++)
        if (ogpi_used(s, i - back, OGPI_USED_DURATION))
            return true;
    return false;
}

/* "leurs horaires": a noun. */
static bool follows_article(const ogpi_scanner *s, size_t i, size_t end)
{
    return i > 0 && !is_another(s, i) && end == i + 1 && ogpi_option(s, i, OGPI_OPTION_ADJECTIVE_BEHIND) &&
           !ogpi_breaks(s, i) && ogpi_any(s, i - 1, OGPI_BIT(determiner)) &&
           ogpi_skip(s, i - 1, OGPI_CLASS_determiner) == i;
}

/* "أسبوعين إلى ثلاثة أسابيع": a range that begins with an Arabic dual; "from" would make two lengths of it. */
static size_t dual_range(const ogpi_scanner *s, size_t i, size_t end, uint32_t value)
{
    char upper[32];
    if (value >> 8 != 2 || !ogpi_option(s, i, OGPI_OPTION_CONSTRUCT) || (i > 0 && ogpi_any(s, i - 1, OGPI_BIT(of))))
        return end;
    size_t at = ogpi_skip(s, end, OGPI_CLASS_to), last = at > end ? length_at(s, at, false, upper) : at;
    return last > at ? last : end;
}

static size_t frequency_at(const ogpi_scanner *s, size_t i, char norm[32])
{
    uint32_t value = 0;
    size_t end = ogpi_match(s, i, OGPI_CLASS_frequency, &value);
    if (end == i || names_days(s, end) || follows_article(s, i, end))
        return i;
    if (value >> 8 == 2 && ogpi_option(s, i, OGPI_OPTION_CONSTRUCT))
        end = ogpi_skip(s, end, OGPI_CLASS_workday); /* "شهرين كاملين" */
    size_t half = ogpi_skip(s, end, OGPI_CLASS_half_more);
    if (half > end && ogpi_skip(s, end, OGPI_CLASS_frequency) >= half)
        half = end; /* "ربعية ونصف سنوية" */
    if (half > end && value >> 8 == 2 && (value & 0xFF) == 'Y')
        ogpi_length_text(norm, 30, 'M'); /* an Arabic dual: "two years and a half" */
    else
        norm_of(norm, 1, value, half > end);
    return half > end ? half : dual_range(s, i, end, value);
}

/* Values of the list `lead`: a word that belongs to the length of time; one that stands outside. */
enum { LEAD_INSIDE, LEAD_OUTSIDE };

/* *first moves behind a lead that stands outside. */
static size_t led_at(const ogpi_scanner *s, size_t i, size_t *first, char norm[32])
{
    uint32_t outside = LEAD_INSIDE;
    size_t at = ogpi_match(s, i, OGPI_CLASS_lead, &outside);
    if (at == i)
        return i;
    size_t inner = ogpi_skip_all(s, at, OGPI_CLASS_of);
    inner += ogpi_has_form(s, inner, OGPI_FORM_article_apart) && ogpi_is_kind(s, inner + 1, OGPI_NUMBER);
    inner = skip_between(s, inner);
    inner = ogpi_skip_all(s, inner, OGPI_CLASS_approx);
    inner = skip_between(s, inner);
    inner += ogpi_sign(s, inner, '(') && ogpi_is_kind(s, inner + 1, OGPI_NUMBER);
    bool singular = !ogpi_has_form(s, at - 1, OGPI_FORM_plural_letter);
    size_t end = length_at(s, inner, singular, norm);
    if (end > inner && ogpi_is_kind(s, end, OGPI_NUMBER) && !ogpi_is_kind(s, inner, OGPI_NUMBER))
        return i;
    if (end == inner)
        end = frequency_at(s, inner, norm);
    if (end > inner && outside && end == inner + 1 && !unit_stands_alone(s, end))
        return i;
    if (end > inner && (outside || ogpi_has_affix(s, i, OGPI_AFFIX_THE)))
        *first = outside ? at : ogpi_skip_all(s, at, OGPI_CLASS_of); /* "المدة من شهرين" */
    return end > inner ? end : i;
}

#define MARGIN_WORDS 10

/* "قبل الجلسة بأسبوع": how long before; the Arabic unit says by itself that it is one. */
static size_t margin_at(const ogpi_scanner *s, size_t i, char norm[32])
{
    uint32_t value = 0, outside = 0;
    if (!ogpi_led_by(s, i, OGPI_AFFIX_BY) || ogpi_has_affix(s, i, OGPI_AFFIX_THE) ||
        ogpi_match(s, i, OGPI_CLASS_unit, &value) != i + 1 || is_many(s, i) || !unit_stands_alone(s, i + 1))
        return i;
    for (size_t back = 1; back <= MARGIN_WORDS && back <= i && !ogpi_breaks(s, i - back + 1); back++)
        if (ogpi_match(s, i - back, OGPI_CLASS_lead, &outside) > i - back && outside == LEAD_OUTSIDE) {
            norm_of(norm, 1, value, false);
            return i + 1;
        }
    return i;
}

/* Whether the number at word i stands in brackets that close before `end`: "(14) يوما". */
static bool in_bracket(const ogpi_scanner *s, size_t i, size_t end)
{
    return i > 0 && ogpi_sign(s, i - 1, '(') && end > i + 2 && ogpi_sign(s, i + 1, ')');
}

/* "entre 15 et 24 ans", "18-35": years between two numbers of which the first is somebody's age. */
static bool is_age_range(const ogpi_scanner *s, size_t i, size_t end)
{
    ogpi_number number;
    uint32_t value = 0;
    if (!ogpi_number_at(s, i, &number) || !number.digits || number.mantissa < 14 || number.mantissa > 99)
        return false;
    if (i > 1 && ogpi_sign(s, i - 1, '/') && ogpi_plain_digits(s, i - 2, 2) > 0 && number.next == end - 1)
        return true; /* "15/24 ans" */
    return number.next < end - 1 && skip_upper(s, number.next, number.mantissa) == end - 1 &&
           ogpi_match(s, end - 1, OGPI_CLASS_unit, &value) == end && (value & 0xFF) == 'Y';
}

/* "de 16 ans à 30 ans", "entre 16 ans et 25 ans": the end of a second age behind the one that ends before `end`. */
static size_t second_age(const ogpi_scanner *s, size_t i, size_t end)
{
    ogpi_number first, number;
    uint32_t value = 0;
    if (!ogpi_number_at(s, i, &first) || !first.digits || first.mantissa < 14 || first.mantissa > 99)
        return end;
    size_t upper = skip_upper(s, end, first.mantissa);
    if (upper == end || !ogpi_number_at(s, upper - 1, &number))
        return end;
    size_t last = ogpi_match(s, upper, OGPI_CLASS_unit, &value);
    return last > upper && (value & 0xFF) == 'Y' ? last : end;
}

/* Whether a length of time may begin at word i: "a report" in English says none, though "a" may. */
static bool may_tell_length(const ogpi_scanner *s, size_t i)
{
    const uint64_t says = OGPI_BIT(lead) | OGPI_BIT(every) | OGPI_BIT(per) | OGPI_BIT(once) | OGPI_BIT(unit) |
                          OGPI_BIT(frequency),
                   leads = OGPI_BIT(article) | OGPI_BIT(next) | OGPI_BIT(workday);
    ogpi_number number;
    return ogpi_is_kind(s, i, OGPI_NUMBER) || ogpi_any(s, i, OGPI_BIT(unit)) ||
           (s->spots[i].found & (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) ? says : says | leads)) ||
           ogpi_number_at(s, i, &number);
}

/* "a Year of Open Science" */
static bool is_named(const ogpi_scanner *s, size_t i, size_t end)
{
    return s->cased && end == i + 2 && ogpi_any(s, i, OGPI_BIT(article)) && !(ogpi_flags(s, i) & OGPI_WORD_CAPITAL) &&
           (ogpi_flags(s, i + 1) & OGPI_WORD_CAPITAL);
}

static size_t duration_at(ogpi_scanner *s, size_t i)
{
    char norm[32];
    if (!may_tell_length(s, i))
        return i;
    size_t first = i, end = led_at(s, i, &first, norm);
    if (end == i)
        end = ogpi_every_at(s, i, norm);
    if (end == i)
        end = ogpi_rate_at(s, i, norm);
    if (end == i)
        end = length_at(s, i, false, norm);
    if (end == i)
        end = margin_at(s, i, norm);
    char other[32];
    size_t longer = frequency_at(s, i, other);
    if (longer > end) {
        end = longer;
        first = i;
        memcpy(norm, other, sizeof(norm));
    }
    if (end > i)
        end = ogpi_smaller_unit(s, i, end, norm);
    if (end == i || ogpi_marked(s, i, end, OGPI_USED_DATE | OGPI_USED_BARRED) || is_named(s, i, end))
        return i;
    size_t ages = second_age(s, i, end);
    bool aged = ogpi_is_age(s, i, end) || is_age_range(s, i, end) ||
                (ages > end && ogpi_match_before(s, i, OGPI_CLASS_between, NULL, NULL));
    if (aged)
        ogpi_mark(s, i, ages, OGPI_USED_BARRED);
    else
        ogpi_add(s, OGP_FACT_DURATION, first - in_bracket(s, first, end), end, norm);
    if (ogpi_option(s, end - 1, OGPI_OPTION_BRACKETED) && ogpi_plain_digits(s, end + 1, 2) > 0)
        ogpi_mark(s, end, skip_bracketed(s, end), OGPI_USED_BARRED); /* "شهرين (2)" says its number again */
    size_t second = ogpi_second_length(s, i, end, &first, norm);
    if (second > end && !aged)
        ogpi_add(s, OGP_FACT_DURATION, first, second, norm);
    return second;
}

/* "a quarter of the seats" is no length of time. */
static size_t skip_share(const ogpi_scanner *s, size_t i)
{
    uint32_t share = 0;
    size_t end = ogpi_match(s, i, OGPI_CLASS_fraction, &share);
    if (end == i || ogpi_skip(s, i, OGPI_CLASS_frequency) > end)
        return i; /* "(نصف سنوي)", "trois quarts d'heure" */
    bool apart = ogpi_breaks(s, i) || ogpi_is_kind(s, i - 1, OGPI_SIGN); /* ", a quarter for women" */
    bool counted = end > i + 1 && ogpi_any(s, i, OGPI_BIT(number)) && ogpi_any(s, i + 1, OGPI_BIT(unit)) &&
                   !ogpi_match_before(s, i, OGPI_CLASS_determiner, NULL, NULL) &&
                   !ogpi_match_before(s, i, OGPI_CLASS_next, NULL, NULL); /* "from 38 % to three quarters" */
    return share > 1 && (apart || counted || ogpi_after_of_which(s, i) || ogpi_has(s, end, OGPI_CLASS_of) ||
                         ogpi_after_by(s, i))
               ? end
               : i;
}

void ogpi_find_durations(ogpi_scanner *s)
{
    const uint64_t starts = OGPI_BIT(lead) | OGPI_BIT(every) | OGPI_BIT(per) | OGPI_BIT(once) | OGPI_BIT(unit) |
                            OGPI_BIT(frequency) | OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(article) |
                            OGPI_BIT(collective) | OGPI_BIT(spare) | OGPI_BIT(fraction);
    const uint64_t said = OGPI_BIT(unit) | OGPI_BIT(frequency); /* by every length of time */
    size_t last = s->present & said ? ogpi_count(s) : 0;
    while (last > 0 && !(s->spots[last - 1].found & said))
        last--;
    for (size_t i = 0; (i = ogpi_next_start(s, i, OGPI_START_DURATION)) < last;) {
        if (!ogpi_may_begin(s, i, starts)) {
            i++;
            continue;
        }
        size_t next = ogpi_skip(s, i, OGPI_CLASS_spare);
        if (next == i)
            next = skip_share(s, i);
        if (next == i && (s->words.items[i].kind == OGPI_NUMBER || (s->spots[i].token->classes & starts)))
            next = duration_at(s, i);
        i = next > i ? next : i + 1;
    }
}
