/* SPDX-License-Identifier: MIT */
/* Assessments of a commitment as values in slots, ready for the formulas. */
#ifndef OGPI_IRM_OBSERVE_H
#define OGPI_IRM_OBSERVE_H

#include "model/model.h"
#include "rules/irm.h"

typedef enum ogpi_irm_problem_kind {
    OGPI_IRM_NO_LEVEL,  /* value is no level of the variable */
    OGPI_IRM_NO_VALUE,  /* value is no value of open government */
    OGPI_IRM_NO_REPORT  /* value is no report */
} ogpi_irm_problem_kind;

typedef void (*ogpi_irm_problem_fn)(ogpi_irm_problem_kind kind, size_t assessment, const char *field, int slot,
                                    const char *value, void *user);

/* One word of a variable: a level's id or spelling, a code, a missing word; OGP_MISSING_UNKNOWN else. */
int ogpi_irm_word(const ogpi_irm *irm, size_t slot, const char *word);
/* Fills values (slot_count of them) from all assessments, later ones over earlier ones. problem may be NULL. */
void ogpi_irm_observe(const ogpi_irm *irm, const ogp_commitment *commitment, int year, int16_t *values,
                      ogpi_irm_problem_fn problem, void *user);

#endif
