/* SPDX-License-Identifier: MIT */
/* Looking phrases up in a text, and adding facts. */
#include "text/scan.h"

#include "base/rare.h"

/* Value of the phrase that the word is by itself. */
static inline uint32_t own_value(const ogpi_scanner *s, const ogpi_token *token, ogpi_class id)
{
    const uint32_t *output = s->languages[0].outputs + token->outputs; /* of all languages */
    while (ogpi_output_class(*output) != (uint32_t)id)
        output++;
    return ogpi_output_value(*output);
}

/* Whether phrases begin at word i that are longer than it. */
static inline bool has_longer(const ogpi_scanner *s, size_t i)
{
    return (s->marks.hints[(ptrdiff_t)i] & OGPI_HINT_LONGER) != 0;
}

/* That of a class among them; NULL where there is none. */
static inline const ogpi_phrase *longer(const ogpi_scanner *s, size_t i, ogpi_class id)
{
    if (!has_longer(s, i))
        return NULL;
    const ogpi_phrase *phrase = s->phrases + s->longer[i].first;
    for (uint32_t left = s->longer[i].count; left > 0; left--, phrase++)
        if (phrase->id == id)
            return phrase;
    return NULL;
}

size_t ogpi_match_here(const ogpi_scanner *s, size_t i, ogpi_class id, uint32_t *value)
{
    const ogpi_phrase *phrase = longer(s, i, id);
    if (value)
        *value = phrase ? phrase->value : own_value(s, ogpi_spot_at(s, i)->token, id);
    return i + (phrase ? phrase->length : 1);
}

size_t ogpi_skip_here(const ogpi_scanner *s, size_t i, ogpi_class id)
{
    const ogpi_phrase *phrase = longer(s, i, id);
    return i + (phrase ? phrase->length : 1);
}

bool ogpi_says_here(const ogpi_scanner *s, size_t i, ogpi_class id, uint32_t value)
{
    const ogpi_phrase *phrase = longer(s, i, id);
    return value == (phrase ? phrase->value : own_value(s, ogpi_spot_at(s, i)->token, id));
}

size_t ogpi_skip_all(const ogpi_scanner *s, size_t i, ogpi_class id)
{
    size_t next = i;
    for (int steps = 0; steps < 8 && (next = ogpi_match(s, i, id, NULL)) > i; steps++)
        i = next;
    return i;
}

/* Whether a phrase of a class ends right before word i, where longer ones begin or end around it. */
static __attribute__((noinline)) bool ends_among(const ogpi_scanner *s, size_t i, ogpi_class id, size_t *start,
                                                 uint32_t *value)
{
    size_t most = s->marks.hints[i] & OGPI_HINT_AFTER_LONGER ? OGPI_LOOK_BACK : 1;
    for (size_t back = i < most ? i : most; back > 0; back--) {
        if (ogpi_match(s, i - back, id, value) == i) {
            if (start)
                *start = i - back;
            return true;
        }
    }
    return false;
}

bool ogpi_ends_here(const ogpi_scanner *s, size_t i, ogpi_class id, size_t *start, uint32_t *value)
{
    if ((s->marks.hints[i] & OGPI_HINT_AFTER_LONGER) || has_longer(s, i - 1))
        return ends_among(s, i, id, start, value);
    if (start) /* the word before it, by itself */
        *start = i - 1;
    if (value)
        *value = own_value(s, ogpi_spot_at(s, i - 1)->token, id);
    return true;
}

/* The "and" of "وأحد عشر", one letter, which is spelt like "one" once it is folded: bytes of the key. */
static size_t hidden_and(const ogpi_scanner *s, size_t i)
{
    bool hidden = i > 0 && !ogpi_breaks(s, i) && ogpi_has_form(s, i, OGPI_FORM_and) &&
                  ogpi_skip(s, i, OGPI_CLASS_number) > i + 1;
    return !hidden ? 0 : (unsigned char)*ogpi_key(s, i) < 0x80 ? 1 : 2;
}

/* Byte offset behind so many bytes of the key of a word. */
static OGPI_RARE size_t behind_key(const ogpi_scanner *s, const ogpi_word *word, size_t left)
{
    size_t at = word->start;
    ogpi_fold piece;
    while (left > 0 && at < word->end) {
        at += ogpi_fold_next(&piece, s->text + at, word->end - at);
        left -= piece.length < left ? piece.length : left;
    }
    for (size_t next = at; next < word->end; at = next) {
        next += ogpi_fold_next(&piece, s->text + next, word->end - next);
        if (piece.length)
            break;
    }
    return at;
}

size_t ogpi_start_of(const ogpi_scanner *s, size_t i)
{
    const ogpi_word *word = &s->words.items[i];
    size_t outside = s->spots[i].token->outside ? s->spots[i].token->outside : hidden_and(s, i);
    return outside ? behind_key(s, word, outside) : word->start;
}

bool ogpi_marked(const ogpi_scanner *s, size_t first, size_t end, unsigned used)
{
    for (; first < end; first += 8)
        if (ogpi_eight_load(s->marks.used + first) & OGPI_EACH * used & ogpi_first_marks(end - first))
            return true;
    return false;
}

void ogpi_mark(ogpi_scanner *s, size_t first, size_t end, unsigned used)
{
    end = end < ogpi_count(s) ? end : ogpi_count(s);
    for (; first < end; first += 8) {
        uint8_t *marks = s->marks.used + first;
        ogpi_eight_store(marks, ogpi_eight_load(marks) | (OGPI_EACH * used & ogpi_first_marks(end - first)));
    }
}

static bool add_norm(ogpi_scanner *s, const char *norm, size_t *offset)
{
    *offset = OGPI_NO_NORM;
    if (!norm)
        return true;
    size_t length = strlen(norm) + 1;
    if (s->norm_length + length > s->norm_capacity &&
        !ogpi_grow(s->allocator, (void **)&s->norms, &s->norm_capacity, s->norm_length + length, 1))
        return false;
    *offset = s->norm_length;
    memcpy(s->norms + s->norm_length, norm, length);
    s->norm_length += length;
    return true;
}

void ogpi_add(ogpi_scanner *s, ogp_fact_type type, size_t first, size_t end, const char *norm)
{
    static const uint8_t uses[] = {
        0, OGPI_USED_DATE, OGPI_USED_DURATION, OGPI_USED_QUANTITY, OGPI_USED_BODY, OGPI_USED_THING, OGPI_USED_VAGUE};
    size_t offset = 0;
    if (first >= end || end > ogpi_count(s))
        return;
    if ((s->fact_count == s->fact_capacity &&
         !ogpi_grow(s->allocator, (void **)&s->facts, &s->fact_capacity, s->fact_count + 1, sizeof(*s->facts))) ||
        !add_norm(s, norm, &offset)) {
        s->failed = true;
        return;
    }
    ogp_fact *fact = &s->facts[s->fact_count++];
    fact->type = type;
    fact->start = ogpi_start_of(s, first);
    fact->end = s->words.items[end - 1].end;
    fact->norm = (const char *)(uintptr_t)offset;
    ogpi_mark(s, first, end, uses[type]);
}

/* "أعلنت", where a verb stands in a language that puts it first. */
static bool opens_as_verb(const ogpi_scanner *s, size_t i)
{
    return ogpi_breaks(s, i) || ogpi_is_kind(s, i - 1, OGPI_SIGN) || ogpi_has_affix(s, i, OGPI_AFFIX_AND);
}

bool ogpi_past_ends(const ogpi_scanner *s, size_t i)
{
    if (i > 0 && ogpi_has_form(s, i - 1, OGPI_FORM_preterite) &&
        (!ogpi_option(s, i - 1, OGPI_OPTION_VERB_FIRST) || opens_as_verb(s, i - 1)))
        return true;
    size_t start = i;
    if (!ogpi_match_before(s, i, OGPI_CLASS_past, &start, NULL))
        return false;
    if (ogpi_match_before(s, start, OGPI_CLASS_modal, NULL, NULL) || ogpi_sign(s, i, ')'))
        return false; /* "will have adopted"; the French "a)" of a list */
    if (ogpi_skip(s, start, OGPI_CLASS_modal) > i ||
        (ogpi_skip(s, start, OGPI_CLASS_verb) > i && ogpi_says(s, start, OGPI_CLASS_verb, OGPI_VERB_PROMISES)))
        return false; /* "se ha previsto elaborar", "a décidé de": it is still to come */
    const ogpi_word *word = &s->words.items[start];
    return start + 1 < i || word->length > 1 || word->end - word->start == 1;
}

bool ogpi_is_nisba(const ogpi_scanner *s, size_t i)
{
    if (!ogpi_has_affix(s, i, OGPI_AFFIX_DUAL) || !ogpi_has_form(s, i, OGPI_FORM_relation))
        return false;
    /* The dual loses its n before the noun that it governs, which takes no article of its own. */
    if (ogpi_has_affix(s, i, OGPI_AFFIX_THE) || ogpi_has_form(s, i, OGPI_FORM_owned_plural) ||
        !ogpi_is_kind(s, i + 1, OGPI_WORD) || (ogpi_flags(s, i + 1) & OGPI_WORD_BREAK) ||
        ogpi_has_affix(s, i + 1, OGPI_AFFIX_AND | OGPI_AFFIX_PREPOSITION))
        return true;
    if (ogpi_has_form(s, i, OGPI_FORM_owned_feminine) || ogpi_skip(s, i, OGPI_CLASS_compound) > i + 1)
        return false;
    return !ogpi_any(s, i, OGPI_BIT(thing)) || i == 0 || !ogpi_any(s, i - 1, OGPI_BIT(act));
}

bool ogpi_is_age(const ogpi_scanner *s, size_t first, size_t end)
{
    if (ogpi_begins(s, end, OGPI_BIT(age)))
        return !(ogpi_flags(s, end) & OGPI_WORD_HYPHEN) || /* not "the ten-year-old policy" */
               !ogpi_any(s, end + 1, OGPI_BIT(thing) | OGPI_BIT(plan));
    first -= first > 0 && ogpi_sign(s, first - 1, ':'); /* "âge moyen : 42 ans" */
    for (size_t back = 1; back <= 5 && back <= first && !ogpi_breaks(s, first - back + 1); back++) {
        size_t at = first - back;
        if (ogpi_sign(s, at, ')'))
            break; /* "(ages 11-15) receive sixteen hours" */
        size_t next = ogpi_any(s, at, OGPI_BIT(age)) ? ogpi_skip(s, at, OGPI_CLASS_age) : at;
        if (next == at + 1 || (next > at && next + 1 >= first)) /* "youth between" must stand right before */
            return true;
    }
    return false;
}
