/* SPDX-License-Identifier: MIT */
/* A member's status, as the judge (status.c) leaves it for getters and writers. */
#ifndef OGPI_STATUS_H
#define OGPI_STATUS_H

#include "model/history.h"
#include "rules/days.h"
#include "rules/held.h"
#include <ogp/status.h>

enum { OGPI_STATUS_CYCLES = 64 };

struct ogp_status {
    ogpi_held held;
    char member[64];
    const char *word; /* of the rulebook's list of statuses */
    int32_t today;    /* OGPI_NO_DAY where nothing is dated */
    bool unverified;
    size_t cycle_count;
    int8_t contrary[OGPI_STATUS_CYCLES]; /* ogp_answer */
};

#endif
