/* SPDX-License-Identifier: MIT */
/* The table "smart" of the rulebook, made ready for use: signals as bits, points as small numbers. */
#ifndef OGPI_SMART_TABLE_H
#define OGPI_SMART_TABLE_H

#include "rules/smart.h"

#define OGPI_SMART_LISTS 8
#define OGPI_SMART_POINTS 16

/* Points by count: the first of a kind tells more than the fourth, so they grow as the square root, up to `full`. */
#define OGPI_SMART_STEPS 16
#define OGPI_SMART_UNIT 16 /* of a point */
typedef struct ogpi_smart_points {
    uint8_t signal, full;
    int16_t steps[OGPI_SMART_STEPS + 1];
} ogpi_smart_points;
typedef struct ogpi_smart_rule {
    uint32_t entry; /* in the rulebook */
    uint64_t lacks, with, without;
} ogpi_smart_rule;
typedef struct ogpi_smart_marks { size_t count; uint64_t all[OGPI_SMART_LISTS]; } ogpi_smart_marks;

typedef struct ogpi_smart_criterion {
    ogpi_smart_marks met, partly;
    size_t point_count, reason_count;
    ogpi_smart_points points[OGPI_SMART_POINTS];
    ogpi_smart_rule reasons[OGPI_SMART_REASONS];
} ogpi_smart_criterion;

#define OGPI_SMART_LEAD_BITS 256
/* The bit of a general word of so many bytes. */
static inline unsigned ogpi_smart_lead_bit(const char *key, size_t length)
{
    unsigned ends = length ? (unsigned char)key[0] * 7u + (unsigned char)key[length - 1] : 0;
    return ((unsigned)length * 31 + ends) % OGPI_SMART_LEAD_BITS;
}

typedef struct ogpi_smart_table {
    ogpi_smart_criterion criteria[OGP_SMART_CRITERIA];
    uint8_t order[OGP_SMART_CRITERIA]; /* of the criteria in the rulebook ... */
    uint8_t order_count;               /* ... as many as it has */
    uint16_t detail;      /* kinds of facts that make a text detailed */
    int32_t thin_words;
    uint32_t core_hints;  /* bits of ogpi_scan_values() that are core values */
    const char *leads;    /* general words for a lead, as ogpi_fold_key() makes them, the length before each */
    uint32_t leads_length;
    uint32_t longest_lead; /* bytes in the rulebook */
    uint64_t lead_bits[OGPI_SMART_LEAD_BITS / 64]; /* those of ogpi_smart_lead_bit(); most names have none */
} ogpi_smart_table;

/* What the table names and we do not know is left out. `leads` is where the table's own words are. False without
 * memory. */
bool ogpi_smart_table_read(ogpi_smart_table *table, const ogp_rulebook *book, ogpi_buffer *leads);
/* That of the built-in rulebook, compiled in: generate.c. */
extern const ogpi_smart_table ogpi_smart_builtin;
/* True when all signals of one of the lists are there. */
bool ogpi_smart_holds(const ogpi_smart_marks *marks, uint64_t signals);

#endif
