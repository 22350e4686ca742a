/* SPDX-License-Identifier: MIT */
/** @file
 * Commitments from one form to another: plans (JSON, XML), streams of commitments (NDJSON), tables (CSV, any edition).
 */
#ifndef OGP_CONVERT_H
#define OGP_CONVERT_H

#include <ogp/stream.h>

OGP_BEGIN_DECLS

/** Takes bytes, whole rows or documents. @return 0, or anything else to stop. @since 0.1 */
typedef int (*ogp_write_function)(void *user, const char *bytes, size_t length);

/**
 * Converts an input. A plan becomes "json" (canonical), "xml", "ndjson" or "csv" (the common table); a table or a
 * stream becomes "ndjson" or "csv", row by row, in memory that does not grow, and where all its rows belong to one plan
 * "json" or "xml" too. @param[out] losses NULL, or what the form cannot hold is told: static English text, NULL where
 * nothing is lost. @param path a plan, a stream or a table; "-" is standard input.
 * @param write called with what is written; `user` is handed on to it. @param context NULL for the defaults.
 * @return 0, OGP_ERROR_USAGE for another format, OGP_ERROR_FORMAT for rows of many plans that are to become one,
 * OGP_ERROR_CANCELLED when `write` stops, or as ogp_plan_load() and ogp_dataset_read(). @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_convert(const char **losses, const char *path, const char *format,
                                      ogp_write_function write, void *user, const ogp_context *context,
                                      ogp_error *error);

/**
 * Opens anything that holds commitments as a stream: what ogp_stream_open() takes, and tables in any edition, whose
 * rows become commitments as ogp_convert() to "ndjson" makes them. Otherwise as ogp_stream_open(); a table without a
 * needed column is OGP_ERROR_FORMAT. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_commitments_open(ogp_stream **out, const ogp_context *context, const char *path,
                                               ogp_error *error);
/** The same through a function, which is called at once for the first bytes. @since 0.1 */
OGP_API OGP_NODISCARD int ogp_commitments_open_function(ogp_stream **out, const ogp_context *context,
                                                        ogp_read_function read, void *user, ogp_error *error);

OGP_END_DECLS

#endif
