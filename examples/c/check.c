/* SPDX-License-Identifier: MIT */
/* cc check.c $(pkg-config --cflags --libs ogp) -o check && ./check plan.json ar */
#include <ogp/ogp.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan = NULL;
    ogp_report *report = NULL;
    const char *language = argc > 2 ? argv[2] : "en";
    if (argc < 2 || ogp_plan_load(&plan, NULL, argv[1], &error) < 0 ||
        ogp_plan_check(&report, plan, NULL, &error) < 0) {
        fprintf(stderr, "%u:%u: %s\n", error.line, error.column, error.message);
        return 2;
    }
    for (size_t i = 0; i < ogp_report_count(report); i++) {
        const ogp_finding *f = ogp_report_at(report, i);
        printf("%s %s %s\n", ogp_finding_path(f), ogp_finding_rule(f), ogp_finding_message(f, language));
    }
    ogp_report_unref(report);
    ogp_plan_unref(plan);
    return 0;
}
