/* SPDX-License-Identifier: MIT */
/* Tables of verdicts on eligibility as csv, JSON and text for people, portion by portion. */
#include "base/decimal.h"
#include "base/error.h"
#include "dataset/eligibility_table.h"
#include "report/result.h"

#include <stdio.h>

enum { PORTION = 48 * 1024 };

typedef struct writer {
    ogp_eligibility_table *table;
    const ogpi_eligibility_rules *rules;
    const char *language;
    ogpi_buffer *out;
    ogpi_json_writer *json;
    char room[OGPI_NAME_SIZE]; /* of the last term */
} writer;

/* NULL in `row`: what stands before the first one, or after the last. */
typedef struct form {
    const char *name;
    void (*begin)(writer *w);
    void (*row)(writer *w, const ogpi_eligibility_row *row);
    void (*end)(writer *w);
} form;

static const ogp_change *change_at(const writer *w, const ogpi_need *need, size_t index)
{
    return &w->rules->changes[need->changes[index]].change;
}

static const char *word(bool unverified)
{
    return unverified ? "unverified" : "seen";
}

static const char *term(writer *w, const char *id)
{
    return ogpi_result_term(w->room, w->rules->book, id, w->language);
}

/* ---- csv ---- */

static void put_int(ogpi_buffer *out, int32_t value)
{
    char digits[12];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    ogpi_buffer_add(out, digits + at, sizeof digits - at);
}

/* Blank where it is not known. */
static void put_cell(writer *w, int32_t value)
{
    ogpi_buffer_putc(w->out, ',');
    if (value >= 0)
        put_int(w->out, value);
}

static void put_word(writer *w, const char *text)
{
    ogpi_buffer_putc(w->out, ',');
    ogpi_buffer_puts(w->out, text);
}

/* "access_to_information=law (+4) | audit_report=1 (+2) & asset_disclosure=law (+2)" */
static void spell_needs(writer *w, const ogpi_needs *needs)
{
    for (size_t i = 0; i < needs->count; i++)
        for (size_t k = 0; k < needs->sets[i].count; k++) {
            const ogp_change *change = change_at(w, &needs->sets[i], k);
            ogpi_buffer_puts(w->out, k ? " & " : i ? " | " : "");
            ogpi_change_write(w->out, change);
            if (change->points <= 0)
                continue;
            ogpi_buffer_puts(w->out, " (+");
            put_int(w->out, change->points);
            ogpi_buffer_putc(w->out, ')');
        }
}

static void csv_begin(writer *w)
{
    ogpi_buffer_puts(w->out, "country,year,edition");
    for (size_t m = 0; m < w->rules->metric_count; m++)
        put_word(w, w->rules->metrics[m].id);
    ogpi_buffer_puts(w->out, ",points,maximum,share,core,values_check,eligible,needs\n");
}

static void csv_row(writer *w, const ogpi_eligibility_row *row)
{
    const ogpi_eligibility_verdict *v = &row->verdict;
    char share[OGPI_DECIMAL_SIZE];
    ogpi_csv_write_cell(w->out, row->country.text, row->country.length);
    ogpi_buffer_putc(w->out, ',');
    if (!row->judged) {
        ogpi_csv_write_cell(w->out, row->year_text.text, row->year_text.length);
        for (size_t i = 0; i < w->rules->metric_count + 8; i++)
            ogpi_buffer_putc(w->out, ',');
        ogpi_buffer_putc(w->out, '\n');
        return;
    }
    put_int(w->out, row->values.year);
    put_word(w, v->edition->id);
    for (size_t m = 0; m < w->rules->metric_count; m++)
        put_cell(w, v->points[m]);
    put_cell(w, v->measured ? v->total : -1);
    put_cell(w, v->maximum);
    put_word(w, v->measured ? ogpi_share_text(v->total, v->maximum, share) : "");
    put_word(w, ogp_verdict_name(v->core));
    put_word(w, ogp_verdict_name(v->values_check));
    put_cell(w, v->eligible);
    ogpi_buffer_putc(w->out, ',');
    spell_needs(w, &row->needs);
    ogpi_buffer_putc(w->out, '\n');
}

static void nothing(writer *w)
{
    (void)w;
}

/* ---- JSON ---- */

static void member_int(writer *w, const char *name, int32_t value)
{
    if (value >= 0) {
        ogpi_result_int(w->json, name, value);
        return;
    }
    ogpi_jw_name(w->json, name);
    ogpi_jw_null(w->json);
}

static void put_change(writer *w, const ogp_change *change)
{
    ogpi_jw_object(w->json, false);
    ogpi_jw_member(w->json, "cell", change->cell);
    ogpi_jw_member(w->json, "from", change->from);
    ogpi_jw_member(w->json, "to", change->to);
    ogpi_result_int(w->json, "points", change->points);
    ogpi_result_int(w->json, "acts", change->acts);
    ogpi_jw_name(w->json, "act");
    ogpi_jw_bool(w->json, change->is_act != 0);
    ogpi_jw_member(w->json, "name", term(w, change->term));
    ogpi_jw_end_object(w->json);
}

static void put_needs(writer *w, const ogpi_needs *needs)
{
    ogpi_jw_name(w->json, "needs");
    ogpi_jw_array(w->json, needs->count > 0);
    for (size_t i = 0; i < needs->count; i++) {
        ogpi_jw_array(w->json, false);
        for (size_t k = 0; k < needs->sets[i].count; k++)
            put_change(w, change_at(w, &needs->sets[i], k));
        ogpi_jw_end_array(w->json);
    }
    ogpi_jw_end_array(w->json);
}

static void put_losses(writer *w, const ogpi_eligibility_row *row)
{
    ogp_change losses[OGPI_ELI_CELLS];
    size_t count = ogpi_eligibility_losses(losses, w->rules, &row->values, &row->verdict);
    ogpi_jw_name(w->json, "losses");
    ogpi_jw_array(w->json, count > 0);
    for (size_t i = 0; i < count; i++)
        put_change(w, &losses[i]);
    ogpi_jw_end_array(w->json);
}

static void put_status(writer *w, const ogpi_eligibility_verdict *v)
{
    ogpi_jw_name(w->json, "status");
    ogpi_jw_object(w->json, false);
    ogpi_jw_member(w->json, "core", word(v->core_unverified));
    ogpi_jw_member(w->json, "values_check", word(v->values_unverified));
    ogpi_jw_member(w->json, "eligible", word(v->eligible_unverified));
    ogpi_jw_end_object(w->json);
}

static void put_verdict(writer *w, const ogpi_eligibility_row *row)
{
    const ogpi_eligibility_verdict *v = &row->verdict;
    char share[OGPI_DECIMAL_SIZE];
    ogpi_jw_member(w->json, "edition", v->edition->id);
    for (size_t m = 0; m < w->rules->metric_count; m++)
        member_int(w, w->rules->metrics[m].id, v->points[m]);
    member_int(w, "points", v->measured ? v->total : -1);
    member_int(w, "maximum", v->maximum);
    ogpi_jw_name(w->json, "share");
    const char *text = v->measured ? ogpi_share_text(v->total, v->maximum, share) : "null";
    ogpi_jw_raw(w->json, text, strlen(text));
    ogpi_jw_member(w->json, "core", ogp_verdict_name(v->core));
    ogpi_jw_member(w->json, "values_check", ogp_verdict_name(v->values_check));
    member_int(w, "eligible", v->eligible);
    put_needs(w, &row->needs);
    put_losses(w, row);
    put_status(w, v);
    ogpi_jw_name(w->json, "eligibility_review");
    ogpi_jw_bool(w->json, row->review_from != 0);
}

static ogp_report *explain(writer *w, const ogpi_eligibility_row *row)
{
    ogp_report *report;
    if (ogpi_eligibility_table_explain(&report, w->table, row, NULL) == 0)
        return report;
    w->out->failed = true;
    return NULL;
}

static void json_begin(writer *w)
{
    ogpi_jw_init(w->json, w->out);
    ogpi_jw_array(w->json, true);
}

static void json_row(writer *w, const ogpi_eligibility_row *row)
{
    ogp_report *report = explain(w, row);
    ogpi_jw_object(w->json, true);
    ogpi_jw_name(w->json, "country");
    ogpi_jw_string_n(w->json, row->country.text, row->country.length);
    member_int(w, "year", row->judged ? row->values.year : -1);
    ogpi_result_int(w->json, "row", (long long)row->number);
    if (row->judged)
        put_verdict(w, row);
    ogpi_result_findings(w->json, "findings", report, w->language);
    ogpi_jw_end_object(w->json);
    ogp_report_unref(report);
}

static void json_end(writer *w)
{
    ogpi_jw_end_array(w->json);
    ogpi_buffer_putc(w->out, '\n');
}

/* ---- text ---- */

static void put_headline(writer *w, const ogpi_eligibility_row *row)
{
    static const char *const answers[] = {"eligible.unknown", "eligible.no", "eligible.yes"};
    ogpi_buffer_printf(w->out, "%s%s", ogpi_result_direction(w->language), row->subject);
    if (row->judged) {
        char room[OGPI_NAME_SIZE];
        ogpi_buffer_printf(w->out, "%s %s%s", ogpi_result_colon(w->language),
                           term(w, answers[row->verdict.eligible + 1]),
                           ogpi_result_mark(room, w->rules->book, word(row->verdict.eligible_unverified), w->language,
                                            false));
    }
    ogpi_buffer_putc(w->out, '\n');
}

static void put_need_lines(writer *w, const ogpi_needs *needs)
{
    const char *direction = ogpi_result_direction(w->language);
    ogpi_buffer_printf(w->out, "%s  %s\n", direction, term(w, "eligible.needs"));
    for (size_t i = 0; i < needs->count; i++) {
        ogpi_buffer_printf(w->out, "%s  %zu. ", direction, i + 1);
        for (size_t k = 0; k < needs->sets[i].count; k++) {
            const ogp_change *change = change_at(w, &needs->sets[i], k);
            ogpi_buffer_printf(w->out, "%s%s", k ? "; " : "", term(w, change->term));
            if (change->points)
                ogpi_buffer_printf(w->out, " (+%d)", (int)change->points);
            if (!change->is_act)
                ogpi_buffer_printf(w->out, " %s", change->to);
        }
        ogpi_buffer_putc(w->out, '\n');
    }
}

static void text_row(writer *w, const ogpi_eligibility_row *row)
{
    ogp_report *report = explain(w, row);
    put_headline(w, row);
    ogpi_result_lines(w->out, report, w->language, OGP_SEVERITY_NOTE);
    ogp_report_unref(report);
    if (row->judged && row->needs.count)
        put_need_lines(w, &row->needs);
    ogpi_buffer_putc(w->out, '\n');
}

static const form forms[] = {
    {"csv", csv_begin, csv_row, nothing},
    {"json", json_begin, json_row, json_end},
    {"text", nothing, text_row, nothing},
};

static const form *form_called(const char *name)
{
    for (size_t i = 0; name && i < sizeof forms / sizeof *forms; i++)
        if (strcmp(forms[i].name, name) == 0)
            return &forms[i];
    return NULL;
}

static int write_rows(writer *w, const form *f, ogp_error *error)
{
    ogpi_eligibility_row row;
    int rc = 1;
    if (!w->table->begun)
        f->begin(w);
    w->table->begun = true;
    while (w->out->length < PORTION && !w->out->failed && (rc = ogpi_eligibility_table_next(w->table, &row, error)) > 0)
        f->row(w, &row);
    if (rc == 0) {
        f->end(w);
        w->table->ended = true;
        rc = ogpi_eligibility_table_end(w->table, error);
    }
    return rc < 0 ? rc : 0;
}

int ogp_eligibility_table_write(char **out, size_t *length, ogp_eligibility_table *table, const char *format,
                                const char *language, ogp_error *error)
{
    const form *f = form_called(format);
    ogpi_buffer buffer;
    *out = NULL;
    if (!table || !f || ogpi_language_index(language ? language : "en") < 0)
        return ogpi_error(error, OGP_ERROR_USAGE,
                          "a table, \"csv\", \"json\" or \"text\", and one of en, ar, fr, es are wanted");
    if (table->ended || table->report)
        return 0;
    ogpi_buffer_init(&buffer, NULL);
    writer w = {table, &table->book->rules, language ? language : "en", &buffer, &table->writer, ""};
    w.json->buffer = &buffer;
    int rc = write_rows(&w, f, error);
    if (rc < 0) {
        ogpi_buffer_clear(&buffer);
        return rc;
    }
    rc = ogpi_result_take(out, length, &buffer, error);
    return rc < 0 ? rc : 1;
}
