/* SPDX-License-Identifier: MIT */
/* Dates: points, ranges and lists of points. */
#include "text/dates.h"

/* The separator of a range at word i: the index after it, or i. */
static size_t range_sign(const ogpi_scanner *s, size_t i, bool between)
{
    if (i >= ogpi_count(s) || (ogpi_flags(s, i) & OGPI_WORD_BREAK))
        return i;
    if (ogpi_sign(s, i, '-') || (ogpi_sign(s, i, '/') && ogpi_is_kind(s, i - 1, OGPI_NUMBER) &&
                                 ogpi_is_kind(s, i + 1, OGPI_NUMBER) && s->words.items[i + 1].length == 4))
        return i + 1;
    if (ogpi_sign(s, i, '/') && (ogpi_any(s, i - 1, OGPI_BIT(month)) || ogpi_any(s, i - 1, OGPI_BIT(period))) &&
        ogpi_any(s, i + 1, OGPI_BIT(month) | OGPI_BIT(period)))
        return i + 1;
    uint32_t or_so = 0;
    size_t next = ogpi_match(s, i, OGPI_CLASS_to, &or_so);
    if (next > i && !or_so)
        return ogpi_skip_all(s, next, OGPI_CLASS_of);
    if (!between)
        return i;
    next = ogpi_skip(s, i, OGPI_CLASS_and);
    return next > i ? ogpi_skip_all(s, next, OGPI_CLASS_of) : i;
}

/* Where the second end of a range begins, or i. A hyphen and an Arabic "and" belong to the next word itself. */
static size_t second_end(const ogpi_scanner *s, size_t i, bool between)
{
    size_t next = range_sign(s, i, between);
    if (next > i)
        return ogpi_skip(s, next, OGPI_CLASS_weekday); /* "du lundi 3 au vendredi 7 mars 2026" */
    if ((ogpi_flags(s, i) & OGPI_WORD_HYPHEN) || (between && ogpi_has_affix(s, i, OGPI_AFFIX_AND)))
        return i;
    return ogpi_count(s);
}

static bool after_between(const ogpi_scanner *s, size_t i)
{
    for (size_t back = 1; back <= 3 && back <= i; back++) {
        uint32_t from = 0;
        size_t next = ogpi_match(s, i - back, OGPI_CLASS_between, &from);
        if (next > i - back && !from)
            return next >= i || ogpi_skip_all(s, next, OGPI_CLASS_of) >= i;
    }
    return false;
}

static void inherit(ogpi_point *a, const ogpi_point *b)
{
    if (a->year)
        return;
    a->year = b->year;
    if (a->month == 0 && a->period == 0)
        a->month = b->month;
    int from = a->period ? a->period : a->month, to = b->period ? b->period : b->month;
    if (from > to && to > 0 && (a->period != 0) == (b->period != 0))
        a->year--;
}

static void add_range(ogpi_scanner *s, const ogpi_point *a, const ogpi_point *b)
{
    char norm[48];
    size_t length = ogpi_point_text(norm, a);
    if (!length || !ogpi_point_text(norm + length + 1, b))
        return;
    norm[length] = '/';
    ogpi_add(s, OGP_FACT_DATE, a->first, b->next, norm);
}

static void add_point(ogpi_scanner *s, const ogpi_point *p)
{
    char norm[24];
    if (ogpi_point_text(norm, p))
        ogpi_add(s, OGP_FACT_DATE, p->first, p->next, norm);
}

/* Two points: each for itself in a list, else the time from one to the other. */
static void add_pair(ogpi_scanner *s, const ogpi_point *a, const ogpi_point *b, bool list)
{
    if (list) {
        add_point(s, a);
        add_point(s, b);
    } else {
        add_range(s, a, b);
    }
}

/* The year that a point without one takes from the next in a list: "March, June and September 2025". */
static bool year_from_list(const ogpi_scanner *s, ogpi_point *a)
{
    size_t at = a->next;
    for (int steps = 0; steps < 8; steps++) {
        ogpi_point b;
        size_t start = at;
        if (ogpi_sign(s, at, ','))
            at++;
        at = ogpi_skip(s, at, OGPI_CLASS_and);
        at = ogpi_skip_all(s, at, OGPI_CLASS_skip);
        at = ogpi_skip_all(s, at, OGPI_CLASS_of);
        if ((at == start && !ogpi_has_affix(s, at, OGPI_AFFIX_AND)) || at >= ogpi_count(s) ||
            !ogpi_point_at(s, at, &b) || (!b.month && !b.period))
            return false;
        at = b.next;
        if (b.year) {
            inherit(a, &b);
            return true;
        }
    }
    return false;
}

/* "من يوم 3 إلى يوم 7": the index after the word "day" in front of a number. */
static size_t skip_day_word(const ogpi_scanner *s, size_t i)
{
    uint32_t unit = 0;
    return ogpi_is_kind(s, i + 1, OGPI_NUMBER) && ogpi_match(s, i, OGPI_CLASS_unit, &unit) == i + 1 &&
                   unit == (1u << 8 | 'D')
               ? i + 1
               : i;
}

/* "3 to 14 November 2025", "15 au 30 septembre": a day, then a whole date. */
static size_t day_range(ogpi_scanner *s, size_t i, bool between)
{
    ogpi_point a = { .first = i }, b;
    size_t at = ogpi_day_at(s, i, &a.day);
    if (at == i)
        return i;
    bool list = !between && (ogpi_has(s, at, OGPI_CLASS_and) || ogpi_has_affix(s, at, OGPI_AFFIX_AND));
    size_t second =
        list ? ogpi_skip(s, ogpi_skip_all(s, ogpi_skip(s, at, OGPI_CLASS_and), OGPI_CLASS_of), OGPI_CLASS_weekday)
             : second_end(s, at, between);
    second = skip_day_word(s, second);
    if (!list && ogpi_is_kind(s, second, OGPI_NUMBER) && ogpi_begins(s, i, OGPI_BIT(number)) &&
        !ogpi_begins(s, i, OGPI_BIT(ordinal)))
        return i; /* "un mois sur deux jusqu'au 31/12/2026" */
    if (second >= ogpi_count(s) || !ogpi_point_at(s, second, &b) || !b.day || !b.month || b.next <= second + 1)
        return i;
    if (!b.year && !year_from_list(s, &b)) {
        ogpi_mark(s, i, b.next, OGPI_USED_BARRED); /* days of every year */
        return b.next;
    }
    a.next = at;
    inherit(&a, &b);
    add_pair(s, &a, &b, list);
    return b.next;
}

/* The day after the one at word i in a list that goes on behind it: "5, 12 and", in Arabic "3 and 4 and"; i where none
 * is. */
static size_t next_listed(const ogpi_scanner *s, size_t i)
{
    if (ogpi_plain_digits(s, i, 2) <= 0)
        return i;
    if (ogpi_sign(s, i + 1, ','))
        return i + 2;
    size_t next = ogpi_option(s, i, OGPI_OPTION_AND_EACH) ? ogpi_skip(s, i + 1, OGPI_CLASS_and) : i + 1;
    return next > i + 1 && ogpi_plain_digits(s, next, 2) > 0 && ogpi_has(s, next + 1, OGPI_CLASS_and) ? next : i;
}

/* "5, 12 and 19 May 2025": the days that stand before the last two; the index where those begin, or i. */
static size_t listed_days(ogpi_scanner *s, size_t i)
{
    size_t at = i, last = i;
    ogpi_point day = { 0 }, end;
    for (int steps = 0; steps < 8 && (at = next_listed(s, at)) > last; steps++)
        last = at;
    if (last == i || ogpi_day_at(s, last, &day.day) != last + 1)
        return i;
    size_t joined = ogpi_skip(s, last + 1, OGPI_CLASS_and);
    if (joined == last + 1 || !ogpi_point_at(s, joined, &end) || !end.day || !end.month || !end.year)
        return i;
    for (at = i; at < last; at = next_listed(s, at)) {
        ogpi_point point = { .first = at, .next = at + 1, .year = end.year, .month = end.month };
        point.day = ogpi_plain_digits(s, at, 2);
        add_point(s, &point);
    }
    return last;
}

/* "May 12-14, 2025", "May 12 and 14, 2025": the point was read as month and day; a second day and the year follow. */
static size_t month_day_range(ogpi_scanner *s, const ogpi_point *a)
{
    ogpi_point from = *a, to = *a;
    size_t second = ogpi_skip(s, a->next, OGPI_CLASS_and);
    bool list = second > a->next && !after_between(s, a->first);
    second = second > a->next ? second : second_end(s, a->next, false);
    if (!a->month || !a->day || a->year || second >= ogpi_count(s))
        return a->first;
    size_t at = ogpi_day_at(s, second, &to.day);
    if (at == second)
        return a->first;
    if (ogpi_sign(s, at, ','))
        at++;
    size_t end = ogpi_year_at(s, at, &to.year);
    if (end == at)
        return a->first;
    from.year = to.year;
    to.next = end;
    to.first = list ? second : a->first;
    add_pair(s, &from, &to, list);
    return end;
}

/* "2025-2021": years joined by a hyphen that whoever wrote from right to left put in the order seen. */
static bool is_turned(const ogpi_scanner *s, const ogpi_point *a, const ogpi_point *b)
{
    return s->languages[s->language].script == OGPI_SCRIPT_ARABIC && a->year > b->year && a->year < b->year + 12 &&
           !a->month && !b->month && !a->period && !b->period && !a->edge && !b->edge && !b->year_to &&
           ogpi_is_kind(s, a->next - 1, OGPI_NUMBER) &&
           (ogpi_sign(s, a->next, '-') || (ogpi_flags(s, b->first) & OGPI_WORD_HYPHEN));
}

/* "sur l'exercice 2024 à la fin du mois de mars": "à" that leads to an end, and not from a year. */
static bool is_at_the_end(const ogpi_scanner *s, const ogpi_point *a, const ogpi_point *b)
{
    return b->edge && !a->edge && !a->month && !a->period && !ogpi_sign(s, a->next, '-') &&
           ogpi_option(s, a->first, OGPI_OPTION_BY_OF) && !ogpi_said_before(s, a->first, OGPI_CLASS_of, 0) &&
           !ogpi_match_before(s, a->first, OGPI_CLASS_between, NULL, NULL);
}

/* The second year of "2025/2026", as part of the point that ends with the first. */
static bool has_double_year(const ogpi_scanner *s, ogpi_point *p)
{
    if (p->year_to == 0 && !p->month && !p->period && ogpi_sign(s, p->next, '/') &&
        ogpi_plain_digits(s, p->next + 1, 4) == p->year + 1) {
        p->year_to = p->year + 1;
        p->next += 2;
    }
    return p->year_to && !p->period;
}

/* "2025/2026 - 2027/2028": from one school year to another; a->first where it is none. */
static size_t double_years(ogpi_scanner *s, const ogpi_point *a, bool between)
{
    ogpi_point from = *a, to;
    if (!from.year || !has_double_year(s, &from))
        return a->first;
    size_t second = second_end(s, from.next, between);
    if (second >= ogpi_count(s) || !ogpi_point_at(s, second, &to) || !has_double_year(s, &to) ||
        to.year_to <= from.year_to)
        return a->first;
    from.year_to = 0;
    to.year = to.year_to;
    to.year_to = 0;
    add_range(s, &from, &to);
    return to.next;
}

/* A range that begins with a point already read; a->first where it is none. */
static size_t range_from(ogpi_scanner *s, ogpi_point *a, bool between)
{
    ogpi_point b;
    size_t second = double_years(s, a, between);
    if (second > a->first)
        return second;
    second = second_end(s, a->next, between);
    if (second >= ogpi_count(s) || a->year_to || !ogpi_point_at(s, second, &b) || !b.year)
        return a->first;
    if (is_turned(s, a, &b)) {
        ogpi_point from = b, to = *a;
        from.first = a->first;
        to.next = b.next;
        add_range(s, &from, &to);
        return b.next;
    }
    if (b.year_to || (a->year > b.year) || is_at_the_end(s, a, &b))
        return a->first;
    if (a->edge == OGPI_EDGE_END && a->year + 1 == b.year && !a->month && !a->period && b.next == second + 1 &&
        ogpi_is_kind(s, second, OGPI_NUMBER) && (ogpi_flags(s, second) & (OGPI_WORD_HYPHEN | OGPI_WORD_GLUED))) {
        ogpi_point end = b; /* "end of 2025-2026" */
        end.first = a->first;
        end.edge = a->edge;
        add_point(s, &end);
        return b.next;
    }
    bool kinds = (a->month || a->period || a->edge) ? (b.month || b.period || b.edge || a->year) : a->year != 0;
    if (!kinds || ogpi_marked(s, second, b.next, OGPI_USED_BARRED))
        return a->first;
    if (!a->year && !a->month && !a->period)
        return a->first;
    inherit(a, &b);
    add_range(s, a, &b);
    return b.next;
}

/* "II a IV trimestre de 2025", "second and third quarters of 2026": an ordinal, then a whole period of its kind. */
static size_t period_range(ogpi_scanner *s, size_t i, bool between)
{
    ogpi_point a = { .first = i }, b;
    uint32_t rank = 0;
    a.next = ogpi_match(s, i, OGPI_CLASS_ordinal, &rank);
    size_t joined = ogpi_skip(s, a.next, OGPI_CLASS_and);
    bool list = !between && joined > a.next;
    size_t second = list ? ogpi_skip_all(s, joined, OGPI_CLASS_of) : second_end(s, a.next, between);
    if (a.next == i || second >= ogpi_count(s) || !ogpi_point_at(s, second, &b) || !b.year || b.period < 33)
        return i;
    int before_first = b.period < 37 ? 32 : b.period < 40 ? 36 : 39;
    a.period = before_first + (int)rank;
    a.year = b.year;
    if (a.period >= b.period)
        return i;
    add_pair(s, &a, &b, list);
    return b.next;
}

/* "Q3-4 2024", "T1-2/2025": a period that ends in its rank, then the rank of the last. */
static size_t short_periods(ogpi_scanner *s, size_t i)
{
    ogpi_point a = { .first = i }, b = { 0 };
    uint32_t kind = 0;
    a.next = b.first = ogpi_match(s, i, OGPI_CLASS_period, &kind);
    int last = (ogpi_flags(s, b.first) & OGPI_WORD_HYPHEN) ? ogpi_plain_digits(s, b.first, 1) : -1;
    if (kind < 33 || kind > 36 || last > 4 || last + 32 <= (int)kind || !ogpi_ends_in_digit(s, a.next - 1))
        return i;
    size_t end = ogpi_skip_links(s, b.first + 1);
    end += ogpi_sign(s, end, '/');
    b.next = ogpi_year_at(s, end, &b.year);
    if (b.next == end)
        return i;
    a.year = b.year;
    a.period = (int)kind;
    b.period = last + 32;
    add_range(s, &a, &b);
    return b.next;
}

/* "الربع الأول والثاني من سنة 2026": an Arabic period, then the rank of one more of its kind. */
static size_t ranked_periods(ogpi_scanner *s, size_t i)
{
    ogpi_point a = { .first = i }, b = { 0 };
    uint32_t kind = 0, rank = 0;
    b.first = a.next = ogpi_match(s, i, OGPI_CLASS_period, &kind);
    if (kind < 33 || !ogpi_has_affix(s, a.next, OGPI_AFFIX_AND))
        return i;
    size_t end = ogpi_match(s, b.first, OGPI_CLASS_ordinal, &rank);
    b.next = ogpi_year_at(s, end, &b.year);
    if (end == b.first || b.next == end)
        return i;
    a.year = b.year;
    a.period = (int)kind;
    b.period = (kind < 37 ? 32 : kind < 40 ? 36 : 39) + (int)rank;
    add_pair(s, &a, &b, true);
    return b.next;
}

/* What is told by the week, or by a part of one. */
static size_t weekly_at(ogpi_scanner *s, size_t i)
{
    ogpi_point a, b;
    size_t end = ogpi_any(s, i, OGPI_BIT(period)) ? ogpi_week_at(s, i, &a, &b) : i;
    if (end > i) {
        add_range(s, &a, &b);
    } else if ((ogpi_is_kind(s, i, OGPI_NUMBER) || ogpi_any(s, i, OGPI_BIT(ordinal) | OGPI_BIT(weekday))) &&
               (end = ogpi_ranked_weekday_at(s, i, &a)) > i) {
        add_point(s, &a);
    }
    return end;
}

static size_t date_at(ogpi_scanner *s, size_t i)
{
    ogpi_point a;
    if (i > 0 && !ogpi_breaks(s, i) && ogpi_plain_digits(s, i, 2) > 0 && ogpi_skip(s, i - 1, OGPI_CLASS_unit) == i &&
        skip_day_word(s, i - 1) < i && ogpi_has(s, i + 1, OGPI_CLASS_of))
        return i; /* "week 3 of January 2022", and not "el día 15 de marzo de 2025" */
    bool between = after_between(s, i);
    size_t end = listed_days(s, i);
    if (end == i)
        end = day_range(s, i, between);
    if (end == i && ogpi_any(s, i, OGPI_BIT(ordinal)))
        end = period_range(s, i, between);
    if (end == i && ogpi_any(s, i, OGPI_BIT(period)))
        end = ranked_periods(s, i);
    if (end == i && ogpi_any(s, i, OGPI_BIT(period)))
        end = short_periods(s, i);
    if (end == i)
        end = weekly_at(s, i);
    if (end > i)
        return end;
    if (!ogpi_point_at(s, i, &a) || ogpi_marked(s, a.first, a.next, OGPI_USED_BARRED) || !ogpi_year_holds(s, &a))
        return i;
    if (a.month && !a.day && !a.year && ogpi_sign(s, a.next, '.') &&
        (ogpi_sign(s, a.next + 1, '-') || (ogpi_flags(s, a.next + 1) & OGPI_WORD_HYPHEN)))
        a.next++; /* "Oct.-Nov. 2024" */
    if ((end = month_day_range(s, &a)) > i || (end = range_from(s, &a, between)) > i)
        return end;
    if (!a.year && !year_from_list(s, &a)) {
        if (a.day || (a.month && ogpi_any(s, a.first, OGPI_BIT(period)))) /* every year's: no date here, and no count */
            ogpi_mark(s, a.first, a.next, OGPI_USED_BARRED);
        return i;
    }
    add_point(s, &a);
    return a.next;
}

void ogpi_find_dates(ogpi_scanner *s)
{
    const uint64_t starts = OGPI_BIT(edge_end) | OGPI_BIT(edge_soft) | OGPI_BIT(month) | OGPI_BIT(month_word) |
                            OGPI_BIT(period) | OGPI_BIT(year_word) | OGPI_BIT(ordinal) | OGPI_BIT(number) |
                            OGPI_BIT(multiplier) | OGPI_BIT(weekday);
    for (size_t i = 0; (i = ogpi_next_start(s, i, OGPI_START_DATE)) < ogpi_count(s);) {
        size_t next = i;
        if ((s->words.items[i].kind == OGPI_NUMBER || (s->spots[i].token->classes & starts)) &&
            !(s->marks.used[i] & OGPI_USED_BARRED))
            next = date_at(s, i);
        i = next > i ? next : i + 1;
    }
}
