/* SPDX-License-Identifier: MIT */
/* Every allocation fails in turn, whoever makes it: libogp, jansson, libxml2, libzip, zlib, the C library. Once alone,
   then with all that follow. A call must end in OGP_ERROR_MEMORY, or give what it gives otherwise; nothing may stay
   allocated. survive SOURCE_ROOT [SCENARIO [N]]; OGP_SURVIVE is how many places to try for each (0: all). */
#include "dataset/convert.h"
#include <ogp/ogp.h>
#include <stdio.h>
#include <stdlib.h>
#ifdef OGP_HAVE_XML
#include <libxml/xmlerror.h>
#endif

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void __libc_free(void *);

static struct { size_t calls, fail_at, live; bool from; } memory;

static bool fails(void)
{
    memory.calls++;
    return memory.fail_at && (memory.from ? memory.calls >= memory.fail_at : memory.calls == memory.fail_at);
}

static void *counted(void *allocated)
{
    memory.live += allocated != NULL;
    return allocated;
}

void *malloc(size_t size)
{
    return fails() ? NULL : counted(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : counted(__libc_calloc(count, size));
}

void *realloc(void *old, size_t size)
{
    if (fails())
        return NULL;
    void *grown = __libc_realloc(old, size);
    return old ? grown : counted(grown);
}

void free(void *allocated)
{
    memory.live -= allocated != NULL;
    __libc_free(allocated);
}

/* What a scenario gave, in one number. */
typedef struct outcome { const char *root; uint64_t digest; ogp_error error; } outcome;

static void note(outcome *o, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        o->digest = (o->digest ^ (unsigned char)bytes[i]) * 1099511628211u;
}

static const char *in_root(const outcome *o, const char *path, char buffer[512])
{
    snprintf(buffer, 512, "%s/%s", o->root, path);
    return buffer;
}

static int note_text(outcome *o, int code, char *text, size_t length)
{
    if (code == 0)
        note(o, text, length);
    ogp_free(text);
    return code;
}

static int load(ogp_plan **plan, outcome *o, const char *name)
{
    char path[512];
    return ogp_plan_load(plan, NULL, in_root(o, name, path), &o->error);
}

static int write_both(outcome *o, const ogp_plan *plan)
{
    char *text = NULL;
    size_t length = 0;
    int code = ogp_plan_write(&text, &length, plan, &o->error);
    code = note_text(o, code, text, length);
    if (code == 0 && ogp_has_feature("xml")) {
        text = NULL;
        code = ogp_plan_write_xml(&text, &length, plan, &o->error);
        code = note_text(o, code, text, length);
    }
    return code;
}

static int plan_json(outcome *o)
{
    ogp_plan *plan = NULL;
    int code = load(&plan, o, "examples/plans/en-2016.json");
    if (code == 0)
        code = write_both(o, plan);
    ogp_plan_unref(plan);
    return code;
}

static const char odd_plan[] =
    "{\"format\":\"ogp-plan/"
    "1\",\"id\":\"\\u0041\",\"title\":{\"en\":\"a\\tb\",\"ar\":\"\\u0627\"},\"x\":{\"y\":[1,2.5,null,true,\"\\\\\"]},"
    "\"commitments\":[{\"number\":\"1\",\"title\":\"t\",\"start\":\"2021\",\"own\":[{}],\"milestones\":[{\"number\":"
    "\"1.1\",\"z\":[]}]}]}";

static int plan_odd(outcome *o)
{
    ogp_plan *plan = NULL;
    int code = ogp_plan_parse(&plan, NULL, odd_plan, sizeof odd_plan - 1, &o->error);
    if (code == 0)
        code = write_both(o, plan);
    ogp_plan_unref(plan);
    return code;
}

static char *xml_text;
static size_t xml_length;

static int plan_xml(outcome *o)
{
    ogp_plan *plan = NULL;
    int code = xml_text ? ogp_plan_parse(&plan, NULL, xml_text, xml_length, &o->error) : 0;
    if (code == 0 && plan)
        code = write_both(o, plan);
    ogp_plan_unref(plan);
    return code;
}

static int check(outcome *o)
{
    static const int formats[] = {OGP_WRITE_TEXT, OGP_WRITE_JSON, OGP_WRITE_SARIF, OGP_WRITE_HTML};
    ogp_plan *plan = NULL;
    ogp_report *report = NULL;
    int code = load(&plan, o, "examples/plans/fr-brouillon.json");
    if (code == 0)
        code = ogp_plan_check(&report, plan, NULL, &o->error);
    for (size_t i = 0; code == 0 && i < 4; i++) {
        ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
        ogp_write_item item = {.report = report};
        char *text = NULL;
        size_t length = 0;
        options.format = formats[i];
        options.language = "ar";
        code = ogp_report_write(&text, &length, &item, &options, &o->error);
        code = note_text(o, code, text, length);
    }
    ogp_report_unref(report);
    ogp_plan_unref(plan);
    return code;
}

static int judge(outcome *o)
{
    static const ogp_date today = {2024, 5, 1, OGP_DATE_CERTAIN};
    ogp_plan *plan = NULL;
    ogp_smart *smart = NULL;
    ogp_requirements *requirements = NULL;
    int code = load(&plan, o, "examples/plans/es-borrador.json");
    if (code == 0)
        code = ogp_plan_smart(&smart, plan, NULL, &o->error);
    for (size_t i = 0; code == 0 && i < ogp_smart_count(smart); i++)
        o->digest = o->digest * 31 + (uint64_t)ogp_smart_score_at(smart, i);
    if (code == 0)
        code = ogp_plan_requirements(&requirements, plan, today, NULL, &o->error);
    for (size_t i = 0; code == 0 && i < ogp_requirements_count(requirements); i++)
        o->digest = o->digest * 31 + (uint64_t)ogp_requirements_mark(requirements, i);
    ogp_requirements_unref(requirements);
    ogp_smart_unref(smart);
    ogp_plan_unref(plan);
    return code;
}

static int stream(outcome *o)
{
    static const char lines[] = "{\"number\":\"1\",\"title\":\"a\",\"plan\":\"P\",\"member\":\"JOR\"}\n\n"
                                "{\"number\":\"2\",\"title\":\"\\u0062\",\"x\":[1,{\"y\":2}]}\n{\"number\":\"3\"}\n";
    ogp_stream *s = NULL;
    const ogp_commitment *c = NULL;
    int code = ogp_stream_open_memory(&s, NULL, lines, sizeof lines - 1, &o->error);
    while (code >= 0 && (code = ogp_stream_next(&c, s, &o->error)) > 0) {
        char *text = NULL;
        size_t length = 0;
        code = ogp_plan_write_commitment(&text, &length, ogp_stream_plan(s), c, &o->error);
        if (note_text(o, code, text, length) < 0)
            break;
    }
    ogp_stream_close(s);
    return code;
}

static int sum_up(outcome *o, const ogp_dataset *dataset)
{
    ogp_summary *summary = NULL, *again = NULL;
    char *text = NULL;
    size_t length = 0;
    int code = ogp_dataset_summarize(&summary, dataset, "country,year", &o->error);
    if (code == 0)
        code = ogp_summary_write(&text, &length, summary, &o->error);
    if (code == 0)
        code = ogp_summary_parse(&again, text, length, NULL, &o->error);
    code = note_text(o, code, text, length);
    if (code == 0)
        code = ogp_summary_merge(summary, again, &o->error);
    ogp_summary_unref(again);
    ogp_summary_unref(summary);
    return code;
}

static int read_columns(outcome *o, const char *name)
{
    char path[512];
    ogp_dataset *dataset = NULL;
    ogp_dataset_options options = OGP_DATASET_OPTIONS_INIT;
    options.keep = OGP_KEEP_TEXTS;
    int code = ogp_dataset_read(&dataset, in_root(o, name, path), &options, NULL, &o->error);
    for (size_t c = 0; code == 0 && c < ogp_dataset_column_count(dataset); c++)
        for (size_t r = 0; r < ogp_dataset_rows(dataset); r++) {
            size_t length = 0;
            const char *text = ogp_dataset_text(dataset, c, r, &length);
            note(o, text, length);
            o->digest += (uint64_t)ogp_dataset_code(dataset, c, r);
        }
    if (code == 0)
        code = sum_up(o, dataset);
    ogp_dataset_unref(dataset);
    return code;
}

static int table_csv(outcome *o)
{
    return read_columns(o, "examples/tables/commitments.csv");
}

static int table_xlsx(outcome *o)
{
    return ogp_has_feature("xlsx") ? read_columns(o, "examples/tables/commitments.xlsx") : 0;
}

static int table_plan(outcome *o)
{
    return read_columns(o, "examples/plans/en-2016.json");
}

static int summary(outcome *o)
{
    char path[512];
    ogp_summary *s = NULL;
    int code = ogp_summary_new(&s, "member,plan", NULL, &o->error);
    if (code == 0)
        code = ogp_summary_add_path(s, in_root(o, "examples/tables/commitments.csv", path), &o->error);
    if (code == 0)
        code = ogp_summary_add_path(s, in_root(o, "examples/plans/en-clean.json", path), &o->error);
    for (size_t i = 0; code == 0 && i < ogp_summary_group_count(s); i++)
        o->digest = o->digest * 31 + ogp_summary_commitments(s, i);
    ogp_summary_unref(s);
    return code;
}

static int convert(outcome *o)
{
    char path[512];
    ogpi_rows *rows = NULL;
    ogpi_convert *c = NULL;
    ogpi_row row;
    ogpi_buffer out;
    ogpi_buffer_init(&out, NULL);
    int code = ogpi_rows_open_path(&rows, in_root(o, "examples/tables/commitments.csv", path), NULL, &o->error);
    if (code == 0)
        code = ogpi_convert_open(&c, rows, NULL, &o->error);
    while (code >= 0 && (code = ogpi_rows_next(rows, &row, &o->error)) > 0) {
        ogpi_convert_csv_row(c, &row, &out);
        ogpi_convert_json_row(c, &row, &out);
    }
    if (code == 0 && !out.failed)
        note(o, out.data, out.length);
    code = code == 0 && out.failed ? OGP_ERROR_MEMORY : code;
    ogpi_buffer_clear(&out);
    ogpi_convert_close(c);
    ogpi_rows_close(rows);
    return code;
}

static int eligibility(outcome *o)
{
    char path[512];
    ogp_eligibility_table *table = NULL;
    ogp_eligibility *row = NULL;
    int code =
        ogp_eligibility_table_open(&table, NULL, in_root(o, "examples/eligibility/mistakes.csv", path), &o->error);
    while (code >= 0 && (code = ogp_eligibility_table_next(&row, table, &o->error)) > 0) {
        note(o, ogp_eligibility_share(row), strlen(ogp_eligibility_share(row)));
        o->digest += ogp_report_count(ogp_eligibility_report(row));
        ogp_eligibility_unref(row);
    }
    if (code == 0)
        o->digest += ogp_report_count(ogp_eligibility_table_report(table));
    ogp_eligibility_table_close(table);
    return code;
}

static int facts(outcome *o)
{
    static const char *const texts[][2] = {
        {"en", "By 31 December 2024 the Ministry of Health will publish 3 reports and train 20% of 1,200 officials "
               "within six months."},
        {"fr", "D'ici au 30 juin 2023, le ministère de la Justice formera deux cents agents pendant trois mois."},
        {"es", "Antes del 15 de marzo de 2022 la Secretaría publicará cinco informes trimestrales."},
        {"ar", "\u062a\u0646\u0634\u0631 \u0648\u0632\u0627\u0631\u0629 \u0627\u0644\u0635\u062d\u0629 "
               "\u062e\u0645\u0633\u0629 \u062a\u0642\u0627\u0631\u064a\u0631 \u0642\u0628\u0644 31 "
               "\u0645\u0627\u0631\u0633 2023"},
    };
    int code = 0;
    for (size_t i = 0; code == 0 && i < sizeof texts / sizeof *texts; i++) {
        ogp_facts *found = NULL;
        code = ogp_text_facts(&found, texts[i][1], strlen(texts[i][1]), i % 2 ? texts[i][0] : NULL, NULL, &o->error);
        for (size_t k = 0; code == 0 && k < ogp_facts_count(found); k++)
            o->digest = o->digest * 31 + ogp_facts_at(found, k)->start;
        ogp_facts_unref(found);
    }
    return code;
}

static int membership(outcome *o)
{
    static const ogp_date today = {2024, 5, 1, OGP_DATE_CERTAIN};
    char path[512], *text = NULL;
    size_t length = 0;
    ogp_history *history = NULL;
    ogp_joining *joining = NULL;
    ogp_status *status = NULL;
    int code = ogp_history_load(&history, NULL, in_root(o, "examples/membership/member.json", path), &o->error);
    if (code == 0 && (code = ogp_joining_judge(&joining, history, today, NULL, &o->error)) == 0) {
        code = ogp_joining_write(&text, &length, joining, "json", "ar", &o->error);
        code = note_text(o, code, text, length);
    }
    if (code == 0 && (code = ogp_status_judge(&status, history, today, NULL, &o->error)) == 0) {
        text = NULL;
        code = ogp_status_write(&text, &length, status, "text", "fr", &o->error);
        code = note_text(o, code, text, length);
    }
    ogp_status_unref(status);
    ogp_joining_unref(joining);
    ogp_history_unref(history);
    return code;
}

static char *book_text;
static size_t book_length;

static int rulebook(outcome *o)
{
    ogp_rulebook *book = NULL;
    char *text = NULL;
    size_t length = 0;
    int code = ogp_rulebook_parse(&book, book_text, book_length, &o->error);
    if (code == 0)
        code = ogp_rulebook_to_json(&text, &length, book, &o->error);
    code = note_text(o, code, text, length);
    ogp_rulebook_unref(book);
    return code;
}

/* `lax`: libxml2 and libzip now and then take want of memory for a fault of the input, and say so in their words;
   libzip 1.7 leaves a block of its own behind when opening a part fails half-way. */
#define WHOLE(name, run) {name, run, 1, false, 0}
static const struct scenario {
    const char *name;
    int (*run)(outcome *);
    size_t share;
    bool lax;
    size_t left;
} scenarios[] = {
    WHOLE("check", check),
    WHOLE("convert", convert),
    WHOLE("eligibility", eligibility),
    WHOLE("facts", facts),
    WHOLE("judge", judge),
    WHOLE("membership", membership),
    WHOLE("plan-json", plan_json),
    WHOLE("plan-odd", plan_odd),
    {"plan-xml", plan_xml, 1, true, 0},
    {"rulebook", rulebook, 20, false, 0},
    WHOLE("stream", stream),
    WHOLE("summary", summary),
    WHOLE("table-csv", table_csv),
    WHOLE("table-plan", table_plan),
    {"table-xlsx", table_xlsx, 1, true, 1},
};

static outcome attempt(const struct scenario *s, const char *root, size_t fail_at, bool from, int *code)
{
    outcome o = {root, 1469598103934665603u, OGP_ERROR_INIT};
    memory.calls = 0;
    memory.fail_at = fail_at;
    memory.from = from;
    *code = s->run(&o);
    memory.fail_at = 0;
#ifdef OGP_HAVE_XML
    xmlResetLastError(); /* libxml2 keeps the words of the last one */
#endif
    return o;
}

/* How many of the places went wrong. */
static int sweep(const struct scenario *s, const char *root, bool from, size_t places, size_t only)
{
    int code, wrong = 0;
    size_t tried = 0, failed = 0;
    attempt(s, root, 0, false, &code);
    outcome good = attempt(s, root, 0, false, &code);
    size_t calls = memory.calls, live = memory.live, early = places / 2;
    if (code != 0) {
        printf("%s: does not work at all: %d %s\n", s->name, code, good.error.message);
        return 1;
    }
    size_t step = places && calls > places ? (calls - early) / (places - early) + 1 : 1;
    for (size_t n = only ? only : 1; n <= calls && wrong < 10; n += n <= early ? 1 : step) {
        outcome o = attempt(s, root, n, from, &code);
        bool same = code == 0 && o.digest == good.digest,
             lax = s->lax && (code == OGP_ERROR_SYNTAX || code == OGP_ERROR_FORMAT);
        tried++;
        failed += code != 0;
        if ((code != OGP_ERROR_MEMORY && !same && !lax) || memory.live < live || memory.live > live + s->left) {
            printf("%s: allocation %zu%s: code %d \"%s\", %s, %td left over\n", s->name, n,
                   from ? " and all later" : "", code, o.error.message, code == 0 && !same ? "another answer" : "",
                   (ptrdiff_t)(memory.live - live));
            wrong++;
        }
        live = memory.live;
        if (only)
            break;
    }
    printf("%-12s %6zu allocations, %5zu made to fail%s, %5zu told\n", s->name, calls, tried,
           from ? " with all later" : "", failed);
    return wrong + (failed == 0 && calls > 3 && !only);
}

static void prepare(const char *root)
{
    outcome o = {root, 0, OGP_ERROR_INIT};
    ogp_plan *plan = NULL;
    if (load(&plan, &o, "examples/plans/ar-five-axes.json") == 0 && ogp_has_feature("xml") &&
        ogp_plan_write_xml(&xml_text, &xml_length, plan, &o.error) < 0)
        xml_text = NULL;
    ogp_plan_unref(plan);
    if (ogp_rulebook_to_json(&book_text, &book_length, ogp_rulebook_builtin(), &o.error) < 0)
        book_text = NULL;
}

int main(int argc, char **argv)
{
    const char *given = getenv("OGP_SURVIVE");
    size_t places = given ? (size_t)strtoul(given, NULL, 10) : 600;
    size_t only = argc > 3 ? (size_t)strtoul(argv[3], NULL, 10) : 0;
    int wrong = 0;
    if (argc < 2)
        return 2;
    setenv("TZ", "UTC0", 1); /* libzip asks for the time zone, and the C library remembers it */
    setvbuf(stdout, NULL, _IOLBF, 0);
    prepare(argv[1]);
    for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++) {
        const struct scenario *s = &scenarios[i];
        if (argc > 2 && strcmp(argv[2], s->name) != 0)
            continue;
        wrong += sweep(s, argv[1], false, places / s->share, only);
        wrong += sweep(s, argv[1], true, places / s->share, only);
    }
    ogp_free(xml_text);
    ogp_free(book_text);
    return wrong != 0;
}
