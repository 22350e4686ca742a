/* SPDX-License-Identifier: MIT */
/* Findings about an input whose results are a table: they go to standard error. */
#ifndef CLI_FINDS_H
#define CLI_FINDS_H

#include "dataset/table.h"
#include "tools/command.h"

/* One line a finding from warnings up (from notes up with --fail-on note), `ogp: FILE: /12/audit_report: message; mend
   [ELI020]`, then how many were left out. All of them count towards --fail-on. */
void cli_put_finds(cli_call *call, const char *file, const ogp_report *report);
/* What reading a table found, at its end; nothing where `table` is NULL. @return 0 or a negative code. */
int cli_put_table_finds(cli_call *call, const char *file, ogpi_table *table, ogp_error *error);

#endif
