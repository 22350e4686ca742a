/* SPDX-License-Identifier: MIT */
#include "model/getters.h"

#include <ogp/commitment.h>

OGPI_GET_STRING(commitment, id, id)
OGPI_GET_STRING(commitment, number, number)
OGPI_GET_STRING(commitment, plan, plan)
OGPI_GET_STRING(commitment, member, member)
OGPI_GET_STRING(commitment, language, language)
OGPI_GET_STRING(commitment, status, status)
OGPI_GET_STRINGS(commitment, challenge, challenges)
OGPI_GET_STRINGS(commitment, policy_area, policy_areas)
OGPI_GET_DATE(commitment, start, start)
OGPI_GET_DATE(commitment, end, end)
OGPI_GET_RECORD(commitment, lead, ogp_institution, lead)
OGPI_GET_RECORDS(commitment, supporting, ogp_institution, supporting)
OGPI_GET_RECORDS(commitment, milestone, ogp_milestone, milestones)
OGPI_GET_RECORDS(commitment, assessment, ogp_assessment, assessments)
OGPI_GET_TEXT(commitment, title, title)

#define FIELD(id, path, name) [OGP_COMMITMENT_##id] = {offsetof(ogp_commitment, path), name}

static const struct { size_t offset; const char *name; } fields[OGP_COMMITMENT_FIELDS] = {
    FIELD(TITLE, title, "title"),
    FIELD(DESCRIPTION, description, "description"),
    FIELD(PROBLEM, problem, "problem"),
    FIELD(CAUSES, causes, "causes"),
    FIELD(BACKGROUND, background, "background"),
    FIELD(SOLUTION, solution, "solution"),
    FIELD(RESULTS, results, "results"),
    FIELD(OBJECTIVE, objective, "objective"),
    FIELD(AMBITION, ambition, "ambition"),
    FIELD(ADDITIONAL, additional, "additional"),
    FIELD(TRANSPARENCY, values.transparency, "values/transparency"),
    FIELD(PARTICIPATION, values.participation, "values/participation"),
    FIELD(ACCOUNTABILITY, values.accountability, "values/accountability"),
    FIELD(TECHNOLOGY, values.technology, "values/technology"),
};

static bool known(ogp_commitment_field field)
{
    return (unsigned)field < OGP_COMMITMENT_FIELDS;
}

const ogp_localized *ogp_commitment_localized(const ogp_commitment *commitment, ogp_commitment_field field)
{
    return commitment && known(field) ? (const ogp_localized *)((const char *)commitment + fields[field].offset) : NULL;
}

const char *ogp_commitment_text(const ogp_commitment *commitment, ogp_commitment_field field, const char *language)
{
    return ogp_localized_in(ogp_commitment_localized(commitment, field), language);
}

const char *ogp_commitment_field_name(ogp_commitment_field field)
{
    return known(field) ? fields[field].name : "";
}
