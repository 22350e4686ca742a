/* SPDX-License-Identifier: MIT */
/** @file
 * What has happened between OGP and a country, a local government or a parliament: dated events on the way in
 * ("ogp-join/1"), and plan cycles, yearly ratings and events of a member ("ogp-member/1"). docs/joining.md has the
 * formats.
 */
#ifndef OGP_HISTORY_H
#define OGP_HISTORY_H

#include <ogp/context.h>

OGP_BEGIN_DECLS

/** Immutable, reference-counted. @since 0.1 */
typedef struct ogp_history ogp_history;

/**
 * Reads a history from a JSON file.
 * @param[out] out owned by the caller; NULL on failure.
 * @param context NULL for the defaults.
 * @param path a file, or "-" for standard input.
 * @return 0, OGP_ERROR_IO, OGP_ERROR_SYNTAX, OGP_ERROR_FORMAT (with line, column and pointer), OGP_ERROR_LIMIT,
 * OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for a NULL path. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_history_load(ogp_history **out, const ogp_context *context, const char *path,
                                           ogp_error *error);
/** Reads a history from memory. The text is not needed afterwards. Otherwise as ogp_history_load(). @since 0.1 */
OGP_API OGP_NODISCARD int ogp_history_parse(ogp_history **out, const ogp_context *context, const char *text,
                                            size_t length, ogp_error *error);
/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_history *ogp_history_ref(ogp_history *history);
/** Drops a reference; the last one frees. NULL is allowed. @since 0.1 */
OGP_API void ogp_history_unref(ogp_history *history);
/** The member's code or name, "" where not stated. @since 0.1 */
OGP_API const char *ogp_history_member(const ogp_history *history);
/** Whose history it is, as stated: "country", "local" or "parliament". @since 0.1 */
OGP_API const char *ogp_history_kind(const ogp_history *history);

OGP_END_DECLS

#endif
