/* SPDX-License-Identifier: MIT */
/* Joining and status as text and as JSON. */
#include "base/error.h"
#include "report/result.h"
#include "rules/joining.h"
#include "rules/status.h"

#include <stdio.h>

static const char *day_or_null(int32_t day, char buffer[OGPI_DAY_SIZE])
{
    return day == OGPI_NO_DAY || day == INT32_MAX ? NULL : ogpi_day_text(day, buffer);
}

static const char *state_term(const ogpi_step *step, char id[32])
{
    snprintf(id, 32, "state.%s", ogp_step_state_name(step->state));
    return id;
}

static void joining_text(ogpi_buffer *out, const void *result, const char *language)
{
    const ogp_joining *j = result;
    const char *direction = ogpi_result_direction(language);
    char date[OGPI_DAY_SIZE], id[32], name[OGPI_NAME_SIZE], state[OGPI_NAME_SIZE], room[OGPI_NAME_SIZE];
    ogpi_buffer_printf(out, "%s%s\n", direction, j->member);
    for (size_t i = 0; i < j->count; i++) {
        const ogpi_step *step = &j->steps[i];
        ogpi_buffer_printf(out, "%s%zu. %s%s %s%s%s%s\n", direction, i + 1,
                           ogpi_result_term(name, j->held.book, step->term, language), ogpi_result_colon(language),
                           ogpi_result_term(state, j->held.book, state_term(step, id), language),
                           step->day == OGPI_NO_DAY ? "" : " ", ogpi_day_text(step->day, date),
                           ogpi_result_mark(room, j->held.book, step->status, language, false));
    }
    ogpi_result_lines(out, j->held.report, language, OGP_SEVERITY_NOTE);
}

static void put_step(ogpi_json_writer *w, const ogp_joining *j, size_t i, const char *language)
{
    const ogpi_step *step = &j->steps[i];
    char date[OGPI_DAY_SIZE], name[OGPI_NAME_SIZE];
    ogpi_jw_object(w, false);
    ogpi_jw_member_size(w, "number", i + 1);
    ogpi_jw_member(w, "id", step->id);
    ogpi_jw_member(w, "name", ogpi_result_term(name, j->held.book, step->term, language));
    ogpi_jw_member(w, "state", ogp_step_state_name(step->state));
    ogpi_jw_member(w, "date", day_or_null(step->day, date));
    ogpi_jw_member(w, "source", step->source);
    ogpi_jw_member(w, "status", step->status);
    ogpi_jw_end_object(w);
}

static void put_ids(ogpi_json_writer *w, const char *name, const ogp_joining *j, ogp_step_state state,
                    ogp_step_state other)
{
    ogpi_jw_name(w, name);
    ogpi_jw_array(w, false);
    for (size_t i = 0; i < j->count; i++)
        if (j->steps[i].state == state || j->steps[i].state == other)
            ogpi_jw_string(w, j->steps[i].id);
    ogpi_jw_end_array(w);
}

static void joining_json(ogpi_buffer *out, const void *result, const char *language)
{
    const ogp_joining *j = result;
    ogpi_json_writer w;
    char date[OGPI_DAY_SIZE];
    const char *next = ogp_joining_next(j);
    ogpi_jw_init(&w, out);
    ogpi_jw_object(&w, true);
    ogpi_jw_member(&w, "format", "ogp-joining/1");
    ogpi_jw_member(&w, "member", j->member);
    ogpi_jw_member(&w, "kind", j->kind);
    ogpi_jw_member(&w, "as_of", day_or_null(j->today, date));
    ogpi_jw_name(&w, "steps");
    ogpi_jw_array(&w, true);
    for (size_t i = 0; i < j->count; i++)
        put_step(&w, j, i, language);
    ogpi_jw_end_array(&w);
    ogpi_jw_member(&w, "next", *next ? next : NULL);
    put_ids(&w, "done", j, OGP_STEP_DONE, OGP_STEP_DONE);
    put_ids(&w, "missing", j, OGP_STEP_NEXT, OGP_STEP_OPEN);
    put_ids(&w, "out_of_order", j, OGP_STEP_OUT_OF_ORDER, OGP_STEP_OUT_OF_ORDER);
    put_ids(&w, "lapsed", j, OGP_STEP_LAPSED, OGP_STEP_LAPSED);
    ogpi_jw_member(&w, "first_plan_due", day_or_null(j->first_plan_due, date));
    ogpi_result_findings(&w, "findings", j->held.report, language);
    ogpi_jw_end_object(&w);
    ogpi_buffer_putc(out, '\n');
}

static const char *status_name(char room[OGPI_NAME_SIZE], const ogp_status *s, const char *language)
{
    char id[48];
    snprintf(id, sizeof id, "member.%s", s->word);
    return ogpi_rb_name(room, ogpi_rb_get(ogpi_rb_path(s->held.book, "terms"), id), language);
}

static void status_text(ogpi_buffer *out, const void *result, const char *language)
{
    const ogp_status *s = result;
    char date[OGPI_DAY_SIZE], name[OGPI_NAME_SIZE], room[OGPI_NAME_SIZE];
    ogpi_buffer_printf(out, "%s%s%s %s%s (%s)\n", ogpi_result_direction(language), s->member,
                       ogpi_result_colon(language), status_name(name, s, language),
                       ogpi_result_mark(room, s->held.book, ogp_status_confidence(s), language, false),
                       ogpi_day_text(s->today, date));
    ogpi_result_lines(out, s->held.report, language, OGP_SEVERITY_NOTE);
}

static void status_json(ogpi_buffer *out, const void *result, const char *language)
{
    const ogp_status *s = result;
    ogpi_json_writer w;
    char date[OGPI_DAY_SIZE], name[OGPI_NAME_SIZE];
    ogpi_jw_init(&w, out);
    ogpi_jw_object(&w, true);
    ogpi_jw_member(&w, "format", "ogp-status/1");
    ogpi_jw_member(&w, "member", s->member);
    ogpi_jw_member(&w, "member_status", s->word);
    ogpi_jw_member(&w, "name", status_name(name, s, language));
    ogpi_jw_member(&w, "status", ogp_status_confidence(s));
    ogpi_jw_member(&w, "as_of", day_or_null(s->today, date));
    ogpi_jw_name(&w, "contrary");
    ogpi_jw_array(&w, false);
    for (size_t i = 0; i < s->cycle_count; i++)
        ogpi_jw_bool(&w, s->contrary[i] == OGP_YES);
    ogpi_jw_end_array(&w);
    ogpi_result_findings(&w, "findings", s->held.report, language);
    ogpi_jw_end_object(&w);
    ogpi_buffer_putc(out, '\n');
}

typedef void (*write_fn)(ogpi_buffer *out, const void *result, const char *language);

static int write_result(char **out, size_t *length, const void *result, write_fn text, write_fn json,
                        const char *format, const char *language, ogp_error *error)
{
    ogpi_buffer buffer;
    *out = NULL;
    language = language ? language : "en";
    write_fn write = !format ? NULL : strcmp(format, "text") == 0 ? text : strcmp(format, "json") == 0 ? json : NULL;
    if (!result || !write || ogpi_language_index(language) < 0)
        return ogpi_error(error, OGP_ERROR_USAGE,
                          "a result, \"text\" or \"json\", and one of en, ar, fr, es are wanted");
    ogpi_buffer_init(&buffer, NULL);
    write(&buffer, result, language);
    return ogpi_result_take(out, length, &buffer, error);
}

int ogp_joining_write(char **out, size_t *length, const ogp_joining *joining, const char *format, const char *language,
                      ogp_error *error)
{
    return write_result(out, length, joining, joining_text, joining_json, format, language, error);
}

int ogp_status_write(char **out, size_t *length, const ogp_status *status, const char *format, const char *language,
                     ogp_error *error)
{
    return write_result(out, length, status, status_text, status_json, format, language, error);
}
