/* SPDX-License-Identifier: MIT */
#include "test.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <ogp/plan.h>
#include <ogp/stream.h>

#define PLAN(inside)                                                                                                   \
    "<plan xmlns=\"urn:ogp:plan:1\" xmlns:j=\"http://www.w3.org/2005/xpath-functions\">" inside "</plan>"

static const struct {
    const char *text;
    int code;
    unsigned line, column;
    const char *path, *message;
} bad[] = {
    {"<", OGP_ERROR_SYNTAX, 1, 0, "", "not XML"},
    {"<plan", OGP_ERROR_SYNTAX, 1, 0, "", "not XML"},
    {PLAN("<id>a</id>") "x", OGP_ERROR_SYNTAX, 1, 0, "", "not XML"},
    {PLAN("<id>a</idd>"), OGP_ERROR_SYNTAX, 1, 0, "", "not XML"},
    {PLAN("<id a='1' a='2'/>"), OGP_ERROR_SYNTAX, 1, 0, "", "not XML"},
    {PLAN("<id>\x01</id>"), OGP_ERROR_SYNTAX, 1, 0, "", "not XML"},
    {PLAN("<id>&#0;</id>"), OGP_ERROR_SYNTAX, 1, 0, "", "not XML"},
    {PLAN("<id>&nbsp;</id>"), OGP_ERROR_SYNTAX, 1, 0, "", "not XML"},
    {PLAN("<id>\xff</id>"), OGP_ERROR_SYNTAX, 1, 83, "", "invalid UTF-8"},
    {"<!DOCTYPE plan>" PLAN(""), OGP_ERROR_FORMAT, 1, 1, "", "a DOCTYPE is not taken"},
    {"<?xml version='1.0'?>\n<!-- x --> <!DOCTYPE plan SYSTEM 'file:///etc/passwd'>" PLAN(""), OGP_ERROR_FORMAT, 2, 12,
     "", "DOCTYPE"},
    {"<?xml version='1.0' encoding='ISO-8859-1'?>" PLAN(""), OGP_ERROR_FORMAT, 1, 31, "",
     "another encoding than UTF-8"},
    {"<html/>", OGP_ERROR_FORMAT, 1, 1, "", "<html> is no plan; a plan begins with <plan xmlns=\"urn:ogp:plan:1\">"},
    {"\n <plan/>", OGP_ERROR_FORMAT, 2, 2, "", "<plan> is no plan"},
    {"<plan xmlns='urn:ogp:plan:2'/>", OGP_ERROR_FORMAT, 1, 1, "", "version \"2\" is not known"},
    {"<commitment xmlns='urn:ogp:plan:1'/>", OGP_ERROR_FORMAT, 1, 1, "", "<commitment> is no plan"},
    {"<plan xmlns='urn:ogp:plan:1' xml:lang='en_US'/>", OGP_ERROR_FORMAT, 1, 1, "", "\"en_US\" is no language"},
    {PLAN("\n  <titel>x</titel>"), OGP_ERROR_FORMAT, 2, 3, "", "a plan has no element <titel>"},
    {PLAN("<format>ogp-plan/1</format>"), OGP_ERROR_FORMAT, 1, 0, "", "no element <format>"},
    {PLAN("<id xmlns=''>x</id>"), OGP_ERROR_FORMAT, 1, 0, "", "no element <id>"},
    {PLAN("<id>x</id><id>y</id>"), OGP_ERROR_FORMAT, 1, 0, "", "id: stands twice"},
    {PLAN("<title>x</title>\n<id>y</id>"), OGP_ERROR_FORMAT, 2, 1, "", "id: stands after title"},
    {PLAN("<title>x</title>\n<title>y</title>"), OGP_ERROR_FORMAT, 2, 1, "/title", "stands twice in one language"},
    {PLAN("<title xml:lang='ar'>x</title>\n<title xml:lang='ar'>y</title>"), OGP_ERROR_FORMAT, 2, 1, "/title",
     "stands twice"},
    {PLAN("<title xml:lang='a b'>x</title>"), OGP_ERROR_FORMAT, 1, 0, "/title", "\"a b\" is no language"},
    {PLAN("<title dir='left'>x</title>"), OGP_ERROR_FORMAT, 1, 0, "/title", "write ltr, rtl or auto"},
    {PLAN("<title escaped='1'>x</title>"), OGP_ERROR_FORMAT, 1, 0, "/title", "write true or false"},
    {PLAN("<id lang='en'>x</id>"), OGP_ERROR_FORMAT, 1, 0, "/id", "the attribute lang: the element may not have it"},
    {PLAN("<id><b/></id>"), OGP_ERROR_FORMAT, 1, 0, "/id", "an element <b> stands where only text may be"},
    {PLAN("text"), OGP_ERROR_FORMAT, 1, 1, "", "text stands where only elements may be"},
    {PLAN("<start>2023-02-30</start>"), OGP_ERROR_FORMAT, 1, 79, "/start",
     "start: there is no 30 February 2023; write a date as YYYY-MM-DD, e.g. 2023-02-28"},
    {PLAN("<start> 2023 </start>"), OGP_ERROR_FORMAT, 1, 79, "/start", "\" 2023 \" is no date"},
    {PLAN("<commitments>\n<commitment/>\n<x/></commitments>"), OGP_ERROR_FORMAT, 3, 1, "/commitments",
     "commitments: <x> stands in a list of <commitment>"},
    {PLAN("<commitments><commitment/>\n<commitment><milestones><milestone><end>soon</end></milestone></milestones></"
          "commitment></commitments>"),
     OGP_ERROR_FORMAT, 2, 36, "/commitments/1/milestones/0/end", "end: \"soon\" is no date"},
    {PLAN("<cocreation><forum><meetings><meeting/><meeting>x</meeting></meetings></forum></cocreation>"),
     OGP_ERROR_FORMAT, 1, 0, "/cocreation/forum/meetings/1", "meetings: \"x\" is no date"},
    {PLAN("<j:map/><id>x</id>"), OGP_ERROR_FORMAT, 1, 0, "", "<id> stands after the map"},
    {PLAN("<j:array/>"), OGP_ERROR_FORMAT, 1, 0, "", "the other members of a plan stand in a map"},
    {PLAN("<j:map><j:string>x</j:string></j:map>"), OGP_ERROR_FORMAT, 1, 0, "", "a value in a map needs a key"},
    {PLAN("<j:map><id>x</id></j:map>"), OGP_ERROR_FORMAT, 1, 0, "", "<id> is no value"},
    {PLAN("<j:map><j:string key='id'>x</j:string></j:map>"), OGP_ERROR_FORMAT, 1, 0, "/id",
     "id: a plan has an element of that name"},
    {PLAN("<j:map><j:null key='x'/><j:null key='x'/></j:map>"), OGP_ERROR_FORMAT, 1, 0, "",
     "a key stands twice in one map"},
    {PLAN("<j:map><j:null key='x'>y</j:null></j:map>"), OGP_ERROR_FORMAT, 1, 0, "/x", "a null holds nothing"},
    {PLAN("<j:map><j:boolean key='x'>1</j:boolean></j:map>"), OGP_ERROR_FORMAT, 1, 0, "/x", "true or false"},
    {PLAN("<j:map><j:number key='x'>01</j:number></j:map>"), OGP_ERROR_FORMAT, 1, 0, "/x", "\"01\" is no number"},
    {PLAN("<j:map><j:number key='x'> 1</j:number></j:map>"), OGP_ERROR_FORMAT, 1, 0, "/x", "is no number"},
    {PLAN("<j:map><j:number key='x'/></j:map>"), OGP_ERROR_FORMAT, 1, 0, "/x", "is no number"},
    {PLAN("<j:map><j:number key='x'>1e999</j:number></j:map>"), OGP_ERROR_LIMIT, 1, 0, "/x", "too large"},
    {PLAN("<j:map><j:array key='x'><j:null/><j:x/></j:array></j:map>"), OGP_ERROR_FORMAT, 1, 0, "/x/1",
     "<x> is no value"},
    {PLAN("<j:map><j:array key='x'><j:null key='y'/></j:array></j:map>"), OGP_ERROR_FORMAT, 1, 0, "/x/0",
     "the attribute key"},
};

static void refuses_bad_documents_with_a_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ogp_error error = OGP_ERROR_INIT;
        ogp_plan *plan = (ogp_plan *)&error;
        int rc = ogp_plan_parse(&plan, NULL, bad[i].text, strlen(bad[i].text), &error);
        if (rc != bad[i].code || error.line != bad[i].line || error.column == 0 ||
            (bad[i].column && error.column != bad[i].column) || strcmp(error.path, bad[i].path) ||
            !strstr(error.message, bad[i].message))
            fail_msg("%s\n  gives %d at %u:%u %s: %s", bad[i].text, rc, error.line, error.column, error.path,
                     error.message);
        assert_null(plan);
    }
}

static char *json_of(const char *xml)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan;
    char *json;
    if (ogp_plan_parse(&plan, NULL, xml, strlen(xml), &error) < 0)
        fail_msg("%s\n  %u:%u %s %s", xml, error.line, error.column, error.path, error.message);
    assert_int_equal(ogp_plan_write(&json, NULL, plan, &error), 0);
    ogp_plan_unref(plan);
    return json;
}

static void check(const char *xml, const char *wanted)
{
    char *json = json_of(xml);
    assert_string_equal(json, wanted);
    ogp_free(json);
}

#define JSON(members) "{\n  \"format\": \"ogp-plan/1\"" members "\n}\n"

static void reads_what_xml_can_say(void **state)
{
    (void)state;
    check("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- a --><?b c?>\n" PLAN("") "\n<!-- d -->\n",
          JSON());
    check("<p:plan xmlns:p='urn:ogp:plan:1'><p:id>x</p:id></p:plan>", JSON(",\n  \"id\": \"x\""));
    check(PLAN("<id>a<!-- b -->c<?d e?>&amp;&lt;&gt;&quot;&apos;&#233;&#x1F600;<![CDATA[<&>]]></id>"),
          JSON(",\n  \"id\": \"ac&<>\\\"'é😀<&>\""));
    check(PLAN("<id> a\r\n\tb&#13; </id>"), JSON(",\n  \"id\": \" a\\n\\tb\\r \""));
    check(PLAN("<id/><title/><start/>"), JSON(",\n  \"id\": \"\",\n  \"title\": \"\",\n  \"start\": \"\""));
    check(PLAN("<title>own</title><title xml:lang='ar' dir='rtl'>ع</title>"),
          JSON(",\n  \"title\": {\n    \"\": \"own\",\n    \"ar\": \"ع\"\n  }"));
    check(PLAN("<title xml:lang=''>own</title>"), JSON(",\n  \"title\": \"own\""));
    check(PLAN("<id escaped='true'>\\u0001\\\\\\n\\q\\u00\\ud83d\\ude00\\ud83d</id>"),
          JSON(",\n  \"id\": \"\\u0001\\\\\\n\\\\q\\\\u00😀\\\\ud83d\""));
    check(PLAN("<id escaped='false'>\\n</id>"), JSON(",\n  \"id\": \"\\\\n\""));
    check("<plan xmlns='urn:ogp:plan:1' xml:lang='ar' dir='rtl'/>", JSON(",\n  \"language\": \"ar\""));
    check("<plan xmlns='urn:ogp:plan:1' xml:lang='ar'><language/></plan>", JSON(",\n  \"language\": \"\""));
    check("<plan xmlns='urn:ogp:plan:1' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
          "xsi:schemaLocation='urn:ogp:plan:1 x.xsd'/>",
          JSON());
    check(PLAN("<lead/><commitments/>"), JSON(",\n  \"lead\": {},\n  \"commitments\": []"));
}

static char *xml_of(const char *json)
{
    ogp_plan *plan;
    char *xml;
    assert_int_equal(ogp_plan_parse(&plan, NULL, json, strlen(json), NULL), 0);
    assert_int_equal(ogp_plan_write_xml(&xml, NULL, plan, NULL), 0);
    ogp_plan_unref(plan);
    return xml;
}

static void writes_directions(void **state)
{
    (void)state;
    char *xml = xml_of(
        "{\"format\": \"ogp-plan/1\", \"language\": \"ar\", \"title\": {\"ar\": \"ع\", \"en\": \"e\", \"\": \"own\"}}");
    assert_non_null(strstr(xml, "xml:lang=\"ar\" dir=\"rtl\">\n  <language>ar</language>"));
    assert_non_null(strstr(xml, "<title xml:lang=\"ar\" dir=\"rtl\">ع</title>"));
    assert_non_null(strstr(xml, "<title xml:lang=\"en\" dir=\"ltr\">e</title>"));
    assert_non_null(strstr(xml, "<title>own</title>"));
    ogp_free(xml);
    xml = xml_of("{\"format\": \"ogp-plan/1\", \"language\": \"fr\", \"title\": {\"fr\": \"f\", \"fa-IR\": \"f\", "
                 "\"arn\": \"m\"}}");
    assert_non_null(strstr(xml, "<title xml:lang=\"fr\">f</title>"));
    assert_non_null(strstr(xml, "<title xml:lang=\"fa-IR\" dir=\"rtl\">"));
    assert_non_null(strstr(xml, "<title xml:lang=\"arn\">"));
    ogp_free(xml);
}

static void keeps_to_the_limits(void **state)
{
    (void)state;
    static const struct {
        ogp_limits limits;
        const char *good, *bad;
    } cases[] = {
        {{.commitments = 1},
         PLAN("<commitments><commitment/></commitments>"),
         PLAN("<commitments><commitment/><commitment/></commitments>")},
        {{.string_bytes = 3}, PLAN("<id>123</id>"), PLAN("<id>1<!-- -->234</id>")},
        {{.string_bytes = 3}, PLAN("<j:map><j:null key='123'/></j:map>"), PLAN("<j:map><j:null key='1234'/></j:map>")},
        {{.members = 4}, PLAN("<id/>"), PLAN("<id/><member/>")},
        {{.depth = 2},
         PLAN("<j:map><j:array key='x'><j:null/></j:array></j:map>"),
         PLAN("<j:map><j:array key='x'><j:array><j:array><j:null/></j:array></j:array></j:array></j:map>")},
        {{.input_bytes = 100}, PLAN(""), PLAN("                                            ")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ogp_context *context = new_context(cases[i].limits, NULL);
        ogp_error error = OGP_ERROR_INIT;
        ogp_plan *plan;
        if (ogp_plan_parse(&plan, context, cases[i].good, strlen(cases[i].good), &error) < 0)
            fail_msg("%s: %s", cases[i].good, error.message);
        ogp_plan_unref(plan);
        assert_int_equal(ogp_plan_parse(&plan, context, cases[i].bad, strlen(cases[i].bad), &error), OGP_ERROR_LIMIT);
        ogp_context_unref(context);
    }
}

/* A text made of a head, a piece said many times, and a tail. */
static char *repeated(const char *head, const char *piece, size_t times, const char *tail)
{
    size_t size = strlen(piece);
    char *text = malloc(strlen(head) + size * times + strlen(tail) + 1);
    char *at = stpcpy(text, head);
    for (size_t i = 0; i < times; i++, at += size)
        memcpy(at, piece, size);
    strcpy(at, tail);
    return text;
}

static void refused(char *text, int code)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_plan *plan;
    assert_int_equal(ogp_plan_parse(&plan, NULL, text, strlen(text), &error), code);
    free(text);
}

static void refuses_attacks(void **state)
{
    (void)state;
    const char *open = "<plan xmlns='urn:ogp:plan:1'>";
    refused(
        repeated("<!DOCTYPE p [<!ENTITY a 'ha'>", "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>", 20, "]><plan>&b;</plan>"),
        OGP_ERROR_FORMAT);
    refused(repeated("<!DOCTYPE p [<!ENTITY a '", "a", 50000, "'>]><plan>&a;</plan>"), OGP_ERROR_FORMAT);
    refused(repeated("<!DOCTYPE p [<!ENTITY % x SYSTEM 'http://example.org/x'> %x;]>", "", 0, "<plan/>"),
            OGP_ERROR_FORMAT);
    refused(repeated(open, "<lead>", 10000, ""), OGP_ERROR_LIMIT);
    refused(repeated("<plan xmlns='urn:ogp:plan:1'", " a='1'", 100000, "/>"), OGP_ERROR_LIMIT);
    refused(repeated("<plan ", "xmlns:a='b' ", 10000, "/>"), OGP_ERROR_LIMIT);
    refused(repeated("<plan xmlns='urn:ogp:plan:1'><id>", "x", 3000000, "</id></plan>"), OGP_ERROR_LIMIT);
    refused(repeated("<", "x", 3000000, "/>"), OGP_ERROR_SYNTAX);
    refused(repeated(open, "<!-- ", 100000, ""), OGP_ERROR_SYNTAX);
    refused(repeated(open, "<![CDATA[", 100000, ""), OGP_ERROR_SYNTAX);
    refused(repeated(open, "<!-- -- -->", 100000, "</plan>"), OGP_ERROR_SYNTAX);
    refused(repeated(open, "<", 100000, ""), OGP_ERROR_SYNTAX);
    refused(repeated(open, "<id a='", 100000, ""), OGP_ERROR_LIMIT);
    refused(repeated(open, "&#x26;", 100000, "</plan>"), OGP_ERROR_FORMAT);
    refused(repeated(open, "<?x ", 100000, ""), OGP_ERROR_SYNTAX);
}

/* A host that uses libxml2 itself, in its own way. */
static int host_errors;

static void host_structured(void *user, xmlErrorPtr error)
{
    (void)user, (void)error;
    host_errors++;
}

static void host_generic(void *user, const char *format, ...)
{
    (void)user, (void)format;
    host_errors++;
}

static xmlParserInputPtr host_loader(const char *url, const char *id, xmlParserCtxtPtr context)
{
    (void)url, (void)id, (void)context;
    fail_msg("something was fetched");
    return NULL;
}

static void leaves_the_host_alone(void **state)
{
    (void)state;
    static const char doctype[] = "<!DOCTYPE x [<!ENTITY e 'entity'>]><x>&e;</x>";
    xmlExternalEntityLoader loader = xmlGetExternalEntityLoader();
    xmlSetStructuredErrorFunc(&host_errors, host_structured);
    xmlSetGenericErrorFunc(&host_errors, host_generic);
    xmlSetExternalEntityLoader(host_loader);
    int substitute = xmlSubstituteEntitiesDefault(1);
    xmlDocPtr before = xmlReadMemory(doctype, sizeof doctype - 1, NULL, NULL, 0);
    refuses_bad_documents_with_a_place(state);
    reads_what_xml_can_say(state);
    writes_directions(state);
    assert_int_equal(host_errors, 0);
    assert_ptr_equal(xmlStructuredErrorContext, &host_errors);
    assert_ptr_equal(xmlGenericErrorContext, &host_errors);
    assert_ptr_equal(xmlGetExternalEntityLoader(), host_loader);
    /* The host's own document and parser go on as before. */
    xmlDocPtr after = xmlReadMemory(doctype, sizeof doctype - 1, NULL, NULL, 0);
    assert_non_null(after);
    assert_string_equal((const char *)xmlDocGetRootElement(before)->name, "x");
    assert_null(xmlReadMemory("<x", 2, NULL, NULL, 0));
    assert_int_not_equal(host_errors, 0);
    xmlFreeDoc(before);
    xmlFreeDoc(after);
    xmlSubstituteEntitiesDefault(substitute);
    xmlSetExternalEntityLoader(loader);
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlSetGenericErrorFunc(NULL, NULL);
}

static void streams_take_it_too(void **state)
{
    (void)state;
    static const char text[] = "<?xml version='1.0'?>\n" PLAN(
        "<id>AP</id>\n<commitments><commitment><id>a</id></commitment>\n<commitment/></commitments>");
    ogp_stream *stream;
    const ogp_commitment *c;
    assert_int_equal(ogp_stream_open_memory(&stream, NULL, text, sizeof text - 1, NULL), 0);
    assert_int_equal(ogp_stream_next(&c, stream, NULL), 1);
    assert_string_equal(ogp_commitment_id(c), "a");
    assert_string_equal(ogp_plan_id(ogp_stream_plan(stream)), "AP");
    assert_int_equal(ogp_stream_next(&c, stream, NULL), 1);
    assert_int_equal(ogp_stream_next(&c, stream, NULL), 0);
    ogp_stream_close(stream);
}

static int read_and_write(const ogp_context *context)
{
    static const char json[] =
        "{\"format\": \"ogp-plan/1\", \"title\": {\"en\": \"a\\u0001\", \"ar\": \"b\"}, \"x\\u0002\": [1, {\"y\": "
        "\"\\u0003\"}],"
        "\"commitments\": [{\"challenges\": [\"a\", \"b\", \"c\"], \"start\": \"2023\"}, {}, {}]}";
    char *xml = xml_of(json), *out = NULL;
    ogp_plan *plan;
    int rc = ogp_plan_parse(&plan, context, xml, strlen(xml), NULL);
    if (rc == 0)
        rc = ogp_plan_write_xml(&out, NULL, plan, NULL);
    if (rc == 0)
        assert_string_equal(out, xml);
    else
        assert_null(out);
    ogp_free(out);
    ogp_plan_unref(plan);
    ogp_free(xml);
    return rc;
}

static void survives_every_failed_allocation(void **state)
{
    (void)state;
    survive_failed_allocations(read_and_write);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_bad_documents_with_a_place),
        cmocka_unit_test(reads_what_xml_can_say),
        cmocka_unit_test(writes_directions),
        cmocka_unit_test(keeps_to_the_limits),
        cmocka_unit_test(refuses_attacks),
        cmocka_unit_test(leaves_the_host_alone),
        cmocka_unit_test(streams_take_it_too),
        cmocka_unit_test(survives_every_failed_allocation),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    xmlCleanupParser(); /* the host's business, at its end */
    return failed;
}
