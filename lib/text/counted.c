/* SPDX-License-Identifier: MIT */
/* What a number counts: the noun that follows it, or stands in front. */
#include "text/bars.h"
#include "text/quantities.h"

static bool is_plural(const ogpi_scanner *s, size_t i)
{
    if (ogpi_skip(s, i, OGPI_CLASS_plural) == i + 1 || ogpi_has_form(s, i, OGPI_FORM_plural))
        return true;
    if (s->words.items[i].length < 3 || !ogpi_has_form(s, i, OGPI_FORM_plural_letter))
        return false;
    char before = s->text[s->words.items[i].end - 2]; /* "CSUs" */
    return before >= 'A' && before <= 'Z' && !(ogpi_flags(s, i) & OGPI_WORD_UPPER);
}

/* "women" of "women-led". */
static bool joined_on(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_kind(s, i + 1, OGPI_WORD) && (ogpi_flags(s, i + 1) & OGPI_WORD_HYPHEN);
}

/* The apostrophe of "magistrates' courts". */
static bool is_owner_mark(const ogpi_scanner *s, size_t i)
{
    return ogpi_sign(s, i, '\'') && (ogpi_flags(s, i) & OGPI_WORD_GLUED) && !(ogpi_flags(s, i + 1) & OGPI_WORD_GLUED) &&
           ogpi_is_free(s, i + 1);
}

/* "six-month", "3-day" */
static bool is_joined_length(const ogpi_scanner *s, size_t i)
{
    return ogpi_used(s, i, OGPI_USED_DURATION) && ogpi_used(s, i + 1, OGPI_USED_DURATION) &&
           (ogpi_flags(s, i + 1) & OGPI_WORD_HYPHEN) && !ogpi_breaks(s, i);
}

/* A plural that no verb is spelt like, with nothing behind it that it could belong to. */
static bool closes_group(const ogpi_scanner *s, size_t i)
{
    return ogpi_is_free(s, i) && is_plural(s, i) && !joined_on(s, i) &&
           !ogpi_begins(s, i, OGPI_BIT(stop) | OGPI_BIT(verb) | OGPI_BIT(act) | OGPI_BIT(unit)) &&
           (!ogpi_is_free(s, i + 1) || ogpi_has(s, i + 1, OGPI_CLASS_stop) || ogpi_has(s, i + 1, OGPI_CLASS_verb) ||
            ogpi_has_form(s, i + 1, OGPI_FORM_past));
}

/* The "and" of "30 local and regional councils". */
static bool joins_kinds(const ogpi_scanner *s, size_t i)
{
    return ogpi_skip(s, i, OGPI_CLASS_and) == i + 1 && ogpi_is_free(s, i + 1) &&
           !ogpi_begins(s, i + 1, OGPI_BIT(stop) | OGPI_BIT(verb)) &&
           closes_group(s, i + 2 + joined_on(s, i + 1)); /* "150 new and well-equipped hospitals" */
}

/* English: "ministries and agencies": the end of a second plural that is counted with the one before word i, or i. */
static size_t joined_plural(const ogpi_scanner *s, size_t i)
{
    size_t at = ogpi_breaks(s, i) ? i : ogpi_skip(s, i, OGPI_CLASS_and);
    return at == i + 1 && closes_group(s, at) ? at + 1 : i;
}

/* "officers" of "records officers wear": what goes on behind a plural of its own form is no part of the group, but for
 * a second plural right behind it, or an owner's. */
static bool is_closed(const ogpi_scanner *s, size_t at, size_t end)
{
    return at > end && ogpi_has_form(s, end - 1, OGPI_FORM_plural) && ogpi_skip(s, end - 1, OGPI_CLASS_plural) != end &&
           !is_owner_mark(s, end) && !ogpi_match_before(s, end, OGPI_CLASS_compound, NULL, NULL);
}

/* Whether the group of words [i, end) ends before word `at`. */
static bool group_ends(const ogpi_scanner *s, size_t i, size_t at, size_t end)
{
    bool hyphen = (ogpi_flags(s, at) & OGPI_WORD_HYPHEN) != 0;
    bool adjective = ogpi_begins(s, at, OGPI_BIT(adjective));       /* "online" */
    bool inner = joined_on(s, at) || (at > i && hyphen) ||          /* "hands-on clinics" */
                 (at == i && ogpi_has_form(s, at, OGPI_FORM_past) && /* "82 expected returns" */
                  !ogpi_breaks(s, at)) ||
                 (at > i && end == i && joins_kinds(s, at));
    if (!adjective && !inner && ogpi_any(s, at, OGPI_BIT(stop) | OGPI_BIT(month)) &&
        ogpi_has(s, at, OGPI_CLASS_stop))
        return true;
    if (end == i || ogpi_skip(s, at, OGPI_CLASS_compound) > at)
        return false;
    bool verb = ogpi_begins(s, at, OGPI_BIT(verb)) || ogpi_has_form(s, at, OGPI_FORM_gerund);
    if (!adjective && verb && !hyphen && !ogpi_match_before(s, at, OGPI_CLASS_compound, NULL, NULL))
        return true; /* "500 responses reaffirming what they expect" */
    return is_closed(s, at, end) ||
           (end == at && !ogpi_breaks(s, at + 1) && /* "each of the nine provinces nominates a steward" */
            (ogpi_has(s, at + 1, OGPI_CLASS_determiner) || ogpi_is_kind(s, at + 1, OGPI_NUMBER)));
}

/* English: the group ends with its last plural: "3 regional radio stations". */
static size_t noun_group(const ogpi_scanner *s, size_t i)
{
    size_t end = i, at = i;
    if (is_joined_length(s, i))
        at += 2; /* "two six-month waves" */
    else if (ogpi_used(s, i, OGPI_USED_DURATION) && !ogpi_breaks(s, i))
        at = ogpi_skip(s, i, OGPI_CLASS_frequency); /* "six quarterly newsletters" */
    for (; at < i + 7 && (ogpi_is_free(s, at) || (at > i && is_owner_mark(s, at))); at++) {
        if (group_ends(s, i, at, end))
            break;
        size_t compound = ogpi_skip(s, at, OGPI_CLASS_compound);
        if (compound > at) { /* "data sets" */
            at = compound - 1;
            end = compound;
        } else if (!(ogpi_flags(s, at) & OGPI_WORD_SUFFIX) && !joined_on(s, at) && is_plural(s, at)) {
            end = at + 1;
        }
    }
    return end;
}

/* An Arabic word that no number governs: with an article, or an unknown one that "and" is joined to. */
static bool counts_no_more(const ogpi_scanner *s, size_t i)
{
    bool unknown = s->spots[i].token->number == 0;
    if (i > 0 && ogpi_option(s, i, OGPI_OPTION_CONSTRUCT) && ogpi_has_form(s, i, OGPI_FORM_accusative) &&
        ogpi_begins(s, i - 1, OGPI_BIT(multiplier)) && !ogpi_begins(s, i, OGPI_BIT(currency) | OGPI_BIT(multiplier)))
        return true; /* "250 مليونا تمويلا": millions count in the genitive */
    return ogpi_has_affix(s, i, OGPI_AFFIX_THE) ||
           (unknown && ogpi_has_form(s, i, OGPI_FORM_article | OGPI_FORM_and));
}

/* "1 informe": spelt like a verb, and behind a number a thing. */
static bool is_noun_too(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_BY_OF) && ogpi_has(s, i, OGPI_CLASS_thing);
}

/* "trois autres suivront", "quatre partiellement réalisés"; "1 règlement", "1 estructura" are one. */
static bool is_no_noun(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_ADJECTIVE_BEHIND) &&
           (ogpi_has_form(s, i, OGPI_FORM_preterite) ||
            (ogpi_has_form(s, i, OGPI_FORM_adverb_or_noun | OGPI_FORM_future) && ogpi_plain_digits(s, i - 1, 2) != 1 &&
             !ogpi_begins(s, i, OGPI_BIT(thing))));
}

/* "dont 45 traitées", "dont dix rurales": what some are of those that were counted before. */
static bool is_part_done(const ogpi_scanner *s, size_t i)
{
    const uint64_t small = OGPI_BIT(stop) | OGPI_BIT(guess);
    bool told = ogpi_has_form(s, i, OGPI_FORM_participle) || ogpi_begins(s, i, OGPI_BIT(adjective));
    return told && i > 1 && ogpi_any(s, i - 2, OGPI_BIT(stop)) &&
           !(ogpi_spot_at(s, i - 2)->found & ~small) && /* "dont", and not "avec" or "des" */
           !ogpi_match_before(s, i - 1, OGPI_CLASS_approx, NULL, NULL) &&
           !ogpi_any(s, i, OGPI_BIT(thing) | OGPI_BIT(thing_weak) | OGPI_BIT(body) | OGPI_BIT(body_weak) |
                               OGPI_BIT(post) | OGPI_BIT(generic) | OGPI_BIT(unit));
}

#define SYMBOL_LETTERS 3 /* "km" */

/* "la línea 116 atiende", "los años noventa nada": several are counted by no word in the singular. */
static bool is_one_of_many(const ogpi_scanner *s, size_t i)
{
    bool many = ogpi_plain_digits(s, i - 1, 4) > 1 ||
                (ogpi_any(s, i - 1, OGPI_BIT(number)) && !ogpi_any(s, i - 1, OGPI_BIT(article)));
    const uint64_t invariable = OGPI_BIT(plural) | OGPI_BIT(currency) | OGPI_BIT(unit) | OGPI_BIT(percent) |
                                OGPI_BIT(multiplier) | OGPI_BIT(collective);
    return ogpi_option(s, i, OGPI_OPTION_ADJECTIVE_BEHIND) && !ogpi_has_form(s, i, OGPI_FORM_plural_letter) &&
           s->words.items[i].length > SYMBOL_LETTERS && many &&
           !(ogpi_flags(s, i) & (OGPI_WORD_UPPER | OGPI_WORD_CAPITAL)) && !ogpi_any(s, i, invariable);
}

/* Romance and Arabic: one noun, or a fixed compound, after adjectives that stand in front. */
static size_t noun_after(const ogpi_scanner *s, size_t i, bool after_of)
{
    size_t at = i;
    if (after_of) {
        uint32_t article = 0;
        size_t of = ogpi_match(s, at, OGPI_CLASS_of, &article);
        at = of > at && !article ? of : at;
        if (ogpi_sign(s, at, '"'))
            return i;
    }
    size_t whole = ogpi_is_free(s, at) && !ogpi_breaks(s, at) ? ogpi_skip(s, at, OGPI_CLASS_compound) : at;
    if (whole > at)
        return whole; /* "petites et moyennes entreprises" */
    at = ogpi_skip_all(s, at, OGPI_CLASS_before_noun);
    if (!ogpi_is_free(s, at) || (at == i && ogpi_breaks(s, at)) || (ogpi_flags(s, at) & OGPI_WORD_ELIDED))
        return i;
    size_t compound = ogpi_skip(s, at, OGPI_CLASS_compound);
    if (compound > at)
        return compound;
    if (counts_no_more(s, at))
        return i;
    if ((ogpi_flags(s, at + 1) & OGPI_WORD_HYPHEN) && ogpi_is_free(s, at + 1) && !ogpi_any(s, at, OGPI_BIT(unit)))
        return at + 2; /* "trois sous-comités" */
    bool accusative = ogpi_has_form(s, at, OGPI_FORM_accusative); /* "29 تجمعا" */
    if (ogpi_begins(s, at, OGPI_BIT(stop)) || is_no_noun(s, at) || is_one_of_many(s, at) || is_part_done(s, at) ||
        ogpi_has_affix(s, at, OGPI_AFFIX_PREPOSITION | OGPI_AFFIX_AND | OGPI_AFFIX_VERB) ||
        (ogpi_has(s, at, OGPI_CLASS_verb) && !accusative && !is_noun_too(s, at)) ||
        ogpi_begins(s, at, OGPI_BIT(past)) ||
        (ogpi_option(s, at, OGPI_OPTION_VERB_FIRST) && ogpi_has(s, at, OGPI_CLASS_past)))
        return i; /* "dont 60 disposaient" */
    return at + 1;
}

/* English after "one": the words up to the last noun of the group. */
size_t ogpi_one_group(const ogpi_scanner *s, size_t i)
{
    size_t at = i;
    while (at < i + 4 && ogpi_is_free(s, at) && !ogpi_has(s, at, OGPI_CLASS_stop) &&
           (!ogpi_has(s, at, OGPI_CLASS_verb) || (at == i && ogpi_begins(s, at, OGPI_BIT(adjective)))))
        at++; /* "one open day" */
    return at;
}

/* "Cible : 45\nÉchéance : 2026": a capital that opens the next line, where nouns are written small. */
static bool is_next_line(const ogpi_scanner *s, size_t i)
{
    return ogpi_option(s, i, OGPI_OPTION_SENTENCE_CASE) && ogpi_opens_line(s, i) &&
           (ogpi_flags(s, i) & (OGPI_WORD_CAPITAL | OGPI_WORD_UPPER)) == OGPI_WORD_CAPITAL;
}

size_t ogpi_counted_noun(const ogpi_scanner *s, size_t i, bool after_of)
{
    if (i >= ogpi_count(s) || (ogpi_flags(s, i) & OGPI_WORD_HYPHEN) || is_next_line(s, i))
        return i;
    if (ogpi_option(s, i, OGPI_OPTION_HEAD_LAST)) {
        size_t at = after_of ? ogpi_skip(s, i, OGPI_CLASS_of) : i;
        size_t end = noun_group(s, at);
        return end > at ? joined_plural(s, end) : i;
    }
    return noun_after(s, i, after_of);
}

/* Where the noun of "the five councils" begins in Arabic: the number follows it and has the article; i where there is
 * none. */
size_t ogpi_noun_in_front(const ogpi_scanner *s, size_t i)
{
    bool article = i > 0 && ogpi_has_affix(s, i, OGPI_AFFIX_THE);
    bool apart = i > 1 && !article && ogpi_option(s, i - 1, OGPI_OPTION_NUMBER_BEHIND) &&
                 ogpi_skip(s, i - 1, OGPI_CLASS_determiner) == i &&
                 (ogpi_flags(s, i) & OGPI_WORD_GLUED || ogpi_has_form(s, i - 1, OGPI_FORM_article_apart));
    size_t noun = article ? i - 1 : apart ? i - 2 : i;
    if (article && ogpi_match_before(s, i, OGPI_CLASS_approx, NULL, NULL))
        return i; /* "قرابة الثلاثين جمعية" */
    if (noun == i || ogpi_has(s, i, OGPI_CLASS_weekday) || !ogpi_is_free(s, noun) ||
        ogpi_has(s, noun, OGPI_CLASS_stop) || (apart && !ogpi_has_affix(s, noun, OGPI_AFFIX_THE | OGPI_AFFIX_OWNER)))
        return i;
    while (noun > 0 && ogpi_begins(s, noun, OGPI_BIT(adjective)) && ogpi_is_plain_word(s, noun - 1) &&
           ogpi_has_affix(s, noun, OGPI_AFFIX_THE))
        noun--; /* "اللجان الجهوية الاثنتي عشرة" */
    if (noun > 0 && ogpi_is_singular(s, noun) && ogpi_has_affix(s, noun, OGPI_AFFIX_THE) &&
        ogpi_is_plain_word(s, noun - 1))
        return noun - 1; /* "أعضاء الحكومة الثلاثين", "نصوصه التطبيقية الخمسة" */
    bool whole = noun > 0 &&
                 ogpi_begins(s, noun, OGPI_BIT(inside) | OGPI_BIT(body) | OGPI_BIT(body_weak) | OGPI_BIT(plan)) &&
                 ogpi_has_affix(s, noun, OGPI_AFFIX_THE) && ogpi_is_plain_word(s, noun - 1) &&
                 !ogpi_has_affix(s, noun - 1, OGPI_AFFIX_THE); /* "the twelve regions of the kingdom" */
    return whole ? noun - 1 : noun;
}
