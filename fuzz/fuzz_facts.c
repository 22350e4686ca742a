/* SPDX-License-Identifier: MIT */
/* Facts: within the text, on borders of characters, in order, with norms that say something, the same every time. */
#include "fuzz.h"

#include "base/utf8.h"
#include "text/text.h"
#include <ogp/date.h>

enum { KEPT = 64 };

/* The text with a "?" for what is no UTF-8, so that most inputs reach the grammars. */
static char *mended(const char *text, size_t size)
{
    char *copy = malloc(size ? size : 1);
    size_t bad;
    MUST(copy);
    memcpy(copy, text, size);
    while (!ogpi_utf8_valid(copy, size, &bad))
        copy[bad] = '?';
    return copy;
}

static bool is_border(const char *text, size_t length, size_t at)
{
    return at == length || (text[at] & 0xC0) != 0x80;
}

static void check_norm(const ogp_fact *fact)
{
    const char *norm = fact->norm;
    ogp_edtf edtf;
    switch (fact->type) {
    case OGP_FACT_DATE:
        MUST(ogp_edtf_parse(&edtf, norm, strlen(norm), NULL) == 0);
        break;
    case OGP_FACT_DURATION:
        MUST(norm[0] == 'P' && norm[1] && norm[1 + strspn(norm + 1, "0123456789.YMWDTHS")] == '\0');
        break;
    case OGP_FACT_QUANTITY:
        MUST(norm[0] && norm[strspn(norm, "0123456789.")] == '\0');
        break;
    default:
        MUST(norm[0] == '\0');
    }
}

static void check_facts(const char *text, size_t length, const ogp_fact *facts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        MUST(facts[i].start < facts[i].end && facts[i].end <= length);
        MUST(is_border(text, length, facts[i].start) && is_border(text, length, facts[i].end));
        MUST(i == 0 || facts[i - 1].start <= facts[i].start);
        MUST(ogp_fact_type_name(facts[i].type)[0]);
        check_norm(&facts[i]);
    }
}

/* A scanner that has read other texts finds what a new one finds. */
static void scan(ogpi_scanner *scanner, const char *text, size_t length, const char *language)
{
    const ogp_fact *facts;
    size_t count;
    ogp_facts *fresh = NULL;
    MUST(ogpi_scan(scanner, text, length, language, &facts, &count, NULL) == 0);
    MUST(!language || strcmp(ogpi_scan_language(scanner), language) == 0);
    check_facts(text, length, facts, count);
    MUST(ogp_text_facts(&fresh, text, length, language, NULL, NULL) == 0);
    MUST(ogp_facts_count(fresh) == count);
    for (size_t i = 0; i < count; i++) {
        const ogp_fact *other = ogp_facts_at(fresh, i);
        MUST(other->type == facts[i].type && other->start == facts[i].start && other->end == facts[i].end);
        MUST(strcmp(other->norm, facts[i].norm) == 0);
    }
    ogp_facts_unref(fresh);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const languages[] = {NULL, "en", "fr", "es", "ar"};
    ogpi_scanner *scanner = NULL;
    ogp_error error = OGP_ERROR_INIT;
    ogp_facts *facts = NULL;
    int rc = ogp_text_facts(&facts, (const char *)data, size, NULL, NULL, &error);
    if (rc < 0)
        must_explain(rc, &error);
    ogp_facts_unref(facts);
    char *text = mended((const char *)data, size);
    MUST(ogpi_scanner_new(&scanner, NULL, NULL) == 0);
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        scan(scanner, text, size, languages[i]);
    MUST(ogpi_scanner_learn(scanner, text, size < KEPT ? size : 0, NULL) == 0);
    scan(scanner, "", 0, "ar");
    ogpi_scanner_free(scanner);
    free(text);
    return 0;
}
