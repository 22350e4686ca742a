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
    out->code = lexicon->strings + head[OGPI_LANG_CODE];
    out->strings = lexicon->strings;
    out->slots = cells + head[OGPI_LANG_SLOTS];
    out->slot_mask = head[OGPI_LANG_SLOT_MASK];
    out->words = cells + head[OGPI_LANG_WORDS];
    out->nodes = cells + head[OGPI_LANG_NODES];
    out->lists = cells + head[OGPI_LANG_LISTS];
    out->outputs = cells + head[OGPI_LANG_OUTPUTS];
    out->masks = cells + head[OGPI_LANG_MASKS];
    out->edges = cells + head[OGPI_LANG_EDGES];
    out->edge_mask = head[OGPI_LANG_EDGE_MASK];
    out->sets = cells + head[OGPI_LANG_SETS];
    out->prefixes = cells + head[OGPI_LANG_PREFIXES];
    out->prefix_count = head[OGPI_LANG_PREFIX_COUNT];
    out->suffixes = cells + head[OGPI_LANG_SUFFIXES];
    out->suffix_count = head[OGPI_LANG_SUFFIX_COUNT];
    out->script = head[OGPI_LANG_SCRIPT];
    out->options = head[OGPI_LANG_OPTIONS];
    out->and_word = head[OGPI_LANG_AND];
    return true;
}

static uint32_t find_exact(const ogpi_lang *lang, const char *key, size_t length)
{
    uint32_t hash = ogpi_key_hash(key, length), slot = hash & lang->slot_mask;
    for (uint32_t entry; (entry = lang->slots[slot]) != 0; slot = (slot + 1) & lang->slot_mask) {
        uint32_t number = entry & 0xFFFF;
        if ((entry ^ hash) >> 16)
            continue;
        const char *string = lang->strings + ogpi_lang_word(lang, number).string;
        if ((unsigned char)string[-1] == length && memcmp(string, key, length) == 0)
            return number;
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
        const char *form = lang->strings + rule[OGPI_AFFIX_STRING];
        if (length < cut + 3 || key[length - 1] != form[cut - 1] || memcmp(key + length - cut, form, cut) != 0)
            continue;
        if (rule[OGPI_AFFIX_MARKS] & OGPI_AFFIX_VERB) {
            found.affixes = OGPI_AFFIX_VERB;
            continue;
        }
        memcpy(stem, key, length - cut);
        memcpy(stem + length - cut, lang->strings + rule[OGPI_AFFIX_ADD], add);
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
    const char *form = lang->strings + rule[OGPI_AFFIX_STRING];
    size_t cut = rule[OGPI_AFFIX_LENGTH];
    return length >= cut + 3 && key[1] == form[1] && memcmp(key, form, cut) == 0;
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
    uint32_t key = node << 16 | symbol;
    uint32_t slot = OGPI_EDGE_HASH(key) & lang->edge_mask;
    for (; lang->edges[2 * (size_t)slot + 1] != 0; slot = (slot + 1) & lang->edge_mask)
        if (lang->edges[2 * (size_t)slot] == key)
            return lang->edges[2 * (size_t)slot + 1];
    return 0;
}
