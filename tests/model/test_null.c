/* SPDX-License-Identifier: MIT */
/* Nothing is asked of nothing: every getter takes NULL, and what it gives can be used as it is. */
#include "test.h"
#include <ogp/ogp.h>

static void test_assessment(void **state)
{
    (void)state;
    assert_string_equal(ogp_assessment_report(NULL), "");
    assert_string_equal(ogp_assessment_method(NULL), "");
    assert_null(ogp_assessment_published(NULL));
    assert_string_equal(ogp_assessment_published_text(NULL), "");
    assert_string_equal(ogp_assessment_specificity(NULL), "");
    assert_string_equal(ogp_assessment_verifiable(NULL), "");
    assert_string_equal(ogp_assessment_relevance(NULL), "");
    assert_int_equal(ogp_assessment_value_count(NULL), 0);
    assert_string_equal(ogp_assessment_value_at(NULL, 0), "");
    assert_string_equal(ogp_assessment_potential_impact(NULL), "");
    assert_string_equal(ogp_assessment_potential_for_results(NULL), "");
    assert_string_equal(ogp_assessment_completion(NULL), "");
    assert_string_equal(ogp_assessment_did_it_open_government(NULL), "");
    assert_string_equal(ogp_assessment_early_results(NULL), "");
}

static void test_calendar(void **state)
{
    (void)state;
    assert_null(ogp_calendar_ref(NULL));
    assert_string_equal(ogp_calendar_edition(NULL), "");
    assert_int_equal(ogp_calendar_count(NULL), 0);
    assert_string_equal(ogp_calendar_id(NULL, 0), "");
    assert_int_equal(ogp_calendar_date(NULL, 0).year, 0);
    assert_string_equal(ogp_calendar_kind(NULL, 0), "");
    assert_string_equal(ogp_calendar_who(NULL, 0), "");
    assert_string_equal(ogp_calendar_name(NULL, 0, NULL), "");
    assert_string_equal(ogp_calendar_rule(NULL, 0), "");
    assert_string_equal(ogp_calendar_source(NULL, 0), "");
    assert_string_equal(ogp_calendar_status(NULL, 0), "");
    assert_int_equal(ogp_calendar_number(NULL, 0), 0);
    assert_null(ogp_calendar_report(NULL));
}

static void test_cocreation(void **state)
{
    (void)state;
    assert_string_equal(ogp_cocreation_standards(NULL), "");
    assert_string_equal(ogp_cocreation_rules_url(NULL), "");
    assert_string_equal(ogp_cocreation_website_url(NULL), "");
    assert_string_equal(ogp_cocreation_repository_url(NULL), "");
    assert_string_equal(ogp_cocreation_feedback_url(NULL), "");
    assert_null(ogp_cocreation_started(NULL));
    assert_string_equal(ogp_cocreation_started_text(NULL), "");
    assert_null(ogp_cocreation_timeline_published(NULL));
    assert_string_equal(ogp_cocreation_timeline_published_text(NULL), "");
    assert_null(ogp_cocreation_inputs_from(NULL));
    assert_string_equal(ogp_cocreation_inputs_from_text(NULL), "");
    assert_null(ogp_cocreation_inputs_to(NULL));
    assert_string_equal(ogp_cocreation_inputs_to_text(NULL), "");
    assert_string_equal(ogp_cocreation_inputs_mechanism(NULL, NULL), "");
    assert_null(ogp_cocreation_feedback_published(NULL));
    assert_string_equal(ogp_cocreation_feedback_published_text(NULL), "");
    assert_int_equal(ogp_cocreation_meeting_count(NULL), 0);
    assert_null(ogp_cocreation_meeting_at(NULL, 0));
    assert_int_equal(ogp_cocreation_update_count(NULL), 0);
    assert_null(ogp_cocreation_update_at(NULL, 0));
    assert_int_equal(ogp_cocreation_implementation_meeting_count(NULL), 0);
    assert_null(ogp_cocreation_implementation_meeting_at(NULL, 0));
    assert_int_equal(ogp_cocreation_outreach_count(NULL), 0);
    assert_null(ogp_cocreation_outreach_at(NULL, 0));
    assert_null(ogp_outreach_date(NULL));
    assert_string_equal(ogp_outreach_date_text(NULL), "");
    assert_string_equal(ogp_outreach_audience(NULL, NULL), "");
    assert_string_equal(ogp_cocreation_iap2_development(NULL), "");
    assert_string_equal(ogp_cocreation_iap2_implementation(NULL), "");
}

static void test_commitment(void **state)
{
    (void)state;
    assert_string_equal(ogp_commitment_id(NULL), "");
    assert_string_equal(ogp_commitment_number(NULL), "");
    assert_string_equal(ogp_commitment_plan(NULL), "");
    assert_string_equal(ogp_commitment_member(NULL), "");
    assert_string_equal(ogp_commitment_language(NULL), "");
    assert_string_equal(ogp_commitment_status(NULL), "");
    assert_string_equal(ogp_commitment_title(NULL, NULL), "");
    assert_string_equal(ogp_commitment_text(NULL, (ogp_commitment_field)1, NULL), "");
    assert_null(ogp_commitment_localized(NULL, (ogp_commitment_field)1));
    assert_int_equal(ogp_commitment_challenge_count(NULL), 0);
    assert_string_equal(ogp_commitment_challenge_at(NULL, 0), "");
    assert_int_equal(ogp_commitment_policy_area_count(NULL), 0);
    assert_string_equal(ogp_commitment_policy_area_at(NULL, 0), "");
    assert_null(ogp_commitment_start(NULL));
    assert_string_equal(ogp_commitment_start_text(NULL), "");
    assert_null(ogp_commitment_end(NULL));
    assert_string_equal(ogp_commitment_end_text(NULL), "");
    assert_null(ogp_commitment_lead(NULL));
    assert_int_equal(ogp_commitment_supporting_count(NULL), 0);
    assert_null(ogp_commitment_supporting_at(NULL, 0));
    assert_int_equal(ogp_commitment_milestone_count(NULL), 0);
    assert_null(ogp_commitment_milestone_at(NULL, 0));
    assert_int_equal(ogp_commitment_assessment_count(NULL), 0);
    assert_null(ogp_commitment_assessment_at(NULL, 0));
}

static void test_eligibility(void **state)
{
    (void)state;
    assert_null(ogp_eligibility_ref(NULL));
    assert_string_equal(ogp_eligibility_country(NULL), "");
    assert_int_equal(ogp_eligibility_year(NULL), 0);
    assert_string_equal(ogp_eligibility_edition(NULL), "");
    assert_int_equal(ogp_eligibility_metric_count(NULL), 0);
    assert_null(ogp_eligibility_metric_at(NULL, 0));
    assert_int_equal(ogp_eligibility_points(NULL), -1);
    assert_int_equal(ogp_eligibility_maximum(NULL), 0);
    assert_string_equal(ogp_eligibility_share(NULL), "");
    assert_int_equal(ogp_eligibility_core(NULL), 3);
    assert_string_equal(ogp_eligibility_core_status(NULL), "unverified");
    assert_int_equal(ogp_eligibility_values_check(NULL), 3);
    assert_string_equal(ogp_eligibility_values_check_status(NULL), "unverified");
    assert_int_equal(ogp_eligibility_eligible(NULL), -1);
    assert_string_equal(ogp_eligibility_eligible_status(NULL), "unverified");
    assert_int_equal(ogp_eligibility_need_count(NULL), 0);
    assert_int_equal(ogp_eligibility_loss_count(NULL), 0);
    assert_null(ogp_eligibility_loss_at(NULL, 0));
    assert_null(ogp_eligibility_report(NULL));
    assert_int_equal(ogp_eligibility_table_row(NULL), 0);
    assert_null(ogp_eligibility_table_report(NULL));
}

static void test_history(void **state)
{
    (void)state;
    assert_null(ogp_history_ref(NULL));
    assert_string_equal(ogp_history_member(NULL), "");
    assert_string_equal(ogp_history_kind(NULL), "");
}

static void test_institution(void **state)
{
    (void)state;
    assert_string_equal(ogp_institution_name(NULL, NULL), "");
    assert_null(ogp_institution_name_localized(NULL));
    assert_string_equal(ogp_institution_kind(NULL), "");
    assert_null(ogp_institution_contact(NULL));
    assert_string_equal(ogp_contact_name(NULL, NULL), "");
    assert_null(ogp_contact_name_localized(NULL));
    assert_string_equal(ogp_contact_post(NULL, NULL), "");
    assert_null(ogp_contact_post_localized(NULL));
    assert_string_equal(ogp_contact_email(NULL), "");
    assert_string_equal(ogp_contact_phone(NULL), "");
}

static void test_irm(void **state)
{
    (void)state;
    assert_null(ogp_results_ref(NULL));
    assert_int_equal(ogp_results_count(NULL), 0);
    assert_null(ogp_results_at(NULL, 0));
    assert_null(ogp_results_get(NULL, "star_2014"));
    assert_null(ogp_results_report(NULL));
    assert_string_equal(ogp_result_id(NULL), "");
    assert_int_equal(ogp_result_value(NULL), OGP_MISSING_ABSENT);
    assert_string_equal(ogp_result_word(NULL), "");
    assert_null(ogp_result_finding(NULL));
    assert_int_equal(ogp_result_test_count(NULL), 0);
    assert_null(ogp_result_test_at(NULL, 0));
    assert_null(ogp_result_decided_by(NULL));
}

static void test_joining(void **state)
{
    (void)state;
    assert_null(ogp_joining_ref(NULL));
    assert_int_equal(ogp_joining_count(NULL), 0);
    assert_string_equal(ogp_joining_step(NULL, 0), "");
    assert_string_equal(ogp_joining_name(NULL, 0, NULL), "");
    assert_int_equal(ogp_joining_state(NULL, 0), 0);
    assert_int_equal(ogp_joining_date(NULL, 0).year, 0);
    assert_string_equal(ogp_joining_status(NULL, 0), "");
    assert_string_equal(ogp_joining_next(NULL), "");
    assert_int_equal(ogp_joining_first_plan_due(NULL).year, 0);
    assert_null(ogp_joining_report(NULL));
}

static void test_localized(void **state)
{
    (void)state;
    assert_string_equal(ogp_localized_in(NULL, NULL), "");
    assert_int_equal(ogp_localized_count(NULL), 0);
    assert_string_equal(ogp_localized_language_at(NULL, 0), "");
    assert_string_equal(ogp_localized_at(NULL, 0), "");
}

static void test_milestone(void **state)
{
    (void)state;
    assert_string_equal(ogp_milestone_number(NULL), "");
    assert_string_equal(ogp_milestone_title(NULL, NULL), "");
    assert_null(ogp_milestone_title_localized(NULL));
    assert_string_equal(ogp_milestone_description(NULL, NULL), "");
    assert_null(ogp_milestone_description_localized(NULL));
    assert_string_equal(ogp_milestone_output(NULL, NULL), "");
    assert_null(ogp_milestone_output_localized(NULL));
    assert_null(ogp_milestone_start(NULL));
    assert_string_equal(ogp_milestone_start_text(NULL), "");
    assert_null(ogp_milestone_end(NULL));
    assert_string_equal(ogp_milestone_end_text(NULL), "");
    assert_string_equal(ogp_milestone_completion(NULL), "");
    assert_null(ogp_milestone_lead(NULL));
    assert_int_equal(ogp_milestone_supporting_count(NULL), 0);
    assert_null(ogp_milestone_supporting_at(NULL, 0));
}

static void test_plan(void **state)
{
    (void)state;
    assert_null(ogp_plan_ref(NULL));
    assert_string_equal(ogp_plan_id(NULL), "");
    assert_string_equal(ogp_plan_member(NULL), "");
    assert_string_equal(ogp_plan_level(NULL), "");
    assert_string_equal(ogp_plan_language(NULL), "");
    assert_string_equal(ogp_plan_edition(NULL), "");
    assert_string_equal(ogp_plan_title(NULL, NULL), "");
    assert_null(ogp_plan_title_localized(NULL));
    assert_null(ogp_plan_submitted(NULL));
    assert_string_equal(ogp_plan_submitted_text(NULL), "");
    assert_null(ogp_plan_start(NULL));
    assert_string_equal(ogp_plan_start_text(NULL), "");
    assert_null(ogp_plan_end(NULL));
    assert_string_equal(ogp_plan_end_text(NULL), "");
    assert_null(ogp_plan_lead(NULL));
    assert_null(ogp_plan_cocreation(NULL));
    assert_int_equal(ogp_plan_commitment_count(NULL), 0);
    assert_null(ogp_plan_commitment_at(NULL, 0));
    assert_null(ogp_plan_commitment(NULL, NULL));
}

static void test_report(void **state)
{
    (void)state;
    assert_null(ogp_report_ref(NULL));
    assert_int_equal(ogp_report_count(NULL), 0);
    assert_null(ogp_report_at(NULL, 0));
    assert_int_equal(ogp_report_total(NULL, (ogp_severity)1), 0);
    assert_int_equal(ogp_report_omitted(NULL, NULL), 0);
    assert_int_equal(ogp_report_worst(NULL), 0);
    assert_string_equal(ogp_finding_rule(NULL), "");
    assert_int_equal(ogp_finding_severity(NULL), 0);
    assert_string_equal(ogp_finding_path(NULL), "");
    assert_int_equal(ogp_finding_start(NULL), 0);
    assert_int_equal(ogp_finding_end(NULL), 0);
    assert_string_equal(ogp_finding_message(NULL, NULL), "");
    assert_string_equal(ogp_finding_mend(NULL, NULL), "");
    assert_string_equal(ogp_finding_edition(NULL), "");
    assert_string_equal(ogp_finding_source(NULL), "");
    assert_string_equal(ogp_finding_status(NULL), "");
    assert_string_equal(ogp_finding_subject(NULL), "");
}

static void test_requirements(void **state)
{
    (void)state;
    assert_null(ogp_requirements_ref(NULL));
    assert_string_equal(ogp_requirements_standards(NULL), "");
    assert_int_equal(ogp_requirements_as_of(NULL).year, 0);
    assert_int_equal(ogp_requirements_count(NULL), 0);
    assert_string_equal(ogp_requirements_number(NULL, 0), "");
    assert_string_equal(ogp_requirements_id(NULL, 0), "");
    assert_string_equal(ogp_requirements_name(NULL, 0, NULL), "");
    assert_int_equal(ogp_requirements_mark(NULL, 0), 3);
    assert_int_equal(ogp_requirements_by(NULL, 0).year, 0);
    assert_string_equal(ogp_requirements_status(NULL, 0), "");
    assert_int_equal(ogp_requirements_contrary(NULL), -1);
    assert_null(ogp_requirements_report(NULL));
}

static void test_smart(void **state)
{
    (void)state;
    assert_null(ogp_smart_ref(NULL));
    assert_int_equal(ogp_smart_count(NULL), 0);
    assert_int_equal(ogp_smart_mark_at(NULL, 0, (ogp_smart_criterion)1), 0);
    assert_int_equal(ogp_smart_score_at(NULL, 0), 0);
    assert_int_equal(ogp_smart_reason_count(NULL, 0, (ogp_smart_criterion)1), 0);
    assert_null(ogp_smart_reason_at(NULL, 0, (ogp_smart_criterion)1, 0));
    assert_int_equal(ogp_smart_evidence_count(NULL, 0), 0);
    assert_null(ogp_smart_evidence_at(NULL, 0, 0));
}

static void test_status(void **state)
{
    (void)state;
    assert_null(ogp_status_ref(NULL));
    assert_string_equal(ogp_status_word(NULL), "");
    assert_string_equal(ogp_status_name(NULL, NULL), "");
    assert_int_equal(ogp_status_as_of(NULL).year, 0);
    assert_string_equal(ogp_status_confidence(NULL), "unverified");
    assert_int_equal(ogp_status_contrary(NULL, 0), -1);
    assert_null(ogp_status_report(NULL));
}

static void test_stream(void **state)
{
    (void)state;
    assert_null(ogp_stream_plan(NULL));
    assert_int_equal(ogp_stream_line(NULL), 0);
    assert_int_equal(ogp_stream_index(NULL), 0);
}

static void test_text(void **state)
{
    (void)state;
    assert_null(ogp_facts_ref(NULL));
    assert_int_equal(ogp_facts_count(NULL), 0);
    assert_null(ogp_facts_at(NULL, 0));
    assert_string_equal(ogp_facts_language(NULL), "");
}

static void test_dataset(void **state)
{
    ogp_column column = OGP_COLUMN_INIT;
    size_t length = 1;
    (void)state;
    assert_int_equal(ogp_dataset_rows(NULL), 0);
    assert_string_equal(ogp_dataset_edition(NULL), "");
    assert_null(ogp_dataset_report(NULL));
    assert_int_equal(ogp_dataset_bytes(NULL), 0);
    assert_int_equal(ogp_dataset_column_count(NULL), 0);
    assert_int_equal(ogp_dataset_column_at(NULL, 0, &column), OGP_ERROR_USAGE);
    assert_int_equal(ogp_dataset_column_index(NULL, "id"), -1);
    assert_int_equal(ogp_dataset_code(NULL, 0, 0), OGP_MISSING_ABSENT);
    assert_string_equal(ogp_dataset_text(NULL, 0, 0, &length), "");
    assert_int_equal(length, 0);
}

static void test_summary(void **state)
{
    (void)state;
    assert_int_equal(ogp_summary_dimension_count(NULL), 0);
    assert_string_equal(ogp_summary_dimension(NULL, 0), "");
    assert_int_equal(ogp_summary_group_count(NULL), 0);
    assert_string_equal(ogp_summary_key(NULL, 0, 0), "");
    assert_int_equal(ogp_summary_commitments(NULL, 0), 0);
    assert_int_equal(ogp_summary_reviewed(NULL, 0), 0);
    assert_int_equal(ogp_summary_figure_count(NULL), 0);
    assert_string_equal(ogp_summary_figure(NULL, 0), "");
    assert_int_equal(ogp_summary_ones(NULL, 0, 0), 0);
    assert_int_equal(ogp_summary_of(NULL, 0, 0), 0);
    assert_int_equal(ogp_summary_median_count(NULL), 0);
    assert_string_equal(ogp_summary_median_name(NULL, 0), "");
    assert_int_equal(ogp_summary_median_twice(NULL, 0, 0), INT32_MIN);
    assert_int_equal(ogp_summary_previous(NULL, 1), -1);
    assert_int_equal(ogp_summary_comparable(NULL, 0, 0, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dataset),
        cmocka_unit_test(test_summary),
        cmocka_unit_test(test_assessment),
        cmocka_unit_test(test_calendar),
        cmocka_unit_test(test_cocreation),
        cmocka_unit_test(test_commitment),
        cmocka_unit_test(test_eligibility),
        cmocka_unit_test(test_history),
        cmocka_unit_test(test_institution),
        cmocka_unit_test(test_irm),
        cmocka_unit_test(test_joining),
        cmocka_unit_test(test_localized),
        cmocka_unit_test(test_milestone),
        cmocka_unit_test(test_plan),
        cmocka_unit_test(test_report),
        cmocka_unit_test(test_requirements),
        cmocka_unit_test(test_smart),
        cmocka_unit_test(test_status),
        cmocka_unit_test(test_stream),
        cmocka_unit_test(test_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
