/* SPDX-License-Identifier: MIT */
/* What is seldom called is kept out of the loops that call it, and away from their code. */
#ifndef OGPI_RARE_H
#define OGPI_RARE_H

#define OGPI_RARE __attribute__((noinline, cold))

#endif
