/* SPDX-License-Identifier: MIT */
/** @file
 * A milestone of a commitment. It belongs to its plan and lives as long as it. Getters accept NULL and never
 * return a NULL string: "" where nothing is stated.
 */
#ifndef OGP_MILESTONE_H
#define OGP_MILESTONE_H

#include <ogp/institution.h>

OGP_BEGIN_DECLS

/** One milestone. @since 0.1 */
typedef struct ogp_milestone ogp_milestone;

/** Its number, such as "1.1". @since 0.1 */
OGP_API const char *ogp_milestone_number(const ogp_milestone *milestone);
/** The title in a language (NULL: the plan's own); see ogp_localized_in(). @since 0.1 */
OGP_API const char *ogp_milestone_title(const ogp_milestone *milestone, const char *language);
/** The title in all its languages; NULL for a NULL milestone. @since 0.1 */
OGP_API const ogp_localized *ogp_milestone_title_localized(const ogp_milestone *milestone);
/** What will be done, in a language (NULL: the plan's own). @since 0.1 */
OGP_API const char *ogp_milestone_description(const ogp_milestone *milestone, const char *language);
/** The description in all its languages; NULL for a NULL milestone. @since 0.1 */
OGP_API const ogp_localized *ogp_milestone_description_localized(const ogp_milestone *milestone);
/** The output by which it can be checked, in a language (NULL: the plan's own). @since 0.1 */
OGP_API const char *ogp_milestone_output(const ogp_milestone *milestone, const char *language);
/** The output in all its languages; NULL for a NULL milestone. @since 0.1 */
OGP_API const ogp_localized *ogp_milestone_output_localized(const ogp_milestone *milestone);
/** Its first day; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_milestone_start(const ogp_milestone *milestone);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_milestone_start_text(const ogp_milestone *milestone);
/** The day by which it is due; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_milestone_end(const ogp_milestone *milestone);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_milestone_end_text(const ogp_milestone *milestone);
/**
 * How far it has come, as stated: "not-started", "limited", "substantial", "complete", "withdrawn" or "unclear".
 * @since 0.1
 */
OGP_API const char *ogp_milestone_completion(const ogp_milestone *milestone);
/** The institution that leads it; NULL where none is stated. @since 0.1 */
OGP_API const ogp_institution *ogp_milestone_lead(const ogp_milestone *milestone);
/** How many institutions support it. @since 0.1 */
OGP_API size_t ogp_milestone_supporting_count(const ogp_milestone *milestone);
/** The i-th supporting institution; NULL past the end. @since 0.1 */
OGP_API const ogp_institution *ogp_milestone_supporting_at(const ogp_milestone *milestone, size_t index);

OGP_END_DECLS

#endif
