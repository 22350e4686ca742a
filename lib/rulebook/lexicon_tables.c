/* SPDX-License-Identifier: MIT */
/* The growing tables of one language: words, phrases, sets. */
#include "rulebook/lexicon_build.h"

#include "base/error.h"

static bool grow_index(const ogp_allocator *allocator, uint32_t **index, size_t *size)
{
    size_t larger = *size ? *size * 2 : 4096;
    uint32_t *fresh = ogpi_calloc(allocator, larger, sizeof(*fresh));
    if (!fresh)
        return false;
    ogpi_free(allocator, *index);
    *index = fresh;
    *size = larger;
    return true;
}

static void place_word(ogpi_builder *b, uint32_t number)
{
    const char *string = b->strings->data + b->words[number - 1].string;
    size_t slot = ogpi_key_hash(string, (unsigned char)string[-1]) & (b->slot_count - 1);
    while (b->slots[slot])
        slot = (slot + 1) & (b->slot_count - 1);
    b->slots[slot] = number;
}

static bool room_for_word(ogpi_builder *b)
{
    if (2 * (b->word_count + 1) > b->slot_count) {
        if (!grow_index(b->allocator, &b->slots, &b->slot_count))
            return false;
        for (uint32_t i = 0; i < b->word_count; i++)
            place_word(b, i + 1);
    }
    return b->word_count < b->word_capacity ||
           ogpi_grow(b->allocator, (void **)&b->words, &b->word_capacity, b->word_count + 1, sizeof(*b->words));
}

/* A string in the pool: its length in a byte before it, the padding that the hash reads after it. `key` is padded. */
static int add_string(ogpi_builder *b, uint32_t *offset, const char *key, size_t length)
{
    ogpi_buffer_putc(b->strings, (char)length);
    *offset = (uint32_t)b->strings->length;
    ogpi_buffer_add(b->strings, key, length + OGPI_KEY_PAD);
    return b->strings->failed ? ogpi_error_memory(b->error) : 0;
}

int ogpi_builder_word(ogpi_builder *b, uint32_t *number, const char *key, size_t length)
{
    char padded[OGPI_KEY_MAX + OGPI_KEY_PAD] = { 0 };
    if (!b->keep_prefix && length > b->drop_length + 3 && b->drop_length && memcmp(key, b->drop, b->drop_length) == 0) {
        key += b->drop_length;
        length -= b->drop_length;
    }
    if (length == 0 || length > OGPI_KEY_MAX)
        return ogpi_error(b->error, OGP_ERROR_FORMAT, "word empty or longer than %d bytes: \"%.*s\"", OGPI_KEY_MAX,
                          (int)length, key);
    memcpy(padded, key, length);
    if (!room_for_word(b))
        return ogpi_error_memory(b->error);
    size_t slot = ogpi_key_hash(padded, length) & (b->slot_count - 1);
    for (; (*number = b->slots[slot]) != 0; slot = (slot + 1) & (b->slot_count - 1)) {
        const char *string = b->strings->data + b->words[*number - 1].string;
        if ((unsigned char)string[-1] == length && memcmp(string, key, length) == 0)
            return 0;
    }
    uint32_t offset = 0;
    int status = add_string(b, &offset, padded, length);
    if (status < 0)
        return status;
    if (b->word_count + 1 >= OGPI_SYMBOL_SETS)
        return ogpi_error(b->error, OGP_ERROR_LIMIT, "more than %d words in one language", OGPI_SYMBOL_SETS - 1);
    b->words[b->word_count] = (ogpi_build_word){ .string = offset };
    *number = (uint32_t)++b->word_count;
    b->slots[slot] = *number;
    return 0;
}

static size_t edge_slot(const ogpi_builder *b, uint32_t node, uint32_t symbol)
{
    uint32_t key = (node * 2654435761u) ^ (symbol * 2246822519u);
    size_t slot = (key ^ key >> 15) & (b->edge_count - 1);
    while (b->edges[slot] && (b->nodes[b->edges[slot]].parent != node || b->nodes[b->edges[slot]].symbol != symbol))
        slot = (slot + 1) & (b->edge_count - 1);
    return slot;
}

static bool room_for_node(ogpi_builder *b)
{
    if (2 * (b->node_count + 1) > b->edge_count) {
        if (!grow_index(b->allocator, &b->edges, &b->edge_count))
            return false;
        for (uint32_t i = 2; i < b->node_count; i++)
            b->edges[edge_slot(b, b->nodes[i].parent, b->nodes[i].symbol)] = i;
    }
    return b->node_count < b->node_capacity ||
           ogpi_grow(b->allocator, (void **)&b->nodes, &b->node_capacity, b->node_count + 1, sizeof(*b->nodes));
}

static uint32_t shape_of(uint32_t symbol)
{
    if (symbol == OGPI_SYMBOL_ANY)
        return OGPI_NODE_HAS_ANY;
    if (symbol == OGPI_SYMBOL_NUMBER)
        return OGPI_NODE_HAS_NUMBER;
    return symbol >= OGPI_SYMBOL_SETS ? OGPI_NODE_HAS_SETS : OGPI_NODE_HAS_WORDS;
}

int ogpi_builder_child(ogpi_builder *b, uint32_t *child, uint32_t node, uint32_t symbol)
{
    if (!room_for_node(b))
        return ogpi_error_memory(b->error);
    size_t slot = edge_slot(b, node, symbol);
    if (b->edges[slot]) {
        *child = b->edges[slot];
        return 0;
    }
    if (b->node_count >= 65535)
        return ogpi_error(b->error, OGP_ERROR_LIMIT, "more than 65535 phrases in one language");
    *child = (uint32_t)b->node_count++;
    b->nodes[*child] = (ogpi_build_node){ .parent = node, .symbol = symbol };
    b->nodes[node].shape |= shape_of(symbol);
    b->edges[slot] = *child;
    if (node == 1)
        b->words[symbol - 1].node = *child;
    return 0;
}

static int add_output(ogpi_builder *b, uint32_t node, uint32_t id, uint32_t value)
{
    if (b->nodes[node].classes >> id & 1)
        return 0;
    if (value >= OGPI_OUTPUT_MOST && (value % 1000 || value / 1000 >= OGPI_OUTPUT_MOST))
        return ogpi_error(b->error, OGP_ERROR_LIMIT, "the value %u is too large", value);
    if (b->output_count == b->output_capacity &&
        !ogpi_grow(b->allocator, (void **)&b->outputs, &b->output_capacity, b->output_count + 1, sizeof(*b->outputs)))
        return ogpi_error_memory(b->error);
    b->outputs[b->output_count++] = (ogpi_build_output){ node, id, value };
    b->nodes[node].classes |= (uint64_t)1 << id;
    return 0;
}

static uint32_t set_symbol(const ogpi_builder *b, const char *name, size_t length)
{
    if (length == 1 && name[0] == '*')
        return OGPI_SYMBOL_ANY;
    if (length == 5 && memcmp(name, "<num>", 5) == 0)
        return OGPI_SYMBOL_NUMBER;
    for (uint32_t i = 0; i < b->set_count; i++)
        if (strlen(b->set_names[i]) == length - 2 && memcmp(b->set_names[i], name + 1, length - 2) == 0)
            return OGPI_SYMBOL_SETS + i;
    return 0;
}

/* The node behind each word of a piece of text, from `node` on. */
static int follow_words(ogpi_builder *b, uint32_t *node, const char *piece, size_t length)
{
    int status = ogpi_words_split(&b->split, piece, length, b->error);
    for (size_t i = 0; status == 0 && i < b->split.count; i++) {
        uint32_t number = 0;
        b->keep_prefix =
            b->drop_length && memcmp(piece, b->drop, b->drop_length < length ? b->drop_length : length) != 0;
        status = ogpi_builder_word(b, &number, b->split.keys + b->split.items[i].key, b->split.items[i].length);
        b->keep_prefix = false;
        if (status == 0)
            status = ogpi_builder_child(b, node, *node, number);
    }
    return status;
}

static int follow(ogpi_builder *b, const char *words, uint32_t node, uint32_t id, uint32_t value);

/* A phrase that begins with a set begins with each of its words. */
static int follow_first_set(ogpi_builder *b, const char *rest, uint32_t symbol, uint32_t id, uint32_t value)
{
    int status = ogpi_builder_spend(b, b->member_count);
    for (size_t i = 0; status == 0 && i < b->member_count; i++) {
        uint32_t node = 0;
        if (b->members[i].symbol != symbol)
            continue;
        status = ogpi_builder_spend(b, strlen(rest) + 1);
        if (status == 0)
            status = ogpi_builder_child(b, &node, 1, b->members[i].word);
        if (status == 0)
            status = follow(b, rest, node, id, value);
    }
    return status;
}

static int follow(ogpi_builder *b, const char *words, uint32_t node, uint32_t id, uint32_t value)
{
    while (*words) {
        size_t length = strcspn(words, " ");
        int status = 0;
        if (words[0] == '*' || words[0] == '<') {
            uint32_t symbol = set_symbol(b, words, length);
            if (!symbol || (node == 1 && symbol >= OGPI_SYMBOL_ANY))
                return ogpi_error(b->error, OGP_ERROR_FORMAT, "no set \"%.*s\"", (int)length, words);
            if (node == 1)
                return follow_first_set(b, words + length, symbol, id, value);
            status = ogpi_builder_child(b, &node, node, symbol);
        } else if (length) {
            status = follow_words(b, &node, words, length);
        }
        if (status < 0)
            return status;
        words += length + (words[length] == ' ');
    }
    return node == 1 ? 0 : add_output(b, node, id, value);
}

int ogpi_builder_phrase(ogpi_builder *b, const char *words, uint32_t id, uint32_t value)
{
    uint32_t number = 0;
    if (id != OGPI_CLASS_guess) {
        int status = follow(b, words, 1, id, value);
        if (id == OGPI_CLASS_and && !b->and_word && b->split.count == 1 && status == 0)
            status = ogpi_builder_word(b, &b->and_word, b->split.keys, b->split.items[0].length);
        return status;
    }
    int status = ogpi_words_split(&b->split, words, strlen(words), b->error);
    for (size_t i = 0; status == 0 && i < b->split.count; i++) {
        status = ogpi_builder_word(b, &number, b->split.keys + b->split.items[i].key, b->split.items[i].length);
        if (status == 0)
            b->words[number - 1].guess = true;
    }
    return status;
}

int ogpi_builder_member(ogpi_builder *b, const char *words, uint32_t symbol, uint32_t unused)
{
    (void)unused;
    uint32_t number = 0;
    int status = ogpi_words_split(&b->split, words, strlen(words), b->error);
    if (status == 0 && b->split.count != 1)
        status = ogpi_error(b->error, OGP_ERROR_FORMAT, "a set has single words, not \"%s\": say it in the pattern",
                            words);
    if (status < 0)
        return status;
    status = ogpi_builder_word(b, &number, b->split.keys + b->split.items[0].key, b->split.items[0].length);
    if (status < 0)
        return status;
    if (b->member_count == b->member_capacity &&
        !ogpi_grow(b->allocator, (void **)&b->members, &b->member_capacity, b->member_count + 1, sizeof(*b->members)))
        return ogpi_error_memory(b->error);
    b->members[b->member_count++] = (ogpi_build_member){ number, symbol };
    return 0;
}
