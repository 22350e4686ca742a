/* SPDX-License-Identifier: MIT */
/** @file
 * An institution that leads or supports, and the person to be reached there. Both belong to their plan and live as long
 * as it. Getters accept NULL and never return a NULL string: "" where nothing is stated.
 */
#ifndef OGP_INSTITUTION_H
#define OGP_INSTITUTION_H

#include <ogp/date.h>
#include <ogp/localized.h>

OGP_BEGIN_DECLS

/** An institution. @since 0.1 */
typedef struct ogp_institution ogp_institution;
/** A person. @since 0.1 */
typedef struct ogp_contact ogp_contact;

/** The name in a language (NULL: the plan's own); see ogp_localized_in(). @since 0.1 */
OGP_API const char *ogp_institution_name(const ogp_institution *institution, const char *language);
/** The name in all its languages; NULL for a NULL institution. @since 0.1 */
OGP_API const ogp_localized *ogp_institution_name_localized(const ogp_institution *institution);
/** "government", "civil-society", "private-sector", "multilateral", "parliament" or "other", as stated. @since 0.1 */
OGP_API const char *ogp_institution_kind(const ogp_institution *institution);
/** The person to be reached there; NULL where nobody is stated. @since 0.1 */
OGP_API const ogp_contact *ogp_institution_contact(const ogp_institution *institution);

/** The person's name in a language (NULL: the plan's own). @since 0.1 */
OGP_API const char *ogp_contact_name(const ogp_contact *contact, const char *language);
/** The person's name in all its languages; NULL for a NULL contact. @since 0.1 */
OGP_API const ogp_localized *ogp_contact_name_localized(const ogp_contact *contact);
/** The person's post or department, in a language (NULL: the plan's own). @since 0.1 */
OGP_API const char *ogp_contact_post(const ogp_contact *contact, const char *language);
/** The person's post or department in all its languages; NULL for a NULL contact. @since 0.1 */
OGP_API const ogp_localized *ogp_contact_post_localized(const ogp_contact *contact);
/** The person's e-mail address. @since 0.1 */
OGP_API const char *ogp_contact_email(const ogp_contact *contact);
/** The person's telephone number. @since 0.1 */
OGP_API const char *ogp_contact_phone(const ogp_contact *contact);

OGP_END_DECLS

#endif
