/* SPDX-License-Identifier: MIT */
/* The door of the plan's readers and writers. */
#ifndef OGPI_IO_PLAN_H
#define OGPI_IO_PLAN_H

#include "model/model.h"
#include <ogp/plan.h>

/* JSON text to a plan: a whole document, or one commitment that becomes a plan of one. Good text goes through the fast
   scanner, all else through jansson, which knows what is wrong with it. */
int ogpi_plan_read_json(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length, ogp_error *error);
int ogpi_commitment_read_json(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length,
                              ogp_error *error);

/* The same through jansson alone. */
int ogpi_plan_read_tree(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length, ogp_error *error);
int ogpi_commitment_read_tree(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length,
                              ogp_error *error);
/* The same through the scanner alone: 1, or 0 for what it leaves to jansson, or MEMORY. */
int ogpi_plan_scan_json(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length);
int ogpi_commitment_scan_json(ogp_plan *plan, const ogp_limits *limits, const char *text, size_t length);

/* Makes the plan of one commitment: what the commitment says of its plan becomes the plan's. */
void ogpi_plan_of_one(ogp_plan *plan, const ogp_commitment *commitment);

/* A record as JSON; indent < 0 on one line, else at that depth of two blanks a level. */
void ogpi_record_write_json(const void *record, const ogpi_shape *shape, ogpi_buffer *buffer, int indent);

/* Checks that both readers make of a whole list once its length is known. `field` is one of the plan's shapes. */
int ogpi_check_list_limit(const ogpi_field *field, size_t count, const ogp_limits *limits, ogp_error *error);
/* 0 for OGPI_PLAN_FORMAT, else FORMAT. */
int ogpi_check_format(const char *format, ogp_error *error);

#endif
