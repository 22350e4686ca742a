/* SPDX-License-Identifier: MIT */
#include "rulebook/validate.h"
#include "base/error.h"
#include "base/utf8.h"
#include "rulebook/check.h"
#include "rulebook/ranges.h"
#include "rulebook/rulebook.h"
#include "rulebook/validate_text.h"
#include <ogp/date.h>
#include <stdio.h>

#define RULE_TEXT_CHARACTERS 500
#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool check_status(ogpi_checker *c, const json_t *value)
{
    static const char *const words[] = {"seen", "measured", "unverified"};
    return ogpi_check_word(c, value, words, COUNT(words), "\"seen\", \"measured\", \"unverified\"");
}

static bool check_severity_word(ogpi_checker *c, const json_t *value)
{
    static const char *const words[] = {"none", "note", "warning", "error"};
    return ogpi_check_word(c, value, words, COUNT(words), "\"none\", \"note\", \"warning\", \"error\"");
}

static bool check_severity(ogpi_checker *c, const json_t *value)
{
    if (!ogpi_check_map(c, value, check_severity_word))
        return false;
    return json_object_get(value, "default") || ogpi_check_refuse(c, "member \"default\" is missing");
}

static bool check_texts(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {{"en", true, ogpi_check_string},
                                                {"ar", true, ogpi_check_string},
                                                {"fr", true, ogpi_check_string},
                                                {"es", true, ogpi_check_string}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

/* No longer than OGP_RULE_TEXT_SIZE in any script. */
static bool check_rule_text(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_string(c, value) &&
           (ogpi_utf8_count(json_string_value(value), json_string_length(value)) <= RULE_TEXT_CHARACTERS ||
            ogpi_check_refuse(c, "longer than %d characters; say it shorter", RULE_TEXT_CHARACTERS));
}

static bool check_rule_texts(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {{"en", true, check_rule_text},
                                                {"ar", true, check_rule_text},
                                                {"fr", true, check_rule_text},
                                                {"es", true, check_rule_text}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_known(ogpi_checker *c, const char *section, const char *key, const char *what)
{
    return json_object_get(json_object_get(c->document, section), key) ||
           ogpi_check_refuse(c, "%s \"%s\" is not in \"%s\"", what, key, section);
}

/* Keys of sources or addresses, separated by single blanks. */
static bool check_source(ogpi_checker *c, const json_t *value)
{
    if (!ogpi_check_string(c, value))
        return false;
    const char *text = json_string_value(value);
    for (;;) {
        char key[64];
        size_t length = strcspn(text, " ");
        bool address = strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0;
        if (!address && length >= sizeof key)
            return ogpi_check_refuse(c, "a source of %zu bytes is not in \"sources\"", length);
        snprintf(key, sizeof key, "%.*s", (int)length, text);
        if (!address && !check_known(c, "sources", key, "source"))
            return false;
        if (text[length] == '\0')
            return true;
        text += length + 1;
    }
}

static bool check_date(ogpi_checker *c, const json_t *value)
{
    ogp_edtf date;
    ogp_error wrong = OGP_ERROR_INIT;
    if (!ogpi_check_string(c, value))
        return false;
    const char *text = json_string_value(value);
    if (*text == '-' || text[strspn(text, "0123456789-")] != '\0')
        return ogpi_check_refuse(c, "expected a date such as 2022, 2022-01 or 2022-01-01");
    if (ogp_edtf_parse(&date, text, strlen(text), &wrong) < 0)
        return ogpi_check_refuse(c, "%s", wrong.message);
    return date.from.month <= 12 || ogpi_check_refuse(c, "no month %u", date.from.month);
}

static bool check_id(ogpi_checker *c, const json_t *value)
{
    if (!ogpi_check_string(c, value))
        return false;
    const char *id = json_string_value(value);
    bool good = strlen(id) == 6;
    for (int i = 0; good && i < 6; i++)
        good = i < 3 ? id[i] >= 'A' && id[i] <= 'Z' : id[i] >= '0' && id[i] <= '9';
    return good || ogpi_check_refuse(c, "\"%s\" is no id of a rule: three capitals and three digits", id);
}

static bool check_slugs(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_list(c, value, ogpi_check_slug);
}

static bool check_rule_shape(ogpi_checker *c, const json_t *rule)
{
    static const ogpi_member_check members[] = {{"id", true, check_id},
                                                {"family", true, ogpi_check_slug},
                                                {"name", true, ogpi_check_slug},
                                                {"editions", false, check_slugs},
                                                {"severity", true, check_severity},
                                                {"message", true, check_rule_texts},
                                                {"mend", true, check_rule_texts},
                                                {"source", true, check_source},
                                                {"status", true, check_status},
                                                {"note", false, check_rule_text}};
    return ogpi_check_members(c, rule, members, COUNT(members));
}

static bool check_edition(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {{"kind", true, ogpi_check_slug}, {"by", true, ogpi_check_slug},
                                                {"from", false, check_date},     {"to", false, check_date},
                                                {"name", true, check_texts},     {"source", true, check_source},
                                                {"status", true, check_status},  {"note", false, ogpi_check_string}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_param(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {{"value", true, NULL},
                                                {"alternative", false, NULL},
                                                {"status", true, check_status},
                                                {"source", false, check_source},
                                                {"note", false, ogpi_check_string}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_source_entry(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {
        {"address", false, ogpi_check_string}, {"title", true, ogpi_check_string}, {"note", false, ogpi_check_string}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_language_status(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {
        {"en", true, check_status}, {"ar", true, check_status}, {"fr", true, check_status}, {"es", true, check_status}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_other_name(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {{"name", true, ogpi_check_string},
                                                {"status", true, check_status},
                                                {"source", false, check_source},
                                                {"note", false, ogpi_check_string}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_other_names(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_list(c, value, check_other_name);
}

static bool check_also(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {{"en", false, check_other_names},
                                                {"ar", false, check_other_names},
                                                {"fr", false, check_other_names},
                                                {"es", false, check_other_names}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_term(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {
        {"en", true, ogpi_check_string}, {"ar", true, ogpi_check_string},         {"fr", true, ogpi_check_string},
        {"es", true, ogpi_check_string}, {"status", true, check_language_status}, {"also", false, check_also},
        {"source", false, check_source}, {"note", false, ogpi_check_string}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_prefix(ogpi_checker *c, const json_t *value)
{
    if (!ogpi_check_string(c, value))
        return false;
    const char *prefix = json_string_value(value);
    return (strlen(prefix) == 3 && strspn(prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3) ||
           ogpi_check_refuse(c, "\"%s\" is no prefix: three capitals", prefix);
}

static bool check_family(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {{"prefix", true, check_prefix}, {"name", true, check_texts}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

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

static bool check_placeholders(ogpi_checker *c, const json_t *texts)
{
    const char *english = json_string_value(json_object_get(texts, "en"));
    for (int i = 1; i < OGPI_LANGUAGES; i++) {
        const char *code = ogpi_language_code(i);
        const char *text = json_string_value(json_object_get(texts, code));
        if (!covers(english, text) || !covers(text, english))
            return ogpi_check_refuse(c, "the {names} in \"%s\" differ from those in \"en\"", code);
    }
    return true;
}

static bool check_rule_family(ogpi_checker *c, const json_t *value)
{
    const char *family = json_string_value(value);
    return check_known(c, "families", family, "family");
}

static bool check_rule_id(ogpi_checker *c, const json_t *value)
{
    const char *id = json_string_value(value);
    if (json_object_get(c->ids, id))
        return ogpi_check_refuse(c, "two rules have the id %s", id);
    if (json_object_set_new(c->ids, id, json_true()) == 0)
        return true;
    c->code = ogpi_error_memory(c->error);
    return false;
}

static bool check_rule_edition(ogpi_checker *c, const json_t *value)
{
    return check_known(c, "editions", json_string_value(value), "edition");
}

static bool check_rule_editions(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_list(c, value, check_rule_edition);
}

static bool lists(const json_t *array, const char *word)
{
    for (size_t i = 0; i < json_array_size(array); i++)
        if (strcmp(json_string_value(json_array_get(array, i)), word) == 0)
            return true;
    return json_array_size(array) == 0;
}

static bool check_rule_severities(ogpi_checker *c, const json_t *rule)
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
            return ogpi_check_refuse(c, "a severity for \"%s\", which is not among the rule's editions", edition);
    }
    return true;
}

static bool check_rule(ogpi_checker *c, const json_t *rule)
{
    static const struct {
        const char *name;
        ogpi_check *check;
    } references[] = {{"id", check_rule_id},
                      {"family", check_rule_family},
                      {"editions", check_rule_editions},
                      {"message", check_placeholders},
                      {"mend", check_placeholders}};
    if (!check_rule_shape(c, rule))
        return false;
    for (size_t i = 0; i < COUNT(references); i++) {
        const json_t *value = json_object_get(rule, references[i].name);
        if (value && !ogpi_check_descend(c, references[i].name, value, references[i].check))
            return false;
    }
    const char *id = json_string_value(json_object_get(rule, "id"));
    const json_t *family =
        json_object_get(json_object_get(c->document, "families"), json_string_value(json_object_get(rule, "family")));
    const char *prefix = json_string_value(json_object_get(family, "prefix"));
    if (strncmp(id, prefix, 3) != 0)
        return ogpi_check_refuse(c, "the id %s does not begin with %s, the prefix of its family", id, prefix);
    return check_rule_severities(c, rule);
}

static bool check_format(ogpi_checker *c, const json_t *value)
{
    const char *format = json_string_value(value);
    return (format && strcmp(format, "ogp-rulebook/1") == 0) ||
           ogpi_check_refuse(c, "expected the format \"ogp-rulebook/1\"");
}

static bool check_meta(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {
        {"format", true, check_format}, {"version", true, check_date}, {"title", false, ogpi_check_string}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_rules(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_list(c, value, check_rule);
}

static bool check_families(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_map(c, value, check_family);
}

static bool check_editions(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_map(c, value, check_edition);
}

static bool check_params(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_map(c, value, check_param);
}

static bool check_sources(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_map(c, value, check_source_entry);
}

static bool check_terms(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_map(c, value, check_term);
}

/* In this order: what is referred to comes first. */
static const ogpi_member_check sections[] = {{"meta", true, check_meta},         {"sources", true, check_sources},
                                             {"families", true, check_families}, {"editions", true, check_editions},
                                             {"params", false, check_params},    {"terms", false, check_terms},
                                             {"rules", true, check_rules},       {"text", false, ogpi_check_text}};

static bool check_sections(ogpi_checker *c)
{
    if (!ogpi_check_object(c, c->document))
        return false;
    for (size_t i = 0; i < COUNT(sections); i++) {
        const json_t *section = json_object_get(c->document, sections[i].name);
        if (!section && sections[i].required)
            return ogpi_check_refuse(c, "no rulebook: section \"%s\" is missing", sections[i].name);
        if (section && !ogpi_check_descend(c, sections[i].name, section, sections[i].check))
            return false;
    }
    return true;
}

int ogpi_rulebook_validate(const json_t *document, ogp_error *error)
{
    ogpi_checker c = {.document = document, .ids = json_object(), .error = error};
    if (!c.ids)
        return ogpi_error_memory(error);
    bool good = check_sections(&c) && ogpi_check_ranges(&c);
    json_decref(c.ids);
    return good ? 0 : c.code;
}
