/* SPDX-License-Identifier: MIT */
/* What stands for workbooks where libogp is built without them. */
#include "io/workbook.h"
#include "base/error.h"

bool ogpi_workbook_begins(const char *bytes, size_t length)
{
    (void)bytes, (void)length;
    return false;
}

int ogpi_workbook_open(ogpi_workbook **out, ogpi_source *source, const char *head, size_t length,
                       const ogp_context *context, ogp_error *error)
{
    (void)source, (void)head, (void)length, (void)context;
    *out = NULL;
    return ogpi_error(error, OGP_ERROR_FORMAT, "this libogp was built without Excel workbooks: save it as CSV");
}

void ogpi_workbook_close(ogpi_workbook *book)
{
    (void)book;
}

int ogpi_workbook_read(ogpi_workbook *book, char *buffer, size_t size, size_t *got, ogp_error *error)
{
    (void)book, (void)buffer, (void)size, (void)error;
    *got = 0;
    return OGP_OK;
}
