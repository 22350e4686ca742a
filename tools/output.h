/* SPDX-License-Identifier: MIT */
/* Where results go: standard output, or a file that is there whole or not at all. Commands add to `buffer` with the
   ogpi_buffer functions and call cli_out_mark() after every row or document, so that memory stays flat. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "base/memory.h"
#include "base/save.h"

typedef struct cli_out {
    ogpi_buffer buffer;
    size_t whole;     /* bytes of the buffer that end with a whole row */
    const char *path; /* NULL: standard output */
    ogpi_saver saver;
    bool opened;      /* the saver */
    bool closed;      /* nobody reads any more (EPIPE): not an error */
    int rc;
    ogp_error error;
} cli_out;

/* The file is created with the first bytes, so a call that fails early leaves no trace. */
void cli_out_init(cli_out *out, const char *path);
/* Everything in the buffer may be written now. False when writing makes no sense any more: stop, the frame knows
   why. */
bool cli_out_mark(cli_out *out);
/* Writes the rest and puts the file in place. @return 0 or a negative code, with out->error set. */
int cli_out_commit(cli_out *out);
/* Forgets what was not written yet; frees. After cli_out_commit() it only frees. */
void cli_out_end(cli_out *out);
/* True when results go to a terminal that a person looks at. */
bool cli_out_terminal(const cli_out *out);
/* Columns of that terminal, between 40 and 120; 80 where there is none. */
unsigned cli_out_width(const cli_out *out);

#endif
