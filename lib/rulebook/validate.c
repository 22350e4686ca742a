/* SPDX-License-Identifier: MIT */
#include "rulebook/validate.h"
#include "base/error.h"
#include "rulebook/rulebook.h"
#include <ogp/date.h>
#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct checker {
    const json_t *document;
    json_t *ids; /* ids of rules seen so far, as keys */
    ogpi_pointer pointer;
    ogp_error *error;
    int code;
} checker;

typedef bool check_fn(checker *c, const json_t *value);

typedef struct member_check {
    const char *name;
    bool required;
    check_fn *check; /* NULL: any value */
} member_check;

__attribute__((format(printf, 2, 3))) static bool refuse(checker *c, const char *format, ...)
{
    char message[sizeof c->error->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    c->code = ogpi_error(c->error, OGP_ERROR_FORMAT, "%s", message);
    ogpi_error_path(c->error, c->pointer.text);
    return false;
}

static bool descend(checker *c, const char *key, const json_t *value, check_fn *check)
{
    if (!check)
        return true;
    size_t old = ogpi_pointer_push(&c->pointer, key);
    bool good = check(c, value);
    ogpi_pointer_pop(&c->pointer, old);
    return good;
}

static bool is_object(checker *c, const json_t *value)
{
    return json_is_object(value) || refuse(c, "expected an object, found %s", ogpi_json_kind(value));
}

static bool is_string(checker *c, const json_t *value)
{
    if (!json_is_string(value))
        return refuse(c, "expected a string, found %s", ogpi_json_kind(value));
    return json_string_length(value) > 0 || refuse(c, "this text is empty; write it or leave the member out");
}

static const member_check *find_member(const member_check *members, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(members[i].name, name) == 0)
            return &members[i];
    return NULL;
}

/* An object of these members and no others. */
static bool check_members(checker *c, const json_t *object, const member_check *members, size_t count)
{
    const char *key;
    json_t *value;
    if (!is_object(c, object))
        return false;
    for (size_t i = 0; i < count; i++)
        if (members[i].required && !json_object_get(object, members[i].name))
            return refuse(c, "member \"%s\" is missing", members[i].name);
    json_object_foreach((json_t *)object, key, value)
    {
        const member_check *member = find_member(members, count, key);
        if (!member)
            return refuse(c, "member \"%s\" is not known here", key);
        if (!descend(c, key, value, member->check))
            return false;
    }
    return true;
}

/* Letters and digits, joined by single hyphens, underscores or dots. */
static bool is_slug(const char *text)
{
    bool joint = true;
    for (; *text; text++) {
        bool letter = (*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') || (*text >= '0' && *text <= '9');
        if (!letter && (joint || !strchr("-_.", *text)))
            return false;
        joint = !letter;
    }
    return !joint;
}

static bool check_slug(checker *c, const json_t *value)
{
    return is_string(c, value) &&
           (is_slug(json_string_value(value)) ||
            refuse(c, "\"%s\" is no name: letters and digits, joined by - _ or .", json_string_value(value)));
}

/* An object whose keys are names and whose values all pass the same check. */
static bool check_map(checker *c, const json_t *object, check_fn *check)
{
    const char *key;
    json_t *value;
    if (!is_object(c, object))
        return false;
    json_object_foreach((json_t *)object, key, value)
    {
        if (!is_slug(key))
            return refuse(c, "\"%s\" is no name: letters and digits, joined by - _ or .", key);
        if (!descend(c, key, value, check))
            return false;
    }
    return true;
}

static bool check_list(checker *c, const json_t *list, check_fn *check)
{
    if (!json_is_array(list))
        return refuse(c, "expected an array, found %s", ogpi_json_kind(list));
    for (size_t i = 0; i < json_array_size(list); i++) {
        size_t old = ogpi_pointer_push_index(&c->pointer, i);
        bool good = check(c, json_array_get(list, i));
        ogpi_pointer_pop(&c->pointer, old);
        if (!good)
            return false;
    }
    return true;
}

static bool check_word(checker *c, const json_t *value, const char *const *words, size_t count, const char *list)
{
    for (size_t i = 0; json_is_string(value) && i < count; i++)
        if (strcmp(json_string_value(value), words[i]) == 0)
            return true;
    return refuse(c, "expected one of %s", list);
}

static bool check_status(checker *c, const json_t *value)
{
    static const char *const words[] = {"seen", "measured", "unverified"};
    return check_word(c, value, words, COUNT(words), "\"seen\", \"measured\", \"unverified\"");
}

static bool check_severity_word(checker *c, const json_t *value)
{
    static const char *const words[] = {"none", "note", "warning", "error"};
    return check_word(c, value, words, COUNT(words), "\"none\", \"note\", \"warning\", \"error\"");
}

static bool check_severity(checker *c, const json_t *value)
{
    if (!check_map(c, value, check_severity_word))
        return false;
    return json_object_get(value, "default") || refuse(c, "member \"default\" is missing");
}

static bool check_texts(checker *c, const json_t *value)
{
    static const member_check members[] = {
        {"en", true, is_string}, {"ar", true, is_string}, {"fr", true, is_string}, {"es", true, is_string}};
    return check_members(c, value, members, COUNT(members));
}

static bool check_known(checker *c, const char *section, const char *key, const char *what)
{
    return json_object_get(json_object_get(c->document, section), key) ||
           refuse(c, "%s \"%s\" is not in \"%s\"", what, key, section);
}

/* Keys of sources or addresses, separated by single blanks. */
static bool check_source(checker *c, const json_t *value)
{
    if (!is_string(c, value))
        return false;
    const char *text = json_string_value(value);
    for (;;) {
        char key[64];
        size_t length = strcspn(text, " ");
        bool address = strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0;
        snprintf(key, sizeof key, "%.*s", (int)(length < sizeof key ? length : sizeof key - 1), text);
        if (!address && !check_known(c, "sources", key, "source"))
            return false;
        if (text[length] == '\0')
            return true;
        text += length + 1;
    }
}

static bool check_date(checker *c, const json_t *value)
{
    ogp_edtf date;
    ogp_error wrong = OGP_ERROR_INIT;
    if (!is_string(c, value))
        return false;
    if (ogp_edtf_parse(&date, json_string_value(value), json_string_length(value), &wrong) < 0)
        return refuse(c, "%s", wrong.message);
    return (date.kind == OGP_EDTF_DATE && date.from.month <= 12 && date.from.qualifier == OGP_DATE_CERTAIN) ||
           refuse(c, "expected a date such as 2022, 2022-01 or 2022-01-01");
}

static bool check_id(checker *c, const json_t *value)
{
    if (!is_string(c, value))
        return false;
    const char *id = json_string_value(value);
    bool good = strlen(id) == 6;
    for (int i = 0; good && i < 6; i++)
        good = i < 3 ? id[i] >= 'A' && id[i] <= 'Z' : id[i] >= '0' && id[i] <= '9';
    return good || refuse(c, "\"%s\" is no id of a rule: three capitals and three digits", id);
}

static bool check_slugs(checker *c, const json_t *value)
{
    return check_list(c, value, check_slug);
}

static bool check_rule_shape(checker *c, const json_t *rule)
{
    static const member_check members[] = {
        {"id", true, check_id},         {"family", true, check_slug},     {"name", true, check_slug},
        {"editions", false, check_slugs}, {"severity", true, check_severity}, {"message", true, check_texts},
        {"mend", true, check_texts},    {"source", true, check_source},   {"status", true, check_status},
        {"note", false, is_string}};
    return check_members(c, rule, members, COUNT(members));
}

static bool check_edition(checker *c, const json_t *value)
{
    static const member_check members[] = {
        {"kind", true, check_slug},   {"by", true, check_slug},       {"from", false, check_date},
        {"to", false, check_date},    {"name", true, check_texts},    {"source", true, check_source},
        {"status", true, check_status}, {"note", false, is_string}};
    return check_members(c, value, members, COUNT(members));
}

static bool check_param(checker *c, const json_t *value)
{
    static const member_check members[] = {{"value", true, NULL},
                                           {"alternative", false, NULL},
                                           {"status", true, check_status},
                                           {"source", false, check_source},
                                           {"note", false, is_string}};
    return check_members(c, value, members, COUNT(members));
}

static bool check_source_entry(checker *c, const json_t *value)
{
    static const member_check members[] = {
        {"address", false, is_string}, {"title", true, is_string}, {"note", false, is_string}};
    return check_members(c, value, members, COUNT(members));
}

static bool check_language_status(checker *c, const json_t *value)
{
    static const member_check members[] = {
        {"en", true, check_status}, {"ar", true, check_status}, {"fr", true, check_status}, {"es", true, check_status}};
    return check_members(c, value, members, COUNT(members));
}

static bool check_other_name(checker *c, const json_t *value)
{
    static const member_check members[] = {
        {"name", true, is_string}, {"status", true, check_status}, {"source", false, check_source}, {"note", false, is_string}};
    return check_members(c, value, members, COUNT(members));
}

static bool check_other_names(checker *c, const json_t *value)
{
    return check_list(c, value, check_other_name);
}

static bool check_also(checker *c, const json_t *value)
{
    static const member_check members[] = {{"en", false, check_other_names},
                                           {"ar", false, check_other_names},
                                           {"fr", false, check_other_names},
                                           {"es", false, check_other_names}};
    return check_members(c, value, members, COUNT(members));
}

static bool check_term(checker *c, const json_t *value)
{
    static const member_check members[] = {
        {"en", true, is_string},   {"ar", true, is_string}, {"fr", true, is_string},      {"es", true, is_string},
        {"status", true, check_language_status}, {"also", false, check_also}, {"source", false, check_source},
        {"note", false, is_string}};
    return check_members(c, value, members, COUNT(members));
}

static bool check_prefix(checker *c, const json_t *value)
{
    if (!is_string(c, value))
        return false;
    const char *prefix = json_string_value(value);
    return (strlen(prefix) == 3 && strspn(prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3) ||
           refuse(c, "\"%s\" is no prefix: three capitals", prefix);
}

static bool check_family(checker *c, const json_t *value)
{
    static const member_check members[] = {{"prefix", true, check_prefix}, {"name", true, check_texts}};
    return check_members(c, value, members, COUNT(members));
}

/* The {names} of a text, each at its place in a list of the first text's. */
static bool has_placeholder(const char *text, const char *name, size_t length)
{
    for (const char *p = strchr(text, '{'); p; p = strchr(p + 1, '{'))
        if (strncmp(p, name, length) == 0)
            return true;
    return false;
}

static bool covers(const char *text, const char *other)
{
    for (const char *p = strchr(text, '{'); p; p = strchr(p + 1, '{')) {
        const char *end = strchr(p, '}');
        if (!end || !has_placeholder(other, p, (size_t)(end - p) + 1))
            return false;
    }
    return true;
}

static bool check_placeholders(checker *c, const json_t *texts)
{
    const char *english = json_string_value(json_object_get(texts, "en"));
    for (int i = 1; i < OGPI_LANGUAGES; i++) {
        const char *code = ogpi_language_code(i);
        const char *text = json_string_value(json_object_get(texts, code));
        if (!covers(english, text) || !covers(text, english))
            return refuse(c, "the {names} in \"%s\" differ from those in \"en\"", code);
    }
    return true;
}

static bool check_rule_family(checker *c, const json_t *value)
{
    const char *family = json_string_value(value);
    return check_known(c, "families", family, "family");
}

static bool check_rule_id(checker *c, const json_t *value)
{
    const char *id = json_string_value(value);
    if (json_object_get(c->ids, id))
        return refuse(c, "two rules have the id %s", id);
    if (json_object_set_new(c->ids, id, json_true()) == 0)
        return true;
    c->code = ogpi_error_memory(c->error);
    return false;
}

static bool check_rule_edition(checker *c, const json_t *value)
{
    return check_known(c, "editions", json_string_value(value), "edition");
}

static bool check_rule_editions(checker *c, const json_t *value)
{
    return check_list(c, value, check_rule_edition);
}

static bool lists(const json_t *array, const char *word)
{
    for (size_t i = 0; i < json_array_size(array); i++)
        if (strcmp(json_string_value(json_array_get(array, i)), word) == 0)
            return true;
    return json_array_size(array) == 0;
}

static bool check_rule_severities(checker *c, const json_t *rule)
{
    const char *edition;
    json_t *severity;
    json_object_foreach(json_object_get(rule, "severity"), edition, severity)
    {
        if (strcmp(edition, "default") == 0)
            continue;
        if (!check_known(c, "editions", edition, "edition"))
            return false;
        if (!lists(json_object_get(rule, "editions"), edition))
            return refuse(c, "a severity for \"%s\", which is not among the rule's editions", edition);
    }
    return true;
}

static bool check_rule(checker *c, const json_t *rule)
{
    static const struct {
        const char *name;
        check_fn *check;
    } references[] = {{"id", check_rule_id},
                      {"family", check_rule_family},
                      {"editions", check_rule_editions},
                      {"message", check_placeholders},
                      {"mend", check_placeholders}};
    if (!check_rule_shape(c, rule))
        return false;
    for (size_t i = 0; i < COUNT(references); i++) {
        const json_t *value = json_object_get(rule, references[i].name);
        if (value && !descend(c, references[i].name, value, references[i].check))
            return false;
    }
    const char *id = json_string_value(json_object_get(rule, "id"));
    const json_t *family =
        json_object_get(json_object_get(c->document, "families"), json_string_value(json_object_get(rule, "family")));
    const char *prefix = json_string_value(json_object_get(family, "prefix"));
    if (strncmp(id, prefix, 3) != 0)
        return refuse(c, "the id %s does not begin with %s, the prefix of its family", id, prefix);
    return check_rule_severities(c, rule);
}

static bool check_format(checker *c, const json_t *value)
{
    const char *format = json_string_value(value);
    return (format && strcmp(format, "ogp-rulebook/1") == 0) || refuse(c, "expected the format \"ogp-rulebook/1\"");
}

static bool check_meta(checker *c, const json_t *value)
{
    static const member_check members[] = {
        {"format", true, check_format}, {"version", true, check_date}, {"title", false, is_string}};
    return check_members(c, value, members, COUNT(members));
}

static bool check_rules(checker *c, const json_t *value)
{
    return check_list(c, value, check_rule);
}

static bool check_families(checker *c, const json_t *value)
{
    return check_map(c, value, check_family);
}

static bool check_editions(checker *c, const json_t *value)
{
    return check_map(c, value, check_edition);
}

static bool check_params(checker *c, const json_t *value)
{
    return check_map(c, value, check_param);
}

static bool check_sources(checker *c, const json_t *value)
{
    return check_map(c, value, check_source_entry);
}

static bool check_terms(checker *c, const json_t *value)
{
    return check_map(c, value, check_term);
}

/* In this order: what is referred to comes first. */
static const member_check sections[] = {
    {"meta", true, check_meta},         {"sources", true, check_sources}, {"families", true, check_families},
    {"editions", true, check_editions}, {"params", false, check_params},  {"terms", false, check_terms},
    {"rules", true, check_rules}};

static bool check_sections(checker *c)
{
    if (!is_object(c, c->document))
        return false;
    for (size_t i = 0; i < COUNT(sections); i++) {
        const json_t *section = json_object_get(c->document, sections[i].name);
        if (!section && sections[i].required)
            return refuse(c, "no rulebook: section \"%s\" is missing", sections[i].name);
        if (section && !descend(c, sections[i].name, section, sections[i].check))
            return false;
    }
    return true;
}

int ogpi_rulebook_validate(const json_t *document, ogp_error *error)
{
    checker c = {.document = document, .ids = json_object(), .error = error};
    if (!c.ids)
        return ogpi_error_memory(error);
    bool good = check_sections(&c);
    json_decref(c.ids);
    return good ? 0 : c.code;
}
