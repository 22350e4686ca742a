/* SPDX-License-Identifier: MIT */
/* Which editions of template and calendar a plan is held to. */
#ifndef OGPI_PLAN_EDITION_H
#define OGPI_PLAN_EDITION_H

#include "rules/check.h"
#include "rules/period.h"

/* Fills in check->edition, template, calendar, year and due. The plan's own edition decides where it is known; else its
 * level and date. False without memory. */
bool ogpi_choose_editions(ogpi_check *check);
/* The edition that the plan's level and date lead to. */
const char *ogpi_template_by_date(const ogpi_check *check);
/* The date that decides: submission, else start. known is false where there is neither. */
ogpi_period ogpi_plan_date(const ogp_plan *plan);

/* Length in whole years, 1 to 4; 2 where it is not known. */
int32_t ogpi_plan_years(ogpi_period start, ogpi_period end);

#endif
