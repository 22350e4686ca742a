/* SPDX-License-Identifier: MIT */
/* What the writers of results share: findings as members of a JSON document, findings as indented lines. */
#ifndef OGPI_RESULT_H
#define OGPI_RESULT_H

#include "base/json_write.h"
#include "rulebook/rulebook.h"
#include <ogp/report.h>

/* A member of that name: an array of findings, each with rule, severity, path, subject, message, mend, edition,
   source, status. Empty strings are left out. */
void ogpi_result_findings(ogpi_json_writer *writer, const char *name, const ogp_report *report, const char *language);
/* One line a finding, indented: "ELI001 warning: message [unverified]". Notes can be left out. */
void ogpi_result_lines(ogpi_buffer *out, const ogp_report *report, const char *language, ogp_severity least);
/* Fills the room with " [unverified]" in a language, or ", unverified" within brackets; "" for any other status. */
const char *ogpi_result_mark(char room[OGPI_NAME_SIZE], const ogp_rulebook *book, const char *status,
                             const char *language, bool within);
/* A term's name in a language; the id where there is none. */
const char *ogpi_result_term(char room[OGPI_NAME_SIZE], const ogp_rulebook *book, const char *id, const char *language);
/* U+200F where a line of that language must run from right to left, else "". */
const char *ogpi_result_direction(const char *language);
/* What stands between a name and what is said of it: ":", in French behind a space that keeps the two together. */
const char *ogpi_result_colon(const char *language);
/* Hands a finished buffer to a caller who frees with ogp_free(); OGP_ERROR_MEMORY where it has failed. */
int ogpi_result_take(char **out, size_t *length, ogpi_buffer *buffer, ogp_error *error);
/* Name and value of a member that is a whole number. */
void ogpi_result_int(ogpi_json_writer *writer, const char *name, long long value);

#endif
