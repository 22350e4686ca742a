/* SPDX-License-Identifier: MIT */
#include "model/getters.h"

#include <ogp/assessment.h>

OGPI_GET_STRING(assessment, report, report)
OGPI_GET_STRING(assessment, method, method)
OGPI_GET_DATE(assessment, published, published)
OGPI_GET_STRING(assessment, specificity, specificity)
OGPI_GET_STRING(assessment, verifiable, verifiable)
OGPI_GET_STRING(assessment, relevance, relevance)
OGPI_GET_STRINGS(assessment, value, values)
OGPI_GET_STRING(assessment, potential_impact, potential_impact)
OGPI_GET_STRING(assessment, potential_for_results, potential_for_results)
OGPI_GET_STRING(assessment, completion, completion)
OGPI_GET_STRING(assessment, did_it_open_government, did_it_open_government)
OGPI_GET_STRING(assessment, early_results, early_results)
