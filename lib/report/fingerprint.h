/* SPDX-License-Identifier: MIT */
/* What makes a finding the same one in the next run, though lines have moved and commitments were put in before it. */
#ifndef OGPI_FINGERPRINT_H
#define OGPI_FINGERPRINT_H

#include "base/memory.h"
#include <ogp/report.h>

/* One number a finding, all different; freed with ogpi_free. NULL without memory. */
uint64_t *ogpi_fingerprints_make(const ogp_report *report, const ogp_allocator *allocator);

#endif
