/* SPDX-License-Identifier: MIT */
#include "io/workbook_parts.h"
#include "base/error.h"
#include "io/sheet_value.h"
#include "io/xml_pull.h"

enum { FORMATS = 65536, SHEETS_TRIED = 64, NAMES_SHOWN = 8 };

/* One part as XML, for as long as a function needs it. */
typedef struct opened {
    ogpi_part part;
    ogpi_xml xml;
} opened;

/* Goes to the root: 1, or an error. */
static int open_part(opened *o, const ogpi_workbook_parts *parts, const char *name, const char *root, ogp_error *error)
{
    *o = (opened){.part = {.name = name}};
    int rc = ogpi_part_open(&o->part, parts->archive, name, error);
    if (rc == OGP_OK)
        rc = ogpi_xml_open_part(&o->xml, name, ogpi_part_more, &o->part, parts->limits, error);
    if (rc == OGP_OK)
        rc = ogpi_xml_child(&o->xml);
    if (rc > 0 && strcmp(ogpi_xml_name(&o->xml), root) != 0)
        rc = ogpi_error(error, OGP_ERROR_FORMAT, "%.80s is no <%s>: this is no Excel workbook", name, root);
    return rc;
}

static void close_part(opened *o)
{
    ogpi_xml_close(&o->xml);
    ogpi_part_close(&o->part);
}

static bool named(const opened *o, const char *name)
{
    return strcmp(ogpi_xml_name(&o->xml), name) == 0;
}

/* An attribute of the element met last, cut to its place; "" where there is none. */
static const char *attribute(opened *o, const char *wanted, char *out, size_t size)
{
    const char *name, *text;
    out[0] = '\0';
    while (ogpi_xml_attribute_next(&o->xml, &name, &text)) {
        size_t length = strlen(text);
        if (strcmp(name, wanted) != 0)
            continue;
        length = length < size ? length : size - 1;
        memcpy(out, text, length);
        out[length] = '\0';
    }
    return out;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), n = strlen(end);
    return length >= n && strcmp(text + length - n, end) == 0;
}

/* "worksheets/sheet1.xml" as the part "xl/workbook.xml" means it. */
static char *resolve(const ogpi_workbook_parts *parts, const char *base, const char *target)
{
    ogpi_buffer out;
    const char *slash = strrchr(base, '/');
    size_t folder = *target == '/' || !slash ? 0 : (size_t)(slash - base) + 1;
    target += *target == '/';
    for (; strncmp(target, "../", 3) == 0 && folder; target += 3)
        do
            folder--;
        while (folder && base[folder - 1] != '/');
    ogpi_buffer_init(&out, parts->allocator);
    ogpi_buffer_add(&out, base, folder);
    ogpi_buffer_puts(&out, target);
    return ogpi_buffer_take(&out, NULL);
}

/* Where a part's relations stand. */
static void relations_of(char out[600], const char *part)
{
    const char *slash = strrchr(part, '/');
    size_t folder = slash ? (size_t)(slash - part) + 1 : 0;
    memcpy(out, part, folder);
    memcpy(out + folder, "_rels/", 6);
    strcpy(out + folder + 6, part + folder);
    strcat(out, ".rels");
}

static bool matches(opened *o, const char *id, const char *type)
{
    char word[256];
    if (id && strcmp(attribute(o, "Id", word, sizeof word), id) != 0)
        return false;
    return ends_with(attribute(o, "Type", word, sizeof word), type) &&
           strcmp(attribute(o, "TargetMode", word, sizeof word), "External") != 0;
}

/* The part that another is related to by a kind of relation, and an id where that is given; *out is NULL where none is.
   What lies outside the archive is never looked at. */
static int find_relation(char **out, const ogpi_workbook_parts *parts, const char *part, const char *id,
                         const char *type, ogp_error *error)
{
    opened o;
    char name[600], target[512];
    *out = NULL;
    if (strlen(part) > 512)
        return ogpi_error(error, OGP_ERROR_FORMAT, "a part of the workbook has too long a name");
    relations_of(name, part);
    int rc = open_part(&o, parts, name, "Relationships", error);
    while (rc >= 0 && (rc = ogpi_xml_child(&o.xml)) > 0) {
        if (!*out && matches(&o, id, type)) {
            *out = resolve(parts, part, attribute(&o, "Target", target, sizeof target));
            rc = *out ? OGP_OK : ogpi_error_memory(error);
        }
        rc = rc < 0 ? rc : ogpi_xml_skip(&o.xml);
    }
    close_part(&o);
    return rc;
}

/* What the workbook says of its sheets. */
typedef struct sheets {
    const char *wanted;
    char ids[SHEETS_TRIED][64]; /* of the one wanted, or of those that are shown */
    size_t count;
    ogpi_buffer names;
    size_t named;
} sheets;

static void add_sheet(sheets *s, opened *o)
{
    char name[256], word[64];
    attribute(o, "name", name, sizeof name);
    attribute(o, "state", word, sizeof word);
    if (s->named++ < NAMES_SHOWN)
        ogpi_buffer_printf(&s->names, "%s\"%.60s\"", s->named > 1 ? ", " : "", name);
    bool take =
        s->wanted ? strcmp(name, s->wanted) == 0 : strncmp(word, "hidden", 6) != 0 && strcmp(word, "veryHidden") != 0;
    if (take && s->count < SHEETS_TRIED)
        attribute(o, "id", s->ids[s->count++], sizeof s->ids[0]);
}

static int read_sheets(sheets *s, opened *o)
{
    int rc;
    while ((rc = ogpi_xml_child(&o->xml)) > 0) {
        if (named(o, "sheet"))
            add_sheet(s, o);
        if ((rc = ogpi_xml_skip(&o->xml)) < 0)
            break;
    }
    return rc;
}

static int read_workbook(ogpi_workbook_parts *parts, sheets *s, const char *part, ogp_error *error)
{
    opened o;
    char word[8];
    int rc = open_part(&o, parts, part, "workbook", error);
    while (rc >= 0 && (rc = ogpi_xml_child(&o.xml)) > 0) {
        if (named(&o, "workbookPr")) {
            attribute(&o, "date1904", word, sizeof word);
            parts->from_1904 = strcmp(word, "1") == 0 || strcmp(word, "true") == 0;
        }
        rc = named(&o, "sheets") ? read_sheets(s, &o) : ogpi_xml_skip(&o.xml);
    }
    close_part(&o);
    if (rc == OGP_OK && s->names.failed)
        rc = ogpi_error_memory(error);
    return rc;
}

static int no_sheet(const sheets *s, ogp_error *error)
{
    const char *names = s->names.data ? s->names.data : "none";
    if (s->wanted && s->count == 0)
        return ogpi_error(error, OGP_ERROR_USAGE, "the workbook has no sheet \"%.60s\"; it has %s", s->wanted, names);
    return ogpi_error(error, OGP_ERROR_FORMAT, "the workbook has no sheet with cells that could be read; it has %s",
                      names);
}

static int find_sheet(ogpi_workbook_parts *parts, const char *wanted, const char *part, ogp_error *error)
{
    sheets *s = ogpi_calloc(parts->allocator, 1, sizeof *s);
    if (!s)
        return ogpi_error_memory(error);
    s->wanted = wanted;
    ogpi_buffer_init(&s->names, parts->allocator);
    int rc = read_workbook(parts, s, part, error);
    for (size_t i = 0; rc == OGP_OK && i < s->count && !parts->sheet; i++)
        rc = find_relation(&parts->sheet, parts, part, s->ids[i], "/worksheet", error);
    if (rc == OGP_OK && !parts->sheet)
        rc = no_sheet(s, error);
    ogpi_buffer_clear(&s->names);
    ogpi_free(parts->allocator, s);
    return rc;
}

static size_t number_of(const char *text)
{
    size_t n = 0;
    for (; *text >= '0' && *text <= '9' && n < FORMATS; text++)
        n = n * 10 + (size_t)(*text - '0');
    return *text || n >= FORMATS ? FORMATS - 1 : n;
}

static int read_formats(opened *o, unsigned char *kinds)
{
    char id[16], code[512];
    int rc;
    while ((rc = ogpi_xml_child(&o->xml)) > 0) {
        attribute(o, "numFmtId", id, sizeof id);
        attribute(o, "formatCode", code, sizeof code);
        kinds[number_of(id)] = (unsigned char)ogpi_sheet_format_kind(code);
        if ((rc = ogpi_xml_skip(&o->xml)) < 0)
            break;
    }
    return rc;
}

static int read_cell_styles(ogpi_workbook_parts *parts, opened *o, const unsigned char *kinds)
{
    char id[16];
    int rc;
    while ((rc = ogpi_xml_child(&o->xml)) > 0) {
        if (parts->style_count >= FORMATS)
            return ogpi_error(o->xml.error, OGP_ERROR_LIMIT, "the workbook has more than %d styles", FORMATS);
        if (!ogpi_grow(parts->allocator, (void **)&parts->styles, &parts->style_capacity, parts->style_count + 1, 1))
            return ogpi_error_memory(o->xml.error);
        parts->styles[parts->style_count++] = kinds[number_of(attribute(o, "numFmtId", id, sizeof id))];
        if ((rc = ogpi_xml_skip(&o->xml)) < 0)
            break;
    }
    return rc;
}

static int read_styles(ogpi_workbook_parts *parts, const char *part, ogp_error *error)
{
    opened o;
    unsigned char *kinds = ogpi_calloc(parts->allocator, FORMATS, 1);
    if (!kinds)
        return ogpi_error_memory(error);
    for (size_t i = 0; i < 64; i++)
        kinds[i] = (unsigned char)ogpi_sheet_builtin_kind(i);
    int rc = open_part(&o, parts, part, "styleSheet", error);
    while (rc >= 0 && (rc = ogpi_xml_child(&o.xml)) > 0) {
        if (named(&o, "numFmts"))
            rc = read_formats(&o, kinds);
        else if (named(&o, "cellXfs"))
            rc = read_cell_styles(parts, &o, kinds);
        else
            rc = ogpi_xml_skip(&o.xml);
    }
    close_part(&o);
    ogpi_free(parts->allocator, kinds);
    return rc;
}

static int check_kind(const ogpi_archive *archive, ogp_error *error)
{
    if (ogpi_archive_has(archive, "[Content_Types].xml"))
        return OGP_OK;
    if (ogpi_archive_has(archive, "content.xml"))
        return ogpi_error(error, OGP_ERROR_FORMAT,
                          "an OpenDocument file: save it as CSV or as an Excel workbook (.xlsx)");
    return ogpi_error(error, OGP_ERROR_FORMAT, "a ZIP archive that is no Excel workbook: unpack it");
}

int ogpi_workbook_parts_read(ogpi_workbook_parts *parts, const char *sheet, ogp_error *error)
{
    char *book = NULL, *styles = NULL;
    int rc = check_kind(parts->archive, error);
    if (rc == OGP_OK)
        rc = find_relation(&book, parts, "", NULL, "/officeDocument", error);
    if (rc == OGP_OK && (!book || ends_with(book, ".bin")))
        rc = ogpi_error(error, OGP_ERROR_FORMAT, "no workbook that can be read: save it as CSV or as .xlsx");
    if (rc == OGP_OK)
        rc = find_sheet(parts, sheet, book, error);
    if (rc == OGP_OK)
        rc = find_relation(&parts->strings, parts, book, NULL, "/sharedStrings", error);
    if (rc == OGP_OK)
        rc = find_relation(&styles, parts, book, NULL, "/styles", error);
    if (rc == OGP_OK && styles)
        rc = read_styles(parts, styles, error);
    ogpi_free(parts->allocator, book);
    ogpi_free(parts->allocator, styles);
    return rc;
}

void ogpi_workbook_parts_clear(ogpi_workbook_parts *parts)
{
    ogpi_free(parts->allocator, parts->sheet);
    ogpi_free(parts->allocator, parts->strings);
    ogpi_free(parts->allocator, parts->styles);
}
