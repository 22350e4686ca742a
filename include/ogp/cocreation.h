/* SPDX-License-Identifier: MIT */
/** @file
 * How a plan was co-created. It belongs to its plan and lives as long as it. Getters accept NULL; strings are never
 * NULL ("" where nothing is stated), dates are NULL where none is stated and past the end of a list.
 */
#ifndef OGP_COCREATION_H
#define OGP_COCREATION_H

#include <ogp/date.h>
#include <ogp/localized.h>

OGP_BEGIN_DECLS

typedef struct ogp_cocreation ogp_cocreation;
/** One event to make the process known. @since 0.1 */
typedef struct ogp_outreach ogp_outreach;

/** The standards that were followed: "2012", "2017" or "2022". @since 0.1 */
OGP_API const char *ogp_cocreation_standards(const ogp_cocreation *cocreation);
/** Where the basic rules of the forum are published. @since 0.1 */
OGP_API const char *ogp_cocreation_rules_url(const ogp_cocreation *cocreation);
/** The public website for participation. @since 0.1 */
OGP_API const char *ogp_cocreation_website_url(const ogp_cocreation *cocreation);
/** The public repository. @since 0.1 */
OGP_API const char *ogp_cocreation_repository_url(const ogp_cocreation *cocreation);
/** Where it is published how contributions were considered. @since 0.1 */
OGP_API const char *ogp_cocreation_feedback_url(const ogp_cocreation *cocreation);

/** When plan development began. The _text form of a date is its spelling in the document. @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_started(const ogp_cocreation *cocreation);
/** @since 0.1 */
OGP_API const char *ogp_cocreation_started_text(const ogp_cocreation *cocreation);
/** When the timeline and the ways to take part were published. @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_timeline_published(const ogp_cocreation *cocreation);
/** @since 0.1 */
OGP_API const char *ogp_cocreation_timeline_published_text(const ogp_cocreation *cocreation);
/** When contributions could be made, and how. @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_inputs_from(const ogp_cocreation *cocreation);
/** @since 0.1 */
OGP_API const char *ogp_cocreation_inputs_from_text(const ogp_cocreation *cocreation);
/** @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_inputs_to(const ogp_cocreation *cocreation);
/** @since 0.1 */
OGP_API const char *ogp_cocreation_inputs_to_text(const ogp_cocreation *cocreation);
/** The mechanism that gathered them, in a language (NULL: the plan's own). @since 0.1 */
OGP_API const char *ogp_cocreation_inputs_mechanism(const ogp_cocreation *cocreation, const char *language);
/** When the feedback was published. @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_feedback_published(const ogp_cocreation *cocreation);
/** @since 0.1 */
OGP_API const char *ogp_cocreation_feedback_published_text(const ogp_cocreation *cocreation);

/** Meetings of the forum. @since 0.1 */
OGP_API size_t ogp_cocreation_meeting_count(const ogp_cocreation *cocreation);
/** @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_meeting_at(const ogp_cocreation *cocreation, size_t index);
/** Updates of the repository. @since 0.1 */
OGP_API size_t ogp_cocreation_update_count(const ogp_cocreation *cocreation);
/** @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_update_at(const ogp_cocreation *cocreation, size_t index);
/** Meetings with civil society during implementation. @since 0.1 */
OGP_API size_t ogp_cocreation_implementation_meeting_count(const ogp_cocreation *cocreation);
/** @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_implementation_meeting_at(const ogp_cocreation *cocreation, size_t index);

/** @since 0.1 */
OGP_API size_t ogp_cocreation_outreach_count(const ogp_cocreation *cocreation);
/** NULL past the end. @since 0.1 */
OGP_API const ogp_outreach *ogp_cocreation_outreach_at(const ogp_cocreation *cocreation, size_t index);
/** @since 0.1 */
OGP_API const ogp_edtf *ogp_outreach_date(const ogp_outreach *outreach);
/** @since 0.1 */
OGP_API const char *ogp_outreach_date_text(const ogp_outreach *outreach);
/** @since 0.1 */
OGP_API const char *ogp_outreach_audience(const ogp_outreach *outreach, const char *language);

/** The level of participation in development on IAP2's scale, such as "involve". @since 0.1 */
OGP_API const char *ogp_cocreation_iap2_development(const ogp_cocreation *cocreation);
/** The same in implementation. @since 0.1 */
OGP_API const char *ogp_cocreation_iap2_implementation(const ogp_cocreation *cocreation);

OGP_END_DECLS

#endif
