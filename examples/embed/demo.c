/* SPDX-License-Identifier: MIT */
/* The same program for every way of linking libogp: it reads a date and says which library answered. */
#include <ogp/ogp.h>
#include <stdio.h>
#include <string.h>

#if OGP_VERSION_NUMBER < 100
#error "libogp 0.1 or later is needed"
#endif

int main(int argc, char **argv)
{
    const char *text = argc > 1 ? argv[1] : "2023-36";
    ogp_error error = OGP_ERROR_INIT;
    ogp_edtf date;

    if (ogp_edtf_parse(&date, text, strlen(text), &error) < 0) {
        fprintf(stderr, "%s [%s]\n", error.message, ogp_code_name(error.code));
        return 2;
    }
    printf("libogp %s: %d days\n", ogp_version(), ogp_edtf_last_day(&date) - ogp_edtf_first_day(&date) + 1);
    return ogp_version_number() < OGP_VERSION_NUMBER;
}
