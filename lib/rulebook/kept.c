/* SPDX-License-Identifier: MIT */
/* What a context keeps of rules: texts unpacked, or written as JSON already, and how severe they are. */
#include "rulebook/kept.h"
#include "base/json.h"
#include "rulebook/report.h"

const char *ogpi_publish(_Atomic(char *) *slot, char *fresh, const ogp_allocator *allocator)
{
    char *text = NULL;
    if (!fresh ||
        atomic_compare_exchange_strong_explicit(slot, &text, fresh, memory_order_acq_rel, memory_order_acquire))
        return fresh;
    ogpi_free(allocator, fresh);
    return text;
}

char *ogpi_rule_text(const ogp_rule *rule, int kind, int language, const ogp_allocator *allocator)
{
    char buffer[OGP_RULE_TEXT_SIZE];
    const char *code = ogpi_language_code(language);
    (kind == OGPI_TEXT_MEND ? ogp_rule_mend : ogp_rule_message)(rule, code, buffer, sizeof buffer);
    return strcmp(code, "ar") == 0 ? ogpi_message_isolate(buffer, allocator)
                                   : ogpi_strndup(allocator, buffer, strlen(buffer));
}

static void put_member(ogpi_buffer *out, const char *name, const char *text)
{
    out->failed |= !text;
    ogpi_buffer_puts(out, name);
    if (text)
        ogpi_buffer_json(out, text, strlen(text));
}

/* What findings of a rule have in common in a report's JSON. */
static char *write_json(const ogp_context *context, const ogp_rule *rule, int kind, int language)
{
    ogpi_buffer out;
    ogpi_buffer_init(&out, ogpi_context_allocator(context));
    if (kind == OGPI_TEXT_JSON_SOURCE) {
        put_member(&out, "\"source\": ", ogp_rule_source(rule));
    } else {
        put_member(&out, "\"message\": ", ogpi_kept_text(context, rule, OGPI_TEXT_MESSAGE, language));
        put_member(&out, ", \"mend\": ", ogpi_kept_text(context, rule, OGPI_TEXT_MEND, language));
    }
    return ogpi_buffer_take(&out, NULL);
}

const char *ogpi_kept_text(const ogp_context *context, const ogp_rule *rule, int kind, int language)
{
    ogpi_kept_rule *kept = ogpi_context_rule(context, rule);
    if (!kept)
        return NULL;
    _Atomic(char *) *slot = &kept->texts[kind][language];
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    const char *text = atomic_load_explicit(slot, memory_order_acquire);
    if (text)
        return text;
    return ogpi_publish(slot,
                        kind >= OGPI_TEXT_JSON ? write_json(context, rule, kind, language)
                                               : ogpi_rule_text(rule, kind, language, allocator),
                        allocator);
}

ogp_severity ogpi_kept_severity(const ogp_context *context, const ogp_rule *rule, const char *edition)
{
    if (!rule || !rule->varies)
        return rule ? (ogp_severity)rule->severity : OGP_SEVERITY_NONE;
    size_t place = edition ? (uintptr_t)edition - (uintptr_t)rule->book->strings : SIZE_MAX;
    bool known = place < rule->book->string_size && place <= UINT32_MAX / 8;
    ogpi_kept_rule *kept = known ? ogpi_context_rule(context, rule) : NULL;
    uint32_t found = kept ? atomic_load_explicit(&kept->severity, memory_order_relaxed) : 0;
    if (found && found / 8 == place)
        return (ogp_severity)(found % 8 - 1);
    ogp_severity severity = ogp_rule_severity(rule, edition);
    if (kept)
        atomic_store_explicit(&kept->severity, (uint32_t)place * 8 + 1 + (uint32_t)severity, memory_order_relaxed);
    return severity;
}
