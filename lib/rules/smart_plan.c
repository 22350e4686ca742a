/* SPDX-License-Identifier: MIT */
/* SMART of a whole plan, as callers get it. */
#include "base/error.h"
#include "base/json.h"
#include "rules/smart_scorer.h"

typedef struct commitment_marks {
    ogpi_smart_result result;
    size_t reason_counts[OGP_SMART_CRITERIA];
    const char *reasons[OGP_SMART_CRITERIA][OGPI_SMART_REASONS];
    ogp_smart_evidence *evidence;
    size_t evidence_count;
} commitment_marks;

struct ogp_smart {
    ogpi_refcount refs;
    const ogp_allocator *allocator;
    ogp_context *context; /* holds the rulebook and the allocator */
    ogpi_arena arena;
    commitment_marks *commitments;
    size_t count;
};

/* `path` is the commitment's. Most pieces stand in the field of the one before. */
static const char *evidence_path(ogp_smart *smart, ogpi_pointer *path, const ogpi_evidence *evidence,
                                 const ogp_smart_evidence *before)
{
    size_t own = path->length;
    if (before && evidence[-1].field == evidence->field && evidence[-1].milestone == evidence->milestone)
        return before->path;
    if (evidence->milestone >= 0) {
        ogpi_pointer_push(path, "milestones");
        ogpi_pointer_push_index(path, (size_t)evidence->milestone);
    }
    ogpi_pointer_push_path(path, evidence->field);
    const char *kept = ogpi_arena_strndup(&smart->arena, path->text, path->length);
    ogpi_pointer_pop(path, own);
    return kept;
}

static int keep_evidence(ogp_smart *smart, const ogpi_smart_scorer *scorer, size_t index, ogp_error *error)
{
    commitment_marks *marks = &smart->commitments[index];
    const ogpi_evidence *evidence = ogpi_smart_evidence(scorer, &marks->evidence_count);
    ogpi_pointer path = {.length = 0};
    ogpi_pointer_push(&path, "commitments");
    ogpi_pointer_push_index(&path, index);
    marks->evidence = ogpi_arena_alloc(&smart->arena, (marks->evidence_count + 1) * sizeof *marks->evidence);
    for (size_t i = 0; marks->evidence && i < marks->evidence_count; i++) {
        ogp_smart_evidence *kept = &marks->evidence[i];
        *kept = (ogp_smart_evidence){(ogp_smart_criterion)scorer->criteria[evidence[i].signal],
                                     ogpi_signal_name((ogpi_signal)evidence[i].signal),
                                     evidence_path(smart, &path, &evidence[i], i > 0 ? kept - 1 : NULL),
                                     evidence[i].fact, evidence[i].start, evidence[i].end};
        if (!kept->path)
            return ogpi_error_memory(error);
    }
    return marks->evidence ? 0 : ogpi_error_memory(error);
}

static void name_reasons(commitment_marks *marks, const ogpi_smart_scorer *scorer, int criterion)
{
    ogpi_rb reasons[OGPI_SMART_REASONS];
    size_t count = ogpi_smart_reasons(scorer, &marks->result, (ogp_smart_criterion)criterion, reasons);
    for (size_t i = 0; i < count; i++)
        marks->reasons[criterion][i] = ogpi_rb_string(ogpi_rb_get(reasons[i], "rule"), "");
    marks->reason_counts[criterion] = count;
}

static int mark_commitment(ogp_smart *smart, ogpi_smart_scorer *scorer, const ogp_plan *plan, size_t index,
                           ogp_error *error)
{
    commitment_marks *marks = &smart->commitments[index];
    int code = ogpi_smart_commitment(scorer, plan, ogpi_commitment_at(plan, index), &marks->result, error);
    for (int i = 0; i < OGP_SMART_CRITERIA && code == 0; i++)
        name_reasons(marks, scorer, i);
    return code == 0 ? keep_evidence(smart, scorer, index, error) : code;
}

static int mark_all(ogp_smart *smart, const ogp_plan *plan, const ogp_context *context, ogp_error *error)
{
    ogpi_smart_scorer *scorer;
    int code = ogpi_smart_take(&scorer, context, error);
    if (code < 0)
        return code;
    ogpi_smart_keep_evidence(scorer, true);
    for (size_t i = 0; i < smart->count && code == 0; i++)
        code = mark_commitment(smart, scorer, plan, i, error);
    ogpi_smart_give(scorer, context, code);
    return code;
}

int ogp_plan_smart(ogp_smart **out, const ogp_plan *plan, const ogp_context *context, ogp_error *error)
{
    if (!out || !plan)
        return ogpi_error(error, OGP_ERROR_USAGE, "ogp_plan_smart() needs a plan and a place for the marks");
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    *out = NULL;
    ogp_smart *smart = ogpi_calloc(allocator, 1, sizeof *smart);
    if (!smart)
        return ogpi_error_memory(error);
    ogpi_ref_init(&smart->refs);
    smart->allocator = allocator;
    smart->context = ogp_context_ref((ogp_context *)context);
    smart->count = plan->commitments.count;
    ogpi_arena_init(&smart->arena, allocator);
    smart->commitments = ogpi_arena_alloc(&smart->arena, (smart->count + 1) * sizeof *smart->commitments);
    int code = smart->commitments ? mark_all(smart, plan, context, error) : ogpi_error_memory(error);
    if (code < 0)
        ogp_smart_unref(smart);
    else
        *out = smart;
    return code;
}

ogp_smart *ogp_smart_ref(ogp_smart *smart)
{
    if (smart)
        ogpi_ref(&smart->refs);
    return smart;
}

void ogp_smart_unref(ogp_smart *smart)
{
    if (!smart || !ogpi_unref(&smart->refs))
        return;
    ogp_context *context = smart->context;
    ogpi_arena_clear(&smart->arena);
    ogpi_free(smart->allocator, smart);
    ogp_context_unref(context);
}

size_t ogp_smart_count(const ogp_smart *smart)
{
    return smart ? smart->count : 0;
}

static const commitment_marks *marks_at(const ogp_smart *smart, size_t commitment, ogp_smart_criterion criterion)
{
    return smart && commitment < smart->count && (unsigned)criterion < OGP_SMART_CRITERIA
               ? &smart->commitments[commitment]
               : NULL;
}

ogp_smart_mark ogp_smart_mark_at(const ogp_smart *smart, size_t commitment, ogp_smart_criterion criterion)
{
    const commitment_marks *marks = marks_at(smart, commitment, criterion);
    return marks ? (ogp_smart_mark)marks->result.marks[criterion] : OGP_SMART_UNMET;
}

int ogp_smart_score_at(const ogp_smart *smart, size_t commitment)
{
    const commitment_marks *marks = marks_at(smart, commitment, OGP_SMART_SPECIFIC);
    return marks ? marks->result.score : 0;
}

size_t ogp_smart_reason_count(const ogp_smart *smart, size_t commitment, ogp_smart_criterion criterion)
{
    const commitment_marks *marks = marks_at(smart, commitment, criterion);
    return marks ? marks->reason_counts[criterion] : 0;
}

const char *ogp_smart_reason_at(const ogp_smart *smart, size_t commitment, ogp_smart_criterion criterion, size_t index)
{
    const commitment_marks *marks = marks_at(smart, commitment, criterion);
    return marks && index < marks->reason_counts[criterion] ? marks->reasons[criterion][index] : NULL;
}

size_t ogp_smart_evidence_count(const ogp_smart *smart, size_t commitment)
{
    const commitment_marks *marks = marks_at(smart, commitment, OGP_SMART_SPECIFIC);
    return marks ? marks->evidence_count : 0;
}

const ogp_smart_evidence *ogp_smart_evidence_at(const ogp_smart *smart, size_t commitment, size_t index)
{
    const commitment_marks *marks = marks_at(smart, commitment, OGP_SMART_SPECIFIC);
    return marks && index < marks->evidence_count ? &marks->evidence[index] : NULL;
}
