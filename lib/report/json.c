/* SPDX-License-Identifier: MIT */
/* "ogp-report/1": docs/report-format.md. */
#include "base/json_write.h"
#include "report/sheet.h"
#include "rulebook/report.h"

/* What the writing of one document needs. */
typedef struct pen {
    ogpi_json_writer json;
    ogpi_sheet *sheet;
    int language;
    ogpi_buffer scratch;
} pen;

static void write_texts(ogpi_json_writer *w, ogpi_sheet *sheet, const ogp_finding *finding, const char *name,
                        const char *(*text)(ogpi_sheet *, const ogp_finding *, const char *))
{
    ogpi_jw_name(w, name);
    ogpi_jw_object(w, false);
    for (int i = 0; i < OGPI_LANGUAGES; i++)
        ogpi_jw_member(w, ogpi_language_code(i), text(sheet, finding, ogpi_language_code(i)));
    ogpi_jw_end_object(w);
}

static void write_where(ogpi_json_writer *w, const ogp_finding *finding, const ogpi_place *place)
{
    ogpi_jw_member(w, "path", ogp_finding_path(finding));
    ogpi_jw_member(w, "subject", ogp_finding_subject(finding));
    if (ogp_finding_end(finding)) {
        ogpi_jw_member_size(w, "start", ogp_finding_start(finding));
        ogpi_jw_member_size(w, "end", ogp_finding_end(finding));
    }
    if (place->line) {
        ogpi_jw_member_size(w, "line", place->line);
        ogpi_jw_member_size(w, "column", place->column);
    }
}

static void write_args(ogpi_json_writer *w, const ogp_finding *finding)
{
    ogpi_jw_name(w, "args");
    ogpi_jw_object(w, false);
    for (size_t i = 0; i < ogpi_finding_arg_count(finding); i++)
        ogpi_jw_member(w, ogpi_finding_arg_name(finding, i), ogpi_finding_arg_value(finding, i));
    ogpi_jw_end_object(w);
}

static void write_text(pen *p, const char *name, const ogp_finding *finding, int kind)
{
    ogpi_buffer *text = &p->scratch;
    if (ogpi_finding_put(text, finding, kind, p->language)) {
        p->json.buffer->failed |= text->failed;
        ogpi_jw_name(&p->json, name);
        ogpi_jw_string_n(&p->json, text->data, text->failed ? 0 : text->length);
    } else {
        ogpi_jw_member(&p->json, name,
                       (kind == OGPI_TEXT_MEND ? ogpi_sheet_mend : ogpi_sheet_message)(p->sheet, finding,
                                                                                      p->sheet->words.language));
    }
}

static void write_texts_and_args(pen *p, const ogp_finding *finding)
{
    write_text(p, "message", finding, OGPI_TEXT_MESSAGE);
    write_text(p, "mend", finding, OGPI_TEXT_MEND);
    if (p->sheet->options.all_languages) {
        write_texts(&p->json, p->sheet, finding, "messages", ogpi_sheet_message);
        write_texts(&p->json, p->sheet, finding, "mends", ogpi_sheet_mend);
    }
    write_args(&p->json, finding);
}

/* A finding as the only one of its kind. */
static void write_own(pen *p, const ogp_finding *finding, const ogpi_place *place)
{
    ogpi_json_writer *w = &p->json;
    ogpi_jw_member(w, "rule", ogp_finding_rule(finding));
    ogpi_jw_member(w, "severity", ogp_severity_name(ogp_finding_severity(finding)));
    write_where(w, finding, place);
    write_texts_and_args(p, finding);
    ogpi_jw_member(w, "edition", ogp_finding_edition(finding));
    ogpi_jw_member(w, "source", ogp_finding_source(finding));
    ogpi_jw_member(w, "status", ogp_finding_status(finding));
}

static void write_finding(pen *p, const ogp_finding *finding, const ogpi_place *place)
{
    ogpi_json_writer *w = &p->json;
    const ogpi_kept_json *kept = ogpi_finding_json(finding, p->language);
    ogpi_jw_object(w, false);
    if (kept) {
        bool plain = ogpi_finding_arg_count(finding) == 0 && !p->sheet->options.all_languages;
        size_t rest = plain ? kept->middle : kept->tail;
        ogpi_jw_raw(w, kept->text, kept->head);
        write_where(w, finding, place);
        if (!plain)
            write_texts_and_args(p, finding);
        ogpi_jw_raw(w, kept->text + rest, kept->length - rest);
    } else {
        write_own(p, finding, place);
    }
    ogpi_jw_end_object(w);
}

static void write_totals(ogpi_json_writer *w, const ogp_report *report)
{
    ogpi_jw_name(w, "totals");
    ogpi_jw_object(w, false);
    for (int severity = OGP_SEVERITY_ERROR; severity > OGP_SEVERITY_NONE; severity--)
        ogpi_jw_member_size(w, ogp_severity_name((ogp_severity)severity),
                            ogp_report_total(report, (ogp_severity)severity));
    ogpi_jw_end_object(w);
    ogpi_jw_name(w, "omitted");
    ogpi_jw_object(w, false);
    for (size_t i = 0; i < ogpi_report_rule_count(report); i++) {
        size_t kept, omitted;
        const char *id = ogpi_report_rule_id(report, i, &kept, &omitted);
        ogpi_jw_member_size(w, id, omitted);
    }
    ogpi_jw_end_object(w);
}

static void write_report(pen *p, size_t index)
{
    const ogp_write_item *item = &p->sheet->items[index];
    ogpi_json_writer *w = &p->json;
    ogpi_jw_object(w, true);
    ogpi_jw_member(w, "format", "ogp-report/1");
    ogpi_jw_member(w, "rulebook", ogp_rulebook_version(ogpi_report_rulebook(item->report)));
    ogpi_jw_member(w, "language", p->sheet->words.language);
    ogpi_jw_member(w, "file", item->name);
    ogpi_jw_name(w, "findings");
    ogpi_jw_array(w, true);
    for (size_t i = 0; i < ogp_report_count(item->report); i++)
        write_finding(p, ogp_report_at(item->report, i), &p->sheet->places[index][i]);
    ogpi_jw_end_array(w);
    write_totals(w, item->report);
    ogpi_jw_end_object(w);
}

/* What most documents need. */
static size_t room_for(const ogpi_sheet *sheet)
{
    enum { REPORT_BYTES = 300, FINDING_BYTES = 400 };
    size_t room = 0;
    for (size_t i = 0; i < sheet->count; i++)
        room += REPORT_BYTES + FINDING_BYTES * ogp_report_count(sheet->items[i].report);
    return room;
}

void ogpi_write_json(ogpi_sheet *sheet)
{
    pen p = {.sheet = sheet, .language = ogpi_language_index(sheet->words.language)};
    ogpi_buffer_init(&p.scratch, NULL);
    ogpi_jw_init(&p.json, sheet->out);
    ogpi_buffer_reserve(sheet->out, room_for(sheet));
    if (!sheet->single)
        ogpi_jw_array(&p.json, true);
    for (size_t i = 0; i < sheet->count; i++)
        write_report(&p, i);
    if (!sheet->single)
        ogpi_jw_end_array(&p.json);
    ogpi_buffer_putc(sheet->out, '\n');
    ogpi_buffer_clear(&p.scratch);
}
