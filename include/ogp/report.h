/* SPDX-License-Identifier: MIT */
/** @file
 * A report: the findings of a check. Immutable, reference-counted, read by any number of threads.
 */
#ifndef OGP_REPORT_H
#define OGP_REPORT_H

#include <ogp/context.h>

OGP_BEGIN_DECLS

typedef struct ogp_report ogp_report;
typedef struct ogp_finding ogp_finding;

/** Takes a reference. NULL is allowed. @return its argument. @since 0.1 */
OGP_API ogp_report *ogp_report_ref(ogp_report *report);
/** Drops a reference; the last one frees the report and its findings. NULL is allowed. @since 0.1 */
OGP_API void ogp_report_unref(ogp_report *report);
/** Findings kept (never more than the limits allow). @since 0.1 */
OGP_API size_t ogp_report_count(const ogp_report *report);
/** The i-th finding, owned by the report; NULL past the end. @since 0.1 */
OGP_API const ogp_finding *ogp_report_at(const ogp_report *report, size_t index);
/** How many findings of that severity there were, those left out included. @since 0.1 */
OGP_API size_t ogp_report_total(const ogp_report *report, ogp_severity severity);
/** How many findings of a rule were left out by the cap (NULL: of all rules). @since 0.1 */
OGP_API size_t ogp_report_omitted(const ogp_report *report, const char *rule_id);
/** The gravest severity found, OGP_SEVERITY_NONE for an empty report. @since 0.1 */
OGP_API ogp_severity ogp_report_worst(const ogp_report *report);

/** Id of the rule. @since 0.1 */
OGP_API const char *ogp_finding_rule(const ogp_finding *finding);
OGP_API ogp_severity ogp_finding_severity(const ogp_finding *finding);
/** JSON pointer to the place, "" for the whole document. @since 0.1 */
OGP_API const char *ogp_finding_path(const ogp_finding *finding);
/** UTF-8 byte offsets of the words meant within the text at `path`; 0, 0 where there are none. @since 0.1 */
OGP_API size_t ogp_finding_start(const ogp_finding *finding);
OGP_API size_t ogp_finding_end(const ogp_finding *finding);
/** The message in a language (NULL: English). Never NULL; owned by the report. @since 0.1 */
OGP_API const char *ogp_finding_message(const ogp_finding *finding, const char *language);
/** What would mend it, in a language. Never NULL. @since 0.1 */
OGP_API const char *ogp_finding_mend(const ogp_finding *finding, const char *language);
/** The edition of the rules that applied, "" where the rule has none. @since 0.1 */
OGP_API const char *ogp_finding_edition(const ogp_finding *finding);
OGP_API const char *ogp_finding_source(const ogp_finding *finding);
/** "seen", "measured" or "unverified". @since 0.1 */
OGP_API const char *ogp_finding_status(const ogp_finding *finding);
/** The number and name of what is spoken of ("1.2 Publish the register"), "" where there is none. @since 0.1 */
OGP_API const char *ogp_finding_subject(const ogp_finding *finding);

OGP_END_DECLS

#endif
