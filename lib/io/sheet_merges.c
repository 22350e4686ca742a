/* SPDX-License-Identifier: MIT */
#include "io/sheet_merges.h"
#include "base/error.h"
#include "io/sheet_value.h"

#include <stdlib.h>

/* A tag is at most this long: <mergeCell ref="XFD1048575:XFD1048576"/> and a prefix. */
enum { BLOCK = 32768, TAG = 128 };

static int in_order(const void *a, const void *b)
{
    const ogpi_sheet_merge *x = a, *y = b;
    if (x->top != y->top)
        return x->top < y->top ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return (x->bottom > y->bottom) - (x->bottom < y->bottom);
}

/* "A1:A2"; one that covers no further row says nothing. */
static int add(ogpi_sheet_merges *m, const char *reference, size_t length, size_t limit, ogp_error *error)
{
    char text[48];
    size_t top, left, bottom, right;
    if (length >= sizeof text)
        return OGP_OK;
    memcpy(text, reference, length);
    text[length] = '\0';
    char *colon = strchr(text, ':');
    if (!colon)
        return OGP_OK;
    *colon = '\0';
    if (!ogpi_sheet_place(text, &top, &left) || !ogpi_sheet_place(colon + 1, &bottom, &right) || bottom <= top)
        return OGP_OK;
    if (m->count >= limit)
        return ogpi_error(error, OGP_ERROR_LIMIT, "the sheet has more merged cells than the limit allows");
    if (!ogpi_grow(m->allocator, (void **)&m->list, &m->capacity, m->count + 1, sizeof *m->list))
        return ogpi_error_memory(error);
    m->list[m->count++] = (ogpi_sheet_merge){(uint32_t)top, (uint32_t)bottom, (uint32_t)left};
    return OGP_OK;
}

/* Adds what the block names; a tag that begins in its last bytes is left for the next one. */
static int scan(ogpi_sheet_merges *m, const char *block, size_t length, size_t *used, size_t limit, ogp_error *error)
{
    static const char word[] = "mergeCell ";
    const char *at = block, *end = block + length;
    int rc = OGP_OK;
    *used = length < TAG ? 0 : length - TAG;
    while (rc == OGP_OK && (at = memmem(at, (size_t)(end - at), word, sizeof word - 1)) != NULL) {
        const char *close = memchr(at, '>', (size_t)(end - at));
        const char *reference = close ? memmem(at, (size_t)(close - at), "ref=", 4) : NULL;
        if (!close)
            break;
        const char *quote = reference ? memchr(reference + 5, reference[4], (size_t)(close - reference) - 4) : NULL;
        if (quote && quote < close)
            rc = add(m, reference + 5, (size_t)(quote - reference) - 5, limit, error);
        at = close;
        if ((size_t)(close - block) > *used)
            *used = (size_t)(close - block);
    }
    return rc;
}

int ogpi_sheet_merges_read(ogpi_sheet_merges *merges, ogpi_archive *archive, const char *part, const ogp_limits *limits,
                           ogp_error *error)
{
    ogpi_part bytes;
    size_t kept = 0, got = 1, used;
    char *block = ogpi_alloc(merges->allocator, BLOCK);
    int rc = block ? ogpi_part_open(&bytes, archive, part, error) : ogpi_error_memory(error);
    if (rc < 0) {
        ogpi_free(merges->allocator, block);
        return rc;
    }
    while (rc == OGP_OK && got > 0) {
        rc = ogpi_part_read(&bytes, block + kept, BLOCK - kept, &got, error);
        if (rc == OGP_OK)
            rc = scan(merges, block, kept + got, &used, limits->members, error);
        if (rc == OGP_OK) {
            kept += got - used;
            memmove(block, block + used, kept);
        }
    }
    ogpi_part_close(&bytes);
    ogpi_free(merges->allocator, block);
    if (merges->count)
        qsort(merges->list, merges->count, sizeof *merges->list, in_order);
    return rc;
}

void ogpi_sheet_merges_clear(ogpi_sheet_merges *merges)
{
    for (size_t i = 0; i < merges->held_count; i++)
        ogpi_free(merges->allocator, merges->held[i].text);
    ogpi_free(merges->allocator, merges->held);
    ogpi_free(merges->allocator, merges->list);
}

static bool make_room(ogpi_sheet_merges *m, size_t columns)
{
    size_t count = columns < 64 ? 64 : columns * 2;
    if (columns <= m->held_count)
        return true;
    ogpi_sheet_held *held = ogpi_realloc(m->allocator, m->held, count * sizeof *held);
    if (!held)
        return false;
    memset(held + m->held_count, 0, (count - m->held_count) * sizeof *held);
    m->held = held;
    m->held_count = count;
    return true;
}

int ogpi_sheet_merges_note(ogpi_sheet_merges *m, size_t row, size_t column, const char *text, size_t length,
                           ogp_error *error)
{
    while (m->next < m->count && (m->list[m->next].top < row ||
                                  (m->list[m->next].top == row && m->list[m->next].column < column)))
        m->next++;
    if (m->next >= m->count || m->list[m->next].top != row || m->list[m->next].column != column)
        return OGP_OK;
    char *copy = ogpi_strndup(m->allocator, text, length);
    if (!copy || !make_room(m, column)) {
        ogpi_free(m->allocator, copy);
        return ogpi_error_memory(error);
    }
    ogpi_sheet_held *held = &m->held[column - 1];
    ogpi_free(m->allocator, held->text);
    *held = (ogpi_sheet_held){.bottom = m->list[m->next].bottom, .text = copy, .length = length};
    return OGP_OK;
}

const ogpi_sheet_held *ogpi_sheet_merges_at(const ogpi_sheet_merges *m, size_t row, size_t column)
{
    const ogpi_sheet_held *held = column <= m->held_count ? &m->held[column - 1] : NULL;
    return held && held->text && row <= held->bottom ? held : NULL;
}
