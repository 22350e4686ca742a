/* SPDX-License-Identifier: MIT */
/* Co-creation as a family of checks on a plan: what is not met, what is still open, and what follows. */
#include "rules/check.h"
#include "rules/requirements.h"

static void add(ogpi_check *check, const ogpi_requirements *r, size_t index)
{
    ogpi_arg args[OGPI_REQUIREMENT_FINDING_ARGS];
    char path[80] = "cocreation";
    ogpi_finding_spec spec = ogpi_requirement_finding(r, index, args);
    if (index < r->count && *spec.path) {
        strncat(path, "/", sizeof path - strlen(path) - 1);
        strncat(path, spec.path, sizeof path - strlen(path) - 1);
    }
    spec.path = path;
    ogpi_check_add(check, &spec);
}

int ogpi_check_cocreation(ogpi_check *check, ogp_error *error)
{
    ogpi_requirements r;
    (void)error;
    if (strcmp(ogpi_str(&check->plan->level), "local") == 0) {
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "COC133", .path = "cocreation"});
        return 0;
    }
    if (!check->plan->cocreation.record.present) {
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "COC100"});
        return 0;
    }
    ogpi_requirements_judge(&r, check->book, check->plan, OGPI_NO_DAY);
    for (size_t i = 0; i < r.count; i++)
        if (r.items[i].mark == OGP_MARK_NOT_MET || r.items[i].mark == OGP_MARK_NOT_YET)
            add(check, &r, i);
    if (r.contrary == OGP_YES)
        add(check, &r, r.count);
    return 0;
}
