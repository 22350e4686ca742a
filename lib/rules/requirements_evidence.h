/* SPDX-License-Identifier: MIT */
/* Dated evidence of a plan, in order. */
#ifndef OGPI_REQUIREMENTS_EVIDENCE_H
#define OGPI_REQUIREMENTS_EVIDENCE_H

#include "rules/requirements.h"

typedef struct ogpi_evidence_days {
    const ogp_plan *plan;
    int32_t start, end;     /* of the plan */
    int32_t submitted;
    int32_t from;           /* when duties begin: development or start, not before the standards were in force */
    int32_t as_of;
} ogpi_evidence_days;

/* First day meant by a date; OGPI_NO_DAY where it is not stated or open. */
int32_t ogpi_evidence_day(const ogpi_date *date);
void ogpi_evidence_read(ogpi_evidence_days *out, const ogp_rulebook *book, const ogp_plan *plan, const char *edition,
                        int32_t today);
/* The least day of the list that is >= `from`, or OGPI_NO_DAY. */
int32_t ogpi_evidence_next(const ogpi_dates *dates, int32_t from);
/* The greatest day that is < `before`, or OGPI_NO_DAY. */
int32_t ogpi_evidence_last(const ogpi_dates *dates, int32_t before);
/* Different days in [from, to). */
size_t ogpi_evidence_count(const ogpi_dates *dates, int32_t from, int32_t to);

#endif
