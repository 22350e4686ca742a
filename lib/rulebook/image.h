/* SPDX-License-Identifier: MIT */
/* How a JSON document becomes the cells and strings of a rulebook. A cell is a value: three bits of kind, 29 bits of
   payload, 21 in the narrow cells of the built-in one. Strings, blocks of equal contents are kept once.

   BOOL    payload 0 or 1
   INT     even payload: the number (20 bits, the lowest of them its sign); odd: index of a wide block
   REAL    index of a wide block: four cells of 16 bits, the lowest first
   STRING  even payload: twice the offset in the pool, where it ends with NUL; odd: twice the bit at which a packed text
   begins (pack.h) ARRAY   index of a block: count, values OBJECT  even payload: twice the index of a block: index of
   the block of keys, values in the order of keys; keys are a block of their own (count, offsets of the strings) because
   most objects share theirs with others; odd: twice the bit at which the packed texts of an object begin that has one
   in each language and nothing else, in the order of keys NONE    payload 0 */
#ifndef OGPI_IMAGE_H
#define OGPI_IMAGE_H

#include "base/json.h"
#include "rulebook/rulebook.h"

static inline uint32_t ogpi_cell(ogpi_rb_kind kind, uint32_t payload)
{
    return payload << 3 | (uint32_t)kind;
}
static inline ogpi_rb_kind ogpi_cell_kind(uint32_t cell)
{
    return (ogpi_rb_kind)(cell & 7u);
}
static inline uint32_t ogpi_cell_payload(uint32_t cell)
{
    return cell >> 3;
}

/* A number of three bytes among others, the lowest byte first. A byte follows the last of them. */
static inline uint32_t ogpi_three_bytes(const uint8_t *bytes, uint32_t index)
{
    const uint8_t *p = bytes + 3 * (size_t)index;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint32_t number;
    memcpy(&number, p, sizeof number);
    return number & 0xFFFFFF;
#else
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16;
#endif
}

static inline uint32_t ogpi_cell_at(const ogp_rulebook *book, uint32_t index)
{
    return book->narrow ? ogpi_three_bytes(book->narrow, index) : book->cells[index];
}

/* Runs of elements, equal ones kept once. */
typedef struct ogpi_pool_entry {
    uint32_t hash;
    uint32_t offset;
    uint32_t count; /* 0: free */
} ogpi_pool_entry;

typedef struct ogpi_pool {
    const ogp_allocator *allocator;
    size_t element;
    char *data;
    size_t count, capacity;
    ogpi_pool_entry *entries;
    size_t entry_count, entry_capacity;
} ogpi_pool;

void ogpi_pool_init(ogpi_pool *pool, size_t element, const ogp_allocator *allocator);
/* count is at least 1. False without memory. */
bool ogpi_pool_add(ogpi_pool *pool, const void *items, size_t count, uint32_t *offset);
/* Lets what lies at an offset already be found as a run of its own. */
bool ogpi_pool_know(ogpi_pool *pool, uint32_t offset, size_t count);
void ogpi_pool_clear(ogpi_pool *pool);

typedef struct ogpi_image {
    ogpi_pool cells;
    ogpi_pool strings;
    uint32_t root;
    /* For the generator, NULL at run time: gives the offset of texts, each ended by NUL, among the packed ones. */
    bool (*pack)(void *user, const char *texts, size_t size, uint32_t *offset);
    void *pack_user;
} ogpi_image;

void ogpi_image_init(ogpi_image *image, const ogp_allocator *allocator);
void ogpi_image_clear(ogpi_image *image);
/* Packs a document. Object keys and strings must hold no NUL. */
int ogpi_image_build(ogpi_image *image, const json_t *document, ogp_error *error);
/* Views of the rules of a book whose cells are in place, in the order of ids; NULL without memory. */
ogp_rule *ogpi_image_rules(const ogp_rulebook *book, uint32_t *count, const ogp_allocator *allocator);

#endif
