/* SPDX-License-Identifier: MIT */
/* The IRM's words in tables and messages. */
#include "rules/irm.h"

#include <stdio.h>

void ogpi_irm_list_ids(char *out, size_t size, ogpi_rb list, const char *member)
{
    size_t used = 0;

    *out = '\0';
    for (size_t i = 0; i < ogpi_rb_count(list) && used < size; i++) {
        const char *id = member ? ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(list, i), member), "") : ogpi_rb_key(list, i);
        used += (size_t)snprintf(out + used, size - used, "%s%s", used ? ", " : "", id);
    }
}

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
