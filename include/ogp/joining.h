/* SPDX-License-Identifier: MIT */
/** @file
 * On the way in: where a country, a local government or a parliament stands, what is next, what is missing, what is out
 * of order (rulebook "joining"). docs/joining.md explains the steps.
 */
#ifndef OGP_JOINING_H
#define OGP_JOINING_H

#include <ogp/date.h>
#include <ogp/history.h>
#include <ogp/report.h>

OGP_BEGIN_DECLS

/** How far a step is. @since 0.1 */
typedef enum ogp_step_state {
    OGP_STEP_OPEN = 0,         /**< Not done, and not yet its turn. */
    OGP_STEP_NEXT = 1,         /**< The step to take now. */
    OGP_STEP_DONE = 2,
    OGP_STEP_OUT_OF_ORDER = 3, /**< It was done, but an earlier step is missing: it does not count. */
    OGP_STEP_LAPSED = 4,       /**< It was done, and has been lost since. */
    OGP_STEP_OPTIONAL = 5      /**< Not done, and need not be. */
} ogp_step_state;

/** The verdict on one history. Immutable, reference-counted, read by any number of threads. @since 0.1 */
typedef struct ogp_joining ogp_joining;

/**
 * Judges a history. Events after `today` do not count.
 * @param[out] out owned by the caller; NULL on failure.
 * @param today the day to judge on; with year 0 the history's own "today", and without one every event counts.
 * @param context NULL for the defaults.
 * @return 0, OGP_ERROR_MEMORY, OGP_ERROR_FORMAT for a kind that has no steps, or OGP_ERROR_USAGE for a NULL history or
 * a day that does not exist. Safe from many threads. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_joining_judge(ogp_joining **out, const ogp_history *history, ogp_date today,
                                            const ogp_context *context, ogp_error *error);
/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_joining *ogp_joining_ref(ogp_joining *joining);
/** Drops a reference; the last one frees. NULL is allowed. @since 0.1 */
OGP_API void ogp_joining_unref(ogp_joining *joining);
/** How many steps there are on the way in. @since 0.1 */
OGP_API size_t ogp_joining_count(const ogp_joining *joining);

/* The functions with an index speak of the i-th step. Past the end they return "", OGP_STEP_OPEN or a date with year 0.
 */

/** The id of the step, such as "letter-of-intent". @since 0.1 */
OGP_API const char *ogp_joining_step(const ogp_joining *joining, size_t index);
/**
 * Its name in a language (NULL: English). Owned by the result. Should memory run out, the id is returned instead.
 * @since 0.1
 */
OGP_API const char *ogp_joining_name(const ogp_joining *joining, size_t index, const char *language);
/** How far it is. @since 0.1 */
OGP_API ogp_step_state ogp_joining_state(const ogp_joining *joining, size_t index);
/** When it was done; year 0 when it was not. @since 0.1 */
OGP_API ogp_date ogp_joining_date(const ogp_joining *joining, size_t index);
/** How well its rule is known: "seen" or "unverified". @since 0.1 */
OGP_API const char *ogp_joining_status(const ogp_joining *joining, size_t index);
/** The id of the step that comes next; "" when all are done. @since 0.1 */
OGP_API const char *ogp_joining_next(const ogp_joining *joining);
/**
 * The day by which a country's first plan is due; year 0 without a letter of intent. The rule is unverified. @since 0.1
 */
OGP_API ogp_date ogp_joining_first_plan_due(const ogp_joining *joining);
/** The reasons (rules JOI001 to JOI011). Owned by the result; NULL for a NULL result. @since 0.1 */
OGP_API const ogp_report *ogp_joining_report(const ogp_joining *joining);
/**
 * Writes the result.
 * @param[out] out NUL-terminated UTF-8, freed with ogp_free(); NULL on failure.
 * @param[out] length may be NULL.
 * @param format "text" or "json".
 * @param language of the names; NULL: English.
 * @return 0, OGP_ERROR_MEMORY or OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_joining_write(char **out, size_t *length, const ogp_joining *joining, const char *format,
                                            const char *language, ogp_error *error);
/** "open", "next", "done", "out-of-order", "lapsed" or "optional"; "" for any other value. Static. @since 0.1 */
OGP_API const char *ogp_step_state_name(ogp_step_state state);

OGP_END_DECLS

#endif
