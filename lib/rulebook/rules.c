/* SPDX-License-Identifier: MIT */
#include "base/eight.h"
#include "rulebook/rulebook.h"

static const ogp_rulebook *or_builtin(const ogp_rulebook *rulebook)
{
    return rulebook ? rulebook : ogp_rulebook_builtin();
}

static ogpi_rb member(const ogp_rule *rule, const char *name)
{
    return rule ? ogpi_rb_get((ogpi_rb){rule->book, rule->value}, name) : (ogpi_rb){NULL, 0};
}

const char *ogp_rulebook_version(const ogp_rulebook *rulebook)
{
    return ogpi_rb_string(ogpi_rb_path(rulebook, "meta/version"), "");
}

size_t ogp_rulebook_rule_count(const ogp_rulebook *rulebook)
{
    return or_builtin(rulebook)->rule_count;
}

const ogp_rule *ogp_rulebook_rule_at(const ogp_rulebook *rulebook, size_t index)
{
    rulebook = or_builtin(rulebook);
    return index < rulebook->rule_count ? &rulebook->rules[index] : NULL;
}

enum { ID_BYTES = 6 };

/* An id as a number that compares like it. */
static inline uint64_t id_number(const char *id)
{
    uint64_t bytes = 0;
    memcpy(&bytes, id, ID_BYTES);
    return __builtin_bswap64(ogpi_eight_turn(bytes));
}

const ogp_rule *ogp_rulebook_rule(const ogp_rulebook *rulebook, const char *id)
{
    rulebook = or_builtin(rulebook);
    bool possible = id && strlen(id) == ID_BYTES;
    uint64_t wanted = possible ? id_number(id) : 0;
    size_t low = 0, high = possible ? rulebook->rule_count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint64_t number = id_number(rulebook->strings + rulebook->rules[middle].id);
        if (number == wanted)
            return &rulebook->rules[middle];
        if (number < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const char *ogp_rule_id(const ogp_rule *rule)
{
    return rule ? rule->book->strings + rule->id : "";
}

const char *ogp_rule_family(const ogp_rule *rule)
{
    return ogpi_rb_string(member(rule, "family"), "");
}

const char *ogp_rule_name(const ogp_rule *rule)
{
    return ogpi_rb_string(member(rule, "name"), "");
}

const char *ogp_rule_status(const ogp_rule *rule)
{
    return ogpi_rb_string(member(rule, "status"), "");
}

const char *ogp_rule_source(const ogp_rule *rule)
{
    return ogpi_rb_string(member(rule, "source"), "");
}

size_t ogp_rule_message(const ogp_rule *rule, const char *language, char *buffer, size_t size)
{
    return ogpi_rb_expand(ogpi_rb_in_language(member(rule, "message"), language), buffer, size);
}

size_t ogp_rule_mend(const ogp_rule *rule, const char *language, char *buffer, size_t size)
{
    return ogpi_rb_expand(ogpi_rb_in_language(member(rule, "mend"), language), buffer, size);
}

static const char *const severities[] = {"none", "note", "warning", "error"};

ogp_severity ogpi_severity_named(const char *name)
{
    for (int i = OGP_SEVERITY_ERROR; i > OGP_SEVERITY_NONE; i--)
        if (strcmp(severities[i], name) == 0)
            return (ogp_severity)i;
    return OGP_SEVERITY_NONE;
}

ogp_severity ogp_rule_severity(const ogp_rule *rule, const char *edition)
{
    if (!rule || !rule->varies)
        return rule ? (ogp_severity)rule->severity : OGP_SEVERITY_NONE;
    ogpi_rb severity = member(rule, "severity");
    ogpi_rb editions = member(rule, "editions");
    if (edition && ogpi_rb_count(editions) > 0 && !ogpi_rb_has(editions, edition))
        return OGP_SEVERITY_NONE;
    const char *name = edition ? ogpi_rb_string(ogpi_rb_get(severity, edition), NULL) : NULL;
    return name ? ogpi_severity_named(name) : (ogp_severity)rule->severity;
}

size_t ogp_rule_edition_count(const ogp_rule *rule)
{
    return ogpi_rb_count(member(rule, "editions"));
}

const char *ogp_rule_edition_at(const ogp_rule *rule, size_t index)
{
    return ogpi_rb_string(ogpi_rb_at(member(rule, "editions"), index), NULL);
}

const char *ogp_severity_name(ogp_severity severity)
{
    return severity >= OGP_SEVERITY_NONE && severity <= OGP_SEVERITY_ERROR ? severities[severity] : "none";
}
