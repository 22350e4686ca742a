/* SPDX-License-Identifier: MIT */
/* The steps on the way in, as the judge (joining.c) leaves them for getters and writers. */
#ifndef OGPI_JOINING_H
#define OGPI_JOINING_H

#include "model/history.h"
#include "rules/days.h"
#include "rules/held.h"
#include <ogp/joining.h>

enum { OGPI_JOINING_STEPS = 12 };

typedef struct ogpi_step {
    ogpi_rb rule;
    const char *id, *event, *term, *source, *status;
    int32_t day;
    ogp_step_state state;
    bool open;
} ogpi_step;

struct ogp_joining {
    ogpi_held held;
    char member[64];
    const char *kind;
    int32_t today; /* INT32_MAX where everything counts */
    size_t count;
    ogpi_step steps[OGPI_JOINING_STEPS];
    int32_t first_plan_due;
};

#endif
