/* SPDX-License-Identifier: MIT */
#include "rulebook/tails.h"
#include <stdlib.h>

typedef struct string {
    const char *text;
    size_t length;
} string;

/* By the last byte, then the one before it, and so on: what a string ends with comes before it. */
static int by_end(const void *left, const void *right)
{
    const string *a = left, *b = right;
    for (size_t i = 1; i <= a->length && i <= b->length; i++) {
        unsigned char x = (unsigned char)a->text[a->length - i], y = (unsigned char)b->text[b->length - i];
        if (x != y)
            return x < y ? -1 : 1;
    }
    return (a->length > b->length) - (a->length < b->length);
}

static bool is_tail(const string *tail, const string *of)
{
    return tail->length <= of->length && memcmp(of->text + of->length - tail->length, tail->text, tail->length) == 0;
}

bool ogpi_tails_add(ogpi_pool *to, const ogpi_pool *strings)
{
    string *all = ogpi_calloc(NULL, strings->count + 1, sizeof *all);
    size_t count = 0;
    uint32_t offset = 0; /* of the string behind the one at hand */
    if (!all)
        return false;
    for (size_t at = 0; at < strings->count; at += all[count++].length + 1)
        all[count] = (string){strings->data + at, strlen(strings->data + at)};
    if (count)
        qsort(all, count, sizeof *all, by_end);
    bool done = true;
    for (size_t i = count; i-- > 0 && done;) {
        if (i + 1 < count && is_tail(&all[i], &all[i + 1])) {
            offset += (uint32_t)(all[i + 1].length - all[i].length);
            done = ogpi_pool_know(to, offset, all[i].length + 1);
        } else {
            done = ogpi_pool_add(to, all[i].text, all[i].length + 1, &offset);
        }
    }
    ogpi_free(NULL, all);
    return done;
}
