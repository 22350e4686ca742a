/* SPDX-License-Identifier: MIT */
/** @file
 * A member's status, and how it came about: plan cycles that were contrary to process, by the triggers of each era; two
 * running bring a Procedural Review; two years below the core minimum an Eligibility Review; the Response Policy,
 * inactivity, suspension, withdrawal (rulebook "status").
 */
#ifndef OGP_STATUS_H
#define OGP_STATUS_H

#include <ogp/date.h>
#include <ogp/eligibility.h>
#include <ogp/history.h>
#include <ogp/report.h>

OGP_BEGIN_DECLS

/** Immutable, reference-counted. @since 0.1 */
typedef struct ogp_status ogp_status;

/**
 * Judges a member's history. @param[out] out owned by the caller, NULL on failure. @param today year 0: the history's
 * own "today", else the day of what is dated last. @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for a NULL history
 * or no such day. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_status_judge(ogp_status **out, const ogp_history *history, ogp_date today,
                                           const ogp_context *context, ogp_error *error);
/** Takes a reference. NULL is allowed. @since 0.1 */
OGP_API ogp_status *ogp_status_ref(ogp_status *status);
/** Drops a reference. NULL is allowed. @since 0.1 */
OGP_API void ogp_status_unref(ogp_status *status);
/** "active", "procedural-review", "eligibility-review", "inactive", "suspended" or "withdrawn". @since 0.1 */
OGP_API const char *ogp_status_word(const ogp_status *status);
/** Its name in a language (NULL: English). Owned by the result; the id where there is no memory for it. @since 0.1 */
OGP_API const char *ogp_status_name(const ogp_status *status, const char *language);
/** The day it was judged for; year 0 where nothing is dated. @since 0.1 */
OGP_API ogp_date ogp_status_as_of(const ogp_status *status);
/** "unverified" where it rests on what is. @since 0.1 */
OGP_API const char *ogp_status_confidence(const ogp_status *status);
/** Of the i-th cycle of the history: acted contrary to process? @since 0.1 */
OGP_API ogp_answer ogp_status_contrary(const ogp_status *status, size_t index);
/** How it came about, in the order of time (rules STA001 to STA014). Owned by the result. @since 0.1 */
OGP_API const ogp_report *ogp_status_report(const ogp_status *status);
/** Writes it as "text" or "json"; `*out` is freed with ogp_free(). @since 0.1 */
OGP_API OGP_NODISCARD int ogp_status_write(char **out, size_t *length, const ogp_status *status, const char *format,
                                           const char *language, ogp_error *error);

OGP_END_DECLS

#endif
