/* SPDX-License-Identifier: MIT */
#include "tools/command.h"
#include "base/json_write.h"
#include "report/result.h"
#include "rulebook/rulebook.h"

#include <stdio.h>

static void put_json_texts(ogpi_json_writer *w, const char *name, const ogp_rule *rule,
                           size_t (*get)(const ogp_rule *, const char *, char *, size_t))
{
    char text[OGP_RULE_TEXT_SIZE];
    ogpi_jw_name(w, name);
    ogpi_jw_object(w, false);
    for (int i = 0; i < OGPI_LANGUAGES; i++) {
        get(rule, ogpi_language_code(i), text, sizeof text);
        ogpi_jw_member(w, ogpi_language_code(i), text);
    }
    ogpi_jw_end_object(w);
}

static void put_json_editions(ogpi_json_writer *w, const ogp_rule *rule)
{
    ogpi_jw_name(w, "editions");
    ogpi_jw_array(w, false);
    for (size_t i = 0; i < ogp_rule_edition_count(rule); i++) {
        const char *edition = ogp_rule_edition_at(rule, i);
        ogpi_jw_object(w, false);
        ogpi_jw_member(w, "id", edition);
        ogpi_jw_member(w, "severity", ogp_severity_name(ogp_rule_severity(rule, edition)));
        ogpi_jw_end_object(w);
    }
    ogpi_jw_end_array(w);
}

typedef struct source {
    char key[512], address_room[OGPI_NAME_SIZE], title_room[OGPI_NAME_SIZE];
    const char *address, *title;
} source;

static bool next_source(source *s, const ogp_rulebook *book, const char **sources)
{
    *sources += strspn(*sources, " ");
    size_t length = strcspn(*sources, " ");
    if (!length)
        return false;
    snprintf(s->key, sizeof s->key, "%.*s", (int)length, *sources);
    ogpi_rb entry = ogpi_rb_get(ogpi_rb_path(book, "sources"), s->key);
    s->address = strstr(s->key, "://") ? s->key : ogpi_rb_name(s->address_room, ogpi_rb_get(entry, "address"), NULL);
    s->title = ogpi_rb_name(s->title_room, ogpi_rb_get(entry, "title"), NULL);
    *sources += length;
    return true;
}

static void put_json_sources(ogpi_json_writer *w, const ogp_rulebook *book, const ogp_rule *rule)
{
    source s;
    const char *sources = ogp_rule_source(rule);
    ogpi_jw_name(w, "sources");
    ogpi_jw_array(w, false);
    while (next_source(&s, book, &sources)) {
        ogpi_jw_object(w, false);
        ogpi_jw_member(w, "id", s.key);
        ogpi_jw_member(w, "address", s.address);
        ogpi_jw_member(w, "title", s.title);
        ogpi_jw_end_object(w);
    }
    ogpi_jw_end_array(w);
}

static void put_json_rule(ogpi_json_writer *w, const ogp_rulebook *book, const ogp_rule *rule)
{
    ogpi_jw_object(w, true);
    ogpi_jw_member(w, "id", ogp_rule_id(rule));
    ogpi_jw_member(w, "family", ogp_rule_family(rule));
    ogpi_jw_member(w, "name", ogp_rule_name(rule));
    ogpi_jw_member(w, "severity", ogp_severity_name(ogp_rule_severity(rule, NULL)));
    put_json_editions(w, rule);
    put_json_texts(w, "message", rule, ogp_rule_message);
    put_json_texts(w, "mend", rule, ogp_rule_mend);
    ogpi_jw_member(w, "source", ogp_rule_source(rule));
    put_json_sources(w, book, rule);
    ogpi_jw_member(w, "status", ogp_rule_status(rule));
    ogpi_jw_end_object(w);
}

static void put_text_line(ogpi_buffer *out, const ogp_rule *rule)
{
    ogpi_buffer_printf(out, "%-8s  %-7s  %-10s  %-12s  %s\n", ogp_rule_id(rule),
                       ogp_severity_name(ogp_rule_severity(rule, NULL)), ogp_rule_status(rule), ogp_rule_family(rule),
                       ogp_rule_name(rule));
}

/* What stands before each line on a rule, as wide as the widest in its language. */
typedef struct labels { const char *language, *family, *severity, *editions, *source, *status, *blank; } labels;

static const labels *labels_in(const char *language)
{
    static const labels all[] = {
        {"en", "family    ", "severity  ", "editions  ", "source    ", "status    ", "          "},
        {"ar", "العائلة    ", "الدرجة     ", "الإصدارات  ", "المصدر     ", "الحالة     ", "           "},
        {"es", "familia    ", "gravedad   ", "ediciones  ", "fuente     ", "estado     ", "           "},
        {"fr", "famille   ", "gravité   ", "éditions  ", "source    ", "statut    ", "          "},
    };
    size_t i = sizeof all / sizeof *all - 1;
    while (i && strcmp(all[i].language, language) != 0)
        i--;
    return &all[i];
}

/* A severity or a status: in English the word of the rulebook itself, for who goes on to write one. */
static const char *said(char room[OGPI_NAME_SIZE], const ogp_rulebook *book, const char *kind, const char *word,
                        const char *language)
{
    char id[48];
    snprintf(id, sizeof id, "%s.%s", kind, word);
    if (strcmp(language, "en") == 0)
        return word;
    const char *name = ogpi_result_term(room, book, id, language);
    return strcmp(name, id) == 0 ? word : name;
}

static void put_severity(ogpi_buffer *out, const ogp_rulebook *book, const ogp_rule *rule, const char *edition,
                         const char *language)
{
    char room[OGPI_NAME_SIZE];
    if (edition)
        ogpi_buffer_printf(out, "%s%s ", edition, ogpi_result_colon(language));
    ogpi_buffer_printf(out, "%s\n",
                       said(room, book, "severity", ogp_severity_name(ogp_rule_severity(rule, edition)), language));
}

static void put_text_rule(ogpi_buffer *out, const ogp_rulebook *book, const ogp_rule *rule, const char *language)
{
    source s;
    char message[OGP_RULE_TEXT_SIZE], mend[OGP_RULE_TEXT_SIZE], room[OGPI_NAME_SIZE];
    const labels *label = labels_in(language);
    const char *sources = ogp_rule_source(rule), *before = label->source, *direction = ogpi_result_direction(language);
    ogp_rule_message(rule, language, message, sizeof message);
    ogp_rule_mend(rule, language, mend, sizeof mend);
    ogpi_buffer_printf(out, "%s %s\n\n%s  %s\n%s  %s\n\n", ogp_rule_id(rule), ogp_rule_name(rule), direction, message,
                       direction, mend);
    ogpi_buffer_printf(out, "%s%s%s\n%s%s", direction, label->family, ogp_rule_family(rule), direction,
                       label->severity);
    put_severity(out, book, rule, NULL, language);
    for (size_t i = 0; i < ogp_rule_edition_count(rule); i++) {
        ogpi_buffer_printf(out, "%s%s", direction, i ? label->blank : label->editions);
        put_severity(out, book, rule, ogp_rule_edition_at(rule, i), language);
    }
    for (; next_source(&s, book, &sources); before = label->blank)
        ogpi_buffer_printf(out, "%s%s%s%s%s%s%s\n", direction, before, s.key, *s.title ? ": " : "", s.title,
                           *s.address && s.address != s.key ? ", " : "", s.address != s.key ? s.address : "");
    ogpi_buffer_printf(out, "%s%s%s\n", direction, label->status,
                       said(room, book, "status", ogp_rule_status(rule), language));
}

/* A whole id, a prefix of ids ("TPL") or a family. */
static bool wanted(const ogp_rule *rule, const cli_call *call)
{
    for (size_t i = 0; i < call->input_count; i++) {
        const char *word = call->inputs[i];
        if (strncmp(ogp_rule_id(rule), word, strlen(word)) == 0 || strcmp(ogp_rule_family(rule), word) == 0)
            return true;
    }
    return call->input_count == 0;
}

static void put_rules(cli_call *call, const ogp_rulebook *rulebook)
{
    ogpi_json_writer w;
    bool json = cli_format_is(call, "json");
    ogpi_jw_init(&w, &call->out.buffer);
    if (json)
        ogpi_jw_array(&w, true);
    for (size_t i = 0; i < ogp_rulebook_rule_count(rulebook); i++) {
        const ogp_rule *rule = ogp_rulebook_rule_at(rulebook, i);
        if (wanted(rule, call) && json)
            put_json_rule(&w, rulebook, rule);
        else if (wanted(rule, call))
            put_text_line(&call->out.buffer, rule);
    }
    if (json)
        ogpi_jw_end_array(&w);
    if (json)
        ogpi_buffer_putc(&call->out.buffer, '\n');
}

static int put_whole_rulebook(cli_call *call, const ogp_rulebook *rulebook)
{
    ogp_error error = OGP_ERROR_INIT;
    char *text = NULL;
    size_t length = 0;
    if (ogp_rulebook_to_json(&text, &length, rulebook, &error) < 0)
        return cli_failed(call, cli_option_value(call, "rulebook"), &error);
    ogpi_buffer_add(&call->out.buffer, text, length);
    if (length && text[length - 1] != '\n')
        ogpi_buffer_putc(&call->out.buffer, '\n');
    ogp_free(text);
    return CLI_OK;
}

static int check_words(const cli_call *call, const ogp_rulebook *rulebook)
{
    for (size_t k = 0; k < call->input_count; k++) {
        cli_call one = {.input_count = 1, .inputs = call->inputs + k};
        size_t i = 0, count = ogp_rulebook_rule_count(rulebook);
        while (i < count && !wanted(ogp_rulebook_rule_at(rulebook, i), &one))
            i++;
        if (i == count || !*call->inputs[k])
            return cli_wrong(call, "no rule and no family is called \"%s\"", call->inputs[k]);
    }
    return CLI_OK;
}

static int run(cli_call *call)
{
    const ogp_rulebook *rulebook = ogp_context_rulebook(call->context);
    if (cli_option_value(call, "all")) {
        if (call->input_count)
            return cli_wrong(call, "--all writes the whole rulebook; leave out \"%s\"", call->inputs[0]);
        return put_whole_rulebook(call, rulebook);
    }
    if (check_words(call, rulebook))
        return CLI_FAILED;
    const ogp_rule *one = call->input_count == 1 ? ogp_rulebook_rule(rulebook, call->inputs[0]) : NULL;
    if (one && !cli_format_is(call, "json"))
        put_text_rule(&call->out.buffer, rulebook, one, call->language);
    else
        put_rules(call, rulebook);
    return CLI_OK;
}

static const cli_option options[] = {
    {"all", 'a', NULL, "write the whole rulebook as one JSON document, for --rulebook", NULL},
    {0},
};

const cli_command cli_cmd_rules = {
    .name = "rules",
    .summary = "the rulebook: rules, editions, sources, status",
    .inputs = "[ID|FAMILY...]",
    .about = "Lists the rules, or says all about one: its message, what would mend it, how grave it is in each\n"
             "edition, where it comes from, and whether it was seen in a source, measured on data or is unverified.\n",
    .formats = "text|json",
    .options = options,
    .max_inputs = -1,
    .run = run,
};
