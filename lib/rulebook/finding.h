/* SPDX-License-Identifier: MIT */
/* Building a report. Findings live in the rulebook's room because a finding is a rule with arguments. */
#ifndef OGPI_FINDING_H
#define OGPI_FINDING_H

#include "rulebook/rulebook.h"
#include <ogp/report.h>

typedef struct ogpi_report_builder ogpi_report_builder;

/* An argument of a message: {name} in the template is replaced by value (UTF-8, cut after some hundred bytes; what is
   not Arabic inside an Arabic message, and what is Arabic in another, is put between isolates U+2068 U+2069). When
   `term` is set, value is one id or several ids separated by commas, or pairs of ids "what=which", and where the
   rulebook has terms/<id> that name in the message's language is used. */
typedef struct ogpi_arg { const char *name; const char *value; bool term; } ogpi_arg;

typedef struct ogpi_finding_spec {
    const char *rule;    /* id; must be in the rulebook, else the finding is dropped and the builder fails with USAGE */
    const ogp_rule *found; /* the same, where the caller has looked for it; else NULL */
    const char *edition; /* id of the edition that applies, or NULL */
    const char *path;    /* JSON pointer; NULL: "" */
    const char *subject; /* "1.2 Publish the register", or NULL */
    size_t start, end;   /* bytes in the text at path */
    ogp_severity severity; /* OGP_SEVERITY_NONE: as the rule says for the edition (and no finding where it says none) */
    const ogpi_arg *args;
    size_t arg_count;
    const char *status; /* NULL: the rule's; "unverified" where the verdict rests on a parameter that is */
} ogpi_finding_spec;

int ogpi_report_begin(ogpi_report_builder **out, const ogp_context *context, ogp_error *error);
/* Adds a finding; strings are copied. A failure sticks and is returned by ogpi_report_end. */
void ogpi_report_add(ogpi_report_builder *builder, const ogpi_finding_spec *spec);
/* Finishes: findings stay in the order in which they came. Frees the builder in any case. */
int ogpi_report_end(ogp_report **out, ogpi_report_builder *builder, ogp_error *error);
void ogpi_report_abandon(ogpi_report_builder *builder);

/* Finding's arguments, for writers. */
size_t ogpi_finding_arg_count(const ogp_finding *finding);
const char *ogpi_finding_arg_name(const ogp_finding *finding, size_t index);
const char *ogpi_finding_arg_value(const ogp_finding *finding, size_t index);
/* Rules that had findings left out, for writers. */
size_t ogpi_report_rule_count(const ogp_report *report);
const char *ogpi_report_rule_id(const ogp_report *report, size_t index, size_t *kept, size_t *omitted);
const ogp_rulebook *ogpi_report_rulebook(const ogp_report *report);

#endif
