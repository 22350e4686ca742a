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

/** What a plan states of its co-creation. @since 0.1 */
typedef struct ogp_cocreation ogp_cocreation;
/** One event or measure to make the process known. @since 0.1 */
typedef struct ogp_outreach ogp_outreach;

/** The co-creation standards that were followed: "2012", "2017" or "2022". @since 0.1 */
OGP_API const char *ogp_cocreation_standards(const ogp_cocreation *cocreation);
/** The address where the basic rules of the forum are published. @since 0.1 */
OGP_API const char *ogp_cocreation_rules_url(const ogp_cocreation *cocreation);
/** The address of the public website for participation. @since 0.1 */
OGP_API const char *ogp_cocreation_website_url(const ogp_cocreation *cocreation);
/** The address of the public repository. @since 0.1 */
OGP_API const char *ogp_cocreation_repository_url(const ogp_cocreation *cocreation);
/** The address where the government says how it considered the contributions. @since 0.1 */
OGP_API const char *ogp_cocreation_feedback_url(const ogp_cocreation *cocreation);

/** When the development of the plan began; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_started(const ogp_cocreation *cocreation);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_cocreation_started_text(const ogp_cocreation *cocreation);
/** When the timeline and the ways to take part were published; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_timeline_published(const ogp_cocreation *cocreation);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_cocreation_timeline_published_text(const ogp_cocreation *cocreation);
/** The first day on which contributions could be made; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_inputs_from(const ogp_cocreation *cocreation);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_cocreation_inputs_from_text(const ogp_cocreation *cocreation);
/** The last day on which contributions could be made; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_inputs_to(const ogp_cocreation *cocreation);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_cocreation_inputs_to_text(const ogp_cocreation *cocreation);
/** How contributions were gathered, in a language (NULL: the plan's own). @since 0.1 */
OGP_API const char *ogp_cocreation_inputs_mechanism(const ogp_cocreation *cocreation, const char *language);
/** When the feedback on contributions was published; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_feedback_published(const ogp_cocreation *cocreation);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_cocreation_feedback_published_text(const ogp_cocreation *cocreation);

/** How many meetings of the forum are stated. @since 0.1 */
OGP_API size_t ogp_cocreation_meeting_count(const ogp_cocreation *cocreation);
/** When the i-th meeting of the forum was held; NULL where that entry is no date and past the end. @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_meeting_at(const ogp_cocreation *cocreation, size_t index);
/** How many updates of the repository are stated. @since 0.1 */
OGP_API size_t ogp_cocreation_update_count(const ogp_cocreation *cocreation);
/** When the repository was updated for the i-th time; NULL as for ogp_cocreation_meeting_at(). @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_update_at(const ogp_cocreation *cocreation, size_t index);
/** How many meetings with civil society during implementation are stated. @since 0.1 */
OGP_API size_t ogp_cocreation_implementation_meeting_count(const ogp_cocreation *cocreation);
/** When the i-th of these meetings was held; NULL as for ogp_cocreation_meeting_at(). @since 0.1 */
OGP_API const ogp_edtf *ogp_cocreation_implementation_meeting_at(const ogp_cocreation *cocreation, size_t index);

/** How many outreach events are stated. @since 0.1 */
OGP_API size_t ogp_cocreation_outreach_count(const ogp_cocreation *cocreation);
/** The i-th outreach event; NULL past the end. @since 0.1 */
OGP_API const ogp_outreach *ogp_cocreation_outreach_at(const ogp_cocreation *cocreation, size_t index);
/** When it took place; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_outreach_date(const ogp_outreach *outreach);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_outreach_date_text(const ogp_outreach *outreach);
/** Whom it addressed, in a language (NULL: the plan's own). @since 0.1 */
OGP_API const char *ogp_outreach_audience(const ogp_outreach *outreach, const char *language);

/**
 * The level of participation while the plan was developed, on the scale of IAP2: "inform", "consult", "involve",
 * "collaborate" or "empower". @since 0.1
 */
OGP_API const char *ogp_cocreation_iap2_development(const ogp_cocreation *cocreation);
/** The level of participation while the plan is implemented, on the same scale. @since 0.1 */
OGP_API const char *ogp_cocreation_iap2_implementation(const ogp_cocreation *cocreation);

OGP_END_DECLS

#endif
