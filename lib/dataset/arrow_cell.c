/* SPDX-License-Identifier: MIT */
#include "dataset/arrow_cell.h"
#include "base/decimal.h"

#include <math.h>
#include <ogp/date.h>
#include <stdio.h>

static bool bit(const void *bits, int64_t at)
{
    return ((const uint8_t *)bits)[at / 8] >> at % 8 & 1;
}

static bool is_null(const struct ArrowArray *array, int64_t at)
{
    return array->null_count != 0 && array->n_buffers > 0 && array->buffers[0] && !bit(array->buffers[0], at);
}

/* ---- numbers */

static int64_t whole(const char *format, const void *data, int64_t at)
{
    switch (*format) {
    case 'c': return ((const int8_t *)data)[at];
    case 'C': return ((const uint8_t *)data)[at];
    case 's': return ((const int16_t *)data)[at];
    case 'S': return ((const uint16_t *)data)[at];
    case 'i': return ((const int32_t *)data)[at];
    case 'I': return ((const uint32_t *)data)[at];
    default: return ((const int64_t *)data)[at];
    }
}

static void put_whole(ogpi_arrow_cell *out, int64_t value)
{
    out->length = (size_t)snprintf(out->word, sizeof out->word, "%lld", (long long)value);
    out->text = out->word;
}

/* Columns with gaps hold whole numbers as reals; one that is no number is none. */
static void put_real(ogpi_arrow_cell *out, double value)
{
    char digits[OGPI_DECIMAL_SIZE];
    if (isnan(value) || isinf(value))
        return;
    if (fabs(value) < 1e6 && floor(value) != value)
        out->length = (size_t)snprintf(out->word, sizeof out->word, "%s", ogpi_decimal_text(value, digits));
    else
        put_whole(out, fabs(value) < 9e18 ? (int64_t)value : INT64_MAX);
    out->text = out->word;
}

/* ---- days and moments */

static int64_t floor_div(int64_t value, int64_t by)
{
    return value / by - (value % by < 0);
}

static void put_day(ogpi_arrow_cell *out, int64_t day)
{
    if (day < -800000 || day > 3000000)
        return;
    ogp_edtf edtf = {OGP_EDTF_DATE, ogp_date_from_day((int32_t)day), {0}};
    out->length = ogp_edtf_format(&edtf, out->word, sizeof out->word);
    out->text = out->word;
}

static int64_t a_day(const char *format)
{
    static const struct { const char *format; int64_t units; } moments[] = {
        {"tdD", 1}, {"tdm", 86400000}, {"tss", 86400}, {"tsm", 86400000}, {"tsu", 86400000000}, {"tsn", 86400000000000},
    };
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++)
        if (strncmp(format, moments[i].format, 3) == 0)
            return moments[i].units;
    return 0;
}

static void put_time(ogpi_arrow_cell *out, const char *format, const void *data, int64_t at)
{
    int64_t value = format[2] == 'D' ? ((const int32_t *)data)[at] : ((const int64_t *)data)[at];
    put_day(out, floor_div(value, a_day(format)));
}

/* ---- strings */

static void put_string(ogpi_arrow_cell *out, const char *format, const struct ArrowArray *array, int64_t at)
{
    int64_t first, last;
    if (*format == 'U') {
        first = ((const int64_t *)array->buffers[1])[at];
        last = ((const int64_t *)array->buffers[1])[at + 1];
    } else {
        first = ((const int32_t *)array->buffers[1])[at];
        last = ((const int32_t *)array->buffers[1])[at + 1];
    }
    out->text = array->buffers[2] ? (const char *)array->buffers[2] + first : "";
    out->length = (size_t)(last - first);
}

/* Sixteen bytes: a length, then up to twelve bytes, or four of them, a buffer and an offset. */
static void put_view(ogpi_arrow_cell *out, const struct ArrowArray *array, int64_t at)
{
    const char *view = (const char *)array->buffers[1] + 16 * at;
    int32_t fields[4];
    memcpy(fields, view, sizeof fields);
    out->length = (size_t)fields[0];
    out->text = fields[0] <= 12 ? view + 4 : (const char *)array->buffers[2 + fields[2]] + fields[3];
}

/* ---- any */

static bool one_of(const char *format, const char *letters)
{
    return format[0] && !format[1] && strchr(letters, format[0]);
}

bool ogpi_arrow_readable(const struct ArrowSchema *schema)
{
    if (schema->dictionary)
        return one_of(schema->format, "cCsSiIlL") && ogpi_arrow_readable(schema->dictionary);
    return one_of(schema->format, "nbcCsSiIlLfguU") || strcmp(schema->format, "vu") == 0 || a_day(schema->format) != 0;
}

static void read_value(ogpi_arrow_cell *out, const struct ArrowSchema *schema, const struct ArrowArray *array,
                       int64_t at)
{
    const char *format = schema->format;
    const void *data = array->n_buffers > 1 ? array->buffers[1] : NULL;
    if (schema->dictionary)
        ogpi_arrow_read(out, schema->dictionary, array->dictionary, whole(format, data, at));
    else if (*format == 'b')
        put_whole(out, bit(data, at));
    else if (*format == 'f')
        put_real(out, ((const float *)data)[at]);
    else if (*format == 'g')
        put_real(out, ((const double *)data)[at]);
    else if (*format == 't')
        put_time(out, format, data, at);
    else if (*format == 'v')
        put_view(out, array, at);
    else if (*format == 'u' || *format == 'U')
        put_string(out, format, array, at);
    else
        put_whole(out, whole(format, data, at));
}

void ogpi_arrow_read(ogpi_arrow_cell *out, const struct ArrowSchema *schema, const struct ArrowArray *array,
                     int64_t row)
{
    int64_t at = row + array->offset;
    out->text = NULL;
    out->length = 0;
    if (row >= 0 && row < array->length && *schema->format != 'n' && !is_null(array, at))
        read_value(out, schema, array, at);
}
