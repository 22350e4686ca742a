/* SPDX-License-Identifier: MIT */
#include "rules/smart.h"
#include "base/error.h"
#include "rules/prepared.h"
#include "rules/smart_scorer.h"

const char *ogp_smart_mark_name(ogp_smart_mark mark)
{
    static const char *const names[] = {"unmet", "partly", "met"};
    return (unsigned)mark <= OGP_SMART_MET ? names[mark] : "";
}

static void find_criteria(ogpi_smart_scorer *scorer)
{
    for (int i = OGP_SMART_CRITERIA - 1; i >= 0; i--) {
        const ogpi_smart_criterion *criterion = &scorer->table->criteria[i];
        for (size_t j = 0; j < criterion->point_count; j++)
            scorer->criteria[criterion->points[j].signal] = (uint8_t)i;
    }
}

/* That of the built-in rulebook is compiled in. */
static int take_table(ogpi_smart_scorer *scorer, ogp_error *error)
{
    if (scorer->book == ogp_rulebook_builtin()) {
        scorer->table = &ogpi_smart_builtin;
        return 0;
    }
    scorer->own = ogpi_calloc(scorer->allocator, 1, sizeof *scorer->own);
    scorer->table = scorer->own;
    return scorer->own && ogpi_smart_table_read(scorer->own, scorer->book, &scorer->leads) ? 0
                                                                                           : ogpi_error_memory(error);
}

int ogpi_smart_new(ogpi_smart_scorer **out, const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    *out = NULL;
    ogpi_smart_scorer *scorer = ogpi_calloc(allocator, 1, sizeof *scorer);
    if (!scorer)
        return ogpi_error_memory(error);
    scorer->allocator = allocator;
    scorer->book = ogp_context_rulebook(context);
    ogpi_buffer_init(&scorer->leads, allocator);
    ogpi_buffer_init(&scorer->folded, allocator);
    ogpi_buffer_init(&scorer->bodies, allocator);
    ogpi_buffer_init(&scorer->last_lead, allocator);
    int code = take_table(scorer, error);
    if (code == 0)
        find_criteria(scorer);
    if (code == 0)
        code = ogpi_scanner_new(&scorer->scanner, context, error);
    if (code < 0) {
        ogpi_smart_free(scorer);
        return code;
    }
    *out = scorer;
    return 0;
}

void ogpi_smart_free(ogpi_smart_scorer *scorer)
{
    if (!scorer)
        return;
    ogpi_scanner_free(scorer->scanner);
    ogpi_prepared_free(scorer->prepared);
    ogpi_free(scorer->allocator, scorer->own);
    ogpi_buffer_clear(&scorer->leads);
    ogpi_buffer_clear(&scorer->folded);
    ogpi_buffer_clear(&scorer->bodies);
    ogpi_buffer_clear(&scorer->last_lead);
    ogpi_free(scorer->allocator, scorer->evidence);
    ogpi_free(scorer->allocator, scorer);
}

static void release(ogpi_spare *spare)
{
    ogpi_smart_free((ogpi_smart_scorer *)spare);
}

int ogpi_smart_take(ogpi_smart_scorer **out, const ogp_context *context, ogp_error *error)
{
    *out = (ogpi_smart_scorer *)ogpi_context_take(context, OGPI_SPARE_SCORER);
    if (*out)
        return 0;
    int code = ogpi_smart_new(out, context, error);
    if (code < 0)
        return code;
    (*out)->spare.release = release;
    ogpi_scanner_lend((*out)->scanner);
    return 0;
}

void ogpi_smart_give(ogpi_smart_scorer *scorer, const ogp_context *context, int code)
{
    if (!scorer)
        return;
    if (code < 0 || !ogpi_scanner_is_modest(scorer->scanner))
        ogpi_smart_free(scorer);
    else
        ogpi_context_give(context, OGPI_SPARE_SCORER, &scorer->spare);
}

int ogpi_smart_prepared(ogpi_prepared **out, ogpi_smart_scorer *scorer, ogp_error *error)
{
    if (!scorer->prepared)
        scorer->prepared = ogpi_prepared_new(scorer->book, scorer->allocator);
    *out = scorer->prepared;
    return *out ? 0 : ogpi_error_memory(error);
}

void ogpi_smart_keep_evidence(ogpi_smart_scorer *scorer, bool keep)
{
    scorer->keep_evidence = keep;
}

static int learn(ogpi_smart_scorer *scorer, const ogpi_text *name, ogp_error *error)
{
    for (size_t i = 0; i < name->count; i++) {
        const ogpi_string *text = &name->items[i].text;
        int code = ogpi_blank(text) ? 0 : ogpi_scanner_learn(scorer->scanner, text->text, text->length, error);
        if (code < 0)
            return code;
    }
    return 0;
}

static void add_names(ogpi_buffer *out, const ogpi_text *name)
{
    for (size_t i = 0; i < name->count; i++) {
        const ogpi_string *text = &name->items[i].text;
        ogpi_buffer_add(out, (const char *)&text->length, sizeof text->length);
        if (text->length > 0)
            ogpi_buffer_add(out, text->text, text->length);
    }
}

/* The names of the bodies of a commitment, as bytes that tell them from any others. */
static void list_bodies(ogpi_buffer *out, const ogp_commitment *commitment)
{
    const ogp_institution *supporting = commitment->supporting.items;
    out->length = 0;
    add_names(out, &commitment->lead.name);
    for (size_t i = 0; i < commitment->supporting.count; i++)
        add_names(out, &supporting[i].name);
}

static int learn_all(ogpi_smart_scorer *scorer, const ogp_commitment *commitment, ogp_error *error)
{
    const ogp_institution *supporting = commitment->supporting.items;
    int code = scorer->bodies.failed ? ogpi_error_memory(error) : learn(scorer, &commitment->lead.name, error);
    for (size_t i = 0; i < commitment->supporting.count && code == 0; i++)
        code = learn(scorer, &supporting[i].name, error);
    return code;
}

/* The bodies that the commitment itself names are known in its texts: the same verdict alone, in a plan and in a
 * stream. Those of the one before are known already: somebody writes it, or one body leads many. */
static int learn_bodies(ogpi_smart_scorer *scorer, const ogp_commitment *commitment, ogp_error *error)
{
    const ogpi_buffer known = scorer->bodies;
    list_bodies(&scorer->folded, commitment);
    if (!scorer->folded.failed && scorer->folded.length == known.length &&
        (known.length == 0 || memcmp(scorer->folded.data, known.data, known.length) == 0))
        return 0;
    scorer->bodies = scorer->folded;
    scorer->folded = known;
    ogpi_scanner_forget(scorer->scanner);
    int code = learn_all(scorer, commitment, error);
    if (code < 0) {
        ogpi_scanner_forget(scorer->scanner);
        ogpi_buffer_clear(&scorer->bodies);
    ogpi_buffer_clear(&scorer->last_lead);
    }
    return code;
}

void ogpi_observe(ogpi_observer *o, ogpi_signal signal, const char *field, const ogp_fact *fact)
{
    ogpi_smart_scorer *scorer = o->scorer;
    if (o->result->counts[signal] < UINT16_MAX)
        o->result->counts[signal]++;
    if (!scorer->keep_evidence)
        return;
    if (!ogpi_grow(scorer->allocator, (void **)&scorer->evidence, &scorer->evidence_capacity,
                   scorer->evidence_count + 1, sizeof *scorer->evidence)) {
        o->code = ogpi_error_memory(o->error);
        return;
    }
    scorer->evidence[scorer->evidence_count++] =
        (ogpi_evidence){(uint8_t)signal, (uint8_t)(fact ? fact->type : 0), field, o->milestone, fact ? fact->start : 0,
                        fact ? fact->end : 0};
}

/* The language to scan in: the commitment's or the plan's where the rulebook has word lists for it, else NULL to
   guess. */
static const char *scan_language(ogpi_smart_scorer *scorer, const ogp_plan *plan, const ogp_commitment *commitment)
{
    const ogpi_string *own = plan && ogpi_blank(&commitment->language) ? &plan->language : &commitment->language;
    const char *code = ogpi_str(own);
    return *code && ogpi_scanner_knows(scorer->scanner, code) ? code : NULL;
}

/* What part of `whole` a count is, rounded to a whole number of `unit`s. */
static uint16_t share(size_t count, size_t whole, size_t unit)
{
    size_t units = (count * unit + whole / 2) / whole;
    return (uint16_t)(units < UINT16_MAX ? units : UINT16_MAX);
}

/* Padding says nothing more, and a vague word weighs less beside many facts than alone. */
static void derive_shares(const ogpi_smart_scorer *scorer, uint16_t *counts)
{
    enum { FEW_WORDS = 20 }; /* a title alone is no share of itself */
    counts[OGPI_SIGNAL_ACT_SHARE] =
        share(counts[OGPI_SIGNAL_ACT], scorer->words < FEW_WORDS ? FEW_WORDS : scorer->words, 100);
    counts[OGPI_SIGNAL_VAGUE_SHARE] = share(counts[OGPI_SIGNAL_VAGUE], counts[OGPI_SIGNAL_CONCRETE] + 1u, 8);
}

/* Signals that follow from others. */
static void derive(const ogpi_smart_scorer *scorer, ogpi_smart_result *result)
{
    uint16_t *counts = result->counts;
    unsigned facts = 0u + counts[OGPI_SIGNAL_DELIVERABLE] + counts[OGPI_SIGNAL_QUANTITY] + counts[OGPI_SIGNAL_BODY] +
                     counts[OGPI_SIGNAL_DATE] + counts[OGPI_SIGNAL_DURATION];
    unsigned hints = scorer->hints & scorer->table->core_hints;
    counts[OGPI_SIGNAL_CONCRETE] = (uint16_t)(facts > UINT16_MAX ? UINT16_MAX : facts);
    counts[OGPI_SIGNAL_KINDS] = (uint16_t)((counts[OGPI_SIGNAL_DELIVERABLE] > 0) + (counts[OGPI_SIGNAL_QUANTITY] > 0) +
                                           (counts[OGPI_SIGNAL_BODY] > 0) + (counts[OGPI_SIGNAL_DATE] > 0) +
                                           (counts[OGPI_SIGNAL_DURATION] > 0));
    counts[OGPI_SIGNAL_DETAIL] = counts[OGPI_SIGNAL_KINDS] >= scorer->table->detail;
    counts[OGPI_SIGNAL_MEASURE] = counts[OGPI_SIGNAL_DELIVERABLE] > 0 || counts[OGPI_SIGNAL_QUANTITY] > 0;
    counts[OGPI_SIGNAL_ONLY_VAGUE] = facts == 0 && counts[OGPI_SIGNAL_VAGUE] > 0;
    for (; hints; hints &= hints - 1)
        counts[OGPI_SIGNAL_VALUE_HINT]++;
    derive_shares(scorer, counts);
    for (unsigned i = 0; i < OGPI_SIGNALS; i++)
        result->signals |= counts[i] ? (uint64_t)1 << i : 0;
}

static int clamp(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

static int points_of(const ogpi_smart_criterion *criterion, const uint16_t *counts)
{
    int sum = 0;
    for (size_t i = 0; i < criterion->point_count; i++) {
        const ogpi_smart_points *p = &criterion->points[i];
        sum += p->steps[counts[p->signal] < p->full ? counts[p->signal] : p->full];
    }
    return clamp(sum, 0, 100 / OGP_SMART_CRITERIA * OGPI_SMART_UNIT);
}

static void judge(const ogpi_smart_table *table, ogpi_smart_result *result)
{
    int score = 0;
    for (int i = 0; i < OGP_SMART_CRITERIA; i++) {
        const ogpi_smart_criterion *criterion = &table->criteria[i];
        result->marks[i] = ogpi_smart_holds(&criterion->met, result->signals)      ? OGP_SMART_MET
                           : ogpi_smart_holds(&criterion->partly, result->signals) ? OGP_SMART_PARTLY
                                                                                   : OGP_SMART_UNMET;
        score += points_of(criterion, result->counts);
    }
    result->score = (uint8_t)clamp((score + OGPI_SMART_UNIT / 2) / OGPI_SMART_UNIT, 0, 100);
}

int ogpi_smart_commitment(ogpi_smart_scorer *scorer, const ogp_plan *plan, const ogp_commitment *commitment,
                          ogpi_smart_result *out, ogp_error *error)
{
    ogpi_observer observer = {scorer, out, scan_language(scorer, plan, commitment), -1, 0, error};
    memset(out, 0, sizeof *out);
    scorer->evidence_count = 0;
    scorer->hints = 0;
    scorer->words = 0;
    observer.code = learn_bodies(scorer, commitment, error);
    if (observer.code == 0)
        ogpi_observe_texts(&observer, commitment);
    if (observer.code == 0)
        ogpi_observe_fields(&observer, commitment);
    if (observer.code == 0)
        ogpi_observe_dates(&observer, plan, commitment);
    if (scorer->folded.failed)
        observer.code = ogpi_error_memory(error);
    if (observer.code < 0)
        return observer.code;
    derive(scorer, out);
    judge(scorer->table, out);
    return 0;
}

unsigned ogpi_smart_value_hints(const ogpi_smart_scorer *scorer)
{
    return scorer->hints;
}

const ogpi_evidence *ogpi_smart_evidence(const ogpi_smart_scorer *scorer, size_t *count)
{
    *count = scorer->evidence_count;
    return scorer->evidence;
}

size_t ogpi_smart_reasons(const ogpi_smart_scorer *scorer, const ogpi_smart_result *result,
                          ogp_smart_criterion criterion, ogpi_rb reasons[OGPI_SMART_REASONS])
{
    const ogpi_smart_criterion *table = &scorer->table->criteria[criterion];
    size_t count = 0;
    if (result->marks[criterion] == OGP_SMART_MET)
        return 0;
    for (size_t i = 0; i < table->reason_count; i++) {
        const ogpi_smart_rule *reason = &table->reasons[i];
        if (!(result->signals & reason->lacks) && (result->signals & reason->with) == reason->with &&
            !(result->signals & reason->without))
            reasons[count++] = (ogpi_rb){scorer->book, reason->entry};
    }
    return count;
}

int ogpi_smart_criterion_at(const ogpi_smart_scorer *scorer, size_t index)
{
    return index < scorer->table->order_count ? scorer->table->order[index] : -1;
}
