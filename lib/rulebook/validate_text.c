/* SPDX-License-Identifier: MIT */
/* The shape of the word lists: members that are known, patterns where patterns are read. What a pattern says is checked
   when it is compiled. */
#include "rulebook/validate_text.h"

#include "rulebook/lexicon_names.h"
#include "rulebook/weights.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool check_script(ogpi_checker *c, const json_t *value)
{
    static const char *const words[] = {"latin", "arabic", "other"};
    return ogpi_check_word(c, value, words, COUNT(words), "\"latin\", \"arabic\", \"other\"");
}

static bool check_option(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_string(c, value) &&
           (ogpi_option_of(json_string_value(value)) >= 0 ||
            ogpi_check_refuse(c, "no option of a language is called \"%s\"", json_string_value(value)));
}

static bool check_mark(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_string(c, value) &&
           (ogpi_mark_of(json_string_value(value)) >= 0 ||
            ogpi_check_refuse(c, "no mark of an affix is called \"%s\"", json_string_value(value)));
}

static bool check_options(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_list(c, value, check_option);
}

static bool check_marks(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_list(c, value, check_mark);
}

static bool check_affix(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {{"form", true, ogpi_check_string},
                                                {"add", false, ogpi_check_string},
                                                {"keep", false, ogpi_check_string},
                                                {"marks", false, check_marks}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_affix_list(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_list(c, value, check_affix);
}

static bool check_affixes(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {{"prefixes", false, check_affix_list},
                                                {"suffixes", false, check_affix_list}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_any_string(ogpi_checker *c, const json_t *value)
{
    return json_is_string(value) || ogpi_check_refuse(c, "expected a string, found %s", ogpi_json_kind(value));
}

static bool check_strings(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_list(c, value, check_any_string);
}

/* An object whose values all pass, and whose keys are names that `index` knows; NULL: any. */
static bool check_keys(ogpi_checker *c, const json_t *value, int (*index)(const char *), const char *what,
                       ogpi_check *check)
{
    const char *key;
    json_t *member;
    if (!ogpi_check_object(c, value))
        return false;
    json_object_foreach((json_t *)value, key, member)
    {
        if (index && index(key) < 0)
            return ogpi_check_refuse(c, "no %s is called \"%s\"", what, key);
        if (!ogpi_check_descend(c, key, member, check))
            return false;
    }
    return true;
}

/* Patterns, or patterns by value. */
static bool check_list(ogpi_checker *c, const json_t *value)
{
    return json_is_object(value) ? check_keys(c, value, NULL, NULL, check_strings) : check_strings(c, value);
}

static bool check_lists(ogpi_checker *c, const json_t *value)
{
    return check_keys(c, value, ogpi_class_of, "list of words", check_list);
}

static bool check_forms(ogpi_checker *c, const json_t *value)
{
    return check_keys(c, value, ogpi_form_of, "form of words", check_strings);
}

static bool check_word_sets(ogpi_checker *c, const json_t *value)
{
    return check_keys(c, value, NULL, NULL, check_strings);
}

static bool check_texts(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_list(c, value, ogpi_check_string);
}

static bool check_language(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {
        {"script", false, check_script},  {"options", false, check_options}, {"drop_prefix", false, ogpi_check_string},
        {"forms", false, check_forms},    {"affixes", false, check_affixes}, {"paradigms", false, check_word_sets},
        {"sets", false, check_word_sets}, {"lists", false, check_lists},     {"elided", false, check_texts}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_languages(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_map(c, value, check_language);
}

static bool check_common(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {{"lists", false, check_lists}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

/* How large it may be: ranges.c. */
static bool check_whole(ogpi_checker *c, const json_t *value)
{
    return json_is_integer(value) || ogpi_check_refuse(c, "expected a whole number");
}

static bool check_places(ogpi_checker *c, const json_t *value)
{
    const char *place, *name;
    json_t *traits, *points;
    if (!ogpi_check_map(c, value, ogpi_check_object))
        return false;
    json_object_foreach((json_t *)value, place, traits) {
        json_object_foreach(traits, name, points) {
            if (ogpi_trait_of(place, name) < 0)
                return ogpi_check_refuse(c, "no trait of a case is called \"%s\" at \"%s\"", name, place);
        }
    }
    return true;
}

static bool check_reason(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_string(c, value) &&
           ((json_string_value(value)[0] == 'm' && ogpi_trait_of("case", json_string_value(value)) >= 0) ||
            ogpi_check_refuse(c, "no reason is called \"%s\"", json_string_value(value)));
}

static bool check_reasons(ogpi_checker *c, const json_t *value)
{
    return ogpi_check_list(c, value, check_reason);
}

static bool check_table(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {
        {"start", true, check_whole},
        {"doubt", false, check_whole},
        {"unsure", false, check_reasons},
        {"places", true, check_places}};
    return ogpi_check_members(c, value, members, COUNT(members));
}

static bool check_weights(ogpi_checker *c, const json_t *value)
{
    return check_keys(c, value, ogpi_decision_of, "decision by weight", check_table);
}

bool ogpi_check_text(ogpi_checker *c, const json_t *value)
{
    static const ogpi_member_check members[] = {{"languages", true, check_languages},
                                                {"common", false, check_common},
                                                {"default", false, ogpi_check_string},
                                                {"weights", false, check_weights}};
    return ogpi_check_members(c, value, members, COUNT(members));
}
