/* SPDX-License-Identifier: MIT */
/* Whole inputs in memory, within the context's limits. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "tools/command.h"

/* Reads a file, or standard input for "-". The buffer is the caller's to clear, also after a failure. */
int cli_read_input(ogpi_buffer *out, const cli_call *call, const char *path, ogp_error *error);
/* Reads a plan from a file or from standard input. */
int cli_read_plan(ogp_plan **out, const cli_call *call, const char *path, ogp_error *error);

#endif
