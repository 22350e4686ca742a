/* SPDX-License-Identifier: MIT */
#include "rules/check.h"
#include "base/error.h"
#include "base/utf8.h"
#include "rulebook/kept.h"
#include "rules/irm.h"
#include "rules/plan_edition.h"
#include <ogp/check.h>

/* In the order in which a reader meets their findings. */
static const struct {
    ogpi_plan_family plan;
    ogpi_commitment_family commitment;
} families[] = {
    {ogpi_check_template_plan, ogpi_check_template},
    {ogpi_check_words_plan, ogpi_check_words},
    {ogpi_check_numbering_plan, ogpi_check_numbering},
    {ogpi_check_counts, NULL},
    {ogpi_check_dates_plan, ogpi_check_dates},
    {ogpi_check_challenges_plan, ogpi_check_challenges},
    {ogpi_check_cocreation, NULL},
    {NULL, ogpi_check_values},
    {NULL, ogpi_check_smart},
    {NULL, ogpi_check_assessments},
};
#define FAMILIES (sizeof families / sizeof *families)

void ogpi_check_add(ogpi_check *check, const ogpi_finding_spec *spec)
{
    ogpi_finding_spec full = *spec;
    size_t top = ogpi_pointer_push_path(&check->path, spec->path ? spec->path : "");
    full.path = check->path.text;
    full.subject = spec->subject ? spec->subject : check->subject;
    full.edition = spec->edition ? spec->edition : check->edition;
    ogpi_report_add(check->report, &full);
    ogpi_pointer_pop(&check->path, top);
}

bool ogpi_check_holds(const ogpi_check *check, const char *rule, const char *edition)
{
    return ogpi_kept_severity(check->context, ogp_rulebook_rule(check->book, rule),
                              edition ? edition : check->edition) != OGP_SEVERITY_NONE;
}

size_t ogpi_check_enter(ogpi_check *check, const char *list, size_t index)
{
    size_t top = ogpi_pointer_push(&check->path, list);
    ogpi_pointer_push_index(&check->path, index);
    return top;
}

/* Copies what fits, never half a character. */
static size_t append(char *out, size_t used, size_t size, const char *text)
{
    size_t length = strlen(text);
    if (length > size - 1 - used)
        length = size - 1 - used;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    memcpy(out + used, text, length);
    out[used + length] = '\0';
    return used + length;
}

void ogpi_check_subject(ogpi_check *check, const ogpi_string *number, const ogpi_text *title)
{
    if (check->named == title)
        return;
    const char *name = ogpi_text_in(title, ogp_context_language(check->context), NULL);
    check->named = title;
    size_t used = append(check->subject, 0, sizeof check->subject, ogpi_blank(number) ? "" : number->text);
    if (used > 0 && *name)
        used = append(check->subject, used, sizeof check->subject, " ");
    append(check->subject, used, sizeof check->subject, name);
}

int ogpi_check_marks(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error)
{
    if (check->marked == commitment)
        return 0;
    int code = ogpi_smart_commitment(check->smart, check->plan, commitment, &check->marks, error);
    check->marked = code == 0 ? commitment : NULL;
    return code;
}

static int check_plan(ogpi_check *check, ogp_error *error)
{
    ogpi_string none = {NULL, 0};
    ogpi_check_subject(check, &none, &check->plan->title);
    for (size_t i = 0; i < FAMILIES; i++) {
        int code = families[i].plan ? families[i].plan(check, error) : 0;
        if (code < 0)
            return code;
    }
    return 0;
}

static int check_commitment(ogpi_check *check, size_t index, ogp_error *error)
{
    const ogp_commitment *commitment = ogpi_commitment_at(check->plan, index);
    size_t top = ogpi_check_enter(check, "commitments", index);
    int code = 0;
    for (size_t i = 0; i < FAMILIES && code == 0; i++) {
        ogpi_check_subject(check, &commitment->number, &commitment->title);
        if (families[i].commitment)
            code = families[i].commitment(check, commitment, error);
    }
    ogpi_pointer_pop(&check->path, top);
    return code;
}

static int run(ogpi_check *check, ogp_error *error)
{
    int code = ogpi_smart_prepared(&check->prepared, check->smart, error);
    if (code == 0 && !ogpi_choose_editions(check))
        code = ogpi_error_memory(error);
    if (code == 0)
        code = check_plan(check, error);
    for (size_t i = 0; i < check->plan->commitments.count && code == 0; i++)
        code = check_commitment(check, i, error);
    return code;
}

int ogp_plan_check(ogp_report **out, const ogp_plan *plan, const ogp_context *context, ogp_error *error)
{
    if (!out || !plan)
        return ogpi_error(error, OGP_ERROR_USAGE, "ogp_plan_check() needs a plan and a place for the report");
    *out = NULL;
    ogpi_check check = {.plan = plan, .context = context, .book = ogp_context_rulebook(context)};
    ogpi_firsts_init(&check.firsts, ogpi_context_allocator(context));
    int code = ogpi_smart_take(&check.smart, context, error);
    if (code == 0)
        ogpi_smart_keep_evidence(check.smart, true);
    if (code == 0)
        code = ogpi_report_begin(&check.report, context, error);
    if (code == 0)
        code = run(&check, error);
    if (code == 0)
        code = ogpi_report_end(out, check.report, error);
    else
        ogpi_report_abandon(check.report);
    ogpi_firsts_clear(&check.firsts);
    ogpi_irm_close(check.irm);
    ogpi_smart_give(check.smart, context, code);
    return code;
}
