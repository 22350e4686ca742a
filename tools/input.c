/* SPDX-License-Identifier: MIT */
#include "tools/input.h"
#include "base/file.h"

int cli_read_input(ogpi_buffer *out, const cli_call *call, const char *path, ogp_error *error)
{
    ogpi_buffer_init(out, NULL);
    int rc = ogpi_file_read(out, path, ogp_context_limits(call->context)->input_bytes, error);
    if (rc == OGP_OK && !out->data)
        ogpi_buffer_puts(out, "");
    return rc;
}

int cli_read_plan(ogp_plan **out, const cli_call *call, const char *path, ogp_error *error)
{
    return ogp_plan_load(out, call->context, path, error);
}
