/* SPDX-License-Identifier: MIT */
#include "base/source.h"
#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int ogpi_source_open(ogpi_source *source, const char *path, ogp_error *error)
{
    struct stat status;
    *source = (ogpi_source){.fd = STDIN_FILENO};
    if (strcmp(path, "-") == 0)
        return OGP_OK;
    do
        source->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    while (source->fd < 0 && errno == EINTR);
    if (source->fd < 0)
        return ogpi_error_io(error, "cannot open");
    if (fstat(source->fd, &status) < 0 || !S_ISDIR(status.st_mode))
        return OGP_OK;
    ogpi_source_close(source);
    return ogpi_error(error, OGP_ERROR_IO, "is a directory");
}

void ogpi_source_memory(ogpi_source *source, const char *text, size_t length)
{
    *source = (ogpi_source){.fd = -1, .text = text, .length = length};
}

void ogpi_source_function(ogpi_source *source, ptrdiff_t (*read)(void *user, char *buffer, size_t size), void *user)
{
    *source = (ogpi_source){.fd = -1, .read = read, .user = user};
}

static int read_file(const ogpi_source *source, char *buffer, size_t size, size_t *got, ogp_error *error)
{
    ssize_t n;
    do
        n = read(source->fd, buffer, size);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return ogpi_error_io(error, "cannot read");
    *got = (size_t)n;
    return OGP_OK;
}

static int read_function(const ogpi_source *source, char *buffer, size_t size, size_t *got, ogp_error *error)
{
    ptrdiff_t n = source->read(source->user, buffer, size);
    if (n == OGP_ERROR_CANCELLED)
        return ogpi_error(error, OGP_ERROR_CANCELLED, "stopped by the caller");
    if (n < 0 || (size_t)n > size)
        return ogpi_error(error, OGP_ERROR_IO, "the caller's read function failed");
    *got = (size_t)n;
    return OGP_OK;
}

int ogpi_source_read(ogpi_source *source, char *buffer, size_t size, size_t *got, ogp_error *error)
{
    *got = 0;
    if (source->fd >= 0)
        return read_file(source, buffer, size, got, error);
    if (source->read)
        return read_function(source, buffer, size, got, error);
    *got = size < source->length ? size : source->length;
    if (*got)
        memcpy(buffer, source->text, *got);
    source->text += *got;
    source->length -= *got;
    return OGP_OK;
}

void ogpi_source_close(ogpi_source *source)
{
    if (source->fd > STDIN_FILENO)
        close(source->fd);
    source->fd = -1;
}
