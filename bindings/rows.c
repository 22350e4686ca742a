/* SPDX-License-Identifier: MIT */
#include "bindings/rows.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *fail(ogp_error *error, int code, const char *message)
{
    error->code = code;
    snprintf(error->message, sizeof error->message, "%s", message);
    return NULL;
}

static json_t *memory(ogp_error *error)
{
    return fail(error, OGP_ERROR_MEMORY, "out of memory");
}

/* A value that is incomplete because memory ran out is none. */
static json_t *whole(json_t *value, bool complete, ogp_error *error)
{
    if (value && complete)
        return value;
    json_decref(value);
    return memory(error);
}

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

const char *ogpb_commitment_text(const ogp_commitment *commitment, const char *field, const char *language, ogp_error *error)
{
    for (int i = 0; i < OGP_COMMITMENT_FIELDS; i++)
        if (!strcmp(ogp_commitment_field_name((ogp_commitment_field)i), field))
            return ogp_commitment_text(commitment, (ogp_commitment_field)i, language);
    return fail(error, OGP_ERROR_USAGE, "a commitment has no text of that name");
}

/* What libogp wrote, read back. Frees the text. */
static json_t *reread(char *text, size_t length, ogp_error *error)
{
    json_t *value = json_loadb(text, length, JSON_ALLOW_NUL | JSON_DECODE_ANY, NULL);
    ogp_free(text);
    return value ? value : memory(error);
}

json_t *ogpb_plan_table(const ogp_plan *plan, ogp_error *error)
{
    char *text = NULL;
    size_t length = 0;
    return ogp_plan_write(&text, &length, plan, error) < 0 ? NULL : reread(text, length, error);
}

json_t *ogpb_commitment_table(const ogp_plan *plan, const ogp_commitment *commitment, ogp_error *error)
{
    char *text = NULL;
    size_t length = 0;
    return ogp_plan_write_commitment(&text, &length, plan, commitment, error) < 0 ? NULL : reread(text, length, error);
}

ogp_plan *ogpb_plan_from_table(const json_t *table, const ogp_context *context, ogp_error *error)
{
    ogp_plan *plan = NULL;
    char *text = json_dumps(table, JSON_COMPACT | JSON_ENCODE_ANY);
    if (!text) {
        memory(error);
        return NULL;
    }
    if (ogp_plan_parse(&plan, context, text, strlen(text), error) < 0)
        error->line = error->column = 0; /* of a text that nobody has seen */
    free(text);
    return plan;
}

static json_t *rule_row(const ogp_rule *rule, const char *language)
{
    json_t *editions = json_array();
    for (size_t i = 0; i < ogp_rule_edition_count(rule); i++)
        json_array_append_new(editions, json_string(ogp_rule_edition_at(rule, i)));
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:o}", "id", ogp_rule_id(rule), "family", ogp_rule_family(rule),
                     "name", ogp_rule_name(rule), "status", ogp_rule_status(rule), "source", ogp_rule_source(rule),
                     "message", ogp_rule_message(rule, language), "mend", ogp_rule_mend(rule, language),
                     "severity", ogp_severity_name(ogp_rule_severity(rule, NULL)), "editions", editions);
}

json_t *ogpb_rule(const ogp_rulebook *rulebook, const char *id, const char *language, ogp_error *error)
{
    const ogp_rule *rule = ogp_rulebook_rule(rulebook, id);
    if (!rule)
        return fail(error, OGP_ERROR_USAGE, "the rulebook has no rule of that id");
    json_t *row = rule_row(rule, language);
    return whole(row, row != NULL, error);
}

json_t *ogpb_rules(const ogp_rulebook *rulebook, const char *language, ogp_error *error)
{
    json_t *rows = json_array();
    bool complete = rows != NULL;
    for (size_t i = 0; complete && i < ogp_rulebook_rule_count(rulebook); i++)
        complete = json_array_append_new(rows, rule_row(ogp_rulebook_rule_at(rulebook, i), language)) == 0;
    return whole(rows, complete, error);
}

static json_t *fact_row(const ogp_fact *fact, const char *text)
{
    return json_pack("{s:s, s:I, s:I, s:s%, s:s}", "type", ogp_fact_type_name(fact->type), "start", (json_int_t)fact->start,
                     "end", (json_int_t)fact->end, "text", text + fact->start, fact->end - fact->start, "norm", fact->norm);
}

json_t *ogpb_facts(const char *text, size_t length, const char *language, const ogp_context *context, ogp_error *error)
{
    ogp_facts *facts = NULL;
    if (ogp_text_facts(&facts, text, length, language, context, error) < 0)
        return NULL;
    json_t *rows = json_array();
    bool complete = rows != NULL;
    for (size_t i = 0; complete && i < ogp_facts_count(facts); i++)
        complete = json_array_append_new(rows, fact_row(ogp_facts_at(facts, i), text)) == 0;
    ogp_facts_unref(facts);
    return whole(rows, complete, error);
}

static json_t *smart_reasons(const ogp_smart *smart, size_t commitment)
{
    json_t *reasons = json_array();
    for (int c = 0; c < OGP_SMART_CRITERIA; c++)
        for (size_t i = 0; i < ogp_smart_reason_count(smart, commitment, (ogp_smart_criterion)c); i++)
            json_array_append_new(reasons, json_string(ogp_smart_reason_at(smart, commitment, (ogp_smart_criterion)c, i)));
    return reasons;
}

static json_t *smart_evidence(const ogp_smart *smart, size_t commitment)
{
    json_t *list = json_array();
    for (size_t i = 0; i < ogp_smart_evidence_count(smart, commitment); i++) {
        const ogp_smart_evidence *piece = ogp_smart_evidence_at(smart, commitment, i);
        json_array_append_new(list, json_pack("{s:s, s:s, s:s, s:s, s:I, s:I}",
            "criterion", ogp_smart_criterion_name(piece->criterion), "signal", piece->signal, "path", piece->path,
            "fact", ogp_fact_type_name((ogp_fact_type)piece->fact), "start", (json_int_t)piece->start,
            "end", (json_int_t)piece->end));
    }
    return list;
}

static json_t *smart_row(const ogp_plan *plan, const ogp_smart *smart, size_t i)
{
    const ogp_commitment *commitment = ogp_plan_commitment_at(plan, i);
    json_t *row = json_pack("{s:s, s:s, s:s, s:i, s:o, s:o}", "id", ogp_commitment_id(commitment), "plan", ogp_plan_id(plan),
                            "number", ogp_commitment_number(commitment), "score", ogp_smart_score_at(smart, i),
                            "reasons", smart_reasons(smart, i), "evidence", smart_evidence(smart, i));
    for (int c = 0; row && c < OGP_SMART_CRITERIA; c++) {
        ogp_smart_mark mark = ogp_smart_mark_at(smart, i, (ogp_smart_criterion)c);
        json_object_set_new(row, ogp_smart_criterion_name((ogp_smart_criterion)c), json_string(ogp_smart_mark_name(mark)));
    }
    return row;
}

json_t *ogpb_smart(const ogp_plan *plan, const ogp_context *context, ogp_error *error)
{
    ogp_smart *smart = NULL;
    if (ogp_plan_smart(&smart, plan, context, error) < 0)
        return NULL;
    json_t *rows = json_array();
    bool complete = rows != NULL;
    for (size_t i = 0; complete && i < ogp_smart_count(smart); i++)
        complete = json_array_append_new(rows, smart_row(plan, smart, i)) == 0;
    ogp_smart_unref(smart);
    return whole(rows, complete, error);
}
