/* SPDX-License-Identifier: MIT */
/** @file
 * What one report of the Independent Reporting Mechanism says of a commitment, as coded. It belongs to its plan and
 * lives as long as it. Getters accept NULL and never return a NULL string: "" where nothing is stated. Codes are
 * returned as the plan states them; the words named below are those that the rulebook knows.
 */
#ifndef OGP_ASSESSMENT_H
#define OGP_ASSESSMENT_H

#include <ogp/date.h>

OGP_BEGIN_DECLS

/** One assessment of one commitment. @since 0.1 */
typedef struct ogp_assessment ogp_assessment;

/** The kind of report: "progress", "end-of-term", "design", "action-plan-review", "results" ... @since 0.1 */
OGP_API const char *ogp_assessment_report(const ogp_assessment *assessment);
/** The method that the report was coded by: "irm-2011" to "irm-2021". @since 0.1 */
OGP_API const char *ogp_assessment_method(const ogp_assessment *assessment);
/** When the report came out; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_assessment_published(const ogp_assessment *assessment);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_assessment_published_text(const ogp_assessment *assessment);
/** How specific the commitment is: "none", "low", "medium" or "high". @since 0.1 */
OGP_API const char *ogp_assessment_specificity(const ogp_assessment *assessment);
/** Whether it can be verified: "yes" or "no". @since 0.1 */
OGP_API const char *ogp_assessment_verifiable(const ogp_assessment *assessment);
/** Whether it is relevant to the values of open government: "yes" or "no". @since 0.1 */
OGP_API const char *ogp_assessment_relevance(const ogp_assessment *assessment);
/** How many values the commitment serves in the reviewer's judgement. @since 0.1 */
OGP_API size_t ogp_assessment_value_count(const ogp_assessment *assessment);
/** The id of the i-th of these values, such as "access-to-information"; "" past the end. @since 0.1 */
OGP_API const char *ogp_assessment_value_at(const ogp_assessment *assessment, size_t index);
/**
 * What it could change: "none", "minor", "moderate" or "transformative". Reports under older methods have it.
 * @since 0.1
 */
OGP_API const char *ogp_assessment_potential_impact(const ogp_assessment *assessment);
/**
 * What results it promises: "unclear", "modest" or "substantial". Newer methods code this instead of the potential
 * impact. @since 0.1
 */
OGP_API const char *ogp_assessment_potential_for_results(const ogp_assessment *assessment);
/** How far it has come: "withdrawn", "unclear", "not-started", "limited", "substantial" or "complete". @since 0.1 */
OGP_API const char *ogp_assessment_completion(const ogp_assessment *assessment);
/** Whether it opened government: "worsened", "did-not-change", "marginal", "major" or "outstanding". @since 0.1 */
OGP_API const char *ogp_assessment_did_it_open_government(const ogp_assessment *assessment);
/** What results it has had so far: "no-notable-results", "moderate" or "significant". @since 0.1 */
OGP_API const char *ogp_assessment_early_results(const ogp_assessment *assessment);

OGP_END_DECLS

#endif
