/* SPDX-License-Identifier: MIT */
#include "workload.h"
#include <string.h>

int guest_handed_out;

/* FNV-1a over all answers: the same work has to give the same digest in every host. */
void guest_feed(guest_digest *digest, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        digest->value = (digest->value ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
    digest->bytes += length;
}

static int use_dates(guest_digest *digest, const ogp_context *context, ogp_error *error)
{
    static const char *const texts[] = { "2023-36", "2023-01-05/..", "2022?", "2021-12-31/2025-12-31" };
    char text[OGP_EDTF_SIZE];
    ogp_edtf date;

    (void)context;
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        if (ogp_edtf_parse(&date, texts[i], strlen(texts[i]), error) < 0)
            return -1;
        guest_feed(digest, text, ogp_edtf_format(&date, text, sizeof(text)));
    }
    if (ogp_edtf_parse(&date, "2023-02-30", 10, error) != OGP_ERROR_FORMAT)
        return -1;
    guest_feed(digest, error->message, strlen(error->message));
    return 0;
}

static const char plan_text[] = "{\"format\": \"ogp-plan/1\", \"id\": \"AP\", \"member\": \"JOR\", \"language\": "
                                "\"en\", \"edition\": \"handbook-2022\","
                                " \"start\": \"2021-12-31\", \"end\": \"2025-12-31\", \"own\": [1.5, 2e3, 0.1], "
                                "\"commitments\": [{\"id\": \"A\", \"number\": \"1\","
                                " \"title\": \"Register\", \"description\": \"The Ministry of Justice will publish 2.5 "
                                "million records by 31 December 2022.\","
                                " \"milestones\": [{\"number\": \"1.1\", \"end\": \"2022-12-31\"}]}, {\"id\": \"B\"}]}";

static int use_report(guest_digest *digest, const ogp_report *report, ogp_error *error)
{
    static const char *const languages[] = { "en", "ar", "fr", "es" };
    const ogp_write_item item = { report, "plan.json", plan_text, sizeof plan_text - 1 };
    for (size_t i = 0; i < 4; i++) {
        ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
        char *text = NULL;
        size_t length = 0;
        options.format = 1 + (int)i;
        options.language = languages[i];
        guest_handed_out = 1;
        int status = ogp_report_write(&text, &length, &item, &options, error);
        guest_handed_out = 0;
        if (status < 0)
            return -1;
        guest_feed(digest, text, length);
        ogp_free(text);
    }
    return 0;
}

static int use_plan(guest_digest *digest, const ogp_context *context, ogp_error *error)
{
    ogp_plan *plan = NULL;
    ogp_report *report = NULL;
    ogp_smart *smart = NULL;
    char *text = NULL;
    size_t length = 0;
    int status = -1;

    if (ogp_plan_parse(&plan, context, plan_text, sizeof plan_text - 1, error) == 0 &&
        ogp_plan_check(&report, plan, context, error) == 0 && ogp_plan_smart(&smart, plan, context, error) == 0) {
        guest_handed_out = 1;
        status = ogp_plan_write(&text, &length, plan, error);
        guest_handed_out = 0;
    }
    if (status == 0) {
        int score = ogp_smart_score_at(smart, 0);
        guest_feed(digest, (const char *)&score, sizeof score);
        guest_feed(digest, text, length);
        status = use_report(digest, report, error);
    }
    if (status == 0)
        status = guest_use_xml(digest, plan, context, error);
    if (status == 0)
        status = guest_use_cocreation(digest, plan, context, error);
    ogp_free(text);
    ogp_smart_unref(smart);
    ogp_report_unref(report);
    ogp_plan_unref(plan);
    return status;
}

static int use_facts(guest_digest *digest, const ogp_context *context, ogp_error *error)
{
    static const char *const texts[] = {"By 31 December 2022 publish 2.5 million records",
                                        "نشر 12 سجلا قبل 31 ديسمبر 2022", "Publier 2,5 millions de documents",
                                        "antes del 31 de diciembre de 2022"};
    static const char *const languages[] = { "en", "ar", "fr", "es" };
    for (size_t i = 0; i < 4; i++) {
        ogp_facts *facts = NULL;
        if (ogp_text_facts(&facts, texts[i], strlen(texts[i]), languages[i], context, error) < 0)
            return -1;
        for (size_t k = 0; k < ogp_facts_count(facts); k++)
            guest_feed(digest, ogp_facts_at(facts, k)->norm, strlen(ogp_facts_at(facts, k)->norm));
        ogp_facts_unref(facts);
    }
    return 0;
}

static int use_membership(guest_digest *digest, const ogp_context *context, ogp_error *error)
{
    ogp_eligibility_record record = OGP_ELIGIBILITY_RECORD_INIT;
    ogp_calendar_options options = OGP_CALENDAR_OPTIONS_INIT;
    ogp_eligibility *eligibility = NULL;
    ogp_calendar *calendar = NULL;
    int status = -1;

    record.year = 2023;
    record.access_to_information = "law";
    record.civil_liberties = 7.35;
    options.edition = "cal-2018";
    options.submitted = options.start = (ogp_date){ 2018, 8, 31, 0 };
    if (ogp_eligibility_judge(&eligibility, &record, context, error) == 0 &&
        ogp_calendar_new(&calendar, &options, context, error) == 0) {
        guest_feed(digest, ogp_eligibility_share(eligibility), strlen(ogp_eligibility_share(eligibility)));
        for (size_t i = 0; i < ogp_calendar_count(calendar); i++)
            guest_feed(digest, ogp_calendar_name(calendar, i, "ar"), strlen(ogp_calendar_name(calendar, i, "ar")));
        status = 0;
    }
    ogp_calendar_unref(calendar);
    ogp_eligibility_unref(eligibility);
    return status;
}

int guest_work(guest_digest *out, const char *directory, const ogp_allocator *allocator)
{
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    ogp_error error = OGP_ERROR_INIT;
    ogp_context *context = NULL;
    (void)directory;
    *out = (guest_digest){ UINT64_C(14695981039346656037), 0 };
    options.allocator = allocator;
    options.language = "ar";
    if (ogp_context_new(&context, &options, &error) < 0)
        return 1;
    static int (*const steps[])(guest_digest * digest, const ogp_context *context, ogp_error *error) = {
        use_dates,         use_plan,      use_facts,         use_membership,
        guest_use_dataset, guest_use_irm, guest_use_history, guest_use_stream,
    };
    size_t done = 0;
    while (done < sizeof steps / sizeof *steps && steps[done](out, context, &error) == 0)
        done++;
    int failed = done < sizeof steps / sizeof *steps ? (int)done + 2 : 0;
    ogp_context_unref(context);
    return failed;
}
