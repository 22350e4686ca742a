/* SPDX-License-Identifier: MIT */
/* What the makers of rows share. */
#ifndef OGPB_ROWS_HELP_H
#define OGPB_ROWS_HELP_H

#include "bindings/rows.h"
#include <stdbool.h>

/* Fills in the error; returns NULL. */
void *ogpb_fail(ogp_error *error, int code, const char *message);
json_t *ogpb_memory(ogp_error *error);
/* A value that is incomplete because memory ran out is none. */
json_t *ogpb_whole(json_t *value, bool complete, ogp_error *error);
/* Reads JSON that libogp wrote; frees the text. */
json_t *ogpb_reread(char *text, size_t length, ogp_error *error);

/* null for what is below 0: not known, not measured. */
json_t *ogpb_answer(int32_t value);
/* Points of their maximum as a number of four decimals, rounded half up as the program writes it; null without any. */
json_t *ogpb_share(int32_t points, int32_t maximum);
/* "2022-08-31", or null for a date with year 0. */
json_t *ogpb_date(ogp_date date);
/* {rule, severity, path, subject, message, mend, edition, source, status} of each finding. */
json_t *ogpb_findings(const ogp_report *report, const char *language);

/* Take a member of an object; one that is missing, null or "" leaves *out as it is (a text becomes NULL). */
int ogpb_take_text(const char **out, const json_t *object, const char *name, ogp_error *error);
int ogpb_take_int(int32_t *out, const json_t *object, const char *name, ogp_error *error);
int ogpb_take_number(double *out, const json_t *object, const char *name, ogp_error *error);
int ogpb_take_date(ogp_date *out, const json_t *object, const char *name, ogp_error *error);
/* Refuses members of other names than these, the last of which is followed by NULL. */
int ogpb_take_only(const json_t *object, const char *const *names, ogp_error *error);
/* The day for which to judge; NULL and "" leave it as it is. */
int ogpb_take_day(ogp_date *out, const char *text, ogp_error *error);

#endif
