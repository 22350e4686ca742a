/* SPDX-License-Identifier: MIT */
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
};

/* Languages whose word lists are built in, from the build: each is the feature "text-" and its tag. */
#ifndef OGP_TEXTS
#define OGP_TEXTS ""
#endif
static const char texts[] = " " OGP_TEXTS " ";

static int has_texts(const char *tag)
{
    size_t length = strcspn(tag, " ");
    for (const char *at = texts; length && !tag[length] && (at = strstr(at + 1, tag)) != NULL;)
        if (at[-1] == ' ' && at[length] == ' ')
            return 1;
    return 0;
}

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
    return name && strncmp(name, "text-", 5) == 0 && has_texts(name + 5);
}
