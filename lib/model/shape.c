/* SPDX-License-Identifier: MIT */
/* The members of a plan, in the order in which they are written. */
#include "model/model.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define STRING(record, member) {#member, OGPI_FIELD_STRING, offsetof(record, member), NULL, NULL}
#define TEXT(record, member) {#member, OGPI_FIELD_TEXT, offsetof(record, member), NULL, NULL}
#define DATE(record, member) {#member, OGPI_FIELD_DATE, offsetof(record, member), NULL, NULL}
#define STRINGS(record, member, item) {#member, OGPI_FIELD_STRINGS, offsetof(record, member), NULL, item}
#define DATES(record, member, item) {#member, OGPI_FIELD_DATES, offsetof(record, member), NULL, item}
#define RECORD(record, member, shape) {#member, OGPI_FIELD_RECORD, offsetof(record, member), &shape, NULL}
#define RECORDS(record, member, shape, item) {#member, OGPI_FIELD_RECORDS, offsetof(record, member), &shape, item}
#define SHAPE(name, record, fields) {name, sizeof(record), fields, COUNT(fields)}

static const ogpi_field contact_fields[] = {
    TEXT(ogp_contact, name),
    TEXT(ogp_contact, post),
    STRING(ogp_contact, email),
    STRING(ogp_contact, phone),
};
const ogpi_shape ogpi_contact_shape = SHAPE("contact", ogp_contact, contact_fields);

static const ogpi_field institution_fields[] = {
    TEXT(ogp_institution, name),
    STRING(ogp_institution, kind),
    RECORD(ogp_institution, contact, ogpi_contact_shape),
};
const ogpi_shape ogpi_institution_shape = SHAPE("institution", ogp_institution, institution_fields);

static const ogpi_field milestone_fields[] = {
    STRING(ogp_milestone, number),
    TEXT(ogp_milestone, title),
    TEXT(ogp_milestone, description),
    TEXT(ogp_milestone, output),
    DATE(ogp_milestone, start),
    DATE(ogp_milestone, end),
    STRING(ogp_milestone, completion),
    RECORD(ogp_milestone, lead, ogpi_institution_shape),
    RECORDS(ogp_milestone, supporting, ogpi_institution_shape, "institution"),
};
const ogpi_shape ogpi_milestone_shape = SHAPE("milestone", ogp_milestone, milestone_fields);

static const ogpi_field assessment_fields[] = {
    STRING(ogp_assessment, report),
    STRING(ogp_assessment, method),
    DATE(ogp_assessment, published),
    STRING(ogp_assessment, specificity),
    STRING(ogp_assessment, verifiable),
    STRING(ogp_assessment, relevance),
    STRINGS(ogp_assessment, values, "value"),
    STRING(ogp_assessment, potential_impact),
    STRING(ogp_assessment, potential_for_results),
    STRING(ogp_assessment, completion),
    STRING(ogp_assessment, did_it_open_government),
    STRING(ogp_assessment, early_results),
};
const ogpi_shape ogpi_assessment_shape = SHAPE("assessment", ogp_assessment, assessment_fields);

static const ogpi_field values_fields[] = {
    TEXT(ogpi_values, transparency),
    TEXT(ogpi_values, participation),
    TEXT(ogpi_values, accountability),
    TEXT(ogpi_values, technology),
};
const ogpi_shape ogpi_values_shape = SHAPE("values", ogpi_values, values_fields);

static const ogpi_field commitment_fields[] = {
    STRING(ogp_commitment, id),
    STRING(ogp_commitment, plan),
    STRING(ogp_commitment, member),
    STRING(ogp_commitment, language),
    DATE(ogp_commitment, submitted),
    STRING(ogp_commitment, number),
    TEXT(ogp_commitment, title),
    TEXT(ogp_commitment, description),
    TEXT(ogp_commitment, problem),
    TEXT(ogp_commitment, causes),
    TEXT(ogp_commitment, background),
    TEXT(ogp_commitment, solution),
    TEXT(ogp_commitment, results),
    TEXT(ogp_commitment, objective),
    TEXT(ogp_commitment, ambition),
    TEXT(ogp_commitment, additional),
    RECORD(ogp_commitment, values, ogpi_values_shape),
    STRINGS(ogp_commitment, challenges, "challenge"),
    STRINGS(ogp_commitment, policy_areas, "policy_area"),
    RECORD(ogp_commitment, lead, ogpi_institution_shape),
    RECORDS(ogp_commitment, supporting, ogpi_institution_shape, "institution"),
    DATE(ogp_commitment, start),
    DATE(ogp_commitment, end),
    STRING(ogp_commitment, status),
    RECORDS(ogp_commitment, milestones, ogpi_milestone_shape, "milestone"),
    RECORDS(ogp_commitment, assessments, ogpi_assessment_shape, "assessment"),
};
const ogpi_shape ogpi_commitment_shape = SHAPE("commitment", ogp_commitment, commitment_fields);

static const ogpi_field forum_fields[] = {
    DATES(ogpi_forum, meetings, "meeting"),
    STRING(ogpi_forum, rules_url),
};
static const ogpi_shape forum_shape = SHAPE("forum", ogpi_forum, forum_fields);

static const ogpi_field website_fields[] = {
    STRING(ogpi_website, url),
};
static const ogpi_shape website_shape = SHAPE("website", ogpi_website, website_fields);

static const ogpi_field repository_fields[] = {
    STRING(ogpi_repository, url),
    DATES(ogpi_repository, updates, "update"),
};
static const ogpi_shape repository_shape = SHAPE("repository", ogpi_repository, repository_fields);

static const ogpi_field outreach_fields[] = {
    DATE(ogp_outreach, date),
    TEXT(ogp_outreach, audience),
};
static const ogpi_shape outreach_shape = SHAPE("outreach", ogp_outreach, outreach_fields);

static const ogpi_field inputs_fields[] = {
    DATE(ogpi_inputs, from),
    DATE(ogpi_inputs, to),
    TEXT(ogpi_inputs, mechanism),
};
static const ogpi_shape inputs_shape = SHAPE("inputs", ogpi_inputs, inputs_fields);

static const ogpi_field feedback_fields[] = {
    DATE(ogpi_feedback, published),
    STRING(ogpi_feedback, url),
};
static const ogpi_shape feedback_shape = SHAPE("feedback", ogpi_feedback, feedback_fields);

static const ogpi_field iap2_fields[] = {
    STRING(ogpi_iap2, development),
    STRING(ogpi_iap2, implementation),
};
static const ogpi_shape iap2_shape = SHAPE("iap2", ogpi_iap2, iap2_fields);

static const ogpi_field cocreation_fields[] = {
    STRING(ogp_cocreation, standards),
    RECORD(ogp_cocreation, forum, forum_shape),
    RECORD(ogp_cocreation, website, website_shape),
    RECORD(ogp_cocreation, repository, repository_shape),
    DATE(ogp_cocreation, started),
    DATE(ogp_cocreation, timeline_published),
    RECORDS(ogp_cocreation, outreach, outreach_shape, "event"),
    RECORD(ogp_cocreation, inputs, inputs_shape),
    RECORD(ogp_cocreation, feedback, feedback_shape),
    DATES(ogp_cocreation, implementation_meetings, "meeting"),
    RECORD(ogp_cocreation, iap2, iap2_shape),
};
const ogpi_shape ogpi_cocreation_shape = SHAPE("cocreation", ogp_cocreation, cocreation_fields);

static const ogpi_field plan_fields[] = {
    STRING(ogp_plan, format),
    STRING(ogp_plan, id),
    STRING(ogp_plan, member),
    STRING(ogp_plan, level),
    STRING(ogp_plan, language),
    TEXT(ogp_plan, title),
    STRING(ogp_plan, edition),
    DATE(ogp_plan, submitted),
    DATE(ogp_plan, start),
    DATE(ogp_plan, end),
    RECORD(ogp_plan, lead, ogpi_institution_shape),
    RECORD(ogp_plan, cocreation, ogpi_cocreation_shape),
    RECORDS(ogp_plan, commitments, ogpi_commitment_shape, "commitment"),
};
const ogpi_shape ogpi_plan_shape = SHAPE("plan", ogp_plan, plan_fields);

const ogpi_field *ogpi_shape_field(const ogpi_shape *shape, const char *name)
{
    for (size_t i = 0; i < shape->field_count; i++)
        if (shape->fields[i].name[0] == name[0] && strcmp(shape->fields[i].name, name) == 0)
            return &shape->fields[i];
    return NULL;
}

bool ogpi_stated(const void *record, const ogpi_field *field)
{
    const void *slot = ogpi_slot_of(record, field);
    switch (field->kind) {
    case OGPI_FIELD_STRING:
        return ((const ogpi_string *)slot)->text != NULL;
    case OGPI_FIELD_TEXT:
        return ((const ogpi_text *)slot)->count > 0;
    case OGPI_FIELD_DATE:
        return ((const ogpi_date *)slot)->text.text != NULL;
    case OGPI_FIELD_STRINGS:
        return ((const ogpi_strings *)slot)->present;
    case OGPI_FIELD_DATES:
        return ((const ogpi_dates *)slot)->present;
    case OGPI_FIELD_RECORD:
        return ((const ogpi_record *)slot)->present;
    case OGPI_FIELD_RECORDS:
        return ((const ogpi_list *)slot)->present;
    }
    return false;
}
