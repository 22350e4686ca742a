/* SPDX-License-Identifier: MIT */
/** @file
 * Which libogp this is, at compile time and at run time.
 */
#ifndef OGP_VERSION_H
#define OGP_VERSION_H

#include <ogp/macros.h>

#define OGP_VERSION_MAJOR 0
#define OGP_VERSION_MINOR 1
#define OGP_VERSION_PATCH 0
#define OGP_VERSION_STRING "0.1.0"
#define OGP_VERSION_NUMBER (OGP_VERSION_MAJOR * 10000 + OGP_VERSION_MINOR * 100 + OGP_VERSION_PATCH)

OGP_BEGIN_DECLS

/** "0.1.0": the version of the library at run time. Static. @since 0.1 */
OGP_API const char *ogp_version(void);

/** The same as a number, to compare with OGP_VERSION_NUMBER. @since 0.1 */
OGP_API int ogp_version_number(void);

/**
 * Whether the library was built with a feature: "json", "csv", "xml", "xlsx", or facts of texts in a language:
 * "text-ar", "text-en", "text-es", "text-fr".
 * @return 1, or 0 when it was not and for any other name. @since 0.1
 */
OGP_API int ogp_has_feature(const char *name);

OGP_END_DECLS

#endif
