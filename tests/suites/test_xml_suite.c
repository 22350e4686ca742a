/* SPDX-License-Identifier: MIT */
/* Runs tests/suites/xml.txt through the XML door that the readers use: a text as a whole, and piece by piece as from a
   workbook; and through the reader of plans. */
#include "suite.h"

#include "base/error.h"
#include "io/xml_pull.h"
#include <ogp/plan.h>




enum { STEP = 4 }; /* libxml2 looks at the first four bytes at once */
static ogp_limits limits;

/* A text that stands for many attributes: "<a @255/>". */
static size_t spread(const char *text, size_t length, char *out)
{
    const char *at = memchr(text, '@', length);
    int count = at ? atoi(at + 1) : 0;
    size_t used = at ? (size_t)(at - text) : length;
    memcpy(out, text, used);
    for (int i = 0; i < count; i++)
        used += (size_t)sprintf(out + used, "a%d=\"\" ", i);
    if (at) {
        memcpy(out + used, "/>", 2);
        used += 2;
    }
    return used;
}

/* To the end of the text, whatever it says. */
static int read_through(ogpi_xml *xml, int rc)
{
    if (rc == OGP_OK)
        rc = ogpi_xml_child(xml);
    if (rc == 0)
        rc = ogpi_error(xml->error, OGP_ERROR_SYNTAX, "no root");
    if (rc > 0)
        rc = ogpi_xml_skip(xml);
    return rc < 0 ? rc : ogpi_xml_finish(xml);
}

static int read_whole(const char *text, size_t length, ogp_error *error)
{
    ogpi_xml xml = {.reader = NULL};
    int rc = ogpi_xml_open(&xml, text, length, &limits, error);
    rc = read_through(&xml, rc);
    ogpi_xml_close(&xml);
    return rc;
}

typedef struct pieces { const char *text; size_t length, at; } pieces;

static int give(void *user, char *buffer, size_t size, size_t *got, ogp_error *error)
{
    pieces *p = user;
    (void)error;
    *got = p->length - p->at < STEP ? p->length - p->at : STEP;
    *got = *got < size ? *got : size;
    memcpy(buffer, p->text + p->at, *got);
    p->at += *got;
    return OGP_OK;
}

static int read_pieces(const char *text, size_t length)
{
    ogp_error error = OGP_ERROR_INIT;
    ogpi_xml xml = {.reader = NULL};
    pieces p = {text, length, 0};
    int rc = ogpi_xml_open_part(&xml, "part", give, &p, &limits, &error);
    rc = read_through(&xml, rc);
    ogpi_xml_close(&xml);
    return rc;
}

static const char *word_of(int rc)
{
    return rc == 0                  ? "accept"
           : rc == OGP_ERROR_SYNTAX ? "refuse"
           : rc == OGP_ERROR_FORMAT ? "format"
           : rc == OGP_ERROR_LIMIT  ? "limit"
                                    : "?";
}

static const char *run(char **fields, const char *given, size_t size)
{
    static char text[65536], trouble[200];
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan = NULL;
    size_t length = spread(given, size, text);
    int rc = read_whole(text, length, &error), as_plan = ogp_plan_parse(&plan, NULL, text, length, NULL);
    const char *verdict = fields[0], *want = strcmp(verdict, "taken") == 0 ? "accept" : verdict;
    ogp_plan_unref(plan);
    snprintf(trouble, sizeof trouble, "%s: %.150s", word_of(rc), error.message);
    if (strcmp(want, "accept") == 0) {
        if (rc != 0 || (as_plan == OGP_ERROR_SYNTAX && length > 0))
            return trouble;
    } else if (strcmp(want, word_of(rc)) != 0 && !(strcmp(want, "refuse") == 0 && rc < 0)) {
        return trouble;
    } else if (as_plan == 0 || !error.message[0] || strchr(error.message, '\n')) {
        return "a plan, or no error of one line";
    }
    /* Pieces may not begin with blanks, and encodings are not looked at: the bytes are UTF-8 or they are not taken. */
    bool good = read_pieces(text, length) == 0;
    if (good && strcmp(want, "refuse") == 0)
        return "taken piece by piece";
    return !good && strcmp(want, "accept") == 0 && text[0] != '\n' ? "refused piece by piece" : "";
}

static void test_suite(void **state)
{
    (void)state;
    limits = *ogp_context_limits(NULL);
    suite_run("xml.txt", 4, 240, run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_suite)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
