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

static ptrdiff_t position(ogpi_rb list, const char *id)
{
    for (size_t i = 0; i < ogpi_rb_count(list); i++)
        if (strcmp(ogpi_rb_string(ogpi_rb_get(ogpi_rb_at(list, i), "id"), ""), id) == 0)
            return (ptrdiff_t)i;
    return -1;
}

ogpi_rb ogpi_irm_break(const ogp_rulebook *book, const char *variable, const char *from, const char *to)
{
    ogpi_rb list = methods(book), breaks = ogpi_rb_get(ogpi_rb_get(ogpi_rb_root(book), "irm"), "breaks");
    ptrdiff_t a = position(list, from), b = position(list, to);

    for (size_t i = 0; a >= 0 && b >= 0 && i < ogpi_rb_count(breaks); i++) {
        ogpi_rb one = ogpi_rb_at(breaks, i);
        ptrdiff_t at = position(list, ogpi_rb_string(ogpi_rb_get(one, "to"), ""));
        bool speaks = strcmp(ogpi_rb_string(ogpi_rb_get(one, "left"), ""), variable) == 0 ||
                      strcmp(ogpi_rb_string(ogpi_rb_get(one, "right"), ""), variable) == 0 ||
                      strcmp(ogpi_rb_string(ogpi_rb_get(one, "variable"), ""), variable) == 0 ||
                      ogpi_rb_has(ogpi_rb_get(one, "figures"), variable);
        if (speaks && (a < at) != (b < at))
            return one;
    }
    return ogpi_rb_at(breaks, ogpi_rb_count(breaks));
}

int ogp_irm_comparable(const char *variable, const char *from_method, const char *to_method,
                       const ogp_context *context)
{
    return variable && from_method && to_method &&
           ogpi_rb_kind_of(ogpi_irm_break(ogp_context_rulebook(context), variable, from_method, to_method)) ==
               OGPI_RB_NONE;
}
