/* SPDX-License-Identifier: MIT */
#include "tools/command.h"

#define COMMAND(name) extern const cli_command cli_cmd_##name;
#include "tools/commands.list"
#undef COMMAND

const cli_command *const cli_commands[] = {
#define COMMAND(name) &cli_cmd_##name,
#include "tools/commands.list"
#undef COMMAND
    NULL,
};
