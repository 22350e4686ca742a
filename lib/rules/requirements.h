/* SPDX-License-Identifier: MIT */
/* The requirements of the co-creation standards, each decided from dated evidence in a plan or from the IRM's codes.
   Days are day numbers, OGPI_NO_DAY for none. Nothing is allocated. */
#ifndef OGPI_REQUIREMENTS_H
#define OGPI_REQUIREMENTS_H

#include "model/model.h"
#include "rulebook/finding.h"
#include "rules/days.h"
#include <ogp/requirements.h>

enum { OGPI_REQUIREMENTS = 16, OGPI_REQUIREMENT_ARGS = 5, OGPI_REQUIREMENT_STEPS = 6 };

typedef struct ogpi_requirement {
    const char *number, *id, *term, *path, *source, *status;
    ogp_mark mark;
    bool decides;       /* whether acting contrary to process hangs on it */
    const char *rule;   /* of the reason */
    int32_t by;         /* when what is missing must be done, or the next time */
    size_t arg_count;
    struct { const char *name; bool term; char value[64]; } args[OGPI_REQUIREMENT_ARGS];
} ogpi_requirement;

typedef struct ogpi_requirements {
    const char *standards, *edition;
    int32_t as_of;      /* the day on which it is judged, OGPI_NO_DAY where nothing tells */
    size_t count;
    ogpi_requirement items[OGPI_REQUIREMENTS];
    ogp_answer contrary;
    bool contrary_unverified;
    const char *contrary_rule;
    char contrary_list[160]; /* numbers, for the message */
    int32_t steps;      /* followed, of the standards of 2012; -1: not reviewed or not such standards */
} ogpi_requirements;

/* Which standards hold: those that the plan names, else those of its day of submission, start or development. */
const char *ogpi_standards_of(const ogp_rulebook *book, const ogp_plan *plan);
/* today OGPI_NO_DAY: judged on the day of the last dated evidence. */
void ogpi_requirements_judge(ogpi_requirements *out, const ogp_rulebook *book, const ogp_plan *plan, int32_t today);
/* The six steps of the process database: 1, 0, or below 0 where not reviewed. */
void ogpi_requirements_of_steps(ogpi_requirements *out, const ogp_rulebook *book,
                                const int32_t steps[OGPI_REQUIREMENT_STEPS]);
/* Works out `contrary` from the items. */
void ogpi_requirements_close(ogpi_requirements *out, const ogp_rulebook *book);

/* The finding about a requirement, or, from index == count on, about all of them. args must outlive the spec. */
size_t ogpi_requirement_finding_count(const ogpi_requirements *requirements);
#define OGPI_REQUIREMENT_FINDING_ARGS (OGPI_REQUIREMENT_ARGS + 3)
ogpi_finding_spec ogpi_requirement_finding(const ogpi_requirements *requirements, size_t index,
                                           ogpi_arg args[OGPI_REQUIREMENT_FINDING_ARGS]);

#endif
