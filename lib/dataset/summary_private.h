/* SPDX-License-Identifier: MIT */
/* What the files of summaries share. */
#ifndef OGPI_SUMMARY_PRIVATE_H
#define OGPI_SUMMARY_PRIVATE_H

#include "dataset/intern.h"
#include "dataset/rows.h"
#include <ogp/summary.h>

enum { OGPI_SUMMARY_DIMENSIONS = 3, OGPI_SUMMARY_FIGURES = 16, OGPI_SUMMARY_MEDIANS = 4, OGPI_SUMMARY_BINS = 16 };
/* Values counted for medians begin here. */
#define OGPI_SUMMARY_LOW (-4)
#define OGPI_SUMMARY_SEPARATOR '\x1F'

typedef enum ogpi_dimension {
    OGPI_BY_COUNTRY,
    OGPI_BY_EDITION,
    OGPI_BY_LEAD,
    OGPI_BY_MEMBER,
    OGPI_BY_METHOD,
    OGPI_BY_PLAN,
    OGPI_BY_POLICY_AREA,
    OGPI_BY_REGION,
    OGPI_BY_YEAR,
    OGPI_BY_KINDS
} ogpi_dimension;

typedef struct ogpi_summary_figure {
    const char *id;
    int slot, assessed; /* assessed: slot that must be 1 too, or -1 */
} ogpi_summary_figure;

typedef struct ogpi_summary_median {
    const char *id;
    int slot, from;
} ogpi_summary_median;

typedef struct ogpi_group {
    uint64_t commitments, reviewed;
    uint64_t ones[OGPI_SUMMARY_FIGURES], of[OGPI_SUMMARY_FIGURES];
    uint64_t bins[OGPI_SUMMARY_MEDIANS][OGPI_SUMMARY_BINS];
    uint32_t methods; /* bit by position in irm/methods */
} ogpi_group;

struct ogp_summary {
    ogpi_refcount refs;
    const ogp_allocator *allocator;
    ogp_context *context;
    ogpi_irm *irm;
    ogpi_dimension dimensions[OGPI_SUMMARY_DIMENSIONS];
    size_t dimension_count;
    ogpi_summary_figure figures[OGPI_SUMMARY_FIGURES];
    size_t figure_count;
    ogpi_summary_median medians[OGPI_SUMMARY_MEDIANS];
    size_t median_count;
    int relevance;
    ogpi_intern keys; /* joined keys; a group a key */
    ogpi_group *groups;
    size_t group_capacity;
    uint32_t *order; /* groups by key */
    size_t order_capacity;
    const char **parts; /* by group and dimension, in the arena */
    size_t part_capacity;
    ogpi_arena arena;
    uint16_t *area_slots; /* policy areas of the table at hand */
    size_t area_count;
};

extern const char *const ogpi_dimension_names[OGPI_BY_KINDS];

/* The group of a joined key, made when it is not there; NULL without memory. */
ogpi_group *ogpi_summary_group(ogp_summary *summary, const char *key, size_t length);
/* Puts the groups in order; after adding. */
int ogpi_summary_sort(ogp_summary *summary, ogp_error *error);
/* Marks the formulas that the figures rest on. */
void ogpi_summary_want(const ogp_summary *summary, bool *wanted);
/* Adds one row; rows may be NULL for a row of a dataset. */
int ogpi_summary_add(ogp_summary *summary, ogpi_rows *rows, const ogpi_row *row, ogp_error *error);

#endif
