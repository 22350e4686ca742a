/* SPDX-License-Identifier: MIT */
/* Reading a report. */
#include "rulebook/report.h"
#include "rulebook/kept.h"

ogp_report *ogp_report_ref(ogp_report *report)
{
    if (report)
        ogpi_ref(&report->refs);
    return report;
}

static void release_texts(ogp_report *report, ogp_finding *finding)
{
    for (int kind = 0; kind < OGPI_TEXT_KINDS; kind++)
        for (int i = 0; i < OGPI_LANGUAGES; i++)
            ogpi_free(report->allocator, atomic_load_explicit(&finding->texts[kind][i], memory_order_relaxed));
}

void ogp_report_unref(ogp_report *report)
{
    if (!report || !ogpi_unref(&report->refs))
        return;
    ogp_context *context = report->context;
    bool rendered = atomic_load_explicit(&report->rendered, memory_order_relaxed);
    for (size_t i = 0; rendered && i < report->count; i++)
        release_texts(report, &report->findings[i]);
    ogpi_free(report->allocator, report->findings);
    ogpi_free(report->allocator, report->tallies);
    ogpi_arena_clear(&report->arena);
    ogpi_free(report->allocator, report);
    ogp_context_unref(context);
}

size_t ogp_report_count(const ogp_report *report)
{
    return report ? report->count : 0;
}

const ogp_finding *ogp_report_at(const ogp_report *report, size_t index)
{
    return report && index < report->count ? &report->findings[index] : NULL;
}

size_t ogp_report_total(const ogp_report *report, ogp_severity severity)
{
    return report && severity >= OGP_SEVERITY_NOTE && severity <= OGP_SEVERITY_ERROR ? report->totals[severity] : 0;
}

size_t ogp_report_omitted(const ogp_report *report, const char *rule_id)
{
    size_t omitted = 0;
    if (!report)
        return 0;
    for (size_t i = 0; i < report->book->rule_count; i++)
        if (!rule_id || strcmp(ogp_rule_id(&report->book->rules[i]), rule_id) == 0)
            omitted += report->tallies[i].omitted;
    return omitted;
}

ogp_severity ogp_report_worst(const ogp_report *report)
{
    for (int severity = OGP_SEVERITY_ERROR; report && severity > OGP_SEVERITY_NONE; severity--)
        if (report->totals[severity] > 0)
            return (ogp_severity)severity;
    return OGP_SEVERITY_NONE;
}

size_t ogpi_report_rule_count(const ogp_report *report)
{
    size_t count = 0;
    for (size_t i = 0; report->omitted > 0 && i < report->book->rule_count; i++)
        count += report->tallies[i].omitted > 0;
    return count;
}

const char *ogpi_report_rule_id(const ogp_report *report, size_t index, size_t *kept, size_t *omitted)
{
    for (size_t i = 0; i < report->book->rule_count; i++) {
        if (report->tallies[i].omitted == 0 || index-- > 0)
            continue;
        *kept = report->tallies[i].kept;
        *omitted = report->tallies[i].omitted;
        return ogp_rule_id(&report->book->rules[i]);
    }
    return NULL;
}

const ogp_rulebook *ogpi_report_rulebook(const ogp_report *report)
{
    return report->book;
}

const char *ogp_finding_rule(const ogp_finding *finding)
{
    return finding ? ogp_rule_id(finding->rule) : "";
}

ogp_severity ogp_finding_severity(const ogp_finding *finding)
{
    return finding ? finding->severity : OGP_SEVERITY_NONE;
}

const char *ogp_finding_path(const ogp_finding *finding)
{
    return finding ? finding->path : "";
}

size_t ogp_finding_start(const ogp_finding *finding)
{
    return finding ? finding->start : 0;
}

size_t ogp_finding_end(const ogp_finding *finding)
{
    return finding ? finding->end : 0;
}

/* A template of the context's is the text itself where a finding has no arguments. */
static const char *render(ogpi_shared *slot, const ogp_finding *finding, int kind, int language)
{
    const ogp_report *report = finding->report;
    const ogp_allocator *allocator = report->allocator;
    const char *template = ogpi_kept_text(report->context, finding->rule, kind, language);
    const char *code = ogpi_language_code(language);
    if (template && !finding->arg_count)
        return template;
    atomic_store_explicit((_Atomic(bool) *)&report->rendered, true, memory_order_relaxed);
    if (template)
        return ogpi_publish(slot, ogpi_message_render(finding, template, code), allocator);
    char *fresh = ogpi_rule_text(finding->rule, kind, language, allocator), *text = fresh;
    if (fresh && finding->arg_count) {
        text = ogpi_message_render(finding, fresh, code);
        ogpi_free(allocator, fresh);
    }
    return ogpi_publish(slot, text, allocator);
}

/* NULL without memory. */
static const char *text_of(const ogp_finding *finding, int kind, const char *language)
{
    int known = ogpi_language_index(language), index = known < 0 ? 0 : known;
    ogpi_shared *slot = (ogpi_shared *)&finding->texts[kind][index];
    const char *text = atomic_load_explicit(slot, memory_order_acquire);
    return text ? text : render(slot, finding, kind, index);
}

static const char *text_or_name(const ogp_finding *finding, int kind, const char *language, bool *failed)
{
    const char *text = finding ? text_of(finding, kind, language) : "";
    *failed |= text == NULL;
    return text ? text : ogp_rule_name(finding->rule);
}

const char *ogp_finding_message(const ogp_finding *finding, const char *language)
{
    return text_or_name(finding, OGPI_TEXT_MESSAGE, language, &(bool){false});
}

const char *ogp_finding_mend(const ogp_finding *finding, const char *language)
{
    return text_or_name(finding, OGPI_TEXT_MEND, language, &(bool){false});
}

const char *ogpi_finding_message(const ogp_finding *finding, const char *language, bool *failed)
{
    return text_or_name(finding, OGPI_TEXT_MESSAGE, language, failed);
}

const char *ogpi_finding_mend(const ogp_finding *finding, const char *language, bool *failed)
{
    return text_or_name(finding, OGPI_TEXT_MEND, language, failed);
}

bool ogpi_finding_put(ogpi_buffer *out, const ogp_finding *finding, int kind, int language)
{
    const ogp_report *report = finding->report;
    const char *template = ogpi_kept_text(report->context, finding->rule, kind, language);
    if (!template)
        return false;
    out->length = 0;
    ogpi_message_put(out, finding, template, ogpi_language_code(language));
    return true;
}

const char *ogp_finding_edition(const ogp_finding *finding)
{
    return finding ? finding->edition : "";
}

const char *ogp_finding_source(const ogp_finding *finding)
{
    return finding ? ogp_rule_source(finding->rule) : "";
}

const char *ogp_finding_status(const ogp_finding *finding)
{
    if (!finding)
        return "";
    return finding->status ? finding->status : ogp_rule_status(finding->rule);
}

const char *ogp_finding_subject(const ogp_finding *finding)
{
    return finding ? finding->subject : "";
}

size_t ogpi_finding_arg_count(const ogp_finding *finding)
{
    return finding ? finding->arg_count : 0;
}

const char *ogpi_finding_arg_name(const ogp_finding *finding, size_t index)
{
    return finding && index < finding->arg_count ? finding->args[index].name : NULL;
}

const char *ogpi_finding_arg_value(const ogp_finding *finding, size_t index)
{
    return finding && index < finding->arg_count ? finding->args[index].value : NULL;
}
