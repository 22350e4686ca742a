/* SPDX-License-Identifier: MIT */
/* A file written piece by piece, there whole or not at all: a temporary file beside it, flushed to disk, renamed. */
#ifndef OGPI_SAVE_H
#define OGPI_SAVE_H

#include <limits.h>
#include <ogp/error.h>

typedef struct ogpi_saver {
    int fd;
    char target[PATH_MAX];
    char temporary[PATH_MAX + 40]; /* "" when writing straight into a pipe or device */
} ogpi_saver;

/* Follows a symlink to its target, keeps an existing file's mode. */
int ogpi_saver_open(ogpi_saver *saver, const char *path, ogp_error *error);
/* After a failure only ogpi_saver_abandon may follow. */
int ogpi_saver_write(ogpi_saver *saver, const char *bytes, size_t length, ogp_error *error);
/* Puts the file in place. The saver is closed in any case. */
int ogpi_saver_commit(ogpi_saver *saver, ogp_error *error);
void ogpi_saver_abandon(ogpi_saver *saver);

#endif
