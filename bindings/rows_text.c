/* SPDX-License-Identifier: MIT */
#include "bindings/rows_help.h"

static json_t *fact_row(const ogp_fact *fact, const char *text)
{
    return json_pack("{s:s, s:I, s:I, s:s%, s:s}", "type", ogp_fact_type_name(fact->type), "start",
                     (json_int_t)fact->start, "end", (json_int_t)fact->end, "text", text + fact->start,
                     fact->end - fact->start, "norm", fact->norm);
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
    return ogpb_whole(rows, complete, error);
}

static json_t *smart_reasons(const ogp_smart *smart, size_t commitment)
{
    json_t *reasons = json_array();
    for (int c = 0; c < OGP_SMART_CRITERIA; c++)
        for (size_t i = 0; i < ogp_smart_reason_count(smart, commitment, (ogp_smart_criterion)c); i++)
            json_array_append_new(reasons,
                                  json_string(ogp_smart_reason_at(smart, commitment, (ogp_smart_criterion)c, i)));
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
    json_t *row =
        json_pack("{s:s, s:s, s:s, s:i, s:o, s:o}", "id", ogp_commitment_id(commitment), "plan", ogp_plan_id(plan),
                  "number", ogp_commitment_number(commitment), "score", ogp_smart_score_at(smart, i), "reasons",
                  smart_reasons(smart, i), "evidence", smart_evidence(smart, i));
    for (int c = 0; row && c < OGP_SMART_CRITERIA; c++) {
        ogp_smart_mark mark = ogp_smart_mark_at(smart, i, (ogp_smart_criterion)c);
        json_object_set_new(row, ogp_smart_criterion_name((ogp_smart_criterion)c),
                            json_string(ogp_smart_mark_name(mark)));
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
    return ogpb_whole(rows, complete, error);
}
