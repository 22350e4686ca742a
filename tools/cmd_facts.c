/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/json.h"
#include "base/lines.h"
#include "base/utf8.h"
#include "text/text.h"
#include "tools/command.h"

#include <stdlib.h>

enum { PROGRESS = 1024 };

typedef struct work {
    cli_call *call;
    ogpi_scanner *scanner;
    ogpi_lines lines;
    unsigned number; /* of the line */
} work;

static int open_input(work *w, ogp_error *error)
{
    ogpi_source source;
    int code = ogpi_source_open(&source, w->call->inputs[0], error);

    if (code == 0)
        ogpi_lines_init(&w->lines, &source, NULL, ogp_context_limits(w->call->context)->input_bytes);
    return code;
}

static int refuse(const work *w, ogp_error *error, const char *member, const char *why)
{
    return ogpi_error_at(error, OGP_ERROR_FORMAT, w->number, 1, "\"%s\" %s", member, why);
}

static void put_fact(ogpi_buffer *out, const char *text, const ogp_fact *fact, size_t start)
{
    ogpi_buffer_printf(out, "{\"type\":\"%s\",\"start\":%zu,\"end\":%zu,\"text\":", ogp_fact_type_name(fact->type),
                       start, start + ogpi_utf8_count(text + fact->start, fact->end - fact->start));
    ogpi_buffer_json(out, text + fact->start, fact->end - fact->start);
    if (fact->norm[0]) {
        ogpi_buffer_puts(out, ",\"norm\":");
        ogpi_buffer_json(out, fact->norm, strlen(fact->norm));
    }
    ogpi_buffer_putc(out, '}');
}

/* A number in as few digits as tell it from others: 1.1 and not 1.1000000000000001. */
static char *spell(const json_t *id)
{
    char *text = json_dumps(id, JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION(15));
    if (!text || !json_is_real(id) || strtod(text, NULL) == json_real_value(id))
        return text;
    free(text);
    return json_dumps(id, JSON_ENCODE_ANY | JSON_COMPACT);
}

/* Facts come in order of start, so code points are counted once. */
static void put_facts(work *w, const json_t *id, const char *text, const ogp_fact *facts, size_t count)
{
    ogpi_buffer *out = &w->call->out.buffer;
    const char *language = ogpi_scan_language(w->scanner);
    size_t bytes = 0, points = 0;
    char *name = id ? spell(id) : NULL;
    ogpi_buffer_printf(out, "{\"id\":%s,\"lang\":\"%s\",\"facts\":[", name ? name : "null", language);
    free(name);
    for (size_t i = 0; i < count; i++) {
        points += ogpi_utf8_count(text + bytes, facts[i].start - bytes);
        bytes = facts[i].start;
        if (i)
            ogpi_buffer_putc(out, ',');
        put_fact(out, text, &facts[i], points);
    }
    ogpi_buffer_puts(out, "]}\n");
}

static int scan_object(work *w, const json_t *object, ogp_error *error)
{
    const json_t *text = json_object_get(object, "text"), *language = json_object_get(object, "lang");
    const ogp_fact *facts = NULL;
    size_t count = 0;
    if (!json_is_object(object))
        return ogpi_error_at(error, OGP_ERROR_FORMAT, w->number, 1,
                             "a line must be an object with \"id\", \"lang\" and \"text\"");
    if (!json_is_string(text))
        return refuse(w, error, "text", text ? "must be a string" : "is missing");
    if (language && !json_is_string(language) && !json_is_null(language))
        return refuse(w, error, "lang", "must be a string; leave it out to have the language guessed");
    int code = ogpi_scan(w->scanner, json_string_value(text), json_string_length(text), json_string_value(language),
                         &facts, &count, error);
    if (code == OGP_ERROR_USAGE)
        return refuse(w, error, "lang", "is no language of the rulebook; leave it out to have it guessed");
    if (code < 0) {
        ogpi_error_place(error, w->number, 1);
        return code;
    }
    put_facts(w, json_object_get(object, "id"), json_string_value(text), facts, count);
    return 0;
}

static int scan_line(work *w, const char *line, size_t length, ogp_error *error)
{
    json_t *object = NULL;
    while (length && strchr("\r\n \t", line[length - 1]))
        length--;
    if (length == 0)
        return 0;
    int code = ogpi_json_parse(&object, line, length, ogp_context_limits(w->call->context), NULL, error);
    if (code < 0) {
        ogpi_error_place(error, w->number, error->column);
        return code;
    }
    code = scan_object(w, object, error);
    json_decref(object);
    return code;
}

static int scan_all(work *w, ogp_error *error)
{
    const char *line;
    size_t length;
    int code;
    while ((code = ogpi_lines_next(&w->lines, &line, &length, error)) > 0) {
        w->number = w->lines.number;
        code = scan_line(w, line, length, error);
        if (code < 0 || !cli_out_mark(&w->call->out))
            break;
        if (w->number % PROGRESS == 0)
            cli_progress("texts", w->number, 0);
    }
    return code;
}

static int run(cli_call *call)
{
    ogp_error error = OGP_ERROR_INIT;
    work w = {.call = call, .lines.source.fd = -1};
    int code = open_input(&w, &error);

    if (code == 0)
        code = ogpi_scanner_new(&w.scanner, call->context, &error);
    if (code == 0)
        code = scan_all(&w, &error);
    ogpi_scanner_free(w.scanner);
    ogpi_lines_clear(&w.lines);
    return code < 0 ? cli_failed(call, call->inputs[0], &error) : CLI_OK;
}

const cli_command cli_cmd_facts = {
    .name = "facts",
    .summary = "find dates, durations, quantities, bodies, deliverables and vague wording in texts",
    .inputs = "INPUT.ndjson",
    .about = "Reads one text a line, {\"id\",\"lang\",\"text\"}, and writes its facts,\n"
             "{\"id\",\"lang\",\"facts\":[{\"type\",\"start\",\"end\",\"text\",\"norm\"}]}. Offsets count Unicode code "
             "points, the\n"
             "end is exclusive. norm is EDTF for a date, an ISO 8601 duration, or a plain decimal. lang is\n"
             "a tag such as fr or fr-CA; a line without it has its language guessed. docs/text-facts.md says what\n"
             "counts as a fact.\n",
    .formats = "ndjson",
    .min_inputs = 1,
    .max_inputs = 1,
    .run = run,
};
