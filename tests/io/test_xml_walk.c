/* SPDX-License-Identifier: MIT */
#include "test.h"
#include "io/xml_walk.h"

typedef struct notes { const char *text; size_t text_length; char said[2000]; size_t length; } notes;

static void note(void *user, const char *pointer, size_t pointer_length, size_t start, size_t end)
{
    notes *n = user;
    assert_true(start <= end && end <= n->text_length);
    n->length += (size_t)snprintf(n->said + n->length, sizeof n->said - n->length, "%.*s=%.*s\n", (int)pointer_length,
                                  pointer, (int)(end - start), n->text + start);
}

static void check(const char *text, const char *wanted)
{
    notes n = {.text = text, .text_length = strlen(text)};
    ogpi_xml_walk(text, strlen(text), note, &n);
    assert_string_equal(n.said, wanted);
}

static void tells_every_value(void **state)
{
    (void)state;
    check("<?xml version='1.0'?><!-- <id> --><p:plan xmlns:p='urn:ogp:plan:1'><p:id a='>'>x</p:id><p:title xml:lang = "
          "\"ar\">t</p:title></p:plan>",
          "/id=x\n/title=t\n/title/ar=t\n"
          "=<p:plan xmlns:p='urn:ogp:plan:1'><p:id a='>'>x</p:id><p:title xml:lang = \"ar\">t</p:title></p:plan>\n");
    check("<plan><end/><lead><name>n</name></lead></plan>",
          "/end=<end/>\n/lead/name=n\n/lead/name/=n\n/lead=<lead><name>n</name></lead>\n=<plan><end/><lead><name>n</"
          "name></lead></plan>\n");
    check("<plan><commitments><commitment><challenges><challenge>a</challenge><challenge/></challenges></commitment></"
          "commitments></plan>",
          "/commitments/0/challenges/0=a\n/commitments/0/challenges/1=<challenge/>\n"
          "/commitments/0/challenges=<challenges><challenge>a</challenge><challenge/></challenges>\n"
          "/commitments/0=<commitment><challenges><challenge>a</challenge><challenge/></challenges></commitment>\n"
          "/commitments=<commitments><commitment><challenges><challenge>a</challenge><challenge/></challenges></"
          "commitment></commitments>\n"
          "=<plan><commitments><commitment><challenges><challenge>a</challenge><challenge/></challenges></commitment></"
          "commitments></plan>\n");
    check("<plan><j:map><j:string key='id'>x</j:string></j:map></plan>",
          "=<plan><j:map><j:string key='id'>x</j:string></j:map></plan>\n");
}

/* Only an attribute says the language, not what another one holds. */
static void reads_languages(void **state)
{
    (void)state;
    check("<plan><title a='xml:lang=\"fr\"' xml:lang='ar' b=\"'\">t</title></plan>",
          "/title=t\n/title/ar=t\n=<plan><title a='xml:lang=\"fr\"' xml:lang='ar' b=\"'\">t</title></plan>\n");
    check("<plan><title axml:lang='fr' xml:lang=ar>t</title></plan>",
          "/title=t\n/title/=t\n=<plan><title axml:lang='fr' xml:lang=ar>t</title></plan>\n");
}

static void survives_broken_texts(void **state)
{
    (void)state;
    static const char text[] = "<plan a='1'><!-- c --><title a='xml:lang=\"'/><title "
                               "xml:lang='ar'>t</title><lead><name>x</name></lead><commitments><commitment><id>1</id>"
                               "</commitment></commitments><j:map><j:null key='x'/></j:map></plan>";
    for (size_t length = 0; length < sizeof text; length++) {
        char *cut = malloc(length ? length : 1); /* for the sanitizers: not a byte beyond it may be read */
        memcpy(cut, text, length);
        notes n = {.text = cut, .text_length = length};
        ogpi_xml_walk(cut, length, note, &n);
        free(cut);
    }
}

static void decodes_units(void **state)
{
    (void)state;
    static const struct {
        const char *raw;
        size_t read;
        const char *meant;
    } cases[] = {
        {"ab", 1, "a"},   {"&lt;x", 4, "<"},  {"&amp;", 5, "&"},  {"&quot;", 6, "\""},   {"&apos;", 6, "'"},
        {"&gt;", 4, ">"}, {"&#233;", 6, "é"}, {"&#xE9;", 6, "é"}, {"&#x1F600;", 9, "😀"}, {"& ", 1, "&"},
        {"&#;", 3, "&"},  {"&#xZ;", 5, "&"},  {"\r\n", 1, ""},    {"\r", 1, "\r"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[5] = {0};
        size_t length;
        assert_int_equal(ogpi_xml_decode(cases[i].raw, strlen(cases[i].raw), out, &length), cases[i].read);
        out[length] = '\0';
        assert_string_equal(out, cases[i].meant);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_every_value),
        cmocka_unit_test(reads_languages),
        cmocka_unit_test(survives_broken_texts),
        cmocka_unit_test(decodes_units),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
