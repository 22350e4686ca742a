/* SPDX-License-Identifier: MIT */
/* Numbers of commitments and milestones, and the identifiers that OGP gives. */
#include "base/error.h"
#include "rules/check.h"
#include "rules/identifier.h"
#include <stdio.h>

typedef struct repeat {
    ogpi_check *check;
    const ogp_commitment *commitment; /* NULL: repeats among commitments */
    const char *rule, *field;
} repeat;

static void repeated_commitment(void *data, size_t index, size_t first)
{
    const repeat *r = data;
    ogpi_check *check = r->check;
    const ogp_commitment *commitment = ogpi_commitment_at(check->plan, index);
    const ogp_commitment *other = ogpi_commitment_at(check->plan, first);
    bool number = strcmp(r->field, "number") == 0;
    size_t top = ogpi_check_enter(check, "commitments", index);
    ogpi_check_subject(check, &commitment->number, &commitment->title);
    ogpi_check_add(
        check,
        &(ogpi_finding_spec){
            .rule = r->rule,
            .path = r->field,
            OGPI_ARGS({r->field, ogpi_str(number ? &commitment->number : &commitment->id), false},
                      {"other", ogpi_text_in(&other->title, ogp_context_language(check->context), NULL), false})});
    ogpi_pointer_pop(&check->path, top);
}

static int repeated_among(ogpi_check *check, const char *rule, const char *field, ogp_error *error)
{
    bool number = strcmp(field, "number") == 0;
    repeat r = {check, NULL, rule, field};
    ogpi_firsts_begin(&check->firsts);
    for (size_t i = 0; i < check->plan->commitments.count; i++) {
        const ogp_commitment *commitment = ogpi_commitment_at(check->plan, i);
        if (!ogpi_firsts_add(&check->firsts, (number ? &commitment->number : &commitment->id)->text, i))
            return ogpi_error_memory(error);
    }
    ogpi_firsts_repeated(&check->firsts, repeated_commitment, &r);
    return 0;
}

static void check_member(ogpi_check *check)
{
    const ogp_plan *plan = check->plan;
    const char *member = ogpi_str(&plan->member), *level = ogpi_str(&plan->level);
    if (ogpi_blank(&plan->member))
        return;
    ogpi_member_kind kind = ogpi_member_kind_of(check->book, member);
    if (kind == OGPI_MEMBER_UNKNOWN) {
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "NUM020", .path = "member",
                                                   OGPI_ARGS({"member", member, false}, {"example", "JOR", false})});
        return;
    }
    bool local = strcmp(level, "local") == 0, national = strcmp(level, "national") == 0;
    if ((local && kind == OGPI_MEMBER_NATIONAL) || (national && kind == OGPI_MEMBER_LOCAL))
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "NUM021", .path = "level",
                                                   OGPI_ARGS({"level", local ? "level.local" : "level.national", true},
                                                             {"member", member, false})});
}

static void check_plan_id(ogpi_check *check)
{
    const ogp_plan *plan = check->plan;
    const char *id = ogpi_str(&plan->id), *member = ogpi_str(&plan->member);
    const char *prefix = ogpi_rb_string(ogpi_rb_path(check->book, "identifiers/plan_prefix"), "");
    char example[64];
    if (ogpi_blank(&plan->id))
        return;
    if (!ogpi_is_plan_id(prefix, id)) {
        snprintf(example, sizeof example, "%s%.8s01", prefix, *member ? member : "JOR");
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "NUM030", .path = "id",
                                                   OGPI_ARGS({"id", id, false}, {"prefix", prefix, false},
                                                             {"example", example, false})});
        return;
    }
    size_t code = strlen(id) - strlen(prefix) - 2;
    if (*member && (strlen(member) != code || strncmp(id + strlen(prefix), member, code) != 0))
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "NUM031", .path = "id",
                                                   OGPI_ARGS({"id", id, false}, {"member", member, false})});
}

int ogpi_check_numbering_plan(ogpi_check *check, ogp_error *error)
{
    ogpi_pointer path = check->path;
    check_member(check);
    check_plan_id(check);
    int code = repeated_among(check, "NUM002", "number", error);
    if (code == 0)
        code = repeated_among(check, "NUM012", "id", error);
    check->path = path;
    ogpi_string none = {NULL, 0};
    ogpi_check_subject(check, &none, &check->plan->title);
    return code;
}

static void check_commitment_id(ogpi_check *check, const ogp_commitment *commitment)
{
    const char *id = ogpi_str(&commitment->id), *member = ogpi_str(&check->plan->member);
    ogpi_letters letters = ogpi_member_letters(check->book, member);
    char example[16];
    if (ogpi_blank(&commitment->id))
        return;
    snprintf(example, sizeof example, "%.3s0062", *letters.letters ? letters.letters : "JO");
    if (!ogpi_is_commitment_id(id))
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "NUM010", .path = "id",
                                                   OGPI_ARGS({"id", id, false}, {"example", example, false})});
    else if (*letters.letters &&
             (strlen(id) != strlen(letters.letters) + 4 || strncmp(id, letters.letters, strlen(letters.letters)) != 0))
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "NUM011", .path = "id", .status = letters.status,
                                                   OGPI_ARGS({"id", id, false}, {"member", member, false},
                                                             {"letters", letters.letters, false})});
}

static void repeated_milestone(void *data, size_t index, size_t first)
{
    const repeat *r = data;
    const ogp_milestone *milestone = ogpi_milestone_at(r->commitment, index);
    size_t top = ogpi_check_enter(r->check, "milestones", index);
    (void)first;
    ogpi_check_subject(r->check, &milestone->number, &milestone->title);
    ogpi_check_add(r->check, &(ogpi_finding_spec){.rule = r->rule, .path = "number",
                                                  OGPI_ARGS({"number", ogpi_str(&milestone->number), false})});
    ogpi_pointer_pop(&r->check->path, top);
}

static void check_milestone_number(ogpi_check *check, const ogp_commitment *commitment, size_t index)
{
    const ogp_milestone *milestone = ogpi_milestone_at(commitment, index);
    const char *number = ogpi_str(&milestone->number), *parent = ogpi_str(&commitment->number);
    bool missing = ogpi_blank(&milestone->number);
    char example[64];
    if (!missing && (ogpi_blank(&commitment->number) || ogpi_is_below(parent, number)))
        return;
    size_t length = strlen(parent);
    while (length > 0 && strchr(" .", parent[length - 1]))
        length--;
    snprintf(example, sizeof example, "%.*s.%zu", (int)(length > 32 ? 0 : length), parent, index + 1);
    size_t top = ogpi_check_enter(check, "milestones", index);
    ogpi_check_subject(check, &milestone->number, &milestone->title);
    ogpi_check_add(check, &(ogpi_finding_spec){.rule = missing ? "NUM005" : "NUM003", .path = "number",
                                               OGPI_ARGS({"number", number, false}, {"commitment", parent, false},
                                                         {"example", length ? example : example + 1, false})});
    ogpi_pointer_pop(&check->path, top);
}

int ogpi_check_numbering(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error)
{
    repeat r = {check, commitment, "NUM004", "number"};
    if (ogpi_blank(&commitment->number))
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "NUM001", .path = "number"});
    check_commitment_id(check, commitment);
    ogpi_firsts_begin(&check->firsts);
    for (size_t i = 0; i < commitment->milestones.count; i++) {
        check_milestone_number(check, commitment, i);
        if (!ogpi_firsts_add(&check->firsts, ogpi_milestone_at(commitment, i)->number.text, i))
            return ogpi_error_memory(error);
    }
    ogpi_firsts_repeated(&check->firsts, repeated_milestone, &r);
    return 0;
}
