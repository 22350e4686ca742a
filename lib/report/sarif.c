/* SPDX-License-Identifier: MIT */
/* SARIF 2.1.0 (OASIS Standard, 27 March 2020): one run, an artifact a report. */
#include "base/json_write.h"
#include "report/fingerprint.h"
#include "report/sheet.h"
#include "rulebook/report.h"
#include <ogp/version.h>

static const char *const levels[] = {"none", "note", "warning", "error"};

static void text_object(ogpi_json_writer *w, const char *name, const char *text)
{
    ogpi_jw_name(w, name);
    ogpi_jw_object(w, false);
    ogpi_jw_member(w, "text", text);
    ogpi_jw_end_object(w);
}

/* A file's name as a relative reference (RFC 3986). */
static void uri_member(ogpi_json_writer *w, const char *name)
{
    static const char hex[] = "0123456789ABCDEF";
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@";
    ogpi_buffer uri;
    ogpi_buffer_init(&uri, NULL);
    for (; *name; name++) {
        unsigned char c = (unsigned char)*name;
        if (strchr(plain, c))
            ogpi_buffer_putc(&uri, (char)c);
        else
            ogpi_buffer_add(&uri, (char[]){'%', hex[c >> 4], hex[c & 15]}, 3);
    }
    ogpi_jw_name(w, "uri");
    ogpi_jw_string_n(w, uri.data, uri.length);
    w->buffer->failed |= uri.failed;
    ogpi_buffer_clear(&uri);
}

static void write_rule(ogpi_json_writer *w, const ogpi_sheet *sheet, const ogp_rule *rule)
{
    const char *language = sheet->words.language, *address;
    char room[OGPI_NAME_SIZE], text[OGP_RULE_TEXT_SIZE];
    ogpi_jw_object(w, false);
    ogpi_jw_member(w, "id", ogp_rule_id(rule));
    ogpi_jw_member(w, "name", ogp_rule_name(rule));
    ogp_rule_message(rule, language, text, sizeof text);
    text_object(w, "shortDescription", text);
    ogp_rule_mend(rule, language, text, sizeof text);
    text_object(w, "help", text);
    address = ogpi_source_address(room, rule->book, ogp_rule_source(rule));
    if (address)
        ogpi_jw_member(w, "helpUri", address);
    ogpi_jw_name(w, "defaultConfiguration");
    ogpi_jw_object(w, false);
    ogpi_jw_member(w, "level", levels[ogp_rule_severity(rule, NULL)]);
    ogpi_jw_end_object(w);
    ogpi_jw_name(w, "properties");
    ogpi_jw_object(w, false);
    ogpi_jw_member(w, "family", ogp_rule_family(rule));
    ogpi_jw_member(w, "source", ogp_rule_source(rule));
    ogpi_jw_member(w, "status", ogp_rule_status(rule));
    ogpi_jw_end_object(w);
    ogpi_jw_end_object(w);
}

/* All rules of the rulebook, so that an index is the same whatever was found. */
static void write_tool(ogpi_json_writer *w, const ogpi_sheet *sheet)
{
    const ogp_rulebook *book = sheet->words.book;
    ogpi_jw_name(w, "tool");
    ogpi_jw_object(w, true);
    ogpi_jw_name(w, "driver");
    ogpi_jw_object(w, true);
    ogpi_jw_member(w, "name", "ogp");
    ogpi_jw_member(w, "semanticVersion", ogp_version());
    ogpi_jw_name(w, "rules");
    ogpi_jw_array(w, true);
    for (size_t i = 0; i < ogp_rulebook_rule_count(book); i++)
        write_rule(w, sheet, ogp_rulebook_rule_at(book, i));
    ogpi_jw_end_array(w);
    ogpi_jw_end_object(w);
    ogpi_jw_end_object(w);
}

static void write_region(ogpi_json_writer *w, const ogpi_place *place)
{
    ogpi_jw_name(w, "region");
    ogpi_jw_object(w, false);
    ogpi_jw_member_size(w, "startLine", place->line ? place->line : 1);
    if (place->line)
        ogpi_jw_member_size(w, "startColumn", place->column);
    if (place->end_line) {
        ogpi_jw_member_size(w, "endLine", place->end_line);
        ogpi_jw_member_size(w, "endColumn", place->end_column);
    }
    ogpi_jw_end_object(w);
}

static void write_location(ogpi_json_writer *w, const ogpi_sheet *sheet, size_t index, const ogp_finding *finding,
                           const ogpi_place *place)
{
    ogpi_jw_name(w, "locations");
    ogpi_jw_array(w, false);
    ogpi_jw_object(w, false);
    if (sheet->items[index].name) {
        ogpi_jw_name(w, "physicalLocation");
        ogpi_jw_object(w, false);
        ogpi_jw_name(w, "artifactLocation");
        ogpi_jw_object(w, false);
        uri_member(w, sheet->items[index].name);
        ogpi_jw_member_size(w, "index", index);
        ogpi_jw_end_object(w);
        write_region(w, place);
        ogpi_jw_end_object(w);
    }
    ogpi_jw_name(w, "logicalLocations");
    ogpi_jw_array(w, false);
    ogpi_jw_object(w, false);
    ogpi_jw_member(w, "fullyQualifiedName", ogp_finding_path(finding));
    if (*ogp_finding_subject(finding))
        ogpi_jw_member(w, "name", ogp_finding_subject(finding));
    ogpi_jw_end_object(w);
    ogpi_jw_end_array(w);
    ogpi_jw_end_object(w);
    ogpi_jw_end_array(w);
}

static void write_print(ogpi_json_writer *w, uint64_t print)
{
    char digits[17];
    for (int i = 15; i >= 0; i--, print >>= 4)
        digits[i] = "0123456789abcdef"[print & 15];
    ogpi_jw_name(w, "partialFingerprints");
    ogpi_jw_object(w, false);
    ogpi_jw_name(w, "ogpFinding/v1");
    ogpi_jw_string_n(w, digits, 16);
    ogpi_jw_end_object(w);
}

static size_t rule_index(const ogp_rulebook *book, const char *id)
{
    const ogp_rule *rule = ogp_rulebook_rule(book, id);
    return rule ? (size_t)(rule - ogp_rulebook_rule_at(book, 0)) : 0;
}

static void write_result(ogpi_json_writer *w, ogpi_sheet *sheet, size_t index, size_t i, uint64_t print)
{
    const ogp_finding *finding = ogp_report_at(sheet->items[index].report, i);
    ogpi_jw_object(w, false);
    ogpi_jw_member(w, "ruleId", ogp_finding_rule(finding));
    ogpi_jw_member_size(w, "ruleIndex", rule_index(sheet->words.book, ogp_finding_rule(finding)));
    ogpi_jw_member(w, "level", levels[ogp_finding_severity(finding)]);
    text_object(w, "message", ogpi_sheet_message(sheet, finding, sheet->words.language));
    write_location(w, sheet, index, finding, &sheet->places[index][i]);
    write_print(w, print);
    ogpi_jw_name(w, "properties");
    ogpi_jw_object(w, false);
    ogpi_jw_member(w, "mend", ogpi_sheet_mend(sheet, finding, sheet->words.language));
    ogpi_jw_member(w, "edition", ogp_finding_edition(finding));
    ogpi_jw_member(w, "source", ogp_finding_source(finding));
    ogpi_jw_member(w, "status", ogp_finding_status(finding));
    ogpi_jw_end_object(w);
    ogpi_jw_end_object(w);
}

static void write_results(ogpi_json_writer *w, ogpi_sheet *sheet)
{
    ogpi_jw_name(w, "results");
    ogpi_jw_array(w, true);
    for (size_t index = 0; index < sheet->count; index++) {
        const ogp_report *report = sheet->items[index].report;
        uint64_t *prints = ogpi_fingerprints_make(report, NULL);
        sheet->out->failed |= !prints;
        for (size_t i = 0; prints && i < ogp_report_count(report); i++)
            write_result(w, sheet, index, i, prints[i]);
        ogpi_free(NULL, prints);
    }
    ogpi_jw_end_array(w);
}

/* Files without a name have no artifact; indices count all reports. */
static void write_artifacts(ogpi_json_writer *w, const ogpi_sheet *sheet)
{
    ogpi_jw_name(w, "artifacts");
    ogpi_jw_array(w, true);
    for (size_t i = 0; i < sheet->count; i++) {
        ogpi_jw_object(w, false);
        if (sheet->items[i].name) {
            ogpi_jw_name(w, "location");
            ogpi_jw_object(w, false);
            uri_member(w, sheet->items[i].name);
            ogpi_jw_end_object(w);
        }
        ogpi_jw_name(w, "properties");
        ogpi_jw_object(w, false);
        ogpi_jw_member_size(w, "findingsLeftOut", ogp_report_omitted(sheet->items[i].report, NULL));
        ogpi_jw_end_object(w);
        ogpi_jw_end_object(w);
    }
    ogpi_jw_end_array(w);
}

void ogpi_write_sarif(ogpi_sheet *sheet)
{
    ogpi_json_writer w;
    ogpi_jw_init(&w, sheet->out);
    ogpi_jw_object(&w, true);
    ogpi_jw_member(&w, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    ogpi_jw_member(&w, "version", "2.1.0");
    ogpi_jw_name(&w, "runs");
    ogpi_jw_array(&w, true);
    ogpi_jw_object(&w, true);
    write_tool(&w, sheet);
    ogpi_jw_member(&w, "language", sheet->words.language);
    ogpi_jw_member(&w, "columnKind", "unicodeCodePoints");
    write_artifacts(&w, sheet);
    write_results(&w, sheet);
    ogpi_jw_end_object(&w);
    ogpi_jw_end_array(&w);
    ogpi_jw_end_object(&w);
    ogpi_buffer_putc(sheet->out, '\n');
}
