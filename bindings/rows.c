/* SPDX-License-Identifier: MIT */
#include "bindings/rows_help.h"

#include <stdlib.h>
#include <string.h>

#define STRINGS(name, type, count, at)                                            \
    json_t *name(const type *it)                                                  \
    {                                                                             \
        json_t *list = json_array();                                              \
        for (size_t i = 0; list && i < count(it); i++)                            \
            json_array_append_new(list, json_string(at(it, i)));                  \
        return list;                                                              \
    }

STRINGS(ogpb_commitment_challenges, ogp_commitment, ogp_commitment_challenge_count, ogp_commitment_challenge_at)
STRINGS(ogpb_commitment_policy_areas, ogp_commitment, ogp_commitment_policy_area_count, ogp_commitment_policy_area_at)
STRINGS(ogpb_assessment_values, ogp_assessment, ogp_assessment_value_count, ogp_assessment_value_at)

const char *ogpb_commitment_text(const ogp_commitment *commitment, const char *field, const char *language,
                                 ogp_error *error)
{
    for (int i = 0; field && i < OGP_COMMITMENT_FIELDS; i++)
        if (!strcmp(ogp_commitment_field_name((ogp_commitment_field)i), field))
            return ogp_commitment_text(commitment, (ogp_commitment_field)i, language);
    return ogpb_fail(error, OGP_ERROR_USAGE, "a commitment has no text of that name");
}

char *ogpb_report_write(const ogp_report *report, const char *format, const char *language, const char *name,
                        const char *source, ogp_error *error)
{
    const ogp_write_item item = { report, name, source, source ? strlen(source) : 0 };
    ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
    char *text = NULL;
    options.language = language;
    options.format = ogp_write_format_of(format);
    if (!options.format)
        return ogpb_fail(error, OGP_ERROR_USAGE, "formats are text, json, sarif and html");
    return ogp_report_write(&text, NULL, &item, &options, error) < 0 ? NULL : text;
}

json_t *ogpb_plan_table(const ogp_plan *plan, ogp_error *error)
{
    char *text = NULL;
    size_t length = 0;
    return ogp_plan_write(&text, &length, plan, error) < 0 ? NULL : ogpb_reread(text, length, error);
}

json_t *ogpb_commitment_table(const ogp_plan *plan, const ogp_commitment *commitment, ogp_error *error)
{
    char *text = NULL;
    size_t length = 0;
    return ogp_plan_write_commitment(&text, &length, plan, commitment, error) < 0 ? NULL
                                                                                  : ogpb_reread(text, length, error);
}

ogp_plan *ogpb_plan_from_table(const json_t *table, const ogp_context *context, ogp_error *error)
{
    ogp_plan *plan = NULL;
    char *text = json_dumps(table, JSON_COMPACT | JSON_ENCODE_ANY);
    if (!text) {
        ogpb_memory(error);
        return NULL;
    }
    if (ogp_plan_parse(&plan, context, text, strlen(text), error) < 0)
        error->line = error->column = 0; /* of a text that nobody has seen */
    free(text);
    return plan;
}

static json_t *rule_row(const ogp_rule *rule, const char *language)
{
    char message[OGP_RULE_TEXT_SIZE], mend[OGP_RULE_TEXT_SIZE];
    json_t *editions = json_array();
    ogp_rule_message(rule, language, message, sizeof message);
    ogp_rule_mend(rule, language, mend, sizeof mend);
    for (size_t i = 0; i < ogp_rule_edition_count(rule); i++)
        json_array_append_new(editions, json_string(ogp_rule_edition_at(rule, i)));
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:o}", "id", ogp_rule_id(rule), "family",
                     ogp_rule_family(rule), "name", ogp_rule_name(rule), "status", ogp_rule_status(rule), "source",
                     ogp_rule_source(rule), "message", message, "mend", mend, "severity",
                     ogp_severity_name(ogp_rule_severity(rule, NULL)), "editions", editions);
}

json_t *ogpb_rule(const ogp_rulebook *rulebook, const char *id, const char *language, ogp_error *error)
{
    const ogp_rule *rule = ogp_rulebook_rule(rulebook, id);
    if (!rule)
        return ogpb_fail(error, OGP_ERROR_USAGE, "the rulebook has no rule of that id");
    json_t *row = rule_row(rule, language);
    return ogpb_whole(row, row != NULL, error);
}

json_t *ogpb_rules(const ogp_rulebook *rulebook, const char *language, ogp_error *error)
{
    json_t *rows = json_array();
    bool complete = rows != NULL;
    for (size_t i = 0; complete && i < ogp_rulebook_rule_count(rulebook); i++)
        complete = json_array_append_new(rows, rule_row(ogp_rulebook_rule_at(rulebook, i), language)) == 0;
    return ogpb_whole(rows, complete, error);
}
