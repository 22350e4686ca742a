/* SPDX-License-Identifier: MIT */
/** @file
 * Commitments one after the other, in memory that does not grow with their number. The usual input is NDJSON: one
 * commitment object a line, with "plan", "member", "language" and "submitted" added (ogp_plan_write_commitment() writes
 * such lines). A whole plan, in JSON or XML, is taken too, and its commitments are given.
 *
 * A stream belongs to one thread at a time.
 *
 * @code
 * ogp_stream *stream = NULL;
 * const ogp_commitment *commitment;
 * int rc = ogp_stream_open(&stream, NULL, "commitments.ndjson", &error);
 * while (rc >= 0 && (rc = ogp_stream_next(&commitment, stream, &error)) > 0)
 *     puts(ogp_commitment_title(commitment, "en"));
 * ogp_stream_close(stream);
 * @endcode
 */
#ifndef OGP_STREAM_H
#define OGP_STREAM_H

#include <ogp/plan.h>

OGP_BEGIN_DECLS

/** An input that is read one commitment at a time. @since 0.1 */
typedef struct ogp_stream ogp_stream;

/** Reads up to `size` bytes. @return how many, 0 at the end, OGP_ERROR_CANCELLED to stop, OGP_ERROR_IO when it fails.
 * @since 0.1 */
typedef ptrdiff_t (*ogp_read_function)(void *user, char *buffer, size_t size);

/**
 * Opens a file. Nothing is read before the first ogp_stream_next().
 * @param[out] out owned by the caller (ogp_stream_close()); NULL on failure.
 * @param context NULL for the defaults; the stream keeps a reference.
 * @param path a file, or "-" for standard input.
 * @return 0, OGP_ERROR_IO, OGP_ERROR_MEMORY or OGP_ERROR_USAGE. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_stream_open(ogp_stream **out, const ogp_context *context, const char *path,
                                          ogp_error *error);
/** Reads from memory, which must last as long as the stream. Otherwise as ogp_stream_open(). @since 0.1 */
OGP_API OGP_NODISCARD int ogp_stream_open_memory(ogp_stream **out, const ogp_context *context, const char *text,
                                                 size_t length, ogp_error *error);
/** Reads what a function delivers. @param user handed on to `read`. Otherwise as ogp_stream_open(). @since 0.1 */
OGP_API OGP_NODISCARD int ogp_stream_open_function(ogp_stream **out, const ogp_context *context, ogp_read_function read,
                                                   void *user, ogp_error *error);
/**
 * Gives the next commitment. Blank lines are skipped.
 * @param[out] out lives until the next call, or longer if a reference to ogp_stream_plan() is taken; NULL at the end
 * and on failure.
 * @return 1, 0 at the end, or a negative code as of ogp_plan_parse(); error->line counts from the start of the stream.
 * After OGP_ERROR_SYNTAX and OGP_ERROR_FORMAT the next call goes on with the next line; a line longer than the limit
 * `input_bytes` ends the stream. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_stream_next(const ogp_commitment **out, ogp_stream *stream, ogp_error *error);
/**
 * The plan of the commitment given last. For a line of NDJSON that is a plan made of what the line says of its plan,
 * with this one commitment. ogp_plan_ref() keeps it beyond the next call. NULL before the first commitment and after
 * the last. @since 0.1
 */
OGP_API ogp_plan *ogp_stream_plan(const ogp_stream *stream);
/** The line of the commitment given last, from 1; 0 where the input is a whole plan. @since 0.1 */
OGP_API unsigned ogp_stream_line(const ogp_stream *stream);
/** The position of the commitment given last within the plan of ogp_stream_plan(). @since 0.1 */
OGP_API size_t ogp_stream_index(const ogp_stream *stream);
/** Closes and frees a stream. NULL is allowed. @since 0.1 */
OGP_API void ogp_stream_close(ogp_stream *stream);

OGP_END_DECLS

#endif
