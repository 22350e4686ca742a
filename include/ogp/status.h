/* SPDX-License-Identifier: MIT */
/** @file
 * A member's status, and how it came about (section "status" of the rulebook). Two plan cycles in a row that were
 * contrary to process, as each era defines it, bring a Procedural Review; two years below the core minimum bring an
 * Eligibility Review; then there are the Response Policy, inactivity, suspension and withdrawal. docs/joining.md
 * explains the rules.
 */
#ifndef OGP_STATUS_H
#define OGP_STATUS_H

#include <ogp/date.h>
#include <ogp/eligibility.h>
#include <ogp/history.h>
#include <ogp/report.h>

OGP_BEGIN_DECLS

/** The verdict on one history. Immutable, reference-counted, read by any number of threads. @since 0.1 */
typedef struct ogp_status ogp_status;

/**
 * Judges a member's history.
 * @param[out] out owned by the caller; NULL on failure.
 * @param today the day to judge on; with year 0 the history's own "today", else the day of its last dated entry.
 * @param context NULL for the defaults.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for a NULL history or a day that does not exist. Safe from many
 * threads. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_status_judge(ogp_status **out, const ogp_history *history, ogp_date today,
                                           const ogp_context *context, ogp_error *error);
/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_status *ogp_status_ref(ogp_status *status);
/** Drops a reference; the last one frees. NULL is allowed. @since 0.1 */
OGP_API void ogp_status_unref(ogp_status *status);
/**
 * The status: "active", "procedural-review", "eligibility-review", "inactive", "suspended" or "withdrawn". @since 0.1
 */
OGP_API const char *ogp_status_word(const ogp_status *status);
/**
 * The status in words of a language (NULL: English). Owned by the result. Should memory run out, the id is returned
 * instead. @since 0.1
 */
OGP_API const char *ogp_status_name(const ogp_status *status, const char *language);
/** The day that was judged on; year 0 where nothing is dated. @since 0.1 */
OGP_API ogp_date ogp_status_as_of(const ogp_status *status);
/** "unverified" where the status rests on an unverified rule, otherwise "seen". @since 0.1 */
OGP_API const char *ogp_status_confidence(const ogp_status *status);
/** Whether the member acted contrary to process in the i-th cycle of its history; unknown past the end. @since 0.1 */
OGP_API ogp_answer ogp_status_contrary(const ogp_status *status, size_t index);
/**
 * How the status came about, in chronological order (rules STA001 to STA014). Owned by the result; NULL for a NULL
 * result. @since 0.1
 */
OGP_API const ogp_report *ogp_status_report(const ogp_status *status);
/**
 * Writes the result.
 * @param[out] out NUL-terminated UTF-8, freed with ogp_free(); NULL on failure.
 * @param[out] length may be NULL.
 * @param format "text" or "json".
 * @param language of the names; NULL: English.
 * @return 0, OGP_ERROR_MEMORY or OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_status_write(char **out, size_t *length, const ogp_status *status, const char *format,
                                           const char *language, ogp_error *error);

OGP_END_DECLS

#endif
