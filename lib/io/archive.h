/* SPDX-License-Identifier: MIT */
/* The parts of a ZIP archive, unpacked piece by piece and no further than the limits allow. No other file of the
   readers knows libzip. */
#ifndef OGPI_ARCHIVE_H
#define OGPI_ARCHIVE_H

#include "base/memory.h"
#include "base/source.h"

typedef struct ogpi_archive ogpi_archive;

typedef struct ogpi_part {
    const char *name;
    struct zip_file *file;
    size_t size; /* unpacked, as the archive says */
    size_t got;
} ogpi_part;

/* True for the first bytes of an archive. */
bool ogpi_archive_begins(const char *bytes, size_t length);
/* head[0..length) is what was read of the source so far. A regular file and memory are read where they are; from a pipe
   at most limits->input_bytes are taken in. The source is still the caller's, and must last as long as the archive.
   Errors: SYNTAX, LIMIT, MEMORY, IO. */
int ogpi_archive_open(ogpi_archive **out, ogpi_source *source, const char *head, size_t length,
                      const ogp_limits *limits, const ogp_allocator *allocator, ogp_error *error);
void ogpi_archive_close(ogpi_archive *archive);
bool ogpi_archive_has(const ogpi_archive *archive, const char *name);
/* The name must last as long as the part. Errors: FORMAT where there is no such part, or it is encrypted or packed in
   an unusual way; LIMIT; SYNTAX; MEMORY. */
int ogpi_part_open(ogpi_part *part, ogpi_archive *archive, const char *name, ogp_error *error);
/* *got is 0 at the end alone. Errors: SYNTAX for damaged bytes, LIMIT for more of them than the archive says. */
int ogpi_part_read(ogpi_part *part, char *buffer, size_t size, size_t *got, ogp_error *error);
/* The same for whoever knows no parts, such as ogpi_xml_open_part(). */
int ogpi_part_more(void *part, char *buffer, size_t size, size_t *got, ogp_error *error);
void ogpi_part_close(ogpi_part *part); /* may be called for one that is zeroed or failed to open */

#endif
