/* SPDX-License-Identifier: MIT */
/* Four threads share a rulebook, a context, a plan, its report, a history and a dataset: each finds what one alone
   finds. Built with -fsanitize=thread, this is where races show. */
#include "test.h"

#include <ogp/ogp.h>
#include <pthread.h>

enum { THREADS = 4, ROUNDS = 8, ANSWERS = 11 };

static const char plan_text[] = "{\"format\":\"ogp-plan/"
                                "1\",\"id\":\"P1\",\"member\":\"TUN\",\"language\":\"ar\",\"edition\":\"handbook-"
                                "2022\",\"submitted\":\"2022-08-31\","
                                "\"start\":\"2022-09-01\",\"end\":\"2024-08-31\",\"lead\":{\"name\":\"وزارة "
                                "المالية\"},\"cocreation\":{\"standards\":\"2022\","
                                "\"forum\":{\"meetings\":[\"2022-01-01\"]},\"timeline_published\":\"2022-01-01\","
                                "\"outreach\":[{\"date\":\"2022-02-01\"}]},"
                                "\"commitments\":[{\"id\":\"TN1\",\"number\":\"1\",\"title\":{\"ar\":\"نشر سجل "
                                "المستفيدين\",\"fr\":\"Publier un registre\"},"
                                "\"description\":\"تنشر وزارة المالية سجلا بحلول ٣١ ديسمبر ٢٠٢٣ وتدرب خمسين بلدية عند "
                                "الاقتضاء\",\"x\":[1,{\"y\":null}],"
                                "\"milestones\":[{\"number\":\"1.1\",\"title\":\"إعداد "
                                "دليل\",\"end\":\"2026-01-01\"}]},{\"number\":\"3\",\"title\":\"\"}]}";

static const char table_text[] =
    "Country,Action Plan Number,Lead Institution,Year,_Relevant,Potential Impact,Actual Completion\n"
    "Jordan,1,Ministry,2014,1,Moderate,Substantial\nTunisia,2,,2016,0,Major,NR\n";

static const char history_text[] =
    "{\"format\":\"ogp-join/"
    "1\",\"member\":\"TUN\",\"kind\":\"country\",\"events\":[{\"type\":\"letter-of-intent\",\"date\":\"2014-01-14\"}]}";

typedef struct shared {
    ogp_rulebook *book;
    ogp_context *context;
    ogp_plan *plan;
    ogp_report *report;
    ogp_history *history;
    ogp_dataset *dataset;
} shared;

typedef struct answers { char *text[ANSWERS]; } answers;

typedef struct worker {
    pthread_t thread;
    shared own; /* references of its own */
    const answers *expected;
    pthread_barrier_t *start;
    const char *failed;
} worker;

#define must(call) \
    do { \
        if ((call) != 0) { \
            fprintf(stderr, "line %d: %s\n", __LINE__, #call); \
            abort(); \
        } \
    } while (0)

static char *write_report(const ogp_report *report, int format, const char *language)
{
    ogp_write_item item = {report, "plan", plan_text, sizeof plan_text - 1};
    ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
    char *out = NULL;
    options.format = format;
    options.language = language;
    options.all_languages = 1;
    must(ogp_report_write(&out, NULL, &item, &options, NULL));
    return out;
}

static char *check(const shared *s)
{
    ogp_report *report = NULL;
    must(ogp_plan_check(&report, s->plan, s->context, NULL));
    char *out = write_report(report, OGP_WRITE_JSON, "ar");
    ogp_report_unref(report);
    return out;
}

/* Messages are made when they are asked for: all threads ask the same report. */
static char *messages(const shared *s)
{
    static const char *const languages[] = {"en", "ar", "fr", "es"};
    char *out = malloc(1 << 16);
    size_t length = 0;
    for (size_t i = 0; i < ogp_report_count(s->report); i++)
        for (size_t k = 0; k < 4; k++)
            length += (size_t)snprintf(out + length, (1 << 16) - length, "%s%s",
                                       ogp_finding_message(ogp_report_at(s->report, i), languages[k]),
                                       ogp_finding_mend(ogp_report_at(s->report, i), languages[k]));
    return out;
}

static char *facts(const shared *s)
{
    static const char text[] =
        "Le ministère de la Justice publiera 12 registres d’ici fin 2025, within six months, في غشت 2022.";
    char *out = malloc(4096);
    size_t length = 0;
    const char *const languages[] = {"en", "ar", "fr", "es", NULL};
    for (size_t k = 0; k < 5; k++) {
        ogp_facts *found = NULL;
        must(ogp_text_facts(&found, text, sizeof text - 1, languages[k], s->context, NULL));
        for (size_t i = 0; i < ogp_facts_count(found); i++)
            length += (size_t)snprintf(out + length, 4096 - length, "%zu-%zu %s;", ogp_facts_at(found, i)->start,
                                       ogp_facts_at(found, i)->end, ogp_facts_at(found, i)->norm);
        ogp_facts_unref(found);
    }
    return out;
}

static char *write_plan(const shared *s)
{
    char *out = NULL;
    must(ogp_plan_write(&out, NULL, s->plan, NULL));
    return out;
}

static char *write_xml(const shared *s)
{
    char *out = NULL, *again = NULL;
    ogp_plan *plan = NULL;
    if (ogp_plan_write_xml(&out, NULL, s->plan, NULL) < 0)
        return write_plan(s);
    must(ogp_plan_parse(&plan, s->context, out, strlen(out), NULL));
    must(ogp_plan_write(&again, NULL, plan, NULL));
    ogp_plan_unref(plan);
    ogp_free(out);
    return again;
}

static char *smart(const shared *s)
{
    ogp_smart *marks = NULL;
    char *out = malloc(64);
    must(ogp_plan_smart(&marks, s->plan, s->context, NULL));
    snprintf(out, 64, "%d %zu", ogp_smart_score_at(marks, 0), ogp_smart_evidence_count(marks, 0));
    ogp_smart_unref(marks);
    return out;
}

static char *eligibility(const shared *s)
{
    ogp_eligibility_record record = OGP_ELIGIBILITY_RECORD_INIT;
    ogp_eligibility *verdict = NULL;
    record.country = "Tunisia";
    record.year = 2014;
    record.budget_proposal = 1;
    record.access_to_information = "law";
    must(ogp_eligibility_judge(&verdict, &record, s->context, NULL));
    char *out = write_report(ogp_eligibility_report(verdict), OGP_WRITE_TEXT, "fr");
    ogp_eligibility_unref(verdict);
    return out;
}

static char *requirements(const shared *s)
{
    ogp_requirements *judged = NULL;
    must(ogp_plan_requirements(&judged, s->plan, (ogp_date){2023, 1, 1, 0}, s->context, NULL));
    char *out = write_report(ogp_requirements_report(judged), OGP_WRITE_SARIF, "es");
    ogp_requirements_unref(judged);
    return out;
}

static char *joining(const shared *s)
{
    ogp_joining *judged = NULL;
    char *out = NULL;
    must(ogp_joining_judge(&judged, s->history, (ogp_date){2023, 1, 1, 0}, s->context, NULL));
    must(ogp_joining_write(&out, NULL, judged, "json", "ar", NULL));
    ogp_joining_unref(judged);
    return out;
}

static char *sums(const shared *s)
{
    ogp_summary *summary = NULL;
    char *out = NULL;
    must(ogp_dataset_summarize(&summary, s->dataset, "country,lead", NULL));
    must(ogp_summary_write(&out, NULL, summary, NULL));
    ogp_summary_unref(summary);
    return out;
}

static char *rules(const shared *s)
{
    char *out = calloc(1, OGP_RULE_TEXT_SIZE);
    for (size_t i = 0; i < ogp_rulebook_rule_count(s->book); i += 7)
        ogp_rule_message(ogp_rulebook_rule_at(s->book, i), "ar", out, OGP_RULE_TEXT_SIZE);
    return out;
}

static void ask(answers *out, const shared *s)
{
    static char *(*const questions[ANSWERS])(const shared *) = {
        check, messages, facts, write_plan, write_xml, smart, eligibility, requirements, joining, sums, rules};
    for (size_t i = 0; i < ANSWERS; i++)
        out->text[i] = questions[i](s);
}

static void forget(answers *out)
{
    for (size_t i = 0; i < ANSWERS; i++)
        free(out->text[i]);
}

static void take(shared *out, const shared *from)
{
    out->book = ogp_rulebook_ref(from->book);
    out->context = ogp_context_ref(from->context);
    out->plan = ogp_plan_ref(from->plan);
    out->report = ogp_report_ref(from->report);
    out->history = ogp_history_ref(from->history);
    out->dataset = ogp_dataset_ref(from->dataset);
}

static void drop(shared *s)
{
    ogp_dataset_unref(s->dataset);
    ogp_history_unref(s->history);
    ogp_report_unref(s->report);
    ogp_plan_unref(s->plan);
    ogp_context_unref(s->context);
    ogp_rulebook_unref(s->book);
}

static void *work(void *user)
{
    worker *w = user;
    pthread_barrier_wait(w->start);
    for (int round = 0; round < ROUNDS; round++) {
        answers got;
        shared more;
        take(&more, &w->own);
        ask(&got, &more);
        for (size_t i = 0; i < ANSWERS; i++)
            if (strcmp(got.text[i], w->expected->text[i]) != 0)
                w->failed = w->expected->text[i];
        forget(&got);
        drop(&more);
    }
    drop(&w->own);
    return NULL;
}

static void make(shared *s)
{
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    char *book;
    size_t length;
    must(ogp_rulebook_to_json(&book, &length, ogp_rulebook_builtin(), NULL));
    must(ogp_rulebook_parse(&s->book, book, length, NULL));
    ogp_free(book);
    options.rulebook = s->book;
    options.language = "fr";
    must(ogp_context_new(&s->context, &options, NULL));
    must(ogp_plan_parse(&s->plan, s->context, plan_text, sizeof plan_text - 1, NULL));
    must(ogp_plan_check(&s->report, s->plan, s->context, NULL));
    must(ogp_history_parse(&s->history, s->context, history_text, sizeof history_text - 1, NULL));
    must(ogp_dataset_read_memory(&s->dataset, table_text, sizeof table_text - 1, NULL, s->context, NULL));
}

static void threads_agree(void **state)
{
    worker workers[THREADS];
    pthread_barrier_t start;
    shared alone = {0}, all = {0};
    answers expected;
    (void)state;
    make(&alone);
    ask(&expected, &alone);
    drop(&alone);
    make(&all); /* fresh: whatever is made on demand is made by the threads */
    assert_int_equal(pthread_barrier_init(&start, NULL, THREADS), 0);
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (worker){.expected = &expected, .start = &start};
        take(&workers[i].own, &all);
    }
    drop(&all); /* the last thread frees */
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(workers[i].thread, NULL);
        if (workers[i].failed)
            fail_msg("thread %d found something else than: %.200s", i, workers[i].failed);
    }
    pthread_barrier_destroy(&start);
    forget(&expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(threads_agree)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
