/* SPDX-License-Identifier: MIT */
#include "rules/firsts.h"
#include <stdlib.h>

void ogpi_firsts_init(ogpi_firsts *firsts, const ogp_allocator *allocator)
{
    *firsts = (ogpi_firsts){.allocator = allocator};
}

void ogpi_firsts_clear(ogpi_firsts *firsts)
{
    ogpi_free(firsts->allocator, firsts->keyed);
}

void ogpi_firsts_begin(ogpi_firsts *firsts)
{
    firsts->count = 0;
}

bool ogpi_firsts_add(ogpi_firsts *firsts, const char *key, size_t index)
{
    static const char edge[] = " \t\r\n.";
    if (!key)
        return true;
    key += strspn(key, edge);
    size_t length = strlen(key);
    while (length > 0 && strchr(edge, key[length - 1]))
        length--;
    if (length == 0)
        return true;
    if (!ogpi_grow(firsts->allocator, (void **)&firsts->keyed, &firsts->capacity, firsts->count + 1,
                   sizeof *firsts->keyed))
        return false;
    firsts->keyed[firsts->count++] = (ogpi_keyed){key, length, index};
    return true;
}

static int same_key(const ogpi_keyed *a, const ogpi_keyed *b)
{
    if (a->length != b->length)
        return a->length < b->length ? -1 : 1;
    return memcmp(a->key, b->key, a->length);
}

static int by_key(const void *a, const void *b)
{
    const ogpi_keyed *x = a, *y = b;
    int order = same_key(x, y);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

static int by_index(const void *a, const void *b)
{
    const ogpi_keyed *x = a, *y = b;
    return (x->index > y->index) - (x->index < y->index);
}

void ogpi_firsts_repeated(ogpi_firsts *firsts, void (*seen)(void *data, size_t index, size_t first), void *data)
{
    if (firsts->count < 2)
        return;
    qsort(firsts->keyed, firsts->count, sizeof *firsts->keyed, by_key);
    size_t repeated = 0, first = firsts->keyed[0].index;
    for (size_t i = 1; i < firsts->count; i++) {
        ogpi_keyed *this_one = &firsts->keyed[i];
        if (same_key(this_one, this_one - 1) != 0)
            first = this_one->index;
        else /* the front of the array is read no more: it takes the pairs of first and index */
            firsts->keyed[repeated++] = (ogpi_keyed){NULL, first, this_one->index};
    }
    qsort(firsts->keyed, repeated, sizeof *firsts->keyed, by_index);
    for (size_t i = 0; i < repeated; i++)
        seen(data, firsts->keyed[i].index, firsts->keyed[i].length);
}
