/* SPDX-License-Identifier: MIT */
/* One page that stands alone: no script, nothing from elsewhere, good on paper and without colours. */
#include "report/sheet.h"
#include "rulebook/finding.h"

#include <stdio.h>

static const char style[] =
    ":root{color-scheme:light dark;--line:#8886;--error:#b3261e;--warning:#8a5a00;--note:#1a5fb4}\n"
    "@media(prefers-color-scheme:dark){:root{--error:#ff8a80;--warning:#ffc66d;--note:#8ab4f8}}\n"
    "body{font:1rem/1.6 system-ui,\"Noto Sans\",\"Noto Naskh "
    "Arabic\",sans-serif;max-width:60rem;margin:auto;padding:1rem}\n"
    "h1{font-size:1.5rem}h2{font-size:1.15rem;border-block-end:1px solid var(--line);margin-block-start:2rem}\n"
    "ul{list-style:none;padding:0}li{border-inline-start:.3rem solid;padding-inline-start:.8rem;margin-block:1rem;"
    "break-inside:avoid}\n"
    "li>*{margin:0}.error{border-color:var(--error)}.warning{border-color:var(--warning)}.note{border-color:var(--note)"
    "}\n"
    ".error strong{color:var(--error)}.warning strong{color:var(--warning)}.note strong{color:var(--note)}\n"
    "dl{display:flex;flex-wrap:wrap;gap:0 1.2rem;font-size:.85rem}dt{font-weight:600}"
    "dd{margin:0;overflow-wrap:anywhere}dl div{display:flex;gap:.4rem}\n"
    "@media print{body{max-width:none;padding:0}h2{break-after:avoid}}\n";

static void escape(ogpi_buffer *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '<':
            ogpi_buffer_puts(out, "&lt;");
            break;
        case '>':
            ogpi_buffer_puts(out, "&gt;");
            break;
        case '&':
            ogpi_buffer_puts(out, "&amp;");
            break;
        case '"':
            ogpi_buffer_puts(out, "&quot;");
            break;
        case '\'':
            ogpi_buffer_puts(out, "&#39;");
            break;
        default:
            ogpi_buffer_putc(out, (unsigned char)*text < 0x20 ? ' ' : *text);
        }
    }
}

static void element(ogpi_buffer *out, const char *open, const char *text, const char *close)
{
    ogpi_buffer_puts(out, open);
    escape(out, text);
    ogpi_buffer_puts(out, close);
}

/* A row of what is known about a finding; nothing where there is nothing. */
static void fact(ogpi_sheet *sheet, const char *label, const char *value)
{
    if (!*value)
        return;
    element(sheet->out, "<div><dt>", ogpi_word(&sheet->words, label), "</dt><dd>");
    element(sheet->out, "<bdi>", value, "</bdi></dd></div>");
}

static void source_fact(ogpi_sheet *sheet, const ogp_finding *finding, const ogp_rulebook *book)
{
    char room[OGPI_NAME_SIZE];
    const char *source = ogp_finding_source(finding), *address = ogpi_source_address(room, book, source);
    bool web = address && (strncmp(address, "https://", 8) == 0 || strncmp(address, "http://", 7) == 0);
    if (!web) {
        fact(sheet, "source", source);
        return;
    }
    element(sheet->out, "<div><dt>", ogpi_word(&sheet->words, "source"), "</dt><dd><a href=\"");
    element(sheet->out, "", address, "\">");
    element(sheet->out, "<bdi>", source, "</bdi></a></dd></div>");
}

static void position_fact(ogpi_sheet *sheet, const ogp_finding *finding, const ogpi_place *place)
{
    char line[16], column[16];
    ogpi_filling parts[] = {{"line", line}, {"column", column}};
    if (!*ogp_finding_path(finding) && !place->line)
        return;
    element(sheet->out, "<div><dt>", ogpi_word(&sheet->words, "position"), "</dt><dd>");
    element(sheet->out, "<bdi><code>", ogp_finding_path(finding), "</code></bdi> ");
    if (place->line) {
        snprintf(line, sizeof line, "%u", place->line);
        snprintf(column, sizeof column, "%u", place->column);
        ogpi_fill(sheet->out, ogpi_word(&sheet->words, "place"), parts, 2);
    }
    ogpi_buffer_puts(sheet->out, "</dd></div>");
}

static void facts(ogpi_sheet *sheet, const ogp_report *report, const ogp_finding *finding, const ogpi_place *place)
{
    if (strcmp(ogp_finding_status(finding), "unverified") == 0)
        element(sheet->out, "<p><em>", ogpi_word(&sheet->words, "unverified"), "</em></p>");
    ogpi_buffer_puts(sheet->out, "<dl>");
    position_fact(sheet, finding, place);
    fact(sheet, "edition", ogp_finding_edition(finding));
    source_fact(sheet, finding, ogpi_report_rulebook(report));
    ogpi_buffer_puts(sheet->out, "</dl>");
}

static void write_finding(ogpi_sheet *sheet, const ogp_report *report, const ogp_finding *finding,
                          const ogpi_place *place)
{
    const char *severity = ogp_severity_name(ogp_finding_severity(finding));
    const char *mend = ogpi_sheet_mend(sheet, finding, sheet->words.language);
    ogpi_buffer_printf(sheet->out, "<li class=\"%s\"><p><strong>", severity);
    element(sheet->out, "", ogpi_word(&sheet->words, severity), "</strong> ");
    element(sheet->out, "<bdi>", ogp_finding_rule(finding), "</bdi> ");
    element(sheet->out, "", ogpi_sheet_message(sheet, finding, sheet->words.language), "</p>");
    if (*mend)
        element(sheet->out, "<p>", mend, "</p>");
    facts(sheet, report, finding, place);
    ogpi_buffer_puts(sheet->out, "</li>\n");
}

static void write_findings(ogpi_sheet *sheet, const ogp_report *report, const ogpi_place *places)
{
    char name[256];
    ogpi_grouped *groups = ogpi_groups_make(report, NULL);
    sheet->out->failed |= !groups;
    for (size_t i = 0; groups && i < ogp_report_count(report); i++) {
        const ogp_finding *finding = ogp_report_at(report, groups[i].index);
        if (groups[i].first && i)
            ogpi_buffer_puts(sheet->out, "</ul></section>\n");
        if (groups[i].first)
            element(sheet->out, "<section><h2><bdi>", ogpi_sheet_heading(sheet, finding, &groups[i], name, sizeof name),
                    "</bdi></h2>\n<ul>\n");
        write_finding(sheet, report, finding, &places[groups[i].index]);
    }
    if (groups && ogp_report_count(report))
        ogpi_buffer_puts(sheet->out, "</ul></section>\n");
    ogpi_free(NULL, groups);
}

static void write_omitted(ogpi_sheet *sheet, const ogp_report *report)
{
    for (size_t i = 0; i < ogpi_report_rule_count(report); i++) {
        size_t kept, omitted;
        const char *id = ogpi_report_rule_id(report, i, &kept, &omitted);
        ogpi_buffer_puts(sheet->out, "<p>");
        ogpi_counted(sheet->out, &sheet->words, "omitted", omitted, id);
        ogpi_buffer_puts(sheet->out, "</p>\n");
    }
}

/* "Report on plan.json", the name set apart where the markup lets it. */
static void write_title(ogpi_sheet *sheet, const ogp_write_item *item, bool markup)
{
    ogpi_buffer name;
    ogpi_buffer_init(&name, NULL);
    if (!item || !item->name) {
        ogpi_buffer_puts(sheet->out, ogpi_word(&sheet->words, "unnamed"));
        return;
    }
    element(&name, markup ? "<bdi>" : "", item->name, markup ? "</bdi>" : "");
    ogpi_filling file = {"file", name.failed ? "" : name.data};
    ogpi_fill(sheet->out, ogpi_word(&sheet->words, "title"), &file, 1);
    sheet->out->failed |= name.failed;
    ogpi_buffer_clear(&name);
}

static void write_report(ogpi_sheet *sheet, const ogp_write_item *item, const ogpi_place *places)
{
    ogpi_filling version = {"version", ogp_rulebook_version(ogpi_report_rulebook(item->report))};
    ogpi_buffer_puts(sheet->out, "<article>\n<h1>");
    write_title(sheet, item, true);
    ogpi_buffer_puts(sheet->out, "</h1>\n<p>");
    ogpi_totals(sheet->out, &sheet->words, item->report);
    ogpi_buffer_puts(sheet->out, "</p>\n");
    write_findings(sheet, item->report, places);
    write_omitted(sheet, item->report);
    ogpi_buffer_puts(sheet->out, "<footer><p><small>");
    ogpi_fill(sheet->out, ogpi_word(&sheet->words, "rulebook"), &version, 1);
    ogpi_buffer_puts(sheet->out, "</small></p></footer>\n</article>\n");
}

void ogpi_write_html(ogpi_sheet *sheet)
{
    ogpi_buffer_printf(sheet->out, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
                       sheet->words.language, sheet->words.right_to_left ? "rtl" : "ltr");
    write_title(sheet, sheet->count == 1 ? &sheet->items[0] : NULL, false);
    ogpi_buffer_puts(sheet->out, "</title>\n<style>\n");
    ogpi_buffer_puts(sheet->out, style);
    ogpi_buffer_puts(sheet->out, "</style>\n</head>\n<body>\n<main>\n");
    for (size_t i = 0; i < sheet->count; i++)
        write_report(sheet, &sheet->items[i], sheet->places[i]);
    ogpi_buffer_puts(sheet->out, "</main>\n</body>\n</html>\n");
}
