/* SPDX-License-Identifier: MIT */
#include "bindings/rows_help.h"

#include <stdlib.h>

/* ---- calendar ---- */

static int take_calendar(ogp_calendar_options *out, const json_t *options, ogp_error *error)
{
    const struct { const char *name; ogp_date *value; } dates[] = {
        { "submitted", &out->submitted }, { "start", &out->start }, { "end", &out->end },
        { "previous_end", &out->previous_end }, { "letter", &out->letter }, { "cocreation", &out->cocreation },
    };
    static const char *const names[] = { "submitted", "start", "end", "previous_end", "letter", "cocreation", "edition",
                                         "plan", "years", "first", "local", NULL };
    int status = ogpb_take_only(options, names, error);
    if (status == 0)
        status = ogpb_take_text(&out->edition, options, "edition", error);
    for (size_t i = 0; status == 0 && i < sizeof dates / sizeof *dates; i++)
        status = ogpb_take_date(dates[i].value, options, dates[i].name, error);
    if (status < 0 || (status = ogpb_take_text(&out->plan, options, "plan", error)) < 0 ||
        (status = ogpb_take_int(&out->years, options, "years", error)) < 0 ||
        (status = ogpb_take_int(&out->first, options, "first", error)) < 0)
        return status;
    return ogpb_take_int(&out->local, options, "local", error);
}

json_t *ogpb_calendar(const json_t *options, const ogp_context *context, ogp_error *error)
{
    ogp_calendar_options chosen = OGP_CALENDAR_OPTIONS_INIT;
    ogp_calendar *calendar = NULL;
    char *text = NULL;
    size_t length = 0;
    if (take_calendar(&chosen, options, error) < 0 || ogp_calendar_new(&calendar, &chosen, context, error) < 0)
        return NULL;
    int status = ogp_calendar_write(&text, &length, calendar, "json", ogp_context_language(context), error);
    ogp_calendar_unref(calendar);
    return status < 0 ? NULL : ogpb_reread(text, length, error);
}

/* ---- eligibility ---- */

static int take_record(ogp_eligibility_record *out, const json_t *record, ogp_error *error)
{
    const struct { const char *name; int32_t *value; } answers[] = {
        { "year", &out->year }, { "budget_proposal", &out->budget_proposal }, { "audit_report", &out->audit_report },
        { "member", &out->member }, { "un_member", &out->un_member },
    };
    const struct { const char *name; double *value; } scores[] = {
        { "civil_liberties", &out->civil_liberties }, { "cso_entry_exit", &out->cso_entry_exit },
        { "cso_repression", &out->cso_repression },
    };
    int status = ogpb_take_text(&out->country, record, "country", error);
    if (status == 0)
        status = ogpb_take_text(&out->access_to_information, record, "access_to_information", error);
    if (status == 0)
        status = ogpb_take_text(&out->asset_disclosure, record, "asset_disclosure", error);
    for (size_t i = 0; status == 0 && i < sizeof answers / sizeof *answers; i++)
        status = ogpb_take_int(answers[i].value, record, answers[i].name, error);
    for (size_t i = 0; status == 0 && i < sizeof scores / sizeof *scores; i++)
        status = ogpb_take_number(scores[i].value, record, scores[i].name, error);
    return status;
}

static json_t *change_row(const ogp_eligibility *eligibility, const ogp_change *change, const char *language)
{
    return json_pack("{s:s, s:s, s:s, s:i, s:i, s:b, s:s}", "cell", change->cell, "from", change->from, "to",
                     change->to, "points", change->points, "acts", change->acts, "act", change->is_act, "name",
                     ogp_eligibility_change_text(eligibility, change, language));
}

static json_t *needs_of(const ogp_eligibility *eligibility, const char *language)
{
    json_t *needs = json_array();
    for (size_t i = 0; i < ogp_eligibility_need_count(eligibility); i++) {
        size_t count;
        const ogp_change *const *changes = ogp_eligibility_need_at(eligibility, i, &count);
        json_t *set = json_array();
        for (size_t k = 0; k < count; k++)
            json_array_append_new(set, change_row(eligibility, changes[k], language));
        json_array_append_new(needs, set);
    }
    return needs;
}

static json_t *losses_of(const ogp_eligibility *eligibility, const char *language)
{
    json_t *losses = json_array();
    for (size_t i = 0; i < ogp_eligibility_loss_count(eligibility); i++)
        json_array_append_new(losses, change_row(eligibility, ogp_eligibility_loss_at(eligibility, i), language));
    return losses;
}

static json_t *eligibility_row(const ogp_eligibility *e, const char *language)
{
    json_t *status = json_pack("{s:s, s:s, s:s}", "core", ogp_eligibility_core_status(e),
                               "values_check", ogp_eligibility_values_check_status(e),
                               "eligible", ogp_eligibility_eligible_status(e));
    json_t *row = json_pack(
        "{s:s, s:i, s:s, s:o, s:o, s:o, s:s, s:s, s:o, s:o, s:o, s:o, s:o}", "country", ogp_eligibility_country(e),
        "year", ogp_eligibility_year(e), "edition", ogp_eligibility_edition(e), "points",
        ogpb_answer(ogp_eligibility_points(e)), "maximum", ogpb_answer(ogp_eligibility_maximum(e)), "share",
        ogpb_share(ogp_eligibility_points(e), ogp_eligibility_maximum(e)), "core",
        ogp_verdict_name(ogp_eligibility_core(e)), "values_check",
        ogp_verdict_name(ogp_eligibility_values_check(e)), "eligible", ogpb_answer(ogp_eligibility_eligible(e)),
        "needs", needs_of(e, language), "losses", losses_of(e, language), "status", status, "findings",
        ogpb_findings(ogp_eligibility_report(e), language));
    for (size_t i = 0; row && i < ogp_eligibility_metric_count(e); i++) {
        const ogp_metric *metric = ogp_eligibility_metric_at(e, i);
        json_object_set_new(row, metric->id, ogpb_answer(metric->points));
    }
    return row;
}

json_t *ogpb_eligibility(const json_t *record, const ogp_context *context, ogp_error *error)
{
    ogp_eligibility_record taken = OGP_ELIGIBILITY_RECORD_INIT;
    ogp_eligibility *eligibility = NULL;
    if (take_record(&taken, record, error) < 0 || ogp_eligibility_judge(&eligibility, &taken, context, error) < 0)
        return NULL;
    json_t *row = eligibility_row(eligibility, ogp_context_language(context));
    ogp_eligibility_unref(eligibility);
    return ogpb_whole(row, row != NULL, error);
}

/* ---- over the years ---- */

static json_t *trend_row(ogp_eligibility **years, size_t count, int member, const ogp_context *context,
                         ogp_error *error)
{
    ogp_report *report = NULL;
    const char *language = ogp_context_language(context);
    if (ogp_eligibility_trend(&report, (const ogp_eligibility *const *)years, count, member, context, error) < 0)
        return NULL;
    json_t *rows = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(rows, eligibility_row(years[i], language));
    json_t *row = json_pack("{s:o, s:o}", "years", rows, "findings", ogpb_findings(report, language));
    ogp_report_unref(report);
    return ogpb_whole(row, row != NULL, error);
}

json_t *ogpb_trend(const json_t *records, int member, const ogp_context *context, ogp_error *error)
{
    size_t count = json_array_size(records), judged = 0;
    ogp_eligibility **years = calloc(count + 1, sizeof(ogp_eligibility *));
    json_t *row = NULL;
    int status = years ? 0 : OGP_ERROR_MEMORY;
    if (!years)
        ogpb_memory(error);
    while (status == 0 && judged < count) {
        ogp_eligibility_record taken = OGP_ELIGIBILITY_RECORD_INIT;
        status = take_record(&taken, json_array_get(records, judged), error);
        if (status == 0)
            status = ogp_eligibility_judge(&years[judged], &taken, context, error);
        judged += status == 0;
    }
    if (status == 0)
        row = trend_row(years, count, member, context, error);
    for (size_t i = 0; i < judged; i++)
        ogp_eligibility_unref(years[i]);
    free(years);
    return row;
}

/* ---- tables ---- */

/* 1, 0 at the end, or an error. Rows without a year have no verdict. */
static int table_next(json_t *rows, ogp_eligibility_table *table, const char *language, ogp_error *error)
{
    ogp_eligibility *verdict = NULL;
    int status = ogp_eligibility_table_next(&verdict, table, error);
    if (status > 0 && verdict && json_array_append_new(rows, eligibility_row(verdict, language)) < 0) {
        ogpb_memory(error);
        status = OGP_ERROR_MEMORY;
    }
    ogp_eligibility_unref(verdict);
    return status;
}

static json_t *judge_rows(ogp_eligibility_table *table, const char *language, ogp_error *error)
{
    json_t *rows = json_array();
    int status = 1;
    while (rows && (status = table_next(rows, table, language, error)) > 0)
        ;
    if (status < 0) {
        json_decref(rows);
        return NULL;
    }
    json_t *row =
        json_pack("{s:o, s:o}", "rows", rows, "findings", ogpb_findings(ogp_eligibility_table_report(table), language));
    return ogpb_whole(row, row != NULL, error);
}

json_t *ogpb_eligibility_table(const char *text, size_t length, const ogp_context *context, ogp_error *error)
{
    ogp_eligibility_table *table = NULL;
    if (ogp_eligibility_table_open_memory(&table, context, text, length, error) < 0)
        return NULL;
    json_t *row = judge_rows(table, ogp_context_language(context), error);
    ogp_eligibility_table_close(table);
    return row;
}

json_t *ogpb_period(const char *text, size_t length, ogp_error *error)
{
    ogp_edtf edtf;
    if (ogp_edtf_parse(&edtf, text, length, error) < 0)
        return NULL;
    int32_t first = ogp_edtf_first_day(&edtf), last = ogp_edtf_last_day(&edtf);
    json_t *row = json_pack("[o, o]", first == INT32_MIN ? json_null() : ogpb_date(ogp_date_from_day(first)),
                            last == INT32_MAX ? json_null() : ogpb_date(ogp_date_from_day(last)));
    return ogpb_whole(row, row != NULL, error);
}
