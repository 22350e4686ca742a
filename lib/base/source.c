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
    if (n < 0 && source->failure && source->failure->code)
        return ogpi_error_as(error, source->failure);
    if (n == OGP_ERROR_CANCELLED)
        return ogpi_error(error, OGP_ERROR_CANCELLED, "stopped by the caller");
    if (n < 0 || (size_t)n > size)
        return ogpi_error(error, OGP_ERROR_IO, "the caller's read function failed");
    *got = (size_t)n;
    return OGP_OK;
}

static int fetch(ogpi_source *source, char *buffer, size_t size, size_t *got, ogp_error *error)
{
    int rc = OGP_OK;
    *got = 0;
    if (source->fd >= 0) {
        rc = read_file(source, buffer, size, got, error);
    } else if (source->read) {
        rc = read_function(source, buffer, size, got, error);
    } else {
        *got = size < source->length ? size : source->length;
        if (*got)
            memcpy(buffer, source->text, *got);
        source->text += *got;
        source->length -= *got;
    }
    source->taken += *got;
    return rc;
}

int ogpi_source_read(ogpi_source *source, char *buffer, size_t size, size_t *got, ogp_error *error)
{
    size_t held = source->head_length - source->head_at;
    if (held == 0)
        return fetch(source, buffer, size, got, error);
    *got = held < size ? held : size;
    memcpy(buffer, source->head + source->head_at, *got);
    source->head_at += *got;
    return OGP_OK;
}

int ogpi_source_peek(ogpi_source *source, ogp_error *error)
{
    size_t got = 1;
    int rc = OGP_OK;
    while (rc == OGP_OK && got > 0 && source->head_length < OGPI_SOURCE_PEEK) {
        rc = fetch(source, source->head + source->head_length, OGPI_SOURCE_PEEK - source->head_length, &got, error);
        source->head_length += got;
    }
    return rc;
}

char ogpi_source_first(const ogpi_source *source)
{
    static const char skipped[] = " \t\r\n\0\xEF\xBB\xBF\xFE\xFF";
    size_t at = 0;
    while (at < source->head_length && memchr(skipped, source->head[at], sizeof skipped - 1))
        at++;
    return at < source->head_length ? source->head[at] : '\0';
}

bool ogpi_source_rewind(ogpi_source *source)
{
    struct stat status;
    if (source->read)
        return false;
    if (source->fd >= 0) {
        bool whole = fstat(source->fd, &status) == 0 && S_ISREG(status.st_mode) &&
                     lseek(source->fd, 0, SEEK_CUR) == (off_t)source->taken;
        if (!whole || lseek(source->fd, 0, SEEK_SET) != 0)
            return false;
    } else {
        source->text -= source->taken;
        source->length += source->taken;
    }
    source->taken = source->head_length = source->head_at = 0;
    return true;
}

void ogpi_source_close(ogpi_source *source)
{
    if (source->fd > STDIN_FILENO)
        close(source->fd);
    if (source->close)
        source->close(source->user);
    source->fd = -1;
    source->close = NULL;
}

int ogpi_source_drop(const ogpi_source *source, ogp_error *error)
{
    ogpi_source dropped = *source;
    ogpi_source_close(&dropped);
    return ogpi_error_memory(error);
}
