/* SPDX-License-Identifier: MIT */
#include "tools/command.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

/* One line, whatever the name of a file or an excerpt of the input holds. */
static void put_plain(FILE *stream, const char *text)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        fputc(c < 0x20 || c == 0x7F ? '?' : c, stream);
    }
}

void cli_diagnose(const char *file, const ogp_error *error)
{
    cli_progress_end();
    fputs("ogp: ", stderr);
    if (file) {
        put_plain(stderr, file);
        if (error->line)
            fprintf(stderr, ":%u", error->line);
        if (error->line && error->column)
            fprintf(stderr, ":%u", error->column);
        fputs(": ", stderr);
    }
    put_plain(stderr, error->message);
    if (error->path[0]) {
        fputs(" (", stderr);
        put_plain(stderr, error->path);
        fputc(')', stderr);
    }
    fprintf(stderr, " [%s]\n", ogp_code_name(error->code));
}

void cli_note(const char *file, const char *message)
{
    cli_progress_end();
    fputs("ogp: ", stderr);
    put_plain(stderr, file);
    fputs(": ", stderr);
    put_plain(stderr, message);
    fputc('\n', stderr);
}

int cli_failed(cli_call *call, const char *file, const ogp_error *error)
{
    (void)call;
    cli_diagnose(file, error);
    return CLI_FAILED;
}

void cli_unreadable(cli_call *call, const char *file, const ogp_error *error)
{
    call->unreadable = true;
    cli_diagnose(file, error);
}

int cli_wrong(const cli_call *call, const char *format, ...)
{
    const char *name = call && call->command ? call->command->name : NULL;
    ogp_error error = OGP_ERROR_INIT;
    va_list args;
    error.code = OGP_ERROR_USAGE;
    va_start(args, format);
    int n = vsnprintf(error.message, sizeof error.message, format, args);
    va_end(args);
    if (n >= 0 && (size_t)n < sizeof error.message)
        snprintf(error.message + n, sizeof error.message - (size_t)n, " (try `ogp %s%s--help`)", name ? name : "",
                 name ? " " : "");
    cli_diagnose(NULL, &error);
    return CLI_FAILED;
}

static bool progress_shown;

void cli_progress(const char *what, size_t done, size_t total)
{
    static struct timespec last;
    struct timespec now;
    if (!isatty(STDERR_FILENO) || clock_gettime(CLOCK_MONOTONIC, &now) < 0)
        return;
    long since = (now.tv_sec - last.tv_sec) * 10 + (now.tv_nsec - last.tv_nsec) / 100000000;
    if (since < 2)
        return;
    last = now;
    progress_shown = true;
    if (total)
        fprintf(stderr, "\r\033[K%s: %zu of %zu", what, done, total);
    else
        fprintf(stderr, "\r\033[K%s: %zu", what, done);
}

void cli_progress_end(void)
{
    if (progress_shown)
        fputs("\r\033[K", stderr);
    progress_shown = false;
}
