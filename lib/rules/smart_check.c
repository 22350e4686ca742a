/* SPDX-License-Identifier: MIT */
/* SMART as findings: why a criterion is not met, and which words cannot be checked. That a field is missing is not said
   again where the template of this edition asks for it; that it is there but vague is. */
#include "base/error.h"
#include "rules/check.h"
#include "rules/field.h"
#include <stdio.h>

typedef struct smart_findings {
    ogpi_check *check;
    const ogp_commitment *commitment;
    char words[160];  /* the first vague wording */
    char counts[2][16];
    bool no_memory;
} smart_findings;

static bool covered(const ogpi_check *check, const ogp_commitment *commitment, ogpi_rb reason)
{
    ogpi_rb rules = ogpi_rb_get(reason, "covered"), fields = ogpi_rb_get(reason, "fields");
    for (size_t i = 0; i < ogpi_rb_count(fields); i++)
        if (ogpi_field_filled(&ogpi_commitment_shape, commitment, ogpi_rb_string(ogpi_rb_at(fields, i), "")))
            return false;
    for (size_t i = 0; i < ogpi_rb_count(rules); i++)
        if (ogpi_check_holds(check, ogpi_rb_string(ogpi_rb_at(rules, i), ""), NULL))
            return true;
    return false;
}

static const char *language_of(const smart_findings *f)
{
    const ogpi_string *own = &f->commitment->language;
    return ogpi_blank(own) ? ogpi_str(&f->check->plan->language) : own->text;
}

/* An example in the language of the text, not of the reader. */
static const char *example_of(smart_findings *f, const char *rule)
{
    ogpi_prepared *prepared = f->check->prepared;
    ogpi_rb example = ogpi_rb_get(ogpi_rb_path(f->check->book, "smart/examples"), rule);
    const char *text = ogpi_names_get(&prepared->names, prepared->arena.allocator, example, language_of(f), NULL);
    f->no_memory |= !text;
    return text;
}

static void add(smart_findings *f, const char *rule, const char *path, ogp_severity severity)
{
    const char *lead = ogpi_text_in(&f->commitment->lead.name, language_of(f), NULL);
    ogpi_check_add(f->check,
                   &(ogpi_finding_spec){.rule = rule,
                                        .path = path,
                                        .severity = severity,
                                        OGPI_ARGS({"example", example_of(f, rule), false},
                                                  {"words", f->words, false}, {"lead", lead, false},
                                                  {"count", f->counts[0], false}, {"total", f->counts[1], false},
                                                  {"date", ogpi_str(&f->commitment->end.text), false})});
}

static void add_reasons(smart_findings *f, ogp_smart_criterion criterion)
{
    ogpi_rb reasons[OGPI_SMART_REASONS];
    size_t count = ogpi_smart_reasons(f->check->smart, &f->check->marks, criterion, reasons);
    ogp_severity severity =
        f->check->marks.marks[criterion] == OGP_SMART_PARTLY ? OGP_SEVERITY_NOTE : OGP_SEVERITY_NONE;
    for (size_t i = 0; i < count; i++)
        if (!covered(f->check, f->commitment, reasons[i]))
            add(f, ogpi_rb_string(ogpi_rb_get(reasons[i], "rule"), ""),
                ogpi_rb_string(ogpi_rb_get(reasons[i], "field"), NULL), severity);
}

/* The words of a piece of evidence, in f->words. False where they are not to be found. */
static bool quote(smart_findings *f, const ogpi_evidence *evidence)
{
    const void *record = evidence->milestone < 0
                             ? (const void *)f->commitment
                             : (const void *)ogpi_milestone_at(f->commitment, (size_t)evidence->milestone);
    const ogpi_shape *shape = evidence->milestone < 0 ? &ogpi_commitment_shape : &ogpi_milestone_shape;
    const ogpi_field *field = ogpi_shape_field(shape, evidence->field);
    size_t length, words = evidence->end - evidence->start;
    if (!field || field->kind != OGPI_FIELD_TEXT)
        return false;
    const char *text = ogpi_text_in(ogpi_slot_of(record, field), language_of(f), &length);
    if (evidence->end > length)
        return false;
    if (words >= sizeof f->words)
        words = sizeof f->words - 1;
    while (words > 0 && ((unsigned char)text[evidence->start + words] & 0xC0) == 0x80)
        words--;
    memcpy(f->words, text + evidence->start, words);
    f->words[words] = '\0';
    return true;
}

static void add_vague(smart_findings *f, const ogpi_evidence *evidence)
{
    ogpi_check *check = f->check;
    ogpi_pointer path = check->path;
    const char *example = example_of(f, "SMA015");
    if (evidence->milestone >= 0)
        ogpi_check_enter(check, "milestones", (size_t)evidence->milestone);
    ogpi_check_add(check, &(ogpi_finding_spec){.rule = "SMA015", .path = evidence->field, .start = evidence->start,
                                               .end = evidence->end,
                                               OGPI_ARGS({"words", f->words, false}, {"example", example, false})});
    check->path = path;
}

static void check_vague(smart_findings *f)
{
    size_t count, shown = 0;
    size_t most = (size_t)ogpi_rb_int(ogpi_rb_path(f->check->book, "smart/vague_shown"), 3);
    const ogpi_evidence *evidence = ogpi_smart_evidence(f->check->smart, &count);
    for (size_t i = 0; i < count && shown < most; i++)
        if (evidence[i].signal == OGPI_SIGNAL_VAGUE && quote(f, &evidence[i])) {
            add_vague(f, &evidence[i]);
            shown++;
        }
}

static void first_words(smart_findings *f)
{
    size_t count;
    const ogpi_evidence *evidence = ogpi_smart_evidence(f->check->smart, &count);
    for (size_t i = 0; i < count; i++)
        if (evidence[i].signal == OGPI_SIGNAL_VAGUE && quote(f, &evidence[i]))
            return;
}

int ogpi_check_smart(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error)
{
    smart_findings f = {.check = check, .commitment = commitment};
    int code = ogpi_check_marks(check, commitment, error);
    if (code < 0)
        return code;
    const uint16_t *counts = check->marks.counts;
    snprintf(f.counts[0], sizeof f.counts[0], "%d",
             counts[OGPI_SIGNAL_MILESTONE] - counts[OGPI_SIGNAL_MILESTONE_DATED]);
    snprintf(f.counts[1], sizeof f.counts[1], "%d", counts[OGPI_SIGNAL_MILESTONE]);
    first_words(&f);
    for (int i = 0, criterion; (criterion = ogpi_smart_criterion_at(check->smart, (size_t)i)) >= 0; i++)
        add_reasons(&f, (ogp_smart_criterion)criterion);
    check_vague(&f);
    return f.no_memory ? ogpi_error_memory(error) : 0;
}
