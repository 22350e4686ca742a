/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/utf8.h"
#include "report/sheet.h"
#include "rulebook/report.h"

#include <stdio.h>

const char *ogpi_sheet_message(ogpi_sheet *sheet, const ogp_finding *finding, const char *language)
{
    return ogpi_finding_message(finding, language, &sheet->out->failed);
}

const char *ogpi_sheet_mend(ogpi_sheet *sheet, const ogp_finding *finding, const char *language)
{
    return ogpi_finding_mend(finding, language, &sheet->out->failed);
}

const char *ogpi_sheet_heading(const ogpi_sheet *sheet, const ogp_finding *finding, const ogpi_grouped *group,
                               char *buffer, size_t size)
{
    if (*group->subject)
        return group->subject;
    snprintf(buffer, size, "%.*s", (int)group->place, ogp_finding_path(finding));
    return *buffer ? buffer : ogpi_word(&sheet->words, "whole");
}

const char *ogpi_source_address(char room[OGPI_NAME_SIZE], const ogp_rulebook *book, const char *source)
{
    for (; *source; source += strspn(source, " ")) {
        size_t length = strcspn(source, " ");
        snprintf(room, OGPI_NAME_SIZE, "%.*s", (int)length, source);
        if (strstr(room, "://"))
            return room;
        ogpi_rb entry = ogpi_rb_get(ogpi_rb_path(book, "sources"), room);
        const char *address = ogpi_rb_name(room, ogpi_rb_get(entry, "address"), NULL);
        if (*address)
            return address;
        source += length;
    }
    return NULL;
}

static const struct { const char *name; void (*write)(ogpi_sheet *sheet); } writers[] = {
    [OGP_WRITE_TEXT] = {"text", ogpi_write_text},
    [OGP_WRITE_JSON] = {"json", ogpi_write_json},
    [OGP_WRITE_SARIF] = {"sarif", ogpi_write_sarif},
    [OGP_WRITE_HTML] = {"html", ogpi_write_html},
};
enum { WRITERS = sizeof writers / sizeof *writers };

int ogp_write_format_of(const char *name)
{
    for (int i = OGP_WRITE_TEXT; name && i < WRITERS; i++)
        if (strcmp(writers[i].name, name) == 0)
            return i;
    return 0;
}

static int read_options(ogpi_sheet *sheet, const ogp_write_options *options, ogp_error *error)
{
    sheet->options = (ogp_write_options)OGP_WRITE_OPTIONS_INIT;
    if (options && options->struct_size < sizeof *options)
        return ogpi_error(error, OGP_ERROR_USAGE, "start the options with OGP_WRITE_OPTIONS_INIT");
    if (options)
        memcpy(&sheet->options, options, sizeof *options);
    ogp_write_options *o = &sheet->options;
    o->format = o->format ? o->format : OGP_WRITE_TEXT;
    o->width = o->width ? o->width : 80;
    o->language = o->language ? o->language : "en";
    if (o->format < OGP_WRITE_TEXT || o->format >= WRITERS)
        return ogpi_error(error, OGP_ERROR_USAGE, "there is no format %d; take one of ogp_write_format", o->format);
    if (ogpi_language_index(o->language) < 0)
        return ogpi_error(error, OGP_ERROR_USAGE, "there are no messages in \"%s\"; take en, ar, fr or es",
                          o->language);
    sheet->words.language = ogpi_language_code(ogpi_language_index(o->language));
    sheet->words.right_to_left = strcmp(o->language, "ar") == 0;
    return OGP_OK;
}

static int read_items(ogpi_sheet *sheet, const ogp_write_item *items, size_t count, ogp_error *error)
{
    for (size_t i = 0; i < count; i++)
        if (!items[i].report)
            return ogpi_error(error, OGP_ERROR_USAGE, "there is no report to write");
    sheet->items = items;
    sheet->count = count;
    sheet->words.book = count ? ogpi_report_rulebook(items[0].report) : ogp_rulebook_builtin();
    sheet->places = ogpi_calloc(NULL, count + 1, sizeof *sheet->places);
    bool good = sheet->places != NULL;
    for (size_t i = 0; good && i < count; i++)
        good =
            (sheet->places[i] = ogpi_places_find(items[i].report, items[i].text, items[i].text_length, NULL)) != NULL;
    return good ? OGP_OK : ogpi_error_memory(error);
}

/* The name of a file may be of any bytes; all else is UTF-8 already. */
static void make_valid(ogpi_buffer *out)
{
    for (size_t at = 0, bad; !ogpi_utf8_valid(out->data + at, out->length - at, &bad); at += bad + 1)
        out->data[at + bad] = '?';
}

static int write_reports(char **out, size_t *length, const ogp_write_item *items, size_t count, bool single,
                         const ogp_write_options *options, ogp_error *error)
{
    ogpi_buffer buffer;
    ogpi_sheet sheet = {.out = &buffer, .single = single};
    if (!out || (count && !items))
        return ogpi_error(error, OGP_ERROR_USAGE, "there is no report to write, or no place to write it to");
    *out = NULL;
    ogpi_buffer_init(&buffer, NULL);
    int rc = read_options(&sheet, options, error);
    if (rc == OGP_OK)
        rc = read_items(&sheet, items, count, error);
    if (rc == OGP_OK) {
        writers[sheet.options.format].write(&sheet);
        make_valid(&buffer);
        if (!buffer.failed)
            *out = ogpi_buffer_take(&buffer, length);
        if (!*out)
            rc = ogpi_error_memory(error);
    }
    ogpi_buffer_clear(&buffer);
    for (size_t i = 0; sheet.places && i < count; i++)
        ogpi_free(NULL, sheet.places[i]);
    ogpi_free(NULL, sheet.places);
    return rc;
}

int ogp_report_write(char **out, size_t *length, const ogp_write_item *item, const ogp_write_options *options,
                     ogp_error *error)
{
    return write_reports(out, length, item, 1, true, options, error);
}

int ogp_reports_write(char **out, size_t *length, const ogp_write_item *items, size_t count,
                      const ogp_write_options *options, ogp_error *error)
{
    return write_reports(out, length, items, count, false, options, error);
}
