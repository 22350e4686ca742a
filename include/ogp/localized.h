/* SPDX-License-Identifier: MIT */
/** @file
 * A text in one or several languages, as a plan holds it. Getters such as ogp_commitment_title()
 * pick one language; this is the whole text. Owned by the plan it came from; read by any number of threads.
 */
#ifndef OGP_LOCALIZED_H
#define OGP_LOCALIZED_H

#include <ogp/macros.h>

OGP_BEGIN_DECLS

/** One text in all its languages. @since 0.1 */
typedef struct ogp_localized ogp_localized;

/**
 * The text in a language. Where that is missing: in a variant or the parent of that language ("fr" for "fr-CA"), else
 * in the plan's own language, else in the first language that there is.
 * @param text may be NULL.
 * @param language a tag such as "ar"; NULL for the plan's own.
 * @return never NULL; "" where nothing is stated. @since 0.1
 */
OGP_API const char *ogp_localized_in(const ogp_localized *text, const char *language);
/** In how many languages the text is given; 0 where it is not stated. @since 0.1 */
OGP_API size_t ogp_localized_count(const ogp_localized *text);
/** The language of the i-th text; "" for a text in the plan's own language and past the end. @since 0.1 */
OGP_API const char *ogp_localized_language_at(const ogp_localized *text, size_t index);
/** The i-th text; "" past the end. @since 0.1 */
OGP_API const char *ogp_localized_at(const ogp_localized *text, size_t index);

OGP_END_DECLS

#endif
