/* SPDX-License-Identifier: MIT */
/* Relevance: one of the core values with a reason. Technology or inclusion alone is not enough. */
#include "rules/values.h"
#include "rules/check.h"
#include "rules/field.h"

/* Words as blanks part them: the same in all four languages. */
static int32_t count_words(const char *text, int32_t enough)
{
    int32_t count = 0;
    while (count < enough && *(text += strspn(text, " \t\r\n")) != '\0') {
        text += strcspn(text, " \t\r\n");
        count++;
    }
    return count;
}

static const char *unknown_text(const ogpi_values *values, const char *field)
{
    const ogpi_value *value = ogpi_value_get(&values->record.unknown, field);
    if (!value || value->kind != OGPI_VALUE_STRING)
        return NULL;
    return value->as.text;
}

const char *ogpi_value_reason(const ogpi_values *values, const char *field, const char *language)
{
    const ogpi_field *known = ogpi_shape_field(&ogpi_values_shape, field);
    const ogpi_text *text = known ? ogpi_slot_of(values, known) : NULL;
    if (!text)
        return unknown_text(values, field);
    if (text->count == 0)
        return NULL;
    const char *reason = ogpi_text_in(text, language, NULL);
    return reason[strspn(reason, " \t\r\n")] || ogpi_text_empty(text) ? reason : ogpi_text_in(text, NULL, NULL);
}

ogpi_reason ogpi_reason_kind(const char *reason, int32_t thin_words)
{
    if (!reason)
        return OGPI_REASON_NONE;
    int32_t words = count_words(reason, thin_words);
    return words == 0 ? OGPI_REASON_BLANK : words < thin_words ? OGPI_REASON_THIN : OGPI_REASON_GIVEN;
}

/* Terms separated by commas; what has no room is left out. */
typedef struct terms {
    char ids[128];
    size_t used, count;
} terms;

typedef struct seen_values {
    size_t core, additions; /* with a reason, be it thin */
    const char *addition;   /* the term of the first of them */
    terms blank;            /* the key is there, and nothing behind it */
    const char *blank_field;
} seen_values;

static void add_term(terms *list, const char *term)
{
    size_t length = strlen(term);
    if (list->used + length + 2 > sizeof list->ids)
        return;
    if (list->used > 0)
        list->ids[list->used++] = ',';
    memcpy(list->ids + list->used, term, length + 1);
    list->used += length;
    list->count++;
}

static terms joined_terms(ogpi_rb list)
{
    terms out = {.used = 0};
    for (size_t i = 0; i < ogpi_rb_count(list); i++)
        add_term(&out, ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(list, i), "term"), ""));
    return out;
}

static void check_repeated(ogpi_check *check, const ogpi_values *values, ogpi_rb core, size_t index)
{
    const char *language = ogpi_str(&check->plan->language);
    ogpi_rb entry = ogpi_rb_at(core, index);
    const char *field = ogpi_rb_string(ogpi_rb_get(entry, "field"), "");
    const char *reason = ogpi_value_reason(values, field, language);
    for (size_t i = 0; reason && i < index; i++) {
        ogpi_rb other = ogpi_rb_at(core, i);
        const char *before = ogpi_value_reason(values, ogpi_rb_string(ogpi_rb_get(other, "field"), ""), language);
        if (!before || !*before || strcmp(before, reason) != 0)
            continue;
        ogpi_check_add(check, &(ogpi_finding_spec){
                                  .rule = "VAL006", .path = field,
                                  OGPI_ARGS({"value", ogpi_rb_string(ogpi_rb_get(entry, "term"), ""), true},
                                            {"other", ogpi_rb_string(ogpi_rb_get(other, "term"), ""), true})});
        return;
    }
}

/* Findings about one value; true when it has a reason. */
static bool check_value(ogpi_check *check, const ogpi_values *values, ogpi_rb entry, int32_t thin_words,
                        seen_values *seen)
{
    const char *field = ogpi_rb_string(ogpi_rb_get(entry, "field"), "");
    const char *term = ogpi_rb_string(ogpi_rb_get(entry, "term"), "");
    const char *reason = ogpi_value_reason(values, field, ogpi_str(&check->plan->language));
    ogpi_reason kind = ogpi_reason_kind(reason, thin_words);
    if (kind == OGPI_REASON_BLANK) {
        add_term(&seen->blank, term);
        seen->blank_field = field;
    }
    if (kind == OGPI_REASON_THIN)
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "VAL005", .path = field,
                                                   OGPI_ARGS({"value", term, true}, {"reason", reason, false})});
    return kind == OGPI_REASON_THIN || kind == OGPI_REASON_GIVEN;
}

static bool is_entry(ogpi_rb list, const char *field)
{
    for (size_t i = 0; i < ogpi_rb_count(list); i++)
        if (strcmp(ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(list, i), "field"), ""), field) == 0)
            return true;
    return false;
}

static void check_unknown(ogpi_check *check, const ogpi_value *unknown, ogpi_rb additions, const char *known)
{
    for (size_t i = 0; unknown->kind == OGPI_VALUE_OBJECT && i < unknown->count; i++) {
        const char *name = unknown->as.members[i].key;
        if (!is_entry(additions, name))
            ogpi_check_add(check, &(ogpi_finding_spec){.rule = "VAL004", .path = name,
                                                       OGPI_ARGS({"value", name, false}, {"known", known, true})});
    }
}

static bool names_none(const ogpi_values *values)
{
    for (size_t i = 0; i < ogpi_values_shape.field_count; i++)
        if (ogpi_stated(values, &ogpi_values_shape.fields[i]))
            return false;
    return values->record.unknown.count == 0;
}

static seen_values check_each(ogpi_check *check, const ogpi_values *values, ogpi_rb table)
{
    seen_values seen = {.core = 0};
    if (names_none(values))
        return seen;
    ogpi_rb core = ogpi_rb_get(table, "core"), additions = ogpi_rb_get(table, "additions");
    int32_t thin_words = ogpi_rb_int(ogpi_rb_get(table, "thin_words"), 0);
    for (size_t i = 0; i < ogpi_rb_count(core); i++) {
        seen.core += check_value(check, values, ogpi_rb_at(core, i), thin_words, &seen);
        check_repeated(check, values, core, i);
    }
    for (size_t i = 0; i < ogpi_rb_count(additions); i++) {
        ogpi_rb entry = ogpi_rb_at(additions, i);
        if (!check_value(check, values, entry, thin_words, &seen))
            continue;
        seen.additions++;
        seen.addition = seen.addition ? seen.addition : ogpi_rb_string(ogpi_rb_get(entry, "term"), "");
    }
    /* Forms have a key for every value: one finding for all that were left empty. */
    if (seen.blank.count)
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "VAL003",
                                                   .path = seen.blank.count == 1 ? seen.blank_field : NULL,
                                                   OGPI_ARGS({"value", seen.blank.ids, true})});
    return seen;
}

/* From 2021 on the list of values gave way to a single question. */
static const char *missing_rule(const ogpi_check *check)
{
    bool asked = ogpi_check_holds(check, "VAL010", NULL);
    bool listed = ogpi_check_holds(check, "VAL001", NULL);
    if (asked && listed)
        asked = check->year >= ogpi_rb_int(ogpi_rb_path(check->book, "values/single_question/from"), INT32_MAX);
    return asked ? "VAL010" : "VAL001";
}

static int add_hint(ogpi_check *check, const ogp_commitment *commitment, ogpi_rb table, ogp_error *error)
{
    terms list = {.used = 0};
    ogpi_rb hints = ogpi_rb_get(table, "hints");
    int code = ogpi_check_marks(check, commitment, error);
    unsigned bits = ogpi_smart_value_hints(check->smart);
    for (size_t i = 0; code == 0 && i < ogpi_rb_count(hints); i++) {
        ogpi_rb hint = ogpi_rb_at(hints, i);
        if (bits & (unsigned)ogpi_rb_int(ogpi_rb_get(hint, "bit"), 0))
            add_term(&list, ogpi_rb_string(ogpi_rb_get(hint, "term"), ""));
    }
    if (list.count)
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "VAL007", OGPI_ARGS({"values", list.ids, true})});
    return code;
}

int ogpi_check_values(ogpi_check *check, const ogp_commitment *commitment, ogp_error *error)
{
    ogpi_rb table = ogpi_rb_path(check->book, "values");
    terms known = joined_terms(ogpi_rb_get(table, "core"));
    size_t top = ogpi_pointer_push(&check->path, "values");
    seen_values seen = check_each(check, &commitment->values, table);
    check_unknown(check, &commitment->values.record.unknown, ogpi_rb_get(table, "additions"), known.ids);
    int code = 0;
    if (seen.core == 0 && seen.additions > 0)
        ogpi_check_add(check,
                       &(ogpi_finding_spec){.rule = "VAL002",
                                            OGPI_ARGS({"value", seen.addition, true}, {"known", known.ids, true})});
    else if (seen.core == 0) {
        const char *rule = missing_rule(check);
        /* the question itself is seen; that the handbook's template asks for it is not */
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = rule, OGPI_ARGS({"known", known.ids, true})});
        code = add_hint(check, commitment, table, error);
    }
    ogpi_pointer_pop(&check->path, top);
    return code;
}
