/* SPDX-License-Identifier: MIT */
/** @file
 * SMART: is a commitment specific, measurable, answerable, relevant and time-bound, and what says so?
 * The letters are OGP's own (A is "answerable"). How marks and scores come about is the table "smart" of
 * the rulebook and docs/smart.md.
 */
#ifndef OGP_SMART_H
#define OGP_SMART_H

#include <ogp/context.h>
#include <ogp/text.h>

OGP_BEGIN_DECLS

typedef struct ogp_plan ogp_plan;

/** The five criteria. @since 0.1 */
typedef enum ogp_smart_criterion {
    OGP_SMART_SPECIFIC = 0,
    OGP_SMART_MEASURABLE = 1,
    OGP_SMART_ANSWERABLE = 2,
    OGP_SMART_RELEVANT = 3,
    OGP_SMART_TIME_BOUND = 4
} ogp_smart_criterion;

/** Number of criteria. */
#define OGP_SMART_CRITERIA 5

/** How far a criterion is met. @since 0.1 */
typedef enum ogp_smart_mark {
    OGP_SMART_UNMET = 0,
    OGP_SMART_PARTLY = 1,
    OGP_SMART_MET = 2
} ogp_smart_mark;

/** The marks of a plan's commitments. Immutable, reference-counted, read by any number of threads. @since 0.1 */
typedef struct ogp_smart ogp_smart;

/** What a mark rests on: a field, or words in it. @since 0.1 */
typedef struct ogp_smart_evidence {
    ogp_smart_criterion criterion;
    const char *signal; /**< what was observed, such as "deliverable" or "end"; static */
    const char *path;   /**< JSON pointer to the field; owned by the ogp_smart */
    int fact;           /**< an ogp_fact_type, 0 where the field as such counts */
    size_t start;       /**< UTF-8 byte offsets in the text at `path`; 0, 0 where the field as such counts */
    size_t end;
} ogp_smart_evidence;

/**
 * Marks every commitment of a plan. @param[out] out owned by the caller, NULL on failure.
 * @param context NULL for the defaults. @return 0, OGP_ERROR_MEMORY, OGP_ERROR_LIMIT, or OGP_ERROR_USAGE for a NULL
 * plan. Safe from many threads. Source: OGP's five criteria; their wording is unverified. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_plan_smart(ogp_smart **out, const ogp_plan *plan, const ogp_context *context,
                                         ogp_error *error);
/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_smart *ogp_smart_ref(ogp_smart *smart);
/** Drops a reference; the last one frees. NULL is allowed. @since 0.1 */
OGP_API void ogp_smart_unref(ogp_smart *smart);
/** How many commitments were marked, in the plan's order; 0 for NULL. @since 0.1 */
OGP_API size_t ogp_smart_count(const ogp_smart *smart);
/** The mark of a commitment under a criterion; OGP_SMART_UNMET past the end. @since 0.1 */
OGP_API ogp_smart_mark ogp_smart_mark_at(const ogp_smart *smart, size_t commitment, ogp_smart_criterion criterion);
/** The score of a commitment, 0 to 100, by the table of the rulebook; 0 past the end. @since 0.1 */
OGP_API int ogp_smart_score_at(const ogp_smart *smart, size_t commitment);
/** How many rules say why a criterion is not met; 0 when it is met. @since 0.1 */
OGP_API size_t ogp_smart_reason_count(const ogp_smart *smart, size_t commitment, ogp_smart_criterion criterion);
/**
 * The id of the i-th of these rules; NULL past the end. ogp_rulebook_rule() finds its message and what would mend it.
 * @since 0.1
 */
OGP_API const char *ogp_smart_reason_at(const ogp_smart *smart, size_t commitment, ogp_smart_criterion criterion,
                                        size_t index);
/** How many pieces of evidence there are for a commitment, for all criteria together. @since 0.1 */
OGP_API size_t ogp_smart_evidence_count(const ogp_smart *smart, size_t commitment);
/** The i-th piece of evidence, owned by `smart`; NULL past the end. @since 0.1 */
OGP_API const ogp_smart_evidence *ogp_smart_evidence_at(const ogp_smart *smart, size_t commitment, size_t index);
/** "specific", "measurable", "answerable", "relevant" or "time_bound"; "" for any other value. Static. @since 0.1 */
OGP_API const char *ogp_smart_criterion_name(ogp_smart_criterion criterion);
/** "unmet", "partly" or "met". Static. @since 0.1 */
OGP_API const char *ogp_smart_mark_name(ogp_smart_mark mark);

OGP_END_DECLS

#endif
