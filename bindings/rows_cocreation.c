/* SPDX-License-Identifier: MIT */
#include "bindings/rows_help.h"

static json_t *requirement_row(const ogp_requirements *requirements, size_t i, const char *language)
{
    return json_pack("{s:s, s:s, s:s, s:s, s:o, s:s}", "number", ogp_requirements_number(requirements, i), "id",
                     ogp_requirements_id(requirements, i), "name", ogp_requirements_name(requirements, i, language),
                     "mark", ogp_mark_name(ogp_requirements_mark(requirements, i)), "by",
                     ogpb_date(ogp_requirements_by(requirements, i)), "status",
                     ogp_requirements_status(requirements, i));
}

static json_t *cocreation_row(const ogp_requirements *requirements, const char *language)
{
    json_t *rows = json_array();
    for (size_t i = 0; i < ogp_requirements_count(requirements); i++)
        json_array_append_new(rows, requirement_row(requirements, i, language));
    return json_pack("{s:s, s:o, s:o, s:o, s:o}", "standards", ogp_requirements_standards(requirements),
                     "as_of", ogpb_date(ogp_requirements_as_of(requirements)),
                     "contrary", ogpb_answer(ogp_requirements_contrary(requirements)), "requirements", rows,
                     "findings", ogpb_findings(ogp_requirements_report(requirements), language));
}

json_t *ogpb_cocreation(const ogp_plan *plan, const char *today, const ogp_context *context, ogp_error *error)
{
    ogp_requirements *requirements = NULL;
    ogp_date day = { 0 };
    if (ogpb_take_day(&day, today, error) < 0 || ogp_plan_requirements(&requirements, plan, day, context, error) < 0)
        return NULL;
    json_t *row = cocreation_row(requirements, ogp_context_language(context));
    ogp_requirements_unref(requirements);
    return ogpb_whole(row, row != NULL, error);
}
