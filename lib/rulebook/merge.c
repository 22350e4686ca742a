/* SPDX-License-Identifier: MIT */
#include "rulebook/merge.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct merger {
    const rulebook_file *files;
    size_t done; /* files merged so far */
    ogpi_pointer pointer;
} merger;

/* The value a pointer names, as far as it leads; *rest is what is left of it. */
static const json_t *follow(const json_t *value, const char *pointer, const char **rest)
{
    while (*pointer == '/') {
        char key[256];
        size_t length = strcspn(pointer + 1, "/");
        snprintf(key, sizeof key, "%.*s", (int)length, pointer + 1);
        const json_t *next = json_object_get(value, key);
        if (!next)
            break;
        value = next;
        pointer += length + 1;
    }
    *rest = pointer;
    return value;
}

static bool refuse_twice(const merger *m)
{
    const char *rest, *first = "";
    for (size_t i = 0; i < m->done && !*first; i++) {
        follow(m->files[i].document, m->pointer.text, &rest);
        first = *rest ? "" : m->files[i].path;
    }
    fprintf(stderr, "%s: %s is also in %s; keep one of the two\n", m->files[m->done].path, m->pointer.text, first);
    return false;
}

static bool merge(merger *m, json_t *into, json_t *from)
{
    const char *key;
    json_t *value;
    if (json_is_array(into) && json_is_array(from))
        return json_array_extend(into, from) == 0;
    if (!json_is_object(into) || !json_is_object(from))
        return refuse_twice(m);
    json_object_foreach(from, key, value)
    {
        json_t *mine = json_object_get(into, key);
        size_t old = ogpi_pointer_push(&m->pointer, key);
        bool good = mine ? merge(m, mine, value) : json_object_set_new(into, key, json_deep_copy(value)) == 0;
        ogpi_pointer_pop(&m->pointer, old);
        if (!good)
            return false;
    }
    return true;
}

json_t *rulebook_merge(const rulebook_file *files, size_t count)
{
    merger m = {.files = files};
    json_t *document = json_object();
    for (; document && m.done < count; m.done++)
        if (!merge(&m, document, files[m.done].document)) {
            json_decref(document);
            return NULL;
        }
    return document;
}

/* Elements of joined arrays are counted down file by file. */
const rulebook_file *rulebook_origin(const rulebook_file *files, size_t count, const char *pointer, ogpi_pointer *own)
{
    const rulebook_file *best = NULL;
    size_t best_left = strlen(pointer) + 1;
    size_t passed = 0;
    for (size_t i = 0; i < count; i++) {
        const char *rest;
        const json_t *value = follow(files[i].document, pointer, &rest);
        size_t index = *rest ? strtoul(rest + 1, NULL, 10) : 0;
        bool element = json_is_array(value) && *rest;
        if (element && index - passed >= json_array_size(value)) {
            passed += json_array_size(value);
            continue;
        }
        if (strlen(rest) >= best_left)
            continue;
        best = &files[i];
        best_left = strlen(rest);
        snprintf(own->text, sizeof own->text, "%s", pointer);
        if (element)
            snprintf(own->text, sizeof own->text, "%.*s/%zu%s", (int)(rest - pointer), pointer, index - passed,
                     rest + 1 + strspn(rest + 1, "0123456789"));
        if (element)
            break;
    }
    return best;
}
