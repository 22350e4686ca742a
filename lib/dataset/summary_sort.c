/* SPDX-License-Identifier: MIT */
/* The order of groups: by their keys, numbers by value. */
#include "base/error.h"
#include "dataset/summary_private.h"

static bool number_of(const char *text, long *out)
{
    long n = 0;

    if (!*text)
        return false;
    for (; *text >= '0' && *text <= '9' && n < 100000000; text++)
        n = n * 10 + (*text - '0');
    *out = n;
    return *text == '\0';
}

static int compare_parts(const char *a, const char *b)
{
    long x, y;

    if (number_of(a, &x) && number_of(b, &y) && x != y)
        return x < y ? -1 : 1;
    return strcmp(a, b);
}

static int compare_groups(const ogp_summary *s, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < s->dimension_count; i++) {
        int order = compare_parts(s->parts[a * OGPI_SUMMARY_DIMENSIONS + i], s->parts[b * OGPI_SUMMARY_DIMENSIONS + i]);
        if (order)
            return order;
    }
    return 0;
}

static bool split_keys(ogp_summary *s)
{
    ogpi_arena_clear(&s->arena);
    for (size_t g = 0; g < s->keys.count; g++) {
        const ogpi_interned *key = &s->keys.items[g];
        const char *at = key->text, *end = key->text + key->length;
        for (size_t i = 0; i < OGPI_SUMMARY_DIMENSIONS; i++) {
            const char *stop = memchr(at, OGPI_SUMMARY_SEPARATOR, (size_t)(end - at));
            stop = stop ? stop : end;
            char *part = ogpi_arena_strndup(&s->arena, at, (size_t)(stop - at));
            if (!part)
                return false;
            s->parts[g * OGPI_SUMMARY_DIMENSIONS + i] = part;
            at = stop < end ? stop + 1 : end;
        }
    }
    return true;
}

static void sift(const ogp_summary *s, size_t root, size_t count)
{
    for (size_t child; (child = 2 * root + 1) < count; root = child) {
        if (child + 1 < count && compare_groups(s, s->order[child], s->order[child + 1]) < 0)
            child++;
        if (compare_groups(s, s->order[root], s->order[child]) >= 0)
            return;
        uint32_t swap = s->order[root];
        s->order[root] = s->order[child];
        s->order[child] = swap;
    }
}

/* Keys differ from each other, so any sort gives the same order. */
int ogpi_summary_sort(ogp_summary *s, ogp_error *error)
{
    size_t count = s->keys.count;

    if (!ogpi_grow(s->allocator, (void **)&s->order, &s->order_capacity, count + 1, sizeof *s->order) ||
        !ogpi_grow(s->allocator, (void **)&s->parts, &s->part_capacity, (count + 1) * OGPI_SUMMARY_DIMENSIONS,
                   sizeof *s->parts) ||
        !split_keys(s))
        return ogpi_error_memory(error);
    for (size_t i = 0; i < count; i++)
        s->order[i] = (uint32_t)i;
    for (size_t i = count / 2; i-- > 0;)
        sift(s, i, count);
    for (size_t end = count; end-- > 1;) {
        uint32_t swap = s->order[0];
        s->order[0] = s->order[end];
        s->order[end] = swap;
        sift(s, 0, end);
    }
    return 0;
}
