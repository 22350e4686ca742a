/* SPDX-License-Identifier: MIT */
/** @file
 * A report written out: as text for people, as JSON (docs/report-format.md), as SARIF 2.1.0 for code
 * hosts and editors, as a page of HTML. The same report and options give the same bytes.
 */
#ifndef OGP_WRITE_H
#define OGP_WRITE_H

#include <ogp/report.h>

OGP_BEGIN_DECLS

typedef enum ogp_write_format {
    OGP_WRITE_TEXT = 1,
    OGP_WRITE_JSON = 2,
    OGP_WRITE_SARIF = 3,
    OGP_WRITE_HTML = 4
} ogp_write_format;

/** How a report is written. @since 0.1 */
typedef struct ogp_write_options {
    size_t struct_size;
    int format;           /**< An ogp_write_format; 0: text. */
    const char *language; /**< "en", "ar", "fr" or "es", of messages and headings; NULL: "en". */
    int colour;           /**< Not 0: text with the colours of a terminal. */
    int all_languages;    /**< Not 0: JSON with the messages of all languages. */
    unsigned width;       /**< Columns of text; 0: 80. */
    unsigned reserved;
} ogp_write_options;

#define OGP_WRITE_OPTIONS_INIT { sizeof(ogp_write_options), 0, NULL, 0, 0, 0, 0 }

/** One report of several, with what it speaks of. The layout is final. @since 0.1 */
typedef struct ogp_write_item {
    const ogp_report *report;
    const char *name;     /**< Of the file, as it shall stand in the report; NULL where there is none. */
    const char *text;     /**< The JSON that was checked, to find lines and columns in; NULL: none are given. */
    size_t text_length;
} ogp_write_item;

/**
 * Writes one report. @param[out] out freed with ogp_free(), NUL-terminated; NULL on failure. @param[out] length may be
 * NULL.
 * @param item its `report` must not be NULL. @param options NULL for English text.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for an unknown language or format or a wrong struct_size.
 * Safe to call from several threads on the same report. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_report_write(char **out, size_t *length, const ogp_write_item *item,
                                           const ogp_write_options *options, ogp_error *error);
/**
 * Writes several reports as one: texts one after the other, a JSON array, one SARIF run, one page. Otherwise like
 * ogp_report_write(). @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_reports_write(char **out, size_t *length, const ogp_write_item *items, size_t count,
                                            const ogp_write_options *options, ogp_error *error);
/** The format called "text", "json", "sarif" or "html", or 0. @since 0.1 */
OGP_API int ogp_write_format_of(const char *name);

OGP_END_DECLS

#endif
