/* SPDX-License-Identifier: MIT */
/* Where a fault stands in a JSON text, as a pointer. */
#ifndef OGPI_JSON_PLACE_H
#define OGPI_JSON_PLACE_H

#include "base/json.h"

/* The pointer of the innermost member that holds a byte offset; the text may be broken after it. */
void ogpi_json_pointer_at(const char *text, size_t length, size_t offset, ogpi_pointer *pointer);

#endif
