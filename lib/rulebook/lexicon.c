/* SPDX-License-Identifier: MIT */
#include "rulebook/lexicon.h"

#include "base/eight.h"
#include "rulebook/lexicon_layout.h"

size_t ogpi_lexicon_count(const ogpi_lexicon *lexicon)
{
    return lexicon && lexicon->cell_count ? lexicon->cells[OGPI_LEXICON_COUNT] : 0;
}

size_t ogpi_lexicon_default(const ogpi_lexicon *lexicon)
{
    return lexicon ? lexicon->cells[OGPI_LEXICON_DEFAULT] : 0;
}

const char *ogpi_lexicon_elided(const ogpi_lexicon *lexicon)
{
    return lexicon ? (const char *)lexicon->bytes : NULL;
}

bool ogpi_lexicon_at(ogpi_lang *out, const ogpi_lexicon *lexicon, size_t index)
{
    if (index >= ogpi_lexicon_count(lexicon))
        return false;
    const uint32_t *cells = lexicon->cells, *head = cells + OGPI_LEXICON_HEADS + index * OGPI_LANG_CELLS;
    *out = (ogpi_lang){
        .code = (const char *)lexicon->bytes + head[OGPI_LANG_CODE],
        .bytes = lexicon->bytes,
        .slots = lexicon->halves + head[OGPI_LANG_SLOTS],
        .tags = lexicon->bytes + head[OGPI_LANG_TAGS],
        .slot_count = head[OGPI_LANG_SLOT_COUNT],
        .keys = lexicon->bytes + head[OGPI_LANG_KEYS],
        .blocks = lexicon->halves + head[OGPI_LANG_BLOCKS],
        .block_bytes = head[OGPI_LANG_BLOCK_BYTES],
        .kinds_of = lexicon->halves + head[OGPI_LANG_KINDS_OF],
        .kinds = lexicon->halves + head[OGPI_LANG_KINDS],
        .sets = lexicon->halves + head[OGPI_LANG_SETS],
        .nodes = cells + head[OGPI_LANG_NODES],
        .masks = cells + head[OGPI_LANG_MASKS],
        .edges = lexicon->halves + head[OGPI_LANG_EDGES],
        .outputs = cells + head[OGPI_LANG_OUTPUTS],
        .prefixes = cells + head[OGPI_LANG_PREFIXES],
        .prefix_count = head[OGPI_LANG_PREFIX_COUNT],
        .prefix_masks = cells + head[OGPI_LANG_PREFIX_MASKS],
        .suffixes = cells + head[OGPI_LANG_SUFFIXES],
        .suffix_count = head[OGPI_LANG_SUFFIX_COUNT],
        .suffix_masks = cells + head[OGPI_LANG_SUFFIX_MASKS],
        .forms = cells + head[OGPI_LANG_FORMS],
        .form_count = head[OGPI_LANG_FORM_COUNT],
        .form_masks = cells + head[OGPI_LANG_FORM_MASKS],
        .and_word = head[OGPI_LANG_AND],
        .script = head[OGPI_LANG_SCRIPT],
        .options = head[OGPI_LANG_OPTIONS],
    };
    return true;
}

/* Bytes that two strings begin with alike, at most `most`. */
static size_t alike(const uint8_t *a, const char *b, size_t most)
{
    size_t i = 0;
    while (i < most && a[i] == (uint8_t)b[i])
        i++;
    return i;
}

/* Whether the word of that number is the key: its block is read from the front. */
static bool is_word(const ogpi_lang *lang, uint32_t number, const char *key, size_t length)
{
    const uint8_t *p = ogpi_lang_block(lang, (number - 1) / OGPI_BLOCK_WORDS);
    size_t same = 0; /* bytes that the word at hand and the key begin with alike */
    for (uint32_t left = (number - 1) % OGPI_BLOCK_WORDS;; left--) {
        size_t front = *p >> 4, own = *p & OGPI_BLOCK_LONG;
        p++;
        if (own == OGPI_BLOCK_LONG)
            own = *p++;
        if (front <= same)
            same = front + alike(p, key + front, own < length - front ? own : length - front);
        if (left == 0)
            return same == length && front + own == length;
        p += own;
    }
}

static uint32_t find_exact(const ogpi_lang *lang, const char *key, size_t length, uint32_t hash)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones * 0x80, tag = ones * OGPI_TAG(hash);
    uint32_t buckets = lang->slot_count / OGPI_BUCKET, bucket = OGPI_BUCKET_OF(hash, buckets);
    for (;;) {
        uint64_t tags = ogpi_eight_load(lang->tags + (size_t)bucket * OGPI_BUCKET), other = tags ^ tag;
        /* The lowest bit set is that of a like tag; one above it may not be, which the word itself tells. */
        for (uint64_t like = (other - ones) & ~other & tops; like; like &= like - 1) {
            uint32_t number = lang->slots[(size_t)bucket * OGPI_BUCKET + (unsigned)__builtin_ctzll(like) / 8];
            if (number && is_word(lang, number, key, length))
                return number;
        }
        if (~tags & tops)
            return 0;
        if (++bucket == buckets)
            bucket = 0;
    }
}

/* The next affix of a mask, taken out of it. */
static const uint32_t *next_affix(const uint32_t *affixes, uint32_t *mask)
{
    unsigned i = (unsigned)__builtin_ctz(*mask);
    *mask &= *mask - 1;
    return affixes + (size_t)i * OGPI_AFFIX_CELLS;
}

static uint32_t mask_of(const uint32_t *masks, char byte)
{
    return masks[(unsigned char)byte % OGPI_AFFIX_MASKS];
}

/* The key with what stands for the suffix instead of it. */
static uint32_t find_stem(const ogpi_lang *lang, const uint32_t *rule, const char *key, size_t length)
{
    char stem[OGPI_KEY_MAX + 32 + OGPI_KEY_PAD];
    size_t kept = length - rule[OGPI_AFFIX_LENGTH], add = rule[OGPI_AFFIX_ADD_LENGTH];
    memcpy(stem, key, kept);
    memcpy(stem + kept, lang->bytes + rule[OGPI_AFFIX_ADD], add);
    memset(stem + kept + add, 0, OGPI_KEY_PAD);
    return find_exact(lang, stem, kept + add, ogpi_key_hash(stem, kept + add));
}

/* The key without each suffix that it has. */
static ogpi_found find_suffixed(const ogpi_lang *lang, const char *key, size_t length)
{
    ogpi_found found = { 0 };
    for (uint32_t mask = mask_of(lang->suffix_masks, key[length - 1]); mask;) {
        const uint32_t *rule = next_affix(lang->suffixes, &mask);
        size_t cut = rule[OGPI_AFFIX_LENGTH];
        if (length < cut + 3 || memcmp(key + length - cut, lang->bytes + rule[OGPI_AFFIX_STRING], cut) != 0)
            continue;
        if (rule[OGPI_AFFIX_MARKS] & OGPI_AFFIX_VERB) {
            found.affixes = OGPI_AFFIX_VERB;
        } else if ((found.number = find_stem(lang, rule, key, length)) != 0) {
            found.suffix = (uint8_t)cut;
            found.affixes = (uint8_t)rule[OGPI_AFFIX_MARKS];
            return found;
        }
    }
    return found;
}

static bool has_prefix(const ogpi_lang *lang, const uint32_t *rule, const char *key, size_t length)
{
    size_t cut = rule[OGPI_AFFIX_LENGTH];
    return length >= cut + 3 && memcmp(key, lang->bytes + rule[OGPI_AFFIX_STRING], cut) == 0;
}

/* The key without each prefix that it has; with suffixes off too in the second pass. */
static ogpi_found find_prefixed(const ogpi_lang *lang, const char *key, size_t length, bool suffixes)
{
    ogpi_found found = { 0 };
    for (uint32_t mask = mask_of(lang->prefix_masks, key[1]); mask;) {
        const uint32_t *rule = next_affix(lang->prefixes, &mask);
        size_t cut = rule[OGPI_AFFIX_LENGTH];
        if (!has_prefix(lang, rule, key, length))
            continue;
        if (suffixes)
            found = find_suffixed(lang, key + cut, length - cut);
        else
            found.number = find_exact(lang, key + cut, length - cut, ogpi_key_hash(key + cut, length - cut));
        if ((found.affixes & OGPI_AFFIX_OWNER) && (rule[OGPI_AFFIX_MARKS] & OGPI_AFFIX_THE))
            found = (ogpi_found){0}; /* what has an owner has no article: "العقبة" is not "the" and "behind it" */
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
    for (uint32_t mask = mask_of(lang->prefix_masks, key[1]); mask;) {
        const uint32_t *rule = next_affix(lang->prefixes, &mask);
        if (!(rule[OGPI_AFFIX_MARKS] & OGPI_AFFIX_THE) || !has_prefix(lang, rule, key, length))
            continue;
        found.affixes |= (uint8_t)rule[OGPI_AFFIX_MARKS];
        found.outside = (uint8_t)rule[OGPI_AFFIX_OUTSIDE];
        break;
    }
    return found;
}

ogpi_found ogpi_lang_find(const ogpi_lang *lang, const char *key, size_t length, uint32_t hash)
{
    ogpi_found found = { 0 };
    if (length == 0 || length > OGPI_KEY_MAX)
        return found;
    found.number = find_exact(lang, key, length, hash);
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
    return ogpi_child_of(&at, symbol);
}
