/* SPDX-License-Identifier: MIT */
#include "rules/irm.h"

int ogpi_irm_open(ogpi_irm **out, const ogp_context *context, ogp_error *error)
{
    if (ogp_context_rulebook(context) != ogp_rulebook_builtin())
        return ogpi_irm_load(out, context, error);
    *out = (ogpi_irm *)(uintptr_t)&ogpi_irm_builtin;
    return 0;
}
