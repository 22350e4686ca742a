/* SPDX-License-Identifier: MIT */
/** @file
 * Checking a plan against the rules: template, dates, numbering, counts, challenges, values, SMART, co-creation
 * and the IRM's codes.
 */
#ifndef OGP_CHECK_H
#define OGP_CHECK_H

#include <ogp/report.h>

OGP_BEGIN_DECLS

typedef struct ogp_plan ogp_plan;

/**
 * Checks a plan. The rules are those of the edition that the plan names, or else of the edition in force when it was
 * submitted or starts. What is wrong in the plan is a finding, never a failure, and does not stop the rest from being
 * checked. Findings are in the order of the document: first the plan, then its commitments.
 * @param[out] out owned by the caller; NULL on failure.
 * @param context NULL for the defaults.
 * @return 0, OGP_ERROR_MEMORY, or OGP_ERROR_USAGE for a NULL plan. Safe from many threads. @since 0.1
 */
OGP_API OGP_NODISCARD int ogp_plan_check(ogp_report **out, const ogp_plan *plan, const ogp_context *context,
                                         ogp_error *error);

OGP_END_DECLS

#endif
