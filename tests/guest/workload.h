/* SPDX-License-Identifier: MIT */
/* What a host does with libogp: one function that uses every part of it and tells what came out. */
#ifndef GUEST_WORKLOAD_H
#define GUEST_WORKLOAD_H

#include <ogp/ogp.h>

typedef struct guest_digest { uint64_t value; size_t bytes; } guest_digest;

/* 0, or the number of the step that failed. `allocator` NULL: malloc. */
typedef int guest_work_fn(guest_digest *out, const char *directory, const ogp_allocator *allocator);
guest_work_fn guest_work;

/* Not 0 while libogp writes texts that the host frees with ogp_free(): those are malloc's by contract. */
extern int guest_handed_out;

#endif
