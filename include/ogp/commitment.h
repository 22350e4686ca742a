/* SPDX-License-Identifier: MIT */
/** @file
 * A commitment of an action plan. It belongs to its plan and lives as long as it. Getters accept NULL and never
 * return a NULL string: "" where nothing is stated.
 */
#ifndef OGP_COMMITMENT_H
#define OGP_COMMITMENT_H

#include <ogp/assessment.h>
#include <ogp/institution.h>
#include <ogp/milestone.h>

OGP_BEGIN_DECLS

/** One commitment. @since 0.1 */
typedef struct ogp_commitment ogp_commitment;

/** The texts of a commitment, in the order of the template. @since 0.1 */
typedef enum ogp_commitment_field {
    OGP_COMMITMENT_TITLE = 0,
    OGP_COMMITMENT_DESCRIPTION = 1,
    OGP_COMMITMENT_PROBLEM = 2,
    OGP_COMMITMENT_CAUSES = 3,
    OGP_COMMITMENT_BACKGROUND = 4,
    OGP_COMMITMENT_SOLUTION = 5,
    OGP_COMMITMENT_RESULTS = 6,
    OGP_COMMITMENT_OBJECTIVE = 7,
    OGP_COMMITMENT_AMBITION = 8,
    OGP_COMMITMENT_ADDITIONAL = 9,
    OGP_COMMITMENT_TRANSPARENCY = 10,  /**< Why it serves that value; likewise the next three. */
    OGP_COMMITMENT_PARTICIPATION = 11,
    OGP_COMMITMENT_ACCOUNTABILITY = 12,
    OGP_COMMITMENT_TECHNOLOGY = 13
} ogp_commitment_field;

/** How many fields there are: one more than the last ogp_commitment_field. */
#define OGP_COMMITMENT_FIELDS 14

/** OGP's id of the commitment, such as "JO0056". @since 0.1 */
OGP_API const char *ogp_commitment_id(const ogp_commitment *commitment);
/** Its number within the plan, such as "1" or "2.3". @since 0.1 */
OGP_API const char *ogp_commitment_number(const ogp_commitment *commitment);
/** The id of its plan, where the commitment itself states it, as those of a stream do; else "". @since 0.1 */
OGP_API const char *ogp_commitment_plan(const ogp_commitment *commitment);
/** The member whose plan it is, where the commitment itself states it; else "". @since 0.1 */
OGP_API const char *ogp_commitment_member(const ogp_commitment *commitment);
/** The language of its texts, where the commitment itself states it; else "". @since 0.1 */
OGP_API const char *ogp_commitment_language(const ogp_commitment *commitment);
/** "new" or "ongoing", as stated. @since 0.1 */
OGP_API const char *ogp_commitment_status(const ogp_commitment *commitment);

/** The title in a language (NULL: the plan's own); see ogp_localized_in(). @since 0.1 */
OGP_API const char *ogp_commitment_title(const ogp_commitment *commitment, const char *language);
/** One of its texts in a language (NULL: the plan's own); "" for an unknown field. @since 0.1 */
OGP_API const char *ogp_commitment_text(const ogp_commitment *commitment, ogp_commitment_field field,
                                        const char *language);
/** One of its texts in all its languages; NULL for a NULL commitment or an unknown field. @since 0.1 */
OGP_API const ogp_localized *ogp_commitment_localized(const ogp_commitment *commitment, ogp_commitment_field field);
/** The name that documents use for a field, such as "problem"; "" for an unknown field. Static. @since 0.1 */
OGP_API const char *ogp_commitment_field_name(ogp_commitment_field field);

/** How many grand challenges it answers. @since 0.1 */
OGP_API size_t ogp_commitment_challenge_count(const ogp_commitment *commitment);
/** The id of the i-th grand challenge, such as "public-services"; "" past the end. @since 0.1 */
OGP_API const char *ogp_commitment_challenge_at(const ogp_commitment *commitment, size_t index);
/** How many policy areas it has. @since 0.1 */
OGP_API size_t ogp_commitment_policy_area_count(const ogp_commitment *commitment);
/** The id of its i-th policy area, such as "open-data"; "" past the end. @since 0.1 */
OGP_API const char *ogp_commitment_policy_area_at(const ogp_commitment *commitment, size_t index);

/** Its first day; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_commitment_start(const ogp_commitment *commitment);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_commitment_start_text(const ogp_commitment *commitment);
/** Its last day; NULL where no date is stated. @since 0.1 */
OGP_API const ogp_edtf *ogp_commitment_end(const ogp_commitment *commitment);
/** The same date as the document spells it; "" where none is stated. @since 0.1 */
OGP_API const char *ogp_commitment_end_text(const ogp_commitment *commitment);

/** The institution that leads it; NULL where none is stated. @since 0.1 */
OGP_API const ogp_institution *ogp_commitment_lead(const ogp_commitment *commitment);
/** How many institutions support it. @since 0.1 */
OGP_API size_t ogp_commitment_supporting_count(const ogp_commitment *commitment);
/** The i-th supporting institution; NULL past the end. @since 0.1 */
OGP_API const ogp_institution *ogp_commitment_supporting_at(const ogp_commitment *commitment, size_t index);
/** How many milestones it has. @since 0.1 */
OGP_API size_t ogp_commitment_milestone_count(const ogp_commitment *commitment);
/** Its i-th milestone; NULL past the end. @since 0.1 */
OGP_API const ogp_milestone *ogp_commitment_milestone_at(const ogp_commitment *commitment, size_t index);
/** How many reports of the IRM say something of it. @since 0.1 */
OGP_API size_t ogp_commitment_assessment_count(const ogp_commitment *commitment);
/** The i-th of these assessments; NULL past the end. @since 0.1 */
OGP_API const ogp_assessment *ogp_commitment_assessment_at(const ogp_commitment *commitment, size_t index);

OGP_END_DECLS

#endif
