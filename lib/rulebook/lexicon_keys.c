/* SPDX-License-Identifier: MIT */
#include "rulebook/lexicon_keys.h"

#include "rulebook/lexicon_pairs.h"

/* How many bytes a word shares with the one before in its block. */
static size_t shared(const ogpi_sorted_word *words, uint32_t number)
{
    if (number % OGPI_BLOCK_WORDS == 0)
        return 0;
    const ogpi_sorted_word *word = &words[number], *before = word - 1;
    size_t i = 0;
    while (i < OGPI_BLOCK_SHARED && i < before->length && i < word->length && before->key[i] == word->key[i])
        i++;
    return i;
}

/* What words have of their own, each ended by a 0, in pairs. */
static void write_own(ogpi_buffer *own, ogpi_lexicon_out *out, uint32_t pairs, const ogpi_sorted_word *words,
                      uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        size_t front = shared(words, i);
        ogpi_buffer_add(own, words[i].key + front, words[i].length - front);
        ogpi_buffer_add(own, "", 1);
    }
    out->failed |= own->failed ||
                   !ogpi_pairs_write(out->halves + pairs, (uint8_t *)own->data, &own->length, out->allocator);
}

/* The bytes that stand for a node; how many. */
static size_t write_node(char bytes[3], uint32_t node)
{
    uint32_t above = node - OGPI_BLOCK_NODES;
    if (node < OGPI_BLOCK_NODES) {
        bytes[0] = (char)node;
        return 1;
    }
    bool wide = above >> 8 >= OGPI_BLOCK_WIDE - OGPI_BLOCK_NODES;
    bytes[0] = (char)(wide ? OGPI_BLOCK_WIDE : OGPI_BLOCK_NODES + (above >> 8));
    bytes[1] = (char)(wide ? node : above);
    bytes[2] = (char)(node >> 8);
    return wide ? 3 : 2;
}

/* Blocks one after the other; `begin` receives where each begins in the bytes. */
static void write_blocks(ogpi_lexicon_out *out, uint32_t *begin, const char *own, const ogpi_sorted_word *words,
                         uint32_t count)
{
    for (uint32_t i = 0; i < count && !out->failed; i++) {
        char node[3];
        size_t length = strlen(own), before = write_node(node, words[i].node), size = before + length,
               nibble = size < OGPI_BLOCK_LONG ? size : OGPI_BLOCK_LONG;
        if (i % OGPI_BLOCK_WORDS == 0)
            begin[i / OGPI_BLOCK_WORDS] = (uint32_t)out->bytes.length;
        ogpi_out_bytes(out, (const char[]){(char)(shared(words, i) << 4 | nibble), (char)size},
                       size < OGPI_BLOCK_LONG ? 1 : 2);
        ogpi_out_bytes(out, node, before);
        ogpi_out_bytes(out, own, length);
        own += length + 1;
    }
}

/* Where each block begins: by how much it is off from where blocks of the same size would. */
static bool write_begin(ogpi_lexicon_out *out, uint32_t *head, const uint32_t *begin, uint32_t count)
{
    uint32_t blocks = ogpi_out_halves(out, count), keys = count ? begin[0] : 0,
             step = count ? ((uint32_t)out->bytes.length - keys) / count : 0;
    bool near = true;
    for (uint32_t i = 0; i < count && !out->failed; i++) {
        int64_t off = (int64_t)begin[i] - keys - (int64_t)i * step;
        near &= off == (int16_t)off;
        out->halves[blocks + i] = (uint16_t)off;
    }
    head[OGPI_LANG_KEYS] = keys;
    head[OGPI_LANG_BLOCKS] = blocks;
    head[OGPI_LANG_BLOCK_BYTES] = step;
    return near;
}

bool ogpi_lexicon_write_keys(ogpi_lexicon_out *out, uint32_t *head, const ogpi_sorted_word *words, uint32_t count)
{
    uint32_t blocks = (count + OGPI_BLOCK_WORDS - 1) / OGPI_BLOCK_WORDS, pairs = ogpi_out_halves(out, OGPI_PAIRS);
    uint32_t *begin = ogpi_calloc(out->allocator, blocks + 1, sizeof(*begin));
    ogpi_buffer own;
    bool near = true;
    ogpi_buffer_init(&own, out->allocator);
    out->failed |= !begin;
    head[OGPI_LANG_WORD_COUNT] = count;
    head[OGPI_LANG_PAIRS] = pairs;
    if (!out->failed)
        write_own(&own, out, pairs, words, count);
    if (!out->failed) {
        write_blocks(out, begin, own.data, words, count);
        near = write_begin(out, head, begin, blocks);
    }
    ogpi_buffer_clear(&own);
    ogpi_free(out->allocator, begin);
    return near;
}
