/* SPDX-License-Identifier: MIT */
/* A plan file as XML on standard output; with "json" as a second argument, as canonical JSON. */
#include <ogp/plan.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan = NULL;
    char *text = NULL;
    size_t length = 0;
    int rc = argc < 2 ? OGP_ERROR_USAGE : ogp_plan_load(&plan, NULL, argv[1], &error);
    if (rc == 0)
        rc = argc > 2 ? ogp_plan_write(&text, &length, plan, &error) : ogp_plan_write_xml(&text, &length, plan, &error);
    if (rc == 0)
        fwrite(text, 1, length, stdout);
    else
        fprintf(stderr, "%u:%u %s %s\n", error.line, error.column, error.path, error.message);
    ogp_free(text);
    ogp_plan_unref(plan);
    return rc < 0 ? 2 : 0;
}
