/* SPDX-License-Identifier: MIT */
/* Counts and shares with what they count. */
#include "text/quantities.h"

/* "trois ateliers régionaux (3)", "ورشتين (2)": the number said again behind what it counts. */
static void bar_repeated(ogpi_scanner *s, size_t end, const ogpi_number *number)
{
    ogpi_number again;
    size_t at = end;
    while (at < end + 2 && ogpi_is_plain_word(s, at))
        at++;
    bool counts = number->next && number->next < at && ogpi_percent_at(s, number->next) == number->next;
    if (ogpi_sign(s, at, '(') && ogpi_number_at(s, at + 1, &again) &&
        (again.digits || ogpi_percent_at(s, again.next) > again.next) && again.mantissa == number->mantissa &&
        again.scale == number->scale && (!counts || ogpi_percent_at(s, again.next) == again.next) &&
        ogpi_sign(s, ogpi_percent_at(s, again.next), ')')) /* "cinquante pour cent (50 %)", not "50 femmes (50 %)" */
        ogpi_mark(s, at, ogpi_percent_at(s, again.next) + 1, OGPI_USED_BARRED);
}

void ogpi_add_quantity(ogpi_scanner *s, size_t first, size_t end, const ogpi_number *number)
{
    char norm[48];
    size_t after = ogpi_with_bound(s, end);
    ogpi_number_text(norm, number);
    ogpi_add(s, OGP_FACT_QUANTITY, ogpi_with_modifiers(s, first), after, norm);
    bar_repeated(s, after, number);
}

static bool has_rest(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    ogpi_number lower = *number;
    return ogpi_rest_of_number(s, number->next, i, &lower) > number->next;
}

/* "ورشة واحدة على الأقل": an Arabic noun, "one" and a modifier behind. */
static bool is_one_at_least(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    return number->mantissa == 1 && number->scale == 0 && i > 0 && ogpi_option(s, i, OGPI_OPTION_NUMBER_BEHIND) &&
           !s->spots[i].token->affixes && ogpi_is_free(s, i - 1) && !ogpi_any(s, i - 1, OGPI_BIT(once)) &&
           ogpi_has(s, number->next, OGPI_CLASS_approx_after);
}

/* The noun before that "one": "جلسة علنية واحدة" with its adjective. */
static size_t one_noun(const ogpi_scanner *s, size_t i)
{
    size_t adjective = i - 1;
    bool before = adjective > 0 && !ogpi_breaks(s, adjective) &&
                  !(s->spots[adjective].token->affixes & ~OGPI_AFFIX_DUAL) && ogpi_is_plain_word(s, adjective - 1) &&
                  !ogpi_has_affix(s, adjective - 1, OGPI_AFFIX_THE);
    bool agrees = before && ((ogpi_is_singular(s, adjective) && ogpi_is_singular(s, adjective - 1)) ||
                             ogpi_any(s, adjective, OGPI_BIT(adjective)) ||
                             ogpi_has_form(s, adjective, OGPI_FORM_relation));
    bool governed = before && ogpi_has_form(s, i, OGPI_FORM_feminine) && /* "جلسة استماع واحدة" */
                    ogpi_skip(s, adjective - 1, OGPI_CLASS_thing) == i && ogpi_is_singular(s, adjective - 1);
    return agrees || governed ? adjective - 1 : adjective;
}

/* Value of the list `approx`: makes no count of a bare "one". */
enum { APPROX_WEAK = 1 };

/* "Baseline: zero", "from zero to", "zero outstanding requests": and not "zero tolerance". */
static bool counts_zero(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    return (i > 0 && ogpi_sign(s, i - 1, ':')) || ogpi_match_before(s, i, OGPI_CLASS_between, NULL, NULL) ||
           (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && ogpi_counted_noun(s, number->next, false) > number->next);
}

/* "three or more bids" */
static size_t noun_behind_bound(const ogpi_scanner *s, size_t end)
{
    size_t bound = ogpi_skip(s, end, OGPI_CLASS_approx_after);
    return bound > end && ogpi_option(s, end, OGPI_OPTION_HEAD_LAST) ? ogpi_counted_noun(s, bound, false) : end;
}

/* "en millions de FCFA", "(MDH)": what amounts are told in. */
static bool is_scale_alone(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    if (number->digits || number->next > i + 1 || !ogpi_any(s, i, OGPI_BIT(multiplier)) || number->mantissa < 1000)
        return false;
    return ogpi_option(s, i, OGPI_OPTION_BY_OF) &&
           (ogpi_has_form(s, i, OGPI_FORM_plural_letter) ||
            (s->cased && (ogpi_flags(s, i) & OGPI_WORD_UPPER) && number->mantissa >= 1000000));
}

/* A bare "one" is no count; with a modifier that bounds it ("at least", not "under" or "another") it is. */
static bool counts(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    uint32_t weak = 0;
    if (number->mantissa == 0 && !number->digits)
        return counts_zero(s, i, number);
    if (is_scale_alone(s, i, number))
        return false;
    if (number->next == i + 1 && !number->digits && number->mantissa == 1 && ogpi_any(s, i, OGPI_BIT(article)) &&
        (ogpi_is_kind(s, i + 1, OGPI_NUMBER) || ogpi_has(s, i, OGPI_CLASS_once) ||
         ogpi_skip(s, i, OGPI_CLASS_approx) > i + 1))
        return false; /* "al menos un 25 %", "más de una vez", "hasta un máximo de" */
    if (number->digits || number->mantissa != 1 || is_one_at_least(s, i, number) ||
        ogpi_has(s, number->next, OGPI_CLASS_percent) ||
        ((ogpi_has(s, number->next, OGPI_CLASS_to) || ogpi_sign(s, number->next, '(')) && has_rest(s, i, number)))
        return true; /* "un à deux agents", "un (1) informe" */
    if (noun_behind_bound(s, number->next) > number->next)
        return true; /* "one or more platforms" */
    return i > 0 && ogpi_match_before(s, i, OGPI_CLASS_approx, NULL, &weak) && weak != APPROX_WEAK;
}

/* "une dizaine de", "deux millions de": the noun may follow after "of". */
static bool takes_of(const ogpi_scanner *s, const ogpi_number *number)
{
    if (number->mantissa >= 1000000 || ogpi_any(s, number->next - 1, OGPI_BIT(collective)))
        return true;
    return number->mantissa >= 10 && (ogpi_option(s, number->next - 1, OGPI_OPTION_CONSTRUCT) ||
                                      ogpi_any(s, number->next - 1, OGPI_BIT(multiplier)));
}

/* "$4.500 millones de inversión": an amount whose currency stands in front counts nothing else. */
static bool is_amount_of(const ogpi_scanner *s, size_t i, size_t end)
{
    size_t of = ogpi_skip(s, end, OGPI_CLASS_of);
    return of > end && ogpi_match_before(s, i, OGPI_CLASS_currency, NULL, NULL) &&
           !ogpi_has(s, of, OGPI_CLASS_currency);
}

/* The Arabic "ألف" with nothing that it counts: the letter A. */
static bool is_letter(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    return number->next == i + 1 && ogpi_option(s, i, OGPI_OPTION_UNCASED) && ogpi_begins(s, i, OGPI_BIT(multiplier)) &&
           !ogpi_match_before(s, i, OGPI_CLASS_approx, NULL, NULL);
}

/* The end of "per cent" behind the number, which begins at word i, or behind the range that it is the first of. */
static size_t percent_end(const ogpi_scanner *s, size_t i, size_t end, ogpi_number *number)
{
    size_t after = ogpi_percent_at(s, end);
    if (after == end)
        return end;
    size_t lead = i;
    ogpi_match_before(s, i, OGPI_CLASS_determiner, &lead, NULL); /* "entre el 80 % y el 90 %" */
    bool joined = ogpi_sign(s, after, '-') || (ogpi_flags(s, after) & OGPI_WORD_HYPHEN) ||
                  ogpi_match_before(s, lead, OGPI_CLASS_between, NULL, NULL) ||
                  (ogpi_option(s, after, OGPI_OPTION_CONSTRUCT) && i > 0 && !ogpi_any(s, i - 1, OGPI_BIT(of)));
    size_t upper = joined ? ogpi_rest_of_number(s, after, i, number) : after,
           last = upper > after ? ogpi_percent_at(s, upper) : after;
    return last > upper ? last : after;
}

/* "(6) مليون يورو": whether what follows the bracket that closes before word `end` multiplies the number in it. */
static bool is_multiplied(const ogpi_scanner *s, size_t i, size_t end, ogpi_number *number)
{
    ogpi_number all = *number;
    all.next = end;
    ogpi_number_multiply(s, i, &all);
    if (all.next == end)
        return false;
    *number = all;
    return true;
}

/* "les deux seront publiés", "l'un des deux": the two are no count, but those of "les deux autres". */
static bool is_both(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    return !number->digits && number->mantissa == 2 && number->next == i + 1 && ogpi_any(s, i, OGPI_BIT(number)) &&
           ogpi_match_before(s, i, OGPI_CLASS_determiner, NULL, NULL) && !ogpi_any(s, i + 1, OGPI_BIT(before_noun)) &&
           (ogpi_breaks(s, i + 1) || ogpi_any(s, i + 1, OGPI_BIT(verb) | OGPI_BIT(stop) | OGPI_BIT(past)) ||
            ogpi_has_form(s, i + 1, OGPI_FORM_future) || !ogpi_is_kind(s, i + 1, OGPI_WORD));
}

/* "entre 10 000 € et 15 000 €": the end of the second amount behind the first, which ends before word `end`. */
static size_t upper_amount(const ogpi_scanner *s, size_t i, size_t end)
{
    ogpi_number upper;
    uint32_t change = 0;
    size_t at = ogpi_skip(s, end, OGPI_CLASS_and);
    if (at == end || !ogpi_match_before(s, i, OGPI_CLASS_between, NULL, &change) || change ||
        !ogpi_number_at(s, at, &upper))
        return end;
    size_t of = ogpi_skip(s, upper.next, OGPI_CLASS_of), last = ogpi_skip(s, of, OGPI_CLASS_currency);
    return last > of ? last : end;
}

/* Adds the count of words [i, end) with what follows. */
static size_t add_count(ogpi_scanner *s, size_t i, size_t end, ogpi_number *number)
{
    if ((ogpi_flags(s, end) & OGPI_WORD_HYPHEN) && ogpi_is_kind(s, end, OGPI_WORD))
        return end;
    size_t inner = end;
    end = ogpi_after_bracket(s, i, end);
    ogpi_number again;
    if (end > inner && ogpi_number_words(s, end, &again) && again.mantissa == number->mantissa && !number->scale)
        end = again.next; /* "(3) ثلاث ورشات" */
    bool multiplied = end > inner && is_multiplied(s, i, end, number);
    end = multiplied ? number->next : end;
    if (end > inner && !multiplied && ogpi_counted_noun(s, end, takes_of(s, number)) == end)
        end = inner;
    bool opened = end > inner || (end > i + 2 && ogpi_after_bracket(s, i, i + 1) == i + 2); /* "(6) مليون" */
    size_t first = i - opened, after = end;                                                  /* "(13) جامعة" */
    if (ogpi_sign(s, end, '+') && (ogpi_flags(s, end) & OGPI_WORD_GLUED))
        end++;
    if (number->mantissa == 1 && number->scale == 0 && ogpi_option(s, i, OGPI_OPTION_HEAD_LAST)) {
        size_t bound = noun_behind_bound(s, end);
        after = bound > end ? bound : ogpi_one_group(s, end);
        ogpi_add_quantity(s, first, after, number);
        return after;
    }
    after = ogpi_skip(s, end, OGPI_CLASS_currency);
    if (after > end)
        after = upper_amount(s, i, after);
    if (after == end && !is_amount_of(s, i, end))
        after = ogpi_counted_noun(s, end, takes_of(s, number));
    if (after == end)
        after = noun_behind_bound(s, end);
    if (after == end && is_both(s, i, number))
        return end;
    if (after == end && ((!number->scale && ogpi_is_short_length(s, i, end)) || ogpi_names_bare(s, i, number) ||
                         ogpi_is_age(s, first, end) || is_letter(s, i, number) || ogpi_is_stray(s, i, number)))
        return end;
    ogpi_add_quantity(s, first, after, number);
    return after;
}

/* Where the noun begins that stands in front of the number, or the "one" that is counted with it; i where none does. */
static size_t noun_before(const ogpi_scanner *s, size_t i, const ogpi_number *number)
{
    size_t noun = ogpi_noun_in_front(s, i);
    if (noun < i && ogpi_percent_at(s, number->next) > number->next)
        noun = i; /* "نسبة الثلاثين بالمئة" */
    return noun == i && is_one_at_least(s, i, number) ? one_noun(s, i) : noun;
}

/* "(36.6) مليون يورو": the multiplier behind the bracket. */
static void multiply_bracketed(const ogpi_scanner *s, size_t i, ogpi_number *number)
{
    ogpi_number whole = *number;
    whole.next = ogpi_after_bracket(s, i, number->next);
    size_t behind = whole.next;
    if (behind > number->next)
        ogpi_number_multiply(s, i, &whole);
    if (whole.next > behind)
        *number = whole;
}

static size_t number_quantity(ogpi_scanner *s, size_t i, ogpi_number number)
{
    if (ogpi_marked(s, i, number.next, OGPI_USED_COUNTED) || !counts(s, i, &number))
        return i;
    if (!number.digits && (ogpi_flags(s, i) & OGPI_WORD_HYPHEN) && ogpi_is_kind(s, i - 1, OGPI_WORD))
        return number.next; /* "top-ten" */
    multiply_bracketed(s, i, &number);
    size_t ranked = ogpi_ranked_by_unit(s, i, &number);
    if (ogpi_is_rank_word(s, i) || ranked > i)
        return ranked > i ? ranked : number.next;
    size_t noun = noun_before(s, i, &number);
    if (noun < i) {
        if (!ogpi_has(s, noun, OGPI_CLASS_age) && !ogpi_has(s, noun, OGPI_CLASS_unit))
            ogpi_add_quantity(s, noun, number.next, &number);
        return number.next;
    }
    if (ogpi_is_rank(s, i, &number))
        return number.next;
    size_t first = i, end = ogpi_rest_of_number(s, number.next, i, &number);
    if (ogpi_is_day_of_every(s, end) || ogpi_is_ordinal(s, i, end))
        return end;
    if (i > 0 && ogpi_sign(s, i - 1, '%'))
        first = i - 1;
    size_t after = percent_end(s, i, end, &number);
    if (first == i && after > end && i > 0 && ogpi_sign(s, i - 1, '(') && ogpi_sign(s, after, ')') &&
        ogpi_option(s, i, OGPI_OPTION_BRACKETED) && ogpi_match_before(s, i - 1, OGPI_CLASS_approx, NULL, NULL)) {
        first--; /* "نحو (30%)" */
        after++;
    }
    if (first == i && after == end)
        return add_count(s, i, end, &number);
    ogpi_add_quantity(s, first, after, &number);
    return after;
}

/* "at least one": the article counts after a modifier. */
static size_t modified_one(ogpi_scanner *s, size_t i)
{
    size_t at = ogpi_skip(s, i, OGPI_CLASS_article), modifier = i;
    uint32_t weak = 0;
    if (at == i || ogpi_marked(s, i, at, OGPI_USED_COUNTED) ||
        !ogpi_match_before(s, i, OGPI_CLASS_approx, &modifier, &weak) || weak == APPROX_WEAK || modifier + 1 == i ||
        ogpi_any(s, at, OGPI_BIT(number) | OGPI_BIT(multiplier) | OGPI_BIT(unit)) ||
        ogpi_is_kind(s, at, OGPI_NUMBER))
        return i;
    size_t end = ogpi_counted_noun(s, at, false);
    if (end == at && ogpi_option(s, i, OGPI_OPTION_HEAD_LAST) && ogpi_is_free(s, at))
        end = at + 1;
    if (end == at)
        return i;
    ogpi_add_quantity(s, i, end, &(ogpi_number){.mantissa = 1});
    return end;
}

/* Whether ogpi_dual_at() may find one. */
static bool may_be_dual(const ogpi_scanner *s, size_t i)
{
    return ogpi_looks_dual(s, i) || ogpi_has_form(s, i, OGPI_FORM_dual_feminine) ||
           ogpi_begins(s, i, OGPI_BIT(frequency));
}

static size_t quantity_at(ogpi_scanner *s, size_t i)
{
    ogpi_number number;
    size_t next = i;
    if (ogpi_any(s, i, OGPI_BIT(fraction) | OGPI_BIT(times_as_many)))
        next = ogpi_share_at(s, i);
    if (next == i && ogpi_number_at(s, i, &number))
        next = (next = ogpi_ratio_at(s, i, &number)) > i ? next : number_quantity(s, i, number);
    if (next == i && ogpi_any(s, i, OGPI_BIT(article)))
        next = modified_one(s, i);
    if (next > i || !ogpi_is_kind(s, i, OGPI_WORD))
        return next;
    if (may_be_dual(s, i))
        next = ogpi_dual_at(s, i);
    return next == i && ogpi_ends_in_digit(s, i) ? ogpi_glued_amount(s, i) : next;
}

/* "several hundred", "24 heures sur 24", "مجموعة العشرين", "القطاعين العام والخاص": the index behind it, or i. */
static size_t skip_spare(const ogpi_scanner *s, size_t i)
{
    const uint64_t numbers = OGPI_BIT(multiplier) | OGPI_BIT(collective) | OGPI_BIT(number);
    size_t spare = ogpi_skip(s, i, OGPI_CLASS_spare);
    if (spare == i)
        return i;
    if (ogpi_is_kind(s, i, OGPI_NUMBER))
        return ogpi_is_kind(s, spare - 1, OGPI_NUMBER) ? spare : i;
    return ogpi_any(s, spare - 1, numbers) || (ogpi_looks_dual(s, i) && !ogpi_begins(s, i, OGPI_BIT(frequency))) ? spare
                                                                                                               : i;
}

void ogpi_find_quantities(ogpi_scanner *s)
{
    const uint64_t starts = OGPI_BIT(spare) | OGPI_BIT(fraction) | OGPI_BIT(times_as_many) | OGPI_BIT(number) |
                            OGPI_BIT(multiplier) | OGPI_BIT(collective) | OGPI_BIT(article);
    for (size_t i = 0; (i = ogpi_next_start(s, i, OGPI_START_QUANTITY)) < ogpi_count(s);) {
        if (!ogpi_may_begin(s, i, starts) && !ogpi_looks_dual(s, i) && !ogpi_ends_in_digit(s, i)) {
            i++;
            continue;
        }
        size_t next = skip_spare(s, i);
        if (next == i && !(s->marks.used[i] & OGPI_USED_COUNTED))
            next = quantity_at(s, i);
        i = next > i ? next : i + 1;
    }
}
