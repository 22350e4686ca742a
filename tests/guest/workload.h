/* SPDX-License-Identifier: MIT */
/* What a host does with libogp: one function that uses every part of it and tells what came out. */
#ifndef GUEST_WORKLOAD_H
#define GUEST_WORKLOAD_H

#include <ogp/ogp.h>

typedef struct guest_digest { uint64_t value; size_t bytes; } guest_digest;

/* 0, or the number of the step that failed. `allocator` NULL: malloc. */
typedef int guest_work_fn(guest_digest *out, const char *directory, const ogp_allocator *allocator);
guest_work_fn guest_work;

void guest_feed(guest_digest *digest, const char *bytes, size_t length);

/* workload_more.c; 0 when all went well. */
int guest_use_dataset(guest_digest *digest, const ogp_context *context, ogp_error *error);
int guest_use_irm(guest_digest *digest, const ogp_context *context, ogp_error *error);
int guest_use_xml(guest_digest *digest, const ogp_plan *plan, const ogp_context *context, ogp_error *error);
int guest_use_cocreation(guest_digest *digest, const ogp_plan *plan, const ogp_context *context, ogp_error *error);
int guest_use_history(guest_digest *digest, const ogp_context *context, ogp_error *error);
int guest_use_stream(guest_digest *digest, const ogp_context *context, ogp_error *error);

/* Not 0 while libogp hands over texts that the host frees with ogp_free(), or Arrow's structures: those are malloc's by
 * contract. */
extern int guest_handed_out;

#endif
