/* SPDX-License-Identifier: MIT */
/** @file
 * Many commitments as columns: codes as small integers, repeated texts once, dates as EDTF. Read from any edition of
 * OGP's table, a plan or a stream; a million commitments without their texts take less than 64 MiB.
 */
#ifndef OGP_DATASET_H
#define OGP_DATASET_H

#include <ogp/irm.h>
#include <ogp/summary.h>

OGP_BEGIN_DECLS

/** Immutable, reference-counted, read by any number of threads. @since 0.1 */
typedef struct ogp_dataset ogp_dataset;

typedef enum ogp_column_type {
    OGP_COLUMN_CODE = 1,   /**< int8_t: a code, or an ogp_missing */
    OGP_COLUMN_NUMBER = 2, /**< int16_t: a number, or an ogp_missing */
    OGP_COLUMN_TERM16 = 3, /**< uint16_t: index of a term */
    OGP_COLUMN_TERM32 = 4, /**< uint32_t: index of a term */
    OGP_COLUMN_TEXT = 5    /**< UTF-8 texts, one after the other */
} ogp_column_type;

/** A view of one column; everything belongs to the dataset. @since 0.1 */
typedef struct ogp_column {
    size_t struct_size;
    const char *name;
    int32_t type; /**< an ogp_column_type */
    int32_t derived; /**< 1: worked out by the library, 0: from the input */
    size_t rows;
    const void *data;             /**< codes, numbers, indices; the bytes of texts */
    const uint32_t *offsets;      /**< texts: rows + 1 of them; else NULL */
    size_t term_count;            /**< terms: how many */
    const uint32_t *term_offsets; /**< terms: term_count + 1 of them into term_bytes */
    const char *term_bytes;
} ogp_column;

#define OGP_COLUMN_INIT { sizeof(ogp_column), NULL, 0, 0, 0, NULL, NULL, 0, NULL, NULL }

/** What ogp_dataset_options.keep may hold. @since 0.1 */
enum ogp_keep {
    OGP_KEEP_CODES = 0, /**< codes, numbers, keys, terms */
    OGP_KEEP_TEXTS = 1, /**< titles, descriptions, supporting institutions too */
    OGP_KEEP_SMART =
        2 /**< SMART marks, worked out while reading: smart_specific ... smart_time_bound, smart_score (0 to 100) */
};

/** @since 0.1 */
typedef struct ogp_dataset_options {
    size_t struct_size;
    uint32_t keep; /**< ogp_keep, put together with | */
    int (*progress)(void *user,
                    size_t rows); /**< NULL, or called now and then; other than 0 stops: OGP_ERROR_CANCELLED */
    void *user;
} ogp_dataset_options;

#define OGP_DATASET_OPTIONS_INIT { sizeof(ogp_dataset_options), 0, NULL, NULL }

/**
 * Reads an input whole. @param path a table of OGP's, a plan or a stream of commitments; "-" is standard input.
 * @param options NULL for the defaults. @return 0, OGP_ERROR_IO, OGP_ERROR_SYNTAX, OGP_ERROR_FORMAT (a needed column is
 * missing: the message names it), OGP_ERROR_LIMIT, OGP_ERROR_MEMORY, OGP_ERROR_CANCELLED. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_dataset_read(ogp_dataset **out, const char *path, const ogp_dataset_options *options,
                                           const ogp_context *context, ogp_error *error);
/** The same from memory, which is not needed any more afterwards. @since 0.1 */
OGP_API OGP_NODISCARD int ogp_dataset_read_memory(ogp_dataset **out, const char *text, size_t length,
                                                  const ogp_dataset_options *options, const ogp_context *context,
                                                  ogp_error *error);
OGP_API ogp_dataset *ogp_dataset_ref(ogp_dataset *dataset);
OGP_API void ogp_dataset_unref(ogp_dataset *dataset);

OGP_API size_t ogp_dataset_rows(const ogp_dataset *dataset);
/** "irm-2016", "irm-2024", "irm-2015-milestones", "unknown", "plan" ... @since 0.1 */
OGP_API const char *ogp_dataset_edition(const ogp_dataset *dataset);
/** What reading found: columns not understood, labels that their codes contradict, dates ... Borrowed. @since 0.1 */
OGP_API const ogp_report *ogp_dataset_report(const ogp_dataset *dataset);
/** Bytes that the columns take. @since 0.1 */
OGP_API size_t ogp_dataset_bytes(const ogp_dataset *dataset);

OGP_API size_t ogp_dataset_column_count(const ogp_dataset *dataset);
/** Fills in a view. @return 0, or OGP_ERROR_USAGE past the end or for a wrong struct_size. @since 0.1 */
OGP_API int ogp_dataset_column_at(const ogp_dataset *dataset, size_t index, ogp_column *out);
/** The place of a column by name, -1 when there is none. @since 0.1 */
OGP_API ptrdiff_t ogp_dataset_column_index(const ogp_dataset *dataset, const char *name);
/** A code or number; OGP_MISSING_ABSENT for a column of texts or terms and past the ends. @since 0.1 */
OGP_API int ogp_dataset_code(const ogp_dataset *dataset, size_t column, size_t row);
/** A text or term and its length, not NUL-terminated; "" and 0 for a column of codes and past the ends. @since 0.1 */
OGP_API const char *ogp_dataset_text(const ogp_dataset *dataset, size_t column, size_t row, size_t *length);
/** A code as tables write it ("moderate", "1", "NR"), into at least 24 bytes. @return its length. @since 0.1 */
OGP_API size_t ogp_dataset_word(const ogp_dataset *dataset, size_t column, size_t row, char *out, size_t size);

/** Sums over the dataset; see ogp_summary_new() for `by`. @since 0.1 */
OGP_API OGP_NODISCARD int ogp_dataset_summarize(ogp_summary **out, const ogp_dataset *dataset, const char *by,
                                                ogp_error *error);

OGP_END_DECLS

#endif
