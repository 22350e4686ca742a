/* SPDX-License-Identifier: MIT */
#include "test.h"
#include "model/model.h"

#include <ogp/builder.h>

typedef struct bench { ogp_plan_builder *builder; ogp_draft *plan; ogp_error error; } bench;

static int setup(void **state)
{
    bench *b = calloc(1, sizeof *b);
    b->error = (ogp_error)OGP_ERROR_INIT;
    assert_int_equal(ogp_plan_builder_new(&b->builder, NULL, &b->error), 0);
    b->plan = ogp_plan_builder_draft(b->builder);
    *state = b;
    return 0;
}

static int teardown(void **state)
{
    bench *b = *state;
    ogp_plan_builder_free(b->builder);
    free(b);
    return 0;
}

static void builds_a_plan(void **state)
{
    bench *b = *state;
    ogp_draft *first, *second, *milestone;
    ogp_plan *plan = NULL;
    assert_int_equal(ogp_draft_set(b->plan, "id", "AP_TST01", &b->error), 0);
    assert_int_equal(ogp_draft_set(b->plan, "start", "2024-01-01", &b->error), 0);
    assert_int_equal(ogp_draft_set_text(b->plan, "title", "en", "Plan", &b->error), 0);
    assert_int_equal(ogp_draft_set_text(b->plan, "title", "ar", "خطة", &b->error), 0);
    assert_int_equal(ogp_draft_append(b->plan, "cocreation/forum/meetings", "2024-02-01", &b->error), 0);
    assert_int_equal(ogp_draft_add(&first, b->plan, "commitments", &b->error), 0);
    assert_int_equal(ogp_draft_add(&milestone, first, "milestones", &b->error), 0);
    for (int i = 0; i < 20; i++)
        assert_int_equal(ogp_draft_add(&second, b->plan, "commitments", &b->error), 0);
    assert_int_equal(ogp_draft_set(milestone, "number", "1.1", &b->error), 0);
    assert_int_equal(ogp_draft_set(first, "title", "Publish", &b->error), 0);
    assert_int_equal(ogp_draft_set(first, "lead/contact/email", "a@b.example", &b->error), 0);
    assert_int_equal(ogp_draft_append(first, "challenges", "public-services", &b->error), 0);
    assert_int_equal(ogp_draft_set(second, "id", "last", &b->error), 0);
    assert_int_equal(ogp_plan_builder_build(&plan, b->builder, &b->error), 0);
    assert_null(ogp_plan_builder_draft(b->builder));

    assert_string_equal(ogp_plan_id(plan), "AP_TST01");
    assert_string_equal(ogp_plan_start_text(plan), "2024-01-01");
    assert_int_equal(ogp_plan_start(plan)->from.year, 2024);
    assert_null(ogp_plan_end(plan));
    assert_string_equal(ogp_plan_title(plan, "ar"), "خطة");
    assert_string_equal(ogp_plan_title(plan, "fr"), "Plan");
    assert_int_equal(ogp_plan_commitment_count(plan), 21);
    const ogp_commitment *c = ogp_plan_commitment_at(plan, 0);
    assert_string_equal(ogp_milestone_number(ogp_commitment_milestone_at(c, 0)), "1.1");
    assert_string_equal(ogp_contact_email(ogp_institution_contact(ogp_commitment_lead(c))), "a@b.example");
    assert_string_equal(ogp_commitment_challenge_at(c, 0), "public-services");
    assert_ptr_equal(ogp_plan_commitment(plan, "last"), ogp_plan_commitment_at(plan, 20));
    assert_int_equal(ogp_cocreation_meeting_count(ogp_plan_cocreation(plan)), 1);
    assert_null(ogp_plan_commitment_at(plan, 21));
    ogp_plan_unref(plan);
}

static void takes_values_away(void **state)
{
    bench *b = *state;
    ogp_plan *plan;
    assert_int_equal(ogp_draft_set(b->plan, "title", "Plain", NULL), 0);
    assert_int_equal(ogp_draft_set_text(b->plan, "title", "fr", "Titre", NULL), 0);
    assert_int_equal(ogp_draft_set(b->plan, "title", NULL, NULL), 0);
    assert_int_equal(ogp_draft_set(b->plan, "id", "x", NULL), 0);
    assert_int_equal(ogp_draft_set(b->plan, "id", NULL, NULL), 0);
    assert_int_equal(ogp_draft_set(b->plan, "end", "2024", NULL), 0);
    assert_int_equal(ogp_draft_set(b->plan, "end", NULL, NULL), 0);
    assert_int_equal(ogp_draft_set_json(b->plan, "x", "1", NULL), 0);
    assert_int_equal(ogp_draft_set_json(b->plan, "y", "2", NULL), 0);
    assert_int_equal(ogp_draft_set_json(b->plan, "x", NULL, NULL), 0);
    assert_int_equal(ogp_plan_builder_build(&plan, b->builder, NULL), 0);
    char *text;
    assert_int_equal(ogp_plan_write(&text, NULL, plan, NULL), 0);
    assert_string_equal(
        text, "{\n  \"format\": \"ogp-plan/1\",\n  \"title\": {\n    \"fr\": \"Titre\"\n  },\n  \"y\": 2\n}\n");
    ogp_free(text);
    ogp_plan_unref(plan);
}

static const struct { const char *member, *language, *value; int code; const char *path, *message; } wrong[] = {
    {"start", NULL, "2023-02-30", OGP_ERROR_FORMAT, "/start", "e.g. 2023-02-28"},
    {"start", NULL, "soon", OGP_ERROR_FORMAT, "/start", "\"soon\" is no date"},
    {"start", "en", "2023", OGP_ERROR_USAGE, "/start", "a date"},
    {"titel", NULL, "x", OGP_ERROR_USAGE, "/titel", "no member \"titel\""},
    {"lead", NULL, "x", OGP_ERROR_USAGE, "/lead", "a record"},
    {"lead/contact/mail", NULL, "x", OGP_ERROR_USAGE, "/lead/contact/mail", "a contact has no member \"mail\""},
    {"id/x", NULL, "x", OGP_ERROR_USAGE, "/id/x", "no record"},
    {"commitments", NULL, "x", OGP_ERROR_USAGE, "/commitments", "ogp_draft_add()"},
    {"format", NULL, "ogp-plan/2", OGP_ERROR_USAGE, "/format", "writes it itself"},
    {"title", "en_US", "x", OGP_ERROR_FORMAT, "/title", "\"en_US\" is no language"},
    {"title", NULL, "\xff", OGP_ERROR_FORMAT, "/title", "invalid UTF-8"},
    {"cocreation/forum/meetings", NULL, "2023", OGP_ERROR_USAGE, "/cocreation/forum/meetings", "ogp_draft_append()"},
};

static void refuses_what_is_wrong(void **state)
{
    bench *b = *state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        int rc = wrong[i].language
                     ? ogp_draft_set_text(b->plan, wrong[i].member, wrong[i].language, wrong[i].value, &b->error)
                     : ogp_draft_set(b->plan, wrong[i].member, wrong[i].value, &b->error);
        assert_int_equal(rc, wrong[i].code);
        assert_string_equal(b->error.path, wrong[i].path);
        if (!strstr(b->error.message, wrong[i].message))
            fail_msg("%s: \"%s\" does not say \"%s\"", wrong[i].member, b->error.message, wrong[i].message);
    }
    ogp_plan *plan;
    assert_int_equal(ogp_plan_builder_build(&plan, b->builder, NULL), 0);
    assert_null(ogp_plan_lead(plan)); /* a wrong path leaves no empty record behind */
    ogp_plan_unref(plan);
}

static void names_the_place_of_a_nested_draft(void **state)
{
    bench *b = *state;
    ogp_draft *c, *m;
    assert_int_equal(ogp_draft_add(&c, b->plan, "commitments", NULL), 0);
    assert_int_equal(ogp_draft_add(&c, b->plan, "commitments", NULL), 0);
    assert_int_equal(ogp_draft_add(&m, c, "milestones", NULL), 0);
    assert_int_equal(ogp_draft_set(m, "end", "2023-13", &b->error), OGP_ERROR_FORMAT);
    assert_string_equal(b->error.path, "/commitments/1/milestones/0/end");
    assert_int_equal(ogp_draft_append(c, "challenges", NULL, &b->error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_draft_append(c, "title", "x", &b->error), OGP_ERROR_USAGE);
    assert_int_equal(ogp_draft_add(&m, c, "title", &b->error), OGP_ERROR_USAGE);
    assert_null(m);
    assert_int_equal(ogp_draft_set_json(c, "x", "{", &b->error), OGP_ERROR_SYNTAX);
    assert_string_equal(b->error.path, "/commitments/1/x");
    assert_int_equal(ogp_draft_set_json(c, "title", "1", &b->error), OGP_ERROR_USAGE);
}

static void accepts_nothing(void **state)
{
    (void)state;
    ogp_plan *plan;
    assert_int_equal(ogp_plan_builder_new(NULL, NULL, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_plan_builder_build(&plan, NULL, NULL), OGP_ERROR_USAGE);
    assert_int_equal(ogp_draft_set(NULL, "id", "x", NULL), OGP_ERROR_USAGE);
    assert_null(ogp_plan_builder_draft(NULL));
    ogp_plan_builder_free(NULL);
    ogp_plan_unref(NULL);
    assert_null(ogp_plan_ref(NULL));
    assert_string_equal(ogp_plan_id(NULL), "");
    assert_string_equal(ogp_plan_title(NULL, "en"), "");
    assert_string_equal(ogp_commitment_text(NULL, OGP_COMMITMENT_PROBLEM, "en"), "");
    assert_null(ogp_commitment_localized(NULL, OGP_COMMITMENT_PROBLEM));
    assert_null(ogp_plan_lead(NULL));
    assert_int_equal(ogp_localized_count(NULL), 0);
    assert_int_equal(ogp_commitment_milestone_count(NULL), 0);
    assert_string_equal(ogp_commitment_field_name((ogp_commitment_field)99), "");
}

/* Every field of the enum has the name by which documents know it. */
static void names_fields(void **state)
{
    (void)state;
    for (int i = 0; i < OGP_COMMITMENT_FIELDS; i++) {
        const char *name = ogp_commitment_field_name((ogp_commitment_field)i);
        const char *slash = strchr(name, '/');
        const ogpi_shape *shape = &ogpi_commitment_shape;
        if (slash)
            shape = ogpi_shape_field(shape, "values")->shape;
        assert_non_null(ogpi_shape_field(shape, slash ? slash + 1 : name));
    }
}

static int build_something(const ogp_context *context)
{
    ogp_plan_builder *builder = NULL;
    ogp_plan *plan = NULL;
    ogp_draft *c;
    int rc = ogp_plan_builder_new(&builder, context, NULL);
    ogp_draft *draft = ogp_plan_builder_draft(builder);
    char big[2000];
    memset(big, 'x', sizeof big - 1);
    big[sizeof big - 1] = '\0';
    for (int i = 0; i < 5 && rc == 0; i++)
        rc = ogp_draft_add(&c, draft, "commitments", NULL);
    if (rc == 0)
        rc = ogp_draft_set_text(c, "title", "en", big, NULL);
    for (int i = 0; i < 5 && rc == 0; i++)
        rc = ogp_draft_append(c, "challenges", big, NULL);
    if (rc == 0)
        rc = ogp_draft_append(c, "x", "y", NULL) == OGP_ERROR_USAGE ? 0 : -99;
    if (rc == 0)
        rc = ogp_draft_set_json(draft, "x", "[1, {\"a\": \"b\"}]", NULL);
    if (rc == 0)
        rc = ogp_plan_builder_build(&plan, builder, NULL);
    ogp_plan_unref(plan);
    ogp_plan_builder_free(builder);
    return rc;
}

static void survives_every_failed_allocation(void **state)
{
    (void)state;
    survive_failed_allocations(build_something);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(builds_a_plan, setup, teardown),
        cmocka_unit_test_setup_teardown(takes_values_away, setup, teardown),
        cmocka_unit_test_setup_teardown(refuses_what_is_wrong, setup, teardown),
        cmocka_unit_test_setup_teardown(names_the_place_of_a_nested_draft, setup, teardown),
        cmocka_unit_test(accepts_nothing),
        cmocka_unit_test(names_fields),
        cmocka_unit_test(survives_every_failed_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
