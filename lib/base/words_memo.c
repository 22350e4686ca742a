/* SPDX-License-Identifier: MIT */
/* The memory of words: where they lie, and who makes room. */
#include "base/words_split.h"

enum { LINE = 64 }; /* bytes of the cache that are fetched at once */
_Static_assert(sizeof(ogpi_memo_word) == LINE && sizeof(ogpi_memo_rest) == LINE, "a line each");

void ogpi_memo_clear(ogpi_memo *memo, const ogp_allocator *allocator)
{
    ogpi_free(allocator, memo->block);
    ogpi_free(allocator, memo->index);
    *memo = (ogpi_memo){.places = 0};
}

static uint32_t *cell_of(const ogpi_memo *memo, uint64_t hash, unsigned which)
{
    return &memo->index[hash >> which & (2 * memo->places - 1)];
}

/* Puts a word into the index. Who stands in both of its cells goes to his other one, and so on; half of the cells are
   free, so that hardly ever somebody is left over: his place is lost until it is the oldest. */
static void add_to_index(ogpi_memo *memo, uint32_t place)
{
    uint64_t hash = ogpi_memo_hash(memo->words[place].raw);
    uint32_t *cell = cell_of(memo, hash, OGPI_MEMO_FIRST);
    for (unsigned steps = 0; steps < 64; steps++) {
        if (*cell)
            cell = cell == cell_of(memo, hash, OGPI_MEMO_FIRST) ? cell_of(memo, hash, OGPI_MEMO_SECOND)
                                                                : cell_of(memo, hash, OGPI_MEMO_FIRST);
        uint32_t other = *cell & OGPI_MEMO_PLACE;
        *cell = ((uint32_t)hash & ~(uint32_t)OGPI_MEMO_PLACE) | place;
        if (other == 0)
            return;
        place = other;
        hash = ogpi_memo_hash(memo->words[place].raw);
    }
}

static void drop_from_index(ogpi_memo *memo, uint32_t place)
{
    uint64_t hash = ogpi_memo_hash(memo->words[place].raw);
    uint32_t *first = cell_of(memo, hash, OGPI_MEMO_FIRST), *second = cell_of(memo, hash, OGPI_MEMO_SECOND);
    if ((*first & OGPI_MEMO_PLACE) == place)
        *first = 0;
    if ((*second & OGPI_MEMO_PLACE) == place)
        *second = 0;
}

static uint32_t after(const ogpi_memo *memo, uint32_t place)
{
    return place + 1 < memo->places ? place + 1 : 1;
}

uint32_t ogpi_memo_add(ogpi_memo *memo, const uint64_t raw[OGPI_MEMO_BYTES / 8])
{
    if (memo->free == 0) {
        memo->wanted++;
        return OGPI_NO_PLACE;
    }
    uint32_t place = memo->next;
    memo->next = after(memo, place);
    memo->free--;
    memcpy(memo->words[place].raw, raw, sizeof(memo->words[place].raw));
    add_to_index(memo, place);
    return place;
}

/* As many places as that, with the words that there are. */
static bool resize(ogpi_memo *memo, const ogp_allocator *allocator, uint32_t places)
{
    ogpi_memo more = {.places = places, .next = 1};
    uint32_t taken = memo->places ? memo->places : 1;
    more.block = ogpi_alloc(allocator, (2 * (size_t)places + 1) * LINE);
    more.index = ogpi_calloc(allocator, 2 * (size_t)places, sizeof(*more.index));
    if (!more.block || !more.index) {
        ogpi_memo_clear(&more, allocator);
        return false;
    }
    more.words = (void *)((char *)more.block + (LINE - (uintptr_t)more.block % LINE) % LINE);
    more.rest = (void *)(more.words + places);
    memset(more.words, 0, LINE);
    if (memo->places) {
        memcpy(more.words, memo->words, (size_t)taken * LINE);
        memcpy(more.rest, memo->rest, (size_t)taken * LINE);
    }
    more.next = taken;
    more.free = places - taken;
    for (uint32_t place = 1; place < taken; place++)
        add_to_index(&more, place);
    ogpi_memo_clear(memo, allocator);
    *memo = more;
    return true;
}

/* Frees the places that were given first. */
static void drop_oldest(ogpi_memo *memo)
{
    uint32_t place = memo->next, count = memo->wanted < memo->places / 4 ? memo->wanted : memo->places / 4;
    for (memo->free = 0; memo->free < count; memo->free++, place = after(memo, place))
        drop_from_index(memo, place);
}

bool ogpi_memo_ready(ogpi_memo *memo, const ogp_allocator *allocator, uint32_t first, uint32_t most)
{
    if (memo->places && memo->wanted == 0)
        return true;
    if (memo->places == 0)
        return resize(memo, allocator, first);
    if (memo->places < most)
        return resize(memo, allocator, 2 * memo->places);
    drop_oldest(memo);
    memo->wanted = 0;
    return true;
}
