/* SPDX-License-Identifier: MIT */
/* One country over the years: the trend, and years that bring an Eligibility Review. */
#include "base/error.h"
#include "rules/eligibility.h"

#include <stdio.h>

typedef struct year_spelling { char text[16]; } year_spelling;

static const char *spell(year_spelling *s, int32_t value)
{
    snprintf(s->text, sizeof s->text, "%d", (int)value);
    return s->text;
}

static void sort_by_year(const ogp_eligibility **years, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const ogp_eligibility *one = years[i];
        size_t k = i;
        for (; k > 0 && ogp_eligibility_year(years[k - 1]) > ogp_eligibility_year(one); k--)
            years[k] = years[k - 1];
        years[k] = one;
    }
}

static bool failing(const ogp_eligibility *e)
{
    return ogp_eligibility_core(e) == OGP_VERDICT_FAIL;
}

/* The first year of the run of consecutive failing years that ends at `last`, when it is long enough. */
static bool run_before(const ogp_eligibility *const *years, size_t last, int32_t length, size_t *first)
{
    size_t i = last;
    while (i > 0 && failing(years[i]) && failing(years[i - 1]) &&
           ogp_eligibility_year(years[i]) - ogp_eligibility_year(years[i - 1]) == 1)
        i--;
    *first = i;
    return failing(years[last]) && ogp_eligibility_year(years[last]) - ogp_eligibility_year(years[i]) + 1 >= length;
}

static void add_review(ogpi_report_builder *report, const ogp_eligibility *from, const ogp_eligibility *to)
{
    year_spelling first, last;
    const ogpi_arg args[] = {{"first", spell(&first, ogp_eligibility_year(from)), false},
                             {"second", spell(&last, ogp_eligibility_year(to)), false}};
    ogpi_report_add(report, &(ogpi_finding_spec){.rule = "ELI016", .edition = ogp_eligibility_edition(to),
                                                 .subject = ogp_eligibility_country(to), .args = args, .arg_count = 2,
                                                 .status = "unverified"});
}

void ogpi_eligibility_add_trend(ogpi_report_builder *report, const char *edition, const char *path, const char *subject,
                                const int32_t before[3], const int32_t after[3])
{
    year_spelling s[2];
    char old[40], new[40];
    snprintf(old, sizeof old, "%d/%d", (int)before[1], (int)before[2]);
    snprintf(new, sizeof new, "%d/%d", (int)after[1], (int)after[2]);
    const ogpi_arg args[] = {{"first", spell(&s[0], before[0]), false}, {"last", spell(&s[1], after[0]), false},
                             {"before", old, false}, {"after", new, false}};
    ogpi_report_add(report, &(ogpi_finding_spec){.rule = "ELI031", .edition = edition, .path = path, .subject = subject,
                                                 .args = args, .arg_count = 4});
}

static void add_trend(ogpi_report_builder *report, const ogp_eligibility *from, const ogp_eligibility *to)
{
    ogpi_eligibility_add_trend(
        report, ogp_eligibility_edition(to), "", ogp_eligibility_country(to),
        (const int32_t[]){ogp_eligibility_year(from), ogp_eligibility_points(from), ogp_eligibility_maximum(from)},
        (const int32_t[]){ogp_eligibility_year(to), ogp_eligibility_points(to), ogp_eligibility_maximum(to)});
}

static void look(ogpi_report_builder *report, const ogp_eligibility *const *years, size_t count, ogp_answer member,
                 int32_t length)
{
    const ogp_eligibility *last = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t first;
        if (member != OGP_NO && run_before(years, i, length, &first))
            add_review(report, years[i - (size_t)(length - 1)], years[i]);
        if (ogp_eligibility_points(years[i]) < 0)
            continue;
        if (last)
            add_trend(report, last, years[i]);
        last = years[i];
    }
}

int ogp_eligibility_trend(ogp_report **out, const ogp_eligibility *const *years, size_t count, ogp_answer member,
                          const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    ogpi_report_builder *builder = NULL;
    *out = NULL;
    for (size_t i = 0; i < count; i++)
        if (!years[i])
            return ogpi_error(error, OGP_ERROR_USAGE, "verdict %zu of the years is NULL", i);
    int rc = ogpi_report_begin(&builder, context, error);
    if (rc < 0)
        return rc;
    const ogp_eligibility **sorted = ogpi_calloc(allocator, count + 1, sizeof *sorted);
    if (!sorted) {
        ogpi_report_abandon(builder);
        return ogpi_error_memory(error);
    }
    if (count)
        memcpy(sorted, years, count * sizeof *sorted);
    sort_by_year(sorted, count);
    int32_t length = ogpi_rb_int(ogpi_rb_param(ogp_context_rulebook(context), "eligibility.review_years"), 2);
    look(builder, sorted, count, member, length < 1 ? 1 : length);
    ogpi_free(allocator, sorted);
    return ogpi_report_end(out, builder, error);
}
