/* SPDX-License-Identifier: MIT */
/* The public face of the co-creation requirements. */
#include "base/error.h"
#include "rules/held.h"
#include "rules/requirements.h"
#include "rules/requirements_evidence.h"

struct ogp_requirements {
    ogpi_held held;
    ogpi_requirements result;
};

static int explain(ogp_requirements *r, const ogp_context *context, ogp_error *error)
{
    ogpi_report_builder *builder = NULL;
    int rc = ogpi_report_begin(&builder, context, error);
    if (rc < 0)
        return rc;
    for (size_t i = 0; i < ogpi_requirement_finding_count(&r->result); i++) {
        ogpi_arg args[OGPI_REQUIREMENT_FINDING_ARGS];
        ogpi_finding_spec spec = ogpi_requirement_finding(&r->result, i, args);
        char path[80] = "/cocreation/";
        strncat(path, spec.path, sizeof path - 16);
        spec.path = i < r->result.count && *spec.path ? path : "/cocreation";
        ogpi_report_add(builder, &spec);
    }
    return ogpi_report_end(&r->held.report, builder, error);
}

int ogp_plan_requirements(ogp_requirements **out, const ogp_plan *plan, ogp_date today, const ogp_context *context,
                          ogp_error *error)
{
    int32_t day;
    *out = NULL;
    if (!plan)
        return ogpi_error_needs(error, "a plan");
    if (ogpi_held_day(&day, today, OGPI_NO_DAY, error) < 0)
        return OGP_ERROR_USAGE;
    ogp_requirements *r = ogpi_held_new(sizeof *r, context);
    if (!r)
        return ogpi_error_memory(error);
    ogpi_requirements_judge(&r->result, r->held.book, plan, day);
    int rc = explain(r, context, error);
    *out = ogpi_held_finish(r, rc);
    return rc;
}

ogp_requirements *ogp_requirements_ref(ogp_requirements *requirements)
{
    return ogpi_held_ref(requirements);
}

void ogp_requirements_unref(ogp_requirements *requirements)
{
    ogpi_held_unref(requirements);
}

const char *ogp_requirements_standards(const ogp_requirements *requirements)
{
    return requirements ? requirements->result.standards : "";
}

ogp_date ogp_requirements_as_of(const ogp_requirements *requirements)
{
    return ogpi_day_date(requirements ? requirements->result.as_of : OGPI_NO_DAY);
}

size_t ogp_requirements_count(const ogp_requirements *requirements)
{
    return requirements ? requirements->result.count : 0;
}

static const ogpi_requirement *item_at(const ogp_requirements *requirements, size_t index)
{
    static const ogpi_requirement none = {.number = "", .id = "", .term = "", .status = "", .by = OGPI_NO_DAY,
                                          .mark = OGP_MARK_NOT_REVIEWED};
    return requirements && index < requirements->result.count ? &requirements->result.items[index] : &none;
}

const char *ogp_requirements_number(const ogp_requirements *requirements, size_t index)
{
    return item_at(requirements, index)->number;
}

const char *ogp_requirements_id(const ogp_requirements *requirements, size_t index)
{
    return item_at(requirements, index)->id;
}

const char *ogp_requirements_name(const ogp_requirements *requirements, size_t index, const char *language)
{
    return requirements ? ogpi_held_term(&requirements->held, item_at(requirements, index)->term, language) : "";
}

ogp_mark ogp_requirements_mark(const ogp_requirements *requirements, size_t index)
{
    return item_at(requirements, index)->mark;
}

ogp_date ogp_requirements_by(const ogp_requirements *requirements, size_t index)
{
    return ogpi_day_date(item_at(requirements, index)->by);
}

const char *ogp_requirements_status(const ogp_requirements *requirements, size_t index)
{
    return item_at(requirements, index)->status;
}

ogp_answer ogp_requirements_contrary(const ogp_requirements *requirements)
{
    return requirements ? requirements->result.contrary : OGP_UNKNOWN;
}

const ogp_report *ogp_requirements_report(const ogp_requirements *requirements)
{
    return requirements ? requirements->held.report : NULL;
}

const char *ogp_mark_name(ogp_mark mark)
{
    static const char *const names[] = {"not-met", "met", "not-yet", "not-reviewed"};
    return (unsigned)mark < sizeof names / sizeof *names ? names[mark] : "";
}
