/* SPDX-License-Identifier: MIT */
/* The IRM's words in tables and messages. */
#include "rules/irm.h"

const char *ogp_missing_word(int value)
{
    switch (value) {
    case OGP_MISSING_NR:
        return "NR";
    case OGP_MISSING_ND:
    case OGP_MISSING_ABSENT:
        return "ND";
    case OGP_MISSING_NA:
        return "NA";
    default:
        return "";
    }
}

const char *ogp_irm_method_of_year(int year, const ogp_context *context)
{
    return ogpi_rb_string(ogpi_rb_get(ogpi_irm_method_of_year(ogp_context_rulebook(context), year), "id"), "");
}
