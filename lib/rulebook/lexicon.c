/* SPDX-License-Identifier: MIT */
#include "rulebook/lexicon.h"

#include "rulebook/lexicon_layout.h"

const char *ogpi_class_name(ogpi_class id)
{
    static const char *const names[OGPI_CLASS_COUNT] = {
#define OGPI_CLASS(name) #name,
        OGPI_CLASSES(OGPI_CLASS)
#undef OGPI_CLASS
    };
    return id < OGPI_CLASS_COUNT ? names[id] : "";
}

size_t ogpi_lexicon_count(const ogpi_lexicon *lexicon)
{
    return lexicon && lexicon->cell_count ? lexicon->cells[0] : 0;
}

bool ogpi_lexicon_at(ogpi_lang *out, const ogpi_lexicon *lexicon, size_t index)
{
    if (index >= ogpi_lexicon_count(lexicon))
        return false;
    const uint32_t *cells = lexicon->cells, *head = cells + 1 + index * OGPI_LANG_CELLS;
    *out = (ogpi_lang){
        .code = (const char *)lexicon->bytes + head[OGPI_LANG_CODE],
        .bytes = lexicon->bytes,
        .slots = lexicon->halves + head[OGPI_LANG_SLOTS],
        .tags = lexicon->bytes + head[OGPI_LANG_TAGS],
        .slot_count = head[OGPI_LANG_SLOT_COUNT],
        .blocks = cells + head[OGPI_LANG_BLOCKS],
        .kinds_of = lexicon->halves + head[OGPI_LANG_KINDS_OF],
        .kinds = lexicon->halves + head[OGPI_LANG_KINDS],
        .sets = lexicon->halves + head[OGPI_LANG_SETS],
        .nodes = cells + head[OGPI_LANG_NODES],
        .edges = lexicon->halves + head[OGPI_LANG_EDGES],
        .outputs = cells + head[OGPI_LANG_OUTPUTS],
        .prefixes = cells + head[OGPI_LANG_PREFIXES],
        .prefix_count = head[OGPI_LANG_PREFIX_COUNT],
        .suffixes = cells + head[OGPI_LANG_SUFFIXES],
        .suffix_count = head[OGPI_LANG_SUFFIX_COUNT],
        .and_word = head[OGPI_LANG_AND],
        .script = head[OGPI_LANG_SCRIPT],
        .options = head[OGPI_LANG_OPTIONS],
    };
    return true;
}

/* Whether the word of that number is the key: its block is read from the front. */
static bool is_word(const ogpi_lang *lang, uint32_t number, const char *key, size_t length)
{
    char word[OGPI_KEY_MAX];
    size_t size = 0;
    const uint8_t *p = lang->bytes + lang->blocks[(number - 1) / OGPI_BLOCK_WORDS];
    for (uint32_t i = 0; i <= (number - 1) % OGPI_BLOCK_WORDS; i++) {
        size = (size_t)p[0] + p[1];
        memcpy(word + p[0], p + 2, p[1]);
        p += 2 + p[1];
    }
    return size == length && memcmp(word, key, length) == 0;
}

static uint32_t find_exact(const ogpi_lang *lang, const char *key, size_t length)
{
    uint32_t hash = ogpi_key_hash(key, length), slot = OGPI_SLOT(hash, lang->slot_count);
    for (uint32_t number; (number = lang->slots[slot]) != 0;) {
        if (lang->tags[slot] == OGPI_TAG(hash) && is_word(lang, number, key, length))
            return number;
        if (++slot == lang->slot_count)
            slot = 0;
    }
    return 0;
}

/* The key without each suffix that it has, and with what stands for the suffix. */
static ogpi_found find_suffixed(const ogpi_lang *lang, const char *key, size_t length)
{
    char stem[OGPI_KEY_MAX + 32 + OGPI_KEY_PAD] = { 0 };
    ogpi_found found = { 0 };
    for (uint32_t i = 0; i < lang->suffix_count; i++) {
        const uint32_t *rule = lang->suffixes + (size_t)i * OGPI_AFFIX_CELLS;
        size_t cut = rule[OGPI_AFFIX_LENGTH], add = rule[OGPI_AFFIX_ADD_LENGTH];
        const char *form = (const char *)lang->bytes + rule[OGPI_AFFIX_STRING];
        if (length < cut + 3 || key[length - 1] != form[cut - 1] || memcmp(key + length - cut, form, cut) != 0)
            continue;
        if (rule[OGPI_AFFIX_MARKS] & OGPI_AFFIX_VERB) {
            found.affixes = OGPI_AFFIX_VERB;
            continue;
        }
        memcpy(stem, key, length - cut);
        memcpy(stem + length - cut, lang->bytes + rule[OGPI_AFFIX_ADD], add);
        found.number = find_exact(lang, stem, length - cut + add);
        if (found.number) {
            found.suffix = (uint8_t)cut;
            found.affixes = (uint8_t)rule[OGPI_AFFIX_MARKS];
            return found;
        }
    }
    return found;
}

static bool has_prefix(const ogpi_lang *lang, const uint32_t *rule, const char *key, size_t length)
{
    const char *form = (const char *)lang->bytes + rule[OGPI_AFFIX_STRING];
    size_t cut = rule[OGPI_AFFIX_LENGTH];
    return length >= cut + 3 && key[cut - 1] == form[cut - 1] && memcmp(key, form, cut) == 0;
}

/* The key without each prefix that it has; with suffixes off too in the second pass. */
static ogpi_found find_prefixed(const ogpi_lang *lang, const char *key, size_t length, bool suffixes)
{
    ogpi_found found = { 0 };
    for (uint32_t i = 0; i < lang->prefix_count; i++) {
        const uint32_t *rule = lang->prefixes + (size_t)i * OGPI_AFFIX_CELLS;
        size_t cut = rule[OGPI_AFFIX_LENGTH];
        if (!has_prefix(lang, rule, key, length))
            continue;
        if (suffixes)
            found = find_suffixed(lang, key + cut, length - cut);
        else
            found.number = find_exact(lang, key + cut, length - cut);
        if (found.number) {
            found.prefix = (uint8_t)cut;
            found.outside = (uint8_t)rule[OGPI_AFFIX_OUTSIDE];
            found.affixes |= (uint8_t)rule[OGPI_AFFIX_MARKS];
            return found;
        }
    }
    return found;
}

/* A word in no list: the article, if it has one, still shows. */
static ogpi_found find_article(const ogpi_lang *lang, const char *key, size_t length, ogpi_found found)
{
    for (uint32_t i = 0; i < lang->prefix_count; i++) {
        const uint32_t *rule = lang->prefixes + (size_t)i * OGPI_AFFIX_CELLS;
        if (!(rule[OGPI_AFFIX_MARKS] & OGPI_AFFIX_THE) || !has_prefix(lang, rule, key, length))
            continue;
        found.affixes |= (uint8_t)rule[OGPI_AFFIX_MARKS];
        found.outside = (uint8_t)rule[OGPI_AFFIX_OUTSIDE];
        break;
    }
    return found;
}

ogpi_found ogpi_lang_find(const ogpi_lang *lang, const char *key, size_t length)
{
    ogpi_found found = { 0 };
    if (length == 0 || length > OGPI_KEY_MAX)
        return found;
    found.number = find_exact(lang, key, length);
    if (found.number)
        return found;
    if (lang->prefix_count && (found = find_prefixed(lang, key, length, false)).number)
        return found;
    if (lang->suffix_count && (found = find_suffixed(lang, key, length)).number)
        return found;
    if (lang->prefix_count && lang->suffix_count) {
        ogpi_found both = find_prefixed(lang, key, length, true);
        return both.number ? both : find_article(lang, key, length, found);
    }
    return found;
}

uint32_t ogpi_lang_child(const ogpi_lang *lang, uint32_t node, uint32_t symbol)
{
    ogpi_node_entry at = ogpi_lang_node(lang, node);
    uint32_t low = 0, high = at.edge_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2, found = at.edges[2 * middle];
        if (found == symbol)
            return at.edges[2 * middle + 1];
        if (found < symbol)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}
