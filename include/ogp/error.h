/* SPDX-License-Identifier: MIT */
/** @file
 * What a call reports when it fails. A finding is not an error: see report.h.
 */
#ifndef OGP_ERROR_H
#define OGP_ERROR_H

#include <ogp/macros.h>

OGP_BEGIN_DECLS

/** Result codes. A function that can fail returns one of the negative ones when it does. @since 0.1 */
typedef enum ogp_code {
    OGP_OK = 0,
    OGP_ERROR_MEMORY = -1,    /**< An allocation failed. */
    OGP_ERROR_SYNTAX = -2,    /**< The input is not JSON, XML, CSV or UTF-8 at all. */
    OGP_ERROR_FORMAT = -3,    /**< Well-formed, but not a document that libogp knows. */
    OGP_ERROR_LIMIT = -4,     /**< The input exceeds a limit of the context. */
    OGP_ERROR_IO = -5,        /**< A file or stream could not be read or written. */
    OGP_ERROR_USAGE = -6,     /**< The call was wrong: an argument is missing or out of range. */
    OGP_ERROR_CANCELLED = -7  /**< The caller's progress callback asked to stop. */
} ogp_code;

/**
 * Room for an error, provided by the caller. Start with OGP_ERROR_INIT; a call that succeeds leaves it untouched.
 * `message` is one line without a full stop, `path` a JSON pointer or "" where there is none,
 * `line` and `column` count from 1 (column in code points) and are 0 where not known.
 * @since 0.1
 */
typedef struct ogp_error {
    size_t struct_size;
    int code;
    unsigned line;
    unsigned column;
    char path[256];
    char message[512];
} ogp_error;

#define OGP_ERROR_INIT { sizeof(ogp_error), 0, 0, 0, { 0 }, { 0 } }

/**
 * The word for a code: "ok", "memory", "syntax", "format", "limit", "io", "usage" or "cancelled"; "unknown" for any
 * other number. Static. @since 0.1
 */
OGP_API const char *ogp_code_name(int code);

OGP_END_DECLS

#endif
