/* SPDX-License-Identifier: MIT */
/** @file
 * Counts, shares and medians over commitments, by country, year, method, policy area ... Summaries of parts can be
 * merged into one of the whole, in any order.
 */
#ifndef OGP_SUMMARY_H
#define OGP_SUMMARY_H

#include <ogp/context.h>

OGP_BEGIN_DECLS

/** Groups of commitments and their sums. Reference-counted. Reading is safe from many threads while nobody adds. @since
 * 0.1 */
typedef struct ogp_summary ogp_summary;

/**
 * Makes an empty summary.
 * @param[out] out owned by the caller (ogp_summary_unref()); NULL on failure.
 * @param by what to group by: one to three of country, edition, lead, member, method, plan, policy_area, region, year,
 * separated by commas; "" puts everything into one group.
 * @param context NULL for the defaults; the summary keeps a reference.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for a word that is none of these. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_summary_new(ogp_summary **out, const char *by, const ogp_context *context,
                                          ogp_error *error);
/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_summary *ogp_summary_ref(ogp_summary *summary);
/** Drops a reference; the last one frees. NULL is allowed. @since 0.1 */
OGP_API void ogp_summary_unref(ogp_summary *summary);
/**
 * Adds every commitment of an input. Memory grows with the number of groups, not of rows.
 * @param path a table of OGP's, a plan or a stream of commitments; "-" is standard input.
 * @return as ogp_dataset_read(); after an error the summary holds what came before it. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_summary_add_path(ogp_summary *summary, const char *path, ogp_error *error);
/**
 * Adds the sums of another summary, made with the same `by`.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE where the two do not match. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_summary_merge(ogp_summary *summary, const ogp_summary *other, ogp_error *error);
/**
 * Writes the sums as JSON of format "ogp-summary/1", for ogp_summary_parse() to read elsewhere.
 * @param[out] out NUL-terminated, freed with ogp_free(); NULL on failure.
 * @param[out] length may be NULL.
 * @return 0, OGP_ERROR_MEMORY or OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_summary_write(char **out, size_t *length, const ogp_summary *summary, ogp_error *error);
/**
 * Reads what ogp_summary_write() wrote.
 * @param[out] out owned by the caller; NULL on failure.
 * @param context NULL for the defaults.
 * @return 0, OGP_ERROR_SYNTAX, OGP_ERROR_FORMAT, OGP_ERROR_LIMIT, OGP_ERROR_MEMORY or OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_summary_parse(ogp_summary **out, const char *text, size_t length,
                                            const ogp_context *context, ogp_error *error);

/** How many things it groups by: 0 to 3. @since 0.1 */
OGP_API size_t ogp_summary_dimension_count(const ogp_summary *summary);
/** The i-th of them, such as "country"; "" past the end. Static. @since 0.1 */
OGP_API const char *ogp_summary_dimension(const ogp_summary *summary, size_t dimension);
/** How many groups there are, in the order of their keys (numbers by value). @since 0.1 */
OGP_API size_t ogp_summary_group_count(const ogp_summary *summary);
/**
 * The key of a group in a dimension, such as "JOR"; "" where the input does not say and past the end. Owned by the
 * summary. @since 0.1
 */
OGP_API const char *ogp_summary_key(const ogp_summary *summary, size_t group, size_t dimension);
/** How many commitments a group has. @since 0.1 */
OGP_API uint64_t ogp_summary_commitments(const ogp_summary *summary, size_t group);
/** How many of a group's commitments the IRM has reviewed. @since 0.1 */
OGP_API uint64_t ogp_summary_reviewed(const ogp_summary *summary, size_t group);

/** How many figures are shares: "starred", "ambitious" ... @since 0.1 */
OGP_API size_t ogp_summary_figure_count(const ogp_summary *summary);
/** The id of the i-th of these figures; "" past the end. Owned by the summary. @since 0.1 */
OGP_API const char *ogp_summary_figure(const ogp_summary *summary, size_t figure);
/** How many commitments of a group have a figure: the numerator of the share. @since 0.1 */
OGP_API uint64_t ogp_summary_ones(const ogp_summary *summary, size_t group, size_t figure);
/** For how many commitments of a group the figure is known: the denominator of the share. @since 0.1 */
OGP_API uint64_t ogp_summary_of(const ogp_summary *summary, size_t group, size_t figure);
/** How many figures have a median: "completion", "potential_impact", "irm_score". @since 0.1 */
OGP_API size_t ogp_summary_median_count(const ogp_summary *summary);
/** The id of the i-th of these figures; "" past the end. Owned by the summary. @since 0.1 */
OGP_API const char *ogp_summary_median_name(const ogp_summary *summary, size_t median);
/** Twice the median, which makes it a whole number; INT32_MIN where no value is known. @since 0.1 */
OGP_API int32_t ogp_summary_median_twice(const ogp_summary *summary, size_t group, size_t median);
/**
 * The group before this one in the last dimension, with the same keys in the others; -1 for the first. It tells what
 * changed from plan to plan or from year to year. @since 0.1
 */
OGP_API ptrdiff_t ogp_summary_previous(const ogp_summary *summary, size_t group);
/**
 * Whether a figure means the same in two groups.
 * @return 1 when it does; 0 when a break between methods lies between them (rule IRM030), so that a change from one to
 * the other says nothing. @since 0.1
 */
OGP_API int ogp_summary_comparable(const ogp_summary *summary, size_t group, size_t other, size_t figure);

OGP_END_DECLS

#endif
