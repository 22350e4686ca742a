/* SPDX-License-Identifier: MIT */
/* The program: finds the command, makes its context, puts its output in place, says how it went. */
#include "tools/help.h"
#include "tools/limit.h"
#include "tools/options.h"

#include <signal.h>
#include <stdlib.h>

bool cli_format_is(const cli_call *call, const char *format)
{
    return strcmp(call->format, format) == 0;
}

void cli_found(cli_call *call, ogp_severity severity)
{
    if (severity > call->worst)
        call->worst = severity;
}

static const char *or_default(const char *value, const char *fallback)
{
    return value ? value : fallback;
}

/* The first of "text|json|sarif". */
static const char *default_format(const cli_command *command, char *buffer, size_t size)
{
    size_t n = command->formats ? strcspn(command->formats, "|") : 0;
    n = n < size ? n : size - 1;
    if (n)
        memcpy(buffer, command->formats, n);
    buffer[n] = '\0';
    return buffer;
}

static ogp_severity fail_level(const cli_call *call)
{
    const char *level = or_default(cli_option_value(call, "fail-on"), "error");
    for (int severity = OGP_SEVERITY_NOTE; severity <= OGP_SEVERITY_ERROR; severity++)
        if (strcmp(level, ogp_severity_name((ogp_severity)severity)) == 0)
            return (ogp_severity)severity;
    return (ogp_severity)(OGP_SEVERITY_ERROR + 1);
}

static int finish(cli_call *call, int status)
{
    cli_progress_end();
    if (status == CLI_OK && cli_out_commit(&call->out) < 0)
        status = cli_failed(call, or_default(call->out.path, "-"), &call->out.error);
    cli_out_end(&call->out);
    if (status != CLI_OK || call->unreadable)
        return CLI_FAILED;
    return call->worst >= fail_level(call) ? CLI_FINDINGS : CLI_OK;
}

static int run_with_rulebook(cli_call *call)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_rulebook *rulebook = NULL;
    ogp_context *context = NULL;
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    ogp_limits limits = OGP_LIMITS_INIT;
    const char *path = cli_option_value(call, "rulebook");
    if (cli_read_limits(call, &limits))
        return CLI_FAILED;
    if (path && ogp_rulebook_load(&rulebook, path, &error) < 0)
        return cli_failed(call, path, &error);
    options.rulebook = rulebook;
    options.language = call->language;
    options.limits = &limits;
    options.sheet = cli_option_value(call, "sheet");
    int rc = ogp_context_new(&context, &options, &error);
    ogp_rulebook_unref(rulebook);
    if (rc < 0)
        return cli_failed(call, NULL, &error);
    call->context = context;
    int status = finish(call, call->command->run(call));
    ogp_context_unref(context);
    return status;
}

/* --help and --version: what was written goes where results go. */
static int tell(cli_call *call, void (*write)(ogpi_buffer *, const cli_command *))
{
    write(&call->out.buffer, call->command);
    return finish(call, CLI_OK);
}

/* The languages that texts are read in, where the library was built without some. */
static void write_languages(ogpi_buffer *out)
{
    static const char *const features[] = {"text-ar", "text-en", "text-es", "text-fr"};
    const size_t all = sizeof features / sizeof *features;
    size_t has = 0;
    for (size_t i = 0; i < all; i++)
        has += ogp_has_feature(features[i]) != 0;
    for (size_t i = 0; has < all && i < all; i++)
        if (ogp_has_feature(features[i]))
            ogpi_buffer_printf(out, "%s\n", features[i]);
}

static void write_version(ogpi_buffer *out, const cli_command *command)
{
    (void)command;
    ogpi_buffer_printf(out, "ogp %s\nrulebook %s\n", ogp_version(), ogp_rulebook_version(ogp_rulebook_builtin()));
    write_languages(out);
}

static void write_program_help(ogpi_buffer *out, const cli_command *command)
{
    (void)command;
    cli_help_program(out);
}

static int check_inputs(const cli_call *call)
{
    const cli_command *command = call->command;
    if (call->input_count < (size_t)command->min_inputs)
        return cli_wrong(call, "an input is missing: ogp %s %s", command->name, command->inputs);
    if (command->max_inputs >= 0 && call->input_count > (size_t)command->max_inputs)
        return cli_wrong(call, "one input too many: \"%s\"", call->inputs[command->max_inputs]);
    return CLI_OK;
}

static int run_command(cli_call *call, int count, char **words, const char **inputs, cli_setting *settings)
{
    char format[16];
    if (cli_read_options(call, count, words, inputs, settings))
        return CLI_FAILED;
    cli_out_init(&call->out, cli_option_value(call, "output"));
    if (call->out.path && !*call->out.path)
        return cli_wrong(call, "--output names no file; - is standard output");
    if (call->out.path && strcmp(call->out.path, "-") == 0)
        call->out.path = NULL;
    call->language = or_default(cli_option_value(call, "lang"), "en");
    call->format = or_default(cli_option_value(call, "format"), default_format(call->command, format, sizeof format));
    if (cli_option_value(call, "help"))
        return tell(call, cli_help_command);
    if (cli_option_value(call, "version"))
        return tell(call, write_version);
    if (check_inputs(call))
        return CLI_FAILED;
    return run_with_rulebook(call);
}

static const cli_command *find_command(const char *name)
{
    for (size_t i = 0; cli_commands[i]; i++)
        if (strcmp(cli_commands[i]->name, name) == 0)
            return cli_commands[i];
    return NULL;
}

static int unknown_command(const char *name)
{
    const char *near = NULL;
    for (size_t i = 0; cli_commands[i]; i++)
        near = cli_nearest(name, near, cli_commands[i]->name);
    if (near)
        return cli_wrong(NULL, "there is no command \"%s\"; did you mean \"%s\"?", name, near);
    return cli_wrong(NULL, "there is no command \"%s\"", name);
}

/* What may stand before, or instead of, a command. */
static int run_without_command(const char *word, const char *next)
{
    cli_call call = {0};
    cli_out_init(&call.out, NULL);
    if (strcmp(word, "help") == 0 && next && next[0] != '-') {
        call.command = find_command(next);
        return call.command ? tell(&call, cli_help_command) : unknown_command(next);
    }
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0)
        return tell(&call, write_program_help);
    if (strcmp(word, "--version") == 0)
        return tell(&call, write_version);
    if (word[0] == '-')
        return cli_wrong(NULL, "the command comes first, not \"%s\"", word);
    return unknown_command(word);
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN);
    if (argc < 2)
        return cli_wrong(NULL, "which command?");
    cli_call call = {.command = find_command(argv[1])};
    if (!call.command)
        return run_without_command(argv[1], argc > 2 ? argv[2] : NULL);
    size_t letters = 0; /* of all words: no word can set more options than it has letters */
    for (int i = 0; i < argc; i++)
        letters += strlen(argv[i]);
    const char **inputs = calloc((size_t)argc, sizeof *inputs);
    cli_setting *settings = calloc(letters, sizeof *settings);
    int status = inputs && settings ? run_command(&call, argc - 2, argv + 2, inputs, settings)
                                    : cli_wrong(NULL, "out of memory");
    free(inputs);
    free(settings);
    return status;
}
