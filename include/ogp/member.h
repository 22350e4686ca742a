/* SPDX-License-Identifier: MIT */
/** @file
 * Members of the partnership that the rulebook knows. A member that it does not know may still be one: the list is of
 * those seen in OGP's data, each with its source and its status.
 */
#ifndef OGP_MEMBER_H
#define OGP_MEMBER_H

#include <ogp/rulebook.h>

OGP_BEGIN_DECLS

/** One member. Strings belong to the rulebook, are never NULL, and are "" where nothing is known. @since 0.1 */
typedef struct ogp_member {
    size_t struct_size;
    const char *code;    /**< ISO 3166-1 alpha-3 ("JOR"), or OGP's own of a local member ("ESMD"). */
    const char *level;   /**< "national" or "local". */
    const char *country; /**< ISO 3166-1 alpha-3 of the country. */
    const char *prefix;  /**< What OGP's ids of its commitments begin with ("JO" in "JO0056"); not always ISO's code. */
    const char *region;  /**< OGP's region, as an id. */
    const char *source;  /**< Keys of the sources. */
    const char *status;  /**< "seen", "measured" or "unverified". */
    int founder;         /**< 1 for the eight founders of September 2011, else 0. */
} ogp_member;

#define OGP_MEMBER_INIT { sizeof(ogp_member), NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0 }

/**
 * How many members the rulebook knows.
 * @param rulebook NULL for the built-in one, here and in the functions below. @since 0.1
 */
OGP_API size_t ogp_member_count(const ogp_rulebook *rulebook);
/**
 * Describes the i-th member, in the order of their codes.
 * @param[in,out] out begun with OGP_MEMBER_INIT.
 * @return 1, or 0 past the end. @since 0.1
 */
OGP_API int ogp_member_at(ogp_member *out, const ogp_rulebook *rulebook, size_t index);
/**
 * Describes the member with that code.
 * @param[in,out] out begun with OGP_MEMBER_INIT.
 * @return 1, or 0 when the rulebook knows no such member. @since 0.1
 */
OGP_API int ogp_member_find(ogp_member *out, const ogp_rulebook *rulebook, const char *code);
/**
 * The name of a member in a language (NULL: English). Never NULL; "" for an unknown code. Owned by the rulebook.
 * @since 0.1
 */
OGP_API const char *ogp_member_name(const ogp_rulebook *rulebook, const char *code, const char *language);

OGP_END_DECLS

#endif
