/* SPDX-License-Identifier: MIT */
/* The option --limit, which sets the context's limits. */
#ifndef CLI_LIMIT_H
#define CLI_LIMIT_H

#include "tools/command.h"

/* Takes the call's --limit NAME=N options over. CLI_OK, or CLI_FAILED after a diagnostic. */
int cli_read_limits(const cli_call *call, ogp_limits *limits);

#endif
