/* SPDX-License-Identifier: MIT */
/* The comparisons that a formula's table may name. */
#ifndef OGPI_IRM_OP_H
#define OGPI_IRM_OP_H

#include "rules/irm.h"

typedef enum ogpi_irm_op {
    OGPI_OP_GE,
    OGPI_OP_GT,
    OGPI_OP_LE,
    OGPI_OP_LT,
    OGPI_OP_EQ,
    OGPI_OP_NE,
    OGPI_OP_CODED,
    OGPI_OP_MISSING,
    OGPI_OP_IS,
    OGPI_OP_ABSENT,
    OGPI_OP_NOT_ABSENT,
    OGPI_OP_GE_SLOT /* compares with another slot, in `value` */
} ogpi_irm_op;

/* How the name of a slot stands to another one: the order of irm->by_name. */
int ogpi_irm_compare_slot(const ogpi_irm *irm, size_t slot, const char *name);

#endif
