/* SPDX-License-Identifier: MIT */
/* Texts of rules that a context keeps: unpacked, or written as JSON already. */
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
