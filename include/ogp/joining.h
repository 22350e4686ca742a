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

typedef enum ogp_step_state {
    OGP_STEP_OPEN = 0,
    OGP_STEP_NEXT = 1,
    OGP_STEP_DONE = 2,
    OGP_STEP_OUT_OF_ORDER = 3, /**< It was done, but an earlier step is missing: it does not count. */
    OGP_STEP_LAPSED = 4,       /**< It was done, and has been lost since. */
    OGP_STEP_OPTIONAL = 5      /**< Not done, and need not be. */
} ogp_step_state;

/** Immutable, reference-counted. @since 0.1 */
typedef struct ogp_joining ogp_joining;

/**
 * Judges a history. Events after `today` are left out. @param[out] out owned by the caller, NULL on failure.
 * @param today year 0: the history's own "today", else everything counts. @return 0, OGP_ERROR_MEMORY, or
 * OGP_ERROR_USAGE for a NULL history, a kind that has no steps or no such day. Safe from many threads. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_joining_judge(ogp_joining **out, const ogp_history *history, ogp_date today,
                                            const ogp_context *context, ogp_error *error);
/** Takes a reference. NULL is allowed. @since 0.1 */
OGP_API ogp_joining *ogp_joining_ref(ogp_joining *joining);
/** Drops a reference. NULL is allowed. @since 0.1 */
OGP_API void ogp_joining_unref(ogp_joining *joining);
/** @since 0.1 */
OGP_API size_t ogp_joining_count(const ogp_joining *joining);
/* Of the i-th step; past the end "", OGP_STEP_OPEN or a date with year 0. */
/** "letter-of-intent" ... @since 0.1 */
OGP_API const char *ogp_joining_step(const ogp_joining *joining, size_t index);
/** Its name in a language (NULL: English). Owned by the result; the id where there is no memory for it. @since 0.1 */
OGP_API const char *ogp_joining_name(const ogp_joining *joining, size_t index, const char *language);
/** @since 0.1 */
OGP_API ogp_step_state ogp_joining_state(const ogp_joining *joining, size_t index);
/** When it was done; year 0 when it was not. @since 0.1 */
OGP_API ogp_date ogp_joining_date(const ogp_joining *joining, size_t index);
/** "seen" or "unverified". @since 0.1 */
OGP_API const char *ogp_joining_status(const ogp_joining *joining, size_t index);
/** Id of the step that comes next, "" when all are done. @since 0.1 */
OGP_API const char *ogp_joining_next(const ogp_joining *joining);
/** By when a country's first plan is due; year 0 without a letter of intent. Unverified. @since 0.1 */
OGP_API ogp_date ogp_joining_first_plan_due(const ogp_joining *joining);
/** The reasons (rules JOI001 to JOI011). Owned by the result. @since 0.1 */
OGP_API const ogp_report *ogp_joining_report(const ogp_joining *joining);
/** Writes it as "text" or "json"; `*out` is freed with ogp_free(). @since 0.1 */
OGP_API OGP_NODISCARD int ogp_joining_write(char **out, size_t *length, const ogp_joining *joining, const char *format,
                                            const char *language, ogp_error *error);
/** "open", "next", "done", "out-of-order", "lapsed", "optional". @since 0.1 */
OGP_API const char *ogp_step_state_name(ogp_step_state state);

OGP_END_DECLS

#endif
