/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "rulebook/rulebook.h"

enum { SPARES = 4 }; /* of a kind: as many threads as can take one at a time */

struct ogp_context {
    ogpi_refcount refs;
    ogp_rulebook *rulebook; /* NULL: the built-in one */
    const char *language;
    char *sheet; /* NULL: the first */
    ogp_limits limits;
    ogp_allocator allocator;
    _Atomic(ogpi_spare *) spares[OGPI_SPARE_KINDS][SPARES];
    /* NULL until one is asked for */
    ogpi_shared rules; /* ogpi_kept_rule, one a rule of the book */
    ogpi_shared terms; /* texts, one a term and language */
};

static const ogp_limits default_limits = {
    .struct_size = sizeof(ogp_limits),
    .input_bytes = (size_t)64 << 20,
    .depth = 64,
    .string_bytes = (size_t)1 << 20,
    .commitments = 10000,
    .milestones = 1000,
    .findings = 10000,
    .findings_per_rule = 100,
    .columns = 4096,
    .members = 1000000,
    .unpacked_bytes = (size_t)1 << 30,
};

static size_t or_default(size_t given, size_t fallback)
{
    return given ? given : fallback;
}

static ogp_limits fill_limits(const ogp_limits *given)
{
    const ogp_limits *d = &default_limits;
    if (!given)
        return *d;
    return (ogp_limits){
        .struct_size = sizeof(ogp_limits),
        .input_bytes = or_default(given->input_bytes, d->input_bytes),
        .depth = or_default(given->depth, d->depth),
        .string_bytes = or_default(given->string_bytes, d->string_bytes),
        .commitments = or_default(given->commitments, d->commitments),
        .milestones = or_default(given->milestones, d->milestones),
        .findings = or_default(given->findings, d->findings),
        .findings_per_rule = or_default(given->findings_per_rule, d->findings_per_rule),
        .columns = or_default(given->columns, d->columns),
        .members = or_default(given->members, d->members),
        .unpacked_bytes = or_default(given->unpacked_bytes, d->unpacked_bytes),
    };
}

static int check_options(const ogp_context_options *options, ogp_error *error)
{
    const ogp_allocator *a = options->allocator;
    if (options->struct_size != sizeof *options)
        return ogpi_error(error, OGP_ERROR_USAGE,
                          "context options: wrong struct_size; start with OGP_CONTEXT_OPTIONS_INIT");
    if (options->limits && options->limits->struct_size != sizeof *options->limits)
        return ogpi_error(error, OGP_ERROR_USAGE, "limits: wrong struct_size; start with OGP_LIMITS_INIT");
    if (a && (!a->allocate || !a->reallocate || !a->release))
        return ogpi_error(error, OGP_ERROR_USAGE, "an allocator needs all three functions");
    if (options->language && ogpi_language_index(options->language) < 0)
        return ogpi_error(error, OGP_ERROR_USAGE, "unknown language \"%.20s\"; use en, ar, fr or es",
                          options->language);
    return 0;
}

int ogp_context_new(ogp_context **out, const ogp_context_options *options, ogp_error *error)
{
    static const ogp_context_options defaults = OGP_CONTEXT_OPTIONS_INIT;
    if (!out)
        return ogpi_error(error, OGP_ERROR_USAGE, "a context needs a place to go");
    *out = NULL;
    if (!options)
        options = &defaults;
    int code = check_options(options, error);
    if (code < 0)
        return code;
    const ogp_allocator *allocator = options->allocator ? options->allocator : &ogpi_default_allocator;
    ogp_context *context = ogpi_calloc(allocator, 1, sizeof *context);
    if (!context)
        return ogpi_error_memory(error);
    if (options->sheet && !(context->sheet = ogpi_strndup(allocator, options->sheet, strlen(options->sheet)))) {
        ogpi_free(allocator, context);
        return ogpi_error_memory(error);
    }
    ogpi_ref_init(&context->refs);
    context->rulebook = ogp_rulebook_ref((ogp_rulebook *)options->rulebook);
    context->language = options->language ? ogpi_language_code(ogpi_language_index(options->language)) : "en";
    context->limits = fill_limits(options->limits);
    context->allocator = *allocator;
    *out = context;
    return 0;
}

ogp_context *ogp_context_ref(ogp_context *context)
{
    if (context)
        ogpi_ref(&context->refs);
    return context;
}

static size_t term_count(const ogp_context *context)
{
    return ogpi_rb_count(ogpi_rb_path(context->rulebook, "terms"));
}

static void release_texts(const ogp_context *context, ogpi_shared *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ogpi_free(&context->allocator, atomic_load_explicit(&texts[i], memory_order_relaxed));
}

static void release_kept(ogp_context *context)
{
    for (int i = 0; i < OGPI_SPARE_KINDS * SPARES; i++) {
        ogpi_spare *spare = atomic_load_explicit(&context->spares[i / SPARES][i % SPARES], memory_order_relaxed);
        if (spare)
            spare->release(spare);
    }
    ogpi_kept_rule *rules = atomic_load_explicit(&context->rules, memory_order_relaxed);
    for (size_t i = 0; rules && i < ogp_context_rulebook(context)->rule_count; i++)
        release_texts(context, &rules[i].texts[0][0], sizeof rules->texts / sizeof **rules->texts);
    ogpi_free(&context->allocator, rules);
    ogpi_shared *terms = atomic_load_explicit(&context->terms, memory_order_relaxed);
    if (terms)
        release_texts(context, terms, term_count(context) * OGPI_LANGUAGES);
    ogpi_free(&context->allocator, terms);
}

void ogp_context_unref(ogp_context *context)
{
    if (!context || !ogpi_unref(&context->refs))
        return;
    release_kept(context);
    ogp_allocator allocator = context->allocator;
    ogp_rulebook_unref(context->rulebook);
    ogpi_free(&allocator, context->sheet);
    ogpi_free(&allocator, context);
}

const char *ogp_context_language(const ogp_context *context)
{
    return context ? context->language : "en";
}

const ogp_rulebook *ogp_context_rulebook(const ogp_context *context)
{
    return context && context->rulebook ? context->rulebook : ogp_rulebook_builtin();
}

const char *ogp_context_sheet(const ogp_context *context)
{
    return context ? context->sheet : NULL;
}

const ogp_limits *ogp_context_limits(const ogp_context *context)
{
    return context ? &context->limits : &default_limits;
}

const ogp_allocator *ogpi_context_allocator(const ogp_context *context)
{
    return context ? &context->allocator : &ogpi_default_allocator;
}

/* A context never changes for its callers: only who holds its spares does. */
static _Atomic(ogpi_spare *) *spares_of(const ogp_context *context, ogpi_spare_kind kind)
{
    return ((ogp_context *)(uintptr_t)context)->spares[kind];
}

ogpi_spare *ogpi_context_take(const ogp_context *context, ogpi_spare_kind kind)
{
    ogpi_spare *spare = NULL;
    for (int i = 0; context && !spare && i < SPARES; i++)
        if (atomic_load_explicit(&spares_of(context, kind)[i], memory_order_relaxed))
            spare = atomic_exchange_explicit(&spares_of(context, kind)[i], NULL, memory_order_acquire);
    return spare;
}

void ogpi_context_give(const ogp_context *context, ogpi_spare_kind kind, ogpi_spare *spare)
{
    for (int i = 0; context && i < SPARES; i++) {
        ogpi_spare *none = NULL;
        if (atomic_compare_exchange_strong_explicit(&spares_of(context, kind)[i], &none, spare, memory_order_release,
                                                    memory_order_relaxed))
            return;
    }
    spare->release(spare);
}

/* What is kept there; at first zeros, `count` items of that size. */
static void *kept(const ogp_context *context, ogpi_shared *slot, size_t count, size_t size)
{
    void *known = NULL, *fresh = ogpi_calloc(&context->allocator, count, size);
    if (!fresh ||
        atomic_compare_exchange_strong_explicit(slot, &known, fresh, memory_order_acq_rel, memory_order_acquire))
        return fresh;
    ogpi_free(&context->allocator, fresh);
    return known;
}

ogpi_kept_rule *ogpi_context_rule(const ogp_context *context, const ogp_rule *rule)
{
    ogp_context *c = (ogp_context *)(uintptr_t)context;
    ogpi_kept_rule *rules = c ? atomic_load_explicit(&c->rules, memory_order_acquire) : NULL;
    if (c && !rules)
        rules = kept(c, &c->rules, ogp_context_rulebook(c)->rule_count, sizeof *rules);
    return rules ? &rules[rule - rule->book->rules] : NULL;
}

ogpi_shared *ogpi_context_term(const ogp_context *context, size_t index)
{
    ogp_context *c = (ogp_context *)(uintptr_t)context;
    ogpi_shared *terms = c ? atomic_load_explicit(&c->terms, memory_order_acquire) : NULL;
    if (c && !terms)
        terms = kept(c, &c->terms, term_count(c) * OGPI_LANGUAGES, sizeof *terms);
    return terms ? &terms[index * OGPI_LANGUAGES] : NULL;
}
