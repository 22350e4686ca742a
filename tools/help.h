/* SPDX-License-Identifier: MIT */
/* What --help says, made from the tables of commands and options. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "tools/command.h"

void cli_help_program(ogpi_buffer *out);
void cli_help_command(ogpi_buffer *out, const cli_command *command);

#endif
