/* SPDX-License-Identifier: MIT */
/** @file
 * Was a plan co-created as the standards of its time ask? Every requirement of the standards of 2012, 2017 and 2022
 * (rulebook "cocreation"), decided from the dated evidence that the plan holds; and whether the government acted
 * contrary to process as far as co-creation goes. docs/cocreation.md explains the tests. The IRM's judgement is the one
 * that counts: this one says what the evidence shows.
 */
#ifndef OGP_REQUIREMENTS_H
#define OGP_REQUIREMENTS_H

#include <ogp/eligibility.h>
#include <ogp/plan.h>
#include <ogp/report.h>

OGP_BEGIN_DECLS

typedef enum ogp_mark {
    OGP_MARK_NOT_MET = 0,
    OGP_MARK_MET = 1,
    OGP_MARK_NOT_YET = 2,     /**< It is not yet due. */
    OGP_MARK_NOT_REVIEWED = 3 /**< What is given does not tell. */
} ogp_mark;

/** Verdicts on the requirements for one plan. Immutable, reference-counted. @since 0.1 */
typedef struct ogp_requirements ogp_requirements;

/**
 * Judges a plan's co-creation. @param[out] out owned by the caller, NULL on failure. @param plan its `cocreation` is
 * read; the standards are those it names, else those of its day of submission or start. @param today judges on that
 * day; with year 0 on the day of the last dated evidence, so that nothing counts as missed that might have been done
 * since.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for a NULL plan or no such day. Safe from many threads. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_plan_requirements(ogp_requirements **out, const ogp_plan *plan, ogp_date today,
                                                const ogp_context *context, ogp_error *error);
/** Takes a reference. NULL is allowed. @since 0.1 */
OGP_API ogp_requirements *ogp_requirements_ref(ogp_requirements *requirements);
/** Drops a reference. NULL is allowed. @since 0.1 */
OGP_API void ogp_requirements_unref(ogp_requirements *requirements);
/** "2012", "2017" or "2022". @since 0.1 */
OGP_API const char *ogp_requirements_standards(const ogp_requirements *requirements);
/** The day on which it was judged; year 0 where nothing was dated. @since 0.1 */
OGP_API ogp_date ogp_requirements_as_of(const ogp_requirements *requirements);
/** @since 0.1 */
OGP_API size_t ogp_requirements_count(const ogp_requirements *requirements);
/* Of the i-th requirement; past the end "", OGP_MARK_NOT_REVIEWED or a date with year 0. */
/** Its number in the standards: "1.1". @since 0.1 */
OGP_API const char *ogp_requirements_number(const ogp_requirements *requirements, size_t index);
/** "space-for-dialogue" ... @since 0.1 */
OGP_API const char *ogp_requirements_id(const ogp_requirements *requirements, size_t index);
/** What it asks, in a language (NULL: English). Owned by the result; the id where there is no memory for it. @since 0.1
 */
OGP_API const char *ogp_requirements_name(const ogp_requirements *requirements, size_t index, const char *language);
/** @since 0.1 */
OGP_API ogp_mark ogp_requirements_mark(const ogp_requirements *requirements, size_t index);
/** By when what is missing must be done, or when it must be done next; year 0 where no day follows. @since 0.1 */
OGP_API ogp_date ogp_requirements_by(const ogp_requirements *requirements, size_t index);
/** "seen" or "unverified". @since 0.1 */
OGP_API const char *ogp_requirements_status(const ogp_requirements *requirements, size_t index);
/** Acted contrary to process, as far as co-creation goes? Unknown while something is open. @since 0.1 */
OGP_API ogp_answer ogp_requirements_contrary(const ogp_requirements *requirements);
/** Why: one finding a requirement, in their order, and a last one on all of them. @since 0.1 */
OGP_API const ogp_report *ogp_requirements_report(const ogp_requirements *requirements);
/** "met", "not-met", "not-yet" or "not-reviewed". @since 0.1 */
OGP_API const char *ogp_mark_name(ogp_mark mark);

OGP_END_DECLS

#endif
