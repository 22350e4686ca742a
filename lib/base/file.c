/* SPDX-License-Identifier: MIT */
#include "base/file.h"
#include "base/error.h"
#include "base/save.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static int read_all(ogpi_buffer *out, int fd, size_t limit, ogp_error *error)
{
    char chunk[65536];
    for (;;) {
        ssize_t n = read(fd, chunk, sizeof chunk);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return ogpi_error_io(error, "cannot read");
        if (n == 0)
            break;
        if ((size_t)n > limit - out->length)
            return ogpi_error_too_large(error, limit);
        ogpi_buffer_add(out, chunk, (size_t)n);
        if (out->failed)
            return ogpi_error_memory(error);
    }
    return OGP_OK;
}

static int open_for_reading(int *fd, const char *path, size_t limit, ogp_error *error)
{
    struct stat status;
    do
        *fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    while (*fd < 0 && errno == EINTR);
    if (*fd < 0)
        return ogpi_error_io(error, "cannot open");
    int rc = OGP_OK;
    if (fstat(*fd, &status) == 0 && S_ISDIR(status.st_mode))
        rc = ogpi_error(error, OGP_ERROR_IO, "is a directory");
    else if (S_ISREG(status.st_mode) && (uintmax_t)status.st_size > limit)
        rc = ogpi_error_too_large(error, limit);
    if (rc < 0)
        close(*fd);
    return rc;
}

int ogpi_file_read(ogpi_buffer *out, const char *path, size_t limit, ogp_error *error)
{
    int fd = STDIN_FILENO;
    bool standard_input = strcmp(path, "-") == 0;
    int rc = standard_input ? OGP_OK : open_for_reading(&fd, path, limit, error);
    if (rc < 0)
        return rc;
    rc = read_all(out, fd, limit, error);
    if (!standard_input)
        close(fd);
    return rc;
}

int ogpi_file_save(const char *path, const char *bytes, size_t length, ogp_error *error)
{
    ogpi_saver saver;
    int rc = ogpi_saver_open(&saver, path, error);
    if (rc < 0)
        return rc;
    rc = ogpi_saver_write(&saver, bytes, length, error);
    if (rc == OGP_OK)
        return ogpi_saver_commit(&saver, error);
    ogpi_saver_abandon(&saver);
    return rc;
}
