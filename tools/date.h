/* SPDX-License-Identifier: MIT */
/* Options that name a day. */
#ifndef CLI_DATE_H
#define CLI_DATE_H

#include "tools/command.h"

/* The whole day that an option names; left alone when it was not given. CLI_OK, or CLI_FAILED after a diagnostic. */
int cli_read_date(const cli_call *call, const char *name, ogp_date *out);

#endif
