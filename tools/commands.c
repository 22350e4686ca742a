/* SPDX-License-Identifier: MIT */
/* Every command of the program. Another one: a file cmd_<name>.c, and its name here twice, in alphabetical order. */
#include "tools/command.h"

extern const cli_command cli_cmd_rules;

const cli_command *const cli_commands[] = {
    &cli_cmd_rules,
    NULL,
};
