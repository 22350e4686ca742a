/* SPDX-License-Identifier: MIT */
/* Excel workbooks. Bytes that begin as an archive are one as they stand; of others, parts between bytes of 1 are packed
   into one, so that what is within is reached: sheet, shared strings, styles, book, relations. Read in large and in
   small pieces the rows are the same, and so are the errors; tables made of them hold together. */
#include "fuzz.h"

#include "base/source.h"
#include "io/workbook.h"
#include <ogp/dataset.h>
#include <zip.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define MAIN "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define DOC "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PKG "\"http://schemas.openxmlformats.org/package/2006/relationships\""

/* What stands there where the input says nothing; %s is where it does. */
static const struct {
    const char *name, *before, *text, *after;
} parts[] = {
    {"xl/worksheets/sheet1.xml", HEAD "<worksheet xmlns=" MAIN "><sheetData>",
     "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "</worksheet>"},
    {"xl/sharedStrings.xml", HEAD "<sst xmlns=" MAIN ">", "<si><t>Country</t></si><si><t>Ghana</t></si>", "</sst>"},
    {"xl/styles.xml", HEAD "<styleSheet xmlns=" MAIN ">",
     "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
     "numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>",
     "</styleSheet>"},
    {"xl/workbook.xml", HEAD "<workbook xmlns=" MAIN " xmlns:r=\"" DOC "\">",
     "<sheets><sheet name=\"Table\" sheetId=\"1\" r:id=\"rId1\"/></sheets>", "</workbook>"},
    {"xl/_rels/workbook.xml.rels", HEAD "<Relationships xmlns=" PKG ">",
     "<Relationship Id=\"rId1\" Type=\"" DOC "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
     "<Relationship Id=\"rId2\" Type=\"" DOC "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
     "<Relationship Id=\"rId3\" Type=\"" DOC "/styles\" Target=\"styles.xml\"/>",
     "</Relationships>"},
    {"_rels/.rels", HEAD "<Relationships xmlns=" PKG ">",
     "<Relationship Id=\"rId1\" Type=\"" DOC "/officeDocument\" Target=\"xl/workbook.xml\"/>", "</Relationships>"},
    {"[Content_Types].xml", HEAD, "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
     ""},
};

static void put(zip_t *zip, const char *name, const ogpi_buffer *text)
{
    zip_source_t *source = zip_source_buffer(zip, text->data, text->length, 0);
    zip_int64_t at = source ? zip_file_add(zip, name, source, 0) : -1;
    MUST(at >= 0 &&
         zip_set_file_compression(zip, (zip_uint64_t)at, text->length % 2 ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 1) == 0);
}

/* A part begins and ends as it should unless the input's begins with an XML declaration of its own. */
static void put_part(zip_t *zip, size_t i, ogpi_buffer *text, const char *own, size_t length)
{
    bool whole = length > 1 && own[0] == '<' && own[1] == '?';
    ogpi_buffer_puts(text, whole ? "" : parts[i].before);
    if (length)
        ogpi_buffer_add(text, own, length);
    else
        ogpi_buffer_puts(text, parts[i].text);
    if (!whole && i == 0 && !(length && memmem(own, length, "</sheetData>", 12)))
        ogpi_buffer_puts(text, "</sheetData>");
    ogpi_buffer_puts(text, whole ? "" : parts[i].after);
    put(zip, parts[i].name, text);
}

static void read_back(zip_source_t *source, ogpi_buffer *out)
{
    char chunk[4096];
    zip_int64_t got;
    MUST(zip_source_open(source) == 0);
    while ((got = zip_source_read(source, chunk, sizeof chunk)) > 0)
        ogpi_buffer_add(out, chunk, (size_t)got);
    zip_source_close(source);
    MUST(got == 0 && !out->failed);
}

static void pack(ogpi_buffer *out, const char *data, size_t size)
{
    enum { COUNT = sizeof parts / sizeof *parts };
    ogpi_buffer texts[COUNT];
    const char *end = data + size;
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_TRUNCATE, NULL) : NULL;
    MUST(zip);
    zip_source_keep(source);
    for (size_t i = 0; i < COUNT; i++) {
        const char *stop = data < end ? memchr(data, 1, (size_t)(end - data)) : NULL;
        size_t length = data < end ? (size_t)((stop ? stop : end) - data) : 0;
        ogpi_buffer_init(&texts[i], NULL);
        put_part(zip, i, &texts[i], data, length);
        data += length + (stop != NULL);
    }
    MUST(zip_close(zip) == 0);
    read_back(source, out);
    zip_source_free(source);
    for (size_t i = 0; i < COUNT; i++)
        ogpi_buffer_clear(&texts[i]);
}

/* All the rows, read so many bytes at a time. */
static int read_all(ogpi_buffer *rows, const char *bytes, size_t length, size_t piece, const ogp_context *context,
                    ogp_error *error)
{
    ogpi_source source;
    ogpi_workbook *book = NULL;
    char chunk[4096];
    size_t got = 1;
    ogpi_buffer_init(rows, NULL);
    ogpi_source_memory(&source, bytes, length);
    int rc = ogpi_workbook_open(&book, &source, "", 0, context, error);
    while (rc >= 0 && got > 0 && rows->length < 1 << 22) {
        rc = ogpi_workbook_read(book, chunk, piece, &got, error);
        if (rc >= 0 && got)
            ogpi_buffer_add(rows, chunk, got);
    }
    ogpi_workbook_close(book);
    MUST(!rows->failed);
    return rc;
}

static void read_both_ways(const char *bytes, size_t length, const ogp_context *context)
{
    ogp_error error = OGP_ERROR_INIT, again = OGP_ERROR_INIT;
    ogpi_buffer large, small;
    int rc = read_all(&large, bytes, length, 4096, context, &error);
    MUST(read_all(&small, bytes, length, 61, context, &again) == rc);
    if (rc < 0) {
        must_explain(rc, &error);
        MUST(strcmp(error.message, again.message) == 0 && error.line == again.line && error.column == again.column);
    } else {
        size_t same = large.length < small.length ? large.length : small.length;
        MUST(same == 0 || memcmp(large.data, small.data, same) == 0);
    }
    ogpi_buffer_clear(&large);
    ogpi_buffer_clear(&small);
}

static void read_dataset(const char *bytes, size_t length, const ogp_context *context)
{
    ogp_error error = OGP_ERROR_INIT;
    ogp_dataset *dataset = NULL;
    int rc = ogp_dataset_read_memory(&dataset, bytes, length, NULL, context, &error);
    if (rc < 0)
        must_explain(rc, &error);
    for (size_t i = 0; dataset && i < ogp_dataset_column_count(dataset); i++) {
        ogp_column column = OGP_COLUMN_INIT;
        MUST(ogp_dataset_column_at(dataset, i, &column) == 0 && column.rows == ogp_dataset_rows(dataset));
    }
    ogp_dataset_unref(dataset);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ogp_context *context;
    ogpi_buffer packed;
    const char *bytes = (const char *)data;
    size_t length = size;
    context = context ? context : limited_context("en");
    ogpi_buffer_init(&packed, NULL);
    if (!ogpi_workbook_begins(bytes, length)) {
        pack(&packed, bytes, length);
        bytes = packed.data;
        length = packed.length;
    }
    read_both_ways(bytes, length, context);
    read_dataset(bytes, length, context);
    ogpi_buffer_clear(&packed);
    return 0;
}
