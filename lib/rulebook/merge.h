/* SPDX-License-Identifier: MIT */
/* Part of the generator: several files of a rulebook become one document. */
#ifndef OGPI_RULEBOOK_MERGE_H
#define OGPI_RULEBOOK_MERGE_H

#include "base/json.h"

typedef struct rulebook_file {
    const char *path;
    char *text;
    size_t length;
    json_t *document;
} rulebook_file;

/* Puts the documents together: objects are merged, arrays joined, anything else given twice is refused (both files are
   named on standard error). NULL on failure. */
json_t *rulebook_merge(const rulebook_file *files, size_t count);
/* The file that holds what a pointer into the merged document names, and the pointer within that file. */
const rulebook_file *rulebook_origin(const rulebook_file *files, size_t count, const char *pointer, ogpi_pointer *own);

#endif
