/* SPDX-License-Identifier: MIT */
/* How many commitments a plan has. */
#include "rules/check.h"
#include <stdio.h>

static void add_count(ogpi_check *check, const char *rule, size_t count, int32_t min, int32_t limit)
{
    char count_text[24], min_text[16], limit_text[16];
    if (!ogpi_check_holds(check, rule, check->calendar))
        return;
    snprintf(count_text, sizeof count_text, "%zu", count);
    snprintf(min_text, sizeof min_text, "%d", (int)min);
    snprintf(limit_text, sizeof limit_text, "%d", (int)limit);
    /* the range is OGP's own word for the years of cal-2014 only */
    const char *status = strcmp(check->calendar, "cal-2014") == 0 ? "seen" : NULL;
    ogpi_check_add(check, &(ogpi_finding_spec){.rule = rule,
                                               .edition = check->calendar,
                                               .path = "commitments",
                                               .status = status,
                                               OGPI_ARGS({"count", count_text, false}, {"min", min_text, false},
                                                         {"limit", limit_text, false})});
}

int ogpi_check_counts(ogpi_check *check, ogp_error *error)
{
    (void)error;
    size_t count = check->plan->commitments.count;
    int32_t few = check->prepared->few, recommended = check->prepared->recommended, cap = check->prepared->cap;
    if (count > 0 && ogpi_rb_has(ogpi_rb_path(check->book, "identifiers/counts/not_for"), check->edition))
        return 0;
    if (count == 0)
        ogpi_check_add(check, &(ogpi_finding_spec){.rule = "NUM042", .path = "commitments"});
    else if (count < (size_t)few)
        add_count(check, "NUM043", count, few, recommended);
    if (count > (size_t)recommended)
        add_count(check, "NUM040", count, few, recommended);
    if (count > (size_t)cap)
        add_count(check, "NUM041", count, few, cap);
    return 0;
}
