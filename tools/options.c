/* SPDX-License-Identifier: MIT */
#include "tools/options.h"

#include <stdio.h>

const cli_option cli_common_options[] = {
    {"format", 'f', "FORMAT", "what to write", NULL},
    {"lang", 'l', "LANG", "language of findings and headings: ar, en, es or fr (default en)", "ar|en|es|fr"},
    {"output", 'o', "FILE", "write to FILE, whole or not at all, instead of standard output", NULL},
    {"fail-on", 0, "LEVEL", "exit with 1 on a finding this grave: error (default), warning, note or never",
     "error|warning|note|never"},
    {"rulebook", 0, "FILE", "use another rulebook than the one built in", NULL},
    {"sheet", 0, "NAME", "of an Excel workbook, the sheet to read; the first one otherwise", NULL},
    {"limit", 0, "NAME=N", "what an input may cost, such as input_bytes=200000000", NULL},
    {"help", 'h', NULL, "say how to call this", NULL},
    {"version", 0, NULL, "say which version this is, and which languages texts are read in if not all", NULL},
    {0},
};

static bool holds_for(const cli_option *option, const cli_command *command)
{
    if (strcmp(option->name, "format") == 0)
        return command->formats != NULL;
    return command->finds || strcmp(option->name, "fail-on") != 0;
}

const cli_option *cli_option_of(const cli_command *command, size_t index)
{
    for (const cli_option *o = command->options; o && o->name; o++)
        if (index-- == 0)
            return o;
    for (const cli_option *o = cli_common_options; o->name; o++)
        if (holds_for(o, command) && index-- == 0)
            return o;
    return NULL;
}

static const cli_option *find_long(const cli_command *command, const char *name, size_t length)
{
    const cli_option *option;
    for (size_t i = 0; (option = cli_option_of(command, i)) != NULL; i++)
        if (strlen(option->name) == length && memcmp(option->name, name, length) == 0)
            return option;
    return NULL;
}

static const cli_option *find_short(const cli_command *command, char letter)
{
    const cli_option *option;
    for (size_t i = 0; (option = cli_option_of(command, i)) != NULL; i++)
        if (option->letter && option->letter == letter)
            return option;
    return NULL;
}

/* How many letters two words differ by, as far as it matters here: lengths under 32. */
static size_t distance(const char *a, const char *b)
{
    size_t row[33], n = strlen(b);
    if (n > 32 || strlen(a) > 32)
        return SIZE_MAX;
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 1; *a; a++, i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t best = diagonal + (*a != b[j - 1]);
            diagonal = row[j];
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[n];
}

const char *cli_nearest(const char *word, const char *best, const char *candidate)
{
    size_t d = distance(word, candidate);
    if (d > 2 || d >= strlen(candidate))
        return best;
    return !best || d < distance(word, best) ? candidate : best;
}

static int unknown_option(const cli_call *call, const char *name, size_t length)
{
    char word[64];
    const char *near = NULL;
    const cli_option *option;
    snprintf(word, sizeof word, "%.*s", (int)(length < 60 ? length : 60), name);
    for (size_t i = 0; (option = cli_option_of(call->command, i)) != NULL; i++)
        near = cli_nearest(word, near, option->name);
    if (near)
        return cli_wrong(call, "there is no option --%s; did you mean --%s?", word, near);
    return cli_wrong(call, "there is no option --%s", word);
}

static bool is_choice(const char *choices, const char *value)
{
    size_t length = strlen(value);
    while (*choices) {
        size_t n = strcspn(choices, "|");
        if (n == length && memcmp(choices, value, n) == 0)
            return true;
        choices += n + (choices[n] == '|');
    }
    return false;
}

static const char *choices_of(const cli_call *call, const cli_option *option)
{
    return strcmp(option->name, "format") == 0 && !option->choices ? call->command->formats : option->choices;
}

static int set(cli_call *call, const cli_option *option, const char *value)
{
    const char *choices = choices_of(call, option);
    if (value && choices && !is_choice(choices, value))
        return cli_wrong(call, "--%s is one of %s, not \"%s\"", option->name, choices, value);
    call->settings[call->setting_count++] = (cli_setting){option, value ? value : ""};
    return CLI_OK;
}

/* words[*i] begins with "--". */
static int read_long(cli_call *call, int count, char **words, int *i)
{
    const char *name = words[*i] + 2;
    size_t length = strcspn(name, "=");
    const cli_option *option = find_long(call->command, name, length);
    if (!option)
        return unknown_option(call, name, length);
    if (!option->argument)
        return name[length] ? cli_wrong(call, "--%s takes no value", option->name) : set(call, option, NULL);
    if (name[length])
        return set(call, option, name + length + 1);
    if (*i + 1 >= count)
        return cli_wrong(call, "--%s needs a value: --%s %s", option->name, option->name, option->argument);
    return set(call, option, words[++*i]);
}

/* words[*i] begins with "-": switches may stand together, a value may stand close. */
static int read_short(cli_call *call, int count, char **words, int *i)
{
    for (const char *letter = words[*i] + 1; *letter; letter++) {
        const cli_option *option = find_short(call->command, *letter);
        if (!option)
            return cli_wrong(call, "there is no option -%c", *letter);
        if (!option->argument) {
            int rc = set(call, option, NULL);
            if (rc)
                return rc;
            continue;
        }
        if (letter[1])
            return set(call, option, letter + 1);
        if (*i + 1 >= count)
            return cli_wrong(call, "-%c needs a value: --%s %s", *letter, option->name, option->argument);
        return set(call, option, words[++*i]);
    }
    return CLI_OK;
}

int cli_read_options(cli_call *call, int count, char **words, const char **inputs, cli_setting *settings)
{
    bool options = true;
    call->settings = settings;
    call->inputs = inputs;
    for (int i = 0; i < count; i++) {
        int rc = CLI_OK;
        if (options && strcmp(words[i], "--") == 0)
            options = false;
        else if (options && strncmp(words[i], "--", 2) == 0)
            rc = read_long(call, count, words, &i);
        else if (options && words[i][0] == '-' && words[i][1])
            rc = read_short(call, count, words, &i);
        else
            inputs[call->input_count++] = words[i];
        if (rc)
            return rc;
    }
    return CLI_OK;
}

const char *cli_option_at(const cli_call *call, const char *name, size_t index)
{
    for (size_t i = 0; i < call->setting_count; i++)
        if (strcmp(call->settings[i].option->name, name) == 0 && index-- == 0)
            return call->settings[i].value;
    return NULL;
}

const char *cli_option_value(const cli_call *call, const char *name)
{
    for (size_t i = call->setting_count; i-- > 0;)
        if (strcmp(call->settings[i].option->name, name) == 0)
            return call->settings[i].value;
    return NULL;
}
