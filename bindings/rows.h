/* SPDX-License-Identifier: MIT */
/* Plain data for scripts: what libogp gives out, as JSON values that each language turns into its own lists and
   tables. All return NULL after filling in the error; the caller owns what they return. */
#ifndef OGPB_ROWS_H
#define OGPB_ROWS_H

#include <jansson.h>
#include <ogp/ogp.h>

json_t *ogpb_commitment_challenges(const ogp_commitment *commitment);
json_t *ogpb_commitment_policy_areas(const ogp_commitment *commitment);
json_t *ogpb_assessment_values(const ogp_assessment *assessment);
const char *ogpb_commitment_text(const ogp_commitment *commitment, const char *field, const char *language,
                                 ogp_error *error);

/* A report in a format by name; freed with ogp_free(). name and source may be NULL. */
char *ogpb_report_write(const ogp_report *report, const char *format, const char *language, const char *name,
                        const char *source, ogp_error *error);

/* Whole documents. */
json_t *ogpb_plan_table(const ogp_plan *plan, ogp_error *error);
json_t *ogpb_commitment_table(const ogp_plan *plan, const ogp_commitment *commitment, ogp_error *error);
ogp_plan *ogpb_plan_from_table(const json_t *table, const ogp_context *context, ogp_error *error);

/* {id, family, name, status, source, message, mend, severity, editions} of one rule, or of all. */
json_t *ogpb_rule(const ogp_rulebook *rulebook, const char *id, const char *language, ogp_error *error);
json_t *ogpb_rules(const ogp_rulebook *rulebook, const char *language, ogp_error *error);

/* {type, start, end, text, norm}: byte offsets from 0, end exclusive. */
json_t *ogpb_facts(const char *text, size_t length, const char *language, const ogp_context *context, ogp_error *error);
/* A row a commitment: {id, plan, number, specific, ..., score, reasons, evidence}. */
json_t *ogpb_smart(const ogp_plan *plan, const ogp_context *context, ogp_error *error);

/* {id, kind, date, name, who, rule, ...} of each date, from {edition =, submitted =, start =, years =, ...}. */
json_t *ogpb_calendar(const json_t *options, const ogp_context *context, ogp_error *error);
/* The verdict on {country, year, budget_proposal, ...}, with metrics, needs, losses and findings. */
json_t *ogpb_eligibility(const json_t *record, const ogp_context *context, ogp_error *error);
/* {rows: verdicts, findings} of a table of country-years. */
json_t *ogpb_eligibility_table(const char *text, size_t length, const ogp_context *context, ogp_error *error);
/* [first, last] day of a date in EDTF, null where it is open or unknown. */
json_t *ogpb_period(const char *text, size_t length, ogp_error *error);
/* {figure: {value, why, ...}} of one assessment, from {method =, completion_end_of_term = ...}. */
json_t *ogpb_assess(const json_t *variables, const ogp_context *context, ogp_error *error);

/* The completion of a commitment from the words of its milestones; rule: an ogp_milestone_rule. */
int ogpb_milestones(const json_t *completions, int rule, const ogp_context *context);

/* Each requirement met or not, and whether the plan was contrary to process. today: "2022-08-31" or NULL. */
json_t *ogpb_cocreation(const ogp_plan *plan, const char *today, const ogp_context *context, ogp_error *error);

/* Where a country stands on the way in (ogp-join/1), and a member's status (ogp-member/1), from JSON. */
json_t *ogpb_joining(const char *text, size_t length, const char *today, const ogp_context *context, ogp_error *error);
json_t *ogpb_status(const char *text, size_t length, const char *today, const ogp_context *context, ogp_error *error);
/* {code, name, level, country, prefix, region, founder, source, status} of each member that the rulebook knows. */
json_t *ogpb_members(const ogp_rulebook *rulebook, const char *language, ogp_error *error);
/* Records of one country in several years: {years, findings}, on the trend. member: an ogp_answer. */
json_t *ogpb_trend(const json_t *records, int member, const ogp_context *context, ogp_error *error);

/* Rows of a dataset: {column: number or text; figures and codes that are missing are their word, "NR"}. */
json_t *ogpb_dataset_row(const ogp_dataset *dataset, size_t row, ogp_error *error);
/* The keys and figures of each row. */
json_t *ogpb_dataset_irm(const ogp_dataset *dataset, ogp_error *error);
json_t *ogpb_dataset_columns(const ogp_dataset *dataset);
/* A row a group: its keys, {ones, of} of each share, medians. */
json_t *ogpb_summary_rows(const ogp_summary *summary, ogp_error *error);
json_t *ogpb_dataset_summary(const ogp_dataset *dataset, const char *by, ogp_error *error);

#endif
