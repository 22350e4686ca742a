/* SPDX-License-Identifier: MIT */
/* From milestones to their commitment: helpers, not official. */
#include "rules/irm_observe.h"

enum { CODES = 8 }; /* of completion, 0 to 7 */

static int lowest(const size_t counts[CODES])
{
    for (int code = 0; code < CODES; code++)
        if (counts[code])
            return code;
    return OGP_MISSING_ND;
}

static int majority(const size_t counts[CODES], size_t total)
{
    for (int code = 0; code < CODES; code++)
        if (counts[code] * 2 > total)
            return code;
    return OGP_MISSING_ND;
}

int ogp_irm_milestones(const char *const *completions, size_t count, ogp_milestone_rule rule, size_t *left_out,
                       const ogp_context *context)
{
    size_t counts[CODES] = {0}, total = 0;
    ogpi_irm *irm;

    if ((count && !completions) || ogpi_irm_open(&irm, context, NULL) < 0)
        return OGP_MISSING_UNKNOWN;
    int slot = ogpi_irm_column_index(irm, "completion_end");
    const ogpi_irm_scale *scale = slot < 0 ? NULL : irm->columns[slot].scale;
    int first = scale ? ogpi_irm_level_by_id(scale, ogpi_rb_string(ogpi_rb_get(scale->rb, "first_ordered"), "")) : -1;
    for (size_t i = 0; i < count && first >= 0; i++) {
        int code = completions[i] ? ogpi_irm_word(irm, (size_t)slot, completions[i]) : OGP_MISSING_BLANK;
        if (code < scale->levels[first].code || code >= CODES)
            continue;
        counts[code]++;
        total++;
    }
    ogpi_irm_close(irm);
    if (left_out)
        *left_out = count - total;
    return rule == OGP_MILESTONES_MAJORITY ? majority(counts, total) : lowest(counts);
}
