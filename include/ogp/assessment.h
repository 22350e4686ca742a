/* SPDX-License-Identifier: MIT */
/** @file
 * What one report of the Independent Reporting Mechanism says of a commitment, as coded. It belongs to its plan and
 * lives as long as it. Getters accept NULL and never return a NULL string: "" where nothing is stated.
 */
#ifndef OGP_ASSESSMENT_H
#define OGP_ASSESSMENT_H

#include <ogp/date.h>

OGP_BEGIN_DECLS

typedef struct ogp_assessment ogp_assessment;

/** The kind of report: "progress", "end-of-term", "design", "results" ... @since 0.1 */
OGP_API const char *ogp_assessment_report(const ogp_assessment *assessment);
/** The generation of the method: "irm-2014", "irm-2021" ... @since 0.1 */
OGP_API const char *ogp_assessment_method(const ogp_assessment *assessment);
/** When the report came out; NULL where no date is stated. The other form is the spelling in the document. @since 0.1
 */
OGP_API const ogp_edtf *ogp_assessment_published(const ogp_assessment *assessment);
/** @since 0.1 */
OGP_API const char *ogp_assessment_published_text(const ogp_assessment *assessment);
/** @since 0.1 */
OGP_API const char *ogp_assessment_specificity(const ogp_assessment *assessment);
/** @since 0.1 */
OGP_API const char *ogp_assessment_verifiable(const ogp_assessment *assessment);
/** @since 0.1 */
OGP_API const char *ogp_assessment_relevance(const ogp_assessment *assessment);
/** The values that the commitment serves in the reviewer's judgement, as ids. @since 0.1 */
OGP_API size_t ogp_assessment_value_count(const ogp_assessment *assessment);
/** "" past the end. @since 0.1 */
OGP_API const char *ogp_assessment_value_at(const ogp_assessment *assessment, size_t index);
/** @since 0.1 */
OGP_API const char *ogp_assessment_potential_impact(const ogp_assessment *assessment);
/** @since 0.1 */
OGP_API const char *ogp_assessment_potential_for_results(const ogp_assessment *assessment);
/** @since 0.1 */
OGP_API const char *ogp_assessment_completion(const ogp_assessment *assessment);
/** @since 0.1 */
OGP_API const char *ogp_assessment_did_it_open_government(const ogp_assessment *assessment);
/** @since 0.1 */
OGP_API const char *ogp_assessment_early_results(const ogp_assessment *assessment);

OGP_END_DECLS

#endif
