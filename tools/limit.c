/* SPDX-License-Identifier: MIT */
#include "tools/limit.h"

#include <errno.h>
#include <stdlib.h>

static const struct { const char *name; size_t offset; } names[] = {
    {"columns", offsetof(ogp_limits, columns)},
    {"commitments", offsetof(ogp_limits, commitments)},
    {"depth", offsetof(ogp_limits, depth)},
    {"findings", offsetof(ogp_limits, findings)},
    {"findings_per_rule", offsetof(ogp_limits, findings_per_rule)},
    {"input_bytes", offsetof(ogp_limits, input_bytes)},
    {"members", offsetof(ogp_limits, members)},
    {"milestones", offsetof(ogp_limits, milestones)},
    {"string_bytes", offsetof(ogp_limits, string_bytes)},
    {"unpacked_bytes", offsetof(ogp_limits, unpacked_bytes)},
};
enum { NAMES = sizeof names / sizeof *names };

static size_t *find(ogp_limits *limits, const char *name, size_t length)
{
    for (int i = 0; i < NAMES; i++)
        if (strlen(names[i].name) == length && memcmp(names[i].name, name, length) == 0)
            return (size_t *)((char *)limits + names[i].offset);
    return NULL;
}

static int no_such_limit(const cli_call *call, const char *word)
{
    ogpi_buffer list;
    ogpi_buffer_init(&list, NULL);
    for (int i = 0; i < NAMES; i++)
        ogpi_buffer_printf(&list, "%s%s", i ? ", " : "", names[i].name);
    int status = cli_wrong(call, "--limit is NAME=N, not \"%s\"; names are %s", word, list.failed ? "" : list.data);
    ogpi_buffer_clear(&list);
    return status;
}

int cli_read_limits(const cli_call *call, ogp_limits *limits)
{
    const char *word;
    for (size_t i = 0; (word = cli_option_at(call, "limit", i)) != NULL; i++) {
        size_t length = strcspn(word, "=");
        size_t *limit = find(limits, word, length);
        const char *digits = word + length + (word[length] == '=');
        errno = 0;
        unsigned long long value = strtoull(digits, NULL, 10);
        if (!limit || !*digits || strspn(digits, "0123456789") != strlen(digits) || errno || !value || value > SIZE_MAX)
            return no_such_limit(call, word);
        *limit = (size_t)value;
    }
    return CLI_OK;
}
