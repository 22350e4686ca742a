/* SPDX-License-Identifier: MIT */
/** @file
 * Dates as EDTF (ISO 8601-2), as far as plans and texts need it: years, months, days, seasons
 * (21-24), quarters (33-36), thirds (37-39) and halves (40-41), intervals, open and unknown ends,
 * and the qualifiers ? ~ %. Proleptic Gregorian calendar, no time of day, no time zone.
 */
#ifndef OGP_DATE_H
#define OGP_DATE_H

#include <ogp/error.h>

OGP_BEGIN_DECLS

/** How sure a date is. @since 0.1 */
typedef enum ogp_date_qualifier {
    OGP_DATE_CERTAIN = 0,     /**< no mark */
    OGP_DATE_UNCERTAIN = 1,   /**< "?" */
    OGP_DATE_APPROXIMATE = 2, /**< "~" */
    OGP_DATE_BOTH = 3         /**< "%" */
} ogp_date_qualifier;

/** A day, a month, a year, or a part of a year such as a quarter. @since 0.1 */
typedef struct ogp_date {
    int32_t year;
    uint8_t month;     /**< 1-12; 21-41 for a season, quarter, third or half; 0 where not stated */
    uint8_t day;       /**< 1-31; 0 where not stated */
    uint8_t qualifier; /**< an ogp_date_qualifier */
} ogp_date;

/** The form of an ogp_edtf, which says which of its dates count. @since 0.1 */
typedef enum ogp_edtf_kind {
    OGP_EDTF_NONE = 0,         /**< nothing stated */
    OGP_EDTF_DATE = 1,         /**< from */
    OGP_EDTF_INTERVAL = 2,     /**< from/to */
    OGP_EDTF_OPEN_END = 3,     /**< from/.. */
    OGP_EDTF_OPEN_START = 4,   /**< ../to */
    OGP_EDTF_UNKNOWN_END = 5,  /**< from/ */
    OGP_EDTF_UNKNOWN_START = 6 /**< /to */
} ogp_edtf_kind;

/** A date or an interval of dates. @since 0.1 */
typedef struct ogp_edtf {
    int32_t kind; /**< an ogp_edtf_kind */
    ogp_date from;
    ogp_date to;
} ogp_edtf;

/** Longest text that ogp_edtf_format() writes, with the final NUL. */
#define OGP_EDTF_SIZE 40

/**
 * Reads a date.
 * @param[out] out filled in.
 * @param text EDTF, `length` bytes.
 * @return 0, or OGP_ERROR_FORMAT with a message that says what is wrong ("no 30 February 2023"). @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_edtf_parse(ogp_edtf *out, const char *text, size_t length, ogp_error *error);
/**
 * Writes a date as EDTF, NUL-terminated.
 * @param size of the buffer: at least OGP_EDTF_SIZE.
 * @return the length; 0 where there is too little room. @since 0.1
 */
OGP_API size_t ogp_edtf_format(const ogp_edtf *edtf, char *buffer, size_t size);
/**
 * The first day that is meant, as a day number (1970-01-01 is 0); INT32_MIN where the start is open or unknown.
 * @since 0.1
 */
OGP_API int32_t ogp_edtf_first_day(const ogp_edtf *edtf);
/** The last day that is meant, as a day number; INT32_MAX where the end is open or unknown. @since 0.1 */
OGP_API int32_t ogp_edtf_last_day(const ogp_edtf *edtf);
/** The day number of a whole date (1970-01-01 is 0). The date must exist; nothing checks it. @since 0.1 */
OGP_API int32_t ogp_date_to_day(int32_t year, unsigned month, unsigned day);
/** The whole date with that day number. @since 0.1 */
OGP_API ogp_date ogp_date_from_day(int32_t day_number);
/** A date moved by a number of months; a day that the month does not have becomes its last. @since 0.1 */
OGP_API ogp_date ogp_date_add_months(ogp_date date, int32_t months);

OGP_END_DECLS

#endif
