/* SPDX-License-Identifier: MIT */
/* A report for people who read it on a terminal or in a mail. */
#include "report/sheet.h"
#include "rulebook/finding.h"

#include <stdio.h>
#include <utf8proc.h>

#define RLM "\xe2\x80\x8f" /* U+200F: the line runs from right to left, whatever it begins with */

enum { BODY = 4, NARROWEST = 20 };

static const char *const colours[] = {"", "\033[34m", "\033[33m", "\033[31m"};

typedef struct pen {
    ogpi_sheet *sheet;
    ogpi_buffer line; /* the paragraph being put together */
} pen;

static void style(pen *p, const char *code)
{
    if (p->sheet->options.colour)
        ogpi_buffer_puts(p->sheet->out, code);
}

static size_t word_width(const char *word, size_t length)
{
    size_t width = 0;
    utf8proc_int32_t c;
    while (length) {
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)word, (utf8proc_ssize_t)length, &c);
        width += n > 0 ? (size_t)utf8proc_charwidth(c) : 1;
        word += n > 0 ? n : 1;
        length -= n > 0 ? (size_t)n : 1;
    }
    return width;
}

static void start_line(pen *p, size_t indent)
{
    ogpi_buffer_puts(p->sheet->out, p->sheet->words.right_to_left ? RLM : "");
    ogpi_buffer_printf(p->sheet->out, "%*s", (int)indent, "");
}

/* French sets « quotes » and double signs apart by blanks at which no line may end. */
static size_t unbroken(const char *word)
{
    size_t length = strcspn(word, " ");
    while (word[length] == ' ' && length >= 2 && memcmp(word + length - 2, "\xc2\xab", 2) == 0)
        length += 1 + strcspn(word + length + 1, " ");
    while (word[length] == ' ' && (strchr(":;?!", word[length + 1]) || strncmp(word + length + 1, "\xc2\xbb", 2) == 0))
        length += 1 + strcspn(word + length + 1, " ");
    return length;
}

/* Writes the paragraph in lines no wider than asked, if its words let it, and empties it. */
static void put_paragraph(pen *p, size_t indent, size_t hang, const char *code)
{
    size_t room = p->sheet->options.width > indent + NARROWEST ? p->sheet->options.width : indent + NARROWEST;
    size_t at = indent;
    const char *word = p->line.length ? p->line.data : "";
    start_line(p, indent);
    style(p, code);
    for (bool first = true; *word; first = false) {
        size_t length = unbroken(word), width = word_width(word, length);
        if (!first && at + 1 + width > room) {
            ogpi_buffer_putc(p->sheet->out, '\n');
            start_line(p, hang);
            at = hang;
        } else if (!first) {
            ogpi_buffer_putc(p->sheet->out, ' ');
            at++;
        }
        ogpi_buffer_add(p->sheet->out, word, length);
        at += width;
        word += length + (word[length] == ' ');
    }
    style(p, *code ? "\033[0m" : "");
    ogpi_buffer_putc(p->sheet->out, '\n');
    p->sheet->out->failed |= p->line.failed;
    p->line.length = 0;
}

static void put_head(pen *p, const ogp_finding *finding)
{
    ogp_severity severity = ogp_finding_severity(finding);
    ogpi_buffer_puts(&p->line, ogpi_word(&p->sheet->words, ogp_severity_name(severity)));
    ogpi_buffer_putc(&p->line, ' ');
    ogpi_isolated(&p->line, &p->sheet->words, ogp_finding_rule(finding));
    ogpi_buffer_putc(&p->line, ' ');
    ogpi_buffer_puts(&p->line, ogpi_sheet_message(p->sheet, finding, p->sheet->words.language));
    put_paragraph(p, 2, BODY, colours[severity]);
}

/* What would mend it, unless the finding just above it says the same. */
static void put_mend(pen *p, const ogp_finding *finding, const ogp_finding *above)
{
    const char *mend = ogpi_sheet_mend(p->sheet, finding, p->sheet->words.language);
    ogpi_filling parts[] = {{"label", ogpi_word(&p->sheet->words, "mend")}, {"text", mend}};
    if (!*mend || (above && strcmp(mend, ogpi_sheet_mend(p->sheet, above, p->sheet->words.language)) == 0))
        return;
    ogpi_fill(&p->line, ogpi_word(&p->sheet->words, "labelled"), parts, 2);
    put_paragraph(p, BODY, BODY, "");
}

static void add_part(pen *p, const char *text)
{
    if (p->line.length && *text)
        ogpi_buffer_puts(&p->line, " \xc2\xb7 ");
    ogpi_isolated(&p->line, &p->sheet->words, text);
}

static void add_place(pen *p, const ogpi_place *place)
{
    char line[16], column[16];
    ogpi_filling parts[] = {{"line", line}, {"column", column}};
    if (!place->line)
        return;
    snprintf(line, sizeof line, "%u", place->line);
    snprintf(column, sizeof column, "%u", place->column);
    ogpi_buffer_puts(&p->line, p->line.length ? " \xc2\xb7 " : "");
    ogpi_fill(&p->line, ogpi_word(&p->sheet->words, "place"), parts, 2);
}

/* Where it stands and what it rests on. */
static void put_origin(pen *p, const ogp_finding *finding, const ogpi_place *place)
{
    add_part(p, ogp_finding_path(finding));
    add_place(p, place);
    add_part(p, ogp_finding_edition(finding));
    add_part(p, ogp_finding_source(finding));
    if (strcmp(ogp_finding_status(finding), "unverified") == 0)
        add_part(p, ogpi_word(&p->sheet->words, "unverified"));
    if (p->line.length)
        put_paragraph(p, BODY, BODY, "\033[2m");
}

static void put_findings(pen *p, const ogp_report *report, const ogpi_place *places)
{
    char name[256];
    ogpi_grouped *groups = ogpi_groups_make(report, NULL);
    if (!groups) {
        p->sheet->out->failed = true;
        return;
    }
    for (size_t i = 0; i < ogp_report_count(report); i++) {
        const ogp_finding *finding = ogp_report_at(report, groups[i].index);
        if (groups[i].first) {
            ogpi_buffer_puts(p->sheet->out, i ? "\n" : "");
            ogpi_isolated(&p->line, &p->sheet->words,
                          ogpi_sheet_heading(p->sheet, finding, &groups[i], name, sizeof name));
            put_paragraph(p, 0, 0, "\033[1m");
        }
        put_head(p, finding);
        put_mend(p, finding, groups[i].first ? NULL : ogp_report_at(report, groups[i - 1].index));
        put_origin(p, finding, &places[groups[i].index]);
    }
    ogpi_free(NULL, groups);
}

static void put_omitted(pen *p, const ogp_report *report)
{
    for (size_t i = 0; i < ogpi_report_rule_count(report); i++) {
        size_t kept, omitted;
        const char *id = ogpi_report_rule_id(report, i, &kept, &omitted);
        ogpi_buffer rule;
        ogpi_buffer_init(&rule, NULL);
        ogpi_isolated(&rule, &p->sheet->words, id);
        ogpi_buffer_putc(&rule, '\0');
        ogpi_counted(&p->line, &p->sheet->words, "omitted", omitted, rule.failed ? "" : rule.data);
        p->sheet->out->failed |= rule.failed;
        ogpi_buffer_clear(&rule);
        put_paragraph(p, 0, 2, "");
    }
}

static void put_summary(pen *p, const ogp_write_item *item)
{
    ogpi_buffer label, totals;
    ogpi_buffer_init(&label, NULL);
    ogpi_buffer_init(&totals, NULL);
    ogpi_totals(&totals, &p->sheet->words, item->report);
    ogpi_isolated(&label, &p->sheet->words, item->name ? item->name : "");
    if (!totals.failed && !label.failed && label.length) {
        ogpi_filling parts[] = {{"label", label.data}, {"text", totals.data}};
        ogpi_fill(&p->line, ogpi_word(&p->sheet->words, "labelled"), parts, 2);
    } else if (!totals.failed && !label.failed) {
        ogpi_buffer_puts(&p->line, totals.data);
    }
    p->sheet->out->failed |= totals.failed || label.failed;
    ogpi_buffer_clear(&label);
    ogpi_buffer_clear(&totals);
    put_paragraph(p, 0, 2, colours[ogp_report_worst(item->report)]);
}

void ogpi_write_text(ogpi_sheet *sheet)
{
    pen p = {.sheet = sheet};
    ogpi_buffer_init(&p.line, NULL);
    for (size_t i = 0; i < sheet->count; i++) {
        const ogp_report *report = sheet->items[i].report;
        ogpi_buffer_puts(sheet->out, i ? "\n" : "");
        put_findings(&p, report, sheet->places[i]);
        ogpi_buffer_puts(sheet->out, ogp_report_count(report) ? "\n" : "");
        put_omitted(&p, report);
        put_summary(&p, &sheet->items[i]);
    }
    ogpi_buffer_clear(&p.line);
}
