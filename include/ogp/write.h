/* SPDX-License-Identifier: MIT */
/** @file
 * A report written out: as text for people, as JSON (docs/report-format.md), as SARIF 2.1.0 for code
 * hosts and editors, as a page of HTML. The same report and options give the same bytes.
 */
#ifndef OGP_WRITE_H
#define OGP_WRITE_H

#include <ogp/report.h>

OGP_BEGIN_DECLS

/** The form of a written report. @since 0.1 */
typedef enum ogp_write_format {
    OGP_WRITE_TEXT = 1,
    OGP_WRITE_JSON = 2,
    OGP_WRITE_SARIF = 3,
    OGP_WRITE_HTML = 4
} ogp_write_format;

/** How a report is written. Start with OGP_WRITE_OPTIONS_INIT. @since 0.1 */
typedef struct ogp_write_options {
    size_t struct_size;
    int format;           /**< An ogp_write_format; 0: text. */
    const char *language; /**< "en", "ar", "fr" or "es", of messages and headings; NULL: "en". */
    int colour;           /**< Not 0: text with the colours of a terminal. */
    int all_languages;    /**< Not 0: JSON with the messages in all languages. */
    unsigned width;       /**< Columns of text; 0: 80. */
    unsigned reserved;    /**< 0. */
} ogp_write_options;

#define OGP_WRITE_OPTIONS_INIT { sizeof(ogp_write_options), 0, NULL, 0, 0, 0, 0 }

/** A report to be written, and the document that it is about. This layout will never change. @since 0.1 */
typedef struct ogp_write_item {
    const ogp_report *report;
    const char *name;     /**< The name of the document to write; NULL where it has none. */
    const char *text;     /**< The JSON that was checked, to find lines and columns in; NULL: none are written. */
    size_t text_length;   /**< Bytes of `text`. */
} ogp_write_item;

/**
 * Writes one report.
 * @param[out] out NUL-terminated, freed with ogp_free(); NULL on failure.
 * @param[out] length may be NULL.
 * @param item its `report` must not be NULL.
 * @param options NULL for English text.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for an unknown language or format or a wrong struct_size. Safe from
 * many threads, also on the same report. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_report_write(char **out, size_t *length, const ogp_write_item *item,
                                           const ogp_write_options *options, ogp_error *error);
/**
 * Writes several reports as one: texts one after the other, a JSON array, one SARIF run, one HTML page. Otherwise as
 * ogp_report_write(). @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_reports_write(char **out, size_t *length, const ogp_write_item *items, size_t count,
                                            const ogp_write_options *options, ogp_error *error);
/** The ogp_write_format called "text", "json", "sarif" or "html"; 0 for any other name. @since 0.1 */
OGP_API int ogp_write_format_of(const char *name);

OGP_END_DECLS

#endif
