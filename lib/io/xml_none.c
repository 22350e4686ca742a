/* SPDX-License-Identifier: MIT */
/* What stands for XML where libogp is built without it. */
#include "io/xml.h"
#include "base/error.h"

int ogpi_plan_read_xml(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length, ogp_error *error)
{
    (void)plan, (void)limits, (void)text, (void)length;
    return ogpi_error_at(error, OGP_ERROR_FORMAT, 1, 1,
                         "this is XML, and this libogp was built without it; convert it to JSON");
}

int ogp_plan_write_xml(char **out, size_t *length, const ogp_plan *plan, ogp_error *error)
{
    (void)length, (void)plan;
    if (out)
        *out = NULL;
    return ogpi_error(error, OGP_ERROR_USAGE, "this libogp was built without XML; ogp_has_feature(\"xml\") says so");
}
