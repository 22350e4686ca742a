/* SPDX-License-Identifier: MIT */
/* Members of the partnership, and what has happened between them and OGP. */
#include "bindings/rows_help.h"

#include <stdlib.h>

static json_t *joining_row(const ogp_history *history, ogp_date day, const ogp_context *context, ogp_error *error)
{
    ogp_joining *joining = NULL;
    char *text = NULL;
    size_t length = 0;
    if (ogp_joining_judge(&joining, history, day, context, error) < 0)
        return NULL;
    int status = ogp_joining_write(&text, &length, joining, "json", ogp_context_language(context), error);
    ogp_joining_unref(joining);
    return status < 0 ? NULL : ogpb_reread(text, length, error);
}

static json_t *status_row(const ogp_history *history, ogp_date day, const ogp_context *context, ogp_error *error)
{
    ogp_status *judged = NULL;
    char *text = NULL;
    size_t length = 0;
    if (ogp_status_judge(&judged, history, day, context, error) < 0)
        return NULL;
    int status = ogp_status_write(&text, &length, judged, "json", ogp_context_language(context), error);
    ogp_status_unref(judged);
    return status < 0 ? NULL : ogpb_reread(text, length, error);
}

typedef json_t *judge(const ogp_history *history, ogp_date day, const ogp_context *context, ogp_error *error);

static json_t *judge_text(judge *how, const char *text, size_t length, const char *today, const ogp_context *context,
                          ogp_error *error)
{
    ogp_history *history = NULL;
    ogp_date day = { 0 };
    if (ogpb_take_day(&day, today, error) < 0 || ogp_history_parse(&history, context, text, length, error) < 0)
        return NULL;
    json_t *row = how(history, day, context, error);
    ogp_history_unref(history);
    return row;
}

json_t *ogpb_joining(const char *text, size_t length, const char *today, const ogp_context *context, ogp_error *error)
{
    return judge_text(joining_row, text, length, today, context, error);
}

json_t *ogpb_status(const char *text, size_t length, const char *today, const ogp_context *context, ogp_error *error)
{
    return judge_text(status_row, text, length, today, context, error);
}

static json_t *member_row(const ogp_member *member, const ogp_rulebook *rulebook, const char *language)
{
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:b, s:s, s:s}", "code", member->code,
                     "name", ogp_member_name(rulebook, member->code, language), "level", member->level,
                     "country", member->country, "prefix", member->prefix, "region", member->region,
                     "founder", member->founder, "source", member->source, "status", member->status);
}

json_t *ogpb_members(const ogp_rulebook *rulebook, const char *language, ogp_error *error)
{
    json_t *rows = json_array();
    ogp_member member = OGP_MEMBER_INIT;
    bool complete = rows != NULL;
    for (size_t i = 0; complete && ogp_member_at(&member, rulebook, i); i++)
        complete = json_array_append_new(rows, member_row(&member, rulebook, language)) == 0;
    return ogpb_whole(rows, complete, error);
}
