/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "base/error.h"

#include <errno.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { FLUSH_AT = 64 * 1024 };

void cli_out_init(cli_out *out, const char *path)
{
    *out = (cli_out){.path = path, .error = OGP_ERROR_INIT};
    ogpi_buffer_init(&out->buffer, NULL);
}

static void write_to_stdout(cli_out *out, const char *bytes, size_t length)
{
    while (length && out->rc == OGP_OK && !out->closed) {
        ssize_t n = write(STDOUT_FILENO, bytes, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EPIPE) {
            out->closed = true;
        } else if (n < 0) {
            out->rc = ogpi_error_io(&out->error, "cannot write");
        } else {
            bytes += n;
            length -= (size_t)n;
        }
    }
}

static void write_to_file(cli_out *out, const char *bytes, size_t length)
{
    if (!out->opened) {
        out->rc = ogpi_saver_open(&out->saver, out->path, &out->error);
        out->opened = out->rc == OGP_OK;
    }
    if (out->rc == OGP_OK)
        out->rc = ogpi_saver_write(&out->saver, bytes, length, &out->error);
}

/* Writes the whole rows out and keeps what comes after them. */
static void flush(cli_out *out)
{
    if (cli_out_terminal(out))
        cli_progress_end(); /* rows must not stand behind it on its line */
    if (out->buffer.failed && out->rc == OGP_OK)
        out->rc = ogpi_error_memory(&out->error);
    if (out->rc < 0 || out->closed)
        return;
    if (out->path)
        write_to_file(out, out->buffer.data, out->whole);
    else
        write_to_stdout(out, out->buffer.data, out->whole);
    out->buffer.length -= out->whole;
    if (out->buffer.length)
        memmove(out->buffer.data, out->buffer.data + out->whole, out->buffer.length);
    out->whole = 0;
}

bool cli_out_mark(cli_out *out)
{
    out->whole = out->buffer.length;
    if (out->buffer.length >= FLUSH_AT || out->buffer.failed)
        flush(out);
    return out->rc == OGP_OK && !out->closed;
}

int cli_out_commit(cli_out *out)
{
    out->whole = out->buffer.length;
    flush(out);
    if (out->rc == OGP_OK && out->opened) {
        out->opened = false;
        out->rc = ogpi_saver_commit(&out->saver, &out->error);
    }
    return out->rc;
}

void cli_out_end(cli_out *out)
{
    if (out->opened)
        ogpi_saver_abandon(&out->saver);
    out->opened = false;
    ogpi_buffer_clear(&out->buffer);
}

bool cli_out_terminal(const cli_out *out)
{
    return !out->path && isatty(STDOUT_FILENO);
}

unsigned cli_out_width(const cli_out *out)
{
    struct winsize size;
    if (!cli_out_terminal(out) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col == 0)
        return 80;
    return size.ws_col < 40 ? 40 : size.ws_col > 120 ? 120 : size.ws_col;
}
