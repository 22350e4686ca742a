/* SPDX-License-Identifier: MIT */
/** @file
 * Commitments from one form to another: plans (JSON, XML), streams of commitments (NDJSON), tables (CSV, any edition).
 */
#ifndef OGP_CONVERT_H
#define OGP_CONVERT_H

#include <ogp/stream.h>

OGP_BEGIN_DECLS

/** Receives bytes: whole rows or documents at a time. @return 0, or anything else to stop. @since 0.1 */
typedef int (*ogp_write_function)(void *user, const char *bytes, size_t length);

/**
 * Converts an input. A plan becomes "json" (canonical), "xml", "ndjson" or "csv" (the common table). A table or a
 * stream becomes "ndjson" or "csv", row by row, in memory that does not grow; where all its rows belong to one plan, it
 * can become "json" or "xml" too.
 * @param[out] losses what the new form cannot hold, as static English text; set to NULL where nothing is lost. May be
 * NULL.
 * @param path a plan, a stream or a table; "-" is standard input.
 * @param write called with what is written.
 * @param user handed on to `write`.
 * @param context NULL for the defaults.
 * @return 0, OGP_ERROR_USAGE for an unknown format, OGP_ERROR_FORMAT where rows of several plans should become one
 * plan, OGP_ERROR_CANCELLED when `write` asks to stop, or as ogp_plan_load() and ogp_dataset_read(). @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_convert(const char **losses, const char *path, const char *format,
                                      ogp_write_function write, void *user, const ogp_context *context,
                                      ogp_error *error);

/**
 * Opens anything that holds commitments as a stream: what ogp_stream_open() takes, and tables of any edition, whose
 * rows become the commitments that ogp_convert() would write as "ndjson". Otherwise as ogp_stream_open(); a table that
 * lacks a required column is OGP_ERROR_FORMAT. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_commitments_open(ogp_stream **out, const ogp_context *context, const char *path,
                                               ogp_error *error);
/**
 * Opens what a function delivers, which is called at once for the first bytes. Otherwise as ogp_commitments_open().
 * @param user handed on to `read`. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_commitments_open_function(ogp_stream **out, const ogp_context *context,
                                                        ogp_read_function read, void *user, ogp_error *error);

OGP_END_DECLS

#endif
