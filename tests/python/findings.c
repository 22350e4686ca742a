/* SPDX-License-Identifier: MIT */
/* findings PLAN LANGUAGE: a plan's findings as JSON, by the C API alone. */
#include <ogp/ogp.h>
#include <stdio.h>

static char source[1 << 20];

int main(int argc, char **argv)
{
    FILE *file = argc == 3 ? fopen(argv[1], "rb") : NULL;
    ogp_context_options asked = OGP_CONTEXT_OPTIONS_INIT;
    ogp_context *context = NULL;
    ogp_plan *plan = NULL;
    ogp_report *report = NULL;
    char *text = NULL;
    size_t length = 0, source_length = file ? fread(source, 1, sizeof source, file) : 0;
    ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
    if (file)
        fclose(file);
    options.format = OGP_WRITE_JSON;
    asked.language = options.language = argc == 3 ? argv[2] : "";
    int status = ogp_context_new(&context, &asked, NULL);
    if (status == OGP_OK)
        status = ogp_plan_parse(&plan, context, source, source_length, NULL);
    if (status == OGP_OK)
        status = ogp_plan_check(&report, plan, context, NULL);
    const ogp_write_item item = {report, argc == 3 ? argv[1] : "", source, source_length};
    if (status == OGP_OK)
        status = ogp_report_write(&text, &length, &item, &options, NULL);
    if (status == OGP_OK)
        fwrite(text, 1, length, stdout);
    ogp_free(text);
    ogp_report_unref(report);
    ogp_plan_unref(plan);
    ogp_context_unref(context);
    return status < 0;
}
