/* SPDX-License-Identifier: MIT */
/* The tests that the table "cocreation" names. */
#ifndef OGPI_REQUIREMENTS_TESTS_H
#define OGPI_REQUIREMENTS_TESTS_H

#include "rules/requirements_evidence.h"

/* Decides one requirement: its mark, the rule of the reason and what the reason's message needs. */
void ogpi_requirement_test(ogpi_requirement *item, ogpi_rb requirement, const ogpi_evidence_days *days);

#endif
