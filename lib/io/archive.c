/* SPDX-License-Identifier: MIT */
#include "io/archive.h"
#include "base/error.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#include <zip.h>

/* No table is packed tighter than this; what claims to be is a bomb. Small parts may be. */
enum { TIGHTEST = 100, SMALL = 1 << 20, PARTS = 10000 };
/* The record that ends an archive, without the remark behind it. */
enum { TAIL = 22, REMARK = 65535 };

struct ogpi_archive {
    const ogp_allocator *allocator;
    const ogp_limits *limits;
    ogpi_buffer bytes; /* of a pipe */
    size_t length;
    zip_t *zip;
};

bool ogpi_archive_begins(const char *bytes, size_t length)
{
    return length >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
}

static int damaged(ogp_error *error, const char *what)
{
    return ogpi_error(error, OGP_ERROR_SYNTAX, "a ZIP archive (an Excel workbook?) that is damaged or cut short: %s",
                      what);
}

static int take_in(ogpi_archive *archive, ogpi_source *source, const char *head, size_t length, ogp_error *error)
{
    char chunk[16384];
    size_t got = length, limit = archive->limits->input_bytes;
    int rc = OGP_OK;
    for (const char *from = head; rc == OGP_OK && got > 0; from = chunk) {
        if (got > limit - archive->bytes.length)
            return ogpi_error(error, OGP_ERROR_LIMIT, "larger than %zu bytes; give it as a file, or raise the limit",
                              limit);
        ogpi_buffer_add(&archive->bytes, from, got);
        if (archive->bytes.failed)
            return ogpi_error_memory(error);
        rc = ogpi_source_read(source, chunk, sizeof chunk, &got, error);
    }
    return rc;
}

/* libzip makes room for as many parts as the last record says: it must not say more than a workbook has. */
static int check_tail(const char *tail, size_t length, ogp_error *error)
{
    for (size_t at = length - TAIL + 1; at-- > 0;)
        if (memcmp(tail + at, "PK\x05\x06", 4) == 0) {
            const unsigned char *count = (const unsigned char *)tail + at + 10;
            if ((count[0] | count[1] << 8) > PARTS)
                return ogpi_error(error, OGP_ERROR_LIMIT, "an archive of more than %d parts is no workbook", PARTS);
            return OGP_OK;
        }
    return damaged(error, "its last record is missing");
}

static int check_file(ogpi_archive *archive, int fd, ogp_error *error)
{
    off_t end = lseek(fd, 0, SEEK_END);
    size_t size = end < TAIL + REMARK ? (size_t)end : TAIL + REMARK;
    if (end < TAIL)
        return damaged(error, "it is too short");
    char *tail = ogpi_alloc(archive->allocator, size);
    if (!tail)
        return ogpi_error_memory(error);
    archive->length = (size_t)end;
    int rc = pread(fd, tail, size, end - (off_t)size) == (ssize_t)size ? check_tail(tail, size, error)
                                                                       : ogpi_error_io(error, "cannot read");
    ogpi_free(archive->allocator, tail);
    return rc;
}

static int check_memory(ogpi_archive *archive, const char *bytes, size_t length, ogp_error *error)
{
    size_t size = length < TAIL + REMARK ? length : TAIL + REMARK;
    archive->length = length;
    return length < TAIL ? damaged(error, "it is too short") : check_tail(bytes + length - size, size, error);
}

static zip_source_t *source_of_file(int fd, zip_error_t *theirs)
{
    int own = fcntl(fd, F_DUPFD_CLOEXEC, 3);
    FILE *file = own < 0 ? NULL : fdopen(own, "rb");
    zip_source_t *source = file ? zip_source_filep_create(file, 0, -1, theirs) : NULL;
    if (!source && file)
        fclose(file);
    else if (!source && own >= 0)
        close(own);
    return source;
}

static int refused(const zip_error_t *theirs, ogp_error *error)
{
    int code = zip_error_code_zip(theirs);
    if (code == ZIP_ER_MEMORY || code == 0)
        return ogpi_error_memory(error);
    if (code == ZIP_ER_READ || code == ZIP_ER_SEEK || code == ZIP_ER_OPEN)
        return ogpi_error(error, OGP_ERROR_IO, "cannot read the archive");
    return damaged(error, code == ZIP_ER_MULTIDISK ? "it goes on in another file" : "its list of parts cannot be read");
}

static int open_zip(ogpi_archive *archive, const ogpi_source *source, ogp_error *error)
{
    bool file = source->fd >= 0 && archive->bytes.length == 0;
    const char *bytes = archive->bytes.length ? archive->bytes.data : source->text;
    size_t length = archive->bytes.length ? archive->bytes.length : source->length;
    int rc = file ? check_file(archive, source->fd, error) : check_memory(archive, bytes, length, error);
    if (rc < 0)
        return rc;
    zip_error_t theirs;
    zip_error_init(&theirs);
    zip_source_t *from =
        file ? source_of_file(source->fd, &theirs) : zip_source_buffer_create(bytes, length, 0, &theirs);
    archive->zip = from ? zip_open_from_source(from, ZIP_RDONLY, &theirs) : NULL;
    if (from && !archive->zip)
        zip_source_free(from);
    rc = archive->zip ? OGP_OK : refused(&theirs, error);
    zip_error_fini(&theirs);
    return rc;
}

int ogpi_archive_open(ogpi_archive **out, ogpi_source *source, const char *head, size_t length,
                      const ogp_limits *limits, const ogp_allocator *allocator, ogp_error *error)
{
    ogpi_archive *archive = ogpi_calloc(allocator, 1, sizeof *archive);
    *out = archive;
    if (!archive)
        return ogpi_error_memory(error);
    archive->allocator = allocator;
    archive->limits = limits;
    ogpi_buffer_init(&archive->bytes, allocator);
    int rc = ogpi_source_rewind(source) ? OGP_OK : take_in(archive, source, head, length, error);
    return rc < 0 ? rc : open_zip(archive, source, error);
}

void ogpi_archive_close(ogpi_archive *archive)
{
    if (!archive)
        return;
    if (archive->zip)
        zip_discard(archive->zip);
    ogpi_buffer_clear(&archive->bytes);
    ogpi_free(archive->allocator, archive);
}

bool ogpi_archive_has(const ogpi_archive *archive, const char *name)
{
    return zip_name_locate(archive->zip, name, ZIP_FL_NOCASE) >= 0;
}

static int check_part(const ogpi_archive *archive, const char *name, const zip_stat_t *stat, ogp_error *error)
{
    zip_uint64_t packed = stat->comp_size < archive->length ? stat->comp_size : archive->length;
    if (stat->encryption_method != ZIP_EM_NONE)
        return ogpi_error(error, OGP_ERROR_FORMAT, "%.60s is encrypted: save the workbook without a password", name);
    if (stat->comp_method != ZIP_CM_STORE && stat->comp_method != ZIP_CM_DEFLATE)
        return ogpi_error(error, OGP_ERROR_FORMAT, "%.60s is packed in a way that no workbook is", name);
    if (stat->size > archive->limits->unpacked_bytes)
        return ogpi_error(error, OGP_ERROR_LIMIT, "%.60s is larger than %zu bytes when unpacked; raise the limit", name,
                          archive->limits->unpacked_bytes);
    if (stat->size > SMALL && stat->size / TIGHTEST > packed)
        return ogpi_error(error, OGP_ERROR_LIMIT, "%.60s unpacks to more than %d times its size: no table does", name,
                          TIGHTEST);
    return OGP_OK;
}

int ogpi_part_open(ogpi_part *part, ogpi_archive *archive, const char *name, ogp_error *error)
{
    zip_stat_t stat;
    *part = (ogpi_part){.name = name};
    zip_int64_t index = zip_name_locate(archive->zip, name, ZIP_FL_NOCASE);
    if (index < 0)
        return ogpi_error(error, OGP_ERROR_FORMAT, "the workbook lacks its part %.80s", name);
    if (zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &stat) < 0 || !(stat.valid & ZIP_STAT_SIZE))
        return damaged(error, name);
    int rc = check_part(archive, name, &stat, error);
    if (rc < 0)
        return rc;
    part->size = (size_t)stat.size;
    part->file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
    return part->file ? OGP_OK : refused(zip_get_error(archive->zip), error);
}

int ogpi_part_read(ogpi_part *part, char *buffer, size_t size, size_t *got, ogp_error *error)
{
    zip_int64_t n = zip_fread(part->file, buffer, size);
    *got = n > 0 ? (size_t)n : 0;
    part->got += *got;
    if (part->got > part->size)
        return ogpi_error(error, OGP_ERROR_LIMIT, "%.60s unpacks to more than the archive says", part->name);
    if (n >= 0)
        return OGP_OK;
    return zip_error_code_zip(zip_file_get_error(part->file)) == ZIP_ER_MEMORY ? ogpi_error_memory(error)
                                                                               : damaged(error, part->name);
}

int ogpi_part_more(void *part, char *buffer, size_t size, size_t *got, ogp_error *error)
{
    return ogpi_part_read(part, buffer, size, got, error);
}

void ogpi_part_close(ogpi_part *part)
{
    if (part->file)
        zip_fclose(part->file);
    part->file = NULL;
}
