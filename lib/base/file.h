/* SPDX-License-Identifier: MIT */
/* Files: reading whole ones within a limit, writing beside and renaming. */
#ifndef OGPI_FILE_H
#define OGPI_FILE_H

#include "base/memory.h"

/* Reads a whole file ("-" is standard input). Errors: IO (with errno's words), LIMIT. */
int ogpi_file_read(ogpi_buffer *out, const char *path, size_t limit, ogp_error *error);
/* Writes a file whole or not at all: a temporary file beside it, flushed to disk, renamed.
   Follows a symlink to its target, keeps an existing file's mode. */
int ogpi_file_save(const char *path, const char *bytes, size_t length, ogp_error *error);

#endif
