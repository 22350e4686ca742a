/* SPDX-License-Identifier: MIT */
#include "model/getters.h"

#include <ogp/milestone.h>

OGPI_GET_STRING(milestone, number, number)
OGPI_GET_LOCALIZED(milestone, title, title)
OGPI_GET_LOCALIZED(milestone, description, description)
OGPI_GET_LOCALIZED(milestone, output, output)
OGPI_GET_DATE(milestone, start, start)
OGPI_GET_DATE(milestone, end, end)
OGPI_GET_STRING(milestone, completion, completion)
OGPI_GET_RECORD(milestone, lead, ogp_institution, lead)
OGPI_GET_RECORDS(milestone, supporting, ogp_institution, supporting)
