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

/** A table of commitments. Immutable, reference-counted, read by any number of threads. @since 0.1 */
typedef struct ogp_dataset ogp_dataset;

/** What the data of a column is. @since 0.1 */
typedef enum ogp_column_type {
    OGP_COLUMN_CODE = 1,   /**< int8_t: a code, or an ogp_missing */
    OGP_COLUMN_NUMBER = 2, /**< int16_t: a number, or an ogp_missing */
    OGP_COLUMN_TERM16 = 3, /**< uint16_t: index of a term, a text that is stored once however often it occurs */
    OGP_COLUMN_TERM32 = 4, /**< uint32_t: the same, for columns with more terms */
    OGP_COLUMN_TEXT = 5    /**< UTF-8 texts, one after the other */
} ogp_column_type;

/** A view of one column; everything belongs to the dataset. @since 0.1 */
typedef struct ogp_column {
    size_t struct_size;
    const char *name;
    int32_t type;                 /**< an ogp_column_type */
    int32_t derived;              /**< 1: worked out by the library, 0: from the input */
    size_t rows;
    const void *data;             /**< codes, numbers or indices, one a row; for texts their bytes */
    const uint32_t *offsets;      /**< for texts: rows + 1 offsets into `data`; else NULL */
    size_t term_count;            /**< for terms: how many there are; else 0 */
    const uint32_t *term_offsets; /**< for terms: term_count + 1 offsets into `term_bytes`; else NULL */
    const char *term_bytes;       /**< for terms: their bytes; else NULL */
} ogp_column;

#define OGP_COLUMN_INIT { sizeof(ogp_column), NULL, 0, 0, 0, NULL, NULL, 0, NULL, NULL }

/** What ogp_dataset_options.keep may hold. @since 0.1 */
enum ogp_keep {
    OGP_KEEP_CODES = 0, /**< codes, numbers, keys and terms: always kept */
    OGP_KEEP_TEXTS = 1, /**< titles, descriptions and supporting institutions too */
    OGP_KEEP_SMART = 2  /**< SMART marks too, worked out while reading: the columns smart_specific, smart_measurable,
                             smart_answerable, smart_relevant, smart_time_bound, and smart_score (0 to 100) */
};

/** How an input is read. Start with OGP_DATASET_OPTIONS_INIT. @since 0.1 */
typedef struct ogp_dataset_options {
    size_t struct_size;
    uint32_t keep; /**< values of ogp_keep, combined with | */
    /** NULL, or called now and then with the rows read so far; a result other than 0 stops: OGP_ERROR_CANCELLED. */
    int (*progress)(void *user, size_t rows);
    void *user; /**< handed on to `progress` */
} ogp_dataset_options;

#define OGP_DATASET_OPTIONS_INIT { sizeof(ogp_dataset_options), 0, NULL, NULL }

/**
 * Reads a whole input.
 * @param[out] out owned by the caller; NULL on failure.
 * @param path a table of OGP's, a plan or a stream of commitments; "-" is standard input.
 * @param options NULL for the defaults.
 * @param context NULL for the defaults.
 * @return 0, OGP_ERROR_IO, OGP_ERROR_SYNTAX, OGP_ERROR_FORMAT (a required column is missing: the message names it),
 * OGP_ERROR_LIMIT, OGP_ERROR_MEMORY, OGP_ERROR_USAGE or OGP_ERROR_CANCELLED. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_dataset_read(ogp_dataset **out, const char *path, const ogp_dataset_options *options,
                                           const ogp_context *context, ogp_error *error);
/** Reads an input from memory. The text is not needed afterwards. Otherwise as ogp_dataset_read(). @since 0.1 */
OGP_API OGP_NODISCARD int ogp_dataset_read_memory(ogp_dataset **out, const char *text, size_t length,
                                                  const ogp_dataset_options *options, const ogp_context *context,
                                                  ogp_error *error);
/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_dataset *ogp_dataset_ref(ogp_dataset *dataset);
/** Drops a reference; the last one frees. NULL is allowed. @since 0.1 */
OGP_API void ogp_dataset_unref(ogp_dataset *dataset);

/** How many commitments it holds. @since 0.1 */
OGP_API size_t ogp_dataset_rows(const ogp_dataset *dataset);
/**
 * The edition of the table it was read from, as told by its header: "irm-2016", "irm-2024", "irm-2015-milestones" ...,
 * "unknown"; "plan" for a plan or a stream. @since 0.1
 */
OGP_API const char *ogp_dataset_edition(const ogp_dataset *dataset);
/**
 * What reading it found: columns not understood, labels that contradict their codes, dates that are none ... Owned by
 * the dataset; NULL for a NULL dataset. @since 0.1
 */
OGP_API const ogp_report *ogp_dataset_report(const ogp_dataset *dataset);
/** How many bytes the columns take in memory. @since 0.1 */
OGP_API size_t ogp_dataset_bytes(const ogp_dataset *dataset);

/** How many columns it has. @since 0.1 */
OGP_API size_t ogp_dataset_column_count(const ogp_dataset *dataset);
/**
 * Describes a column.
 * @param[in,out] out begun with OGP_COLUMN_INIT; what it points to belongs to the dataset.
 * @return 0, or OGP_ERROR_USAGE past the end or for a wrong struct_size. @since 0.1
 */
OGP_API int ogp_dataset_column_at(const ogp_dataset *dataset, size_t index, ogp_column *out);
/** The index of the column with that name; -1 when there is none. @since 0.1 */
OGP_API ptrdiff_t ogp_dataset_column_index(const ogp_dataset *dataset, const char *name);
/**
 * A code or number, which may be an ogp_missing; OGP_MISSING_ABSENT for a column of texts or terms and past the end.
 * @since 0.1
 */
OGP_API int ogp_dataset_code(const ogp_dataset *dataset, size_t column, size_t row);
/**
 * A text or term, not NUL-terminated, owned by the dataset.
 * @param[out] length its bytes; may be NULL.
 * @return "" with length 0 for a column of codes and past the end. @since 0.1
 */
OGP_API const char *ogp_dataset_text(const ogp_dataset *dataset, size_t column, size_t row, size_t *length);
/**
 * Writes a code as tables spell it ("moderate", "1", "NR").
 * @param[out] out room for at least 24 bytes; NUL-terminated.
 * @return its length; 0 where there is too little room. @since 0.1
 */
OGP_API size_t ogp_dataset_word(const ogp_dataset *dataset, size_t column, size_t row, char *out, size_t size);

/**
 * Sums up the dataset.
 * @param[out] out owned by the caller; NULL on failure.
 * @param by what to group by, as for ogp_summary_new().
 * @return as ogp_summary_new(). @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_dataset_summarize(ogp_summary **out, const ogp_dataset *dataset, const char *by,
                                                ogp_error *error);

OGP_END_DECLS

#endif
