/* SPDX-License-Identifier: MIT */
/* What a context keeps of rules: texts unpacked, what their findings have in common as JSON, how severe they are. */
#include "rulebook/kept.h"
#include "base/json.h"
#include "rulebook/report.h"

void *ogpi_publish(ogpi_shared *slot, void *fresh, const ogp_allocator *allocator)
{
    void *known = NULL;
    if (!fresh ||
        atomic_compare_exchange_strong_explicit(slot, &known, fresh, memory_order_acq_rel, memory_order_acquire))
        return fresh;
    ogpi_free(allocator, fresh);
    return known;
}

char *ogpi_rule_text(const ogp_rule *rule, int kind, int language, const ogp_allocator *allocator)
{
    char buffer[OGP_RULE_TEXT_SIZE];
    const char *code = ogpi_language_code(language);
    (kind == OGPI_TEXT_MEND ? ogp_rule_mend : ogp_rule_message)(rule, code, buffer, sizeof buffer);
    return strcmp(code, "ar") == 0 ? ogpi_message_isolate(buffer, allocator)
                                   : ogpi_strndup(allocator, buffer, strlen(buffer));
}

const char *ogpi_kept_text(const ogp_context *context, const ogp_rule *rule, int kind, int language)
{
    ogpi_kept_rule *kept = ogpi_context_rule(context, rule);
    if (!kept)
        return NULL;
    ogpi_shared *slot = &kept->texts[kind][language];
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    const char *text = atomic_load_explicit(slot, memory_order_acquire);
    return text ? text : ogpi_publish(slot, ogpi_rule_text(rule, kind, language, allocator), allocator);
}

/* Separators come with the names. */
static void put_member(ogpi_buffer *out, const char *name, const char *text)
{
    out->failed |= !text;
    ogpi_buffer_puts(out, name);
    if (text)
        ogpi_buffer_json(out, text, strlen(text));
}

static ogpi_kept_json *write_json(const ogp_finding *finding, int language)
{
    static const char no_args[] = ", \"args\": {}, ";
    const ogp_context *context = finding->report->context;
    ogpi_kept_json json = {finding->edition, finding->status, finding->severity, 0, 0, 0, 0};
    ogpi_buffer out;
    ogpi_buffer_init(&out, ogpi_context_allocator(context));
    ogpi_buffer_add(&out, (const char *)&json, sizeof json);
    put_member(&out, "\"rule\": ", ogp_rule_id(finding->rule));
    put_member(&out, ", \"severity\": ", ogp_severity_name(finding->severity));
    json.head = json.middle = out.length - sizeof json;
    put_member(&out, "\"message\": ", ogpi_kept_text(context, finding->rule, OGPI_TEXT_MESSAGE, language));
    put_member(&out, ", \"mend\": ", ogpi_kept_text(context, finding->rule, OGPI_TEXT_MEND, language));
    ogpi_buffer_add(&out, no_args, sizeof no_args - 1);
    json.tail = out.length - sizeof json;
    put_member(&out, "\"edition\": ", finding->edition);
    put_member(&out, ", \"source\": ", ogp_rule_source(finding->rule));
    put_member(&out, ", \"status\": ", ogp_finding_status(finding));
    json.length = out.length - sizeof json;
    char *kept = ogpi_buffer_take(&out, NULL);
    return kept ? memcpy(kept, &json, sizeof json) : NULL;
}

/* A rule mostly has one severity, edition and status; others than those that came first are not kept. */
const ogpi_kept_json *ogpi_finding_json(const ogp_finding *finding, int language)
{
    const ogp_report *report = finding->report;
    ogpi_kept_rule *kept = ogpi_context_rule(report->context, finding->rule);
    if (!kept)
        return NULL;
    ogpi_shared *slot = &kept->texts[OGPI_TEXT_KINDS][language];
    const ogpi_kept_json *json = atomic_load_explicit(slot, memory_order_acquire);
    bool lasting = ogpi_of_book(report->book, finding->edition) &&
                   (!finding->status || ogpi_of_book(report->book, finding->status));
    if (!json && lasting)
        json = ogpi_publish(slot, write_json(finding, language), report->allocator);
    bool same = json && json->edition == finding->edition && json->status == finding->status &&
                json->severity == finding->severity;
    return same ? json : NULL;
}

ogp_severity ogpi_kept_severity(const ogp_context *context, const ogp_rule *rule, const char *edition)
{
    if (!rule || !rule->varies)
        return rule ? (ogp_severity)rule->severity : OGP_SEVERITY_NONE;
    size_t place = (uintptr_t)edition - (uintptr_t)rule->book->strings;
    bool known = ogpi_of_book(rule->book, edition) && place <= UINT32_MAX / 8;
    ogpi_kept_rule *kept = known ? ogpi_context_rule(context, rule) : NULL;
    uint32_t found = kept ? atomic_load_explicit(&kept->severity, memory_order_relaxed) : 0;
    if (found && found / 8 == place)
        return (ogp_severity)(found % 8 - 1);
    ogp_severity severity = ogp_rule_severity(rule, edition);
    if (kept)
        atomic_store_explicit(&kept->severity, (uint32_t)place * 8 + 1 + (uint32_t)severity, memory_order_relaxed);
    return severity;
}
