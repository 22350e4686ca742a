/* SPDX-License-Identifier: MIT */
/* Points, core criteria, Values Check, and both together. */
#include "rules/eligibility.h"

static bool unverified(const char *status)
{
    return strcmp(status, "unverified") == 0;
}

/* Points of a metric; -1 when a cell of it is blank. */
static void score_metric(ogpi_eligibility_verdict *v, const ogpi_eligibility_rules *r, const ogpi_country_year *c,
                         size_t m, bool *rests_on_unverified)
{
    const ogpi_metric_rules *metric = &r->metrics[m];
    int32_t points = 0, known = 0, blank = 0;
    *rests_on_unverified = unverified(v->edition->metric_status[m]);
    for (size_t i = 0; i < r->cell_count; i++) {
        int32_t level = c->cells[i].level;
        if (!(metric->cells & 1u << i))
            continue;
        known += level >= 0;
        blank += level < 0;
        points += level >= 0 ? r->cells[i].levels[level].points : 0;
        *rests_on_unverified |= level >= 0 && (unverified(r->cells[i].levels[level].status) || c->cells[i].unverified);
    }
    if (known && blank)
        v->half_known |= 1u << m;
    *rests_on_unverified |= known && blank;
    v->points[m] = known && (!blank || metric->score_known) ? points : -1;
}

static void judge_core(ogpi_eligibility_verdict *v, const ogpi_eligibility_rules *r, const ogpi_country_year *c)
{
    int32_t sure = 0, unsure = 0;
    for (size_t m = 0; m < r->metric_count; m++) {
        bool shaky;
        score_metric(v, r, c, m, &shaky);
        if (v->points[m] < 0)
            continue;
        v->measured++;
        v->total += v->points[m];
        sure += shaky ? 0 : v->points[m];
        unsure += shaky;
    }
    int32_t n = r->numerator, d = r->denominator;
    v->maximum = v->measured * r->metric_points;
    v->needed = (n * v->maximum + d - 1) / d;
    if (v->measured < r->min_metrics) {
        v->core = OGP_VERDICT_NOT_ENOUGH_DATA;
        v->core_unverified = unverified(v->edition->min_status);
        return;
    }
    v->core = d * v->total >= n * v->maximum ? OGP_VERDICT_PASS : OGP_VERDICT_FAIL;
    /* The verdict rests on what is unverified only if other points there could turn it. */
    bool passes_anyway = d * sure >= n * v->maximum;
    bool fails_anyway = d * (sure + unsure * r->metric_points) < n * v->maximum;
    v->core_unverified = (!passes_anyway && !fails_anyway) || v->half_known;
}

static ogp_verdict values_of(const ogpi_eligibility_rules *r, const ogpi_country_year *c)
{
    int32_t passing = 0, failing = 0, blank = 0;
    for (size_t i = 0; i < r->cell_count; i++) {
        if (!(r->values_cells & 1u << i))
            continue;
        int32_t level = c->cells[i].level;
        passing += level > 0;
        failing += level == 0;
        blank += level < 0;
    }
    if (r->values_all ? failing > 0 : !passing && failing && (!blank || r->known_fails))
        return OGP_VERDICT_FAIL;
    if (r->values_all ? passing && !blank : passing > 0)
        return OGP_VERDICT_PASS;
    return OGP_VERDICT_NOT_ENOUGH_DATA;
}

static void judge_values(ogpi_eligibility_verdict *v, const ogpi_eligibility_rules *r, const ogpi_country_year *c)
{
    bool before = c->year < r->values_from;
    v->values_check = before || c->member == OGP_YES ? OGP_VERDICT_NOT_REQUIRED : values_of(r, c);
    v->values_unverified = c->member != OGP_YES && c->year >= r->values_uncertain;
}

static ogp_answer answer(ogp_verdict verdict)
{
    if (verdict == OGP_VERDICT_NOT_ENOUGH_DATA)
        return OGP_UNKNOWN;
    return verdict == OGP_VERDICT_FAIL ? OGP_NO : OGP_YES;
}

static void judge_both(ogpi_eligibility_verdict *v, const ogpi_country_year *c)
{
    ogp_answer core = answer(v->core), values = answer(v->values_check);
    if (c->member == OGP_UNKNOWN && values == OGP_NO)
        values = OGP_UNKNOWN; /* a member would be eligible all the same */
    if (c->un_member == OGP_NO) {
        v->eligible = OGP_NO;
        return;
    }
    v->eligible = core == OGP_NO || values == OGP_NO     ? OGP_NO
                  : core == OGP_YES && values == OGP_YES ? OGP_YES
                                                         : OGP_UNKNOWN;
    bool surely_no = core == OGP_NO && !v->core_unverified;
    v->eligible_unverified = !surely_no && (v->core_unverified || v->values_unverified);
}

void ogpi_eligibility_evaluate(ogpi_eligibility_verdict *out, const ogpi_eligibility_rules *rules,
                               const ogpi_country_year *c)
{
    memset(out, 0, sizeof *out);
    out->edition = ogpi_eligibility_edition_of(rules, c->year);
    judge_core(out, rules, c);
    judge_values(out, rules, c);
    judge_both(out, c);
}
