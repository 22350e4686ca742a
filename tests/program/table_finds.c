/* SPDX-License-Identifier: MIT */
/* Prints the rules found, one a line: in a table of commitments, or for one figure of an assessment by the IRM,
   {"result": ..., "variables": {...}}. */
#include <jansson.h>
#include <ogp/ogp.h>
#include <stdio.h>
#include <string.h>

enum { VARIABLES = 32 };

static void put(const ogp_finding *finding)
{
    printf("%s %s\n", ogp_finding_rule(finding), ogp_finding_status(finding));
}

static int assess(const json_t *given, const char *result, ogp_error *error)
{
    ogp_irm_variable variables[VARIABLES];
    ogp_results *results = NULL;
    size_t count = 0;
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)given, name, value)
        if (count < VARIABLES)
            variables[count++] = (ogp_irm_variable){name, json_string_value(value)};
    int rc = ogp_assess(&results, variables, count, NULL, NULL, error);
    if (rc == 0)
        put(ogp_result_finding(ogp_results_get(results, result)));
    ogp_results_unref(results);
    return rc;
}

static int read_table(const char *path, ogp_error *error)
{
    ogp_dataset_options options = OGP_DATASET_OPTIONS_INIT;
    ogp_dataset *dataset = NULL;
    options.keep = OGP_KEEP_TEXTS;
    int rc = ogp_dataset_read(&dataset, path, &options, NULL, error);
    const ogp_report *report = ogp_dataset_report(dataset);
    for (size_t i = 0; i < ogp_report_count(report); i++)
        put(ogp_report_at(report, i));
    ogp_dataset_unref(dataset);
    return rc;
}

int main(int argc, char **argv)
{
    ogp_error error = OGP_ERROR_INIT;
    if (argc < 2)
        return 2;
    json_t *document = json_load_file(argv[1], 0, NULL);
    const json_t *variables = json_object_get(document, "variables");
    int rc = variables ? assess(variables, json_string_value(json_object_get(document, "result")), &error)
                       : read_table(argv[1], &error);
    json_decref(document);
    if (rc < 0)
        fprintf(stderr, "%s\n", error.message);
    return rc < 0;
}
