/* SPDX-License-Identifier: MIT */
#include "base/texts.h"
#include <ogp/version.h>

#include <string.h>

/* Optional parts that this build has. */
static const char *const features[] = {
    "json",
    "csv",
#ifdef OGP_HAVE_XML
    "xml",
#endif
#ifdef OGP_HAVE_XLSX
    "xlsx",
#endif
    OGP_TEXTS
};

const char *ogp_version(void)
{
    return OGP_VERSION_STRING;
}

int ogp_version_number(void)
{
    return OGP_VERSION_NUMBER;
}

int ogp_has_feature(const char *name)
{
    for (size_t i = 0; name && i < sizeof features / sizeof *features; i++)
        if (strcmp(features[i], name) == 0)
            return 1;
    return 0;
}
