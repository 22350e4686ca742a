/* SPDX-License-Identifier: MIT */
/* Building a report. */
#include "rulebook/finding.h"
#include "base/error.h"
#include "base/utf8.h"
#include "rulebook/kept.h"
#include "rulebook/report.h"

/* Arguments and subjects are quotations: what is longer is cut. */
#define QUOTE_BYTES 600
enum { FEW = 32 }; /* findings that most reports of one commitment have room for */

struct ogpi_report_builder {
    ogp_report *report;
    ogp_error error; /* code 0: all went well */
};

int ogpi_report_begin(ogpi_report_builder **out, const ogp_context *context, ogp_error *error)
{
    const ogp_allocator *allocator = ogpi_context_allocator(context);
    const ogp_rulebook *book = ogp_context_rulebook(context);
    *out = NULL;
    ogpi_report_builder *builder = ogpi_calloc(allocator, 1, sizeof *builder);
    ogp_report *report = ogpi_calloc(allocator, 1, sizeof *report);
    ogpi_tally *tallies = ogpi_calloc(allocator, book->rule_count + 1, sizeof *tallies);
    if (!builder || !report || !tallies) {
        ogpi_free(allocator, tallies);
        ogpi_free(allocator, report);
        ogpi_free(allocator, builder);
        return ogpi_error_memory(error);
    }
    ogpi_ref_init(&report->refs);
    report->context = ogp_context_ref((ogp_context *)context);
    report->book = book;
    report->allocator = allocator;
    report->tallies = tallies;
    ogpi_arena_init(&report->arena, allocator);
    builder->report = report;
    builder->error = (ogp_error)OGP_ERROR_INIT;
    *out = builder;
    return 0;
}

static bool copy(ogp_report *report, const char **out, const char *text)
{
    if (ogpi_of_book(report->book, text)) { /* it lives as long as the report */
        *out = text;
        return true;
    }
    *out = text ? ogpi_arena_strndup(&report->arena, text, strlen(text)) : "";
    return *out != NULL;
}

/* Bytes of a text to keep, never half a code point. */
static size_t quote_length(const char *text)
{
    size_t length = strnlen(text, QUOTE_BYTES + 1);
    if (length <= QUOTE_BYTES)
        return length;
    length = QUOTE_BYTES;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    return length;
}

static bool copy_quote(ogp_report *report, const char **out, const char *text)
{
    static const char ellipsis[] = "\xe2\x80\xa6";
    size_t length = text ? quote_length(text) : 0;
    if (!text || text[length] == '\0')
        return copy(report, out, text);
    char *quote = ogpi_arena_alloc(&report->arena, length + sizeof ellipsis);
    *out = quote;
    if (!quote)
        return false;
    memcpy(quote, text, length);
    memcpy(quote + length, ellipsis, sizeof ellipsis);
    return true;
}

/* Findings on the same thing come one after the other. */
static bool copy_subject(ogp_report *report, ogp_finding *finding, const char *text)
{
    const char *last = report->count > 0 ? finding[-1].subject : "";
    if (text && strcmp(text, last) != 0)
        return copy_quote(report, &finding->subject, text);
    finding->subject = text ? last : "";
    return true;
}

static bool copy_args(ogp_report *report, ogp_finding *finding, const ogpi_finding_spec *spec)
{
    if (spec->arg_count == 0)
        return true;
    ogpi_arg *args = ogpi_arena_calloc(&report->arena, spec->arg_count, sizeof *args);
    if (!args)
        return false;
    for (size_t i = 0; i < spec->arg_count; i++) {
        args[i].term = spec->args[i].term;
        if (!copy(report, &args[i].name, spec->args[i].name) ||
            !copy_quote(report, &args[i].value, spec->args[i].value))
            return false;
    }
    finding->args = args;
    finding->arg_count = spec->arg_count;
    return true;
}

static bool keep(ogp_report *report, const ogp_rule *rule, ogp_severity severity, const ogpi_finding_spec *spec)
{
    void *findings = report->findings;
    size_t need = report->capacity ? report->count + 1 : FEW;
    if (!ogpi_grow(report->allocator, &findings, &report->capacity, need, sizeof *report->findings))
        return false;
    report->findings = findings;
    ogp_finding *finding = &report->findings[report->count];
    memset(finding, 0, sizeof *finding);
    finding->report = report;
    finding->rule = rule;
    finding->severity = severity;
    finding->start = spec->start;
    finding->end = spec->end;
    if (!copy(report, &finding->edition, spec->edition) || !copy(report, &finding->path, spec->path) ||
        !copy_subject(report, finding, spec->subject) ||
        (spec->status && !copy(report, &finding->status, spec->status)) || !copy_args(report, finding, spec))
        return false;
    report->count++;
    return true;
}

void ogpi_report_add(ogpi_report_builder *builder, const ogpi_finding_spec *spec)
{
    ogp_report *report = builder->report;
    if (builder->error.code < 0)
        return;
    const ogp_rule *rule = spec->found ? spec->found : ogp_rulebook_rule(report->book, spec->rule);
    if (!rule) {
        ogpi_error(&builder->error, OGP_ERROR_USAGE, "the rulebook has no rule %.20s", spec->rule ? spec->rule : "");
        return;
    }
    ogp_severity severity = spec->severity ? spec->severity : ogpi_kept_severity(report->context, rule, spec->edition);
    if (severity == OGP_SEVERITY_NONE)
        return;
    const ogp_limits *limits = ogp_context_limits(report->context);
    ogpi_tally *tally = &report->tallies[rule - report->book->rules];
    report->totals[severity]++;
    if (tally->kept >= limits->findings_per_rule || report->count >= limits->findings) {
        tally->omitted++;
        report->omitted++;
    } else if (keep(report, rule, severity, spec)) {
        tally->kept++;
    } else {
        ogpi_error_memory(&builder->error);
    }
}

int ogpi_report_end(ogp_report **out, ogpi_report_builder *builder, ogp_error *error)
{
    int code = builder->error.code;
    *out = NULL;
    if (code < 0) {
        ogpi_error(error, code, "%s", builder->error.message);
        ogpi_report_abandon(builder);
        return code;
    }
    *out = builder->report;
    ogpi_free(builder->report->allocator, builder);
    return 0;
}

void ogpi_report_abandon(ogpi_report_builder *builder)
{
    if (!builder)
        return;
    ogp_report *report = builder->report;
    ogpi_free(report->allocator, builder);
    ogp_report_unref(report);
}
