/* SPDX-License-Identifier: MIT */
/* A language that no code names comes as data alone: portuguese.json beside the built-in lists. */
#include "base/memory.h"
#include "rulebook/rulebook.h"
#include "test.h"
#include "text/text.h"

#include <jansson.h>

typedef struct text_case {
    const char *text, *facts;
    const char *without, *then; /* a member of the language, and what is found where it is left out; NULL: not asked */
} text_case;

static const text_case cases[] = {
    {"O Ministério da Justiça publicará três relatórios trimestrais até 30 de junho de 2026.",
     "responsible[Ministério da Justiça] quantity[três relatórios]3 deliverable[relatórios] duration[trimestrais]P3M "
     "date[30 de junho de 2026]2026-06-30",
     NULL, NULL},
    {"Até ao final de 2027 será criado um portal de dados abertos.",
     "date[final de 2027]2027-12-31 deliverable[portal de dados abertos]", NULL, NULL},
    {"O Tribunal de Contas publicou um relatório em março de 2024.",
     "responsible[Tribunal de Contas] date[março de 2024]2024-03", "forms",
     "responsible[Tribunal de Contas] deliverable[relatório] date[março de 2024]2024-03"},
    {"O Tribunal de Contas publicará um relatório em março de 2027.",
     "responsible[Tribunal de Contas] deliverable[relatório] date[março de 2027]2027-03", NULL, NULL},
    {"A Controladoria-Geral da União capacitará 1.250 servidores no prazo de seis meses.",
     "responsible[Controladoria-Geral da União] quantity[1.250 servidores]1250 duration[no prazo de seis meses]P6M",
     "options",
     "responsible[Controladoria-Geral da União] quantity[1.250 servidores]1.25 duration[no prazo de seis meses]P6M"},
    {"O portal nacional permitirá o acesso aos contratos.", "deliverable[portal nacional]", "forms", ""},
    {"O portal nacional continua sem dados.", "", NULL, NULL},
    {"Realizar duas audiências públicas por ano, quando possível.",
     "quantity[duas audiências]2 deliverable[audiências públicas] duration[por ano]P1Y vague[quando possível]", NULL,
     NULL},
    {"A sessão começa às 9 h e dura duas horas.", "duration[duas horas]PT2H", "forms",
     "duration[9 h]PT9H duration[duas horas]PT2H"},
    {"A reunião decorre das 14h30 às 16h15 durante 3 meses.", "duration[durante 3 meses]P3M", "forms",
     "quantity[14h30]14 quantity[16h15]16 duration[durante 3 meses]P3M"},
    {"25,5 % dos municípios até ao primeiro semestre de 2026.",
     "quantity[25,5 %]25.5 date[primeiro semestre de 2026]2026-40", NULL, NULL},
    {"Investir 2,5 milhões de euros.", "quantity[2,5 milhões de euros]2500000", NULL, NULL},
    {"3 Elaboração de um manual de acesso", "deliverable[manual de acesso]", "options",
     "quantity[3 Elaboração]3 deliverable[manual de acesso]"},
    {"Reforçar a participação, sempre que possível.", "vague[Reforçar] vague[sempre que possível]", NULL, NULL},
    {"A cada dois anos, a Agência de Dados divulgará conjuntos de dados abertos.",
     "duration[A cada dois anos]P2Y responsible[Agência de Dados] deliverable[conjuntos de dados abertos]", NULL, NULL},
};

/* The built-in rulebook with the language; with that alone and without one of its members where `without` names it.
   `vague`: more vague wording, or NULL. */
static ogp_context *context_with(const char *without, const char *vague)
{
    char path[4096];
    ogp_rulebook *book = NULL;
    ogp_context *context = NULL;
    ogp_error error = OGP_ERROR_INIT;
    ogp_context_options options = OGP_CONTEXT_OPTIONS_INIT;
    snprintf(path, sizeof path, "%s/tests/text/portuguese.json", getenv("OGP_SOURCE_ROOT"));
    json_t *whole = json_load_file(getenv("OGP_RULEBOOK"), 0, NULL), *more = json_load_file(path, 0, NULL);
    json_t *language = json_object_get(json_object_get(json_object_get(more, "text"), "languages"), "pt");
    assert_non_null(whole);
    assert_non_null(language);
    json_t *languages = json_object_get(json_object_get(whole, "text"), "languages");
    if (without) {
        assert_int_equal(json_object_del(language, without), 0);
        json_object_clear(languages); /* the others take long to compile */
    }
    if (vague)
        json_array_append_new(json_object_get(json_object_get(json_object_get(language, "lists"), "vague"), "0"),
                              json_string(vague));
    json_object_set(languages, "pt", language);
    char *bytes = json_dumps(whole, JSON_COMPACT);
    if (ogp_rulebook_parse(&book, bytes, strlen(bytes), &error) < 0)
        fail_msg("%s at %s", error.message, error.path);
    free(bytes);
    json_decref(whole);
    json_decref(more);
    options.rulebook = book;
    assert_int_equal(ogp_context_new(&context, &options, NULL), 0);
    ogp_rulebook_unref(book);
    return context;
}

/* Facts as the cases write them. */
static void expect(ogpi_scanner *scanner, const char *text, const char *expected)
{
    char found[2048] = "";
    size_t count = 0, at = 0;
    const ogp_fact *facts = NULL;
    assert_int_equal(ogpi_scan(scanner, text, strlen(text), "pt", &facts, &count, NULL), 0);
    for (size_t i = 0; i < count; i++)
        at += (size_t)snprintf(found + at, sizeof found - at, "%s%s[%.*s]%s", i ? " " : "",
                               ogp_fact_type_name(facts[i].type), (int)(facts[i].end - facts[i].start),
                               text + facts[i].start, facts[i].norm);
    assert_string_equal(found, expected);
}

static void test_language(void **state)
{
    (void)state;
    ogp_context *context = context_with(NULL, NULL);
    ogpi_scanner *scanner = NULL;
    assert_int_equal(ogpi_scanner_new(&scanner, context, NULL), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(scanner, cases[i].text, cases[i].facts);
    ogpi_scanner_free(scanner);
    ogp_context_unref(context);
}

/* What its forms and options tell is told by nothing else. */
static void test_left_out(void **state)
{
    static const char *const members[] = {"forms", "options"};
    (void)state;
    for (size_t k = 0; k < 2; k++) {
        ogp_context *context = context_with(members[k], NULL);
        ogpi_scanner *scanner = NULL;
        assert_int_equal(ogpi_scanner_new(&scanner, context, NULL), 0);
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
            if (cases[i].without && strcmp(cases[i].without, members[k]) == 0)
                expect(scanner, cases[i].text, cases[i].then);
        ogpi_scanner_free(scanner);
        ogp_context_unref(context);
    }
}

/* Told from Spanish, French and English, whose texts are read as before. */
static void test_guessed(void **state)
{
    static const struct {
        const char *language, *text;
    } texts[] = {
        {"pt", "O Ministério da Justiça publicará três relatórios até 30 de junho de 2026."},
        {"es", "El Ministerio de Justicia publicará tres informes hasta el 30 de junio de 2026."},
        {"fr", "Le ministère de la Justice publiera trois rapports d'ici le 30 juin 2026."},
        {"en", "The Ministry of Justice will publish three reports by 30 June 2026."},
    };
    (void)state;
    ogp_context *context = context_with(NULL, NULL);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ogp_facts *facts = NULL;
        assert_int_equal(ogp_text_facts(&facts, texts[i].text, strlen(texts[i].text), NULL, context, NULL), 0);
        assert_string_equal(ogp_facts_language(facts), texts[i].language);
        assert_int_equal(ogp_facts_count(facts), 4);
        assert_string_equal(ogp_facts_at(facts, 3)->norm, "2026-06-30");
        ogp_facts_unref(facts);
    }
    ogp_context_unref(context);
}

/* One word goes on with many, another one with a few of them, a third with others besides: none takes another's. */
static void test_many_follow(void **state)
{
    enum { MANY = 300 };
    static const struct {
        const char *word;
        int first, end;
    } ranges[] = {{"zalto", 0, MANY}, {"zelto", 40, 50}, {"zilto", 290, MANY + 5}, {"zolto", 120, 134}};
    char list[32 * 1024] = "", text[64], found[64];
    size_t at = 0;
    (void)state;
    for (size_t k = 0; k < sizeof ranges / sizeof *ranges; k++)
        for (int i = ranges[k].first; i < ranges[k].end; i++)
            at += (size_t)snprintf(list + at, sizeof list - at, "%s%s x%c%cv", at ? " | " : "", ranges[k].word,
                                   'a' + i / 20, 'a' + i % 20);
    ogp_context *context = context_with("options", list);
    ogpi_scanner *scanner = NULL;
    assert_int_equal(ogpi_scanner_new(&scanner, context, NULL), 0);
    for (size_t k = 0; k < sizeof ranges / sizeof *ranges; k++)
        for (int i = 0; i < MANY + 10; i++) {
            bool within = i >= ranges[k].first && i < ranges[k].end;
            snprintf(text, sizeof text, "%s x%c%cv", ranges[k].word, 'a' + i / 20, 'a' + i % 20);
            snprintf(found, sizeof found, within ? "vague[%s]" : "%s", within ? text : "");
            expect(scanner, text, found);
        }
    ogpi_scanner_free(scanner);
    ogp_context_unref(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_language),
        cmocka_unit_test(test_left_out),
        cmocka_unit_test(test_guessed),
        cmocka_unit_test(test_many_follow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
