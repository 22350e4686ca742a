/* SPDX-License-Identifier: MIT */
/* What a command of the program is, and what the frame hands to it. A command is one file, cmd_<name>.c, with one
   cli_command, and one line in commands.list. The frame reads the options, makes the context, opens the output and puts
   it in place, and turns what the command reports into the exit status. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "tools/output.h"
#include <ogp/ogp.h>

enum { CLI_OK = 0, CLI_FINDINGS = 1, CLI_FAILED = 2 };

typedef struct cli_option {
    const char *name;     /* without dashes: "by" */
    char letter;          /* 'b', or 0 */
    const char *argument; /* "COLUMN,..."; NULL: a switch */
    const char *help;     /* one line */
    const char *choices;  /* "json|csv": nothing else is taken; NULL: anything is */
} cli_option;

typedef struct cli_call cli_call;

typedef struct cli_command {
    const char *name;
    const char *summary;       /* one line for `ogp --help` */
    const char *inputs;        /* for the usage line: "PLAN..." */
    const char *about;         /* paragraphs for `ogp NAME --help`, each line ending in \n */
    const char *formats;       /* "text|json"; the first is the default; NULL: no --format */
    const cli_option *options; /* the command's own, ended by one without a name; NULL: none */
    int min_inputs;
    int max_inputs;            /* -1: any number */
    bool finds;                /* reports findings: --fail-on holds */
    int (*run)(cli_call *call); /* CLI_OK, or CLI_FAILED after a diagnostic: then no output file is made */
} cli_command;

extern const cli_command *const cli_commands[]; /* in alphabetical order, ended by NULL */

struct cli_call {
    const cli_command *command;
    const ogp_context *context; /* with the rulebook and the language asked for */
    const char *language;       /* never NULL */
    const char *format;         /* never NULL where the command has formats */
    size_t input_count;
    const char *const *inputs;  /* "-" is standard input */
    cli_out out;
    ogp_severity worst;         /* see cli_found */
    bool unreadable;            /* see cli_unreadable */
    struct cli_setting *settings;
    size_t setting_count;
};

/* The value of an option, "" for a switch that is on; NULL when it was not given. The last one given holds. */
const char *cli_option_value(const cli_call *call, const char *name);
/* The i-th value of an option that may be given several times, or NULL. */
const char *cli_option_at(const cli_call *call, const char *name, size_t index);
/* True when the format asked for is that one. */
bool cli_format_is(const cli_call *call, const char *format);
/* Severity of a finding that was written out: counts towards --fail-on. */
void cli_found(cli_call *call, ogp_severity severity);

/* Diagnostics, one line each on standard error. `file` may be NULL; error->path goes into parentheses. */
void cli_diagnose(const char *file, const ogp_error *error);
/* The same; returns CLI_FAILED: `return cli_failed(call, input, &error);` */
int cli_failed(cli_call *call, const char *file, const ogp_error *error);
/* The same for one input of several: the others are still worked on, the exit status will be CLI_FAILED. */
void cli_unreadable(cli_call *call, const char *file, const ogp_error *error);
/* A wrong call: `ogp: message (try ... --help) [usage]`; returns CLI_FAILED. */
int cli_wrong(const cli_call *call, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Something worth knowing that is no failure: one line on standard error. */
void cli_note(const char *file, const char *message);

/* How far long work has come, on a terminal's standard error only; `total` 0 where not known. */
void cli_progress(const char *what, size_t done, size_t total);
void cli_progress_end(void);

#endif
