/* SPDX-License-Identifier: MIT */
#include "io/csv.h"

void ogpi_csv_write_cell(ogpi_buffer *out, const char *text, size_t length)
{
    bool quote = length > 0 && (text[0] == ' ' || text[length - 1] == ' ');

    for (size_t i = 0; i < length && !quote; i++)
        quote = text[i] == '"' || text[i] == ',' || text[i] == '\n' || text[i] == '\r';
    if (!quote) {
        ogpi_buffer_add(out, text, length);
        return;
    }
    ogpi_buffer_putc(out, '"');
    for (const char *end = text + length; text < end;) {
        const char *q = memchr(text, '"', (size_t)(end - text));
        const char *stop = q ? q + 1 : end;
        ogpi_buffer_add(out, text, (size_t)(stop - text));
        if (q)
            ogpi_buffer_putc(out, '"');
        text = stop;
    }
    ogpi_buffer_putc(out, '"');
}
