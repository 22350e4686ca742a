/* SPDX-License-Identifier: MIT */
#include "dataset/arrow_check.h"

#include <stdbool.h>
#include <string.h>

static int64_t buffers_of(const struct ArrowSchema *schema)
{
    char kind = *schema->format;
    if (schema->dictionary)
        return 2;
    return kind == 'n' ? 0 : kind == 'u' || kind == 'U' || kind == 'v' ? 3 : 2;
}

static int64_t string_offset(const struct ArrowArray *array, bool large, int64_t at)
{
    return large ? ((const int64_t *)array->buffers[1])[at] : ((const int32_t *)array->buffers[1])[at];
}

static const char *wrong_strings(const struct ArrowArray *array, bool large)
{
    int64_t first = string_offset(array, large, array->offset), last = first;
    if (first < 0)
        return "an offset of a string is below 0";
    for (int64_t i = 1; i <= array->length; i++) {
        int64_t next = string_offset(array, large, array->offset + i);
        if (next < last)
            return "offsets of strings go backwards";
        last = next;
    }
    return last > first && !array->buffers[2] ? "strings without their bytes" : NULL;
}

static bool is_valid(const struct ArrowArray *array, int64_t at)
{
    const uint8_t *bits = array->null_count != 0 ? array->buffers[0] : NULL;
    return !bits || (bits[at / 8] >> at % 8 & 1);
}

/* The last buffer holds the sizes of those between it and the views. */
static bool fits(const struct ArrowArray *array, const int32_t view[4])
{
    int64_t texts = array->n_buffers - 3;
    if (view[0] >= 0 && view[0] <= 12)
        return true;
    if (view[0] < 0 || view[2] < 0 || view[2] >= texts || view[3] < 0 || !array->buffers[2 + view[2]] ||
        !array->buffers[2 + texts])
        return false;
    return (int64_t)view[3] + view[0] <= ((const int64_t *)array->buffers[2 + texts])[view[2]];
}

static const char *wrong_views(const struct ArrowArray *array)
{
    for (int64_t i = array->offset; i < array->offset + array->length; i++) {
        int32_t view[4];
        memcpy(view, (const char *)array->buffers[1] + 16 * i, sizeof view);
        if (is_valid(array, i) && !fits(array, view))
            return "a view of a string lies outside its buffers";
    }
    return NULL;
}

const char *ogpi_arrow_wrong(const struct ArrowSchema *schema, const struct ArrowArray *array, int64_t rows)
{
    if (!array || array->length < rows || array->offset < 0 || array->offset >= INT64_MAX / 16 - array->length)
        return "a column has not as many rows as its batch";
    int64_t buffers = buffers_of(schema);
    if (array->n_buffers < buffers || (buffers > 0 && !array->buffers))
        return "a column lacks buffers";
    if (schema->dictionary) {
        const char *wrong = ogpi_arrow_wrong(schema->dictionary, array->dictionary, 0);
        if (wrong)
            return wrong;
    }
    if (array->length == 0 || buffers == 0)
        return NULL;
    if (!array->buffers[1])
        return "a column lacks its values";
    if (buffers == 2)
        return NULL;
    return *schema->format == 'v' ? wrong_views(array) : wrong_strings(array, *schema->format == 'U');
}
