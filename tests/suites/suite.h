/* SPDX-License-Identifier: MIT */
/* A suite: a file of lines, fields separated by tabs, the last of them bytes. */
#ifndef OGP_SUITE_H
#define OGP_SUITE_H

#include "test.h"
#include <stdbool.h>

/* The bytes that a line stands for: \xHH, and (N*B) for N bytes B. */
static size_t suite_bytes(const char *from, char *to)
{
    size_t length = 0;
    unsigned long count;
    char byte;
    if (sscanf(from, "(%lu*%c)", &count, &byte) == 2 && count < 60000) {
        memset(to, byte, count);
        return count;
    }
    for (; *from; from++) {
        unsigned value;
        if (*from == '\\' && sscanf(from + 1, "x%2X", &value) == 1) {
            to[length++] = (char)value;
            from += 3;
        } else {
            to[length++] = *from;
        }
    }
    return length;
}

/* Runs each line; `run` says what is wrong, or "". Fields before the bytes are fields[0..count - 1). */
static void suite_run(const char *name, size_t count, unsigned least,
                      const char *(*run)(char **fields, const char *text, size_t length))
{
    static char line[65536], bytes[65536];
    char path[512], *fields[8];
    unsigned failed = 0, lines = 0;
    snprintf(path, sizeof path, "%s/tests/suites/%s", getenv("OGP_SOURCE_ROOT"), name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        size_t found = 0;
        line[strcspn(line, "\n")] = '\0';
        for (char *at = line; at && found < count; at = found < count ? strchr(at, '\t') : NULL) {
            if (found)
                *at++ = '\0';
            fields[found++] = at;
        }
        if (line[0] == '#' || found < count)
            continue;
        size_t length = suite_bytes(fields[count - 1], bytes);
        char *exact = malloc(length + !length); /* so that a sanitizer sees a read past the end */
        memcpy(exact, bytes, length);
        const char *trouble = run(fields, exact, length);
        free(exact);
        lines++;
        if (*trouble)
            print_error("%s: %s: %s\n", fields[0], fields[count - 2], trouble);
        failed += *trouble != '\0';
    }
    fclose(file);
    assert_true(lines >= least);
    assert_int_equal(failed, 0);
}

#endif
