/* SPDX-License-Identifier: MIT */
#define OGPI_ERROR_ITSELF
#include "base/error.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A struct smaller than the first release's was not set up with OGP_ERROR_INIT: leave it alone. */
static bool usable(const ogp_error *error)
{
    return error && error->struct_size >= sizeof(ogp_error);
}

/* A message and a path are one line of valid UTF-8, whatever they quote: characters that were cut in two go, control
   characters become blanks. */
static void tidy(char *text)
{
    size_t bad, length = strlen(text);
    for (; !ogpi_utf8_valid(text, length, &bad); length--)
        memmove(text + bad, text + bad + 1, length - bad);
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            *c = ' ';
}

static void fill(ogp_error *error, int code, unsigned line, unsigned column, const char *format, va_list args)
{
    if (!usable(error))
        return;
    error->code = code;
    error->line = line;
    error->column = column;
    error->path[0] = '\0';
    vsnprintf(error->message, sizeof error->message, format, args);
    tidy(error->message);
}

int ogpi_error(ogp_error *error, int code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(error, code, 0, 0, format, args);
    va_end(args);
    return code;
}

int ogpi_error_at(ogp_error *error, int code, unsigned line, unsigned column, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(error, code, line, column, format, args);
    va_end(args);
    return code;
}

int ogpi_error_as(ogp_error *error, const ogp_error *why)
{
    return ogpi_error_at(error, why->code, why->line, why->column, "%s", why->message);
}

void ogpi_error_path(ogp_error *error, const char *path)
{
    if (!usable(error))
        return;
    snprintf(error->path, sizeof error->path, "%s", path);
    tidy(error->path);
}

void ogpi_error_place(ogp_error *error, unsigned line, unsigned column)
{
    if (!usable(error))
        return;
    error->line = line;
    error->column = column;
}

int ogpi_error_memory(ogp_error *error)
{
    return ogpi_error(error, OGP_ERROR_MEMORY, "out of memory");
}

int ogpi_error_needs(ogp_error *error, const char *what)
{
    return ogpi_error(error, OGP_ERROR_USAGE, "the call needs %s", what);
}

int ogpi_error_too_large(ogp_error *error, size_t limit)
{
    return ogpi_error(error, OGP_ERROR_LIMIT, "larger than %zu bytes; raise the limit or cut it in pieces", limit);
}

const char *ogp_code_name(int code)
{
    static const char *const names[] = {"ok", "memory", "syntax", "format", "limit", "io", "usage", "cancelled"};
    return code <= 0 && code >= OGP_ERROR_CANCELLED ? names[-code] : "unknown";
}

/* In English, whatever the host's locale is; NULL where the system has no words for it. */
static const char *system_words(int number, char *room, size_t size)
{
#ifdef __GLIBC__ /* 2.32 and later */
    (void)room;
    (void)size;
    return strerrordesc_np(number);
#else
    return strerror_r(number, room, size) == 0 ? room : NULL;
#endif
}

int ogpi_error_io(ogp_error *error, const char *doing)
{
    char room[128];
    const char *reason = system_words(errno, room, sizeof room);
    return ogpi_error(error, OGP_ERROR_IO, "%s: %s", doing, reason ? reason : "input or output failed");
}
