/* SPDX-License-Identifier: MIT */
#include "tools/help.h"
#include "tools/options.h"

#include <stdio.h>

void cli_help_program(ogpi_buffer *out)
{
    ogpi_buffer_puts(out, "Usage: ogp COMMAND [INPUT...] [OPTION...]\n\n"
                          "The rules of the Open Government Partnership, applied to plans and tables.\n\nCommands:\n");
    for (size_t i = 0; cli_commands[i]; i++)
        ogpi_buffer_printf(out, "  %-12s  %s\n", cli_commands[i]->name, cli_commands[i]->summary);
    ogpi_buffer_puts(
        out, "\n`-` is standard input. Results go to standard output, diagnostics to standard error.\n"
             "Exit status: 0 clean, 1 findings at or above --fail-on, 2 an input that cannot be read or a wrong call.\n"
             "`ogp COMMAND --help` and `man ogp` say more.\n");
}

static void put_option(ogpi_buffer *out, const cli_command *command, const cli_option *option)
{
    char left[64];
    bool format = strcmp(option->name, "format") == 0;
    int n = option->letter ? snprintf(left, sizeof left, "  -%c, --%s", option->letter, option->name)
                           : snprintf(left, sizeof left, "      --%s", option->name);
    if (option->argument)
        snprintf(left + n, sizeof left - (size_t)n, " %s", option->argument);
    ogpi_buffer_printf(out, "%-24s  %s", left, option->help);
    if (format) {
        ogpi_buffer_puts(out, ": ");
        for (const char *p = command->formats; *p; p++)
            ogpi_buffer_puts(out, *p == '|' ? ", " : (char[]){*p, '\0'});
        ogpi_buffer_printf(out, " (default %.*s)", (int)strcspn(command->formats, "|"), command->formats);
    }
    ogpi_buffer_putc(out, '\n');
}

void cli_help_command(ogpi_buffer *out, const cli_command *command)
{
    const cli_option *option;
    ogpi_buffer_printf(out, "Usage: ogp %s%s%s [OPTION...]\n\n%s\nOptions:\n", command->name,
                       *command->inputs ? " " : "", command->inputs, command->about);
    for (size_t i = 0; (option = cli_option_of(command, i)) != NULL; i++)
        put_option(out, command, option);
}
