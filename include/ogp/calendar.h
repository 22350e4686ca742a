/* SPDX-License-Identifier: MIT */
/** @file
 * The calendar of a plan: every date that a member must keep, by the rules of the plan's era (rulebook "calendar"),
 * and whether the plan was delivered in time. docs/calendar.md explains the dates. Today's date plays no part.
 */
#ifndef OGP_CALENDAR_H
#define OGP_CALENDAR_H

#include <ogp/date.h>
#include <ogp/report.h>

OGP_BEGIN_DECLS

/** The dates of one plan. Immutable, reference-counted, read by any number of threads. @since 0.1 */
typedef struct ogp_calendar ogp_calendar;

/** What is known of the plan. A date with year 0 is not known; all others must be whole days. @since 0.1 */
typedef struct ogp_calendar_options {
    size_t struct_size;
    const char *edition;   /**< "cal-2018", a template's id ("handbook-2022"), or NULL: told from the dates. */
    const char *plan;      /**< Id of the plan, for the UIDs of iCalendar; may be NULL. */
    ogp_date submitted;    /**< When the plan was delivered. */
    ogp_date start;        /**< The first day of the plan's period. */
    ogp_date end;          /**< The last day, as the plan states it; else it follows from the era and `years`. */
    ogp_date previous_end; /**< The last day of the plan before it. */
    ogp_date letter;       /**< Day of the letter of intent, for a first plan. */
    ogp_date cocreation;   /**< When co-creation starts. */
    int32_t years;         /**< Length, 1 to 10; 0: it follows from the dates, or else from the era. */
    int32_t first;         /**< 1 for the first plan of a new member. */
    int32_t local;         /**< 1 for a plan of a local government. */
} ogp_calendar_options;

#define OGP_CALENDAR_OPTIONS_INIT { .struct_size = sizeof(ogp_calendar_options) }

/**
 * Works out the calendar.
 * @param[out] out owned by the caller; NULL on failure.
 * @param options begun with OGP_CALENDAR_OPTIONS_INIT.
 * @param context NULL for the defaults.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for NULL options, an unknown edition, a date that does not exist, an
 * end before the start, or dates from which nothing follows. Safe from many threads. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_calendar_new(ogp_calendar **out, const ogp_calendar_options *options,
                                           const ogp_context *context, ogp_error *error);
/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_calendar *ogp_calendar_ref(ogp_calendar *calendar);
/** Drops a reference; the last one frees. NULL is allowed. @since 0.1 */
OGP_API void ogp_calendar_unref(ogp_calendar *calendar);
/** The era whose rules were used: "cal-2011", "cal-2014", "cal-2018", "cal-2020-covid" or "cal-2022". @since 0.1 */
OGP_API const char *ogp_calendar_edition(const ogp_calendar *calendar);
/** How many dates there are. They are in chronological order. @since 0.1 */
OGP_API size_t ogp_calendar_count(const ogp_calendar *calendar);

/* The functions with an index speak of the i-th date. Past the end they return "", 0 or a date with year 0. */

/** What falls due: "due", "latest", "end", "self-assessment" ... (section "calendar" of the rulebook). @since 0.1 */
OGP_API const char *ogp_calendar_id(const ogp_calendar *calendar, size_t index);
/** The day on which it falls; year 0 past the end. @since 0.1 */
OGP_API ogp_date ogp_calendar_date(const ogp_calendar *calendar, size_t index);
/**
 * "deadline", "event", "window" (something opens), "standing" (a recurring duty) or "irm" (what the IRM will do).
 * @since 0.1
 */
OGP_API const char *ogp_calendar_kind(const ogp_calendar *calendar, size_t index);
/** Who has to act: "member" or "irm". @since 0.1 */
OGP_API const char *ogp_calendar_who(const ogp_calendar *calendar, size_t index);
/**
 * Its name in a language (NULL: English). Owned by the calendar. Should memory run out, the id is returned instead.
 * @since 0.1
 */
OGP_API const char *ogp_calendar_name(const ogp_calendar *calendar, size_t index, const char *language);
/** The rule it follows, such as "CAL020". @since 0.1 */
OGP_API const char *ogp_calendar_rule(const ogp_calendar *calendar, size_t index);
/** Keys of the sources that the rule rests on, separated by blanks. @since 0.1 */
OGP_API const char *ogp_calendar_source(const ogp_calendar *calendar, size_t index);
/** How well the rule is known: "seen", "measured" or "unverified". @since 0.1 */
OGP_API const char *ogp_calendar_status(const ogp_calendar *calendar, size_t index);
/** For a date that recurs, which one it is: 1, 2, ...; 0 for a date that does not recur. @since 0.1 */
OGP_API uint32_t ogp_calendar_number(const ogp_calendar *calendar, size_t index);
/**
 * Findings on delivery, length, end and gaps (rules CAL001 to CAL010). Owned by the calendar; NULL for a NULL calendar.
 * @since 0.1
 */
OGP_API const ogp_report *ogp_calendar_report(const ogp_calendar *calendar);
/**
 * Writes the calendar. @param[out] out NUL-terminated UTF-8, freed with ogp_free(). @param[out] length may be NULL.
 * @param format "text", "json" or "ics" (iCalendar, RFC 5545: whole days, stable UIDs, the same bytes every time).
 * @param language of the names; NULL: English. @return 0, OGP_ERROR_MEMORY or OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_calendar_write(char **out, size_t *length, const ogp_calendar *calendar,
                                             const char *format, const char *language, ogp_error *error);

OGP_END_DECLS

#endif
