/* SPDX-License-Identifier: MIT */
/* Every phrase that begins at each word, looked up once before the grammars ask for them. Phrases of one word stay with
   the node of the word; longer ones are kept in a list. */
#include "text/number.h"

typedef struct search {
    ogpi_scanner *s;
    const ogpi_lang *lang;
    uint8_t language; /* its index */
    size_t first;     /* the word at which the phrases begin */
    uint64_t allowed; /* classes */
    uint64_t own;     /* those that the word is by itself */
    uint64_t found;   /* those in the list */
    uint32_t list;    /* in s->phrases */
    bool numbers;     /* numbers within phrases can be read already */
    bool numbered;    /* a number within a phrase was left out */
} search;

static void walk(search *x, uint32_t node, size_t at);

static ogpi_phrase *phrase_of(search *x, uint32_t id)
{
    ogpi_scanner *s = x->s;
    if (x->found >> id & 1) {
        ogpi_phrase *phrase = s->phrases + x->list;
        while (phrase->id != id)
            phrase++;
        return phrase;
    }
    if (s->phrase_count == s->phrase_capacity &&
        !ogpi_grow(s->allocator, (void **)&s->phrases, &s->phrase_capacity, s->phrase_count + 1, sizeof(*s->phrases))) {
        s->failed = true;
        return NULL;
    }
    x->found |= (uint64_t)1 << id;
    s->phrases[s->phrase_count] = (ogpi_phrase){.id = (uint8_t)id};
    return &s->phrases[s->phrase_count++];
}

/* Keeps the longest of each class, and the first of those. */
static void take_outputs(search *x, uint32_t node, size_t at)
{
    const ogpi_node_entry entry = ogpi_lang_node(x->lang, node);
    uint64_t classes = at - x->first > 1 ? x->allowed : x->allowed & ~x->own;
    for (uint32_t i = 0; i < entry.output_count; i++) {
        uint32_t output = entry.outputs[i], id = ogpi_output_class(output);
        ogpi_phrase *phrase = classes >> id & 1 ? phrase_of(x, id) : NULL;
        if (phrase && at - x->first > phrase->length && at - x->first <= UINT16_MAX) {
            phrase->length = (uint16_t)(at - x->first);
            phrase->value = ogpi_output_value(output);
        }
    }
}

static void walk_child(search *x, uint32_t node, uint32_t symbol, size_t at)
{
    uint32_t child = ogpi_lang_child(x->lang, node, symbol);
    if (child)
        walk(x, child, at);
}

/* The same of any word, or of a number. */
static void walk_last(search *x, uint32_t node, uint32_t symbol, size_t at)
{
    uint32_t child = ogpi_lang_last_child(x->lang, node, symbol);
    if (child)
        walk(x, child, at);
}

/* The word at `at` goes on with the phrase: as itself, as a member of its sets. */
static void walk_itself(search *x, uint32_t node, size_t at)
{
    const ogpi_token *token = x->s->spots[at].token;
    uint32_t shape = ogpi_lang_shape(x->lang, node);
    if (shape & OGPI_NODE_HAS_WORDS)
        walk_child(x, node, token->number, at + 1);
    if (shape & OGPI_NODE_HAS_SETS) {
        uint32_t first = ogpi_lang_sets(x->lang, token->node);
        for (const uint16_t *symbol = x->lang->sets + first; first && *symbol; symbol++)
            walk_child(x, node, *symbol, at + 1);
    }
}

/* ... and with its own "and" prefix. */
static void walk_word(search *x, uint32_t node, size_t at)
{
    const ogpi_token *token = x->s->spots[at].token;
    uint32_t child = token->affixes & OGPI_AFFIX_AND ? ogpi_lang_child(x->lang, node, x->lang->and_word) : 0;
    if (child)
        walk_itself(x, child, at);
    walk_itself(x, node, at);
}

static void walk_number(search *x, uint32_t node, size_t at)
{
    ogpi_number number;
    if (!x->numbers)
        x->numbered |= ogpi_may_be_number(x->s, at);
    else if (ogpi_number_at(x->s, at, &number))
        walk_last(x, node, OGPI_SYMBOL_NUMBER, number.next);
}

/* Whether the word at `at` may go on with a phrase from a node of this shape. */
static inline bool may_go_on(const ogpi_scanner *s, uint32_t shape, size_t at)
{
    return shape && at < s->words.count && !(ogpi_flags(s, at) & OGPI_WORD_BREAK) &&
           (s->spots[at].token->number || (shape & (OGPI_NODE_HAS_ANY | OGPI_NODE_HAS_NUMBER)));
}

/* All that leads on from a node of this shape. */
static void walk_on(search *x, uint32_t node, uint32_t shape, size_t at)
{
    const ogpi_scanner *s = x->s;
    const ogpi_token *token = s->spots[at].token;
    if (token->number && token->language == x->language)
        walk_word(x, node, at);
    if ((shape & OGPI_NODE_HAS_ANY) && ogpi_is_kind(s, at, OGPI_WORD) && !(token->classes & OGPI_BIT(and)))
        walk_last(x, node, OGPI_SYMBOL_ANY, at + 1);
    if (shape & OGPI_NODE_HAS_NUMBER)
        walk_number(x, node, at);
}

/* On from a node, in a loop where nothing but the word itself may lead on: from most nodes. */
static void walk_from(search *x, uint32_t node, size_t at)
{
    for (uint32_t shape; may_go_on(x->s, shape = ogpi_lang_shape(x->lang, node), at); at++) {
        const ogpi_token *token = x->s->spots[at].token;
        if (shape != OGPI_NODE_HAS_WORDS || (token->affixes & OGPI_AFFIX_AND)) {
            walk_on(x, node, shape, at);
            return;
        }
        node = token->language == x->language ? ogpi_lang_child(x->lang, node, token->number) : 0;
        if (!node || !(ogpi_lang_classes(x->lang, node) & x->allowed))
            return;
        if (ogpi_lang_ends(x->lang, node))
            take_outputs(x, node, at + 1);
    }
}

static void walk(search *x, uint32_t node, size_t at)
{
    if (!(ogpi_lang_classes(x->lang, node) & x->allowed))
        return;
    if (ogpi_lang_ends(x->lang, node))
        take_outputs(x, node, at);
    if (ogpi_lang_shape(x->lang, node))
        walk_from(x, node, at);
}

/* A phrase that begins with "and", where that is a prefix. */
static void walk_after_and(search *x, const ogpi_token *token)
{
    x->allowed = ~(uint64_t)0;
    walk_child(x, x->lang->and_node, token->number, x->first + 1);
}

/* Tells the words behind the phrases of word i in the list which classes end there. */
static void mark_ends(ogpi_scanner *s, size_t i)
{
    const ogpi_longer list = s->longer[i];
    for (unsigned k = 0; k < list.count; k++) {
        const ogpi_phrase *phrase = &s->phrases[list.first + k];
        s->background |= ogpi_tells_background(phrase->id, phrase->value);
        if (phrase->length > OGPI_LOOK_BACK)
            continue;
        s->spots[i + phrase->length].ends |= (uint64_t)1 << phrase->id;
        s->marks.hints[i + phrase->length] |= OGPI_HINT_AFTER_LONGER;
        if (phrase->id == OGPI_CLASS_past)
            s->marks.hints[i + phrase->length] |= OGPI_HINT_PAST;
        if (phrase->id == OGPI_CLASS_act && ogpi_act_yields(phrase->value))
            s->marks.hints[i + phrase->length] |= OGPI_HINT_MAKES;
    }
}

/* Phrases of more than the word alone, whose first two words lead to node `second` where that is not 0. Whether numbers
   within them were left out. */
static bool find_longer(ogpi_scanner *s, size_t i, uint32_t second, bool numbers)
{
    ogpi_spot *spot = &s->spots[i];
    const ogpi_token *token = spot->token;
    search x = {.s = s,
                .lang = ogpi_lang_of(s, i),
                .language = token->language,
                .first = i,
                .allowed = token->classes,
                .own = token->found,
                .list = (uint32_t)s->phrase_count,
                .numbers = numbers};
    if (second)
        walk(&x, second, i + 2);
    else if (token->classes)
        walk_from(&x, token->node, i + 1);
    if (token->shape & OGPI_SHAPE_AFTER_AND)
        walk_after_and(&x, token);
    if (x.found) {
        s->marks.hints[i] |= OGPI_HINT_LONGER;
        s->longer[i] = (ogpi_longer){.first = x.list, .count = (uint32_t)s->phrase_count - x.list};
        spot->found = token->found | x.found;
        spot->begins = spot->found & token->classes;
        s->present |= x.found;
        if (x.found & ~token->found) /* what the word is by itself is marked already */
            s->marks.starts[i] |= ogpi_starts_of(x.found & ~token->found);
        s->marks.hints[i + 1] |= x.found & OGPI_BIT(act) ? OGPI_HINT_PASSIVE : 0;
        mark_ends(s, i);
    }
    return x.numbered;
}

/* Whether nothing but the next word itself may lead on from word i. */
static inline bool takes_word(const ogpi_scanner *s, size_t i)
{
    return s->spots[i].token->shape == OGPI_NODE_HAS_WORDS && !(s->spots[i + 1].token->affixes & OGPI_AFFIX_AND);
}

/* Where it leads; 0: nowhere, as with more than half of the words that their bits let through. */
static inline uint32_t second_node(const ogpi_scanner *s, size_t i)
{
    const ogpi_token *token = s->spots[i].token, *next = s->spots[i + 1].token;
    if (!token->classes || next->language != token->language || !may_go_on(s, OGPI_NODE_HAS_WORDS, i + 1))
        return 0;
    return ogpi_lang_child(ogpi_lang_of(s, i), token->node, next->number);
}

void ogpi_find_phrases(ogpi_scanner *s)
{
    size_t numbered = 0; /* one more than the last such word */
    s->phrase_count = 0;
    for (size_t i = 0; (i = ogpi_next_mark(s->marks.hints, i, ogpi_count(s), OGPI_HINT_LONGER)) < ogpi_count(s); i++) {
        uint32_t second = 0;
        s->marks.hints[i] &= (uint8_t)~OGPI_HINT_LONGER;
        if (takes_word(s, i) && (second = second_node(s, i)) == 0)
            continue;
        if (find_longer(s, i, second, false)) {
            s->marks.hints[i] |= OGPI_HINT_NUMBERED;
            numbered = i + 1;
        }
    }
    for (size_t i = 0; (i = ogpi_next_mark(s->marks.hints, i, numbered, OGPI_HINT_NUMBERED)) < numbered; i++)
        find_longer(s, i, 0, true);
}
