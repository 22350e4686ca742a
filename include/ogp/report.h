/* SPDX-License-Identifier: MIT */
/** @file
 * A report: the findings of a check. Immutable, reference-counted, read by any number of threads.
 */
#ifndef OGP_REPORT_H
#define OGP_REPORT_H

#include <ogp/context.h>

OGP_BEGIN_DECLS

/** The findings of one check. @since 0.1 */
typedef struct ogp_report ogp_report;
/** One finding: a rule, a place, and what is to be said. It lives as long as its report. @since 0.1 */
typedef struct ogp_finding ogp_finding;

/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_report *ogp_report_ref(ogp_report *report);
/** Drops a reference; the last one frees the report and its findings. NULL is allowed. @since 0.1 */
OGP_API void ogp_report_unref(ogp_report *report);
/** How many findings the report holds: never more than the limits allow. @since 0.1 */
OGP_API size_t ogp_report_count(const ogp_report *report);
/** The i-th finding, owned by the report; NULL past the end. @since 0.1 */
OGP_API const ogp_finding *ogp_report_at(const ogp_report *report, size_t index);
/** How many findings of that severity there were, including those that the limits left out. @since 0.1 */
OGP_API size_t ogp_report_total(const ogp_report *report, ogp_severity severity);
/** How many findings of a rule the limits left out. @param rule_id NULL: of all rules. @since 0.1 */
OGP_API size_t ogp_report_omitted(const ogp_report *report, const char *rule_id);
/** The gravest severity found; OGP_SEVERITY_NONE for an empty report. @since 0.1 */
OGP_API ogp_severity ogp_report_worst(const ogp_report *report);

/** The id of the rule, such as "DAT022". @since 0.1 */
OGP_API const char *ogp_finding_rule(const ogp_finding *finding);
/** How grave it is; OGP_SEVERITY_NONE for a NULL finding. @since 0.1 */
OGP_API ogp_severity ogp_finding_severity(const ogp_finding *finding);
/** JSON pointer to the place; "" for the whole document. @since 0.1 */
OGP_API const char *ogp_finding_path(const ogp_finding *finding);
/**
 * Where the words in question begin: a UTF-8 byte offset into the text at ogp_finding_path(). Start and end are both 0
 * where no words are singled out. @since 0.1
 */
OGP_API size_t ogp_finding_start(const ogp_finding *finding);
/** Where these words end, exclusive; see ogp_finding_start(). @since 0.1 */
OGP_API size_t ogp_finding_end(const ogp_finding *finding);
/**
 * What was found, in a language (NULL or unknown: English). Owned by the report. Should memory run out, the name of the
 * rule is returned instead. @since 0.1
 */
OGP_API const char *ogp_finding_message(const ogp_finding *finding, const char *language);
/** What would mend it, in a language; otherwise as ogp_finding_message(). @since 0.1 */
OGP_API const char *ogp_finding_mend(const ogp_finding *finding, const char *language);
/** The edition of the rules that was applied; "" where the rule has none. @since 0.1 */
OGP_API const char *ogp_finding_edition(const ogp_finding *finding);
/** Keys or addresses of the rule's sources, separated by blanks. @since 0.1 */
OGP_API const char *ogp_finding_source(const ogp_finding *finding);
/** How well the rule is known: "seen" in a source, "measured" on published data, or "unverified". @since 0.1 */
OGP_API const char *ogp_finding_status(const ogp_finding *finding);
/** The number and name of what the finding is about ("1.2 Publish the register"); "" where there is none. @since 0.1 */
OGP_API const char *ogp_finding_subject(const ogp_finding *finding);

OGP_END_DECLS

#endif
