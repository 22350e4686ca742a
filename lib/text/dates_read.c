/* SPDX-License-Identifier: MIT */
/* One point in the calendar, in words and digits. */
#include "text/dates.h"

#include "base/decimal.h"

int ogpi_last_day(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (month < 1 || month > 12)
        return 0;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

size_t ogpi_skip_links(const ogpi_scanner *s, size_t i)
{
    size_t next = ogpi_skip_all(s, i, OGPI_CLASS_of);
    return ogpi_breaks(s, next) && next == i && i > 0 && (ogpi_flags(s, i) & OGPI_WORD_BREAK) ? i : next;
}

/* Between a month and its year: a comma, a full stop, a slash. */
static size_t skip_mark(const ogpi_scanner *s, size_t i, const char *marks)
{
    if (ogpi_is_kind(s, i, OGPI_SIGN) && s->words.items[i].length == 1 && strchr(marks, *ogpi_key(s, i)))
        return i + 1;
    return i;
}

static bool plausible_year(int year)
{
    return year >= 1800 && year <= 2100;
}

/* The Arabic "m" or "AD" after a year. */
static size_t skip_era(const ogpi_scanner *s, size_t i)
{
    if (ogpi_has_form(s, i, OGPI_FORM_era) && ((ogpi_flags(s, i) & OGPI_WORD_GLUED) || !ogpi_sign(s, i + 1, '.')))
        return i + 1;
    return i;
}

/* The year in "FY2025", "FY25"; 0 where there is none. */
static int year_in_word(const ogpi_scanner *s, size_t i)
{
    const char *key = ogpi_key(s, i);
    int year = 0;
    for (size_t k = 0; k < s->words.items[i].length; k++)
        year = key[k] >= '0' && key[k] <= '9' ? year * 10 + key[k] - '0' : 0;
    return year && year < 100 ? 2000 + year : year;
}

size_t ogpi_year_at(const ogpi_scanner *s, size_t i, int *year)
{
    size_t at = ogpi_skip_links(s, i);
    size_t word = ogpi_skip(s, at, OGPI_CLASS_year_word);
    if (word > at && ogpi_ends_in_digit(s, word - 1)) {
        *year = year_in_word(s, word - 1);
        return plausible_year(*year) ? word : i;
    }
    if (word > at)
        at = ogpi_skip_links(s, word);
    if (at > i && ogpi_breaks(s, at))
        return i;
    if (at > i && ogpi_plain_digits(s, at, 2) > 9 && (ogpi_flags(s, word - 1) & OGPI_WORD_UPPER) && word == at &&
        s->cased) {
        *year = 2000 + ogpi_plain_digits(s, at, 2); /* "FY 23" */
        return at + 1;
    }
    if (ogpi_is_kind(s, at, OGPI_NUMBER)) {
        int value = s->words.items[at].length == 4 ? ogpi_plain_digits(s, at, 4) : -1;
        if (!plausible_year(value))
            return i;
        *year = value;
        return skip_era(s, at + 1);
    }
    ogpi_number number;
    if (!ogpi_any(s, at, OGPI_BIT(number) | OGPI_BIT(multiplier)) || !ogpi_number_words(s, at, &number) ||
        number.mantissa % 100 == 0 || !plausible_year((int)(number.mantissa > 9999 ? 0 : number.mantissa)))
        return i;
    *year = (int)number.mantissa;
    return number.next;
}

/* "er", "st", ".o" right after a number; "1 st March". */
static size_t skip_suffix(const ogpi_scanner *s, size_t i)
{
    size_t at = skip_mark(s, i, ".");
    if (ogpi_has(s, at, OGPI_CLASS_suffix) &&
        ((ogpi_flags(s, at) & OGPI_WORD_GLUED) || (at == i && ogpi_begins(s, i + 1, OGPI_BIT(month)))))
        return at + 1;
    return i;
}

size_t ogpi_day_at(const ogpi_scanner *s, size_t i, int *day)
{
    uint32_t value = 0;
    ogpi_number number;
    size_t next = i;
    int digits = ogpi_plain_digits(s, i, 2);
    if (digits > 0) {
        value = (uint32_t)digits;
        next = skip_suffix(s, i + 1);
    } else if ((next = ogpi_match(s, i, OGPI_CLASS_ordinal, &value)) == i) {
        if (!ogpi_any(s, i, OGPI_BIT(number)) || !ogpi_number_words(s, i, &number) || number.mantissa > 31)
            return i;
        value = (uint32_t)number.mantissa;
        next = number.next;
    }
    if (value < 1 || value > 31)
        return i;
    *day = (int)value;
    return next;
}

/* A month, with the same month in another tradition after a slash or in brackets. */
static size_t month_at(const ogpi_scanner *s, size_t i, int *month)
{
    uint32_t value = 0, other = 0;
    size_t at = ogpi_skip(s, i, OGPI_CLASS_month_word);
    at = ogpi_skip_links(s, at);
    size_t next = ogpi_match(s, at, OGPI_CLASS_month, &value);
    int number = at > i && ogpi_option(s, i, OGPI_OPTION_NUMBER_BEHIND) ? ogpi_plain_digits(s, at, 2) : 0;
    if (next == at && number > 0 && number < 13) {
        *month = number; /* "شهر 6 من سنة 2026" */
        return at + 1;
    }
    if (next == at)
        return i;
    *month = (int)value;
    bool bracket = ogpi_sign(s, next, '(');
    if (bracket || ogpi_sign(s, next, '/')) {
        size_t second = ogpi_match(s, next + 1, OGPI_CLASS_month, &other);
        if (second > next + 1 && other == value && (!bracket || ogpi_sign(s, second, ')')))
            return second + bracket;
    }
    if (ogpi_match(s, next, OGPI_CLASS_month, &other) > next && other == value)
        return ogpi_skip(s, next, OGPI_CLASS_month); /* "حزيران يونيو" */
    return next;
}

/* The year after a month or period, with what may stand between. */
static bool second_year(const ogpi_scanner *s, ogpi_point *p);

static void year_after(const ogpi_scanner *s, ogpi_point *p)
{
    int digits = (ogpi_flags(s, p->next) & OGPI_WORD_HYPHEN) ? ogpi_plain_digits(s, p->next, 2) : -1;
    if (p->month && digits > 19 && digits < 41) { /* "Jan-24" */
        p->year = 2000 + digits;
        p->next++;
        return;
    }
    digits = ogpi_sign(s, p->next, '\'') && (ogpi_flags(s, p->next + 1) & OGPI_WORD_GLUED)
                 ? ogpi_plain_digits(s, p->next + 1, 2)
                 : -1;
    if (digits > 19 && digits < 41) { /* "Q2 '24" */
        p->year = 2000 + digits;
        p->next += 2;
        return;
    }
    size_t at = skip_mark(s, p->next, ".");
    at = at > p->next ? at : skip_mark(s, p->next, ",/-");
    size_t next = ogpi_year_at(s, at, &p->year);
    if (next == at)
        return;
    p->next = next;
    if (p->period && second_year(s, p)) /* winter 2025/26 */
        p->year_to = 0;
}

static bool day_then_month(const ogpi_scanner *s, size_t i, ogpi_point *p)
{
    size_t at = ogpi_day_at(s, i, &p->day);
    if (at == i)
        return false;
    size_t linked = ogpi_skip_links(s, at);
    linked = linked > at ? linked : skip_mark(s, at, "/-");
    bool pointed = linked == i + 1 && ogpi_sign(s, at, '.') && ogpi_is_kind(s, i, OGPI_NUMBER);
    linked += pointed; /* "30. September 2016" */
    size_t next = month_at(s, linked, &p->month);
    if (next == linked || (ogpi_breaks(s, linked) && !(pointed && ogpi_plain_digits(s, next, 4) > 1900)))
        return false;
    if (linked == i + 1 && ogpi_is_kind(s, i, OGPI_WORD) && ogpi_has_affix(s, i, OGPI_AFFIX_THE))
        return false; /* "المرحلة الأولى يونيو 2026" */
    p->next = next;
    year_after(s, p);
    return p->day <= ogpi_last_day(p->year ? p->year : 2024, p->month);
}

static bool month_then_rest(const ogpi_scanner *s, size_t i, ogpi_point *p)
{
    size_t at = month_at(s, i, &p->month);
    if (at == i)
        return false;
    p->next = at;
    int day = 0;
    if (ogpi_sign(s, at, '.') && ogpi_plain_digits(s, at + 1, 2) > 0)
        at++;
    size_t after_day = ogpi_is_kind(s, at, OGPI_NUMBER) ? ogpi_day_at(s, at, &day) : at;
    if (after_day > at && !(ogpi_flags(s, at) & OGPI_WORD_HYPHEN)) {
        size_t comma = skip_mark(s, after_day, ","), next = ogpi_year_at(s, comma, &p->year);
        p->day = day;
        p->next = next > comma ? next : after_day;
        return true;
    }
    year_after(s, p);
    return true;
}

/* "second quarter (Q2)" */
static size_t skip_same_period(const ogpi_scanner *s, size_t i, uint32_t value)
{
    uint32_t other = 0;
    size_t end = ogpi_sign(s, i, '(') ? ogpi_match(s, i + 1, OGPI_CLASS_period, &other) : i;
    return end > i + 1 && other == value && ogpi_sign(s, end, ')') ? end + 1 : i;
}

static bool period_then_year(const ogpi_scanner *s, size_t i, ogpi_point *p)
{
    uint32_t value = 0;
    size_t at = ogpi_match(s, i, OGPI_CLASS_period, &value);
    if (at == i || value == OGPI_PERIOD_WEEK)
        return false;
    p->period = (int)value;
    p->next = at = skip_same_period(s, at, value);
    if (value == 13 || value >= 40) { /* a part of a month? */
        size_t linked = ogpi_skip_links(s, at), next = month_at(s, linked, &p->month);
        if (next == linked && value == 13)
            return false;
        if (next > linked) {
            p->period = 0;
            p->next = next;
        }
    }
    year_after(s, p);
    return true;
}

/* The "/25" of 2024/25. */
static bool second_year(const ogpi_scanner *s, ogpi_point *p)
{
    size_t at = ogpi_sign(s, p->next, '/') ? p->next + 1 : p->next;
    if (at > p->next && !p->period && (ogpi_flags(s, at) & OGPI_WORD_GLUED) &&
        s->languages[s->language].script == OGPI_SCRIPT_ARABIC && ogpi_plain_digits(s, at, 4) == p->year - 1) {
        p->year_to = p->year--; /* "العام المالي 2027/2026", from right to left */
        p->next = at + 1;
        return true;
    }
    if (!(ogpi_flags(s, at) & OGPI_WORD_GLUED) || (at == p->next && !(ogpi_flags(s, at) & OGPI_WORD_HYPHEN)) ||
        (ogpi_plain_digits(s, at, 2) != (p->year + 1) % 100 &&
         !(p->period && ogpi_plain_digits(s, at, 4) == p->year + 1)))
        return false;
    p->year_to = p->year + 1;
    p->next = at + 1;
    return true;
}

/* The "school year" of "the 2021/22 school year", in English. */
static size_t skip_kind_of_year(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) || ogpi_breaks(s, i))
        return i;
    size_t end = ogpi_skip(s, i, OGPI_CLASS_year_word);
    return end > i + 1 && !ogpi_ends_in_digit(s, end - 1) ? end : i;
}

/* "2024 December": the month at word i after its year; "in 2025 may begin" has none. */
static void month_behind(const ogpi_scanner *s, size_t i, ogpi_point *p)
{
    int month = 0, other = 0;
    size_t next = month_at(s, i, &month);
    if (next == i || ogpi_breaks(s, i) || ogpi_is_kind(s, i - 1, OGPI_SIGN) || ogpi_is_kind(s, next, OGPI_NUMBER) ||
        (s->cased && !(ogpi_flags(s, i) & OGPI_WORD_CAPITAL)) ||
        ogpi_year_at(s, ogpi_skip_links(s, next), &other) > next)
        return;
    p->month = month;
    p->next = next;
}

/* A year with what may follow: a period, a second year of the same season. */
static bool year_then_period(const ogpi_scanner *s, size_t i, ogpi_point *p)
{
    uint32_t value = 0;
    size_t at = ogpi_year_at(s, i, &p->year);
    if (at == i)
        return false;
    p->next = skip_kind_of_year(s, at);
    if (p->next > at)
        return true;
    if (second_year(s, p)) {
        p->next = skip_kind_of_year(s, p->next);
        return true;
    }
    size_t mark = skip_mark(s, at, ",/(");
    size_t next = ogpi_match(s, mark, OGPI_CLASS_period, &value);
    int other = 0;
    bool closed = !ogpi_sign(s, at, '(') || ogpi_sign(s, next, ')');
    if (next > mark && value > OGPI_PERIOD_WEEK && closed && ogpi_year_at(s, next, &other) == next) {
        p->period = (int)value;
        p->next = next + ogpi_sign(s, at, '(');
    } else {
        month_behind(s, mark, p);
    }
    return true;
}

static bool core_at(const ogpi_scanner *s, size_t i, ogpi_point *p)
{
    const ogpi_point empty = *p;
    if (s->words.items[i].kind == OGPI_NUMBER) {
        if (ogpi_digits_point(s, i, p)) {
            p->next = skip_era(s, p->next);
            p->next = p->month ? p->next : skip_kind_of_year(s, p->next);
            return true;
        }
        *p = empty;
    }
    if (ogpi_any(s, i, OGPI_BIT(period)) && period_then_year(s, i, p))
        return true;
    *p = empty;
    if (ogpi_any(s, i, OGPI_BIT(month) | OGPI_BIT(month_word)) && month_then_rest(s, i, p))
        return true;
    *p = empty;
    if ((s->words.items[i].kind == OGPI_NUMBER || ogpi_any(s, i, OGPI_BIT(ordinal) | OGPI_BIT(number))) &&
        day_then_month(s, i, p))
        return true;
    *p = empty;
    return year_then_period(s, i, p);
}

bool ogpi_point_at(const ogpi_scanner *s, size_t i, ogpi_point *out)
{
    *out = (ogpi_point){ .first = i };
    if (i >= ogpi_count(s) || s->words.items[i].kind == OGPI_SIGN)
        return false;
    if (ogpi_has(s, i, OGPI_CLASS_of))
        return false;
    size_t at = ogpi_skip(s, i, OGPI_CLASS_edge_end);
    if (at > i) {
        out->edge = OGPI_EDGE_END;
    } else if ((at = ogpi_skip(s, i, OGPI_CLASS_edge_soft)) > i) {
        out->edge = OGPI_EDGE_SOFT;
    }
    if (at > i && ogpi_option(s, i, OGPI_OPTION_CONSTRUCT) &&
        (ogpi_skip_links(s, at) > at || ogpi_has_affix(s, i, OGPI_AFFIX_THE)))
        return false; /* "beginning from", "the end: May" */
    if (at > i)
        at = ogpi_skip_links(s, at);
    if (at >= ogpi_count(s) || (at > i && ogpi_breaks(s, at)) || !core_at(s, at, out))
        return false;
    if (out->edge && out->day && !ogpi_option(s, i, OGPI_OPTION_CONSTRUCT))
        return false; /* "start 1 Aug 2025, end 30 Nov 2025" */
    out->first = i;
    return true;
}

static int last_month(int period)
{
    if (period >= 33 && period <= 36)
        return (period - 32) * 3;
    if (period >= 37 && period <= 39)
        return (period - 36) * 4;
    return period >= 40 ? (period - 39) * 6 : 0;
}

static char *put_part(char *out, char sign, int value, unsigned width)
{
    *out = sign;
    return ogpi_whole_text(out + 1, (uint64_t)value, width);
}

size_t ogpi_point_text(char out[24], const ogpi_point *p)
{
    int month = p->month, day = p->day;
    out[0] = '\0';
    if (p->edge == OGPI_EDGE_END && p->day == 0 && p->year_to == 0 && (p->period == 0 || p->period > 24)) {
        month = p->period ? last_month(p->period) : p->month ? p->month : 12;
        day = ogpi_last_day(p->year, month);
    }
    if (day && day > ogpi_last_day(p->year, month))
        return 0;
    char *end = ogpi_whole_text(out, (uint64_t)(p->year % 10000), 4);
    if (day)
        end = put_part(put_part(end, '-', month % 100, 2), '-', day % 100, 2);
    else if (p->period || month)
        end = put_part(end, '-', (p->period ? p->period : month) % 100, 2);
    else if (p->year_to)
        end = put_part(end, '/', p->year_to % 10000, 4);
    return (size_t)(end - out);
}
