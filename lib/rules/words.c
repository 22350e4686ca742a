/* SPDX-License-Identifier: MIT */
/* Words that must come from a list, language codes, addresses, and fields that are there but blank. */
#include "base/tag.h"
#include "rules/check.h"
#include "rules/field.h"

static ogpi_rb words(const ogpi_check *check, const char *list)
{
    return ogpi_rb_get(ogpi_rb_path(check->book, "words"), list);
}

/* A word that is not in its list. */
static void check_word(ogpi_check *check, const ogpi_string *word, const char *words_of, const char *rule,
                       const char *path, const char *name)
{
    char known[256];
    if (ogpi_blank(word))
        return;
    ogpi_rb list = words(check, words_of);
    if (ogpi_listed(list, word->text))
        return;
    ogpi_keys_joined(known, sizeof known, list);
    ogpi_check_add(check, &(ogpi_finding_spec){.rule = rule, .path = path,
                                               OGPI_ARGS({name, word->text, false}, {"known", known, false})});
}

/* Two letters of the list, or three letters; subtags after a hyphen are left to the writer. */
static bool is_language(const ogpi_check *check, const char *code)
{
    size_t length = strcspn(code, "-");
    if (length < 2 || length > 3 || strspn(code, "abcdefghijklmnopqrstuvwxyz") < length)
        return false;
    return length == 3 || ogpi_prepared_language(check->prepared, code);
}

static void check_language(ogpi_check *check, const char *code, const char *path)
{
    if (!is_language(check, code))
        ogpi_check_add(check,
                       &(ogpi_finding_spec){.rule = "TPL004", .path = path, OGPI_ARGS({"language", code, false})});
}

static void check_text_languages(ogpi_check *check, const char *name, const ogpi_text *text)
{
    size_t top = ogpi_pointer_push(&check->path, name);
    for (size_t i = 0; i < text->count; i++)
        if (text->items[i].language)
            check_language(check, text->items[i].language, text->items[i].language);
    ogpi_pointer_pop(&check->path, top);
}

/* Stated, but with nothing in it. */
static bool stated_blank(const ogpi_field *field, const void *slot)
{
    switch (field->kind) {
    case OGPI_FIELD_STRING:
        return ((const ogpi_string *)slot)->text && ogpi_blank(slot);
    case OGPI_FIELD_TEXT:
        return ((const ogpi_text *)slot)->count > 0 && ogpi_text_empty(slot);
    case OGPI_FIELD_DATE:
        return ((const ogpi_date *)slot)->text.text && ((const ogpi_date *)slot)->value.kind == OGP_EDTF_NONE;
    default:
        return false;
    }
}

static size_t append_field(char *fields, size_t used, size_t size, const char *name)
{
    static const char prefix[] = "field.";
    size_t length = strlen(name);
    if (used + length + sizeof prefix + 1 > size)
        return used;
    if (used > 0)
        fields[used++] = ',';
    memcpy(fields + used, prefix, sizeof prefix - 1);
    used += sizeof prefix - 1;
    memcpy(fields + used, name, length + 1);
    return used + length;
}

/* The template asks for it, and says itself that it is missing. */
static bool asked_for(const ogpi_required_list *wanted, const char *name)
{
    for (size_t i = 0; wanted && i < wanted->count; i++)
        if (strcmp(wanted->items[i].path, name) == 0)
            return true;
    return false;
}

/* The members of a record itself, not of what it holds. */
static void check_fields(ogpi_check *check, const ogpi_shape *shape, const void *record,
                         const ogpi_required_list *wanted)
{
    char blank[512];
    size_t used = 0;
    for (size_t i = 0; i < shape->field_count; i++) {
        const ogpi_field *field = &shape->fields[i];
        const void *slot = ogpi_slot_of(record, field);
        if (field->kind == OGPI_FIELD_TEXT)
            check_text_languages(check, field->name, slot);
        if (stated_blank(field, slot) && !asked_for(wanted, field->name))
            used = append_field(blank, used, sizeof blank, field->name);
    }
    if (used > 0)
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "TPL018", OGPI_ARGS({"fields", blank, true})});
}

/* One @ with something before it and a dotted name after it. Addresses that were masked by their publisher pass. */
static bool is_email(const char *text)
{
    const char *at = strchr(text, '@');
    if (*text == '[')
        return true;
    return at && at != text && !strchr(at + 1, '@') && !strpbrk(text, " \t\r\n<>,;") && strchr(at + 1, '.') &&
           at[1] != '.' && text[strlen(text) - 1] != '.';
}

static void check_institution(ogpi_check *check, const ogp_institution *institution)
{
    check_word(check, &institution->kind, "kinds", "TPL011", "kind", "kind");
    const ogpi_string *email = &institution->contact.email;
    if (!ogpi_blank(email) && !is_email(email->text))
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "TPL016", .path = "contact/email",
                                                   OGPI_ARGS({"email", email->text, false})});
}

static void check_lead(ogpi_check *check, const ogp_institution *lead)
{
    size_t top = ogpi_pointer_push(&check->path, "lead");
    check_institution(check, lead);
    ogpi_pointer_pop(&check->path, top);
}

static void check_supporting(ogpi_check *check, const ogpi_list *supporting)
{
    const ogp_institution *institutions = supporting->items;
    for (size_t i = 0; i < supporting->count; i++) {
        size_t top = ogpi_check_enter(check, "supporting", i);
        if (ogpi_text_empty(&institutions[i].name))
            ogpi_check_add(check, &(ogpi_finding_spec){.rule = "TPL012", .path = "name"});
        check_institution(check, &institutions[i]);
        ogpi_pointer_pop(&check->path, top);
    }
}

static bool has_language(const ogpi_text *text, const char *language)
{
    for (size_t i = 0; i < text->count; i++)
        if (text->items[i].language && ogpi_same_language(text->items[i].language, language))
            return true;
    return false;
}

static void check_english(ogpi_check *check)
{
    const ogp_plan *plan = check->plan;
    if (ogpi_blank(&plan->language) || ogpi_same_language(plan->language.text, "en") ||
        has_language(&plan->title, "en"))
        return;
    for (size_t i = 0; i < plan->commitments.count; i++)
        if (has_language(&ogpi_commitment_at(plan, i)->title, "en"))
            return;
    ogpi_check_add(check, &(ogpi_finding_spec){.rule = "TPL017", .edition = check->calendar, .path = "language",
                                               OGPI_ARGS({"language", plan->language.text, false})});
}

int ogpi_check_words_plan(ogpi_check *check, ogp_error *error)
{
    (void)error;
    const ogp_plan *plan = check->plan;
    check_word(check, &plan->level, "levels", "TPL003", "level", "level");
    if (!ogpi_blank(&plan->language))
        check_language(check, plan->language.text, "language");
    check_fields(check, &ogpi_plan_shape, plan, check->template ? &check->template->plan : NULL);
    check_lead(check, &plan->lead);
    check_english(check);
    return 0;
}

static void check_milestone_words(ogpi_check *check, const ogp_milestone *milestone)
{
    check_word(check, &milestone->completion, "completion", "TPL013", "completion", "word");
    check_fields(check, &ogpi_milestone_shape, milestone, check->template ? &check->template->milestone : NULL);
    check_lead(check, &milestone->lead);
    check_supporting(check, &milestone->supporting);
}

/* An area of today's list, or a tag of an earlier table. */
static bool is_area(const ogp_rulebook *book, const char *id)
{
    ogpi_rb areas = ogpi_rb_path(book, "policy_areas");
    return ogpi_listed(ogpi_rb_get(areas, "areas"), id) || ogpi_rb_has(ogpi_rb_get(areas, "tags"), id);
}

static void check_areas(ogpi_check *check, const ogpi_strings *areas)
{
    for (size_t i = 0; i < areas->count; i++) {
        if (is_area(check->book, ogpi_str(&areas->items[i])))
            continue;
        size_t top = ogpi_check_enter(check, "policy_areas", i);
        ogpi_check_add(check,
                       &(ogpi_finding_spec){.rule = "TPL015", OGPI_ARGS({"area", ogpi_str(&areas->items[i]), false})});
        ogpi_pointer_pop(&check->path, top);
    }
}

int ogpi_check_words(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error)
{
    (void)error;
    check_word(check, &commitment->status, "status", "TPL014", "status", "word");
    check_fields(check, &ogpi_commitment_shape, commitment, check->template ? &check->template->commitment : NULL);
    check_areas(check, &commitment->policy_areas);
    check_lead(check, &commitment->lead);
    check_supporting(check, &commitment->supporting);
    for (size_t i = 0; i < commitment->milestones.count; i++) {
        const ogp_milestone *milestone = ogpi_milestone_at(commitment, i);
        size_t top = ogpi_check_enter(check, "milestones", i);
        ogpi_check_subject(check, &milestone->number, &milestone->title);
        check_milestone_words(check, milestone);
        ogpi_pointer_pop(&check->path, top);
    }
    return 0;
}
