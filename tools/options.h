/* SPDX-License-Identifier: MIT */
/* Reading the command line against tables of options. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "tools/command.h"

typedef struct cli_setting { const cli_option *option; const char *value; } cli_setting;

extern const cli_option cli_common_options[]; /* every command's; ended by one without a name */

/* Reads the words after the command's name. `inputs` and `settings` have room for as many as there are words.
   Options may stand anywhere; `--` ends them. CLI_OK, or CLI_FAILED after a diagnostic. */
int cli_read_options(cli_call *call, int count, char **words, const char **inputs, cli_setting *settings);

/* The options that hold for a command, one after the other; NULL after the last. */
const cli_option *cli_option_of(const cli_command *command, size_t index);

/* The name in a list that a misspelt word was probably meant to be, or NULL. */
const char *cli_nearest(const char *word, const char *best, const char *candidate);

#endif
