/* SPDX-License-Identifier: MIT */
#include "rules/period.h"

ogpi_period ogpi_period_of(const ogpi_date *date)
{
    ogpi_period period = {0, 0, false};
    if (date->value.kind == OGP_EDTF_NONE)
        return period;
    period.first = ogp_edtf_first_day(&date->value);
    period.last = ogp_edtf_last_day(&date->value);
    period.known = period.first != INT32_MIN && period.last != INT32_MAX;
    return period;
}

bool ogpi_date_exact(const ogpi_date *date)
{
    const ogp_edtf *value = &date->value;
    const ogp_date *end = value->kind == OGP_EDTF_INTERVAL ? &value->to : &value->from;
    return (value->kind == OGP_EDTF_DATE || value->kind == OGP_EDTF_INTERVAL) && end->month >= 1 && end->month <= 12;
}
