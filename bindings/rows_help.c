/* SPDX-License-Identifier: MIT */
#include "bindings/rows_help.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void *ogpb_fail(ogp_error *error, int code, const char *message)
{
    error->code = code;
    snprintf(error->message, sizeof error->message, "%s", message);
    return NULL;
}

json_t *ogpb_memory(ogp_error *error)
{
    return ogpb_fail(error, OGP_ERROR_MEMORY, "out of memory");
}

json_t *ogpb_whole(json_t *value, bool complete, ogp_error *error)
{
    if (value && complete)
        return value;
    json_decref(value);
    return ogpb_memory(error);
}

json_t *ogpb_reread(char *text, size_t length, ogp_error *error)
{
    json_t *value = json_loadb(text, length, JSON_ALLOW_NUL | JSON_DECODE_ANY, NULL);
    ogp_free(text);
    return value ? value : ogpb_memory(error);
}

json_t *ogpb_answer(int32_t value)
{
    return value < 0 ? json_null() : json_integer(value);
}

json_t *ogpb_share(int32_t points, int32_t maximum)
{
    return points < 0 || maximum <= 0 ? json_null() : json_real((points * 20000 + maximum) / (2 * maximum) / 10000.0);
}

int ogpb_take_only(const json_t *object, const char *const *names, ogp_error *error)
{
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)object, name, value) {
        char message[160];
        size_t i = 0;
        while (names[i] && strcmp(names[i], name) != 0)
            i++;
        snprintf(message, sizeof message, "there is no option \"%.60s\"", name);
        if (!names[i]) {
            ogpb_fail(error, OGP_ERROR_USAGE, message);
            return OGP_ERROR_USAGE;
        }
    }
    return OGP_OK;
}

json_t *ogpb_date(ogp_date date)
{
    const ogp_edtf edtf = { OGP_EDTF_DATE, date, { 0 } };
    char text[OGP_EDTF_SIZE];
    return date.year && ogp_edtf_format(&edtf, text, sizeof text) ? json_string(text) : json_null();
}

static json_t *finding_row(const ogp_finding *finding, const char *language)
{
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "rule", ogp_finding_rule(finding),
                     "severity", ogp_severity_name(ogp_finding_severity(finding)), "path", ogp_finding_path(finding),
                     "subject", ogp_finding_subject(finding), "message", ogp_finding_message(finding, language),
                     "mend", ogp_finding_mend(finding, language), "edition", ogp_finding_edition(finding),
                     "source", ogp_finding_source(finding), "status", ogp_finding_status(finding));
}

json_t *ogpb_findings(const ogp_report *report, const char *language)
{
    json_t *rows = json_array();
    for (size_t i = 0; rows && i < ogp_report_count(report); i++)
        json_array_append_new(rows, finding_row(ogp_report_at(report, i), language));
    return rows;
}

static int wrong(ogp_error *error, const char *name, const char *what)
{
    error->code = OGP_ERROR_USAGE;
    snprintf(error->message, sizeof error->message, "%s: %s", name, what);
    snprintf(error->path, sizeof error->path, "/%s", name);
    return error->code;
}

/* A member that is there and says something, or NULL. */
static const json_t *given(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_null(value) || (json_is_string(value) && json_string_length(value) == 0) ? NULL : value;
}

int ogpb_take_text(const char **out, const json_t *object, const char *name, ogp_error *error)
{
    const json_t *value = given(object, name);
    if (value && !json_is_string(value))
        return wrong(error, name, "a text is expected");
    *out = value ? json_string_value(value) : NULL;
    return 0;
}

int ogpb_take_int(int32_t *out, const json_t *object, const char *name, ogp_error *error)
{
    const json_t *value = given(object, name);
    if (json_is_boolean(value))
        *out = json_is_true(value);
    else if (json_is_integer(value) && json_integer_value(value) == (int32_t)json_integer_value(value))
        *out = (int32_t)json_integer_value(value);
    else if (json_is_real(value) && fabs(json_real_value(value)) < 1e9 &&
             floor(json_real_value(value)) == json_real_value(value))
        *out = (int32_t)json_real_value(value); /* columns with gaps hold whole numbers as reals */
    else if (value)
        return wrong(error, name, "a whole number is expected");
    return 0;
}

int ogpb_take_number(double *out, const json_t *object, const char *name, ogp_error *error)
{
    const json_t *value = given(object, name);
    if (value && !json_is_number(value))
        return wrong(error, name, "a number is expected");
    if (value)
        *out = json_number_value(value);
    return 0;
}

static int read_day(ogp_date *out, const char *text, const char *name, ogp_error *error)
{
    ogp_edtf date;
    int status = ogp_edtf_parse(&date, text, strlen(text), error);
    if (status < 0)
        return status;
    if (date.kind != OGP_EDTF_DATE)
        return wrong(error, name, "one day is expected, such as 2022-08-31");
    *out = date.from;
    return 0;
}

int ogpb_take_date(ogp_date *out, const json_t *object, const char *name, ogp_error *error)
{
    const char *text = NULL;
    int status = ogpb_take_text(&text, object, name, error);
    return status < 0 || !text ? status : read_day(out, text, name, error);
}

int ogpb_take_day(ogp_date *out, const char *text, ogp_error *error)
{
    return text && *text ? read_day(out, text, "today", error) : 0;
}
