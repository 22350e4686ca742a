/* SPDX-License-Identifier: MIT */
/* A target is one file fuzz_<name>.c that defines this function; libFuzzer or fuzz/driver.c calls it. */
#ifndef OGP_FUZZ_H
#define OGP_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A property that must hold for every input. */
#define MUST(condition) do { if (!(condition)) abort(); } while (0)

#endif
