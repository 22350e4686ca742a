/* SPDX-License-Identifier: MIT */
/** @file
 * A context carries the rulebook, the language, the limits and the allocator of a call.
 * Wherever a function takes a context, NULL means the built-in rulebook, English, the default
 * limits and malloc. A context is immutable and may be shared by threads.
 */
#ifndef OGP_CONTEXT_H
#define OGP_CONTEXT_H

#include <ogp/error.h>
#include <ogp/rulebook.h>

OGP_BEGIN_DECLS

/** Immutable, reference-counted. @since 0.1 */
typedef struct ogp_context ogp_context;

/** Memory functions for libogp's own memory; `user` is passed through. All three are needed. @since 0.1 */
typedef struct ogp_allocator {
    void *(*allocate)(size_t size, void *user);
    void *(*reallocate)(void *memory, size_t size, void *user);
    void (*release)(void *memory, void *user);
    void *user;
} ogp_allocator;

/** What an input may cost. Start with OGP_LIMITS_INIT; 0 keeps a default. docs/limits.md. @since 0.1 */
typedef struct ogp_limits {
    size_t struct_size;
    size_t input_bytes;       /**< A document in memory; default 64 MiB. Streams are not bounded by it. */
    size_t depth;             /**< Nesting of JSON or XML; default 64. */
    size_t string_bytes;      /**< One text or cell; default 1 MiB. */
    size_t commitments;       /**< In one plan; default 10,000. */
    size_t milestones;        /**< In one commitment; default 1,000. */
    size_t findings;          /**< In one report; default 10,000. */
    size_t findings_per_rule; /**< Of one rule in one report; default 100. The rest is counted. */
    size_t columns;           /**< Of one table; default 4,096. */
    size_t members;           /**< Values in one JSON or XML document; default 1,000,000. */
    size_t unpacked_bytes;    /**< One part of an Excel workbook, unpacked; default 1 GiB. Its shared strings, and a
                                   workbook that comes through a pipe, are bounded by input_bytes. */
} ogp_limits;

#define OGP_LIMITS_INIT { sizeof(ogp_limits), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/** What a context is made of. Start with OGP_CONTEXT_OPTIONS_INIT. @since 0.1 */
typedef struct ogp_context_options {
    size_t struct_size;
    const ogp_rulebook *rulebook;   /**< NULL: the built-in one. The context keeps a reference. */
    const char *language;           /**< "en", "ar", "fr" or "es"; NULL: "en". Copied. */
    const ogp_limits *limits;       /**< NULL: the defaults. Copied. */
    const ogp_allocator *allocator; /**< NULL: malloc, realloc, free. Copied. */
    const char *sheet;              /**< The sheet that a table is read from, where the input is an Excel workbook;
                                         NULL: the first visible one. Copied. */
} ogp_context_options;

#define OGP_CONTEXT_OPTIONS_INIT { sizeof(ogp_context_options), NULL, NULL, NULL, NULL, NULL }

/**
 * Makes a context. Checks and ogp_text_facts() leave buffers, tables and words in it for later calls to use, so that
 * keeping one context makes them two to three times as fast.
 * @param[out] out owned by the caller; NULL on failure.
 * @param options NULL for the defaults.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for an unknown language, an incomplete allocator or a wrong
 * struct_size. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_context_new(ogp_context **out, const ogp_context_options *options, ogp_error *error);
/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_context *ogp_context_ref(ogp_context *context);
/** Drops a reference; the last one frees. NULL is allowed. @since 0.1 */
OGP_API void ogp_context_unref(ogp_context *context);
/** The language of messages, never NULL; "en" for a NULL context. @since 0.1 */
OGP_API const char *ogp_context_language(const ogp_context *context);
/** The rulebook in use; the built-in one for a NULL context. Never NULL. Owned by the context. @since 0.1 */
OGP_API const ogp_rulebook *ogp_context_rulebook(const ogp_context *context);
/** The sheet of a workbook that was asked for, or NULL. Owned by the context. @since 0.1 */
OGP_API const char *ogp_context_sheet(const ogp_context *context);
/**
 * The limits in force, with every member filled in; the defaults for a NULL context. Owned by the context. @since 0.1
 */
OGP_API const ogp_limits *ogp_context_limits(const ogp_context *context);

OGP_END_DECLS

#endif
