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
static void take_outputs(search *x, const ogpi_node_entry *node, size_t at)
{
    const uint32_t *output = node->outputs;
    uint64_t classes = at - x->first > 1 ? x->allowed : x->allowed & ~x->own;
    for (uint32_t i = 0; i < node->output_count; i++, output++) {
        uint32_t id = ogpi_output_class(*output);
        ogpi_phrase *phrase = classes >> id & 1 ? phrase_of(x, id) : NULL;
        if (phrase && at - x->first > phrase->length && at - x->first <= UINT16_MAX) {
            phrase->length = (uint16_t)(at - x->first);
            phrase->value = ogpi_output_value(*output);
        }
    }
}

static void walk_child(search *x, const ogpi_node_entry *entry, uint32_t symbol, size_t at)
{
    uint32_t child = ogpi_child_of(entry, symbol);
    if (child)
        walk(x, child, at);
}

/* The word at `at` goes on with the phrase: as itself, as a member of its sets. */
static void walk_itself(search *x, const ogpi_node_entry *entry, size_t at)
{
    const ogpi_token *token = x->s->spots[at].token;
    if (entry->shape & OGPI_NODE_HAS_WORDS)
        walk_child(x, entry, token->number, at + 1);
    if (entry->shape & OGPI_NODE_HAS_SETS) {
        uint32_t first = ogpi_lang_word(x->lang, token->number).sets;
        for (const uint16_t *symbol = x->lang->sets + first; first && *symbol; symbol++)
            walk_child(x, entry, *symbol, at + 1);
    }
}

/* ... and with its own "and" prefix. */
static void walk_word(search *x, const ogpi_node_entry *entry, size_t at)
{
    const ogpi_token *token = x->s->spots[at].token;
    uint32_t child = 0;
    if ((token->affixes & OGPI_AFFIX_AND) && (entry->shape & OGPI_NODE_HAS_WORDS) &&
        (child = ogpi_child_of(entry, x->lang->and_word)) != 0) {
        ogpi_node_entry after = ogpi_lang_node(x->lang, child);
        walk_itself(x, &after, at);
    }
    walk_itself(x, entry, at);
}

static void walk_number(search *x, const ogpi_node_entry *entry, size_t at)
{
    ogpi_number number;
    if (!x->numbers)
        x->numbered |= ogpi_may_be_number(x->s, at);
    else if (ogpi_number_at(x->s, at, &number))
        walk_child(x, entry, OGPI_SYMBOL_NUMBER, number.next);
}

/* Whether the word at `at` may go on with a phrase from a node of this shape. */
static inline bool may_go_on(const ogpi_scanner *s, uint32_t shape, size_t at)
{
    return shape && at < s->words.count && !(ogpi_flags(s, at) & OGPI_WORD_BREAK) &&
           (s->spots[at].token->number || (shape & (OGPI_NODE_HAS_ANY | OGPI_NODE_HAS_NUMBER)));
}

/* All that leads on from a node. */
static void walk_on(search *x, const ogpi_node_entry *entry, size_t at)
{
    const ogpi_scanner *s = x->s;
    const ogpi_token *token = s->spots[at].token;
    if (token->number && token->language == x->language)
        walk_word(x, entry, at);
    if ((entry->shape & OGPI_NODE_HAS_ANY) && ogpi_is_kind(s, at, OGPI_WORD) && !(token->classes & OGPI_BIT(and)))
        walk_child(x, entry, OGPI_SYMBOL_ANY, at + 1);
    if (entry->shape & OGPI_NODE_HAS_NUMBER)
        walk_number(x, entry, at);
}

/* On from a node, in a loop where nothing but the word itself may lead on: from most nodes. */
static void walk_from(search *x, const ogpi_node_entry *from, size_t at)
{
    ogpi_node_entry nodes[2]; /* in turn: no entry is copied */
    for (unsigned turn = 0; may_go_on(x->s, from->shape, at); at++, turn ^= 1) {
        const ogpi_token *token = x->s->spots[at].token;
        if (from->shape != OGPI_NODE_HAS_WORDS || (token->affixes & OGPI_AFFIX_AND)) {
            walk_on(x, from, at);
            return;
        }
        uint32_t child = token->language == x->language ? ogpi_child_of(from, token->number) : 0;
        if (!child)
            return;
        from = &nodes[turn];
        nodes[turn] = ogpi_lang_node(x->lang, child);
        if (!(from->classes & x->allowed))
            return;
        take_outputs(x, from, at + 1);
    }
}

static void walk(search *x, uint32_t node, size_t at)
{
    ogpi_node_entry entry = ogpi_lang_node(x->lang, node);
    if (!(entry.classes & x->allowed))
        return;
    take_outputs(x, &entry, at);
    walk_from(x, &entry, at);
}

/* A phrase that begins with "and", where that is a prefix. */
static void walk_after_and(search *x, const ogpi_token *token)
{
    uint32_t word = x->lang->and_word, node = word ? ogpi_lang_word(x->lang, word).node : 0;
    x->allowed = ~(uint64_t)0;
    if (node) {
        ogpi_node_entry entry = ogpi_lang_node(x->lang, node);
        walk_child(x, &entry, token->number, x->first + 1);
    }
}

/* Tells the words behind the phrases of word i in the list which classes end there. */
static void mark_ends(ogpi_scanner *s, size_t i)
{
    const ogpi_spot *spot = &s->spots[i];
    for (unsigned k = 0; k < spot->count; k++) {
        const ogpi_phrase *phrase = &s->phrases[spot->first + k];
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

/* Phrases of more than the word alone. Whether numbers within them were left out. */
static bool find_longer(ogpi_scanner *s, size_t i, bool numbers)
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
    if (token->classes) {
        ogpi_node_entry node = ogpi_lang_node(x.lang, token->node);
        walk_from(&x, &node, i + 1);
    }
    if (token->shape & OGPI_SHAPE_AFTER_AND)
        walk_after_and(&x, token);
    spot->first = x.list;
    spot->count = (uint32_t)s->phrase_count - x.list;
    spot->found = token->found | x.found;
    if (x.found) {
        s->present |= x.found;
        if (x.found & ~token->found) /* what the word is by itself is marked already */
            s->marks.starts[i] |= ogpi_starts_of(x.found & ~token->found);
        s->marks.hints[i + 1] |= x.found & OGPI_BIT(act) ? OGPI_HINT_PASSIVE : 0;
        mark_ends(s, i);
    }
    return x.numbered;
}

/* Whether only words lead on from word i, and surely not the next one: more than half of those that its bits let
   through. */
static inline bool leads_nowhere(const ogpi_scanner *s, size_t i)
{
    const ogpi_token *token = s->spots[i].token, *next = s->spots[i + 1].token;
    if (token->shape != OGPI_NODE_HAS_WORDS || (next->affixes & OGPI_AFFIX_AND))
        return false;
    ogpi_node_entry node = ogpi_lang_node(ogpi_lang_of(s, i), token->node);
    return !ogpi_child_of(&node, next->number);
}

void ogpi_find_phrases(ogpi_scanner *s)
{
    size_t numbered = 0; /* one more than the last such word */
    s->phrase_count = 0;
    for (size_t i = 0; (i = ogpi_next_mark(s->marks.hints, i, ogpi_count(s), OGPI_HINT_LONGER)) < ogpi_count(s); i++) {
        if (!leads_nowhere(s, i) && find_longer(s, i, false)) {
            s->marks.hints[i] |= OGPI_HINT_NUMBERED;
            numbered = i + 1;
        }
    }
    for (size_t i = 0; (i = ogpi_next_mark(s->marks.hints, i, numbered, OGPI_HINT_NUMBERED)) < numbered; i++)
        find_longer(s, i, true);
}
