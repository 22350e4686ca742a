/* SPDX-License-Identifier: MIT */
#include "test.h"

#include <ogp/member.h>

static void knows_members(void **state)
{
    (void)state;
    ogp_member member = OGP_MEMBER_INIT;
    assert_int_equal(ogp_member_find(&member, NULL, "MAR"), 1);
    assert_string_equal(member.code, "MAR");
    assert_string_equal(member.level, "national");
    assert_string_equal(member.prefix, "MO");
    assert_int_equal(member.founder, 0);
    assert_int_equal(ogp_member_find(&member, NULL, "ESMD"), 1);
    assert_string_equal(member.level, "local");
    assert_string_equal(member.country, "ESP");
    assert_string_equal(ogp_member_name(NULL, "MAR", "fr"), "Maroc");
    assert_string_equal(ogp_member_name(NULL, "ESMD", "ar"), "مدريد");
    assert_string_equal(ogp_member_name(NULL, "JOR", NULL), "Jordan");
}

static void every_member_is_whole(void **state)
{
    (void)state;
    size_t founders = 0;
    assert_true(ogp_member_count(NULL) > 50);
    for (size_t i = 0; i < ogp_member_count(NULL); i++) {
        ogp_member at = OGP_MEMBER_INIT, found = OGP_MEMBER_INIT;
        assert_int_equal(ogp_member_at(&at, NULL, i), 1);
        assert_int_equal(ogp_member_find(&found, NULL, at.code), 1);
        assert_string_equal(found.code, at.code);
        assert_true(*at.level && *at.country && *at.prefix && *at.region && *at.source && *at.status);
        assert_string_not_equal(ogp_member_name(NULL, at.code, "ar"), "");
        founders += at.founder;
    }
    assert_int_equal(founders, 8);
}

static void says_no(void **state)
{
    (void)state;
    ogp_member member = OGP_MEMBER_INIT, unset = {0};
    assert_int_equal(ogp_member_find(&member, NULL, "ZZZ"), 0);
    assert_int_equal(ogp_member_find(&member, NULL, ""), 0);
    assert_int_equal(ogp_member_find(&member, NULL, NULL), 0);
    assert_int_equal(ogp_member_find(NULL, NULL, "MAR"), 0);
    assert_int_equal(ogp_member_find(&unset, NULL, "MAR"), 0);
    assert_int_equal(ogp_member_at(&member, NULL, ogp_member_count(NULL)), 0);
    assert_string_equal(ogp_member_name(NULL, "ZZZ", "en"), "");
    assert_string_equal(ogp_member_name(NULL, NULL, "en"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_members),
        cmocka_unit_test(every_member_is_whole),
        cmocka_unit_test(says_no),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
