/* SPDX-License-Identifier: MIT */
/* Which method of the IRM holds for a plan. */
#include "rules/irm.h"

static ogpi_rb methods(const ogp_rulebook *book)
{
    return ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(book), "irm"), "methods");
}

ogpi_rb ogpi_irm_method_of_year(const ogp_rulebook *book, int year)
{
    ogpi_rb list = methods(book);

    for (size_t i = 0; i < ogpi_rb_count(list); i++) {
        ogpi_rb m = ogpi_rb_at(list, i);
        if (year >= ogpi_rb_int(ogpi_rb_get(m, "from"), 0) && year <= ogpi_rb_int(ogpi_rb_get(m, "to"), 0))
            return m;
    }
    return ogpi_rb_at(list, ogpi_rb_count(list));
}

ogpi_rb ogpi_irm_method(const ogp_rulebook *book, const char *id)
{
    ogpi_rb list = methods(book);

    for (size_t i = 0; i < ogpi_rb_count(list); i++)
        if (strcmp(ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(list, i), "id"), ""), id) == 0)
            return ogpi_rb_at(list, i);
    return ogpi_rb_at(list, ogpi_rb_count(list));
}
