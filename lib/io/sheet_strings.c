/* SPDX-License-Identifier: MIT */
#include "io/sheet_strings.h"
#include "base/error.h"
#include "io/sheet_value.h"

static bool named(const ogpi_xml *xml, const char *name)
{
    return strcmp(ogpi_xml_name(xml), name) == 0;
}

static int add_text(ogpi_xml *xml, ogpi_buffer *scratch, ogpi_buffer *out)
{
    int rc = ogpi_xml_content(xml, scratch);
    if (rc < 0)
        return rc;
    ogpi_buffer_add(out, scratch->data, ogpi_sheet_unescape(scratch->data, scratch->length));
    return out->failed ? ogpi_error_memory(xml->error) : OGP_OK;
}

static int add_run(ogpi_xml *xml, ogpi_buffer *scratch, ogpi_buffer *out)
{
    int rc;
    while ((rc = ogpi_xml_child(xml)) > 0)
        if ((rc = named(xml, "t") ? add_text(xml, scratch, out) : ogpi_xml_skip(xml)) < 0)
            break;
    return rc;
}

int ogpi_sheet_text(ogpi_xml *xml, ogpi_buffer *scratch, ogpi_buffer *out)
{
    size_t before = out->length;
    int rc;
    while ((rc = ogpi_xml_child(xml)) > 0) {
        rc = named(xml, "t")   ? add_text(xml, scratch, out)
             : named(xml, "r") ? add_run(xml, scratch, out)
                               : ogpi_xml_skip(xml);
        if (rc == OGP_OK && out->length - before > xml->limits->string_bytes)
            rc = ogpi_xml_error(xml, OGP_ERROR_LIMIT, "a text is longer than the limit string_bytes allows");
        if (rc < 0)
            break;
    }
    return rc;
}

static int add_string(ogpi_sheet_strings *s, ogpi_xml *xml, ogpi_buffer *scratch)
{
    if (!named(xml, "si"))
        return ogpi_xml_skip(xml);
    if (!ogpi_grow(s->bytes.allocator, (void **)&s->ends, &s->capacity, s->count + 1, sizeof *s->ends))
        return ogpi_error_memory(xml->error);
    int rc = ogpi_sheet_text(xml, scratch, &s->bytes);
    s->ends[s->count++] = s->bytes.length;
    if (rc == OGP_OK && s->bytes.length + s->count * sizeof *s->ends > xml->limits->input_bytes)
        rc = ogpi_error(xml->error, OGP_ERROR_LIMIT,
                        "the workbook's shared strings take more than %zu bytes; raise the limit",
                        xml->limits->input_bytes);
    return rc;
}

int ogpi_sheet_strings_read(ogpi_sheet_strings *strings, ogpi_archive *archive, const char *part,
                            const ogp_limits *limits, const ogp_allocator *allocator, ogp_error *error)
{
    ogpi_part bytes;
    ogpi_xml xml = {.reader = NULL};
    ogpi_buffer scratch;
    ogpi_buffer_init(&scratch, allocator);
    ogpi_buffer_init(&strings->bytes, allocator);
    int rc = ogpi_part_open(&bytes, archive, part, error);
    if (rc == OGP_OK)
        rc = ogpi_xml_open_part(&xml, part, ogpi_part_more, &bytes, limits, error);
    if (rc == OGP_OK)
        rc = ogpi_xml_child(&xml); /* the root */
    while (rc >= 0 && (rc = ogpi_xml_child(&xml)) > 0)
        rc = add_string(strings, &xml, &scratch);
    ogpi_xml_close(&xml);
    ogpi_part_close(&bytes);
    ogpi_buffer_clear(&scratch);
    return rc;
}

void ogpi_sheet_strings_clear(ogpi_sheet_strings *strings)
{
    ogpi_free(strings->bytes.allocator, strings->ends);
    ogpi_buffer_clear(&strings->bytes);
}

const char *ogpi_sheet_strings_at(const ogpi_sheet_strings *strings, size_t index, size_t *length)
{
    if (index >= strings->count)
        return NULL;
    size_t start = index ? strings->ends[index - 1] : 0;
    *length = strings->ends[index] - start;
    return strings->bytes.data ? strings->bytes.data + start : "";
}
