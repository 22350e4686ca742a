/* SPDX-License-Identifier: MIT */
#include "tools/date.h"

int cli_read_date(const cli_call *call, const char *name, ogp_date *out)
{
    const char *text = cli_option_value(call, name);
    ogp_error error = OGP_ERROR_INIT;
    ogp_edtf date;
    if (!text)
        return CLI_OK;
    if (ogp_edtf_parse(&date, text, strlen(text), &error) < 0)
        return cli_wrong(call, "--%s: %s", name, error.message);
    if (date.kind != OGP_EDTF_DATE || !date.from.day || date.from.qualifier != OGP_DATE_CERTAIN)
        return cli_wrong(call, "--%s wants a whole day such as 2024-08-31, not \"%s\"", name, text);
    *out = date.from;
    return CLI_OK;
}
