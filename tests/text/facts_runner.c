/* SPDX-License-Identifier: MIT */
/* NDJSON of texts in, their facts out: what `ogp facts` does, without the program, for tests of quality. */
#include "base/utf8.h"
#include "text/text.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

static json_t *fact_json(const char *text, const ogp_fact *fact)
{
    json_t *out =
        json_pack("{s:s, s:I, s:I, s:s%}", "type", ogp_fact_type_name(fact->type), "start",
                  (json_int_t)ogpi_utf8_count(text, fact->start), "end", (json_int_t)ogpi_utf8_count(text, fact->end),
                  "text", text + fact->start, fact->end - fact->start);
    if (out && fact->norm[0])
        json_object_set_new(out, "norm", json_string(fact->norm));
    return out;
}

static void print_facts(ogpi_scanner *scanner, const json_t *line, int guess)
{
    ogp_error error = OGP_ERROR_INIT;
    const ogp_fact *facts = NULL;
    size_t count = 0;
    const json_t *text = json_object_get(line, "text");
    const char *language = guess ? NULL : json_string_value(json_object_get(line, "lang"));
    if (ogpi_scan(scanner, json_string_value(text), json_string_length(text), language, &facts, &count, &error) < 0) {
        fprintf(stderr, "%s\n", error.message);
        exit(2);
    }
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(array, fact_json(json_string_value(text), &facts[i]));
    json_t *out = json_pack("{s:O, s:s, s:o}", "id", json_object_get(line, "id"), "lang", ogpi_scan_language(scanner),
                            "facts", array);
    char *bytes = json_dumps(out, JSON_COMPACT);
    puts(bytes);
    free(bytes);
    json_decref(out);
}

int main(int argc, char **argv)
{
    ogp_error error = OGP_ERROR_INIT;
    ogpi_scanner *scanner = NULL;
    size_t capacity = 0;
    char *line = NULL;
    FILE *in = argc > 1 ? fopen(argv[1], "r") : stdin;
    if (!in || ogpi_scanner_new(&scanner, NULL, &error) < 0)
        return 2;
    while (getline(&line, &capacity, in) > 0) {
        json_t *object = json_loads(line, 0, NULL);
        if (object)
            print_facts(scanner, object, argc > 2);
        json_decref(object);
    }
    free(line);
    if (in != stdin)
        fclose(in);
    ogpi_scanner_free(scanner);
    return 0;
}
