/* SPDX-License-Identifier: MIT */
/** @file
 * A dataset as a stream of Arrow record batches, and such streams as datasets, through Arrow's C data and C stream
 * interfaces (their specification is stable and needs no Arrow library). pandas, polars, DuckDB, pyarrow and R read it
 * without a copy where the layout allows.
 *
 * Columns: codes are dictionary-encoded strings (uint8 indices), numbers int16, terms dictionary-encoded strings, texts
 * strings. A missing value is null; where a column of codes or numbers has any, a twin column <name>_missing says which
 * word stood there (NR, ND, NA or "" for none), null where there is a value.
 */
#ifndef OGP_ARROW_H
#define OGP_ARROW_H

#include <ogp/dataset.h>

OGP_BEGIN_DECLS

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};

#endif

/**
 * Exports a dataset in batches of 65,536 rows. Batches keep alive what they need of the dataset, which may be released
 * before them. The structures are allocated with malloc, whatever the context's allocator, since whoever holds them
 * last releases them; the buffers come from the context's allocator.
 * @param[out] out filled in; the consumer calls out->release.
 * @return 0, OGP_ERROR_MEMORY, OGP_ERROR_USAGE, or OGP_ERROR_LIMIT for texts of two gigabytes and more in one column.
 * @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_dataset_arrow(struct ArrowArrayStream *out, const ogp_dataset *dataset, ogp_error *error);

/**
 * Reads any stream of record batches as ogp_dataset_read() reads a table. Columns are known by their names; a null
 * says that there is no such variable, unless its twin <name>_missing says otherwise. Strings (also large ones and
 * views), whole and decimal numbers, truth values, dates, timestamps (whole days are read as dates) and dictionaries of
 * these are taken; other types are an error. A stream of ogp_dataset_arrow() gives the same codes, terms and texts
 * again, and the figures, worked out anew, are the same. A column without any values counts as missing.
 * @param[out] out owned by the caller; NULL on failure.
 * @param stream taken over: it is released in any case.
 * @param options NULL for the defaults.
 * @param context NULL for the defaults.
 * @return as ogp_dataset_read(); OGP_ERROR_IO when the stream fails, OGP_ERROR_FORMAT for a type that is not taken.
 * Lines in errors count the rows after the header, which is line 1. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_dataset_import_arrow(ogp_dataset **out, struct ArrowArrayStream *stream,
                                                   const ogp_dataset_options *options, const ogp_context *context,
                                                   ogp_error *error);

OGP_END_DECLS

#endif
