/* SPDX-License-Identifier: MIT */
/* Why a derived figure is what it is, as a finding. */
#ifndef OGPI_IRM_REASON_H
#define OGPI_IRM_REASON_H

#include "rules/irm.h"
#include "rulebook/finding.h"

/* One test spelt out. */
typedef struct ogpi_irm_reading {
    char variable[64];
    char operation[12];
    char required[48];
    char found[OGPI_IRM_WORD_SIZE];
    const char *scale; /* of the variable's levels; NULL without one */
    bool holds;
} ogpi_irm_reading;

void ogpi_irm_read_test(const ogpi_irm *irm, const ogpi_irm_test *test, const int16_t *values, ogpi_irm_reading *out);
/* Adds the finding that explains a formula just worked out with that trace. */
void ogpi_irm_explain(ogpi_report_builder *report, const ogpi_irm *irm, size_t formula, const int16_t *values,
                      const ogpi_irm_trace *trace, const char *path, const char *subject);

#endif
