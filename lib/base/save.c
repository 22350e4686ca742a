/* SPDX-License-Identifier: MIT */
#include "base/save.h"
#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A new file beside the target; the kernel applies the umask, an existing target's mode is taken over. */
static int create_beside(ogpi_saver *saver)
{
    struct stat status;
    for (unsigned try = 0; try < 1000; try++) {
        snprintf(saver->temporary, sizeof saver->temporary, "%s.ogp-%ld-%u", saver->target, (long)getpid(), try);
        int fd = open(saver->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 && errno == EEXIST)
            continue;
        if (fd >= 0 && stat(saver->target, &status) == 0)
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

int ogpi_saver_open(ogpi_saver *saver, const char *path, ogp_error *error)
{
    struct stat status;
    saver->fd = -1;
    saver->temporary[0] = '\0';
    if (strlen(path) >= PATH_MAX)
        return ogpi_error(error, OGP_ERROR_IO, "the path is too long");
    bool there = stat(path, &status) == 0;
    if (there && S_ISDIR(status.st_mode))
        return ogpi_error(error, OGP_ERROR_IO, "is a directory");
    if (!there || !realpath(path, saver->target))
        snprintf(saver->target, sizeof saver->target, "%s", path);
    /* Pipes and devices cannot be replaced: they are written into. */
    if (there && !S_ISREG(status.st_mode))
        saver->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    else
        saver->fd = create_beside(saver);
    return saver->fd < 0 ? ogpi_error_io(error, "cannot write") : OGP_OK;
}

int ogpi_saver_write(ogpi_saver *saver, const char *bytes, size_t length, ogp_error *error)
{
    while (length) {
        ssize_t n = write(saver->fd, bytes, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return ogpi_error_io(error, "cannot write");
        bytes += n;
        length -= (size_t)n;
    }
    return OGP_OK;
}

int ogpi_saver_commit(ogpi_saver *saver, ogp_error *error)
{
    int rc = OGP_OK;
    if (fsync(saver->fd) < 0 && errno != EINVAL && errno != EROFS)
        rc = ogpi_error_io(error, "cannot write to disk");
    if (close(saver->fd) < 0 && rc == OGP_OK)
        rc = ogpi_error_io(error, "cannot write");
    saver->fd = -1;
    if (!saver->temporary[0])
        return rc;
    if (rc == OGP_OK && rename(saver->temporary, saver->target) < 0)
        rc = ogpi_error_io(error, "cannot put it in place");
    if (rc < 0)
        unlink(saver->temporary);
    else
        sync_folder(saver->target);
    return rc;
}

void ogpi_saver_abandon(ogpi_saver *saver)
{
    if (saver->fd >= 0)
        close(saver->fd);
    if (saver->temporary[0])
        unlink(saver->temporary);
    saver->fd = -1;
}
