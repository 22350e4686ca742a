/* SPDX-License-Identifier: MIT */
/* ogp_text_facts: one text, its facts as an object. */
#include "base/error.h"
#include "text/text.h"

struct ogp_facts {
    ogpi_refcount refs;
    ogp_allocator allocator;
    size_t count;
    char language[16];
    ogp_fact items[];
};

const char *ogp_fact_type_name(ogp_fact_type type)
{
    static const char *const names[] = { "", "date", "duration", "quantity", "responsible", "deliverable", "vague" };
    return (unsigned)type < sizeof(names) / sizeof(names[0]) ? names[type] : "";
}

/* The facts and, behind them, their norms. */
static ogp_facts *pack(const ogp_fact *facts, size_t count, const char *language, const ogp_allocator *allocator)
{
    size_t size = sizeof(ogp_facts) + count * sizeof(ogp_fact), at = size;
    for (size_t i = 0; i < count; i++)
        size += strlen(facts[i].norm) + 1;
    ogp_facts *out = ogpi_alloc(allocator, size);
    if (!out)
        return NULL;
    ogpi_ref_init(&out->refs);
    out->allocator = allocator ? *allocator : ogpi_default_allocator;
    out->count = count;
    strncpy(out->language, language, sizeof(out->language) - 1);
    out->language[sizeof(out->language) - 1] = '\0';
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(facts[i].norm) + 1;
        out->items[i] = facts[i];
        out->items[i].norm = memcpy((char *)out + at, facts[i].norm, length);
        at += length;
    }
    return out;
}

int ogp_text_facts(ogp_facts **out, const char *text, size_t length, const char *language, const ogp_context *context,
                   ogp_error *error)
{
    const ogp_fact *facts = NULL;
    size_t count = 0;
    ogpi_scanner *scanner = NULL;
    if (!out || (!text && length))
        return ogpi_error_needs(error, "a text and a place for the facts");
    *out = NULL;
    int status = ogpi_scanner_take(&scanner, context, error);
    if (status == 0)
        status = ogpi_scan(scanner, text ? text : "", length, language, &facts, &count, error);
    if (status == 0) {
        *out = pack(facts, count, ogpi_scan_language(scanner), ogpi_context_allocator(context));
        status = *out ? 0 : ogpi_error_memory(error);
    }
    ogpi_scanner_give(scanner, context, status);
    return status;
}

ogp_facts *ogp_facts_ref(ogp_facts *facts)
{
    if (facts)
        ogpi_ref(&facts->refs);
    return facts;
}

void ogp_facts_unref(ogp_facts *facts)
{
    if (facts && ogpi_unref(&facts->refs)) {
        ogp_allocator allocator = facts->allocator;
        ogpi_free(&allocator, facts);
    }
}

size_t ogp_facts_count(const ogp_facts *facts)
{
    return facts ? facts->count : 0;
}

const ogp_fact *ogp_facts_at(const ogp_facts *facts, size_t index)
{
    return facts && index < facts->count ? &facts->items[index] : NULL;
}

const char *ogp_facts_language(const ogp_facts *facts)
{
    return facts ? facts->language : "";
}
