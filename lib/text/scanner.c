/* SPDX-License-Identifier: MIT */
/* The scanner: splits a text, looks its words up, runs the grammars. */
#include "text/scan.h"

#include "base/error.h"
#include "base/tag.h"
#include "base/utf8.h"

#include <stdlib.h>

#define FIRST_REMEMBERED 8192 /* bytes of texts after which words are remembered */
#define ROOM_KEPT 8192        /* words */

int ogpi_scanner_new(ogpi_scanner **out, const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogpi_scanner *s = ogpi_calloc(allocator, 1, sizeof(*s));
    *out = NULL;
    if (!s)
        return ogpi_error_memory(error);
    s->allocator = allocator;
    s->context = ogp_context_ref((ogp_context *)(uintptr_t)context);
    s->limit = ogp_context_limits(context)->string_bytes;
    ogpi_words_init(&s->words, allocator);
    const ogp_rulebook *book = ogp_context_rulebook(context);
    s->fallback = ogpi_lexicon_default(book->lexicon);
    s->words.elided = ogpi_lexicon_elided(book->lexicon);
    s->weights = ogpi_lexicon_weights(book->lexicon, OGPI_DECISION_thing);
    while (s->language_count < OGPI_SCAN_LANGUAGES &&
           ogpi_lexicon_at(&s->languages[s->language_count], book->lexicon, s->language_count))
        s->language_count++;
    *out = s;
    return 0;
}

void ogpi_scanner_free(ogpi_scanner *s)
{
    if (!s)
        return;
    ogp_context *context = s->context;
    const ogp_allocator *allocator = s->allocator;
    ogpi_names_free(s);
    ogpi_words_clear(&s->words);
    ogpi_free(allocator, s->spot_block);
    ogpi_free(allocator, s->longer);
    ogpi_free(allocator, s->fresh);
    ogpi_free(allocator, s->marks.block);
    ogpi_free(allocator, s->phrases);
    ogpi_memo_clear(&s->memo, allocator);
    ogpi_free(allocator, s->padded);
    ogpi_free(allocator, s->facts);
    ogpi_free(allocator, s->norms);
    ogpi_free(allocator, s);
    ogp_context_unref(context);
}

void ogpi_scanner_lend(ogpi_scanner *s)
{
    ogp_context *context = s->context;
    s->context = NULL;
    ogp_context_unref(context);
}

bool ogpi_scanner_is_modest(const ogpi_scanner *s)
{
    return s->spot_capacity <= ROOM_KEPT;
}

static void release(ogpi_spare *spare)
{
    ogpi_scanner_free((ogpi_scanner *)(void *)((char *)spare - offsetof(ogpi_scanner, spare)));
}

int ogpi_scanner_take(ogpi_scanner **out, const ogp_context *context, ogp_error *error)
{
    ogpi_spare *spare = ogpi_context_take(context, OGPI_SPARE_SCANNER);
    if (spare) {
        *out = (ogpi_scanner *)(void *)((char *)spare - offsetof(ogpi_scanner, spare));
        return 0;
    }
    int code = ogpi_scanner_new(out, context, error);
    if (code < 0)
        return code;
    (*out)->spare.release = release;
    ogpi_scanner_lend(*out);
    return 0;
}

void ogpi_scanner_give(ogpi_scanner *s, const ogp_context *context, int code)
{
    if (!s)
        return;
    if (code < 0 || !ogpi_scanner_is_modest(s))
        ogpi_scanner_free(s);
    else
        ogpi_context_give(context, OGPI_SPARE_SCANNER, &s->spare);
}

static int compare_facts(const void *left, const void *right)
{
    const ogp_fact *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return (int)a->type - (int)b->type;
}

/* A few runs in order, one of each grammar. */
static void sort_facts(ogpi_scanner *s)
{
    enum { FEW = 96 };
    for (size_t i = 0; i < s->fact_count; i++) {
        size_t offset = (uintptr_t)s->facts[i].norm;
        s->facts[i].norm = offset == OGPI_NO_NORM ? "" : s->norms + offset;
    }
    if (s->fact_count < FEW) {
        for (size_t i = 1; i < s->fact_count; i++) {
            ogp_fact fact = s->facts[i];
            size_t k = i;
            for (; k > 0 && compare_facts(&fact, &s->facts[k - 1]) < 0; k--)
                s->facts[k] = s->facts[k - 1];
            s->facts[k] = fact;
        }
    } else {
        qsort(s->facts, s->fact_count, sizeof(*s->facts), compare_facts);
    }
}

/* Index of the language of a tag ("fr", "fr-CA"), or the number of languages where it is none of them. */
static size_t language_index(const ogpi_scanner *s, const char *tag)
{
    size_t index = 0;
    if (s->language < s->language_count && ogpi_same_language(s->languages[s->language].code, tag))
        return s->language; /* that of the text before */
    while (index < s->language_count && !ogpi_same_language(s->languages[index].code, tag))
        index++;
    return index;
}

bool ogpi_scanner_knows(const ogpi_scanner *s, const char *language)
{
    return language_index(s, language) < s->language_count;
}

static int choose_language(ogpi_scanner *s, const char *language, ogp_error *error)
{
    if (s->language_count == 0)
        return ogpi_error(error, OGP_ERROR_USAGE, "the rulebook has no text section");
    if (!language || !*language) {
        s->language = ogpi_guess_language(s, OGPI_SCRIPT_ANY);
        return 0;
    }
    s->language = language_index(s, language);
    if (s->language < s->language_count)
        return 0;
    s->language = 0;
    return ogpi_error(error, OGP_ERROR_USAGE, "no language \"%s\" in the rulebook", language);
}

/* No words lie in front of the first and behind the last. */
static void leave_empty(ogpi_scanner *s, size_t count)
{
    static const ogpi_token nothing = {0};
    ogpi_spot *front = s->spot_block;
    if (!s->spots) /* those in front stay */
        for (size_t i = 0; i < OGPI_SPOTS_PAD; i++)
            front[i] = (ogpi_spot){.token = &nothing};
    s->spots = front + OGPI_SPOTS_PAD;
    memcpy(s->spots + count, front, OGPI_SPOTS_PAD * sizeof(*front));
}

/* Tokens and marks for so many words. */
static bool make_room(ogpi_scanner *s, size_t count)
{
    size_t each = count + 2 * OGPI_MARKS_PAD, spots = count + 2 * OGPI_SPOTS_PAD;
    if (!ogpi_grow(s->allocator, (void **)&s->spot_block, &s->spot_capacity, spots, sizeof(*s->spots)) ||
        !ogpi_grow(s->allocator, (void **)&s->longer, &s->longer_capacity, count, sizeof(*s->longer)) ||
        !ogpi_grow(s->allocator, (void **)&s->fresh, &s->fresh_capacity, count + 1, sizeof(*s->fresh)) ||
        !ogpi_grow(s->allocator, &s->marks.block, &s->marks.capacity, OGPI_MARKS_PLANES * each, 1))
        return false;
    memset(s->marks.block, 0, OGPI_MARKS_PLANES * each);
    s->marks.starts = (uint8_t *)s->marks.block + OGPI_MARKS_PAD;
    s->marks.used = s->marks.starts + each;
    s->marks.hints = s->marks.used + each;
    s->marks.kinds = s->marks.hints + each;
    s->marks.flags = s->marks.kinds + each;
    memset(s->marks.hints - OGPI_MARKS_PAD, OGPI_HINT_BREAK, OGPI_MARKS_PAD);
    memset(s->marks.hints + count, OGPI_HINT_BREAK, OGPI_MARKS_PAD);
    leave_empty(s, count);
    return true;
}

/* The words of a text. After some texts, or in a long one, they are remembered: that costs room and pays with time. */
static int split(ogpi_scanner *s, const char *text, size_t length, ogp_error *error)
{
    if (length < FIRST_REMEMBERED - s->seen) {
        s->seen += length;
        return ogpi_words_split(&s->words, text, length, error);
    }
    s->seen = FIRST_REMEMBERED;
    if (!ogpi_remember(s))
        return ogpi_error_memory(error);
    int status = ogpi_split_remembered(s, &s->words, text, length, error);
    s->text = s->padded;
    return status;
}

static int prepare(ogpi_scanner *s, const char *text, size_t length, const char *language, ogp_error *error)
{
    size_t bad = 0;
    s->fact_count = s->norm_length = 0;
    s->failed = false;
    s->sentence.last = 0;
    s->text = text;
    s->words.count = 0;
    if (length > s->limit || length > 0x7FFFFFFF)
        return ogpi_error(error, OGP_ERROR_LIMIT, "text of %zu bytes; the limit string_bytes is %zu", length, s->limit);
    if (!ogpi_utf8_valid(text, length, &bad)) {
        unsigned line = 0, column = 0;
        ogpi_utf8_place(text, bad, bad, &line, &column);
        return ogpi_error_at(error, OGP_ERROR_SYNTAX, line, column, "not UTF-8 at byte %zu", bad);
    }
    int status = split(s, text, length, error);
    if (status == 0)
        status = choose_language(s, language, error);
    if (status == 0 && !make_room(s, s->words.count))
        status = ogpi_error_memory(error);
    if (status < 0)
        s->words.count = 0;
    return status;
}

int ogpi_scan(ogpi_scanner *s, const char *text, size_t length, const char *language, const ogp_fact **facts,
              size_t *count, ogp_error *error)
{
    *facts = NULL;
    *count = 0;
    int status = prepare(s, text, length, language, error);
    if (status < 0)
        return status;
    ogpi_names_sort(s);
    ogpi_look_up_all(s);
    ogpi_find_phrases(s);
    ogpi_find_bars(s);
    ogpi_find_dates(s);
    ogpi_find_durations(s);
    ogpi_find_quantities(s);
    ogpi_find_bodies(s);
    ogpi_find_vague(s);
    ogpi_find_deliverables(s);
    if (s->failed)
        return ogpi_error_memory(error);
    sort_facts(s);
    *facts = s->facts;
    *count = s->fact_count;
    return 0;
}

const char *ogpi_scan_language(const ogpi_scanner *s)
{
    return s->language < s->language_count ? s->languages[s->language].code : "";
}

unsigned ogpi_scan_values(const ogpi_scanner *s)
{
    unsigned values = 0;
    size_t end = 0; /* of the last phrase: "electoral integrity" speaks to no value, though "integrity" does */
    for (size_t i = 0; (i = ogpi_next_start(s, i, OGPI_START_VALUE)) < ogpi_count(s); i++) {
        uint32_t value = 0;
        if (i >= end && ogpi_begins(s, i, OGPI_BIT(value)) && (end = ogpi_match(s, i, OGPI_CLASS_value, &value)) > i)
            values |= value;
    }
    return values;
}

unsigned ogpi_scan_acts(const ogpi_scanner *s)
{
    unsigned acts = 0;
    for (size_t i = 0; i < ogpi_count(s); i++)
        acts += ogpi_begins(s, i, OGPI_BIT(act));
    return acts;
}

unsigned ogpi_scan_steps(const ogpi_scanner *s)
{
    const unsigned told =
        OGPI_USED_DATE | OGPI_USED_DURATION | OGPI_USED_QUANTITY | OGPI_USED_BODY | OGPI_USED_THING;
    unsigned steps = 0;
    for (size_t first = 0, end; first < ogpi_count(s); first = end) {
        end = ogpi_next_mark(s->marks.hints, first + 1, ogpi_count(s), OGPI_HINT_BREAK);
        end = end < ogpi_count(s) ? end : ogpi_count(s);
        unsigned kinds = ogpi_all_marks(s->marks.used, first, end) & told;
        steps += (kinds & (kinds - 1)) != 0;
    }
    return steps;
}

size_t ogpi_scan_words(const ogpi_scanner *s)
{
    return ogpi_count(s);
}
