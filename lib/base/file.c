/* SPDX-License-Identifier: MIT */
#include "base/file.h"
#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static int io_error(ogp_error *error, const char *doing)
{
    char words[128];
    int number = errno;
    /* The GNU strerror_r may return a static string instead of filling the buffer. */
    const char *text = strerror_r(number, words, sizeof words);
    return ogpi_error(error, OGP_ERROR_IO, "%s: %s", doing, text);
}

static int read_all(ogpi_buffer *out, int fd, size_t limit, ogp_error *error)
{
    char chunk[65536];
    for (;;) {
        ssize_t n = read(fd, chunk, sizeof chunk);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return io_error(error, "cannot read");
        if (n == 0)
            break;
        if ((size_t)n > limit - out->length)
            return ogpi_error(error, OGP_ERROR_LIMIT, "larger than %zu bytes; raise the limit or cut it in pieces", limit);
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
        return io_error(error, "cannot open");
    int rc = OGP_OK;
    if (fstat(*fd, &status) == 0 && S_ISDIR(status.st_mode))
        rc = ogpi_error(error, OGP_ERROR_IO, "is a directory");
    else if (S_ISREG(status.st_mode) && (uintmax_t)status.st_size > limit)
        rc = ogpi_error(error, OGP_ERROR_LIMIT, "larger than %zu bytes; raise the limit or cut it in pieces", limit);
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

static int write_all(int fd, const char *bytes, size_t length, ogp_error *error)
{
    while (length) {
        ssize_t n = write(fd, bytes, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return io_error(error, "cannot write");
        bytes += n;
        length -= (size_t)n;
    }
    return fsync(fd) < 0 && errno != EINVAL && errno != EROFS ? io_error(error, "cannot write to disk") : OGP_OK;
}

/* A new file beside the target; the kernel applies the umask, an existing target's mode is taken over. */
static int create_beside(char *temporary, size_t size, const char *target)
{
    struct stat status;
    for (unsigned try = 0; try < 1000; try++) {
        snprintf(temporary, size, "%s.ogp-%ld-%u", target, (long)getpid(), try);
        int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 && errno == EEXIST)
            continue;
        if (fd >= 0 && stat(target, &status) == 0)
            (void)!fchmod(fd, status.st_mode & 07777);
        return fd;
    }
    return -1;
}

static void sync_folder(const char *path)
{
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", path);
    char *slash = strrchr(folder, '/');
    if (slash)
        slash[slash == folder] = '\0';
    int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

static int save_beside(const char *target, const char *bytes, size_t length, ogp_error *error)
{
    char temporary[PATH_MAX + 40];
    int fd = create_beside(temporary, sizeof temporary, target);
    if (fd < 0)
        return io_error(error, "cannot write beside it");
    int rc = write_all(fd, bytes, length, error);
    if (close(fd) < 0 && rc == OGP_OK)
        rc = io_error(error, "cannot write");
    if (rc == OGP_OK && rename(temporary, target) < 0)
        rc = io_error(error, "cannot put it in place");
    if (rc < 0)
        unlink(temporary);
    else
        sync_folder(target);
    return rc;
}

/* Pipes and devices cannot be replaced: write into them. */
static int save_into(const char *path, const char *bytes, size_t length, ogp_error *error)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return io_error(error, "cannot open");
    int rc = write_all(fd, bytes, length, error);
    close(fd);
    return rc;
}

int ogpi_file_save(const char *path, const char *bytes, size_t length, ogp_error *error)
{
    char target[PATH_MAX];
    struct stat status;
    if (strlen(path) >= PATH_MAX)
        return ogpi_error(error, OGP_ERROR_IO, "the path is too long");
    bool there = stat(path, &status) == 0;
    if (there && S_ISDIR(status.st_mode))
        return ogpi_error(error, OGP_ERROR_IO, "is a directory");
    if (there && !S_ISREG(status.st_mode))
        return save_into(path, bytes, length, error);
    if (!there || !realpath(path, target))
        snprintf(target, sizeof target, "%s", path);
    return save_beside(target, bytes, length, error);
}
