/* SPDX-License-Identifier: MIT */
/** @file
 * Was a plan co-created as the standards of its time ask? Every requirement of the standards of 2012, 2017 and 2022
 * (rulebook "cocreation"), decided from the dated evidence that the plan holds; and whether the government acted
 * contrary to process as far as co-creation goes. docs/cocreation.md explains the tests. What counts is the judgement
 * of the IRM; this says what the evidence in the plan shows.
 */
#ifndef OGP_REQUIREMENTS_H
#define OGP_REQUIREMENTS_H

#include <ogp/eligibility.h>
#include <ogp/plan.h>
#include <ogp/report.h>

OGP_BEGIN_DECLS

/** Whether a requirement is met. @since 0.1 */
typedef enum ogp_mark {
    OGP_MARK_NOT_MET = 0,
    OGP_MARK_MET = 1,
    OGP_MARK_NOT_YET = 2,     /**< It is not yet due. */
    OGP_MARK_NOT_REVIEWED = 3 /**< The plan does not give enough to tell. */
} ogp_mark;

/** Verdicts on the requirements for one plan. Immutable, reference-counted. @since 0.1 */
typedef struct ogp_requirements ogp_requirements;

/**
 * Judges a plan's co-creation by the standards that the plan names, or else by those of its day of submission or start.
 * @param[out] out owned by the caller; NULL on failure.
 * @param plan of which `cocreation` is read.
 * @param today the day to judge on; with year 0 the day of the last dated evidence, so that nothing counts as missed
 * that might have been done since.
 * @param context NULL for the defaults.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for a NULL plan or a day that does not exist. Safe from many threads.
 * @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_plan_requirements(ogp_requirements **out, const ogp_plan *plan, ogp_date today,
                                                const ogp_context *context, ogp_error *error);
/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_requirements *ogp_requirements_ref(ogp_requirements *requirements);
/** Drops a reference; the last one frees. NULL is allowed. @since 0.1 */
OGP_API void ogp_requirements_unref(ogp_requirements *requirements);
/** The standards that were applied: "2012", "2017" or "2022". @since 0.1 */
OGP_API const char *ogp_requirements_standards(const ogp_requirements *requirements);
/** The day on which it was judged; year 0 where nothing was dated. @since 0.1 */
OGP_API ogp_date ogp_requirements_as_of(const ogp_requirements *requirements);
/** How many requirements these standards have. @since 0.1 */
OGP_API size_t ogp_requirements_count(const ogp_requirements *requirements);

/* The functions with an index speak of the i-th requirement. Past the end they return "", OGP_MARK_NOT_REVIEWED or a
 * date with year 0. */

/** Its number in the standards, such as "1.1". @since 0.1 */
OGP_API const char *ogp_requirements_number(const ogp_requirements *requirements, size_t index);
/** Its id, such as "space-for-dialogue". @since 0.1 */
OGP_API const char *ogp_requirements_id(const ogp_requirements *requirements, size_t index);
/**
 * What it asks, in a language (NULL: English). Owned by the result. Should memory run out, the id is returned instead.
 * @since 0.1
 */
OGP_API const char *ogp_requirements_name(const ogp_requirements *requirements, size_t index, const char *language);
/** Whether it is met. @since 0.1 */
OGP_API ogp_mark ogp_requirements_mark(const ogp_requirements *requirements, size_t index);
/**
 * The day by which what is missing must be done, or done again; year 0 where no day follows from the rules. @since 0.1
 */
OGP_API ogp_date ogp_requirements_by(const ogp_requirements *requirements, size_t index);
/** How well its rule is known: "seen" or "unverified". @since 0.1 */
OGP_API const char *ogp_requirements_status(const ogp_requirements *requirements, size_t index);
/**
 * Whether the government acted contrary to process, as far as co-creation goes; unknown while a requirement is open.
 * @since 0.1
 */
OGP_API ogp_answer ogp_requirements_contrary(const ogp_requirements *requirements);
/**
 * The reasons: one finding a requirement, in the order of the requirements, and a last one on all of them. Owned by the
 * result; NULL for a NULL result. @since 0.1
 */
OGP_API const ogp_report *ogp_requirements_report(const ogp_requirements *requirements);
/** "not-met", "met", "not-yet" or "not-reviewed"; "" for any other value. Static. @since 0.1 */
OGP_API const char *ogp_mark_name(ogp_mark mark);

OGP_END_DECLS

#endif
