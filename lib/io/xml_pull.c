/* SPDX-License-Identifier: MIT */
#define OGPI_ERROR_ITSELF
#include "io/xml_pull.h"
#include "io/xml_scan.h"
#include "base/error.h"

#include <libxml/xmlreader.h>
#include <stdio.h>

#define XSI "http://www.w3.org/2001/XMLSchema-instance"

#if LIBXML_VERSION >= 21200
typedef const xmlError *parser_error;
#else
typedef xmlErrorPtr parser_error;
#endif

/* The first trouble that the parser meets, in its words. */
static void on_error(void *user, parser_error theirs)
{
    ogpi_xml *xml = user;
    if (xml->failed || !theirs || theirs->level < XML_ERR_ERROR)
        return;
    if (theirs->code == XML_ERR_NO_MEMORY || !theirs->message) { /* not even for its words */
        xml->failed = ogpi_error_memory(xml->error);
        return;
    }
    const char *words = theirs->message;
    int length = (int)strcspn(words, "\n");
    if (xml->part) {
        xml->failed = ogpi_error(xml->error, OGP_ERROR_SYNTAX, "%.80s: not XML: %.*s", xml->part, length, words);
        return;
    }
    xml->failed = ogpi_error_at(xml->error, OGP_ERROR_SYNTAX, (unsigned)(theirs->line > 0 ? theirs->line : 0),
                                (unsigned)(theirs->int2 > 0 ? theirs->int2 : 0), "not XML: %.*s", length, words);
}

/* Before anything else of libxml2: else threads that use it for the first time at once race for a mutex of its own. */
static void prepare(void)
{
    xmlInitParser(); /* only the first call acts */
}

/* libxml2's own bounds are lifted only where ours are wider. */
static int options_of(const ogp_limits *limits)
{
    bool wide = limits->string_bytes > 10000000 || limits->depth > 250;
    return XML_PARSE_NONET | XML_PARSE_NOCDATA | (wide ? XML_PARSE_HUGE : 0);
}

static int begin_reading(ogpi_xml *xml)
{
    if (!xml->reader)
        return ogpi_error_memory(xml->error);
    xmlTextReaderSetStructuredErrorHandler(xml->reader, on_error, xml);
    return OGP_OK;
}

int ogpi_xml_open(ogpi_xml *xml, const char *text, size_t length, const ogp_limits *limits, ogp_error *error)
{
    *xml = (ogpi_xml){.text = text, .length = length, .limits = limits, .error = error};
    int rc = ogpi_xml_scan(text, length, limits, error);
    if (rc < 0)
        return rc;
    if (length > INT32_MAX)
        return ogpi_error(error, OGP_ERROR_LIMIT, "larger than 2 GiB");
    prepare();
    xml->reader = xmlReaderForMemory(text, (int)length, NULL, NULL, options_of(limits));
    return begin_reading(xml);
}

static int read_part(void *user, char *buffer, int size)
{
    ogpi_xml *xml = user;
    size_t got = 0;
    int code, rc = xml->failed ? xml->failed : xml->more(xml->user, buffer, (size_t)size, &got, xml->error);
    const char *why = rc < 0 ? NULL : ogpi_xml_guard_pass(&xml->guard, buffer, got, xml->limits->depth, &code);
    if (why)
        rc = ogpi_error(xml->error, code, "%.80s: %s", xml->part, why);
    xml->failed = rc < 0 ? rc : 0;
    return rc < 0 ? -1 : (int)got;
}

int ogpi_xml_open_part(ogpi_xml *xml, const char *part, ogpi_xml_more *more, void *user, const ogp_limits *limits,
                       ogp_error *error)
{
    *xml = (ogpi_xml){.part = part, .more = more, .user = user, .limits = limits, .error = error};
    prepare();
    xml->reader = xmlReaderForIO(read_part, NULL, xml, NULL, "UTF-8", options_of(limits) | XML_PARSE_IGNORE_ENC);
    return xml->failed ? xml->failed : begin_reading(xml);
}

void ogpi_xml_close(ogpi_xml *xml)
{
    if (xml->reader)
        xmlFreeTextReader(xml->reader);
    xml->reader = NULL;
}

int ogpi_xml_error(const ogpi_xml *xml, int code, const char *format, ...)
{
    char message[512];
    unsigned line, column;
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    if (xml->part)
        return ogpi_error(xml->error, code, "%.80s: %s", xml->part, message);
    ogpi_xml_locate(xml->text, xml->length, xml->ordinal, &line, &column);
    return ogpi_error_at(xml->error, code, line, column, "%s", message);
}

/* One step of the parser: 1, 0 at the end of the text, or an error. */
static int step(ogpi_xml *xml)
{
    int rc = xmlTextReaderRead(xml->reader);
    if (xml->failed)
        return xml->failed;
    return rc < 0 ? ogpi_error(xml->error, OGP_ERROR_SYNTAX, "not XML: it ends too early") : rc;
}

static bool blank(const char *text)
{
    return !text || text[strspn(text, " \t\r\n")] == '\0';
}

static const char *value(const ogpi_xml *xml)
{
    return (const char *)xmlTextReaderConstValue(xml->reader);
}

/* True for what may stand anywhere and says nothing. */
static bool is_noise(int type)
{
    return type == XML_READER_TYPE_COMMENT || type == XML_READER_TYPE_PROCESSING_INSTRUCTION ||
           type == XML_READER_TYPE_XML_DECLARATION;
}

static bool is_text(int type)
{
    return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_WHITESPACE ||
           type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
}

static int unexpected_node(const ogpi_xml *xml)
{
    return ogpi_xml_error(xml, OGP_ERROR_FORMAT, "an entity or a DOCTYPE; write the characters themselves");
}

static int enter(ogpi_xml *xml)
{
    xml->ordinal++;
    xml->empty = xmlTextReaderIsEmptyElement(xml->reader) == 1;
    return 1;
}

int ogpi_xml_child(ogpi_xml *xml)
{
    if (xml->empty) {
        xml->empty = false;
        return 0;
    }
    for (;;) {
        int rc = step(xml);
        if (rc <= 0)
            return rc;
        int type = xmlTextReaderNodeType(xml->reader);
        if (type == XML_READER_TYPE_ELEMENT)
            return enter(xml);
        if (type == XML_READER_TYPE_END_ELEMENT)
            return 0;
        if (is_text(type) && !blank(value(xml)))
            return ogpi_xml_error(xml, OGP_ERROR_FORMAT, "text stands where only elements may be");
        if (!is_text(type) && !is_noise(type))
            return unexpected_node(xml);
    }
}

int ogpi_xml_skip(ogpi_xml *xml)
{
    size_t depth = !xml->empty;
    xml->empty = false;
    while (depth) {
        int rc = step(xml);
        if (rc <= 0)
            return rc < 0 ? rc : ogpi_xml_error(xml, OGP_ERROR_SYNTAX, "not XML: it ends too early");
        int type = xmlTextReaderNodeType(xml->reader);
        depth += type == XML_READER_TYPE_ELEMENT && xmlTextReaderIsEmptyElement(xml->reader) != 1;
        depth -= type == XML_READER_TYPE_END_ELEMENT;
    }
    return OGP_OK;
}

static int add_text(ogpi_xml *xml, ogpi_buffer *out)
{
    ogpi_buffer_puts(out, value(xml) ? value(xml) : "");
    if (out->failed)
        return ogpi_error_memory(xml->error);
    if (out->length > xml->limits->string_bytes)
        return ogpi_xml_error(xml, OGP_ERROR_LIMIT, "a text is longer than the limit string_bytes allows");
    return OGP_OK;
}

int ogpi_xml_content(ogpi_xml *xml, ogpi_buffer *out)
{
    out->length = 0;
    ogpi_buffer_puts(out, "");
    if (xml->empty) {
        xml->empty = false;
        return OGP_OK;
    }
    for (;;) {
        int rc = step(xml);
        if (rc < 0)
            return rc;
        int type = xmlTextReaderNodeType(xml->reader);
        if (type == XML_READER_TYPE_END_ELEMENT)
            return out->failed ? ogpi_error_memory(xml->error) : OGP_OK;
        if (type == XML_READER_TYPE_ELEMENT)
            return enter(xml), ogpi_xml_error(xml, OGP_ERROR_FORMAT, "an element <%.40s> stands where only text may be",
                                              ogpi_xml_name(xml));
        if (is_text(type))
            rc = add_text(xml, out);
        else if (!is_noise(type))
            rc = unexpected_node(xml);
        if (rc < 0)
            return rc;
    }
}

int ogpi_xml_finish(ogpi_xml *xml)
{
    int rc;
    do
        rc = step(xml);
    while (rc > 0);
    return rc;
}

const char *ogpi_xml_name(const ogpi_xml *xml)
{
    const xmlChar *name = xmlTextReaderConstLocalName(xml->reader);
    return name ? (const char *)name : "";
}

const char *ogpi_xml_namespace(const ogpi_xml *xml)
{
    const xmlChar *uri = xmlTextReaderConstNamespaceUri(xml->reader);
    return uri ? (const char *)uri : "";
}

static const struct { const char *space, *name; unsigned bit; } known[] = {
    {"http://www.w3.org/XML/1998/namespace", "lang", OGPI_XML_LANG},
    {"", "dir", OGPI_XML_DIR},
    {"", "escaped", OGPI_XML_ESCAPED},
    {"", "key", OGPI_XML_KEY},
    {"", "escaped-key", OGPI_XML_ESCAPED_KEY},
};

static unsigned bit_of(const ogpi_xml *xml)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].name, ogpi_xml_name(xml)) == 0 && strcmp(known[i].space, ogpi_xml_namespace(xml)) == 0)
            return known[i].bit;
    return 0;
}

static int bad_attribute(const ogpi_xml *xml, const char *why)
{
    return ogpi_xml_error(xml, OGP_ERROR_FORMAT, "the attribute %.40s: %s", ogpi_xml_name(xml), why);
}

static int read_boolean(const ogpi_xml *xml, bool *out)
{
    *out = strcmp(value(xml), "true") == 0;
    return *out || strcmp(value(xml), "false") == 0 ? OGP_OK : bad_attribute(xml, "write true or false");
}

static int read_language(const ogpi_xml *xml, ogpi_xml_attributes *out)
{
    if (strlen(value(xml)) >= sizeof out->language)
        return bad_attribute(xml, "too long for a language");
    strcpy(out->language, value(xml));
    return OGP_OK;
}

static int read_key(const ogpi_xml *xml, ogpi_xml_attributes *out)
{
    if (strlen(value(xml)) > xml->limits->string_bytes)
        return ogpi_xml_error(xml, OGP_ERROR_LIMIT, "a key is longer than the limit string_bytes allows");
    ogpi_buffer_puts(&out->key, value(xml));
    return out->key.failed ? ogpi_error_memory(xml->error) : OGP_OK;
}

static int read_direction(const ogpi_xml *xml)
{
    bool good = strcmp(value(xml), "ltr") == 0 || strcmp(value(xml), "rtl") == 0 || strcmp(value(xml), "auto") == 0;
    return good ? OGP_OK : bad_attribute(xml, "write ltr, rtl or auto");
}

static int read_attribute(const ogpi_xml *xml, unsigned allowed, ogpi_xml_attributes *out)
{
    const char *name = ogpi_xml_name(xml);
    bool schema_place = strcmp(ogpi_xml_namespace(xml), XSI) == 0 &&
                        (strcmp(name, "schemaLocation") == 0 || strcmp(name, "noNamespaceSchemaLocation") == 0);
    if (xmlTextReaderIsNamespaceDecl(xml->reader) == 1 || schema_place)
        return OGP_OK;
    unsigned bit = bit_of(xml) & allowed;
    out->present |= bit;
    if (!value(xml))
        return ogpi_error_memory(xml->error);
    switch (bit) {
    case OGPI_XML_LANG:
        return read_language(xml, out);
    case OGPI_XML_DIR:
        return read_direction(xml);
    case OGPI_XML_ESCAPED:
        return read_boolean(xml, &out->escaped);
    case OGPI_XML_KEY:
        return read_key(xml, out);
    case OGPI_XML_ESCAPED_KEY:
        return read_boolean(xml, &out->escaped_key);
    default:
        return bad_attribute(xml, "the element may not have it");
    }
}

int ogpi_xml_attributes_read(ogpi_xml *xml, unsigned allowed, ogpi_xml_attributes *out)
{
    *out = (ogpi_xml_attributes){.present = 0};
    ogpi_buffer_init(&out->key, xml->allocator);
    for (;;) {
        int more = xmlTextReaderMoveToNextAttribute(xml->reader);
        if (more < 0)
            return xml->failed ? xml->failed : ogpi_error_memory(xml->error);
        if (more == 0)
            break;
        int rc = read_attribute(xml, allowed, out);
        if (rc < 0)
            return rc;
    }
    xmlTextReaderMoveToElement(xml->reader);
    return OGP_OK;
}

bool ogpi_xml_attribute_next(ogpi_xml *xml, const char **name, const char **text)
{
    if (xmlTextReaderMoveToNextAttribute(xml->reader) != 1) {
        xmlTextReaderMoveToElement(xml->reader);
        return false;
    }
    *name = ogpi_xml_name(xml);
    *text = value(xml) ? value(xml) : "";
    return true;
}
