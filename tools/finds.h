/* SPDX-License-Identifier: MIT */
/* Findings about an input whose results are a table: they go to standard error. */
#ifndef CLI_FINDS_H
#define CLI_FINDS_H

#include "tools/command.h"

/* One line a finding from warnings up, `ogp: FILE: /12/audit_report: message; mend [ELI020]`, then how many were left
   out. All of them count towards --fail-on. */
void cli_put_finds(cli_call *call, const char *file, const ogp_report *report);

#endif
