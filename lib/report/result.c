/* SPDX-License-Identifier: MIT */
#include "report/result.h"
#include "base/error.h"
#include "rulebook/finding.h"
#include "rulebook/report.h"

#include <stdio.h>

static void member(ogpi_json_writer *w, const char *name, const char *text)
{
    if (*text)
        ogpi_jw_member(w, name, text);
}

static void put_finding(ogpi_json_writer *w, const ogp_finding *finding, const char *language)
{
    ogpi_jw_object(w, false);
    ogpi_jw_member(w, "rule", ogp_finding_rule(finding));
    ogpi_jw_member(w, "severity", ogp_severity_name(ogp_finding_severity(finding)));
    member(w, "path", ogp_finding_path(finding));
    member(w, "subject", ogp_finding_subject(finding));
    ogpi_jw_member(w, "message", ogpi_finding_message(finding, language, &w->buffer->failed));
    ogpi_jw_member(w, "mend", ogpi_finding_mend(finding, language, &w->buffer->failed));
    member(w, "edition", ogp_finding_edition(finding));
    ogpi_jw_member(w, "source", ogp_finding_source(finding));
    ogpi_jw_member(w, "status", ogp_finding_status(finding));
    ogpi_jw_end_object(w);
}

void ogpi_result_findings(ogpi_json_writer *writer, const char *name, const ogp_report *report, const char *language)
{
    ogpi_jw_name(writer, name);
    ogpi_jw_array(writer, ogp_report_count(report) > 0);
    for (size_t i = 0; i < ogp_report_count(report); i++)
        put_finding(writer, ogp_report_at(report, i), language);
    ogpi_jw_end_array(writer);
}

const char *ogpi_result_term(char room[OGPI_NAME_SIZE], const ogp_rulebook *book, const char *id, const char *language)
{
    const char *name = ogpi_rb_name(room, ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(book), "terms"), id), language);
    return *name ? name : id;
}

const char *ogpi_result_mark(char room[OGPI_NAME_SIZE], const ogp_rulebook *book, const char *status,
                             const char *language, bool within)
{
    char name[OGPI_NAME_SIZE];
    *room = '\0';
    if (strcmp(status, "unverified") == 0)
        snprintf(room, OGPI_NAME_SIZE, within ? ", %s" : " [%s]",
                 ogpi_result_term(name, book, "status.unverified", language));
    return room;
}

const char *ogpi_result_direction(const char *language)
{
    return strcmp(language, "ar") == 0 ? "\xe2\x80\x8f" : "";
}

const char *ogpi_result_colon(const char *language)
{
    return strcmp(language, "fr") == 0 ? "\xc2\xa0:" : ":";
}

void ogpi_result_int(ogpi_json_writer *writer, const char *name, long long value)
{
    char text[24];
    int length = snprintf(text, sizeof text, "%lld", value);
    ogpi_jw_name(writer, name);
    ogpi_jw_raw(writer, text, (size_t)length);
}

void ogpi_result_lines(ogpi_buffer *out, const ogp_report *report, const char *language, ogp_severity least)
{
    for (size_t i = 0; i < ogp_report_count(report); i++) {
        const ogp_finding *finding = ogp_report_at(report, i);
        const ogp_rulebook *book = ogpi_report_rulebook(report);
        if (ogp_finding_severity(finding) < least)
            continue;
        char id[24], name[OGPI_NAME_SIZE], room[OGPI_NAME_SIZE];
        snprintf(id, sizeof id, "severity.%s", ogp_severity_name(ogp_finding_severity(finding)));
        ogpi_buffer_printf(out, "%s  %s %s%s %s%s\n", ogpi_result_direction(language), ogp_finding_rule(finding),
                           ogpi_result_term(name, book, id, language), ogpi_result_colon(language),
                           ogpi_finding_message(finding, language, &out->failed),
                           ogpi_result_mark(room, book, ogp_finding_status(finding), language, false));
    }
}

int ogpi_result_take(char **out, size_t *length, ogpi_buffer *buffer, ogp_error *error)
{
    if (buffer->failed) {
        ogpi_buffer_clear(buffer);
        return ogpi_error_memory(error);
    }
    *out = ogpi_buffer_take(buffer, length);
    return *out ? 0 : ogpi_error_memory(error);
}
