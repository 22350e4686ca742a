/* SPDX-License-Identifier: MIT */
/* What the lexicon says of a word. Texts repeat their words, so that what was found is remembered from text to text. */
#include "base/letters.h"
#include "text/scan.h"

#define KNOWN_WORDS 1024

/* A short key in a language, and the token made for it. A key has no byte 0, so an empty place is like none. */
typedef struct ogpi_known {
    uint64_t key[2];
    ogpi_token token;
} ogpi_known;

bool ogpi_remember_words(ogpi_scanner *s)
{
    if (!s->known)
        s->known = ogpi_calloc(s->allocator, KNOWN_WORDS, sizeof(*s->known));
    return s->known != NULL;
}

static uint64_t key_part(const char *key, size_t length)
{
    uint64_t part = ogpi_load_eight(key, 8);
    return length < 8 ? part & ~(~(uint64_t)0 << 8 * length) : part;
}

static ogpi_token make_token(const ogpi_scanner *s, size_t i, size_t language)
{
    const ogpi_lang *lang = &s->languages[language];
    const ogpi_word *word = &s->words.items[i];
    ogpi_found found = ogpi_lang_find(lang, ogpi_key(s, i), word->length, word->hash);
    ogpi_token token = { .language = (uint8_t)language, .affixes = found.affixes, .outside = found.outside, .number = found.number };
    if (!found.number)
        return token;
    ogpi_word_entry entry = ogpi_lang_word(lang, found.number);
    token.guess = entry.guess;
    token.node = entry.node;
    if (token.node) {
        ogpi_node_entry node = ogpi_lang_node(lang, token.node);
        token.classes = node.classes;
        token.shape = (uint8_t)node.shape;
        token.found = ogpi_ending(&node);
    }
    return token;
}

ogpi_token ogpi_look_up(const ogpi_scanner *s, size_t i, size_t language)
{
    const ogpi_word *word = &s->words.items[i];
    const char *key = ogpi_key(s, i);
    if (!s->known || word->length > 16)
        return make_token(s, i, language);
    ogpi_known *known = &s->known[(word->hash ^ (uint32_t)language * 0x9E3779B9u) % KNOWN_WORDS];
    uint64_t low = key_part(key, word->length), high = word->length > 8 ? key_part(key + 8, word->length - 8u) : 0;
    if (known->key[0] != low || known->key[1] != high || known->token.language != language)
        *known = (ogpi_known){ .key = { low, high }, .token = make_token(s, i, language) };
    return known->token;
}
