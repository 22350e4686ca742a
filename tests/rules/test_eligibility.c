/* SPDX-License-Identifier: MIT */
/* Eligibility: cases worked out by hand from the rules, and properties over every combination of cells. */
#include "test.h"

#include "rules/eligibility.h"

static ogp_eligibility_record record(int32_t year, int32_t budget, int32_t audit, const char *ati, const char *assets,
                                     double liberties, int32_t member)
{
    ogp_eligibility_record r = OGP_ELIGIBILITY_RECORD_INIT;
    r.country = "TUN";
    r.year = year;
    r.budget_proposal = budget;
    r.audit_report = audit;
    r.access_to_information = ati;
    r.asset_disclosure = assets;
    r.civil_liberties = liberties;
    r.member = member;
    return r;
}

static ogp_eligibility *judge(const ogp_eligibility_record *r)
{
    ogp_eligibility *e;
    ogp_error error = OGP_ERROR_INIT;
    if (ogp_eligibility_judge(&e, r, NULL, &error) < 0)
        fail_msg("%s", error.message);
    return e;
}

#define X OGP_UNKNOWN
#define N OGP_NOT_MEASURED

static void points_and_core(void **state)
{
    static const struct {
        int32_t year, budget, audit;
        const char *ati, *assets;
        double liberties;
        int32_t points[4], total, maximum;
        const char *share;
        ogp_verdict core;
        const char *status;
    } cases[] = {
        /* every level */
        {2015, 1, 1, "law", "public", 9.0, {4, 4, 4, 4}, 16, 16, "1", OGP_VERDICT_PASS, "seen"},
        {2015, 0, 0, "none", "none", 1.0, {0, 0, 0, 0}, 0, 16, "0", OGP_VERDICT_FAIL, "seen"},
        {2015, 1, 0, "constitution", "law", 6.0, {2, 3, 2, 3}, 10, 16, "0.625", OGP_VERDICT_FAIL, "seen"},
        {2015, 0, 1, "draft", "public", 3.0, {2, 1, 4, 2}, 9, 16, "0.5625", OGP_VERDICT_FAIL, "seen"},
        {2015,
         1,
         1,
         "constitution+draft",
         "public",
         5.0,
         {4, 3, 4, 2},
         13,
         16,
         "0.8125",
         OGP_VERDICT_PASS,
         "unverified"},
        /* cut points of civil liberties: on a cut the lower band holds */
        {2015, 1, 1, "law", "none", 7.5, {4, 4, 0, 3}, 11, 16, "0.6875", OGP_VERDICT_FAIL, "unverified"},
        {2015, 1, 1, "law", "none", 7.51, {4, 4, 0, 4}, 12, 16, "0.75", OGP_VERDICT_PASS, "unverified"},
        {2015, 1, 1, "law", "none", 5.0, {4, 4, 0, 2}, 10, 16, "0.625", OGP_VERDICT_FAIL, "unverified"},
        {2015, 1, 1, "law", "none", 5.88, {4, 4, 0, 3}, 11, 16, "0.6875", OGP_VERDICT_FAIL, "unverified"},
        {2015, 1, 1, "law", "none", 2.5, {4, 4, 0, 0}, 8, 16, "0.5", OGP_VERDICT_FAIL, "unverified"},
        {2015, 1, 1, "law", "none", 2.51, {4, 4, 0, 2}, 10, 16, "0.625", OGP_VERDICT_FAIL, "unverified"},
        {2015, 1, 1, "law", "none", 0.0, {4, 4, 0, 0}, 8, 16, "0.5", OGP_VERDICT_FAIL, "unverified"},
        /* 75 % exactly, with and without the unverified metric deciding */
        {2015, 1, 1, "law", "public", 0.0, {4, 4, 4, 0}, 12, 16, "0.75", OGP_VERDICT_PASS, "seen"},
        {2015, 1, 0, "constitution", "public", 5.5, {2, 3, 4, 3}, 12, 16, "0.75", OGP_VERDICT_PASS, "unverified"},
        {2015, 0, 0, "constitution", "public", 9.0, {0, 3, 4, 4}, 11, 16, "0.6875", OGP_VERDICT_FAIL, "seen"},
        /* one metric missing: 9 of 12 */
        {2015, X, X, "law", "law", 5.5, {-1, 4, 2, 3}, 9, 12, "0.75", OGP_VERDICT_PASS, "unverified"},
        {2015, X, X, "constitution", "law", 5.5, {-1, 3, 2, 3}, 8, 12, "0.6667", OGP_VERDICT_FAIL, "unverified"},
        {2015, 1, 1, NULL, "public", 5.0, {4, -1, 4, 2}, 10, 12, "0.8333", OGP_VERDICT_PASS, "unverified"},
        {2015, 1, 1, "law", NULL, 2.0, {4, 4, -1, 0}, 8, 12, "0.6667", OGP_VERDICT_FAIL, "unverified"},
        {2015, 1, 1, "law", "public", N, {4, 4, 4, -1}, 12, 12, "1", OGP_VERDICT_PASS, "seen"},
        /* fewer than three: neither pass nor fail */
        {2015, X, X, NULL, "public", 9.0, {-1, -1, 4, 4}, 8, 8, "1", OGP_VERDICT_NOT_ENOUGH_DATA, "unverified"},
        {2023, X, X, NULL, "public", 9.0, {-1, -1, 4, 4}, 8, 8, "1", OGP_VERDICT_NOT_ENOUGH_DATA, "seen"},
        {2023, X, X, "", "", N, {-1, -1, -1, -1}, -1, 0, "", OGP_VERDICT_NOT_ENOUGH_DATA, "seen"},
        /* one of the two budget documents */
        {2019, 1, X, "law", "public", 9.0, {-1, 4, 4, 4}, 12, 12, "1", OGP_VERDICT_PASS, "unverified"},
        /* before the 2014 update the points of asset disclosure are unverified */
        {2013, 1, 1, "law", "public", 0.0, {4, 4, 4, 0}, 12, 16, "0.75", OGP_VERDICT_PASS, "unverified"},
        {2014, 1, 1, "law", "public", 0.0, {4, 4, 4, 0}, 12, 16, "0.75", OGP_VERDICT_PASS, "seen"},
        {2012, 1, 1, "law", "law", 9.0, {4, 4, 2, 4}, 14, 16, "0.875", OGP_VERDICT_PASS, "unverified"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_eligibility_record r = record(cases[i].year, cases[i].budget, cases[i].audit, cases[i].ati, cases[i].assets,
                                          cases[i].liberties, OGP_YES);
        ogp_eligibility *e = judge(&r);
        for (size_t m = 0; m < 4; m++)
            if (ogp_eligibility_metric_at(e, m)->points != cases[i].points[m])
                fail_msg("case %zu: metric %zu has %d points, expected %d", i, m,
                         ogp_eligibility_metric_at(e, m)->points, cases[i].points[m]);
        if (ogp_eligibility_points(e) != cases[i].total || ogp_eligibility_maximum(e) != cases[i].maximum ||
            ogp_eligibility_core(e) != cases[i].core || strcmp(ogp_eligibility_share(e), cases[i].share) ||
            strcmp(ogp_eligibility_core_status(e), cases[i].status))
            fail_msg("case %zu: %d of %d, %s, %s, %s", i, ogp_eligibility_points(e), ogp_eligibility_maximum(e),
                     ogp_eligibility_share(e), ogp_verdict_name(ogp_eligibility_core(e)),
                     ogp_eligibility_core_status(e));
        ogp_eligibility_unref(e);
    }
}

static void editions_by_year(void **state)
{
    static const struct {
        int32_t year;
        const char *edition;
    } cases[] = {{2011, "eligibility-2011"}, {2013, "eligibility-2011"}, {2014, "eligibility-2014"},
                 {2017, "eligibility-2014"}, {2018, "eligibility-2018"}, {2022, "eligibility-2018"},
                 {2023, "eligibility-2023"}, {2030, "eligibility-2023"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_eligibility_record r = record(cases[i].year, 1, 1, "law", "public", 9, 1);
        ogp_eligibility *e = judge(&r);
        assert_string_equal(ogp_eligibility_edition(e), cases[i].edition);
        ogp_eligibility_unref(e);
    }
}

static void values_check_and_verdict(void **state)
{
    static const struct {
        int32_t year, member, un_member;
        const char *ati;
        double entry, repression;
        ogp_verdict values;
        ogp_answer eligible;
        const char *status;
    } cases[] = {
        {2017, 0, X, "law", N, N, OGP_VERDICT_NOT_REQUIRED, OGP_YES, "unverified"},
        {2016, 0, X, "law", N, N, OGP_VERDICT_NOT_REQUIRED, OGP_YES, "seen"},
        {2018, 1, X, "law", 0, 0, OGP_VERDICT_NOT_REQUIRED, OGP_YES, "seen"},
        {2018, 0, X, "law", 3, 0, OGP_VERDICT_PASS, OGP_YES, "unverified"},
        {2018, 0, X, "law", 0, 4, OGP_VERDICT_PASS, OGP_YES, "unverified"},
        {2018, 0, X, "law", 2, 2, OGP_VERDICT_FAIL, OGP_NO, "unverified"},
        {2018, 0, X, "law", N, 3, OGP_VERDICT_PASS, OGP_YES, "unverified"},
        {2018, 0, X, "law", 2, N, OGP_VERDICT_NOT_ENOUGH_DATA, OGP_UNKNOWN, "unverified"},
        {2018, 0, X, "law", N, N, OGP_VERDICT_NOT_ENOUGH_DATA, OGP_UNKNOWN, "unverified"},
        {2018, 0, X, "none", N, N, OGP_VERDICT_NOT_ENOUGH_DATA, OGP_NO, "seen"},
        {2018, 0, X, "none", 4, 4, OGP_VERDICT_PASS, OGP_NO, "seen"},
        {2024, X, X, "law", 3, 1, OGP_VERDICT_PASS, OGP_YES, "unverified"},
        {2024, X, X, "law", 1, 1, OGP_VERDICT_FAIL, OGP_UNKNOWN, "unverified"},
        {2016, 0, 0, "law", N, N, OGP_VERDICT_NOT_REQUIRED, OGP_NO, "seen"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        /* 12 points with the law, 8 without: the unverified metric is 0 and turns nothing below 12 */
        ogp_eligibility_record r = record(cases[i].year, 1, 1, cases[i].ati, "public", 0, cases[i].member);
        if (strcmp(cases[i].ati, "none") == 0)
            r.asset_disclosure = "none";
        r.cso_entry_exit = cases[i].entry;
        r.cso_repression = cases[i].repression;
        r.un_member = cases[i].un_member;
        ogp_eligibility *e = judge(&r);
        if (ogp_eligibility_values_check(e) != cases[i].values || ogp_eligibility_eligible(e) != cases[i].eligible ||
            strcmp(ogp_eligibility_eligible_status(e), cases[i].status))
            fail_msg("case %zu: %s, %d, %s", i, ogp_verdict_name(ogp_eligibility_values_check(e)),
                     ogp_eligibility_eligible(e), ogp_eligibility_eligible_status(e));
        ogp_eligibility_unref(e);
    }
}

static void refuses_bad_values(void **state)
{
    static const struct {
        double liberties, entry;
        const char *ati, *rule;
    } cases[] = {{11, N, "law", "ELI022"},     {-0.1, N, "law", "ELI022"},  {5, 2.5, "law", "ELI023"},
                 {5, -1.2, "law", "ELI023"},   {5, 4.01, "law", "ELI023"},  {5, 5, "law", "ELI023"},
                 {5, N, "statute", "ELI020"},  {HUGE_VAL, N, "law", "ELI022"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_eligibility_record r = record(2020, 1, 1, cases[i].ati, "public", cases[i].liberties, 0);
        r.cso_entry_exit = cases[i].entry;
        ogp_eligibility *e = judge(&r);
        const ogp_finding *finding = find_rule(ogp_eligibility_report(e), cases[i].rule);
        assert_non_null(finding);
        assert_int_equal(ogp_finding_severity(finding), OGP_SEVERITY_ERROR);
        for (int k = 0; k < OGPI_LANGUAGES; k++)
            assert_null(strchr(ogp_finding_message(finding, ogpi_language_code(k)), '{'));
        ogp_eligibility_unref(e);
    }
    ogp_eligibility_record r = record(1850, 1, 1, "law", "public", 5, 0);
    ogp_eligibility *e;
    assert_int_equal(ogp_eligibility_judge(&e, &r, NULL, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_eligibility_judge(&e, NULL, NULL, NULL), OGP_ERROR_USAGE);
    assert_null(e);
}

/* Each set as "cell=value+cell=value". */
static void spell_needs(const ogp_eligibility *e, char *out, size_t size)
{
    out[0] = '\0';
    for (size_t i = 0; i < ogp_eligibility_need_count(e); i++) {
        size_t count;
        const ogp_change *const *changes = ogp_eligibility_need_at(e, i, &count);
        for (size_t k = 0; k < count; k++)
            snprintf(out + strlen(out), size - strlen(out), "%s%s%s%s", k ? " & " : i ? " | " : "", changes[k]->cell,
                     strchr("<>", *changes[k]->to) ? "" : "=", changes[k]->to);
    }
}

static void needs_by_hand(void **state)
{
    static const struct {
        int32_t budget, audit;
        const char *ati, *assets;
        double liberties;
        int32_t member;
        double entry, repression;
        const char *needs;
    } cases[] = {
        {1, 1, "law", "public", 9, 1, N, N, ""},
        /* 11 of 16: one point is wanted */
        {1, 0, "constitution", "law", 8, 1, N, N,
         "access_to_information=law | audit_report=1 | asset_disclosure=public"},
        /* 8 of 16: four are wanted */
        {1, 1, "none", "none", 8, 1, N, N,
         "access_to_information=law | asset_disclosure=public | access_to_information=constitution & "
         "asset_disclosure=law"},
        /* two are wanted: once the law is there, opening it to the public is not */
        {1, 1, "constitution", "none", 6, 1, N, N, "asset_disclosure=law"},
        {1, 1, "draft", "none", 6, 1, N, N,
         "access_to_information=constitution+draft & asset_disclosure=law | asset_disclosure=public | "
         "access_to_information=law & asset_disclosure=law"},
        /* a non-member whose core criteria pass: only a judgement from outside is left */
        {1, 1, "law", "public", 9, 0, 2, 1, "cso_entry_exit>=3 | cso_repression>=3"},
        /* both */
        {1, 1, "none", "public", 6, 0, 2, 4, "access_to_information=constitution | access_to_information=law"},
        {1, 1, "none", "public", 6, 0, 2, 1,
         "access_to_information=constitution & cso_entry_exit>=3 | access_to_information=constitution & "
         "cso_repression>=3 | "
         "access_to_information=law & cso_entry_exit>=3 | access_to_information=law & cso_repression>=3"},
        /* 8 of 12 with nothing left to do: civil liberties are named, no further than they must rise */
        {X, X, "law", "public", 2, 1, N, N, "civil_liberties>2.5"},
        /* not enough data: nothing is proposed */
        {X, X, NULL, "law", 2, 1, N, N, ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char needs[1024];
        ogp_eligibility_record r = record(2020, cases[i].budget, cases[i].audit, cases[i].ati, cases[i].assets,
                                          cases[i].liberties, cases[i].member);
        r.cso_entry_exit = cases[i].entry;
        r.cso_repression = cases[i].repression;
        ogp_eligibility *e = judge(&r);
        spell_needs(e, needs, sizeof needs);
        if (strcmp(needs, cases[i].needs))
            fail_msg("case %zu: %s, expected %s", i, needs, cases[i].needs);
        for (size_t k = 0; k < ogp_eligibility_need_count(e); k++) {
            size_t count;
            const ogp_change *const *changes = ogp_eligibility_need_at(e, k, &count);
            for (int l = 0; l < OGPI_LANGUAGES; l++)
                assert_string_not_equal(ogp_eligibility_change_text(e, changes[0], ogpi_language_code(l)), "");
        }
        ogp_eligibility_unref(e);
    }
}

static void one_loss_that_ends_it(void **state)
{
    ogp_eligibility_record r = record(2020, 1, 1, "law", "law", 6, 1); /* 13 of 16 */
    ogp_eligibility *e = judge(&r);
    (void)state;
    assert_int_equal(ogp_eligibility_loss_count(e), 5);
    assert_string_equal(ogp_eligibility_loss_at(e, 0)->cell, "budget_proposal");
    assert_string_equal(ogp_eligibility_loss_at(e, 2)->to, "draft");
    assert_string_equal(ogp_eligibility_loss_at(e, 4)->cell, "civil_liberties");
    assert_string_equal(ogp_eligibility_loss_at(e, 4)->to, "<=2.5");
    assert_non_null(find_rule(ogp_eligibility_report(e), "ELI017"));
    ogp_eligibility_unref(e);
    r = record(2020, 1, 1, "law", "public", 9, 1);
    e = judge(&r);
    assert_int_equal(ogp_eligibility_loss_count(e), 0);
    ogp_eligibility_unref(e);
}

/* Every combination of levels and blanks, non-members included, in a year of each edition. */
typedef void (*visitor)(const ogpi_eligibility_rules *rules, const ogpi_country_year *c);

static void every_level(visitor visit, const ogpi_eligibility_rules *rules, ogpi_country_year *c)
{
    size_t total = 1;
    for (size_t i = 0; i < rules->cell_count; i++)
        total *= rules->cells[i].level_count + 1;
    for (size_t n = 0; n < total; n++) {
        size_t rest = n;
        for (size_t i = 0; i < rules->cell_count; i++) {
            c->cells[i].level = (int32_t)(rest % (rules->cells[i].level_count + 1)) - 1;
            rest /= rules->cells[i].level_count + 1;
        }
        visit(rules, c);
    }
}

static void every_combination(visitor visit)
{
    static const int32_t answers[] = {OGP_YES, OGP_NO, OGP_UNKNOWN};
    static const int32_t years[] = {2012, 2015, 2020, 2024};
    ogpi_eligibility_rules rules;
    ogpi_eligibility_read(&rules, NULL);
    for (size_t i = 0; i < 3 * 3 * 4; i++) {
        ogpi_country_year c = {.member = answers[i % 3], .un_member = answers[i / 3 % 3], .year = years[i / 9]};
        every_level(visit, &rules, &c);
    }
}

static int rank(ogp_answer answer)
{
    return answer == OGP_YES ? 2 : answer == OGP_UNKNOWN ? 1 : 0;
}

static void never_lower(const ogpi_eligibility_rules *rules, const ogpi_country_year *c)
{
    ogpi_eligibility_verdict before, after;
    ogpi_eligibility_evaluate(&before, rules, c);
    for (size_t i = 0; i < rules->cell_count; i++) {
        ogpi_country_year up = *c;
        if (c->cells[i].level < 0 || c->cells[i].level + 1 >= (int32_t)rules->cells[i].level_count)
            continue;
        up.cells[i].level++;
        ogpi_eligibility_evaluate(&after, rules, &up);
        if (after.total < before.total || rank(after.eligible) < rank(before.eligible) ||
            (before.core == OGP_VERDICT_PASS && after.core != OGP_VERDICT_PASS))
            fail_msg("raising cell %zu lowers the verdict", i);
    }
}

static ogp_answer applied(const ogpi_eligibility_rules *rules, const ogpi_country_year *c, const ogpi_need *need,
                          uint32_t subset)
{
    ogpi_country_year after = *c;
    ogpi_eligibility_verdict verdict;
    for (size_t k = 0; k < need->count; k++)
        if (subset & 1u << k)
            after.cells[rules->changes[need->changes[k]].cell].level = rules->changes[need->changes[k]].to;
    ogpi_eligibility_evaluate(&verdict, rules, &after);
    return verdict.eligible;
}

static void needs_suffice(const ogpi_eligibility_rules *rules, const ogpi_country_year *c)
{
    ogpi_eligibility_verdict verdict;
    ogpi_needs needs;
    ogpi_eligibility_evaluate(&verdict, rules, c);
    ogpi_eligibility_needs(&needs, rules, c, &verdict);
    assert_true(verdict.eligible != OGP_YES || needs.count == 0);
    assert_true(needs.count < OGPI_ELI_NEEDS);
    for (size_t i = 0; i < needs.count; i++) {
        uint32_t all = (1u << needs.sets[i].count) - 1;
        assert_int_equal(applied(rules, c, &needs.sets[i], all), OGP_YES);
        for (uint32_t subset = 0; subset < all; subset++)
            if (applied(rules, c, &needs.sets[i], subset) == OGP_YES)
                fail_msg("a smaller set does as well");
        assert_true(i == 0 || needs.sets[i - 1].acts <= needs.sets[i].acts);
    }
}

/* Where acts alone can do it, doing all of them does; then there must be a set. */
static void needs_are_found(const ogpi_eligibility_rules *rules, const ogpi_country_year *c)
{
    ogpi_country_year best = *c;
    ogpi_eligibility_verdict verdict;
    ogpi_needs needs;
    for (size_t i = 0; i < rules->cell_count; i++)
        if (c->cells[i].level >= 0)
            best.cells[i].level = (int32_t)rules->cells[i].level_count - 1;
    ogpi_eligibility_evaluate(&verdict, rules, &best);
    bool possible = verdict.eligible == OGP_YES;
    ogpi_eligibility_evaluate(&verdict, rules, c);
    ogpi_eligibility_needs(&needs, rules, c, &verdict);
    if (possible && verdict.eligible != OGP_YES)
        assert_true(needs.count > 0);
}

static void raising_never_lowers(void **state)
{
    (void)state;
    every_combination(never_lower);
}

static void needs_are_minimal_and_enough(void **state)
{
    (void)state;
    every_combination(needs_suffice);
    every_combination(needs_are_found);
}

static void two_years_below(void **state)
{
    ogp_eligibility *years[4];
    ogp_report *report;
    (void)state;
    for (int i = 0; i < 4; i++) {
        ogp_eligibility_record r = record(2019 - i, 1, 1, i == 3 ? "law" : "none", "law", i == 1 ? 9 : 6, 1);
        r.country = "JOR";
        years[i] = judge(&r);
    }
    assert_int_equal(ogp_eligibility_trend(&report, (const ogp_eligibility *const *)years, 4, OGP_YES, NULL, NULL), 0);
    size_t reviews = 0, trends = 0;
    for (size_t i = 0; i < ogp_report_count(report); i++) {
        reviews += strcmp(ogp_finding_rule(ogp_report_at(report, i)), "ELI016") == 0;
        trends += strcmp(ogp_finding_rule(ogp_report_at(report, i)), "ELI031") == 0;
    }
    assert_int_equal(reviews, 2); /* 2017 and 2018, 2018 and 2019 */
    assert_int_equal(trends, 3);
    ogp_report_unref(report);
    assert_int_equal(ogp_eligibility_trend(&report, (const ogp_eligibility *const *)years, 4, OGP_NO, NULL, NULL), 0);
    assert_null(find_rule(report, "ELI016"));
    ogp_report_unref(report);
    for (int i = 0; i < 4; i++)
        ogp_eligibility_unref(years[i]);
}

static void source_indices(void **state)
{
    ogp_error error = OGP_ERROR_INIT;
    (void)state;
    assert_int_equal(ogp_civil_liberties_points(5.88, NULL), 3);
    assert_int_equal(ogp_civil_liberties_points(7.5, NULL), 3);
    assert_int_equal(ogp_civil_liberties_points(10, NULL), 4);
    assert_int_equal(ogp_civil_liberties_points(10.1, NULL), -1);
    assert_int_equal(ogp_civil_liberties_points(OGP_NOT_MEASURED, NULL), -1);
    assert_int_equal(ogp_budget_document_published("Available to the public", NULL), OGP_YES);
    assert_int_equal(ogp_budget_document_published("published late", NULL), OGP_NO);
    assert_int_equal(ogp_budget_document_published("perhaps", NULL), OGP_UNKNOWN);
    assert_int_equal(ogp_budget_document_published(NULL, NULL), OGP_UNKNOWN);
    assert_int_equal(ogp_vdem_check("v2cseeorgs_ord", 3, NULL, &error), 0);
    assert_int_equal(ogp_vdem_check(NULL, 0, NULL, &error), 0);
    assert_int_equal(ogp_vdem_check("v2cseeorgs", 3, NULL, &error), OGP_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "v2cseeorgs_ord"));
    assert_int_equal(ogp_vdem_check("vdem_core_v2csreprss", 2, NULL, &error), OGP_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "v2csreprss_ord"));
    assert_int_equal(ogp_vdem_check("v2csreprss_ord", 2.002, NULL, &error), OGP_ERROR_FORMAT);
    assert_int_equal(ogp_vdem_check(NULL, -1, NULL, &error), OGP_ERROR_FORMAT);
    assert_int_equal(ogp_vdem_check(NULL, 5, NULL, &error), OGP_ERROR_FORMAT);
}

static int judge_and_compare(const ogp_context *context)
{
    ogp_eligibility_record r = record(2020, 1, 0, "draft", "law", 11, 0);
    ogp_eligibility *e = NULL;
    ogp_report *report = NULL;
    int rc = ogp_eligibility_judge(&e, &r, context, NULL);
    if (rc == 0)
        rc = ogp_eligibility_trend(&report, (const ogp_eligibility *const[]){e, e}, 2, OGP_YES, context, NULL);
    ogp_report_unref(report);
    ogp_eligibility_unref(e);
    return rc;
}

static void failed_allocations(void **state)
{
    (void)state;
    survive_failed_allocations(judge_and_compare);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_and_core),       cmocka_unit_test(editions_by_year),
        cmocka_unit_test(values_check_and_verdict), cmocka_unit_test(refuses_bad_values),
        cmocka_unit_test(needs_by_hand),         cmocka_unit_test(one_loss_that_ends_it),
        cmocka_unit_test(raising_never_lowers),  cmocka_unit_test(needs_are_minimal_and_enough),
        cmocka_unit_test(two_years_below),       cmocka_unit_test(source_indices),
        cmocka_unit_test(failed_allocations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
