/* SPDX-License-Identifier: MIT */
/* Findings in the order in which people read them: by what they speak of, the gravest first. */
#ifndef OGPI_GROUPS_H
#define OGPI_GROUPS_H

#include "base/memory.h"
#include <ogp/report.h>

typedef struct ogpi_grouped {
    size_t index;        /* of the finding in its report */
    const char *subject; /* of the group, "" where it has none */
    size_t place;        /* bytes of the path that name the record spoken of, 0 for the document as a whole */
    bool first;          /* of its group */
} ogpi_grouped;

/* One entry a finding; freed with ogpi_free. Groups stand in the order of their first findings. NULL without memory. */
ogpi_grouped *ogpi_groups_make(const ogp_report *report, const ogp_allocator *allocator);

#endif
