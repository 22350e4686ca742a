/* SPDX-License-Identifier: MIT */
/** @file
 * Sums over commitments: how many, what share of those assessed, medians; by country, year, method, policy area ...
 * Sums of parts can be put together in any order: merging is associative and commutative.
 */
#ifndef OGP_SUMMARY_H
#define OGP_SUMMARY_H

#include <ogp/context.h>

OGP_BEGIN_DECLS

/** Groups of commitments and their sums. Reference-counted. Reading is safe from many threads while nobody adds. @since
 * 0.1 */
typedef struct ogp_summary ogp_summary;

/**
 * An empty summary. @param by one to three of country, edition, lead, member, method, plan, policy_area, region, year,
 * separated by commas; "" puts everything into one group. @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for a word
 * that is none of these. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_summary_new(ogp_summary **out, const char *by, const ogp_context *context,
                                          ogp_error *error);
OGP_API ogp_summary *ogp_summary_ref(ogp_summary *summary);
OGP_API void ogp_summary_unref(ogp_summary *summary);
/**
 * Adds every commitment of an input: a table of OGP's, a plan, a stream of commitments; "-" is standard input. Memory
 * grows with the groups, not with the rows. After an error the summary holds what came before it. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_summary_add_path(ogp_summary *summary, const char *path, ogp_error *error);
/** Adds the sums of another one made with the same `by`. @return 0, OGP_ERROR_MEMORY, OGP_ERROR_USAGE. @since 0.1 */
OGP_API OGP_NODISCARD int ogp_summary_merge(ogp_summary *summary, const ogp_summary *other, ogp_error *error);
/** The sums as JSON of format "ogp-summary/1", to be read again elsewhere; freed with ogp_free(). @param[out] length
 * may be NULL. @since 0.1 */
OGP_API OGP_NODISCARD int ogp_summary_write(char **out, size_t *length, const ogp_summary *summary, ogp_error *error);
/** Reads what ogp_summary_write() wrote. @since 0.1 */
OGP_API OGP_NODISCARD int ogp_summary_parse(ogp_summary **out, const char *text, size_t length,
                                            const ogp_context *context, ogp_error *error);

/** What it groups by. @since 0.1 */
OGP_API size_t ogp_summary_dimension_count(const ogp_summary *summary);
OGP_API const char *ogp_summary_dimension(const ogp_summary *summary, size_t dimension);
/** Groups, in the order of their keys (numbers by value). @since 0.1 */
OGP_API size_t ogp_summary_group_count(const ogp_summary *summary);
/** The key of a group, "" where the input does not say. Owned by the summary. @since 0.1 */
OGP_API const char *ogp_summary_key(const ogp_summary *summary, size_t group, size_t dimension);
/** Commitments in a group, and those of them that the IRM has reviewed. @since 0.1 */
OGP_API uint64_t ogp_summary_commitments(const ogp_summary *summary, size_t group);
OGP_API uint64_t ogp_summary_reviewed(const ogp_summary *summary, size_t group);

/** Figures that are shares: "starred", "ambitious" ... @since 0.1 */
OGP_API size_t ogp_summary_figure_count(const ogp_summary *summary);
OGP_API const char *ogp_summary_figure(const ogp_summary *summary, size_t figure);
/** How many commitments of a group have the figure, out of how many for which it is known. @since 0.1 */
OGP_API uint64_t ogp_summary_ones(const ogp_summary *summary, size_t group, size_t figure);
OGP_API uint64_t ogp_summary_of(const ogp_summary *summary, size_t group, size_t figure);
/** Figures with a median: "completion", "potential_impact", "irm_score". @since 0.1 */
OGP_API size_t ogp_summary_median_count(const ogp_summary *summary);
OGP_API const char *ogp_summary_median_name(const ogp_summary *summary, size_t median);
/** Twice the median (so that it is whole); INT32_MIN where no value is known. @since 0.1 */
OGP_API int32_t ogp_summary_median_twice(const ogp_summary *summary, size_t group, size_t median);
/**
 * The group before this one in the last dimension, with the same other keys; -1 for the first. With it, changes between
 * plans or years are told. @since 0.1
 */
OGP_API ptrdiff_t ogp_summary_previous(const ogp_summary *summary, size_t group);
/**
 * Whether a figure means the same in two groups: 0 when a break between methods lies between them (rule IRM030), so
 * that a change across it says nothing. @since 0.1
 */
OGP_API int ogp_summary_comparable(const ogp_summary *summary, size_t group, size_t other, size_t figure);

OGP_END_DECLS

#endif
