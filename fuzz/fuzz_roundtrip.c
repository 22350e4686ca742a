/* SPDX-License-Identifier: MIT */
/* From bytes to a plausible plan, by the shapes of the model: each byte decides on the next member. It is checked,
   written as JSON and as XML, and read again; what comes back is written alike and has the same findings in every
   language. */
#include "fuzz.h"

#include "model/model.h"
#include <ogp/check.h>
#include <ogp/plan.h>
#include <ogp/write.h>

typedef struct maker {
    const uint8_t *next, *end;
    ogpi_buffer out;
} maker;

static unsigned choose(maker *m, unsigned count)
{
    return (m->next < m->end ? *m->next++ : 0u) % count;
}

#define PICK(m, list) ((list)[choose(m, sizeof(list) / sizeof *(list))])

/* Words that members of the model hold, and some that none should. */
static void put_word(maker *m)
{
    static const char *const words[] = {"",
                                        "1",
                                        "1.2",
                                        "2022",
                                        "JO0056",
                                        "JOR",
                                        "Tunisia",
                                        "national",
                                        "local",
                                        "en",
                                        "ar",
                                        "fr",
                                        "es",
                                        "handbook-2022",
                                        "template-2018",
                                        "irm-2011",
                                        "irm-2014",
                                        "irm-2016",
                                        "irm-2021",
                                        "high",
                                        "medium",
                                        "moderate",
                                        "transformative",
                                        "limited",
                                        "substantial",
                                        "complete",
                                        "none",
                                        "major",
                                        "outstanding",
                                        "withdrawn",
                                        "unclear",
                                        "not reviewed",
                                        "access-to-information",
                                        "civic-participation",
                                        "public-services",
                                        "open-data",
                                        "civil-society",
                                        "government",
                                        "involve",
                                        "inform",
                                        "a@example.org",
                                        "https://example.org/a?b=1&c=<d>",
                                        "new",
                                        "ongoing",
                                        "progress",
                                        "end-of-term",
                                        "\xd8\xb9\xd8\xa7\xd9\x85",
                                        "O\xe2\x80\x99"
                                        "Brien \xf0\x9f\x98\x80",
                                        "\\u0007\\\"",
                                        "]]>",
                                        "&amp;",
                                        " ",
                                        "\xe2\x80\xae"};
    ogpi_buffer_printf(&m->out, "\"%s\"", PICK(m, words));
}

static void put_date(maker *m)
{
    static const char *const dates[] = {"2022-01-01",  "2023-12-31", "2024-02-29", "2022",
                                        "2022-09",     "2025-35",    "2012-40",    "2021-12-31/2023-12-31",
                                        "2022/..",     "../2022",    "2022~",      "",
                                        "2022-08-31?", "9999-12-31", "0001",       "-0044-03-15",
                                        "2022-01-01/"};
    ogpi_buffer_printf(&m->out, "\"%s\"", PICK(m, dates));
}

/* Pieces of sentences, joined as the bytes say. */
static void put_sentence(maker *m)
{
    static const char *const pieces[] = {
        "The Ministry of Finance will publish",
        "an open data portal",
        "by 31 December 2023",
        "in Q3 2024",
        "within six months",
        "50 municipalities",
        "where possible",
        "train 120 officials",
        "30 %",
        "twice a year",
        ".",
        ";",
        "\\n",
        "la loi sur l\xe2\x80\x99"
        "acc\xc3\xa8s \xc3\xa0 l\xe2\x80\x99"
        "information",
        "le minist\xc3\xa8re de la Justice",
        "d\xe2\x80\x99ici fin 2025",
        "la Secretar\xc3\xad"
        "a de la Funci\xc3\xb3n P\xc3\xba"
        "blica",
        "antes del 30 de junio de 2024",
        "\xd9\x88\xd8\xb2\xd8\xa7\xd8\xb1\xd8\xa9 \xd8\xa7\xd9\x84\xd9\x85\xd8\xa7\xd9\x84\xd9\x8a\xd8\xa9",
        "\xd8\xa8\xd8\xad\xd9\x84\xd9\x88\xd9\x84 \xd8\xb9\xd8\xa7\xd9\x85 2025",
        "\xd8\xae\xd9\x84\xd8\xa7\xd9\x84 \xd8\xb3\xd8\xaa\xd8\xa9 \xd8\xa3\xd8\xb4\xd9\x87\xd8\xb1",
        "<b>&\\u0001",
        "\\uFFFD"};
    ogpi_buffer_putc(&m->out, '"');
    for (unsigned count = choose(m, 6); count > 0; count--)
        ogpi_buffer_printf(&m->out, "%s ", PICK(m, pieces));
    ogpi_buffer_putc(&m->out, '"');
}

static void put_text(maker *m)
{
    static const char *const languages[] = {"en", "ar", "fr", "es", "pt-BR", "und"};
    unsigned count = choose(m, 4);
    if (count == 0) {
        put_sentence(m);
        return;
    }
    ogpi_buffer_putc(&m->out, '{');
    for (unsigned i = 0, first = choose(m, 6); i < count; i++) {
        ogpi_buffer_printf(&m->out, "%s\"%s\":", i ? "," : "", languages[(first + i) % 6]);
        put_sentence(m);
    }
    ogpi_buffer_putc(&m->out, '}');
}

/* A member that no shape has. */
static void put_unknown(maker *m, unsigned depth)
{
    static const char *const values[] = {"null",
                                         "true",
                                         "false",
                                         "0",
                                         "-1",
                                         "1.5e300",
                                         "12345678901234567890",
                                         "0.1",
                                         "\"x\"",
                                         "\"\\u0001\\uD83D\\uDE00\"",
                                         "[]",
                                         "{}",
                                         "[1,[2,{\"a\":null}]]",
                                         "{\"b\":[\"\"],\"a\":{}}"};
    if (depth == 0 || choose(m, 4)) {
        ogpi_buffer_puts(&m->out, PICK(m, values));
        return;
    }
    ogpi_buffer_putc(&m->out, '[');
    put_unknown(m, depth - 1);
    ogpi_buffer_putc(&m->out, ',');
    put_unknown(m, depth - 1);
    ogpi_buffer_putc(&m->out, ']');
}

static void put_record(maker *m, const ogpi_shape *shape, unsigned depth);

static void put_value(maker *m, const ogpi_field *field, unsigned depth)
{
    bool list =
        field->kind == OGPI_FIELD_STRINGS || field->kind == OGPI_FIELD_DATES || field->kind == OGPI_FIELD_RECORDS;
    if (list)
        ogpi_buffer_putc(&m->out, '[');
    for (unsigned i = 0, count = list ? choose(m, 4) : 1; i < count; i++) {
        if (i)
            ogpi_buffer_putc(&m->out, ',');
        if (field->kind == OGPI_FIELD_STRING || field->kind == OGPI_FIELD_STRINGS)
            put_word(m);
        else if (field->kind == OGPI_FIELD_DATE || field->kind == OGPI_FIELD_DATES)
            put_date(m);
        else if (field->kind == OGPI_FIELD_TEXT)
            put_text(m);
        else
            put_record(m, field->shape, depth + 1);
    }
    if (list)
        ogpi_buffer_putc(&m->out, ']');
}

/* A root says what it is; of the other members each byte takes or leaves one. */
static void put_record(maker *m, const ogpi_shape *shape, unsigned depth)
{
    bool first = depth > 0;
    ogpi_buffer_puts(&m->out, depth ? "{" : "{\"format\":\"ogp-plan/1\"");
    for (size_t i = 0; i < shape->field_count && m->next < m->end; i++) {
        const ogpi_field *field = &shape->fields[i];
        if (strcmp(field->name, "format") == 0 || choose(m, 3) == 0)
            continue;
        ogpi_buffer_printf(&m->out, "%s\"%s\":", first ? "" : ",", field->name);
        first = false;
        put_value(m, field, depth);
    }
    for (unsigned i = 0, count = choose(m, 8) / 6; i < count; i++, first = false) {
        ogpi_buffer_printf(&m->out, "%s\"x %u\":", first ? "" : ",", i);
        put_unknown(m, 3);
    }
    ogpi_buffer_putc(&m->out, '}');
}

static char *written(const ogp_plan *plan)
{
    char *text = NULL;
    MUST(ogp_plan_write(&text, NULL, plan, NULL) == 0);
    return text;
}

/* The findings in all languages. */
static char *judged(const ogp_plan *plan)
{
    ogp_report *report = NULL;
    ogp_write_options options = OGP_WRITE_OPTIONS_INIT;
    char *text = NULL;
    MUST(ogp_plan_check(&report, plan, NULL, NULL) == 0);
    ogp_write_item item = {report, "plan", NULL, 0};
    options.format = OGP_WRITE_JSON;
    options.all_languages = 1;
    MUST(ogp_report_write(&text, NULL, &item, &options, NULL) == 0);
    ogp_report_unref(report);
    return text;
}

/* Takes the document and frees it. */
static void same_again(char *form, const char *text, const char *findings)
{
    ogp_plan *plan = NULL;
    MUST(ogp_plan_parse(&plan, NULL, form, strlen(form), NULL) == 0);
    char *text_again = written(plan), *findings_again = judged(plan);
    MUST(strcmp(text, text_again) == 0 && strcmp(findings, findings_again) == 0);
    ogp_free(text_again);
    ogp_free(findings_again);
    ogp_free(form);
    ogp_plan_unref(plan);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    maker m = {.next = data, .end = data + size};
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan = NULL;
    char *xml = NULL;
    ogpi_buffer_init(&m.out, NULL);
    put_record(&m, &ogpi_plan_shape, 0);
    MUST(!m.out.failed);
    int rc = ogp_plan_parse(&plan, NULL, m.out.data, m.out.length, &error);
    ogpi_buffer_clear(&m.out);
    if (rc < 0) {
        must_explain(rc, &error);
        return 0;
    }
    char *text = written(plan), *findings = judged(plan);
    same_again(written(plan), text, findings);
    if (ogp_plan_write_xml(&xml, NULL, plan, NULL) == 0)
        same_again(xml, text, findings);
    ogp_free(text);
    ogp_free(findings);
    ogp_plan_unref(plan);
    return 0;
}
