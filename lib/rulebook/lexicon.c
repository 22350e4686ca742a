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
        .slot_count = head[OGPI_LANG_SLOT_COUNT],
        .tag_bits = head[OGPI_LANG_TAG_BITS],
        .tag_mask = ((uint32_t)1 << head[OGPI_LANG_TAG_BITS]) - 1,
        .word_count = head[OGPI_LANG_WORD_COUNT],
        .keys = lexicon->bytes + head[OGPI_LANG_KEYS],
        .pairs = lexicon->halves + head[OGPI_LANG_PAIRS],
        .blocks = lexicon->halves + head[OGPI_LANG_BLOCKS],
        .block_bytes = head[OGPI_LANG_BLOCK_BYTES],
        .nodes = lexicon->halves + head[OGPI_LANG_NODES],
        .edges = lexicon->halves + head[OGPI_LANG_EDGES],
        .groups = lexicon->halves + head[OGPI_LANG_GROUPS],
        .group_first = head[OGPI_LANG_GROUP_FIRST],
        .group_count = head[OGPI_LANG_GROUP_COUNT],
        .looks = lexicon->halves + cells[OGPI_LEXICON_LOOKS],
        .masks = cells + cells[OGPI_LEXICON_MASKS],
        .outputs = cells + cells[OGPI_LEXICON_OUTPUTS],
        .sets = lexicon->halves + cells[OGPI_LEXICON_SETS],
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
        .and_node = head[OGPI_LANG_AND_NODE],
        .script = head[OGPI_LANG_SCRIPT],
        .options = head[OGPI_LANG_OPTIONS],
    };
    return true;
}

/* How many bytes of the key are those that a word's own bytes stand for, from *same on. True where they are all. */
static inline bool matches(const uint16_t *pairs, const uint8_t *own, const uint8_t *end, const char *key,
                           size_t length, size_t *same)
{
    size_t at = *same;
    for (; own < end && at < length; own++) {
        unsigned pair = pairs[*own];
        if ((uint8_t)key[at] != (uint8_t)pair)
            break;
        at++;
        if (pair > UINT8_MAX && (uint8_t)key[at] != pair >> 8)
            break;
        at += pair > UINT8_MAX;
    }
    *same = at;
    return own == end && at == length;
}

/* How many bytes a word's node has, by the first of them. */
static inline size_t node_bytes(const uint8_t *node)
{
    return 1u + (node[0] >= OGPI_BLOCK_NODES) + (node[0] == OGPI_BLOCK_WIDE);
}

static inline uint32_t read_node(const uint8_t *node)
{
    if (node[0] < OGPI_BLOCK_NODES)
        return node[0];
    if (node[0] < OGPI_BLOCK_WIDE)
        return ((uint32_t)(node[0] - OGPI_BLOCK_NODES) << 8 | node[1]) + OGPI_BLOCK_NODES;
    return (uint32_t)node[2] << 8 | node[1];
}

/* The word of a block that is the key. */
static inline ogpi_found find_in_block(const ogpi_lang *lang, uint32_t block, const char *key, size_t length)
{
    const uint8_t *p = ogpi_lang_block(lang, block);
    uint32_t first = block * OGPI_BLOCK_WORDS, left = lang->word_count - first;
    left = left < OGPI_BLOCK_WORDS ? left : OGPI_BLOCK_WORDS;
    size_t same = 0; /* bytes that the word before and the key begin with alike */
    for (uint32_t number = first; number < first + left; number++) {
        size_t sizes = *p++, size = sizes & OGPI_BLOCK_LONG;
        if (size == OGPI_BLOCK_LONG)
            size = *p++;
        if (sizes >> 4 <= same) {
            same = sizes >> 4;
            if (matches(lang->pairs, p + node_bytes(p), p + size, key, length, &same))
                return (ogpi_found){.number = (uint16_t)(number + 1), .node = (uint16_t)read_node(p)};
        }
        p += size;
    }
    return (ogpi_found){0};
}

/* Four slots as one number, the first of them lowest. */
static inline uint64_t four_slots(const uint16_t *slots)
{
    return slots[0] | (uint32_t)slots[1] << 16 | (uint64_t)slots[2] << 32 | (uint64_t)slots[3] << 48;
}

/* The highest bit of each of four numbers that is 0; the lowest that is set is surely right, one above may not be. */
static inline uint64_t zeros_of_four(uint64_t four)
{
    const uint64_t ones = UINT64_C(0x0001000100010001);
    return (four - ones) & ~four & ones << 15;
}

static ogpi_found find_exact(const ogpi_lang *lang, const char *key, size_t length, uint32_t hash)
{
    const uint64_t ones = UINT64_C(0x0001000100010001), mask = ones * lang->tag_mask,
                   tag = ones * (hash & lang->tag_mask);
    uint32_t buckets = lang->slot_count / OGPI_BUCKET, bucket = OGPI_BUCKET_OF(hash, buckets);
    for (;;) {
        const uint16_t *slots = lang->slots + (size_t)bucket * OGPI_BUCKET;
        uint64_t front = zeros_of_four((four_slots(slots) ^ tag) & mask),
                 back = zeros_of_four((four_slots(slots + 4) ^ tag) & mask);
        for (uint64_t like = front | back >> 1; like; like &= like - 1) {
            unsigned bit = (unsigned)__builtin_ctzll(like);
            uint32_t place = slots[bit / 16 + (bit % 2 ? 0 : 4)] >> lang->tag_bits;
            ogpi_found found = place ? find_in_block(lang, place - 1, key, length) : (ogpi_found){0};
            if (found.number)
                return found;
        }
        if (slots[OGPI_BUCKET - 1] == 0)
            return (ogpi_found){0};
        if (++bucket == buckets)
            bucket = 0;
    }
}

/* Affixes are short. */
static inline bool same(const char *key, const uint8_t *affix, size_t length)
{
    while (length > 0 && (uint8_t)key[length - 1] == affix[length - 1])
        length--;
    return length == 0;
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
static ogpi_found find_stem(const ogpi_lang *lang, const uint32_t *rule, const char *key, size_t length)
{
    char stem[OGPI_KEY_MAX + 32 + OGPI_KEY_PAD];
    size_t kept = length - rule[OGPI_AFFIX_LENGTH], add = rule[OGPI_AFFIX_ADD_LENGTH];
    for (size_t i = 0; i < kept; i += 8)
        ogpi_eight_store(stem + i, ogpi_eight_load(key + i));
    for (size_t i = 0; i < add; i++)
        stem[kept + i] = (char)lang->bytes[rule[OGPI_AFFIX_ADD] + i];
    stem[kept + add] = '\0'; /* a pair's second byte is looked at there */
    return find_exact(lang, stem, kept + add, ogpi_key_hash(stem, kept + add));
}

/* The key without each suffix that it has. */
static ogpi_found find_suffixed(const ogpi_lang *lang, const char *key, size_t length)
{
    ogpi_found found = { 0 };
    for (uint32_t mask = mask_of(lang->suffix_masks, key[length - 1]); mask;) {
        const uint32_t *rule = next_affix(lang->suffixes, &mask);
        size_t cut = rule[OGPI_AFFIX_LENGTH];
        if (length < cut + 3 || !same(key + length - cut, lang->bytes + rule[OGPI_AFFIX_STRING], cut))
            continue;
        if (rule[OGPI_AFFIX_MARKS] & OGPI_AFFIX_VERB) {
            found.affixes = OGPI_AFFIX_VERB;
            continue;
        }
        ogpi_found stem = find_stem(lang, rule, key, length);
        if (stem.number) {
            stem.suffix = (uint8_t)cut;
            stem.affixes = (uint8_t)rule[OGPI_AFFIX_MARKS];
            return stem;
        }
    }
    return found;
}

static bool has_prefix(const ogpi_lang *lang, const uint32_t *rule, const char *key, size_t length)
{
    size_t cut = rule[OGPI_AFFIX_LENGTH];
    return length >= cut + 3 && same(key, lang->bytes + rule[OGPI_AFFIX_STRING], cut);
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
            found = find_exact(lang, key + cut, length - cut, ogpi_key_hash(key + cut, length - cut));
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
    found = find_exact(lang, key, length, hash);
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
