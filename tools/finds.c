/* SPDX-License-Identifier: MIT */
#include "tools/finds.h"
#include "report/result.h"
#include "report/words.h"
#include "rulebook/finding.h"

#include <stdio.h>

static void put_find(const cli_call *call, const char *file, const ogp_finding *finding)
{
    const char *path = ogp_finding_path(finding), *subject = ogp_finding_subject(finding);
    char room[OGPI_NAME_SIZE];
    const ogp_rulebook *book = ogp_context_rulebook(call->context);
    char line[1400];
    snprintf(line, sizeof line, "%s%s%s%s: %.900s%.64s [%s]", path, *subject && *path ? " (" : "", subject,
             *subject && *path ? ")" : "", ogp_finding_message(finding, call->language),
             ogpi_result_mark(room, book, ogp_finding_status(finding), call->language, false),
             ogp_finding_rule(finding));
    cli_note(file, line + (*path || *subject ? 0 : 2));
    snprintf(line, sizeof line, "    %.1000s", ogp_finding_mend(finding, call->language));
    if (ogp_finding_severity(finding) == OGP_SEVERITY_ERROR)
        cli_note(file, line);
}

/* A note without which a form that has no room for it would hide what is unverified. */
static const char always[] = "ELI032";

static void put_omitted(const cli_call *call, const char *file, size_t omitted, const char *rule)
{
    const ogpi_words words = {ogp_context_rulebook(call->context), call->language, false};
    ogpi_buffer line;
    ogpi_buffer_init(&line, NULL);
    ogpi_counted(&line, &words, "omitted", omitted, rule);
    ogpi_buffer_printf(&line, " [%s]", rule);
    cli_note(file, line.failed ? rule : line.data);
    ogpi_buffer_clear(&line);
}

void cli_put_finds(cli_call *call, const char *file, const ogp_report *report)
{
    const char *level = cli_option_value(call, "fail-on");
    ogp_severity least = level && strcmp(level, "note") == 0 ? OGP_SEVERITY_NOTE : OGP_SEVERITY_WARNING;
    for (size_t i = 0; i < ogp_report_count(report); i++)
        if (ogp_finding_severity(ogp_report_at(report, i)) >= least ||
            strcmp(ogp_finding_rule(ogp_report_at(report, i)), always) == 0)
            put_find(call, file, ogp_report_at(report, i));
    for (size_t i = 0; i < ogpi_report_rule_count(report); i++) {
        size_t kept, omitted;
        const char *rule = ogpi_report_rule_id(report, i, &kept, &omitted);
        const ogp_rule *entry = ogp_rulebook_rule(ogp_context_rulebook(call->context), rule);
        if (!omitted || (entry && ogp_rule_severity(entry, NULL) < least))
            continue;
        put_omitted(call, file, omitted, rule);
    }
    for (int severity = OGP_SEVERITY_NOTE; severity <= OGP_SEVERITY_ERROR; severity++)
        if (ogp_report_total(report, (ogp_severity)severity))
            cli_found(call, (ogp_severity)severity);
}

int cli_put_table_finds(cli_call *call, const char *file, ogpi_table *table, ogp_error *error)
{
    ogp_report *report;
    int rc = table ? ogpi_table_report(&report, table, error) : OGP_OK;
    if (!table || rc < 0)
        return rc;
    cli_put_finds(call, file, report);
    ogp_report_unref(report);
    return OGP_OK;
}
