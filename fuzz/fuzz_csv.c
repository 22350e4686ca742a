/* SPDX-License-Identifier: MIT */
/* The reader of cells: the same rows however the bytes arrive; cells written are read again as they were. */
#include "fuzz.h"

#include "io/csv.h"
#include <stdio.h>

typedef struct trickle { const char *text; size_t left, piece; } trickle;

static ptrdiff_t read_piece(void *user, char *buffer, size_t size)
{
    trickle *from = user;
    size_t n = from->piece < from->left ? from->piece : from->left;
    n = n < size ? n : size;
    memcpy(buffer, from->text, n);
    from->text += n;
    from->left -= n;
    return (ptrdiff_t)n;
}

/* Rows as text, each with its number and line, then how it ended. Cells are written again to `again`. */
static void read_rows(const ogpi_source *source, const ogp_context *context, ogpi_buffer *out, ogpi_buffer *again)
{
    ogp_error error = OGP_ERROR_INIT;
    ogpi_csv *csv = NULL;
    ogpi_csv_row row;
    bool converted;
    int rc = ogpi_csv_open(&csv, source, context, &error);
    while (rc == 0 && (rc = ogpi_csv_next(csv, &row, &error)) > 0) {
        ogpi_buffer_printf(out, "%zu %u %zu:", row.number, row.line, row.count);
        for (size_t i = 0; i < row.count; i++) {
            ogpi_csv_cell cell = ogpi_csv_text(csv, &row.cells[i], &converted);
            MUST(strlen(cell.text) <= cell.length);
            ogpi_buffer_printf(out, " %zu=", cell.length);
            ogpi_buffer_add(out, cell.text, cell.length);
            ogpi_buffer_puts(again, i ? "," : "");
            ogpi_csv_write_cell(again, cell.text, cell.length);
        }
        ogpi_buffer_puts(out, "\n");
        ogpi_buffer_puts(again, "\r\n");
        rc = 0;
    }
    if (rc < 0)
        must_explain(rc, &error);
    ogpi_buffer_printf(out, "%d %u %u", rc, error.line, error.column);
    ogpi_csv_close(csv);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    ogp_context *context = limited_context("en");
    trickle pieces = {(const char *)data + 1, size - 1, 1 + data[0] % 64};
    ogpi_buffer whole, piecemeal, again, unused;
    ogpi_source source;
    ogpi_buffer_init(&whole, NULL);
    ogpi_buffer_init(&piecemeal, NULL);
    ogpi_buffer_init(&again, NULL);
    ogpi_buffer_init(&unused, NULL);
    ogpi_source_memory(&source, pieces.text, pieces.left);
    read_rows(&source, context, &whole, &again);
    ogpi_source_function(&source, read_piece, &pieces);
    read_rows(&source, context, &piecemeal, &unused);
    MUST(whole.length == piecemeal.length && memcmp(whole.data, piecemeal.data, whole.length) == 0);
    ogpi_buffer_clear(&whole);
    ogpi_buffer_clear(&piecemeal);
    ogpi_buffer_clear(&again);
    ogpi_buffer_clear(&unused);
    ogp_context_unref(context);
    return 0;
}
