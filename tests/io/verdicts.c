/* SPDX-License-Identifier: MIT */
/* Reads one document a line and says of each what the reader says: "ok", or the code with line, column, path, message.
   With "file" each line is the path of a document; with "xml" a plan must come back the same from XML.
   With "scan" the two ways to read a good document must agree; "left" says that the quick one leaves it to the other.
   Usage: verdicts plan|commitment|date|file|xml|scan */
#include "base/lines.h"
#include "io/plan.h"

#include <jansson.h>
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

static int read_file(const char *text, size_t length, ogp_error *error)
{
    char path[4096];
    ogp_plan *plan = NULL;
    snprintf(path, sizeof path, "%.*s", (int)length, text);
    int rc = ogp_plan_load(&plan, NULL, path, error);
    return finish(rc, plan);
}

static int through_xml(const ogp_plan *plan, char **json, ogp_error *error)
{
    char *xml = NULL;
    size_t length;
    ogp_plan *back = NULL;
    int rc = ogp_plan_write_xml(&xml, &length, plan, error);
    if (rc == 0)
        rc = ogp_plan_parse(&back, NULL, xml, length, error);
    if (rc == 0)
        rc = ogp_plan_write(json, NULL, back, error);
    ogp_free(xml);
    return finish(rc, back);
}

/* True when two JSON texts say the same. */
static bool same(const char *a, size_t a_length, const char *b, size_t b_length)
{
    json_t *one = json_loadb(a, a_length, 0, NULL), *other = json_loadb(b, b_length, 0, NULL);
    bool equal = one && other && json_equal(one, other);
    json_decref(one);
    json_decref(other);
    return equal;
}

static int read_xml(const char *text, size_t length, ogp_error *error)
{
    char *before = NULL, *after = NULL;
    ogp_plan *plan = NULL;
    int rc = ogp_plan_parse(&plan, NULL, text, length, error);
    if (rc == 0)
        rc = ogp_plan_write(&before, NULL, plan, error);
    if (rc == 0 && !same(text, length, before, strlen(before))) {
        snprintf(error->message, sizeof error->message, "its canonical form says something else");
        rc = OGP_ERROR_CANCELLED;
    }
    if (rc == 0)
        rc = through_xml(plan, &after, error);
    if (rc == 0 && strcmp(before, after) != 0) {
        snprintf(error->message, sizeof error->message, "it comes back another");
        rc = OGP_ERROR_CANCELLED;
    }
    ogp_free(before);
    ogp_free(after);
    return finish(rc, plan);
}

/* Reads one way; gives the code and the canonical JSON. */
static int one_way(bool quick, const char *text, size_t length, char **json, ogp_error *error)
{
    ogp_plan *plan = ogpi_plan_new(NULL);
    const ogp_limits *limits = ogp_context_limits(NULL);
    int rc = quick ? ogpi_plan_scan_json(plan, limits, text, length) - 1
                   : ogpi_plan_read_tree(plan, limits, text, length, error);
    *json = NULL;
    if (rc == 0)
        rc = ogp_plan_write(json, NULL, plan, error);
    return finish(rc, plan);
}

static int read_scan(const char *text, size_t length, ogp_error *error)
{
    char *slow, *quick;
    int rc = one_way(false, text, length, &slow, error);
    int taken = one_way(true, text, length, &quick, error);
    if (taken == 0 && (rc < 0 || strcmp(slow, quick) != 0)) {
        snprintf(error->message, sizeof error->message, "the two ways differ");
        rc = OGP_ERROR_CANCELLED;
    } else if (taken < 0 && rc == 0) {
        snprintf(error->message, sizeof error->message, "left");
        rc = OGP_ERROR_USAGE;
    }
    ogp_free(slow);
    ogp_free(quick);
    return rc;
}

static const struct {
    const char *name;
    reader *read;
} readers[] = {{"plan", read_plan}, {"commitment", read_commitment},
               {"date", read_date}, {"file", read_file},
               {"xml", read_xml},   {"scan", read_scan}};

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
