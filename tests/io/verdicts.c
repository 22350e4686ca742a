/* SPDX-License-Identifier: MIT */
/* Reads one document a line and says of each what the reader says: "ok", or the code with line, column, path, message.
   Usage: verdicts plan|commitment|date */
#include "base/lines.h"

#include <ogp/plan.h>
#include <stdio.h>

typedef int reader(const char *text, size_t length, ogp_error *error);

static int finish(int rc, ogp_plan *plan)
{
    ogp_plan_unref(plan);
    return rc;
}

static int read_plan(const char *text, size_t length, ogp_error *error)
{
    ogp_plan *plan;
    int rc = ogp_plan_parse(&plan, NULL, text, length, error);
    return finish(rc, plan);
}

static int read_commitment(const char *text, size_t length, ogp_error *error)
{
    ogp_plan *plan;
    int rc = ogp_plan_parse_commitment(&plan, NULL, text, length, error);
    return finish(rc, plan);
}

static int read_date(const char *text, size_t length, ogp_error *error)
{
    ogp_edtf edtf;
    return length ? ogp_edtf_parse(&edtf, text, length, error) : 0;
}

static const struct { const char *name; reader *read; } readers[] = {
    {"plan", read_plan}, {"commitment", read_commitment}, {"date", read_date}
};

int main(int argc, char **argv)
{
    reader *read = NULL;
    for (size_t i = 0; argc > 1 && i < sizeof readers / sizeof *readers; i++)
        if (strcmp(readers[i].name, argv[1]) == 0)
            read = readers[i].read;
    ogpi_source source;
    ogpi_lines lines;
    const char *line;
    size_t length;
    if (!read || ogpi_source_open(&source, "-", NULL) < 0)
        return 2;
    ogpi_lines_init(&lines, &source, NULL, (size_t)1 << 26);
    while (ogpi_lines_next(&lines, &line, &length, NULL) > 0) {
        ogp_error error = OGP_ERROR_INIT;
        int rc = read(line, length, &error);
        if (rc == 0)
            puts("ok");
        else
            printf("%s %u:%u %s %s\n", ogp_code_name(rc), error.line, error.column, error.path, error.message);
    }
    ogpi_lines_clear(&lines);
    return 0;
}
