/* SPDX-License-Identifier: MIT */
/* Rulebooks: what begins with a brace is one as it stands; other bytes say how the built-in one is to be spoilt, and
   the last of them what is judged by it: all, or one subject, which costs less. What is taken is written to a fixed
   point, and whatever it says, judging by it ends well or with an error in words. */
#include "fuzz.h"

#include "rulebook/load.h"
#include <ogp/ogp.h>

/* Choices, one after the other; 0 when the bytes are used up. */
typedef struct choices { const uint8_t *next, *end; } choices;

static unsigned choose(choices *from, size_t count)
{
    unsigned byte = from->next < from->end ? *from->next++ : 0;
    if (count > 256 && from->next < from->end)
        byte = byte << 8 | *from->next++;
    return count ? byte % (unsigned)count : 0;
}

/* Leaves every n-th member. */
static void thin(json_t *object, size_t n)
{
    const char *key;
    json_t *value;
    void *next;
    size_t index = 0;
    json_object_foreach_safe(object, next, key, value)
        if (index++ % n)
            json_object_del(object, key);
}

/* Of a text its arguments alone, or a letter. */
static json_t *arguments_of(const char *text)
{
    char left[512] = "";
    size_t length = 0;
    for (const char *at = strchr(text, '{'), *end;
         at && (end = strchr(at, '}')) && length + (size_t)(end + 1 - at) < sizeof left; at = strchr(end, '{')) {
        memcpy(left + length, at, (size_t)(end + 1 - at));
        length += (size_t)(end + 1 - at);
    }
    return json_string(length ? left : "x");
}

/* Texts in four languages become as short as they can be: they are most of the rulebook's bytes. */
static void shorten(json_t *value)
{
    const char *key;
    json_t *inner;
    void *next;
    size_t index;
    json_array_foreach(value, index, inner)
        shorten(inner);
    bool texts = json_is_string(json_object_get(value, "en")) && json_is_string(json_object_get(value, "ar"));
    json_object_foreach_safe(value, next, key, inner)
        if (texts && json_is_string(inner) && strlen(key) == 2)
            json_object_set_new(value, key, arguments_of(json_string_value(inner)));
        else if (strcmp(key, "status") != 0 && strcmp(key, "source") != 0)
            shorten(inner);
}

/* The built-in rulebook, less most of its words, terms and texts, so that a run is short. */
static json_t *trimmed(void)
{
    static const char words[] =
        "{\"languages\":{\"en\":{\"script\":\"latin\",\"options\":[\"head-last\"],\"elided\":[\"l\",\"qu\"],"
        "\"forms\":{\"past\":[\"___ed\",\"!seed\"],\"finite\":[\"=un_\xc3\xa9?\"]},"
        "\"affixes\":{\"suffixes\":[{\"form\":\"ing\",\"marks\":[\"verb\"]"
        "}]},"
        "\"paradigms\":{\"s\":[\"_\",\"_s\"]},\"sets\":{\"act\":[\"adopt\",\"publish\"]},"
        "\"lists\":{\"verb\":[\"<act>\",\"set up\"],\"month\":{\"12\":[\"december\"]},"
        "\"thing\":[\"law (on <act>)?\",\"register~s\",\"portal | after <num> days * "
        "more\"],\"number\":{\"2\":[\"two\"]}}},"
        "\"ar\":{\"script\":\"arabic\",\"lists\":{\"thing\":[\"\xd9\x82\xd8\xa7\xd9\x86\xd9\x88\xd9\x86\"]}}}}";
    char *text = NULL;
    size_t length;
    MUST(ogp_rulebook_to_json(&text, &length, ogp_rulebook_builtin(), NULL) == 0);
    json_t *all = json_loadb(text, length, 0, NULL);
    ogp_free(text);
    shorten(all);
    thin(json_object_get(all, "countries"), 12);
    thin(json_object_get(all, "terms"), 12);
    thin(json_object_get(all, "members"), 12);
    json_object_set_new(all, "text", json_loads(words, 0, NULL));
    return all;
}

/* Values that a careless editor, or an enemy, would write. */
static json_t *strange_value(choices *from, const json_t *old)
{
    static const char *const texts[] = {
        "",    "2022-01-01", "irm-2014",   "seen",     "{", "a | b", "(a",      "<act>", "x~s",  "a/b",
        "1.5", "9999999999", "completion", "\xd8\xa3", "_", "*",     "<num> ?", "code",  "level"};
    static const int numbers[] = {0, 1, -1, 2, 255, 256, 32767, 65536, 134217727, -134217728, 2147483647};
    switch (choose(from, 8)) {
    case 0:
        return json_null();
    case 1:
        return json_integer(numbers[choose(from, sizeof numbers / sizeof *numbers)]);
    case 2:
        return json_string(texts[choose(from, sizeof texts / sizeof *texts)]);
    case 3:
        return json_array();
    case 4:
        return json_object();
    case 5:
        return json_pack("[O]", old);
    case 6:
        return json_pack("{s:O}", texts[choose(from, sizeof texts / sizeof *texts)], old);
    default:
        return json_real(0.5 * choose(from, 256));
    }
}

static json_t *child_at(json_t *parent, unsigned index, const char **key)
{
    json_t *value;
    *key = NULL;
    if (json_is_array(parent))
        return json_array_get(parent, index);
    json_object_foreach(parent, *key, value)
        if (index-- == 0)
            return value;
    return NULL;
}

static void replace(json_t *parent, const char *key, unsigned index, json_t *value)
{
    if (!value && key)
        json_object_del(parent, key);
    else if (!value)
        json_array_remove(parent, index);
    else if (key)
        json_object_set_new(parent, key, value);
    else
        json_array_set_new(parent, index, value);
}

/* One change somewhere in the tree: a value taken away, doubled, or made strange. */
static void spoil(json_t *root, choices *from)
{
    json_t *parent = root;
    for (unsigned depth = 0; depth < 12; depth++) {
        size_t count = json_is_array(parent) ? json_array_size(parent) : json_object_size(parent);
        unsigned index = choose(from, count);
        const char *key;
        json_t *child = child_at(parent, index, &key);
        if (!child)
            return;
        bool inner = json_is_array(child) || json_is_object(child);
        if (inner && choose(from, 4)) {
            parent = child;
            continue;
        }
        char name[128];
        snprintf(name, sizeof name, "%s", key ? key : "");
        unsigned what = choose(from, 4);
        json_t *value = what == 0                            ? NULL
                        : what == 1 && json_is_array(parent) ? json_deep_copy(json_array_get(parent, 0))
                                                             : strange_value(from, child);
        replace(parent, key ? name : NULL, index, value);
        return;
    }
}

/* What may be judged: all, or one subject by a rulebook with little else, for a run costs as many bytes as that has. */
static const struct subject { const char *families, *without[12];
} subjects[] = {
    {NULL, {0}},
    {"calendar challenges cocreation dates irm numbering smart tables template values",
     {"eligibility", "joining", "members", "countries"}},
    {"eligibility",
     {"irm", "tables", "calendar", "policy_areas", "policy_tags", "text", "cocreation", "smart", "template",
      "members"}},
    {"calendar eligibility joining status",
     {"irm", "tables", "policy_areas", "policy_tags", "text", "smart", "template", "cocreation"}},
    {"irm tables", {"policy_areas", "text", "cocreation", "smart", "template", "joining", "calendar", "eligibility"}},
    {"calendar",
     {"irm", "tables", "members", "policy_areas", "policy_tags", "text", "cocreation", "smart", "template",
      "eligibility", "joining"}},
};
#define SUBJECTS (sizeof subjects / sizeof *subjects)

/* Leaves the rules of these families. */
static void narrow(json_t *document, const char *families)
{
    json_t *rules = json_array(), *rule;
    size_t index;
    json_array_foreach(json_object_get(document, "rules"), index, rule)
        if (strstr(families, json_string_value(json_object_get(rule, "family"))))
            json_array_append(rules, rule);
    json_object_set_new(document, "rules", rules);
}

/* A copy of the rulebook that a subject needs. */
static json_t *trimmed_to(size_t subject)
{
    static json_t *bases[SUBJECTS];
    const struct subject *of = &subjects[subject];
    json_t *base = bases[subject] ? bases[subject] : trimmed();
    for (size_t i = 0; !bases[subject] && of->without[i]; i++)
        json_object_del(base, of->without[i]);
    if (!bases[subject] && of->families)
        narrow(base, of->families);
    return json_deep_copy(bases[subject] = base);
}

static char *spoilt(const uint8_t *data, size_t size, size_t subject)
{
    choices from = {data, data + size};
    json_t *copy = trimmed_to(subject);
    for (int i = 0; i < 6 && from.next < from.end; i++)
        spoil(copy, &from);
    char *text = json_dumps(copy, JSON_COMPACT);
    json_decref(copy);
    MUST(text);
    return text;
}

static void ask_rules(const ogp_rulebook *book)
{
    char text[OGP_RULE_TEXT_SIZE];
    for (size_t i = 0; i < ogp_rulebook_rule_count(book); i++) {
        const ogp_rule *rule = ogp_rulebook_rule_at(book, i);
        MUST(ogp_rulebook_rule(book, ogp_rule_id(rule)) == rule);
        MUST(ogp_rule_message(rule, "ar", text, sizeof text) < sizeof text);
        MUST(ogp_rule_mend(rule, "fr", text, sizeof text) < sizeof text);
        for (size_t k = 0; k < ogp_rule_edition_count(rule); k++)
            MUST(ogp_severity_name(ogp_rule_severity(rule, ogp_rule_edition_at(rule, k)))[0]);
    }
}

static void look(const ogp_report *report)
{
    for (size_t i = 0; i < ogp_report_count(report); i++)
        MUST(ogp_finding_message(ogp_report_at(report, i), "es") && ogp_finding_mend(ogp_report_at(report, i), "ar"));
}

static bool judge_plan(const ogp_context *context)
{
    static const char text[] = "{\"format\":\"ogp-plan/"
                               "1\",\"id\":\"P1\",\"member\":\"JOR\",\"language\":\"en\",\"edition\":\"handbook-2022\","
                               "\"submitted\":\"2022-08-31\","
                               "\"start\":\"2022-09-01\",\"end\":\"2024-08-31\",\"cocreation\":{\"standards\":\"2022\","
                               "\"forum\":{\"meetings\":[\"2022-01-01\"]},"
                               "\"timeline_published\":\"2022-01-01\",\"outreach\":[{\"date\":\"2022-02-01\"}]},"
                               "\"commitments\":[{\"id\":\"JO1\",\"number\":\"1\","
                               "\"title\":\"Publish a register\",\"description\":\"The ministry will publish two laws "
                               "by December 2023\",\"challenges\":[\"public-services\"],"
                               "\"values\":{\"transparency\":\"why\"},\"milestones\":[{\"number\":\"1.1\",\"title\":"
                               "\"adopt it\",\"end\":\"2023-01-01\"}],"
                               "\"assessments\":[{\"method\":\"irm-2014\",\"specificity\":\"high\",\"potential_"
                               "impact\":\"moderate\",\"completion\":\"substantial\"}]}]}";
    ogp_plan *plan = NULL;
    ogp_report *report = NULL;
    ogp_smart *smart = NULL;
    ogp_requirements *requirements = NULL;
    if (ogp_plan_parse(&plan, context, text, sizeof text - 1, NULL) < 0)
        return false;
    if (ogp_plan_check(&report, plan, context, NULL) == 0)
        look(report);
    if (ogp_plan_smart(&smart, plan, context, NULL) == 0)
        MUST(ogp_smart_score_at(smart, 0) <= 100);
    if (ogp_plan_requirements(&requirements, plan, (ogp_date){2023, 1, 1, 0}, context, NULL) == 0)
        look(ogp_requirements_report(requirements));
    bool well = report && smart && requirements;
    ogp_requirements_unref(requirements);
    ogp_smart_unref(smart);
    ogp_report_unref(report);
    ogp_plan_unref(plan);
    return well;
}

static bool judge_country(const ogp_context *context)
{
    ogp_eligibility_record record = OGP_ELIGIBILITY_RECORD_INIT;
    ogp_eligibility *verdict = NULL;
    bool well = true;
    record.country = "Tunisia";
    record.budget_proposal = 1;
    record.access_to_information = "law";
    record.asset_disclosure = "none";
    record.civil_liberties = 5.5;
    record.cso_entry_exit = 3;
    for (record.year = 2011; record.year < 2027; record.year += 5) {
        if (ogp_eligibility_judge(&verdict, &record, context, NULL) == 0)
            look(ogp_eligibility_report(verdict));
        well = well && verdict;
        ogp_eligibility_unref(verdict);
        verdict = NULL;
    }
    return well;
}

static bool judge_history(const ogp_context *context)
{
    static const char *const texts[] = {
        "{\"format\":\"ogp-join/"
        "1\",\"member\":\"TUN\",\"kind\":\"country\",\"events\":[{\"type\":\"letter-of-intent\",\"date\":\"2014-01-"
        "14\"}]}",
        "{\"format\":\"ogp-member/"
        "1\",\"member\":\"TUN\",\"kind\":\"country\",\"cycles\":[{\"previous_end\":\"2016-08-31\",\"submitted\":\"2017-"
        "02-01\"}],"
        "\"eligibility\":[{\"year\":2015,\"core\":\"fail\"},{\"year\":2016,\"core\":\"fail\"}],"
        "\"events\":[{\"type\":\"suspended\",\"date\":\"2017-05-01\"}]}"};
    bool well = true;
    for (size_t i = 0; i < 2; i++) {
        ogp_history *history = NULL;
        ogp_joining *joining = NULL;
        ogp_status *status = NULL;
        if (ogp_history_parse(&history, context, texts[i], strlen(texts[i]), NULL) < 0)
            return false;
        if (ogp_joining_judge(&joining, history, (ogp_date){2018, 1, 1, 0}, context, NULL) == 0)
            look(ogp_joining_report(joining));
        if (ogp_status_judge(&status, history, (ogp_date){2018, 1, 1, 0}, context, NULL) == 0)
            look(ogp_status_report(status));
        well = well && (status || joining);
        ogp_status_unref(status);
        ogp_joining_unref(joining);
        ogp_history_unref(history);
    }
    return well;
}

static bool judge_codes(const ogp_context *context)
{
    static const char table[] = "Country,Action Plan,Commitment Number,Year Of Submission,Specificity,_Relevant,"
                                "Potential Impact,Completion (Progress Report)\n"
                                "Jordan,1,1.1,2014,High,1,Moderate,Substantial\nTunisia,2,2,2016,3,0,NR,\n";
    static const ogp_irm_variable variables[] = {
        {"year", "2014"}, {"specificity", "high"}, {"potential_impact", "2"}, {"completion_progress", "substantial"}};
    ogp_results *results = NULL;
    ogp_dataset *dataset = NULL;
    ogp_summary *sums = NULL;
    if (ogp_assess(&results, variables, 4, NULL, context, NULL) == 0)
        look(ogp_results_report(results));
    if (ogp_dataset_read_memory(&dataset, table, sizeof table - 1, NULL, context, NULL) == 0 &&
        ogp_dataset_summarize(&sums, dataset, "country", NULL) == 0)
        MUST(ogp_summary_group_count(sums) <= 2);
    bool well = results && sums;
    ogp_summary_unref(sums);
    ogp_dataset_unref(dataset);
    ogp_results_unref(results);
    return well;
}

static bool judge_calendar(const ogp_context *context)
{
    ogp_calendar *calendar = NULL;
    ogp_calendar_options options = OGP_CALENDAR_OPTIONS_INIT;
    options.start = (ogp_date){2022, 9, 1, 0};
    if (ogp_calendar_new(&calendar, &options, context, NULL) == 0)
        MUST(ogp_calendar_name(calendar, 0, "ar"));
    bool well = calendar;
    ogp_calendar_unref(calendar);
    return well;
}

/* Judges one subject, or all of them; whether each judgement came about. */
static bool judge(const ogp_rulebook *book, size_t subject)
{
    static bool (*const judges[SUBJECTS])(const ogp_context *) = {NULL,          judge_plan,  judge_country,
                                                                  judge_history, judge_codes, judge_calendar};
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    ogp_context *context = NULL;
    options.rulebook = book;
    MUST(ogp_context_new(&context, &options, NULL) == 0);
    bool well = true;
    for (size_t i = 1; i < SUBJECTS; i++)
        if (subject == 0 || subject == i)
            well = judges[i](context) && well;
    ogp_context_unref(context);
    return well;
}

/* Before anything is spoilt, each rulebook loads and judges: else the runs would end at the door. */
static void look_first(void)
{
    static bool looked;
    for (size_t subject = 0; subject < SUBJECTS && !looked; subject++) {
        ogp_rulebook *book = NULL;
        char *text = spoilt((const uint8_t *)"", 0, subject);
        MUST(ogp_rulebook_parse(&book, text, strlen(text), NULL) == 0 && judge(book, subject));
        ogp_rulebook_unref(book);
        free(text);
    }
    looked = true;
}

static void write_again(const ogp_rulebook *book)
{
    char *text, *text_again;
    size_t length, length_again;
    ogp_rulebook *again = NULL;
    MUST(ogp_rulebook_to_json(&text, &length, book, NULL) == 0);
    MUST(ogp_rulebook_parse(&again, text, length, NULL) == 0);
    MUST(ogp_rulebook_to_json(&text_again, &length_again, again, NULL) == 0);
    MUST(length == length_again && memcmp(text, text_again, length) == 0);
    ogp_free(text);
    ogp_free(text_again);
    ogp_rulebook_unref(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_rulebook *book = NULL;
    look_first();
    bool whole = size && data[0] == '{';
    size_t subject =
        whole || !size ? 0 : data[size - 1] % SUBJECTS; /* by the last byte, of which a choice is made but rarely */
    char *edited = whole ? NULL : spoilt(data, size, subject);
    const char *text = edited ? edited : (const char *)data;
    int rc = ogp_rulebook_parse(&book, text, edited ? strlen(edited) : size, &error);
    free(edited);
    if (rc < 0) {
        MUST(!book);
        must_explain(rc, &error);
        return 0;
    }
    ask_rules(book);
    if (size % 4 == 0)
        write_again(book);
    judge(book, subject);
    ogp_rulebook_unref(book);
    return 0;
}
