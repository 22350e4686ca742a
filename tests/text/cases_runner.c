/* SPDX-License-Identifier: MIT */
/* NDJSON of texts in, the cases that are weighed in each out, with the names of their traits: what
   scripts/learn-weights.py learns from. */
#include "base/utf8.h"
#include "text/text.h"
#include "text/things.h"
#include "text/weigh.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

static void add_traits(json_t *names, const ogpi_scanner *s, const ogpi_case *c, ogpi_place place, unsigned plane)
{
    char trait[48], name[80];
    for (uint64_t traits = ogpi_traits(s, c, place, plane); traits; traits &= traits - 1) {
        int number = (int)(place * OGPI_PLACE_TRAITS + plane * 64) + __builtin_ctzll(traits);
        if (!ogpi_trait_name(trait, number))
            continue;
        snprintf(name, sizeof name, "%s %s", ogpi_place_name(place), trait);
        json_array_append_new(names, json_string(name));
    }
}

static void add_case(void *cases, const ogpi_scanner *s, const ogpi_case *c)
{
    json_t *traits = json_array();
    for (unsigned place = 0; place < OGPI_PLACE_COUNT; place++)
        for (unsigned plane = 0; plane < OGPI_PLANES; plane++)
            add_traits(traits, s, c, (ogpi_place)place, plane);
    size_t end = s->words.items[ogpi_group_rest(s, c->end) - 1].end;
    json_array_append_new(cases, json_pack("{s:I, s:I, s:b, s:o}", "start",
                                           (json_int_t)ogpi_utf8_count(s->text, ogpi_start_of(s, c->start)), "end",
                                           (json_int_t)ogpi_utf8_count(s->text, end), "made",
                                           c->made && c->refused == OGPI_REASON_none, "traits", traits));
}

static int print_cases(ogpi_scanner *scanner, const json_t *line)
{
    ogp_error error = OGP_ERROR_INIT;
    const ogp_fact *facts = NULL;
    size_t count = 0;
    const json_t *text = json_object_get(line, "text");
    json_t *cases = json_array();
    scanner->watcher = add_case;
    scanner->watched = cases;
    int status = ogpi_scan(scanner, json_string_value(text), json_string_length(text),
                           json_string_value(json_object_get(line, "lang")), &facts, &count, &error);
    if (status < 0)
        fprintf(stderr, "%s\n", error.message);
    json_t *out = json_pack("{s:O, s:o}", "id", json_object_get(line, "id"), "cases", cases);
    char *bytes = json_dumps(out, JSON_COMPACT);
    puts(bytes);
    free(bytes);
    json_decref(out);
    return status;
}

int main(int argc, char **argv)
{
    ogp_error error = OGP_ERROR_INIT;
    ogpi_scanner *scanner = NULL;
    size_t capacity = 0;
    char *line = NULL;
    int status = 0;
    FILE *in = argc > 1 ? fopen(argv[1], "r") : stdin;
    if (!in || ogpi_scanner_new(&scanner, NULL, &error) < 0)
        return 2;
    while (status >= 0 && getline(&line, &capacity, in) > 0) {
        json_t *object = json_loads(line, 0, NULL);
        status = object ? print_cases(scanner, object) : 0;
        json_decref(object);
    }
    free(line);
    if (in != stdin)
        fclose(in);
    ogpi_scanner_free(scanner);
    return status < 0 ? 2 : 0;
}
